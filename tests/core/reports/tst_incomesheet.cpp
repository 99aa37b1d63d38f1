// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"
#include "core/reports/incomesheet.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

Record record(Entity entity, const FieldValues &values)
{
    Record made;
    made.entity = entity;
    made.values.resize(entityDef(entity).fields.size());
    for (const auto &[field, value] : values)
        made.values[field.index] = value;
    return made;
}

IncomeView sample()
{
    IncomeView view{};
    view.statement = record(Entity::IncomeStatement,
                            {{income::f("phase"), Value(u"identify"_s)},
                             {income::f("window_from"), Value(u"2019-09-01"_s)},
                             {income::f("window_to"), Value(u"2020-08-31"_s)},
                             {income::f("population"), Value(4)},
                             {income::f("population_basis"), Value(u"current"_s)},
                             {income::f("rule_set"), Value(u"anhui-2020/itemised@1"_s)},
                             {income::f("origin"), Value(u"calculated"_s)},
                             {income::f("wage_total"), Value(qint64(20'000'00))},
                             {income::f("net_total"), Value(qint64(20'000'00))},
                             {income::f("net_per_capita"), Value(qint64(5'000'00))},
                             {income::f("reference_per_capita"), Value(qint64(4'000'00))},
                             {income::f("incomplete"), Value(true)}});
    view.lines = {record(Entity::IncomeLine, {{income_line::f("item"), Value(u"A1"_s)},
                                              {income_line::f("amount"), Value(qint64(20'000'00))},
                                              {income_line::f("counted"), Value(true)}}),
                  record(Entity::IncomeLine, {{income_line::f("item"), Value(u"D4"_s)},
                                              {income_line::f("amount"), Value(qint64(1'200'00))},
                                              {income_line::f("quantity"), Value(qint64(250))},
                                              {income_line::f("unit"), Value(u"亩"_s)},
                                              {income_line::f("factor"), Value(qint64(4000))},
                                              {income_line::f("note"), Value(u"两人"_s)}})};
    return view;
}

HouseholdDetail home()
{
    HouseholdDetail detail;
    detail.household = record(Entity::Household,
                              {{household::f("household_no"), Value(u"3413231142010001"_s)}});
    detail.headName = u"朱甲"_s;
    detail.areaName = u"虞姬镇虞姬村"_s;
    return detail;
}

QStringList rowsOf(const TableDocument &document)
{
    QStringList rows;
    const auto read = document.rows->read(0, document.rows->count(),
                                          [&](qsizetype, const TableRow &row) -> Result<> {
                                              QStringList cells;
                                              for (size_t i = 0; i < row.cells.size(); ++i)
                                                  cells << cellText(document.columns[i], row.cells[i]);
                                              rows << cells.join(u'|');
                                              return {};
                                          });
    return read ? rows : QStringList();
}

} // namespace

class TestIncomeSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formF04()
    {
        const TableDocument sheet = incomeSheet(sample(), home(), QDate(2020, 9, 20), u"王干部"_s);
        QVERIFY(!sheet.isConfidential());
        QVERIFY(sheet.portrait);
        QCOMPARE(sheet.columns.size(), size_t(3)); // 项目, 金额, 说明
        QStringList head;
        for (const LabelledItem &item : sheet.head)
            head << item.label + u'=' + item.value;
        QVERIFY(head.contains(u"规则集=分项据实口径"_s)); // I-12
        QVERIFY(head.contains(u"核算期=2019年9月1日至2020年8月31日"_s));
        QVERIFY(head.contains(u"人口数=4（当前家庭人口数）"_s));
        const QStringList rows = rowsOf(sheet);
        QCOMPARE(rows.first(), u"A 工资性收入|20000.00|"_s);
        QVERIFY(rows.contains(u"　A1 务工收入|20000.00|"_s));
        QVERIFY(rows.contains(u"　A2 行业部门公益岗收入||"_s)); // blank is not 0
        QVERIFY(rows.contains(u"　D4 养老保险金|1200.00|不计入；规模2.50亩；系数/比例0.4000；两人"_s));
        QVERIFY(rows.filter(u"D6-"_s).isEmpty());
        QVERIFY(
            rows.contains(u"人均纯收入（年纯收入÷人口数）|5000.00|"_s)); // both, each with its name (I-05)
        QCOMPARE(rows.last(), u"纳入监测对象的人均收入参考范围|4000.00|"_s);
        const QString notes = sheet.notes.join(u'\n');
        QVERIFY(notes.contains(u"不计入收入的项目：养老保险金"_s));
        QVERIFY(notes.contains(u"未填"_s));
        QCOMPARE(sheet.foot.size(), size_t(3));
    }
    /// A statement of a file follows no rule set, so nobody has said what counts.
    void withoutRuleSetNothingIsLeftOut()
    {
        IncomeView view = sample();
        view.statement.values[income::f("rule_set").index] = Value();
        const TableDocument sheet = incomeSheet(view, home(), QDate(2020, 9, 20), {});
        QVERIFY(!rowsOf(sheet).join(u'\n').contains(u"不计入"_s));
        QVERIFY(!sheet.notes.join(u'\n').contains(u"不计入"_s));
    }
    void medicalAmountsMakeItConfidential()
    {
        IncomeView view = sample();
        view.statement.values[income::f("compliant_self_pay").index] = Value(qint64(4'000'00));
        const TableDocument sheet = incomeSheet(view, home(), QDate(2020, 9, 20), {});
        QVERIFY(sheet.isConfidential());
        QVERIFY(rowsOf(sheet).contains(u"合规自付支出|4000.00|"_s));
    }
    void totalsAlone()
    {
        IncomeView view = sample();
        view.lines.clear();
        view.missingMonths = QStringList{u"2020-03"_s};
        const TableDocument sheet = incomeSheet(view, home(), QDate(2020, 9, 20), {});
        QCOMPARE(sheet.rows->count(), qsizetype(5 + 6));
        QVERIFY(sheet.notes.join(u'\n').contains(u"2020-03"_s));
    }
};

QTEST_GUILESS_MAIN(TestIncomeSheet)
#include "tst_incomesheet.moc"
