// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/incomefile.h"

#include "app/cli/cli.h"
#include "core/base/about.h"
#include "core/domain/codelist.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"

#include <QJsonArray>

#include <cmath>

namespace ffp::cli {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr FieldRef kHead[] = {
    income::f("phase"),
    income::f("window_from"),
    income::f("window_to"),
    income::f("population"),
    income::f("population_basis"),
    income::f("rule_set"),
    income::f("wage_total"),
    income::f("business_total"),
    income::f("property_total"),
    income::f("transfer_total"),
    income::f("business_cost"),
    income::f("claims_income"),
    income::f("compliant_self_pay"),
    income::f("prepared_by"),
    income::f("prepared_on"),
};
constexpr FieldRef kLine[] = {
    income_line::f("item"),   income_line::f("amount"), income_line::f("quantity"),  income_line::f("unit"),
    income_line::f("factor"), income_line::f("note"),   income_line::f("member_id"),
};

/// A JSON number with a fraction is held in 15 digits for certain: two decimals and these before them.
constexpr double kExact = 1e13;

class Reader
{
public:
    Reader(const RegistryService &registry, RecordId household, QDate today)
        : m_registry(registry),
          m_household(household),
          m_today(today)
    {}

    IncomeDraft read(const QJsonObject &file)
    {
        std::map<QString, Value> head = fields(file, {}, kHead, {u"items"_s, u"period"_s, u"identified"_s});
        IncomeDraft draft;
        window(file, head, draft);
        draft.population = number(head, "population");
        draft.populationBasis = head["population_basis"_L1].toText();
        draft.ruleSet = head["rule_set"_L1].toText();
        if (draft.ruleSet.contains(u'/')) // as `income show` gives it
            draft.ruleSet = draft.ruleSet.section(u'/', 1).section(u'@', 0, 0);
        draft.totals = {money(head, "wage_total"),        money(head, "business_total"),
                        money(head, "property_total"),    money(head, "transfer_total"),
                        money(head, "business_cost"),     money(head, "claims_income"),
                        money(head, "compliant_self_pay")};
        draft.preparedBy = head["prepared_by"_L1].toText();
        draft.preparedOn = day(head, "prepared_on");
        lines(file.value("items"_L1), draft);
        return draft;
    }
    const QStringList &faults() const { return m_faults; }

private:
    void fault(const QString &place, const QString &why) { m_faults << place + u": "_s + why; }

    /// Values by field id of what the object names; faults for what is no key of it.
    std::map<QString, Value> fields(const QJsonObject &object, const QString &path,
                                    std::span<const FieldRef> known, const QStringList &others)
    {
        std::map<QString, Value> values;
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString place = path + it.key();
            const auto ref = std::find_if(known.begin(), known.end(), [&](FieldRef one) {
                return it.key() == QLatin1String(fieldDef(one).id);
            });
            if (ref != known.end())
                values[it.key()] = value(it.value(), place, fieldDef(*ref));
            else if (!others.contains(it.key()))
                fault(place, u"unknown_field"_s);
        }
        return values;
    }

    Value value(const QJsonValue &json, const QString &place, const FieldDef &field)
    {
        if (json.isNull())
            return {};
        if (!json.isString() && !json.isDouble()) {
            fault(place, u"bad_value"_s);
            return {};
        }
        // The shortest text of the number is what stood in the file, up to 17 digits.
        const QString text = json.isString() ? json.toString()
                             : json.isDouble() && json.toInteger(-1) == json.toInteger(-2)
                                 ? QString::number(json.toInteger())
                                 : QString::number(json.toDouble(), 'g', QLocale::FloatingPointShortest);
        if (field.type == FieldType::Ref)
            return member(text, place);
        if (json.isDouble() && text.contains(u'.') && std::abs(json.toDouble()) >= kExact) {
            fault(place, QLatin1String(findingDef(ffp::Finding::DigitsLost).kind));
            return {};
        }
        const ParsedValue parsed = parseValue(field, text, {.today = m_today});
        if (parsed.notes.contains(Finding::DecimalsRounded))
            fault(place, u"too_precise"_s);
        else if (parsed.fault)
            fault(place, QLatin1String(findingDef(*parsed.fault).kind));
        else
            return parsed.value;
        return {};
    }

    Value member(const QString &text, const QString &place)
    {
        if (const auto found = m_registry.findMember(text, m_household))
            return Value(*found);
        fault(place, u"not_there"_s);
        return {};
    }

    /// "period", "identified" or the two days; what kind of statement it is follows where it is not said.
    void window(const QJsonObject &file, const std::map<QString, Value> &head, IncomeDraft &draft)
    {
        QString kind = u"annual"_s;
        const QString period = file.value("period"_L1).toVariant().toString();
        const QString identified = file.value("identified"_L1).toVariant().toString();
        draft.window = {day(head, "window_from"), day(head, "window_to")};
        if (!period.isEmpty()) {
            const auto read = incomePeriodFromText(period);
            if (!read)
                fault(u"period"_s, u"income_period"_s);
            draft.window = read.value_or(IncomeWindow());
            if (isWindowOf(u"month"_s, draft.window) || isWindowOf(u"quarter"_s, draft.window))
                kind = isWindowOf(u"month"_s, draft.window) ? u"month"_s : u"quarter"_s;
        } else if (!identified.isEmpty()) {
            const auto month = YearMonth::fromString(identified);
            if (!month)
                fault(u"identified"_s, u"impossible_month"_s);
            draft.window = month ? identificationWindow(*month) : IncomeWindow();
            kind = u"identify"_s;
        }
        const auto phase = head.find(u"phase"_s);
        draft.phase = phase == head.end() || phase->second.isBlank() ? kind : phase->second.toText();
    }

    void lines(const QJsonValue &json, IncomeDraft &draft)
    {
        if (json.isUndefined() || json.isNull())
            return;
        if (!json.isArray())
            return fault(u"items[]"_s, u"bad_value"_s);
        const QJsonArray array = json.toArray();
        for (qsizetype i = 0; i < array.size(); ++i) {
            const QString place = u"items[%1]"_s.arg(i);
            if (!array[i].isObject()) {
                fault(place, u"bad_value"_s);
                continue;
            }
            std::map<QString, Value> line = fields(array[i].toObject(), place + u'.', kLine, {});
            draft.lines.push_back({line["item"_L1].toText(), number(line, "quantity"),
                                   line["unit"_L1].toText(), money(line, "amount"), number(line, "factor"),
                                   line["note"_L1].toText(), line["member_id"_L1].toRef()});
        }
    }

    static const Value &at(const std::map<QString, Value> &values, const char *id)
    {
        static const Value blank;
        const auto found = values.find(QLatin1String(id));
        return found == values.end() ? blank : found->second;
    }
    static std::optional<qint64> number(const std::map<QString, Value> &values, const char *id)
    {
        const Value &value = at(values, id);
        return value.isBlank() ? std::nullopt : std::optional(value.toInt());
    }
    static std::optional<Money> money(const std::map<QString, Value> &values, const char *id)
    {
        const auto fen = number(values, id);
        return fen ? std::optional(Money::fromFen(*fen)) : std::nullopt;
    }
    static QDate day(const std::map<QString, Value> &values, const char *id)
    {
        return QDate::fromString(at(values, id).toText(), Qt::ISODate);
    }

    const RegistryService &m_registry;
    RecordId m_household;
    QDate m_today;
    QStringList m_faults;
};

QString helpLine(FieldRef ref, Language language)
{
    const FieldDef &field = fieldDef(ref);
    QStringList codes;
    if (field.type == FieldType::Code)
        for (const Code &code : codeList(field.list)->codes)
            codes << QLatin1String(code.code) + u' ' + codeLabel(code, language);
    return u"    \"%1\": %2%3"_s.arg(QLatin1String(field.id), fieldLabel(field, language),
                                     codes.isEmpty() ? QString() : u" ("_s + codes.join(u", "_s) + u')');
}

} // namespace

Result<IncomeDraft> incomeDraftFromJson(const QJsonObject &file, const RegistryService &registry,
                                        RecordId household, QDate today)
{
    Reader reader(registry, household, today);
    IncomeDraft draft = reader.read(file);
    if (reader.faults().isEmpty())
        return draft;
    return fail(Error{ErrorKind::InvalidValue, aboutField(u"income_statement"_s, {}), reader.faults(), {}});
}

QString incomeFileHelp(Language language)
{
    QStringList
        lines{Cli::tr("The file is one JSON object; amounts are texts or numbers with at most two decimals:"),
              u"  {\"period\": \"2020\", \"population\": 4, \"population_basis\": \"current\","_s,
              u"   \"items\": [{\"item\": \"A1\", \"amount\": \"12000.00\", \"note\": \"…\"}, …]}"_s,
              Cli::tr("  Keys (\"period\" is 2020, 2020-09, 2020Q3 or 2019-09..2020-08; \"identified\": "
                      "\"2020-09\" means the 12 months before it; without items the totals are taken):")};
    for (const FieldRef ref : kHead)
        lines << helpLine(ref, language);
    lines << Cli::tr("  Keys of an item:");
    for (const FieldRef ref : kLine)
        lines << helpLine(ref, language);
    return lines.join(u'\n');
}

} // namespace ffp::cli
