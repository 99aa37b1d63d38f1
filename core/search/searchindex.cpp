// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/searchindex.h"

#include "core/search/searchscan.h"

#include <cstring>
#include <unordered_set>

namespace ffp {
namespace {

struct KeyHash {
    std::size_t operator()(const SearchKey &key) const { return qHashBits(key.data(), key.size()); }
};
using KeySet = std::unordered_set<SearchKey, KeyHash>;

void markDead(std::vector<quint64> &dead, quint32 row)
{
    dead[row / 64] |= quint64(1) << (row % 64);
}

bool isMarked(const std::vector<quint64> &dead, quint32 row)
{
    return !dead.empty() && (dead[row / 64] >> (row % 64) & 1) != 0;
}

/// Copies the rows of a part that are not in `dead` and not in `except`.
void addRows(SearchSegmentBuilder &builder, const SearchSegment &segment, const DigitBuffer *digits,
             const std::vector<quint64> &dead, const KeySet &except)
{
    for (quint32 i = 0; i < segment.rowCount(); ++i) {
        if (isMarked(dead, i) || (!except.empty() && except.count(segment.id(i)) != 0))
            continue;
        SearchRow row = segment.row(i);
        if (digits)
            row.digits = (*digits)[i];
        builder.add(row);
        wipe(row.digits);
    }
}

} // namespace

SearchIndex::SearchIndex()
{
    auto empty = std::make_shared<State>();
    empty->main.segment = SearchSegmentBuilder().build().segment;
    empty->delta.segment = empty->main.segment;
    m_state = std::move(empty);
}

std::shared_ptr<const SearchIndex::State> SearchIndex::state() const
{
    const std::lock_guard lock(m_stateMutex);
    return m_state;
}

void SearchIndex::publish(std::shared_ptr<const State> next)
{
    const std::lock_guard lock(m_stateMutex);
    m_state.swap(next);
}

SearchResult SearchIndex::find(QStringView typed, int limit) const
{
    SearchResult result;
    const SearchPlan plan(SearchQuery::parse(typed));
    if (plan.isEmpty() || limit < 0)
        return result;
    const auto now = state();
    const SearchSegment &main = *now->main.segment;
    const SearchSegment &delta = *now->delta.segment;
    const TierHits fromMain = plan.scan(main, now->dead, now->main.digits.get(), limit);
    const TierHits fromDelta = plan.scan(delta, {}, now->delta.digits.get(), limit);
    result.total = fromMain.total() + fromDelta.total();
    for (int t = 0; t < kTierCount && result.hits.size() < limit; ++t) {
        const auto tier = MatchTier(t);
        const auto &a = fromMain.rows(tier);
        const auto &b = fromDelta.rows(tier);
        for (std::size_t i = 0, j = 0; (i < a.size() || j < b.size()) && result.hits.size() < limit;) {
            const bool takeMain = j == b.size()
                                  || (i < a.size() && SearchSegment::compare(main, a[i], delta, b[j]) <= 0);
            SearchHit hit = takeMain ? main.hit(a[i++]) : delta.hit(b[j++]);
            hit.matchedBy = matchedBy(tier);
            hit.score = scoreOf(tier);
            result.hits.append(hit);
        }
    }
    return result;
}

std::shared_ptr<const SearchIndex::State> SearchIndex::applied(const State &old, const Change &change)
{
    KeySet touched;
    for (const SearchRow &row : change.changed)
        touched.insert(searchKey(row));
    for (const RecordId &id : change.removed)
        touched.insert(id.bytes());

    auto next = std::make_shared<State>();
    next->main = old.main;
    next->dead = old.dead;
    next->deadCount = old.deadCount;
    const SearchSegment &main = *old.main.segment;
    next->dead.resize((main.rowCount() + 63) / 64);
    for (quint32 i = 0; i < main.rowCount(); ++i) {
        if (touched.count(main.id(i)) != 0 && !isMarked(next->dead, i)) {
            markDead(next->dead, i);
            ++next->deadCount;
        }
    }
    SearchSegmentBuilder builder;
    addRows(builder, *old.delta.segment, old.delta.digits.get(), {}, touched);
    // The same row changed twice in one call: the last one counts.
    KeySet added;
    for (auto it = change.changed.crbegin(); it != change.changed.crend(); ++it)
        if (added.insert(searchKey(*it)).second)
            builder.add(*it);
    auto built = builder.build();
    next->delta = {built.segment, built.digits};
    return next;
}

void SearchIndex::apply(const QVector<SearchRow> &changed, const QVector<RecordId> &removed)
{
    if (changed.isEmpty() && removed.isEmpty())
        return;
    const std::lock_guard lock(m_writeMutex);
    const Change change{changed, removed};
    if (m_rebuild != 0)
        m_journal.push_back(change);
    publish(applied(*state(), change));
}

bool SearchIndex::needsCompaction() const
{
    return state()->delta.segment->rowCount() > kCompactAt;
}

quint64 SearchIndex::beginRebuild()
{
    const std::lock_guard lock(m_writeMutex);
    m_rebuild = ++m_lastRebuild;
    m_lockedMeanwhile = false;
    m_journal.clear();
    return m_rebuild;
}

void SearchIndex::cancelRebuild(quint64 rebuild)
{
    const std::lock_guard lock(m_writeMutex);
    if (m_rebuild != rebuild)
        return;
    m_rebuild = 0;
    m_journal.clear();
}

bool SearchIndex::finishRebuild(quint64 rebuild, SearchSegmentBuilder &builder)
{
    auto built = builder.build();
    auto fresh = std::make_shared<State>();
    fresh->main = {built.segment, std::move(built.digits)};
    fresh->delta.segment = SearchSegmentBuilder().build().segment;

    const std::lock_guard lock(m_writeMutex);
    if (rebuild == 0 || m_rebuild != rebuild)
        return false;
    if (m_lockedMeanwhile)
        fresh->main.digits.reset();
    std::shared_ptr<const State> next = std::move(fresh);
    for (const Change &change : m_journal)
        next = applied(*next, change);
    m_journal.clear();
    m_rebuild = 0;
    publish(std::move(next));
    return true;
}

bool SearchIndex::compact()
{
    quint64 rebuild = 0;
    std::shared_ptr<const State> from;
    {
        const std::lock_guard lock(m_writeMutex);
        if (m_rebuild != 0)
            return false;
        rebuild = m_rebuild = ++m_lastRebuild;
        m_lockedMeanwhile = false;
        m_journal.clear();
        from = state();
    }
    SearchSegmentBuilder builder;
    builder.reserve(from->main.segment->rowCount() + from->delta.segment->rowCount());
    addRows(builder, *from->main.segment, from->main.digits.get(), from->dead, {});
    addRows(builder, *from->delta.segment, from->delta.digits.get(), {}, {});
    from.reset();
    return finishRebuild(rebuild, builder);
}

void SearchIndex::clearDigits()
{
    const std::lock_guard lock(m_writeMutex);
    m_lockedMeanwhile = true;
    for (Change &change : m_journal)
        for (SearchRow &row : change.changed)
            wipe(row.digits);
    auto next = std::make_shared<State>(*state());
    next->main.digits.reset();
    next->delta.digits.reset();
    publish(std::move(next));
}

bool SearchIndex::hasDigits() const
{
    const auto now = state();
    return now->main.digits || now->delta.digits;
}

quint32 SearchIndex::rowCount() const
{
    const auto now = state();
    return now->main.segment->rowCount() - now->deadCount + now->delta.segment->rowCount();
}

qint64 SearchIndex::bytes() const
{
    const auto now = state();
    qint64 sum = qint64(now->dead.capacity() * sizeof(quint64));
    for (const Part *part : {&now->main, &now->delta}) {
        sum += part->segment->bytes();
        if (part->digits)
            sum += qint64(part->digits->size() * sizeof(PackedDigits));
    }
    return sum;
}

} // namespace ffp
