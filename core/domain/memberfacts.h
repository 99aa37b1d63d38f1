// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/idnumber.h"
#include "core/domain/record.h"

namespace ffp {

/// What a certificate number says about its holder: person key, sex, birth date, kind of certificate,
/// disability (V-04 … V-08). Blank where it says nothing; a placeholder says no sex and no date.
FieldValues factsOfIdNumber(const IdNumber &id);

/// When `values` set the certificate number of a member, the person key follows it, and the other facts are
/// filled in where neither `values` nor `stored` (null for a new member) has any. A number that cannot be
/// read gives a blank key; refusing it is the field check's business.
void completeMember(FieldValues &values, const Record *stored, QDate today);

} // namespace ffp
