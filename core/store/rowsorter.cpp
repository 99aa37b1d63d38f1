// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rowsorter.h"

#include <algorithm>
#include <cstring>
#include <numeric>

namespace ffp {

void RowSorter::add(qint64 rid, const Statement &row, int firstColumn)
{
    m_rids.push_back(rid);
    for (int column = firstColumn; column < firstColumn + int(m_descending.size()); ++column) {
        Key key;
        if (row.isInteger(column)) {
            key.type = Key::Number;
            key.value = row.integer(column);
        } else if (!row.isNull(column)) {
            const QByteArrayView bytes = row.bytesView(column);
            key.type = row.isText(column) ? Key::Text : Key::Bytes;
            key.size = quint32(bytes.size());
            key.value = m_texts.size();
            m_texts.append(bytes);
        }
        m_keys.push_back(key);
    }
}

int RowSorter::compare(const Key &a, const Key &b) const
{
    if (a.type != b.type)
        return a.type < b.type ? -1 : 1;
    if (a.type == Key::Null)
        return 0;
    if (a.type == Key::Number)
        return a.value < b.value ? -1 : a.value > b.value;
    const char *const texts = m_texts.constData();
    const int order = std::memcmp(texts + a.value, texts + b.value, std::min(a.size, b.size));
    return order != 0 ? order : a.size < b.size ? -1 : a.size > b.size;
}

std::vector<qint64> RowSorter::sorted() const
{
    const size_t width = m_descending.size();
    std::vector<quint32> order(m_rids.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](quint32 a, quint32 b) {
        for (size_t i = 0; i < width; ++i)
            if (const int found = compare(m_keys[a * width + i], m_keys[b * width + i]))
                return m_descending[i] ? found > 0 : found < 0;
        return m_rids[a] < m_rids[b];
    });
    std::vector<qint64> out;
    out.reserve(order.size());
    for (const quint32 row : order)
        out.push_back(m_rids[row]);
    return out;
}

} // namespace ffp
