// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes that are no workbook, are cut off, damaged, locked or built to exhaust the machine.
#include "core/tables/workbook.h"
#include "tests/support/testsupport.h"
#include "tests/support/zipbuilder.h"

#include <QTemporaryDir>

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kTwoMillion = 2'000'000;

/// How far the reading came.
class Far : public Progress
{
public:
    void report(const char *, qint64 done, qint64) override { m_most = std::max(m_most, done); }
    bool cancelled() const override { return false; }
    qint64 most() const { return m_most; }

private:
    qint64 m_most = 0;
};

/// The caller gives up at the first report.
class Impatient : public Progress
{
public:
    void report(const char *, qint64, qint64) override { m_cancelled = true; }
    bool cancelled() const override { return m_cancelled; }

private:
    bool m_cancelled = false;
};

} // namespace

class TestBadWorkbooks : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;

    Result<Workbook> read(const QByteArray &bytes, const ReadOptions &options = {},
                          const QString &name = u"名单.xlsx"_s)
    {
        SilentProgress progress;
        return readWorkbook(writeFile(m_dir.path(), name, bytes), options, progress);
    }

private Q_SLOTS:
    void notAWorkbook_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("html") << "<html><body><p>1</p></body></html>"_ba;
        QTest::newRow("xml") << "<?xml version=\"1.0\"?><a/>"_ba;
        QTest::newRow("pdf") << "%PDF-1.7\n%\xE2\xE3\n1 0 obj"_ba;
        QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1A\n\0\0\0\rIHDR", 16);
        QTest::newRow("program") << QByteArray("\x7F"
                                               "ELF\2\1\1\0\0\0\0",
                                               11);
        QTest::newRow("nothing") << QByteArray();
        ZipBuilder zip;
        zip.add("readme.txt", "hello");
        QTest::newRow("other zip") << zip.bytes();
    }
    void notAWorkbook()
    {
        QFETCH(QByteArray, bytes);
        const auto book = read(bytes);
        FFP_VERIFY_ERROR(book, ErrorKind::NotAWorkbook);
        QCOMPARE(book.error().subject.file, u"名单.xlsx"_s);
    }
    void nothingToRead()
    {
        SilentProgress progress;
        FFP_VERIFY_ERROR(readWorkbook(m_dir.filePath(u"missing.xlsx"_s), {}, progress),
                         ErrorKind::FileUnreadable);
        FFP_VERIFY_ERROR(readWorkbook(m_dir.path(), {}, progress), ErrorKind::FileUnreadable);
    }

    /// Wherever a file ends too early, it is refused, never read in part.
    void truncated_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("xlsx") << u"list.xlsx"_s;
        QTest::newRow("ods") << u"list.ods"_s;
        QTest::newRow("xls") << u"list.xls"_s;
    }
    void truncated()
    {
        QFETCH(QString, name);
        const QByteArray whole = sampleWorkbook(name);
        FFP_VERIFY(read(whole));
        for (qsizetype size = 16; size < whole.size() - 600; size += 97) {
            const auto book = read(whole.left(size));
            QVERIFY2(!book, qPrintable(QString::number(size)));
            QVERIFY2(book.error().kind == ErrorKind::TruncatedFile
                         || book.error().kind == ErrorKind::NotAWorkbook,
                     errorCode(book.error().kind));
        }
        const auto book = read(whole.left(whole.size() / 2));
        FFP_VERIFY_ERROR(book, ErrorKind::TruncatedFile);
        QCOMPARE(book.error().subject.file, u"名单.xlsx"_s);
    }
    /// Damage in the middle either is noticed or does no harm; it never brings the program down.
    void damaged_data() { truncated_data(); }
    void damaged()
    {
        QFETCH(QString, name);
        const QByteArray whole = sampleWorkbook(name);
        for (qsizetype at = 0; at < whole.size(); at += 61) {
            QByteArray bytes = whole;
            for (qsizetype i = at; i < std::min(at + 8, bytes.size()); ++i)
                bytes[i] = char(~bytes[i]);
            const auto book = read(bytes);
            if (!book)
                QCOMPARE(book.error().subject.file, u"名单.xlsx"_s);
        }
    }

    void password_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("xlsx") << u"password.xlsx"_s;
        QTest::newRow("ods") << u"password.ods"_s;
        QTest::newRow("xls") << u"password.xls"_s;
    }
    void password()
    {
        QFETCH(QString, name);
        const auto book = read(sampleWorkbook(name), {}, name);
        FFP_VERIFY_ERROR(book, ErrorKind::PasswordProtected);
        QCOMPARE(book.error().subject.file, name);
    }

    void zipBomb()
    {
        const QByteArray bomb = ZipBuilder::bomb();
        QVERIFY(bomb.size() < 1'000'000);
        const auto book = read(bomb);
        FFP_VERIFY_ERROR(book, ErrorKind::TooLarge);
        QCOMPARE(book.error().subject.file, u"名单.xlsx"_s);
        QCOMPARE(book.error().args.value(1), u"expansion"_s);
        // What the directory says of it is enough: none of it is inflated.
        Far progress;
        FFP_VERIFY_ERROR(readWorkbook(writeFile(m_dir.path(), u"名单.xlsx"_s, bomb), {}, progress),
                         ErrorKind::TooLarge);
        QVERIFY2(progress.most() < 10'000, qPrintable(QString::number(progress.most())));
        // The same below 64 MiB is only a badly packed file.
        FFP_VERIFY(read(ZipBuilder::xlsx("<sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
                                         + QByteArray(8'000'000, ' ') + "</sheetData>")));
    }
    void entitiesAreRefused()
    {
        FFP_VERIFY_ERROR(read(ZipBuilder::xlsx("<!DOCTYPE a [<!ENTITY b \"b\">]><sheetData/>")),
                         ErrorKind::TruncatedFile);
    }

    void statedSizeIsNotBelieved()
    {
        const auto book = read(ZipBuilder::xlsx(
            "<dimension ref=\"A1:XFD2000000\"/><sheetData><row r=\"1\"><c r=\"A1\"><v>7</v></c></row></sheetData>"));
        FFP_VERIFY(book);
        QCOMPARE(book->sheets.first().lastRow(), 1);
        QCOMPARE(book->sheets.first().lastColumn(), 1);
        QCOMPARE(book->sheets.first().statedDimension(), u"A1:XFD2000000"_s);
    }
    void rowBeyondTheLast()
    {
        const auto sheet = [](int row) {
            return ZipBuilder::xlsx("<sheetData><row r=\"" + QByteArray::number(row)
                                    + "\"><c><v>7</v></c></row></sheetData>");
        };
        FFP_VERIFY(read(sheet(1'048'576)));
        const auto book = read(sheet(1'048'577));
        FFP_VERIFY_ERROR(book, ErrorKind::TooLarge);
        QCOMPARE(book.error().subject.sheet, u"名单"_s);
    }
    void twoMillionRows()
    {
        const auto book = read(ZipBuilder::sheetOfRows(kTwoMillion));
        FFP_VERIFY_ERROR(book, ErrorKind::TooLarge);
        QCOMPARE(book.error().subject.sheet, u"名单"_s);
    }
    void linesBeyondTheLast()
    {
        ReadOptions options;
        options.maxRows = 1'000;
        const QByteArray lines = QByteArray("1,a\n").repeated(1'000);
        FFP_VERIFY(read(lines, options, u"名单.csv"_s));
        FFP_VERIFY_ERROR(read(lines + "1,a\n", options, u"名单.csv"_s), ErrorKind::TooLarge);
    }

    void encodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("readable");
        const QByteArray good = "姓名,备注\n张三,好\n"_ba;
        QTest::newRow("utf-8") << good << true;
        QTest::newRow("utf-8 bom") << "\xEF\xBB\xBF" + good << true;
        QTest::newRow("gb18030") << "\xD0\xD5\xC3\xFB,\xB1\xB8\xD7\xA2\n\xD5\xC5\xC8\xFD,\xBA\xC3\n"_ba
                                 << true;
        QTest::newRow("neither") << "\xD0\xD5\xC3\xFB,\xB1\xB8\xD7\xA2\n\xFF\xFF\xFF,\xBA\xC3\n"_ba << false;
        QTest::newRow("cut in a character") << "\xD0\xD5\xC3\xFB,\xB1\xB8\xD7\xA2\n\xD5\xC5\xC8"_ba << false;
        QTest::newRow("latin-1") << "nom,pr\xE9nom\n\xE9\n"_ba << false;
        QTest::newRow("utf-8 and then not") << good + "\xFF\xFE\xFF\n" << false;
    }
    void encodings()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, readable);
        const auto book = read(bytes, {}, u"名单.csv"_s);
        if (readable) {
            FFP_VERIFY(book);
            QCOMPARE(book->sheets.first().cell(2, 1).text(), u"张三"_s);
        } else {
            FFP_VERIFY_ERROR(book, ErrorKind::WrongEncoding);
            QCOMPARE(book.error().subject.file, u"名单.csv"_s);
        }
    }
    void quoteNeverClosed()
    {
        FFP_VERIFY_ERROR(read("a,b\n\"never closed,2\n", {}, u"名单.csv"_s), ErrorKind::TruncatedFile);
    }

    void cancelled()
    {
        Impatient progress;
        const QString path = writeFile(m_dir.path(), u"名单.xlsx"_s, sampleWorkbook(u"list.xlsx"_s));
        FFP_VERIFY_ERROR(readWorkbook(path, {}, progress), ErrorKind::Cancelled);
    }

    /// The same list in every form.
    void forms_data() { truncated_data(); }
    void forms()
    {
        QFETCH(QString, name);
        const auto csv = read(sampleWorkbook(u"list.csv"_s), {}, u"名单.csv"_s);
        const auto book = read(sampleWorkbook(name));
        FFP_VERIFY(csv);
        FFP_VERIFY(book);
        const Sheet &wanted = csv->sheets.first();
        const Sheet &sheet = book->sheets.first();
        QCOMPARE(sheet.lastRow(), wanted.lastRow());
        for (int row = 1; row <= wanted.lastRow(); ++row)
            for (int column = 1; column <= wanted.lastColumn(); ++column)
                QCOMPARE(sheet.cell(row, column).text(), wanted.cell(row, column).text());
    }
};

QTEST_GUILESS_MAIN(TestBadWorkbooks)
#include "tst_badworkbooks.moc"
