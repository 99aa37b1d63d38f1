// SPDX-License-Identifier: GPL-3.0-or-later
// The traps T-01 … T-25 of real files (domain.md §17), one test each with a small file made for it.
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/jobfields.h"
#include "core/domain/fields/memberfields.h"
#include "tests/support/importfixture.h"
#include "tests/support/testsupport.h"

#include <QProcess>
#include <QStringEncoder>

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The small list with further columns: headers, then cells of its five rows; missing ones stay empty.
QByteArray withColumns(const QByteArray &headers, const QByteArrayList &cells)
{
    QByteArrayList lines = smallList().trimmed().split('\n');
    lines[1] += ',' + headers;
    for (qsizetype i = 0; i < cells.size(); ++i)
        lines[2 + i] += ',' + cells[i];
    return lines.join('\n') + '\n';
}

/// Title, header and five rows of the small list as cells.
QList<QStringList> smallRows()
{
    QList<QStringList> rows;
    for (const QByteArray &line : smallList().trimmed().split('\n'))
        rows << QString::fromUtf8(line).split(u',').mid(0, 8);
    return rows;
}

QByteArray inGbk(const QByteArray &utf8)
{
    QProcess iconv;
    iconv.start(u"iconv"_s, {u"-f"_s, u"UTF-8"_s, u"-t"_s, u"GBK"_s});
    if (!iconv.waitForStarted())
        qFatal("no iconv");
    iconv.write(utf8);
    iconv.closeWriteChannel();
    iconv.waitForFinished();
    return iconv.readAllStandardOutput();
}

bool hasKind(const FilePreview &file, const QString &kind)
{
    return std::any_of(file.findings.begin(), file.findings.end(),
                       [&](const ImportFinding &one) { return one.kind == kind; });
}

struct Office : ImportFixture {
    using ImportFixture::ImportFixture;

    FilePreview take(const QByteArray &bytes, const QString &name = u"名单.csv"_s,
                     const ImportOptions &options = {})
    {
        const auto done = import(put(bytes, name), options);
        if (!done)
            qFatal("%s: %s %s", qPrintable(name), errorCode(done.error().kind),
                   qPrintable(done.error().args.join(u'|')));
        return *done;
    }
    /// A value of the member with this name as text, lists joined by commas.
    QString of(const QString &name, FieldRef field) { return only(u"t.name = ?"_s, name, field); }
    QString ofHousehold(const QString &number, FieldRef field)
    {
        return only(u"t.household_no = ?"_s, number, field);
    }
    QString only(const QString &where, const QString &key, FieldRef field)
    {
        Selection selection;
        selection.where = where;
        selection.args = {key};
        const auto found = store().select(field.entity, selection);
        return found && found->size() == 1 ? shown(found->front(), field) : u"(not one)"_s;
    }
    static QString shown(const Record &record, FieldRef field)
    {
        return displayText(fieldDef(field), record[field], Language::Chinese);
    }
};

/// A workbook of spells as the national system gives it: titles, then the header in the third row.
QByteArray spells(const QByteArrayList &rows)
{
    return "（务工月监测）已外出务工信息\n单位：元\n"
           "户编号,姓名,证件号码,是否已务工,开始时间,结束时间,务工所在地,务工企业名称,就业渠道,月收入（元）,工种\n"
           + rows.join('\n') + '\n';
}

const QString kFirst = u"3413231149000001"_s;
const QString kMembers = u"SELECT count(*) FROM member WHERE void = 0"_s;

} // namespace

class TestImportTraps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// T-01: the header stands under titles, down to the tenth row.
    void t01HeaderUnderTitles()
    {
        Office f;
        const FilePreview done = f.take("灵璧县,,\n" + smallList());
        QCOMPARE(done.headerRow, 3);
        QCOMPARE(done.imported, 5);
        const auto tenth = f.preview(f.put(QByteArray("说明\n").repeated(8) + smallList(), u"a.csv"_s));
        FFP_VERIFY(tenth);
        QCOMPARE(tenth->headerRow, 10);
        FFP_VERIFY_ERROR(f.preview(f.put(QByteArray("说明\n").repeated(9) + smallList(), u"b.csv"_s)),
                         ErrorKind::UnknownFileKind);
    }
    /// T-02: what the sheet says about its own size is wrong.
    void t02WrongDimension()
    {
        Office f;
        const FilePreview done = f.take(ZipBuilder::xlsx("<dimension ref=\"A1:B3\"/>"
                                                         + ZipBuilder::sheetData(smallRows())),
                                        u"名单.xlsx"_s);
        QCOMPARE(done.imported, 5);
        QVERIFY(hasKind(done, u"wrong_dimension"_s));
    }
    /// T-03: digits that are gone hold the row; digits that were protected are read.
    void t03LostDigits()
    {
        Office f;
        QList<QStringList> rows = smallRows();
        rows[3][4] = u"341323197202029000"_s; // what a spreadsheet makes of a number with 18 digits
        const FilePreview numbers = f.take(ZipBuilder::xlsx(ZipBuilder::sheetData(rows, {rows[3][4]})),
                                           u"数字.xlsx"_s);
        QVERIFY(has(numbers, u"id_stored_as_number"_s, 4));
        QCOMPARE(numbers.setAside, 1);
        QCOMPARE(f.number(u"SELECT count(*) FROM member WHERE name = '李四'"_s), 0);

        Office g;
        const FilePreview texts = g.take(changed("341323197202029023", "3.41323E+17")
                                             .replace("341323197001019013", "=\"341323197001019013\""));
        QVERIFY(has(texts, u"id_in_scientific_notation"_s, 4));
        QVERIFY(hasKind(texts, u"equals_quote_wrapper"_s));
        QCOMPARE(texts.setAside, 1);
        QCOMPARE(g.of(u"张三"_s, member::f("id_no")), u"341323197001019013"_s);
    }
    /// T-04: the encoding is told by the bytes and shown.
    void t04Encoding()
    {
        const QByteArray list = changed("王䶮", "王五"); // GBK has no 䶮
        for (const auto &[bytes, encoding] :
             {std::pair(inGbk(list), u"GB18030"_s), std::pair("\xEF\xBB\xBF" + list, u"UTF-8 BOM"_s),
              std::pair(list, u"UTF-8"_s)}) {
            Office f;
            const FilePreview done = f.take(bytes);
            QCOMPARE(done.encoding, encoding);
            QCOMPARE(hasKind(done, u"encoding_gb18030"_s), encoding == u"GB18030"_s);
            QCOMPARE(f.of(u"王五"_s, member::f("relation")), u"户主"_s);
        }
        Office f;
        FFP_VERIFY_ERROR(f.preview(f.put(inGbk(list) + "\xFF\xFF\n")), ErrorKind::WrongEncoding);
    }
    /// T-05: area columns by many names; a name that two villages have is asked for, once.
    void t05AreaColumns_data()
    {
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("cells");
        QTest::newRow("county") << QByteArray("县,乡,村") << QByteArray("灵璧县,虞姬镇,田万村");
        QTest::newRow("brackets") << QByteArray("\"县(市、区、旗)\",乡(镇),行政村")
                                  << QByteArray("灵璧县,虞姬镇,田万村委会");
        QTest::newRow("five") << QByteArray("省,市,县,乡,村")
                              << QByteArray("安徽省,宿州市,灵璧县,虞姬镇,田万");
    }
    void t05AreaColumns()
    {
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, cells);
        Office f("341323000000");
        const FilePreview done = f.take(headers + ",自然村,户编号,姓名,证件号码,与户主关系\n" + cells
                                        + ",小田庄,3413231149000001,张三,341323197001019013,户主\n");
        QCOMPARE(done.imported, 1);
        QCOMPARE(f.ofHousehold(kFirst, household::f("natural_village")), u"小田庄"_s);
        QCOMPARE(f.text(u"SELECT area FROM household"_s), u"341323114200"_s);
    }
    void t05AmbiguousVillage()
    {
        Office f("341323000000");
        const QByteArray list = "村,户编号,姓名,证件号码,与户主关系\n"
                                "张集村,3413231149000001,张三,341323197001019013,户主\n";
        const auto held = f.preview(f.put(list));
        FFP_VERIFY(held);
        QVERIFY(has(*held, u"ambiguous_village"_s, 2));
        QCOMPARE(held->findings.back().args.size(), 3); // the name and both villages
        ImportOptions options;
        options.villages.insert(u"张集村"_s, u"341323112205"_s);
        QCOMPARE(f.take(list, u"b.csv"_s, options).imported, 1);
        QCOMPARE(f.text(u"SELECT area FROM household"_s), u"341323112205"_s);
    }
    /// T-06: dates in one piece, months, day numbers; those of a Macintosh workbook begin in 1904.
    void t06Dates()
    {
        Office f;
        f.take(withColumns("填表时间,首次识别时间", {"20260302,202603", {}, "46083,2026年3月"}));
        QCOMPARE(f.ofHousehold(kFirst, household::f("filled_on")), u"2026-03-02"_s);
        QCOMPARE(f.ofHousehold(kFirst, household::f("first_identified")), u"2026-03"_s);
        QCOMPARE(f.ofHousehold(u"3413231149000002"_s, household::f("filled_on")), u"2026-03-02"_s);
    }
    void t06DaysFrom1904_data()
    {
        QTest::addColumn<QByteArray>("properties");
        QTest::addColumn<QString>("day");
        QTest::newRow("1900") << QByteArray() << u"2026-03-02"_s;
        QTest::newRow("1904") << QByteArray("<workbookPr date1904=\"1\"/>") << u"2030-03-03"_s;
    }
    void t06DaysFrom1904()
    {
        QFETCH(QByteArray, properties);
        QFETCH(QString, day);
        QList<QStringList> rows = smallRows();
        rows[1] << u"填表时间"_s;
        rows[2] << u"46083"_s;
        Office f;
        f.take(ZipBuilder::workbook({{"a", ZipBuilder::sheetData(rows, {u"46083"_s})}}, properties),
               u"名单.xlsx"_s);
        QCOMPARE(f.ofHousehold(kFirst, household::f("filled_on")), day);

        const QList<QStringList> visits{{u"户编号"_s, u"户主姓名"_s, u"走访日期"_s, u"走访人"_s,
                                         u"走访内容"_s},
                                        {kFirst, u"张三"_s, u"45000"_s, u"周海"_s, u"无变化"_s}};
        f.clock.set(QDate(2032, 1, 1));
        f.take(ZipBuilder::workbook({{"a", ZipBuilder::sheetData(visits, {u"45000"_s})}}, properties),
               u"走访.xlsx"_s);
        QCOMPARE(f.text(u"SELECT visited_on FROM visit"_s),
                 properties.isEmpty() ? u"2023-03-15"_s : u"2027-03-16"_s);
    }
    /// T-07: sex as a word or as a digit.
    void t07Sex()
    {
        Office f;
        f.take(withColumns("性别", {"男", "2", "1", "女", "1"}));
        QCOMPARE(f.of(u"张三"_s, member::f("sex")), u"男"_s);
        QCOMPARE(f.of(u"李四"_s, member::f("sex")), u"女"_s);
        QCOMPARE(f.of(u"王䶮"_s, member::f("sex")), u"男"_s);
    }
    /// T-08: several values in one cell are a set, whatever stands between them and in whatever order.
    void t08SeveralValues()
    {
        Office f;
        f.take(withColumns("健康状况", {"\"患有大病,残疾\""}));
        for (const QByteArray cell : {"残疾，患有大病", "残疾、患有大病", "残疾；患有大病"})
            QCOMPARE(f.take(withColumns("健康状况", {cell}), u"再.csv"_s).imported, 0);
        QCOMPARE(f.take(withColumns("健康状况", {"残疾"}), u"三.csv"_s).imported, 1);
    }
    /// T-09: a header comes twice. The first one counts, the other is kept, and somebody may map it.
    void t09HeaderTwice()
    {
        Office f;
        const QByteArray list = withColumns("自然村,自然村", {"东庄,西庄"});
        const FilePreview done = f.take(list);
        QVERIFY(hasKind(done, u"duplicate_header"_s));
        QCOMPARE(done.columns.back().first, u"自然村(2)"_s);
        QVERIFY(has(done, u"duplicate_header_values_differ"_s, 3));
        QCOMPARE(f.ofHousehold(kFirst, household::f("natural_village")), u"东庄"_s);
        QVERIFY(f.ofHousehold(kFirst, household::f("kept_text")).contains(u"自然村(2)：西庄"_s));
        ImportOptions options;
        options.mapping.insert(u"自然村(2)"_s, u"natural_village"_s);
        f.take(list, u"b.csv"_s, options);
        QCOMPARE(f.ofHousehold(kFirst, household::f("natural_village")), u"西庄"_s);
    }
    /// T-10: the names that a field had over the years.
    void t10Synonyms()
    {
        for (const QByteArray header :
             {"身份证号", "公民身份号码", "证件号码（残疾人证）", "aab004", "证件\n号码"}) {
            Office f;
            const FilePreview done = f.take(changed("证件号码", '"' + header + '"'));
            QCOMPARE(done.imported, 5);
            QCOMPARE(f.of(u"李四"_s, member::f("id_no")), u"341323197202029023"_s);
        }
        Office f;
        FFP_VERIFY_ERROR(f.preview(f.put(changed("证件号码", "本人编码"))), ErrorKind::MissingColumn);
        ImportOptions options;
        options.mapping.insert(u"本人编码"_s, u"member.id_no"_s);
        QCOMPARE(f.take(changed("证件号码", "本人编码"), u"b.csv"_s, options).imported, 5);
    }
    /// T-11: an export of 180 columns in any order.
    void t11ManyColumns()
    {
        Office f;
        QByteArrayList lines = smallList().trimmed().split('\n');
        for (qsizetype i = 1; i < lines.size(); ++i) {
            QByteArrayList cells = lines[i].split(',').mid(0, 8);
            std::reverse(cells.begin(), cells.end());
            for (int extra = 0; extra < 172; ++extra)
                cells.insert(extra % cells.size(), i == 1 ? "自定义" + QByteArray::number(extra) : "x");
            lines[i] = cells.join(',');
        }
        const FilePreview done = f.take(lines.join('\n'));
        QCOMPARE(done.columns.size(), 180);
        QCOMPARE(done.imported, 5);
        QCOMPARE(f.of(u"王小五"_s, member::f("id_no")), u"341323201005059054"_s);
    }
    /// T-12: facts of the household stand in each row; the head's count, another's are reported.
    void t12HouseholdFactsInEachRow()
    {
        Office f;
        const FilePreview done = f.take(
            withColumns("家庭住址", {"东头1号", "西头2号", "南头", "南头", "南头"}));
        QVERIFY(has(done, u"household_values_differ"_s, 4));
        QVERIFY(!has(done, u"household_values_differ"_s, 6));
        QCOMPARE(f.ofHousehold(kFirst, household::f("address")), u"东头1号"_s);
    }
    /// T-13: merged cells repeat their value; totals, notes, blank and hidden rows are told apart.
    void t13HandMadeSheets()
    {
        QList<QStringList> rows = smallRows();
        rows[3][1].clear(); // merged with the cell above
        rows[3][2].clear();
        rows.insert(4, QStringList{});
        rows << QStringList{u"合计"_s, {}, {}, {}, {}, {}, u"5"_s} << QStringList{u"填表人：某某"_s};
        QByteArray data = ZipBuilder::sheetData(rows);
        const qsizetype lastRow = data.lastIndexOf("<row>", data.indexOf("王小五"));
        data.replace(lastRow, 5, "<row hidden=\"1\">");
        data += "<mergeCells><mergeCell ref=\"B3:B4\"/><mergeCell ref=\"C3:C4\"/></mergeCells>";
        Office f;
        const FilePreview done = f.take(ZipBuilder::xlsx(data), u"名单.xlsx"_s);
        QCOMPARE(done.rows, 5);
        QCOMPARE(done.imported, 5);
        QVERIFY(has(done, u"merged_cells"_s, 3));
        QVERIFY(has(done, u"empty_row_in_middle"_s, 5));
        QVERIFY(has(done, u"hidden_row"_s, 8));
        QVERIFY(has(done, u"total_row"_s, 9));
        QVERIFY(has(done, u"footer_row"_s, 10));
        QCOMPARE(f.number(u"SELECT count(*) FROM member WHERE name = '王小五'"_s), 1); // hidden, not lost
    }
    /// T-13: formulas are read with the results that the file holds; without any, that is said.
    void t13Formulas()
    {
        QList<QStringList> rows = smallRows();
        rows[2][6] = u"<c><f>1+1</f><v>2</v></c>"_s;
        rows[3][0] = u"<c t=\"str\"><f>A3</f><v>虞姬镇</v></c>"_s;
        Office f;
        const FilePreview done = f.take(ZipBuilder::xlsx(ZipBuilder::sheetData(rows)), u"名单.xlsx"_s);
        QCOMPARE(done.imported, 5);
        QVERIFY(hasKind(done, u"formula_cells"_s));
        QVERIFY(!hasKind(done, u"formula_without_value"_s));
        QCOMPARE(f.ofHousehold(kFirst, household::f("population_current")), u"2"_s);

        rows[4][6] = u"<c><f>1+2</f></c>"_s;
        rows[5][6] = u"<c><f>1+2</f><v></v></c>"_s;
        rows[6][7] = u"<c t=\"str\"><f>IF(1,\"\")</f><v></v></c>"_s; // an empty text is a result
        const auto without = f.preview(f.put(ZipBuilder::xlsx(ZipBuilder::sheetData(rows)), u"b.xlsx"_s));
        FFP_VERIFY(without);
        QVERIFY(has(*without, u"formula_without_value"_s, 5));
        const auto found = std::find_if(without->findings.begin(), without->findings.end(),
                                        [](const auto &one) { return one.kind == u"formula_without_value"; });
        QCOMPARE(found->args, QStringList{u"2"_s});
        QCOMPARE(found->column, u"G"_s);
    }
    /// T-14: the content says what a file is, not its name.
    void t14Disguises()
    {
        Office f;
        QCOMPARE(f.take(smallList(), u"名单.xls"_s).imported, 5);
        Office g;
        QCOMPARE(g.take(ZipBuilder::xlsx(ZipBuilder::sheetData(smallRows())), u"名单.csv"_s).imported, 5);
        Office h;
        QCOMPARE(h.take(sampleWorkbook(u"list.xls"_s), u"名单.xlsx"_s).imported, 5);
        // What web systems call an Excel file is often a page, in the encoding of Windows.
        QString page = u"<html><head><meta charset=gb2312></head><body><table border=1>\n"_s;
        for (const QString &line : QString::fromUtf8(smallList()).split(u'\n', Qt::SkipEmptyParts))
            page += u"<tr><td>"_s + line.trimmed().replace(u',', u"</td><td>"_s) + u"</td></tr>\n"_s;
        page += u"</table></body></html>"_s;
        QStringEncoder gbk("GB18030");
        QVERIFY(gbk.isValid());
        Office i;
        QCOMPARE(i.take(gbk(page), u"名单.xls"_s).imported, 5);
        Office j;
        const auto cut = j.preview(j.put(page.left(page.size() - 30).toUtf8(), u"名单.xls"_s));
        FFP_VERIFY_ERROR(cut, ErrorKind::TruncatedFile);
    }
    /// T-15: full-width digits, blanks, brackets, line breaks and characters without width.
    void t15OddCharacters()
    {
        Office f;
        const FilePreview done = f.take(changed("341323197202029023", "３４１３２３１９７２０２０２９０２３")
                                            .replace("王小五", "王　小五 ")
                                            .replace("张三", "张\u200b三")
                                            .replace("虞姬镇,凌巷村", "虞姬镇,\"凌巷\n村　\""));
        QCOMPARE(done.setAside, 0);
        QCOMPARE(f.of(u"李四"_s, member::f("id_no")), u"341323197202029023"_s);
        QCOMPARE(f.of(u"张三"_s, member::f("relation")), u"户主"_s);
        QCOMPARE(f.of(u"王小五"_s, member::f("relation")), u"之子"_s);
        QCOMPARE(f.take(smallList(), u"b.csv"_s).imported, 0); // the same data
    }
    /// T-16: yes and no in all their forms; blank is unknown, a mark asks first.
    void t16YesAndNo()
    {
        Office f;
        const QByteArray list = withColumns("是否会讲普通话", {"是", "0", "√", "", "Y"});
        const FilePreview done = f.take(list);
        QVERIFY(has(done, u"yes_no_variant"_s, 5));
        const FieldRef field = member::f("mandarin");
        QCOMPARE(f.of(u"张三"_s, field), u"是"_s);
        QCOMPARE(f.of(u"李四"_s, field), u"否"_s);
        QCOMPARE(f.of(u"王䶮"_s, field), QString());
        QCOMPARE(f.of(u"赵六"_s, field), QString());
        QCOMPARE(f.of(u"王小五"_s, field), u"是"_s);
        ImportOptions options;
        options.marksMeanYes = true;
        f.take(list, u"b.csv"_s, options);
        QCOMPARE(f.of(u"王䶮"_s, field), u"是"_s);
    }
    /// T-17: the unit stands in the header; an amount that no household has is asked about.
    void t17Units()
    {
        Office f;
        const FilePreview done = f.take(
            withColumns("年收入(万元),生产经营性支出(元)", {"1.25,3000", {}, "1000,1"}));
        QCOMPARE(f.text(u"SELECT group_concat(gross_total) FROM income_statement"_s),
                 u"1250000,1000000000"_s);
        QCOMPARE(f.text(u"SELECT max(business_cost) FROM income_statement"_s), u"300000"_s);
        QVERIFY(!hasKind(done, u"amount_unit_doubtful"_s));
        const auto doubtful = f.preview(f.put(withColumns("年收入(万元)", {"12500"}), u"b.csv"_s));
        FFP_VERIFY(doubtful);
        QVERIFY(has(*doubtful, u"amount_unit_doubtful"_s, 3));
        const auto yuan = f.preview(f.put(withColumns("年收入(元)", {"12500000"}), u"c.csv"_s));
        FFP_VERIFY(yuan);
        QVERIFY(!hasKind(*yuan, u"amount_unit_doubtful"_s));
    }
    /// T-18: a damaged name is warned of, and nobody is known by it.
    void t18DamagedNames()
    {
        const QByteArray held = changed("341323201005059054", "999999201005059054")
                                    .replace("王小五", "王?五");
        Office f;
        const FilePreview done = f.take(held);
        QVERIFY(has(done, u"damaged_name"_s, 7));
        QCOMPARE(f.number(kMembers), 5);
        // Without a number of the certificate a person is known by number text and name; not by such a name.
        const FilePreview again = f.take(held + "\n", u"b.csv"_s);
        QCOMPARE(again.members.fresh, 1);
    }
    /// T-19: somebody lives elsewhere now: known by the number, nothing moves by itself.
    void t19Moved()
    {
        Office f;
        f.take(smallList());
        const FilePreview village = f.take(smallList().replace("田万村", "范桥村"), u"b.csv"_s);
        QVERIFY(has(village, u"household_moved_village"_s, 3));
        QCOMPARE(village.members.fresh, 0);
        QCOMPARE(f.text(u"SELECT area FROM household WHERE household_no = '3413231149000001'"_s),
                 u"341323114200"_s);
        const FilePreview household = f.take(smallList()
                                                 .replace("3413231149000001,李四", "3413231149000002,李四")
                                                 .replace("配偶,2", "其他,2"),
                                             u"c.csv"_s);
        QVERIFY(has(household, u"id_in_both_lists"_s, 4));
        QCOMPARE(f.number(kMembers), 5);
    }
    /// T-20: the same file again, and an older one after a newer one.
    void t20AgainAndOlder()
    {
        const QByteArray newer = "数据截止2026年10月31日,\n" + smallList();
        const QByteArray older = "数据截止2026年9月30日,\n" + changed("李四", "李肆");
        Office f;
        QVERIFY(!hasKind(f.take(newer), u"file_imported_before"_s));
        const FilePreview again = f.take(newer);
        QVERIFY(hasKind(again, u"file_imported_before"_s));
        QVERIFY(hasKind(again, u"same_data_as_a"_s));
        QVERIFY(!hasKind(again, u"file_is_older"_s));
        QCOMPARE(again.batch, 0);
        const auto back = f.preview(f.put(older, u"b.csv"_s));
        FFP_VERIFY(back);
        QVERIFY(hasKind(*back, u"file_is_older"_s));
        const auto dates = std::find_if(back->findings.begin(), back->findings.end(),
                                        [](const auto &one) { return one.kind == u"file_is_older"; });
        QCOMPARE(dates->args, QStringList({u"2026-09-30"_s, u"2026-10-31"_s}));
        QCOMPARE(back->dataDate, QDate(2026, 9, 30));
        const auto equal = f.preview(
            f.put("数据截止2026年10月31日,\n" + changed("李四", "李肆"), u"c.csv"_s));
        FFP_VERIFY(equal);
        QVERIFY(!hasKind(*equal, u"file_is_older"_s));
    }
    /// T-21: a file name with somebody's number is read; the number goes nowhere.
    void t21NumbersInFileNames()
    {
        Office f;
        QCOMPARE(f.take(smallList(), u"虞姬镇-田万村-张三-341323197001019013.csv"_s).imported, 5);
        QCOMPARE(f.text(u"SELECT file_name FROM import_batch"_s), u"虞姬镇-田万村-张三-….csv"_s);
        QVERIFY(!f.text(u"SELECT group_concat(note) FROM change"_s).contains(u"341323197001019013"_s));
    }
    /// T-22: the number of persons of the year and that of today are two facts.
    void t22TwoCounts()
    {
        Office f;
        f.take(changed("人数", "年度家庭人口数").replace("备注", "当前家庭人口数").replace(",=1+1", ",3"));
        QCOMPARE(f.ofHousehold(kFirst, household::f("population_year")), u"2"_s);
        QCOMPARE(f.ofHousehold(kFirst, household::f("population_current")), u"3"_s);
    }
    /// T-23: more rows than an old workbook has, a protected sheet, and a password.
    void t23LongAndProtected()
    {
        Office f;
        const auto longSheet = readWorkbook(f.put(ZipBuilder::sheetOfRows(70'000), u"长.xlsx"_s), {},
                                            f.progress);
        FFP_VERIFY(longSheet);
        QCOMPARE(longSheet->sheets.first().lastRow(), 70'000);
        const FilePreview done = f.take(ZipBuilder::xlsx(ZipBuilder::sheetData(smallRows())
                                                         + "<sheetProtection sheet=\"1\"/>"),
                                        u"锁.xlsx"_s);
        QCOMPARE(done.imported, 5);
        FFP_VERIFY_ERROR(f.preview(f.put(sampleWorkbook(u"password.xlsx"_s), u"密.xlsx"_s)),
                         ErrorKind::PasswordProtected);
    }
    /// T-24: a workbook is known by its headers, whatever it is called.
    void t24KnownByHeaders_data()
    {
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QString>("kind");
        QTest::newRow("persons watched")
            << QByteArray("省,市,县,乡,村,户编号,人编号,姓名,证件号码,与户主关系,监测对象类别,户类型\n"
                          "安徽省,宿州市,灵璧县,虞姬镇,田万村,3413231149000001,34132311490000010001,张三,"
                          "341323197001019013,户主,边缘易致贫户,一般农户\n")
            << u"edge"_s;
        QTest::newRow("households of the year")
            << QByteArray("年度,县,乡,村,户编号,户主姓名,户主证件号码,家庭人口数,工资性收入,生产经营性收入\n"
                          "2026,灵璧县,虞姬镇,田万村,3413231149000001,张三,341323197001019013,2,100,200\n")
            << u"household-year"_s;
        QTest::newRow("visits") << QByteArray(
            "户编号,户主姓名,走访日期,走访人,走访内容\n3413231149000001,张三,2026-10-05,周海,无变化\n")
                                << u"visits"_s;
        QTest::newRow("spells of work, with the relation") << QByteArray(
            "县,乡,村,户编号,人编号,姓名,证件号码,与户主关系,户类型,监测对象类别,开始时间,就业渠道,月收入（元）\n"
            "灵璧县,虞姬镇,田万村,3413231149000001,1,张三,341323197001019013,户主,脱贫户,,20260301,,3000\n")
                                                           << u"jobs"_s;
        QTest::newRow("plans") << QByteArray("姓名,证件号码,是否计划务工\n张三,341323197001019013,是\n")
                               << u"job-plans"_s;
        QTest::newRow("persons with their place of work")
            << QByteArray("户编号,姓名,证件号码,与户主关系,务工所在地,务工时间（月）\n"
                          "3413231149000001,张三,341323197001019013,户主,江苏昆山,3\n")
            << u"registered"_s;
    }
    void t24KnownByHeaders()
    {
        QFETCH(QByteArray, list);
        QFETCH(QString, kind);
        Office f;
        const auto read = f.preview(f.put(list, u"（务工月监测）已外出务工信息_20261101.csv"_s));
        FFP_VERIFY(read);
        QCOMPARE(read->kind, kind);
    }
    /// T-24: a workbook of villages is refused by its name, and nothing of it is read.
    void t24Villages()
    {
        Office f;
        f.take(smallList());
        const QByteArray villages("行政村基本信息\n\n省,市,县,乡,行政村,村书记,总户数,农民人均纯收入（元）\n"
                                  "安徽省,宿州市,灵璧县,虞姬镇,田万村,某某,412,15000\n");
        const auto refused = f.import(f.put(villages, u"（自定义）行政村信息.csv"_s));
        FFP_VERIFY_ERROR(refused, ErrorKind::UnknownFileKind);
        QCOMPARE(refused.error().args, QStringList{u"villages"_s});
        QCOMPARE(f.number(u"SELECT count(*) FROM import_batch"_s), 1);
        // A list of persons may have the same words in a column more.
        FFP_VERIFY(f.preview(f.put(withColumns("行政村,是否贫困村", {"田万村,是"}), u"人.csv"_s)));
        // What says nothing of villages is an unknown file as before.
        const auto other = f.preview(f.put("货号,品名,数量\n1,米,2\n", u"货.csv"_s));
        FFP_VERIFY_ERROR(other, ErrorKind::UnknownFileKind);
        QVERIFY(other.error().args.isEmpty());
    }
    /// T-24: one person has several spells; a row stands for the one that began on its first day.
    void t24SpellsOfWork()
    {
        Office f;
        f.take(smallList());
        const QByteArray out = spells(
            {"3413231149000001,李四,341323197202029023,是,20260301,2026-06-30,"
             "江苏昆山,某电子厂,自行外出,3500,装配",
             "3413231149000001,李四,341323197202029023,是,2026年8月,,浙江宁波,,,4000,",
             "3413231149000002,王小五,341323201005059054,否,,,,,,,"});
        const FilePreview done = f.take(out, u"表.csv"_s);
        QCOMPARE(done.kind, u"jobs"_s);
        QCOMPARE(done.headerRow, 3);
        QCOMPARE(done.jobs.fresh, 2);
        QCOMPARE(done.unchanged, 1); // who stays
        QCOMPARE(done.setAside, 0);
        QVERIFY(has(done, u"spell_month_only"_s, 5));
        QVERIFY(has(done, u"spell_none"_s, 6));
        QCOMPARE(f.number(u"SELECT count(*) FROM job"_s), 2);
        QCOMPARE(f.number(
                     u"SELECT count(*) FROM job j JOIN member m ON m.rid = j.member_id WHERE m.name = '李四'"
                     " AND j.area = m.area"_s),
                 2);
        const auto of = [&f](const QString &start, FieldRef field) {
            return f.only(u"t.started_on = ?"_s, start, field);
        };
        const QString first = u"2026-03-01"_s;
        QCOMPARE(of(first, job::f("ended_on")), u"2026-06-30"_s);
        QCOMPARE(of(first, job::f("place")), u"江苏昆山"_s);
        QCOMPARE(of(first, job::f("monthly_pay")), u"3500.00"_s);
        QCOMPARE(of(first, job::f("kept_text")), u"工种：装配"_s);
        QCOMPARE(of(u"2026-08-01"_s, job::f("kept_text")), u"开始时间：2026年8月"_s);
        QVERIFY(f.isClean());

        QCOMPARE(f.take(out, u"又.csv"_s).batch, 0); // the same again changes nothing
        // A later month: the second spell has ended, a third one began.
        const FilePreview next =
            f.take(spells({"3413231149000001,李四,341323197202029023,是,20260801,20260930,浙江宁波,,,4000,",
                           "3413231149000001,李四,341323197202029023,是,20261008,,上海,,,5000,"}),
                   u"下月.csv"_s);
        QCOMPARE(next.jobs.fresh, 1);
        QCOMPARE(next.jobs.changed, 1);
        QCOMPARE(of(u"2026-08-01"_s, job::f("ended_on")), u"2026-09-30"_s);
        QCOMPARE(of(first, job::f("ended_on")), u"2026-06-30"_s);
        QCOMPARE(f.number(u"SELECT count(*) FROM job"_s), 3);
    }
    void t24SpellsSetAside_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("kind"); ///< empty = taken in
        const QByteArray li = "3413231149000001,李四,341323197202029023,是,";
        QTest::newRow("ends when it begins") << li + "20260301,20260301,,,,," << QString();
        QTest::newRow("ends before") << li + "20260301,20260228,,,,," << u"end_before_begin"_s;
        QTest::newRow("no first day") << li + ",20260228,,,,," << u"spell_without_start"_s;
        QTest::newRow("no such day") << li + "20260231,,,,,," << u"spell_date_unreadable"_s;
        QTest::newRow("end in words") << li + "20260301,年底,,,,," << u"spell_date_unreadable"_s;
        QTest::newRow("nobody") << QByteArray("3413231149000009,钱七,341323195003030014,是,20260301,,,,,,")
                                << u"spell_person_unknown"_s;
        QTest::newRow("another name")
            << QByteArray("3413231149000001,李肆,341323197202029023,是,20260301,,,,,,")
            << u"match_name_differs"_s;
        QTest::newRow("no number") << QByteArray("3413231149000001,李四,,是,20260301,,,,,,")
                                   << u"missing_id"_s;
    }
    void t24SpellsSetAside()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, kind);
        Office f;
        f.take(smallList());
        const FilePreview done = f.take(spells({row}), u"表.csv"_s);
        QCOMPARE(done.setAside, kind.isEmpty() ? 0 : 1);
        QCOMPARE(f.number(u"SELECT count(*) FROM job"_s), kind.isEmpty() ? 1 : 0);
        if (!kind.isEmpty())
            QVERIFY(has(done, kind, 4));
    }
    /// Two rows of one spell that disagree: the second one waits; corrected, it settles what waited.
    void t24SpellTwiceInAFile()
    {
        Office f;
        f.take(smallList());
        const QByteArray row = "3413231149000001,李四,341323197202029023,是,20260301,,江苏昆山,,,,";
        const QByteArray other = "3413231149000001,李四,341323197202029023,是,20260301,,上海,,,,";
        const FilePreview done = f.take(spells({row, other}), u"表.csv"_s);
        QCOMPARE(done.jobs.fresh, 1);
        QVERIFY(has(done, u"spell_repeated"_s, 5));
        const FilePreview mended = f.take(spells({row, QByteArray(other).replace("20260301", "20260701")}),
                                          u"改.csv"_s);
        QCOMPARE(mended.jobs.fresh, 1);
        QCOMPARE(mended.setAside, 0);
        QCOMPARE(f.number(u"SELECT count(*) FROM held_row WHERE void = 0"_s), 0);
    }
    /// T-24: the workbook of plans has one plan a person, which becomes the spell when the person has gone.
    void t24Plans()
    {
        Office f;
        f.take(smallList());
        const auto plan = [](const QByteArray &rest) -> QByteArray {
            return "户编号,姓名,证件号码,是否计划务工,外出时间,就业服务需求\n" + rest;
        };
        const QByteArray li = "3413231149000001,李四,341323197202029023,是,";
        const QByteArray file = plan(li + ",岗位信息\n3413231149000001,张三,341323197001019013,否,,\n");
        const FilePreview done = f.take(file, u"a.csv"_s);
        QCOMPARE(done.kind, u"job-plans"_s);
        QCOMPARE(done.jobs.fresh, 1);
        QCOMPARE(f.number(u"SELECT count(*) FROM job WHERE planned_out = 1 AND started_on IS NULL"_s), 1);
        QCOMPARE(f.take(file, u"b.csv"_s).batch, 0);
        // The plan gets a day; then the person goes on that day, and an older plan changes nothing any more.
        QCOMPARE(f.take(plan(li + "20260301,岗位信息\n"), u"c.csv"_s).jobs.changed, 1);
        QCOMPARE(f.take(spells({"3413231149000001,李四,341323197202029023,是,20260301,,江苏昆山,,,,"}),
                        u"d.csv"_s)
                     .jobs.changed,
                 1);
        QCOMPARE(f.number(u"SELECT count(*) FROM job WHERE planned_out = 0 AND place = '江苏昆山'"_s), 1);
        QCOMPARE(f.take(plan(li + "20260301,岗位信息\n"), u"e.csv"_s).jobs.fresh, 0);
        QCOMPARE(f.number(u"SELECT count(*) FROM job WHERE planned_out = 0"_s), 1);
        QCOMPARE(f.number(u"SELECT count(*) FROM job"_s), 1);
    }
    /// T-25: who is not in a new file is listed and stays; a part of a village lists nobody.
    void t25NothingIsDeleted()
    {
        const QByteArray third = "虞姬镇,田万村,3413231149000003,孙七,341323195003030014,户主,1,脱贫户,\n";
        const QByteArray fifth = "虞姬镇,田万村,3413231149000005,孙九,341323199909099024,户主,1,脱贫户,\n";
        Office f;
        f.take(smallList() + third + fifth);
        const FilePreview fewer = f.take(smallList() + fifth, u"b.csv"_s);
        const auto missing = std::find_if(fewer.findings.begin(), fewer.findings.end(), [](const auto &one) {
            return one.kind == u"household_not_in_file";
        });
        QVERIFY(missing != fewer.findings.end());
        QCOMPARE(missing->args, QStringList{u"3413231149000003"_s});
        QCOMPARE(f.number(kMembers), 7);

        QByteArrayList lines = (smallList() + third + fifth).trimmed().split('\n');
        lines.removeAt(6); // 王小五
        const FilePreview without = f.take(lines.join('\n').replace(",3,脱贫户", ",2,脱贫户"), u"c.csv"_s);
        QVERIFY(has(without, u"member_not_in_file"_s, 5));
        QVERIFY(!hasKind(without, u"household_not_in_file"_s));
        // One of three households is a part of the village.
        const QByteArray part = "乡镇,行政村,户编号,姓名,证件号码,与户主关系,户类型\n" + third;
        QVERIFY(!hasKind(f.take(QByteArray(part).replace(",1,脱", ",脱"), u"d.csv"_s),
                         u"household_not_in_file"_s));
        // The list of edge households says nothing about the registered ones.
        const FilePreview edge =
            f.take("乡镇,行政村,户编号,姓名,证件号码,与户主关系,户类型\n"
                   "虞姬镇,田万村,3413231149000004,周八,341323195204040024,户主,一般农户\n",
                   u"e.csv"_s);
        QVERIFY(!hasKind(edge, u"household_not_in_file"_s));
        QCOMPARE(f.number(u"SELECT count(*) FROM household WHERE void = 0"_s), 5);
    }

    /// Two people of one name without a number: nobody guesses, both rows wait.
    void sameNameWithoutNumber()
    {
        Office f;
        f.take(smallList());
        QByteArray twins =
            changed("341323197202029023", "").replace("赵六", "李四").replace("341323198112309042", "");
        const FilePreview done = f.take(twins, u"b.csv"_s);
        QVERIFY(has(done, u"missing_id"_s, 4));
        QVERIFY(has(done, u"missing_id"_s, 6));
        QCOMPARE(done.setAside, 2);
        QCOMPARE(f.number(kMembers), 5);
        QCOMPARE(f.number(u"SELECT count(*) FROM held_row WHERE void = 0"_s), 2);
        const FilePreview visit =
            f.take("行政村,户主姓名,走访日期,走访人,走访方式\n田万村,张三,2026-10-05,周海,入户\n",
                   u"c.csv"_s);
        QVERIFY(has(visit, u"visit_without_key"_s, 2));
        QCOMPARE(f.number(u"SELECT count(*) FROM visit"_s), 0);
    }

    /// The sheet of an earlier year goes into that year; the facts of today stay.
    void sheetOfAnEarlierYear()
    {
        Office f;
        f.take(smallList());
        const QByteArray header =
            "年度,户编号,户主姓名,户主证件号码,家庭人口数,家庭住址,住房面积,工资性收入,生产经营性收入\n";
        const auto year = [&](const char *number, const char *address, const char *area, const char *wage) {
            return header + number + ",3413231149000001,张三,341323197001019013,2," + address + ',' + area
                   + ',' + wage + ",0\n";
        };
        f.take(year("2026", "新村1号", "90", "20000"), u"2026.csv"_s);
        const FilePreview earlier = f.take(year("2021", "老庄", "60", "8000"), u"2021.csv"_s);
        QCOMPARE(earlier.imported, 1);
        QCOMPARE(
            f.text(u"SELECT group_concat(year || ':' || house_area_m2) FROM (SELECT * FROM living_conditions "
                   "ORDER BY year)"_s),
            u"2021:6000,2026:9000"_s);
        QCOMPARE(f.text(
                     u"SELECT group_concat(year || ':' || wage_total) FROM (SELECT * FROM income_statement "
                     "ORDER BY year)"_s),
                 u"2021:800000,2026:2000000"_s);
        QCOMPARE(f.ofHousehold(kFirst, household::f("address")), u"新村1号"_s);
    }
};

QTEST_GUILESS_MAIN(TestImportTraps)
#include "tst_importtraps.moc"
