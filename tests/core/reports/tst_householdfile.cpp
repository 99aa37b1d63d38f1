// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/domain/fields/attachmentfields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/planfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/reports/householdfile.h"
#include "core/reports/recordtables.h"
#include "core/services/attachmentservice.h"
#include "tests/support/family.h"
#include "tests/support/scans.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kIdNumber = u"341323195808156714"_s;

RecordId freshId()
{
    static int count = 0;
    return RecordId::fromString(QString::number(++count).rightJustified(32, u'0'));
}

Record record(Entity entity, const FieldValues &values)
{
    Record made;
    made.entity = entity;
    made.id = freshId();
    made.values.resize(entityDef(entity).fields.size());
    for (const auto &[field, value] : values)
        made.values[field.index] = value;
    return made;
}

/// One of everything.
HouseholdFileFacts sample()
{
    HouseholdFileFacts facts;
    HouseholdDetail &detail = facts.detail;
    detail.household =
        record(Entity::Household,
               {{household::f("household_no"), Value(u"3413231142010001"_s)},
                {household::f("phone"), Value(u"13805571234"_s)},
                {household::f("remark"),
                 Value(u"长期在外务工，逢年过节回村，联系请打户主电话，家中由老人照看两个孩子。"_s)}});
    detail.headName = u"朱甲"_s;
    detail.areaName = u"虞姬镇 田万村"_s;
    detail.members = {record(Entity::Member, {{member::f("name"), Value(u"朱甲"_s)},
                                              {member::f("id_no"), Value(kIdNumber)},
                                              {member::f("relation"), Value(u"head"_s)}}),
                      record(Entity::Member, {{member::f("name"), Value(u"朱小乙"_s)},
                                              {member::f("school"), Value(u"虞姬中心小学"_s)}})};
    detail.living = {record(Entity::LivingConditions,
                            {{living::f("year"), Value(2026)}, {living::f("arable_mu"), Value(qint64(350))}}),
                     record(Entity::LivingConditions, {{living::f("year"), Value(2025)},
                                                       {living::f("arable_mu"), Value(qint64(420))}})};
    IncomeView income{};
    income.statement = record(Entity::IncomeStatement,
                              {{income::f("year"), Value(2025)},
                               {income::f("population"), Value(2)},
                               {income::f("rule_set"), Value(u"anhui-2020/itemised@1"_s)},
                               {income::f("net_per_capita"), Value(qint64(9'000'00))},
                               {income::f("claims_income"), Value(qint64(777'00))}});
    detail.incomes = {income.statement};
    facts.incomes = {income};
    detail.cases = {record(Entity::Case, {})};
    detail.risks = {record(Entity::CaseRisk, {{case_risk::f("kind"), Value(u"illness"_s)}})};
    facts.measures = {record(Entity::Measure, {{measure::f("content"), Value(u"发放鸡苗30只"_s)},
                                               {measure::f("member_id"), Value(detail.members[1].id)}})};
    facts.plans = {record(Entity::Plan, {{plan::f("made_on"), Value(u"2026-03-02"_s)},
                                         {plan::f("wishes"), Value(u"想学电焊"_s)}})};
    detail.visits = {record(Entity::Visit, {{visit::f("visited_on"), Value(u"2026-10-31"_s)},
                                            {visit::f("needs"), Value(u"盼修路"_s)}})};
    detail.flags = {record(Entity::Flag, {{flag::f("rule"), Value(u"RF-06"_s)},
                                          {flag::f("evidence"), Value(u"{\"raw\":1}"_s)}})};
    Alert alert;
    alert.id = detail.flags[0].id;
    alert.ruleTitle = u"医疗自付支出过大"_s;
    alert.message = u"自付***元"_s;
    facts.alerts = {alert};
    facts.attachments = {record(Entity::Attachment, {{attachment::f("title"), Value(u"户口本首页"_s)}})};
    return facts;
}

const PrintOffice kOffice{u"虞姬镇扶贫工作站"_s, u"王干部"_s, QDate(2026, 11, 1)};

/// Heads and cells of all tables, one line a row.
QStringList textOf(const TableDocument &document)
{
    QStringList lines{document.heading, document.subheading};
    QStringList heads;
    for (const LabelledItem &item : document.head)
        heads << item.label + u'=' + item.value;
    for (const TableColumn &column : document.columns)
        heads << column.header;
    lines << heads.join(u'|');
    const auto read = document.rows->read(0, document.rows->count(),
                                          [&](qsizetype, const TableRow &row) -> Result<> {
                                              QStringList cells;
                                              for (size_t i = 0; i < row.cells.size(); ++i)
                                                  cells << cellText(document.columns[i], row.cells[i]);
                                              lines << cells.join(u'|');
                                              return {};
                                          });
    if (!read)
        qFatal("rows of a list");
    for (const TableDocument &part : document.parts)
        lines << textOf(part);
    return lines;
}

QStringList headings(const TableDocument &document)
{
    QStringList out;
    for (const TableDocument &part : document.parts)
        if (!part.heading.isEmpty())
            out << part.heading;
    return out;
}

/// Entries of the access log whose detail is like this.
qint64 noted(TestSite &site, const QString &like)
{
    const auto count = queryInteger(site.session().database(),
                                    u"SELECT count(*) FROM access_log WHERE detail LIKE ?"_s, like);
    return count && *count ? **count : -1;
}

} // namespace

class TestHouseholdFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPartInItsOrder()
    {
        const TableDocument file = householdFile(sample(), {}, kOffice);
        QVERIFY(file.portrait);
        QVERIFY(file.isConfidential());
        QCOMPARE(headings(file),
                 (QStringList{u"一、基本情况"_s, u"二、家庭成员"_s, u"三、务工记录"_s, u"四、生产生活条件"_s,
                              u"五、收入"_s, u"六、三保障和饮水"_s, u"七、风险"_s, u"八、帮扶责任人/联系人"_s,
                              u"九、帮扶方案"_s, u"十、帮扶措施"_s, u"十一、走访"_s, u"十二、预警"_s,
                              u"十三、附件"_s}));
        const QString text = textOf(file).join(u'\n');
        for (const QString &wanted :
             {u"户主=朱甲"_s, u"户编号=3413231142010001"_s, u"填报单位=虞姬镇扶贫工作站"_s, u"虞姬中心小学"_s,
              u"2025|耕地面积（亩） 4.20"_s, u"规则集=分项据实口径"_s,
              u"人均纯收入（年纯收入÷人口数）|9000.00"_s, u"纳入监测对象的人均收入参考范围"_s, u"想学电焊"_s,
              u"发放鸡苗30只"_s, u"2026-10-31"_s, u"医疗自付支出过大"_s, u"户口本首页"_s})
            QVERIFY2(text.contains(wanted), qPrintable(wanted));
        QVERIFY(text.contains(u"发放鸡苗30只|朱小乙"_s)); // who a reference names
        QVERIFY(!text.contains(u"RF-06"_s));              // a rule by its name
        QVERIFY(!text.contains(u"raw"_s));
        // No names in what becomes the name of the file or the title of the PDF (FD-08).
        QVERIFY(!fileStem(file).contains(u"朱甲"_s));
        QVERIFY(!file.caption().contains(u"朱甲"_s));
    }

    void sensitiveValuesAreMaskedUntilRevealed()
    {
        const QString masked = textOf(householdFile(sample(), {}, kOffice)).join(u'\n');
        for (const QString &hidden : {kIdNumber, u"13805571234"_s, u"盼修路"_s, u"777.00"_s, u"因病"_s})
            QVERIFY2(!masked.contains(hidden), qPrintable(hidden));
        QVERIFY(masked.contains(u"理赔收入|***"_s));
        HouseholdFileRequest request;
        request.revealed = true;
        const QString full = textOf(householdFile(sample(), request, kOffice)).join(u'\n');
        for (const QString &shown : {kIdNumber, u"13805571234"_s, u"盼修路"_s, u"理赔收入|777.00"_s})
            QVERIFY2(full.contains(shown), qPrintable(shown));
    }

    void blankRegisterStillHasEveryPart()
    {
        HouseholdFileFacts blank;
        blank.detail.household = record(Entity::Household, {});
        const TableDocument file = householdFile(blank, {}, kOffice);
        QCOMPARE(headings(file).size(), 13);
        for (const TableDocument &part : file.parts) {
            QVERIFY(!part.columns.empty());
            QVERIFY(part.heading.isEmpty() || part.headless || part.rows->count() == 0);
        }
    }

    void chosenPartsOnly()
    {
        HouseholdFileRequest request;
        const auto parts = filePartsFromText(u"visit, member"_s);
        QVERIFY(parts);
        request.parts = *parts;
        QCOMPARE(headings(householdFile(sample(), request, kOffice)),
                 (QStringList{u"一、家庭成员"_s, u"二、走访"_s}));
        request.parts = {FilePart::Scans}; // never without the list that says what they are
        QCOMPARE(headings(householdFile(sample(), request, kOffice)), QStringList{u"一、附件"_s});
        QVERIFY(!filePartsFromText(u"visit,nonsense"_s));
        QVERIFY(!filePartsFromText(QString()));
    }

    /// Nothing is cut off: what is too wide goes on under the same first column.
    void wideTablesGoOnBelow()
    {
        FieldValues values{{measure::f("category"), Value(u"industry"_s)}};
        std::vector<FieldRef> fields;
        for (const FieldSection &section : printedSections(Entity::Measure))
            fields.insert(fields.end(), section.fields.begin(), section.fields.end());
        for (const FieldRef field : fields)
            if (fieldDef(field).type == FieldType::Text)
                values.emplace_back(field, Value(QString(60, u'长')));
        const auto tables = recordTables({record(Entity::Measure, values)}, keyField(Entity::Measure), fields,
                                         {});
        QVERIFY(tables.size() > 1);
        size_t columns = 0;
        for (const TableDocument &table : tables) {
            QCOMPARE(table.columns.front().id, u"category"_s);
            columns += table.columns.size() - 1;
            double width = 0;
            for (const TableColumn &column : table.columns)
                width += column.width;
            QVERIFY(width <= 60);
        }
        QCOMPARE(columns, values.size() - 1);
    }

    void longTextsTakeTheWholeLine()
    {
        const Record household = sample().detail.household;
        const auto sections = printedSections(Entity::Household);
        const auto filling = std::find_if(sections.begin(), sections.end(), [](const FieldSection &section) {
            return std::string_view(section.group->id) == "filling";
        });
        const TableDocument grid = fieldGrid(household, filling->fields, {});
        bool wide = false;
        FFP_VERIFY(grid.rows->read(0, grid.rows->count(), [&](qsizetype, const TableRow &row) -> Result<> {
            wide = wide || (row.wide && std::get<QString>(row.cells[0].value) == u"备注");
            return {};
        }));
        QVERIFY(wide);
    }

    void scansComeFromTheRegisterAndAreNoted()
    {
        FamilySite site;
        const RecordId id = site.household(u"3413231149000001"_s, u"朱甲:head:M"_s);
        AttachmentService attachments(site.session());
        NewAttachment file{u"a.png"_s, scan("PNG"), {{attachment::f("title"), Value(u"户口本"_s)}}};
        FFP_VERIFY(attachments.add(id, file));
        SilentProgress progress;
        HouseholdFileRequest request;
        request.household = id;
        auto whole = makeHouseholdFile(site.session(), request, progress);
        FFP_VERIFY(whole);
        QCOMPARE(whole->enclosures.size(), size_t(1));
        QCOMPARE(whole->enclosures[0].content, file.content);
        QVERIFY(whole->enclosures[0].caption.contains(u"户口本"_s));
        request.parts = {FilePart::Basics};
        auto basics = makeHouseholdFile(site.session(), request, progress);
        FFP_VERIFY(basics);
        QVERIFY(basics->enclosures.empty());
        QCOMPARE(noted(site, u"attachment %"_s), 1); // each scan that was read, once
        QCOMPARE(noted(site, u"household-file %"_s), 0);
        request.revealed = true;
        FFP_VERIFY(makeHouseholdFile(site.session(), request, progress));
        QCOMPARE(noted(site, u"household-file % full"_s), 1);
        FFP_VERIFY(recordHouseholdFileUse(site.session(), request, u"pdf"_s, 3));
        QCOMPARE(noted(site, u"household-file % full pdf 3"_s), 1);
        progress.cancel();
        request.parts = {};
        FFP_VERIFY_ERROR(makeHouseholdFile(site.session(), request, progress), ErrorKind::Cancelled);
        request.household = freshId();
        SilentProgress going;
        FFP_VERIFY_ERROR(makeHouseholdFile(site.session(), request, going), ErrorKind::NotFound);
    }
};

QTEST_GUILESS_MAIN(TestHouseholdFile)
#include "tst_householdfile.moc"
