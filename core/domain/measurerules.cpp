// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/measurerules.h"

#include "core/base/text.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/planfields.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Collects "field: why".
class Faults
{
public:
    explicit Faults(const Record &record) : m_record(record) {}

    void add(FieldRef field, const char *why)
    {
        m_list << u"%1: %2"_s.arg(QLatin1String(fieldDef(field).id), QLatin1String(why));
    }
    void addIf(bool wrong, FieldRef field, const char *why)
    {
        if (wrong)
            add(field, why);
    }
    void require(FieldRef field) { addIf(m_record[field].isBlank(), field, "required"); }
    void refuseFuture(FieldRef field, QDate today)
    {
        addIf(m_record[field].toText() > today.toString(Qt::ISODate), field, "future");
    }
    void inOrder(FieldRef from, FieldRef until)
    {
        const QString end = m_record[until].toText();
        addIf(!end.isEmpty() && end < m_record[from].toText(), until, "ended_before_begun");
    }
    QStringList list() const { return m_list; }

private:
    const Record &m_record;
    QStringList m_list;
};

void checkMoney(const Record &measure, Faults &faults)
{
    const Value &amount = measure[measure::f("amount")];
    const QString source = measure[measure::f("fund_source")].toText();
    const bool done = measure[measure::f("status")].toText() == "done"_L1;
    faults.addIf(amount.toInt() < 0, measure::f("amount"), "negative");
    faults.addIf(measure[measure::f("income_gain")].toInt() < 0, measure::f("income_gain"), "negative");
    faults.addIf(amount.toInt() > 0 && source.isEmpty(), measure::f("fund_source"), "amount_without_source");
    faults.addIf(amount.toInt() > 0 && source == "none"_L1, measure::f("fund_source"),
                 "amount_without_money");
    faults.addIf(done && hasFunds(measure) && amount.isBlank(), measure::f("amount"),
                 "source_without_amount");
}

void checkCourse(const Record &measure, QDate today, Faults &faults)
{
    const QString status = measure[measure::f("status")].toText();
    const bool ended = status == "done"_L1 || status == "stopped"_L1;
    faults.require(measure::f("status"));
    if (ended)
        faults.require(measure::f("ended_on"));
    else
        faults.addIf(!measure[measure::f("ended_on")].isBlank(), measure::f("ended_on"), "still_going");
    if (status == "stopped"_L1)
        faults.require(measure::f("end_reason"));
    if (status != "planned"_L1)
        faults.refuseFuture(measure::f("started_on"), today);
    faults.refuseFuture(measure::f("ended_on"), today);
    faults.inOrder(measure::f("started_on"), measure::f("ended_on"));
}

} // namespace

std::vector<const Code *> measureKindsOf(QStringView category)
{
    std::vector<const Code *> kinds;
    for (const Code &code : codeList("measure_kind")->codes)
        if (category == QLatin1String(code.extra))
            kinds.push_back(&code);
    return kinds;
}

const Code *measureKind(QStringView category, QStringView word)
{
    const QString wanted = compareKey(word);
    for (const Code *kind : measureKindsOf(category)) {
        const QLatin1String code(kind->code);
        if (wanted == code || wanted == code.sliced(category.size() + 1)
            || wanted == compareKey(QString::fromUtf16(kind->label))
            || wanted.compare(compareKey(QString::fromLatin1(kind->english)), Qt::CaseInsensitive) == 0)
            return kind;
    }
    return nullptr;
}

bool hasFunds(const Record &measure)
{
    const Value &source = measure[measure::f("fund_source")];
    return !source.isBlank() && source.toText() != "none"_L1;
}

QStringList measureFaults(const Record &measure, QDate today)
{
    Faults faults(measure);
    const QString category = measure[measure::f("category")].toText();
    const QString kind = measure[measure::f("kind")].toText();
    faults.require(measure::f("category"));
    faults.addIf(!kind.isEmpty() && !category.isEmpty() && !measureKind(category, kind), measure::f("kind"),
                 "kind_of_other_category");
    if (kind.isEmpty() || kind.endsWith(".other"_L1)) // nothing else would say what it is
        faults.require(measure::f("content"));
    checkMoney(measure, faults);
    checkCourse(measure, today, faults);
    return faults.list();
}

QStringList planFaults(const Record &plan, QDate today)
{
    Faults faults(plan);
    faults.require(plan::f("made_on"));
    for (const FieldRef date : {plan::f("made_on"), plan::f("signed_on"), plan::f("ended_on")})
        faults.refuseFuture(date, today);
    faults.inOrder(plan::f("made_on"), plan::f("signed_on"));
    faults.inOrder(plan::f("made_on"), plan::f("ended_on"));
    if (!plan[plan::f("signed_on")].isBlank())
        for (const FieldRef maker : {plan::f("team"), plan::f("cadres"), plan::f("helpers")})
            faults.require(maker);
    if (!plan[plan::f("ended_on")].isBlank())
        faults.require(plan::f("end_reason"));
    return faults.list();
}

bool canWork(const Record &member)
{
    const QString labour = member[member::f("labour")].toText();
    return labour == "ordinary"_L1 || labour == "skilled"_L1 || labour == "weak"_L1;
}

} // namespace ffp
