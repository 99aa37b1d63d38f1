// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/textpool.h"

#include <QHashFunctions>

namespace ffp {

TextPool::TextPool()
{
    m_slots.resize(1024);
    m_ends.append(0); // index 0, the empty text
}

quint32 TextPool::intern(std::string_view text)
{
    if (text.empty())
        return 0;
    if (m_slots.isEmpty() || m_ends.size() * 3 > m_slots.size() * 2)
        grow();
    const size_t mask = size_t(m_slots.size()) - 1;
    size_t slot = qHashBits(text.data(), text.size()) & mask;
    const quint32 *const table = m_slots.constData();
    while (const quint32 taken = table[slot]) {
        if (at(taken - 1) == text)
            return taken - 1;
        slot = (slot + 1) & mask;
    }
    m_bytes.append(text.data(), qsizetype(text.size()));
    m_ends.append(quint32(m_bytes.size()));
    const quint32 index = quint32(m_ends.size() - 1);
    m_slots[qsizetype(slot)] = index + 1;
    return index;
}

void TextPool::grow()
{
    qsizetype wanted = qMax<qsizetype>(1024, m_slots.size());
    while (m_ends.size() * 3 > wanted * 2)
        wanted *= 2;
    m_slots.clear();
    m_slots.resize(wanted);
    quint32 *const table = m_slots.data();
    const size_t mask = size_t(wanted) - 1;
    for (quint32 index = 1; index < quint32(m_ends.size()); ++index) {
        const std::string_view text = at(index);
        size_t slot = qHashBits(text.data(), text.size()) & mask;
        while (table[slot])
            slot = (slot + 1) & mask;
        table[slot] = index + 1;
    }
}

void TextPool::freeze()
{
    m_slots = {};
    m_bytes.squeeze();
    m_ends.squeeze();
}

} // namespace ffp
