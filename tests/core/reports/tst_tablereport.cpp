// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/policy/policypack.h"
#include "core/reports/tablereport.h"
#include "core/services/undoservice.h"
#include "tests/support/family.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

/// Three households on 1 November 2026: 朱甲 (60 that day) with 乙 (59) and a child, 李丙 alone, 王丁 alone
/// in another village, and 孙戊, who died.
class TestTableReport : public QObject
{
    Q_OBJECT

private:
    test::FamilySite m_site;

    TableService service() { return TableService(m_site.session()); }
    void set(const QString &name, FieldRef field, const Value &value)
    {
        FFP_VERIFY(test::editRecord(m_site.session(), m_site.person(name), {{field, value}}));
    }
    static TableDefinition counts(const QString &of, const QString &where, const QStringList &groups,
                                  const QStringList &figures)
    {
        TableDefinition table;
        table.title = u"测试"_s;
        table.subject = of;
        table.where = where;
        table.groups = groups;
        table.figures = figures;
        return table;
    }
    static TableDefinition lists(const QString &of, const QString &where, const QStringList &columns)
    {
        TableDefinition table = counts(of, where, {}, {});
        table.columns = columns;
        return table;
    }
    /// Rows as printed, cells joined by a blank, rows by "; "; the fault when there is one.
    QString made(const TableDefinition &table, bool full = false)
    {
        SilentProgress progress;
        const auto tables = makeTable(m_site.session(), {table, {}, full}, Language::Chinese, progress);
        if (!tables)
            return u"! "_s + tables.error().args.value(0) + u' ' + tables.error().subject.field;
        const TableDocument &document = tables->printed;
        QStringList rows;
        const auto read = document.rows->read(0, document.rows->count(),
                                              [&](qsizetype, const TableRow &row) -> Result<> {
                                                  QStringList line;
                                                  for (size_t i = 0; i < row.cells.size(); ++i)
                                                      line << cellText(document.columns[i], row.cells[i]);
                                                  rows << line.join(u' ');
                                                  return {};
                                              });
        return read ? rows.join(u"; "_s) : u"! read"_s;
    }
    QStringList notes(const TableDefinition &table)
    {
        SilentProgress progress;
        const auto tables = makeTable(m_site.session(), {table, {}, false}, Language::Chinese, progress);
        return tables ? tables->printed.notes : QStringList();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const RecordId first = m_site.household(u"3413231142010001"_s,
                                                u"朱甲:head:M 朱乙:spouse:F 朱小:son:M"_s);
        m_site.household(u"3413231142010002"_s, u"李丙:head:M 孙戊:spouse:F"_s);
        const RecordId third = m_site.household(u"3413231142000003"_s, u"王丁:head:M"_s, u"341323114200"_s);
        set(u"朱甲"_s, member::f("birth_date"), Value(u"1966-11-01"_s));
        set(u"朱乙"_s, member::f("birth_date"), Value(u"1966-11-02"_s));
        set(u"朱小"_s, member::f("birth_date"), Value(u"2016-05-04"_s));
        set(u"朱甲"_s, member::f("health"), Value(QStringList{u"chronic"_s, u"disabled"_s}));
        set(u"李丙"_s, member::f("health"), Value(QStringList{u"disabled"_s}));
        set(u"李丙"_s, member::f("birth_date"), Value(u"1946-01-01"_s));
        set(u"朱乙"_s, member::f("id_no"), Value(u"349999196611020022"_s));
        set(u"孙戊"_s, member::f("change_kind"), Value(u"death"_s));
        FFP_VERIFY(test::editRecord(m_site.session(), first,
                                    {{household::f("household_type"), Value(u"exited"_s)}}));
        FFP_VERIFY(test::editRecord(m_site.session(), third,
                                    {{household::f("household_type"), Value(u"general"_s)},
                                     {household::f("villager_group"), Value(u"三组"_s)}}));
        test::addRecord(m_site.session(), Entity::Visit,
                        {{visit::f("household_id"), Value(first)},
                         {visit::f("visited_on"), Value(u"2026-10-05"_s)},
                         {visit::f("mode"), Value(u"phone"_s)}});
        test::addRecord(m_site.session(), Entity::Visit,
                        {{visit::f("household_id"), Value(first)},
                         {visit::f("visited_on"), Value(u"2026-09-05"_s)},
                         {visit::f("mode"), Value(u"home"_s)}});
    }
    void tables_data()
    {
        QTest::addColumn<TableDefinition>("table");
        QTest::addColumn<QString>("rows");
        const auto row = [](const char *name, const TableDefinition &table, const QString &rows) {
            QTest::newRow(name) << table << rows;
        };
        row("all households", counts(u"household"_s, {}, {}, {u"households"_s, u"persons"_s}), u"3 5"_s);
        row("by type, a blank one last, with total",
            counts(u"household"_s, {}, {u"household_type"_s}, {u"households"_s, u"persons"_s}),
            u"脱贫户 1 3; 一般农户 1 1; （未填） 1 1; 合计 3 5"_s);
        row("bands with both bounds",
            counts(u"member"_s, {}, {u"age:16,60"_s}, {u"persons"_s, u"households"_s}),
            u"<16 1 1; 16–59 1 1; ≥60 2 2; （未填） 1 1; 合计 5 3"_s);
        row("an age at its bound", lists(u"member"_s, u"年龄 >= 60"_s, {u"name"_s, u"age"_s}),
            u"朱甲 60; 李丙 80"_s);
        row("an age below its bound", lists(u"member"_s, u"age < 60 and age > 10"_s, {u"name"_s, u"age"_s}),
            u"朱乙 59"_s);
        row("several values, counted in each",
            counts(u"member"_s, u"health !="_s, {u"health"_s}, {u"persons"_s}),
            u"长期慢性病 1; 残疾 2; 合计 2"_s);
        row("S-class condition", counts(u"member"_s, u"健康状况 ~ 残疾 and age < 80"_s, {}, {u"persons"_s}),
            u"1"_s);
        row("mean of those who say it",
            counts(u"member"_s, {}, {}, {u"mean:age"_s, u"sum:age"_s, u"min:age"_s, u"max:age"_s}),
            u"52.25 209 10 80"_s);
        row("nobody says it", counts(u"household"_s, {}, {}, {u"sum:exit_year"_s}), u""_s);
        row("visited in October",
            lists(u"household"_s, u"visit.visited_on >= 2026-10-01"_s, {u"household_no"_s}),
            u"3413231142010001"_s);
        row("not visited in October",
            lists(u"household"_s, u"no visit.visited_on >= 2026-10-01"_s, {u"household_no"_s}),
            u"3413231142000003; 3413231142010002"_s);
        row("two conditions on one visit",
            counts(u"household"_s, u"走访记录.走访日期 >= 2026-10-01 and 走访记录.方式 = home"_s, {},
                   {u"households"_s}),
            u"0"_s);
        row("two conditions on one visit that fit",
            counts(u"household"_s, u"走访记录.走访日期 < 2026-10-01 and 走访记录.方式 = home"_s, {},
                   {u"households"_s}),
            u"1"_s);
        row("records of a kind", counts(u"visit"_s, {}, {u"mode"_s}, {u"records"_s, u"households"_s}),
            u"入户 1 1; 电话 1 1; 合计 2 1"_s);
        row("facts of the household above",
            lists(u"member"_s, u"household.villager_group = 三组"_s,
                  {u"name"_s, u"household.villager_group"_s}),
            u"王丁 三组"_s);
        row("who left is not there", lists(u"member"_s, u"name ~ 孙"_s, {u"name"_s}), u""_s);
        row("who left, asked for", lists(u"member"_s, u"change_kind = 死亡"_s, {u"name"_s}), u"孙戊"_s);
        row("masked", lists(u"member"_s, u"name = 朱乙"_s, {u"id_no"_s}), u"349999********0022"_s);
        row("unknown field", lists(u"member"_s, {}, {u"nonsense"_s}), u"! unknown_field nonsense"_s);
        row("unknown kind", lists(u"dog"_s, {}, {u"name"_s}), u"! unknown_entity dog"_s);
        row("unknown kind below", lists(u"household"_s, u"dog.name = a"_s, {u"remark"_s}),
            u"! unknown_entity dog"_s);
        row("neither columns nor figures", lists(u"member"_s, {}, {}), u"! bad_figure 测试"_s);
        row("falling bands", counts(u"member"_s, {}, {u"age:60,16"_s}, {u"persons"_s}),
            u"! bad_bands age:60,16"_s);
        row("no bands", counts(u"member"_s, {}, {u"age:"_s}, {u"persons"_s}), u"! bad_bands age:"_s);
        row("bands of words", counts(u"member"_s, {}, {u"name:1"_s}, {u"persons"_s}),
            u"! bad_bands name:1"_s);
        row("sum of words", counts(u"member"_s, {}, {}, {u"sum:name"_s}), u"! bad_figure sum:name"_s);
        row("persons of visits", counts(u"visit"_s, {}, {}, {u"persons"_s}), u"! bad_figure persons"_s);
        row("no such figure", counts(u"visit"_s, {}, {}, {u"median:on"_s}), u"! bad_figure median:on"_s);
        row("no condition", counts(u"member"_s, u"age"_s, {}, {u"persons"_s}), u"! bad_condition age"_s);
    }
    void tables()
    {
        QFETCH(TableDefinition, table);
        QFETCH(QString, rows);
        QCOMPARE(made(table), rows);
    }
    void fullOnlyWhenAsked()
    {
        QCOMPARE(made(lists(u"member"_s, u"name = 朱乙"_s, {u"id_no"_s}), true), u"349999196611020022"_s);
    }
    void saysWhatFiguresMean()
    {
        const QStringList said = notes(counts(u"member"_s, u"age >= 10"_s, {u"health"_s},
                                              {u"persons"_s, u"households"_s, u"mean:age"_s}));
        const QString text = said.join(u'\n');
        QVERIFY2(text.contains(u"条件：年龄 >= 10"_s), qPrintable(text));
        QVERIFY(text.contains(u"符合条件 4 条，涉及 2 户；数据截至 2026-11-01"_s));
        QVERIFY(text.contains(u"不含已死亡"_s));
        QVERIFY(text.contains(u"同一户只计一次"_s));
        QVERIFY(text.contains(u"年龄（岁）平均：按填了该项的记录计算，0 条未填的不计入"_s));
        QVERIFY(text.contains(u"在每项各计一次"_s));
    }
    void listsAndTablesReadConditionsAlike_data()
    {
        QTest::addColumn<QString>("where");
        for (const char16_t *where :
             {u"", u"household_type = exited", u"household_type != exited",
              u"household_type = exited|general", u"household_type != exited|general", u"household_type =",
              u"household_type !=", u"人口 > 1", u"人口 <= 1", u"户主姓名 ~ 朱|王",
              u"last_visit < 2026-10-06", u"last_visit >= 2026-10-05", u"villager_group = 三组",
              u"member.age >= 60", u"no member.age >= 60", u"member.age >= 60 and member.sex = 女",
              u"member.health ~ 残疾 and household_type = exited", u"visit.mode = phone|sms",
              u"no visit.mode = phone"})
            QTest::newRow(qPrintable(QString::fromUtf16(where))) << QString::fromUtf16(where);
    }
    void listsAndTablesReadConditionsAlike()
    {
        QFETCH(QString, where);
        const auto rids = m_site.registry().householdIds({.where = where});
        FFP_VERIFY(rids);
        SilentProgress progress;
        const auto answer = service().make({lists(u"household"_s, where, {u"household_no"_s}), {}, false},
                                           progress);
        FFP_VERIFY(answer);
        if (where != u"last_visit < 2026-10-06"_s) { // never visited comes before any day in the list only
            QCOMPARE(answer->households, *rids);
        }
    }
    void areaOfTheSiteOnly()
    {
        SilentProgress progress;
        const TableDefinition table = counts(u"household"_s, {}, {}, {u"households"_s});
        const auto village = service().make({table, AreaCode::fromString(u"341323114200"_s), false},
                                            progress);
        FFP_VERIFY(village);
        QCOMPARE(village->allHouseholds, 1);
        FFP_VERIFY_ERROR(service().make({table, AreaCode::fromString(u"341323115000"_s), false}, progress),
                         ErrorKind::NotAllowed);
    }
    void cancelled()
    {
        struct Stop : SilentProgress {
            bool cancelled() const override { return true; }
        } stop;
        FFP_VERIFY_ERROR(service().make({counts(u"member"_s, {}, {}, {u"persons"_s}), {}, false}, stop),
                         ErrorKind::Cancelled);
    }
    void keptUnderItsName()
    {
        TableDefinition table = counts(u"member"_s, u"age >= 60"_s, {u"household.area_name"_s},
                                       {u"persons"_s});
        table.title = u"老人分村"_s;
        TableService tables = service();
        FFP_VERIFY(tables.save(table));
        const auto kept = tables.view(u"老人分村"_s);
        FFP_VERIFY(kept);
        QCOMPARE(kept->table, table);
        QVERIFY(!kept->ofPack);
        table.where = u"age >= 80"_s;
        FFP_VERIFY(tables.save(table));
        const auto views = tables.views();
        FFP_VERIFY(views);
        QCOMPARE(std::ranges::count_if(*views, [](const auto &view) { return !view.ofPack; }), 1);
        FFP_VERIFY(UndoService(m_site.session()).undo());
        QCOMPARE(tables.view(u"老人分村"_s)->table.where, u"age >= 60"_s);
        FFP_VERIFY(tables.remove(u"老人分村"_s));
        FFP_VERIFY_ERROR(tables.view(u"老人分村"_s), ErrorKind::NotFound);
        FFP_VERIFY_ERROR(tables.remove(u"老人分村"_s), ErrorKind::NotFound);
        table.figures = {u"median:age"_s};
        FFP_VERIFY_ERROR(tables.save(table), ErrorKind::InvalidArgument);
    }
    void tablesOfThePacks()
    {
        for (const QString &id : PolicyPack::shipped()) {
            const auto pack = PolicyPack::load(id);
            FFP_VERIFY(pack);
            QVERIFY(!pack->tables().empty());
            for (const TableDefinition &table : pack->tables()) {
                const auto checked = service().check(table);
                QVERIFY2(checked, qPrintable(table.title));
            }
        }
        const QString title = PolicyPack::load(u"anhui-2020"_s)->tables().front().title;
        TableDefinition own = counts(u"member"_s, {}, {}, {u"persons"_s});
        own.title = title;
        FFP_VERIFY_ERROR(service().save(own), ErrorKind::AlreadyExists);
        FFP_VERIFY_ERROR(service().remove(title), ErrorKind::NotAllowed);
    }
    void filesOfDefinitions()
    {
        TableDefinition table = counts(u"member"_s, u"age >= 60 and sex = 女"_s, {u"age:60,80"_s},
                                       {u"persons"_s});
        table.english = u"Old women"_s;
        const QByteArray json = tableToJson(table);
        const auto again = tableFromJson(json);
        FFP_VERIFY(again);
        QCOMPARE(*again, table);
        FFP_VERIFY_ERROR(tableFromJson(json.left(json.size() / 2)), ErrorKind::InvalidValue);
        FFP_VERIFY_ERROR(tableFromJson({}), ErrorKind::InvalidValue);
        FFP_VERIFY_ERROR(tableFromJson(QByteArray(json).replace("\"format\": 1", "\"format\": 2")),
                         ErrorKind::InvalidValue);
        FFP_VERIFY_ERROR(tableFromJson(QByteArray(json).replace("subject", "betreff")),
                         ErrorKind::InvalidValue);
        FFP_VERIFY_ERROR(tableFromJson(QByteArray(json).replace("figures", "columns")),
                         ErrorKind::InvalidValue); // groups of a list
        FFP_VERIFY_ERROR(tableFromJson(QByteArray(70'000, ' ')), ErrorKind::TooLarge);
        for (qsizetype i = 0; i < json.size(); ++i) { // any single byte lost: refused or another definition
            QByteArray torn = json;
            torn.remove(i, 1);
            const auto read = tableFromJson(torn);
            QVERIFY(read || read.error().kind == ErrorKind::InvalidValue);
        }
    }
};

QTEST_GUILESS_MAIN(TestTableReport)
#include "tst_tablereport.moc"
