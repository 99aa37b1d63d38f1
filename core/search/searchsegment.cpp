// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/searchsegment.h"

#include "core/search/searchtext.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <unordered_map>

namespace ffp {
namespace {

constexpr quint8 kByNameFlag = 4;
constexpr quint32 kChunkRows = 16384;

SearchKey keyOf(const RecordId &id)
{
    return id.bytes();
}

/// Where a character stands in the order of names: by pinyin, then by code; characters without
/// reading (digits, dots) come first.
quint32 orderOf(PinyinTable::SetId set, char16_t c)
{
    if (set == PinyinTable::kContinuation)
        return c;
    const quint16 *begin = PinyinTable::setBegin(set);
    const quint32 syllable = begin == PinyinTable::setEnd(set) ? 0 : quint32(*begin) + 1;
    return syllable << 16 | c;
}

struct SearchKeyHash {
    std::size_t operator()(const SearchKey &key) const { return qHashBits(key.data(), key.size()); }
};

} // namespace

const char *matchedByCode(MatchedBy by)
{
    switch (by) {
    case MatchedBy::Name: return "name";
    case MatchedBy::Pinyin: return "pinyin";
    case MatchedBy::HouseholdNo: return "household_no";
    case MatchedBy::IdNumber: return "id_number";
    case MatchedBy::Phone: return "phone";
    }
    return "";
}

const char *searchKindCode(SearchKind kind)
{
    switch (kind) {
    case SearchKind::Household: return "household";
    case SearchKind::Member: return "member";
    case SearchKind::Village: return "village";
    }
    return "";
}

SearchKey searchKey(const SearchRow &row)
{
    if (row.kind != SearchKind::Village || !row.id.isNull())
        return row.id.bytes();
    SearchKey key{'v', 'i', 'l', 'l'};
    const QByteArray code = row.area.toString().toLatin1();
    std::memcpy(key.data() + 4, code.constData(), std::min<std::size_t>(std::size_t(code.size()), 12));
    return key;
}

quint32 SearchSegment::rowOfText(quint32 at, quint32 from) const
{
    const auto it = std::upper_bound(m_begins.begin() + from, m_begins.end(), at);
    return static_cast<quint32>(it - m_begins.begin()) - 1;
}

quint32 SearchSegment::rowOfNumber(quint32 at) const
{
    const auto it = std::upper_bound(m_numberBegins.begin(), m_numberBegins.end(), at);
    return m_numberRows[std::size_t(it - m_numberBegins.begin()) - 1];
}

quint32 SearchSegment::numberBegin(quint32 at) const
{
    return *(std::upper_bound(m_numberBegins.begin(), m_numberBegins.end(), at) - 1);
}

SearchHit SearchSegment::hit(quint32 row) const
{
    SearchHit hit;
    hit.kind = kind(row);
    if (hit.kind != SearchKind::Village || std::memcmp(m_ids[row].data(), "vill", 4) != 0)
        hit.id = RecordId(m_ids[row]);
    if (m_householdOf[row] != kNone)
        hit.household = RecordId(m_households[m_householdOf[row]]);
    const auto spelled = m_spelled.constFind(row);
    hit.name = spelled != m_spelled.cend()
                   ? *spelled
                   : QStringView(m_text.data() + textBegin(row), textEnd(row) - textBegin(row)).toString();
    const Area &area = m_areas[m_areaOf[row]];
    hit.area = area.code;
    hit.areaName = area.name;
    return hit;
}

SearchRow SearchSegment::row(quint32 row) const
{
    const SearchHit shown = hit(row);
    SearchRow out;
    out.id = shown.id;
    out.kind = shown.kind;
    out.household = shown.household;
    out.name = shown.name;
    out.area = shown.area;
    out.areaName = shown.areaName;
    out.byName = byName(row);
    const auto at = std::lower_bound(m_numberRows.begin(), m_numberRows.end(), row);
    if (at != m_numberRows.end() && *at == row)
        out.householdNo = QString::fromUtf8(m_numbers.c_str()
                                            + m_numberBegins[std::size_t(at - m_numberRows.begin())]);
    return out;
}

int SearchSegment::compare(const SearchSegment &a, quint32 rowA, const SearchSegment &b, quint32 rowB)
{
    quint32 i = a.textBegin(rowA);
    quint32 j = b.textBegin(rowB);
    for (; a.m_text[i] && b.m_text[j]; ++i, ++j) {
        const quint32 x = orderOf(a.m_sets[i], a.m_text[i]);
        const quint32 y = orderOf(b.m_sets[j], b.m_text[j]);
        if (x != y)
            return x < y ? -1 : 1;
    }
    if (a.m_text[i] || b.m_text[j])
        return a.m_text[i] ? 1 : -1;
    const Area &areaA = a.m_areas[a.m_areaOf[rowA]];
    const Area &areaB = b.m_areas[b.m_areaOf[rowB]];
    if (areaA.code.toString() != areaB.code.toString())
        return areaA.code.toString() < areaB.code.toString() ? -1 : 1;
    return std::memcmp(a.m_ids[rowA].data(), b.m_ids[rowB].data(), sizeof(SearchKey));
}

qint64 SearchSegment::bytes() const
{
    const auto of = [](const auto &v) { return qint64(v.capacity() * sizeof(v[0])); };
    qint64 sum = of(m_text) + of(m_sets) + of(m_begins) + of(m_ids) + of(m_flags) + of(m_areaOf)
                 + of(m_householdOf) + of(m_households) + of(m_areas) + of(m_numbers) + of(m_numberBegins)
                 + of(m_numberRows);
    for (const Area &area : m_areas)
        sum += (area.name.capacity() + area.code.toString().capacity()) * 2;
    for (const QString &name : m_spelled)
        sum += 40 + name.capacity() * 2;
    return sum;
}

/// Rows as they come; sorted into a segment by build(). Numbers go straight into wiped memory.
struct SearchSegmentBuilder::Pending {
    SearchSegment raw;
    std::vector<std::unique_ptr<DigitBuffer>> digits; ///< chunks of kChunkRows; empty while none came
    bool hasDigits = false;
    QHash<QString, quint32> areas;
    std::unordered_map<SearchKey, quint32, SearchKeyHash> households;
    std::vector<std::string> numbers; ///< by row, empty for rows without one
};

SearchSegmentBuilder::SearchSegmentBuilder() : m_pending(std::make_unique<Pending>()) {}
SearchSegmentBuilder::~SearchSegmentBuilder() = default;

void SearchSegmentBuilder::reserve(quint32 rows)
{
    SearchSegment &raw = m_pending->raw;
    raw.m_ids.reserve(rows);
    raw.m_flags.reserve(rows);
    raw.m_areaOf.reserve(rows);
    raw.m_householdOf.reserve(rows);
    raw.m_begins.reserve(rows + 1);
    raw.m_text.reserve(std::size_t(rows) * 4);
}

quint32 SearchSegmentBuilder::size() const
{
    return m_pending->raw.rowCount();
}

void SearchSegmentBuilder::add(const SearchRow &row)
{
    Pending &p = *m_pending;
    const quint32 at = p.raw.rowCount();
    const QString form = searchForm(row.name);
    p.raw.m_begins.push_back(static_cast<quint32>(p.raw.m_text.size()));
    for (QChar c : form)
        p.raw.m_text.push_back(c.isNull() ? u' ' : c.unicode());
    p.raw.m_text.push_back(0);
    if (form != row.name)
        p.raw.m_spelled.insert(at, row.name);
    p.raw.m_ids.push_back(searchKey(row));
    p.raw.m_flags.push_back(
        static_cast<quint8>(static_cast<quint8>(row.kind) | (row.byName ? kByNameFlag : 0)));

    // Rows usually come village by village.
    if (p.raw.m_areaOf.empty() || p.raw.m_areas[p.raw.m_areaOf.back()].code != row.area
        || p.raw.m_areas[p.raw.m_areaOf.back()].name != row.areaName) {
        const QString areaKey = row.area.toString() + u'\t' + row.areaName;
        const auto known = p.areas.constFind(areaKey);
        const quint32 area = known != p.areas.cend() ? *known : static_cast<quint32>(p.raw.m_areas.size());
        if (known == p.areas.cend()) {
            p.areas.insert(areaKey, area);
            p.raw.m_areas.push_back({row.area, row.areaName});
        }
        p.raw.m_areaOf.push_back(area);
    } else {
        p.raw.m_areaOf.push_back(p.raw.m_areaOf.back());
    }

    quint32 household = SearchSegment::kNone;
    const RecordId owner = row.kind == SearchKind::Household ? row.id
                           : row.kind == SearchKind::Member  ? row.household
                                                             : RecordId();
    if (!owner.isNull()) {
        const auto [it, fresh] = p.households.emplace(keyOf(owner),
                                                      static_cast<quint32>(p.raw.m_households.size()));
        if (fresh)
            p.raw.m_households.push_back(it->first);
        household = it->second;
    }
    p.raw.m_householdOf.push_back(household);

    const QString number = row.kind == SearchKind::Household ? row.householdNo : QString();
    if (!number.isEmpty()) {
        p.numbers.resize(at + 1);
        p.numbers[at] = searchForm(number).toStdString();
    }
    if (!row.digits.isEmpty()) {
        while (p.digits.size() * kChunkRows <= at)
            p.digits.push_back(std::make_unique<DigitBuffer>(kChunkRows));
        (*p.digits[at / kChunkRows])[at % kChunkRows] = row.digits;
        p.hasDigits = true;
    }
}

SearchSegmentBuilder::Built SearchSegmentBuilder::build()
{
    Pending &p = *m_pending;
    SearchSegment &raw = p.raw;
    const quint32 count = raw.rowCount();
    raw.m_begins.push_back(static_cast<quint32>(raw.m_text.size()));
    raw.m_sets.resize(raw.m_text.size());
    for (quint32 row = 0; row < count; ++row) {
        const QStringView name(raw.m_text.data() + raw.textBegin(row), raw.textEnd(row) - raw.textBegin(row));
        PinyinTable::sets(name, raw.m_sets.data() + raw.textBegin(row));
    }

    // Two characters decide most comparisons: they go into one word beside the row number.
    struct SortEntry {
        quint64 head;
        quint32 row;
    };
    std::vector<SortEntry> order(count);
    for (quint32 row = 0; row < count; ++row) {
        quint64 head = 0;
        for (quint32 i = 0; i < 2; ++i) {
            const quint32 at = raw.textBegin(row) + i;
            head = head << 32 | (at < raw.textEnd(row) ? orderOf(raw.m_sets[at], raw.m_text[at]) : 0);
        }
        order[row] = {head, row};
    }
    std::sort(order.begin(), order.end(), [&raw](const SortEntry &a, const SortEntry &b) {
        return a.head != b.head ? a.head < b.head : SearchSegment::compare(raw, a.row, raw, b.row) < 0;
    });

    auto segment = std::make_shared<SearchSegment>();
    segment->m_text.reserve(raw.m_text.size());
    segment->m_sets.reserve(raw.m_text.size());
    segment->m_begins.reserve(count + 1);
    segment->m_ids.reserve(count);
    segment->m_flags.reserve(count);
    segment->m_areaOf.reserve(count);
    segment->m_householdOf.reserve(count);
    const auto digits = p.hasDigits ? std::make_shared<DigitBuffer>(count) : nullptr;
    for (quint32 to = 0; to < count; ++to) {
        const quint32 from = order[to].row;
        segment->m_begins.push_back(static_cast<quint32>(segment->m_text.size()));
        const auto begin = raw.m_begins[from];
        const auto end = raw.m_begins[from + 1];
        segment->m_text.insert(segment->m_text.end(), raw.m_text.begin() + begin, raw.m_text.begin() + end);
        segment->m_sets.insert(segment->m_sets.end(), raw.m_sets.begin() + begin, raw.m_sets.begin() + end);
        segment->m_ids.push_back(raw.m_ids[from]);
        segment->m_flags.push_back(raw.m_flags[from]);
        segment->m_areaOf.push_back(raw.m_areaOf[from]);
        segment->m_householdOf.push_back(raw.m_householdOf[from]);
        if (const auto spelled = raw.m_spelled.constFind(from); spelled != raw.m_spelled.cend())
            segment->m_spelled.insert(to, *spelled);
        if (from < p.numbers.size() && !p.numbers[from].empty()) {
            segment->m_numberBegins.push_back(static_cast<quint32>(segment->m_numbers.size()));
            segment->m_numberRows.push_back(to);
            segment->m_numbers.append(p.numbers[from]).push_back('\0');
        }
        if (digits && from / kChunkRows < p.digits.size())
            (*digits)[to] = (*p.digits[from / kChunkRows])[from % kChunkRows];
    }
    segment->m_begins.push_back(static_cast<quint32>(segment->m_text.size()));
    segment->m_households = std::move(raw.m_households);
    segment->m_households.shrink_to_fit();
    segment->m_areas = std::move(raw.m_areas);
    segment->m_numbers.shrink_to_fit();
    m_pending = std::make_unique<Pending>();
    return {segment, digits};
}

} // namespace ffp
