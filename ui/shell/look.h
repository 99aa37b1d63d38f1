// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings/settings.h"

namespace ffp::ui {

/// Puts language, theme and text size of the settings in force. Windows made before keep their texts and
/// icons; make them anew.
void applyLook(const Settings &settings);

} // namespace ffp::ui
