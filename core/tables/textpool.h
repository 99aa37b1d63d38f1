// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <string_view>

namespace ffp {

/// Every distinct cell text of a workbook once, as UTF-8. A cell is then four bytes, whatever it
/// says: 350,000 rows of 30 columns stay under 200 MiB. Index 0 is the empty text.
class TextPool
{
public:
    /// Cells keep 26 bits for the index.
    static constexpr quint32 maxTexts = (1u << 26) - 1;

    TextPool();

    /// Index of `text`, added when new; nothing may be added when `full()`.
    quint32 intern(std::string_view text);
    std::string_view at(quint32 index) const
    {
        const quint32 begin = index == 0 ? 0 : m_ends[qsizetype(index) - 1];
        return {m_bytes.constData() + begin, size_t(m_ends[index] - begin)};
    }
    qsizetype size() const { return m_ends.size(); }
    qint64 bytes() const { return m_bytes.size(); }
    bool full() const { return size() >= maxTexts; }
    /// Gives back what was only needed while reading.
    void freeze();

private:
    void grow();

    QByteArray m_bytes;
    QList<quint32> m_ends;  ///< m_ends[i] is where text i stops in m_bytes
    QList<quint32> m_slots; ///< open addressing, index + 1; 0 = free
};

} // namespace ffp
