// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"

#include <QStringList>

#include <optional>

namespace ffp {

/// Level of the division that a column header names (domain.md T-05): 县(市、区、旗), 乡(镇), 行政村 …
/// Such columns are no fields: together they make the area of the record. 自然村 and 村民组 are fields of
/// the household.
std::optional<AreaLevel> areaHeader(QStringView header);
/// All of them for one level.
QStringList areaHeaderTexts(AreaLevel level);

} // namespace ffp
