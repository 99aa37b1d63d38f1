// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/tablefile.h"
#include "tests/support/sampledocument.h"
#include "tests/support/testsupport.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A part of an xlsx file as text.
QString part(const QString &xlsx, const QString &name)
{
    QProcess process;
    process.start(
        u"python3"_s,
        {u"-c"_s,
         u"import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"_s,
         xlsx, name});
    return process.waitForFinished() && process.exitCode() == 0
               ? QString::fromUtf8(process.readAllStandardOutput())
               : QString();
}

/// Texts of the cells.
QStringList cellTexts(const QString &xlsx)
{
    QStringList texts;
    static const QRegularExpression text(u"<t(?: [^>]*)?>([^<]*)</t>"_s);
    auto matches = text.globalMatch(part(xlsx, u"xl/worksheets/sheet1.xml"_s));
    while (matches.hasNext())
        texts.append(matches.next().captured(1));
    return texts;
}

TableDocument dangerous()
{
    TableDocument document;
    document.title = u"[台账]*?"_s;
    for (const ColumnKind kind : {ColumnKind::Text, ColumnKind::Money, ColumnKind::Integer}) {
        TableColumn column;
        column.header = u"列%1"_s.arg(document.columns.size() + 1);
        column.kind = kind;
        column.summable = kind == ColumnKind::Money;
        document.columns.push_back(column);
    }
    std::vector<TableRow> rows(3);
    rows[0].cells = {TableCell(u"=HYPERLINK(\"http://x\",\"a\")"_s), TableCell(qint64(-5)), TableCell()};
    rows[1].cells = {TableCell(u"说\"好\", 行\n下一行"_s), TableCell(qint64(10)), TableCell(qint64(-7))};
    rows[2].cells = {TableCell(u"0123456789012345678X"_s), TableCell(u"@不详"_s), TableCell()};
    document.rows = std::make_shared<RowList>(rows);
    return document;
}

} // namespace

class TestTableFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    Result<qint64> write(const TableDocument &document, const QString &name, OutputFormat format)
    {
        SilentProgress progress;
        return writeTableFile(document, m_folder.filePath(name), format, progress);
    }
    QByteArray bytes(const QString &name)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private Q_SLOTS:
    void csvQuotesAndNeutralises()
    {
        FFP_VERIFY(write(dangerous(), u"d.csv"_s, OutputFormat::CsvUtf8));
        QVERIFY(bytes(u"d.csv"_s).startsWith("\xEF\xBB\xBF"));
        QCOMPARE(QString::fromUtf8(bytes(u"d.csv"_s).mid(3)),
                 u"列1,列2,列3\r\n"
                 "\"'=HYPERLINK(\"\"http://x\"\",\"\"a\"\")\",-0.05,\r\n"
                 "\"说\"\"好\"\", 行\n下一行\",0.10,-7\r\n"
                 "0123456789012345678X,'@不详,\r\n"
                 "合计,0.05,\r\n"_s);
    }
    void csvInGb18030()
    {
        TableDocument document = dangerous();
        FFP_VERIFY(write(document, u"g.csv"_s, OutputFormat::CsvGb18030));
        QVERIFY(bytes(u"g.csv"_s).startsWith("\xC1\xD0\x31,")); // 列1, no byte order mark
        QVERIFY(bytes(u"g.csv"_s).contains("'@\xB2\xBB\xCF\xEA"));
    }
    void csvHasOneHeadLine()
    {
        FFP_VERIFY(write(sampleLedger(2), u"l.csv"_s, OutputFormat::CsvUtf8));
        const QStringList lines = QString::fromUtf8(bytes(u"l.csv"_s)).split(u"\r\n"_s);
        QCOMPARE(lines.size(), 5); // head, two rows, total, end
        QVERIFY(lines[0].startsWith(u"\uFEFF序号,"_s) || lines[0].startsWith(u"序号,"_s));
        QVERIFY(lines[0].contains(u"帮扶措施：落实资金（元）"_s));
        QVERIFY(lines[3].startsWith(u"合计（2户）,"_s));
    }

    void xlsxIsTypedAndPrintable()
    {
        const TableDocument document = sampleLedger(20);
        const auto rows = write(document, u"l.xlsx"_s, OutputFormat::Xlsx);
        FFP_VERIFY(rows);
        QCOMPARE(*rows, 20);
        const QString path = m_folder.filePath(u"l.xlsx"_s);
        const QStringList texts = cellTexts(path);
        QVERIFY(texts.contains(u"边缘户台账"_s));
        QVERIFY(texts.contains(u"341323********0007"_s));
        QCOMPARE(texts.count(u"帮扶措施"_s), 1); // head cell over two columns
        QCOMPARE(texts.count(u"序号"_s), 1);     // head cell over two rows
        QVERIFY(texts.contains(u"合计（20户）"_s));
        QVERIFY(texts.contains(u"红色"_s));
        QVERIFY(!texts.contains(u"3123.45"_s)); // money is a number …
        const QString sheet = part(path, u"xl/worksheets/sheet1.xml"_s);
        QVERIFY(sheet.contains(u"<v>3123.45</v>"_s)); // … in 元
        QVERIFY(sheet.contains(u"orientation=\"landscape\""_s));
        QVERIFY(sheet.contains(u"paperSize=\"9\""_s));
        QVERIFY(sheet.contains(u"<pageSetUpPr fitToPage=\"1\"/>"_s));
        QVERIFY(sheet.contains(u"fitToHeight=\"0\""_s));
        QVERIFY(sheet.contains(u"第&amp;P页 共&amp;N页"_s));
        QVERIFY(sheet.contains(u"内部资料 注意保密"_s));
        QVERIFY(sheet.contains(u"<mergeCell ref=\"J4:K4\"/>"_s)); // 帮扶措施 over two columns
        QVERIFY(sheet.contains(u"<mergeCell ref=\"A4:A5\"/>"_s)); // the others over both head rows
        QVERIFY(part(path, u"xl/workbook.xml"_s).contains(u"$4:$5</definedName>"_s)); // repeated in print
    }
    void xlsxStandsWhereThePaperDoes()
    {
        TableDocument document = sampleLedger(1);
        document.portrait = true;
        FFP_VERIFY(write(document, u"p.xlsx"_s, OutputFormat::Xlsx));
        QVERIFY(part(m_folder.filePath(u"p.xlsx"_s), u"xl/worksheets/sheet1.xml"_s)
                    .contains(u"orientation=\"portrait\""_s));
    }
    void xlsxSums()
    {
        FFP_VERIFY(write(sampleRoster(10), u"r.xlsx"_s, OutputFormat::Xlsx));
        const QString sheet = part(m_folder.filePath(u"r.xlsx"_s), u"xl/worksheets/sheet1.xml"_s);
        TableDocument roster = sampleRoster(10);
        TableTotals totals(roster);
        FFP_VERIFY(
            roster.rows->read(0, roster.rows->count(), [&](qsizetype, const TableRow &row) -> Result<> {
                totals.add(row);
                return {};
            }));
        const QString last = sheet.mid(sheet.lastIndexOf(u"<row "_s));
        QVERIFY(last.contains(u"<v>%1</v>"_s.arg(*totals.sum(2))));
        QVERIFY(last.contains(u"<v>%1</v>"_s.arg(*totals.sum(5) / 100)));
    }
    void xlsxKeepsTextAsText()
    {
        FFP_VERIFY(write(dangerous(), u"d.xlsx"_s, OutputFormat::Xlsx));
        const QString path = m_folder.filePath(u"d.xlsx"_s);
        QVERIFY(!part(path, u"xl/worksheets/sheet1.xml"_s).contains(u"<f>"_s));
        const QStringList texts = cellTexts(path);
        QVERIFY(texts.contains(u"=HYPERLINK(&quot;http://x&quot;,&quot;a&quot;)"_s)
                || texts.contains(u"=HYPERLINK(\"http://x\",\"a\")"_s));
        QVERIFY(texts.contains(u"0123456789012345678X"_s));
        QVERIFY(part(path, u"xl/workbook.xml"_s).contains(u"name=\"台账\""_s));
    }
    void emptyAndHuge()
    {
        FFP_VERIFY(write(sampleLedger(0), u"e.xlsx"_s, OutputFormat::Xlsx));
        TableDocument document = dangerous();
        std::vector<TableRow> rows(1);
        rows[0].cells = {TableCell(QString(32'767, u'长')), TableCell(), TableCell()};
        document.rows = std::make_shared<RowList>(rows);
        FFP_VERIFY(write(document, u"h.xlsx"_s, OutputFormat::Xlsx));
        rows[0].cells[0] = TableCell(QString(32'768, u'长'));
        document.rows = std::make_shared<RowList>(rows);
        FFP_VERIFY_ERROR(write(document, u"h2.xlsx"_s, OutputFormat::Xlsx), ErrorKind::TooLarge);
        QVERIFY(!QFile::exists(m_folder.filePath(u"h2.xlsx"_s)));
    }
    void failuresLeaveNothing_data()
    {
        QTest::addColumn<OutputFormat>("format");
        QTest::newRow("xlsx") << OutputFormat::Xlsx;
        QTest::newRow("csv") << OutputFormat::CsvUtf8;
    }
    void failuresLeaveNothing()
    {
        QFETCH(OutputFormat, format);
        QTemporaryDir folder;
        SilentProgress cancelled;
        cancelled.cancel();
        FFP_VERIFY_ERROR(writeTableFile(sampleLedger(10), folder.filePath(u"x"_s), format, cancelled),
                         ErrorKind::Cancelled);
        SilentProgress progress;
        FFP_VERIFY_ERROR(writeTableFile(sampleLedger(10), folder.filePath(u"no/x"_s), format, progress),
                         ErrorKind::FileUnwritable);
        TableDocument torn = dangerous();
        torn.columns.pop_back();
        FFP_VERIFY_ERROR(writeTableFile(torn, folder.filePath(u"x"_s), format, progress),
                         ErrorKind::InvalidArgument);
        QVERIFY(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
    void formatsByEnding()
    {
        QCOMPARE(outputFormatOf(u"a.XLSX"_s), OutputFormat::Xlsx);
        QCOMPARE(outputFormatOf(u"a.csv"_s), OutputFormat::CsvUtf8);
        QCOMPARE(outputFormatOf(u"a.pdf"_s), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(TestTableFile)
#include "tst_tablefile.moc"
