// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policypack.h"
#include "core/services/registryservice.h"

namespace ffp {

/// How a measure or a plan comes to its end.
struct HelpEnd {
    QDate on; ///< not in the future
    QString reason;
};

/// What a form for measures of one household starts with.
struct MeasureForm {
    PolicyPack pack;
    FundUse household;           ///< its class, for PolicyPack::bansFor()
    std::vector<Record> members; ///< who is there
    std::vector<Record> risks;   ///< of its cases
};

/// A measure as a list shows it.
struct MeasureRow {
    Record measure;
    qint64 householdRid = 0;
    QString headName;
    QString areaName;
    QString memberName;   ///< empty: for the household as a whole
    QString monitorClass; ///< CL-18, as fundClassOf() has it
    std::optional<Record> risk;
};

struct MeasureQuery {
    AreaCode area{};      ///< null = the whole site
    RecordId household{}; ///< null = of all households
    QString category{};
    QString status{};
    QString fundSource{};
    QDate begunBy{}; ///< those that had begun on this day, or of which nothing is known; null = planned ones
                     ///< too
};

/// Plans of help and measures (domain.md §3.9). What must hold of them, whoever changes them, stands in
/// HelpLaws; nothing is ever deleted: what has run its course is ended, what was a mistake is voided, both
/// with a reason.
///
/// Common errors: Locked, NotAllowed, NotFound, Busy, DiskFull, Database; those of HelpLaws::check().
class MeasureService
{
public:
    explicit MeasureService(Session &session) : m_session(session) {}

    Result<MeasureForm> prepare(RecordId household) const;
    /// Fields of `measure`. Without a status it is done when it has an end, else under way, from today where
    /// nothing is said of its beginning; planned when it begins later.
    Result<RecordId> add(RecordId household, const FieldValues &values);
    /// Done, with what `values` say of money and gain.
    Result<ChangeSummary> finish(RecordId measure, QDate on, const FieldValues &values = {});
    /// Before its time; the reason is kept with it.
    Result<ChangeSummary> stop(RecordId measure, const HelpEnd &end);
    /// Those that go on first, then the newest.
    Result<std::vector<Record>> listOf(RecordId household) const;
    /// By place and household, newest first in each.
    Result<std::vector<MeasureRow>> rows(const MeasureQuery &query, Language language) const;

    /// Fields of `plan`; the plan in force until then ends with that day.
    Result<RecordId> addPlan(RecordId household, const FieldValues &values);
    Result<ChangeSummary> signPlan(RecordId plan, QDate on);
    Result<ChangeSummary> endPlan(RecordId plan, const HelpEnd &end);
    /// Newest first.
    Result<std::vector<Record>> plansOf(RecordId household) const;

    /// Either of them, also a voided one.
    Result<Record> record(RecordId id) const;
    Result<ChangeSummary> edit(Entity entity, RecordId id, const FieldValues &values, const QString &note);
    /// What was entered by mistake.
    Result<ChangeSummary> voidMistake(RecordId id, const QString &reason);

private:
    Result<RecordId> create(Entity entity, const char *verb, RecordId household, FieldValues values,
                            const std::vector<std::pair<RecordId, FieldValues>> &along = {});
    Result<ChangeSummary> change(Entity entity, const char *verb, RecordId id, const FieldValues &values,
                                 const QString &note);

    Session &m_session;
};

} // namespace ffp
