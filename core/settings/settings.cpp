// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace ffp {
namespace {

QString ownFile()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
        .filePath(QStringLiteral("fangfanpin/settings.ini"));
}

} // namespace

Settings::Settings(const QString &file) : m_settings(file.isEmpty() ? ownFile() : file, QSettings::IniFormat)
{}

void Settings::addRecentFile(const QString &path)
{
    constexpr int kKept = 8;
    const QString full = QFileInfo(path).absoluteFilePath();
    QStringList files = value(settings::kRecentFiles);
    files.removeAll(full);
    files.prepend(full);
    while (files.size() > kKept)
        files.removeLast();
    set(settings::kRecentFiles, files);
}

} // namespace ffp
