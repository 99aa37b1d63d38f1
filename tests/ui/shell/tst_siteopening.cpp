// SPDX-License-Identifier: GPL-3.0-or-later
// The log-in dialog on real files: what a person is told when a file does not open, and that nothing is lost.
#include "core/services/maintenanceservice.h"
#include "tests/support/scripteddialogs.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "ui/common/errortext.h"
#include "ui/common/messagebar.h"
#include "ui/common/waitcountdown.h"
#include "ui/shell/localsitedoor.h"
#include "ui/shell/logindialog.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>

using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLongMs = 20'000;

/// Writes `bytes` at `offset`; a negative offset counts from the middle.
bool overwrite(const QString &path, qint64 offset, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::ReadWrite) && file.seek(offset < 0 ? file.size() / 2 : offset)
           && file.write(bytes) == bytes.size();
}

/// One for all tests: it reads the division table.
ManualClock &clockOfTheDoor()
{
    static ManualClock clock{QDate(2026, 11, 1)};
    return clock;
}
LocalSiteDoor &door()
{
    static LocalSiteDoor one(clockOfTheDoor());
    return one;
}

struct Desk {
    Desk() { site.session(), site.close(); }
    LoginDialog &dialog()
    {
        if (!opened) {
            opened = std::make_unique<LoginDialog>(door(), settings);
            opened->setFile(site.path());
        }
        return *opened;
    }
    QLineEdit &password() { return *dialog().findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly); }
    MessageBar &message() { return *dialog().findChild<MessageBar *>(); }
    QComboBox &users() { return *dialog().findChildren<QComboBox *>().at(1); }
    QPushButton &restoreLink()
    {
        for (QPushButton *button : dialog().findChildren<QPushButton *>())
            if (button->text() == LoginDialog::tr("&Restore a backup…"))
                return *button;
        qFatal("no such button");
    }
    /// Types the password, Enter, and waits for the answer.
    void logIn(const QString &text)
    {
        QTRY_VERIFY_WITH_TIMEOUT(users().count() > 0, kLongMs);
        dialog().show(); // Enter presses the default button of a visible dialog only
        password().setText(text);
        QTest::keyClick(&password(), Qt::Key_Return);
        QVERIFY(!password().isEnabled()); // busy
        QTRY_VERIFY_WITH_TIMEOUT(password().isEnabled() || dialog().result() == QDialog::Accepted, kLongMs);
    }
    bool isIn() { return dialog().result() == QDialog::Accepted; }

    TestSite site;
    Settings settings{site.dir().filePath(u"s.ini"_s)};
    std::unique_ptr<LoginDialog> opened;
};

} // namespace

class TestSiteOpening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rightPasswordOpens()
    {
        Desk desk;
        desk.logIn(kAdminPassword);
        QVERIFY(desk.isIn());
        QVERIFY(desk.dialog().takeSession());
    }
    void wrongPasswordSlowsDownAndNeverLocksOut()
    {
        Desk desk;
        for (int i = 0; i < 3; ++i) {
            desk.logIn(u"wrong-pass-1"_s);
            QVERIFY(!desk.isIn());
            QVERIFY(!desk.message().text().isEmpty());
        }
        QCOMPARE(desk.dialog().wait().secondsLeft(), 0); // three are free
        desk.logIn(u"wrong-pass-1"_s);
        const int wait = desk.dialog().wait().secondsLeft();
        QVERIFY2(wait > 0, qPrintable(QString::number(wait)));
        QVERIFY(desk.message().text().contains(QString::number(wait))); // says how long
        clockOfTheDoor().advance(wait * 1000);
        for (int i = 0; i < wait; ++i)
            desk.dialog().wait().second();
        desk.logIn(kAdminPassword);
        QVERIFY(desk.isIn());
    }
    void secondWindowIsSentToTheFirst()
    {
        Desk desk;
        desk.dialog();
        QTRY_VERIFY_WITH_TIMEOUT(desk.users().count() > 0, kLongMs);
        FFP_VERIFY(desk.site.open());
        desk.logIn(kAdminPassword);
        QVERIFY(!desk.isIn());
        QCOMPARE(desk.message().text(), errorText(Error::of(ErrorKind::AlreadyOpen)));
        desk.site.close();
        desk.logIn(kAdminPassword); // nothing has to be cleaned up by hand
        QVERIFY(desk.isIn());
    }
    void newerFileAsksForANewerProgram()
    {
        Desk desk;
        // user_version of the SQLite header, big-endian at byte 60.
        QVERIFY(overwrite(desk.site.path(), 60, QByteArray::fromHex("00000fff")));
        desk.dialog();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.message().text().isEmpty(), kLongMs);
        QVERIFY(desk.message().text().startsWith(errorText(Error::of(ErrorKind::NewerVersion)).left(8)));
        QCOMPARE(desk.users().count(), 0);
        QVERIFY(desk.restoreLink().isHidden()); // a backup is no way forward here
    }
    void otherFilesAreNamedAsSuch()
    {
        Desk desk;
        QFile file(desk.site.dir().filePath(u"letter.ffp"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("Dear colleague") > 0);
        file.close();
        desk.dialog().setFile(file.fileName());
        QTRY_COMPARE_WITH_TIMEOUT(desk.message().text(), errorText(Error::of(ErrorKind::NotOurFile)),
                                  kLongMs);
    }
    void damagedFileIsReplacedByItsBackupFromHere()
    {
        Desk desk;
        FFP_VERIFY(desk.site.open());
        SilentProgress progress;
        const QString backup = desk.site.dir().filePath(u"backup.ffp"_s);
        FFP_VERIFY(MaintenanceService(desk.site.session()).backup(backup, progress));
        desk.site.close();
        QVERIFY(overwrite(desk.site.path(), 100, QByteArray(8000, '\xee')));
        desk.dialog().show();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.message().text().isEmpty(), kLongMs);
        QVERIFY(!desk.restoreLink().isHidden());

        struct Chooser : ScriptedDialogs {
            QString backup;
            QString openFile(QWidget *, const QString &, const QString &, const QString &) override
            {
                return backup;
            }
        };
        auto chooser = std::make_unique<Chooser>();
        chooser->backup = backup;
        chooser->path = desk.site.dir().filePath(u"restored.ffp"_s);
        replaceDialogs(std::move(chooser));
        desk.restoreLink().click();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(desk.site.dir().filePath(u"restored.ffp"_s))
                                     && desk.users().count() > 0,
                                 kLongMs);
        replaceDialogs(nullptr);
        QVERIFY(QFile::exists(desk.site.path())); // the damaged one stays for those who can repair it
        desk.logIn(kAdminPassword);
        QVERIFY(desk.isIn());
        const auto session = desk.dialog().takeSession();
        QVERIFY(session->path().endsWith(u"restored.ffp"_s));
    }
};

QTEST_MAIN(TestSiteOpening)
#include "tst_siteopening.moc"
