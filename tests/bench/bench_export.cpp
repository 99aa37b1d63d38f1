// SPDX-License-Identifier: GPL-3.0-or-later
// Goal G4: a list of 35 columns to xlsx, the same cells as `bench_data households ROWS FILE.xlsx constant`
// writes with bare libxlsxwriter. usage: bench_export ROWS FILE.xlsx
#include "core/reports/tablefile.h"
#include "tests/bench/benchrows.h"
#include "tests/bench/benchsupport.h"

#include <QCoreApplication>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

class Households : public RowSource
{
public:
    Households(const bench::Rows &rows, qsizetype count) : m_rows(rows), m_count(count) {}
    qsizetype count() const override { return m_count; }
    Result<> read(qsizetype first, qsizetype n, const Visitor &visit) const override
    {
        for (qsizetype i = first; i < first + n; ++i) {
            TableRow row;
            const QStringList cells = m_rows.householdRow(int(i));
            row.cells.assign(cells.begin(), cells.end());
            FFP_TRY(visit(i, row));
        }
        return {};
    }

private:
    const bench::Rows &m_rows;
    qsizetype m_count;
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int count = arguments.value(1).toInt();
    const QString path = arguments.value(2);
    const bench::Rows rows(QStringLiteral(FFP_SOURCE_DIR "/resources/divisions/anhui-2023.csv"));
    if (count < 1 || path.isEmpty() || rows.isEmpty()) {
        std::fputs("usage: bench_export ROWS FILE.xlsx\n", stderr);
        return 2;
    }
    TableDocument document;
    document.id = u"bench"_s;
    document.title = u"户年度信息"_s;
    document.grandTotal = false;
    for (const QString &header : bench::Rows::householdHeaders()) {
        TableColumn column;
        column.header = header;
        document.columns.push_back(column);
    }
    document.rows = std::make_shared<Households>(rows, count);
    const qint64 idle = bench::memoryKib("VmRSS");
    SilentProgress progress;
    QElapsedTimer timer;
    timer.start();
    if (!writeTableFile(document, path, OutputFormat::Xlsx, progress))
        return 3;
    return bench::print({{"ms"_L1, bench::milliseconds(timer)},
                         {"rows"_L1, count},
                         {"rss_kib"_L1, bench::memoryKib("VmHWM") - idle}});
}
