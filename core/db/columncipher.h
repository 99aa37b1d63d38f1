// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QStringView>

namespace ffp {

/// Encrypts S-columns at the column edge (exchange.md §13). The key ring stands behind it; tests may put
/// another one in. All functions fail with Locked while the site is locked.
class ColumnCipher
{
public:
    virtual ~ColumnCipher() = default;
    /// Bound to the record, its type and the column: a ciphertext moved elsewhere does not open.
    /// `out` is overwritten and keeps its capacity.
    virtual Result<> seal(RecordId record, const char *type, const char *column, QByteArrayView plain,
                          QByteArray &out) const = 0;
    /// Damaged when it was not sealed here for this place.
    virtual Result<QByteArray> open(RecordId record, const char *type, const char *column,
                                    QByteArrayView sealed) const = 0;
    /// Index value of equality search; `columnNumber` is FieldDef::column. Normalises `value` itself.
    virtual Result<qint64> blindIndex(quint16 columnNumber, QStringView value) const = 0;
    /// The normalised value behind the index, to confirm a hit.
    virtual QString normalised(quint16 columnNumber, QStringView value) const = 0;
};

} // namespace ffp
