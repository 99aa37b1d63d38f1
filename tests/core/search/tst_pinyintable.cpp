// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/pinyintable.h"

#include <QtTest>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

class TestPinyinTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsReadings_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("readings"); // one group for each character, all of them wanted
        const auto row = [](const QString &name, const QString &readings) {
            QTest::newRow(qPrintable(name)) << name << readings;
        };
        row(u"朱西宝"_s, u"zhu xi bao"_s);
        // Surnames that ICU reads wrongly or in one way only.
        row(u"朴正"_s, u"piao,pu zheng"_s);
        row(u"缪一"_s, u"miao,mou yi"_s);
        row(u"覃一"_s, u"qin,tan yi"_s);
        row(u"阚一"_s, u"kan yi"_s);
        row(u"祭一"_s, u"zhai,ji yi"_s);
        row(u"黑一"_s, u"he,hei yi"_s);
        row(u"么一"_s, u"yao yi"_s);
        row(u"洗一"_s, u"xian,xi yi"_s);
        row(u"单一"_s, u"shan,dan yi"_s);
        row(u"曾一"_s, u"zeng,ceng yi"_s);
        row(u"解一"_s, u"xie,jie yi"_s);
        row(u"仇一"_s, u"qiu,chou yi"_s);
        row(u"区一"_s, u"ou,qu yi"_s);
        row(u"查一"_s, u"zha,cha yi"_s);
        row(u"任一"_s, u"ren yi"_s);
        row(u"华一"_s, u"hua yi"_s);
        row(u"盖一"_s, u"ge,gai yi"_s);
        row(u"乐一"_s, u"yue,le yi"_s);
        row(u"员一"_s, u"yun,yuan yi"_s);
        row(u"逄一"_s, u"pang yi"_s);
        row(u"郇一"_s, u"xun,huan yi"_s);
        row(u"冼一"_s, u"xian yi"_s);
        row(u"乜一"_s, u"nie,mie yi"_s);
        row(u"繁一"_s, u"po,fan yi"_s);
        row(u"秘一"_s, u"bi,mi yi"_s);
        row(u"种一"_s, u"chong,zhong yi"_s);
        row(u"召一"_s, u"shao,zhao yi"_s);
        row(u"都一"_s, u"du,dou yi"_s);
        row(u"殷一"_s, u"yin yi"_s);
        row(u"车一"_s, u"che,ju yi"_s);
        row(u"翟一"_s, u"zhai,di yi"_s);
        row(u"隗一"_s, u"wei,kui yi"_s);
        row(u"褚一"_s, u"chu yi"_s);
        row(u"费一"_s, u"fei,bi yi"_s);
        row(u"谌一"_s, u"chen,shen yi"_s);
        row(u"訾一"_s, u"zi yi"_s);
        // Compound surnames; the second character keeps its everyday reading elsewhere.
        row(u"单于一"_s, u"chan,dan yu yi"_s);
        row(u"尉迟一"_s, u"yu,wei chi yi"_s);
        row(u"万俟一"_s, u"mo,wan qi yi"_s);
        row(u"长孙一"_s, u"zhang,chang sun yi"_s);
        row(u"澹台一"_s, u"tan,dan tai yi"_s);
        row(u"乐正一"_s, u"yue zheng yi"_s);
        row(u"诸葛一"_s, u"zhu ge yi"_s);
        // Given names.
        row(u"王晟"_s, u"wang cheng,sheng"_s);
        row(u"王重阳"_s, u"wang chong,zhong yang"_s);
        row(u"王乐"_s, u"wang le,yue"_s);
        row(u"王行"_s, u"wang xing,hang"_s);
        row(u"吕绿"_s, u"lv,lu,lyu lv,lu"_s);
        // Rare characters: extension A, extension B and later, the zero.
        row(u"龚䶮"_s, u"gong yan"_s);
        row(u"王𠀀"_s, u"wang he"_s);
        row(u"王𬭎"_s, u"wang hong"_s);
        row(u"王〇"_s, u"wang ling"_s);
        row(u"A伯"_s, u"a bo"_s);
    }
    void knowsReadings()
    {
        QFETCH(QString, name);
        QFETCH(QString, readings);
        const QVector<QStringList> keys = PinyinTable::keys(name);
        const QStringList groups = readings.split(u' ');
        QCOMPARE(keys.size(), groups.size());
        for (qsizetype i = 0; i < groups.size(); ++i) {
            const QStringList wanted = groups[i].split(u',');
            for (const QString &syllable : wanted)
                QVERIFY2(keys[i].contains(syllable),
                         qPrintable(syllable + u" not in "_s + keys[i].join(u',')));
        }
    }
    void surnameReadingStandsFirst()
    {
        QCOMPARE(PinyinTable::keys(u"单一").first().first(), u"shan"_s);
        QCOMPARE(PinyinTable::keys(u"单于一").first().first(), u"chan"_s);
        QCOMPARE(PinyinTable::keys(u"万一").first().first(), u"wan"_s);
    }
    void unreadableHasNoKeys()
    {
        QCOMPARE(PinyinTable::keys(u"1·。").size(), 3);
        for (const QStringList &keys : PinyinTable::keys(u"1·。"))
            QVERIFY(keys.isEmpty());
        QVERIFY(PinyinTable::keys(QStringView()).isEmpty());
        const char16_t half[] = {0xD842, 0x4E00}; // broken surrogate pair
        QCOMPARE(PinyinTable::keys(QStringView(half, 2)).size(), 2);
    }
    void coversTheCommonHan()
    {
        // Every character of the unified block up to the 1993 limit but a handful has a reading.
        int without = 0;
        for (char16_t c = 0x4E00; c <= 0x9FA5; ++c) {
            PinyinTable::SetId set = 0;
            PinyinTable::sets(QStringView(&c, 1), &set);
            without += set == PinyinTable::kNoReading;
        }
        QVERIFY2(without < 100, qPrintable(QString::number(without)));
    }
};

QTEST_APPLESS_MAIN(TestPinyinTable)
#include "tst_pinyintable.moc"
