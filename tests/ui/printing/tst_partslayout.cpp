// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sampledocument.h"
#include "tests/support/scans.h"
#include "tests/support/testsupport.h"
#include "ui/printing/documentfile.h"
#include "ui/printing/pagerenderer.h"
#include "ui/printing/partslayout.h"

#include <QBuffer>
#include <QPainter>
#include <QPdfWriter>
#include <QProcess>
#include <QTemporaryDir>

using namespace ffp;
using namespace ffp::test;
using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

namespace {

TableDocument part(const QString &heading, int rows, const QString &word)
{
    TableDocument document;
    document.portrait = true;
    document.heading = heading;
    document.pageSubtotals = false;
    document.grandTotal = false;
    TableColumn column;
    column.id = u"text"_s;
    column.header = u"内容"_s;
    document.columns = {column};
    std::vector<TableRow> list;
    for (int i = 0; i < rows; ++i)
        list.push_back({{word + QString::number(i)}, 0});
    document.rows = std::make_shared<RowList>(std::move(list));
    return document;
}

TableDocument file()
{
    TableDocument document = part({}, 3, u"目录"_s);
    document.title = u"农户档案"_s;
    document.head = {{u"户主"_s, u"朱甲"_s}};
    document.operatorName = u"测试员"_s;
    return document;
}

QByteArray pdfOf(int pages)
{
    QByteArray content;
    QBuffer buffer(&content);
    if (!buffer.open(QIODevice::WriteOnly))
        qFatal("buffer");
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    for (int i = 0; i < pages; ++i) {
        if (i > 0)
            writer.newPage();
        painter.fillRect(0, 0, 100'000, 100'000, Qt::blue);
    }
    painter.end();
    return content;
}

/// A picture of which the left half is red and the right half green; EXIF says: turned by 90°.
QByteArray turnedPhoto()
{
    QImage image(80, 40, QImage::Format_RGB32);
    image.fill(Qt::red);
    QPainter(&image).fillRect(40, 0, 40, 40, Qt::green);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "JPG"))
        qFatal("no JPEG");
    const QByteArray exif = QByteArray::fromHex("ffe10022457869660000"
                                                "4d4d002a00000008"
                                                "0001"
                                                "0112000300000001"
                                                "00060000"
                                                "00000000");
    return bytes.insert(2, exif);
}

} // namespace

class TestPartsLayout : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    PrintFonts m_fonts;

    Result<LayoutPtr> layOut(const TableDocument &document)
    {
        SilentProgress progress;
        return PrintLayout::make(std::make_shared<TableDocument>(document), PageSetup::of(document), m_fonts,
                                 progress);
    }
    QStringList pages(const TableDocument &document)
    {
        SilentProgress progress;
        const QString path = m_folder.filePath(u"file.pdf"_s);
        const auto report = writeDocument(std::make_shared<TableDocument>(document), path, progress);
        if (!report)
            return {};
        QProcess text;
        text.start(u"pdftotext"_s, {u"-layout"_s, path, u"-"_s});
        if (!text.waitForFinished(60'000) || text.exitCode() != 0)
            return {};
        return QString::fromUtf8(text.readAllStandardOutput()).split(u'\f', Qt::SkipEmptyParts);
    }
    /// The page of one attachment.
    QString scanPage(const QByteArray &content)
    {
        TableDocument document = file();
        document.enclosures = {{u"户口本"_s, content, {}}};
        return pages(document).value(1);
    }

private Q_SLOTS:
    void partsFollowEachOtherOnAPage()
    {
        TableDocument document = file();
        document.parts = {part(u"一、基本情况"_s, 3, u"甲"_s), part(u"二、家庭成员"_s, 2, u"乙"_s)};
        const QStringList text = pages(document);
        QCOMPARE(text.size(), 1);
        for (const QString &word : {u"农户档案"_s, u"户主：朱甲"_s, u"目录2"_s, u"一、基本情况"_s, u"甲2"_s,
                                    u"二、家庭成员"_s, u"乙1"_s, u"第1页 共1页"_s, u"打印人：测试员"_s})
            QVERIFY2(text[0].contains(word), qPrintable(text[0]));
        QVERIFY(text[0].indexOf(u"甲2"_s) < text[0].indexOf(u"二、"_s));
    }
    void nothingIsLostAtPageBreaks()
    {
        TableDocument document = file();
        for (int i = 0; i < 9; ++i)
            document.parts.push_back(part(u"部分%1"_s.arg(i), 5 + i * 7, u"行%1-"_s.arg(i)));
        const QStringList text = pages(document);
        QVERIFY(text.size() > 3);
        const QString all = text.join(QString());
        for (int i = 0; i < 9; ++i)
            for (int row = 0; row < 5 + i * 7; ++row)
                QCOMPARE(all.count(QRegularExpression(u"行%1-%2\\b"_s.arg(i).arg(row))), 1);
        for (int page = 1; page < text.size(); ++page) {
            QVERIFY(text[page].contains(u"户主：朱甲"_s)); // a page that fell out says whose it is
            QVERIFY(text[page].contains(u"第%1页 共%2页"_s.arg(page + 1).arg(text.size())));
        }
        // No head stands alone at the foot of a page.
        for (const QString &page : text)
            for (int i = 0; i < 9; ++i)
                if (page.contains(u"部分%1"_s.arg(i)))
                    QVERIFY(page.contains(u"行%1-0"_s.arg(i)));
    }
    void emptyPartsSaySo()
    {
        TableDocument document = file();
        document.parts = {part(u"一、走访"_s, 0, {})};
        QVERIFY(pages(document).value(0).contains(u"（无记录）"_s));
    }
    void wideRowsAndLabels()
    {
        TableDocument document = file();
        TableDocument grid = part(u"一、基本情况"_s, 0, {});
        grid.headless = true;
        grid.columns.assign(4, grid.columns[0]);
        grid.columns[0].heading = grid.columns[2].heading = true;
        TableRow wide{{u"备注"_s, QString(150, u'长'), TableCell(), TableCell()}, 0};
        wide.wide = true;
        grid.rows = std::make_shared<RowList>(
            std::vector<TableRow>{{{u"村民组"_s, u"三组"_s, u"住址"_s, u"田万村"_s}, 0}, wide});
        document.parts = {grid};
        const QString page = pages(document).value(0);
        QVERIFY(!page.contains(u"内容\n一"_s));
        QCOMPARE(page.count(u'长'), 150);
        QVERIFY(page.contains(u"三组"_s) && page.contains(u"田万村"_s));
    }

    void everyKindOfScan()
    {
        TableDocument document = file();
        document.enclosures = {{u"照片甲"_s, scan("JPG"), {}},
                               {u"证件乙"_s, scan("PNG"), {}},
                               {u"文件丙"_s, pdfOf(3), {}}};
        const auto layout = layOut(document);
        FFP_VERIFY(layout);
        QCOMPARE((*layout)->pageCount(), 1 + 1 + 1 + 3);
        QCOMPARE((*layout)->report().scansLeftOut, 0);
        QVERIFY(document.isConfidential());
        const QStringList text = pages(document);
        QCOMPARE(text.size(), 6);
        QVERIFY(text[1].contains(u"照片甲"_s) && text[2].contains(u"证件乙"_s));
        QVERIFY(text[4].contains(u"文件丙（第2页 共3页）"_s));
        QVERIFY(text[5].contains(u"内部资料 注意保密"_s));
        const auto drawn = pageImage(**layout, m_fonts, 4, 1);
        FFP_VERIFY(drawn);
        QCOMPARE(drawn->pixelColor(drawn->width() / 2, drawn->height() / 2), QColor(Qt::blue));
    }
    void photosStandAsTheCameraSays()
    {
        TableDocument document = file();
        document.enclosures = {{u"照片"_s, turnedPhoto(), {}}};
        const auto layout = layOut(document);
        FFP_VERIFY(layout);
        const auto drawn = pageImage(**layout, m_fonts, 1, 1);
        FFP_VERIFY(drawn);
        const QColor above = drawn->pixelColor(drawn->width() / 2, drawn->height() / 4);
        const QColor below = drawn->pixelColor(drawn->width() / 2, drawn->height() * 3 / 4);
        QVERIFY(above.red() > 200 && above.green() < 60);
        QVERIFY(below.green() > 100 && below.red() < 60);
    }

    void whatCannotBePrintedSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("picture cut short") << scan("PNG").first(60) << u"图片已损坏"_s;
        QTest::newRow("no picture at all") << "hello"_ba << u"图片已损坏"_s;
        QTest::newRow("PDF cut short") << pdfOf(2).first(300) << u"PDF文件已损坏"_s;
        QTest::newRow("PDF without pages") << scannedPdf() << u"PDF文件已损坏"_s;
        QTest::newRow("nothing") << QByteArray() << u"图片已损坏"_s;
    }
    void whatCannotBePrintedSaysWhy()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, sentence);
        const QString page = scanPage(content);
        QVERIFY2(page.contains(sentence), qPrintable(page));
        QVERIFY(page.contains(u"户口本"_s));
        TableDocument document = file();
        document.enclosures = {{u"户口本"_s, content, {}}};
        const auto layout = layOut(document);
        FFP_VERIFY(layout);
        QCOMPARE((*layout)->report().scansLeftOut, 1);
    }
    void lockedPdf()
    {
        const QString plain = m_folder.filePath(u"plain.pdf"_s);
        const QString locked = m_folder.filePath(u"locked.pdf"_s);
        QFile file(plain);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(pdfOf(1));
        file.close();
        QCOMPARE(QProcess::execute(u"qpdf"_s, {u"--encrypt"_s, u"geheim"_s, u"geheim"_s, u"256"_s, u"--"_s,
                                               plain, locked}),
                 0);
        QFile in(locked);
        QVERIFY(in.open(QIODevice::ReadOnly));
        const QString page = scanPage(in.readAll());
        QVERIFY2(page.contains(u"设有密码"_s), qPrintable(page));
    }
    void whyThereIsNoContent()
    {
        TableDocument document = file();
        document.enclosures = {{u"户口本"_s, {}, u"此附件的内容尚未收到，无法印出。"_s}};
        QVERIFY(pages(document).value(1).contains(u"尚未收到"_s));
    }
    void aBombIsLimited()
    {
        TableDocument document = file();
        document.enclosures = {{u"厚书"_s, pdfOf(scanlimits::kPagesOfOne + 10), {}}};
        const auto layout = layOut(document);
        FFP_VERIFY(layout);
        QCOMPARE((*layout)->pageCount(), 1 + scanlimits::kPagesOfOne + 1);
        QVERIFY(pages(document).last().contains(u"只印前%1页"_s.arg(scanlimits::kPagesOfOne)));
        document.enclosures.assign(20, document.enclosures[0]);
        const auto many = layOut(document);
        FFP_VERIFY(many);
        QVERIFY((*many)->pageCount() <= 1 + scanlimits::kPagesOfAll + 1);
    }
    void hugePagesAreDrawnSmall()
    {
        QByteArray pdf = pdfOf(1);
        pdf.replace("/MediaBox [0 0 595.000000 842.000000]", "/MediaBox [0 0 14400.0000 3.0000000]");
        const auto one = scanPage(pdf);
        QVERIFY(one.contains(u"户口本"_s));
    }
    void hugePicturesAreNotRead()
    {
        QByteArray photo = scan("JPG");
        const qsizetype frame = photo.indexOf("\xff\xc0"); // height and width stand 5 bytes behind it
        QVERIFY(frame > 0);
        photo.replace(frame + 5, 4, QByteArray::fromHex("ea60ea60"));
        QVERIFY(scanPage(photo).contains(u"60000×60000"_s));
    }
    void cancelsBetweenScans()
    {
        TableDocument document = file();
        document.enclosures = {{u"照片"_s, scan("JPG"), {}}};
        SilentProgress progress;
        progress.cancel();
        FFP_VERIFY_ERROR(PrintLayout::make(std::make_shared<TableDocument>(document), PageSetup::of(document),
                                           m_fonts, progress),
                         ErrorKind::Cancelled);
    }
    void aWorkbookCannotHoldIt()
    {
        TableDocument document = file();
        document.parts = {part(u"一、走访"_s, 1, u"甲"_s)};
        SilentProgress progress;
        FFP_VERIFY_ERROR(writeDocument(std::make_shared<TableDocument>(document),
                                       m_folder.filePath(u"file.xlsx"_s), progress),
                         ErrorKind::InvalidArgument);
    }
};

QTEST_MAIN(TestPartsLayout)
#include "tst_partslayout.moc"
