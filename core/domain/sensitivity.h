// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace ffp {

/// Some entity has a field with this id that is of S-class: what stands under such a name outside of records
/// (evidence of a rule) is of that class, too.
bool namesSensitiveField(QStringView id);

} // namespace ffp
