// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

class TestText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsWidth()
    {
        QCOMPARE(foldWidth(u"３４Ｘ（亩）"), u"34X(亩)"_s);
        QCOMPARE(foldWidth(u"！～"), u"!~"_s);                   // both ends of the folded range
        QCOMPARE(foldWidth(u"\uff00\uff5f"), u"\uff00\uff5f"_s); // just outside it
        QCOMPARE(foldWidth(u"a\u3000b\u00a0c\td\ne"), u"a b c d e"_s);
        QCOMPARE(foldWidth(u"\u200b魏\ufeff桂\u00ad慧\u2060"), u"魏桂慧"_s);
        QCOMPARE(foldWidth(u"梁䶮·𠮷"), u"梁䶮·𠮷"_s); // rare characters survive, also outside the BMP
        QCOMPARE(foldWidth({}), QString());
    }

    void cleansNames()
    {
        QCOMPARE(cleaned(u"  万 \u3000 萍诗 \n"), u"万 萍诗"_s);
        QCOMPARE(cleaned(u"\u200b"), QString());
    }

    void tidiesProse()
    {
        QCOMPARE(tidied(u" 外出，（已联系）\u3000\u200b 回访 \n"), u"外出，（已联系） 回访"_s);
        QVERIFY(isBlankText(u" \u3000\u200b\n"));
        QVERIFY(isBlankText(u""));
        QVERIFY(!isBlankText(u" . "));
    }

    void comparesWithoutSpace()
    {
        QCOMPARE(compareKey(u"人均\n纯收入 "), u"人均纯收入"_s);
        QCOMPARE(compareKey(u"范桥村\u3000"), u"范桥村"_s);
    }

    void splitsLists()
    {
        QCOMPARE(splitList(u"赵队员，孙队员、李;王；周"),
                 (QStringList{u"赵队员"_s, u"孙队员"_s, u"李"_s, u"王"_s, u"周"_s}));
        QCOMPARE(splitList(u",长期慢性病, ,残疾,"), (QStringList{u"长期慢性病"_s, u"残疾"_s}));
        QCOMPARE(splitList(u"阿依古丽·买买提"), QStringList{u"阿依古丽·买买提"_s});
        QVERIFY(splitList(u"").isEmpty());
    }

    void comparesHeaders()
    {
        QCOMPARE(headerKey(u"人均\n纯收入 【元】"), headerKey(u"人均纯收入（元）"));
        QCOMPARE(headerKey(u"ＡＡＢ００４"), u"aab004"_s);
        QVERIFY(headerKey(u"户编号") != headerKey(u"人编号"));
    }

    void comparesNames()
    {
        QCOMPARE(nameKey(u"刘\u3000洋"), u"刘洋"_s);
        for (const QChar dot : u"·•・.．‧"_s)
            QCOMPARE(nameKey(u"买买提%1阿依"_s.arg(dot)), u"买买提·阿依"_s);
        QCOMPARE(nameKey(u"𠮷田"), u"𠮷田"_s);
    }

    void readsNumbers()
    {
        QCOMPARE(numberKey(u"'34222419981001990x"), u"34222419981001990x"_s);
        QCOMPARE(numberKey(u" 342224 1975\u00a00727\r\n9930\u3000"), u"342224197507279930"_s);
        QCOMPARE(numberKey(u"’123"), u"123"_s);
        QCOMPARE(numberKey(u"123'"), u"123'"_s); // only at the front
        QVERIFY(hasLeadingApostrophe(u"'1"));
        QVERIFY(!hasLeadingApostrophe(u"1'"));
        QVERIFY(!hasLeadingApostrophe(u""));
    }

    void neutralisesFormulas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("formula");
        QTest::newRow("equals") << u"=cmd|'/C calc'!A0"_s << true;
        QTest::newRow("at") << u"@SUM(1)"_s << true;
        QTest::newRow("plus") << u"+86 1"_s << true;
        QTest::newRow("minus") << u"-1"_s << true;
        QTest::newRow("tab") << u"\t=1"_s << true;
        QTest::newRow("return") << u"\r=1"_s << true;
        QTest::newRow("wide equals") << u"＝1"_s << true;
        QTest::newRow("inside") << u"a=b"_s << false;
        QTest::newRow("space first") << u" =b"_s << false;
        QTest::newRow("other apostrophe") << u"'abc"_s << false;
        QTest::newRow("empty") << QString() << false;
    }
    void neutralisesFormulas()
    {
        QFETCH(QString, text);
        QFETCH(bool, formula);
        QCOMPARE(looksLikeFormula(text), formula);
        QCOMPARE(neutraliseFormula(text), formula ? u'\'' + text : text);
        QCOMPARE(withoutNeutraliser(neutraliseFormula(text)), text);
    }
};

QTEST_GUILESS_MAIN(TestText)
#include "tst_text.moc"
