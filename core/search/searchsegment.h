// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/pinyintable.h"
#include "core/search/searchrow.h"

#include <QHash>

#include <array>
#include <memory>
#include <string>
#include <vector>

namespace ffp {

using SearchKey = std::array<unsigned char, 16>;

/// Rows of the index in a compact, never changing form, sorted by pinyin of the name, name, area
/// and id: the first hits of a scan are the first hits to show. Parallel arrays, no object per row;
/// about 45 bytes a row, 61 with numbers.
class SearchSegment
{
public:
    static constexpr quint32 kNone = ~quint32(0);

    quint32 rowCount() const { return static_cast<quint32>(m_ids.size()); }
    const SearchKey &id(quint32 row) const { return m_ids[row]; }
    SearchKind kind(quint32 row) const { return SearchKind(m_flags[row] & 3); }
    bool byName(quint32 row) const { return (m_flags[row] & 4) != 0; }
    /// searchForm() of all names, each ended by U+0000.
    const std::vector<char16_t> &text() const { return m_text; }
    const std::vector<PinyinTable::SetId> &sets() const { return m_sets; }
    quint32 textBegin(quint32 row) const { return m_begins[row]; }
    quint32 textEnd(quint32 row) const { return m_begins[row + 1] - 1; }
    /// The row whose text holds position `at`; looks from row `from` on.
    quint32 rowOfText(quint32 at, quint32 from) const;

    /// Household numbers in search form, each ended by '\0'.
    const std::string &numbers() const { return m_numbers; }
    /// Row and number of the household number that holds position `at` of numbers().
    quint32 rowOfNumber(quint32 at) const;
    quint32 numberBegin(quint32 at) const;

    SearchHit hit(quint32 row) const;
    SearchRow row(quint32 row) const;
    /// Order of rows by name, also between segments.
    static int compare(const SearchSegment &a, quint32 rowA, const SearchSegment &b, quint32 rowB);

    qint64 bytes() const;

private:
    friend class SearchSegmentBuilder;

    struct Area {
        AreaCode code;
        QString name;
    };

    std::vector<char16_t> m_text;
    std::vector<PinyinTable::SetId> m_sets;
    std::vector<quint32> m_begins;
    std::vector<SearchKey> m_ids;
    std::vector<quint8> m_flags;
    std::vector<quint32> m_areaOf;
    std::vector<quint32> m_householdOf; ///< row → m_households, kNone for villages
    std::vector<SearchKey> m_households;
    std::vector<Area> m_areas;
    std::string m_numbers;
    std::vector<quint32> m_numberBegins;
    std::vector<quint32> m_numberRows;
    QHash<quint32, QString> m_spelled; ///< rows whose name is shown otherwise than it is stored
};

/// What a village without a record is known by.
SearchKey searchKey(const SearchRow &row);

/// Takes rows in any order. Not thread-safe; one builder, one thread.
class SearchSegmentBuilder
{
public:
    SearchSegmentBuilder();
    ~SearchSegmentBuilder();
    void reserve(quint32 rows);
    void add(const SearchRow &row);
    quint32 size() const;

    struct Built {
        std::shared_ptr<const SearchSegment> segment;
        std::shared_ptr<DigitBuffer> digits; ///< null when no row had any
    };
    /// Leaves the builder empty.
    Built build();

private:
    struct Pending;
    std::unique_ptr<Pending> m_pending;
};

} // namespace ffp
