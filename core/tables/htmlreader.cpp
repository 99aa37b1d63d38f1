// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/htmlreader.h"

#include "core/tables/cellnumber.h"
#include "core/tables/sheetbuilder.h"
#include "core/tables/textdecoder.h"

#include <QFile>

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <memory>
#include <optional>
#include <string>

namespace ffp {
namespace {

/// SAX events become rows of one sheet. A table inside a cell is text of that cell.
class TableHandler
{
public:
    TableHandler(std::shared_ptr<TextPool> pool, const ReadOptions &options)
        : m_options(options),
          m_sheet(std::move(pool), options, {}, SheetState::Visible)
    {}

    Result<> start(std::string_view name, const xmlChar **attributes)
    {
        if (name == "table") {
            ++m_tables;
            ++m_depth;
            return {};
        }
        if (name == "script" || name == "style")
            ++m_skip;
        if (m_depth != 1) {
            if (m_depth > 1 && m_inCell && (name == "td" || name == "th" || name == "br"))
                addSpace(' '); // words of cells inside a cell do not run together
            return {};
        }
        if (name == "tr")
            return startRow(attributes);
        if (name == "td" || name == "th")
            return startCell(attributes);
        if (m_inCell && name == "br")
            addSpace('\n');
        else if (m_inCell && (name == "p" || name == "div" || name == "li") && !m_text.empty())
            addSpace('\n');
        return {};
    }

    Result<> end(std::string_view name)
    {
        if (name == "script" || name == "style")
            m_skip = std::max(0, m_skip - 1);
        if (name == "table" && m_depth > 0) {
            if (m_depth == 1)
                FFP_TRY(endRow());
            --m_depth;
            return {};
        }
        if (m_depth != 1)
            return {};
        if (name == "td" || name == "th")
            return endCell();
        if (name == "tr")
            return endRow();
        return {};
    }

    Result<> characters(std::string_view text)
    {
        if (!m_inCell || m_skip > 0)
            return {};
        FFP_TRY(appendToCell(m_text, {}, m_options));
        std::string piece;
        for (const char c : text) { // white space collapses
            const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
            if (space) {
                m_space = m_space ? m_space : ' ';
                continue;
            }
            if (m_space && !(m_text.empty() && piece.empty()))
                piece += m_space;
            m_space = 0;
            piece += c;
        }
        return appendToCell(m_text, piece, m_options);
    }

    bool hasTable() const { return m_tables > 0; }
    Result<Sheet> finish()
    {
        FFP_TRY(endRow());
        return m_sheet.finish();
    }

private:
    static std::string_view attribute(const xmlChar **attributes, std::string_view name)
    {
        for (; attributes && attributes[0]; attributes += 2)
            if (name == reinterpret_cast<const char *>(attributes[0]) && attributes[1])
                return reinterpret_cast<const char *>(attributes[1]);
        return {};
    }
    static qint64 span(const xmlChar **attributes, std::string_view name)
    {
        const std::string_view text = attribute(attributes, name);
        qint64 value = 1;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return std::clamp<qint64>(value, 1, kMostSpan);
    }
    static bool isHidden(const xmlChar **attributes)
    {
        std::string style(attribute(attributes, "style"));
        std::erase(style, ' ');
        return style.find("display:none") != std::string::npos;
    }

    Result<> startRow(const xmlChar **attributes)
    {
        FFP_TRY(endRow());
        m_inRow = true;
        ++m_row;
        m_column = 0;
        if (isHidden(attributes))
            m_sheet.hideRow(m_row);
        return m_sheet.beginRow(m_row);
    }

    Result<> startCell(const xmlChar **attributes)
    {
        FFP_TRY(endCell());
        if (!m_inRow) // a cell right below the table
            FFP_TRY(startRow(nullptr));
        m_inCell = true;
        m_text.clear();
        m_space = 0;
        m_number = attribute(attributes, "x:num");
        do // places that a cell of a row above covers
            ++m_column;
        while (isCovered(m_column));
        const qint64 rows = span(attributes, "rowspan");
        const qint64 columns = span(attributes, "colspan");
        m_last = m_column + columns - 1;
        if (rows == 1 && columns == 1)
            return {};
        for (qint64 column = m_column; rows > 1 && column <= m_last; ++column)
            m_covered[column] = m_row + rows - 1;
        if (m_row > m_options.maxRows || m_last > m_options.maxColumns)
            return fail(m_sheet.tooLarge(QString::number(m_options.maxColumns)));
        return m_sheet.merge({int(m_row), int(m_column),
                              int(std::min<qint64>(m_row + rows - 1, m_options.maxRows)), int(m_last)});
    }

    bool isCovered(qint64 column) const
    {
        const auto found = m_covered.find(column);
        return found != m_covered.end() && found->second >= m_row;
    }

    Result<> endCell()
    {
        if (!m_inCell)
            return {};
        m_inCell = false;
        const std::string number = m_number.empty() ? std::string() : plainNumber(m_number);
        const qint64 column = std::exchange(m_column, m_last);
        if (!number.empty())
            return m_sheet.add(column, CellKind::Number, number);
        return m_text.empty() ? Result<>() : m_sheet.add(column, CellKind::Text, m_text);
    }

    Result<> endRow()
    {
        FFP_TRY(endCell());
        if (!std::exchange(m_inRow, false) || m_sheet.rowIsEmpty())
            return {};
        return m_sheet.endRow();
    }

    void addSpace(char space) { m_space = m_space == '\n' ? m_space : space; }

    static constexpr qint64 kMostSpan = 100'000;

    const ReadOptions &m_options;
    SheetBuilder m_sheet;
    std::map<qint64, qint64> m_covered; ///< column → last row that a cell of an earlier row covers
    std::string m_text;
    std::string m_number;
    char m_space = 0; ///< white space that follows if anything does
    int m_tables = 0;
    int m_depth = 0; ///< of tables
    int m_skip = 0;
    bool m_inRow = false;
    bool m_inCell = false;
    qint64 m_row = 0;
    qint64 m_column = 0;
    qint64 m_last = 0;
};

/// Whether every table of the page is closed: the parser closes what is left open without a word.
class ClosedTables
{
public:
    void see(std::string_view piece)
    {
        m_tail.append(piece.data(), qsizetype(piece.size()));
        const QByteArray text = m_tail.toLower();
        qsizetype from = 0;
        for (qsizetype at; (at = text.indexOf("table", from)) >= 0 && at + 5 < text.size(); from = at + 5) {
            const char after = text[at + 5];
            if (after != '>' && after != ' ' && after != '\t' && after != '\r' && after != '\n')
                continue;
            if (at >= 1 && text[at - 1] == '<')
                ++m_open;
            else if (at >= 2 && text[at - 1] == '/' && text[at - 2] == '<')
                --m_open;
        }
        m_tail = m_tail.right(std::min<qsizetype>(kTail, text.size() - from));
    }
    /// A page that ends inside a tag has an open one, too.
    bool all() const { return m_open <= 0 && !m_tail.toLower().endsWith("<table"); }

private:
    static constexpr qsizetype kTail = 7; ///< "</table" before its next character
    QByteArray m_tail;
    int m_open = 0;
};

struct Parse {
    explicit Parse(TableHandler &handler) : handler(handler) {}

    TableHandler &handler;
    htmlParserCtxtPtr context = nullptr;
    std::optional<Error> error;

    void note(Result<> result)
    {
        if (result || error)
            return;
        error = std::move(result.error());
        xmlStopParser(context);
    }
};

Parse &parseOf(void *self)
{
    return *static_cast<Parse *>(self);
}

std::string_view viewOf(const xmlChar *text, int size = -1)
{
    const char *chars = reinterpret_cast<const char *>(text);
    return size < 0 ? std::string_view(chars) : std::string_view(chars, size_t(size));
}

htmlSAXHandler handlers()
{
    htmlSAXHandler sax{};
    sax.startElement = [](void *self, const xmlChar *name, const xmlChar **attributes) {
        parseOf(self).note(parseOf(self).handler.start(viewOf(name), attributes));
    };
    sax.endElement = [](void *self, const xmlChar *name) {
        parseOf(self).note(parseOf(self).handler.end(viewOf(name)));
    };
    sax.characters = [](void *self, const xmlChar *text, int size) {
        parseOf(self).note(parseOf(self).handler.characters(viewOf(text, size)));
    };
    sax.ignorableWhitespace = sax.characters;
    return sax;
}

} // namespace

Result<Workbook> readHtml(QFile &file, const ReadOptions &options, Progress &progress)
{
    FFP_ASSIGN(const TextEncoding encoding, detectEncoding(file, progress));
    const auto pool = std::make_shared<TextPool>();
    TableHandler handler(pool, options);
    Parse parse(handler);
    htmlSAXHandler sax = handlers();
    const std::unique_ptr<htmlParserCtxt, void (*)(htmlParserCtxtPtr)>
        context(htmlCreatePushParserCtxt(&sax, &parse, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8),
                htmlFreeParserCtxt);
    if (!context)
        return fail(ErrorKind::Internal, QStringLiteral("htmlCreatePushParserCtxt"));
    parse.context = context.get();
    htmlCtxtUseOptions(context.get(), HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                          | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
    ClosedTables closed;
    FFP_TRY(decodeText(file, encoding, progress, [&](std::string_view piece) -> Result<> {
        closed.see(piece);
        htmlParseChunk(context.get(), piece.data(), int(piece.size()), 0);
        return parse.error ? Result<>(fail(*parse.error)) : Result<>();
    }));
    htmlParseChunk(context.get(), nullptr, 0, 1);
    if (parse.error)
        return fail(std::move(*parse.error));
    if (!handler.hasTable()) {
        Error error = Error::of(ErrorKind::NotAWorkbook);
        error.args = {QStringLiteral("html")};
        return fail(std::move(error));
    }
    if (!closed.all())
        return fail(ErrorKind::TruncatedFile, QStringLiteral("a table is never closed"));
    FFP_ASSIGN(Sheet sheet, handler.finish());
    pool->freeze();
    Workbook workbook;
    workbook.format = TableFormat::Html;
    workbook.encoding = encodingName(encoding);
    workbook.sheets.append(std::move(sheet));
    workbook.pool = pool;
    return workbook;
}

} // namespace ffp
