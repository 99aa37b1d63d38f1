// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/about.h"
#include "core/base/workdays.h"
#include "core/db/query.h"
#include "core/domain/fields/proceedingfields.h"
#include "core/domain/fields/stepfields.h"
#include "core/log/registrylog.h"
#include "core/services/casematter.h"
#include "core/services/householdnames.h"
#include "core/store/recordstore.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::pair<CaseBox, const char *> kBoxes[] = {
    {CaseBox::Waiting, "waiting"}, {CaseBox::Sent, "sent"}, {CaseBox::Returned, "returned"},
    {CaseBox::Late, "late"},       {CaseBox::All, "all"},
};

QString shownName(const Registry &registry, const OfficialId &id)
{
    const auto found = registry.officials().find(id);
    if (found == registry.officials().end())
        return {};
    return found->second.name.isEmpty() ? found->second.login : found->second.name;
}

QString siteName(const Registry &registry, const Incarnation &inc)
{
    const auto writer = registry.incarnations().find(inc);
    const auto site = writer == registry.incarnations().end() ? registry.sites().end()
                                                              : registry.sites().find(writer->second.site);
    return site == registry.sites().end() ? QString() : site->second.name;
}

std::vector<CaseEvent> eventsOf(const CaseMatter &matter)
{
    std::vector<CaseEvent> events;
    for (const JudgedAction &one : matter.outcome.actions) {
        CaseEvent event;
        const CaseAction action = one.logged.action.value_or(CaseAction());
        const QString code = QString::fromUtf8(action.step);
        event.step = code.section(u'.', 0, 0);
        event.verb = code.section(u'.', 1, 1);
        event.actor = shownName(matter.registry, one.logged.actor);
        event.siteName = siteName(matter.registry, one.logged.inc);
        event.date = action.date;
        event.opinion = action.opinion;
        event.fault = QString::fromLatin1(one.fault);
        event.overruled = one.overruled;
        events.push_back(std::move(event));
    }
    return events;
}

/// Steps up to the one waited for are done; what was returned is not done any more.
std::vector<CaseStepState> stepStates(const CaseView &view, const CaseMatter &matter, const StepDays &days,
                                      QDate today)
{
    std::vector<CaseStepState> states;
    const QString pending = matter.state();
    bool reached = false;
    for (const ChainStep &step : view.chain.steps) {
        CaseStepState state;
        state.key = step.key;
        state.current = step.key == pending;
        reached = reached || state.current;
        const auto record = std::find_if(view.records.begin(), view.records.end(),
                                         [&step](const Record &one) {
                                             return one[step::f("key")].toText() == step.key;
                                         });
        const auto day = days.find(step.key);
        if (day != days.end() && !reached) {
            state.doneOn = day->second;
            if (record != view.records.end()) {
                state.person = (*record)[step::f("person")].toText();
                state.opinion = (*record)[step::f("opinion")].toText();
            }
        }
        state.done = !reached && (pending == QLatin1String(kStateDone) || matter.pending());
        if (step.isSigned() || !state.doneOn.isValid())
            state.due = dueOf(view.pack, view.chain, step, days, matter.openedOn(), today);
        state.late = isOverdue(state.due, state.doneOn.isValid() ? std::optional(state.doneOn) : std::nullopt,
                               today)
                     && (state.doneOn.isValid() || state.current || !reached);
        states.push_back(std::move(state));
    }
    return states;
}

bool has(const std::vector<AreaLevel> &levels, const std::optional<AreaLevel> &level)
{
    return level && std::find(levels.begin(), levels.end(), *level) != levels.end();
}

/// What the user may try; who did another step, or entered the content, is told when trying.
std::vector<CaseVerb> verbsFor(const CaseMatter &matter, const OfficialId &me)
{
    std::vector<CaseVerb> verbs;
    const auto official = matter.registry.officials().find(me);
    if (official == matter.registry.officials().end())
        return verbs;
    const OfficialPost post = postOf(matter.registry, official->second);
    const QByteArray role = official->second.role.toLatin1();
    if (!post.area.covers(matter.matter.area))
        return verbs;
    const Workflow workflow = workflowOf(matter.pack, matter.chain);
    for (const WorkflowMove &move : workflow.moves) {
        const bool entitled = move.from == matter.outcome.state && has(move.levels, post.level)
                              && std::find(move.roles.begin(), move.roles.end(), role) != move.roles.end();
        const auto verb = caseVerbFromCode(QString::fromUtf8(move.code).section(u'.', 1, 1));
        if (!entitled || !verb || std::find(verbs.begin(), verbs.end(), *verb) != verbs.end())
            continue;
        if (*verb == CaseVerb::Withdraw) {
            const auto mine = std::find_if(matter.outcome.actions.rbegin(), matter.outcome.actions.rend(),
                                           [](const JudgedAction &one) { return one.isVerified(); });
            if (mine == matter.outcome.actions.rend() || mine->logged.actor != me
                || matter.outcome.moved != move.onlyAfter)
                continue;
        }
        verbs.push_back(*verb);
    }
    return verbs;
}

/// Days of all steps of all matters at once.
Result<std::map<qint64, StepDays>> allDays(const Database &db)
{
    std::map<qint64, StepDays> days;
    for (const QString &sql :
         {u"SELECT proceeding_id, key, done_on FROM proceeding_step WHERE void = 0 ORDER BY rid"_s,
          u"SELECT rid, step, day FROM case_action WHERE eff = 1 ORDER BY n"_s}) {
        Query query(db, sql);
        FFP_TRY(query.run());
        while (true) {
            FFP_ASSIGN(const bool row, query.next());
            if (!row)
                break;
            days[query.integer(0)][query.text(1)] = QDate::fromString(query.text(2), Qt::ISODate);
        }
    }
    return days;
}

bool hasLimit(const Chain &chain, const ChainStep &step)
{
    std::vector<const ChainStep *> steps = chain.workBefore(step.key);
    steps.push_back(&step);
    return std::any_of(steps.begin(), steps.end(), [](const ChainStep *one) { return !one->limits.empty(); });
}

struct Reader {
    Session &session;
    Language language;
    std::map<QString, PolicyPack> packs{};
    std::optional<std::map<qint64, StepDays>> days{};

    Result<const PolicyPack *> pack(const QString &stamp)
    {
        auto found = packs.find(stamp);
        if (found == packs.end()) {
            FFP_ASSIGN(PolicyPack read, packOf(session, stamp));
            found = packs.emplace(stamp, std::move(read)).first;
        }
        return &found->second;
    }

    /// State, level and limit of a row by its chain. A matter of a pack that is not installed stays in the
    /// list with the bare code of its state.
    Result<> complete(CaseRow &row)
    {
        const Result<const PolicyPack *> known = pack(row.pack);
        if (!known && known.error().kind != ErrorKind::NotFound)
            return fail(known.error());
        const Chain *const chain = known ? (*known)->chain(row.type) : nullptr;
        row.typeTitle = chain ? chain->title.in(language == Language::Chinese) : row.type;
        if (!chain) {
            row.stateTitle = row.state;
            return {};
        }
        if (row.state.isEmpty())
            row.state = chain->first().key;
        const ChainStep *const step = chain->step(row.state);
        if (!step)
            return {};
        const QDate today = session.clock().today();
        row.stateTitle = step->title.in(language == Language::Chinese);
        row.level = step->levels.front();
        if (!hasLimit(*chain, *step))
            return {};
        if (!days) {
            FFP_ASSIGN(days, allDays(session.database()));
        }
        row.due = dueOf(**known, *chain, *step, (*days)[row.rid], row.opened, today);
        row.late = isOverdue(row.due, std::nullopt, today);
        return {};
    }
};

Result<std::vector<CaseRow>> readRows(Session &session, const CaseQuery &query)
{
    QString sql = u"SELECT r.rec, p.rid, p.type, p.pack, p.household_id, p.opened_on, coalesce(s.state, ''),"
                  " coalesce(s.since, ''), coalesce(s.moved, ''), coalesce(s.disputed, 0), p.area"
                  " FROM proceeding p JOIN record r ON r.rid = p.rid LEFT JOIN case_state s ON s.rid = p.rid"
                  " WHERE p.void = 0"_s;
    if (!query.finished)
        sql += u" AND coalesce(s.state, '') NOT IN ('done', 'rejected')"_s;
    if (!query.type.isEmpty())
        sql += u" AND p.type = ?"_s;
    if (!query.household.isNull())
        sql += u" AND p.household_id = (SELECT rid FROM record WHERE rec = ?)"_s;
    if (!query.area.isNull())
        sql += u" AND p.area BETWEEN ? AND ?"_s;
    const bool mine = query.box == CaseBox::Sent || query.box == CaseBox::Returned;
    if (mine)
        sql += u" AND p.rid IN (SELECT rid FROM case_action WHERE actor = ?)"_s;
    Query rows(session.database(), sql + u" ORDER BY p.opened_on, p.rid"_s);
    if (!query.type.isEmpty())
        rows.bind(query.type);
    if (!query.household.isNull())
        rows.bind(query.household);
    if (!query.area.isNull())
        for (const QString &bound : areaBounds(query.area))
            rows.bind(bound);
    if (mine)
        rows.bind(session.user().id);
    FFP_TRY(rows.exec());
    std::vector<CaseRow> out;
    while (true) {
        FFP_ASSIGN(const bool found, rows.next());
        if (!found)
            return out;
        CaseRow &row = out.emplace_back();
        row.id = rows.id<RecordId>(0);
        row.rid = rows.integer(1);
        row.type = rows.text(2);
        row.pack = rows.text(3);
        row.householdRid = rows.integer(4);
        row.opened = QDate::fromString(rows.text(5), Qt::ISODate);
        row.state = rows.text(6);
        row.since = QDate::fromString(rows.text(7), Qt::ISODate);
        row.moved = rows.text(8);
        row.disputed = rows.boolean(9);
        row.area = AreaCode::fromString(rows.text(10));
        if (!row.since.isValid())
            row.since = row.opened;
    }
}

} // namespace

std::optional<CaseBox> caseBoxFromCode(QStringView code)
{
    for (const auto &[box, known] : kBoxes)
        if (code == QLatin1String(known))
            return box;
    return std::nullopt;
}

Result<CaseView> CaseService::view(RecordId id) const
{
    FFP_ASSIGN(const CaseMatter matter, loadMatter(m_session, id));
    CaseView view;
    view.matter = matter.matter;
    view.pack = matter.pack;
    view.chain = matter.chain;
    view.state = matter.state();
    view.disputed = matter.outcome.disputed;
    FFP_ASSIGN(view.records, stepRecords(m_session, id));
    FFP_ASSIGN(const ChainFacts facts, chainFacts(m_session, matter, view.state));
    view.household = facts.household;
    const QDate today = m_session.clock().today();
    const StepDays days = daysOf(matter.outcome, view.records);
    view.steps = stepStates(view, matter, days, today);
    view.history = eventsOf(matter);
    if (const ChainStep *pending = view.pending()) {
        view.lacks = lacksOf(view.chain, *pending, facts);
        view.due = dueOf(view.pack, view.chain, *pending, days, matter.openedOn(), today);
        view.late = isOverdue(view.due, std::nullopt, today);
    }
    FFP_ASSIGN(const std::vector<BasisItem> basis, basisOf(m_session, id));
    view.digest = basisDigest(basis);
    for (auto it = matter.outcome.actions.rbegin(); it != matter.outcome.actions.rend(); ++it)
        if (it->isVerified() && !it->overruled) {
            FFP_ASSIGN(view.changed, changesSince(m_session, id, it->logged.action->basis));
            break;
        }
    view.mayDo = verbsFor(matter, m_session.user().id);
    return view;
}

Result<RecordId> CaseService::find(const QString &key) const
{
    const RecordStore store(m_session.database(), m_session.cipher());
    if (const RecordId id = RecordId::fromString(key); !id.isNull()) {
        FFP_ASSIGN(const auto place, store.locate(id));
        if (place && place->entity == Entity::Proceeding)
            return id;
    }
    Result<RecordId> household = RegistryService(m_session).findHousehold(key);
    if (household) {
        FFP_ASSIGN(const std::vector<Record> matters,
                   store.referring(proceeding::f("household_id"), *household, u"t.rid DESC"_s));
        if (!matters.empty())
            return matters.front().id;
    } else if (household.error().kind != ErrorKind::NotFound) {
        return household;
    }
    return fail(Error{ErrorKind::NotFound, aboutKey(u"proceeding"_s, key), {}, {}});
}

Result<std::vector<CaseRow>> CaseService::list(const CaseQuery &query, Language language) const
{
    CaseQuery asked = query;
    if (query.box != CaseBox::All)
        asked.finished = false;
    FFP_ASSIGN(std::vector<CaseRow> rows, readRows(m_session, asked));
    Reader reader{m_session, language};
    for (CaseRow &row : rows)
        FFP_TRY(reader.complete(row));
    if (query.box == CaseBox::Waiting) {
        FFP_ASSIGN(const Registry registry, RegistryLog(m_session.database(), m_session.cipher()).fold());
        const auto me = registry.officials().find(m_session.user().id);
        const OfficialPost post = me == registry.officials().end() ? OfficialPost{}
                                                                   : postOf(registry, me->second);
        std::erase_if(rows, [&](const CaseRow &row) {
            const Result<const PolicyPack *> pack = reader.pack(row.pack);
            const Chain *const chain = pack ? (*pack)->chain(row.type) : nullptr;
            const ChainStep *const step = chain ? chain->step(row.state) : nullptr;
            return !step || !has(step->levels, post.level) || !post.area.covers(row.area);
        });
    } else if (query.box == CaseBox::Returned) {
        std::erase_if(rows, [](const CaseRow &row) { return !row.moved.contains(u".return."_s); });
    } else if (query.box == CaseBox::Late) {
        std::erase_if(rows, [](const CaseRow &row) { return !row.late; });
    }
    FFP_TRY(nameHouseholds(m_session, rows, language));
    return rows;
}

} // namespace ffp
