// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsupport.h"
#include "ui/common/areapicker.h"
#include "ui/common/jobdialog.h"
#include "ui/common/passwordhint.h"
#include "ui/common/tableview.h"
#include "ui/common/translations.h"
#include "ui/common/verbtext.h"
#include "ui/common/verifytext.h"
#include "ui/common/waitcountdown.h"
#include "ui/models/texttablemodel.h"
#include "ui/shell/idlewatcher.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollBar>
#include <QThread>
#include <QVBoxLayout>

#include <future>

using namespace ffp;
using namespace ffp::ui;

class TestSmallWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passwordHintSaysWhatTheCoreSays()
    {
        const auto hint = [](const char *password) {
            return passwordHint(QString::fromLatin1(password), QStringLiteral("zhouhai-3"));
        };
        QVERIFY(!hint("").acceptable);
        QVERIFY(!hint("abc-123").acceptable); // 7
        QVERIFY(hint("abc-123").text.contains(u'1'));
        QVERIFY(hint("abc-1234").acceptable); // 8
        QSet<QString> reasons;
        for (const char *refused : {"abc-123", "password", "Zhouhai-3", "hhhhhhhhh"}) {
            QVERIFY(!hint(refused).acceptable);
            reasons << hint(refused).text;
        }
        QCOMPARE(reasons.size(), 4); // each reason has its own sentence
        QVERIFY(passwordHint(QStringLiteral("Zhouhai-3"), QStringLiteral("zhouli")).acceptable);
    }

    void jobStopsWithItsWindow()
    {
        auto *window = new QWidget;
        std::promise<bool> stopped;
        JobDialog::run<bool>(
            window, QString(),
            [&stopped](Progress &progress) -> Result<bool> {
                QElapsedTimer waited;
                waited.start();
                while (!progress.cancelled() && waited.elapsed() < 5000)
                    QThread::msleep(1);
                stopped.set_value(progress.cancelled());
                return fail(ErrorKind::Cancelled);
            },
            [](Result<bool>) { QFAIL("nobody is there to be told"); });
        delete window;
        QVERIFY(stopped.get_future().get());
    }

    void workThatMustBeWholeOffersNoStop()
    {
        for (const bool whole : {false, true}) {
            QWidget window;
            JobDialog dialog(QString(), &window, whole ? JobDialog::Stop::Whole : JobDialog::Stop::Offered);
            const auto progress = std::make_shared<JobProgress>();
            dialog.watch(progress);
            dialog.show();
            QCOMPARE(dialog.findChild<QPushButton *>()->isVisible(), !whole);
            QTest::keyClick(&dialog, Qt::Key_Escape);
            QCOMPARE(progress->cancelled(), !whole);
            QVERIFY(dialog.isVisible());
        }
    }

    void placesOfFaultsAreInWords()
    {
        installTranslations(QStringLiteral("zh_CN"));
        const auto place = [](const char *where) {
            return verifyPlace({QStringLiteral("projection"), QLatin1String(where), {}});
        };
        QCOMPARE(place("household 17"), QStringLiteral("户 17"));
        QVERIFY(place("op 204").endsWith(QStringLiteral(" 204")));
        QVERIFY(!place("op 204").contains(QStringLiteral("op")));
        QCOMPARE(place("sqlite_something"), QStringLiteral("sqlite_something"));
        installTranslations(QStringLiteral("en"));
        QCOMPARE(place("household 17"), QStringLiteral("Household 17"));
    }

    void longSentencesOfATableWrap()
    {
        TextTableModel model;
        TextTableModel::Row row;
        row.cells = {QStringLiteral("An entry of the log was changed or is missing; please restore a backup "
                                    "and tell the county office what was found here."),
                     QStringLiteral("stream 1")};
        model.setTable({{QStringLiteral("What")}, {QStringLiteral("Where")}}, {row});
        TableView table;
        table.setModel(&model);
        table.wrapColumn(0);
        table.resize(300, 300);
        table.show();
        QTRY_VERIFY(table.rowHeight(0) >= 3 * table.fontMetrics().height());
        const int tall = table.rowHeight(0);
        table.resize(2000, 300);
        QTRY_VERIFY(table.rowHeight(0) <= tall - table.fontMetrics().height());
        QCOMPARE(table.horizontalScrollBar()->maximum(), 0);
    }

    /// Asked once more because something was running: whoever types in between is not locked out.
    void idleAgainOnlyWhenNobodyIsThere()
    {
        IdleWatcher watcher(10, nullptr);
        QSignalSpy idle(&watcher, &IdleWatcher::idle);
        watcher.again(1);
        QVERIFY(idle.wait(5000));
        watcher.again(60);
        QLineEdit edit;
        QTest::keyClick(&edit, Qt::Key_A);
        QVERIFY(!idle.wait(300));
    }

    void areaIsChosenWithTheKeyboard()
    {
        AreaPicker picker([](const QString &text, AreaLevel level, int) {
            std::vector<AreaSuggestion> found;
            if (text == QStringLiteral("t") && level == AreaLevel::Village)
                for (const char *code : {"341323104201", "341323104202"})
                    found.push_back({AreaCode::fromString(QString::fromLatin1(code)),
                                     QString::fromLatin1(code), QString::fromLatin1(code)});
            return found;
        });
        picker.setLevel(AreaLevel::Village);
        QVERIFY(picker.area().isNull());
        QSignalSpy finished(&picker, &AreaPicker::finished);
        QTest::keyClick(picker.edit(), Qt::Key_Return);
        QCOMPARE(finished.size(), 0); // nothing chosen yet
        QTest::keyClicks(picker.edit(), QStringLiteral("t"));
        QCOMPARE(picker.area().toString(), QStringLiteral("341323104201"));
        QTest::keyClick(picker.edit(), Qt::Key_Down);
        QCOMPARE(picker.area().toString(), QStringLiteral("341323104202"));
        QTest::keyClick(picker.edit(), Qt::Key_Down); // the end of the list
        QCOMPARE(picker.area().toString(), QStringLiteral("341323104202"));
        QTest::keyClick(picker.edit(), Qt::Key_Return);
        QCOMPARE(finished.size(), 1);
        picker.setLevel(AreaLevel::Township);
        QVERIFY(picker.area().isNull());
    }

    /// A table that is as high as its rows leaves no strip for a bar that it does not need, and makes room
    /// for one that it does.
    void heightFitsTheRows()
    {
        QWidget page;
        TextTableModel model;
        model.setTable({{QStringLiteral("名称一二三四")}, {QStringLiteral("名称一二三四")}},
                       {{{QStringLiteral("一"), QStringLiteral("二")}, {}, {}}});
        auto *table = new TableView(&page);
        table->setModel(&model);
        table->resize(60, 30); // before the layout: too narrow
        table->setColumnWidth(0, 200);
        table->setColumnWidth(1, 200);
        table->fitHeight(3);
        auto *layout = new QVBoxLayout(&page);
        layout->addWidget(table);
        layout->addStretch();
        page.resize(700, 400);
        page.show();
        const auto strip = [&] {
            return table->viewport()->height() - table->verticalHeader()->defaultSectionSize();
        };
        QTRY_VERIFY2(strip() >= 0 && strip() <= 2, qPrintable(QString::number(strip())));
        QVERIFY(!table->horizontalScrollBar()->isVisible());
        page.resize(250, 400);
        QTRY_VERIFY(table->horizontalScrollBar()->isVisible());
        QTRY_VERIFY2(strip() >= 0 && strip() <= 2, qPrintable(QString::number(strip())));
    }
    void tableOpensAndCopiesRows()
    {
        TextTableModel model;
        std::vector<TextTableModel::Row> rows(3);
        for (int i = 0; i < 3; ++i)
            rows[size_t(i)].cells = QStringList{QStringLiteral("a%1").arg(i), QStringLiteral("tab\there")};
        model.setTable({{QStringLiteral("A")}, {QStringLiteral("B"), true}}, rows);
        TableView table;
        table.setModel(&model);
        table.selectRow(1);
        QSignalSpy opened(&table, &TableView::opened);
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(opened[0][0].toModelIndex().row(), 1);
        QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(table.selectedRowNumbers(), (std::vector<int>{1, 2}));
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text().trimmed(), QStringLiteral("a1\ttab here\na2\ttab here"));
    }

    void countdownEndsAtNought()
    {
        WaitCountdown wait;
        QSignalSpy tick(&wait, &WaitCountdown::tick);
        wait.start(2);
        QVERIFY(wait.isRunning());
        wait.second();
        QVERIFY(wait.isRunning());
        wait.second();
        QVERIFY(!wait.isRunning());
        QCOMPARE(tick.back()[0].toInt(), 0);
        wait.start(0);
        QVERIFY(!wait.isRunning());
    }

    void verbsHaveWordsAndUnknownOnesStay()
    {
        installTranslations(QStringLiteral("zh_CN"));
        QVERIFY(verbText(QStringLiteral("visit.add")) != QStringLiteral("visit.add"));
        QCOMPARE(verbText(QStringLiteral("from.newer.version")), QStringLiteral("from.newer.version"));
    }
};

QTEST_MAIN(TestSmallWidgets)
#include "tst_smallwidgets.moc"
