// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <functional>
#include <vector>

namespace ffp {

/// One row of a division file; the name lies in the file's own bytes.
struct DivisionRow {
    quint64 code = 0;
    quint64 parent = 0; ///< 0 = none
    quint32 nameOffset = 0;
    quint16 nameLength = 0;
    quint8 level = 0; ///< AreaLevel
    int line = 0;     ///< from 1, header included
};

/// Rows by code; every code once, every parent present in the file or `known` elsewhere. Errors as
/// DivisionTable::fromCsv().
Result<std::vector<DivisionRow>> readDivisionCsv(const QByteArray &utf8, const QString &file,
                                                 const std::function<bool(quint64 code)> &known = {});

} // namespace ffp
