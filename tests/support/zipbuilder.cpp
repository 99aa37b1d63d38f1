// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/zipbuilder.h"

#include <QDir>
#include <QFile>
#include <QtEndian>

#include <array>

namespace ffp::test {

namespace {

quint32 crc32(const QByteArray &bytes)
{
    static const std::array<quint32, 256> table = [] {
        std::array<quint32, 256> out{};
        for (quint32 i = 0; i < out.size(); ++i) {
            quint32 value = i;
            for (int bit = 0; bit < 8; ++bit)
                value = value & 1 ? 0xEDB88320u ^ (value >> 1) : value >> 1;
            out[i] = value;
        }
        return out;
    }();
    quint32 crc = 0xFFFFFFFFu;
    for (const char byte : bytes)
        crc = table[(crc ^ quint8(byte)) & 0xFF] ^ (crc >> 8);
    return crc ^ 0xFFFFFFFFu;
}

template <class Number>
void put(QByteArray &out, Number number)
{
    char bytes[sizeof(Number)];
    qToLittleEndian(number, bytes);
    out.append(bytes, sizeof(Number));
}

} // namespace

void ZipBuilder::add(const QByteArray &name, const QByteArray &content, bool deflate)
{
    // qCompress: 4 bytes of size, 2 of zlib header, the deflated bytes, 4 of checksum.
    const QByteArray packed = deflate ? qCompress(content, 6).mid(6).chopped(4) : content;
    QByteArray head;
    put<quint16>(head, 20);      // version
    put<quint16>(head, 1 << 11); // names are UTF-8
    put<quint16>(head, deflate ? 8 : 0);
    put<quint32>(head, 0x5821'0000); // 2024-01-01
    put<quint32>(head, crc32(content));
    put<quint32>(head, quint32(packed.size()));
    put<quint32>(head, quint32(content.size()));
    put<quint16>(head, quint16(name.size()));
    put<quint16>(head, 0);

    m_directory += "PK\1\2";
    put<quint16>(m_directory, 20);
    m_directory += head;
    put<quint16>(m_directory, 0);
    put<quint16>(m_directory, 0);
    put<quint16>(m_directory, 0);
    put<quint32>(m_directory, 0);
    put<quint32>(m_directory, quint32(m_parts.size()));
    m_directory += name;
    ++m_count;

    m_parts += "PK\3\4" + head + name + packed;
}

QByteArray ZipBuilder::bytes() const
{
    QByteArray out = m_parts + m_directory + "PK\5\6";
    put<quint32>(out, 0);
    put<quint16>(out, quint16(m_count));
    put<quint16>(out, quint16(m_count));
    put<quint32>(out, quint32(m_directory.size()));
    put<quint32>(out, quint32(m_parts.size()));
    put<quint16>(out, 0);
    return out;
}

QByteArray ZipBuilder::xlsx(const QByteArray &worksheet)
{
    return workbook({{"\xE5\x90\x8D\xE5\x8D\x95", worksheet}});
}

QByteArray ZipBuilder::sheetData(const QList<QStringList> &rows, const QStringList &numbers)
{
    QByteArray out = "<sheetData>";
    for (const QStringList &cells : rows) {
        out += "<row>";
        for (const QString &cell : cells) {
            const QByteArray text = cell.toHtmlEscaped().toUtf8();
            out += cell.startsWith(u"<c")   ? cell.toUtf8()
                   : numbers.contains(cell) ? "<c><v>" + text + "</v></c>"
                                            : "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
        }
        out += "</row>";
    }
    return out + "</sheetData>";
}

QByteArray ZipBuilder::workbook(const QList<std::pair<QByteArray, QByteArray>> &sheets,
                                const QByteArray &properties)
{
    const QByteArray package = "http://schemas.openxmlformats.org/package/2006/";
    const QByteArray relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const QByteArray types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    QByteArray overrides = "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + types
                           + "sheet.main+xml\"/>";
    QByteArray names;
    QByteArray targets;
    ZipBuilder zip;
    for (int i = 1; i <= int(sheets.size()); ++i) {
        const QByteArray number = QByteArray::number(i);
        overrides += "<Override PartName=\"/xl/sheet" + number + ".xml\" ContentType=\"" + types
                     + "worksheet+xml\"/>";
        names += "<sheet name=\"" + sheets[i - 1].first + "\" sheetId=\"" + number + "\" r:id=\"r" + number
                 + "\"/>";
        targets += "<Relationship Id=\"r" + number + "\" Type=\"" + relations + "/worksheet\" Target=\"sheet"
                   + number + ".xml\"/>";
    }
    zip.add("[Content_Types].xml",
            "<?xml version=\"1.0\"?><Types xmlns=\"" + package
                + "content-types\"><Default Extension=\"rels\" "
                  "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + overrides + "</Types>");
    zip.add("_rels/.rels", "<Relationships xmlns=\"" + package
                               + "relationships\"><Relationship Id=\"r1\" Type=\"" + relations
                               + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    zip.add("xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations + "\">" + properties
                                   + "<sheets>" + names + "</sheets></workbook>");
    zip.add("xl/_rels/workbook.xml.rels",
            "<Relationships xmlns=\"" + package + "relationships\">" + targets + "</Relationships>");
    for (int i = 1; i <= int(sheets.size()); ++i)
        zip.add("xl/sheet" + QByteArray::number(i) + ".xml",
                "<worksheet xmlns=\"" + main + "\">" + sheets[i - 1].second + "</worksheet>");
    return zip.bytes();
}

QByteArray ZipBuilder::bomb()
{
    return xlsx("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>" + QByteArray(80'000'000, ' ')
                + "</sheetData>");
}

QByteArray ZipBuilder::sheetOfRows(int rows)
{
    QByteArray sheet = "<sheetData>";
    sheet.reserve(qsizetype(rows) * 32);
    for (int i = 0; i < rows; ++i)
        sheet += "<row><c><v>" + QByteArray::number(qint64(i) * 7919) + "</v></c></row>"; // packs badly
    return xlsx(sheet + "</sheetData>");
}

QString writeFile(const QString &folder, const QString &name, const QByteArray &bytes)
{
    const QString path = QDir(folder).filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
    return path;
}

QByteArray readFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

QByteArray sampleWorkbook(const QString &name)
{
    return readFile(QStringLiteral(FFP_TEST_DATA "/workbooks/") + name);
}

} // namespace ffp::test
