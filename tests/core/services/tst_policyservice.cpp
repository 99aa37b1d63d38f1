// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/policyservice.h"
#include "core/services/userservice.h"

#include "core/db/query.h"
#include "core/domain/fields/settingfields.h"
#include "core/log/logcipher.h"
#include "core/log/transact.h"
#include "tests/support/rulefixture.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

class TestPolicyService : public QObject
{
    Q_OBJECT

    static Value value(Session &session, const char *id)
    {
        const auto pack = PolicyService(session).pack();
        if (!pack)
            qFatal("%s", errorCode(pack.error().kind));
        return pack->value(QLatin1String(id), QDate(2026, 10, 31));
    }
    /// A setting as another office would have made it: a site writes in its own area only, so the row is
    /// moved.
    static void foreign(Session &session, const char *where, const QString &key, const QString &text)
    {
        const auto done = session.log().transact(
            {"test", session.user().id, {}, {}, true, 0}, [&](ChangeWriter &w) -> Result<> {
                FFP_ASSIGN(const RecordId made,
                           w.create(Entity::Setting, session.site().area,
                                    {{setting::f("key"), Value(key)}, {setting::f("value"), Value(text)}}));
                return execute(session.database(), u"UPDATE setting SET area = ? WHERE rid = ?"_s,
                               area(where), w.rid(made));
            });
        if (!done)
            qFatal("setting: %s", qPrintable(done.error().detail));
    }

private Q_SLOTS:
    void valuesAreLaidOverThePack()
    {
        TestSite site;
        PolicyService policy(site.session());
        QVERIFY(value(site.session(), "red_due_days").isBlank());
        FFP_VERIFY(policy.setLocalValue(u"red_due_days"_s, u" 15 "_s, u"镇里规定"_s));
        QCOMPARE(value(site.session(), "red_due_days").toInt(), 15);
        FFP_VERIFY(policy.setLocalValue(u"red_due_days"_s, u"10"_s, {}));
        QCOMPARE(value(site.session(), "red_due_days").toInt(), 10);
        FFP_VERIFY(policy.setLocalValue(u"RF-03.factor"_s, QString(), {})); // blank on purpose
        const auto pack = policy.pack();
        FFP_VERIFY(pack);
        QVERIFY(pack->ruleValues(*pack->rule(u"RF-03"_s), QDate(2026, 10, 31)).at(u"factor"_s).isBlank());
        FFP_VERIFY(policy.dropLocalValue(u"red_due_days"_s));
        QVERIFY(value(site.session(), "red_due_days").isBlank());
        FFP_VERIFY_ERROR(policy.dropLocalValue(u"red_due_days"_s), ErrorKind::NotFound);
        FFP_VERIFY(policy.setLocalValue(u"red_due_days"_s, u"7"_s, {})); // and again
        QCOMPARE(value(site.session(), "red_due_days").toInt(), 7);
    }

    void whatThePolicyFixesIsRefused()
    {
        TestSite site;
        PolicyService policy(site.session());
        FFP_VERIFY_ERROR(policy.setLocalValue(u"income_line"_s, u"6000"_s, {}), ErrorKind::RuleBroken);
        FFP_VERIFY_ERROR(policy.setLocalValue(u"red_due_days"_s, u"soon"_s, {}), ErrorKind::InvalidValue);
        FFP_VERIFY_ERROR(policy.setLocalValue(u"no_such"_s, u"1"_s, {}), ErrorKind::NotFound);
        QCOMPARE(value(site.session(), "income_line").toInt(), 500000);
    }

    void theNearestOfficeCounts()
    {
        TestSite site;
        foreign(site.session(), kTownship, u"policy.anhui-2020.red_due_days"_s, u"20"_s);
        foreign(site.session(), "341323000000", u"policy.anhui-2020.red_due_days"_s, u"30"_s);
        foreign(site.session(), kOtherVillage, u"policy.anhui-2020.red_due_days"_s,
                u"5"_s); // of a village under it
        foreign(site.session(), "341323000000", u"policy.anhui-2020.filing_due_days"_s, u"5"_s);
        foreign(site.session(), "341323000000", u"policy.national-2021.filing_due_days"_s, u"6"_s);
        foreign(site.session(), "341323000000", u"policy.anhui-2020.gone_with_an_older_version"_s, u"6"_s);
        QCOMPARE(value(site.session(), "red_due_days").toInt(), 20);
        QCOMPARE(value(site.session(), "filing_due_days").toInt(), 5);
        // A stored value that is none is said, not passed over.
        foreign(site.session(), kTownship, u"policy.anhui-2020.filing_due_days"_s, u"soon"_s);
        FFP_VERIFY_ERROR(PolicyService(site.session()).pack(), ErrorKind::InvalidValue);
    }

    void administratorsOnly()
    {
        TestSite site;
        FFP_VERIFY(UserService(site.session()).add(u"other"_s, u"试丙"_s, Role::Approver, u"Xiu-hua-2026"_s));
        site.close();
        FFP_VERIFY(site.open(u"other"_s, u"Xiu-hua-2026"_s));
        PolicyService policy(site.session());
        FFP_VERIFY_ERROR(policy.setLocalValue(u"red_due_days"_s, u"15"_s, {}), ErrorKind::NotAllowed);
        FFP_VERIFY_ERROR(policy.dropLocalValue(u"red_due_days"_s), ErrorKind::NotAllowed);
        FFP_VERIFY(policy.pack());
    }
};

QTEST_GUILESS_MAIN(TestPolicyService)
#include "tst_policyservice.moc"
