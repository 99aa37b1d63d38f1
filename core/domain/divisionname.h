// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"

namespace ffp {

/// What two spellings of one division have in common, and the kind that the ending tells; an empty kind goes
/// with every kind: 范桥 fits 范桥村 and 范桥社区, 范桥村 does not fit 范桥社区. 社区 and 居委会 are one
/// kind.
struct DivisionStem {
    QString stem;   ///< 范桥
    QString kind;   ///< 村
    QString ending; ///< as people say it: 村, 社区, 居委会, 镇
    bool fits(const DivisionStem &other) const
    {
        return stem == other.stem && (kind.isEmpty() || other.kind.isEmpty() || kind == other.kind);
    }
};
DivisionStem divisionStem(QStringView name, AreaLevel level);

} // namespace ffp
