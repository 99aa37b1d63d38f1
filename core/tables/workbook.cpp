// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/workbook.h"

#include "core/tables/compoundfile.h"
#include "core/tables/csvreader.h"
#include "core/tables/htmlreader.h"
#include "core/tables/odsreader.h"
#include "core/tables/xlsreader.h"
#include "core/tables/xlsxreader.h"
#include "core/tables/zipfile.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace ffp {

const Sheet::Row *Sheet::find(int row) const
{
    const auto at = std::lower_bound(m_rows.cbegin(), m_rows.cend(), row,
                                     [](const Row &r, int number) { return r.number < number; });
    return at != m_rows.cend() && at->number == row ? &*at : nullptr;
}

Cell Sheet::cell(int row, int column) const
{
    const Row *const found = find(row);
    if (!found || column < 1 || column > found->count)
        return {};
    return {m_pool.get(), m_cells[found->begin + column - 1]};
}

bool Sheet::rowIsBlank(int row) const
{
    const Row *const found = find(row);
    if (!found)
        return true;
    const auto begin = m_cells.cbegin() + found->begin;
    return std::all_of(begin, begin + found->count, [this](quint32 packed) {
        const Cell cell(m_pool.get(), packed);
        return cell.isEmpty() || cell.isMerged();
    });
}

bool Sheet::rowIsHidden(int row) const
{
    return std::binary_search(m_hiddenRows.cbegin(), m_hiddenRows.cend(), row);
}

bool Sheet::columnIsHidden(int column) const
{
    return std::any_of(m_hiddenColumns.cbegin(), m_hiddenColumns.cend(), [column](const CellRange &r) {
        return column >= r.firstColumn && column <= r.lastColumn;
    });
}

namespace {

Error notAWorkbook(const QString &seemsToBe)
{
    Error error = Error::of(ErrorKind::NotAWorkbook);
    if (!seemsToBe.isEmpty())
        error.args = {seemsToBe};
    return error;
}

/// "xls" files that web systems write are often HTML, or Excel 2003 XML.
QString markupKind(const QByteArray &head)
{
    QByteArray text = head.startsWith("\xEF\xBB\xBF") ? head.mid(3) : head;
    text = text.trimmed().toLower();
    for (const char *start : {"<html", "<!doctype", "<table", "<meta", "<head", "<body", "<style", "<div"})
        if (text.startsWith(start))
            return QStringLiteral("html");
    return text.startsWith("<?xml") ? QStringLiteral("xml") : QString();
}

Result<Workbook> readZip(const QString &path, const ReadOptions &options, Progress &progress)
{
    FFP_ASSIGN(ZipFile zip, ZipFile::open(path, options));
    if (zip.contains(QByteArrayLiteral("mimetype"))) {
        FFP_ASSIGN(const QByteArray mime, zip.readAll(QByteArrayLiteral("mimetype"), 256, progress));
        if (mime.trimmed().startsWith("application/vnd.oasis.opendocument.spreadsheet"))
            return readOds(zip, options, progress);
        if (mime.contains("opendocument.text"))
            return fail(notAWorkbook(QStringLiteral("odt")));
        return fail(notAWorkbook({}));
    }
    if (zip.contains(QByteArrayLiteral("[Content_Types].xml")))
        return readXlsx(zip, options, progress);
    return fail(notAWorkbook(QStringLiteral("zip")));
}

Result<Workbook> readByContent(const QString &path, const ReadOptions &options, Progress &progress)
{
    const QFileInfo info(path);
    if (!info.exists() || info.isDir())
        return fail(ErrorKind::FileUnreadable,
                    info.exists() ? QStringLiteral("a directory") : QStringLiteral("no such file"));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::FileUnreadable, file.errorString());
    if (file.size() > options.maxFileBytes) {
        Error error = Error::of(ErrorKind::TooLarge);
        error.args = {QString::number(options.maxFileBytes)};
        return fail(std::move(error));
    }
    const QByteArray head = file.peek(1024);
    if (head.isEmpty())
        return fail(file.size() == 0 ? notAWorkbook(QStringLiteral("empty"))
                                     : Error::of(ErrorKind::FileUnreadable, file.errorString()));
    if (head.startsWith("PK\x03\x04"))
        return readZip(path, options, progress);
    if (head.startsWith(CompoundFile::signature))
        return readXls(path, options, progress);
    if (head.startsWith("%PDF"))
        return fail(notAWorkbook(QStringLiteral("pdf")));
    const QString markup = markupKind(head);
    if (markup == QLatin1String("html"))
        return readHtml(file, options, progress);
    if (!markup.isEmpty())
        return fail(notAWorkbook(markup));
    return readCsv(file, options, progress);
}

} // namespace

Result<Workbook> readWorkbook(const QString &path, const ReadOptions &options, Progress &progress)
{
    Result<Workbook> workbook = readByContent(path, options, progress);
    if (!workbook)
        workbook.error().subject.file = QFileInfo(path).fileName();
    return workbook;
}

} // namespace ffp
