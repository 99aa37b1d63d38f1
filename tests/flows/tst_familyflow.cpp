// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/commandline.h"
#include "tests/support/testsupport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

/// One household through birth, death of its head, split and merge, and back by undo to where it began: by
/// the command line alone, as a script of an office would do it.
class TestFamilyFlow : public ffp::test::CommandFlow
{
    Q_OBJECT

    /// Everything that the register says of it.
    QJsonObject shown(const QString &number)
    {
        return ffp({u"household"_s, u"show"_s, number}).value(u"household"_s).toObject();
    }
    static QString members(const QJsonObject &household)
    {
        QStringList out;
        for (const QJsonValue &one : household.value(u"members"_s).toArray()) {
            const QJsonObject person = one.toObject();
            QString word = person.value(u"name"_s).toString() + u':' + person.value(u"relation"_s).toString();
            if (const QString change = person.value(u"change_kind"_s).toString(); !change.isEmpty())
                word += u'(' + change + u')';
            out << word;
        }
        return out.join(u' ');
    }
    void importFamily()
    {
        const QByteArray list =
            "县,乡,村,户编号,姓名,证件号码,与户主关系,户类型,性别\n"
            "灵璧县,虞姬镇,田万村,3413231149000001,朱甲,341323195808156714,户主,脱贫户,男\n"
            "灵璧县,虞姬镇,田万村,3413231149000001,朱妻,341323196002286725,配偶,脱贫户,女\n"
            "灵璧县,虞姬镇,田万村,3413231149000001,朱子,341323198610056738,之子,脱贫户,男\n"
            "灵璧县,虞姬镇,田万村,3413231149000001,朱媳,341323198811116741,之儿媳,脱贫户,女\n";
        QFile file(m_dir.filePath(u"list.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(list) == list.size());
        file.close();
        const QJsonObject done = ffp({u"import"_s, file.fileName()});
        QVERIFY2(done.value(u"totals"_s).toObject().value(u"imported"_s).toInt() == 4,
                 QJsonDocument(done).toJson());
    }

private Q_SLOTS:
    void initTestCase()
    {
        makeSite();
        QVERIFY2(m_code == 0, qPrintable(m_err));
        importFamily();
    }

    void thereAndBackAgain()
    {
        const QString home = u"3413231149000001"_s;
        const QJsonObject before = shown(home);
        QCOMPARE(members(before), u"朱甲:户主 朱妻:配偶 朱子:之子 朱媳:之儿媳"_s);

        // A birth.
        QJsonObject answer = ffp({u"member"_s, u"add"_s, home, u"--kind"_s, u"birth"_s, u"--set"_s,
                                  u"name=朱孙"_s, u"--set"_s, u"性别=男"_s, u"--set"_s, u"relation=之孙子"_s,
                                  u"--date"_s, u"2026-11-01"_s, u"--reason"_s, u"出生证明"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QVERIFY(members(answer.value(u"households"_s).toArray().at(0).toObject())
                    .endsWith(u"朱孙:之孙子(新生)"_s));

        ffp({u"member"_s, u"leave"_s, u"朱甲"_s, u"--household"_s, home, u"--kind"_s, u"dead"_s,
             u"--reason"_s, u"死亡证明"_s});
        QCOMPARE(m_code, 2);
        QVERIFY2(m_err.contains(u"death"_s), qPrintable(m_err)); // what it may be

        // The head dies. His son follows; whose wife and child they are is to be said.
        const QStringList death{u"member"_s, u"leave"_s,    u"朱甲"_s,    u"--household"_s,
                                home,        u"--kind"_s,   u"death"_s,   u"--head"_s,
                                u"朱子"_s,   u"--reason"_s, u"死亡证明"_s};
        ffp(death);
        QCOMPARE(m_code, 1);
        QVERIFY2(m_err.contains(u"关系"_s), qPrintable(m_err));
        answer = ffp(death + QStringList{u"--dry-run"_s});
        QCOMPARE(m_code, 0);
        int unsure = 0;
        for (const QJsonValue &one : answer.value(u"relations"_s).toArray())
            unsure += one.toObject().value(u"sure"_s).toBool() ? 0 : 1;
        QCOMPARE(unsure, 2);
        answer = ffp(death + QStringList{u"--relation"_s, u"朱媳=配偶"_s, u"--relation"_s, u"朱孙=之子"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QCOMPARE(members(answer.value(u"households"_s).toArray().at(0).toObject()),
                 u"朱子:户主 朱妻:之母 朱媳:配偶 朱孙:之子(新生) 朱甲:之父(死亡)"_s);

        // The widow founds a household of her own, and comes back.
        answer = ffp({u"household"_s, u"split"_s, home, u"--member"_s, u"朱妻"_s, u"--head"_s, u"朱妻"_s,
                      u"--reason"_s, u"分户申请"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        const QJsonObject widow = answer.value(u"households"_s).toArray().at(1).toObject();
        QCOMPARE(members(widow), u"朱妻:户主"_s);
        QCOMPARE(widow.value(u"local_no"_s).toString(), home + u"-F1"_s);
        // The old list does not scramble the families: her row waits, and says where she is.
        const QJsonObject again = ffp({u"import"_s, m_dir.filePath(u"list.csv"_s), u"--dry-run"_s});
        QCOMPARE(again.value(u"totals"_s).toObject().value(u"set_aside"_s).toInt(), 1);
        QVERIFY(QJsonDocument(again).toJson().contains((home + u"-F1"_s).toUtf8()));
        ffp({u"household"_s, u"merge"_s, widow.value(u"id"_s).toString(), home, u"--relation"_s,
             u"朱妻=之母"_s, u"--reason"_s, u"合户申请"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QVERIFY(shown(home + u"-F1"_s).value(u"members"_s).toArray().isEmpty());
        ffp({u"household"_s, u"unmerge"_s, home});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QCOMPARE(members(shown(home + u"-F1"_s)), u"朱妻:户主"_s);

        // Back: merge (was taken back already), split, death, birth.
        for (const QString &verb : {u"household.split"_s, u"member.leave"_s, u"member.join"_s}) {
            answer = ffp({u"undo"_s});
            QVERIFY2(m_code == 0, qPrintable(m_err));
            QCOMPARE(answer.value(u"verb"_s).toString(), verb);
        }
        QCOMPARE(shown(home), before);
        ffp({u"verify"_s, u"--full"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
    }

    /// A household goes to another village and back by undo; two entries of one person are found, said to be
    /// two, taken together and apart again.
    void movesAndDuplicates()
    {
        const QString home = u"3413231149000001"_s;
        const QJsonObject before = shown(home);
        QJsonObject answer = ffp(
            {u"household"_s, u"move"_s, home, u"--to"_s, u"341323114202"_s, u"--dry-run"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QCOMPARE(answer.value(u"goes_along"_s).toObject().value(u"member"_s).toInt(), 4);
        QCOMPARE(shown(home), before);
        answer = ffp({u"household"_s, u"move"_s, home, u"--to"_s, u"341323114202"_s, u"--set"_s,
                      u"村民组=一组"_s, u"--reason"_s, u"投靠子女"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        const QJsonObject moved = answer.value(u"households"_s).toArray().at(0).toObject();
        QCOMPARE(members(moved), members(before));
        QVERIFY(moved.value(u"id"_s) != before.value(u"id"_s));
        QCOMPARE(shown(home).value(u"area"_s).toString(), u"341323114202"_s);
        ffp({u"undo"_s});
        QCOMPARE(shown(home), before);

        const QStringList add{u"member"_s,        u"add"_s,      home,
                              u"--kind"_s,        u"other_in"_s, u"--set"_s,
                              u"name=朱籽"_s,     u"--set"_s,    u"出生日期=19861005"_s,
                              u"--set"_s,         u"性别=男"_s,  u"--set"_s,
                              u"relation=其他"_s, u"--reason"_s, u"漏登"_s};
        ffp(add);
        QVERIFY2(m_code == 0, qPrintable(m_err));
        answer = ffp({u"person"_s, u"duplicates"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QCOMPARE(answer.value(u"total"_s).toInt(), 1);
        const QJsonObject pair = answer.value(u"pairs"_s).toArray().at(0).toObject();
        QCOMPARE(pair.value(u"why"_s).toString(), u"sounds_alike"_s);
        const QString a = pair.value(u"a"_s).toObject().value(u"id"_s).toString();
        const QString b = pair.value(u"b"_s).toObject().value(u"id"_s).toString();
        const auto total = [&] { return ffp({u"person"_s, u"duplicates"_s}).value(u"total"_s).toInt(); };
        ffp({u"person"_s, u"distinct"_s, a, b, u"--reason"_s, u"堂兄弟"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QCOMPARE(total(), 0);
        ffp({u"person"_s, u"distinct"_s, a, b, u"--undo"_s, u"--reason"_s, u"再核实"_s});
        QCOMPARE(total(), 1);
        answer = ffp({u"person"_s, u"merge"_s, a, b, u"--dry-run"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QVERIFY(QJsonDocument(answer).toJson().contains("id_no"));
        QVERIFY(!QJsonDocument(answer).toJson().contains("341323198610056738")); // masked
        ffp({u"person"_s, u"merge"_s, a, b, u"--take"_s, u"姓名"_s, u"--reason"_s, u"同一人"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QVERIFY(members(shown(home)).contains(u"朱籽:之子"_s));
        QVERIFY(!members(shown(home)).contains(u"朱子:"_s));
        ffp({u"person"_s, u"unmerge"_s, a});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QVERIFY(members(shown(home)).contains(u"朱子:之子"_s));
        QCOMPARE(ffp({u"household"_s, u"duplicates"_s}).value(u"total"_s).toInt(), 0);
        while (shown(home) != before) { // distinct twice and the entry
            ffp({u"undo"_s});
            QVERIFY2(m_code == 0, qPrintable(m_err));
        }
        ffp({u"verify"_s, u"--full"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
    }

    /// What a script may get wrong is refused with a sentence, and nothing changes.
    void refusals_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("says");
        const QString home = u"3413231149000001"_s;
        QTest::newRow("nobody of that name")
            << QStringList{u"household"_s, u"set-head"_s, home,   u"--head"_s,
                           u"李四"_s,      u"--reason"_s, u"改"_s}
            << 1 << u"李四"_s;
        QTest::newRow("no reason") << QStringList{u"household"_s, u"set-head"_s, home, u"--head"_s, u"朱妻"_s}
                                   << 1 << u"原因"_s;
        QTest::newRow("tomorrow") << QStringList{u"household"_s, u"set-head"_s, home,
                                                 u"--head"_s,    u"朱妻"_s,     u"--reason"_s,
                                                 u"改"_s,        u"--date"_s,   u"2026-11-21"_s}
                                  << 1 << u"日期"_s;
        QTest::newRow("the head is wanted")
            << QStringList{u"household"_s, u"set-head"_s, home} << 2 << u"--head"_s;
        QTest::newRow("a field that is none")
            << QStringList{u"member"_s, u"edit"_s, u"朱妻"_s, u"--household"_s, home, u"--set"_s, u"x=1"_s}
            << 2 << u"x"_s;
        QTest::newRow("an unmerge without a merge")
            << QStringList{u"household"_s, u"unmerge"_s, home} << 1 << u"并户"_s;
        QTest::newRow("a move within the village")
            << QStringList{u"household"_s,    u"move"_s,     home,     u"--to"_s,
                           u"341323114200"_s, u"--reason"_s, u"搬家"_s}
            << 1 << u"已在这个村"_s;
        QTest::newRow("a move to nowhere") << QStringList{u"household"_s, u"move"_s, home} << 2 << u"--to"_s;
        QTest::newRow("nobody of that number")
            << QStringList{u"person"_s, u"merge"_s, u"1"_s, u"2"_s} << 1 << u"1"_s;
        QTest::newRow("the head as a mistake")
            << QStringList{u"member"_s, u"edit"_s,   u"朱甲"_s,     u"--household"_s,
                           home,        u"--void"_s, u"--reason"_s, u"录错"_s}
            << 1 << u"户主"_s;
    }
    void refusals()
    {
        QFETCH(QStringList, words);
        QFETCH(int, code);
        QFETCH(QString, says);
        const QJsonObject before = shown(u"3413231149000001"_s);
        ffp(words);
        QCOMPARE(m_code, code);
        QVERIFY2(m_err.contains(says), qPrintable(m_err));
        QCOMPARE(m_err.trimmed().count(u'\n'), 0);
        QCOMPARE(shown(u"3413231149000001"_s), before);
    }
};

QTEST_GUILESS_MAIN(TestFamilyFlow)
#include "tst_familyflow.moc"
