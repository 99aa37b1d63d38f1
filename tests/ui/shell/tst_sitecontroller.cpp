// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a real site: changes reach undo, backups are made, checked and restored from the menu.
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/services/maintenanceservice.h"
#include "core/services/registryservice.h"
#include "core/services/userservice.h"
#include "core/services/visitservice.h"
#include "tests/support/scripteddialogs.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/fieldform.h"
#include "ui/common/messagebar.h"
#include "ui/household/householdpage.h"
#include "ui/shell/lockscreen.h"
#include "ui/shell/maintenancedesk.h"
#include "ui/shell/pagehost.h"
#include "ui/shell/passworddialog.h"
#include "ui/shell/sitecontroller.h"
#include "ui/shell/villagedialog.h"

#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLongMs = 20'000;

struct Window {
    Window()
    {
        site.session();
        site.close();
        auto session = Session::open(site.path(), u"admin"_s, kAdminPassword, site.clock);
        if (!session)
            qFatal("%s", qPrintable(session.error().detail));
        controller = std::make_unique<SiteController>(std::move(*session), settings);
        controller->show();
        controller->maintenance().backUpDaily(); // as the program does
    }
    QAction &action(Command command) { return *controller->window().actions().action(command); }
    QDialog *dialogOf(const QString &title)
    {
        for (QDialog *dialog : controller->window().findChildren<QDialog *>())
            if (dialog->isVisible() && dialog->windowTitle() == title)
                return dialog;
        return nullptr;
    }
    RecordId addHousehold()
    {
        const auto made = RegistryService(controller->session())
                              .addHousehold(AreaCode::fromString(u"341323114201"_s),
                                            {{household::f("household_no"), Value(u"3413231140000001"_s)}},
                                            {{member::f("name"), Value(u"朱甲"_s)}});
        if (!made)
            qFatal("%s", qPrintable(made.error().args.join(u';')));
        return *made;
    }
    QStringList backups() { return MaintenanceService(controller->session()).automaticBackups(); }

    TestSite site;
    Settings settings{site.dir().filePath(u"s.ini"_s)};
    std::unique_ptr<SiteController> controller;
};

} // namespace

class TestSiteController : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { replaceDialogs(nullptr); }

    void opensWithTheStartPageAndBacksUpOnceADay()
    {
        Window w;
        QCOMPARE(w.controller->window().pages().currentId(), pages::kWorkbench);
        QTRY_COMPARE_WITH_TIMEOUT(w.backups().size(), 1, kLongMs);
        w.controller->maintenance().backUpDaily();
        QThreadPool::globalInstance()->waitForDone();
        QCOMPARE(w.backups().size(), 1);
    }
    void undoAndRedoOfAChange()
    {
        Window w;
        QVERIFY(!w.action(Command::Undo).isEnabled());
        w.addHousehold();
        QTRY_VERIFY_WITH_TIMEOUT(w.action(Command::Undo).isEnabled(), kLongMs);
        const auto households = [&w] {
            return RegistryService(w.controller->session()).householdIds({}).value().size();
        };
        QCOMPARE(households(), size_t(1));
        w.action(Command::Undo).trigger();
        QTRY_VERIFY_WITH_TIMEOUT(w.action(Command::Redo).isEnabled(), kLongMs);
        QCOMPARE(households(), size_t(0));
        w.action(Command::Redo).trigger();
        QVERIFY(!w.action(Command::Redo).isEnabled()); // not twice at once
        QVERIFY(!w.action(Command::Undo).isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(w.action(Command::Undo).isEnabled(), kLongMs);
        QVERIFY(!w.action(Command::Redo).isEnabled());
        QCOMPARE(households(), size_t(1));
    }
    void draftsOfACrashAreTold()
    {
        Window w;
        QThreadPool::globalInstance()->waitForDone(); // it has looked for drafts, and there was none
        const RecordId household = w.addHousehold();
        FFP_VERIFY(
            VisitService(w.controller->session())
                .saveDraft(
                    {household,
                     1,
                     {.household = household, .values = {}, .householdChanges = {}, .memberChanges = {}}}));
        const QString drafts =
            SiteController::tr("Visits begun and not saved: %1. They wait on the page “Visits”.").arg(1);
        const auto told = [&w, &drafts] {
            const auto bars = w.controller->window().findChildren<MessageBar *>();
            return std::any_of(bars.begin(), bars.end(),
                               [&drafts](const MessageBar *bar) { return bar->text() == drafts; });
        };
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QVERIFY(!told());
        w.controller.reset();
        auto session = Session::open(w.site.path(), u"admin"_s, kAdminPassword, w.site.clock);
        FFP_VERIFY(session);
        w.controller = std::make_unique<SiteController>(std::move(*session), w.settings);
        w.controller->show();
        QTRY_VERIFY_WITH_TIMEOUT(told(), kLongMs);
    }
    void undoOfManyEntriesAsksFirst_data()
    {
        QTest::addColumn<int>("entries");
        QTest::addColumn<int>("answer");
        QTest::addColumn<int>("questions");
        QTest::addColumn<bool>("takenBack");
        QTest::newRow("20 without a question") << 20 << 1 << 0 << true;
        QTest::newRow("21, agreed") << 21 << 0 << 1 << true;
        QTest::newRow("21, left") << 21 << 1 << 1 << false;
    }
    void undoOfManyEntriesAsksFirst()
    {
        QFETCH(int, entries);
        QFETCH(int, answer);
        QFETCH(int, questions);
        QFETCH(bool, takenBack);
        Window w;
        ScriptedDialogs &dialogs = ScriptedDialogs::install();
        dialogs.answer = answer;
        FFP_VERIFY(w.controller->session().log().transact(
            {"check.run", w.controller->session().user().id, {}, {}, true, 0},
            [&](ChangeWriter &writer) -> Result<> {
                for (int i = 0; i < entries; ++i)
                    FFP_TRY(writer.create(Entity::Household, AreaCode::fromString(u"341323114201"_s),
                                          {{household::f("household_no"), Value(QString::number(i + 1))}}));
                return {};
            }));
        QTRY_VERIFY_WITH_TIMEOUT(w.action(Command::Undo).isEnabled(), kLongMs);
        w.action(Command::Undo).trigger();
        QCOMPARE(dialogs.questions, questions);
        if (takenBack)
            QTRY_VERIFY_WITH_TIMEOUT(w.action(Command::Redo).isEnabled(), kLongMs);
        else
            QVERIFY(w.action(Command::Undo).isEnabled());
        QCOMPARE(RegistryService(w.controller->session()).householdIds({}).value().size(),
                 takenBack ? size_t(0) : size_t(entries));
    }
    void backupFromTheMenuOpensAgain()
    {
        Window w;
        w.addHousehold();
        ScriptedDialogs &dialogs = ScriptedDialogs::install();
        dialogs.path = w.site.dir().filePath(u"stick"_s); // no ending typed
        QSignalSpy backedUp(&w.controller->maintenance(), &MaintenanceDesk::backedUp);
        w.action(Command::Backup).trigger();
        const QString made = dialogs.path + u".ffp"_s;
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(made), kLongMs);
        QTRY_VERIFY_WITH_TIMEOUT(!backedUp.isEmpty(), kLongMs);
        QVERIFY(dialogs.offeredPath.endsWith(u"site-20261101.ffp"_s));
        w.controller.reset();
        FFP_VERIFY(Session::open(made, u"admin"_s, kAdminPassword, w.site.clock));
    }
    void healthySiteIsSaidToBeSo()
    {
        Window w;
        w.addHousehold();
        w.action(Command::Verify).trigger();
        const QString title = QCoreApplication::translate("VerifyDialog", "Check of the data");
        QTRY_VERIFY_WITH_TIMEOUT(w.dialogOf(title), kLongMs);
        bool said = false;
        for (const QLabel *label : w.dialogOf(title)->findChildren<QLabel *>())
            said = said
                   || label->text()
                          == QCoreApplication::translate("VerifyDialog", "Everything is as it was written");
        QVERIFY(said);
    }
    /// Data in a dialog does not stay beside the lock screen, and nothing modal stands before it.
    void lockingHidesDialogs()
    {
        Window w;
        w.action(Command::Verify).trigger();
        const QString title = QCoreApplication::translate("VerifyDialog", "Check of the data");
        QTRY_VERIFY_WITH_TIMEOUT(w.dialogOf(title), kLongMs);
        const QPointer<QDialog> dialog = w.dialogOf(title);
        w.controller->lock();
        QVERIFY(dialog && !dialog->isVisible());
        QVERIFY(!QApplication::activeModalWidget());
        Q_EMIT w.controller->window().lockScreen().unlockRequested(kAdminPassword);
        QTRY_VERIFY_WITH_TIMEOUT(!w.controller->window().isLocked(), kLongMs);
        QVERIFY(dialog && dialog->isVisible()); // as it was left
    }
    void lockingCancelsWhatWaitsForAnAnswer()
    {
        Window w;
        bool locked = false;
        QTimer::singleShot(0, w.controller.get(), [&] {
            w.controller->lock();
            locked = w.controller->window().isLocked();
        });
        QTimer::singleShot(kLongMs, w.controller.get(), [] { QApplication::activeModalWidget()->close(); });
        w.action(Command::ChangePassword).trigger(); // comes back when the dialog is closed
        QVERIFY(locked);
        QVERIFY(!QApplication::activeModalWidget());
    }
    void faultsOfferTheirCure_data()
    {
        QTest::addColumn<QStringList>("codes");
        QTest::addColumn<bool>("restore");
        QTest::newRow("tables only") << QStringList{u"projection"_s, u"registry"_s} << false;
        QTest::newRow("log") << QStringList{u"projection"_s, u"chain"_s} << true;
        QTest::newRow("pages") << QStringList{u"sqlite"_s} << true;
    }
    void faultsOfferTheirCure()
    {
        QFETCH(QStringList, codes);
        QFETCH(bool, restore);
        VerifyReport report;
        report.ok = false;
        for (const QString &code : codes)
            report.faults.push_back({code, u"household 7"_s, {}});
        const std::unique_ptr<QDialog> dialog(makeVerifyDialog(report, nullptr));
        QPushButton *cure = nullptr;
        for (QPushButton *button : dialog->findChildren<QPushButton *>())
            if (button->property("primary").toBool())
                cure = button;
        QVERIFY(cure);
        dialog->open();
        cure->click();
        QCOMPARE(dialog->result(), int(QDialog::Accepted));
        QCOMPARE(dialog->property("restore").toBool(), restore);
    }
    void rebuildOfAHealthySiteChangesNothing()
    {
        Window w;
        const RecordId household = w.addHousehold();
        ScriptedDialogs &dialogs = ScriptedDialogs::install();
        QTRY_COMPARE_WITH_TIMEOUT(w.backups().size(), 1, kLongMs);
        w.action(Command::Rebuild).trigger();
        QCOMPARE(dialogs.questions, 1);
        QTRY_COMPARE_WITH_TIMEOUT(w.backups().size(), 2, kLongMs); // before the rebuild
        QThreadPool::globalInstance()->waitForDone();
        FFP_VERIFY(RegistryService(w.controller->session()).household(household));
    }
    void aVillageIsAddedFromTheMenu()
    {
        Window w;
        QVERIFY(w.action(Command::AddVillage).isVisible());
        w.action(Command::AddVillage).trigger();
        auto *dialog = w.controller->window().findChild<VillageDialog *>();
        QVERIFY(dialog);
        const QList<QLineEdit *> edits = dialog->findChildren<QLineEdit *>();
        QCOMPARE(edits.size(), 2); // name, code
        const AreaCode code = AreaCode::fromString(edits[1]->text());
        QVERIFY(!w.controller->session().divisions().contains(code));
        edits[1]->setText(u"341323114201"_s); // taken
        edits[0]->setText(u"新村"_s);
        QPushButton *add = nullptr;
        for (QPushButton *button : dialog->findChildren<QPushButton *>())
            if (button->isDefault())
                add = button;
        QVERIFY(add);
        add->click();
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->findChild<MessageBar *>()->text().isEmpty(), kLongMs);
        edits[1]->setText(code.toString());
        add->click();
        QTRY_COMPARE_WITH_TIMEOUT(w.controller->session().divisions().name(code), u"新村"_s, kLongMs);
    }
    void divisionsAreImportedFromTheMenu()
    {
        Window w;
        ScriptedDialogs &dialogs = ScriptedDialogs::install();
        dialogs.path = w.site.dir().filePath(u"henan.csv"_s);
        QFile file(dialogs.path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("code,level,name,parent_code\n410000000000,province,河南省,\n");
        file.close();
        w.action(Command::ImportDivisions).trigger();
        QTRY_COMPARE_WITH_TIMEOUT(w.controller->session().divisions().name(
                                      AreaCode::fromString(u"410000000000")),
                                  u"河南省"_s, kLongMs);
        replaceDialogs(nullptr);
    }
    void divisionsAreForAdministrators()
    {
        TestSite site;
        FFP_VERIFY(UserService(site.session()).add(u"li"_s, {}, Role::Reporter, kAdminPassword));
        site.close();
        auto session = Session::open(site.path(), u"li"_s, kAdminPassword, site.clock);
        FFP_VERIFY(session);
        Settings settings{site.dir().filePath(u"s.ini"_s)};
        SiteController controller(std::move(*session), settings);
        for (const Command command : {Command::AddVillage, Command::ImportDivisions})
            QVERIFY(!controller.window().actions().action(command)->isVisible());
    }
    void restoreAsksToOpenTheNewFile()
    {
        Window w;
        ScriptedDialogs &dialogs = ScriptedDialogs::install();
        QTRY_COMPARE_WITH_TIMEOUT(w.backups().size(), 1, kLongMs);
        const QString backup = w.backups().front();
        const QString restored = w.site.dir().filePath(u"again.ffp"_s);
        struct Chooser : ScriptedDialogs {
            QString backup;
            QString openFile(QWidget *, const QString &, const QString &, const QString &) override
            {
                return backup;
            }
        };
        Q_UNUSED(dialogs);
        auto chooser = std::make_unique<Chooser>();
        chooser->backup = backup;
        chooser->path = restored;
        replaceDialogs(std::move(chooser));
        QSignalSpy wanted(w.controller.get(), &SiteController::logInRequested);
        w.action(Command::Restore).trigger();
        QTRY_COMPARE_WITH_TIMEOUT(wanted.size(), 1, kLongMs);
        QCOMPARE(wanted[0][0].toString(), restored);
    }
    void everyInputOfTheNewPasswordHasAKey()
    {
        Window w;
        PasswordDialog dialog(w.controller->session());
        QStringList keys;
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            if (label->buddy())
                keys << label->text().mid(label->text().indexOf(u'&') + 1, 1).toLower();
        QCOMPARE(keys.size(), 3);
        QCOMPARE(keys.removeDuplicates(), 0);
        for (const QLabel *label : dialog.findChildren<QLabel *>())
            QVERIFY(!label->buddy() || label->text().contains(u'&'));
    }
    /// A page that may not be left keeps the old look until it is; the choice is not lost.
    void settingsWaitForAPageThatMayNotBeLeft()
    {
        Window w;
        const RecordId household = w.addHousehold();
        auto &pages = w.controller->window().pages();
        QVERIFY(pages.open(Target::toRecord(pages::kHousehold, household)));
        auto *page = static_cast<HouseholdPage *>(pages.current());
        QTRY_COMPARE_WITH_TIMEOUT(page->detail().household.id, household, kLongMs);
        auto *persons = page->form().editor(household::f("population_current"))->findChild<QLineEdit *>();
        QTest::keyClicks(persons, u"4"_s);
        QVERIFY(page->hasUnsavedInput());
        ScriptedDialogs &dialogs = ScriptedDialogs::install();
        dialogs.answer = 2; // stay
        const QPointer<MainWindow> before = &w.controller->window();
        w.action(Command::TextLarge).trigger();
        QTRY_COMPARE_WITH_TIMEOUT(dialogs.questions, 1, kLongMs);
        QCOMPARE(&w.controller->window(), before.data());
        QCOMPARE(w.settings.value(settings::kTextSize), 1);
        QCOMPARE(persons->text(), u"4"_s);
        dialogs.answer = 1; // give up
        QVERIFY(pages.open(Target::to(pages::kWorkbench)));
        QTRY_VERIFY_WITH_TIMEOUT(&w.controller->window() != before.data(), kLongMs);
        QVERIFY(w.action(Command::TextLarge).isChecked());
        QCOMPARE(w.controller->window().pages().currentId(), pages::kWorkbench);
        w.action(Command::TextNormal).trigger();
        QTRY_VERIFY_WITH_TIMEOUT(w.action(Command::TextNormal).isChecked(), kLongMs);
    }
    void closingAfterAChangeLeavesABackup()
    {
        Window w;
        QTRY_COMPARE_WITH_TIMEOUT(w.backups().size(), 1, kLongMs);
        w.addHousehold();
        QTRY_VERIFY_WITH_TIMEOUT(w.action(Command::Undo).isEnabled(), kLongMs); // the change has arrived
        w.site.clock.advance(60'000);
        QSignalSpy closed(w.controller.get(), &SiteController::closed);
        w.controller->window().close();
        QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, kLongMs);
        const QString newest = w.backups().front();
        w.controller.reset();
        SilentProgress progress;
        const QString copy = w.site.dir().filePath(u"copy.ffp"_s);
        FFP_VERIFY(MaintenanceService::restore(newest, copy, progress));
        auto session = Session::open(copy, u"admin"_s, kAdminPassword, w.site.clock);
        FFP_VERIFY(session);
        QCOMPARE(RegistryService(**session).householdIds({}).value().size(), size_t(1));
    }
    void closingWithoutAChangeIsQuick()
    {
        Window w;
        QTRY_COMPARE_WITH_TIMEOUT(w.backups().size(), 1, kLongMs);
        QSignalSpy closed(w.controller.get(), &SiteController::closed);
        w.controller->window().close();
        QCOMPARE(closed.size(), 1);
        QCOMPARE(w.backups().size(), 1);
    }
};

QTEST_MAIN(TestSiteController)
#include "tst_sitecontroller.moc"
