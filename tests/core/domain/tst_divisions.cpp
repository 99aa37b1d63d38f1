// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/divisions.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;
using Kind = DivisionMatch::Kind;

namespace {

AreaCode area(QStringView code)
{
    return AreaCode::fromString(code);
}

const AreaCode kLingbi = area(u"341323000000");
const AreaCode kYuji = area(u"341323114000");

const DivisionTable &anhui()
{
    return DivisionTable::shipped();
}

QByteArray small(const QByteArray &more = {})
{
    return "code,level,name,parent_code\n"
           "420000000000,province,湖北省,\n"
           "420100000000,city,武汉市,420000000000\n"
           "420102000000,county,江岸区,420100000000\n"
           "420102002000,township,大智街道,420102000000\n"
           + more;
}

QStringList faultsOf(const QByteArray &csv)
{
    const auto table = DivisionTable::fromCsv(csv, u"f.csv"_s);
    return table || table.error().kind != ErrorKind::InvalidValue ? QStringList() : table.error().args;
}

} // namespace

class TestDivisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedTable()
    {
        QCOMPARE(anhui().size(), 20155);
        QCOMPARE(anhui().children({}), QList<AreaCode>{area(u"340000000000")});
        QCOMPARE(anhui().children(area(u"340000000000")).size(), 16);
        QCOMPARE(anhui().descendants({}, AreaLevel::County).size(), 119);
        QCOMPARE(anhui().descendants({}, AreaLevel::Township).size(), 1685);
        QCOMPARE(anhui().descendants({}, AreaLevel::Village).size(), 18334);
        QCOMPARE(anhui().children(kYuji).size(), 10);
        QVERIFY(anhui().children(area(u"341323114202")).isEmpty());
        QVERIFY(anhui().contains(kYuji));
        QVERIFY(!anhui().contains(area(u"341323114299")));
        QVERIFY(!anhui().contains({}));
    }

    void names()
    {
        const AreaCode fanqiao = area(u"341323114202");
        QCOMPARE(anhui().name(fanqiao), u"范桥村"_s);
        QCOMPARE(anhui().officialName(fanqiao), u"范桥村委会"_s);
        QCOMPARE(anhui().fullName(fanqiao), u"安徽省宿州市灵璧县虞姬镇范桥村"_s);
        QCOMPARE(anhui().fullName(fanqiao, AreaLevel::Township), u"虞姬镇范桥村"_s);
        QCOMPARE(anhui().fullName(kLingbi, AreaLevel::Village), u"灵璧县"_s);
        QCOMPARE(anhui().name(area(u"341323114299")), u"341323114299"_s); // unknown: its digits
        QCOMPARE(anhui().fullName(area(u"341323114299"), AreaLevel::Township), u"虞姬镇341323114299"_s);
    }

    void shortNames_data()
    {
        QTest::addColumn<QString>("official");
        QTest::addColumn<int>("level");
        QTest::addColumn<QString>("expected");
        const auto row = [](const QString &official, AreaLevel level, const QString &expected) {
            QTest::newRow(qPrintable(official)) << official << int(level) << expected;
        };
        row(u"范桥村委会"_s, AreaLevel::Village, u"范桥村"_s);
        row(u"范桥村民委员会"_s, AreaLevel::Village, u"范桥村"_s);
        row(u"范桥村村民委员会"_s, AreaLevel::Village, u"范桥村"_s);
        row(u"建设社区居委会"_s, AreaLevel::Village, u"建设社区"_s);
        row(u"建设社区居民委员会"_s, AreaLevel::Village, u"建设社区"_s);
        row(u"东关居民委员会"_s, AreaLevel::Village, u"东关居委会"_s);
        row(u"凌家湖农场"_s, AreaLevel::Village, u"凌家湖农场"_s);
        row(u"村委会"_s, AreaLevel::Village, u"村委会"_s);
        row(u"大智街道办事处"_s, AreaLevel::Township, u"大智街道"_s);
        row(u"虞姬镇"_s, AreaLevel::Township, u"虞姬镇"_s);
        row(u"灵璧县"_s, AreaLevel::County, u"灵璧县"_s);
    }
    void shortNames()
    {
        QFETCH(QString, official);
        QFETCH(int, level);
        QFETCH(QString, expected);
        QCOMPARE(shortDivisionName(official, AreaLevel(level)), expected);
    }

    void matching_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("spaces");
        QTest::newRow("short name") << u"范桥村"_s << int(Kind::Exact) << false;
        QTest::newRow("committee") << u"范桥村委会"_s << int(Kind::Variant) << false;
        QTest::newRow("long committee") << u"范桥村村民委员会"_s << int(Kind::Variant) << false;
        QTest::newRow("bare") << u"范桥"_s << int(Kind::Variant) << false;
        QTest::newRow("administrative village") << u"范桥行政村"_s << int(Kind::Variant) << false;
        QTest::newRow("wide space") << u"范桥村\u3000"_s << int(Kind::Exact) << true;
        QTest::newRow("another kind") << u"范桥社区"_s << int(Kind::None) << false;
        QTest::newRow("unknown") << u"虞河村"_s << int(Kind::None) << false;
        QTest::newRow("blank") << u" "_s << int(Kind::None) << false;
        QTest::newRow("part") << u"桥村"_s << int(Kind::None) << false;
        QTest::newRow("bad characters") << QString(QChar(0xd800)) << int(Kind::None) << false;
    }
    void matching()
    {
        QFETCH(QString, text);
        QFETCH(int, kind);
        QFETCH(bool, spaces);
        const DivisionMatch match = anhui().match(kYuji, AreaLevel::Village, text);
        QCOMPARE(int(match.kind), kind);
        QCOMPARE(match.spaces, spaces);
        QCOMPARE(match.code, match.found() ? area(u"341323114202") : AreaCode());
    }

    void ambiguousNames()
    {
        // Many villages of the province are called so: nobody may guess.
        const DivisionMatch match = anhui().match({}, AreaLevel::Village, u"新庄村");
        QCOMPARE(match.kind, Kind::Ambiguous);
        QVERIFY(match.candidates.size() > 1 && match.code.isNull());
        // The short name as written wins over a longer one that also fits.
        const auto two = DivisionTable::fromCsv(small("420102002001,village,王家社区,420102002000\n"
                                                      "420102002201,village,王家村,420102002000\n"),
                                                u"f.csv"_s);
        FFP_VERIFY(two);
        const AreaCode street = area(u"420102002000");
        QCOMPARE(two->match(street, AreaLevel::Village, u"王家村").code, area(u"420102002201"));
        QCOMPARE(two->match(street, AreaLevel::Village, u"王家居委会").code, area(u"420102002001"));
        QCOMPARE(two->match(street, AreaLevel::Village, u"王家").kind, Kind::Ambiguous);
    }

    void paths()
    {
        using Path = std::vector<std::pair<AreaLevel, QString>>;
        const Path full{{AreaLevel::County, u"灵璧县"_s},
                        {AreaLevel::Township, u"虞姬镇"_s},
                        {AreaLevel::Village, u"范桥村"_s}};
        const AreaCode fanqiao = area(u"341323114202");
        QCOMPARE(anhui().matchPath({}, full).code, fanqiao);
        QCOMPARE(anhui().matchPath(kYuji, full).code, fanqiao);
        QCOMPARE(anhui().matchPath(fanqiao, full).code, fanqiao);
        QCOMPARE(anhui().matchPath(area(u"341323114203"), full).kind, Kind::None); // another village's site
        QCOMPARE(anhui().matchPath(area(u"341322000000"), full).kind, Kind::None); // another county's site
        QCOMPARE(anhui().matchPath(kYuji, Path{{AreaLevel::Village, u"范桥"_s}}).kind, Kind::Variant);
        QCOMPARE(anhui()
                     .matchPath(kLingbi, Path{{AreaLevel::County, u" "_s}, {AreaLevel::Township, u"虞姬"_s}})
                     .code,
                 kYuji);
        QCOMPARE(anhui()
                     .matchPath({}, Path{{AreaLevel::County, u"灵璧县"_s}, {AreaLevel::Village, u"虞姬村"_s}})
                     .code,
                 area(u"341323114208")); // township left out, name unique in the county
        QCOMPARE(anhui().matchPath(kYuji, Path{{AreaLevel::Village, u"虞河村"_s}}).kind, Kind::None);
        QCOMPARE(anhui().matchPath(kYuji, Path{}).kind, Kind::None);
    }

    void localAdditions()
    {
        const std::vector<Division> local{{area(u"341323114299"), u"新设村"_s, false},
                                          {area(u"341323114202"), u"范桥新村委会"_s, false},
                                          {area(u"341323114203"), u"陈埝村委会"_s, true}};
        const DivisionTable table = anhui().with(local);
        QCOMPARE(table.size(), anhui().size() + 1);
        QCOMPARE(table.match(kYuji, AreaLevel::Village, u"新设村").code, area(u"341323114299"));
        QCOMPARE(table.name(area(u"341323114202")), u"范桥新村"_s);
        QCOMPARE(table.match(kYuji, AreaLevel::Village, u"范桥村").kind, Kind::None);
        // Retired: keeps its name for old records, is not offered.
        QVERIFY(table.isRetired(area(u"341323114203")));
        QCOMPARE(table.name(area(u"341323114203")), u"陈埝村"_s);
        QCOMPARE(table.match(kYuji, AreaLevel::Village, u"陈埝村").kind, Kind::None);
        QVERIFY(!table.children(kYuji).contains(area(u"341323114203")));
        QCOMPARE(anhui().name(area(u"341323114202")), u"范桥村"_s); // the table itself is as before
    }

    void otherProvince()
    {
        const auto hubei = DivisionTable::fromCsv("\xef\xbb\xbf" + small(), u"f.csv"_s);
        FFP_VERIFY(hubei);
        QCOMPARE(hubei->size(), 4);
        const DivisionTable both = anhui().with(*hubei);
        QCOMPARE(both.size(), anhui().size() + 4);
        QCOMPARE(both.children({}).size(), 2);
        QCOMPARE(both.name(area(u"420102002000")), u"大智街道"_s);
        QCOMPARE(both.name(kYuji), u"虞姬镇"_s);
        QCOMPARE(both.with(*hubei).size(), both.size());
    }

    void rowsInAnyOrderAndOtherColumns()
    {
        const auto table = DivisionTable::fromCsv("name,note,parent_code,code,level\r\n"
                                                  "\"武汉市\",x,420000000000,420100000000,city\r\n"
                                                  "\r\n"
                                                  "湖北省,,,420000000000,province",
                                                  u"f.csv"_s);
        FFP_VERIFY(table);
        QCOMPARE(table->fullName(area(u"420100000000")), u"湖北省武汉市"_s);
    }

    void faults_data()
    {
        QTest::addColumn<QByteArray>("line"); // the 6th of the file
        QTest::addColumn<QString>("why");
        QTest::newRow("code") << "42010200200,village,甲村,420102002000\n"_ba
                              << u"row 6: code is not 12 digits"_s;
        QTest::newRow("letters") << "42010200200x,village,甲村,420102002000\n"_ba
                                 << u"row 6: code is not 12 digits"_s;
        QTest::newRow("level") << "420102002001,township,甲村,420102002000\n"_ba
                               << u"row 6: level does not fit the code"_s;
        QTest::newRow("name") << "420102002001,village,,420102002000\n"_ba
                              << u"row 6: name is empty or too long"_s;
        QTest::newRow("name too long") << "420102002001,village," + QByteArray(201, 'x') + ",420102002000\n"
                                       << u"row 6: name is empty or too long"_s;
        QTest::newRow("parent") << "420102002001,village,甲村,420102003000\n"_ba
                                << u"row 6: parent_code does not fit the code"_s;
        QTest::newRow("parent missing")
            << "420102003001,village,甲村,420102003000\n"_ba << u"row 6: parent is not in the file"_s;
        QTest::newRow("twice") << "420102002000,township,甲街道,420102000000\n"_ba
                               << u"row 6: code occurs twice"_s;
        QTest::newRow("parent of a province")
            << "430000000000,province,湖南省,x\n"_ba << u"row 6: parent_code does not fit the code"_s;
    }
    void faults()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, why);
        QVERIFY(faultsOf(small()).isEmpty());
        QCOMPARE(faultsOf(small(line)), QStringList{why});
        const auto table = DivisionTable::fromCsv(small(line), u"f.csv"_s);
        QCOMPARE(table.error().subject.row, 6);
        QCOMPARE(table.error().subject.file, u"f.csv"_s);
    }

    void manyFaultsAreCutShort()
    {
        QByteArray lines;
        for (int i = 0; i < 100; ++i)
            lines += "x\n";
        QCOMPARE(faultsOf(small(lines)).size(), 20);
    }

    void notSuchAFile()
    {
        FFP_VERIFY_ERROR(DivisionTable::fromCsv({}, {}), ErrorKind::MissingColumn);
        FFP_VERIFY_ERROR(DivisionTable::fromCsv("code,level,name\n", {}), ErrorKind::MissingColumn);
        FFP_VERIFY_ERROR(DivisionTable::fromCsv("code,level,name,parent_code\n", {}),
                         ErrorKind::InvalidValue);
        FFP_VERIFY_ERROR(DivisionTable::fromCsv("\xb0\xb2\xbb\xd5\n", {}), ErrorKind::WrongEncoding); // GBK
        FFP_VERIFY_ERROR(DivisionTable::fromCsv(QByteArray("code,level\0", 11), {}),
                         ErrorKind::WrongEncoding);
        FFP_VERIFY_ERROR(DivisionTable::fromCsv(small("420102002001,village,\xe6\x9d"), {}),
                         ErrorKind::WrongEncoding);
    }
};

QTEST_GUILESS_MAIN(TestDivisions)
#include "tst_divisions.moc"
