// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/searchrow.h"
#include "core/search/searchsegment.h"

#include <memory>
#include <mutex>
#include <vector>

namespace ffp {

/// The instant search: names by characters, pinyin initials or syllables, part of an identity
/// number, phone or household number, villages by name. In memory only.
///
/// Threads: find() may be called from any thread at any time and never waits for a build; apply()
/// and the rebuild calls may come from any thread. Readers work on an immutable state that is
/// exchanged as a whole.
///
/// S-class: numbers are held only between a build with SearchRow::digits filled (the site is
/// unlocked) and clearDigits() (the site locks), in wiped memory (digitbuffer.h). Without them the
/// index holds no S-class data and number queries find household numbers only.
///
/// Meaning of a query (spaces, hyphens, middle dots, width and case do not count):
/// * no Latin letters: every row whose name contains it (what LIKE '%…%' would find);
/// * letters: pinyin, each character by its full syllable or initial (z or zh), the last syllable
///   before a gap or the end may be broken off; Chinese and letters may be mixed (张san);
/// * four or more digits, X allowed last: part of an identity number, phone or household number.
/// Empty or longer than 64 letters: nothing.
class SearchIndex
{
public:
    static constexpr int kDefaultLimit = 50;
    /// More changed rows than this slow the queries down; call compact() in the background.
    static constexpr quint32 kCompactAt = 4000;

    SearchIndex();

    SearchResult find(QStringView typed, int limit = kDefaultLimit) const;

    /// First fill, and refill after unlocking: changes applied between the two calls are kept and
    /// laid over what the builder read (it may have read rows from before the change). A later
    /// beginRebuild() makes the earlier one void. Numbers are left out when the site locked meanwhile.
    quint64 beginRebuild();
    /// False when the rebuild was void; the builder is emptied in any case.
    bool finishRebuild(quint64 rebuild, SearchSegmentBuilder &builder);
    /// Ends a rebuild that was cancelled; the former content stays.
    void cancelRebuild(quint64 rebuild);

    /// Adds or replaces rows (by id) and takes rows out. A few milliseconds while there are few.
    void apply(const QVector<SearchRow> &changed, const QVector<RecordId> &removed);
    bool needsCompaction() const;
    /// Works the applied changes into the main part. For a background thread: about a second for
    /// a county; false when a rebuild or compaction is under way.
    bool compact();

    /// The site locks: numbers are forgotten and wiped as soon as a running query has ended.
    void clearDigits();
    bool hasDigits() const;

    quint32 rowCount() const;
    /// Memory of rows and numbers, as a measure for the bench.
    qint64 bytes() const;

private:
    struct Part {
        std::shared_ptr<const SearchSegment> segment;
        std::shared_ptr<DigitBuffer> digits;
    };
    /// Never changed once it is published.
    struct State {
        Part main;
        std::vector<quint64> dead; ///< rows of main that a change replaced or removed
        quint32 deadCount = 0;
        Part delta;
    };
    struct Change {
        QVector<SearchRow> changed;
        QVector<RecordId> removed;
    };
    std::shared_ptr<const State> state() const;
    static std::shared_ptr<const State> applied(const State &old, const Change &change);
    void publish(std::shared_ptr<const State> next);

    mutable std::mutex m_stateMutex; ///< guards m_state only, held for a pointer copy
    std::shared_ptr<const State> m_state;
    mutable std::mutex m_writeMutex; ///< one writer at a time
    quint64 m_lastRebuild = 0;
    quint64 m_rebuild = 0; ///< the one under way, 0 = none
    bool m_lockedMeanwhile = false;
    std::vector<Change> m_journal; ///< changes since that one began
};

} // namespace ffp
