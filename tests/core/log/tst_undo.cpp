// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/log/history.h"
#include "core/log/projector.h"
#include "core/log/undo.h"
#include "tests/support/logfixture.h"
#include "tests/support/testsupport.h"

#include <random>

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const FieldRef kNo = household::f("household_no");
const FieldRef kPeople = household::f("population_current");
const FieldRef kPhone = household::f("phone");
const FieldRef kOf = member::f("household_id");
const FieldRef kName = member::f("name");

struct UndoFixture : LogFixture {
    qint64 last() const { return number(u"SELECT max(cid) FROM change"_s); }
    Result<ChangeSummary> edit(RecordId id, const FieldValues &values)
    {
        return log->transact(operation(), [&](ChangeWriter &w) { return w.edit(id, values, {}); });
    }
    Result<ChangeSummary> takeBack(qint64 change, const char *verb = "undo")
    {
        return Undo(*log, *db, cipher).takeBack(change, operation(verb));
    }
    Result<ChangeSummary> undo()
    {
        FFP_ASSIGN(const auto next, ChangeLog(*db).nextUndo(official));
        return next ? takeBack(next->id) : fail(ErrorKind::NotFound);
    }
    Result<ChangeSummary> redo()
    {
        FFP_ASSIGN(const auto next, ChangeLog(*db).nextRedo(official));
        return next ? takeBack(next->id, "redo") : fail(ErrorKind::NotFound);
    }
    QStringList records() const
    {
        QStringList out;
        for (const QString &line : dumpAll(*db, cipher))
            if (line.startsWith(u"household"_s) || line.startsWith(u"member"_s))
                out << line;
        return out;
    }
    bool equalsLog() const
    {
        SilentProgress progress;
        const auto compared = Projector::compareAll(*db, cipher, progress);
        return compared && compared->differing == 0;
    }
};

} // namespace

class TestUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void editAndBack()
    {
        UndoFixture f;
        const RecordId h = f.make(Entity::Household,
                                  {{kNo, Value(u"1"_s)}, {kPhone, Value(u"13800001111"_s)}});
        const QStringList before = f.records();
        FFP_VERIFY(f.edit(h, {{kPhone, Value(u"13900002222"_s)}, {kPeople, Value(3)}}));
        const QStringList after = f.records();
        FFP_VERIFY(f.undo());
        QCOMPARE(f.records(), before);
        FFP_VERIFY(f.redo());
        QCOMPARE(f.records(), after);
        FFP_VERIFY_ERROR(f.redo(), ErrorKind::NotFound);
        FFP_VERIFY(f.undo());
        QCOMPARE(f.records(), before);
        QVERIFY(f.equalsLog());
    }

    void createIsVoided()
    {
        UndoFixture f;
        const RecordId h = f.make(Entity::Household, {{kNo, Value(u"1"_s)}});
        FFP_VERIFY(f.undo());
        QVERIFY(f.store().record(h)->voided);
        FFP_VERIFY(f.redo());
        QVERIFY(!f.store().record(h)->voided);
        QCOMPARE(f.store().record(h)->voidReason, QString());
    }

    void voidIsLifted()
    {
        UndoFixture f;
        const RecordId h = f.make(Entity::Household, {{kNo, Value(u"1"_s)}});
        FFP_VERIFY(
            f.log->transact(f.operation(), [&](ChangeWriter &w) { return w.setVoid(h, true, u"重复"_s); }));
        FFP_VERIFY(f.undo());
        QVERIFY(!f.store().record(h)->voided);
        FFP_VERIFY(f.redo());
        QVERIFY(f.store().record(h)->voided);
        QCOMPARE(f.store().record(h)->voidReason, u"重复"_s);
    }

    // 1. Nothing newer is overwritten.
    void newerEditOfTheFieldBlocks()
    {
        UndoFixture f;
        const RecordId h = f.make(Entity::Household, {{kNo, Value(u"1"_s)}, {kPeople, Value(1)}});
        FFP_VERIFY(f.edit(h, {{kPeople, Value(2)}}));
        const qint64 change = f.last();
        FFP_VERIFY(f.edit(h, {{kPhone, Value(u"13800001111"_s)}})); // another field does not matter
        FFP_VERIFY(f.edit(h, {{kPeople, Value(3)}}));
        const QStringList before = f.records();
        const auto result = f.takeBack(change);
        FFP_VERIFY_ERROR(result, ErrorKind::Blocked);
        QCOMPARE(result.error().args, QStringList{u"household %1: population_current"_s.arg(h.toString())});
        QCOMPARE(f.records(), before);
        FFP_VERIFY(f.undo()); // the newer one
        FFP_VERIFY(f.takeBack(change));
        QCOMPARE(f.store().record(h).value()[kPeople].toInt(), 1);
        QCOMPARE(f.store().record(h).value()[kPhone].toText(), u"13800001111"_s);
    }

    void sameValueEnteredAgainBlocksToo()
    {
        UndoFixture f;
        const RecordId h = f.make(Entity::Household, {{kPeople, Value(1)}});
        FFP_VERIFY(f.edit(h, {{kPeople, Value(2)}}));
        const qint64 change = f.last();
        FFP_VERIFY(f.edit(h, {{kPeople, Value(3)}}));
        FFP_VERIFY(f.edit(h, {{kPeople, Value(2)}})); // somebody meant it
        FFP_VERIFY_ERROR(f.takeBack(change), ErrorKind::Blocked);
    }

    void editOfACreatedRecordBlocks()
    {
        UndoFixture f;
        const RecordId h = f.make(Entity::Household, {{kNo, Value(u"1"_s)}});
        const qint64 change = f.last();
        FFP_VERIFY(f.edit(h, {{kPeople, Value(3)}}));
        FFP_VERIFY_ERROR(f.takeBack(change), ErrorKind::Blocked);
    }

    void recordThatRefersToACreatedOneBlocks()
    {
        UndoFixture f;
        const RecordId h = f.make(Entity::Household, {{kNo, Value(u"1"_s)}});
        const qint64 change = f.last();
        const RecordId m = f.make(Entity::Member, {{kOf, Value(h)}, {kName, Value(u"试甲"_s)}});
        const QStringList before = f.records();
        const auto result = f.takeBack(change);
        FFP_VERIFY_ERROR(result, ErrorKind::Blocked);
        QCOMPARE(result.error().args, QStringList{u"member %1: household_id"_s.arg(m.toString())});
        QCOMPARE(f.records(), before);
        FFP_VERIFY(f.undo());
        FFP_VERIFY(f.takeBack(change));
        QVERIFY(f.store().record(h)->voided);
    }

    // A household whose head was set by the same change goes with it.
    void wholeImportIsTakenBack()
    {
        UndoFixture f;
        const RecordId old = f.make(Entity::Household, {{kNo, Value(u"0"_s)}});
        const QStringList before = f.records();
        FFP_VERIFY(f.log->transact(f.operation("import"), [&](ChangeWriter &w) -> Result<> {
            for (int i = 1; i <= 20; ++i) {
                FFP_ASSIGN(const RecordId h, w.create(Entity::Household, area(kVillage),
                                                      {{kNo, Value(QString::number(i))}}, {}));
                FFP_ASSIGN(const RecordId m, w.create(Entity::Member, area(kVillage), {{kOf, Value(h)}}, {}));
                FFP_TRY(w.edit(h, {{household::f("head_member_id"), Value(m)}}, {}));
            }
            FFP_ASSIGN(const RecordId m, w.create(Entity::Member, area(kVillage), {{kOf, Value(old)}}, {}));
            return w.edit(old, {{household::f("head_member_id"), Value(m)}, {kPeople, Value(1)}}, {});
        }));
        const QStringList after = f.records();
        const auto undone = f.undo();
        FFP_VERIFY(undone);
        QCOMPARE(f.store().count(Entity::Household).value(), 1);
        QCOMPARE(f.store().count(Entity::Member).value(), 0);
        QVERIFY(f.records().contains(before.front()));
        FFP_VERIFY(f.redo());
        QCOMPARE(f.records(), after);
        QVERIFY(f.equalsLog());
    }

    // 2. All or nothing.
    void oneBlockedRecordKeepsTheRest()
    {
        UndoFixture f;
        RecordId a;
        RecordId b;
        FFP_VERIFY(f.log->transact(f.operation(), [&](ChangeWriter &w) -> Result<> {
            FFP_ASSIGN(a, w.create(Entity::Household, area(kVillage), {{kNo, Value(u"a"_s)}}, {}));
            FFP_ASSIGN(b, w.create(Entity::Household, area(kVillage), {{kNo, Value(u"b"_s)}}, {}));
            return {};
        }));
        const qint64 change = f.last();
        FFP_VERIFY(f.edit(a, {{kPeople, Value(3)}}));
        const QStringList before = f.records();
        FFP_VERIFY_ERROR(f.takeBack(change), ErrorKind::Blocked);
        QCOMPARE(f.records(), before);
    }

    // 3. Not twice.
    void undoneTwiceIsBlocked()
    {
        UndoFixture f;
        f.make(Entity::Household, {{kNo, Value(u"1"_s)}});
        const qint64 change = f.last();
        FFP_VERIFY(f.takeBack(change));
        FFP_VERIFY_ERROR(f.takeBack(change), ErrorKind::Blocked);
        FFP_VERIFY_ERROR(f.undo(), ErrorKind::NotFound);
        FFP_VERIFY_ERROR(f.takeBack(999), ErrorKind::NotFound);
    }

    void changeThatIsNotUndoable()
    {
        UndoFixture f;
        Operation operation = f.operation();
        operation.undoable = false;
        FFP_VERIFY(f.log->transact(operation, [&](ChangeWriter &w) -> Result<> {
            FFP_TRY(w.create(Entity::Household, area(kVillage), {{kNo, Value(u"1"_s)}}, {}));
            return {};
        }));
        FFP_VERIFY_ERROR(f.takeBack(f.last()), ErrorKind::NotAllowed);
        FFP_VERIFY_ERROR(f.undo(), ErrorKind::NotFound);
    }

    void redoEndsWithANewChange()
    {
        UndoFixture f;
        const RecordId h = f.make(Entity::Household, {{kNo, Value(u"1"_s)}});
        FFP_VERIFY(f.edit(h, {{kPeople, Value(2)}}));
        FFP_VERIFY(f.undo());
        QVERIFY(ChangeLog(*f.db).nextRedo(f.official)->has_value());
        FFP_VERIFY(f.edit(h, {{kPhone, Value(u"13800001111"_s)}}));
        QVERIFY(!ChangeLog(*f.db).nextRedo(f.official)->has_value());
    }

    void severalUndosAndRedos()
    {
        UndoFixture f;
        const RecordId h = f.make(Entity::Household, {{kPeople, Value(0)}});
        QList<QStringList> states = {f.records()};
        for (int i = 1; i <= 5; ++i) {
            FFP_VERIFY(f.edit(h, {{kPeople, Value(i)}}));
            states << f.records();
        }
        for (int i = 4; i >= 0; --i) {
            FFP_VERIFY(f.undo());
            QCOMPARE(f.records(), states[i]);
        }
        for (int i = 1; i <= 5; ++i) {
            FFP_VERIFY(f.redo());
            QCOMPARE(f.records(), states[i]);
        }
        QVERIFY(f.equalsLog());
    }

    void othersChangesAreNotMine()
    {
        UndoFixture f;
        f.make(Entity::Household, {{kNo, Value(u"1"_s)}});
        QVERIFY(!ChangeLog(*f.db).nextUndo(OfficialId(crypto::random<16>()))->has_value());
    }

    void changeWithoutNetEffectIsNotOfferedForEver()
    {
        UndoFixture f;
        const RecordId h = f.make(Entity::Household, {{kPeople, Value(1)}});
        FFP_VERIFY(f.log->transact(f.operation(), [&](ChangeWriter &w) -> Result<> {
            FFP_TRY(w.edit(h, {{kPeople, Value(2)}}, {}));
            return w.edit(h, {{kPeople, Value(1)}}, {});
        }));
        const auto undone = f.undo();
        FFP_VERIFY(undone);
        QCOMPARE(undone->change, 0);
        FFP_VERIFY(f.undo());
        QVERIFY(f.store().record(h)->voided);
    }

    // Random edits, undone in any order where allowed, and redone: fields are what a model says, tables what
    // the log says.
    void randomUndoAndRedo()
    {
        const int runs = qEnvironmentVariableIsSet("FFP_HEAVY") ? 500 : 6;
        for (int run = 0; run < runs; ++run) {
            const quint32 seed = qEnvironmentVariableIntValue("FFP_SEED")
                                     ? quint32(qEnvironmentVariableIntValue("FFP_SEED"))
                                     : quint32(run) * 7919 + 17;
            if (!runOnce(seed))
                QFAIL(qPrintable(u"seed %1"_s.arg(seed)));
        }
    }

private:
    /// One record with three fields; every change sets some of them. A change is allowed to be undone exactly
    /// when, for each of its fields, all later standing changes are gone (model: a list of changes with a
    /// flag).
    bool runOnce(quint32 seed)
    {
        std::mt19937 random(seed);
        const auto pick = [&](int n) { return static_cast<int>(random() % unsigned(n)); };
        UndoFixture f;
        const std::vector<FieldRef> fields = {kPeople, household::f("exit_year"), kPhone};
        const auto valueOf = [](size_t field, int number) {
            return field == 2 ? Value(u"138%1"_s.arg(number, 8, 10, QLatin1Char('0'))) : Value(number + 1);
        };
        const RecordId h = f.make(Entity::Household, {{kNo, Value(u"1"_s)}});
        struct Done {
            qint64 cid;
            std::map<size_t, int> set; // field → number
            qint64 undone = 0;
        };
        std::vector<Done> model;
        for (int step = 0; step < 25; ++step) {
            const int what = pick(3);
            if (what == 0 || model.empty()) {
                Done done;
                FieldValues values;
                for (size_t field = 0; field < fields.size(); ++field)
                    if (pick(2)) {
                        done.set[field] = step;
                        values.emplace_back(fields[field], valueOf(field, step));
                    }
                const auto result = f.edit(h, values);
                if (!result)
                    return false;
                done.cid = result->change;
                if (done.cid)
                    model.push_back(done);
                continue;
            }
            Done &done = model[size_t(pick(int(model.size())))];
            const QStringList before = f.records();
            const auto result = f.takeBack(done.undone ? done.undone : done.cid,
                                           done.undone ? "redo" : "undo");
            if (result) {
                done.undone = done.undone ? 0 : result->change;
            } else if (result.error().kind != ErrorKind::Blocked || f.records() != before) {
                qWarning("%s %s", errorCode(result.error().kind), qPrintable(result.error().detail));
                return false;
            }
            // What stands shows: the latest standing change of each field.
            const Record record = f.store().record(h).value();
            for (size_t field = 0; field < fields.size(); ++field) {
                Value expected;
                for (const Done &each : model)
                    if (!each.undone && each.set.contains(field))
                        expected = valueOf(field, each.set.at(field));
                if (record[fields[field]] != expected) {
                    qWarning("step %d field %zu", step, field);
                    return false;
                }
            }
        }
        // Everything that stands can be taken back from the newest to the oldest.
        for (auto done = model.rbegin(); done != model.rend(); ++done)
            if (!done->undone && !f.takeBack(done->cid))
                return false;
        const Record record = f.store().record(h).value();
        for (const FieldRef field : fields)
            if (!record[field].isBlank())
                return false;
        return f.equalsLog();
    }
};

QTEST_GUILESS_MAIN(TestUndo)
#include "tst_undo.moc"
