// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/searchsegment.h"
#include "core/search/searchtext.h"

#include <vector>

namespace ffp {

/// Kinds of match, best first. The number is stored beside a hit until the page is put together.
enum class MatchTier : quint8 {
    NameWhole,
    IdWhole,
    PhoneWhole,
    NumberWhole,
    NameStart,
    NumberStart,
    IdStart,
    PhoneStart,
    IdEnd,
    PhoneEnd,
    NameMiddle,
    NumberMiddle,
    IdMiddle,
    PhoneMiddle,
    PinyinWholeFull,
    PinyinStartFull,
    PinyinWhole,
    PinyinStart,
    PinyinMiddleFull,
    PinyinMiddle,
};
constexpr int kTierCount = int(MatchTier::PinyinMiddle) + 1;
MatchedBy matchedBy(MatchTier tier);
int scoreOf(MatchTier tier);

/// Collects, for one segment, the first `limit` rows of each tier in the order of rows and counts
/// each row once.
class TierHits
{
public:
    TierHits(quint32 rows, int limit, bool mayRepeat);
    /// Rows of one tier must come in ascending order.
    void add(quint32 row, MatchTier tier);
    qint64 total() const { return m_total; }
    const std::vector<quint32> &rows(MatchTier tier) const { return m_rows[int(tier)]; }

private:
    int m_limit;
    qint64 m_total = 0;
    std::vector<bool> m_seen; ///< only when several scans may find the same row
    std::vector<quint32> m_rows[kTierCount];
};

/// A typed query turned into what the scans need; made once, used for every segment.
class SearchPlan
{
public:
    explicit SearchPlan(const SearchQuery &query);
    bool isEmpty() const { return m_query.text.isEmpty(); }
    /// `dead`: rows to leave out, one bit each, may be empty. `digits` may be null.
    TierHits scan(const SearchSegment &segment, const std::vector<quint64> &dead, const DigitBuffer *digits,
                  int limit) const;

private:
    using State = quint64; ///< bit p: the first p characters of the query are accounted for

    void preparePinyin();
    State step(const std::vector<State> &moves, State state, char16_t c, PinyinTable::SetId set) const;
    /// What was read of a name so far.
    struct Reading {
        State fromStart = 1, fromMiddle = 0; ///< where the query stands, begun at the name's start or later
        State seenStart = 0, seenMiddle = 0; ///< all places at which it stood
    };
    Reading further(const std::vector<State> &moves, Reading reading, const SearchSegment &segment,
                    quint32 at, bool first) const;
    /// Reads a name through `moves`; true in `start`/`whole`/`middle` where the query was used up.
    struct Outcome {
        bool start = false, whole = false, middle = false;
    };
    Outcome outcomeOf(const Reading &reading) const;
    Outcome read(const std::vector<State> &moves, const SearchSegment &segment, quint32 row) const;

    void scanNames(const SearchSegment &segment, const std::vector<quint64> &dead, TierHits &hits) const;
    void scanPinyin(const SearchSegment &segment, const std::vector<quint64> &dead, TierHits &hits) const;
    void scanNumbers(const SearchSegment &segment, const std::vector<quint64> &dead, TierHits &hits) const;
    void scanDigits(const DigitBuffer &digits, const std::vector<quint64> &dead, TierHits &hits) const;

    SearchQuery m_query;
    std::optional<DigitPattern> m_digits;
    std::string m_number; ///< empty: household numbers are not searched
    bool m_pinyin = false;
    std::size_t m_setCount = 0;
    State m_literal = 0;            ///< positions where the query holds no letter
    std::vector<State> m_moves;     ///< [position × setCount + set] → states reached
    std::vector<State> m_fullMoves; ///< the same, whole syllables only
};

} // namespace ffp
