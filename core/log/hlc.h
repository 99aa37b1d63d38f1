// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace ffp {

/// Hybrid logical clock of exchange.md §7: ms·65536 + counter. It only orders what is displayed; no rule may
/// use it to drop or replace anything. The owner stores `last()` in the transaction that used it.
class HybridClock
{
public:
    explicit HybridClock(quint64 last = 0) : m_last(last) {}

    static constexpr qint64 kDayMs = 24LL * 3600 * 1000;
    static constexpr qint64 wallMs(quint64 hlc) { return static_cast<qint64>(hlc >> 16); }

    /// Stamp of the next local op at wall clock `nowMs`; greater than every stamp before.
    quint64 next(qint64 nowMs)
    {
        const quint64 wall = static_cast<quint64>(nowMs) << 16;
        // The counter overflowing into the milliseconds is the rule's (last.ms+1, 0).
        m_last = (wall >> 16) > (m_last >> 16) ? wall : m_last + 1;
        return m_last;
    }
    /// After an import: follows the greatest received stamp, but never more than a day ahead of this PC.
    void received(quint64 greatest, qint64 nowMs)
    {
        const quint64 most = static_cast<quint64>(nowMs + kDayMs) << 16;
        m_last = qMax(m_last, qMin(greatest, most));
    }
    /// True when the stored stamp is more than a day after the wall clock: ask whether the clock is right
    /// (M61), then reset().
    bool isAhead(qint64 nowMs) const { return wallMs(m_last) > nowMs + kDayMs; }
    void reset(qint64 nowMs) { m_last = static_cast<quint64>(nowMs) << 16; }
    quint64 last() const { return m_last; }

private:
    quint64 m_last;
};

} // namespace ffp
