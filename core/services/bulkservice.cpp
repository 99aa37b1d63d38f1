// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/bulkservice.h"

#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/domain/householdnumber.h"
#include "core/log/logcipher.h"
#include "core/services/fieldcheck.h"
#include "core/services/lawfuledits.h"
#include "core/services/visitservice.h"
#include "core/store/householdstore.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Ends a preview: nothing that was tried stays.
constexpr const char *kPreviewEnds = "preview";

/// Empty when the household was done, else why it was left.
using Each = std::function<Result<QString>(const RecordStore &, ChangeWriter &, const Record &household)>;

class Bulk
{
public:
    Bulk(Session &session, BulkMode mode, Progress &progress)
        : m_session(session),
          m_mode(mode),
          m_progress(progress)
    {}

    Result<BulkOutcome> run(const char *verb, const QString &note, std::span<const RecordId> households,
                            const Each &each)
    {
        const Operation operation{.verb = verb, .actor = m_session.user().id, .note = note, .about = {}};
        const auto changed = m_session.log().transact(operation, [&](ChangeWriter &writer) -> Result<> {
            FFP_TRY(all(writer, households, each));
            // The preview is the same work, thrown away: what it says is what happens.
            return m_mode == BulkMode::Preview
                       ? fail(Error::of(ErrorKind::Cancelled, QString::fromLatin1(kPreviewEnds)))
                       : Result<>();
        });
        if (changed)
            m_outcome.change = changed->change;
        else if (changed.error().detail != QLatin1String(kPreviewEnds))
            return fail(changed.error());
        return m_outcome;
    }

private:
    Result<> all(ChangeWriter &writer, std::span<const RecordId> households, const Each &each)
    {
        const RecordStore store(m_session.database(), m_session.cipher());
        qint64 seen = 0;
        for (const RecordId &id : households) {
            m_progress.report("bulk", seen++, qint64(households.size()));
            if (m_progress.cancelled())
                return fail(ErrorKind::Cancelled);
            FFP_ASSIGN(const auto place, store.locate(id));
            if (!place || place->entity != Entity::Household) {
                m_outcome.left.push_back({id, {}, {}, u"not_found"_s});
                continue;
            }
            FFP_ASSIGN(const Record household, store.record(Entity::Household, place->rid));
            FFP_ASSIGN(const QString why, household.voided ? Result<QString>(u"members_of_void"_s)
                                                           : each(store, writer, household));
            if (why.isEmpty())
                ++m_outcome.done;
            else
                FFP_TRY(leave(household, why));
        }
        return {};
    }
    Result<> leave(const Record &household, const QString &why)
    {
        static const HouseholdColumn *const column = householdColumn(u"head_name");
        FFP_ASSIGN(const auto cells, HouseholdStore(m_session.database(), m_session.cipher())
                                         .cells(std::span(&household.rid, 1), std::span(&column, 1)));
        m_outcome.left.push_back({household.id, householdNumber(household),
                                  cells.empty() ? QString() : cells.front().front().toText(), why});
        return {};
    }

    Session &m_session;
    BulkMode m_mode;
    Progress &m_progress;
    BulkOutcome m_outcome;
};

} // namespace

Result<BulkOutcome> BulkService::assign(std::span<const RecordId> households, const FieldValues &helper,
                                        const QString &endReason, BulkMode mode, Progress &progress)
{
    FFP_TRY(mayWrite(m_session));
    const QDate today = m_session.clock().today();
    FieldValues required = helper;
    for (const FieldRef field : {assignment::f("role"), assignment::f("name"), assignment::f("started_on")})
        if (valueIn(helper, field).isBlank())
            required.emplace_back(field, Value()); // asked for
    const FieldValues end{{assignment::f("end_reason"), Value(endReason)}};
    FFP_TRY(checkFields(required, today));
    FFP_TRY(checkFields(end, today));
    const Value role = valueIn(helper, assignment::f("role"));
    const Value name = valueIn(helper, assignment::f("name"));
    const Value from = valueIn(helper, assignment::f("started_on"));
    const auto each = [&](const RecordStore &store, ChangeWriter &writer,
                          const Record &household) -> Result<QString> {
        FFP_ASSIGN(const std::vector<Record> lines,
                   store.referring(assignment::f("household_id"), household.id));
        std::vector<RecordId> ended;
        for (const Record &line : lines) {
            if (line[assignment::f("role")] != role || !line[assignment::f("ended_on")].isBlank())
                continue;
            if (line[assignment::f("name")] == name)
                return u"has_helper"_s;
            ended.push_back(line.id);
        }
        for (const RecordId &line : ended)
            FFP_TRY(writer.edit(line, {{assignment::f("ended_on"), from},
                                       {assignment::f("end_reason"), Value(endReason)}}));
        FieldValues values = helper;
        values.emplace_back(assignment::f("household_id"), Value(household.id));
        FFP_TRY(writer.create(Entity::Assignment, household.area, values));
        return QString();
    };
    return Bulk(m_session, mode, progress).run("bulk.assign", {}, households, each);
}

Result<BulkOutcome> BulkService::set(std::span<const RecordId> households, const FieldValues &values,
                                     const QString &note, BulkMode mode, Progress &progress)
{
    FFP_TRY(mayWrite(m_session));
    FFP_TRY(checkFields(values, m_session.clock().today()));
    const auto each = [&](const RecordStore &, ChangeWriter &writer,
                          const Record &household) -> Result<QString> {
        const bool same = std::all_of(values.begin(), values.end(), [&household](const auto &one) {
            return household[one.first] == one.second;
        });
        if (same)
            return u"same_value"_s;
        LawfulEdits edits(m_session, writer);
        FFP_TRY(edits.edit(household.id, values, note));
        FFP_TRY(edits.check());
        return QString();
    };
    return Bulk(m_session, mode, progress).run("bulk.set", note, households, each);
}

Result<BulkOutcome> BulkService::visit(std::span<const RecordId> households, const FieldValues &given,
                                       BulkMode mode, Progress &progress)
{
    FFP_TRY(mayWrite(m_session));
    FieldValues values = given;
    std::erase_if(values, [](const auto &one) { return one.first == visit::f("changes"); });
    values.emplace_back(visit::f("changes"), Value(QStringList{u"none"_s})); // facts are told one by one
    FFP_TRY(checkVisit({.household = {}, .values = values, .householdChanges = {}, .memberChanges = {}},
                       m_session.clock().today()));
    const Value on = valueIn(values, visit::f("visited_on"));
    const QStringList people = valueIn(values, visit::f("people")).toList();
    const auto each = [&](const RecordStore &store, ChangeWriter &writer,
                          const Record &household) -> Result<QString> {
        FFP_ASSIGN(const std::vector<Record> visits, store.referring(visit::f("household_id"), household.id));
        for (const Record &one : visits) {
            const QStringList there = one[visit::f("people")].toList();
            if (one[visit::f("visited_on")] == on
                && std::any_of(people.begin(), people.end(),
                               [&there](const QString &person) { return there.contains(person); }))
                return u"second_visit"_s;
        }
        FieldValues line = values;
        line.emplace_back(visit::f("household_id"), Value(household.id));
        FFP_TRY(writer.create(Entity::Visit, household.area, line));
        return QString();
    };
    return Bulk(m_session, mode, progress).run("bulk.visit", {}, households, each);
}

} // namespace ffp
