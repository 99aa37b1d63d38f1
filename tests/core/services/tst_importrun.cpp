// SPDX-License-Identifier: GPL-3.0-or-later
// Invariants of an import: preview writes nothing, all or nothing, undo as a whole, set-aside rows come back.
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/log/undo.h"
#include "tests/support/importfixture.h"
#include "tests/support/testsupport.h"

#include <QProcess>
#include <QRegularExpression>

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kOps = u"SELECT count(*) FROM op"_s;
const QString kHouseholds = u"SELECT count(*) FROM household WHERE void = 0"_s;
const QString kMembers = u"SELECT count(*) FROM member WHERE void = 0"_s;
const QString kHeld = u"SELECT count(*) FROM held_row WHERE void = 0"_s;

struct Office : ImportFixture {
    Result<> undo(qint64 change)
    {
        FFP_TRY(Undo(*log, *db, cipher).takeBack(change, {"undo", official, {}, {}}));
        return {};
    }
    /// Texts of a table file, row by row.
    QList<QStringList> rowsOf(const QString &path)
    {
        const auto book = readWorkbook(path, {}, progress);
        if (!book)
            qFatal("%s: %s", qPrintable(path), errorCode(book.error().kind));
        QList<QStringList> rows;
        const Sheet &sheet = book->sheets.first();
        for (int row = 1; row <= sheet.lastRow(); ++row) {
            QStringList cells;
            for (int column = 1; column <= sheet.lastColumn(); ++column)
                cells << sheet.cell(row, column).text();
            rows << cells;
        }
        return rows;
    }
};

/// Title, header and the first two persons of the small list.
QList<QStringList> firstRows()
{
    QList<QStringList> rows;
    for (const QByteArray &line : smallList().trimmed().split('\n').mid(0, 4))
        rows << QString::fromUtf8(line).split(u',');
    return rows;
}

} // namespace

class TestImportRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The records of the first file that the preview made were rolled back, risks of a case too.
    void theFirstOfTwoFilesMakesRisks()
    {
        QByteArray watched;
        for (const QByteArray &line : smallList().trimmed().split('\n'))
            watched += line
                       + (line.startsWith("乡镇") ? ",易返贫致贫户（监测对象）类型,首次识别时间,返贫风险1\n"
                          : line.startsWith("虞姬镇,") ? ",突发严重困难户,202503,因病\n"
                                                       : "\n");
        Office f;
        const QStringList files{f.put(watched, u"a.csv"_s),
                                f.put("户编号,户主姓名,户主证件号码,走访日期,走访人,走访内容\n"
                                      "3413231149000001,张三,341323197001019013,2026-10-05,周海,无变化\n",
                                      u"b.csv"_s)};
        const auto preview = f.run.preview(files, {}, f.progress);
        FFP_VERIFY(preview);
        QCOMPARE(preview->back().visits.fresh, 1); // judged as if the first file were in
        const auto done = f.run.apply(f.progress);
        FFP_VERIFY(done);
        QCOMPARE(done->front().members.fresh, preview->front().members.fresh);
        QCOMPARE(done->back().visits.fresh, 1);
        QCOMPARE(f.number(u"SELECT count(*) FROM case_risk"_s), 2);
        QVERIFY(f.isClean());
    }
    void smallListInEveryForm_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"list.csv", "list.xlsx", "list.ods", "list.xls"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void smallListInEveryForm()
    {
        QFETCH(QString, name);
        Office office;
        const auto done = office.import(QStringLiteral(FFP_TEST_DATA "/workbooks/") + name);
        FFP_VERIFY(done);
        QCOMPARE(done->kind, u"registered"_s);
        QCOMPARE(done->headerRow, 2);
        QCOMPARE(done->rows, 5);
        QCOMPARE(done->imported, 5);
        QCOMPARE(done->households.fresh, 2);
        QCOMPARE(done->members.fresh, 5);
        QVERIFY(done->batch > 0);
        QCOMPARE(office.number(kHouseholds), 2);
        QCOMPARE(office.number(kMembers), 5);
        QVERIFY(office.isClean());
    }
    void csvEncodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        QTest::newRow("utf-8") << smallList() << u"UTF-8"_s;
        QTest::newRow("bom") << "\xEF\xBB\xBF" + smallList() << u"UTF-8 BOM"_s;
        // In GB18030 the rare 䶮 has four bytes.
        QProcess iconv;
        iconv.start(u"iconv"_s, {u"-f"_s, u"UTF-8"_s, u"-t"_s, u"GB18030"_s,
                                 QStringLiteral(FFP_TEST_DATA "/workbooks/list.csv")});
        QVERIFY(iconv.waitForFinished());
        QTest::newRow("gb18030") << iconv.readAllStandardOutput() << u"GB18030"_s;
    }
    void csvEncodings()
    {
        QFETCH(QByteArray, bytes);
        Office office;
        const auto done = office.import(office.put(bytes));
        FFP_VERIFY(done);
        QTEST(done->encoding, "encoding");
        QCOMPARE(office.number(u"SELECT count(*) FROM member WHERE name = '王䶮'"_s), 1);
    }

    void previewWritesNothing()
    {
        Office office;
        const QStringList files{office.sample(u"a"_s), office.sample(u"b"_s), office.sample(u"c"_s)};
        FFP_VERIFY(office.run.preview(files, {}, office.progress));
        QCOMPARE(office.number(kOps), 0);
        QCOMPARE(office.number(u"SELECT count(*) FROM record"_s), 0);
        QCOMPARE(office.number(u"SELECT count(*) FROM change"_s), 0);
    }

    /// Several files are one import: judged one after the other, written and taken back together.
    void filesTogether()
    {
        Office apart;
        Office together;
        std::vector<FilePreview> wanted;
        QStringList files;
        for (const QString &key : {u"b"_s, u"c"_s, u"g"_s}) {
            files << apart.sample(key);
            auto done = apart.import(apart.sample(key));
            FFP_VERIFY(done);
            wanted.push_back(*done);
        }
        const auto preview = together.run.preview(files, {}, together.progress);
        FFP_VERIFY(preview);
        const auto done = together.run.apply(together.progress);
        FFP_VERIFY(done);
        for (size_t i = 0; i < wanted.size(); ++i) {
            for (const FilePreview *one : {&preview->at(i), &done->at(i)}) {
                QCOMPARE(one->findings.size(), wanted[i].findings.size());
                QCOMPARE(one->imported, wanted[i].imported);
                QCOMPARE(one->setAside, wanted[i].setAside);
                QCOMPARE(one->unchanged, wanted[i].unchanged);
            }
            QCOMPARE(done->at(i).batch, done->front().batch);
        }
        QCOMPARE(together.number(u"SELECT count(*) FROM change"_s), 1);
        QCOMPARE(together.number(u"SELECT count(*) FROM import_batch"_s), 3);
        QCOMPARE(together.number(kMembers), apart.number(kMembers));
        QVERIFY(together.isClean());

        FFP_VERIFY(together.undo(done->front().batch));
        for (const EntityDef &entity : entities())
            QCOMPARE(together.number(
                         u"SELECT count(*) FROM %1 WHERE void = 0"_s.arg(QLatin1String(entity.table))),
                     0);
        QVERIFY(together.isClean());
        // What was taken back can be imported anew.
        const auto again = together.import(files.first());
        FFP_VERIFY(again);
        QCOMPARE(again->imported, wanted.front().imported);
    }

    void undoIsBlockedByNewerFacts()
    {
        Office office;
        const auto done = office.import(office.put(smallList()));
        FFP_VERIFY(done);
        Selection byName;
        byName.where = u"t.name = '张三'"_s;
        const auto head = office.store().select(Entity::Member, byName);
        FFP_VERIFY(head);
        FFP_VERIFY(office.log->transact(office.operation("member.edit"), [&](ChangeWriter &writer) {
            return writer.edit(head->front().id, {{member::f("remark"), Value(u"已核实"_s)}});
        }));
        const auto undone = office.undo(done->batch);
        FFP_VERIFY_ERROR(undone, ErrorKind::Blocked);
        QCOMPARE(undone.error().args.size(), 1);
        QVERIFY2(undone.error().args.first().contains(u"remark"_s), qPrintable(undone.error().args.first()));
        QCOMPARE(office.number(kMembers), 5);
    }

    void againChangesNothing()
    {
        Office office;
        FFP_VERIFY(office.import(office.put(smallList())));
        const qint64 ops = office.number(kOps);
        const auto again = office.import(office.put(smallList(), u"名单（2）.csv"_s));
        FFP_VERIFY(again);
        QCOMPARE(again->imported, 0);
        QCOMPARE(again->unchanged, 5);
        QCOMPARE(again->batch, 0);
        QCOMPARE(office.number(kOps), ops);
    }
    void onlyWhatChangedIsWritten()
    {
        Office office;
        FFP_VERIFY(office.import(office.put(smallList())));
        const auto again = office.import(office.put(changed("李四", "李肆")));
        FFP_VERIFY(again);
        QCOMPARE(again->imported, 1);
        QCOMPARE(again->members.changed, 1);
        QCOMPARE(again->members.unchanged, 4);
        QCOMPARE(again->households.unchanged, 2);
        QCOMPARE(office.number(u"SELECT count(*) FROM member WHERE name = '李肆'"_s), 1);
    }

    /// Set aside, corrected in the report, imported again; both kinds of report.
    void setAsideAndBack_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::newRow("csv") << u".csv"_s;
        QTest::newRow("xlsx") << u".xlsx"_s;
    }
    void setAsideAndBack()
    {
        QFETCH(QString, suffix);
        Office office;
        ImportOptions options;
        options.report = office.dir.filePath(u"待处理"_s + suffix);
        options.wording = [](const QString &kind) { return u"原因："_s + kind; };
        const auto done = office.import(office.put(changed("341323198112309042", "341323198112309043")),
                                        options);
        FFP_VERIFY(done);
        QCOMPARE(done->setAside, 1);
        QCOMPARE(done->imported, 4);
        QCOMPARE(done->report, options.report);
        QVERIFY(has(*done, u"id_check_digit"_s, 6));
        QCOMPARE(office.number(kMembers), 4);
        QCOMPARE(office.number(kHeld), 1);

        const QList<QStringList> report = office.rowsOf(options.report);
        QCOMPARE(report.size(), 3); // title, header, row
        QCOMPARE(report[0].first(), u"虞姬镇脱贫人口名单"_s);
        QCOMPARE(report[1].mid(0, 5),
                 QStringList({u"乡镇"_s, u"行政村"_s, u"户编号"_s, u"姓名"_s, u"证件号码"_s}));
        QCOMPARE(report[1].mid(9), QStringList({u"原行号"_s, u"未导入原因"_s, u"搁置编号"_s}));
        QCOMPARE(report[2][3], u"赵六"_s);
        QCOMPARE(report[2][4], u"341323198112309043"_s);
        QCOMPARE(report[2].mid(9, 2), QStringList({u"6"_s, u"原因：id_check_digit"_s}));
        // Which row of which file: no number for a spreadsheet, nothing about the person.
        static const QRegularExpression origin(u"^F[0-9A-F]{12}-6$"_s);
        QVERIFY2(origin.match(report[2].last()).hasMatch(), qPrintable(report[2].last()));

        // As it is, it changes nothing.
        const auto uncorrected = office.import(options.report);
        FFP_VERIFY(uncorrected);
        QCOMPARE(uncorrected->setAside, 1);
        QCOMPARE(uncorrected->batch, 0);
        QString corrected = options.report;
        if (suffix == u".csv") {
            QFile file(options.report);
            QVERIFY(file.open(QIODevice::ReadOnly));
            corrected = office.put(file.readAll().replace("341323198112309043", "341323198112309042"),
                                   u"改正.csv"_s);
        } else {
            QList<QStringList> rows = report;
            for (QStringList &cells : rows)
                cells.replaceInStrings(u"341323198112309043"_s, u"341323198112309042"_s);
            corrected = office.put(ZipBuilder::xlsx(ZipBuilder::sheetData(rows)), u"改正.xlsx"_s);
        }
        const auto back = office.import(corrected);
        FFP_VERIFY(back);
        QCOMPARE(back->imported, 1);
        QCOMPARE(back->setAside, 0);
        QCOMPARE(office.number(kMembers), 5);
        QCOMPARE(office.number(kHeld), 0);
        QVERIFY(office.isClean());
        // Now the register is what the right list would have made of it.
        const auto whole = office.import(office.put(smallList()));
        FFP_VERIFY(whole);
        QCOMPARE(whole->batch, 0);
    }
    /// A copy of a faulty row is a copy, not a second fault.
    void copyOfAFaultyRow_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("kind");
        QTest::newRow("check digit") << "341323198112309042"_ba
                                     << "341323198112309043"_ba << u"id_check_digit"_s;
        QTest::newRow("no household number") << "3413231149000002,赵六"_ba
                                             << ",赵六"_ba << u"missing_household_number"_s;
    }
    void copyOfAFaultyRow()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, kind);
        Office office;
        const QByteArray list = changed(before, after);
        const auto done = office.import(office.put(list + list.split('\n')[5] + '\n'));
        FFP_VERIFY(done);
        QVERIFY(has(*done, kind, 6));
        QVERIFY(!has(*done, kind, 8));
        QVERIFY(has(*done, u"exact_duplicate_row"_s, 8));
        QCOMPARE(done->rows, 6);
        QCOMPARE(done->setAside, 1);
        QCOMPARE(measure(*done, u"rows_error"_s), 1);
        QCOMPARE(measure(*done, u"rows_loadable"_s), 4);
        QCOMPARE(office.number(kHeld), 1);
    }
    /// Every set-aside row of the township's list is in the report, and nothing else.
    void reportOfTheSample()
    {
        Office office;
        ImportOptions options;
        options.report = office.dir.filePath(u"待处理.xlsx"_s);
        const auto done = office.import(office.sample(u"a"_s), options);
        FFP_VERIFY(done);
        QVERIFY(done->setAside > 14); // rows with errors, and those of the two held households
        QCOMPARE(office.rowsOf(options.report).size(), 3 + done->setAside);
        QCOMPARE(office.number(kHeld), done->setAside);
        const auto again = office.import(options.report);
        FFP_VERIFY(again);
        QCOMPARE(again->rows, done->setAside);
        QCOMPARE(again->setAside, done->setAside);
        QCOMPARE(again->imported, 0);
        QCOMPARE(office.number(kHeld), done->setAside);
    }
    /// Digits that a numeric cell has lost do not come back as text that looks whole.
    void reportOfLostDigits()
    {
        Office office;
        ImportOptions options;
        options.report = office.dir.filePath(u"待处理.xlsx"_s);
        const auto done = office.import(office.put(ZipBuilder::xlsx(
                                                       ZipBuilder::sheetData(firstRows(),
                                                                             {u"341323197001019013"_s})),
                                                   u"名单.xlsx"_s),
                                        options);
        FFP_VERIFY(done);
        QVERIFY(has(*done, u"id_stored_as_number"_s, 3));
        QCOMPARE(office.rowsOf(options.report)[2][4], u"341323197001019***"_s);
        const auto again = office.import(options.report);
        FFP_VERIFY(again);
        QCOMPARE(again->imported, 0);
        QCOMPARE(again->setAside, 1);
    }
    void dryRunReport()
    {
        Office office;
        ImportOptions options;
        options.report = office.dir.filePath(u"待处理.csv"_s);
        FFP_VERIFY(office.preview(office.put(changed("341323198112309042", "3413231981")), options));
        const auto reports = office.run.writeReports();
        FFP_VERIFY(reports);
        QCOMPARE(*reports, QStringList{options.report});
        QCOMPARE(office.rowsOf(options.report).size(), 3);
        QCOMPARE(office.number(kOps), 0);
    }

    void formulaLikeTextStaysText()
    {
        Office office;
        ImportOptions options;
        options.report = office.dir.filePath(u"待处理.csv"_s);
        const auto good = office.import(office.put(smallList()), options);
        FFP_VERIFY(good);
        QVERIFY(has(*good, u"formula_injection_text"_s, 3));
        QCOMPARE(office.number(u"SELECT count(*) FROM member WHERE remark = '=1+1'"_s), 1);
        QVERIFY(good->report.isEmpty());
        QVERIFY(!QFile::exists(options.report));

        const auto held = office.import(office.put(changed("341323197001019013", "341323197001019014")),
                                        options);
        FFP_VERIFY(held);
        QFile file(options.report);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY2(bytes.contains(",'=1+1,"), bytes.constData());

        options.report = office.dir.filePath(u"待处理.xlsx"_s);
        FFP_VERIFY(office.import(office.put(changed("341323197001019013", "341323197001019014")), options));
        const auto book = readWorkbook(options.report, {}, office.progress);
        FFP_VERIFY(book);
        const Cell cell = book->sheets.first().cell(3, 9);
        QCOMPARE(cell.text(), u"=1+1"_s);
        QVERIFY(cell.kind() == CellKind::Text && !cell.isFormula());
    }

    void registerChangedSincePreview()
    {
        Office office;
        FFP_VERIFY(office.preview(office.put(smallList())));
        office.make(Entity::Household, {{household::f("household_no"), Value(u"3413231149000009"_s)}});
        const qint64 ops = office.number(kOps);
        FFP_VERIFY_ERROR(office.run.apply(office.progress), ErrorKind::Conflict);
        QCOMPARE(office.number(kOps), ops);
        FFP_VERIFY_ERROR(office.run.apply(office.progress), ErrorKind::InvalidArgument);
    }

    void cancelled_data()
    {
        QTest::addColumn<QString>("stage");
        for (const char *stage : {"read-workbook", "judge", "compare", "write"})
            QTest::newRow(stage) << QString::fromLatin1(stage);
    }
    void cancelled()
    {
        QFETCH(QString, stage);
        Office office;
        GivesUpAt progress(qPrintable(stage));
        auto done = office.run.preview({office.sample(u"b"_s)}, {}, progress);
        if (done)
            done = office.run.apply(progress);
        FFP_VERIFY_ERROR(done, ErrorKind::Cancelled);
        QCOMPARE(office.number(kOps), 0);
        QVERIFY(office.isClean());
        FFP_VERIFY(office.import(office.sample(u"b"_s)));
    }

    void diskFullInTheMiddle()
    {
        Office office;
        FFP_VERIFY(office.import(office.put(smallList())));
        const qint64 ops = office.number(kOps);
        const qint64 pages = office.number(u"PRAGMA page_count"_s);
        office.number(u"PRAGMA max_page_count = %1"_s.arg(pages + 60));
        const auto full = office.import(office.sample(u"b"_s));
        FFP_VERIFY_ERROR(full, ErrorKind::DiskFull);
        QCOMPARE(office.number(kOps), ops);
        QCOMPARE(office.number(kMembers), 5);
        QVERIFY(office.isClean());
        // With room again it goes in.
        office.number(u"PRAGMA max_page_count = 1000000"_s);
        FFP_VERIFY(office.import(office.sample(u"b"_s)));
        QVERIFY(office.isClean());
    }
    void reportCannotBeWritten()
    {
        Office office;
        ImportOptions options;
        options.report = office.dir.filePath(u"no such folder/待处理.csv"_s);
        FFP_VERIFY_ERROR(office.import(office.put(changed("341323198112309042", "3413231981")), options),
                         ErrorKind::FileUnwritable);
        QCOMPARE(office.number(kOps), 0);
        options.report = office.dir.filePath(u"待处理.doc"_s);
        FFP_VERIFY_ERROR(office.import(office.put(changed("341323198112309042", "3413231981")), options),
                         ErrorKind::InvalidArgument);
        QCOMPARE(office.number(kOps), 0);
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("kind");
        const auto kind = [](ErrorKind one) { return int(one); };
        const QByteArray xlsx = sampleWorkbook(u"list.xlsx"_s);
        QTest::newRow("no workbook") << "%PDF-1.7 something"_ba << u"名单.xlsx"_s
                                     << kind(ErrorKind::NotAWorkbook);
        QTest::newRow("truncated") << xlsx.left(xlsx.size() / 2) << u"名单.xlsx"_s
                                   << kind(ErrorKind::TruncatedFile);
        for (const char *ending : {"xlsx", "ods", "xls"})
            QTest::addRow("password, %s", ending)
                << sampleWorkbook(u"password."_s + QLatin1String(ending))
                << u"名单."_s + QLatin1String(ending) << kind(ErrorKind::PasswordProtected);
        QTest::newRow("zip bomb") << ZipBuilder::bomb() << u"名单.xlsx"_s << kind(ErrorKind::TooLarge);
        QTest::newRow("two million rows")
            << ZipBuilder::sheetOfRows(2'000'000) << u"名单.xlsx"_s << kind(ErrorKind::TooLarge);
        QTest::newRow("wrong encoding")
            << smallList() + "\xFF\xFF" << u"名单.csv"_s << kind(ErrorKind::WrongEncoding);
        QTest::newRow("unknown kind")
            << "a,b,c\n1,2,3\n"_ba << u"名单.csv"_s << kind(ErrorKind::UnknownFileKind);
        QTest::newRow("text as a workbook")
            << "只是一些文字\n没有表格\n"_ba << u"名单.xlsx"_s << kind(ErrorKind::NotAWorkbook);
        QTest::newRow("empty table") << "\n\n"_ba << u"名单.csv"_s << kind(ErrorKind::UnknownFileKind);
        QTest::newRow("header in row 11")
            << QByteArray(10, '\n') + smallList() << u"名单.csv"_s << kind(ErrorKind::UnknownFileKind);
        QTest::newRow("missing key column")
            << changed("证件号码", "某列") << u"名单.csv"_s << kind(ErrorKind::MissingColumn);
    }
    void badFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        QFETCH(int, kind);
        Office office;
        const QString good = office.put(smallList(), u"好.csv"_s);
        const QString bad = office.put(bytes, name);
        // One bad file of two: nothing of either, and the answer names the bad one.
        const auto preview = office.run.preview({good, bad}, {}, office.progress);
        FFP_VERIFY_ERROR(preview, ErrorKind(kind));
        QCOMPARE(QFileInfo(preview.error().subject.file).fileName(), name);
        QCOMPARE(office.number(kOps), 0);
        FFP_VERIFY_ERROR(office.run.apply(office.progress), ErrorKind::InvalidArgument);
    }
    /// Systems write lists as text under the suffix of a workbook.
    void aListAsTextUnderAnotherName()
    {
        Office office;
        const auto preview = office.preview(office.put(smallList(), u"名单.xls"_s));
        FFP_VERIFY(preview);
        QCOMPARE(preview->imported, 5);
    }
    void missingColumnIsNamed()
    {
        Office office;
        const auto preview = office.preview(office.put(changed("证件号码", "某列")));
        FFP_VERIFY_ERROR(preview, ErrorKind::MissingColumn);
        QCOMPARE(preview.error().args, QStringList{u"证件号码"_s});
        QCOMPARE(preview.error().subject.row, 2);
        // The user says which column it is.
        ImportOptions options;
        options.mapping.insert(u"某列"_s, u"member.id_no"_s);
        const auto mapped = office.import(office.put(changed("证件号码", "某列")), options);
        FFP_VERIFY(mapped);
        QCOMPARE(mapped->imported, 5);
    }
    void optionsThatCannotBe()
    {
        Office office;
        const QString path = office.put(smallList());
        ImportOptions options;
        options.as = u"nonsense"_s;
        FFP_VERIFY_ERROR(office.preview(path, options), ErrorKind::InvalidArgument);
        options = {};
        options.sheet = u"Sheet9"_s;
        FFP_VERIFY_ERROR(office.preview(path, options), ErrorKind::InvalidArgument);
        options = {};
        options.mapping.insert(u"备注"_s, u"member.no_such_field"_s);
        FFP_VERIFY_ERROR(office.preview(path, options), ErrorKind::InvalidArgument);
        options = {};
        options.as = u"visits"_s;
        FFP_VERIFY_ERROR(office.preview(path, options), ErrorKind::MissingColumn);
        FFP_VERIFY_ERROR(office.run.preview({}, {}, office.progress), ErrorKind::InvalidArgument);
    }
    void statedSizeIsNotBelieved()
    {
        Office office;
        const QByteArray sheet = "<dimension ref=\"A1:XFD2000000\"/>" + ZipBuilder::sheetData(firstRows());
        const auto done = office.import(office.put(ZipBuilder::xlsx(sheet), u"名单.xlsx"_s));
        FFP_VERIFY(done);
        QCOMPARE(done->rows, 2);
        QCOMPARE(done->sheet, u"名单"_s);
    }

    void villageIsPickedOnce()
    {
        Office office;
        const QByteArray list = changed("田万村", "虞河村");
        const auto held = office.preview(office.put(list));
        FFP_VERIFY(held);
        QCOMPARE(held->setAside, 2);
        QVERIFY(has(*held, u"unknown_village"_s, 3));
        ImportOptions options;
        options.villages.insert(u"虞河村"_s, QLatin1String(kVillage));
        const auto done = office.import(office.put(list), options);
        FFP_VERIFY(done);
        QCOMPARE(done->imported, 5);
    }
    /// Rows of a neighbouring township are nothing for this site.
    void foreignVillageIsHeld()
    {
        Office office;
        const auto preview = office.preview(office.put(changed("虞姬镇,田万村", "灵城镇,解集村")));
        FFP_VERIFY(preview);
        QCOMPARE(preview->setAside, 2);
    }
    void fileNamesThatNameSomebody()
    {
        QCOMPARE(imports::harmlessFileName(u"/x/张三341323197001019013.xlsx"_s), u"张三….xlsx"_s);
        QCOMPARE(imports::harmlessFileName(u"名单_20261031.xlsx"_s), u"名单_20261031.xlsx"_s);
    }
};

QTEST_GUILESS_MAIN(TestImportRun)
#include "tst_importrun.moc"
