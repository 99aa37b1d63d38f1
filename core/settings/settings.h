// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QString>
#include <QStringList>

namespace ffp {

/// A setting of the program on this computer: name in the file and value when it is not there or unreadable.
template <class T>
struct SettingKey {
    const char *name;
    T fallback;
};

/// Every setting there is. None holds personal data: no names, numbers or passwords, and nothing that a site
/// must not lose (that lives in the site file).
namespace settings {
inline const SettingKey<QString> kLanguage{"view/language", QStringLiteral("zh_CN")};
inline const SettingKey<QString> kTheme{"view/theme", QStringLiteral("light")};
inline const SettingKey<int> kTextSize{"view/textSize", 0}; ///< 0 normal, 1 large, 2 largest
inline const SettingKey<int> kAutoLockMinutes{"security/autoLockMinutes", 10};
inline const SettingKey<QStringList> kRecentFiles{"files/recent", {}};
inline const SettingKey<QString> kBackupFolder{"files/backupFolder", {}};
inline const SettingKey<QByteArray> kWindowGeometry{"window/geometry", {}};
inline const SettingKey<QString> kLastPage{"window/page", QStringLiteral("workbench")};
inline const SettingKey<QString> kLastArea{"households/area", {}};
inline const SettingKey<QStringList> kHouseholdColumns{"households/columns", {}};  ///< ids; empty = default
inline const SettingKey<QStringList> kHouseholdWidths{"households/widths", {}};    ///< "id=pixels"
inline const SettingKey<QString> kHouseholdSort{"households/sort", {}};            ///< "id" or "-id"
inline const SettingKey<QByteArray> kHouseholdSplitter{"households/splitter", {}}; ///< QSplitter::saveState
} // namespace settings

/// Typed access to one settings file (INI).
class Settings
{
public:
    /// Empty `file` = the user's own settings file.
    explicit Settings(const QString &file = {});

    /// The fallback when the entry is missing or cannot be read as T.
    template <class T>
    T value(const SettingKey<T> &key) const
    {
        const QVariant held = m_settings.value(QLatin1String(key.name));
        if (!held.isValid() || !held.canConvert<T>())
            return key.fallback;
        if constexpr (std::is_same_v<T, int>) {
            bool ok = false;
            const int number = held.toInt(&ok);
            return ok ? number : key.fallback;
        } else {
            return held.value<T>();
        }
    }

    template <class T>
    void set(const SettingKey<T> &key, const T &value)
    {
        if (m_settings.value(QLatin1String(key.name)).template value<T>() != value
            || !m_settings.contains(QLatin1String(key.name)))
            m_settings.setValue(QLatin1String(key.name), QVariant::fromValue(value));
    }

    /// Puts `path` in front of the recent files; at most eight are kept.
    void addRecentFile(const QString &path);
    QString fileName() const { return m_settings.fileName(); }

private:
    QSettings m_settings;
};

} // namespace ffp
