// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/commandline.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

/// `ffp income …` as scripts call it.
class TestIncomeCommand : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_household;

    Outcome run(QStringList words, const QString &lang = u"zh_CN"_s) const
    {
        words << u"--db"_s << m_dir.filePath(u"site.ffp"_s) << u"--json"_s << u"--today"_s << u"2026-10-31"_s
              << u"--lang"_s << lang;
        return runFfp(m_dir, words);
    }
    Outcome set(const QByteArray &content, const QString &lang = u"zh_CN"_s) const
    {
        QFile file(m_dir.filePath(u"statement.json"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return {};
        file.close();
        return run({u"income"_s, u"set"_s, m_household, u"--from"_s, file.fileName()}, lang);
    }
    Outcome show(const QString &period) const
    {
        return run({u"income"_s, u"show"_s, m_household, u"--period"_s, period});
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        QCOMPARE(run({u"init"_s, u"--level"_s, u"township"_s, u"--area"_s, u"341323114000"_s, u"--name"_s,
                      u"虞姬镇"_s, u"--admin"_s, u"admin"_s})
                     .code,
                 0);
        QFile csv(m_dir.filePath(u"list.csv"_s));
        QVERIFY(csv.open(QIODevice::WriteOnly));
        csv.write("\xEF\xBB\xBF"
                  + u"县,乡,村,户编号,人编号,姓名,性别,证件号码,与户主关系,人数\n"
                    u"灵璧县,虞姬镇,虞姬村,3413231142000001,34132311420000010,朱甲,男,"
                    u"341323196001010014,户主,1\n"_s.toUtf8());
        csv.close();
        const Outcome imported = run(
            {u"import"_s, csv.fileName(), u"--as"_s, u"registered"_s, u"--village"_s, u"341323114200"_s});
        QVERIFY2(imported.code == 0, qPrintable(imported.err));
        const Outcome list = run({u"household"_s, u"list"_s});
        QCOMPARE(int(list.json.value(u"total"_s).toInt()), 1);
        m_household = list.json.value(u"households"_s).toArray()[0].toObject().value(u"id"_s).toString();
    }

    void setAndShow()
    {
        const Outcome done = set(R"({"period": "2019-09..2020-08", "phase": "identify", "population": 4,
            "population_basis": "current", "claims_income": "100.5", "compliant_self_pay": 4000,
            "items": [{"item": "A1", "amount": 19999.98, "note": "务工"}, {"item": "种植收入", "amount": "3000"},
                      {"item": "E1", "amount": "3000.00"}, {"item": "D4", "amount": 1200}]})");
        QVERIFY2(done.code == 0, qPrintable(done.err));
        QCOMPARE(done.json.value(u"created"_s), QJsonValue(true));
        const Outcome shown = run({u"income"_s, u"show"_s, m_household, u"--identified"_s, u"2020-09"_s});
        QVERIFY2(shown.code == 0, qPrintable(shown.err));
        const QJsonObject o = shown.json;
        QCOMPARE(o.value(u"items"_s).toArray().size(), 4);
        QCOMPARE(o.value(u"net"_s).toString(), u"19999.98"_s);
        QCOMPARE(o.value(u"per_capita"_s).toString(), u"5000.00"_s);
        QCOMPARE(o.value(u"below_line"_s), QJsonValue(true));
        QCOMPARE(o.value(u"reference_per_capita"_s).toString(), u"4025.12"_s); // 16100.48 ÷ 4
        QCOMPARE(o.value(u"rule_set"_s).toString(), u"anhui-2020/itemised@1"_s);
        QCOMPARE(o.value(u"rule_set_name"_s).toString(), u"分项据实口径"_s);
        QCOMPARE(o.value(u"undecided"_s).toArray(), QJsonArray{u"D4"_s});
        QCOMPARE(o.value(u"incomplete"_s), QJsonValue(true));
        const QJsonObject totals = o.value(u"totals"_s).toObject();
        QCOMPARE(totals.value(u"claims_income"_s).toString(), u"***"_s); // S-class
        QVERIFY(!totals.contains(u"property_total"_s));                  // blank is not zero
        const Outcome revealed = run({u"income"_s, u"show"_s, m_household, u"--reveal"_s});
        QCOMPARE(revealed.json.value(u"totals"_s).toObject().value(u"claims_income"_s).toString(),
                 u"100.50"_s);
        QCOMPARE(show(u"2019-09..2020-08"_s).json.value(u"statement"_s), o.value(u"statement"_s));
    }

    void changedAndListed()
    {
        const QByteArray one =
            R"({"period": "2020", "population": 4, "items": [{"item": "A1", "amount": "40000"}]})";
        QCOMPARE(set(one).code, 0);
        QByteArray other = one;
        const Outcome changed = set(other.replace("40000", "41000"));
        QCOMPARE(changed.json.value(u"created"_s), QJsonValue(false));
        const QJsonObject first = changed.json.value(u"replaced"_s).toArray()[0].toObject();
        QCOMPARE(first.value(u"item"_s).toString(), u"A1"_s);
        QCOMPARE(first.value(u"before"_s).toString(), u"40000.00"_s);
        QCOMPARE(first.value(u"difference"_s).toString(), u"1000.00"_s);
        QCOMPARE(changed.json.value(u"below_line"_s), QJsonValue(false));
        QVERIFY(changed.json.contains(u"last"_s)); // the one of the identification
        QCOMPARE(run({u"income"_s, u"list"_s, m_household}).json.value(u"statements"_s).toArray().size(), 2);
        QCOMPARE(run({u"undo"_s}).code, 0);
        QCOMPARE(show(u"2020"_s).json.value(u"net"_s).toString(), u"40000.00"_s);
        const QString id = show(u"2020"_s).json.value(u"statement"_s).toString();
        QCOMPARE(run({u"income"_s, u"void"_s, id}).code, 1); // without a reason
        QCOMPARE(run({u"income"_s, u"void"_s, id, u"--reason"_s, u"录错户"_s}).code, 0);
        QCOMPARE(run({u"income"_s, u"list"_s, m_household}).json.value(u"statements"_s).toArray().size(), 1);
    }

    void printed()
    {
        const QString pdf = m_dir.filePath(u"sheet.pdf"_s);
        const Outcome done = run(
            {u"income"_s, u"print"_s, m_household, u"--identified"_s, u"2020-09"_s, u"--out"_s, pdf});
        QVERIFY2(done.code == 0, qPrintable(done.err));
        QVERIFY(done.json.value(u"pages"_s).toInt() >= 1);
        QProcess text;
        text.start(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s});
        QVERIFY(text.waitForFinished(60'000));
        const QString page = QString::fromUtf8(text.readAllStandardOutput());
        for (const QString &word :
             {u"收入核算表"_s, u"分项据实口径"_s, u"19999.98"_s, u"5000.00"_s, u"4025.12"_s})
            QVERIFY2(page.contains(word), qPrintable(word));
        QFile file(pdf);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("/MediaBox [0 0 595.0")); // A4 portrait, F-04
        QCOMPARE(run({u"income"_s, u"print"_s, m_household, u"--out"_s, u"sheet.doc"_s}).code, 2);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("place");
        const auto row = [](const char *name, const QByteArray &items, const QString &place, int code = 1) {
            QTest::newRow(name) << QByteArray(R"({"period": "2021", "population": 4, )" + items + "}") << code
                                << place;
        };
        QTest::newRow("no JSON") << QByteArray("{\n\"period\": }") << 3 << u"2"_s; // the line
        QTest::newRow("a list") << QByteArray("[]") << 3 << u"statement.json"_s;
        QTest::newRow("nothing") << QByteArray("{}") << 1 << u"population"_s;
        row("unknown key", R"("itmes": [])", u"itmes"_s);
        row("unknown key of an item", R"("items": [{"item": "A1", "amount": 1, "sum": 2}])",
            u"items[0].sum"_s);
        row("unknown item", R"("items": [{"item": "A1", "amount": 1}, {"item": "打工", "amount": 1}])",
            u"items[1].item"_s);
        row("negative", R"("items": [{"item": "A1", "amount": -0.01}])", u"items[0].amount"_s);
        row("three decimals", R"("items": [{"item": "A1", "amount": 1.005}])", u"items[0].amount"_s);
        row("three decimals as a text", R"("items": [{"item": "A1", "amount": "1.005"}])",
            u"items[0].amount"_s);
        row("no number", R"("items": [{"item": "A1", "amount": "许多"}])", u"items[0].amount"_s);
        row("no amount", R"("items": [{"item": "A1"}])", u"items[0].amount"_s);
        row("a list as amount", R"("items": [{"item": "A1", "amount": [1]}])", u"items[0].amount"_s);
        row("too large", R"("items": [{"item": "A1", "amount": 1e30}])", u"items[0].amount"_s);
        row("more digits than a number holds", R"("items": [{"item": "A1", "amount": 90071992547409.91}])",
            u"items[0].amount"_s);
        row("twice", R"("items": [{"item": "A1", "amount": 1}, {"item": "务工收入", "amount": 2}])",
            u"items[1].item"_s);
        row("stranger", R"("items": [{"item": "A1", "amount": 1, "member_id": "李四"}])",
            u"items[0].member_id"_s);
        row("items that are no list", R"("items": {"A1": 1})", u"items"_s);
        row("an item that is no object", R"("items": ["A1"])", u"items[0]"_s);
        row("rule set", R"("rule_set": "other", "items": [{"item": "A1", "amount": 1}])", u"rule_set"_s);
        row("population of a household without anybody",
            R"("population": 0, "items": [{"item": "A1", "amount": 1}])", u"population"_s);
    }
    void refused()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const int, code);
        QFETCH(const QString, place);
        const int before = int(
            run({u"income"_s, u"list"_s, m_household}).json.value(u"statements"_s).toArray().size());
        for (const QString &lang : {u"zh_CN"_s, u"en"_s}) {
            const Outcome outcome = set(file, lang);
            QCOMPARE(outcome.code, code);
            QVERIFY2(outcome.err.contains(place), qPrintable(outcome.err));
        }
        QCOMPARE(int(run({u"income"_s, u"list"_s, m_household}).json.value(u"statements"_s).toArray().size()),
                 before);
    }
    void allFaultsInOneAnswer()
    {
        const Outcome outcome = set(
            R"({"period": "2021", "items": [{"item": "A1", "amount": "1.005"}, {"item": "?"}]})");
        QCOMPARE(outcome.code, 1);
        QCOMPARE(outcome.json.value(u"error"_s).toObject().value(u"args"_s).toArray(),
                 (QJsonArray{u"items[0].amount: too_precise"_s, u"items[1].item: unknown_code_label"_s}));
    }
    void sameAsTheTextOfANumber()
    {
        QCOMPARE(
            set(R"({"period": "2021", "population": 3, "items": [{"item": "A1", "amount": "１２，３４５．６０"},
                     {"item": "A9", "amount": 9007199254740.91}]})")
                .code,
            0);
        QCOMPARE(show(u"2021"_s).json.value(u"net"_s).toString(), u"9007199267086.51"_s);
    }

    void rules()
    {
        const QJsonArray sets = run({u"income"_s, u"rules"_s}).json.value(u"rule_sets"_s).toArray();
        QCOMPARE(sets.size(), 4);
        QCOMPARE(sets[0].toObject().value(u"chosen"_s), QJsonValue(true));
        QCOMPARE(sets[0].toObject().value(u"mark"_s).toString(), u"local_default"_s);
        QVERIFY(sets[0].toObject().value(u"items"_s).toObject().value(u"D4"_s).isNull());
    }
    void helpNamesEveryKey()
    {
        const QString help = runFfp(m_dir, {u"income"_s, u"set"_s, u"--help"_s}).out;
        for (const char *key : {"period", "identified", "population_basis", "rule_set", "items", "item",
                                "amount", "quantity", "factor", "member_id", "D6-14", "claims_income"})
            QVERIFY2(help.contains(QLatin1String(key)), key);
    }
    void wrongWords()
    {
        QCOMPARE(run({u"income"_s, u"set"_s, m_household}).code, 2);
        QCOMPARE(show(u"2020-13"_s).code, 2);
        QCOMPARE(show(u"2010"_s).code, 1);
        QCOMPARE(run({u"income"_s, u"set"_s, m_household, u"--from"_s, u"/no/such.json"_s}).code, 3);
        QCOMPARE(run({u"income"_s, u"set"_s, u"404"_s, u"--from"_s, m_dir.filePath(u"statement.json"_s)})
                     .code,
                 1);
    }
};

QTEST_GUILESS_MAIN(TestIncomeCommand)
#include "tst_incomecommand.moc"
