// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/log/logcipher.h"
#include "core/log/projector.h"
#include "core/services/checkservice.h"
#include "core/services/policyservice.h"
#include "core/services/undoservice.h"
#include "core/services/userservice.h"
#include "core/services/visitservice.h"
#include "core/store/recordstore.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"

#include <QSignalSpy>

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const FieldRef kPhone = household::f("phone");
const FieldRef kPeople = household::f("population_current");
const QString kPhone1 = u"13800001111"_s;
const QString kPhone2 = u"13900002222"_s;
const QString kOtherPassword = u"Xiu-hua-2026"_s;

/// A township with one household of one member who is not insured.
struct UndoSite : TestSite {
    UndoSite()
    {
        const auto made = registry().addHousehold(AreaCode::fromString(u"341323114200"_s),
                                                  {{household::f("household_no"),
                                                    Value(u"3413231140000101"_s)},
                                                   {household::f("household_type"), Value(u"exited"_s)},
                                                   {kPhone, Value(kPhone1)}},
                                                  {{member::f("name"), Value(u"试甲"_s)},
                                                   {member::f("ins_resident_medical"), Value(false)}});
        if (!made)
            qFatal("%s", qPrintable(made.error().detail + made.error().args.join(u';')));
        home = *made;
    }
    RegistryService registry() { return RegistryService(session()); }
    UndoService undo() { return UndoService(session()); }
    /// Value of the household now.
    Value now(FieldRef field)
    {
        return RecordStore(session().database(), session().cipher()).record(home).value()[field];
    }
    Result<ChangeSummary> set(FieldRef field, const Value &value)
    {
        return registry().edit(home, {{field, value}}, {});
    }
    void addUser(const QString &name, Role role)
    {
        if (const auto made = UserService(session()).add(name, u"试"_s + name, role, kOtherPassword); !made)
            qFatal("user");
    }
    void signIn(const QString &name)
    {
        close();
        if (const auto done = name == u"admin"_s ? open() : open(name, kOtherPassword); !done)
            qFatal("sign in");
    }
    bool equalsLog()
    {
        SilentProgress progress;
        const auto compared = Projector::compareAll(session().database(), session().cipher(), progress);
        return compared && compared->differing == 0;
    }
    qint64 lastChange() { return undo().changes(1).value().front().change; }
    Result<CheckResult> check(YearMonth month)
    {
        SilentProgress progress;
        return CheckService(session()).run(month, progress);
    }

    RecordId home;
};

QStringList verbs(const std::vector<ChangeEntry> &entries)
{
    QStringList out;
    for (const ChangeEntry &entry : entries)
        out << entry.verb;
    return out;
}

} // namespace

class TestUndoService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lastChangesOneAfterTheOther()
    {
        UndoSite site;
        FFP_VERIFY(site.set(kPhone, Value(kPhone2)));
        FFP_VERIFY(site.set(kPeople, Value(3)));
        UndoService undo = site.undo();

        const auto next = undo.nextUndo();
        FFP_VERIFY(next);
        QVERIFY(next->has_value());
        QCOMPARE((*next)->verb, u"edit"_s);
        QCOMPARE((*next)->about, site.home);
        QVERIFY(!(*next)->actorName.isEmpty());
        QCOMPARE((*next)->ops, 1);
        QVERIFY((*next)->undoable && !(*next)->undone);
        QVERIFY(!undo.nextRedo().value().has_value());
        FFP_VERIFY_ERROR(undo.redo(), ErrorKind::NotFound);

        FFP_VERIFY(undo.undo());
        QVERIFY(site.now(kPeople).isBlank());
        QCOMPARE(site.now(kPhone).toText(), kPhone2);
        FFP_VERIFY(undo.undo());
        QCOMPARE(site.now(kPhone).toText(), kPhone1);
        // Redo goes the same way back.
        QCOMPARE(undo.nextRedo().value()->verb, u"edit"_s);
        FFP_VERIFY(undo.redo());
        QCOMPARE(site.now(kPhone).toText(), kPhone2);
        QVERIFY(site.now(kPeople).isBlank());
        FFP_VERIFY(undo.redo());
        QCOMPARE(site.now(kPeople).toInt(), 3);
        FFP_VERIFY_ERROR(undo.redo(), ErrorKind::NotFound);
        QVERIFY(site.equalsLog());
    }

    void nothingLeftIsSaid()
    {
        UndoSite site;
        UndoService undo = site.undo();
        FFP_VERIFY(undo.undo()); // the household itself
        QVERIFY(RecordStore(site.session().database(), site.session().cipher()).record(site.home)->voided);
        const auto more = undo.undo();
        FFP_VERIFY_ERROR(more, ErrorKind::NotFound);
        QCOMPARE(more.error().subject.entity, u"change"_s);
        QVERIFY(!undo.nextUndo().value().has_value());
        FFP_VERIFY(undo.redo());
        QVERIFY(!RecordStore(site.session().database(), site.session().cipher()).record(site.home)->voided);
    }

    void aNewChangeEndsTheRedo()
    {
        UndoSite site;
        FFP_VERIFY(site.set(kPhone, Value(kPhone2)));
        FFP_VERIFY(site.undo().undo());
        QVERIFY(site.undo().nextRedo().value().has_value());
        FFP_VERIFY(site.set(kPeople, Value(3)));
        QVERIFY(!site.undo().nextRedo().value().has_value());
        FFP_VERIFY_ERROR(site.undo().redo(), ErrorKind::NotFound);
    }

    void everyStepIsInTheLogAndTheHistory()
    {
        UndoSite site;
        FFP_VERIFY(site.set(kPhone, Value(kPhone2)));
        FFP_VERIFY(site.undo().undo());
        FFP_VERIFY(site.undo().redo());
        const auto changes = site.undo().changes(10);
        FFP_VERIFY(changes);
        QCOMPARE(verbs(*changes), (QStringList{u"redo"_s, u"undo"_s, u"edit"_s, u"household.add"_s}));
        QCOMPARE((*changes)[0].undoes, (*changes)[1].change);
        QCOMPARE((*changes)[1].undoes, (*changes)[2].change);
        QVERIFY((*changes)[1].undone);  // by the redo
        QVERIFY(!(*changes)[2].undone); // so this one stands
        QCOMPARE(site.undo().changes(2).value().size(), size_t(2));
        const auto history = site.registry().history(site.home);
        FFP_VERIFY(history);
        QCOMPARE(history->front().verb, u"redo"_s);
        QCOMPARE(history->front().after.toText(), kPhone2);
    }

    void screensAreToldWhatToRefresh()
    {
        UndoSite site;
        FFP_VERIFY(site.set(kPhone, Value(kPhone2)));
        QSignalSpy changed(&site.session().log(), &Log::changed);
        const auto done = site.undo().undo();
        FFP_VERIFY(done);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(done->edited, 1);
        QCOMPARE(done->rids.size(), size_t(1));
        QCOMPARE(done->rids.front().first, Entity::Household);
    }

    void newerFactsForbidIt()
    {
        UndoSite site;
        FFP_VERIFY(site.set(kPhone, Value(kPhone2)));
        const qint64 phone = site.lastChange();
        FFP_VERIFY(site.set(kPeople, Value(3)));
        FFP_VERIFY(site.set(kPhone, Value(u"13700003333"_s)));
        const auto refused = site.undo().undoChange(phone);
        FFP_VERIFY_ERROR(refused, ErrorKind::Blocked);
        QCOMPARE(refused.error().args, QStringList{u"household %1: phone"_s.arg(site.home.toString())});
        QCOMPARE(site.now(kPhone).toText(), u"13700003333"_s);
        FFP_VERIFY(site.undo().undo()); // the newer one
        FFP_VERIFY(site.undo().undoChange(phone));
        QCOMPARE(site.now(kPhone).toText(), kPhone1);
        QCOMPARE(site.now(kPeople).toInt(), 3);                              // untouched
        FFP_VERIFY_ERROR(site.undo().undoChange(phone), ErrorKind::Blocked); // undone already
        FFP_VERIFY_ERROR(site.undo().undoChange(999), ErrorKind::NotFound);
        QVERIFY(site.equalsLog());
    }

    void everybodyTakesBackTheirOwn()
    {
        UndoSite site;
        site.addUser(u"wang"_s, Role::Reporter);
        FFP_VERIFY(site.set(kPeople, Value(3)));
        const qint64 ofAdmin = site.lastChange();
        site.signIn(u"wang"_s);
        // Users are no facts of the register, and the administrator's change is not theirs.
        QVERIFY(!site.undo().nextUndo().value().has_value());
        FFP_VERIFY_ERROR(site.undo().undo(), ErrorKind::NotFound);
        FFP_VERIFY_ERROR(site.undo().undoChange(ofAdmin), ErrorKind::NotAllowed);
        FFP_VERIFY(site.set(kPhone, Value(kPhone2)));
        const qint64 ofWang = site.lastChange();

        // The administrator's undo goes to their own latest, past the newer one.
        site.signIn(u"admin"_s);
        FFP_VERIFY(site.undo().undo());
        QVERIFY(site.now(kPeople).isBlank());
        QCOMPARE(site.now(kPhone).toText(), kPhone2);

        // Theirs is still there for wang, and the redo of another user is not offered.
        site.signIn(u"wang"_s);
        QVERIFY(!site.undo().nextRedo().value().has_value());
        QCOMPARE(site.undo().nextUndo().value()->change, ofWang);

        // An administrator may take back a single change of somebody else; whose undo it was counts.
        site.signIn(u"admin"_s);
        FFP_VERIFY(site.undo().undoChange(ofWang));
        QCOMPARE(site.now(kPhone).toText(), kPhone1);
        site.signIn(u"wang"_s);
        FFP_VERIFY_ERROR(site.undo().redo(), ErrorKind::NotFound);
    }

    void viewersAndLockedSites()
    {
        UndoSite site;
        site.addUser(u"kan"_s, Role::Viewer);
        FFP_VERIFY(site.set(kPhone, Value(kPhone2)));
        const qint64 change = site.lastChange();
        site.session().lock();
        FFP_VERIFY_ERROR(site.undo().undo(), ErrorKind::Locked);
        FFP_VERIFY_ERROR(site.undo().redo(), ErrorKind::Locked);
        FFP_VERIFY_ERROR(site.undo().undoChange(change), ErrorKind::Locked);
        site.signIn(u"kan"_s);
        FFP_VERIFY_ERROR(site.undo().undo(), ErrorKind::NotAllowed);
        FFP_VERIFY_ERROR(site.undo().redo(), ErrorKind::NotAllowed);
        FFP_VERIFY_ERROR(site.undo().undoChange(change), ErrorKind::NotAllowed);
        QCOMPARE(site.undo().changes(1).value().size(), size_t(1)); // but they may look
        QCOMPARE(site.now(kPhone).toText(), kPhone2);
    }

    void aVisitGoesWithTheFactsTypedInIt()
    {
        UndoSite site;
        NewVisit visit{.household = site.home,
                       .values = {{visit::f("visited_on"), Value(u"2026-10-30"_s)},
                                  {visit::f("mode"), Value(u"home"_s)},
                                  {visit::f("people"), Value(QStringList{u"王干部"_s, u"李队员"_s})},
                                  {visit::f("changes"), Value(QStringList{u"members"_s})},
                                  {visit::f("change_note"), Value(u"添丁"_s)}},
                       .householdChanges = {{kPeople, Value(4)}},
                       .memberChanges = {}};
        VisitService visits(site.session());
        FFP_VERIFY(visits.add(visit));
        QCOMPARE(visits.listOf(site.home).value().size(), size_t(1));
        FFP_VERIFY(site.undo().undo());
        QCOMPARE(visits.listOf(site.home).value().size(), size_t(0));
        QVERIFY(site.now(kPeople).isBlank());
        FFP_VERIFY(site.undo().redo());
        QCOMPARE(visits.listOf(site.home).value().size(), size_t(1));
        QCOMPARE(site.now(kPeople).toInt(), 4);
        QVERIFY(site.equalsLog());
    }

    void aCheckRunGoesAsAWhole()
    {
        UndoSite site;
        const auto first = site.check({2026, 11});
        FFP_VERIFY(first);
        QVERIFY(first->opened > 0);
        const CheckService check(site.session());
        FFP_VERIFY(site.undo().undo());
        QVERIFY(check.alerts({}).value().empty());
        FFP_VERIFY(site.undo().redo());
        QCOMPARE(qint64(check.alerts({}).value().size()), first->opened);
        // Taken back, it was not run: the month before may be checked after all.
        FFP_VERIFY_ERROR(site.check({2026, 10}), ErrorKind::InvalidArgument);
        FFP_VERIFY(site.undo().undo());
        const auto earlier = site.check({2026, 10});
        FFP_VERIFY(earlier);
        QVERIFY(earlier->opened > 0);
        const auto again = site.check({2026, 11});
        FFP_VERIFY(again);
        QCOMPARE(again->opened, 0);
        QCOMPARE(again->kept, earlier->opened);
        QVERIFY(site.equalsLog());
    }

    void workOnAnAlertForbidsToTakeTheRunBack()
    {
        UndoSite site;
        FFP_VERIFY(site.check({2026, 11}));
        const qint64 run = site.lastChange();
        CheckService check(site.session());
        const RecordId alert = check.alerts({}).value().front().id;
        FFP_VERIFY(check.setDue(alert, QDate(2026, 11, 20)));
        const auto refused = site.undo().undoChange(run);
        FFP_VERIFY_ERROR(refused, ErrorKind::Blocked);
        QCOMPARE(refused.error().args, QStringList{u"flag %1: due"_s.arg(alert.toString())});
        FFP_VERIFY(site.undo().undo()); // the due date
        QVERIFY(!check.alerts({}).value().front().due.isValid());
        FFP_VERIFY(site.undo().undoChange(run));
        QVERIFY(check.alerts({}).value().empty());
    }

    void valuesOfTheOfficeAreForAdministrators()
    {
        UndoSite site;
        FFP_VERIFY(PolicyService(site.session()).setLocalValue(u"red_due_days"_s, u"20"_s, {}));
        const qint64 change = site.lastChange();
        FFP_VERIFY(site.undo().undo());
        QVERIFY(PolicyService(site.session())
                    .pack()
                    .value()
                    .value(u"red_due_days"_s, QDate(2026, 11, 1))
                    .isBlank());
        FFP_VERIFY(site.undo().redo());
        QCOMPARE(
            PolicyService(site.session()).pack().value().value(u"red_due_days"_s, QDate(2026, 11, 1)).toInt(),
            20);
        site.addUser(u"wang"_s, Role::Approver);
        site.signIn(u"wang"_s);
        FFP_VERIFY_ERROR(site.undo().undoChange(change), ErrorKind::NotAllowed);
    }
};

QTEST_GUILESS_MAIN(TestUndoService)
#include "tst_undoservice.moc"
