// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/logfixture.h"

#include <span>

namespace ffp::test {

/// One op as it would stand in a package: bytes, nothing of the file it came from.
struct WireOp {
    QByteArray envelope;
    QByteArray payload;
    QByteArray signature;
};

/// All ops of a file in order of arrival (which keeps the order of every stream).
std::vector<WireOp> opsOf(const LogFixture &site);

/// Takes ops in through OpLog and folds what they touch, in one transaction; a gap fails hard. Returns how
/// many were new.
int receive(LogFixture &site, std::span<const WireOp> ops);

} // namespace ffp::test
