// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"

#include <vector>

class QComboBox;

namespace ffp {
struct AreaCount;
}

namespace ffp::ui {

/// Lists areas below the first entry of the box ("All villages"), which stays, and chooses `wanted`, or what
/// was chosen before when that is null. Tells nobody.
void listAreas(QComboBox *box, const std::vector<AreaCount> &areas, const AreaCode &wanted);

} // namespace ffp::ui
