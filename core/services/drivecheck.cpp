// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/drivecheck.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

#include <algorithm>
#include <array>
#include <string_view>

namespace ffp {

namespace {

// Shares, and the file systems of sticks that have no journal. 9p, overlay and tmpfs are what containers and
// test machines run on.
constexpr std::array<std::string_view, 19> kRefused = {
    "nfs",        "nfs4",
    "cifs",       "smb3",
    "smbfs",      "smb2",
    "afs",        "ncpfs",
    "ncp",        "davfs",
    "coda",       "fuse.sshfs",
    "fuse.davfs", "fuse.gvfsd-fuse",
    "glusterfs",  "fuse.glusterfs",
    "vfat",       "msdos",
    "exfat",
};

QString firstLine(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readLine()).trimmed() : QString();
}

} // namespace

bool isRefusedFileSystem(const QByteArray &type)
{
    const std::string_view name(type.constData(), static_cast<size_t>(type.size()));
    return std::find(kRefused.begin(), kRefused.end(), name) != kRefused.end();
}

bool isRemovableDevice(const QByteArray &device, const QString &sysRoot)
{
    const QString name = QString::fromUtf8(device).section(QLatin1Char('/'), -1);
    if (name.isEmpty())
        return false;
    // A partition is a link to …/block/sdb/sdb1: the flag stands in its disk's folder, and a USB disk that
    // calls itself fixed still hangs on a usb bus.
    const QString real = QFileInfo(sysRoot + QLatin1String("/class/block/") + name).canonicalFilePath();
    if (real.isEmpty())
        return false;
    const QString disk = QFile::exists(real + QLatin1String("/partition")) ? QFileInfo(real).path() : real;
    if (firstLine(disk + QLatin1String("/removable")) == QLatin1String("1"))
        return true;
    return disk.contains(QLatin1String("/usb"));
}

Result<> checkLocalDrive(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    const QStorageInfo storage(folder);
    if (!isRefusedFileSystem(storage.fileSystemType())
        && !isRemovableDevice(storage.device(), QStringLiteral("/sys")))
        return {};
    return fail(
        Error::onFile(ErrorKind::RemovableDrive, path, QString::fromLatin1(storage.fileSystemType())));
}

} // namespace ffp
