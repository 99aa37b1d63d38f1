// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/divisions.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/reports/ledgers.h"
#include "tests/support/sampledocument.h"
#include "tests/support/testsupport.h"
#include "ui/printing/tablelayout.h"

#include <set>

using namespace ffp;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

std::shared_ptr<TableDocument> shared(TableDocument document)
{
    return std::make_shared<TableDocument>(std::move(document));
}

Result<TableLayout> layOut(const std::shared_ptr<TableDocument> &document,
                           std::optional<PageSetup> setup = {})
{
    PrintFonts fonts;
    SilentProgress progress;
    return TableLayout::make(document, setup.value_or(PageSetup::of(*document)), fonts, progress);
}

/// Every row on exactly one page, in order (split rows apart).
bool coversAllRows(const TableLayout &layout)
{
    qsizetype next = 0;
    for (int page = 0; page < layout.pageCount(); page += int(layout.bands().size()))
        for (const RowSlice &slice : layout.rowsOf(page).slices)
            if (slice.firstLine == 0 && slice.row != next++)
                return false;
    return next == layout.document().rows->count();
}

double tableBottomLimit(const TableLayout &layout)
{
    return layout.setup().paperSize().height() - layout.setup().marginBottom - metrics::kFooter;
}

/// Where the table (and on the last page everything under it) ends.
double usedBottom(const TableLayout &layout, int page)
{
    const TableDocument &document = layout.document();
    double y = layout.tableTop(page) + layout.groupHeight() + layout.headerHeight();
    for (const RowSlice &slice : layout.rowsOf(page).slices)
        y += double(slice.height);
    if (document.rows->count() == 0)
        y += metrics::kSmallestRow;
    if (document.pageSubtotals)
        y += layout.totalHeight();
    if (layout.rowsOf(page).last)
        y += (document.grandTotal ? layout.totalHeight() : 0) + layout.endBlockHeight();
    else
        y += metrics::kGoesOn;
    return y;
}

TableDocument oneCell(const QString &text, double width = 8)
{
    TableDocument document;
    document.title = u"试表"_s;
    TableColumn key;
    key.header = u"序号"_s;
    key.key = true;
    key.kind = ColumnKind::Integer;
    key.width = 3;
    TableColumn column;
    column.header = u"说明"_s;
    column.width = width;
    document.columns = {key, column};
    TableRow row;
    row.cells = {TableCell(qint64(1)), TableCell(text)};
    document.rows = std::make_shared<RowList>(std::vector<TableRow>{row});
    return document;
}

} // namespace

class TestTableLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pagesHoldAllRows_data()
    {
        QTest::addColumn<int>("rows");
        for (const int rows : {0, 1, 7, 8, 9, 60, 1000})
            QTest::addRow("%d", rows) << rows;
    }
    void pagesHoldAllRows()
    {
        QFETCH(int, rows);
        const auto layout = layOut(shared(sampleLedger(rows)));
        FFP_VERIFY(layout);
        QVERIFY(layout->pageCount() >= 1);
        QVERIFY(coversAllRows(*layout));
        for (int page = 0; page < layout->pageCount(); ++page) {
            QVERIFY2(usedBottom(*layout, page) <= tableBottomLimit(*layout) + 0.01,
                     qPrintable(u"page %1"_s.arg(page + 1)));
            QCOMPARE(layout->rowsOf(page).last, page + 1 == layout->pageCount());
        }
        QCOMPARE(layout->report().rowsSplit, 0);
    }

    void subtotalsAddUp_data()
    {
        QTest::addColumn<bool>("roster");
        QTest::addColumn<double>("smallestFont");
        QTest::newRow("ledger") << false << 8.0;
        QTest::newRow("ledger, columns split") << false << 20.0;
        QTest::newRow("households of several rows") << true << 8.0;
    }
    void subtotalsAddUp()
    {
        QFETCH(bool, roster);
        QFETCH(double, smallestFont);
        const auto document = shared(roster ? sampleRoster(150) : sampleLedger(200));
        PageSetup setup = PageSetup::of(*document);
        setup.smallestFont = setup.splitFont = smallestFont;
        const auto layout = layOut(document, setup);
        FFP_VERIFY(layout);
        const int bands = int(layout->bands().size());
        QCOMPARE(bands > 1, smallestFont > 8);
        QVERIFY(layout->pageCount() > bands);
        qint64 households = 0;
        std::vector<std::optional<qint64>> sums(document->columns.size());
        for (int page = 0; page < layout->pageCount(); page += bands) {
            const auto subtotals = layout->subtotals(page);
            FFP_VERIFY(subtotals);
            households += subtotals->households();
            for (size_t i = 0; i < sums.size(); ++i)
                if (subtotals->sum(i))
                    sums[i] = sums[i].value_or(0) + *subtotals->sum(i);
        }
        QCOMPARE(households, layout->grandTotals().households());
        QCOMPARE(households, roster ? 150 : 200);
        for (size_t i = 0; i < sums.size(); ++i)
            QCOMPARE(sums[i], layout->grandTotals().sum(i));
        QVERIFY(layout->grandTotals().sum(roster ? 2 : 4).value_or(0) > 0);
    }

    void householdsStayTogether()
    {
        const auto layout = layOut(shared(sampleRoster(200)));
        FFP_VERIFY(layout);
        QVERIFY(layout->pageCount() > 5);
        std::map<qsizetype, quint64> householdOf;
        FFP_VERIFY(layout->document().rows->read(0, layout->document().rows->count(),
                                                 [&](qsizetype index, const TableRow &row) -> Result<> {
                                                     householdOf[index] = row.household;
                                                     return {};
                                                 }));
        std::set<quint64> earlier;
        for (int page = 0; page < layout->pageCount(); ++page) {
            std::set<quint64> here;
            for (const RowSlice &slice : layout->rowsOf(page).slices) {
                const bool begins = here.insert(householdOf[slice.row]).second;
                QCOMPARE(slice.firstOnPage, begins);
            }
            for (const quint64 household : here)
                QVERIFY2(!earlier.contains(household), qPrintable(u"household %1 is torn"_s.arg(household)));
            earlier.merge(here);
        }
    }

    void householdHigherThanAPageRepeatsItsHead()
    {
        TableDocument document = sampleRoster(1);
        std::vector<TableRow> rows;
        for (int i = 0; i < 60; ++i) {
            TableRow row;
            row.household = 1;
            row.cells = {TableCell(qint64(1)), TableCell(u"王伟"_s), TableCell(qint64(60)),
                         TableCell(u"成员"_s), TableCell(),          TableCell(qint64(100))};
            rows.push_back(row);
        }
        document.rows = std::make_shared<RowList>(rows);
        const auto layout = layOut(shared(document));
        FFP_VERIFY(layout);
        QVERIFY(layout->pageCount() >= 2);
        qint64 households = 0;
        qint64 people = 0;
        for (int page = 0; page < layout->pageCount(); ++page) {
            const PageRows &page_ = layout->rowsOf(page);
            if (page_.slices.empty())
                continue;
            QVERIFY(page_.slices.front().firstOnPage);
            const auto subtotals = layout->subtotals(page);
            FFP_VERIFY(subtotals);
            households += subtotals->households();
            people += subtotals->sum(2).value_or(0);
        }
        QCOMPARE(households, 1);
        QCOMPARE(people, 60);
    }

    void longTextWrapsAndNothingIsCut()
    {
        const auto shortRow = layOut(shared(oneCell(u"短"_s)));
        const auto longRow = layOut(shared(oneCell(QString(600, u'长'))));
        FFP_VERIFY(shortRow);
        FFP_VERIFY(longRow);
        const RowSlice &small = shortRow->rowsOf(0).slices.front();
        const RowSlice &high = longRow->rowsOf(0).slices.front();
        QCOMPARE(double(small.height), metrics::kSmallestRow);
        QVERIFY(high.lineCount > 5);
        QVERIFY(double(high.height) >= high.lineCount * longRow->lineHeight());
        QCOMPARE(longRow->report().rowsSplit, 0);
    }

    void rowHigherThanAPageGoesOn()
    {
        const auto layout = layOut(shared(oneCell(QString(20'000, u'长'))));
        FFP_VERIFY(layout);
        QVERIFY(layout->pageCount() >= 2);
        QCOMPARE(layout->report().rowsSplit, 1);
        int next = 0;
        for (int page = 0; page < layout->pageCount(); ++page) {
            for (const RowSlice &slice : layout->rowsOf(page).slices) {
                QVERIFY(!slice.whole);
                QCOMPARE(slice.firstLine, next); // no line lost, none twice
                next += slice.lineCount;
            }
            QVERIFY(usedBottom(*layout, page) <= tableBottomLimit(*layout) + 0.01);
        }
        const double perLine = std::floor(
            (layout->bands()[0][1].width - 2 * metrics::kPadX) / layout->fontSize() + 0.001);
        QCOMPARE(next, int(std::ceil(20'000 / perLine)));
    }

    void wideTablesShrinkThenSplit()
    {
        // One column after the other is added; the font falls to 7.5 pt, then the columns are split.
        TableDocument document = sampleLedger(3);
        const std::vector<TableColumn> columns = document.columns;
        double lastFont = 100;
        bool split = false;
        for (int extra = 0; extra < 14; ++extra) {
            const auto layout = layOut(shared(document));
            FFP_VERIFY(layout);
            if (layout->bands().size() == 1) {
                QVERIFY2(!split, "split columns came together again");
                QVERIFY(layout->fontSize() >= 7.5);
                QVERIFY(layout->fontSize() <= lastFont);
                lastFont = layout->fontSize();
            } else {
                split = true;
                QCOMPARE(layout->fontSize(), 9.0);
            }
            for (const ColumnBand &band : layout->bands()) {
                const double right = band.back().x + band.back().width;
                QVERIFY(std::abs(right - layout->setup().marginSide - layout->setup().bodyWidth()) < 0.01);
            }
            document.columns.push_back(columns[9]);
            std::vector<TableRow> rows;
            FFP_VERIFY(document.rows->read(0, 3, [&](qsizetype, const TableRow &row) -> Result<> {
                rows.push_back(row);
                rows.back().cells.push_back(row.cells[9]);
                return {};
            }));
            document.rows = std::make_shared<RowList>(rows);
        }
        QVERIFY(split);
        QVERIFY(lastFont < 9);
    }

    void splitColumnsRepeatTheKeys()
    {
        const auto document = shared(sampleLedger(20));
        PageSetup setup = PageSetup::of(*document);
        setup.smallestFont = setup.splitFont = 20;
        const auto layout = layOut(document, setup);
        FFP_VERIFY(layout);
        QVERIFY(layout->bands().size() >= 2);
        QCOMPARE(layout->report().columnBands, int(layout->bands().size()));
        std::multiset<size_t> seen;
        const ColumnBand &first = layout->bands().front();
        for (size_t i = 0; i < first.size(); ++i)
            QCOMPARE(first[i].column, i); // 村民组 stands before 户主姓名, as the form has it
        for (size_t i = 0; i < layout->bands().size(); ++i) {
            const ColumnBand &band = layout->bands()[i];
            QCOMPARE(band[0].column, size_t(0));
            QCOMPARE(band[i == 0 ? 2 : 1].column, size_t(2));
            QVERIFY(band.size() > 2);
            for (const ColumnBox &box : band)
                seen.insert(box.column);
        }
        for (size_t i = 0; i < document->columns.size(); ++i)
            QCOMPARE(seen.count(i), document->columns[i].key ? layout->bands().size() : size_t(1));
        QCOMPARE(layout->pageCount() % int(layout->bands().size()), 0);
    }

    /// All 27 columns of F-08 with values as wide as they get, in the form's order, on one sheet.
    void edgeLedgerFitsOnA4()
    {
        MonitoredHousehold household;
        household.head.entity = Entity::Member;
        household.head.id = RecordId::fromBytes(QByteArray(16, 'r'));
        household.head.values.resize(entityDef(Entity::Member).fields.size());
        household.head.values[member::f("name").index] = Value(u"欧阳建国"_s);
        household.head.values[member::f("id_no").index] = Value(u"34132319700501901X"_s);
        household.latestIncome.entity = Entity::IncomeStatement;
        household.latestIncome.id = household.head.id;
        household.latestIncome.values.resize(entityDef(Entity::IncomeStatement).fields.size());
        household.latestIncome.values[income::f("net_per_capita").index] = Value(qint64(12'345'678));
        household.population = 4;
        const LedgerOffice office{u"anhui-2020"_s,
                                  u"虞姬镇"_s,
                                  AreaCode::fromString(u"341323114000"),
                                  {},
                                  {},
                                  &DivisionTable::shipped()};
        LedgerRequest request{u"edge-ledger"_s, {}, QDate(2026, 10, 31), LedgerPrivacy::Full};
        auto document = ledgerDocument(request, office, std::vector<MonitoredHousehold>(120, household));
        FFP_VERIFY(document);
        QCOMPARE(document->paper, PaperSize::A4);
        QCOMPARE(document->columns.size(), 27u);
        const auto layout = layOut(shared(*document));
        FFP_VERIFY(layout);
        QCOMPARE(layout->bands().size(), 1u);
        QVERIFY(layout->fontSize() >= 7.5);
        for (size_t i = 0; i < 27; ++i)
            QCOMPARE(layout->bands()[0][i].column, i);
    }

    void a3HasRoomForMore()
    {
        TableDocument document = sampleLedger(30);
        const auto small = layOut(shared(document));
        document.paper = PaperSize::A3;
        const auto large = layOut(shared(document));
        FFP_VERIFY(small);
        FFP_VERIFY(large);
        QVERIFY(large->pageCount() < small->pageCount());
        QVERIFY(std::abs(large->setup().paperSize().width() - 1190.55) < 0.01);
    }

    void standingPaperIsHigherThanWide()
    {
        TableDocument document = sampleRoster(30);
        document.portrait = true;
        const auto layout = layOut(shared(document));
        FFP_VERIFY(layout);
        QVERIFY(std::abs(layout->setup().paperSize().width() - 595.28) < 0.01);
        QVERIFY(std::abs(layout->setup().paperSize().height() - 841.89) < 0.01);
        for (const ColumnBand &band : layout->bands())
            QVERIFY(band.back().x + band.back().width <= 595.28 - layout->setup().marginSide + 0.01);
    }

    void namesAreNotBroken()
    {
        TableDocument document = sampleLedger(2);
        std::vector<TableRow> rows;
        FFP_VERIFY(document.rows->read(0, 2, [&](qsizetype, const TableRow &row) -> Result<> {
            rows.push_back(row);
            return {};
        }));
        rows[0].cells[2] = TableCell(u"买买提江·吐尔"_s); // 7 characters in a column of 3.5
        document.rows = std::make_shared<RowList>(rows);
        const auto layout = layOut(shared(document));
        FFP_VERIFY(layout);
        PrintFonts fonts;
        const double room = layout->bands()[0][2].width - 2 * metrics::kPadX;
        QVERIFY(fonts.width(FontRole::Body, u"买买提江·吐尔") * layout->fontSize() <= room + 0.01);
    }

    void sealKeepsItsSquare()
    {
        TableDocument document = sampleLedger(1);
        const auto with = layOut(shared(document));
        document.seal.reset();
        const auto without = layOut(shared(document));
        FFP_VERIFY(with);
        FFP_VERIFY(without);
        QVERIFY(with->endBlockHeight() >= 45 * kMillimetre);
        QVERIFY(without->endBlockHeight() < 45 * kMillimetre);
    }

    void endBlockNeverStandsAlone()
    {
        // Whatever the number of rows, the last page has a household on it, however the break falls.
        for (int rows = 1; rows < 40; ++rows) {
            const auto layout = layOut(shared(sampleLedger(rows)));
            FFP_VERIFY(layout);
            QVERIFY2(!layout->rowsOf(layout->pageCount() - 1).slices.empty(),
                     qPrintable(QString::number(rows)));
        }
    }

    void missingGlyphIsAnErrorWithItsPlace()
    {
        const auto layout = layOut(shared(oneCell(u"李\uE843（自造字）\uE844"_s)));
        FFP_VERIFY_ERROR(layout, ErrorKind::PrintFailed);
        QCOMPARE(layout.error().args,
                 (QStringList{u"missing_glyphs"_s, u"U+E843（第1行 说明）"_s, u"U+E844（第1行 说明）"_s}));
        TableDocument head = oneCell(u"李"_s);
        head.title = u"台账\uE843"_s;
        FFP_VERIFY_ERROR(layOut(shared(head)), ErrorKind::PrintFailed);
    }

    void rareCharactersOfNamesHaveGlyphs()
    {
        FFP_VERIFY(layOut(
            shared(oneCell(u"㛃䶮𠅤𬱖镕喆堃"_s)))); // extension A, B, C/E and common rare ones
    }

    void wrongDeclarationsAreRefused()
    {
        PrintFonts fonts;
        SilentProgress progress;
        FFP_VERIFY_ERROR(TableLayout::make(nullptr, {}, fonts, progress), ErrorKind::InvalidArgument);
        TableDocument document = oneCell(u"一"_s);
        document.columns.pop_back(); // the row has a cell more
        FFP_VERIFY_ERROR(layOut(shared(document)), ErrorKind::InvalidArgument);
        document = oneCell(u"一"_s);
        document.columns[0].summable = true;
        FFP_VERIFY_ERROR(layOut(shared(document)), ErrorKind::InvalidArgument);
        document = oneCell(u"一"_s);
        document.title = QString(4000, u'题');
        const auto noRoom = layOut(shared(document));
        FFP_VERIFY_ERROR(noRoom, ErrorKind::PrintFailed);
        QCOMPARE(noRoom.error().args, QStringList{u"page_too_small"_s});
    }

    void cancels()
    {
        PrintFonts fonts;
        SilentProgress progress;
        progress.cancel();
        const auto document = shared(sampleLedger(10));
        FFP_VERIFY_ERROR(TableLayout::make(document, PageSetup::of(*document), fonts, progress),
                         ErrorKind::Cancelled);
    }
};

QTEST_MAIN(TestTableLayout)
#include "tst_tablelayout.moc"
