// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/numberfacts.h"

#include "core/domain/idnumber.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

/// The form in which ffp_number() packs its facts; the views of the quality rules take it apart by position.
class TestNumberFacts : public QObject
{
    Q_OBJECT

    static constexpr size_t kSeed = 7;

    static QString numbered(const char *first17)
    {
        const QString digits = QString::fromLatin1(first17);
        return digits + idCheckCharacter(digits);
    }
    static QString facts(const QString &number, size_t seed = kSeed)
    {
        return numberFacts(number, {2026, 10, 31}, DivisionTable::shipped(), seed);
    }
    static QString mark(const QString &number, size_t seed = kSeed)
    {
        return facts(number, seed).mid(21, 20).trimmed();
    }

private Q_SLOTS:
    void form_data()
    {
        QTest::addColumn<QString>("number");
        QTest::addColumn<QString>("head"); // length … place known
        QTest::addColumn<QString>("fault");
        QTest::newRow("woman of Lingbi")
            << numbered("34132319800505102") << u"18-f001980-05-051"_s << QString();
        QTest::newRow("man") << numbered("34132319800505101") << u"18-m001980-05-051"_s << QString();
        QTest::newRow("certificate") << numbered("34132319800505101") + u"42"_s << u"20-m421980-05-051"_s
                                     << QString();
        QTest::newRow("type 8") << numbered("34132319800505101") + u"82"_s << u"20-m021980-05-051"_s
                                << u"certificate_bad_category"_s;
        QTest::newRow("county that is not there")
            << numbered("34998819800505101") << u"18-m001980-05-050"_s << QString();
        QTest::newRow("another province")
            << numbered("65998819800505101") << u"18-m001980-05-05-"_s << QString();
        QTest::newRow("check character")
            << u"341323198005051010"_s << u"18--00          -"_s << u"id_check_digit"_s;
        QTest::newRow("placeholder") << u"999999198005051010"_s << u"18p-001980-05-05-"_s << QString();
        QTest::newRow("three characters") << u"123"_s << u"03--00          -"_s << u"id_17_characters"_s;
    }
    void form()
    {
        QFETCH(QString, number);
        QFETCH(QString, head);
        QFETCH(QString, fault);
        const QString text = facts(number);
        QCOMPARE(text.left(17), head);
        QCOMPARE(text.mid(41), fault);
    }

    /// Equal for a number and the certificate on it, other for another number or connection, none for a
    /// placeholder; and the number does not stand in it.
    void marks()
    {
        const QString number = numbered("34132319800505101");
        QVERIFY(!mark(number).isEmpty());
        QCOMPARE(mark(number + u"42"_s), mark(number));
        QVERIFY(mark(numbered("34132319800505103")) != mark(number));
        QVERIFY(mark(number, kSeed + 1) != mark(number));
        QCOMPARE(mark(u"341323198005051010"_s).isEmpty(), false); // two people with one wrong number
        QVERIFY(mark(u"999999198005051010"_s).isEmpty());
        QVERIFY(!facts(number).contains(number.left(10)));
    }

    /// The trace changes with the number and not with the connection.
    void traces()
    {
        const auto trace = [](const QString &text) { return text.mid(17, 4); };
        const QString number = numbered("34132319800505101");
        QCOMPARE(trace(facts(number)), trace(facts(number, kSeed + 1)));
        QVERIFY(trace(facts(number)) != trace(facts(numbered("34132319800505103"))));
    }
};

QTEST_APPLESS_MAIN(TestNumberFacts)
#include "tst_numberfacts.moc"
