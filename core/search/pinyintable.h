// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>

namespace ffp {

/// Pinyin readings of Han characters, baked at build time from ICU (Han-Latin/Names and Han-Latin)
/// and a hand-written list of surnames and characters with several readings
/// (cmake/tools/pinyinreadings.txt). Syllables carry no tones; ü is offered as "v", "u" and "yu".
///
/// Inside the index a character is one 16-bit "set": the number of its list of readings.
class PinyinTable
{
public:
    using SetId = quint16;
    static constexpr SetId kNoReading = 0;
    /// Marks the second half of a surrogate pair; the first half carries the set.
    static constexpr SetId kContinuation = 0xFFFF;

    /// For each character of `name` its readings, the likeliest first; a Latin letter reads as
    /// itself, anything else has an empty list. Surnames (one or two characters) at the start
    /// get their own readings before the everyday ones.
    static QVector<QStringList> keys(QStringView name);

    /// As keys(), one set for each UTF-16 unit, written to `out` (name.size() units).
    static void sets(QStringView name, SetId *out);

    static int setCount();
    static int syllableCount();
    static const char *syllable(int number);
    /// Numbers of the syllables of a set: [begin, end).
    static const quint16 *setBegin(SetId set);
    static const quint16 *setEnd(SetId set);
};

} // namespace ffp
