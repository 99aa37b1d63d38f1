// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importservice.h"

#include "core/domain/fields/memberfields.h"
#include "core/services/maintenanceservice.h"
#include "core/services/registryservice.h"
#include "core/services/userservice.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kList = QStringLiteral(FFP_TEST_DATA "/workbooks/list.xls");

qint64 households(Session &session)
{
    const auto ids = RegistryService(session).householdIds({});
    return ids ? qint64(ids->size()) : -1;
}

} // namespace

class TestImportService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importAndUndo()
    {
        TestSite site;
        SilentProgress progress;
        ImportService imports(site.session());
        const auto preview = imports.preview({kList}, {}, progress);
        FFP_VERIFY(preview);
        QCOMPARE(preview->size(), 1);
        QCOMPARE(preview->front().members.fresh, 5);
        QCOMPARE(households(site.session()), 0);
        const auto done = imports.apply(progress);
        FFP_VERIFY(done);
        QVERIFY(done->batch > 0);
        QVERIFY(done->report.isEmpty());
        QCOMPARE(households(site.session()), 2);
        // A copy of how it was before, and one only: the second time nothing is written.
        QCOMPARE(MaintenanceService(site.session()).automaticBackups().size(), 1);
        FFP_VERIFY(imports.preview({kList}, {}, progress));
        const auto again = imports.apply(progress);
        FFP_VERIFY(again);
        QCOMPARE(again->batch, 0);
        QCOMPARE(MaintenanceService(site.session()).automaticBackups().size(), 1);
        const auto checked = MaintenanceService(site.session()).verify(true, progress);
        FFP_VERIFY(checked);
        QVERIFY(checked->ok);

        FFP_VERIFY_ERROR(imports.undo(done->batch + 1), ErrorKind::NotFound);
        FFP_VERIFY(imports.undo(done->batch));
        QCOMPARE(households(site.session()), 0);
        FFP_VERIFY_ERROR(imports.undo(done->batch), ErrorKind::Blocked);
        // The undo is a change, but no import.
        FFP_VERIFY_ERROR(imports.undo(done->batch + 1), ErrorKind::NotFound);
    }

    void undoNamesNewerFacts()
    {
        TestSite site;
        SilentProgress progress;
        ImportService imports(site.session());
        FFP_VERIFY(imports.preview({kList}, {}, progress));
        const auto done = imports.apply(progress);
        FFP_VERIFY(done);
        RegistryService registry(site.session());
        const auto household = registry.findHousehold(u"3413231149000001"_s);
        FFP_VERIFY(household);
        FFP_VERIFY(registry.addMember(*household, {{member::f("name"), Value(u"张小三"_s)},
                                                   {member::f("relation"), Value(u"son"_s)}}));
        const auto undone = imports.undo(done->batch);
        FFP_VERIFY_ERROR(undone, ErrorKind::Blocked);
        QVERIFY(!undone.error().args.isEmpty());
        QCOMPARE(households(site.session()), 2);
    }

    void anothersImportIsForAdministrators()
    {
        TestSite site;
        SilentProgress progress;
        FFP_VERIFY(UserService(site.session()).add(u"填报"_s, u"赵填报"_s, Role::Reporter, u"Yuji-tian-8"_s));
        const auto importAs = [&](const QString &user, const QString &password) -> Result<qint64> {
            site.close();
            FFP_TRY(site.open(user, password));
            ImportService imports(site.session());
            FFP_TRY(imports.preview({kList}, {}, progress));
            FFP_ASSIGN(const ImportResult done, imports.apply(progress));
            return done.batch;
        };
        const auto byAdmin = importAs(u"admin"_s, kAdminPassword);
        FFP_VERIFY(byAdmin);
        site.close();
        FFP_VERIFY(site.open(u"填报"_s, u"Yuji-tian-8"_s));
        FFP_VERIFY_ERROR(ImportService(site.session()).undo(*byAdmin), ErrorKind::NotAllowed);
        QCOMPARE(households(site.session()), 2);
        site.close();
        FFP_VERIFY(site.open());
        FFP_VERIFY(ImportService(site.session()).undo(*byAdmin));
        // One's own, and the administrator takes back that of others.
        for (const bool own : {true, false}) {
            const auto batch = importAs(u"填报"_s, u"Yuji-tian-8"_s);
            FFP_VERIFY(batch);
            QCOMPARE(households(site.session()), 2);
            if (!own) {
                site.close();
                FFP_VERIFY(site.open());
            }
            FFP_VERIFY(ImportService(site.session()).undo(*batch));
            QCOMPARE(households(site.session()), 0);
        }
    }

    void whoMay()
    {
        TestSite site;
        SilentProgress progress;
        FFP_VERIFY(UserService(site.session()).add(u"看看"_s, u"李查看"_s, Role::Viewer, u"Yuji-tian-8"_s));
        qint64 batch = 0;
        {
            ImportService imports(site.session());
            FFP_VERIFY(imports.preview({kList}, {}, progress));
            const auto done = imports.apply(progress);
            FFP_VERIFY(done);
            batch = done->batch;
        }
        site.close();
        FFP_VERIFY(site.open(u"看看"_s, u"Yuji-tian-8"_s));
        ImportService imports(site.session());
        FFP_VERIFY(imports.preview({kList}, {}, progress));
        FFP_VERIFY_ERROR(imports.apply(progress), ErrorKind::NotAllowed);
        FFP_VERIFY_ERROR(imports.undo(batch), ErrorKind::NotAllowed);
        QCOMPARE(households(site.session()), 2);
        site.session().lock();
        FFP_VERIFY_ERROR(imports.preview({kList}, {}, progress), ErrorKind::Locked);
    }
};

QTEST_GUILESS_MAIN(TestImportService)
#include "tst_importservice.moc"
