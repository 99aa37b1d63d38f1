// SPDX-License-Identifier: GPL-3.0-or-later
// The register sample, read by every reader; the traps are those that its README names.
#include "core/tables/workbook.h"
#include "tests/support/testsupport.h"

#include <QDir>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

Result<Workbook> readSample(const QString &key)
{
    const QDir folder(QStringLiteral(FFP_TEST_DATA "/register-sample"));
    const QStringList names = folder.entryList({key + u"-*"_s});
    SilentProgress progress;
    return readWorkbook(folder.filePath(names.value(0)), {}, progress);
}

QString at(const Sheet &sheet, const QString &address)
{
    int row = 0;
    int column = 0;
    return parseAddress(address.toStdString(), row, column) ? sheet.cell(row, column).text() : u"?"_s;
}

CellKind kindAt(const Sheet &sheet, const QString &address)
{
    int row = 0;
    int column = 0;
    parseAddress(address.toStdString(), row, column);
    return sheet.cell(row, column).kind();
}

} // namespace

class TestSampleWorkbooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shapes_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("sheet");
        QTest::addColumn<int>("rows");
        QTest::addColumn<int>("columns");
        QTest::newRow("a") << u"a"_s << int(TableFormat::Xlsx) << u"脱贫人口名单"_s << 1648 << 32;
        QTest::newRow("b") << u"b"_s << int(TableFormat::Xlsx) << u"Sheet1"_s << 397 << 33;
        QTest::newRow("c") << u"c"_s << int(TableFormat::Xlsx) << u"2026年度"_s << 601 << 53;
        QTest::newRow("d") << u"d"_s << int(TableFormat::Csv) << QString() << 1648 << 32;
        QTest::newRow("e") << u"e"_s << int(TableFormat::Ods) << u"2026年度"_s << 601 << 53;
        QTest::newRow("g") << u"g"_s << int(TableFormat::Xlsx) << u"10月走访"_s << 91 << 12;
    }
    void shapes()
    {
        QFETCH(QString, key);
        const auto workbook = readSample(key);
        FFP_VERIFY(workbook);
        QTEST(int(workbook->format), "format");
        QCOMPARE(workbook->sheets.size(), 1);
        QTEST(workbook->sheets[0].name(), "sheet");
        QTEST(workbook->sheets[0].lastRow(), "rows");
        QTEST(workbook->sheets[0].lastColumn(), "columns");
    }

    /// Merged over rows, over columns and in the second sheet: an old workbook says what a new one says.
    void mergedRangesOfAnOldWorkbook()
    {
        SilentProgress progress;
        const QString folder = QStringLiteral(FFP_TEST_DATA "/workbooks/");
        const auto xls = readWorkbook(folder + u"merged.xls"_s, {}, progress);
        const auto xlsx = readWorkbook(folder + u"merged.xlsx"_s, {}, progress);
        FFP_VERIFY(xls);
        FFP_VERIFY(xlsx);
        QCOMPARE(int(xls->format), int(TableFormat::Xls));
        QCOMPARE(xls->sheets.size(), 2);
        QVERIFY(xls->sheets[0].merges().isEmpty());
        const Sheet &old = xls->sheets[1];
        const Sheet &fresh = xlsx->sheets[1];
        QCOMPARE(old.merges().size(), 4);
        for (int row = 1; row <= 5; ++row)
            for (int column = 1; column <= 4; ++column) {
                QCOMPARE(old.cell(row, column).text(), fresh.cell(row, column).text());
                QCOMPARE(old.cell(row, column).isMerged(), fresh.cell(row, column).isMerged());
            }
        QCOMPARE(at(old, u"A5"_s), u"田万村"_s);
        QCOMPARE(at(old, u"B4"_s), u"001"_s);
        QCOMPARE(at(old, u"B5"_s), u"002"_s);
        QCOMPARE(at(old, u"D1"_s), u"脱贫人口名单"_s);
    }

    void trapsOfTheMemberList()
    {
        const auto workbook = readSample(u"a"_s);
        FFP_VERIFY(workbook);
        const Sheet &sheet = workbook->sheets[0];
        QCOMPARE(sheet.statedDimension(), u"A1:AF3"_s);
        QVERIFY(sheet.columnIsHidden(7));
        QVERIFY(!sheet.columnIsHidden(6));
        QVERIFY(!sheet.columnIsHidden(8));
        QVERIFY(sheet.rowIsHidden(75));
        QVERIFY(!sheet.rowIsHidden(74));
        QVERIFY(!at(sheet, u"H75"_s).isEmpty());
        QVERIFY(sheet.rowIsBlank(422));
        QVERIFY(sheet.rowIsBlank(1210));
        QVERIFY(!sheet.rowIsBlank(1211));
        QCOMPARE(at(sheet, u"A1647"_s), u"合计"_s);
        QCOMPARE(at(sheet, u"A1"_s), u"脱贫人口名单"_s);
        // Title rows are merged over the whole width.
        QVERIFY(sheet.merges().contains(CellRange{1, 1, 1, 32}));
        QCOMPARE(at(sheet, u"AF1"_s), u"脱贫人口名单"_s);
        QVERIFY(sheet.cell(1, 32).isMerged());
        QVERIFY(!sheet.cell(1, 1).isMerged());
        // A number cell of 16 digits is exact, one of 18 is known to be a number.
        QCOMPARE(kindAt(sheet, u"F1286"_s), CellKind::Number);
        QCOMPARE(at(sheet, u"F1286"_s), u"3413231140002450"_s);
        QCOMPARE(kindAt(sheet, u"I884"_s), CellKind::Number);
        QCOMPARE(at(sheet, u"I884"_s), u"342224198303309312"_s);
        QCOMPARE(kindAt(sheet, u"I883"_s), CellKind::Text);
        QCOMPARE(kindAt(sheet, u"AD1124"_s), CellKind::Number);
        QCOMPARE(at(sheet, u"AD1124"_s), u"202608"_s);
        QCOMPARE(at(sheet, u"H1262"_s), u"梁䶮"_s);
        QCOMPARE(at(sheet, u"H606"_s), u"刘\u3000继洋"_s);
        QCOMPARE(at(sheet, u"H50"_s), u"\u200b魏桂慧"_s);
        QCOMPARE(at(sheet, u"I1403"_s), u"'342224198110019908"_s);
        QCOMPARE(at(sheet, u"AF857"_s), u"外出务工，已联系；\n家中老人由邻居照看,每周一次。\n\"情况属实\""_s);
        QCOMPARE(at(sheet, u"AF1580"_s), u"=cmd|'/C calc'!A0"_s);
        QCOMPARE(kindAt(sheet, u"AF1580"_s), CellKind::Text);
        QVERIFY(!sheet.cell(1580, 32).isFormula());
    }

    void csvAgreesWithTheSheet()
    {
        const auto a = readSample(u"a"_s);
        const auto d = readSample(u"d"_s);
        FFP_VERIFY(a);
        FFP_VERIFY(d);
        QCOMPARE(d->encoding, u"GB18030"_s);
        QCOMPARE(d->separator, ',');
        const Sheet &sheet = a->sheets[0];
        const Sheet &csv = d->sheets[0];
        QVERIFY(csv.cell(4, 9).wasWrapped());
        QVERIFY(!csv.cell(4, 8).wasWrapped());
        QStringList different;
        for (int row = 1; row <= sheet.lastRow(); ++row)
            for (int column = 1; column <= sheet.lastColumn(); ++column) {
                const Cell cell = sheet.cell(row, column);
                if (!cell.isMerged() && cell.text() != csv.cell(row, column).text())
                    different += columnLetters(column) + QString::number(row);
            }
        // The number that lost its digits is written in scientific notation there.
        QCOMPARE(different, QStringList{u"I884"_s});
        QVERIFY(at(csv, u"I884"_s).contains(u"E+"_s));
    }

    void sheetOfTheYear()
    {
        const auto workbook = readSample(u"c"_s);
        FFP_VERIFY(workbook);
        const Sheet &sheet = workbook->sheets[0];
        QVERIFY(sheet.columnIsHidden(16));
        QCOMPARE(at(sheet, u"P1"_s), u"村办公电话"_s);
        QVERIFY(sheet.cell(2, 12).isFormula());
        QCOMPARE(kindAt(sheet, u"L2"_s), CellKind::Number);
        QCOMPARE(kindAt(sheet, u"L157"_s), CellKind::Error);
        QCOMPARE(at(sheet, u"L157"_s), u"#DIV/0!"_s);
        QCOMPARE(kindAt(sheet, u"R550"_s), CellKind::Number);
        QCOMPARE(kindAt(sheet, u"V508"_s), CellKind::Text);
        QCOMPARE(at(sheet, u"V508"_s), u"45,494.00"_s);
    }

    void opendocumentAgreesWithTheSheet()
    {
        const auto c = readSample(u"c"_s);
        const auto e = readSample(u"e"_s);
        FFP_VERIFY(c);
        FFP_VERIFY(e);
        const Sheet &sheet = c->sheets[0];
        const Sheet &ods = e->sheets[0];
        QVERIFY(ods.columnIsHidden(16));
        QVERIFY(!ods.columnIsHidden(15));
        QVERIFY(!ods.columnIsHidden(17));
        int different = 0;
        for (int row = 1; row <= sheet.lastRow(); ++row)
            for (int column = 1; column <= sheet.lastColumn(); ++column) {
                const Cell x = sheet.cell(row, column);
                const Cell o = ods.cell(row, column);
                if (x.text() == o.text() && x.kind() == o.kind() && x.isFormula() == o.isFormula())
                    continue;
                ++different;
                if (different <= 20)
                    qDebug() << row << columnLetters(column) << x.text().size() << o.text().size()
                             << int(x.kind()) << int(o.kind());
            }
        QCOMPARE(different, 0);
    }

    void mergedCellsRepeatTheirValue()
    {
        const auto workbook = readSample(u"b"_s);
        FFP_VERIFY(workbook);
        const Sheet &sheet = workbook->sheets[0];
        int vertical = 0;
        for (const CellRange &range : sheet.merges()) {
            if (range.firstRow < 4)
                continue;
            ++vertical;
            const QString value = sheet.cell(range.firstRow, range.firstColumn).text();
            QVERIFY(!value.isEmpty());
            for (int row = range.firstRow; row <= range.lastRow; ++row)
                QCOMPARE(sheet.cell(row, range.firstColumn).text(), value);
        }
        QCOMPARE(vertical, 4);
        QCOMPARE(at(sheet, u"W3"_s), u"人均\n纯收入"_s);
        QCOMPARE(at(sheet, u"AF3"_s), u"消除监测时间 "_s);
        QCOMPARE(at(sheet, u"G48"_s), u"3413231140002202.0"_s);
    }

    void visitDates()
    {
        const auto workbook = readSample(u"g"_s);
        FFP_VERIFY(workbook);
        const Sheet &sheet = workbook->sheets[0];
        QCOMPARE(kindAt(sheet, u"F3"_s), CellKind::Date);
        QCOMPARE(at(sheet, u"F3"_s), u"2026-10-19"_s);
    }
};

QTEST_APPLESS_MAIN(TestSampleWorkbooks)
#include "tst_sampleworkbooks.moc"
