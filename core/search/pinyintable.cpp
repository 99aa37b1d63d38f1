// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/pinyintable.h"

#include "core/search/pinyindata.h"

#include <algorithm>
#include <utility>

namespace ffp {
namespace {

PinyinTable::SetId setOfCharacter(char32_t c)
{
    if (c >= pinyin::kBmpFirst && c < char32_t(pinyin::kBmpFirst + pinyin::kBmpSetsCount))
        return pinyin::kBmpSets[c - pinyin::kBmpFirst];
    if (c >= U'a' && c <= U'z')
        return static_cast<PinyinTable::SetId>(1 + (c - U'a'));
    if (c >= U'A' && c <= U'Z')
        return static_cast<PinyinTable::SetId>(1 + (c - U'A'));
    const quint32 *end = pinyin::kRestChars + pinyin::kRestCharsCount;
    const quint32 *it = std::lower_bound(pinyin::kRestChars, end, quint32(c));
    return it != end && *it == c ? pinyin::kRestSets[it - pinyin::kRestChars] : PinyinTable::kNoReading;
}

char32_t characterAt(QStringView text, qsizetype i)
{
    const char16_t unit = text[i].unicode();
    if (QChar::isHighSurrogate(unit) && i + 1 < text.size() && text[i + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(unit, text[i + 1].unicode());
    return unit;
}

const pinyin::SurnameEntry *findSurname(char32_t first, char32_t second)
{
    const auto key = std::pair(quint32(first), quint32(second));
    const pinyin::SurnameEntry *end = pinyin::kSurnames + pinyin::kSurnamesCount;
    const auto *it = std::lower_bound(pinyin::kSurnames, end, key,
                                      [](const pinyin::SurnameEntry &e, const auto &k) {
                                          return std::pair(e.first, e.second) < k;
                                      });
    return it != end && std::pair(it->first, it->second) == key ? it : nullptr;
}

} // namespace

void PinyinTable::sets(QStringView name, SetId *out)
{
    char32_t first = 0;
    char32_t second = 0;
    qsizetype secondAt = 0;
    for (qsizetype i = 0; i < name.size();) {
        const char32_t c = characterAt(name, i);
        out[i] = setOfCharacter(c);
        if (i == 0)
            first = c;
        else if (secondAt == 0)
            second = c, secondAt = i;
        ++i;
        if (c > 0xFFFF)
            out[i++] = kContinuation;
    }
    if (name.isEmpty())
        return;
    if (const pinyin::SurnameEntry *entry = secondAt > 0 ? findSurname(first, second) : nullptr) {
        out[0] = entry->firstSet;
        out[secondAt] = entry->secondSet;
    } else if (const pinyin::SurnameEntry *single = findSurname(first, 0)) {
        out[0] = single->firstSet;
    }
}

QVector<QStringList> PinyinTable::keys(QStringView name)
{
    QVector<SetId> ids(name.size());
    sets(name, ids.data());
    QVector<QStringList> keys;
    for (SetId set : std::as_const(ids)) {
        if (set == kContinuation)
            continue;
        QStringList readings;
        for (const quint16 *s = setBegin(set); s != setEnd(set); ++s)
            readings.append(QLatin1String(syllable(*s)));
        keys.append(readings);
    }
    return keys;
}

int PinyinTable::setCount()
{
    return pinyin::kSetBeginsCount - 1;
}

int PinyinTable::syllableCount()
{
    return pinyin::kSyllablesCount;
}

const char *PinyinTable::syllable(int number)
{
    return pinyin::kSyllables[number];
}

const quint16 *PinyinTable::setBegin(SetId set)
{
    return pinyin::kSetMembers + pinyin::kSetBegins[set];
}

const quint16 *PinyinTable::setEnd(SetId set)
{
    return pinyin::kSetMembers + pinyin::kSetBegins[set + 1];
}

} // namespace ffp
