// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

namespace ffp::ui {

/// One translated sentence that says what to do; used by the window and by the command line.
QString errorText(const Error &error);

} // namespace ffp::ui
