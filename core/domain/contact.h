// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/finding.h"

#include <QList>
#include <QString>

namespace ffp {

/// A telephone number (domain.md V-11). `text` keeps digits only for a mobile; a landline keeps its hyphen;
/// anything else is kept as read, so that nothing typed is lost.
struct PhoneNumber {
    enum class Kind { Blank, Mobile, Landline, Other };
    Kind kind = Kind::Blank;
    QString text;
    QList<Finding> findings;
};
PhoneNumber parsePhone(QStringView text);

/// A bank account (domain.md V-12): digits without spaces, 12–21 of them. A wrong Luhn digit is common in
/// passbook numbers and no finding of an import; the quality rule DQ-605 asks luhnIsRight().
struct BankAccount {
    QString text;
    QList<Finding> findings;
};
BankAccount parseBankAccount(QStringView text);
bool luhnIsRight(QStringView digits);

} // namespace ffp
