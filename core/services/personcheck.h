// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/recordstore.h"

namespace ffp {

/// A person is in one household at a time: RuleBroken "person_known", subject.key the number of the household
/// in which somebody with the person key of `values` is (completeMember() has set it). Nothing is checked
/// when they have none. `self`: the member that `values` are of.
Result<> checkPersonIsNew(const RecordStore &store, const FieldValues &values, RecordId self = {});

} // namespace ffp
