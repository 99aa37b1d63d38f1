// SPDX-License-Identifier: GPL-3.0-or-later
// Where a file says another thing than the register: what is listed, where the register's value comes from,
// and that each side that is chosen is what gets written.
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/services/importservice.h"
#include "tests/support/importfixture.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"

#include <QRandomGenerator>

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The small list with a phone of the household and what a person does in it.
QByteArray list(const QByteArray &phone = "13900000001", const QByteArray &skills = "木工")
{
    QByteArrayList lines = smallList().trimmed().split('\n');
    lines[1] += ",户联系电话,实用技术/职业技能,健康状况";
    for (qsizetype i = 2; i < lines.size(); ++i)
        lines[i] += ',' + (i < 4 ? phone : QByteArray("13900000002")) + ',' + skills + ",健康";
    return lines.join('\n') + '\n';
}

const ImportDifference *find(const FilePreview &file, qint64 row, const QString &id)
{
    for (const ImportDifference &one : file.differences)
        if (one.row == row && one.id == id)
            return &one;
    return nullptr;
}

ImportOptions with(const ImportChoice &choice)
{
    ImportOptions options;
    options.choices.insert(QString(), choice);
    options.reason = u"以入户核实为准"_s;
    return options;
}

struct Office : ImportFixture {
    Office()
    {
        if (!import(put(list())))
            qFatal("the list cannot be imported");
    }
    Record person(const QString &name)
    {
        Selection byName;
        byName.where = u"t.name = ?"_s;
        byName.args = {name};
        const auto found = store().select(Entity::Member, byName);
        if (!found || found->size() != 1)
            qFatal("not one %s", qPrintable(name));
        return found->front();
    }
    void type(const QString &name, FieldRef field, const Value &value)
    {
        const RecordId id = person(name).id;
        if (!log->transact(operation("member.edit"), [&](ChangeWriter &writer) {
                return writer.edit(id, {{field, value}});
            }))
            qFatal("cannot edit %s", qPrintable(name));
    }
    qint64 heads() { return number(u"SELECT count(*) FROM member WHERE void = 0 AND relation = 'head'"_s); }
};

} // namespace

class TestImportDifferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachValueIsListed()
    {
        Office f;
        const auto same = f.preview(f.put(list(), u"b.csv"_s));
        FFP_VERIFY(same);
        QVERIFY(same->differences.empty());
        const auto other = f.preview(f.put(list("13900000009", "瓦工"), u"c.csv"_s));
        FFP_VERIFY(other);
        QCOMPARE(other->differences.size(), 6); // five persons, one household
        const ImportDifference *skills = find(*other, 4, u"member.skills"_s);
        QVERIFY(skills);
        QCOMPARE(skills->before.toText(), u"木工"_s);
        QCOMPARE(skills->after.toText(), u"瓦工"_s);
        QCOMPARE(skills->person, u"李四"_s);
        QCOMPARE(skills->household, u"3413231149000001"_s);
        QCOMPARE(skills->column, u"K"_s);
        QCOMPARE(skills->header, u"实用技术/职业技能"_s);
        QCOMPARE(skills->verb, u"import"_s);
        QVERIFY(skills->side == Side::File && !skills->isLocal() && !skills->imported);
        const ImportDifference *phone = find(*other, 3, u"household.phone"_s);
        QVERIFY(phone && phone->person.isEmpty());
        QVERIFY(std::is_sorted(other->differences.begin(), other->differences.end(),
                               [](const auto &a, const auto &b) { return a.row < b.row; }));
    }
    /// What was typed here is told from what an import brought, with who and when.
    void typedHere()
    {
        TestSite site;
        SilentProgress progress;
        ImportService import(site.session());
        const auto put = [&](const QByteArray &bytes, const QString &name) {
            return writeFile(site.dir().path(), name, bytes);
        };
        FFP_VERIFY(import.preview({put(list(), u"a.csv"_s)}, {}, progress));
        FFP_VERIFY(import.apply(progress));
        Selection byName;
        byName.where = u"t.name = '李四'"_s;
        const auto found = RecordStore(site.session().database(), site.session().cipher())
                               .select(Entity::Member, byName);
        FFP_VERIFY(found);
        FFP_VERIFY(editRecord(site.session(), found->front().id, {{member::f("skills"), Value(u"电工"_s)}}));
        const auto old = import.preview({put(list("13900000001", "木工"), u"b.csv"_s)}, {}, progress);
        FFP_VERIFY(old);
        QCOMPARE(old->front().differences.size(), 1);
        const ImportDifference &one = old->front().differences.front();
        QVERIFY(one.isLocal() && one.isRepeated());
        QCOMPARE(one.imported->toText(), u"木工"_s);
        QCOMPARE(one.by, site.session().user().shownName());
        QVERIFY(one.atMs > 0);
        const auto newer = import.preview({put(list("13900000001", "瓦工"), u"c.csv"_s)}, {}, progress);
        FFP_VERIFY(newer);
        const ImportDifference *both = find(newer->front(), 4, u"member.skills"_s);
        QVERIFY(both && both->isLocal() && !both->isRepeated());
        QVERIFY(!find(newer->front(), 3, u"member.skills"_s)->isLocal());
    }

    /// The nearest choice counts: cell, row, column, all.
    void nearestChoiceCounts()
    {
        ImportChoice choice;
        QVERIFY(choice.of(3, u"member.skills"_s) == Side::File);
        choice.all = Side::Register;
        QVERIFY(choice.of(3, u"member.skills"_s) == Side::Register);
        choice.columns.insert(u"member.skills"_s, Side::File);
        QVERIFY(choice.of(3, u"member.skills"_s) == Side::File);
        QVERIFY(choice.of(3, u"member.phone"_s) == Side::Register);
        choice.rows.insert(3, Side::Register);
        QVERIFY(choice.of(3, u"member.skills"_s) == Side::Register);
        QVERIFY(choice.of(4, u"member.skills"_s) == Side::File);
        choice.cells.insert({3, u"member.skills"_s}, Side::File);
        QVERIFY(choice.of(3, u"member.skills"_s) == Side::File);
    }
    /// A later choice goes before an earlier one of the same cells.
    void laterChoiceCounts()
    {
        const QString skills = u"member.skills"_s;
        ImportChoice choice;
        choice.chooseCell(3, skills, Side::Register);
        choice.chooseRow(3, Side::File);
        QVERIFY(choice.of(3, skills) == Side::File);
        choice.chooseColumn(skills, Side::Register);
        QVERIFY(choice.of(3, skills) == Side::Register);
        QVERIFY(choice.of(4, skills) == Side::Register);
        QVERIFY(choice.of(3, u"member.phone"_s) == Side::File);
        choice.chooseRow(4, Side::File);
        QVERIFY(choice.of(4, skills) == Side::File);
        QVERIFY(choice.of(3, skills) == Side::Register);
        choice.chooseAll(Side::File);
        QVERIFY(choice.of(3, skills) == Side::File);
        QVERIFY(choice.of(5, skills) == Side::File);
    }
    void registerKeepsWhatWasChosen()
    {
        Office f;
        ImportChoice choice;
        choice.columns.insert(u"member.skills"_s, Side::Register);
        choice.cells.insert({4, u"member.skills"_s}, Side::File);
        const auto done = f.import(f.put(list("13900000009", "瓦工"), u"c.csv"_s), with(choice));
        FFP_VERIFY(done);
        QCOMPARE(done->members.changed, 1);
        QCOMPARE(done->members.unchanged, 4);
        QCOMPARE(done->households.changed, 1);
        QCOMPARE(f.person(u"李四"_s)[member::f("skills")].toText(), u"瓦工"_s);
        QCOMPARE(f.person(u"张三"_s)[member::f("skills")].toText(), u"木工"_s);
        QVERIFY(f.isClean());
        // Chosen anew each time: nothing is remembered.
        const auto again = f.preview(f.put(list("13900000009", "瓦工"), u"d.csv"_s));
        FFP_VERIFY(again);
        QCOMPARE(again->differences.size(), 4);
    }
    void allStaysAsItIs()
    {
        Office f;
        ImportChoice choice;
        choice.all = Side::Register;
        const qint64 ops = f.number(u"SELECT count(*) FROM op"_s);
        const auto done = f.import(f.put(list("13900000009", "瓦工"), u"c.csv"_s), with(choice));
        FFP_VERIFY(done);
        QCOMPARE(done->batch, 0);
        QCOMPARE(done->unchanged, 5);
        QCOMPARE(done->differences.size(), 6);
        QCOMPARE(f.number(u"SELECT count(*) FROM op"_s), ops);
    }
    void reasonIsInTheHistory()
    {
        Office f;
        ImportOptions options;
        options.reason = u"以入户核实为准"_s;
        FFP_VERIFY(f.import(f.put(list("13900000009"), u"c.csv"_s), options));
        QCOMPARE(f.text(u"SELECT note FROM change ORDER BY cid DESC LIMIT 1"_s), u"c.csv 以入户核实为准"_s);
        TestSite site;
        ImportService import(site.session());
        options.reason = u"张三341323197001019013"_s;
        FFP_VERIFY_ERROR(import.preview({f.put(list(), u"d.csv"_s)}, options, f.progress),
                         ErrorKind::InvalidValue);
    }

    /// What a number tells of a person stays with the number.
    void whatFollowsFromANumber()
    {
        Office f;
        // Without the person number of the national system the person is known by the key: keep it.
        QByteArrayList lines = list().trimmed().split('\n');
        lines[1] += ",人编号";
        for (qsizetype i = 2; i < lines.size(); ++i)
            lines[i] += ",34132311490000000" + QByteArray::number(i);
        FFP_VERIFY(f.import(f.put(lines.join('\n'), u"b.csv"_s)));
        lines[3].replace("341323197202029023", "341323198506153319"); // another birthday, another sex
        ImportChoice choice;
        choice.columns.insert(u"member.id_no"_s, Side::Register);
        const auto done = f.import(f.put(lines.join('\n'), u"c.csv"_s), with(choice));
        FFP_VERIFY(done);
        QCOMPARE(done->differences.size(), 1);
        const Record kept = f.person(u"李四"_s);
        QCOMPARE(kept[member::f("id_no")].toText(), u"341323197202029023"_s);
        QCOMPARE(kept[member::f("person_key")].toText().left(17), u"34132319720202902"_s);
        QCOMPARE(kept[member::f("birth_date")].toText(), u"1972-02-02"_s);
        QCOMPARE(kept[member::f("sex")].toText(), u"female"_s);
        FFP_VERIFY(f.import(f.put(lines.join('\n'), u"d.csv"_s)));
        const Record taken = f.person(u"李四"_s);
        QCOMPARE(taken[member::f("person_key")].toText().left(17), u"34132319850615331"_s);
        QCOMPARE(taken[member::f("birth_date")].toText(), u"1985-06-15"_s);
        QCOMPARE(taken[member::f("sex")].toText(), u"male"_s);
    }
    /// Exactly one head, whichever rows are chosen.
    void relationsAreOneChoice()
    {
        const QByteArray swapped = list()
                                       .replace("019013,户主,2", "019013,@,2")
                                       .replace("029023,配偶,2", "029023,户主,2")
                                       .replace("019013,@,2", "019013,配偶,2");
        for (const qint64 row : {3, 4}) {
            Office f;
            ImportChoice choice;
            choice.cells.insert({row, u"member.relation"_s}, Side::Register);
            const auto done = f.import(f.put(swapped, u"b.csv"_s), with(choice));
            FFP_VERIFY(done);
            for (const qint64 one : {3, 4})
                QVERIFY(find(*done, one, u"member.relation"_s)->side == Side::Register);
            QCOMPARE(f.person(u"张三"_s)[member::f("relation")].toText(), u"head"_s);
            QCOMPARE(f.heads(), 2); // one of each household
            QCOMPARE(f.number(u"SELECT count(*) FROM household h JOIN member m ON m.rid = h.head_member_id "
                              "WHERE m.relation = 'head'"_s),
                     2);
        }
        Office f;
        FFP_VERIFY(f.import(f.put(swapped, u"b.csv"_s)));
        QCOMPARE(f.person(u"李四"_s)[member::f("relation")].toText(), u"head"_s);
        QCOMPARE(f.heads(), 2);
    }
    void aNewHeadLeavesNoChoice()
    {
        Office f;
        const QByteArray other = list()
                                     .replace("019013,户主,2", "019013,之父,2")
                                     .replace("李四,341323197202029023,配偶", "孙七,341323198506153319,户主");
        ImportChoice choice;
        choice.all = Side::Register;
        const auto done = f.import(f.put(other, u"b.csv"_s), with(choice));
        FFP_VERIFY(done);
        const ImportDifference *relation = find(*done, 3, u"member.relation"_s);
        QVERIFY(relation && relation->fixed && relation->side == Side::File);
        QCOMPARE(f.heads(), 2);
    }

    /// Incomes, their items and living conditions are chosen as anything else.
    void figuresOfTheYear()
    {
        Office f;
        const QByteArray header =
            "年度,户编号,户主姓名,户主证件号码,家庭人口数,住房面积,工资性收入,务工收入\n";
        const auto year = [&](const char *area, const char *wage) {
            return header + "2026,3413231149000001,张三,341323197001019013,2," + area + ',' + wage + ','
                   + wage + '\n';
        };
        ImportOptions first;
        first.as = u"household-year"_s;
        first.mapping.insert(u"务工收入"_s, u"item.A1"_s);
        FFP_VERIFY(f.import(f.put(year("60", "100"), u"y.csv"_s), first));
        ImportChoice choice;
        choice.columns.insert(u"item.A1"_s, Side::Register);
        choice.columns.insert(u"living_conditions.house_area_m2"_s, Side::Register);
        ImportOptions second = first;
        second.choices.insert(QString(), choice);
        second.reason = u"以入户核实为准"_s;
        const auto done = f.import(f.put(year("90", "200"), u"z.csv"_s), second);
        FFP_VERIFY(done);
        QCOMPARE(done->differences.size(), 3);
        QCOMPARE(f.number(u"SELECT amount FROM income_line WHERE item = 'A1'"_s), 10000);
        QCOMPARE(f.number(u"SELECT wage_total FROM income_statement"_s), 20000);
        QCOMPARE(f.number(u"SELECT house_area_m2 FROM living_conditions"_s), 6000);
    }

    /// Nothing is read anew, and when it fails the last preview stays.
    void chooseAgain()
    {
        Office f;
        const QString path = f.put(list("13900000009", "瓦工"), u"c.csv"_s);
        FFP_VERIFY_ERROR(f.run.choose({}, {}, f.progress), ErrorKind::InvalidArgument);
        FFP_VERIFY(f.preview(path));
        QVERIFY(QFile::remove(path));
        ImportChoice choice;
        choice.all = Side::Register;
        const auto chosen = f.run.choose({{path, choice}}, u"以入户核实为准"_s, f.progress);
        FFP_VERIFY(chosen);
        QCOMPARE(chosen->front().imported, 0);
        GivesUpAt cancel("judge");
        FFP_VERIFY_ERROR(f.run.choose({}, {}, cancel), ErrorKind::Cancelled);
        const auto done = f.run.apply(f.progress);
        FFP_VERIFY(done);
        QCOMPARE(done->front().batch, 0); // as the last preview said

        FFP_VERIFY(f.preview(f.put(list("13900000009", "瓦工"), u"d.csv"_s)));
        f.type(u"李四"_s, member::f("skills"), Value(u"电工"_s));
        FFP_VERIFY_ERROR(f.run.choose({}, {}, f.progress), ErrorKind::Conflict);
    }
    void eachFileHasItsChoice()
    {
        Office f;
        const QString a = f.put(list("13900000009", "瓦工"), u"a.csv"_s);
        const QString b = f.put(list("13900000009", "电工"), u"b.csv"_s);
        ImportChoice keep;
        keep.all = Side::Register;
        ImportOptions options;
        options.choices.insert(b, keep);
        options.reason = u"以入户核实为准"_s;
        FFP_VERIFY(f.run.preview({a, b}, options, f.progress));
        FFP_VERIFY(f.run.apply(f.progress));
        QCOMPARE(f.person(u"李四"_s)[member::f("skills")].toText(), u"瓦工"_s);
    }

    /// Whatever is chosen: after the import each value is the one that the preview showed on that side, and
    /// everything else is what the whole file would have made of it.
    void whatIsShownIsWritten()
    {
        QRandomGenerator random(20261101);
        const QByteArrayList words{"木工", "瓦工", "电工", ""};
        for (int round = 0; round < 12; ++round) {
            Office f;
            for (const QString &name : {u"张三"_s, u"赵六"_s})
                f.type(name, member::f("skills"), Value(u"厨师"_s));
            QByteArrayList lines = list("13900000008").trimmed().split('\n');
            for (qsizetype i = 2; i < lines.size(); ++i)
                lines[i]
                    .replace("木工", words[random.bounded(4)])
                    .replace("健康", random.bounded(2) ? "健康" : "残疾");
            ImportChoice choice;
            const auto side = [&] { return random.bounded(2) ? Side::File : Side::Register; };
            choice.all = side();
            for (const QString &id : {u"member.skills"_s, u"member.health"_s, u"household.phone"_s})
                if (random.bounded(2))
                    choice.columns.insert(id, side());
            for (int i = 0; i < 4; ++i)
                choice.cells.insert({random.bounded(3, 8), u"member.skills"_s}, side());
            choice.rows.insert(random.bounded(3, 8), side());
            const auto shown = f.preview(f.put(lines.join('\n'), u"c.csv"_s), with(choice));
            FFP_VERIFY(shown);
            FFP_VERIFY(f.run.apply(f.progress));
            for (const ImportDifference &one : shown->differences) {
                const auto record = f.store().record(one.field.entity, one.rid);
                FFP_VERIFY(record);
                QCOMPARE((*record)[one.field] == (one.side == Side::File ? one.after : one.before), true);
            }
            QVERIFY(f.isClean());
        }
    }
};

QTEST_GUILESS_MAIN(TestImportDifferences)
#include "tst_importdifferences.moc"
