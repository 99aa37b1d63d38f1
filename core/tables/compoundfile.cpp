// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/compoundfile.h"

#include <QtEndian>

#include <set>

namespace ffp {
namespace {

constexpr quint32 endOfChain = 0xFFFFFFFE;
constexpr quint32 noStream = 0xFFFFFFFF;
constexpr qsizetype headerSize = 512;
constexpr qsizetype entrySize = 128;

quint16 u16(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.data() + at);
}
quint32 u32(QByteArrayView bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.data() + at);
}

Error damaged(const char *why)
{
    return Error::of(ErrorKind::TruncatedFile, QString::fromLatin1(why));
}

} // namespace

QByteArrayView CompoundFile::sector(quint32 number) const
{
    const qint64 begin = (qint64(number) + 1) * m_sectorSize;
    if (begin >= m_bytes.size())
        return {};
    return QByteArrayView(m_bytes).sliced(begin, qMin<qint64>(m_sectorSize, m_bytes.size() - begin));
}

Result<QByteArray> CompoundFile::chain(quint32 start, qint64 size) const
{
    QByteArray all;
    quint32 at = start;
    // size < 0: up to the end of the chain, which cannot be longer than the file unless it loops.
    while (at != endOfChain && (size < 0 || all.size() < size)) {
        const QByteArrayView piece = sector(at);
        if (at >= m_next.size() || piece.isEmpty() || all.size() > m_bytes.size())
            return fail(damaged("compound file: broken chain"));
        all.append(piece);
        at = m_next[at];
    }
    if (size >= 0) {
        if (all.size() < size)
            return fail(damaged("compound file: stream cut short"));
        all.truncate(size);
    }
    return all;
}

Result<QByteArray> CompoundFile::miniChain(quint32 start, qint64 size) const
{
    QByteArray all;
    quint32 at = start;
    while (at != endOfChain && all.size() < size) {
        const qint64 begin = qint64(at) * m_miniSize;
        if (at >= m_miniNext.size() || begin >= m_miniBytes.size())
            return fail(damaged("compound file: broken small chain"));
        all.append(m_miniBytes.mid(begin, m_miniSize));
        at = m_miniNext[at];
    }
    if (all.size() < size)
        return fail(damaged("compound file: small stream cut short"));
    all.truncate(size);
    return all;
}

Result<> CompoundFile::readAllocation()
{
    const int shift = u16(m_bytes, 30);
    const int miniShift = u16(m_bytes, 32);
    if ((shift != 9 && shift != 12) || miniShift != 6)
        return fail(damaged("compound file: sector size"));
    m_sectorSize = 1 << shift;
    m_miniSize = 1 << miniShift;
    m_miniCutoff = u32(m_bytes, 56);

    // Sectors of the allocation table: 109 in the header, more in a chain of their own.
    std::vector<quint32> tableSectors;
    const quint32 wanted = u32(m_bytes, 44);
    if (qint64(wanted) * m_sectorSize > m_bytes.size())
        return fail(damaged("compound file: allocation table larger than the file"));
    for (qsizetype at = 76; at < headerSize && tableSectors.size() < wanted; at += 4)
        tableSectors.push_back(u32(m_bytes, at));
    quint32 more = u32(m_bytes, 68);
    while (tableSectors.size() < wanted) {
        const QByteArrayView piece = sector(more);
        if (piece.size() < m_sectorSize)
            return fail(damaged("compound file: allocation table cut short"));
        for (qsizetype at = 0; at + 4 < m_sectorSize && tableSectors.size() < wanted; at += 4)
            tableSectors.push_back(u32(piece, at));
        more = u32(piece, m_sectorSize - 4);
    }
    for (const quint32 number : tableSectors) {
        const QByteArrayView piece = sector(number);
        if (piece.size() < m_sectorSize)
            return fail(damaged("compound file: allocation table cut short"));
        for (qsizetype at = 0; at < m_sectorSize; at += 4)
            m_next.push_back(u32(piece, at));
    }
    return {};
}

Result<> CompoundFile::readDirectory()
{
    FFP_ASSIGN(const QByteArray directory, chain(u32(m_bytes, 48), -1));
    const qsizetype count = directory.size() / entrySize;
    if (count == 0)
        return fail(damaged("compound file: no directory"));
    const auto entryAt = [&](quint32 id) {
        return QByteArrayView(directory).sliced(qsizetype(id) * entrySize, entrySize);
    };

    // The small streams live together in the root entry's stream.
    const QByteArrayView root = entryAt(0);
    if (const quint32 first = u32(m_bytes, 60); first != endOfChain && first != noStream) {
        FFP_ASSIGN(const QByteArray table, chain(first, -1));
        for (qsizetype at = 0; at + 4 <= table.size(); at += 4)
            m_miniNext.push_back(u32(table, at));
        FFP_ASSIGN(m_miniBytes, chain(u32(root, 116), -1));
    }

    std::vector<quint32> pending{u32(root, 76)};
    std::set<quint32> seen;
    while (!pending.empty()) {
        const quint32 id = pending.back();
        pending.pop_back();
        if (id == noStream || id >= quint32(count) || !seen.insert(id).second)
            continue;
        const QByteArrayView entry = entryAt(id);
        pending.push_back(u32(entry, 68));
        pending.push_back(u32(entry, 72));
        const int nameBytes = u16(entry, 64);
        if (nameBytes < 2 || nameBytes > 64 || entry[66] != 2) // 2: a stream
            continue;
        QString name;
        for (int at = 0; at + 2 < nameBytes; at += 2)
            name += QChar(u16(entry, at));
        m_entries.insert(name, {u32(entry, 116), qint64(u32(entry, 120))});
    }
    return {};
}

Result<CompoundFile> CompoundFile::open(QByteArray bytes)
{
    CompoundFile file;
    file.m_bytes = std::move(bytes);
    if (!file.m_bytes.startsWith(signature) || file.m_bytes.size() < headerSize)
        return fail(damaged("compound file: header"));
    FFP_TRY(file.readAllocation());
    FFP_TRY(file.readDirectory());
    return file;
}

Result<QByteArray> CompoundFile::stream(const QString &name) const
{
    const auto entry = m_entries.constFind(name);
    if (entry == m_entries.cend())
        return fail(ErrorKind::NotFound, QStringLiteral("compound file stream"));
    return entry->size < m_miniCutoff ? miniChain(entry->start, entry->size)
                                      : chain(entry->start, entry->size);
}

} // namespace ffp
