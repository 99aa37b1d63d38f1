// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/searchscan.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string_view>

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
            next |= moves[std::size_t(p) * std::size_t(PinyinTable::setCount()) + set];
        }
    }
    if (set == PinyinTable::kContinuation)
        next |= state & end;
    return next;
}

SearchPlan::Outcome SearchPlan::read(const std::vector<State> &moves, const SearchSegment &segment,
                                     quint32 row) const
{
    const State end = State(1) << m_query.text.size();
    const char16_t *text = segment.text().data();
    const PinyinTable::SetId *sets = segment.sets().data();
    const quint32 to = segment.textEnd(row);
    State fromStart = 1;
    State fromMiddle = 0;
    State seenStart = 0;
    State seenMiddle = 0;
    for (quint32 i = segment.textBegin(row); i < to; ++i) {
        if (fromStart != 0)
            fromStart = step(moves, fromStart, text[i], sets[i]);
        if (fromMiddle != 0)
            fromMiddle = step(moves, fromMiddle, text[i], sets[i]);
        seenStart |= fromStart;
        seenMiddle |= fromMiddle;
        if (i + 1 < to && sets[i + 1] != PinyinTable::kContinuation)
            fromMiddle |= 1;
    }
    return {(seenStart & end) != 0, (fromStart & end) != 0, (seenMiddle & end) != 0};
}

void SearchPlan::scanPinyin(const SearchSegment &segment, const std::vector<quint64> &dead,
                            TierHits &hits) const
{
    const quint32 rows = segment.rowCount();
    const bool literalFirst = (m_literal & 1) != 0;
    for (quint32 row = 0; row < rows; ++row) {
        if (!segment.byName(row))
            continue;
        // Most names have no character with which the query could begin.
        bool possible = literalFirst;
        for (quint32 i = segment.textBegin(row), to = segment.textEnd(row); i < to && !possible; ++i)
            possible = segment.sets()[i] != PinyinTable::kContinuation && m_moves[segment.sets()[i]] != 0;
        if (!possible || isDead(dead, row))
            continue;
        const Outcome any = read(m_moves, segment, row);
        if (!any.start && !any.middle)
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
    const std::string_view text(segment.numbers());
    for (std::size_t at = text.find(m_number); at != std::string_view::npos;) {
        const auto position = static_cast<quint32>(at);
        const quint32 row = segment.rowOfNumber(position);
        const std::size_t end = text.find('\0', at);
        const bool start = position == segment.numberBegin(position);
        const bool whole = start && at + m_number.size() == end;
        if (!isDead(dead, row))
            hits.add(row, whole   ? MatchTier::NumberWhole
                          : start ? MatchTier::NumberStart
                                  : MatchTier::NumberMiddle);
        at = text.find(m_number, end);
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
        const bool phone = at >= PackedDigits::kPhoneAt;
        const int begin = phone ? PackedDigits::kPhoneAt : 0;
        const int after = at + length;
        const bool toEnd = after == 32 || digits[row].at(after) == 15;
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
