// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/searchscan.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <functional>

namespace ffp {
namespace {

constexpr int kMinNumber = 4; ///< characters of a household number: fewer would find half the county

bool isDead(const std::vector<quint64> &dead, quint32 row)
{
    return !dead.empty() && (dead[row / 64] >> (row % 64) & 1) != 0;
}

} // namespace

MatchedBy matchedBy(MatchTier tier)
{
    switch (tier) {
    case MatchTier::NameWhole:
    case MatchTier::NameStart:
    case MatchTier::NameMiddle: return MatchedBy::Name;
    case MatchTier::IdWhole:
    case MatchTier::IdStart:
    case MatchTier::IdEnd:
    case MatchTier::IdMiddle: return MatchedBy::IdNumber;
    case MatchTier::PhoneWhole:
    case MatchTier::PhoneStart:
    case MatchTier::PhoneEnd:
    case MatchTier::PhoneMiddle: return MatchedBy::Phone;
    case MatchTier::NumberWhole:
    case MatchTier::NumberStart:
    case MatchTier::NumberMiddle: return MatchedBy::HouseholdNo;
    default: return MatchedBy::Pinyin;
    }
}

int scoreOf(MatchTier tier)
{
    return 1000 - 40 * int(tier);
}

TierHits::TierHits(quint32 rows, int limit, bool mayRepeat) : m_limit(limit)
{
    if (mayRepeat)
        m_seen.resize(rows);
}

void TierHits::add(quint32 row, MatchTier tier)
{
    if (!m_seen.empty()) {
        if (m_seen[row])
            return;
        m_seen[row] = true;
    }
    ++m_total;
    std::vector<quint32> &rows = m_rows[int(tier)];
    if (rows.size() < std::size_t(m_limit))
        rows.push_back(row);
}

SearchPlan::SearchPlan(const SearchQuery &query) : m_query(query)
{
    if (query.isNumber)
        m_digits = DigitPattern::from(query.text);
    const bool ascii = std::all_of(query.text.begin(), query.text.end(),
                                   [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7F; });
    const bool anyDigit = std::any_of(query.text.begin(), query.text.end(),
                                      [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (ascii && anyDigit && query.text.size() >= kMinNumber)
        m_number = query.text.toStdString();
    m_pinyin = query.hasLetters && query.text.size() <= SearchQuery::kMaxPinyin;
    if (m_pinyin)
        preparePinyin();
}

void SearchPlan::preparePinyin()
{
    const int length = static_cast<int>(m_query.text.size());
    const int sets = PinyinTable::setCount();
    m_setCount = std::size_t(sets);
    const int syllables = PinyinTable::syllableCount();
    const QByteArray letters =
        m_query.text.toLatin1(); // a character that is no letter becomes one that no syllable has
    m_moves.assign(std::size_t(length) * std::size_t(sets), 0);
    m_fullMoves.assign(m_moves.size(), 0);
    std::vector<State> moves(static_cast<std::size_t>(syllables));
    std::vector<State> full(static_cast<std::size_t>(syllables));
    for (int p = 0; p < length; ++p) {
        const char16_t c = m_query.text[p].unicode();
        if (c < u'a' || c > u'z') {
            m_literal |= State(1) << p;
            continue;
        }
        // Letters up to the next gap or other character; a syllable never reaches over it.
        int room = 1;
        while (p + room < length && m_query.text[p + room] >= u'a' && m_query.text[p + room] <= u'z'
               && (m_query.cuts >> (p + room) & 1) == 0)
            ++room;
        for (int s = 0; s < syllables; ++s) {
            const char *syllable = PinyinTable::syllable(s);
            const int size = static_cast<int>(std::strlen(syllable));
            int common = 0;
            while (common < size && common < room && syllable[common] == letters[p + common])
                ++common;
            State reached = 0;
            State whole = 0;
            if (common > 0)
                reached |= State(2) << p; // initial
            if (common > 1 && syllable[1] == 'h')
                reached |= State(4) << p; // zh, ch, sh
            if (common == size)
                whole = State(1) << (p + size);
            if (common == room)
                reached |= State(1) << (p + room); // syllable broken off
            moves[std::size_t(s)] = reached | whole;
            full[std::size_t(s)] = whole;
        }
        for (int set = 0; set < sets; ++set) {
            State &to = m_moves[std::size_t(p) * std::size_t(sets) + std::size_t(set)];
            State &toFull = m_fullMoves[std::size_t(p) * std::size_t(sets) + std::size_t(set)];
            const auto id = static_cast<PinyinTable::SetId>(set);
            for (const quint16 *s = PinyinTable::setBegin(id); s != PinyinTable::setEnd(id); ++s) {
                to |= moves[*s];
                toFull |= full[*s];
            }
        }
    }
}

SearchPlan::State SearchPlan::step(const std::vector<State> &moves, State state, char16_t c,
                                   PinyinTable::SetId set) const
{
    const State end = State(1) << m_query.text.size();
    State next = 0;
    for (State rest = state & ~end; rest != 0; rest &= rest - 1) {
        const int p = static_cast<int>(std::countr_zero(rest));
        if (set == PinyinTable::kContinuation) {
            // Second half of a surrogate pair: follows a literal match, or is passed over.
            if (!QChar::isLowSurrogate(m_query.text[p].unicode()))
                next |= State(1) << p;
            else if (m_query.text[p].unicode() == c)
                next |= State(2) << p;
        } else if ((m_literal >> p & 1) != 0) {
            if (m_query.text[p].unicode() == c)
                next |= State(2) << p;
        } else {
            next |= moves[std::size_t(p) * m_setCount + set];
        }
    }
    if (set == PinyinTable::kContinuation)
        next |= state & end;
    return next;
}

SearchPlan::Reading SearchPlan::further(const std::vector<State> &moves, Reading reading,
                                        const SearchSegment &segment, quint32 at, bool first) const
{
    const char16_t c = segment.text()[at];
    const PinyinTable::SetId set = segment.sets()[at];
    if (!first && set != PinyinTable::kContinuation)
        reading.fromMiddle |= 1;
    if (reading.fromStart != 0)
        reading.fromStart = step(moves, reading.fromStart, c, set);
    if (reading.fromMiddle != 0)
        reading.fromMiddle = step(moves, reading.fromMiddle, c, set);
    reading.seenStart |= reading.fromStart;
    reading.seenMiddle |= reading.fromMiddle;
    return reading;
}

SearchPlan::Outcome SearchPlan::outcomeOf(const Reading &reading) const
{
    const State end = State(1) << m_query.text.size();
    return {(reading.seenStart & end) != 0, (reading.fromStart & end) != 0, (reading.seenMiddle & end) != 0};
}

SearchPlan::Outcome SearchPlan::read(const std::vector<State> &moves, const SearchSegment &segment,
                                     quint32 row) const
{
    const quint32 begin = segment.textBegin(row);
    Reading reading;
    for (quint32 i = begin, to = segment.textEnd(row); i < to; ++i)
        reading = further(moves, reading, segment, i, i == begin);
    return outcomeOf(reading);
}

/// Rows are sorted by name: what was read of the characters that a name shares with the one before is kept.
void SearchPlan::scanPinyin(const SearchSegment &segment, const std::vector<quint64> &dead,
                            TierHits &hits) const
{
    const char16_t *text = segment.text().data();
    const PinyinTable::SetId *sets = segment.sets().data();
    std::vector<Reading> readings(1); // [n] = after n characters
    quint32 last = 0;
    quint32 lastSize = 0;
    for (quint32 row = 0, rows = segment.rowCount(); row < rows; ++row) {
        if (!segment.byName(row))
            continue;
        const quint32 begin = segment.textBegin(row);
        const quint32 size = segment.textEnd(row) - begin;
        quint32 same = 0;
        for (const quint32 most = std::min(size, lastSize); same < most
                                                            && text[begin + same] == text[last + same]
                                                            && sets[begin + same] == sets[last + same];)
            ++same;
        if (readings.size() <= size)
            readings.resize(size + 1);
        for (quint32 i = same; i < size; ++i)
            readings[i + 1] = further(m_moves, readings[i], segment, begin + i, i == 0);
        last = begin;
        lastSize = size;
        const Outcome any = outcomeOf(readings[size]);
        if ((!any.start && !any.middle) || isDead(dead, row))
            continue;
        const Outcome full = read(m_fullMoves, segment, row);
        hits.add(row, full.whole    ? MatchTier::PinyinWholeFull
                      : full.start  ? MatchTier::PinyinStartFull
                      : any.whole   ? MatchTier::PinyinWhole
                      : any.start   ? MatchTier::PinyinStart
                      : full.middle ? MatchTier::PinyinMiddleFull
                                    : MatchTier::PinyinMiddle);
    }
}

void SearchPlan::scanNames(const SearchSegment &segment, const std::vector<quint64> &dead,
                           TierHits &hits) const
{
    const QStringView text(segment.text().data(), qsizetype(segment.text().size()));
    const QStringView wanted(m_query.text);
    quint32 row = 0;
    for (qsizetype at = text.indexOf(wanted[0]); at >= 0;) {
        if (text.mid(at + 1, wanted.size() - 1) != wanted.mid(1)) {
            at = text.indexOf(wanted[0], at + 1);
            continue;
        }
        row = segment.rowOfText(static_cast<quint32>(at), row);
        const quint32 begin = segment.textBegin(row);
        const quint32 end = segment.textEnd(row);
        if (segment.byName(row) && !isDead(dead, row)) {
            const bool start = at == begin;
            const bool whole = start && quint32(wanted.size()) == end - begin;
            hits.add(row, whole   ? MatchTier::NameWhole
                          : start ? MatchTier::NameStart
                                  : MatchTier::NameMiddle);
        }
        at = text.indexOf(wanted[0], qsizetype(end));
    }
}

void SearchPlan::scanNumbers(const SearchSegment &segment, const std::vector<quint64> &dead,
                             TierHits &hits) const
{
    const std::string &text = segment.numbers();
    // Many numbers hold the first digit looked for: a searcher that skips is several times as fast as find().
    const std::boyer_moore_horspool_searcher searcher(m_number.begin(), m_number.end());
    for (auto found = std::search(text.begin(), text.end(), searcher); found != text.end();) {
        const auto position = static_cast<quint32>(found - text.begin());
        const quint32 row = segment.rowOfNumber(position);
        const std::size_t end = text.find('\0', position);
        const bool start = position == segment.numberBegin(position);
        const bool whole = start && position + m_number.size() == end;
        if (!isDead(dead, row))
            hits.add(row, whole   ? MatchTier::NumberWhole
                          : start ? MatchTier::NumberStart
                                  : MatchTier::NumberMiddle);
        found = std::search(text.begin() + qsizetype(end), text.end(), searcher);
    }
}

void SearchPlan::scanDigits(const DigitBuffer &digits, const std::vector<quint64> &dead, TierHits &hits) const
{
    const auto rows = static_cast<quint32>(digits.size());
    const int length = m_digits->length();
    for (quint32 row = 0; row < rows; ++row) {
        const int at = m_digits->findIn(digits[row]);
        if (at < 0 || isDead(dead, row))
            continue;
        const int phoneAt = digits[row].phoneAt();
        const bool phone = at >= phoneAt;
        const int begin = phone ? phoneAt : 0;
        const int after = at + length;
        const bool toEnd = after == PackedDigits::kNibbles || digits[row].at(after) == PackedDigits::kEmpty;
        if (at == begin && toEnd)
            hits.add(row, phone ? MatchTier::PhoneWhole : MatchTier::IdWhole);
        else if (at == begin)
            hits.add(row, phone ? MatchTier::PhoneStart : MatchTier::IdStart);
        else if (toEnd)
            hits.add(row, phone ? MatchTier::PhoneEnd : MatchTier::IdEnd);
        else
            hits.add(row, phone ? MatchTier::PhoneMiddle : MatchTier::IdMiddle);
    }
}

TierHits SearchPlan::scan(const SearchSegment &segment, const std::vector<quint64> &dead,
                          const DigitBuffer *digits, int limit) const
{
    const bool byDigits = digits && m_digits;
    TierHits hits(segment.rowCount(), limit, byDigits || !m_number.empty());
    if (isEmpty())
        return hits;
    if (m_pinyin)
        scanPinyin(segment, dead, hits);
    else
        scanNames(segment, dead, hits);
    if (byDigits)
        scanDigits(*digits, dead, hits);
    if (!m_number.empty())
        scanNumbers(segment, dead, hits);
    return hits;
}

} // namespace ffp
