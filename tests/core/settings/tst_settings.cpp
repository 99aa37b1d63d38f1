// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/settings/settings.h"
#include "tests/support/testsupport.h"

using namespace ffp;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_file = m_dir.filePath(QStringLiteral("settings.ini"));
        QFile::remove(m_file);
    }

    void missingEntryGivesFallback()
    {
        const Settings s(m_file);
        QCOMPARE(s.value(settings::kLanguage), QStringLiteral("zh_CN"));
        QCOMPARE(s.value(settings::kAutoLockMinutes), 10);
        QVERIFY(s.value(settings::kRecentFiles).isEmpty());
    }

    void valuesSurviveReopening()
    {
        {
            Settings s(m_file);
            s.set(settings::kLanguage, QStringLiteral("en"));
            s.set(settings::kTextSize, 2);
            s.set(settings::kHouseholdColumns, {QStringLiteral("household_no"), QStringLiteral("head_name")});
            s.set(settings::kWindowGeometry, QByteArray("\x01\x00\xff", 3));
        }
        const Settings s(m_file);
        QCOMPARE(s.value(settings::kLanguage), QStringLiteral("en"));
        QCOMPARE(s.value(settings::kTextSize), 2);
        QCOMPARE(s.value(settings::kHouseholdColumns).size(), 2);
        QCOMPARE(s.value(settings::kWindowGeometry), QByteArray("\x01\x00\xff", 3));
    }

    void unreadableNumberGivesFallback()
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[view]\ntextSize=big\n[security]\nautoLockMinutes=3\n");
        file.close();
        const Settings s(m_file);
        QCOMPARE(s.value(settings::kTextSize), settings::kTextSize.fallback);
        QCOMPARE(s.value(settings::kAutoLockMinutes), 3);
    }

    void rubbishFileGivesFallbacks()
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("\x00\xff[[=\n\n]]=;\xfe", 14));
        file.close();
        const Settings s(m_file);
        QCOMPARE(s.value(settings::kLanguage), QStringLiteral("zh_CN"));
    }

    void recentFilesNewestFirstWithoutRepeats()
    {
        Settings s(m_file);
        for (int i = 0; i < 10; ++i)
            s.addRecentFile(m_dir.filePath(QStringLiteral("site%1.ffp").arg(i)));
        s.addRecentFile(m_dir.filePath(QStringLiteral("site5.ffp")));
        const QStringList recent = s.value(settings::kRecentFiles);
        QCOMPARE(recent.size(), 8);
        QVERIFY(recent.first().endsWith(QStringLiteral("site5.ffp")));
        QCOMPARE(recent.filter(QStringLiteral("site5.ffp")).size(), 1);
    }

private:
    QTemporaryDir m_dir;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
