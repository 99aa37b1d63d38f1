// SPDX-License-Identifier: GPL-3.0-or-later
// Rows set aside, corrected in the report and imported again: which held row is settled by them, and that the
// original file brings none of them back.
#include "core/log/undo.h"
#include "tests/support/importfixture.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kHeld = u"SELECT count(*) FROM held_row WHERE void = 0"_s;
const QString kVisits = u"SELECT count(*) FROM visit WHERE void = 0"_s;
const QString kYears = u"SELECT count(*) FROM living_conditions WHERE void = 0"_s;
const QString kMembers = u"SELECT count(*) FROM member WHERE void = 0"_s;
const QString kOps = u"SELECT count(*) FROM op"_s;

/// A township with the small list in it, and one file on its way there and back.
struct Office : ImportFixture {
    Office()
    {
        if (!import(put(smallList(), u"名单.csv"_s)))
            qFatal("the small list cannot be imported");
    }
    FilePreview take(const QString &path, const QString &report = {})
    {
        ImportOptions options;
        options.report = report.isEmpty() ? QString() : dir.filePath(report);
        const auto done = import(path, options);
        if (!done)
            qFatal("%s: %s %s", qPrintable(path), errorCode(done.error().kind),
                   qPrintable(done.error().detail));
        return *done;
    }
    QByteArray bytesOf(const QString &name)
    {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("no %s", qPrintable(name));
        return file.readAll();
    }
    /// The report with one text replaced, as another file.
    QString corrected(const QString &report, const QByteArray &before, const QByteArray &after)
    {
        QByteArray bytes = bytesOf(report);
        if (!bytes.contains(before))
            qFatal("the report has no %s", before.constData());
        return put(bytes.replace(bytes.indexOf(before), before.size(), after), u"改正.csv"_s);
    }
    /// The report without the line that has `text` in it.
    QString without(const QString &report, const QByteArray &text)
    {
        QByteArrayList lines = bytesOf(report).split('\n');
        lines.removeIf([&](const QByteArray &line) { return line.contains(text); });
        return put(lines.join('\n'), u"改正.csv"_s);
    }
};

const QByteArray kVisitHeader = "户编号,户主姓名,户主证件号码,走访日期,走访人,走访内容\n";
const QByteArray kVisitOk = "3413231149000001,张三,341323197001019013,2026-10-01,周海,一切正常\n";
/// Number of one household, person of another.
const QByteArray kVisitDisagrees = "3413231149000002,张三,341323197001019013,2026-10-02,周海,无变化\n";
const QByteArray kVisitUnknown = "3413231149000009,,,2026-10-03,周海,无变化\n";

const QByteArray kYearHeader = "户编号,年度,户主姓名,户主证件号码,耕地面积,住房面积\n";
const QByteArray kYearOk = "3413231149000002,2026,王䶮,341323198003039039,3.5,90\n";
const QByteArray kYearUnknown = "3413231149000009,2026,张三,341323197001019013,2.5,80\n";

} // namespace

class TestImportHeld : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The matrix: a file with one faulty row, the correction in its report, what the register has after.
    void correctedRowSettles_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("counted");
        QTest::addColumn<int>("wanted");
        QTest::newRow("list: check digit of the number")
            << smallList() + "虞姬镇,田万村,3413231149000003,周七,341323197503039070,户主,1,脱贫户,\n"
            << "341323197503039070"_ba
            << "341323197503039073"_ba << kMembers << 6;
        QTest::newRow("list: the household number was missing")
            << smallList() + "虞姬镇,田万村,,周七,341323197503039073,户主,1,脱贫户,\n"
            << ",,周七"_ba
            << ",3413231149000003,周七"_ba << kMembers << 6;
        QTest::newRow("list: the name was missing")
            << smallList() + "虞姬镇,田万村,3413231149000003,,341323197503039073,户主,1,脱贫户,\n"
            << "3413231149000003,,"_ba
            << "3413231149000003,周七,"_ba << kMembers << 6;
        QTest::newRow("list: number, name and household at once")
            << smallList() + "虞姬镇,田万村,,周,341323197503039070,户主,1,脱贫户,\n"
            << ",,周,341323197503039070"_ba
            << ",3413231149000003,周七,341323197503039073"_ba << kMembers << 6;
        QTest::newRow("visit: the number was another household's")
            << kVisitHeader + kVisitOk + kVisitDisagrees << "3413231149000002"_ba
            << "3413231149000001"_ba << kVisits << 2;
        QTest::newRow("visit: the person was another household's")
            << kVisitHeader + kVisitOk + kVisitDisagrees << "张三,341323197001019013"_ba
            << "王䶮,341323198003039039"_ba << kVisits << 2;
        QTest::newRow("visit: the number was nobody's")
            << kVisitHeader + kVisitOk + kVisitUnknown << "3413231149000009"_ba
            << "3413231149000002"_ba << kVisits << 2;
        QTest::newRow("visit: neither number nor person")
            << kVisitHeader + kVisitOk + ",,,2026-10-03,周海,无变化\n"
            << ",,,2026"_ba
            << "3413231149000002,,,2026"_ba << kVisits << 2;
        QTest::newRow("year: the number was nobody's")
            << kYearHeader + kYearOk + kYearUnknown << "3413231149000009"_ba
            << "3413231149000001"_ba << kYears << 2;
        QTest::newRow("year: the number was missing")
            << kYearHeader + kYearOk + ",2026,张三,341323197001019013,2.5,80\n"
            << ",2026,张三"_ba
            << "3413231149000001,2026,张三"_ba << kYears << 2;
        QTest::newRow("year: the year was missing")
            << kYearHeader + kYearOk + "3413231149000001,,张三,341323197001019013,2.5,80\n"
            << "0001,,"_ba
            << "0001,2026,"_ba << kYears << 2;
    }
    void correctedRowSettles()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, counted);
        QFETCH(int, wanted);
        Office office;
        const QString original = office.put(file, u"原文件.csv"_s);
        QCOMPARE(office.take(original, u"待处理.csv"_s).setAside, 1);
        QCOMPARE(office.number(kHeld), 1);
        QCOMPARE(office.number(counted), wanted - 1);

        // Uncorrected it stays, and nothing is written.
        const FilePreview uncorrected = office.take(
            office.put(office.bytesOf(u"待处理.csv"_s), u"未改.csv"_s));
        QCOMPARE(uncorrected.setAside, 1);
        QCOMPARE(uncorrected.batch, 0);
        QCOMPARE(office.number(kHeld), 1);

        const FilePreview back = office.take(office.corrected(u"待处理.csv"_s, before, after));
        QCOMPARE(back.setAside, 0);
        QCOMPARE(back.imported, 1);
        QCOMPARE(office.number(kHeld), 0);
        QCOMPARE(office.number(counted), wanted);

        // The original file brings it neither back nor in.
        const qint64 ops = office.number(kOps);
        for (const QString &again : {original, office.dir.filePath(u"改正.csv"_s)}) {
            const FilePreview done = office.take(again);
            QCOMPARE(done.imported, 0);
            QCOMPARE(done.setAside, 0);
            QCOMPARE(done.unchanged, done.rows);
            QCOMPARE(done.batch, 0);
            QCOMPARE(office.number(kOps), ops);
        }
        QVERIFY(has(office.take(original), u"corrected_before"_s, file.count('\n')));
        QVERIFY(office.isClean());
    }
    /// Of two faulty rows one is corrected: the other one stays, however alike they are.
    void theOtherRowStays_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("before"); // in the first of the two
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QByteArray>("other"); // the rest of it is in the second one only
        const QByteArray people = "虞姬镇,田万村,3413231149000003,周七,341323197503039070,户主,2,脱贫户,\n"
                                  "虞姬镇,田万村,3413231149000003,周七,341323197604049030,之子,2,脱贫户,\n";
        QTest::newRow("list: one name in one household") << smallList() + people << "341323197503039070"_ba
                                                         << "341323197503039073"_ba
                                                         << "341323197604049030"_ba;
        QTest::newRow("list: the second one") << smallList() + people << "341323197604049030"_ba
                                              << "341323197604049035"_ba
                                              << "341323197503039070"_ba;
        const QByteArray nowhere = "虞姬镇,田万村,,周七,341323197503039073,户主,1,脱贫户,\n"
                                   "虞姬镇,凌巷村,,周七,341323197604049035,户主,1,脱贫户,\n";
        QTest::newRow("list: one name without household")
            << smallList() + nowhere << ",,周七,341323197604049035"_ba
            << ",3413231149000004,周七,341323197604049035"_ba
            << "341323197503039073"_ba;
        const QByteArray visits = kVisitUnknown + "3413231149000008,,,2026-10-03,周海,无变化\n";
        QTest::newRow("visit: same day, same words")
            << kVisitHeader + kVisitOk + visits << "3413231149000009"_ba
            << "3413231149000001"_ba
            << "3413231149000008"_ba;
        QTest::newRow("visit: the second one") << kVisitHeader + kVisitOk + visits << "3413231149000008"_ba
                                               << "3413231149000001"_ba
                                               << "3413231149000009"_ba;
        const QByteArray years = kYearUnknown + "3413231149000008,2026,李四,341323197202029023,2.5,80\n";
        QTest::newRow("year: the second one") << kYearHeader + kYearOk + years << "3413231149000008"_ba
                                              << "3413231149000001"_ba
                                              << "3413231149000009"_ba;
    }
    void theOtherRowStays()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QByteArray, other);
        Office office;
        const QString original = office.put(file, u"原文件.csv"_s);
        QCOMPARE(office.take(original, u"待处理.csv"_s).setAside, 2);
        const FilePreview back = office.take(office.corrected(u"待处理.csv"_s, before, after), u"仍有.csv"_s);
        QCOMPARE(back.setAside, 1);
        QCOMPARE(office.number(kHeld), 1);
        QVERIFY(office.bytesOf(u"仍有.csv"_s).contains(other));
        const qint64 ops = office.number(kOps);
        const FilePreview again = office.take(original);
        QCOMPARE(again.imported, 0);
        QCOMPARE(again.setAside, 1);
        QCOMPARE(office.number(kOps), ops);

        // Without the corrected row in the file the other one stays as well.
        Office alone;
        alone.take(alone.put(file, u"原文件.csv"_s), u"待处理.csv"_s);
        alone.corrected(u"待处理.csv"_s, before, after);
        alone.take(alone.without(u"改正.csv"_s, other));
        QCOMPARE(alone.number(kHeld), 1);
        QVERIFY(alone.isClean());
    }
    /// A row twice in one file is one held row, and its correction settles it.
    void equalRows()
    {
        Office office;
        const QString original = office.put(kVisitHeader + kVisitUnknown + kVisitUnknown, u"原文件.csv"_s);
        QCOMPARE(office.take(original, u"待处理.csv"_s).setAside, 1);
        QCOMPARE(office.number(kHeld), 1);
        office.take(office.corrected(u"待处理.csv"_s, "3413231149000009", "3413231149000001"));
        QCOMPARE(office.number(kHeld), 0);
        QCOMPARE(office.number(kVisits), 1);
        const FilePreview again = office.take(original);
        QCOMPARE(again.setAside, 0);
        QCOMPARE(again.batch, 0);
    }
    /// One number of two corrected rows is what the other one had before.
    void numbersAreExchanged()
    {
        Office office;
        office.take(office.put(kYearHeader + kYearUnknown + "3413231149000008,2026,,,1,70\n",
                               u"原文件.csv"_s),
                    u"待处理.csv"_s);
        QByteArray report = office.bytesOf(u"待处理.csv"_s);
        report.replace("3413231149000009", "3413231149000001")
            .replace("3413231149000008", "3413231149000009");
        const FilePreview back = office.take(office.put(report, u"改正.csv"_s));
        QCOMPARE(back.imported, 1);
        QCOMPARE(back.setAside, 1);
        QCOMPARE(office.number(kHeld), 1);
        QCOMPARE(office.number(u"SELECT count(*) FROM held_row WHERE void = 0 AND household_no = "
                               u"'3413231149000009'"_s),
                 1);
        QVERIFY(office.isClean());
    }
    /// Corrected in a copy of the file itself: known by what the row kept.
    void correctedInTheFile_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::newRow("list") << smallList() + "虞姬镇,田万村,,周七,341323197503039073,户主,1,脱贫户,\n"
                              << ",,周七"_ba
                              << ",3413231149000003,周七"_ba;
        QTest::newRow("visit") << kVisitHeader + kVisitOk + kVisitDisagrees << "3413231149000002"_ba
                               << "3413231149000001"_ba;
        QTest::newRow("year") << kYearHeader + kYearOk + kYearUnknown << "3413231149000009"_ba
                              << "3413231149000001"_ba;
    }
    void correctedInTheFile()
    {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        Office office;
        const QString original = office.put(file, u"原文件.csv"_s);
        office.take(original);
        const FilePreview back = office.take(office.corrected(u"原文件.csv"_s, before, after));
        QCOMPARE(back.imported, 1);
        QCOMPARE(office.number(kHeld), 0);
        QCOMPARE(office.take(original).batch, 0);
    }
    /// Another visit of the same household is no correction of the held one.
    void anotherRowSettlesNothing()
    {
        Office office;
        office.take(office.put(kVisitHeader + kVisitDisagrees, u"十月.csv"_s));
        office.take(
            office.put(kVisitHeader + "3413231149000002,,,2026-10-02,周海,一切正常\n", u"十一月.csv"_s));
        QCOMPARE(office.number(kHeld), 1);
        // Nor is a faulty one; it gets a place of its own.
        office.take(office.put(kVisitHeader + QByteArray(kVisitDisagrees).replace("10-02", "10-05"),
                               u"十二月.csv"_s));
        QCOMPARE(office.number(kHeld), 2);
        office.take(office.put(kYearHeader + kYearUnknown, u"年度.csv"_s));
        office.take(office.put(kYearHeader + "3413231149000001,2025,张三,341323197001019013,2.5,80\n",
                               u"去年.csv"_s));
        QCOMPARE(office.number(kHeld), 3);
    }
    /// A report of a report still says which row it was at first.
    void reportOfAReport()
    {
        Office office;
        office.take(office.put(kVisitHeader + kVisitOk + kVisitUnknown, u"原文件.csv"_s), u"待处理.csv"_s);
        // Still nobody's: set aside again, as another number.
        const QString wrong = office.corrected(u"待处理.csv"_s, "3413231149000009", "3413231149000007");
        QCOMPARE(office.take(wrong, u"仍有.csv"_s).setAside, 1);
        QCOMPARE(office.number(kHeld), 1);
        for (const QString &report : {u"待处理.csv"_s, u"仍有.csv"_s})
            QCOMPARE(office.bytesOf(report).count("-3"), 1); // row 3 of the first file
        office.take(office.corrected(u"仍有.csv"_s, "3413231149000007", "3413231149000001"));
        QCOMPARE(office.number(kHeld), 0);
        QCOMPARE(office.number(kVisits), 2);
    }
    /// Household facts of an older file do not come back with the rows beside the corrected one.
    void olderFactsStay()
    {
        Office office;
        const QByteArray rows = "虞姬镇,田万村,3413231149000003,周七,341323197503039070,户主,2,脱贫户,好\n"
                                "虞姬镇,田万村,3413231149000003,周八,341323197705059040,之子,2,一般农户,\n";
        const QString original = office.put(smallList()
                                                + QByteArray(rows).replace("341323197705059040",
                                                                           "341323197705059048"),
                                            u"原文件.csv"_s);
        QCOMPARE(office.take(original, u"待处理.csv"_s).setAside, 1);
        office.take(office.corrected(u"待处理.csv"_s, "341323197503039070", "341323197503039073"));
        QCOMPARE(office.number(kHeld), 0);
        const qint64 ops = office.number(kOps);
        const FilePreview again = office.take(original);
        QCOMPARE(again.imported, 0);
        QCOMPARE(again.batch, 0);
        QCOMPARE(office.number(kOps), ops);
    }
    /// A household held as one: all its rows come back together, once.
    void wholeHousehold()
    {
        Office office;
        const QString original =
            office.put(smallList()
                           + "虞姬镇,田万村,3413231149000003,周七,341323197503039073,户主,2,脱贫户,\n"
                             "虞姬镇,田万村,3413231149000003,周八,341323197604049035,户主,2,脱贫户,\n",
                       u"原文件.csv"_s);
        QCOMPARE(office.take(original, u"待处理.csv"_s).setAside, 2);
        QCOMPARE(office
                     .take(office.corrected(u"待处理.csv"_s, "341323197604049035,户主",
                                            "341323197604049035,之子"))
                     .imported,
                 2);
        QCOMPARE(office.number(kHeld), 0);
        const FilePreview again = office.take(original);
        QCOMPARE(again.setAside, 0);
        QCOMPARE(again.batch, 0);
        for (const ImportFinding &one : again.findings)
            QVERIFY2(one.severity != FindingSeverity::Error, qPrintable(one.kind));
        QCOMPARE(office.number(kMembers), 7);
    }
    /// Who is no longer in the complete list is no longer held; who comes back with a fault is, again.
    void goneIsNotCorrected()
    {
        Office office;
        const QByteArray faulty = changed("341323198112309042", "341323198112309043");
        office.take(office.put(faulty, u"原文件.csv"_s));
        QCOMPARE(office.number(kHeld), 1);
        QByteArrayList lines = smallList()
                                   .replace("王䶮,341323198003039039,户主,3",
                                            "王䶮,341323198003039039,户主,2")
                                   .replace("341323201005059054,之子,3", "341323201005059054,之子,2")
                                   .split('\n');
        lines.removeIf([](const QByteArray &line) { return line.contains("赵六"); });
        office.take(office.put(lines.join('\n'), u"新名单.csv"_s));
        QCOMPARE(office.number(kHeld), 0);
        QCOMPARE(office.take(office.put(faulty, u"原文件.csv"_s)).setAside, 1);
        QCOMPARE(office.number(kHeld), 1);
    }
    /// When the correction is taken back, the row is held again.
    void correctionTakenBack()
    {
        Office office;
        const QString original = office.put(kVisitHeader + kVisitOk + kVisitUnknown, u"原文件.csv"_s);
        office.take(original, u"待处理.csv"_s);
        const FilePreview back = office.take(
            office.corrected(u"待处理.csv"_s, "3413231149000009", "3413231149000001"));
        FFP_VERIFY(Undo(*office.log, *office.db, office.cipher)
                       .takeBack(back.batch, {"undo", office.official, {}, {}}));
        QCOMPARE(office.number(kHeld), 1);
        QCOMPARE(office.take(original).setAside, 1);
        office.take(office.dir.filePath(u"改正.csv"_s));
        QCOMPARE(office.number(kHeld), 0);
        QVERIFY(office.isClean());
    }
};

QTEST_GUILESS_MAIN(TestImportHeld)
#include "tst_importheld.moc"
