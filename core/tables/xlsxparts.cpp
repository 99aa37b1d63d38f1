// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/xlsxparts.h"

#include "core/tables/sheetbuilder.h"
#include "core/tables/zipfile.h"

#include <QDir>

#include <charconv>

namespace ffp {

void unescapeXlsxText(std::string &text)
{
    size_t at = text.find("_x");
    if (at == std::string::npos)
        return;
    std::string out;
    size_t copied = 0;
    for (; at != std::string::npos; at = text.find("_x", at)) {
        unsigned code = 0;
        const char *const digits = text.data() + at + 2;
        if (at + 7 > text.size() || text[at + 6] != '_'
            || std::from_chars(digits, digits + 4, code, 16).ptr != digits + 4) {
            ++at;
            continue;
        }
        out.append(text, copied, at - copied);
        // Half of a surrogate pair has no UTF-8 form of its own; escapes are for control characters.
        if (code >= 0xD800 && code <= 0xDFFF)
            out.append(text, at, 7);
        else
            out += QString(QChar(char16_t(code))).toUtf8().toStdString();
        at += 7;
        copied = at;
    }
    out.append(text, copied);
    text = std::move(out);
}

Result<> XlsxRichText::characters(std::string_view text, const ReadOptions &options)
{
    return m_inText ? appendToCell(m_text, text, options) : Result<>();
}

const std::string &XlsxRichText::text()
{
    unescapeXlsxText(m_text);
    return m_text;
}

namespace {

struct Relation {
    QByteArray type; ///< last part of the type's address, "worksheet"
    QByteArray part;
};

/// Path of a relation's target inside the zip.
QByteArray resolve(const QByteArray &owner, std::string_view target)
{
    const QByteArray given(target.data(), qsizetype(target.size()));
    if (given.startsWith('/'))
        return given.mid(1);
    const QByteArray folder = owner.left(owner.lastIndexOf('/') + 1);
    return QDir::cleanPath(QString::fromUtf8(folder + given)).toUtf8();
}

class RelationsHandler : public XmlHandler
{
public:
    explicit RelationsHandler(QByteArray owner) : m_owner(std::move(owner)) {}

    Result<> startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        if (name == "Relationship" && attributes.text("TargetMode") != "External") {
            const std::string_view type = attributes.text("Type");
            const std::string_view last = type.substr(type.rfind('/') + 1);
            const std::string_view id = attributes.text("Id");
            relations.insert(QByteArray(id.data(), qsizetype(id.size())),
                             {QByteArray(last.data(), qsizetype(last.size())),
                              resolve(m_owner, attributes.text("Target"))});
        }
        return {};
    }
    Result<> endElement(std::string_view) override { return {}; }
    Result<> characters(std::string_view) override { return {}; }

    QByteArray partOfType(const QByteArray &type) const
    {
        for (const Relation &relation : relations)
            if (relation.type == type)
                return relation.part;
        return {};
    }

    QHash<QByteArray, Relation> relations;

private:
    QByteArray m_owner;
};

class WorkbookHandler : public XmlHandler
{
public:
    explicit WorkbookHandler(const RelationsHandler &relations) : m_relations(relations) {}

    Result<> startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        if (name == "workbook") {
            isWorkbook = true;
        } else if (name == "workbookPr") {
            date1904 = attributes.flag("date1904");
        } else if (name == "sheet") {
            const std::string_view id = attributes.text("id");
            const Relation relation = m_relations.relations.value(
                QByteArray(id.data(), qsizetype(id.size())));
            const std::string_view state = attributes.text("state");
            const std::string_view title = attributes.text("name");
            sheets.append({QString::fromUtf8(title.data(), qsizetype(title.size())),
                           state == "hidden"       ? SheetState::Hidden
                           : state == "veryHidden" ? SheetState::VeryHidden
                                                   : SheetState::Visible,
                           relation.type == "worksheet" ? relation.part : QByteArray()});
        }
        return {};
    }
    Result<> endElement(std::string_view) override { return {}; }
    Result<> characters(std::string_view) override { return {}; }

    QList<XlsxSheetEntry> sheets;
    bool date1904 = false;
    bool isWorkbook = false;

private:
    const RelationsHandler &m_relations;
};

class StylesHandler : public XmlHandler
{
public:
    Result<> startElement(std::string_view name, const XmlAttributes &attributes) override
    {
        if (name == "numFmt") {
            m_formats.insert(attributes.number("numFmtId", -1), numberStyle(attributes.text("formatCode")));
        } else if (name == "cellXfs") {
            m_inCellStyles = true;
        } else if (name == "xf" && m_inCellStyles) {
            const qint64 id = attributes.number("numFmtId", 0);
            const auto own = m_formats.constFind(id);
            cellStyles.push_back(own != m_formats.cend() ? *own : builtinNumberStyle(int(id)));
        }
        return {};
    }
    Result<> endElement(std::string_view name) override
    {
        if (name == "cellXfs")
            m_inCellStyles = false;
        return {};
    }
    Result<> characters(std::string_view) override { return {}; }

    std::vector<NumberStyle> cellStyles;

private:
    QHash<qint64, NumberStyle> m_formats;
    bool m_inCellStyles = false;
};

class SharedTextsHandler : public XmlHandler
{
public:
    SharedTextsHandler(TextPool &pool, const ReadOptions &options) : m_pool(pool), m_options(options) {}

    Result<> startElement(std::string_view name, const XmlAttributes &) override
    {
        if (name == "si")
            m_text.clear();
        else
            m_text.start(name);
        return {};
    }
    Result<> endElement(std::string_view name) override
    {
        if (name != "si") {
            m_text.end(name);
            return {};
        }
        const std::string &text = m_text.text();
        if (m_pool.full() || m_pool.bytes() + qint64(text.size()) > m_options.maxTextBytes
            || qint64(texts.size()) >= m_options.maxCells) {
            Error error = Error::of(ErrorKind::TooLarge, QStringLiteral("shared strings"));
            error.args = {QString::number(m_options.maxTextBytes)};
            return fail(std::move(error));
        }
        texts.push_back(m_pool.intern(text));
        return {};
    }
    Result<> characters(std::string_view text) override { return m_text.characters(text, m_options); }

    std::vector<quint32> texts;

private:
    TextPool &m_pool;
    const ReadOptions &m_options;
    XlsxRichText m_text;
};

Result<RelationsHandler> readRelations(ZipFile &zip, const QByteArray &owner, Progress &progress)
{
    const qsizetype slash = owner.lastIndexOf('/');
    const QByteArray part = owner.left(slash + 1) + "_rels/" + owner.mid(slash + 1) + ".rels";
    RelationsHandler handler(owner);
    if (zip.contains(part))
        FFP_TRY(parseXml(zip, part, handler, progress));
    return handler;
}

Error otherDocument(const ZipFile &zip)
{
    Error error = Error::of(ErrorKind::NotAWorkbook);
    for (const auto &[part, kind] :
         {std::pair("word/document.xml", "docx"), std::pair("ppt/presentation.xml", "pptx"),
          std::pair("xl/workbook.bin", "xlsb")})
        if (zip.contains(part))
            error.args = {QString::fromLatin1(kind)};
    return error;
}

} // namespace

Result<XlsxParts> readXlsxParts(ZipFile &zip, TextPool &pool, const ReadOptions &options, Progress &progress)
{
    FFP_ASSIGN(const RelationsHandler root, readRelations(zip, {}, progress));
    QByteArray main = root.partOfType("officeDocument");
    if (main.isEmpty())
        main = QByteArrayLiteral("xl/workbook.xml");
    if (!zip.contains(main) || main.endsWith(".bin"))
        return fail(otherDocument(zip));

    FFP_ASSIGN(const RelationsHandler relations, readRelations(zip, main, progress));
    WorkbookHandler workbook(relations);
    FFP_TRY(parseXml(zip, main, workbook, progress));
    if (!workbook.isWorkbook)
        return fail(otherDocument(zip));

    StylesHandler styles;
    if (const QByteArray part = relations.partOfType("styles"); zip.contains(part))
        FFP_TRY(parseXml(zip, part, styles, progress));
    SharedTextsHandler shared(pool, options);
    if (const QByteArray part = relations.partOfType("sharedStrings"); zip.contains(part))
        FFP_TRY(parseXml(zip, part, shared, progress));

    return XlsxParts{workbook.sheets, workbook.date1904, std::move(shared.texts),
                     std::move(styles.cellStyles)};
}

} // namespace ffp
