// SPDX-License-Identifier: GPL-3.0-or-later
// Goal G5: a ledger of 14 columns with wrapped cells, from rows to the finished PDF. Also writes the same
// table as xlsx, for LibreOffice to print. usage: bench_ledger ROWS FILE.pdf
#include "core/reports/tablefile.h"
#include "tests/bench/benchsupport.h"
#include "tests/support/sampledocument.h"
#include "ui/printing/pdfwriter.h"

#include <QGuiApplication>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

/// How often each of the signs that Qt 6.4 writes as radicals must be found in the printed text, at least: in
/// the rows, and in the column heads of every page.
Result<QJsonObject> expectedSigns(const TableDocument &document, int pages)
{
    QMap<QChar, qint64> counts;
    for (const QChar sign : u"户人行风龙黄青长"_s)
        counts[sign] = 0;
    const auto count = [&counts](const QString &text, qint64 times) {
        for (auto it = counts.begin(); it != counts.end(); ++it)
            *it += text.count(it.key()) * times;
    };
    count(document.title + document.subtitle, 1);
    for (const TableColumn &column : document.columns)
        count(column.header, pages);
    FFP_TRY(document.rows->read(0, document.rows->count(), [&](qsizetype, const TableRow &row) -> Result<> {
        for (size_t i = 0; i < row.cells.size(); ++i)
            count(cellText(document.columns[i], row.cells[i], document.emptyCell), 1);
        return {};
    }));
    QJsonObject out;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        out.insert(QString(it.key()), it.value());
    return out;
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication app(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    const int rows = arguments.value(1).toInt();
    const QString path = arguments.value(2);
    if (rows < 1 || path.isEmpty()) {
        std::fputs("usage: bench_ledger ROWS FILE.pdf\n", stderr);
        return 2;
    }
    const auto document = std::make_shared<const TableDocument>(sampleLedger(rows));
    const qint64 idle = bench::memoryKib("VmRSS");
    SilentProgress progress;
    QElapsedTimer timer;
    timer.start();
    const auto printed = ui::writePdf(document, ui::PageSetup::of(*document), path, progress);
    const double took = bench::milliseconds(timer);
    const qint64 peak = bench::memoryKib("VmHWM");
    const QString sheet = path.chopped(4) + u".xlsx"_s;
    if (!printed || !writeTableFile(*document, sheet, OutputFormat::Xlsx, progress))
        return 3;
    const auto signs = expectedSigns(*document, printed->pages);
    if (!signs)
        return 3;
    return bench::print({{"ms"_L1, took},
                         {"rows"_L1, rows},
                         {"pages"_L1, printed->pages},
                         {"rss_kib"_L1, peak - idle},
                         {"sheet"_L1, sheet},
                         {"signs"_L1, *signs}});
}
