// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/datetext.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

class TestDateText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void forms_data() // V-14
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>(
            "read"); // date, month, or '!' and the finding's kind; '~' in front = variant
        const auto row = [](const QString &text, const QString &read) {
            QTest::newRow(qPrintable(text)) << text << read;
        };
        row(u"20261031"_s, u"2026-10-31"_s);
        row(u"2026-10-31"_s, u"2026-10-31"_s);
        row(u"202610"_s, u"2026-10"_s);
        row(u"2026-10"_s, u"2026-10"_s);
        row(u"2026-7-5"_s, u"~2026-07-05"_s);
        row(u"2026/7/5"_s, u"~2026-07-05"_s);
        row(u"2026.7.5"_s, u"~2026-07-05"_s);
        row(u"2026年7月5日"_s, u"~2026-07-05"_s);
        row(u"2026 年 7 月 5 日"_s, u"~2026-07-05"_s);
        row(u"2026年7月5号"_s, u"~2026-07-05"_s);
        row(u"2026年7月"_s, u"~2026-07"_s);
        row(u"2026/7"_s, u"~2026-07"_s);
        row(u"2026.07"_s, u"~2026-07"_s);
        row(u"２０２６－１０－３１"_s, u"2026-10-31"_s);
        row(u" 20261031\u3000"_s, u"2026-10-31"_s);
        row(u"2026-10-31 17:42:05"_s, u"~2026-10-31"_s);
        row(u"2026-10-31T17:42"_s, u"~2026-10-31"_s);
        row(u"2026/10/31 8:05"_s, u"~2026-10-31"_s);
        // Day and month: only where there is one reading.
        row(u"10/31/2026"_s, u"~2026-10-31"_s);
        row(u"31/10/2026"_s, u"~2026-10-31"_s);
        row(u"13-12-2026"_s, u"~2026-12-13"_s);
        row(u"5/5/2026"_s, u"~2026-05-05"_s);
        row(u"12/10/2026"_s, u"!ambiguous_date"_s);
        row(u"1/12/2026"_s, u"!ambiguous_date"_s);
        row(u"13/13/2026"_s, u"!impossible_date"_s);
        // Impossible.
        row(u"20230230"_s, u"!impossible_date"_s);
        row(u"20240229"_s, u"2024-02-29"_s);
        row(u"2023-02-29"_s, u"!impossible_date"_s);
        row(u"202313"_s, u"!impossible_month"_s);
        row(u"202300"_s, u"!impossible_month"_s);
        row(u"202312"_s, u"2023-12"_s);
        row(u"2023年13月"_s, u"!impossible_month"_s);
        // Years 1900-2199.
        row(u"190001"_s, u"1900-01"_s);
        row(u"189912"_s, u"!not_a_date"_s);
        row(u"219912"_s, u"2199-12"_s);
        row(u"220001"_s, u"!not_a_date"_s);
        // No dates at all.
        row(u"2026"_s, u"!not_a_date"_s);
        row(u"26-10-31"_s, u"!not_a_date"_s);
        row(u"10月31日"_s, u"!not_a_date"_s);
        row(u"45961"_s, u"!not_a_date"_s);
        row(u"2026-10-"_s, u"!not_a_date"_s);
        row(u"2026-10-31-1"_s, u"!not_a_date"_s);
        row(u"2026-10/31"_s, u"!not_a_date"_s);
        row(u"上周三"_s, u"!not_a_date"_s);
        row(u"99999999999999999999/1/1"_s, u"!not_a_date"_s);
        row(u"17:42"_s, u"!not_a_date"_s);
        row(u":"_s, u"!not_a_date"_s);
        row(u"\u200b"_s, u"!not_a_date"_s);
    }
    void forms()
    {
        QFETCH(QString, text);
        QFETCH(QString, read);
        const DateText date = parseDateText(text);
        if (read.startsWith(u'!')) {
            QVERIFY(date.fault);
            QCOMPARE(QLatin1String(findingDef(*date.fault).kind), read.mid(1));
            QVERIFY(!date.month && date.day.isNull());
            return;
        }
        QVERIFY(!date.fault);
        QCOMPARE(date.variant, read.startsWith(u'~'));
        if (date.variant)
            read = read.mid(1);
        QCOMPARE(date.day.isValid() ? date.day.toString(Qt::ISODate) : date.month->toString(), read);
        QCOMPARE(date.month->toString(), read.left(7)); // precision is kept, never the first of the month
    }

    void serials()
    {
        QCOMPARE(dateFromSerial(1, SerialDates::From1900), QDate(1900, 1, 1));
        QCOMPARE(dateFromSerial(59, SerialDates::From1900), QDate(1900, 2, 28));
        QVERIFY(dateFromSerial(60, SerialDates::From1900).isNull()); // the day that never was
        QCOMPARE(dateFromSerial(61, SerialDates::From1900), QDate(1900, 3, 1));
        QCOMPARE(dateFromSerial(46326, SerialDates::From1900), QDate(2026, 10, 31));
        QCOMPARE(dateFromSerial(44864, SerialDates::From1904), QDate(2026, 10, 31));
        QVERIFY(dateFromSerial(0, SerialDates::From1900).isNull());
        QVERIFY(dateFromSerial(-1, SerialDates::From1904).isNull());
        QVERIFY(dateFromSerial(46326, SerialDates::None).isNull());

        QCOMPARE(parseDateText(u"46326", SerialDates::From1900).day, QDate(2026, 10, 31));
        QCOMPARE(parseDateText(u"44864", SerialDates::From1904).day, QDate(2026, 10, 31));
        QCOMPARE(parseDateText(u"46326.75", SerialDates::From1900).day, QDate(2026, 10, 31));
        // Six digits are a month also where serials are allowed.
        QCOMPARE(parseDateText(u"202608", SerialDates::From1900).month, YearMonth(2026, 8));
        QVERIFY(parseDateText(u"202608", SerialDates::From1900).day.isNull());
        QCOMPARE(parseDateText(u"2026.10", SerialDates::From1900).month, YearMonth(2026, 10));
    }
};

QTEST_GUILESS_MAIN(TestDateText)
#include "tst_datetext.moc"
