// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/backupfolder.h"

#include "core/base/clock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kTimeFormat = u"yyyyMMdd-HHmmss"_s;

QLatin1String kindName(BackupFolder::Kind kind)
{
    return QLatin1String(kind == BackupFolder::Kind::Daily ? "daily" : "before");
}

} // namespace

BackupFolder::BackupFolder(const QString &sitePath)
    : m_path(QFileInfo(sitePath).absolutePath() + u'/' + QFileInfo(sitePath).completeBaseName()
             + u"-backup"_s),
      m_stem(QFileInfo(sitePath).completeBaseName())
{}

Result<> BackupFolder::create() const
{
    if (QDir().mkpath(m_path))
        return {};
    return fail(Error::onFile(ErrorKind::FileUnwritable, m_path));
}

QString BackupFolder::newName(Kind kind, qint64 nowMs) const
{
    // Two in one second: the next free second.
    for (QDateTime at = localTime(nowMs);; at = at.addSecs(1)) {
        const QString path = u"%1/%2-%3-%4.ffp"_s.arg(m_path, m_stem, at.toString(kTimeFormat),
                                                      kindName(kind));
        if (!QFile::exists(path))
            return path;
    }
}

std::vector<BackupFolder::Entry> BackupFolder::entries() const
{
    static const QRegularExpression pattern(u"^(\\d{8}-\\d{6})-(daily|before)\\.ffp$"_s);
    std::vector<Entry> entries;
    const QDir folder(m_path);
    for (const QString &name : folder.entryList(QDir::Files)) {
        if (!name.startsWith(m_stem + u'-'))
            continue;
        const QRegularExpressionMatch match = pattern.match(name.mid(m_stem.size() + 1));
        QDateTime made = QDateTime::fromString(match.captured(1), kTimeFormat);
        if (!match.hasMatch() || !made.isValid())
            continue;
        made = QDateTime(made.date(), made.time(), Qt::OffsetFromUTC, kOfficeUtcOffsetSeconds);
        entries.push_back({folder.filePath(name), made,
                           match.captured(2) == kindName(Kind::Daily) ? Kind::Daily : Kind::Before});
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.made > b.made; });
    return entries;
}

std::vector<BackupFolder::Entry> BackupFolder::superfluous(const std::vector<Entry> &entries,
                                                           const QDateTime &now)
{
    std::set<QDate> days;
    std::set<std::pair<int, int>> weeks;
    int before = 0;
    std::vector<Entry> out;
    for (const Entry &entry : entries) {
        if (entry.made > now.addDays(1))
            continue;
        if (entry.kind == Kind::Before) {
            if (++before > kBefore)
                out.push_back(entry);
            continue;
        }
        const QDate day = entry.made.date();
        int year = 0;
        const int week = day.weekNumber(&year);
        // Newest first: the first one met is the last of its day and of its week.
        const bool ofDay = days.size() < kDays && days.insert(day).second;
        const bool ofWeek = weeks.size() < kWeeks && weeks.insert({year, week}).second;
        if (!ofDay && !ofWeek)
            out.push_back(entry);
    }
    return out;
}

void BackupFolder::rotate(qint64 nowMs, const QString &made) const
{
    for (const Entry &entry : superfluous(entries(), localTime(nowMs)))
        if (entry.path != made && !QFile::remove(entry.path))
            qWarning("an old backup cannot be removed: %s", qPrintable(entry.path));
}

} // namespace ffp
