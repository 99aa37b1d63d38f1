// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/fields/householdfields.h"
#include "core/domain/record.h"

namespace ffp {

/// The number that a household goes by: that of the national system, or the local one until it has one
/// (split off or entered here). Empty when it has neither.
inline QString householdNumber(const Record &household)
{
    const QString number = household[household::f("household_no")].toText();
    return number.isEmpty() ? household[household::f("local_no")].toText() : number;
}

} // namespace ffp
