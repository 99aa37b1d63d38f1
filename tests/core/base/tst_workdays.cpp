// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/workdays.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

class TestWorkdays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedYears()
    {
        const WorkdayCalendar &calendar = WorkdayCalendar::shipped();
        for (int year = 2020; year <= 2026; ++year)
            QVERIFY(calendar.covers(year));
        QVERIFY(!calendar.covers(2019));
        QVERIFY(!calendar.covers(2027));
    }

    void announcedDays_data()
    {
        QTest::addColumn<QDate>("date");
        QTest::addColumn<bool>("worked");
        const auto row = [](int y, int m, int d, bool worked) {
            QTest::addRow("%d-%d-%d", y, m, d) << QDate(y, m, d) << worked;
        };
        row(2020, 1, 19, true);  // Sunday worked before Spring Festival
        row(2020, 1, 31, false); // Friday, holiday extended in the epidemic
        row(2020, 2, 1, false);  // Saturday: its make-up work was cancelled
        row(2020, 2, 3, true);
        row(2021, 2, 20, true); // Saturday worked
        row(2022, 10, 9, true); // Sunday worked
        row(2023, 4, 5, false); // Wednesday, Qingming alone
        row(2023, 4, 6, true);
        row(2024, 2, 9, true); // eve of the festival: no public holiday that year
        row(2024, 2, 17, false);
        row(2024, 2, 18, true); // Sunday worked
        row(2025, 10, 8, false);
        row(2025, 10, 9, true);
        row(2026, 2, 14, true);  // Saturday worked
        row(2026, 2, 23, false); // Monday, last day of nine
        row(2026, 2, 24, true);
        row(2026, 10, 10, true);  // Saturday worked
        row(2026, 10, 31, false); // a plain Saturday
        row(2019, 10, 1, true);   // no table: a plain Tuesday
        row(2019, 10, 5, false);
    }
    void announcedDays()
    {
        QFETCH(QDate, date);
        QFETCH(bool, worked);
        QCOMPARE(WorkdayCalendar::shipped().isWorkday(date), worked);
    }

    void counting()
    {
        const WorkdayCalendar &calendar = WorkdayCalendar::shipped();
        const QDate friday(2026, 9, 18);
        QCOMPARE(calendar.addWorkdays(friday, 0), friday);
        QCOMPARE(calendar.addWorkdays(friday, 1), QDate(2026, 9, 20)); // the Sunday that is worked
        QCOMPARE(calendar.addWorkdays(friday, 5), QDate(2026, 9, 24));
        QCOMPARE(calendar.addWorkdays(friday, 6), QDate(2026, 9, 28)); // over Mid-Autumn
        QCOMPARE(calendar.addWorkdays(QDate(2026, 9, 30), 1), QDate(2026, 10, 8));
        QCOMPARE(calendar.workdaysBetween(friday, QDate(2026, 9, 28)), 6);
        QCOMPARE(calendar.workdaysBetween(friday, friday), 0);
        QCOMPARE(calendar.workdaysBetween(friday, friday.addDays(-3)), 0);
        QCOMPARE(WorkdayCalendar().addWorkdays(friday, 1), QDate(2026, 9, 21)); // without a table
    }

    void limits()
    {
        const WorkdayCalendar &calendar = WorkdayCalendar::shipped();
        QCOMPARE(dueDate(QDate(2026, 9, 30), 5, DayCount::Calendar, calendar), QDate(2026, 10, 5));
        QCOMPARE(dueDate(QDate(2026, 9, 30), 5, DayCount::Working, calendar), QDate(2026, 10, 13));
    }

    void overdue()
    {
        const QDate due(2026, 10, 15);
        QVERIFY(!isOverdue(due, {}, due.addDays(-1)));
        QVERIFY(!isOverdue(due, {}, due)); // the due day itself is in time
        QVERIFY(isOverdue(due, {}, due.addDays(1)));
        QVERIFY(!isOverdue(due, due, due.addDays(90)));
        QVERIFY(isOverdue(due, due.addDays(1), due.addDays(90)));
        QVERIFY(!isOverdue(QDate(), {}, due));
    }

    void ownTableReplacesYears()
    {
        const auto own = WorkdayCalendar::fromJson(
            R"({"years": {"2026": {"holidays": ["2026-06-01"], "workdays": ["2026-06-06"]}}})");
        FFP_VERIFY(own);
        const WorkdayCalendar merged = WorkdayCalendar::shipped().with(*own);
        QVERIFY(!merged.isWorkday(QDate(2026, 6, 1)));
        QVERIFY(merged.isWorkday(QDate(2026, 6, 6)));
        QVERIFY(merged.isWorkday(QDate(2026, 10, 1)));  // the shipped year is gone as a whole
        QVERIFY(!merged.isWorkday(QDate(2025, 10, 1))); // other years stay
    }

    void badTables_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("bytes") << QByteArray("\xff\xfe\0{", 4);
        QTest::newRow("not an object") << QByteArray("[]");
        QTest::newRow("no years") << QByteArray(R"({"years": {}})");
        QTest::newRow("year is a word") << QByteArray(R"({"years": {"soon": {"holidays": []}}})");
        QTest::newRow("no holidays") << QByteArray(R"({"years": {"2026": {"workdays": []}}})");
        QTest::newRow("no date") << QByteArray(R"({"years": {"2026": {"holidays": ["2026-02-30"]}}})");
        QTest::newRow("number") << QByteArray(R"({"years": {"2026": {"holidays": [20260101]}}})");
        QTest::newRow("other year") << QByteArray(R"({"years": {"2026": {"holidays": ["2025-01-01"]}}})");
        QTest::newRow("backwards") << QByteArray(
            R"({"years": {"2026": {"holidays": ["2026-01-03/2026-01-01"]}}})");
        QTest::newRow("three ends") << QByteArray(
            R"({"years": {"2026": {"holidays": ["2026-01-01/2026-01-02/2026-01-03"]}}})");
        QTest::newRow("too long") << QByteArray(
            R"({"years": {"2026": {"holidays": ["2026-01-01/2026-12-31"]}}})");
        QTest::newRow("work on a Monday")
            << QByteArray(R"({"years": {"2026": {"holidays": [], "workdays": ["2026-06-01"]}}})");
        QTest::newRow("both") << QByteArray(
            R"({"years": {"2026": {"holidays": ["2026-06-06"], "workdays": ["2026-06-06"]}}})");
    }
    void badTables()
    {
        QFETCH(QByteArray, json);
        FFP_VERIFY_ERROR(WorkdayCalendar::fromJson(json), ErrorKind::InvalidValue);
    }
};

QTEST_GUILESS_MAIN(TestWorkdays)
#include "tst_workdays.moc"
