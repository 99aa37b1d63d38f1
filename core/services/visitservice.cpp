// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/visitservice.h"

#include "core/base/about.h"
#include "core/base/yearmonth.h"
#include "core/domain/alertcounts.h"
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/log/logcipher.h"
#include "core/services/fieldcheck.h"
#include "core/services/householdnames.h"
#include "core/services/lawfuledits.h"
#include "core/services/visitdrafts.h"
#include "core/store/householdstore.h"
#include "core/store/recordstore.h"

#include <algorithm>

namespace ffp {
namespace {

using namespace Qt::Literals::StringLiterals;

void addUnique(QStringList &list, const QString &text)
{
    if (!text.isEmpty() && !list.contains(text))
        list << text;
}

/// The monthly contact counts for the month whatever else is talked about, so it comes first.
QString purposeFor(const QStringList &due)
{
    if (due.contains(u"contact_month"_s))
        return u"monthly"_s;
    const bool alert = std::any_of(due.begin(), due.end(),
                                   [](const QString &item) { return item.startsWith("flag:"_L1); });
    return alert ? u"flag"_s : u"routine"_s;
}

Selection selectionOf(const AreaCode &area, QDate from, QDate to)
{
    QStringList parts;
    Selection selection;
    selection.orderBy = u"t.visited_on DESC, t.rid DESC"_s;
    if (!area.isNull()) {
        parts << u"t.area BETWEEN ? AND ?"_s;
        for (const QString &bound : areaBounds(area))
            selection.args.emplace_back(bound);
    }
    if (from.isValid()) {
        parts << u"t.visited_on >= ?"_s;
        selection.args.emplace_back(from.toString(Qt::ISODate));
    }
    if (to.isValid()) {
        parts << u"t.visited_on <= ?"_s;
        selection.args.emplace_back(to.toString(Qt::ISODate));
    }
    selection.where = parts.join(u" AND "_s);
    return selection;
}

/// As the list of households has it.
Result<bool> isMonitored(const Session &session, const Record &household)
{
    const HouseholdColumn *const column = householdColumn(u"monitored");
    FFP_ASSIGN(const auto cells, HouseholdStore(session.database(), session.cipher())
                                     .cells(std::span(&household.rid, 1), std::span(&column, 1)));
    return cells.front().front().toBool();
}

} // namespace

Result<VisitForm> VisitService::prepare(RecordId household) const
{
    VisitForm form;
    FFP_ASSIGN(form.household, RegistryService(m_session).household(household));
    const std::vector<Record> &visits = form.household.visits;
    if (!visits.empty())
        form.lastVisit = visits.front();

    const User &user = m_session.user();
    addUnique(form.people, user.shownName());
    if (form.lastVisit) {
        const QStringList before = (*form.lastVisit)[visit::f("people")].toList();
        for (const QString &person : before)
            if (form.people.size() < 2)
                addUnique(form.people, person);
    }
    form.knownPeople = form.people;
    for (const Record &assigned : form.household.assignments)
        addUnique(form.knownPeople, assigned[assignment::f("name")].toText());
    for (const Record &earlier : visits)
        for (const QString &person : earlier[visit::f("people")].toList())
            addUnique(form.knownPeople, person);

    const QDate today = m_session.clock().today();
    const bool contacted = form.lastVisit
                           && (*form.lastVisit)[visit::f("visited_on")].toText().startsWith(
                               YearMonth::of(today).toString());
    FFP_ASSIGN(const bool monitored, isMonitored(m_session, form.household.household));
    if (form.household.household[household::f("monitor_class")].toText() == "edge"_L1 && monitored
        && !contacted)
        form.due << u"contact_month"_s;
    for (const Record &flag : form.household.flags)
        if (!alertSettled(flag[flag::f("status")].toText()))
            form.due << u"flag:"_s + flag[flag::f("rule")].toText();
    form.proposed = {{visit::f("visited_on"), Value(today.toString(Qt::ISODate))},
                     {visit::f("mode"), Value(u"home"_s)},
                     {visit::f("purpose"), Value(purposeFor(form.due))}};
    FFP_ASSIGN(const auto kept, draft(household));
    form.hasDraft = kept.has_value();
    return form;
}

Result<> checkVisit(const NewVisit &visit, QDate today)
{
    QStringList faults;
    for (const FieldValues *part : {&visit.values, &visit.householdChanges})
        if (const auto checked = checkFields(*part, today); !checked)
            faults << checked.error().args;
    for (const auto &[member, changes] : visit.memberChanges)
        if (const auto checked = checkFields(changes, today); !checked)
            faults << checked.error().args;

    const QDate on = QDate::fromString(valueIn(visit.values, visit::f("visited_on")).toText(), Qt::ISODate);
    if (!on.isValid())
        faults << u"visited_on: required"_s;
    else if (on > today)
        faults << u"visited_on: future"_s;
    if (valueIn(visit.values, visit::f("mode")).isBlank())
        faults << u"mode: required"_s;
    if (valueIn(visit.values, visit::f("people")).toList().isEmpty())
        faults << u"people: required"_s;
    const QStringList changes = valueIn(visit.values, visit::f("changes")).toList();
    if (changes.contains(u"none"_s)
        && (changes.size() > 1 || !visit.householdChanges.empty() || !visit.memberChanges.empty()))
        faults << u"changes: none_with_others"_s;
    if (changes.isEmpty())
        faults << u"changes: required"_s;
    if (faults.isEmpty())
        return {};
    faults.removeDuplicates();
    return fail(Error{ErrorKind::InvalidValue,
                      aboutField(u"visit"_s, faults.first().section(u':', 0, 0)),
                      faults,
                      {}});
}

Result<RecordId> VisitService::add(const NewVisit &visit)
{
    FFP_TRY(mayWrite(m_session));
    FFP_TRY(checkVisit(visit, m_session.clock().today()));
    FieldValues values = visit.values;
    FFP_ASSIGN(const Record household,
               RecordStore(m_session.database(), m_session.cipher()).record(visit.household));
    if (household.voided)
        return fail(Error{ErrorKind::RuleBroken,
                          aboutKey(u"household"_s, visit.household.toString()),
                          {u"members_of_void"_s},
                          {}});
    values.emplace_back(visit::f("household_id"), Value(visit.household));
    RecordId made;
    const Operation operation{.verb = "visit.add",
                              .actor = m_session.user().id,
                              .note = {},
                              .about = visit.household};
    const auto work = [&](ChangeWriter &writer) -> Result<> {
        FFP_ASSIGN(made, writer.create(Entity::Visit, household.area, values));
        LawfulEdits edits(m_session, writer);
        if (!visit.householdChanges.empty())
            FFP_TRY(edits.edit(visit.household, visit.householdChanges));
        for (const auto &[member, fields] : visit.memberChanges)
            FFP_TRY(edits.edit(member, fields));
        FFP_TRY(edits.check());
        // Together with the visit: a draft that stayed behind would be saved as a second visit, and a refusal
        // after the commit would call a saved visit not saved.
        return VisitDrafts(m_session).remove(visit.household);
    };
    FFP_TRY(m_session.log().transact(operation, work));
    return made;
}

Result<std::vector<Record>> VisitService::list(const AreaCode &area, QDate from, QDate to) const
{
    return RecordStore(m_session.database(), m_session.cipher())
        .select(Entity::Visit, selectionOf(area, from, to));
}

Result<std::vector<VisitRow>> VisitService::rows(const AreaCode &area, QDate from, QDate to,
                                                 Language language) const
{
    const RecordStore store(m_session.database(), m_session.cipher());
    Selection selection = selectionOf(area, from, to);
    selection.fields = {visit::f("household_id"), visit::f("visited_on"), visit::f("mode"),
                        visit::f("people"),       visit::f("changes"),    visit::f("change_note")};
    FFP_ASSIGN(std::vector<Record> visits, store.select(Entity::Visit, selection));
    std::vector<VisitRow> rows;
    for (Record &visit : visits) {
        FFP_ASSIGN(const qint64 household, store.ridOf(visit[visit::f("household_id")].toRef()));
        rows.push_back({std::move(visit), household, {}, {}});
    }
    FFP_TRY(nameHouseholds(m_session, rows, language));
    return rows;
}

Result<std::vector<Record>> VisitService::listOf(RecordId household) const
{
    return RecordStore(m_session.database(), m_session.cipher())
        .referring(visit::f("household_id"), household, u"t.visited_on DESC, t.rid DESC"_s);
}

Result<> VisitService::saveDraft(const VisitDraft &draft)
{
    return VisitDrafts(m_session).save(draft);
}

Result<std::optional<VisitDraft>> VisitService::draft(RecordId household) const
{
    return VisitDrafts(m_session).find(household);
}

Result<std::vector<VisitDraft>> VisitService::drafts() const
{
    return VisitDrafts(m_session).all();
}

Result<> VisitService::discardDraft(RecordId household)
{
    return VisitDrafts(m_session).discard(household);
}

} // namespace ffp
