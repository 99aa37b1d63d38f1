// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/csvreader.h"
#include "core/tables/headers.h"
#include "tests/support/testsupport.h"

#include <QTemporaryFile>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

Sheet sheetOf(const QString &csv)
{
    QTemporaryFile file;
    SilentProgress progress;
    if (!file.open() || file.write(csv.toUtf8()) < 0 || !file.flush())
        return {};
    auto workbook = readCsv(file, {}, progress);
    return workbook ? workbook->sheets[0] : Sheet();
}

const QList<HeaderKind> kinds{
    {u"people"_s,
     {{u"household"_s, {u"户编号"_s}, true},
      {u"name"_s, {u"姓名"_s, u"名字"_s}, true},
      {u"id"_s, {u"证件号码"_s, u"证件号码(残疾人证)"_s}, true},
      {u"size"_s, {u"人数"_s, u"家庭人口数"_s}}},
     3},
    {u"visits"_s,
     {{u"household"_s, {u"户编号"_s}, true},
      {u"date"_s, {u"走访日期"_s}, true},
      {u"mode"_s, {u"走访方式"_s}}},
     2},
};

} // namespace

class TestHeaders : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheRowUnderTitles()
    {
        const Sheet sheet = sheetOf(u"名单\n导出：x,,\n备注,姓 名,户编号 ,证件号码（残疾人证）\n1,2,3,4\n"_s);
        const auto matches = matchHeaders(sheet, kinds);
        QCOMPARE(matches.size(), 1);
        QCOMPARE(matches[0].kind, 0);
        QCOMPARE(matches[0].row, 3);
        QCOMPARE(matches[0].known, 3);
        QVERIFY(matches[0].complete());
        QCOMPARE(matches[0].columnOf(0), 3); // any order
        QCOMPARE(matches[0].columnOf(1), 2);
        QCOMPARE(matches[0].columnOf(2), 4);
        QCOMPARE(matches[0].columnOf(3), 0);
        QCOMPARE(matches[0].columns[0].field, -1); // unknown columns stay
        QCOMPARE(matches[0].columns[0].title, u"备注"_s);
    }
    void lineBreaksInHeaders()
    {
        const Sheet sheet = sheetOf(u"\"户\n编号\",姓名,证件号码\n"_s);
        const auto matches = matchHeaders(sheet, kinds);
        QCOMPARE(matches.size(), 1);
        QCOMPARE(matches[0].columns[0].title, u"户编号"_s);
    }
    void numbersDuplicates()
    {
        const Sheet sheet = sheetOf(u"户编号,姓名,名字,证件号码,是否,是 否,是否\n"_s);
        const HeaderMatch match = headerAt(sheet, kinds, 0, 1);
        QCOMPARE(match.columns[1].field, 1);
        QCOMPARE(match.columns[2].field, -1);
        QCOMPARE(match.columns[2].repeats, 1); // another word for a column that is there already
        QCOMPARE(match.columns[4].title, u"是否"_s);
        QCOMPARE(match.columns[5].title, u"是 否(2)"_s);
        QCOMPARE(match.columns[6].title, u"是否(3)"_s);
    }
    void rowTenIsTheLast()
    {
        const QString header = u"户编号,姓名,证件号码\n"_s;
        QCOMPARE(matchHeaders(sheetOf(u"x\n"_s.repeated(9) + header), kinds).size(), 1);
        QCOMPARE(matchHeaders(sheetOf(u"x\n"_s.repeated(10) + header), kinds).size(), 0);
    }
    void namesWhatIsMissing()
    {
        // Enough known headers to know the kind, but the name is not there.
        const auto matches = matchHeaders(sheetOf(u"户编号,证件号码,人数\n"_s), kinds);
        QCOMPARE(matches.size(), 1);
        QVERIFY(!matches[0].complete());
        QCOMPARE(matches[0].missing, QList<int>{1});
    }
    void tooFewKnownHeadersAreChance()
    {
        QCOMPARE(matchHeaders(sheetOf(u"户编号,姓名,其他\n"_s), kinds).size(), 0);
        QCOMPARE(matchHeaders(sheetOf(u"甲,乙\n1,2\n"_s), kinds).size(), 0);
        QCOMPARE(matchHeaders(Sheet(), kinds).size(), 0);
    }
    void completeKindsComeFirst()
    {
        // Two headers of "visits" complete beat three of "people" with one missing.
        const auto matches = matchHeaders(sheetOf(u"户编号,证件号码,人数,走访日期\n"_s), kinds);
        QCOMPARE(matches.size(), 2);
        QCOMPARE(matches[0].kind, 1);
        QCOMPARE(matches[1].kind, 0);
    }
};

QTEST_APPLESS_MAIN(TestHeaders)
#include "tst_headers.moc"
