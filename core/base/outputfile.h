// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace ffp {

/// A file that takes its name only when it is complete: written beside its target under a name of its own,
/// readable by its owner only, moved into place in one step by commit(), removed otherwise.
class OutputFile
{
public:
    explicit OutputFile(QString path);
    ~OutputFile();
    OutputFile(const OutputFile &) = delete;
    OutputFile &operator=(const OutputFile &) = delete;

    /// Makes the empty temporary file. FileUnwritable, DiskFull.
    Result<> begin();
    /// Valid after begin(); everybody who writes opens this path and closes it before commit().
    const QString &temporaryPath() const { return m_temporary; }
    /// Replaces an older file of the target's name.
    Result<> commit();

    /// DiskFull when the disk of `path` has no room left, FileUnwritable otherwise.
    static Error error(const QString &path, const QString &detail);
    Error error(const QString &detail) const { return error(m_path, detail); }

private:
    QString m_path;
    QString m_temporary;
};

} // namespace ffp
