// SPDX-License-Identifier: GPL-3.0-or-later
// What the user says about columns: which field one of them is, and what follows for the others.
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomelinefields.h"
#include "core/domain/fields/memberfields.h"
#include "tests/support/importfixture.h"
#include "tests/support/testsupport.h"

#include <QSet>

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The small list with two more columns.
QByteArray listWith(const QByteArray &header, const QByteArray &cells)
{
    QByteArrayList lines = smallList().trimmed().split('\n');
    lines[0] += ",,";
    lines[1] += "," + header;
    for (qsizetype i = 2; i < lines.size(); ++i)
        lines[i] += "," + cells;
    return lines.join('\n') + '\n';
}

QString labelOf(const FilePreview &preview, const QString &title)
{
    for (const auto &[header, label] : preview.columns)
        if (header == title)
            return label;
    return u"no such column"_s;
}

} // namespace

class TestImportMapping : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Of two columns of one field the first one counts; the other is kept as a note.
    void twoColumnsMappedToOneField()
    {
        ImportFixture office;
        ImportOptions options;
        options.mapping = {{u"民族甲"_s, u"member.remark"_s}, {u"民族乙"_s, u"member.remark"_s}};
        options.mapping.insert(u"备注"_s, QString());
        const auto done = office.import(office.put(listWith("民族甲,民族乙", "先,后")), options);
        FFP_VERIFY(done);
        QCOMPARE(labelOf(*done, u"民族甲"_s), u"备注"_s);
        QCOMPARE(labelOf(*done, u"民族乙"_s), QString());
        QCOMPARE(office.number(u"SELECT count(*) FROM member WHERE remark = '先'"_s), 5);
        QVERIFY(has(*done, u"duplicate_header"_s, 0));
    }
    void labelsOfColumnsFollowTheLanguage()
    {
        ImportFixture office;
        ImportOptions options;
        options.language = Language::English;
        options.mapping.insert(u"民族甲"_s, u"member.remark"_s);
        const auto done = office.import(office.put(listWith("民族甲,别的", "先,后")), options);
        FFP_VERIFY(done);
        QCOMPARE(labelOf(*done, u"民族甲"_s), u"Note"_s);
        QCOMPARE(labelOf(*done, u"姓名"_s), u"Name"_s);
    }
    /// The user's word goes before the program's guess, wherever the column stands.
    void mappedColumnGoesFirst()
    {
        ImportFixture office;
        ImportOptions options;
        options.mapping.insert(u"真名"_s, u"member.name"_s);
        const auto done = office.import(office.put(listWith("真名,别的", "周真,无")), options);
        FFP_VERIFY(done);
        QCOMPARE(office.number(u"SELECT count(*) FROM member WHERE name = '周真'"_s), 5);
        QCOMPARE(labelOf(*done, u"姓名"_s), QString());
    }
    /// Files of several kinds are read with one mapping: what is said of a column of another file, or goes
    /// into a field of another kind, says nothing of this one.
    void mappingOfAnotherFile()
    {
        ImportFixture office;
        FFP_VERIFY(office.import(office.put(smallList())));
        const QString path = office.put(smallList());
        const QString year = office.put("户编号,年度,户主姓名,户主证件号码,人均纯收入,打工\n"
                                        "3413231149000001,2026,张三,341323197001019013,9000,1200\n",
                                        u"户年度.csv"_s);
        ImportOptions options;
        options.mapping = {{u"打工"_s, u"item.A1"_s},
                           {u"备注"_s, u"member.remark"_s},
                           {u"姓名"_s, u"member.name"_s}};
        const auto read = office.run.preview({path, year}, options, office.progress);
        FFP_VERIFY(read);
        for (const FilePreview &file : *read)
            for (const ImportFinding &finding : file.findings)
                QVERIFY2(!finding.kind.startsWith(u"mapped_"), qPrintable(finding.kind));
    }
    /// Every field that does not exist is named, whether a file has the column or not.
    void unknownFieldsAreRefused()
    {
        ImportFixture office;
        ImportOptions options;
        options.mapping = {{u"备注"_s, u"visit.no_such_field"_s},
                           {u"某列"_s, u"nothing"_s},
                           {u"姓名"_s, u"member.name"_s},
                           {u"户类型"_s, QString()}};
        const auto refused = office.preview(office.put(smallList()), options);
        FFP_VERIFY_ERROR(refused, ErrorKind::InvalidArgument);
        QCOMPARE(refused.error().subject.field, u"mapping"_s);
        QCOMPARE(QSet<QString>(refused.error().args.begin(), refused.error().args.end()),
                 (QSet<QString>{u"备注"_s, u"visit.no_such_field"_s, u"某列"_s, u"nothing"_s}));
        QCOMPARE(refused.error().args.size(), 4);
    }
    /// A header that no file has, and a field that none of the files with the header has, change nothing:
    /// said.
    void mappingThatChangesNothing()
    {
        ImportFixture office;
        const QString path = office.put(smallList());
        ImportOptions options;
        options.mapping = {{u"没有此列"_s, u"member.remark"_s},
                           {u"备注"_s, u"visit.people"_s},  // of another kind
                           {u"姓 名"_s, u"member.name"_s}}; // spaces do not count
        const auto read = office.preview(path, options);
        FFP_VERIFY(read);
        QCOMPARE(labelOf(*read, u"备注"_s), u"备注"_s);
        QMap<QString, QStringList> notes;
        for (const ImportFinding &finding : read->findings)
            if (finding.kind.startsWith(u"mapped_")) {
                QCOMPARE(finding.severity, FindingSeverity::Warning);
                notes[finding.kind] += finding.args;
            }
        QCOMPARE(notes, (QMap<QString, QStringList>{{u"mapped_header_not_found"_s, {u"没有此列"_s}},
                                                    {u"mapped_field_of_other_kind"_s,
                                                     {u"备注"_s, u"visit.people"_s}}}));
        options.mapping = {{u"备注"_s, u"member.remark"_s}};
        const auto clean = office.preview(path, options);
        FFP_VERIFY(clean);
        QVERIFY(!has(*clean, u"mapped_header_not_found"_s, 0));
        QVERIFY(!has(*clean, u"mapped_field_of_other_kind"_s, 0));
    }
    /// When a column is missing, a header of the mapping that is nowhere in the file is the likely cause.
    void wrongHeaderExplainsAMissingColumn()
    {
        ImportFixture office;
        const QString path = office.put(changed("证件号码", "号码列"));
        ImportOptions options;
        options.mapping = {{u"号码烈"_s, u"member.id_no"_s}, {u"备注"_s, u"member.remark"_s}};
        const auto wrong = office.preview(path, options);
        FFP_VERIFY_ERROR(wrong, ErrorKind::InvalidArgument);
        QCOMPARE(wrong.error().subject.field, u"mapping_headers"_s);
        QCOMPARE(wrong.error().args, QStringList{u"号码烈"_s});
        options.mapping = {{u"备注"_s, u"member.remark"_s}};
        FFP_VERIFY_ERROR(office.preview(path, options), ErrorKind::MissingColumn);
        options.mapping = {{u"号码列"_s, u"member.id_no"_s}};
        FFP_VERIFY(office.preview(path, options));
    }
    /// A column that repeated another one takes its place when that one is mapped away.
    void repeatTakesThePlace()
    {
        ImportFixture office;
        ImportOptions options;
        options.mapping.insert(u"备注"_s, QString());
        const auto done = office.import(office.put(listWith("备注,别的", "第二,无")), options);
        FFP_VERIFY(done);
        QCOMPARE(labelOf(*done, u"备注(2)"_s), u"备注"_s);
        QCOMPARE(office.number(u"SELECT count(*) FROM member WHERE remark = '第二'"_s), 5);
        QVERIFY(!has(*done, u"duplicate_header"_s, 0));
    }
    /// Codes in several columns are put together, mapped or not.
    void codesOfMappedColumns()
    {
        ImportFixture office;
        ImportOptions options;
        options.mapping = {{u"因一"_s, u"household.cause_others"_s},
                           {u"因二"_s, u"household.cause_others"_s}};
        const auto done = office.import(office.put(listWith("因一,因二", "因病,因学")), options);
        FFP_VERIFY(done);
        Selection all;
        const auto households = office.store().select(Entity::Household, all);
        FFP_VERIFY(households);
        QCOMPARE(households->front()[household::f("cause_others")].toList().size(), 2);
    }
    void requiredColumnMappedAway()
    {
        ImportFixture office;
        ImportOptions options;
        options.mapping.insert(u"证件号码"_s, QString());
        const auto preview = office.preview(office.put(smallList()), options);
        FFP_VERIFY_ERROR(preview, ErrorKind::MissingColumn);
        QCOMPARE(preview.error().args, QStringList{u"证件号码"_s});
    }
    /// The second of two equal headers can be the one that must be there.
    void requiredColumnIsTheSecondOfTwo()
    {
        ImportFixture office;
        QByteArray list = listWith("编码,别的", "x,无").replace("证件号码", "编码");
        QByteArrayList lines = list.trimmed().split('\n');
        for (qsizetype i = 2; i < lines.size(); ++i) {
            QByteArrayList cells = lines[i].split(',');
            cells[cells.size() - 2] = cells[4];
            cells[4] = "x";
            lines[i] = cells.join(',');
        }
        ImportOptions options;
        options.mapping.insert(u"编码(2)"_s, u"member.id_no"_s);
        const auto done = office.import(office.put(lines.join('\n') + '\n'), options);
        FFP_VERIFY(done);
        QCOMPARE(done->imported, 5);
    }

    /// A file whose headers nobody knows is looked at, and read with what somebody says of it.
    void kindAndColumnsAreSaid()
    {
        ImportFixture office;
        const QString path = office.put("关于某事的表,,,,\n户,谁,号,关系一,村子\n"
                                        "3413231149000001,张三,341323197001019013,户主,田万村\n"
                                        "3413231149000001,李四,341323197202029023,配偶,田万村\n");
        FFP_VERIFY_ERROR(office.preview(path), ErrorKind::UnknownFileKind);
        ImportOptions options;
        auto seen = imports::ImportRun::look(path, options, office.progress);
        FFP_VERIFY(seen);
        QCOMPARE(seen->kind, QString());
        QCOMPARE(seen->headerRow, 2);
        QCOMPARE(labelOf(*seen, u"号"_s), QString());
        QCOMPARE(seen->columns.size(), size_t(5));
        QCOMPARE(seen->fields, QStringList(5, QString()));
        QCOMPARE(seen->firstRows.size(), size_t(2));
        QCOMPARE(seen->firstRows[0][1], u"张三"_s);
        QVERIFY2(!seen->firstRows[0][2].contains(u"3413231970"_s), qPrintable(seen->firstRows[0][2]));

        options.kinds.insert(path, u"registered"_s);
        options.mapping = {{u"户"_s, u"household.household_no"_s},
                           {u"谁"_s, u"member.name"_s},
                           {u"号"_s, u"member.id_no"_s}};
        const auto lacking = office.preview(path, options);
        FFP_VERIFY_ERROR(lacking, ErrorKind::MissingColumn);
        seen = imports::ImportRun::look(path, options, office.progress);
        FFP_VERIFY(seen);
        QCOMPARE(seen->kind, u"registered"_s);
        QCOMPARE(seen->fields[2], u"member.id_no"_s);
        options.mapping.insert(u"关系一"_s, u"member.relation"_s);
        options.mapping.insert(u"村子"_s, u"area.village"_s);
        const auto done = office.import(path, options);
        FFP_VERIFY(done);
        QCOMPARE(done->imported, 2);
    }
    /// Of a file that only lacks a column the kind and the other columns are known.
    void lookAtAFileWithoutAColumn()
    {
        ImportFixture office;
        const QString path = office.put(changed("证件号码", "某列"));
        FFP_VERIFY_ERROR(office.preview(path), ErrorKind::MissingColumn);
        const auto seen = imports::ImportRun::look(path, {}, office.progress);
        FFP_VERIFY(seen);
        QCOMPARE(seen->kind, u"registered"_s);
        QCOMPARE(seen->headerRow, 2);
        QCOMPARE(labelOf(*seen, u"姓名"_s), u"姓名"_s);
        QCOMPARE(labelOf(*seen, u"某列"_s), QString());
        QVERIFY2(!seen->firstRows[0][4].contains(u"3413231970"_s), qPrintable(seen->firstRows[0][4]));
        FFP_VERIFY_ERROR(imports::ImportRun::look(office.dir.filePath(u"无.csv"_s), {}, office.progress),
                         ErrorKind::FileUnreadable);
        const auto empty = imports::ImportRun::look(office.put("\n", u"空.csv"_s), {}, office.progress);
        FFP_VERIFY(empty);
        QVERIFY(empty->columns.empty());
    }
    /// The kind said of one file is not said of the others.
    void kindOfOneFile()
    {
        ImportFixture office;
        const QString list = office.put(smallList());
        const QString visits = office.put("户号,去的人,哪天\n3413231149000001,周海,2026-10-01\n",
                                          u"走访.csv"_s);
        FFP_VERIFY_ERROR(office.run.preview({list, visits}, {}, office.progress), ErrorKind::UnknownFileKind);
        ImportOptions options;
        options.kinds.insert(visits, u"visits"_s);
        options.mapping = {{u"户号"_s, u"household.household_no"_s},
                           {u"去的人"_s, u"visit.people"_s},
                           {u"哪天"_s, u"visit.visited_on"_s}};
        const auto read = office.run.preview({list, visits}, options, office.progress);
        FFP_VERIFY(read);
        QCOMPARE((*read)[0].kind, u"registered"_s);
        QCOMPARE((*read)[1].kind, u"visits"_s);
    }
    void fieldsOfHeaders()
    {
        const QStringList ids = imports::idsOf(imports::kindDef(imports::Kind::Registered),
                                               {u"姓名"_s, u"某列"_s, u"姓 名"_s, u"证件号码"_s});
        QCOMPARE(ids, QStringList({u"member.name"_s, QString(), QString(), u"member.id_no"_s}));
    }

    /// 万元 in the header counts for every column of money, however it was recognised (T-17).
    void unitOfMappedColumns_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("fen");
        QTest::newRow("yuan") << "务工所得(元)"_ba << qint64(120);
        QTest::newRow("ten thousand") << "务工所得(万元)"_ba << qint64(1'200'000);
        QTest::newRow("full width") << "务工所得（万元）"_ba << qint64(1'200'000);
    }
    void unitOfMappedColumns()
    {
        QFETCH(QByteArray, header);
        QFETCH(qint64, fen);
        ImportFixture office;
        FFP_VERIFY(office.import(office.put(smallList())));
        const QByteArray sheet = "户编号,年度,户主姓名,户主证件号码,人均纯收入," + header
                                 + "\n3413231149000001,2026,张三,341323197001019013,9000,1.2\n";
        for (const QString &field : {u"item.A1"_s, u"income_statement.wage_total"_s}) {
            ImportOptions options;
            options.as = u"household-year"_s;
            options.mapping.insert(QString::fromUtf8(header), field);
            FFP_VERIFY(office.import(office.put(sheet, u"户年度.csv"_s), options));
        }
        QCOMPARE(office.number(u"SELECT amount FROM income_line WHERE item = 'A1'"_s), fen);
        QCOMPARE(office.number(u"SELECT wage_total FROM income_statement"_s), fen);
    }
    void unitOfADepartmentsColumn_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("mapped");
        QTest::addColumn<qint64>("fen");
        QTest::newRow("yuan") << "花费(元)"_ba << true << qint64(120);
        QTest::newRow("ten thousand") << "花费(万元)"_ba << true << qint64(1'200'000);
        QTest::newRow("known header in ten thousand") << "个人自付(万元)"_ba << false << qint64(1'200'000);
    }
    void unitOfADepartmentsColumn()
    {
        QFETCH(QByteArray, header);
        QFETCH(bool, mapped);
        QFETCH(qint64, fen);
        ImportFixture office;
        FFP_VERIFY(office.import(office.put(smallList())));
        ImportOptions options;
        options.as = u"medical"_s;
        if (mapped)
            options.mapping.insert(QString::fromUtf8(header), u"own.0"_s);
        const auto seen = office.preview(office.put("身份证号,姓名,疾病名称,就诊日期," + header
                                                        + "\n341323197001019013,张三,无,2026-10-01,1.2\n",
                                                    u"医保.csv"_s),
                                         options);
        FFP_VERIFY(seen);
        QCOMPARE(measure(*seen, u"self_paid_sum_of_matched_rows_fen"_s), fen);
    }
};

QTEST_GUILESS_MAIN(TestImportMapping)
#include "tst_importmapping.moc"
