// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ffp::ui {

/// What the program says about a new password while it is typed.
struct PasswordHint {
    QString text;
    bool acceptable = false; ///< what the core says: it would take this password
};
/// `userName`: of the person whose password it becomes; may be blank while nothing is typed there.
PasswordHint passwordHint(const QString &password, const QString &userName);

} // namespace ffp::ui
