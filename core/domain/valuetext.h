// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/codelist.h"
#include "core/domain/datetext.h"
#include "core/domain/field.h"
#include "core/domain/finding.h"
#include "core/domain/value.h"

#include <QList>

#include <optional>

namespace ffp {

/// What the reader of a cell or form knows beside the text.
struct ParseContext {
    QDate today;             ///< date of the data: for certificate numbers
    bool numberCell = false; ///< a numeric cell of a spreadsheet: digits beyond the 15th are lost
    SerialDates serials = SerialDates::None;
    int moneyFactor = 1;       ///< 10000 for a column in 万元
    bool marksMeanYes = false; ///< the user confirmed that √ is 是 in this file
};

/// A text read as the value of a field.
struct ParsedValue {
    Value value;                  ///< blank with a fault
    std::optional<Finding> fault; ///< why it could not be read; its FindingDef says what an import does
    QList<Finding> notes;         ///< what was put right, or loaded and listed
    QStringList unknown;          ///< Code, Codes: the words that are in no list
};

/// Blank text is a blank value without fault. Full-width input is folded everywhere; codes are read from
/// label, synonym, code or national number; a fault never leaves half a value.
ParsedValue parseValue(const FieldDef &field, QStringView text, const ParseContext &context = {});

enum class Language { Chinese, English };

QString fieldLabel(const FieldDef &field, Language language);
QString codeLabel(const Code &code, Language language);

/// Text for screen, paper and export: money and decimals with all digits and no separators, dates
/// YYYY-MM-DD, months YYYY-MM, codes by label (a code that this version does not know by itself), lists
/// joined with 、 or a comma. A reference gives its 32 hex digits.
QString displayText(const FieldDef &field, const Value &value, Language language);

/// What a field looks like when S-class texts are hidden: identity numbers and accounts keep the first six
/// and last four characters, phones three and four; everything else of S-class is *** when it is not blank.
/// Fields of another class are given back as they are.
QString maskedText(const FieldDef &field, const QString &text);
QString maskedText(const FieldDef &field, const Value &value, Language language);

} // namespace ffp
