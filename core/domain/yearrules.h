// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/finding.h"

#include <QHash>
#include <QList>
#include <QString>

namespace ffp {

/// The household sheet of a year: figures by field id of income_statement (wage_total …) and
/// living_conditions (arable_mu …) or by item code of CL-36 (D2 …), in the units of Value (分, 1/100 亩,
/// 1/100 公里). A figure that is blank or could not be read is not in it.
using YearFigures = QHash<QString, qint64>;

/// A finding and the figure that it is about.
struct FigureFinding {
    Finding finding = Finding::NegativeIncome;
    QString figure;
    bool operator==(const FigureFinding &) const = default;
};

/// DQ-701, DQ-703, DQ-705 … DQ-707, DQ-801 … DQ-804 and V-15. A sum is not judged while one of its parts has
/// a finding of its own or is missing: one fault, one entry.
QList<FigureFinding> checkYearFigures(const YearFigures &figures);

} // namespace ffp
