// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/pastedtext.h"

#include "core/base/text.h"
#include "core/tables/sheetbuilder.h"

#include <algorithm>

namespace ffp {
namespace {

Error tooLarge(qsizetype limit)
{
    Error error = Error::of(ErrorKind::TooLarge);
    error.args = {QString::number(limit)};
    return error;
}

class Splitter
{
public:
    explicit Splitter(QStringView text) : m_text(text) {}

    Result<QList<QStringList>> rows()
    {
        while (m_at < m_text.size())
            FFP_TRY(cell());
        endRow();
        return std::move(m_rows);
    }

private:
    /// One cell and what ends it.
    Result<> cell()
    {
        QString text;
        if (m_text[m_at] == u'"')
            FFP_TRY(quoted(text));
        // Text behind a closing quotation mark is kept, as spreadsheet programs do.
        while (m_at < m_text.size() && !isEnd(m_text[m_at]))
            text += m_text[m_at++];
        m_row.append(text);
        if (m_at >= m_text.size())
            return {};
        const QChar end = m_text[m_at++];
        if (end == u'\t') {
            if (m_at >= m_text.size())
                m_row.append(QString());
            return {};
        }
        if (end == u'\r' && m_at < m_text.size() && m_text[m_at] == u'\n')
            ++m_at;
        endRow();
        return m_rows.size() > kMostPastedRows ? Result<>(fail(tooLarge(kMostPastedRows))) : Result<>();
    }
    Result<> quoted(QString &text)
    {
        for (++m_at; m_at < m_text.size(); ++m_at) {
            if (m_text[m_at] != u'"') {
                text += m_text[m_at];
            } else if (m_at + 1 < m_text.size() && m_text[m_at + 1] == u'"') {
                text += m_text[m_at++];
            } else {
                ++m_at;
                return {};
            }
        }
        Error error = Error::of(ErrorKind::TruncatedFile, QStringLiteral("quote never closed"));
        error.subject.row = m_rows.size() + 1;
        return fail(std::move(error));
    }
    static bool isEnd(QChar c) { return c == u'\t' || c == u'\n' || c == u'\r'; }
    void endRow()
    {
        const bool blank = std::all_of(m_row.begin(), m_row.end(),
                                       [](const QString &cell) { return isBlankText(cell); });
        if (!blank)
            m_rows.append(m_row);
        m_row.clear();
    }

    QStringView m_text;
    qsizetype m_at = 0;
    QStringList m_row;
    QList<QStringList> m_rows;
};

} // namespace

Result<QList<QStringList>> rowsOfPaste(QStringView text)
{
    if (text.size() > kLargestPaste)
        return fail(tooLarge(kLargestPaste));
    if (text.contains(QChar(u'\0')))
        return fail(ErrorKind::WrongEncoding, QStringLiteral("NUL"));
    FFP_ASSIGN(QList<QStringList> rows, Splitter(text).rows());
    if (rows.size() > kMostPastedRows)
        return fail(tooLarge(kMostPastedRows));
    qsizetype width = 0;
    for (const QStringList &row : rows)
        width = std::max(width, row.size());
    for (QStringList &row : rows)
        row.resize(width);
    return rows;
}

Result<Workbook> workbookOf(const QList<QStringList> &rows)
{
    const auto pool = std::make_shared<TextPool>();
    const ReadOptions options;
    SheetBuilder sheet(pool, options, QString(), SheetState::Visible);
    for (qsizetype row = 0; row < rows.size(); ++row) {
        FFP_TRY(sheet.beginRow(row + 1));
        for (qsizetype column = 0; column < rows[row].size(); ++column)
            FFP_TRY(sheet.add(column + 1, CellKind::Text, rows[row][column].toStdString()));
        FFP_TRY(sheet.endRow());
    }
    FFP_ASSIGN(Sheet read, sheet.finish());
    pool->freeze();
    Workbook workbook;
    workbook.sheets.append(std::move(read));
    workbook.pool = pool;
    return workbook;
}

} // namespace ffp
