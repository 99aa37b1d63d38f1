// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"
#include "core/services/session.h"

namespace ffp {

/// The session's user may change facts of the register: everybody but viewers (an office with one person
/// has only its administrator). NotAllowed; the attempt is written to the access log.
Result<> mayWrite(Session &session);

/// Every value is checked by the rule of its field: dates exist and do not lie in the future where they
/// cannot, code values are in their lists, certificate numbers and phones are well-formed, required fields
/// are not cleared. InvalidValue with all faults at once: args "field: fault".
Result<> checkFields(const FieldValues &values, QDate today);

} // namespace ffp
