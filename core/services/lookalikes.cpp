// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/lookalikes.h"

#include "core/domain/confusedcharacters.h"
#include "core/domain/personname.h"
#include "core/search/pinyintable.h"

#include <algorithm>
#include <set>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t kLinesPerReport = 1000;

/// Each character has a reading that the other one has, too.
bool soundsAlike(const QString &a, const QString &b)
{
    const QVector<QStringList> readings = PinyinTable::keys(a);
    const QVector<QStringList> others = PinyinTable::keys(b);
    if (readings.size() != others.size())
        return false;
    for (qsizetype i = 0; i < readings.size(); ++i)
        if (std::none_of(readings[i].begin(), readings[i].end(),
                         [&](const QString &one) { return others[i].contains(one); }))
            return false;
    return !readings.isEmpty();
}

/// In how many characters names of one length differ; -1 for different lengths.
int differing(const QString &a, const QString &b, bool (*counts)(QChar, QChar))
{
    if (a.size() != b.size())
        return -1;
    int out = 0;
    for (qsizetype i = 0; i < a.size(); ++i)
        out += a[i] != b[i] && counts(a[i], b[i]) ? 1 : 0;
    return out;
}

bool looksAlike(const QString &a, const QString &b)
{
    return differing(a, b, [](QChar one, QChar other) { return !lookAlike(one, other); }) == 0;
}

/// Two or three characters of which one differs, is missing or too many.
bool isNear(const QString &a, const QString &b)
{
    constexpr qsizetype kShortest = 2;
    constexpr qsizetype kLongest = 3;
    const QString &shorter = a.size() <= b.size() ? a : b;
    const QString &longer = a.size() <= b.size() ? b : a;
    if (shorter.size() < kShortest || longer.size() > kLongest)
        return false;
    if (shorter.size() == longer.size())
        return differing(a, b, [](QChar, QChar) { return true; }) == 1;
    for (qsizetype i = 0; i < longer.size(); ++i)
        if (QString(longer).remove(i, 1) == shorter)
            return true;
    return false;
}

} // namespace

const char *likenessCode(Likeness likeness)
{
    switch (likeness) {
    case Likeness::SameNumber: return "same_number";
    case Likeness::SameNameAndBirth: return "same_name_and_birth";
    case Likeness::SameName: return "same_name";
    case Likeness::SoundsAlike: return "sounds_alike";
    case Likeness::LooksAlike: return "looks_alike";
    case Likeness::NearName: return "near_name";
    }
    Q_UNREACHABLE();
}

std::optional<Likeness> likeness(const PersonLine &a, const PersonLine &b)
{
    if (a.key && b.key)
        return a.key == b.key ? std::optional(Likeness::SameNumber) : std::nullopt;
    if (!a.sex.isEmpty() && !b.sex.isEmpty() && a.sex != b.sex)
        return std::nullopt;
    const bool known = !a.birth.isEmpty() && !b.birth.isEmpty();
    if (known && a.birth != b.birth)
        return std::nullopt;
    if (sameName(a.name, b.name)) {
        if (known)
            return Likeness::SameNameAndBirth;
        return a.area == b.area ? std::optional(Likeness::SameName) : std::nullopt;
    }
    const bool readable = !parsePersonName(a.name).damaged && !parsePersonName(b.name).damaged;
    if (!known || a.area != b.area || !readable)
        return std::nullopt;
    if (soundsAlike(a.name, b.name))
        return Likeness::SoundsAlike;
    if (looksAlike(a.name, b.name))
        return Likeness::LooksAlike;
    return a.sex == b.sex && !a.sex.isEmpty() && isNear(a.name, b.name) ? std::optional(Likeness::NearName)
                                                                        : std::nullopt;
}

QStringList LookalikeFinder::keysOf(const PersonLine &line)
{
    QStringList keys;
    if (line.key)
        keys << u"k%1"_s.arg(*line.key);
    if (!line.birth.isEmpty())
        keys << u'b' + line.birth + line.name << u'v' + line.birth + line.area.toString();
    keys << u'n' + line.area.toString() + line.name;
    return keys;
}

void LookalikeFinder::add(PersonLine line)
{
    for (const QString &key : keysOf(line))
        m_byKey[key].push_back(m_lines.size());
    m_lines.push_back(std::move(line));
}

std::vector<std::pair<PersonLine, Likeness>> LookalikeFinder::like(const PersonLine &one) const
{
    std::set<size_t> compared;
    std::vector<std::pair<PersonLine, Likeness>> out;
    for (const QString &key : keysOf(one)) {
        const auto it = m_byKey.constFind(key);
        if (it == m_byKey.cend())
            continue;
        for (const size_t i : *it)
            if (m_lines[i].rid != one.rid && compared.insert(i).second)
                if (const auto why = likeness(one, m_lines[i]))
                    out.emplace_back(m_lines[i], *why);
    }
    std::sort(out.begin(), out.end(), [](const auto &a, const auto &b) {
        return std::pair(a.second, a.first.rid) < std::pair(b.second, b.first.rid);
    });
    return out;
}

Result<std::vector<LikePair>> LookalikeFinder::pairs(Progress &progress) const
{
    std::vector<LikePair> out;
    for (size_t i = 0; i < m_lines.size(); ++i) {
        if (i % kLinesPerReport == 0) {
            if (progress.cancelled())
                return fail(ErrorKind::Cancelled);
            progress.report("duplicates", qint64(i), qint64(m_lines.size()));
        }
        for (auto &[other, why] : like(m_lines[i]))
            if (other.rid > m_lines[i].rid)
                out.push_back({m_lines[i], std::move(other), why});
    }
    std::sort(out.begin(), out.end(), [](const LikePair &a, const LikePair &b) {
        return std::tuple(a.why, a.a.rid, a.b.rid) < std::tuple(b.why, b.a.rid, b.b.rid);
    });
    return out;
}

} // namespace ffp
