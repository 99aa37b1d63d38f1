// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/finding.h"
#include "core/domain/idnumber.h"

#include <QList>
#include <QStringList>

#include <optional>
#include <span>

namespace ffp {

/// One row of a household as a list of members has it; every row with a readable household number counts,
/// held ones too, exact duplicates do not.
struct HouseholdRow {
    QString relation;               ///< CL-04 code
    Sex sex = Sex::Unknown;         ///< from the identity number
    std::optional<int> statedCount; ///< 人数 as stated in this row
    QString village;                ///< area code or name, blank = unknown
};

/// A finding and the row (index) that it is reported on.
struct RowFinding {
    Finding finding = Finding::MissingId;
    qsizetype row = 0;
    bool operator==(const RowFinding &) const = default;
};

/// Structure of one household: heads, spouses, stated counts, villages (DQ-201 … DQ-203, DQ-207, T-19).
/// One entry per kind. A household without any row gives nothing: that is DQ-205.
QList<RowFinding> checkHousehold(std::span<const HouseholdRow> rows);

/// Changes of a member (member.change_kind, CL-15) that take the person out of the household: death, marriage
/// out, moving out, splitting off, other.
std::span<const char *const> leavingChanges();
bool leavesHousehold(QStringView changeKind);

/// A member row for the search of duplicates over a whole file or register.
struct PersonRow {
    QString personKey; ///< blank = no usable number: never a duplicate
    QString household;
};
struct DuplicatePerson {
    Finding finding = Finding::IdDuplicateInHousehold; ///< or IdDuplicateTwoHouseholds
    qsizetype row = 0;
    qsizetype other = 0; ///< another row with the same number
};
/// Every row whose number another row has (DQ-107, DQ-210), in the order of the rows.
QList<DuplicatePerson> duplicatePersons(std::span<const PersonRow> rows);

struct HouseholdPhone {
    QString household;
    QString phone; ///< as parsePhone() gives it; blank = none
};
struct SharedPhone {
    qsizetype entry = 0; ///< first entry of the second household
    qsizetype other = 0; ///< first entry of the first household
};
/// Numbers of more than one household (DQ-603): once per number, however many households share it.
QList<SharedPhone> sharedPhones(std::span<const HouseholdPhone> entries);

/// Main cause and other causes, or ordered risks: V-20.
bool causesAreRight(const QString &main, const QStringList &others);
bool risksAreRight(const QStringList &risks);

} // namespace ffp
