// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/commandline.h"
#include "tests/support/testsupport.h"

using namespace Qt::Literals::StringLiterals;

/// Entries about a household by the command line alone.
class TestEntryFlow : public ffp::test::CommandFlow
{
    Q_OBJECT

    const QString m_home = u"3413231149000001"_s;

private Q_SLOTS:
    void initTestCase()
    {
        makeSite();
        QVERIFY2(m_code == 0, qPrintable(m_err));
        ffp({u"import"_s,
             write(u"list.csv"_s,
                   "县,乡,村,户编号,姓名,证件号码,与户主关系,户类型,性别\n"
                   "灵璧县,虞姬镇,田万村,3413231149000001,朱甲,341323195808156714,户主,一般农户,男\n")});
        QVERIFY2(m_code <= 1, qPrintable(m_err));
    }

    void anEntryIsAddedChangedAndTakenOut()
    {
        const QJsonObject made = ffp({u"entry"_s, u"add"_s, m_home, u"三保障和饮水核查"_s, u"--set"_s,
                                      u"项目=饮水安全"_s, u"--set"_s, u"结论=未达标"_s, u"--set"_s,
                                      u"核查日期=20261031"_s, u"--note"_s, u"入户核实"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        const QString id = made.value(u"entry"_s).toObject().value(u"id"_s).toString();
        QCOMPARE(id.size(), 32);
        const QJsonObject edited = ffp({u"entry"_s, u"edit"_s, id, u"--set"_s, u"status=met"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QVERIFY(QJsonDocument(edited).toJson().contains("达标"));
        ffp({u"entry"_s, u"void"_s, id});
        QCOMPARE(m_code, 1); // why?
        ffp({u"entry"_s, u"void"_s, id, u"--reason"_s, u"录错户"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        ffp({u"entry"_s, u"edit"_s, id, u"--set"_s, u"status=met"_s});
        QVERIFY(m_code != 0);
        ffp({u"undo"_s});
        ffp({u"entry"_s, u"edit"_s, id, u"--set"_s, u"status=not_met"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
    }

    void aSpellOfWorkIsOfAMember()
    {
        const QStringList add{u"entry"_s,    u"add"_s,   m_home,
                              u"务工记录"_s, u"--set"_s, u"务工所在地=江苏昆山"_s};
        ffp(add + QStringList{u"--set"_s, u"开始时间=20260301"_s});
        QCOMPARE(m_code, 1); // whose?
        const QStringList who{u"--member"_s, u"朱甲"_s};
        ffp(add + who);
        QCOMPARE(m_code, 1); // since when?
        const QJsonObject made = ffp(add + who + QStringList{u"--set"_s, u"开始时间=20260301"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        ffp(add + who + QStringList{u"--set"_s, u"开始时间=2026-03-01"_s});
        QCOMPARE(m_code, 1); // the same one
        const QString id = made.value(u"entry"_s).toObject().value(u"id"_s).toString();
        ffp({u"entry"_s, u"edit"_s, id, u"--set"_s, u"结束时间=20260228"_s});
        QCOMPARE(m_code, 1);
        ffp({u"entry"_s, u"edit"_s, id, u"--set"_s, u"结束时间=20260930"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        const auto jobs = [this] {
            return ffp({u"household"_s, u"show"_s, m_home})
                .value(u"household"_s)
                .toObject()
                .value(u"jobs"_s)
                .toArray();
        };
        QCOMPARE(jobs().size(), 1);
        QCOMPARE(jobs().first().toObject().value(u"ended_on"_s).toString(), u"2026-09-30"_s);
        const QJsonObject table = ffp(
            {u"table"_s, u"show"_s, u"--of"_s, u"job"_s, u"--columns"_s, u"member_name,place"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QVERIFY(QJsonDocument(table).toJson().contains("朱甲"));
        ffp({u"entry"_s, u"void"_s, id, u"--reason"_s, u"录错人"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QVERIFY(jobs().isEmpty());
    }

    void badWords_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("code");
        QTest::newRow("no kind") << QStringList{m_home} << 2;
        QTest::newRow("unknown kind") << QStringList{m_home, u"case"_s} << 2;
        QTest::newRow("nobody") << QStringList{u"999"_s, u"assignment"_s, u"--set"_s, u"姓名=王帮"_s} << 1;
        QTest::newRow("unknown field") << QStringList{m_home, u"assignment"_s, u"--set"_s, u"颜色=红"_s} << 2;
        QTest::newRow("no date") << QStringList{m_home, u"assignment"_s, u"--set"_s, u"started_on=20261340"_s}
                                 << 1;
        QTest::newRow("no risk without a case")
            << QStringList{m_home, u"case_risk"_s, u"--set"_s, u"kind=illness"_s} << 1;
        QTest::newRow("about nobody")
            << QStringList{m_home, u"safeguard_check"_s, u"--member"_s, u"钱乙"_s} << 1;
        QTest::newRow("a household has no member")
            << QStringList{m_home, u"assignment"_s, u"--member"_s, u"朱甲"_s} << 2;
        QTest::newRow("missing fields") << QStringList{m_home, u"assignment"_s} << 1;
    }
    void badWords()
    {
        QFETCH(const QStringList, words);
        ffp(QStringList{u"entry"_s, u"add"_s} + words);
        QTEST(m_code, "code");
        QVERIFY(!m_err.trimmed().isEmpty());
        QVERIFY2(!m_err.contains(u"_case"_s), qPrintable(m_err)); // a sentence, no code of ours
    }
};

QTEST_GUILESS_MAIN(TestEntryFlow)
#include "tst_entryflow.moc"
