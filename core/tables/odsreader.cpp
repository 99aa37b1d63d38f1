// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/odsreader.h"

#include "core/tables/cellnumber.h"
#include "core/tables/sheetbuilder.h"
#include "core/tables/xmlstream.h"
#include "core/tables/zipfile.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

namespace ffp {
namespace {

/// META-INF/manifest.xml names the parts that are encrypted.
class ManifestHandler : public XmlHandler
{
public:
    Result<> startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        encrypted = encrypted || name == "encryption-data"
                    || attributes.text("full-path") == "encrypted-package";
        return {};
    }
    Result<> endElement(std::string_view) override { return {}; }
    Result<> characters(std::string_view) override { return {}; }

    bool encrypted = false;
};

template <size_t N>
bool isOneOf(std::string_view name, const std::array<std::string_view, N> &names)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// "PT08H30M00S" to "08:30:00"; empty for a duration of a day and more, or anything else.
std::string timeOfDay(std::string_view duration)
{
    static const QRegularExpression pattern(QStringLiteral("^PT(\\d+)H(\\d+)M(\\d+)(?:[.,]\\d+)?S$"));
    const auto match = pattern.match(QString::fromUtf8(duration.data(), qsizetype(duration.size())));
    if (!match.hasMatch() || match.capturedView(1).toInt() > 23)
        return {};
    const QTime time(match.capturedView(1).toInt(), match.capturedView(2).toInt(),
                     match.capturedView(3).toInt());
    return time.toString(Qt::ISODate).toStdString();
}

/// "2026-10-31T00:00:00.000" to "2026-10-31"; seconds are the smallest unit kept.
std::string isoDate(std::string_view value)
{
    value = value.substr(0, value.find('.'));
    if (value.ends_with("T00:00:00"))
        value.remove_suffix(9);
    return std::string(value);
}

class ContentHandler : public XmlHandler
{
public:
    ContentHandler(std::shared_ptr<TextPool> pool, const ReadOptions &options)
        : m_pool(std::move(pool)),
          m_options(options)
    {}

    Result<> startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        if (m_skip > 0) {
            ++m_skip;
            return {};
        }
        if (m_inParagraph) {
            return startInParagraph(name, attributes);
        }
        if (m_inCell) {
            // Notes, drawings and their captions are no part of the cell's value.
            if (name == "p" || name == "h")
                startParagraph();
            else
                m_skip = 1;
            return {};
        }
        if (m_sheet)
            return startInTable(name, attributes);
        if (m_inSpreadsheet) {
            if (name == "table")
                return startTable(attributes);
            m_skip = 1; // linked tables, change tracking, filters
            return {};
        }
        if (name == "spreadsheet") {
            m_inSpreadsheet = true;
            isSpreadsheet = true;
        } else if (name == "style") {
            m_style = attributes.text("family") == "table" ? std::string(attributes.text("name"))
                                                           : std::string();
        } else if (name == "table-properties" && !m_style.empty()) {
            if (attributes.text("display") == "false")
                m_hiddenStyles.insert(QByteArray::fromStdString(m_style));
        }
        return {};
    }

    Result<> endElement(std::string_view name) override
    {
        if (m_skip > 0) {
            --m_skip;
            return {};
        }
        if (m_inParagraph) {
            if (--m_inParagraph == 0)
                m_paragraphs++;
            return {};
        }
        if (m_inCell) {
            m_inCell = false;
            return endCell();
        }
        if (name == "table-row" && m_sheet)
            return endRow();
        if (name == "table" && m_sheet) {
            FFP_ASSIGN(Sheet sheet, m_sheet->finish());
            m_cells = m_sheet->cells();
            sheets.append(std::move(sheet));
            m_sheet.reset();
        } else if (name == "spreadsheet") {
            m_inSpreadsheet = false;
        }
        return {};
    }

    Result<> characters(std::string_view text) override
    {
        if (!m_inParagraph || m_skip > 0)
            return {};
        FFP_TRY(appendToCell(m_text, {}, m_options));
        for (const char c : text) { // ISO 26300 6.1.2: white space collapses
            const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (!space)
                m_text += c;
            else if (!m_afterSpace)
                m_text += ' ';
            m_afterSpace = space;
        }
        return {};
    }

    QList<Sheet> sheets;
    bool isSpreadsheet = false;

private:
    Result<> startTable(const XmlAttributes &attributes)
    {
        if (sheets.size() >= m_options.maxSheets) {
            Error error = Error::of(ErrorKind::TooLarge, QStringLiteral("sheets"));
            error.args = {QString::number(m_options.maxSheets)};
            return fail(std::move(error));
        }
        const std::string_view name = attributes.text("name");
        const std::string_view style = attributes.text("style-name");
        const bool hidden = m_hiddenStyles.contains(QByteArray(style.data(), qsizetype(style.size())));
        m_sheet.emplace(m_pool, m_options, QString::fromUtf8(name.data(), qsizetype(name.size())),
                        hidden ? SheetState::Hidden : SheetState::Visible);
        m_sheet->setCellsBefore(m_cells);
        m_row = 1;
        m_describedColumn = 1;
        return {};
    }

    Result<> startInTable(std::string_view name, const XmlAttributes &attributes)
    {
        static constexpr std::array<std::string_view, 8>
            wrappers{"table-row-group",      "table-header-rows", "table-rows", "table-column-group",
                     "table-header-columns", "table-columns",     "table-cell", "covered-table-cell"};
        const std::string_view visibility = attributes.text("visibility");
        const bool hidden = visibility == "collapse" || visibility == "filter";
        if (name == "table-row") {
            m_rowRepeat = qBound(qint64(1), attributes.number("number-rows-repeated", 1), repeatCap);
            m_rowHidden = hidden;
            m_column = 1;
            m_inRow = true;
            return m_sheet->beginRow(m_row);
        }
        if (name == "table-column") {
            const qint64 repeat = qBound(qint64(1), attributes.number("number-columns-repeated", 1),
                                         repeatCap);
            if (hidden)
                m_sheet->hideColumns(m_describedColumn, m_describedColumn + repeat - 1);
            m_describedColumn = qMin(m_describedColumn + repeat, repeatCap);
            return {};
        }
        if (m_inRow && (name == "table-cell" || name == "covered-table-cell"))
            return startCell(attributes);
        if (!isOneOf(name, wrappers))
            m_skip = 1;
        return {};
    }

    Result<> startCell(const XmlAttributes &attributes)
    {
        m_inCell = true;
        m_text.clear();
        m_paragraphs = 0;
        m_value.clear();
        m_columnRepeat = qBound(qint64(1), attributes.number("number-columns-repeated", 1), repeatCap);
        m_flags = attributes.value("formula") ? Cell::FormulaBit : 0;
        const char *const type = attributes.prefixedValue("office:value-type");
        const std::string_view valueType = type ? type : "string";
        const char *const shown = attributes.prefixedValue("calcext:value-type");
        m_kind = CellKind::Text;
        if (shown && std::string_view(shown) == "error") {
            m_kind = CellKind::Error;
        } else if (valueType == "float" || valueType == "percentage" || valueType == "currency") {
            m_kind = CellKind::Number;
            const char *const value = attributes.prefixedValue("office:value");
            m_value = plainNumber(value ? value : "");
        } else if (valueType == "date") {
            m_kind = CellKind::Date;
            m_value = isoDate(attributes.text("date-value"));
        } else if (valueType == "time") {
            m_value = timeOfDay(attributes.text("time-value"));
            m_kind = m_value.empty() ? CellKind::Text : CellKind::Date;
        } else if (valueType == "boolean") {
            m_kind = CellKind::Boolean;
            m_value = attributes.text("boolean-value") == "true" ? "TRUE" : "FALSE";
        } else {
            m_value = attributes.text("string-value");
        }
        const qint64 rows = attributes.number("number-rows-spanned", 1);
        const qint64 columns = attributes.number("number-columns-spanned", 1);
        if ((rows > 1 || columns > 1) && rows >= 1 && columns >= 1 && m_row <= m_options.maxRows
            && m_column <= m_options.maxColumns)
            return m_sheet->merge({int(m_row), int(m_column),
                                   int(qMin<qint64>(m_row + rows - 1, m_options.maxRows)),
                                   int(qMin<qint64>(m_column + columns - 1, m_options.maxColumns))});
        return {};
    }

    Result<> endCell()
    {
        const bool fromText = m_paragraphs > 0 && (m_kind == CellKind::Text || m_kind == CellKind::Error);
        const std::string &value = fromText ? m_text : m_value;
        const qint64 first = m_column;
        m_column = qMin(m_column + m_columnRepeat, repeatCap);
        if (value.empty() && m_flags == 0)
            return {};
        if (m_column - 1 > m_options.maxColumns)
            return fail(m_sheet->tooLarge(QString::number(m_options.maxColumns)));
        FFP_ASSIGN(const quint32 index, m_sheet->intern(value));
        for (qint64 column = m_column - 1; column >= first; --column)
            FFP_TRY(m_sheet->addInterned(column, m_kind, index, m_flags));
        return {};
    }

    Result<> endRow()
    {
        m_inRow = false;
        if (!m_sheet->rowIsEmpty()) {
            FFP_TRY(m_sheet->endRow());
            FFP_TRY(m_sheet->repeatRow(m_rowRepeat - 1));
            for (qint64 row = m_row; m_rowHidden && row < m_row + m_rowRepeat; ++row)
                m_sheet->hideRow(row);
        }
        m_row = qMin(m_row + m_rowRepeat, repeatCap);
        return {};
    }

    void startParagraph()
    {
        if (m_paragraphs > 0)
            m_text += '\n';
        m_inParagraph = 1;
        m_afterSpace = true;
    }

    Result<> startInParagraph(std::string_view name, const XmlAttributes &attributes)
    {
        if (isOneOf(name, notText)) {
            m_skip = 1;
            return {};
        }
        ++m_inParagraph;
        std::string space;
        if (name == "s")
            space.assign(size_t(qBound(qint64(1), attributes.number("c", 1), qint64(32'767))),
                         ' '); // a cell holds no more
        else if (name == "tab")
            space = '\t';
        else if (name == "line-break")
            space = '\n';
        if (!space.empty())
            m_afterSpace = false;
        return appendToCell(m_text, space, m_options);
    }

    static constexpr std::array<std::string_view, 5> notText{"annotation", "annotation-end", "ruby-text",
                                                             "note", "frame"};
    /// Beyond this nothing is a sheet of anybody's; keeps sums of repeats from overflowing.
    static constexpr qint64 repeatCap = 1'000'000'000;

    std::shared_ptr<TextPool> m_pool;
    const ReadOptions &m_options;
    std::optional<SheetBuilder> m_sheet;
    qint64 m_cells = 0;
    QSet<QByteArray> m_hiddenStyles;
    std::string m_style;
    int m_skip = 0;        ///< depth inside a subtree that is left out
    int m_inParagraph = 0; ///< depth inside text:p
    bool m_inSpreadsheet = false;
    bool m_inRow = false;
    bool m_inCell = false;
    bool m_rowHidden = false;
    bool m_afterSpace = false;
    qint64 m_row = 1;
    qint64 m_column = 1;
    qint64 m_describedColumn = 1; ///< next one of table:table-column
    qint64 m_rowRepeat = 1;
    qint64 m_columnRepeat = 1;
    quint32 m_flags = 0;
    CellKind m_kind = CellKind::Text;
    int m_paragraphs = 0;
    std::string m_value;
    std::string m_text;
};

} // namespace

Result<Workbook> readOds(ZipFile &zip, const ReadOptions &options, Progress &progress)
{
    const QByteArray manifestPart = QByteArrayLiteral("META-INF/manifest.xml");
    if (zip.contains(manifestPart)) {
        ManifestHandler manifest;
        FFP_TRY(parseXml(zip, manifestPart, manifest, progress));
        if (manifest.encrypted)
            return fail(ErrorKind::PasswordProtected);
    }
    const auto pool = std::make_shared<TextPool>();
    ContentHandler content(pool, options);
    auto read = parseXml(zip, QByteArrayLiteral("content.xml"), content, progress);
    if (!read) {
        Error error = std::move(read.error());
        if (error.kind == ErrorKind::NotFound)
            error.kind = ErrorKind::TruncatedFile;
        return fail(std::move(error));
    }
    if (!content.isSpreadsheet)
        return fail(ErrorKind::TruncatedFile, QStringLiteral("content.xml holds no spreadsheet"));
    pool->freeze();
    Workbook workbook;
    workbook.format = TableFormat::Ods;
    workbook.sheets = std::move(content.sheets);
    workbook.pool = pool;
    return workbook;
}

} // namespace ffp
