// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/xlsreader.h"

#include "core/tables/cellnumber.h"
#include "core/tables/compoundfile.h"
#include "core/tables/sheetbuilder.h"

#include <QFile>
#include <QtEndian>

#include <freexl.h>

#include <array>
#include <charconv>

namespace ffp {
namespace {

Error damaged(int status)
{
    return Error::of(ErrorKind::TruncatedFile, QStringLiteral("freexl status %1").arg(status));
}

/// Closes also after a failed open, as freexl asks.
struct Handle {
    const void *xls = nullptr;
    Handle() = default;
    Q_DISABLE_COPY_MOVE(Handle)
    ~Handle()
    {
        if (xls)
            freexl_close(xls);
    }
};

std::string digitsOf(double value)
{
    std::array<char, 64> digits;
    const auto printed = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    return plainNumber({digits.data(), size_t(printed.ptr - digits.data())});
}

/// "2026-10-31 17:42:05" to ISO with a T, a midnight left out.
std::string isoText(std::string_view shown)
{
    std::string iso(shown);
    if (const size_t space = iso.find(' '); space != std::string::npos) {
        if (iso.ends_with(" 00:00:00"))
            iso.resize(space);
        else
            iso[space] = 'T';
    }
    return iso;
}

Result<> addCell(SheetBuilder &sheet, qint64 column, const FreeXL_CellValue &cell)
{
    switch (cell.type) {
    case FREEXL_CELL_INT: return sheet.add(column, CellKind::Number, std::to_string(cell.value.int_value));
    case FREEXL_CELL_DOUBLE: return sheet.add(column, CellKind::Number, digitsOf(cell.value.double_value));
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
        return sheet.add(column, CellKind::Text, cell.value.text_value ? cell.value.text_value : "");
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME:
        return sheet.add(column, CellKind::Date, isoText(cell.value.text_value ? cell.value.text_value : ""));
    default: return {};
    }
}

Result<Sheet> readSheet(const void *xls, quint16 index, SheetBuilder &builder, Progress &progress)
{
    unsigned rows = 0;
    quint16 columns = 0;
    if (int status = freexl_select_active_worksheet(xls, index); status != FREEXL_OK)
        return fail(damaged(status));
    if (int status = freexl_worksheet_dimensions(xls, &rows, &columns); status != FREEXL_OK)
        return fail(damaged(status));
    for (unsigned row = 0; row < rows; ++row) {
        if (row % 64 == 0) {
            if (progress.cancelled())
                return fail(ErrorKind::Cancelled);
            progress.report("read-workbook", row, rows);
        }
        FFP_TRY(builder.beginRow(qint64(row) + 1));
        for (quint16 column = 0; column < columns; ++column) {
            FreeXL_CellValue cell;
            if (int status = freexl_get_cell_value(xls, row, column, &cell); status != FREEXL_OK)
                return fail(damaged(status));
            FFP_TRY(addCell(builder, qint64(column) + 1, cell));
        }
        FFP_TRY(builder.endRow());
    }
    return builder.finish();
}

/// A FILEPASS record among the first ones ([MS-XLS] 2.4.117); everything after it is enciphered, so the
/// library below can only call it damaged.
bool isEncrypted(const QByteArray &stream)
{
    constexpr int kFilePass = 0x2F;
    constexpr int kLookedAt = 8;
    qsizetype at = 0;
    for (int i = 0; i < kLookedAt && at + 4 <= stream.size(); ++i) {
        if (qFromLittleEndian<quint16>(stream.constData() + at) == kFilePass)
            return true;
        at += 4 + qFromLittleEndian<quint16>(stream.constData() + at + 2);
    }
    return false;
}

Result<> checkContainer(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::FileUnreadable, file.errorString());
    FFP_ASSIGN(const CompoundFile container, CompoundFile::open(file.readAll()));
    // An xlsx with a password is wrapped into an OLE2 file ([MS-OFFCRYPTO] 2.3.2).
    if (container.contains(QStringLiteral("EncryptedPackage")))
        return fail(ErrorKind::PasswordProtected);
    if (!container.contains(QStringLiteral("Workbook")) && !container.contains(QStringLiteral("Book"))) {
        Error error = Error::of(ErrorKind::NotAWorkbook);
        if (container.contains(QStringLiteral("WordDocument")))
            error.args = {QStringLiteral("doc")};
        return fail(std::move(error));
    }
    const QString name = container.contains(QStringLiteral("Workbook")) ? QStringLiteral("Workbook")
                                                                        : QStringLiteral("Book");
    FFP_ASSIGN(const QByteArray stream, container.stream(name));
    if (isEncrypted(stream))
        return fail(ErrorKind::PasswordProtected);
    return {};
}

} // namespace

Result<Workbook> readXls(const QString &path, const ReadOptions &options, Progress &progress)
{
    FFP_TRY(checkContainer(path));
    Handle handle;
    if (int status = freexl_open(QFile::encodeName(path).constData(), &handle.xls); status != FREEXL_OK)
        return fail(damaged(status));
    unsigned info = 0;
    if (freexl_get_info(handle.xls, FREEXL_BIFF_PASSWORD, &info) == FREEXL_OK
        && info == FREEXL_BIFF_OBFUSCATED)
        return fail(ErrorKind::PasswordProtected);
    unsigned count = 0;
    if (int status = freexl_get_info(handle.xls, FREEXL_BIFF_SHEET_COUNT, &count); status != FREEXL_OK)
        return fail(damaged(status));

    const auto pool = std::make_shared<TextPool>();
    Workbook workbook;
    workbook.format = TableFormat::Xls;
    qint64 cells = 0;
    for (unsigned index = 0; index < count; ++index) {
        const char *name = nullptr;
        if (int status = freexl_get_worksheet_name(handle.xls, quint16(index), &name); status != FREEXL_OK)
            return fail(damaged(status));
        SheetBuilder builder(pool, options, QString::fromUtf8(name), SheetState::Visible);
        builder.setCellsBefore(cells);
        FFP_ASSIGN(Sheet sheet, readSheet(handle.xls, quint16(index), builder, progress));
        cells = builder.cells();
        workbook.sheets.append(std::move(sheet));
    }
    pool->freeze();
    workbook.pool = pool;
    return workbook;
}

} // namespace ffp
