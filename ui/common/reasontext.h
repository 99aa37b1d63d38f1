// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ffp::ui {

/// Words for a stable reason in Error::args, such as "unknown_field" or a kind of finding; what is not known
/// is given back as it is. "field: reason" keeps its field.
QString reasonText(const QString &reason);

} // namespace ffp::ui
