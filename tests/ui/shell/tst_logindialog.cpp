// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scripteddialogs.h"
#include "tests/support/testsupport.h"
#include "ui/common/messagebar.h"
#include "ui/common/waitcountdown.h"
#include "ui/platform/dialogs.h"
#include "ui/shell/logindialog.h"
#include "ui/shell/newsitedialog.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;

namespace {

/// Remembers what was asked; the test gives the answer.
class FakeDoor : public SiteDoor
{
public:
    void usersOf(QObject *, const QString &path, Users done) override
    {
        asked << path;
        if (path.contains(QStringLiteral("damaged"))) {
            done(fail(Error::onFile(ErrorKind::Damaged, path)));
            return;
        }
        User admin;
        admin.name = QStringLiteral("admin");
        admin.realName = QStringLiteral("王娟");
        admin.role = Role::Admin;
        User gone = admin;
        gone.name = QStringLiteral("gone");
        gone.disabled = true;
        User helper = admin;
        helper.name = QStringLiteral("helper");
        helper.realName.clear();
        done(std::vector<User>{admin, gone, helper});
    }
    void open(QObject *, const QString &path, const QString &user, const QString &password,
              Opened done) override
    {
        opened << path + u'|' + user + u'|' + password;
        answer = std::move(done);
    }
    void create(QObject *, const NewSite &site, Opened done) override
    {
        wanted = site;
        answer = std::move(done);
    }
    void useDivisions(QObject *, const QString &path, DivisionsRead done) override
    {
        divisions << path;
        if (path.contains(QStringLiteral("bad")))
            done(fail(Error::onFile(ErrorKind::WrongEncoding, path)));
        else
            done(54'321);
    }
    std::vector<AreaSuggestion> areas(const QString &text, AreaLevel level, int) override
    {
        if (text.isEmpty() || level != AreaLevel::Township)
            return {};
        return {{AreaCode::fromString(u"341323104000"), QStringLiteral("虞姬镇"),
                 QStringLiteral("灵璧县 虞姬镇")}};
    }

    QStringList asked;
    QStringList opened;
    QStringList divisions;
    std::optional<NewSite> wanted;
    Opened answer;
};

QPushButton *button(QWidget &dialog, const QString &text)
{
    for (QPushButton *b : dialog.findChildren<QPushButton *>())
        if (b->text().remove(u'&').startsWith(text))
            return b;
    return nullptr;
}

} // namespace

class TestLoginDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_dir->filePath(QStringLiteral("s.ini")));
        m_door = std::make_unique<FakeDoor>();
    }

    void recentFileIsChosenAndItsUsersAreListed()
    {
        m_settings->addRecentFile(QStringLiteral("/data/a.ffp"));
        LoginDialog dialog(*m_door, *m_settings);
        QCOMPARE(m_door->asked, QStringList{QStringLiteral("/data/a.ffp")});
        auto *users = dialog.findChildren<QComboBox *>().at(1);
        QCOMPARE(users->count(), 2); // the disabled one is not offered
        QVERIFY(users->itemText(0).contains(QStringLiteral("王娟")));
        QCOMPARE(users->itemText(1), QStringLiteral("helper"));
    }
    /// The answer of a file that is being opened or set up would be lost.
    void closingWaitsForTheAnswer()
    {
        m_settings->addRecentFile(QStringLiteral("/data/a.ffp"));
        LoginDialog dialog(*m_door, *m_settings);
        dialog.show();
        dialog.findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly)
            ->setText(QStringLiteral("secret-1"));
        button(dialog, LoginDialog::tr("Log in"))->click();
        QCOMPARE(m_door->opened.size(), 1);
        dialog.close();
        QVERIFY(dialog.isVisible());
        m_door->answer(fail(ErrorKind::FileUnreadable));
        dialog.close();
        QVERIFY(!dialog.isVisible());
    }
    void closingWaitsForTheNewFile()
    {
        NewSiteDialog dialog(*m_door, *m_settings);
        dialog.show();
        dialog.create();
        QVERIFY(m_door->wanted);
        QVERIFY(!button(dialog, NewSiteDialog::tr("Cancel"))->isEnabled());
        dialog.close();
        QVERIFY(dialog.isVisible());
        m_door->answer(fail(ErrorKind::FileUnwritable));
        dialog.close();
        QVERIFY(!dialog.isVisible());
    }
    void userGivenOnTheCommandLineIsChosen()
    {
        LoginDialog dialog(*m_door, *m_settings);
        dialog.setFile(QStringLiteral("/data/b.ffp"), QStringLiteral("helper"));
        QCOMPARE(dialog.findChildren<QComboBox *>().at(1)->currentData().toString(),
                 QStringLiteral("helper"));
    }
    void passwordOnlyAndEnter()
    {
        LoginDialog dialog(*m_door, *m_settings);
        dialog.setFile(QStringLiteral("/data/a.ffp"));
        QVERIFY(!button(dialog, LoginDialog::tr("Log in"))->isEnabled());
        auto *password = dialog.findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(password);
        dialog.show();
        QTest::keyClicks(password, QStringLiteral("secret-1"));
        QTest::keyClick(password, Qt::Key_Return);
        QCOMPARE(m_door->opened, QStringList{QStringLiteral("/data/a.ffp|admin|secret-1")});
        QVERIFY(!password->isEnabled()); // busy
        QTest::keyClick(&dialog, Qt::Key_Escape);
        QVERIFY(dialog.isVisible()); // the answer must not be lost
        Error wrong = Error::of(ErrorKind::WrongPassword);
        wrong.args = {QStringLiteral("2")};
        m_door->answer(fail(wrong));
        QVERIFY(password->text().isEmpty());
        QTest::keyClicks(password, QStringLiteral("secret-2"));
        QTest::keyClick(password, Qt::Key_Return);
        QCOMPARE(m_door->opened.size(), 1); // still waiting
        dialog.wait().second();
        dialog.wait().second();
        QTest::keyClick(password, Qt::Key_Return);
        QCOMPARE(m_door->opened.size(), 2); // no lock-out
        QVERIFY(dialog.isVisible());
    }
    void damagedFileOffersNoLogIn()
    {
        LoginDialog dialog(*m_door, *m_settings);
        dialog.setFile(QStringLiteral("/data/damaged.ffp"));
        auto *password = dialog.findChild<QLineEdit *>(QString(), Qt::FindDirectChildrenOnly);
        QTest::keyClicks(password, QStringLiteral("secret-1"));
        QTest::keyClick(password, Qt::Key_Return);
        QVERIFY(m_door->opened.isEmpty());
    }

    void everyInputOfTheFirstRunHasAKey()
    {
        NewSiteDialog dialog(*m_door, *m_settings);
        QStringList keys;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            if (label->buddy()) {
                const qsizetype mark = label->text().indexOf(u'&');
                QVERIFY2(mark >= 0, qPrintable(label->text()));
                keys << label->text().mid(mark + 1, 1).toLower();
            }
        QCOMPARE(keys.size(), 8);
        QCOMPARE(keys.removeDuplicates(), 0);
    }
    void officeNamesAreProposed()
    {
        QCOMPARE(NewSiteDialog::proposedName(AreaLevel::Village, QStringLiteral("田万村委会")),
                 QStringLiteral("田万村驻村扶贫工作队"));
        QCOMPARE(NewSiteDialog::proposedName(AreaLevel::Village, QStringLiteral("田万村")),
                 QStringLiteral("田万村驻村扶贫工作队"));
        QCOMPARE(NewSiteDialog::proposedName(AreaLevel::Township, QStringLiteral("虞姬镇")),
                 QStringLiteral("虞姬镇扶贫工作站"));
        QCOMPARE(NewSiteDialog::proposedName(AreaLevel::County, QStringLiteral("灵璧县")),
                 QStringLiteral("灵璧县扶贫办"));
        QVERIFY(NewSiteDialog::proposedName(AreaLevel::County, {}).isEmpty());
    }
    void anotherProvinceIsChosenFromAFile()
    {
        ScriptedDialogs &chooser = ScriptedDialogs::install();
        NewSiteDialog dialog(*m_door, *m_settings);
        QPushButton *choose =
            button(dialog, NewSiteDialog::tr("Other pro&vince: choose a division file…").remove(u'&'));
        QVERIFY(choose);
        choose->click(); // cancelled
        QVERIFY(m_door->divisions.isEmpty());
        chooser.path = QStringLiteral("/data/bad.csv");
        choose->click();
        QVERIFY(dialog.findChild<MessageBar *>()->text().contains(QStringLiteral("bad.csv")));
        chooser.path = QStringLiteral("/data/henan.csv");
        choose->click();
        QVERIFY(choose->text().contains(QStringLiteral("henan.csv")));
        QCOMPARE(m_door->divisions.last(), QStringLiteral("/data/henan.csv"));
        replaceDialogs(nullptr);
    }
    void firstRunByKeyboardOnly()
    {
        NewSiteDialog dialog(*m_door, *m_settings);
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        auto *level = dialog.findChild<QComboBox *>();
        QTest::keyClick(level, Qt::Key_Down); // village → township
        QTest::keyClick(level, Qt::Key_Return);
        const auto type = [](const QString &text) {
            QTest::keyClicks(QApplication::focusWidget(), text);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        };
        type(QStringLiteral("yj"));           // area
        type({});                             // name as proposed
        type({});                             // admin as proposed
        type(QStringLiteral("Wang Juan"));    // real name
        type(QStringLiteral("harvest-2020")); // password
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("harvest-202"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(!m_door->wanted); // the two differ
        for (QLineEdit *edit : dialog.findChildren<QLineEdit *>())
            if (edit->text() == QStringLiteral("harvest-202")) {
                edit->setText(QStringLiteral("harvest-2020"));
                QTest::keyClick(edit, Qt::Key_Return);
            }
        QVERIFY(m_door->wanted);
        QCOMPARE(m_door->wanted->level, AreaLevel::Township);
        QCOMPARE(m_door->wanted->area.toString(), QStringLiteral("341323104000"));
        QCOMPARE(m_door->wanted->name, QStringLiteral("虞姬镇扶贫工作站"));
        QCOMPARE(m_door->wanted->adminName, QStringLiteral("admin"));
        QCOMPARE(m_door->wanted->password, QStringLiteral("harvest-2020"));
        QVERIFY(m_door->wanted->path.endsWith(QStringLiteral(".ffp")));
        m_door->answer(fail(Error::of(ErrorKind::WeakPassword)));
        QVERIFY(dialog.isVisible()); // says why and stays
    }

private:
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<FakeDoor> m_door;
};

QTEST_MAIN(TestLoginDialog)
#include "tst_logindialog.moc"
