// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/incomeservice.h"

#include "core/base/about.h"
#include "core/domain/codelist.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/log/logcipher.h"
#include "core/log/transact.h"
#include "core/services/fieldcheck.h"
#include "core/services/householdchanges.h"
#include "core/services/incomesum.h"
#include "core/services/incomewriter.h"
#include "core/services/policyservice.h"
#include "core/store/incomesql.h"
#include "core/store/recordstore.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

QDate dayOf(const Value &value)
{
    return QDate::fromString(value.toText(), Qt::ISODate);
}

QString textOf(const Record &record, FieldRef field)
{
    return record[field].toText();
}

/// Whether two are held beside each other over time: years with years, months with months.
QString kindOf(const Record &statement)
{
    const QString phase = textOf(statement, income::f("phase"));
    return phase == u"month" || phase == u"quarter" ? phase : u"year"_s;
}

/// Of one period the computed one counts before a typed and an imported one, then the later one; as the
/// month-end check takes them (core/analysis/viewsql.cpp).
bool isBefore(const Record &a, const Record &b)
{
    const auto rank = [](const Record &one) { return statementRank(textOf(one, income::f("origin"))); };
    const QDate untilA = incomeWindowOf(a).to;
    const QDate untilB = incomeWindowOf(b).to;
    if (untilA != untilB)
        return untilA < untilB;
    if (rank(a) != rank(b))
        return rank(a) < rank(b);
    const QString preparedA = textOf(a, income::f("prepared_on"));
    const QString preparedB = textOf(b, income::f("prepared_on"));
    return preparedA != preparedB ? preparedA < preparedB : a.rid < b.rid;
}

bool comesBefore(const Record &a, const Record &of)
{
    return a.id != of.id && kindOf(a) == kindOf(of) && incomeWindowOf(a).to < incomeWindowOf(of).to;
}

Error notFound(const QString &key)
{
    return Error{ErrorKind::NotFound, aboutKey(u"income_statement"_s, key), {}, {}};
}

std::map<QString, Money> sumsByItem(const std::vector<Record> &lines)
{
    std::map<QString, Money> sums;
    for (const Record &line : lines) {
        Money &sum = sums[textOf(line, income_line::f("item"))];
        sum = sum + Money::fromFen(line[income_line::f("amount")].toInt());
    }
    return sums;
}

std::optional<Money> moneyIn(const std::map<QString, Money> &sums, const QString &item)
{
    const auto found = sums.find(item);
    return found == sums.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Money> moneyIn(const Record &statement, FieldRef field)
{
    const Value &value = statement[field];
    return value.isBlank() ? std::nullopt : std::optional(Money::fromFen(value.toInt()));
}

} // namespace

std::vector<IncomeChange> incomeChanges(const Record &before, const std::vector<Record> &beforeLines,
                                        const Record &after, const std::vector<Record> &afterLines)
{
    std::vector<IncomeChange> changes;
    const auto add = [&changes](const QString &item, FieldRef total, std::optional<Money> was,
                                std::optional<Money> is) {
        if (was != is)
            changes.push_back({item, total, was, is});
    };
    if (!beforeLines.empty() && !afterLines.empty()) {
        const auto was = sumsByItem(beforeLines);
        const auto is = sumsByItem(afterLines);
        for (const Code &code : codeList("income_item")->codes) {
            const QString item = QString::fromLatin1(code.code);
            add(item, income::f("gross_total"), moneyIn(was, item), moneyIn(is, item));
        }
    }
    const auto fields = entityDef(Entity::IncomeStatement).fields;
    for (quint16 i = 0; i < fields.size(); ++i) {
        const FieldRef field{Entity::IncomeStatement, i};
        if (fields[i].type == FieldType::Money)
            add({}, field, moneyIn(before, field), moneyIn(after, field));
    }
    return changes;
}

IncomeWindow incomeWindowOf(const Record &statement)
{
    const IncomeWindow window{dayOf(statement[income::f("window_from")]),
                              dayOf(statement[income::f("window_to")])};
    const int year = int(statement[income::f("year")].toInt());
    if (window.from.isValid() || window.to.isValid() || year <= 0)
        return window;
    return {QDate(year, 1, 1), QDate(year, 12, 31)};
}

const Record *lastIncomeStatement(const std::vector<Record> &statements, const Record &of)
{
    const Record *last = nullptr;
    for (const Record &one : statements)
        if (!of.id.isNull() && comesBefore(one, of) && (!last || isBefore(*last, one)))
            last = &one;
    return last;
}

Result<IncomeDraft> IncomeService::newDraft(RecordId household) const
{
    FFP_ASSIGN(const PolicyPack pack, PolicyService(m_session).pack());
    FFP_ASSIGN(const std::vector<Record> members, RecordStore(m_session.database(), m_session.cipher())
                                                      .referring(member::f("household_id"), household));
    IncomeDraft draft;
    draft.phase = u"annual"_s;
    draft.window = identificationWindow(YearMonth::of(m_session.clock().today()));
    const auto there = std::count_if(members.begin(), members.end(), isInHousehold);
    if (there > 0)
        draft.population = there;
    return withDefaults(std::move(draft), pack);
}

Result<IncomeDraft> IncomeService::withDefaults(IncomeDraft draft, const PolicyPack &pack) const
{
    if (!draft.preparedOn.isValid())
        draft.preparedOn = m_session.clock().today();
    if (draft.preparedBy.isEmpty())
        draft.preparedBy = m_session.user().shownName();
    if (const IncomeRuleSet *chosen = pack.chosenIncomeRuleSet(draft.preparedOn);
        chosen && draft.ruleSet.isEmpty())
        draft.ruleSet = chosen->id;
    const IncomeRuleSet *rules = pack.incomeRuleSet(draft.ruleSet);
    if (!rules)
        return draft;
    if (draft.populationBasis.isEmpty())
        draft.populationBasis = rules->populationBasis;
    return completedDraft(std::move(draft), *rules);
}

Result<IncomeForm> IncomeService::form(RecordId household, RecordId statement) const
{
    IncomeForm form;
    FFP_ASSIGN(form.pack, PolicyService(m_session).pack());
    FFP_ASSIGN(form.members, RecordStore(m_session.database(), m_session.cipher())
                                 .referring(member::f("household_id"), household));
    FFP_ASSIGN(const auto all, statements(household));
    if (statement.isNull()) {
        FFP_ASSIGN(form.draft, newDraft(household));
        for (const IncomeStatement &one : all)
            if (form.last.empty() && kindOf(one.statement) == u"year")
                form.last = sumsByItem(one.lines);
        return form;
    }
    FFP_ASSIGN(const IncomeView shown, view(statement));
    form.stored = shown.statement;
    form.draft = incomeDraftOf(shown.statement, shown.lines);
    form.draft.window = incomeWindowOf(shown.statement); // an imported one may name a year only
    if (!form.pack.incomeRuleSetByStamp(textOf(shown.statement, income::f("rule_set"))))
        form.draft.ruleSet.clear(); // of another pack: the office's own is offered
    FFP_ASSIGN(form.draft, withDefaults(std::move(form.draft), form.pack));
    if (shown.last)
        form.last = sumsByItem(shown.last->lines);
    return form;
}

Result<IncomeSaved> IncomeService::save(RecordId household, const IncomeDraft &entered)
{
    FFP_TRY(mayWrite(m_session));
    const RecordStore store(m_session.database(), m_session.cipher());
    FFP_ASSIGN(const Record owner, store.record(household));
    if (owner.entity != Entity::Household)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"household"_s, household.toString()), {}, {}});
    if (owner.voided)
        return fail(Error{ErrorKind::RuleBroken,
                          aboutKey(u"household"_s, household.toString()),
                          {u"members_of_void"_s},
                          {}});
    FFP_ASSIGN(const PolicyPack pack, PolicyService(m_session).pack());
    FFP_ASSIGN(const IncomeDraft draft, withDefaults(entered, pack));
    QStringList faults = incomeFaults(draft, pack, m_session.clock().today());
    FFP_ASSIGN(const std::vector<Record> members, store.referring(member::f("household_id"), household));
    for (size_t i = 0; i < draft.lines.size(); ++i)
        if (const RecordId who = draft.lines[i].member;
            !who.isNull() && std::none_of(members.begin(), members.end(), [who](const Record &one) {
                return one.id == who;
            }))
            faults << u"items[%1].member_id: not_there"_s.arg(i);
    if (!faults.isEmpty())
        return fail(Error{ErrorKind::InvalidValue, aboutField(u"income_statement"_s, {}), faults, {}});

    FFP_ASSIGN(const std::vector<IncomeStatement> before, statements(household));
    const IncomeWriter written(draft, pack);
    const IncomeStatement *const same = written.sameIn(before);
    IncomeSaved saved{same ? same->statement.id : RecordId(), !same, {}};
    const Operation operation{.verb = "income.set",
                              .actor = m_session.user().id,
                              .note = {},
                              .about = household};
    FFP_TRY(m_session.log().transact(operation, [&](ChangeWriter &writer) -> Result<> {
        FFP_ASSIGN(saved.statement, written.write(writer, owner, same));
        return {};
    }));
    if (same) {
        FFP_ASSIGN(const IncomeView now, view(saved.statement));
        saved.replaced = incomeChanges(same->statement, same->lines, now.statement, now.lines);
    }
    return saved;
}

Result<> IncomeService::withdraw(RecordId statement, const QString &reason)
{
    FFP_TRY(mayWrite(m_session));
    if (reason.trimmed().isEmpty())
        return fail(Error{ErrorKind::InvalidValue,
                          aboutField(u"income_statement"_s, u"reason"_s),
                          {u"occasion.reason: required"_s},
                          {}});
    FFP_ASSIGN(const IncomeView shown, view(statement));
    const Operation operation{.verb = "income.void",
                              .actor = m_session.user().id,
                              .note = reason,
                              .about = shown.statement[income::f("household_id")].toRef()};
    FFP_TRY(m_session.log().transact(operation, [&](ChangeWriter &writer) -> Result<> {
        for (const Record &line : shown.lines)
            FFP_TRY(writer.setVoid(line.id, true, reason));
        return writer.setVoid(statement, true, reason);
    }));
    return {};
}

Result<std::vector<IncomeStatement>> IncomeService::statements(RecordId household) const
{
    const RecordStore store(m_session.database(), m_session.cipher());
    FFP_ASSIGN(std::vector<Record> records, store.referring(income::f("household_id"), household));
    std::sort(records.begin(), records.end(),
              [](const Record &a, const Record &b) { return isBefore(b, a); });
    std::vector<IncomeStatement> all;
    for (Record &record : records) {
        FFP_ASSIGN(std::vector<Record> lines,
                   store.referring(income_line::f("statement_id"), record.id, u"t.item, t.rid"_s));
        all.push_back({std::move(record), std::move(lines)});
    }
    return all;
}

Result<std::vector<Record>> IncomeService::list(RecordId household) const
{
    FFP_ASSIGN(std::vector<IncomeStatement> all, statements(household));
    std::vector<Record> records;
    for (IncomeStatement &one : all)
        records.push_back(std::move(one.statement));
    return records;
}

Result<IncomeView> IncomeService::view(RecordId statement) const
{
    const RecordStore store(m_session.database(), m_session.cipher());
    FFP_ASSIGN(const Record record, store.record(statement));
    if (record.entity != Entity::IncomeStatement || record.voided)
        return fail(notFound(statement.toString()));
    FFP_ASSIGN(const auto all, statements(record[income::f("household_id")].toRef()));
    for (const IncomeStatement &one : all)
        if (one.statement.id == statement)
            return viewOf(one, all);
    return fail(notFound(statement.toString()));
}

Result<IncomeView> IncomeService::latest(RecordId household) const
{
    FFP_ASSIGN(const auto all, statements(household));
    if (all.empty())
        return fail(notFound({}));
    return viewOf(all.front(), all);
}

Result<IncomeView> IncomeService::show(RecordId household, const IncomeWindow &period) const
{
    FFP_ASSIGN(const auto all, statements(household));
    for (const IncomeStatement &one : all)
        if (incomeWindowOf(one.statement) == period)
            return viewOf(one, all);
    const bool calendarYear = isTwelveMonths(period) && period.from.month() == 1;
    for (const IncomeStatement &one : all)
        if (calendarYear && kindOf(one.statement) == u"year"
            && incomeWindowOf(one.statement).to.year() == period.to.year())
            return viewOf(one, all);
    FFP_ASSIGN(auto sum, sumOfParts(all, period));
    if (!sum)
        return fail(notFound(period.from.toString(Qt::ISODate) + u".."_s + period.to.toString(Qt::ISODate)));
    FFP_ASSIGN(IncomeView shown, viewOf(sum->statement, all));
    shown.missingMonths = sum->missingMonths;
    if (!shown.missingMonths.isEmpty())
        shown.belowLine.reset(); // a part of a year says nothing about the year
    return shown;
}

Result<IncomeView> IncomeService::viewOf(const IncomeStatement &shown,
                                         const std::vector<IncomeStatement> &all) const
{
    IncomeView out{{shown}, {}, {}, {}, {}, {}, {}, {}};
    const Record &statement = shown.statement;
    const IncomeWindow window = incomeWindowOf(statement);
    const auto other = [&](const IncomeStatement &one) {
        return IncomeView::Other{{one}, incomeChanges(one.statement, one.lines, statement, shown.lines)};
    };
    for (const IncomeStatement &one : all) {
        if (one.statement.id == statement.id)
            continue;
        if (incomeWindowOf(one.statement) == window)
            out.beside.push_back(other(one));
        else if (!out.last && comesBefore(one.statement, statement))
            out.last = other(one); // newest first
    }
    for (const Record &line : shown.lines)
        if (line[income_line::f("counted")].isBlank()
            && textOf(statement, income::f("origin")) == u"calculated"
            && !out.undecided.contains(textOf(line, income_line::f("item"))))
            out.undecided << textOf(line, income_line::f("item"));

    FFP_ASSIGN(const PolicyPack pack, PolicyService(m_session).pack());
    const QDate prepared = dayOf(statement[income::f("prepared_on")]);
    const Value line = pack.value(u"income_line"_s, prepared.isValid() ? prepared : window.to);
    const IncomeRuleSet *rules = pack.incomeRuleSetByStamp(textOf(statement, income::f("rule_set")));
    out.testFigure = rules ? rules->testFigure : QString();
    const auto total = moneyIn(statement, out.testFigure == u"reference_per_capita"_s
                                              ? income::f("reference_total")
                                              : income::f("net_total"));
    if (!line.isBlank())
        out.line = Money::fromFen(line.toInt());
    if (out.line && total && rules && kindOf(statement) == u"year"_s && isTwelveMonths(window))
        out.belowLine = isBelowLine(*total, *out.line, int(statement[income::f("population")].toInt()));
    return out;
}

} // namespace ffp
