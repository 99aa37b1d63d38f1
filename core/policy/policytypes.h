// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ffp {

/// Words that exist in Chinese and English.
struct LocalText {
    QString zh;
    QString en;
    const QString &in(bool chinese) const { return chinese || en.isEmpty() ? zh : en; }
};

/// What a value rests on (domain.md §0).
enum class PolicyMark {
    Policy,       ///< written in the clause it names; not editable
    LocalDefault, ///< the policy gives no such value; every office may change it
    Unverified,   ///< read somewhere, not confirmed (`U`); editable, shown as unverified
};
const char *policyMarkCode(PolicyMark mark);

} // namespace ffp
