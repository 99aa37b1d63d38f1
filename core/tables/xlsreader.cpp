// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/xlsreader.h"

#include "core/tables/cellnumber.h"
#include "core/tables/compoundfile.h"
#include "core/tables/sheetbuilder.h"

#include <QFile>
#include <QtEndian>

#include <freexl.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

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

/// The records of a workbook stream, one after the other ([MS-XLS] 2.1.4).
class Records
{
public:
    Records(const QByteArray &stream, qsizetype at) : m_stream(stream), m_next(at) {}
    /// False at the end of the stream, or where it breaks off.
    bool next()
    {
        constexpr qsizetype kHead = 4;
        if (m_next < 0 || m_next + kHead > m_stream.size())
            return false;
        const qsizetype body = m_next + kHead;
        const qsizetype size = qFromLittleEndian<quint16>(m_stream.constData() + m_next + 2);
        if (body + size > m_stream.size())
            return false;
        m_type = qFromLittleEndian<quint16>(m_stream.constData() + m_next);
        m_body = QByteArrayView(m_stream).sliced(body, size);
        m_next = body + size;
        return true;
    }
    int type() const { return m_type; }
    qsizetype size() const { return m_body.size(); }
    template <class Number>
    Number at(qsizetype offset) const
    {
        return qFromLittleEndian<Number>(m_body.data() + offset);
    }

private:
    const QByteArray &m_stream;
    qsizetype m_next;
    int m_type = 0;
    QByteArrayView m_body;
};

constexpr int kBof = 0x809;
constexpr int kEof = 0x0A;

/// Where the records of each sheet begin, in the order of the sheets ([MS-XLS] 2.4.28).
std::vector<qsizetype> sheetPositions(const QByteArray &stream)
{
    constexpr int kBoundSheet = 0x85;
    std::vector<qsizetype> positions;
    for (Records records(stream, 0); records.next() && records.type() != kEof;)
        if (records.type() == kBoundSheet && records.size() >= 4)
            positions.push_back(records.at<quint32>(0));
    return positions;
}

/// The library reads no merged ranges ([MS-XLS] 2.4.168), so they are read beside it.
Result<> addMerges(SheetBuilder &sheet, const QByteArray &stream, qsizetype position)
{
    constexpr int kMergeCells = 0xE5;
    constexpr qsizetype kRange = 8;
    int depth = 0; // a chart in the sheet has a begin and an end of its own
    for (Records records(stream, position); records.next();) {
        depth += records.type() == kBof;
        depth -= records.type() == kEof;
        if (depth <= 0)
            return {};
        if (records.type() != kMergeCells || records.size() < 2)
            continue;
        const qsizetype count = std::min<qsizetype>(records.at<quint16>(0), (records.size() - 2) / kRange);
        for (qsizetype i = 0; i < count; ++i) {
            const auto number = [&](int which) {
                return int(records.at<quint16>(2 + i * kRange + 2 * which)) + 1;
            };
            const CellRange range{number(0), number(2), number(1), number(3)};
            if (range.firstRow <= range.lastRow && range.firstColumn <= range.lastColumn)
                FFP_TRY(sheet.merge(range));
        }
    }
    return {};
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

/// The workbook stream of a file that can be read.
Result<QByteArray> openContainer(const QString &path)
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
    FFP_ASSIGN(QByteArray stream, container.stream(name));
    if (isEncrypted(stream))
        return fail(ErrorKind::PasswordProtected);
    return stream;
}

} // namespace

Result<Workbook> readXls(const QString &path, const ReadOptions &options, Progress &progress)
{
    FFP_ASSIGN(const QByteArray stream, openContainer(path));
    const std::vector<qsizetype> positions = sheetPositions(stream);
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
    workbook.date1904 = freexl_get_info(handle.xls, FREEXL_BIFF_DATEMODE, &info) == FREEXL_OK
                        && info == FREEXL_BIFF_DATEMODE_1904;
    qint64 cells = 0;
    for (unsigned index = 0; index < count; ++index) {
        const char *name = nullptr;
        if (int status = freexl_get_worksheet_name(handle.xls, quint16(index), &name); status != FREEXL_OK)
            return fail(damaged(status));
        SheetBuilder builder(pool, options, QString::fromUtf8(name), SheetState::Visible);
        builder.setCellsBefore(cells);
        if (index < positions.size())
            FFP_TRY(addMerges(builder, stream, positions[index]));
        FFP_ASSIGN(Sheet sheet, readSheet(handle.xls, quint16(index), builder, progress));
        cells = builder.cells();
        workbook.sheets.append(std::move(sheet));
    }
    pool->freeze();
    workbook.pool = pool;
    return workbook;
}

} // namespace ffp
