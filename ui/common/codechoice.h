// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/codelist.h"
#include "core/domain/field.h"

#include <QString>

#include <optional>
#include <vector>

namespace ffp::ui {

/// One line of a pick list: number to type, label, what is stored.
struct Choice {
    QString number; ///< the code itself where codes are numbers (民族 01), else its place in the list
    QString label;
    QString code;
    QString initials{}; ///< of the Chinese label in pinyin, as typed without an input method: "zz" for 之子
};

/// The lines of a Code, Codes or Bool field in the window's language; a Bool has "yes" and "no".
std::vector<Choice> choicesOf(const FieldDef &field);

/// The one choice that `text` means: a number (full width too), a label or synonym, a label's only possible
/// beginning, its pinyin initials or their only possible beginning, or a line as shown ("3 之子"). Empty when
/// none or several fit.
std::optional<Choice> findChoice(const FieldDef &field, const std::vector<Choice> &choices, QStringView text);

inline const QString kYesCode = QStringLiteral("yes");
inline const QString kNoCode = QStringLiteral("no");

} // namespace ffp::ui
