// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/csvreader.h"

#include "core/tables/sheetbuilder.h"
#include "core/tables/textdecoder.h"

#include <QFile>

#include <algorithm>
#include <array>

namespace ffp {
namespace {

constexpr std::array separators{',', ';', '\t'};

/// The separator that makes the widest record of the beginning; a comma when none does.
char detectSeparator(std::string_view beginning)
{
    char best = ',';
    int widest = 0;
    for (const char separator : separators) {
        int records = 0;
        int width = 0;
        bool quoted = false;
        bool fieldStart = true;
        for (size_t i = 0; i < beginning.size() && records < 20; ++i) {
            const char c = beginning[i];
            if (quoted) {
                quoted = c != '"';
            } else if (c == '"' && fieldStart) {
                quoted = true;
            } else if (c == separator) {
                ++width;
            } else if (c == '\n' || c == '\r') {
                if (width > widest) {
                    widest = width;
                    best = separator;
                }
                ++records;
                width = 0;
            }
            fieldStart = c == separator || c == '\n' || c == '\r';
        }
        if (width > widest) {
            widest = width;
            best = separator;
        }
    }
    return best;
}

/// Takes decoded UTF-8 in pieces of any size and puts records into the sheet.
class CsvParser
{
public:
    CsvParser(SheetBuilder &sheet, char separator, const ReadOptions &options)
        : m_sheet(sheet),
          m_separator(separator),
          m_options(options)
    {}

    Result<> feed(std::string_view text)
    {
        for (size_t i = 0; i < text.size(); ++i) {
            // Plain stretches of a field in one go.
            if (m_state == State::Plain || m_state == State::Quoted) {
                const size_t end = m_state == State::Quoted ? text.find('"', i) : endOfPlain(text, i);
                const size_t stop = end == std::string_view::npos ? text.size() : end;
                FFP_TRY(append(text.substr(i, stop - i)));
                if (stop == text.size())
                    return {};
                i = stop;
            }
            FFP_TRY(step(text[i]));
        }
        return {};
    }

    Result<> finish()
    {
        if (m_state == State::Quoted)
            return fail(neverClosed());
        if (m_state != State::RecordStart && m_state != State::AfterReturn)
            FFP_TRY(endRecord());
        return {};
    }

    qint64 row() const { return m_row; }

private:
    enum class State : quint8 {
        RecordStart,
        AfterReturn, ///< as RecordStart; a line feed belongs to the carriage return before
        FieldStart,
        Plain,
        Quoted,
        AfterQuote
    };

    size_t endOfPlain(std::string_view text, size_t from) const
    {
        for (size_t i = from; i < text.size(); ++i)
            if (text[i] == m_separator || text[i] == '\n' || text[i] == '\r')
                return i;
        return std::string_view::npos;
    }

    Result<> step(char c)
    {
        if (m_state == State::AfterReturn && c == '\n') {
            m_state = State::RecordStart;
            return {};
        }
        switch (m_state) {
        case State::RecordStart:
        case State::AfterReturn:
            ++m_row;
            m_column = 0;
            FFP_TRY(m_sheet.beginRow(m_row));
            [[fallthrough]];
        case State::FieldStart:
            m_field.clear();
            ++m_column;
            if (c == '"') {
                m_state = State::Quoted;
                return {};
            }
            m_state = State::Plain;
            break;
        case State::Quoted:
            m_state = State::AfterQuote; // the only character that ends a quoted stretch
            return {};
        case State::AfterQuote:
            if (c == '"') {
                m_field += '"';
                m_state = State::Quoted;
                return {};
            }
            m_state = State::Plain; // text after the closing quote is kept, as Excel does
            break;
        case State::Plain: break;
        }
        if (c == m_separator) {
            FFP_TRY(endField());
            m_state = State::FieldStart;
        } else if (c == '\n' || c == '\r') {
            FFP_TRY(endRecord());
            m_state = c == '\r' ? State::AfterReturn : State::RecordStart;
        } else {
            m_field += c;
        }
        return {};
    }

    Error neverClosed() const
    {
        Error error = Error::of(ErrorKind::TruncatedFile, QStringLiteral("quote never closed"));
        error.subject.row = m_row;
        return error;
    }

    Result<> append(std::string_view piece)
    {
        Result<> added = appendToCell(m_field, piece, m_options);
        if (!added && m_state == State::Quoted) // a stray quote swallows what follows it
            return fail(neverClosed());
        return added;
    }

    Result<> endField()
    {
        // ="0123" is how digits are kept from Excel: a formula that is a text.
        const std::string_view field = m_field;
        if (field.size() < 3 || !field.starts_with("=\"") || !field.ends_with('"'))
            return m_sheet.add(m_column, CellKind::Text, field);
        std::string inner(field.substr(2, field.size() - 3));
        for (size_t at = inner.find("\"\""); at != std::string::npos; at = inner.find("\"\"", at + 1))
            inner.erase(at, 1);
        return m_sheet.add(m_column, CellKind::Text, inner, inner.empty() ? 0 : Cell::WrappedBit);
    }

    Result<> endRecord()
    {
        if (m_state == State::FieldStart) { // the record ends on a separator
            m_field.clear();
            ++m_column;
        }
        FFP_TRY(endField());
        return m_sheet.endRow();
    }

    SheetBuilder &m_sheet;
    const char m_separator;
    const ReadOptions &m_options;
    State m_state = State::RecordStart;
    qint64 m_row = 0;
    qint64 m_column = 0;
    std::string m_field;
};

} // namespace

Result<Workbook> readCsv(QFile &file, const ReadOptions &options, Progress &progress)
{
    FFP_ASSIGN(const TextEncoding encoding, detectEncoding(file, progress));

    const auto pool = std::make_shared<TextPool>();
    SheetBuilder sheet(pool, options, QString(), SheetState::Visible);
    std::optional<CsvParser> parser;
    char separator = ',';
    auto decoded = decodeText(file, encoding, progress, [&](std::string_view text) -> Result<> {
        if (!parser) {
            separator = detectSeparator(text);
            parser.emplace(sheet, separator, options);
        }
        return parser->feed(text);
    });
    if (!decoded) {
        Error error = std::move(decoded.error());
        if (error.kind == ErrorKind::WrongEncoding && parser)
            error.subject.row = parser->row();
        return fail(std::move(error));
    }
    if (parser)
        FFP_TRY(parser->finish());
    FFP_ASSIGN(Sheet read, sheet.finish());
    pool->freeze();
    Workbook workbook;
    workbook.format = TableFormat::Csv;
    workbook.encoding = encodingName(encoding);
    workbook.separator = separator;
    workbook.sheets.append(std::move(read));
    workbook.pool = pool;
    return workbook;
}

} // namespace ffp
