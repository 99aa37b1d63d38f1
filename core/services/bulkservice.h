// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/householdchanges.h"

namespace ffp {

/// A household that a bulk change left as it was, and why: the reason is a stable name
/// (ui/common/reasontext).
struct BulkLeft {
    RecordId household;
    QString number;
    QString headName;
    QString why;
};

/// "12 of 14 done, 2 not because …".
struct BulkOutcome {
    qint64 done = 0;
    std::vector<BulkLeft> left;
    qint64 change = 0; ///< what undo takes back; 0 for a preview, and when nothing was to be done
};

enum class BulkMode {
    Preview, ///< only tells what would happen
    Write,
};

/// One change for many households: all that can be done is done in one transaction and taken back as a whole;
/// what cannot is told for each household.
///
/// Common errors: Locked, NotAllowed, Busy, Cancelled, DiskFull, Database; InvalidValue for what is wrong for
/// every household alike. A household that is left: not_found, members_of_void, same_value, has_helper,
/// second_visit.
class BulkService
{
public:
    explicit BulkService(Session &session) : m_session(session) {}

    /// A helper (domain.md §3.8) from a day on: fields of `assignment`, with role, name and started_on. Who
    /// held the role until then gets that day as the last one, with `endReason` (CL-51); lines are never
    /// overwritten.
    Result<BulkOutcome> assign(std::span<const RecordId> households, const FieldValues &helper,
                               const QString &endReason, BulkMode mode, Progress &progress);
    /// Sets fields of the households themselves.
    Result<BulkOutcome> set(std::span<const RecordId> households, const FieldValues &values,
                            const QString &note, BulkMode mode, Progress &progress);
    /// The same visit or contact, without changes, in each: fields of `visit`. Where the same person was on
    /// the same day already, it is not entered again.
    Result<BulkOutcome> visit(std::span<const RecordId> households, const FieldValues &values, BulkMode mode,
                              Progress &progress);

private:
    Session &m_session;
};

} // namespace ffp
