// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>

#include <vector>

namespace ffp {

/// The automatic backups of one site file: files in the folder "<name>-backup" beside it, called
/// "<name>-20261101-183000-daily.ffp" (local time). Files with other names are nobody's business here.
class BackupFolder
{
public:
    /// Daily: at the end of the day, kept by day and by week. Before: ahead of an import or a rebuild.
    enum class Kind { Daily, Before };
    struct Entry {
        QString path;
        QDateTime made; ///< Asia/Shanghai
        Kind kind = Kind::Daily;
    };

    static constexpr int kDays = 7;
    static constexpr int kWeeks = 8;
    static constexpr int kBefore = 3;

    explicit BackupFolder(const QString &sitePath);

    const QString &path() const { return m_path; }
    /// FileUnwritable.
    Result<> create() const;
    /// A name that is free.
    QString newName(Kind kind, qint64 nowMs) const;
    /// Newest first.
    std::vector<Entry> entries() const;
    /// Deletes what rotation does not keep, never `made`. What cannot be deleted stays.
    void rotate(qint64 nowMs, const QString &made) const;

    /// The rule: of `entries` (newest first) the last one of each of 7 days and of each of 8 weeks, and the
    /// last 3 of kind Before, are kept. What is more than a day in the future is left alone and not counted:
    /// one day with a wrong clock must not cost the backups of the days after.
    static std::vector<Entry> superfluous(const std::vector<Entry> &entries, const QDateTime &now);

private:
    QString m_path;
    QString m_stem;
};

} // namespace ffp
