// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/log/oplog.h"
#include "tests/support/logfixture.h"
#include "tests/support/testsupport.h"

#include <QSignalSpy>

#include <thread>

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

FieldValues row(const QString &no, int people)
{
    return {{household::f("household_no"), Value(no)}, {household::f("population_current"), Value(people)}};
}

} // namespace

/// The numbered invariants of Log::transact() (core/log/transact.h).
class TestTransact : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createsAndReadsBack()
    {
        LogFixture f;
        const RecordId h = f.make(Entity::Household,
                                  {{household::f("household_no"), Value(u"3413231142010001"_s)},
                                   {household::f("phone"), Value(u"13800001111"_s)},
                                   {household::f("special_groups"),
                                    Value(QStringList{u"b"_s, u"a"_s, u"b"_s})},
                                   {household::f("military_family"), Value(true)},
                                   {household::f("exit_year"), Value(2019)}});
        const RecordId m = f.make(Entity::Member, {{member::f("household_id"), Value(h)},
                                                   {member::f("name"), Value(u"试甲"_s)}});
        f.reopen();
        const RecordStore store(*f.db, f.cipher);
        const auto record = store.record(h);
        FFP_VERIFY(record);
        QCOMPARE(record->area, area(kVillage));
        QVERIFY(!record->voided);
        QCOMPARE((*record)[household::f("phone")].toText(), u"13800001111"_s);
        QCOMPARE((*record)[household::f("special_groups")].toList(), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE((*record)[household::f("military_family")].toBool(), true);
        QCOMPARE((*record)[household::f("exit_year")].toInt(), 2019);
        QVERIFY((*record)[household::f("address")].isBlank());
        const auto members = store.referring(member::f("household_id"), h);
        FFP_VERIFY(members);
        QCOMPARE(members->size(), size_t(1));
        QCOMPARE(members->front().id, m);
        QCOMPARE(members->front()[member::f("household_id")].toRef(), h);
    }

    void sensitiveValuesAreNotReadableInTheFile()
    {
        LogFixture f;
        f.make(Entity::Household, {{household::f("phone"), Value(u"13800001111"_s)},
                                   {household::f("household_no"), Value(u"NO-IN-THE-CLEAR"_s)}});
        f.log.reset();
        FFP_VERIFY(f.db->close());
        QFile file(f.path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("NO-IN-THE-CLEAR"));
        QVERIFY(!bytes.contains("13800001111"));
    }

    // 1. Either all ops of `work` and their projected rows are there, or none.
    void allOrNothing()
    {
        LogFixture f;
        const RecordId h = f.make(Entity::Household, row(u"1"_s, 3));
        const QStringList before = dumpAll(*f.db, f.cipher);
        QSignalSpy spy(f.log.get(), &Log::changed);
        const auto result = f.log->transact(f.operation(), [&](ChangeWriter &writer) -> Result<> {
            FFP_TRY(writer.create(Entity::Household, area(kVillage), row(u"2"_s, 1)));
            FFP_TRY(writer.edit(h, row(u"1"_s, 9)));
            FFP_TRY(writer.setVoid(h, true, u"why"_s));
            return fail(ErrorKind::RuleBroken);
        });
        FFP_VERIFY_ERROR(result, ErrorKind::RuleBroken);
        QCOMPARE(dumpAll(*f.db, f.cipher), before);
        QCOMPARE(f.number(u"SELECT count(*) FROM change"_s), 1);
        QCOMPARE(f.number(u"SELECT count(*) FROM stream WHERE count <> 1"_s), 0);
        QCOMPARE(spy.count(), 0);
        FFP_VERIFY(f.log->transact(f.operation(),
                                   [&](ChangeWriter &writer) { return writer.edit(h, row(u"1"_s, 4)); }));
        QCOMPARE(spy.count(), 1);
    }

    // 2. Every changed field has an op that says who, when, where, before and after.
    void everyChangeHasItsOp()
    {
        LogFixture f;
        const RecordId h = f.make(Entity::Household, row(u"1"_s, 3));
        f.clock.advance(1000);
        FFP_VERIFY(f.log->transact(f.operation(), [&](ChangeWriter &writer) {
            return writer.edit(h, row(u"1"_s, 4), u"birth"_s);
        }));
        RecordIndex index(*f.db);
        OpLog ops(*f.db, f.cipher, index);
        const auto read = ops.read(f.store().ridOf(h).value());
        FFP_VERIFY(read);
        QCOMPARE(read->size(), size_t(2));
        const FoldOp &edit = read->back();
        QCOMPARE(edit.actor, f.official);
        QCOMPARE(edit.inc, f.owner.incarnation);
        QCOMPARE(edit.area, area(kVillage));
        QCOMPARE(qint64(edit.hlc >> 16), f.clock.nowMs());
        QCOMPARE(edit.fields, std::vector<QByteArray>{"population_current"}); // not the unchanged number
        QCOMPARE(edit.pred, std::vector<OpId>{read->front().id});
        QCOMPARE(edit.payload.note.toByteArray(), QByteArray("birth"));
        QCOMPARE(f.number(u"SELECT n_last - n_first FROM change ORDER BY cid DESC"_s), 0);
        QCOMPARE(f.number(u"SELECT count(*) FROM head"_s), 1);
    }

    // 3. A change that changes nothing writes nothing and reports change 0.
    void nothingChangedWritesNothing()
    {
        LogFixture f;
        const RecordId h = f.make(Entity::Household, row(u"1"_s, 3));
        const qint64 ops = f.number(u"SELECT count(*) FROM op"_s);
        QSignalSpy spy(f.log.get(), &Log::changed);
        const auto same = f.log->transact(f.operation(), [&](ChangeWriter &writer) -> Result<> {
            FFP_TRY(writer.edit(h, row(u"1"_s, 3)));
            FFP_TRY(writer.edit(h, {{household::f("address"), Value()}}));
            FFP_TRY(writer.edit(h, {}));
            return writer.setVoid(h, false, {});
        });
        FFP_VERIFY(same);
        QCOMPARE(same->change, 0);
        QCOMPARE(f.number(u"SELECT count(*) FROM op"_s), ops);
        QCOMPARE(f.number(u"SELECT count(*) FROM change"_s), 1);
        QCOMPARE(spy.count(), 0);
    }

    void equalAfterNormalisingIsUnchanged()
    {
        LogFixture f;
        // "é" as one character and as two; codes in another order.
        const RecordId h = f.make(Entity::Household,
                                  {{household::f("address"), Value(u"caf\u00e9"_s)},
                                   {household::f("special_groups"), Value(QStringList{u"x"_s, u"yy"_s})}});
        const auto same = f.log->transact(f.operation(), [&](ChangeWriter &writer) {
            return writer.edit(h, {{household::f("address"), Value(u"cafe\u0301"_s)},
                                   {household::f("special_groups"),
                                    Value(QStringList{u"yy"_s, u"x"_s, u"x"_s})}});
        });
        FFP_VERIFY(same);
        QCOMPARE(same->change, 0);
    }

    // 4. One at a time; the UI thread fails with Busy at once, a worker waits.
    void oneWriterAtATime()
    {
        LogFixture f;
        std::atomic<bool> inside{false};
        std::atomic<bool> leave{false};
        std::thread worker([&] {
            const auto done = f.log->transact(f.operation(), [&](ChangeWriter &writer) -> Result<> {
                FFP_TRY(writer.create(Entity::Household, area(kVillage), row(u"w"_s, 1)));
                inside = true;
                while (!leave)
                    QThread::msleep(1);
                return {};
            });
            if (!done)
                qFatal("worker");
        });
        while (!inside)
            QThread::msleep(1);
        const auto busy = f.log->transact(f.operation(),
                                          [](ChangeWriter &) -> Result<> { qFatal("entered"); });
        FFP_VERIFY_ERROR(busy, ErrorKind::Busy);
        std::atomic<bool> secondDone{false};
        std::thread second([&] {
            if (!f.log->transact(f.operation(), [&](ChangeWriter &writer) -> Result<> {
                    FFP_TRY(writer.create(Entity::Household, area(kVillage), row(u"v"_s, 1)));
                    return {};
                }))
                qFatal("second");
            secondDone = true;
        });
        QThread::msleep(20);
        QVERIFY(!secondDone);
        leave = true;
        worker.join();
        second.join();
        QVERIFY(secondDone);
        QCOMPARE(f.number(u"SELECT count(*) FROM household"_s), 2);
    }

    void transactInsideTransactIsRefused()
    {
        LogFixture f;
        const auto result = f.log->transact(f.operation(), [&](ChangeWriter &) -> Result<> {
            FFP_TRY(f.log->transact(f.operation(), [](ChangeWriter &) { return Result<>(); }));
            return {};
        });
        FFP_VERIFY_ERROR(result, ErrorKind::Internal);
    }

    // 5. After an error of SQLite the loop stops and nothing is committed, even if the work overlooks it.
    void overlookedErrorCommitsNothing()
    {
        LogFixture f;
        FFP_VERIFY(execute(*f.db, u"CREATE TRIGGER t BEFORE INSERT ON household WHEN NEW.household_no = '5'"
                                  " BEGIN SELECT RAISE(FAIL, 'planted'); END"_s));
        int refused = 0;
        const auto result = f.log->transact(f.operation(), [&](ChangeWriter &writer) -> Result<> {
            for (int i = 0; i < 10; ++i)
                if (!writer.create(Entity::Household, area(kVillage), row(QString::number(i), 1)))
                    ++refused;
            return {};
        });
        FFP_VERIFY_ERROR(result, ErrorKind::Database);
        QCOMPARE(refused, 5); // number 5 and all after it
        QCOMPARE(f.number(u"SELECT count(*) FROM op"_s), 0);
        QCOMPARE(f.number(u"SELECT count(*) FROM household"_s), 0);
    }

    void diskFullInTheMiddleLeavesNothing()
    {
        LogFixture f;
        f.make(Entity::Household, row(u"0"_s, 1));
        const qint64 pages = f.number(u"PRAGMA page_count"_s);
        FFP_VERIFY(execute(*f.db, u"PRAGMA max_page_count=%1"_s.arg(pages + 20)));
        int written = 0;
        int calls = 0;
        const auto result = f.log->transact(f.operation(), [&](ChangeWriter &writer) -> Result<> {
            for (int i = 1; i < 5000; ++i) {
                ++calls;
                FFP_TRY(writer.create(Entity::Household, area(kVillage), row(QString::number(i), 1)));
                ++written;
            }
            return {};
        });
        FFP_VERIFY_ERROR(result, ErrorKind::DiskFull);
        QVERIFY(written > 10);
        QCOMPARE(calls, written + 1);
        QCOMPARE(f.number(u"SELECT count(*) FROM op"_s), 1);
        QCOMPARE(f.number(u"SELECT count(*) FROM household"_s), 1);
        QCOMPARE(f.text(u"PRAGMA integrity_check"_s), u"ok"_s);
        FFP_VERIFY(execute(*f.db, u"PRAGMA max_page_count=1073741823"_s));
        f.make(Entity::Household, row(u"1"_s, 1)); // and it goes on working
    }

    void lockedSiteWritesNothing()
    {
        LogFixture f;
        f.cipher.locked = true;
        const auto result = f.log->transact(f.operation(), [&](ChangeWriter &writer) -> Result<> {
            FFP_TRY(writer.create(Entity::Household, area(kVillage), row(u"1"_s, 1)));
            return {};
        });
        FFP_VERIFY_ERROR(result, ErrorKind::Locked);
        QCOMPARE(f.number(u"SELECT count(*) FROM op"_s), 0);
        QCOMPARE(f.number(u"SELECT count(*) FROM record"_s), 0);
    }

    void voidAndBack()
    {
        LogFixture f;
        const RecordId h = f.make(Entity::Household, row(u"1"_s, 3));
        const auto change = [&](bool voided, const QString &why) {
            return f.log->transact(f.operation(),
                                   [&](ChangeWriter &writer) { return writer.setVoid(h, voided, why); });
        };
        FFP_VERIFY(change(true, u"登记错误"_s));
        QVERIFY(f.store().record(h)->voided);
        QCOMPARE(f.store().record(h)->voidReason, u"登记错误"_s);
        QCOMPARE(f.store().count(Entity::Household).value(), 0);
        FFP_VERIFY(change(false, {}));
        QVERIFY(!f.store().record(h)->voided);
        QCOMPARE(f.store().record(h)->voidReason, QString());
        QCOMPARE(f.store().count(Entity::Household).value(), 1);
    }

    void referenceBeforeItsRecord()
    {
        LogFixture f;
        const RecordId later(crypto::random<16>());
        const RecordId m = f.make(Entity::Member, {{member::f("household_id"), Value(later)}});
        QCOMPARE(f.store().record(m).value()[member::f("household_id")].toRef(), later);
        FFP_VERIFY_ERROR(f.store().record(later), ErrorKind::NotFound);
        f.make(Entity::Household, row(u"1"_s, 3), kVillage, later);
        FFP_VERIFY(f.store().record(later));
        QCOMPARE(f.store().referring(member::f("household_id"), later)->size(), size_t(1));
    }

    void refusals_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<int>("kind");
        QTest::newRow("area of another township") << 0 << int(ErrorKind::NotAllowed);
        QTest::newRow("no area") << 1 << int(ErrorKind::InvalidArgument);
        QTest::newRow("field of another entity") << 2 << int(ErrorKind::InvalidArgument);
        QTest::newRow("value of another type") << 3 << int(ErrorKind::InvalidArgument);
        QTest::newRow("computed field") << 4 << int(ErrorKind::InvalidArgument);
        QTest::newRow("field set twice") << 5 << int(ErrorKind::InvalidArgument);
        QTest::newRow("id taken") << 6 << int(ErrorKind::AlreadyExists);
        QTest::newRow("edit of an unknown record") << 7 << int(ErrorKind::NotFound);
        QTest::newRow("code with a comma") << 8 << int(ErrorKind::InvalidValue);
        QTest::newRow("text too long") << 9 << int(ErrorKind::InvalidValue);
        QTest::newRow("item with a line break") << 10 << int(ErrorKind::InvalidValue);
        QTest::newRow("text with U+0000") << 11 << int(ErrorKind::InvalidValue);
    }
    void refusals()
    {
        QFETCH(int, which);
        QFETCH(int, kind);
        LogFixture f;
        const RecordId h = f.make(Entity::Household, row(u"1"_s, 3));
        const auto run = [&](ChangeWriter &w) -> Result<> {
            const auto create = [&](const char *where, const FieldValues &values,
                                    Entity entity = Entity::Household, RecordId id = {}) -> Result<> {
                FFP_TRY(w.create(entity, area(where), values, id));
                return {};
            };
            const FieldRef no = household::f("household_no");
            switch (which) {
            case 0: return create("341323115201", row(u"2"_s, 1));
            case 1: return create("", row(u"2"_s, 1));
            case 2: return create(kVillage, {{member::f("name"), Value(u"x"_s)}});
            case 3: return create(kVillage, {{no, Value(5)}});
            case 4: return create(kVillage, {{household::f("head_name"), Value(u"x"_s)}});
            case 5: return create(kVillage, {{no, Value(u"1"_s)}, {no, Value(u"2"_s)}});
            case 6: return create(kVillage, row(u"2"_s, 1), Entity::Household, h);
            case 7: return w.edit(RecordId(crypto::random<16>()), row(u"2"_s, 1));
            case 8: return create(kVillage, {{household::f("special_groups"), Value(QStringList{u"a,b"_s})}});
            case 9: return create(kVillage, {{no, Value(QString(70'000, u'x'))}});
            case 10:
                return create(kVillage, {{visit::f("people"), Value(QStringList{u"a\nb"_s})}}, Entity::Visit);
            default: return create(kVillage, {{no, Value(u"a\0b"_s)}});
            }
        };
        const auto result = f.log->transact(f.operation(), run);
        FFP_VERIFY_ERROR(result, ErrorKind(kind));
        QCOMPARE(f.number(u"SELECT count(*) FROM op"_s), 1);
    }

    void foreignAreaIsNotEdited()
    {
        LogFixture f;
        const RecordId h = f.make(Entity::Household, row(u"1"_s, 3));
        f.log->setOwner({f.owner.incarnation, area(kOtherVillage)});
        FFP_VERIFY_ERROR(f.log->transact(f.operation(),
                                         [&](ChangeWriter &w) { return w.edit(h, row(u"2"_s, 3)); }),
                         ErrorKind::NotAllowed);
    }

    void streamsAreChainedPerArea()
    {
        LogFixture f;
        const RecordId a = f.make(Entity::Household, row(u"1"_s, 3));
        f.make(Entity::Household, row(u"2"_s, 3), kOtherVillage);
        FFP_VERIFY(f.log->transact(f.operation(), [&](ChangeWriter &writer) -> Result<> {
            FFP_TRY(writer.edit(a, row(u"1"_s, 4)));
            FFP_TRY(writer.edit(a, row(u"1"_s, 5))); // the second replaces the first
            return {};
        }));
        f.reopen();
        FFP_VERIFY(f.log->transact(f.operation(),
                                   [&](ChangeWriter &writer) { return writer.edit(a, row(u"1"_s, 6)); }));
        QCOMPARE(f.number(u"SELECT count(*) FROM stream"_s), 2);
        QCOMPARE(f.number(u"SELECT count FROM stream WHERE area = '%1'"_s.arg(QLatin1String(kVillage))), 4);
        QCOMPARE(f.number(u"SELECT count(*) FROM head"_s), 1);
        QCOMPARE(f.number(u"SELECT count(*) FROM op o JOIN op p ON p.sid = o.sid AND p.seq = o.seq - 1"
                          " WHERE instr(o.env, p.id) = 0"_s),
                 0);
        QCOMPARE(f.number(u"SELECT count(*) FROM stream s JOIN op o ON o.sid = s.sid AND o.seq = s.count"
                          " WHERE o.id = s.head"_s),
                 2);
        QCOMPARE(f.number(u"SELECT count(DISTINCT hlc) FROM op"_s), f.number(u"SELECT count(*) FROM op"_s));
    }

    void manyRecordsAreOneBulkChange()
    {
        LogFixture f;
        const auto summary = f.log->transact(f.operation("import"), [&](ChangeWriter &writer) -> Result<> {
            FFP_TRY(writer.expectMany(Entity::Household, 1500));
            for (int i = 0; i < 1500; ++i)
                FFP_TRY(writer.create(Entity::Household, area(kVillage), row(QString::number(i), 1)));
            return {};
        });
        FFP_VERIFY(summary);
        QVERIFY(summary->bulk);
        QVERIFY(summary->rids.empty());
        QCOMPARE(summary->created, 1500);
        QCOMPARE(f.number(u"SELECT count(*) FROM op"_s), 1500); // one op per record …
        QCOMPARE(f.number(u"SELECT count(*) FROM head"_s), 0);  // … and no head rows
        QVERIFY(
            f.number(u"SELECT count(*) FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'household'"_s)
            > 3);
        QCOMPARE(f.text(u"PRAGMA integrity_check"_s), u"ok"_s);
    }
};

QTEST_GUILESS_MAIN(TestTransact)
#include "tst_transact.moc"
