// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/ruleconnection.h"
#include "core/domain/divisions.h"

#include <QDate>

namespace ffp {

/// SQL functions for the views of the quality rules: the checks of core/domain on texts of S-class. They give
/// conclusions, and marks that are equal where the numbers are and say nothing else; marks differ from one
/// connection to the next.
///
///  - ffp_number(text): identity or certificate number → text of fixed form (positions from 1): 1–2 number of
///    characters as stored, 3 "p" = placeholder, 4 sex m/f/-, 5 disability type, 6 grade (0 = none), 7–16
///    birth date or blanks, 17 place 1 known / 0 not in the table / - of another province, 18–21 trace, 22–41
///    mark of the person or blanks, from 42 what is wrong (findingDef().kind) or nothing.
///  - ffp_mark(text): mark of the person with this person key.
///  - ffp_phone(text): 1–8 mobile, landline or other, 9–12 trace, from 13 the mark; NULL for a blank.
///  - ffp_account(text): 1–6 length, luhn or blanks, 7–10 trace, from 11 the mark; NULL for a blank.
///
/// A trace is 16 bits of a hash: the same on every PC, so that an answer to a finding ends when the number
/// changes, and too little to tell the number by.
Result<> defineNumberFunctions(RuleConnection &connection, QDate day, const DivisionTable &divisions);

/// Form of ffp_number(), for its test.
QString numberFacts(const QString &text, QDate day, const DivisionTable &divisions, size_t seed);

} // namespace ffp
