// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/finding.h"

#include <QDate>
#include <QList>
#include <QString>

namespace ffp {

/// What a certificate number is (domain.md V-04 … V-08).
enum class IdForm {
    None,        ///< missing or unusable
    Resident,    ///< 18 characters
    Certificate, ///< 20: identity number, disability category, grade
    Reissued,    ///< 22: the same and a re-issue mark
    Placeholder, ///< begins with 999999: no certificate yet
};

enum class Sex : quint8 { Unknown, Male, Female };

/// A certificate number read from a cell or typed. Never log its texts: S-class.
struct IdNumber {
    IdForm form = IdForm::None;
    QString text;            ///< as stored: folded, without spaces, X upper case, 15 digits upgraded to 18
    QString personKey;       ///< first 18 characters; empty when other files must not be matched on it
    QDate birthDate;         ///< of a placeholder too, when it holds a real date
    Sex sex = Sex::Unknown;  ///< from the 17th digit; unknown for a placeholder
    int disabilityType = 0;  ///< 1–7, CL-11; 0 = none or wrong
    int disabilityGrade = 0; ///< 1–4, CL-12; 0 = none or wrong
    QString reissueMark;     ///< last two characters of 22
    QList<Finding> findings; ///< what was put right, and what is wrong; an error comes alone

    bool usable() const { return form != IdForm::None; }
    bool has(Finding finding) const { return findings.contains(finding); }
};

/// Reads a certificate number. `today` is the date of the data: nobody is born after it or more than 120
/// years before it. With an error `form` is None, `personKey` is empty and `text` holds what was read.
IdNumber parseIdNumber(QStringView text, QDate today);

/// Check character of the first 17 digits (GB 11643, V-01); null when they are not 17 digits.
QChar idCheckCharacter(QStringView first17);

/// Completed years on `on` (V-16); -1 when a date is missing or `on` lies before the birth.
/// Who is born on 29 February completes the year on 1 March.
int ageOn(QDate birthDate, QDate on);

} // namespace ffp
