// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/undoservice.h"

#include "core/base/about.h"
#include "core/log/undo.h"
#include "core/services/fieldcheck.h"
#include "core/services/helplaws.h"
#include "core/services/householdlaws.h"
#include "core/services/people.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

ChangeEntry entryOf(const Change &change, const People &people)
{
    ChangeEntry entry;
    entry.change = change.id;
    entry.verb = change.verb;
    entry.atMs = change.atMs;
    entry.actor = change.actor;
    entry.actorName = people.nameOf(change.actor);
    entry.note = change.note;
    entry.about = change.about;
    entry.ops = change.lastOp - change.firstOp + 1;
    entry.undone = change.undoneBy != 0;
    entry.undoable = change.undoable && !entry.undone;
    entry.undoes = change.undoes;
    return entry;
}

/// The change that the next redo takes back is an undo.
Result<std::optional<Change>> nextChange(const Session &session, bool redo)
{
    const ChangeLog log(session.database());
    return redo ? log.nextRedo(session.user().id) : log.nextUndo(session.user().id);
}

/// What was done first: an undo takes back a change, a redo takes back an undo.
Result<Change> originOf(Change change, const ChangeLog &log)
{
    while (change.undoes != 0) {
        FFP_ASSIGN(change, log.change(change.undoes));
    }
    return change;
}

tl::unexpected<Error> nothingLeft()
{
    return fail(Error{ErrorKind::NotFound, aboutKey(u"change"_s, {}), {}, {}});
}

} // namespace

Result<std::vector<ChangeEntry>> UndoService::changes(int limit) const
{
    FFP_ASSIGN(const std::vector<Change> latest, ChangeLog(m_session.database()).latest(limit));
    const People people(m_session);
    std::vector<ChangeEntry> entries;
    entries.reserve(latest.size());
    for (const Change &change : latest)
        entries.push_back(entryOf(change, people));
    return entries;
}

Result<std::optional<ChangeEntry>> UndoService::nextUndo() const
{
    FFP_ASSIGN(const std::optional<Change> next, nextChange(m_session, false));
    if (!next)
        return std::optional<ChangeEntry>();
    return entryOf(*next, People(m_session));
}

Result<std::optional<ChangeEntry>> UndoService::nextRedo() const
{
    FFP_ASSIGN(const std::optional<Change> undo, nextChange(m_session, true));
    if (!undo)
        return std::optional<ChangeEntry>();
    FFP_ASSIGN(const Change change, ChangeLog(m_session.database()).change(undo->undoes));
    return entryOf(change, People(m_session));
}

Result<ChangeSummary> UndoService::takeBack(const Change &change, const char *verb)
{
    const bool admin = m_session.user().role == Role::Admin;
    // Of somebody who is no administrator any more.
    const bool officeValue = change.verb.startsWith("policy."_L1) || change.verb.startsWith("division."_L1);
    if (!admin && (officeValue || change.actor != m_session.user().id)) {
        FFP_TRY(m_session.recordAccess(Session::Access::Denied, QLatin1String(verb)));
        return fail(Error{ErrorKind::NotAllowed, aboutKey(u"change"_s, QString::number(change.id)), {}, {}});
    }
    Undo undo(m_session.log(), m_session.database(), m_session.cipher());
    const auto lawfully = [this](std::span<const TouchedRecord> touched,
                                 const std::function<Result<>()> &reverse) -> Result<> {
        HouseholdLaws laws(m_session.database(), m_session.cipher());
        HelpLaws helpLaws(m_session);
        for (const TouchedRecord &record : touched) {
            FFP_TRY(laws.watch(record.entity, record.rid));
            FFP_TRY(helpLaws.watch(record.entity, record.rid));
        }
        FFP_TRY(reverse());
        for (const TouchedRecord &record : touched) // members are back where they were
            FFP_TRY(laws.watchNew(record.entity, record.rid));
        FFP_TRY(laws.check());
        return helpLaws.check();
    };
    // An import brings households as the file has them, lawful or not, and so it comes and goes.
    FFP_ASSIGN(const Change origin, originOf(change, ChangeLog(m_session.database())));
    return undo.takeBack(change.id, {.verb = verb, .actor = m_session.user().id, .note = {}, .about = {}},
                         origin.verb == "import"_L1 ? Undo::Around() : lawfully);
}

Result<ChangeSummary> UndoService::undo()
{
    FFP_TRY(mayWrite(m_session));
    FFP_ASSIGN(const std::optional<Change> next, nextChange(m_session, false));
    return next ? takeBack(*next, "undo") : nothingLeft();
}

Result<ChangeSummary> UndoService::redo()
{
    FFP_TRY(mayWrite(m_session));
    FFP_ASSIGN(const std::optional<Change> next, nextChange(m_session, true));
    return next ? takeBack(*next, "redo") : nothingLeft();
}

Result<ChangeSummary> UndoService::undoChange(qint64 change)
{
    FFP_TRY(mayWrite(m_session));
    FFP_ASSIGN(const Change target, ChangeLog(m_session.database()).change(change));
    return takeBack(target, "undo");
}

} // namespace ffp
