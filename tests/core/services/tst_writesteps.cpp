// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/writesteps.h"

#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/log/projector.h"
#include "tests/support/logfixture.h"
#include "tests/support/testsupport.h"

#include <atomic>

using namespace ffp;
using namespace ffp::imports;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t kMany = 1000; // several portions, so that a second thread makes them

struct StopAt : Progress {
    explicit StopAt(qint64 at) : stop(at) {}
    void report(const char *, qint64 done, qint64) override { reached = done; }
    bool cancelled() const override { return stop >= 0 && reached >= stop; }
    qint64 stop;
    qint64 reached = 0;
};

/// A household with its number and one member who refers to it.
Result<> family(size_t i, WriteSteps &steps)
{
    const FieldValues values{{household::f("household_no"), Value(u"%1"_s.arg(i, 16, 10, QLatin1Char('0')))}};
    FFP_ASSIGN(const RecordId home, steps.create(Entity::Household, area(kVillage), values));
    FFP_TRY(
        steps.create(Entity::Member, area(kVillage),
                     {{member::f("household_id"), Value(home)},
                      {member::f("name"), Value(u"试%1"_s.arg(i))},
                      {member::f("id_no"), Value(u"34132319800101%1"_s.arg(i, 4, 10, QLatin1Char('0')))}}));
    return {};
}

} // namespace

/// What is made in one thread is written by another, in order, or not at all.
class TestWriteSteps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEverythingInOrder_data()
    {
        QTest::addColumn<int>("units");
        for (const int units : {0, 1, 64, 65, int(kMany)})
            QTest::addRow("%d", units) << units;
    }
    void writesEverythingInOrder()
    {
        QFETCH(int, units);
        LogFixture f;
        StopAt never(-1);
        FFP_VERIFY(f.log->transact(f.operation(), [&](ChangeWriter &writer) {
            return writeInOrder(writer, size_t(units), family, never);
        }));
        QCOMPARE(f.number(u"SELECT count(*) FROM household h JOIN member m ON m.household_id = h.rid"_s),
                 units);
        QCOMPARE(f.number(
                     u"SELECT count(*) FROM (SELECT household_no, lag(household_no) OVER (ORDER BY rid) AS "
                     "before FROM household) WHERE before > household_no"_s),
                 0);
        SilentProgress progress;
        const auto compared = Projector::compareAll(*f.db, f.cipher, progress);
        FFP_VERIFY(compared);
        QCOMPARE(compared->differing, 0);
    }
    void editsComeInTheirTurn()
    {
        LogFixture f;
        StopAt never(-1);
        const RecordId first = f.make(Entity::Household, {{household::f("household_no"), Value(u"1"_s)}});
        FFP_VERIFY(f.log->transact(f.operation(), [&](ChangeWriter &writer) {
            return writeInOrder(
                writer, kMany,
                [&](size_t i, WriteSteps &steps) -> Result<> {
                    steps.edit(first, {{household::f("address"), Value(u"第%1次"_s.arg(i))}});
                    return {};
                },
                never);
        }));
        const auto record = f.store().record(first);
        FFP_VERIFY(record);
        QCOMPARE((*record)[household::f("address")].toText(), u"第999次"_s);
    }
    void anErrorOfMakingEndsIt_data()
    {
        QTest::addColumn<int>("at");
        for (const int at : {0, 63, 64, 500, int(kMany) - 1})
            QTest::addRow("%d", at) << at;
    }
    void anErrorOfMakingEndsIt()
    {
        QFETCH(int, at);
        LogFixture f;
        StopAt never(-1);
        const auto done = f.log->transact(f.operation(), [&](ChangeWriter &writer) {
            return writeInOrder(
                writer, kMany,
                [&](size_t i, WriteSteps &steps) -> Result<> {
                    if (int(i) == at)
                        return fail(ErrorKind::InvalidValue, u"unit"_s);
                    return family(i, steps);
                },
                never);
        });
        FFP_VERIFY_ERROR(done, ErrorKind::InvalidValue);
        QCOMPARE(f.number(u"SELECT count(*) FROM op"_s), 0);
    }
    void anErrorOfWritingEndsIt()
    {
        LogFixture f;
        StopAt never(-1);
        std::atomic<size_t> made = 0;
        const auto done = f.log->transact(f.operation(), [&](ChangeWriter &writer) {
            return writeInOrder(
                writer, kMany,
                [&](size_t i, WriteSteps &steps) -> Result<> {
                    ++made;
                    FFP_TRY(steps.create(Entity::Household, i == 200 ? area("341324000000") : area(kVillage),
                                         {{household::f("address"), Value(u"x"_s)}}));
                    return {};
                },
                never);
        });
        FFP_VERIFY_ERROR(done, ErrorKind::NotAllowed); // outside of the site
        QVERIFY(made < kMany);                         // the maker does not run on for nothing
        QCOMPARE(f.number(u"SELECT count(*) FROM op"_s), 0);
    }
    void canBeCancelled()
    {
        LogFixture f;
        StopAt half(qint64(kMany) / 2);
        FFP_VERIFY_ERROR(f.log->transact(f.operation(),
                                         [&](ChangeWriter &writer) {
                                             return writeInOrder(writer, kMany, family, half);
                                         }),
                         ErrorKind::Cancelled);
        QCOMPARE(f.number(u"SELECT count(*) FROM op"_s), 0);
    }
    void aReferenceBeforeItsRecordIsNoObstacle()
    {
        LogFixture f;
        const RecordId head(uuidV7(1, crypto::random<10>()));
        FFP_VERIFY(f.log->transact(f.operation(), [&](ChangeWriter &writer) -> Result<> {
            FFP_ASSIGN(const RecordId home, writer.create(Entity::Household, area(kVillage),
                                                          {{household::f("head_member_id"), Value(head)}}));
            FFP_TRY(
                writer.create(Entity::Member, area(kVillage),
                              {{member::f("household_id"), Value(home)}, {member::f("name"), Value(u"试"_s)}},
                              head));
            const auto again = writer.create(Entity::Member, area(kVillage), {}, head);
            return again || again.error().kind != ErrorKind::AlreadyExists
                       ? fail(ErrorKind::Internal, u"made twice"_s)
                       : Result<>();
        }));
        QCOMPARE(f.number(u"SELECT count(*) FROM household h JOIN member m ON m.rid = h.head_member_id"_s),
                 1);
        SilentProgress progress;
        const auto compared = Projector::compareAll(*f.db, f.cipher, progress);
        FFP_VERIFY(compared);
        QCOMPARE(compared->differing, 0);
    }
};

QTEST_GUILESS_MAIN(TestWriteSteps)
#include "tst_writesteps.moc"
