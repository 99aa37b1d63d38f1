// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/checkservice.h"

#include <QJsonObject>

namespace ffp::cli {

/// One alert for `check` and `alert list`: stable keys, dates as YYYY-MM-DD or null.
QJsonObject alertJson(const Alert &alert);
/// The same for people, one line.
QString alertLine(const Alert &alert, Language language);

} // namespace ffp::cli
