// SPDX-License-Identifier: GPL-3.0-or-later
// Makes the big files of the measurements, or only times the bare writer (yardstick of G4).
// usage: bench_data members|households ROWS FILE.xlsx|FILE.csv [constant]
//   constant: libxlsxwriter's constant-memory mode (texts in the cells), else shared strings as other
//   software writes them.
#include "tests/bench/benchrows.h"
#include "tests/bench/benchsupport.h"

#include <QCoreApplication>

#include <xlsxwriter.h>

using namespace bench;

namespace {

bool writeCsv(const QString &path, const QStringList &headers, int rows,
              const std::function<QStringList(int)> &row)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    file.write("\xef\xbb\xbf");
    file.write(headers.join(u',').toUtf8() + "\r\n");
    for (int i = 0; i < rows; ++i)
        file.write(row(i).join(u',').toUtf8() + "\r\n");
    return file.flush();
}

bool writeXlsx(const QString &path, const QStringList &headers, int rows,
               const std::function<QStringList(int)> &row, bool constantMemory)
{
    lxw_workbook_options options{};
    options.constant_memory = constantMemory ? LXW_TRUE : LXW_FALSE;
    lxw_workbook *book = workbook_new_opt(QFile::encodeName(path).constData(), &options);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "Sheet1");
    const auto write = [sheet](lxw_row_t r, const QStringList &cells) {
        for (qsizetype c = 0; c < cells.size(); ++c)
            if (!cells[c].isEmpty())
                worksheet_write_string(sheet, r, lxw_col_t(c), cells[c].toUtf8().constData(), nullptr);
    };
    write(0, headers);
    for (int i = 0; i < rows; ++i)
        write(lxw_row_t(i + 1), row(i));
    return workbook_close(book) == LXW_NO_ERROR;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const QString kind = arguments.value(1);
    const int count = arguments.value(2).toInt();
    const QString path = arguments.value(3);
    const bool members = kind == "members"_L1;
    const Rows rows(QStringLiteral(FFP_SOURCE_DIR "/resources/divisions/anhui-2023.csv"));
    if (arguments.size() < 4 || count < 1 || (!members && kind != "households"_L1) || rows.isEmpty()) {
        std::fputs("usage: bench_data members|households ROWS FILE.xlsx|FILE.csv [constant]\n", stderr);
        return 2;
    }
    const auto row = [&rows, members](int i) { return members ? rows.memberRow(i) : rows.householdRow(i); };
    const QStringList headers = members ? Rows::memberHeaders() : Rows::householdHeaders();
    const qint64 idle = memoryKib("VmRSS");
    QElapsedTimer timer;
    timer.start();
    const bool done = path.endsWith(".csv"_L1)
                          ? writeCsv(path, headers, count, row)
                          : writeXlsx(path, headers, count, row, arguments.value(4) == "constant"_L1);
    if (!done) {
        std::fputs("bench_data: cannot write the file\n", stderr);
        return 3;
    }
    return print({{"rows"_L1, count},
                  {"columns"_L1, headers.size()},
                  {"ms"_L1, milliseconds(timer)},
                  {"rss_kib"_L1, memoryKib("VmHWM") - idle}});
}
