// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/pastedtext.h"
#include "tests/support/testsupport.h"

#include <QRandomGenerator>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

class TestPastedText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<QStringList>>("rows");
        using Rows = QList<QStringList>;
        QTest::newRow("nothing") << u""_s << Rows{};
        QTest::newRow("one cell") << u"张三"_s << Rows{{u"张三"_s}};
        QTest::newRow("windows") << u"a\tb\r\nc\td\r\n"_s << Rows{{u"a"_s, u"b"_s}, {u"c"_s, u"d"_s}};
        QTest::newRow("old mac") << u"a\rb"_s << Rows{{u"a"_s}, {u"b"_s}};
        QTest::newRow("last tab") << u"a\t"_s << Rows{{u"a"_s, u""_s}};
        QTest::newRow("short row") << u"a\tb\nc"_s << Rows{{u"a"_s, u"b"_s}, {u"c"_s, QString()}};
        QTest::newRow("blank rows") << u"\n \t\u3000\na\n\n"_s << Rows{{u"a"_s}};
        QTest::newRow("quoted") << u"\"一\n二\t三\"\tb\n\"他说\"\"好\"\"\"\td"_s
                                << Rows{{u"一\n二\t三"_s, u"b"_s}, {u"他说\"好\""_s, u"d"_s}};
        QTest::newRow("quote inside") << u"5\"\tb"_s << Rows{{u"5\""_s, u"b"_s}};
        QTest::newRow("behind the quote") << u"\"a\"x\tb"_s << Rows{{u"ax"_s, u"b"_s}};
        QTest::newRow("full width") << u"３４１\t张　三"_s << Rows{{u"３４１"_s, u"张　三"_s}};
    }
    void rows()
    {
        QFETCH(QString, text);
        const auto read = rowsOfPaste(text);
        FFP_VERIFY(read);
        QTEST(*read, "rows");
    }
    void limits()
    {
        FFP_VERIFY(rowsOfPaste(QString(kLargestPaste, u'x')));
        FFP_VERIFY_ERROR(rowsOfPaste(QString(kLargestPaste + 1, u'x')), ErrorKind::TooLarge);
        FFP_VERIFY(rowsOfPaste(u"x\n"_s.repeated(kMostPastedRows)));
        FFP_VERIFY_ERROR(rowsOfPaste(u"x\n"_s.repeated(kMostPastedRows + 1)), ErrorKind::TooLarge);
        FFP_VERIFY_ERROR(rowsOfPaste(u"x\n"_s.repeated(kMostPastedRows) + u"x"_s), ErrorKind::TooLarge);
        FFP_VERIFY_ERROR(rowsOfPaste(QString(u"a"_s) + QChar(u'\0')), ErrorKind::WrongEncoding);
        const auto open = rowsOfPaste(u"a\n\"b\tc\n"_s);
        FFP_VERIFY_ERROR(open, ErrorKind::TruncatedFile);
        QCOMPARE(open.error().subject.row, 2);
    }
    /// Whatever stands on the clipboard: rows of equal width, or an error; and as a sheet they are the same.
    void anything()
    {
        QRandomGenerator random(7);
        const QString signs = u"ab\t\t\n\r\"\"　１\u200b𠮷"_s + QChar(0xd800);
        for (int round = 0; round < 2000; ++round) {
            QString text;
            for (quint32 n = random.bounded(40u); n > 0; --n)
                text += signs[random.bounded(int(signs.size()))];
            const auto rows = rowsOfPaste(text);
            if (!rows) {
                QCOMPARE(rows.error().kind, ErrorKind::TruncatedFile);
                continue;
            }
            for (const QStringList &row : *rows)
                QCOMPARE(row.size(), rows->first().size());
            const auto book = workbookOf(*rows);
            FFP_VERIFY(book);
            if (!rows->isEmpty())
                QCOMPARE(book->sheets.first().cell(1, 1).text(),
                         QString::fromUtf8(rows->first().first().toUtf8()));
        }
    }
};

QTEST_GUILESS_MAIN(TestPastedText)
#include "tst_pastedtext.moc"
