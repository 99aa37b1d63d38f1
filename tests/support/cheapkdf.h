// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trust/kdfpolicy.h"

namespace ffp {

/// New key slots cost next to nothing until this goes; slots made so open everywhere.
struct KdfPolicyForTests {
    explicit KdfPolicyForTests(KdfCost cost = {1, 8}) { KdfPolicy::s_forTests = cost; }
    ~KdfPolicyForTests() { KdfPolicy::s_forTests.reset(); }
    KdfPolicyForTests(const KdfPolicyForTests &) = delete;
    KdfPolicyForTests &operator=(const KdfPolicyForTests &) = delete;
};

} // namespace ffp
