// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsupport.h"
#include "ui/printing/linebreaker.h"

using namespace ffp::ui;
using namespace Qt::Literals::StringLiterals;

class TestLineBreaker : public QObject
{
    Q_OBJECT

    QStringList broken(const QString &text, double width)
    {
        QStringList list;
        for (const QStringView line : m_breaker->lines(FontRole::Body, text, width))
            list.append(line.toString());
        return list;
    }

    std::unique_ptr<PrintFonts> m_fonts;
    std::unique_ptr<LineBreaker> m_breaker;

private Q_SLOTS:
    void initTestCase()
    {
        m_fonts = std::make_unique<PrintFonts>();
        m_breaker = std::make_unique<LineBreaker>(*m_fonts);
        QCOMPARE(m_fonts->glyph(FontRole::Body, U'户').advance, 1.0F); // the widths below count on it
    }

    void cases_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("width");
        QTest::addColumn<QStringList>("lines");
        QTest::newRow("blank") << QString() << 4.0 << QStringList();
        QTest::newRow("exactly full") << u"户主姓名"_s << 4.0 << QStringList{u"户主姓名"_s};
        QTest::newRow("one too many") << u"户主姓名甲"_s << 4.0 << QStringList{u"户主姓名"_s, u"甲"_s};
        QTest::newRow("no comma at the beginning")
            << u"住院治疗，自费"_s << 4.0 << QStringList{u"住院治"_s, u"疗，自费"_s};
        QTest::newRow("no bracket at the end")
            << u"致贫风（返贫）"_s << 4.0 << QStringList{u"致贫风"_s, u"（返贫）"_s};
        QTest::newRow("quotation marks are brackets")
            << u"企业“四带”助"_s << 5.0 << QStringList{u"企业“四"_s, u"带”助"_s};
        QTest::newRow("figures stay whole")
            << u"补贴12345元"_s << 4.0 << QStringList{u"补贴"_s, u"12345元"_s};
        QTest::newRow("a word wider than the line") << u"ABCDEFGHIJKLMNOPQ"_s << 2.0 << QStringList();
        QTest::newRow("forced") << u"一\n二三"_s << 9.0 << QStringList{u"一"_s, u"二三"_s};
        QTest::newRow("empty line kept") << u"一\n\n二"_s << 9.0 << QStringList{u"一"_s, QString(), u"二"_s};
        QTest::newRow("narrower than a character") << u"户主"_s << 0.5 << QStringList{u"户"_s, u"主"_s};
        QTest::newRow("beyond the BMP") << u"𠀀𠀁𠀂"_s << 2.0 << QStringList{u"𠀀𠀁"_s, u"𠀂"_s};
        QTest::newRow("beyond the BMP, narrow") << u"𠀀𠀁"_s << 0.5 << QStringList{u"𠀀"_s, u"𠀁"_s};
    }
    void cases()
    {
        QFETCH(QString, text);
        QFETCH(double, width);
        QFETCH(QStringList, lines);
        const QStringList got = broken(text, width);
        if (!lines.isEmpty() || text.isEmpty())
            QCOMPARE(got, lines);
        QString joined = text;
        QCOMPARE(got.join(QString()), joined.remove(u'\n')); // nothing lost
        if (width >= 1)
            for (const QString &line : got)
                QVERIFY2(m_fonts->width(FontRole::Body, line) <= width + 0.01, qPrintable(line));
    }

    void headsAreBalanced()
    {
        QStringList list;
        for (const QStringView line : m_breaker->balancedLines(FontRole::Heading, u"户主姓名", 3.4))
            list.append(line.toString());
        QCOMPARE(list, (QStringList{u"户主"_s, u"姓名"_s}));
    }

    void measuresAsDrawn()
    {
        // Width of a text is the sum of its characters: no kerning, no ligature.
        const double parts = m_fonts->width(FontRole::Body, u"AV") + m_fonts->width(FontRole::Body, u"fi");
        QCOMPARE(m_fonts->width(FontRole::Body, u"AVfi"), parts);
        QCOMPARE(m_fonts->width(FontRole::Body, u"户\u200B主\uFEFF"), 2.0); // invisible ones count nothing
        PrintFonts fonts;
        fonts.width(FontRole::Body, u"户\u200B\uFE00\t\n ");
        QVERIFY(fonts.missing().empty());
    }

    void missingGlyphsAreRemembered()
    {
        PrintFonts fonts;
        fonts.width(FontRole::Body, u"户\uE843主\uE843");
        QCOMPARE(fonts.missing().size(), size_t(1));
        QCOMPARE(codePointName(fonts.missing().front()), u"U+E843"_s);
        fonts.width(FontRole::Body, QString(QChar(0xD840))); // half a pair
        QVERIFY(fonts.missing().size() <= 2);                // U+FFFD may or may not have a glyph
        QCOMPARE(codePointName(0x41), u"U+0041"_s);
    }
};

QTEST_MAIN(TestLineBreaker)
#include "tst_linebreaker.moc"
