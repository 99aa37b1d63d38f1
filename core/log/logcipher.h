// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/columncipher.h"
#include "core/log/op.h"

namespace ffp {

/// What the log asks of the key ring: S-columns and op bodies (exchange.md §13). Locked while the site is
/// locked; Damaged for what was not sealed here.
class LogCipher : public ColumnCipher
{
public:
    /// `out` is overwritten and keeps its capacity.
    virtual Result<> sealBody(const OpId &id, QByteArrayView payload, QByteArray &out) const = 0;
    virtual Result<> openBody(const OpId &id, QByteArrayView body, QByteArray &out) const = 0;
};

} // namespace ffp
