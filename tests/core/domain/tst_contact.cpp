// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/contact.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;
using Kind = PhoneNumber::Kind;

class TestContact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phones_data() // V-11
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<int>("finding"); // -1 = none
        const auto row = [](const char *name, const QString &text, Kind kind, const QString &stored,
                            int finding) { QTest::newRow(name) << text << int(kind) << stored << finding; };
        row("mobile", u"19900000267"_s, Kind::Mobile, u"19900000267"_s, -1);
        row("lowest second digit", u"13000000000"_s, Kind::Mobile, u"13000000000"_s, -1);
        row("second digit 2", u"12000000000"_s, Kind::Other, u"12000000000"_s, int(Finding::PhoneForm));
        row("ten digits", u"1990000441"_s, Kind::Other, u"1990000441"_s, int(Finding::PhoneForm));
        row("twelve digits", u"199000004411"_s, Kind::Other, u"199000004411"_s, int(Finding::PhoneForm));
        row("full width", u"１９９０００００２６７"_s, Kind::Mobile, u"19900000267"_s,
            int(Finding::PhoneFullWidth));
        row("separators", u"199-0000 0267"_s, Kind::Mobile, u"19900000267"_s, int(Finding::PhoneSeparators));
        row("country code", u"+86 19900000267"_s, Kind::Mobile, u"19900000267"_s,
            int(Finding::PhoneSeparators));
        row("landline", u"0557-6038000"_s, Kind::Landline, u"0557-6038000"_s, int(Finding::PhoneLandline));
        row("landline, 3-digit code", u"010-12345678"_s, Kind::Landline, u"010-12345678"_s,
            int(Finding::PhoneLandline));
        row("landline too short", u"0557-603800"_s, Kind::Other, u"0557-603800"_s, int(Finding::PhoneForm));
        row("no area code", u"6038000"_s, Kind::Other, u"6038000"_s, int(Finding::PhoneForm));
        row("a word", u"无"_s, Kind::Other, u"无"_s, int(Finding::PhoneForm));
        row("two numbers", u"19900000267,19900000268"_s, Kind::Other, u"19900000267,19900000268"_s,
            int(Finding::PhoneForm));
        row("blank", u" \u200b"_s, Kind::Blank, QString(), -1);
    }
    void phones()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QFETCH(QString, stored);
        QFETCH(int, finding);
        const PhoneNumber phone = parsePhone(text);
        QCOMPARE(int(phone.kind), kind);
        QCOMPARE(phone.text, stored);
        QCOMPARE(phone.findings, finding < 0 ? QList<Finding>() : QList<Finding>{Finding(finding)});
    }

    void accounts() // V-12
    {
        QCOMPARE(parseBankAccount(u"6228 4877 7777 1126 631").text, u"6228487777771126631"_s);
        QVERIFY(parseBankAccount(QString(12, u'1')).findings.isEmpty());
        QVERIFY(parseBankAccount(QString(21, u'1')).findings.isEmpty());
        QVERIFY(!parseBankAccount(QString(11, u'1')).findings.isEmpty());
        QVERIFY(!parseBankAccount(QString(22, u'1')).findings.isEmpty());
        QVERIFY(!parseBankAccount(u"62284877777711266A1").findings.isEmpty());
        QVERIFY(parseBankAccount(u"").findings.isEmpty());
    }

    void luhn()
    {
        QVERIFY(luhnIsRight(u"79927398713"));
        for (const QChar last : u"012456789"_s)
            QVERIFY(!luhnIsRight(u"7992739871"_s + last));
        QVERIFY(!luhnIsRight(u""));
        QVERIFY(!luhnIsRight(u"7992739871x"));
    }
};

QTEST_GUILESS_MAIN(TestContact)
#include "tst_contact.moc"
