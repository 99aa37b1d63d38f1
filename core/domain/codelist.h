// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <span>
#include <string_view>

namespace ffp {

/// One value of a code list (domain.md §2). `code` is what is stored; never renamed.
struct Code {
    const char *code;
    const char16_t *label;
    const char *english;
    /// Further labels met in files, separated by '|'. One that begins with '=' is the exports' own word
    /// for the value (是 for "removed" in 风险是否消除) and counts as exact.
    const char16_t *synonyms = u"";
    const char *gb = "";    ///< number of the national standard, for exchange
    const char *extra = ""; ///< list-specific: CL-04 sex the member must have ("M"/"F"), CL-36 counted …
};

struct CodeList {
    const char *id;     ///< "relation"
    const char *number; ///< "CL-04"
    const char16_t *label;
    const char *english;
    std::span<const Code> codes;
};

std::span<const CodeList> codeLists();
/// nullptr when there is no such list.
const CodeList *codeList(std::string_view id);
/// nullptr when the list has no such code.
const Code *findCode(const CodeList &list, QStringView code);
/// By label, synonym, code or GB number, compared after width folding, without white space and, as a
/// last resort, without regard to case; `exact` tells whether the label itself matched (a synonym is
/// counted as put right). A word that two codes of the list share matches none.
struct CodeMatch {
    const Code *code = nullptr;
    bool exact = false;
};
CodeMatch matchCode(const CodeList &list, QStringView text);

} // namespace ffp
