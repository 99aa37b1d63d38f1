// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/commandline.h"
#include "tests/support/testsupport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

/// Plans and measures by the command line alone, from the first entry to the printed ledger.
class TestMeasureFlow : public ffp::test::CommandFlow
{
    Q_OBJECT

    const QString m_edge = u"3413231149000001"_s;
    const QString m_exited = u"3413231149000002"_s;
    /// "measure add" with a category; further words are separated by spaces.
    QJsonObject add(const QString &household, const QString &words)
    {
        return ffp(QStringList{u"measure"_s, u"add"_s, household} + words.split(u' '));
    }
    qsizetype count(const QString &words = {})
    {
        QStringList all{u"measure"_s, u"list"_s};
        if (!words.isEmpty())
            all += words.split(u' ');
        return ffp(all).value(u"measures"_s).toArray().size();
    }

private Q_SLOTS:
    void initTestCase()
    {
        makeSite();
        QVERIFY2(m_code == 0, qPrintable(m_err));
        const QByteArray list =
            "县,乡,村,户编号,姓名,证件号码,与户主关系,户类型,性别\n"
            "灵璧县,虞姬镇,田万村,3413231149000001,朱甲,341323195808156714,户主,一般农户,男\n"
            "灵璧县,虞姬镇,田万村,3413231149000002,朱子,341323198610056738,户主,脱贫户,男\n"
            "灵璧县,虞姬镇,田万村,3413231149000002,朱媳,341323198811116741,配偶,脱贫户,女\n";
        QFile file(m_dir.filePath(u"list.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(list) == list.size());
        file.close();
        ffp({u"import"_s, file.fileName()});
        ffp({u"bulk"_s, u"set"_s, m_edge, u"--set"_s, u"monitor_class=边缘户"_s, u"--reason"_s, u"核实"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
    }

    void forbiddenMoneyIsRefusedWithItsClause()
    {
        for (const char *level : {"central", "province", "city", "county"}) {
            add(m_edge, u"--category industry --kind inputs --amount 500 --fund fiscal_special_"_s
                            + QLatin1String(level));
            QCOMPARE(m_code, 1);
            QVERIFY2(m_err.contains(u"HV-01"_s) && m_err.contains(u"四（二）1"_s)
                         && m_err.contains(u"财政专项扶贫资金"_s),
                     qPrintable(m_err));
        }
        QCOMPARE(count(), 0);
    }

    void badInput_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("code");
        QTest::newRow("a third decimal") << u"--amount 1.234 --fund social"_s << 1;
        QTest::newRow("below zero") << u"--amount=-5 --fund social"_s << 1;
        QTest::newRow("no number") << u"--amount many --fund social"_s << 1;
        QTest::newRow("unknown fund") << u"--amount 5 --fund gold"_s << 2;
        QTest::newRow("no source") << u"--amount 5"_s << 1;
        QTest::newRow("no money") << u"--amount 5 --fund none"_s << 1;
        QTest::newRow("fund of the later policy") << u"--amount 5 --fund bridging"_s << 1;
        QTest::newRow("ended before it began")
            << u"--amount 5 --fund social --from 2026-10-02 --to 2026-10-01"_s << 1;
        QTest::newRow("ends tomorrow") << u"--amount 5 --fund social --to 2026-11-21"_s << 1;
        QTest::newRow("no date") << u"--amount 5 --fund social --from yesterday"_s << 1;
        QTest::newRow("nobody") << u"--amount 5 --fund social --member 路人"_s << 1;
        QTest::newRow("no such risk") << u"--amount 5 --fund social --risk illness"_s << 1;
    }
    void badInput()
    {
        QFETCH(QString, words);
        QFETCH(int, code);
        add(m_edge, u"--category industry --kind inputs "_s + words);
        QVERIFY2(m_code == code, qPrintable(m_err));
        QVERIFY(!m_err.isEmpty());
        QCOMPARE(count(), 0);
    }
    void badWords()
    {
        add(m_edge, u"--category industry --kind training"_s); // of another category
        QCOMPARE(m_code, 2);
        QVERIFY2(m_err.contains(u"inputs"_s), qPrintable(m_err));
        add(m_edge, u"--category gardening"_s);
        QCOMPARE(m_code, 2);
        add(m_edge, u"--kind inputs"_s);
        QCOMPARE(m_code, 2);
        add(u"9999"_s, u"--category industry --kind inputs"_s);
        QCOMPARE(m_code, 1);
        ffp({u"measure"_s, u"end"_s, u"nonsense"_s});
        QCOMPARE(m_code, 1);
        ffp({u"measure"_s, u"edit"_s, u"nonsense"_s});
        QCOMPARE(m_code, 2);
    }

    void fromTheFirstEntryToTheLedger()
    {
        const QJsonObject made =
            add(m_edge, u"--category 产业帮扶 --kind 种苗化肥等物资 --fund social --amount 500"_s);
        QVERIFY2(m_code == 0, qPrintable(m_err));
        const QString id = made.value(u"measure"_s).toString();
        const QJsonObject measure = made.value(u"measures"_s).toArray().first().toObject();
        QCOMPARE(measure.value(u"amount"_s).toString(), u"500.00"_s);
        QCOMPARE(measure.value(u"status"_s).toString(), u"实施中"_s);
        QCOMPARE(measure.value(u"started_on"_s).toString(), u"2026-11-20"_s);
        ffp({u"measure"_s, u"edit"_s, id, u"--set"_s, u"fund_source=县级财政专项扶贫资金"_s});
        QCOMPARE(m_code, 1);
        QVERIFY(m_err.contains(u"HV-01"_s));
        ffp({u"measure"_s, u"edit"_s, id, u"--set"_s, u"金额=600"_s, u"--note"_s, u"发票"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        ffp({u"measure"_s, u"end"_s, id, u"--stopped"_s});
        QCOMPARE(m_code, 1); // no reason
        ffp({u"measure"_s, u"end"_s, id, u"--gain"_s, u"1200"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QCOMPARE(count(u"--status done --fund social"_s), 1);
        QCOMPARE(count(u"--category health"_s), 0);
        QCOMPARE(count(u"--household "_s + m_exited), 0);

        const QJsonObject ledger = ffp(
            {u"ledger"_s, u"measure-ledger"_s, u"--out"_s, m_dir.filePath(u"m.csv"_s)});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QCOMPARE(ledger.value(u"rows"_s).toInt(), 1);
        QFile written(m_dir.filePath(u"m.csv"_s));
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QString text = QString::fromUtf8(written.readAll());
        for (const QString &cell :
             {u"朱甲"_s, u"边缘户"_s, u"种苗化肥等物资"_s, u"全户"_s, u"社会帮扶资金/捐赠"_s, u"600.00"_s,
              u"2026-11-20"_s, u"已落实"_s, u"1200.00"_s})
            QVERIFY2(text.contains(cell), qPrintable(cell + u'\n' + text));

        ffp({u"measure"_s, u"void"_s, id});
        QCOMPARE(m_code, 1); // no reason
        ffp({u"measure"_s, u"void"_s, id, u"--reason"_s, u"录错户"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QCOMPARE(count(), 0);
        ffp({u"undo"_s});
        QCOMPARE(m_code, 0);
        QCOMPARE(count(), 1);
        ffp({u"verify"_s, u"--full"_s});
        QCOMPARE(m_code, 0);
    }

    void aPlanFromDraftToSignature()
    {
        const QJsonObject made = ffp({u"plan"_s, u"add"_s, m_exited, u"--wishes"_s, u"想养羊"_s, u"--team"_s,
                                      u"王队员,李队员"_s, u"--cadres"_s, u"赵书记"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        const QString id = made.value(u"plan"_s).toString();
        ffp({u"plan"_s, u"sign"_s, id});
        QCOMPARE(m_code, 1); // the helper is missing
        ffp({u"plan"_s, u"edit"_s, id, u"--set"_s, u"helpers=孙帮"_s});
        QCOMPARE(m_code, 0);
        ffp({u"plan"_s, u"sign"_s, id});
        QCOMPARE(m_code, 1);
        QVERIFY2(m_err.contains(u"HV-05"_s) && m_err.contains(u"四（一）3"_s), qPrintable(m_err));
        ffp({u"bulk"_s, u"assign"_s, m_exited, u"--set"_s, u"role=帮扶责任人"_s, u"--set"_s, u"name=孙帮"_s,
             u"--date"_s, u"2026-10-01"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        ffp({u"plan"_s, u"sign"_s, id});
        QCOMPARE(m_code, 1);
        QVERIFY2(m_err.contains(u"HV-17"_s), qPrintable(m_err));
        add(m_exited, u"--category industry --kind inputs --fund fiscal_special_county --amount 800"_s);
        QVERIFY2(m_code == 0, qPrintable(m_err)); // no edge household
        add(m_exited, u"--category employment --kind training --member 朱子"_s);
        QVERIFY2(m_code == 0, qPrintable(m_err));
        const QJsonObject done = ffp({u"plan"_s, u"sign"_s, id, u"--date"_s, u"2026-11-20"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QCOMPARE(done.value(u"plans"_s).toArray().first().toObject().value(u"signed_on"_s).toString(),
                 u"2026-11-20"_s);
        ffp({u"plan"_s, u"end"_s, id, u"--reason"_s, u"重新制定"_s});
        QCOMPARE(m_code, 0);
        QCOMPARE(ffp({u"plan"_s, u"list"_s, m_exited}).value(u"plans"_s).toArray().size(), 1);
        ffp({u"plan"_s, u"void"_s, id, u"--reason"_s, u"录错"_s});
        QCOMPARE(m_code, 0);
        QCOMPARE(ffp({u"plan"_s, u"list"_s, m_exited}).value(u"plans"_s).toArray().size(), 0);
    }

    void householdsWithoutSupportNeedAnException()
    {
        ffp({u"bulk"_s, u"set"_s, m_exited, u"--set"_s, u"exit_class=no_policy"_s, u"--reason"_s, u"核实"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        const QString words = u"--category housing --kind repair --fund fiscal_special_city --amount 9000"_s;
        add(m_exited, words);
        QCOMPARE(m_code, 1);
        QVERIFY2(m_err.contains(u"HV-15"_s) && m_err.contains(u"四（一）2"_s), qPrintable(m_err));
        add(m_exited, words + u" --cause disaster --safeguards housing"_s);
        QCOMPARE(m_code, 1);
        add(m_exited, words + u" --cause disaster --safeguards housing --cannot-afford --why 台风毁房"_s);
        QVERIFY2(m_code == 0, qPrintable(m_err));
    }
};

QTEST_GUILESS_MAIN(TestMeasureFlow)
#include "tst_measureflow.moc"
