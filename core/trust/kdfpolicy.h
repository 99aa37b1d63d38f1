// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trust/crypto.h"

#include <optional>

namespace ffp {

/// Cost of new key slots: calibrated on this machine. No option, file or environment can lower it; only the
/// tests define the friend that sets `s_forTests`, and it is in no program that users get.
class KdfPolicy
{
public:
    static KdfCost slotCost() { return s_forTests ? *s_forTests : crypto::calibratedCost(); }

private:
    friend struct KdfPolicyForTests;
    static inline std::optional<KdfCost> s_forTests;
};

} // namespace ffp
