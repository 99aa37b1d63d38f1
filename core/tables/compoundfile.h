// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace ffp {

/// Reading side of an OLE2 compound file ([MS-CFB]), as far as telling workbooks apart needs it:
/// the streams directly under the root.
class CompoundFile
{
public:
    static constexpr char signature[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

    /// `bytes` is the whole file. TruncatedFile when its tables contradict themselves.
    static Result<CompoundFile> open(QByteArray bytes);

    bool contains(const QString &name) const { return m_entries.contains(name); }
    /// NotFound, or TruncatedFile when the chain of sectors breaks off.
    Result<QByteArray> stream(const QString &name) const;

private:
    struct Entry {
        quint32 start;
        qint64 size;
    };
    QByteArrayView sector(quint32 number) const;
    Result<QByteArray> chain(quint32 start, qint64 size) const;
    Result<QByteArray> miniChain(quint32 start, qint64 size) const;
    Result<> readAllocation();
    Result<> readDirectory();

    QByteArray m_bytes;
    int m_sectorSize = 512;
    int m_miniSize = 64;
    quint32 m_miniCutoff = 4096;
    std::vector<quint32> m_next;     ///< file allocation table
    std::vector<quint32> m_miniNext; ///< the same for the small streams
    QByteArray m_miniBytes;
    QHash<QString, Entry> m_entries;
};

} // namespace ffp
