// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sampledocument.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

TableColumn columnOf(ColumnKind kind)
{
    TableColumn column;
    column.kind = kind;
    return column;
}

} // namespace

class TestDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textOfCells()
    {
        QCOMPARE(cellText(columnOf(ColumnKind::Text), TableCell(u"王伟"_s)), u"王伟"_s);
        QCOMPARE(cellText(columnOf(ColumnKind::Integer), TableCell(qint64(-3))), u"-3"_s);
        QCOMPARE(cellText(columnOf(ColumnKind::Money), TableCell(qint64(1234567))), u"12345.67"_s);
        QCOMPARE(cellText(columnOf(ColumnKind::Percent), TableCell(qint64(1234))), u"12.34%"_s);
        QCOMPARE(cellText(columnOf(ColumnKind::Date), TableCell(QDate(2020, 3, 2))), u"2020-03-02"_s);
        // A remark in a column of figures stays what it is.
        QCOMPARE(cellText(columnOf(ColumnKind::Money), TableCell(u"不详"_s)), u"不详"_s);
    }

    void blankIsNotZero()
    {
        const TableColumn money = columnOf(ColumnKind::Money);
        QCOMPARE(cellText(money, TableCell()), QString());
        QCOMPARE(cellText(money, TableCell(), EmptyCell::Slash), u"/"_s);
        QCOMPARE(cellText(money, TableCell(), EmptyCell::Wu), u"无"_s);
        QCOMPARE(cellText(money, TableCell(qint64(0)), EmptyCell::Wu), u"0.00"_s);
        QCOMPARE(cellText(money, TableCell(QString()), EmptyCell::Slash), u"/"_s);
        QCOMPARE(cellText(columnOf(ColumnKind::Date), TableCell(QDate()), EmptyCell::Slash), u"/"_s);
    }

    void redMarkIsAlsoAWord()
    {
        TableCell cell(u"超期"_s);
        cell.red = true;
        QCOMPARE(cellText(columnOf(ColumnKind::Text), cell), u"【红】超期"_s);
        TableCell said(u"红色预警"_s);
        said.red = true;
        QCOMPARE(cellText(columnOf(ColumnKind::Text), said), u"红色预警"_s);
        TableCell empty;
        empty.red = true;
        QCOMPARE(cellText(columnOf(ColumnKind::Text), empty), u"【红】"_s);
    }

    void confidentialOnlyWithSClass()
    {
        TableDocument document = sampleLedger(1);
        QVERIFY(document.isConfidential());
        for (TableColumn &column : document.columns)
            column.sensitivity = Sensitivity::P;
        QVERIFY(!document.isConfidential());
    }

    void sumsCountHouseholdsOnce()
    {
        const TableDocument roster = sampleRoster(10);
        TableTotals totals(roster);
        qint64 members = 0;
        FFP_VERIFY(
            roster.rows->read(0, roster.rows->count(), [&](qsizetype, const TableRow &row) -> Result<> {
                totals.add(row);
                ++members;
                return {};
            }));
        QCOMPARE(totals.households(), 10);
        QCOMPARE(totals.sum(2), std::optional<qint64>(members)); // 人口 stands in every row of a household
        QCOMPARE(totals.sum(0), std::nullopt);                   // 序号 is no sum
        QCOMPARE(totals.label(u"合计"_s), u"合计（10户）"_s);
    }

    void sumsGoOnOverAPageBreak()
    {
        const TableDocument roster = sampleRoster(2); // 1 and 2 members
        TableTotals first(roster);
        TableTotals second(roster, 2);
        FFP_VERIFY(roster.rows->read(0, 3, [&](qsizetype index, const TableRow &row) -> Result<> {
            (index < 2 ? first : second).add(row);
            return {};
        }));
        QCOMPARE(first.households(), 2);
        QCOMPARE(second.households(), 0);
        QCOMPARE(first.sum(2), std::optional<qint64>(3));
        QCOMPARE(second.sum(2), std::nullopt);
        QCOMPARE(second.sum(5), std::optional<qint64>(20'000));
    }

    void sumOfBlanksIsBlank()
    {
        TableDocument document = sampleLedger(0);
        TableTotals totals(document);
        TableRow row;
        row.cells.resize(document.columns.size());
        row.cells[4] = TableCell(u"不详"_s);
        totals.add(row);
        QCOMPARE(totals.sum(4), std::nullopt);
        QCOMPARE(totals.sumText(4), QString());
        row.cells[4] = TableCell(qint64(0));
        totals.add(row);
        QCOMPARE(totals.sumText(4), u"0"_s);
    }

    void readingStopsAtAnError()
    {
        const TableDocument ledger = sampleLedger(10);
        int seen = 0;
        const auto result = ledger.rows->read(2, 100, [&](qsizetype index, const TableRow &) -> Result<> {
            ++seen;
            return index == 4 ? Result<>(fail(ErrorKind::Cancelled)) : Result<>();
        });
        FFP_VERIFY_ERROR(result, ErrorKind::Cancelled);
        QCOMPARE(seen, 3);
    }

    void fileNames()
    {
        TableDocument document;
        document.title = u"边缘户台账"_s;
        QCOMPARE(fileStem(document), u"边缘户台账"_s);
        document.subtitle = u"灵璧县　虞姬镇"_s;
        document.on = QDate(2026, 10, 31);
        QCOMPARE(fileStem(document), u"边缘户台账_灵璧县_虞姬镇_2026-10-31"_s);
        document.title = u"a/b:*?\"<>|\\.."_s;
        QCOMPARE(fileStem(document), u"a_b_.._灵璧县_虞姬镇_2026-10-31"_s);
    }
};

QTEST_APPLESS_MAIN(TestDocument)
#include "tst_document.moc"
