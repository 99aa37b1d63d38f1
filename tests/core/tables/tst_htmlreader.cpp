// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of HTML pages, as web systems write them under the name .xls.
#include "core/tables/workbook.h"
#include "tests/support/testsupport.h"
#include "tests/support/zipbuilder.h"

#include <QTemporaryDir>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

class TestHtmlReader : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    Result<Workbook> read(const QByteArray &bytes, const ReadOptions &options = {})
    {
        SilentProgress progress;
        return readWorkbook(ffp::test::writeFile(m_dir.path(), u"名单.xls"_s, bytes), options, progress);
    }
    /// Cells by '|', rows by '/', merged cells with their value, blank ones "-".
    static QString shape(const Sheet &sheet)
    {
        QStringList rows;
        for (int row = 1; row <= sheet.lastRow(); ++row) {
            QStringList cells;
            for (int column = 1; column <= sheet.lastColumn(); ++column) {
                const Cell cell = sheet.cell(row, column);
                cells << (cell.isEmpty() ? u"-"_s : cell.text());
            }
            rows << cells.join(u'|');
        }
        return rows.join(u'/');
    }

private Q_SLOTS:
    void shapes_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QString>("expected");
        QTest::newRow("plain")
            << "<table><tr><th>户</th><th>人</th></tr><tr><td>甲</td><td>3</td></tr></table>"_ba
            << u"户|人/甲|3"_s;
        QTest::newRow("ends left out")
            << "<html><table><tr><td>a<td>b<tr><td>c<td>d</table>"_ba << u"a|b/c|d"_s;
        QTest::newRow("capitals and groups")
            << "<HTML><TABLE><THEAD><TR><TD>a</TD></TR></THEAD><TBODY><TR><TD>b</TD></TR></TBODY></TABLE></HTML>"_ba
            << u"a/b"_s;
        QTest::newRow("title above, in a table of its own")
            << "<table><tr><td colspan=2>名单</td></tr></table><p>text</p><table><tr><td>a</td><td>b</td></tr></table>"_ba
            << u"名单|名单/a|b"_s;
        QTest::newRow("rowspan")
            << "<table><tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>"_ba
            << u"a|b/a|c/d|e"_s;
        QTest::newRow("both spans")
            << "<table><tr><td rowspan=2 colspan=2>a</td><td>b</td></tr><tr><td>c</td></tr></table>"_ba
            << u"a|a|b/a|a|c"_s;
        QTest::newRow("white space and breaks")
            << "<table><tr><td>  a\n  b <br> c&nbsp;d </td><td><p>e</p><p>f</p></td></tr></table>"_ba
            << u"a b\nc\u00a0d|e\nf"_s;
        QTest::newRow("entities and markup")
            << "<table><tr><td><b>a</b>&amp;&lt;b&#20013;</td></tr></table>"_ba << u"a&<b中"_s;
        QTest::newRow("a table in a cell")
            << "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td><td>c</td></tr></table>"_ba
            << u"a b|c"_s;
        QTest::newRow("scripts say nothing")
            << "<table><tr><td><script>x<1</script>a<style>td{}</style></td></tr></table>"_ba << u"a"_s;
        QTest::newRow("empty cells") << "<table><tr><td></td><td>b</td><td> </td><td>d</td></tr></table>"_ba
                                     << u"-|b|-|d"_s;
        QTest::newRow("a comment") << "<table><!-- 1 --><tr><td>a<!-- b -->c</td></tr></table>"_ba << u"ac"_s;
    }
    void shapes()
    {
        QFETCH(const QByteArray, page);
        const auto book = read(page);
        FFP_VERIFY(book);
        QCOMPARE(int(book->format), int(TableFormat::Html));
        QCOMPARE(book->sheets.size(), 1);
        QTEST(shape(book->sheets.front()), "expected");
    }

    void theNumberBesideTheTextCounts()
    {
        const auto book = read(
            "<table xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><tr>"
            "<td x:num=\"1234.5\">1,235</td><td x:num>7</td><td x:num=\"x\">8</td></tr></table>");
        FFP_VERIFY(book);
        const Sheet &sheet = book->sheets.front();
        QCOMPARE(sheet.cell(1, 1).text(), u"1234.5"_s);
        QCOMPARE(int(sheet.cell(1, 1).kind()), int(CellKind::Number));
        QCOMPARE(sheet.cell(1, 2).text(), u"7"_s);
        QCOMPARE(int(sheet.cell(1, 2).kind()), int(CellKind::Text));
    }

    void hiddenRowsAreToldAsSuch()
    {
        const auto book = read(
            "<table><tr><td>a</td></tr><tr style='height:1pt; display: none'><td>b</td></tr></table>");
        FFP_VERIFY(book);
        QVERIFY(!book->sheets.front().rowIsHidden(1));
        QVERIFY(book->sheets.front().rowIsHidden(2));
    }

    void encodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        // 户 in each encoding; what the page says of itself is not asked.
        QTest::newRow("utf-8") << "<meta charset=gbk><table><tr><td>\xE6\x88\xB7</td></tr></table>"_ba
                               << u"UTF-8"_s;
        QTest::newRow("mark") << "\xEF\xBB\xBF<table><tr><td>\xE6\x88\xB7</td></tr></table>"_ba
                              << u"UTF-8 BOM"_s;
        QTest::newRow("gbk") << "<meta charset=utf-8><table><tr><td>\xBB\xA7</td></tr></table>"_ba
                             << u"GB18030"_s;
    }
    void encodings()
    {
        QFETCH(const QByteArray, bytes);
        const auto book = read(bytes);
        FFP_VERIFY(book);
        QTEST(book->encoding, "encoding");
        QCOMPARE(shape(book->sheets.front()), u"户"_s);
    }

    void damage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        QTest::newRow("cut in a row")
            << "<table><tr><td>a</td></tr><tr><td>b"_ba << int(ErrorKind::TruncatedFile);
        QTest::newRow("cut in the end tag")
            << "<table><tr><td>a</td></tr></tab"_ba << int(ErrorKind::TruncatedFile);
        QTest::newRow("two, one closed") << "<table><tr><td>a</td></tr></table><table><tr><td>b</td></tr>"_ba
                                         << int(ErrorKind::TruncatedFile);
        QTest::newRow("no table") << "<html><div>a</div></html>"_ba << int(ErrorKind::NotAWorkbook);
        QTest::newRow("no text") << QByteArray("<table><tr><td>\0</td></tr></table>", 34)
                                 << int(ErrorKind::NotAWorkbook);
        QTest::newRow("no encoding") << "<table><tr><td>\xE6\x88</td><td>\xFF\xFF</td></tr></table>"_ba
                                     << int(ErrorKind::WrongEncoding);
        QTest::newRow("wide") << "<table><tr><td colspan=99999>a</td></tr></table>"_ba
                              << int(ErrorKind::TooLarge);
    }
    void damage()
    {
        QFETCH(const QByteArray, bytes);
        const auto book = read(bytes);
        QVERIFY(!book);
        QTEST(int(book.error().kind), "kind");
    }

    void limitsHold()
    {
        ReadOptions options;
        options.maxCellBytes = 5;
        FFP_VERIFY_ERROR(read("<table><tr><td>123456</td></tr></table>", options), ErrorKind::TooLarge);
        FFP_VERIFY(read("<table><tr><td>12345</td></tr></table>", options));
        options = {};
        options.maxRows = 2;
        FFP_VERIFY_ERROR(read("<table><tr><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr></table>",
                              options),
                         ErrorKind::TooLarge);
    }

    /// Any cut of a good page is read or refused, never more than that.
    void everyCutIsRefusedOrRead()
    {
        const QByteArray page =
            "<html><style>a</style><table><tr><td rowspan=2 x:num=\"3\">3</td><td>户&nbsp;"
            "</td></tr><tr><td><br>b</td></tr></table></html>";
        for (qsizetype size = 1; size < page.size(); ++size) {
            const auto book = read(page.left(size));
            QVERIFY(!book || book->format == TableFormat::Csv // the first letters are no page yet
                    || page.left(size).contains("</table"));
        }
    }
};

QTEST_GUILESS_MAIN(TestHtmlReader)
#include "tst_htmlreader.moc"
