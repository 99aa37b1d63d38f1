// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/recordstore.h"

#include <QDate>

namespace ffp {

/// What a person may not write into one record, whoever changes it and however: contradictions that cannot be
/// (isImpossible()), and what does not fit the entries beside it:
///   year_known      a second entry of living conditions for one year,
///   risks_repeated  a risk that the case has already, or a sixth one (V-20),
///   has_helper      somebody who has this role for the household already,
///   spell_known     a spell of work that this member began on that day already,
///   spell_no_start  a spell of work that is not planned and has no first day.
/// What stood there before the change may stay: files of other offices bring such things, and they can only
/// be mended step by step.
///
/// `before` null: a new record. InvalidValue with all faults at once, args "field: fault".
Result<> checkEntry(const RecordStore &store, const Record *before, const Record &after, QDate today);
/// Of a record that is to be made.
Result<> checkNewEntry(const RecordStore &store, Entity entity, const FieldValues &values, QDate today);

} // namespace ffp
