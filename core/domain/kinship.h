// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/idnumber.h"

#include <QString>

#include <span>
#include <vector>

namespace ffp {

/// A member as far as the relation to the head tells.
struct Kin {
    QString relation; ///< CL-04 code to the present head; "head" for the head
    Sex sex = Sex::Unknown;
};

/// A relation carried over to another head.
struct CarriedRelation {
    QString relation; ///< CL-04 code to the new head
    /// The codes settle it. Otherwise `relation` is the likeliest one and a person decides: a grandson may be
    /// the new head's son or nephew.
    bool sure = true;
    bool operator==(const CarriedRelation &) const = default;
};

/// What each member is to the member `newHead` (index), worked out from what both are to the old head; in
/// the order of `members`. Sex decides between 岳父 and 公公, 孙子 and 外孙子; where it is not known the code
/// is not sure. Relations that CL-04 has no word for become "other", which is sure: there is nothing better.
std::vector<CarriedRelation> relationsTo(std::span<const Kin> members, size_t newHead);

} // namespace ffp
