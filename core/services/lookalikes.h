// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/store/personstore.h"

#include <QHash>

#include <optional>
#include <vector>

namespace ffp {

/// Why two entries may be one person, the surest first.
enum class Likeness : quint8 {
    SameNumber,       ///< the same certificate number; a disability certificate holds it, too
    SameNameAndBirth, ///< wherever the two live
    SameName,         ///< in one village, and of one the birth date is not known
    SoundsAlike,      ///< the same pinyin and birth date, in one village
    LooksAlike,       ///< the same birth date in one village, characters that are taken for each other
    NearName,         ///< the same birth date and sex in one village, one character of the name differs
};
/// Stable ASCII: "same_number" …
const char *likenessCode(Likeness likeness);

/// Empty when they are not alike, or when two numbers or sexes say that they are two persons.
std::optional<Likeness> likeness(const PersonLine &a, const PersonLine &b);

struct LikePair {
    PersonLine a;
    PersonLine b;
    Likeness why = Likeness::SameNumber;
};

/// All pairs of persons who are alike, without comparing everybody with everybody. Cancelled.
class LookalikeFinder
{
public:
    void add(PersonLine line);
    qsizetype size() const { return qsizetype(m_lines.size()); }
    /// Of all that were added, in the order of likeness and row ids.
    Result<std::vector<LikePair>> pairs(Progress &progress) const;
    /// Those of the added that one is like, the surest first.
    std::vector<std::pair<PersonLine, Likeness>> like(const PersonLine &one) const;

private:
    /// Persons who share one of these are compared.
    static QStringList keysOf(const PersonLine &line);

    std::vector<PersonLine> m_lines;
    QHash<QString, std::vector<size_t>> m_byKey;
};

} // namespace ffp
