// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/commandline.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

/// The program `ffp` as scripts call it: answers, exit codes, and nothing but one JSON document on standard
/// output with --json.
class TestCommandLine : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    QString file(const char *name) const { return m_dir.filePath(QLatin1String(name)); }

    Outcome run(const QStringList &words, const QString &password = kAdminPassword) const
    {
        return runFfp(m_dir, words, password);
    }
    Outcome onSite(QStringList words, const QString &password = kAdminPassword) const
    {
        words << u"--db"_s << file("site.ffp") << u"--user"_s << u"admin"_s << u"--json"_s << u"--today"_s
              << u"2026-10-31"_s;
        return run(words, password);
    }

    Outcome makeSite(const char *name) const
    {
        return run({u"init"_s, u"--db"_s, file(name), u"--level"_s, u"township"_s, u"--area"_s,
                    u"341323114000"_s, u"--name"_s, u"虞姬镇"_s, u"--admin"_s, u"admin"_s, u"--json"_s});
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_dir.isValid());
        const Outcome made = makeSite("site.ffp");
        QVERIFY2(made.code == 0, qPrintable(made.err));
        QCOMPARE(made.json.value(u"policy"_s).toString(), u"anhui-2020"_s);
        QVERIFY(!made.json.value(u"site"_s).toString().isEmpty());
        QVERIFY(made.json.contains(u"incarnation"_s));
        QCOMPARE(makeSite("import.ffp").code, 0);
    }

    void wrongUsageIsTwo_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("no such command") << QStringList{u"frobnicate"_s};
        QTest::newRow("no such option") << QStringList{u"verify"_s, u"--frobnicate"_s};
        QTest::newRow("too many words") << QStringList{u"verify"_s, u"more"_s};
        QTest::newRow("too few words") << QStringList{u"household"_s, u"show"_s};
        QTest::newRow("ledger without a name") << QStringList{u"ledger"_s};
        QTest::newRow("ledger on an unknown paper")
            << QStringList{u"ledger"_s, u"edge-ledger"_s, u"--out"_s, u"a.pdf"_s, u"--paper"_s, u"A5"_s};
        QTest::newRow("ledger of an unknown kind")
            << QStringList{u"ledger"_s, u"edge-ledger"_s, u"--out"_s, u"a.doc"_s};
        QTest::newRow("backup without --out") << QStringList{u"backup"_s};
        QTest::newRow("village that is no code")
            << QStringList{u"import"_s, u"a.csv"_s, u"--db"_s, u"a.ffp"_s, u"--village"_s, u"341323114000"_s};
        QTest::newRow("no date") << QStringList{u"verify"_s, u"--today"_s, u"tomorrow"_s};
    }
    void wrongUsageIsTwo()
    {
        QFETCH(const QStringList, words);
        const Outcome outcome = run(words);
        QCOMPARE(outcome.code, 2);
        QVERIFY(!outcome.err.trimmed().isEmpty());
        QVERIFY(outcome.out.isEmpty());
    }

    void optionsThatCannotBeRightAreNamedInChinese()
    {
        const Outcome outcome = onSite(
            {u"ledger"_s, u"edge-ledger"_s, u"--out"_s, file("a.pdf"), u"--area"_s, u"12"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(u"12位区划代码"_s), qPrintable(outcome.err));
    }

    void everyCommandExplainsItself()
    {
        const Outcome all = run({});
        QCOMPARE(all.code, 0);
        int seen = 0;
        for (const QString &line : all.out.split(u'\n')) {
            if (!line.startsWith(u"  ffp "_s))
                continue;
            ++seen;
            const QString name = line.mid(6);
            const Outcome help = run(name.split(u' ') << u"--help"_s);
            QVERIFY2(help.code == 0, qPrintable(name));
            QVERIFY2(help.out.startsWith(u"ffp "_s + name), qPrintable(help.out.left(80)));
        }
        QVERIFY(seen >= 17);
    }

    /// A site of its own for imports.
    Outcome onImports(QStringList words) const
    {
        words << u"--db"_s << file("import.ffp") << u"--user"_s << u"admin"_s << u"--json"_s << u"--today"_s
              << u"2026-10-31"_s;
        return run(words);
    }
    void importAndTakeBack()
    {
        const QDir sample(QStringLiteral(FFP_TEST_DATA "/register-sample"));
        const auto path = [&](const char *key) {
            return sample.filePath(sample.entryList({QLatin1String(key) + u"-*"_s}).value(0));
        };
        const auto total = [&] {
            return onImports({u"household"_s, u"list"_s}).json.value(u"total"_s).toInt(-1);
        };
        const Outcome tried = onImports({u"import"_s, path("b"), u"--dry-run"_s});
        QCOMPARE(tried.code, 1); // findings to read
        QVERIFY(tried.json.value(u"batch"_s).isNull());
        QVERIFY(tried.json.value(u"dry_run"_s).toBool());
        QCOMPARE(total(), 0);

        const Outcome done = onImports(
            {u"import"_s, path("b"), path("f1"), u"--report"_s, file("aside.csv")});
        QCOMPARE(done.code, 1);
        const QJsonArray files = done.json.value(u"files"_s).toArray();
        QCOMPARE(files.size(), 2);
        const QJsonObject list = files[0].toObject();
        QCOMPARE(list.value(u"kind"_s).toString(), u"edge"_s);
        QCOMPARE(list.value(u"header_row"_s).toInt(), 3);
        QCOMPARE(list.value(u"rows"_s).toInt(), 394);
        QCOMPARE(files[1].toObject().value(u"kind"_s).toString(), u"medical"_s);
        QCOMPARE(done.json.value(u"totals"_s).toObject().value(u"rows"_s).toInt(), 394 + 107);
        const QJsonObject medical = files[1].toObject();
        QCOMPARE(medical.value(u"unchanged"_s).toInt(-1), 0);
        QCOMPARE(medical.value(u"imported"_s).toInt(-1), 0);
        QCOMPARE(medical.value(u"compared"_s).toInt() + medical.value(u"set_aside"_s).toInt(), 107);
        QVERIFY(medical.value(u"matched"_s).toInt() > 0);
        QVERIFY(medical.value(u"unmatched"_s).toInt() > 0);
        const QJsonArray findings = list.value(u"findings"_s).toArray();
        QVERIFY(!findings.isEmpty());
        for (const QJsonValue &one : findings) {
            const QJsonObject finding = one.toObject();
            const QString severity = finding.value(u"severity"_s).toString();
            QVERIFY(QStringList({u"error"_s, u"warning"_s, u"info"_s}).contains(severity));
            QVERIFY(!finding.value(u"message"_s).toString().isEmpty());
            // The words, not the code.
            QVERIFY(finding.value(u"message"_s).toString() != finding.value(u"kind"_s).toString());
        }
        const int households = list.value(u"households"_s).toObject().value(u"new"_s).toInt();
        QCOMPARE(total(), households);
        QVERIFY(QFile::exists(file("aside.csv")));
        QVERIFY(QFile::exists(file("aside-2.csv")));
        QCOMPARE(onImports({u"verify"_s, u"--full"_s}).code, 0);

        const Outcome again = onImports({u"import"_s, path("b")});
        QVERIFY(again.json.value(u"batch"_s).isNull());

        const QString batch = QString::number(done.json.value(u"batch"_s).toInteger());
        const Outcome undone = onImports({u"import"_s, u"undo"_s, batch});
        QCOMPARE(undone.code, 0);
        QVERIFY(undone.json.value(u"undone"_s).toBool());
        QCOMPARE(total(), 0);
        const Outcome twice = onImports({u"import"_s, u"undo"_s, batch});
        QCOMPARE(twice.code, 1);
        QVERIFY(!twice.json.value(u"undone"_s).toBool(true));
        QVERIFY(!twice.json.value(u"blocked_by"_s).toArray().isEmpty());
        const Outcome said = run(
            {u"import"_s, u"undo"_s, batch, u"--db"_s, file("import.ffp"), u"--user"_s, u"admin"_s});
        QVERIFY2(said.err.contains(u"已经撤销"_s), qPrintable(said.err));
        QCOMPARE(onImports({u"import"_s, u"undo"_s, u"first"_s}).code, 2);
        QCOMPARE(onImports({u"verify"_s, u"--full"_s}).code, 0);
    }
    /// What a column mapping says wrongly is said, each entry by its name.
    void mappingOfColumns()
    {
        const QString list = QStringLiteral(FFP_TEST_DATA "/workbooks/list.csv");
        const auto tried = [&](const QByteArray &mapping) {
            QFile map(file("map.json"));
            if (!map.open(QIODevice::WriteOnly) || map.write(mapping) != mapping.size())
                qFatal("map.json");
            map.close();
            return onImports({u"import"_s, list, u"--map"_s, map.fileName(), u"--dry-run"_s});
        };
        const Outcome unknown = tried(R"({"备注": "member.no_such", "姓名": 5, "户类型": ""})");
        QCOMPARE(unknown.code, 2);
        for (const QString &word : {u"备注"_s, u"member.no_such"_s, u"姓名"_s})
            QVERIFY2(unknown.err.contains(word), qPrintable(unknown.err));
        QVERIFY2(!unknown.err.contains(u"户类型"_s), qPrintable(unknown.err));
        const Outcome nowhere = tried(R"({"没有此列": "member.remark"})");
        QCOMPARE(nowhere.code, 1);
        QVERIFY2(nowhere.out.contains(u"没有此列"_s), qPrintable(nowhere.out));
        QVERIFY(!tried(R"({"备注": "member.remark"})").out.contains(u"mapped_"_s));

        const Outcome fields = run({u"import"_s, u"fields"_s, u"visits"_s, u"--json"_s});
        QCOMPARE(fields.code, 0);
        const QJsonArray kinds = fields.json.value(u"kinds"_s).toArray();
        QCOMPARE(kinds.size(), 1);
        QVERIFY(fields.out.contains(u"\"visit.people\""_s));
        QVERIFY(run({u"import"_s, u"fields"_s, u"--json"_s}).json.value(u"kinds"_s).toArray().size() > 5);
        QCOMPARE(run({u"import"_s, u"fields"_s, u"nothing"_s}).code, 2);
    }
    /// Saved for a sender, used by name, exchanged as a file, removed and brought back.
    void mappingsOfSenders()
    {
        QFile list(file("sheet.csv"));
        QVERIFY(list.open(QIODevice::WriteOnly)
                && list.write("户,谁,号,家里关系,村子\n"
                              "3413231149000071,张三,341323197001019013,户主,田万村\n")
                       > 0);
        list.close();
        QFile map(file("sender.json"));
        QVERIFY(map.open(QIODevice::WriteOnly)
                && map.write(R"({"columns": {"户": "household.household_no", "谁": "member.name",
                                 "号": "member.id_no", "家里关系": "member.relation", "村子": "area.village"},
                                 "kind": "registered"})")
                       > 0);
        map.close();
        const QStringList dryRun{u"import"_s, list.fileName(), u"--dry-run"_s};
        QCOMPARE(onImports(dryRun).code, 1); // nobody knows what it is
        const auto mapping = [&](const QStringList &words) {
            return onImports(QStringList{u"import"_s, u"mapping"_s} + words);
        };
        const Outcome saved = mapping({u"save"_s, u"民政局"_s, list.fileName(), u"--map"_s, map.fileName()});
        QVERIFY2(saved.code == 0, qPrintable(saved.err));
        const QJsonArray all = mapping({u"list"_s}).json.value(u"mappings"_s).toArray();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().toObject().value(u"name"_s).toString(), u"民政局"_s);
        QCOMPARE(all.first().toObject().value(u"headers"_s).toArray().size(), 5);
        const Outcome read = onImports(dryRun + QStringList{u"--mapping"_s, u"民政局"_s});
        QCOMPARE(read.json.value(u"totals"_s).toObject().value(u"imported"_s).toInt(), 1);
        QCOMPARE(onImports(dryRun + QStringList{u"--mapping"_s, u"没有"_s}).code, 1);

        QCOMPARE(mapping({u"export"_s, u"民政局"_s, u"--out"_s, file("out.json")}).code, 0);
        QCOMPARE(mapping({u"load"_s, file("out.json"), u"--name"_s, u"残联"_s}).code, 0);
        QCOMPARE(mapping({u"list"_s}).json.value(u"mappings"_s).toArray().size(), 2);
        QCOMPARE(mapping({u"load"_s, list.fileName()}).code, 2); // no mapping
        QCOMPARE(mapping({u"remove"_s, u"残联"_s}).code, 0);
        QCOMPARE(mapping({u"remove"_s, u"残联"_s}).code, 1);
        QCOMPARE(onImports({u"undo"_s}).code, 0);
        QCOMPARE(mapping({u"list"_s}).json.value(u"mappings"_s).toArray().size(), 2);
        for (const QString &name : {u"残联"_s, u"民政局"_s})
            QCOMPARE(mapping({u"remove"_s, name}).code, 0);
    }
    /// What a file says otherwise is listed, and the side that is named counts.
    void differencesOfAFile()
    {
        const QByteArray header = "行政村,户编号,姓名,证件号码,与户主关系,实用技术/职业技能,成员联系电话\n";
        const auto put = [&](const char *name, const QByteArray &rest) {
            QFile list(file(name));
            if (!list.open(QIODevice::WriteOnly)
                || list.write(header + "田万村,3413231149000072,张三,341323197001019013,户主," + rest) < 0)
                qFatal("%s", name);
            return list.fileName();
        };
        QVERIFY(onImports({u"import"_s, put("first.csv", "木工,13900000001\n")})
                    .json.value(u"batch"_s)
                    .toInteger()
                > 0);
        const QString second = put("second.csv", "瓦工,13900000002\n");
        const auto differences = [&](const QStringList &words) {
            return onImports(QStringList{u"import"_s, second} + words)
                .json.value(u"files"_s)
                .toArray()
                .first()
                .toObject()
                .value(u"differences"_s)
                .toArray();
        };
        const QJsonArray shown = differences({u"--dry-run"_s, u"--prefer-field"_s, u"member.phone=local"_s});
        QCOMPARE(shown.size(), 2);
        const QJsonObject skills = shown[0].toObject();
        QCOMPARE(skills.value(u"field"_s).toString(), u"member.skills"_s);
        QCOMPARE(skills.value(u"before"_s).toString(), u"木工"_s);
        QCOMPARE(skills.value(u"after"_s).toString(), u"瓦工"_s);
        QCOMPARE(skills.value(u"side"_s).toString(), u"file"_s);
        QCOMPARE(skills.value(u"origin"_s).toObject().value(u"verb"_s).toString(), u"import"_s);
        const QJsonObject phone = shown[1].toObject();
        QCOMPARE(phone.value(u"side"_s).toString(), u"local"_s);
        QVERIFY(!phone.value(u"before"_s).toString().contains(u"13900000001"_s)); // masked
        for (const QString &wrong : {u"member.phone"_s, u"member.no_such=local"_s, u"0:=file"_s, u"=local"_s})
            QCOMPARE(onImports({u"import"_s, second, u"--dry-run"_s, u"--prefer-field"_s, wrong}).code, 2);
        QCOMPARE(onImports({u"import"_s, second, u"--dry-run"_s, u"--prefer"_s, u"both"_s}).code, 2);
        // Nothing of the file is taken, then one cell of it.
        const Outcome why = onImports({u"import"_s, second, u"--prefer"_s, u"local"_s});
        QCOMPARE(why.code, 1);
        QVERIFY(why.err.contains(u"原因"_s) || why.err.contains(u"reason"_s));
        const Outcome kept = onImports(
            {u"import"_s, second, u"--prefer"_s, u"local"_s, u"--reason"_s, u"已核实"_s});
        QVERIFY(kept.json.value(u"batch"_s).isNull());
        differences({u"--prefer"_s, u"local"_s, u"--prefer-field"_s, u"2:member.skills=file"_s, u"--reason"_s,
                     u"已核实"_s});
        const QJsonArray left = differences({u"--dry-run"_s});
        QCOMPARE(left.size(), 1);
        QCOMPARE(left[0].toObject().value(u"field"_s).toString(), u"member.phone"_s);
        QCOMPARE(onImports({u"undo"_s}).code, 0);
        QCOMPARE(onImports({u"undo"_s}).code, 0);
    }
    void heldRows()
    {
        QVERIFY(QFile::copy(QStringLiteral(FFP_TEST_DATA "/workbooks/list.csv"), file("held.csv")));
        QFile list(file("held.csv"));
        QVERIFY(list.open(QIODevice::Append)
                && list.write("虞姬镇,田万村,3413231149000003,周七,341323197503039070,户主,1,脱贫户,\n") > 0);
        list.close();
        QVERIFY(onImports({u"import"_s, list.fileName()}).json.value(u"batch"_s).toInteger() > 0);
        const Outcome held = onImports({u"import"_s, u"held"_s});
        QCOMPARE(held.code, 0);
        QCOMPARE(held.json.value(u"total"_s).toInt(), 1);
        const QJsonObject row = held.json.value(u"held"_s).toArray().first().toObject();
        QCOMPARE(row.value(u"row"_s).toInt(), 8);
        QVERIFY(!held.out.contains(u"341323197503039070"_s));
        const QString id = row.value(u"id"_s).toString();
        QCOMPARE(onImports({u"import"_s, u"dismiss"_s, id}).code, 2); // no reason
        QCOMPARE(onImports({u"import"_s, u"dismiss"_s, u"8"_s, u"--reason"_s, u"外地户"_s}).code, 2);
        const Outcome done = onImports({u"import"_s, u"dismiss"_s, id, u"--reason"_s, u"外地户"_s});
        QVERIFY2(done.code == 0, qPrintable(done.err));
        QCOMPARE(onImports({u"import"_s, u"held"_s}).json.value(u"total"_s).toInt(-1), 0);
        QCOMPARE(onImports({u"undo"_s}).code, 0);
        QCOMPARE(onImports({u"import"_s, u"held"_s}).json.value(u"total"_s).toInt(-1), 1);
        QCOMPARE(onImports({u"undo"_s}).code, 0); // the import
        QCOMPARE(onImports({u"import"_s, u"held"_s}).json.value(u"total"_s).toInt(-1), 0);
    }
    /// The answer names the file, says what is wrong, and nothing is written.
    void importOfBadFiles_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("word");
        QTest::newRow("no workbook") << u"坏.xlsx"_s << "%PDF-1.7"_ba << 3 << u"坏.xlsx"_s;
        QTest::newRow("wrong encoding") << u"坏.csv"_s << "户编号,姓名\n1,\xFF\xFF\n"_ba << 3 << u"坏.csv"_s;
        QTest::newRow("unknown kind") << u"坏.csv"_s << "a,b\n1,2\n"_ba << 1 << u"坏.csv"_s;
        QTest::newRow("missing column")
            << u"坏.csv"_s << "户编号,姓名,与户主关系,行政村,人数\n1,张三,户主,田万村,1\n"_ba << 1
            << u"证件号码"_s;
    }
    void importOfBadFiles()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, code);
        QFETCH(const QString, word);
        QFile bad(m_dir.filePath(name));
        QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write(bytes) == bytes.size());
        bad.close();
        const Outcome outcome = onImports({u"import"_s, bad.fileName()});
        QCOMPARE(outcome.code, code);
        QVERIFY2(outcome.err.contains(word), qPrintable(outcome.err));
        QCOMPARE(onImports({u"household"_s, u"list"_s}).json.value(u"total"_s).toInt(-1), 0);
    }

    void divisionsOfAnotherProvinceAndOwnVillages()
    {
        const QString csv = file("henan.csv");
        QFile table(csv);
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write("code,level,name,parent_code\n410000000000,province,河南省,\n"
                    "410100000000,city,郑州市,410000000000\n410102000000,county,中原区,410100000000\n");
        table.close();
        const QStringList init{u"init"_s,   u"--db"_s,    file("henan.ffp"), u"--level"_s,
                               u"county"_s, u"--area"_s,  u"410102000000"_s, u"--name"_s,
                               u"中原区"_s, u"--admin"_s, u"admin"_s};
        QCOMPARE(run(init + QStringList{u"--divisions"_s, file("missing.csv")}).code, 3);
        QVERIFY(!QFile::exists(file("henan.ffp")));
        const Outcome made = run(init + QStringList{u"--divisions"_s, csv});
        QVERIFY2(made.code == 0, qPrintable(made.err));

        const Outcome imported = onSite({u"divisions"_s, u"import"_s, csv});
        QVERIFY2(imported.code == 0, qPrintable(imported.err));
        QCOMPARE(imported.json.value(u"added"_s).toInt(), 3);
        const Outcome added = onSite({u"divisions"_s, u"add"_s, u"341323114399"_s, u"新村"_s});
        QVERIFY2(added.code == 0, qPrintable(added.err));
        QCOMPARE(added.json.value(u"name"_s).toString(), u"虞姬镇新村"_s);
        QCOMPARE(onSite({u"divisions"_s, u"add"_s, u"341323114399"_s, u"新村"_s}).code, 1); // taken
        QCOMPARE(onSite({u"divisions"_s, u"add"_s, u"341323115399"_s, u"新村"_s}).code, 4); // elsewhere

        const Outcome own = onSite({u"divisions"_s, u"list"_s});
        const QJsonObject last = own.json.value(u"divisions"_s).toArray().last().toObject();
        QCOMPARE(last.value(u"code"_s).toString(), u"341323114399"_s);
        QCOMPARE(last.value(u"origin"_s).toString(), u"local"_s);
        const Outcome other = onSite({u"divisions"_s, u"list"_s, u"--under"_s, u"410000000000"_s});
        QCOMPARE(other.json.value(u"divisions"_s).toArray().size(), 2);
        QCOMPARE(onSite({u"divisions"_s, u"list"_s, u"--under"_s, u"420000000000"_s}).code, 1);
        QCOMPARE(onSite({u"divisions"_s, u"list"_s, u"--under"_s, u"42"_s}).code, 2);
    }

    void aBadDivisionFileIsRefusedWithRowAndReason()
    {
        const QString csv = file("bad.csv");
        QFile table(csv);
        QVERIFY(table.open(QIODevice::WriteOnly));
        table.write("code,level,name,parent_code\n420000000000,province,湖北省,\n4201,city,武汉市,x\n");
        table.close();
        const Outcome bad = onSite({u"divisions"_s, u"import"_s, csv});
        QCOMPARE(bad.code, 1);
        QVERIFY2(bad.err.contains(u"第3行"_s) && bad.err.contains(u"12位"_s), qPrintable(bad.err));
        QCOMPARE(onSite({u"divisions"_s, u"list"_s, u"--under"_s, u"420000000000"_s}).code, 1);
    }

    void filesThatAreNoneOfOursAreThree()
    {
        QFile other(file("other.ffp"));
        QVERIFY(other.open(QIODevice::WriteOnly));
        other.write("not a database, only some words that are long enough to be read as a page header\n");
        other.close();
        QCOMPARE(run({u"verify"_s, u"--db"_s, other.fileName()}).code, 3);
        QCOMPARE(run({u"verify"_s, u"--db"_s, file("missing.ffp")}).code, 3);
        QCOMPARE(run({u"restore"_s, other.fileName(), u"--db"_s, file("new.ffp")}).code, 3);
        QVERIFY(!QFile::exists(file("new.ffp")));
    }

    void wrongPasswordIsFour()
    {
        const Outcome outcome = onSite({u"household"_s, u"list"_s}, u"Something-else-9"_s);
        QCOMPARE(outcome.code, 4);
        QCOMPARE(outcome.json.value(u"error"_s).toObject().value(u"kind"_s).toString(), u"wrong_password"_s);
        QVERIFY(!outcome.err.trimmed().isEmpty());
        QVERIFY(!(outcome.err + outcome.out).contains(u"Something-else-9"_s));
    }

    void withoutAPasswordIsFourToo()
    {
        const Outcome outcome = onSite({u"household"_s, u"list"_s}, QString());
        QCOMPARE(outcome.code, 4);
        QCOMPARE(outcome.json.value(u"error"_s).toObject().value(u"kind"_s).toString(), u"locked"_s);
    }

    void onlyTheAdministratorKeepsUsers()
    {
        const Outcome added = onSite({u"user"_s, u"add"_s, u"clerk"_s, u"--role"_s, u"viewer"_s,
                                      u"--real-name"_s, u"周录入"_s, u"--new-password-file"_s,
                                      passwordFile()});
        QVERIFY2(added.code == 0, qPrintable(added.err));
        const QStringList asClerk{u"--db"_s, file("site.ffp"), u"--user"_s, u"clerk"_s, u"--json"_s};
        QCOMPARE(run(QStringList{u"user"_s, u"disable"_s, u"admin"_s} + asClerk).code, 4);
        QCOMPARE(run(QStringList{u"household"_s, u"list"_s} + asClerk).code, 0);
    }
    /// A new user never gets the password of the administrator who runs the command.
    void aNewUserNeedsAPasswordOfTheirOwn()
    {
        const QStringList words{u"user"_s, u"add"_s, u"nobody"_s, u"--role"_s, u"viewer"_s};
        QFile empty(file("empty.txt"));
        QVERIFY(empty.open(QIODevice::WriteOnly));
        empty.close();
        for (const QStringList &more : {QStringList(), {u"--new-password-file"_s, empty.fileName()}}) {
            const Outcome refused = onSite(words + more);
            QCOMPARE(refused.code, 2);
            QVERIFY2(refused.err.contains(u"--new-password-file"_s), qPrintable(refused.err));
        }
        QVERIFY(!onSite({u"user"_s, u"list"_s}).out.contains(u"nobody"_s));
    }
    QString passwordFile() const
    {
        QFile words(file("password.txt"));
        if (words.open(QIODevice::WriteOnly))
            words.write(kAdminPassword.toUtf8() + '\n');
        return words.fileName();
    }

    void ledgersAreListedAndWritten()
    {
        const QString demo = file("demo.ffp");
        const Outcome made = run({u"demo"_s, demo, u"--households"_s, u"60"_s, u"--seed"_s, u"3"_s,
                                  u"--area"_s, u"341323114000"_s, u"--json"_s});
        QVERIFY2(made.code == 0, qPrintable(made.err));
        QCOMPARE(made.json.value(u"households"_s).toInt(), 60);
        const auto demoSite = [&](QStringList words) {
            return run(words << u"--db"_s << demo << u"--json"_s);
        };

        const QJsonArray known = demoSite({u"ledger"_s, u"--list"_s}).json.value(u"ledgers"_s).toArray();
        QStringList ids;
        for (const QJsonValue &one : known) {
            ids << one.toObject().value(u"id"_s).toString();
            QVERIFY(!one.toObject().value(u"title"_s).toString().isEmpty());
        }
        QVERIFY(ids.contains(u"edge-ledger"_s));
        QVERIFY(ids.contains(u"monitored-ledger"_s));
        QVERIFY(ids.contains(u"measure-ledger"_s));
        for (const QString &id : std::as_const(ids)) {
            const Outcome pdf = demoSite({u"ledger"_s, id, u"--out"_s, file("ledger.pdf")});
            QVERIFY2(pdf.code == 0, qPrintable(pdf.err));
            QVERIFY(pdf.json.value(u"rows"_s).toInt() > 0);
            QVERIFY(pdf.json.value(u"pages"_s).toInt() > 0);
            QCOMPARE(pdf.json.value(u"columns_without_data"_s).toArray().contains(u"risk_details"_s),
                     id != u"measure-ledger"_s);
            for (const char *name : {"ledger.xlsx", "ledger.csv"}) {
                const Outcome table = demoSite({u"ledger"_s, id, u"--out"_s, file(name)});
                QVERIFY2(table.code == 0, qPrintable(table.err));
                QCOMPARE(table.json.value(u"rows"_s), pdf.json.value(u"rows"_s));
                QVERIFY(QFile(file(name)).size() > 0);
            }
        }
        QFile written(file("ledger.pdf"));
        QVERIFY(written.open(QIODevice::ReadOnly));
        const QByteArray pdf = written.readAll();
        QVERIFY(pdf.startsWith("%PDF-"));
        QVERIFY(pdf.contains("/MediaBox [0 0 842.0")); // A4 landscape
        const Outcome large = demoSite(
            {u"ledger"_s, u"edge-ledger"_s, u"--paper"_s, u"a3"_s, u"--out"_s, file("large.pdf")});
        QVERIFY2(large.code == 0, qPrintable(large.err));
        QFile largePdf(file("large.pdf"));
        QVERIFY(largePdf.open(QIODevice::ReadOnly));
        QVERIFY(largePdf.readAll().contains("/MediaBox [0 0 1191.0"));
        QCOMPARE(demoSite({u"ledger"_s, u"no-such-ledger"_s, u"--out"_s, file("x.pdf")}).code, 1);
        QVERIFY(!QFile::exists(file("x.pdf")));
        QCOMPARE(demoSite({u"verify"_s, u"--full"_s}).code, 0);
    }

    void backupAndRestoreGiveTheSameSite()
    {
        const Outcome backup = onSite({u"backup"_s, u"--out"_s, file("backup.ffp")});
        QVERIFY2(backup.code == 0, qPrintable(backup.err));
        QVERIFY(backup.json.value(u"verified"_s).toBool());
        QVERIFY(backup.json.value(u"bytes"_s).toInteger() > 0);
        const Outcome restored = run(
            {u"restore"_s, file("backup.ffp"), u"--db"_s, file("restored.ffp"), u"--json"_s});
        QVERIFY2(restored.code == 0, qPrintable(restored.err));
        const Outcome checked = run({u"verify"_s, u"--full"_s, u"--db"_s, file("restored.ffp"), u"--user"_s,
                                     u"admin"_s, u"--json"_s});
        QVERIFY2(checked.code == 0, qPrintable(checked.err));
        QVERIFY(checked.json.value(u"ok"_s).toBool());
        QVERIFY(checked.json.value(u"faults"_s).toArray().isEmpty());
        const QByteArray before = contents(file("site.ffp"));
        QVERIFY(!before.isEmpty());
        // A name that is taken is refused, and what lies there is left alone.
        QCOMPARE(run({u"restore"_s, file("backup.ffp"), u"--db"_s, file("site.ffp")}).code, 1);
        QCOMPARE(contents(file("site.ffp")), before);
        // The copy went on as a new incarnation: this PC warns of the older file, and says which is newer.
        const Outcome older = onSite({u"verify"_s});
        QCOMPARE(older.code, 1);
        const QJsonObject fault = older.json.value(u"faults"_s).toArray().first().toObject();
        QCOMPARE(fault.value(u"code"_s).toString(), u"tail"_s);
        QVERIFY(fault.value(u"message"_s).toString().contains(u"较新的文件"_s));
    }
    static QByteArray contents(const QString &path)
    {
        QFile read(path);
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }

    void initSaysWhatIsWrong_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("word");
        QTest::newRow("policy") << u"--policy"_s << u"nosuch"_s << 1 << u"政策包"_s;
        QTest::newRow("area") << u"--area"_s << u"3413"_s << 2 << u"--area"_s;
        QTest::newRow("level") << u"--level"_s << u"village"_s << 2 << u"级别"_s;
        QTest::newRow("name") << u"--name"_s << u" "_s << 2 << u"单位名称"_s;
    }
    void initSaysWhatIsWrong()
    {
        QFETCH(const QString, option);
        QFETCH(const QString, value);
        QFETCH(const int, code);
        QFETCH(const QString, word);
        QStringList words{u"init"_s,     u"--db"_s,    file("wrong.ffp"), u"--level"_s,
                          u"township"_s, u"--area"_s,  u"341323114000"_s, u"--name"_s,
                          u"虞姬镇"_s,   u"--admin"_s, u"admin"_s};
        const Outcome refused = run(words << option << value); // the last of two counts
        QCOMPARE(refused.code, code);
        QVERIFY2(refused.err.contains(word), qPrintable(refused.err));
        QVERIFY(!QFile::exists(file("wrong.ffp")));
    }
    /// Refusals name what is meant in the words of the person who reads them.
    void refusalsNameWhatTheyMean()
    {
        const Outcome stranger = run(
            {u"household"_s, u"list"_s, u"--db"_s, file("site.ffp"), u"--user"_s, u"nobody"_s});
        QCOMPARE(stranger.code, 4);
        QVERIFY2(stranger.err.contains(u"用户"_s) && !stranger.err.contains(u"user"_s),
                 qPrintable(stranger.err));
        const Outcome nobody = onSite({u"user"_s, u"disable"_s, u"nobody"_s});
        QCOMPARE(nobody.code, 1);
        const Outcome help = run({u"import"_s, u"--help"_s, u"--lang"_s, u"en"_s});
        QVERIFY(help.out.contains(u"√ means yes"_s));
        const Outcome fields = run({u"household"_s, u"list"_s, u"--help"_s});
        QVERIFY2(fields.out.contains(u"member_count"_s), qPrintable(fields.out));
    }
    void backupReplacesOnlyWhenTold()
    {
        QFile there(file("there.ffp"));
        QVERIFY(there.open(QIODevice::WriteOnly) && there.write("mine") == 4);
        there.close();
        QCOMPARE(onSite({u"backup"_s, u"--out"_s, there.fileName()}).code, 1);
        QCOMPARE(contents(there.fileName()), "mine"_ba);
        QCOMPARE(onSite({u"backup"_s, u"--out"_s, there.fileName(), u"--force"_s}).code, 0);
        QVERIFY(contents(there.fileName()).startsWith("SQLite"));
        const Outcome nowhere = onSite({u"backup"_s, u"--out"_s, file("nowhere/b.ffp")});
        QCOMPARE(nowhere.code, 3);
        QVERIFY2(!nowhere.err.contains(u"自动备份"_s), qPrintable(nowhere.err));
    }
    void rebuildOfASoundFileChangesNothing()
    {
        const Outcome rebuilt = onSite({u"rebuild"_s});
        QVERIFY2(rebuilt.code == 0, qPrintable(rebuilt.err));
        QVERIFY(rebuilt.json.value(u"ok"_s).toBool());
        QCOMPARE(rebuilt.json.value(u"rows_differed"_s).toInteger(-1), 0);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
