// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/plaintable.h"

#include "core/base/outputfile.h"
#include "core/base/text.h"
#include "core/tables/closeworkbook.h"

#include <QFile>
#include <QFileInfo>

#include <xlsxwriter.h>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMaxRows = 1'048'576;
constexpr qsizetype kMaxCellText = 32'767; ///< UTF-16 units that Excel accepts in one cell

class CsvTable : public PlainTable
{
public:
    explicit CsvTable(const QString &path) : m_output(path) {}

    Result<> begin()
    {
        FFP_TRY(m_output.begin());
        m_file.setFileName(m_output.temporaryPath());
        if (!m_file.open(QIODevice::WriteOnly) || m_file.write("\xEF\xBB\xBF") != 3)
            return fail(m_output.error(m_file.errorString()));
        return {};
    }
    Result<> addRow(const QStringList &cells) override
    {
        QStringList fields;
        for (const QString &cell : cells)
            fields.append(field(cell));
        const QByteArray bytes = (fields.join(u',') + u"\r\n"_s).toUtf8();
        if (m_file.write(bytes) != bytes.size())
            return fail(m_output.error(m_file.errorString()));
        return {};
    }
    Result<> finish() override
    {
        if (!m_file.flush())
            return fail(m_output.error(m_file.errorString()));
        m_file.close();
        return {};
    }
    Result<> publish() override { return m_output.commit(); }

private:
    static QString field(const QString &cell) { return csvQuoted(neutraliseFormula(cell)); }
    OutputFile m_output;
    QFile m_file;
};

class XlsxTable : public PlainTable
{
public:
    explicit XlsxTable(const QString &path) : m_output(path) {}
    ~XlsxTable() override
    {
        if (m_workbook)
            lxw_workbook_free(m_workbook); // never closed: nothing was written
    }

    Result<> begin()
    {
        FFP_TRY(m_output.begin());
        lxw_workbook_options options{};
        m_folder = QFileInfo(m_output.temporaryPath()).absolutePath().toUtf8();
        options.tmpdir = m_folder.data(); // a full disk is that of the target
        m_workbook = workbook_new_opt(m_output.temporaryPath().toUtf8().constData(), &options);
        if (!m_workbook)
            return fail(ErrorKind::Internal, u"workbook_new"_s);
        m_sheet = workbook_add_worksheet(m_workbook, nullptr);
        m_text = workbook_add_format(m_workbook);
        if (!m_sheet || !m_text)
            return fail(ErrorKind::Internal, u"workbook_add_worksheet"_s);
        // Typed digits stay text when a cell is corrected.
        format_set_num_format(m_text, "@");
        worksheet_set_column(m_sheet, 0, LXW_COL_MAX - 1, LXW_DEF_COL_WIDTH, m_text);
        return {};
    }
    Result<> addRow(const QStringList &cells) override
    {
        if (m_row >= kMaxRows) {
            Error error = Error::of(ErrorKind::TooLarge, u"rows of a sheet"_s);
            error.args = {QString::number(kMaxRows)};
            return fail(std::move(error));
        }
        for (qsizetype i = 0; i < cells.size(); ++i) {
            if (cells[i].isEmpty())
                continue;
            const QByteArray text = cells[i].left(kMaxCellText).toUtf8();
            if (const lxw_error error = worksheet_write_string(m_sheet, lxw_row_t(m_row), lxw_col_t(i),
                                                               text.constData(), m_text);
                error != LXW_NO_ERROR)
                return fail(m_output.error(QString::fromUtf8(lxw_strerror(error))));
        }
        ++m_row;
        return {};
    }
    Result<> finish() override
    {
        lxw_workbook *workbook = m_workbook;
        m_workbook = nullptr; // freed by closing, also when that fails
        return closeWorkbook(workbook, m_output);
    }
    Result<> publish() override { return m_output.commit(); }

private:
    OutputFile m_output;
    QByteArray m_folder;
    lxw_workbook *m_workbook = nullptr;
    lxw_worksheet *m_sheet = nullptr;
    lxw_format *m_text = nullptr;
    qsizetype m_row = 0;
};

template <class Table>
Result<std::unique_ptr<PlainTable>> begun(const QString &path)
{
    auto table = std::make_unique<Table>(path);
    FFP_TRY(table->begin());
    return std::unique_ptr<PlainTable>(std::move(table));
}

} // namespace

Result<std::unique_ptr<PlainTable>> PlainTable::create(const QString &path)
{
    if (path.endsWith(u".csv"_s, Qt::CaseInsensitive))
        return begun<CsvTable>(path);
    if (path.endsWith(u".xlsx"_s, Qt::CaseInsensitive))
        return begun<XlsxTable>(path);
    Error error = Error::onFile(ErrorKind::InvalidArgument, path, u"suffix"_s);
    error.args = {path};
    return fail(std::move(error));
}

} // namespace ffp
