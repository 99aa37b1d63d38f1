// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace ffp {

/// RemovableDrive (M62) when the folder of `path` lies on a network share or a removable or USB drive: there
/// SQLite's locks and the survival of a power cut cannot be relied upon.
Result<> checkLocalDrive(const QString &path);

/// The rules behind it, with the system's folders as arguments for the tests.
bool isRefusedFileSystem(const QByteArray &type);
/// `device` such as "/dev/sdb1"; `sysRoot` is "/sys".
bool isRemovableDevice(const QByteArray &device, const QString &sysRoot);

} // namespace ffp
