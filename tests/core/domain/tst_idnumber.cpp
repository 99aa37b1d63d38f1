// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/idnumber.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate kToday(2026, 10, 31);

/// 17 digits and their check character; all numbers here are invented (349999 is no division).
QString number(const QString &first17)
{
    return first17 + idCheckCharacter(first17);
}

} // namespace

class TestIdNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void exampleOfTheStandard() // V-01, V-02
    {
        QCOMPARE(idCheckCharacter(u"34999919850615002"), QChar(u'7'));
        const IdNumber id = parseIdNumber(u"349999198506150027", kToday);
        QVERIFY(id.usable());
        QVERIFY(id.findings.isEmpty());
        QCOMPARE(id.form, IdForm::Resident);
        QCOMPARE(id.personKey, u"349999198506150027"_s);
        QCOMPARE(id.birthDate, QDate(1985, 6, 15));
        QCOMPARE(id.sex, Sex::Female);
    }

    void everyWrongCheckCharacterIsFound()
    {
        for (const QChar c : u"0123456X89"_s) { // all but 7
            const IdNumber id = parseIdNumber(u"34999919850615002"_s + c, kToday);
            QCOMPARE(id.findings, QList<Finding>{Finding::IdCheckDigit});
            QVERIFY(!id.usable() && id.personKey.isEmpty());
        }
    }

    void needsSeventeenDigitsForACheck()
    {
        QVERIFY(idCheckCharacter(u"3499991985061500").isNull());
        QVERIFY(idCheckCharacter(u"349999198506150020").isNull());
        QVERIFY(idCheckCharacter(u"3499991985061500X").isNull());
    }

    void sexIsTheSeventeenthDigit()
    {
        QCOMPARE(parseIdNumber(number(u"34999919850615001"_s), kToday).sex, Sex::Male);
        QCOMPARE(parseIdNumber(number(u"34999919850615010"_s), kToday).sex, Sex::Female);
    }

    void lengths_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<int>("form");
        const auto row = [](int length, IdForm form) { QTest::addRow("%d", length) << length << int(form); };
        row(16, IdForm::None);
        row(17, IdForm::None);
        row(18, IdForm::Resident);
        row(19, IdForm::None);
        row(20, IdForm::Certificate);
        row(21, IdForm::None);
        row(22, IdForm::Reissued);
        row(23, IdForm::None);
    }
    void lengths() // V-08
    {
        QFETCH(int, length);
        QFETCH(int, form);
        const QString all = u"34999919850615002743B1"_s + u"9"_s;
        const IdNumber id = parseIdNumber(QStringView(all).left(length), kToday);
        QCOMPARE(int(id.form), form);
        if (id.form != IdForm::None)
            QCOMPARE(id.personKey, all.left(18));
        else
            QVERIFY(id.has(Finding::IdLength) || id.has(Finding::IdWithText));
    }

    void certificates() // V-06, V-07
    {
        const QString id18 = u"349999198506150027"_s;
        const IdNumber twenty = parseIdNumber(id18 + u"43"_s, kToday);
        QCOMPARE(twenty.disabilityType, 4);
        QCOMPARE(twenty.disabilityGrade, 3);
        QVERIFY(twenty.findings.isEmpty());

        const IdNumber again = parseIdNumber(id18 + u"71B1"_s, kToday);
        QCOMPARE(again.reissueMark, u"B1"_s);
        QCOMPARE(again.disabilityType, 7);
        QVERIFY(again.findings.isEmpty());

        for (const QChar type : u"1234567"_s)
            QVERIFY(!parseIdNumber(id18 + type + u'1', kToday).has(Finding::CertificateBadCategory));
        for (const QChar type : u"089"_s) {
            const IdNumber bad = parseIdNumber(id18 + type + u'1', kToday);
            QCOMPARE(bad.findings, QList<Finding>{Finding::CertificateBadCategory});
            QCOMPARE(bad.personKey, id18); // loaded all the same
            QCOMPARE(bad.disabilityType, 0);
            QCOMPARE(bad.disabilityGrade, 1);
        }
        for (const QChar grade : u"1234"_s)
            QVERIFY(!parseIdNumber(id18 + u'1' + grade, kToday).has(Finding::CertificateBadGrade));
        for (const QChar grade : u"059"_s)
            QCOMPARE(parseIdNumber(id18 + u'1' + grade, kToday).findings,
                     QList<Finding>{Finding::CertificateBadGrade});
    }

    void fifteenDigits() // V-04
    {
        const IdNumber id = parseIdNumber(u"349999850615002", kToday);
        QCOMPARE(id.text, u"349999198506150027"_s);
        QCOMPARE(id.personKey, id.text);
        QCOMPARE(id.birthDate, QDate(1985, 6, 15));
        QCOMPARE(id.findings, QList<Finding>{Finding::Id15Digits});
        QCOMPARE(parseIdNumber(u"34999985061500", kToday).findings, QList<Finding>{Finding::IdLength});
        QCOMPARE(parseIdNumber(u"349999850230002", kToday).findings,
                 QList<Finding>{Finding::IdImpossibleBirthDate});
    }

    void birthDates() // V-03
    {
        QVERIFY(parseIdNumber(number(u"34999920040229001"_s), kToday).usable());
        QVERIFY(parseIdNumber(number(u"34999920050229001"_s), kToday).has(Finding::IdImpossibleBirthDate));
        QVERIFY(parseIdNumber(number(u"34999920051301001"_s), kToday).has(Finding::IdImpossibleBirthDate));
        // Born on the date of the data, and one day after it.
        QVERIFY(parseIdNumber(number(u"34999920261031001"_s), kToday).usable());
        QVERIFY(parseIdNumber(number(u"34999920261101001"_s), kToday).has(Finding::IdBirthDateInFuture));
        // 120 years old, and 121 tomorrow / today.
        QVERIFY(parseIdNumber(number(u"34999919051101001"_s), kToday).usable());
        QVERIFY(parseIdNumber(number(u"34999919051031001"_s), kToday).has(Finding::IdBirthDateTooOld));
    }

    void placeholder() // V-05
    {
        const IdNumber id = parseIdNumber(u"999999202311070001", kToday);
        QVERIFY(id.usable());
        QCOMPARE(id.form, IdForm::Placeholder);
        QCOMPARE(id.findings, QList<Finding>{Finding::IdPlaceholder});
        QVERIFY(id.personKey.isEmpty());
        QCOMPARE(id.birthDate, QDate(2023, 11, 7));
        QCOMPARE(id.sex, Sex::Unknown);
        QCOMPARE(parseIdNumber(u"999999", kToday).form, IdForm::Placeholder);
        QVERIFY(!parseIdNumber(u"999998202311070001", kToday).usable());
    }

    void puttingRight_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("stored");
        QTest::addColumn<int>("note");
        const QString x = number(u"34999920020624905"_s); // ends with X
        QVERIFY(x.endsWith(u'X'));
        const QString plain = u"349999198506150027"_s;
        QTest::newRow("lower-case x") << x.left(17) + u'x' << x << int(Finding::IdLowercaseX);
        QTest::newRow("full width") << u"３４９９９９１９８５０６１５００２７"_s << plain
                                    << int(Finding::IdFullWidth);
        QTest::newRow("spaces") << u" 349999 19850615 0027 "_s << plain << int(Finding::IdSpaces);
        QTest::newRow("tab") << u"\t349999198506150027"_s << plain << int(Finding::IdSpaces);
        QTest::newRow("wide space") << u"349999198506150027\u3000"_s << plain << int(Finding::IdSpaces);
        QTest::newRow("no-break space")
            << u"349999198506150027\u00a0"_s << plain << int(Finding::IdNoBreakSpace);
        QTest::newRow("zero width") << u"\u200b349999198506150027"_s << plain << int(Finding::IdZeroWidth);
        QTest::newRow("apostrophe") << u"'349999198506150027"_s << plain << int(Finding::IdApostrophe);
    }
    void puttingRight()
    {
        QFETCH(QString, text);
        QFETCH(QString, stored);
        QFETCH(int, note);
        const IdNumber id = parseIdNumber(text, kToday);
        QVERIFY(id.usable());
        QCOMPARE(id.text, stored);
        QCOMPARE(id.findings, QList<Finding>{Finding(note)});
    }

    void unusable_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("why");
        QTest::newRow("empty") << QString() << int(Finding::MissingId);
        QTest::newRow("blanks") << u" \u3000\u200b"_s << int(Finding::MissingId);
        QTest::newRow("a word") << u"无"_s << int(Finding::IdWithText);
        QTest::newRow("text inside") << u"34999919850615002X(残)43"_s << int(Finding::IdWithText);
        QTest::newRow("X too early") << u"3499991985061500X7"_s << int(Finding::IdWithText);
        QTest::newRow("masked") << u"349999********0027"_s << int(Finding::IdMasked);
        QTest::newRow("masked, full width") << u"349999＊＊＊＊0027"_s << int(Finding::IdMasked);
        QTest::newRow("scientific") << u"3.42224E+17"_s << int(Finding::IdInScientificNotation);
        QTest::newRow("scientific, short") << u"3e17"_s << int(Finding::IdInScientificNotation);
        QTest::newRow("digits of another script") << u"٣٤٩٩٩٩١٩٨٥٠٦١٥٠٠٢٧"_s << int(Finding::IdWithText);
        QTest::newRow("lone surrogate") << QString(QChar(0xd800)) << int(Finding::IdWithText);
        QTest::newRow("very long") << QString(100'000, u'1') << int(Finding::IdLength);
    }
    void unusable()
    {
        QFETCH(QString, text);
        QFETCH(int, why);
        const IdNumber id = parseIdNumber(text, kToday);
        QVERIFY(!id.usable());
        QVERIFY(id.personKey.isEmpty());
        QCOMPARE(id.findings, QList<Finding>{Finding(why)});
    }

    void ages() // V-16
    {
        QCOMPARE(ageOn(QDate(2010, 10, 31), kToday), 16);
        QCOMPARE(ageOn(QDate(2010, 11, 1), kToday), 15);
        QCOMPARE(ageOn(QDate(2004, 2, 29), QDate(2005, 2, 28)), 0);
        QCOMPARE(ageOn(QDate(2004, 2, 29), QDate(2005, 3, 1)), 1);
        QCOMPARE(ageOn(kToday, kToday), 0);
        QCOMPARE(ageOn(kToday.addDays(1), kToday), -1);
        QCOMPARE(ageOn(QDate(), kToday), -1);
        QCOMPARE(ageOn(kToday, QDate()), -1);
    }
};

QTEST_GUILESS_MAIN(TestIdNumber)
#include "tst_idnumber.moc"
