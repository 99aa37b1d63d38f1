// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/maintenanceservice.h"

namespace ffp::ui {

/// What a fault that the check of a site file found means and what to do about it, in one sentence of the
/// window's language.
QString verifyText(const Fault &fault);
/// Where it was found ("household 17", "op 204"), the kind of thing in words.
QString verifyPlace(const Fault &fault);

} // namespace ffp::ui
