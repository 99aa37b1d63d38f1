// SPDX-License-Identifier: GPL-3.0-or-later
// What cmake/tools/pinyinbake.cpp generates.
#pragma once

#include <QtGlobal>

namespace ffp::pinyin {

struct SurnameEntry {
    quint32 first;
    quint32 second; ///< 0 for a surname of one character
    quint16 firstSet;
    quint16 secondSet;
};

constexpr int kBmpFirst = 0x3400;

extern const char *const kSyllables[]; ///< alphabetical
extern const int kSyllablesCount;
extern const quint16 kSetBegins[]; ///< set → first index in kSetMembers; one more at the end
extern const int kSetBeginsCount;
extern const quint16 kSetMembers[]; ///< syllable numbers, the likeliest first
extern const int kSetMembersCount;
extern const quint16 kBmpSets[]; ///< U+3400 … U+9FFF
extern const int kBmpSetsCount;
extern const quint32 kRestChars[]; ///< ascending
extern const int kRestCharsCount;
extern const quint16 kRestSets[];
extern const int kRestSetsCount;
extern const SurnameEntry kSurnames[]; ///< ascending by first, second
extern const int kSurnamesCount;

} // namespace ffp::pinyin
