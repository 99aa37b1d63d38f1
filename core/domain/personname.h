// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/finding.h"

#include <QList>
#include <QString>

namespace ffp {

/// A person's name read from a cell or typed (domain.md V-17, T-18).
struct PersonName {
    QString text;         ///< as stored: trimmed, no space between Han characters, middle dots as ·
    bool damaged = false; ///< holds ? □ * or a private character: never match anybody by it
    QList<Finding> findings;
};

PersonName parsePersonName(QStringView text);

/// False when either name is blank or damaged.
bool sameName(QStringView a, QStringView b);

} // namespace ffp
