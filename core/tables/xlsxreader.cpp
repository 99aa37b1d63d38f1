// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/xlsxreader.h"

#include "core/tables/sheetbuilder.h"
#include "core/tables/xlsxparts.h"
#include "core/tables/zipfile.h"

#include <charconv>

namespace ffp {
namespace {

class SheetHandler : public XmlHandler
{
public:
    SheetHandler(const XlsxParts &parts, SheetBuilder &sheet, const ReadOptions &options)
        : m_parts(parts),
          m_sheet(sheet),
          m_options(options)
    {}

    Result<> startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        if (m_inInline) {
            m_inline.start(name);
            return {};
        }
        if (name == "c")
            return startCell(attributes);
        if (name == "v") {
            m_inValue = m_inCell;
        } else if (name == "f") {
            if (m_inCell)
                m_flags |= Cell::FormulaBit;
        } else if (name == "is") {
            m_inInline = m_inCell;
            m_inline.clear();
        } else if (name == "row") {
            m_row = attributes.number("r", m_row + 1);
            m_column = 0;
            if (attributes.flag("hidden"))
                m_sheet.hideRow(m_row);
            return m_sheet.beginRow(m_row);
        } else if (name == "mergeCell") {
            if (const auto range = parseRange(attributes.text("ref")))
                return m_sheet.merge(*range);
        } else if (name == "col") {
            if (attributes.flag("hidden"))
                m_sheet.hideColumns(attributes.number("min", 0), attributes.number("max", 0));
        } else if (name == "dimension") {
            const std::string_view ref = attributes.text("ref");
            m_sheet.setStatedDimension(QString::fromUtf8(ref.data(), qsizetype(ref.size())));
        }
        return {};
    }

    Result<> endElement(std::string_view name) override
    {
        if (m_inInline) {
            m_inline.end(name);
            if (name == "is")
                m_inInline = false;
            return {};
        }
        if (name == "v") {
            m_inValue = false;
        } else if (name == "c" && m_inCell) {
            m_inCell = false;
            return endCell();
        } else if (name == "row") {
            return m_sheet.endRow();
        }
        return {};
    }

    Result<> characters(std::string_view text) override
    {
        if (m_inInline)
            return m_inline.characters(text, m_options);
        return m_inValue ? appendToCell(m_value, text, m_options) : Result<>();
    }

private:
    enum class Type : quint8 { Number, Shared, Inline, FormulaText, Boolean, Error, IsoDate };

    Result<> startCell(const XmlAttributes &attributes)
    {
        if (m_inCell || m_row == 0)
            return fail(ErrorKind::TruncatedFile, QStringLiteral("cell outside of a row"));
        m_inCell = true;
        m_value.clear();
        m_inline.clear();
        m_flags = 0;
        ++m_column;
        if (const std::string_view address = attributes.text("r"); !address.empty()) {
            int row = 0;
            int column = 0;
            if (!parseAddress(address, row, column))
                return fail(m_sheet.tooLarge(QStringLiteral("16384")));
            m_column = column;
        }
        m_style = attributes.number("s", 0);
        const std::string_view type = attributes.text("t");
        m_type = type == "s"           ? Type::Shared
                 : type == "inlineStr" ? Type::Inline
                 : type == "str"       ? Type::FormulaText
                 : type == "b"         ? Type::Boolean
                 : type == "e"         ? Type::Error
                 : type == "d"         ? Type::IsoDate
                                       : Type::Number;
        return {};
    }

    Result<> endCell()
    {
        switch (m_type) {
        case Type::Shared: {
            if (m_value.empty())
                return {};
            size_t index = 0;
            const auto [end, failed] = std::from_chars(m_value.data(), m_value.data() + m_value.size(),
                                                       index);
            if (failed != std::errc() || index >= m_parts.sharedTexts.size())
                return fail(ErrorKind::TruncatedFile, QStringLiteral("shared string out of range"));
            return m_sheet.addInterned(m_column, CellKind::Text, m_parts.sharedTexts[index], m_flags);
        }
        case Type::Inline: return m_sheet.add(m_column, CellKind::Text, m_inline.text(), m_flags);
        case Type::FormulaText:
            unescapeXlsxText(m_value);
            return m_sheet.add(m_column, CellKind::Text, m_value, m_flags);
        case Type::Boolean:
            if (!m_value.empty())
                m_value = m_value == "1" || m_value == "true" ? "TRUE" : "FALSE";
            return m_sheet.add(m_column, CellKind::Boolean, m_value, m_flags);
        case Type::Error: return m_sheet.add(m_column, CellKind::Error, m_value, m_flags);
        case Type::IsoDate: return m_sheet.add(m_column, CellKind::Date, m_value, m_flags);
        case Type::Number: break;
        }
        if (m_value.empty() && (m_flags & Cell::FormulaBit))
            m_sheet.addUncomputed(m_column);
        const std::string digits = plainNumber(m_value);
        if (digits.find_first_not_of("0123456789+-.eE") != std::string::npos)
            return m_sheet.add(m_column, CellKind::Text, m_value, m_flags);
        const NumberStyle style = m_style >= 0 && size_t(m_style) < m_parts.cellStyles.size()
                                      ? m_parts.cellStyles[size_t(m_style)]
                                      : NumberStyle::Plain;
        if (style != NumberStyle::Plain) {
            const std::string iso = isoFromSerial(digits, style, m_parts.date1904);
            if (!iso.empty())
                return m_sheet.add(m_column, CellKind::Date, iso, m_flags);
        }
        return m_sheet.add(m_column, CellKind::Number, digits, m_flags);
    }

    const XlsxParts &m_parts;
    SheetBuilder &m_sheet;
    const ReadOptions &m_options;
    qint64 m_row = 0;
    qint64 m_column = 0;
    qint64 m_style = 0;
    quint32 m_flags = 0;
    Type m_type = Type::Number;
    bool m_inCell = false;
    bool m_inValue = false;
    bool m_inInline = false;
    std::string m_value;
    XlsxRichText m_inline;
};

} // namespace

Result<Workbook> readXlsx(ZipFile &zip, const ReadOptions &options, Progress &progress)
{
    const auto pool = std::make_shared<TextPool>();
    FFP_ASSIGN(const XlsxParts parts, readXlsxParts(zip, *pool, options, progress));
    if (parts.sheets.size() > options.maxSheets) {
        Error error = Error::of(ErrorKind::TooLarge, QStringLiteral("sheets"));
        error.args = {QString::number(options.maxSheets)};
        return fail(std::move(error));
    }
    Workbook workbook;
    workbook.format = TableFormat::Xlsx;
    workbook.date1904 = parts.date1904;
    qint64 cells = 0;
    for (const XlsxSheetEntry &entry : parts.sheets) {
        if (entry.part.isEmpty())
            continue;
        SheetBuilder builder(pool, options, entry.name, entry.state);
        builder.setCellsBefore(cells);
        SheetHandler handler(parts, builder, options);
        auto read = parseXml(zip, entry.part, handler, progress);
        if (!read) {
            Error error = std::move(read.error());
            if (error.kind == ErrorKind::NotFound) // the directory names a part that is not there
                error.kind = ErrorKind::TruncatedFile;
            error.subject.sheet = entry.name;
            return fail(std::move(error));
        }
        FFP_ASSIGN(Sheet sheet, builder.finish());
        cells = builder.cells();
        workbook.sheets.append(std::move(sheet));
    }
    pool->freeze();
    workbook.pool = pool;
    return workbook;
}

} // namespace ffp
