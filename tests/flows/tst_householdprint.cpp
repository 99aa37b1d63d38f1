// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/commandline.h"
#include "tests/support/scans.h"
#include "tests/support/testsupport.h"

#include <QProcess>

using namespace Qt::Literals::StringLiterals;

/// One household's file on paper, by the command line alone.
class TestHouseholdPrint : public ffp::test::CommandFlow
{
    Q_OBJECT

    const QString m_household = u"3413231149000001"_s;
    const QString m_idNumber = u"341323195808156714"_s;

    QString textOf(const QString &pdf) const
    {
        QProcess text;
        text.start(u"pdftotext"_s, {u"-layout"_s, pdf, u"-"_s});
        return text.waitForFinished(60'000) ? QString::fromUtf8(text.readAllStandardOutput()) : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        makeSite();
        QVERIFY2(m_code == 0, qPrintable(m_err));
        ffp({u"import"_s,
             write(u"list.csv"_s, "县,乡,村,户编号,姓名,证件号码,与户主关系,户类型,性别\n"
                                  "灵璧县,虞姬镇,田万村,3413231149000001,朱甲,341323195808156714,户主,"
                                  "一般农户,男\n")});
        ffp({u"visit"_s, u"add"_s, m_household, u"--date"_s, u"2026-10-31"_s, u"--by"_s, u"周海"_s,
             u"--mode"_s, u"home"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        ffp({u"attachment"_s, u"add"_s, m_household, write(u"户口本.jpg"_s, ffp::test::scan("JPG"))});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        ffp({u"attachment"_s, u"add"_s, m_household, write(u"坏.pdf"_s, ffp::test::scannedPdf())});
        QVERIFY2(m_code == 0, qPrintable(m_err));
    }

    void wholeFile()
    {
        const QString out = m_dir.filePath(u"file.pdf"_s);
        const QJsonObject answer = ffp({u"household"_s, u"print"_s, m_household, u"--out"_s, out});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QCOMPARE(answer.value(u"scans"_s).toInt(), 2);
        QCOMPARE(answer.value(u"scans_left_out"_s).toInt(), 1);
        const QString text = textOf(out);
        QCOMPARE(text.count(u'\f'), answer.value(u"pages"_s).toInt());
        for (const QString &word :
             {u"农户档案（一户一档）"_s, u"户主：朱甲"_s, u"填报单位：虞姬镇"_s, u"周海"_s, u"田万村"_s,
              u"户口本"_s, u"已损坏"_s, u"内部资料 注意保密"_s, u"打印人"_s})
            QVERIFY2(text.contains(word), qPrintable(word));
        QVERIFY(!text.contains(m_idNumber));
        QFile file(out);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("/MediaBox [0 0 595.0")); // A4 portrait
        QCOMPARE(QProcess::execute(u"qpdf"_s, {u"--check"_s, out}), 0);
    }
    void chosenPartsInFull()
    {
        const QString out = m_dir.filePath(u"members.pdf"_s);
        const QJsonObject answer = ffp({u"household"_s, u"print"_s, m_household, u"--out"_s, out,
                                        u"--parts"_s, u"member"_s, u"--reveal"_s});
        QVERIFY2(m_code == 0, qPrintable(m_err));
        QCOMPARE(answer.value(u"pages"_s).toInt(), 1);
        QCOMPARE(answer.value(u"scans"_s).toInt(), 0);
        QString text = textOf(out);
        QVERIFY(!text.contains(u"周海"_s));
        text.remove(QRegularExpression(u"\\s"_s)); // a number may take two lines
        QVERIFY(text.contains(m_idNumber.first(8)) && text.contains(m_idNumber.last(6)));
    }
    void wrongWords()
    {
        const QString out = m_dir.filePath(u"x.pdf"_s);
        ffp({u"household"_s, u"print"_s, m_household});
        QCOMPARE(m_code, 2);
        ffp({u"household"_s, u"print"_s, m_household, u"--out"_s, m_dir.filePath(u"x.xlsx"_s)});
        QCOMPARE(m_code, 2);
        ffp({u"household"_s, u"print"_s, m_household, u"--out"_s, out, u"--parts"_s, u"members"_s});
        QCOMPARE(m_code, 2);
        ffp({u"household"_s, u"print"_s, m_household, u"--out"_s, out, u"--paper"_s, u"A5"_s});
        QCOMPARE(m_code, 2);
        ffp({u"household"_s, u"print"_s, u"9999"_s, u"--out"_s, out});
        QCOMPARE(m_code, 1);
        QVERIFY(!QFile::exists(out));
        ffp({u"household"_s, u"print"_s, m_household, u"--out"_s, m_dir.filePath(u"no/such/x.pdf"_s)});
        QCOMPARE(m_code, 3);
    }
};

QTEST_GUILESS_MAIN(TestHouseholdPrint)
#include "tst_householdprint.moc"
