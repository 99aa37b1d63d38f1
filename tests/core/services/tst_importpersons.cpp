// SPDX-License-Identifier: GPL-3.0-or-later
// What a list says of persons whom the register knows better or under another name.
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "tests/support/importfixture.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kHeader = "乡,村,户编号,姓名,证件号码,与户主关系,人数,户类型\n";

QByteArray couple(int stated)
{
    const QByteArray count = QByteArray::number(stated);
    return kHeader + "虞姬镇,田万村,3413231149000001,张三,341323197001019013,户主," + count
           + ",脱贫户\n虞姬镇,田万村,3413231149000001,王䶮,341323198003039039,其他," + count + ",脱贫户\n";
}

QByteArray newcomer(const QByteArray &name, const QByteArray &village = "田万村")
{
    return kHeader + "虞姬镇," + village + ",3413231149000003," + name
           + ",341323197503039073,户主,1,脱贫户\n";
}

} // namespace

class TestImportPersons : public QObject
{
    Q_OBJECT

    struct Office : ImportFixture {
        FilePreview take(const QByteArray &list)
        {
            const auto done = import(put(list));
            if (!done)
                qFatal("%s", qPrintable(done.error().detail));
            return *done;
        }
        Record household() { return RecordStore(*db, cipher).select(Entity::Household, {}).value().front(); }
        qint64 persons() { return household()[household::f("population_current")].toInt(); }
        void setPersons(const char *verb, int persons)
        {
            const Operation operation{.verb = verb, .actor = official, .note = {}, .about = {}};
            FFP_VERIFY(log->transact(operation, [&](ChangeWriter &writer) {
                return writer.edit(household().id, {{household::f("population_current"), Value(persons)}});
            }));
        }
        /// Somebody without a number, as a birth is entered before there is one.
        void enter(const QString &name, const QString &birth)
        {
            const Operation operation{.verb = "member.join", .actor = official, .note = {}, .about = {}};
            FFP_VERIFY(log->transact(operation, [&](ChangeWriter &writer) {
                return writer
                    .create(Entity::Member, household().area,
                            {{member::f("household_id"), Value(household().id)},
                             {member::f("name"), Value(name)},
                             {member::f("birth_date"), Value(birth)},
                             {member::f("sex"), Value(u"male"_s)},
                             {member::f("relation"), Value(u"other"_s)}})
                    .map([](const RecordId &) {});
            }));
        }
    };

private Q_SLOTS:
    /// A number that followed a death here is not taken back by a list that does not know of it.
    void numberOfPersonsStaysWhenItWasChangedHere()
    {
        Office office;
        office.take(couple(2));
        QCOMPARE(office.persons(), 2);
        office.setPersons("member.leave", 1);
        const FilePreview done = office.take(couple(2));
        QCOMPARE(office.persons(), 1);
        QVERIFY(has(done, u"population_kept"_s, 2));
        QCOMPARE(done.households.changed, 0);
        // It is a difference like others, and somebody may decide for the list.
        QCOMPARE(done.differences.size(), 1);
        QVERIFY(done.differences.front().side == Side::Register);
        ImportOptions file;
        file.choices[QString()].chooseColumn(u"household.population_current"_s, Side::File);
        const QString path = office.put(couple(2), u"again.csv"_s);
        FFP_VERIFY_ERROR(office.import(path, file), ErrorKind::InvalidValue); // why?
        QCOMPARE(office.persons(), 1);
        file.reason = u"以国家系统为准"_s;
        FFP_VERIFY(office.import(path, file));
        QCOMPARE(office.persons(), 2);
        office.setPersons("member.leave", 1);
        // It agrees again: nothing to say.
        office.setPersons("member.join", 2);
        QVERIFY(!has(office.take(couple(2)), u"population_kept"_s, 2));
    }
    void numberOfPersonsFollowsTheListElse()
    {
        Office office;
        office.take(couple(2));
        office.setPersons("import", 1); // of another list
        const FilePreview done = office.take(couple(2));
        QCOMPARE(office.persons(), 2);
        QVERIFY(!has(done, u"population_kept"_s, 2));
    }

    void likePersonsAreListedAndLoaded_data()
    {
        QTest::addColumn<QString>("entered");
        QTest::addColumn<QString>("birth");
        QTest::addColumn<QByteArray>("list");
        QTest::addColumn<QString>("kind");
        QTest::newRow("name and birth date")
            << u"周七"_s << u"1975-03-03"_s << newcomer("周七") << u"person_like_another"_s;
        QTest::newRow("also of another village")
            << u"周七"_s << u"1975-03-03"_s << newcomer("周七", "范桥村") << u"person_like_another"_s;
        QTest::newRow("by sound") << u"周柒"_s << u"1975-03-03"_s << newcomer("周七")
                                  << u"person_looks_like_another"_s;
        QTest::newRow("by sound in another village")
            << u"周柒"_s << u"1975-03-03"_s << newcomer("周七", "范桥村") << QString();
        QTest::newRow("another birth date") << u"周七"_s << u"1975-03-04"_s << newcomer("周七") << QString();
    }
    void likePersonsAreListedAndLoaded()
    {
        QFETCH(QString, entered);
        QFETCH(QString, birth);
        QFETCH(QByteArray, list);
        QFETCH(QString, kind);
        Office office;
        office.take(couple(2));
        office.enter(entered, birth);
        const FilePreview done = office.take(list);
        QCOMPARE(done.imported, 1);
        QCOMPARE(done.setAside, 0);
        for (const QString &one : {u"person_like_another"_s, u"person_looks_like_another"_s})
            QCOMPARE(has(done, one, 2), one == kind);
        // Once everybody of the list is known, nobody is new and nobody is compared.
        QVERIFY(!has(office.take(list), kind, 2));
    }
};

QTEST_GUILESS_MAIN(TestImportPersons)
#include "tst_importpersons.moc"
