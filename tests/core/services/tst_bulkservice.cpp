// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/services/bulkservice.h"
#include "core/services/undoservice.h"
#include "core/services/userservice.h"
#include "tests/support/family.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Three households, of which the last one has left the register.
struct BulkSite : FamilySite {
    BulkSite()
    {
        for (const char16_t *name : {u"朱甲:head:M", u"田甲:head:M", u"周甲:head:M"})
            homes.push_back(household(u"000%1"_s.arg(homes.size() + 1), QString::fromUtf16(name)));
        if (!changes().voidHousehold(homes[2], u"录错"_s))
            qFatal("void");
    }
    BulkService bulk() { return BulkService(session()); }
    QString helpers(size_t home)
    {
        const auto detail = registry().household(homes[home]);
        QStringList out;
        for (const Record &line : detail.value().assignments)
            out << line[assignment::f("name")].toText() + u' ' + line[assignment::f("started_on")].toText()
                       + u'~' + line[assignment::f("ended_on")].toText();
        return out.join(u"; "_s);
    }
    static QString left(const BulkOutcome &outcome)
    {
        QStringList out;
        for (const BulkLeft &one : outcome.left)
            out << one.number + u' ' + one.headName + u' ' + one.why;
        return out.join(u"; "_s);
    }
    std::vector<RecordId> homes;
    SilentProgress progress;
};

FieldValues helper(const QString &name, const QString &from)
{
    return {{assignment::f("role"), Value(u"helper"_s)},
            {assignment::f("name"), Value(name)},
            {assignment::f("started_on"), Value(from)}};
}

} // namespace

class TestBulkService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void helperIsAssignedFromADayOn()
    {
        BulkSite site;
        const auto first = site.bulk().assign(std::span(site.homes).first(1),
                                              helper(u"王帮"_s, u"2026-03-01"_s), {}, BulkMode::Write,
                                              site.progress);
        FFP_VERIFY(first);
        QCOMPARE(first->done, 1);
        const auto second = site.bulk().assign(site.homes, helper(u"李帮"_s, u"2026-10-01"_s), u"moved"_s,
                                               BulkMode::Write, site.progress);
        FFP_VERIFY(second);
        QCOMPARE(second->done, 2);
        QCOMPARE(BulkSite::left(*second), u"0003  members_of_void"_s);
        QCOMPARE(site.helpers(0), u"李帮 2026-10-01~; 王帮 2026-03-01~2026-10-01"_s);
        QCOMPARE(site.helpers(1), u"李帮 2026-10-01~"_s);
        const auto again = site.bulk().assign(site.homes, helper(u"李帮"_s, u"2026-10-02"_s), {},
                                              BulkMode::Write, site.progress);
        FFP_VERIFY(again);
        QCOMPARE(again->done, 0);
        QCOMPARE(again->change, 0); // nothing done, nothing written
        QCOMPARE(BulkSite::left(*again),
                 u"0001 朱甲 has_helper; 0002 田甲 has_helper; 0003  members_of_void"_s);
        // The whole batch is one step back.
        FFP_VERIFY(UndoService(site.session()).undo());
        QCOMPARE(site.helpers(0), u"王帮 2026-03-01~"_s);
        QCOMPARE(site.helpers(1), QString());
    }
    /// Another role is another duty.
    void helperOfAnotherRoleStays()
    {
        BulkSite site;
        FieldValues liaison = helper(u"王帮"_s, u"2026-03-01"_s);
        liaison[0].second = Value(u"liaison"_s);
        for (const FieldValues &one : {liaison, helper(u"李帮"_s, u"2026-10-01"_s)})
            FFP_VERIFY(
                site.bulk().assign(std::span(site.homes).first(1), one, {}, BulkMode::Write, site.progress));
        QCOMPARE(site.helpers(0), u"李帮 2026-10-01~; 王帮 2026-03-01~"_s);
    }
    void previewWritesNothing()
    {
        BulkSite site;
        const QString before = wholeRegister(site.session());
        const auto preview = site.bulk().assign(site.homes, helper(u"李帮"_s, u"2026-10-01"_s), {},
                                                BulkMode::Preview, site.progress);
        FFP_VERIFY(preview);
        QCOMPARE(preview->done, 2);
        QCOMPARE(preview->left.size(), size_t(1));
        QCOMPARE(preview->change, 0);
        QCOMPARE(wholeRegister(site.session()), before);
    }
    void whatIsWrongForAllIsRefused()
    {
        BulkSite site;
        const QString before = wholeRegister(site.session());
        const auto assign = [&](const FieldValues &values, const QString &reason) {
            return site.bulk().assign(site.homes, values, reason, BulkMode::Write, site.progress);
        };
        FFP_VERIFY_ERROR(assign(helper({}, u"2026-10-01"_s), {}), ErrorKind::InvalidValue);
        FFP_VERIFY_ERROR(assign({}, {}), ErrorKind::InvalidValue);
        FFP_VERIFY_ERROR(assign(helper(u"李帮"_s, u"2026-02-30"_s), {}), ErrorKind::InvalidValue);
        FFP_VERIFY_ERROR(assign(helper(u"李帮"_s, u"2026-10-01"_s), u"bored"_s), ErrorKind::InvalidValue);
        QCOMPARE(wholeRegister(site.session()), before);
    }
    void viewersMayNot()
    {
        BulkSite site;
        FFP_VERIFY(UserService(site.session()).add(u"look"_s, u"看"_s, Role::Viewer, u"Xiu-hua-2026"_s));
        site.close();
        FFP_VERIFY(site.open(u"look"_s, u"Xiu-hua-2026"_s));
        FFP_VERIFY_ERROR(site.bulk().assign(site.homes, helper(u"李帮"_s, u"2026-10-01"_s), {},
                                            BulkMode::Write, site.progress),
                         ErrorKind::NotAllowed);
    }
    void cancelledIsNothing()
    {
        struct Stop : SilentProgress {
            bool cancelled() const override { return true; }
        } stop;
        BulkSite site;
        const QString before = wholeRegister(site.session());
        FFP_VERIFY_ERROR(site.bulk().assign(site.homes, helper(u"李帮"_s, u"2026-10-01"_s), {},
                                            BulkMode::Write, stop),
                         ErrorKind::Cancelled);
        QCOMPARE(wholeRegister(site.session()), before);
    }

    void valuesAreSet()
    {
        BulkSite site;
        const FieldValues group{{household::f("villager_group"), Value(u"三组"_s)}};
        FFP_VERIFY(site.registry().edit(site.homes[1], group, {}));
        const auto done = site.bulk().set(site.homes, group, u"村民组调整"_s, BulkMode::Write, site.progress);
        FFP_VERIFY(done);
        QCOMPARE(done->done, 1);
        QCOMPARE(BulkSite::left(*done), u"0002 田甲 same_value; 0003  members_of_void"_s);
        QCOMPARE(site.record(site.homes[0])[household::f("villager_group")].toText(), u"三组"_s);
        FFP_VERIFY_ERROR(site.bulk().set(site.homes, {{household::f("data_date"), Value(u"2026-13-01"_s)}},
                                         {}, BulkMode::Write, site.progress),
                         ErrorKind::InvalidValue);
    }

    void visitsAreEnteredOnceADay()
    {
        BulkSite site;
        const FieldValues values{{visit::f("visited_on"), Value(u"2026-10-20"_s)},
                                 {visit::f("mode"), Value(u"home"_s)},
                                 {visit::f("people"), Value(QStringList{u"王驻村"_s})}};
        const auto done = site.bulk().visit(std::span(site.homes).first(1), values, BulkMode::Write,
                                            site.progress);
        FFP_VERIFY(done);
        QCOMPARE(done->done, 1);
        const auto again = site.bulk().visit(site.homes, values, BulkMode::Write, site.progress);
        FFP_VERIFY(again);
        QCOMPARE(again->done, 1);
        QCOMPARE(BulkSite::left(*again), u"0001 朱甲 second_visit; 0003  members_of_void"_s);
        const auto detail = site.registry().household(site.homes[1]);
        FFP_VERIFY(detail);
        QCOMPARE(detail->visits.size(), size_t(1));
        QCOMPARE(detail->visits[0][visit::f("changes")].toList(), QStringList{u"none"_s});
        FieldValues tomorrow = values;
        tomorrow[0].second = Value(u"2026-11-02"_s);
        FFP_VERIFY_ERROR(site.bulk().visit(site.homes, tomorrow, BulkMode::Write, site.progress),
                         ErrorKind::InvalidValue);
    }

    void unknownHouseholdIsTold()
    {
        BulkSite site;
        const std::vector<RecordId> nobody{RecordId::fromString(u"0123456789abcdef0123456789abcdef"_s)};
        const auto done = site.bulk().set(nobody, {{household::f("villager_group"), Value(u"三组"_s)}}, {},
                                          BulkMode::Write, site.progress);
        FFP_VERIFY(done);
        QCOMPARE(BulkSite::left(*done), u"  not_found"_s);
    }
};

QTEST_MAIN(TestBulkService)
#include "tst_bulkservice.moc"
