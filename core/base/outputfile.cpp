// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/outputfile.h"

#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>
#include <QTemporaryFile>

#include <filesystem>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A failed write on a disk with less room than this (bytes) is blamed on the disk, and the user is asked
/// to free ten times as much.
constexpr qint64 kFull = 1'000'000;

} // namespace

OutputFile::OutputFile(QString path) : m_path(std::move(path)) {}

OutputFile::~OutputFile()
{
    if (!m_temporary.isEmpty())
        QFile::remove(m_temporary);
}

Result<> OutputFile::begin()
{
    const QFileInfo target(m_path);
    // Same folder, so that the rename stays on one disk.
    QTemporaryFile file(target.absolutePath() + u"/.ffp-XXXXXX."_s + target.suffix());
    file.setAutoRemove(false);
    if (!file.open())
        return fail(error(file.errorString()));
    m_temporary = file.fileName();
    return {};
}

Result<> OutputFile::commit()
{
    QFile::setPermissions(m_temporary, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    std::error_code code; // QFile::rename() would not replace
    std::filesystem::rename(m_temporary.toStdU16String(), m_path.toStdU16String(), code);
    if (code)
        return fail(error(QString::fromStdString(code.message())));
    m_temporary.clear();
    return {};
}

Error OutputFile::error(const QString &path, const QString &detail)
{
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    const bool full = disk.bytesTotal() > 0 && disk.bytesAvailable() < kFull;
    Error error = Error::of(full ? ErrorKind::DiskFull : ErrorKind::FileUnwritable, detail);
    error.subject.file = path;
    if (full)
        error.args = {u"10"_s};
    return error;
}

} // namespace ffp
