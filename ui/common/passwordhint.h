// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ffp::ui {

/// What the program says about a password while it is typed. The rule that counts is the core's; this only
/// helps to fulfil it.
struct PasswordHint {
    QString text;
    bool acceptable = false; ///< long enough and not of one kind of repeated sign
};
PasswordHint passwordHint(const QString &password);

} // namespace ffp::ui
