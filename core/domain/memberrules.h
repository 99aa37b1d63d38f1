// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/finding.h"
#include "core/domain/idnumber.h"

#include <QStringList>

#include <optional>

namespace ffp {

/// What the rules need to know of one member; codes of the lists, blank = not given.
struct MemberFacts {
    QString relation;      ///< CL-04
    QString education;     ///< CL-05
    QString student;       ///< CL-06
    QString labour;        ///< CL-08
    QStringList health;    ///< CL-07
    QString sexCode;       ///< CL-01 as stated, not from the number
    QDate statedBirthDate; ///< as stated, not from the number
    std::optional<int> workMonths;
    Sex sexFromId = Sex::Unknown;
    QDate birthFromId;
    /// The cell holds a word that is in no list: something is filled in, though the code is blank.
    bool educationUnread = false;
    bool studentUnread = false;

    QDate birthDate() const { return birthFromId.isValid() ? birthFromId : statedBirthDate; }
};

/// Every rule for one member by itself: V-13, V-18, V-19, DQ-104, DQ-204, DQ-302, DQ-303, DQ-401 … DQ-405,
/// DQ-407. Ages of labour are taken on `today` (the date of the data), ages of schooling at the start of
/// the school year (V-16). Rules whose facts are missing say nothing.
QList<Finding> checkMember(const MemberFacts &member, QDate today);

/// 1 September on or before `today`.
QDate schoolYearStart(QDate today);

/// Ages at which a grade is expected (domain.md §7); 0–150 when the grade has no window.
struct AgeWindow {
    int from = 0;
    int to = 150;
};
AgeWindow ageWindow(QStringView studentCode);

/// A pupil or student; children before school are none.
bool isAtSchool(QStringView studentCode);

/// M, F or unknown as the relation demands (CL-04).
Sex sexOfRelation(QStringView relationCode);

} // namespace ffp
