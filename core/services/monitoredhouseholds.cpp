// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/monitoredhouseholds.h"

#include "core/db/transaction.h"
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/safeguardfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/domain/householdrules.h"
#include "core/domain/idnumber.h"
#include "core/domain/memberrules.h"
#include "core/log/logcipher.h"
#include "core/services/session.h"
#include "core/store/incomesql.h"
#include "core/store/recordstore.h"

#include <QHash>

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kCompulsoryFrom = 6; ///< ages at the start of the school year, domain.md §7
constexpr int kCompulsoryTo = 15;

QString text(const Record &record, FieldRef field)
{
    return record[field].toText();
}

/// A condition on households, usable under any alias.
struct Condition {
    QString sql; ///< %1 = alias
    std::vector<SqlArg> args;

    Selection households() const
    {
        Selection selection;
        selection.where = sql.arg(u"t"_s);
        selection.args = args;
        return selection;
    }
    /// Records that belong to the households.
    Selection belonging(std::vector<FieldRef> fields = {}) const
    {
        Selection selection;
        selection.where = u"t.household_id IN (SELECT h.rid FROM household h WHERE h.void = 0 AND (%1))"_s
                              .arg(sql.arg(u"h"_s));
        selection.args = args;
        selection.fields = std::move(fields);
        return selection;
    }
};

void narrow(Selection &selection, const QString &condition, std::initializer_list<SqlArg> args = {})
{
    selection.where += u" AND "_s + condition;
    selection.args.insert(selection.args.end(), args);
}

Condition conditionOf(const MonitoredQuery &query)
{
    Condition condition;
    if (!query.area.isNull()) {
        condition.sql = u"%1.area BETWEEN ? AND ? AND "_s;
        const auto [from, to] = areaBounds(query.area);
        condition.args = {from, to};
    }
    const QString classes = QStringList(query.classes.size(), u"?"_s).join(u',');
    condition.sql +=
        u"(EXISTS (SELECT 1 FROM monitor_case c WHERE c.household_id = %1.rid AND c.void = 0"
        " AND c.monitor_class IN ("_s
        + classes
        + u") AND c.status NOT IN ('candidate', 'in_review', 'rejected')"
          " AND (c.identified_ym IS NULL OR c.identified_ym <= ?))"
          " OR (%1.monitor_class IN ("_s
        + classes
        + u") AND NOT EXISTS (SELECT 1 FROM monitor_case c WHERE c.household_id = %1.rid AND c.void = 0)))"_s;
    for (const QString &code : query.classes)
        condition.args.emplace_back(code);
    condition.args.emplace_back(query.on.toString(u"yyyy-MM"_s));
    for (const QString &code : query.classes)
        condition.args.emplace_back(code);
    return condition;
}

/// Reads everything about the households of one query.
class Reader
{
public:
    Reader(const Database &db, const ColumnCipher &cipher, const MonitoredQuery &query, Progress &progress)
        : m_store(db, cipher),
          m_query(query),
          m_progress(progress),
          m_condition(conditionOf(query)),
          m_on(query.on.toString(Qt::ISODate))
    {}

    Result<std::vector<MonitoredHousehold>> read()
    {
        Selection selection = m_condition.households();
        selection.orderBy = u"t.area, t.villager_group, t.household_no, t.local_no, t.rid"_s;
        FFP_TRY(m_store.each(Entity::Household, selection, [this](Record &record) {
            m_place.insert(record.id, m_out.size());
            m_out.emplace_back().household = std::move(record);
            return !m_progress.cancelled();
        }));
        if (!m_out.empty()) {
            FFP_TRY(members());
            FFP_TRY(cases());
            FFP_TRY(incomes());
            FFP_TRY(living());
            FFP_TRY(safeguards());
            FFP_TRY(contacts());
            FFP_TRY(measures());
            FFP_TRY(visits());
            FFP_TRY(flags());
        }
        if (m_progress.cancelled())
            return fail(ErrorKind::Cancelled);
        return std::move(m_out);
    }

private:
    /// Calls `use` with each record of the selection and its household.
    template <class Use>
    Result<> each(Entity entity, FieldRef householdField, const Selection &selection, Use use)
    {
        if (m_progress.cancelled())
            return fail(ErrorKind::Cancelled);
        m_progress.report("read", 0, 0);
        FFP_TRY(m_store.each(entity, selection, [&](Record &record) {
            const auto place = m_place.constFind(record[householdField].toRef());
            if (place != m_place.constEnd())
                use(m_out[*place], record);
            return !m_progress.cancelled();
        }));
        return {};
    }

    Result<> members();
    Result<> heads(const std::vector<RecordId> &chosen);
    Result<> cases();
    Result<> incomes();
    Result<> living();
    Result<> safeguards();
    Result<> contacts();
    Result<> measures();
    Result<> visits();
    Result<> flags();

    bool hasLeft(const Record &member) const;
    void addMember(MonitoredHousehold &household, const Record &member);

    RecordStore m_store;
    const MonitoredQuery &m_query;
    Progress &m_progress;
    Condition m_condition;
    QString m_on;
    std::vector<MonitoredHousehold> m_out;
    QHash<RecordId, size_t> m_place;
};

bool Reader::hasLeft(const Record &member) const
{
    const QString on = text(member, member::f("change_on"));
    return leavesHousehold(text(member, member::f("change_kind"))) && (on.isEmpty() || on <= m_on);
}

/// Counts, and what the register says of school and insurance.
void Reader::addMember(MonitoredHousehold &household, const Record &member)
{
    ++household.population;
    const QString labour = text(member, member::f("labour"));
    if (labour == u"ordinary" || labour == u"skilled" || labour == u"weak")
        ++household.labour;

    const QDate birth = QDate::fromString(text(member, member::f("birth_date")), Qt::ISODate);
    const int age = ageOn(birth, schoolYearStart(m_query.on));
    if (age >= kCompulsoryFrom && age <= kCompulsoryTo) {
        SafeguardState &education = household.safeguards[u"education"_s];
        const QString student = text(member, member::f("student"));
        const bool atSchool = isAtSchool(student);
        // Neither a pupil nor said to be out of school: not known.
        const bool out = !text(member, member::f("dropout_reason")).isEmpty()
                         || (!student.isEmpty() && !atSchool && age > kCompulsoryFrom);
        education.persons += out ? 1 : 0;
        if (education.persons > 0)
            education.status = u"not_met"_s;
        else if (atSchool)
            education.status = u"met"_s;
    }

    const auto receives = [&](FieldRef field) {
        const QString code = text(member, field);
        return !code.isEmpty() && code != u"no";
    };
    household.dibao += receives(member::f("dibao")) ? 1 : 0;
    household.tekun += receives(member::f("tekun")) ? 1 : 0;

    SafeguardState &medical = household.safeguards[u"medical"_s];
    const Value &resident = member[member::f("ins_resident_medical")];
    const Value &employee = member[member::f("ins_employee_medical")];
    // Only the insured of a basic insurance are in that for serious illness; not to be in it says nothing.
    const bool serious = member[member::f("ins_serious_illness")].toBool();
    if (!resident.isBlank() || !employee.isBlank() || serious) {
        medical.persons += resident.toBool() || employee.toBool() || serious ? 0 : 1;
        medical.status = medical.persons > 0 ? u"not_met"_s : u"met"_s;
    }
}

Result<> Reader::members()
{
    std::vector<RecordId> chosen(m_out.size());
    const Selection selection = m_condition.belonging(
        {member::f("household_id"), member::f("relation"), member::f("birth_date"), member::f("labour"),
         member::f("student"), member::f("dropout_reason"), member::f("ins_resident_medical"),
         member::f("ins_employee_medical"), member::f("ins_serious_illness"), member::f("dibao"),
         member::f("tekun"), member::f("change_kind"), member::f("change_on")});
    FFP_TRY(each(Entity::Member, member::f("household_id"), selection,
                 [&](MonitoredHousehold &household, const Record &member) {
                     const RecordId named = household.household[household::f("head_member_id")].toRef();
                     RecordId &head = chosen[size_t(&household - m_out.data())];
                     if (member.id == named
                         || (head.isNull() && text(member, member::f("relation")) == u"head"))
                         head = member.id;
                     if (!hasLeft(member))
                         addMember(household, member);
                 }));
    for (MonitoredHousehold &household : m_out)
        if (household.population == 0) // a list of households only
            household.population = household.household[household::f("population_current")].toInt(
                household.household[household::f("population_year")].toInt());
    return heads(chosen);
}

/// Only now anything that is S-class, and only of the heads.
Result<> Reader::heads(const std::vector<RecordId> &chosen)
{
    std::vector<qint64> rids;
    for (const RecordId id : chosen) {
        if (id.isNull())
            continue;
        FFP_ASSIGN(const qint64 rid, m_store.ridOf(id));
        rids.push_back(rid);
    }
    static constexpr FieldRef kFields[] = {member::f("household_id"), member::f("name"), member::f("sex"),
                                           member::f("id_no"), member::f("phone")};
    FFP_ASSIGN(std::vector<Record> heads, m_store.records(Entity::Member, rids, kFields));
    for (Record &head : heads) {
        const auto place = m_place.constFind(head[member::f("household_id")].toRef());
        if (place != m_place.constEnd())
            m_out[*place].head = std::move(head);
    }
    return {};
}

Result<> Reader::cases()
{
    Selection selection = m_condition.belonging();
    selection.orderBy = u"t.identified_ym, t.rid"_s; // the newest wins
    narrow(selection, u"t.status NOT IN ('candidate', 'in_review', 'rejected')"_s);
    narrow(selection, u"(t.identified_ym IS NULL OR t.identified_ym <= ?)"_s,
           {m_query.on.toString(u"yyyy-MM"_s)});
    FFP_TRY(each(Entity::Case, casefile::f("household_id"), selection,
                 [this](MonitoredHousehold &household, Record &record) {
                     if (m_query.classes.contains(text(record, casefile::f("monitor_class"))))
                         household.monitoring = std::move(record);
                 }));
    QHash<RecordId, size_t> byCase;
    for (size_t i = 0; i < m_out.size(); ++i)
        if (!m_out[i].monitoring.id.isNull())
            byCase.insert(m_out[i].monitoring.id, i);
    Selection risks;
    const Selection parents = m_condition.belonging();
    risks.where = u"t.case_id IN (SELECT t.rid FROM monitor_case t WHERE "_s + parents.where + u')';
    risks.args = parents.args;
    risks.orderBy = u"t.rank, t.rid"_s;
    narrow(risks, u"(t.found_on IS NULL OR t.found_on <= ?)"_s, {m_on});
    return m_store.each(Entity::CaseRisk, risks, [&](Record &record) {
        const auto place = byCase.constFind(record[case_risk::f("case_id")].toRef());
        if (place != byCase.constEnd())
            m_out[*place].risks.push_back(std::move(record));
        return !m_progress.cancelled();
    });
}

Result<> Reader::incomes()
{
    Selection selection = m_condition.belonging(
        {income::f("household_id"), income::f("year"), income::f("phase"), income::f("rule_set"),
         income::f("window_from"), income::f("window_to"), income::f("population"),
         income::f("population_basis"), income::f("net_per_capita"), income::f("reference_per_capita")});
    // A statement without a period covers its calendar year; figures of a month or a quarter and forecasts
    // are not those of twelve months. The last one counts: a computed one after a typed and an imported one.
    selection.orderBy = u"coalesce(t.window_to, t.year || '-12-31'), %1, t.rid"_s.arg(statementRankSql(u"t"));
    narrow(selection, u"t.phase IN ('identify', 'remove', 'annual')"_s);
    narrow(selection, u"coalesce(t.window_to, t.year || '-01-01') <= ?"_s, {m_on});
    return each(Entity::IncomeStatement, income::f("household_id"), selection,
                [](MonitoredHousehold &household, const Record &record) {
                    if (text(record, income::f("phase")) == u"identify")
                        household.identificationIncome = record;
                    if (record[income::f("net_per_capita")].isBlank())
                        return;
                    household.latestIncome = record;
                    const QString year = household.identified().left(4);
                    if (text(record, income::f("phase")) == u"annual" && !year.isEmpty()
                        && QString::number(record[income::f("year")].toInt()) == year)
                        household.identificationYearIncome = record;
                });
}

Result<> Reader::living()
{
    Selection selection = m_condition.belonging(
        {living::f("household_id"), living::f("year"), living::f("dangerous_house"), living::f("safe_water"),
         living::f("industry_help_kinds"), living::f("in_cooperative"), living::f("led_by_firm"),
         living::f("led_by_leader")});
    selection.orderBy = u"t.year, t.rid"_s;
    narrow(selection, u"t.year <= ?"_s, {qint64(m_query.on.year())});
    return each(Entity::LivingConditions, living::f("household_id"), selection,
                [](MonitoredHousehold &household, Record &record) {
                    const auto say = [&](const char *item, FieldRef field, bool good) {
                        if (!record[field].isBlank())
                            household.safeguards[QString::fromLatin1(item)].status = record[field].toBool()
                                                                                             == good
                                                                                         ? u"met"_s
                                                                                         : u"not_met"_s;
                    };
                    say("housing", living::f("dangerous_house"), false);
                    say("water", living::f("safe_water"), true);
                    household.living = std::move(record);
                });
}

/// A check outweighs what the register says; of several on one day the worst.
Result<> Reader::safeguards()
{
    Selection selection = m_condition.belonging({safeguard::f("household_id"), safeguard::f("checked_on"),
                                                 safeguard::f("item"), safeguard::f("status")});
    selection.orderBy =
        u"t.checked_on, CASE t.status WHEN 'not_met' THEN 2 WHEN 'at_risk' THEN 1 ELSE 0 END"_s;
    narrow(selection, u"t.checked_on <= ?"_s, {m_on});
    return each(Entity::SafeguardCheck, safeguard::f("household_id"), selection,
                [](MonitoredHousehold &household, const Record &record) {
                    household.safeguards[text(record, safeguard::f("item"))] = {text(record,
                                                                                     safeguard::f("status")),
                                                                                true, 0};
                });
}

Result<> Reader::contacts()
{
    Selection selection = m_condition.belonging();
    selection.orderBy = u"t.role = ?, t.started_on, t.rid"_s; // the preferred role last: it wins
    narrow(selection, u"t.role IN ('liaison', 'helper')"_s);
    narrow(selection,
           u"(t.started_on IS NULL OR t.started_on <= ?)"
           " AND (t.ended_on IS NULL OR t.ended_on > ?)"_s,
           {m_on, m_on, m_query.contactRole});
    return each(Entity::Assignment, assignment::f("household_id"), selection,
                [](MonitoredHousehold &household, Record &record) { household.contact = std::move(record); });
}

Result<> Reader::measures()
{
    Selection selection = m_condition.belonging(
        {measure::f("household_id"), measure::f("category"), measure::f("content"), measure::f("kind"),
         measure::f("fund_source"), measure::f("amount"), measure::f("started_on"), measure::f("ended_on")});
    selection.orderBy = u"t.started_on, t.rid"_s;
    narrow(selection, u"t.status IN ('doing', 'done') AND coalesce(t.started_on, '') <= ?"_s, {m_on});
    return each(Entity::Measure, measure::f("household_id"), selection,
                [](MonitoredHousehold &household, Record &record) {
                    household.measures.push_back(std::move(record));
                });
}

Result<> Reader::visits()
{
    Selection selection = m_condition.belonging(
        {visit::f("household_id"), visit::f("visited_on"), visit::f("mode"), visit::f("people")});
    selection.orderBy = u"t.visited_on, t.rid"_s;
    narrow(selection, u"t.visited_on <= ?"_s, {m_on});
    return each(Entity::Visit, visit::f("household_id"), selection,
                [](MonitoredHousehold &household, Record &record) {
                    household.lastVisit = std::move(record);
                });
}

Result<> Reader::flags()
{
    Selection selection = m_condition.belonging(
        {flag::f("household_id"), flag::f("rule"), flag::f("level"), flag::f("status"), flag::f("due")});
    selection.orderBy = u"t.level <> 'red', t.raised_on, t.rid"_s;
    narrow(selection,
           u"t.status <> 'refuted' AND (t.raised_on IS NULL OR t.raised_on <= ?)"
           " AND ((t.closed_on IS NULL AND t.status <> 'closed') OR t.closed_on > ?)"_s,
           {m_on, m_on});
    return each(Entity::Flag, flag::f("household_id"), selection,
                [](MonitoredHousehold &household, Record &record) {
                    household.flags.push_back(std::move(record));
                });
}

} // namespace

QString MonitoredHousehold::identified() const
{
    const QString ofCase = text(monitoring, casefile::f("identified_ym"));
    return ofCase.isEmpty() ? text(household, household::f("first_identified")) : ofCase;
}

QString MonitoredHousehold::monitorClass() const
{
    const QString ofCase = text(monitoring, casefile::f("monitor_class"));
    return ofCase.isEmpty() ? text(household, household::f("monitor_class")) : ofCase;
}

Result<std::vector<MonitoredHousehold>> readMonitoredHouseholds(const Database &db,
                                                                const ColumnCipher &cipher,
                                                                const MonitoredQuery &query,
                                                                Progress &progress)
{
    if (query.classes.isEmpty() || !query.on.isValid())
        return fail(ErrorKind::InvalidArgument, u"classes or day"_s);
    FFP_ASSIGN(const ReadSnapshot transaction, ReadSnapshot::begin(db));
    return Reader(db, cipher, query, progress).read();
}

Result<std::vector<MonitoredHousehold>> readMonitoredHouseholds(const Session &session,
                                                                const MonitoredQuery &query,
                                                                Progress &progress)
{
    return readMonitoredHouseholds(session.database(), session.cipher(), query, progress);
}

} // namespace ffp
