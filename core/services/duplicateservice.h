// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/householdchanges.h"
#include "core/services/lookalikes.h"

namespace ffp {

/// One entry of a pair, as lists show it.
struct LikeEntry {
    RecordId record; ///< a member, or a household
    RecordId household;
    QString name; ///< of a household its head's
    QString householdNumber;
    QString areaName;
    QString birth; ///< YYYY-MM-DD, empty = not known
};

struct LikeEntries {
    LikeEntry a;
    LikeEntry b;
    QString why; ///< likenessCode(), of households also "same_household_no" and "same_account"
};

/// The fields of two members side by side.
struct PersonComparison {
    Record keep;
    Record drop;
    /// Fields in which the two differ, or that only one has; in the order of the form. What hangs on the
    /// household (relation, change) is not among them.
    std::vector<FieldRef> fields;
};

struct PersonMerge {
    RecordId keep;
    RecordId drop; ///< its entry leaves the register, its history stays
    std::vector<FieldRef>
        taken{};    ///< fields whose value is that of `drop`; what `keep` has not it gets anyway
    NewHead next{}; ///< of the household of `drop`, when that is its head and others stay there
    ChangeOccasion occasion;
};

/// 疑似重复: entries of the register that may be one person or one household twice, and what was decided of
/// them. What two numbers or sexes say to be two persons is never proposed; nor what somebody said to be two.
///
/// Errors of the changes as of HouseholdChanges; RuleBroken also with
///   same_entry    an entry cannot be compared with itself,
///   not_there     the person is in no household (any more),
///   two_cases     both households are monitored and one would end: close one case first.
class DuplicateService
{
public:
    explicit DuplicateService(Session &session) : m_session(session) {}

    /// By record id (voided entries, too) or person number; NotFound, also when two bear the number.
    Result<RecordId> findPerson(const QString &key) const;
    /// Pairs of persons in the area (null = the whole site), the surest first. Cancelled.
    Result<std::vector<LikeEntries>> persons(const AreaCode &area, Progress &progress) const;
    /// Pairs of households: one number, one account, or heads that are alike.
    Result<std::vector<LikeEntries>> households(const AreaCode &area, Progress &progress) const;
    /// Persons of the register that one who is being entered is like (name, birth date, sex, number), the
    /// surest first. `self`: the entry that is being corrected.
    Result<std::vector<LikeEntries>> like(const FieldValues &person, const AreaCode &village,
                                          RecordId self = {}) const;

    Result<PersonComparison> compare(RecordId keep, RecordId drop) const;
    /// Everything that names the dropped entry (alerts, measures, lines of a statement …) names the kept one
    /// from now on; alerts and measures of the person come into the household of the kept entry. With its
    /// last person a household ends; its case goes along when the other one has none.
    Result<ChangeSummary> merge(const PersonMerge &request);
    /// Takes back the latest merge that still stands and that this member was part of. NotFound; Blocked by
    /// newer facts.
    Result<ChangeSummary> unmerge(RecordId member);
    /// Two members or two households that are alike and are not one (`distinct`), or may be after all.
    Result<ChangeSummary> setDistinct(RecordId a, RecordId b, bool distinct, const QString &reason);

private:
    Result<LikeEntry> entryOf(const RecordStore &store, RecordId member) const;
    Result<LikeEntry> householdEntry(RecordId household) const;

    Session &m_session;
};

} // namespace ffp
