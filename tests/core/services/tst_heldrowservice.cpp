// SPDX-License-Identifier: GPL-3.0-or-later
// Rows set aside that somebody leaves out for good, and what later imports make of that.
#include "core/domain/fields/householdfields.h"
#include "core/services/heldrowservice.h"
#include "core/services/importservice.h"
#include "core/services/registryservice.h"
#include "core/services/undoservice.h"
#include "core/services/userservice.h"
#include "tests/support/importfixture.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kReason = u"外地户，不再核对"_s;

/// A township after the import of a list with two rows that nobody can use.
struct Office {
    Office()
    {
        path = writeFile(site.dir().path(), u"名单.csv"_s, file());
        take(path);
    }
    static QByteArray file()
    {
        return smallList() + "虞姬镇,田万村,3413231149000003,周七,341323197503039070,户主,1,脱贫户,\n"
               + "虞姬镇,田万村,3413231149000004,吴八,341323197503039071,户主,1,脱贫户,\n";
    }
    FilePreview take(const QString &file)
    {
        SilentProgress progress;
        ImportService import(site.session());
        if (!import.preview({file}, {}, progress))
            qFatal("preview of %s", qPrintable(file));
        const auto done = import.apply(progress);
        if (!done)
            qFatal("%s: %s", qPrintable(file), errorCode(done.error().kind));
        return done->files.front();
    }
    /// The file with another identity number of 周七.
    FilePreview takeWithNumber(const QByteArray &number)
    {
        return take(writeFile(site.dir().path(), u"改.csv"_s, file().replace("341323197503039070", number)));
    }
    HeldRowService held() { return HeldRowService(site.session()); }
    std::vector<HeldRow> list()
    {
        const auto rows = held().list();
        if (!rows)
            qFatal("list: %s", errorCode(rows.error().kind));
        return *rows;
    }
    Result<ChangeSummary> dismiss(const QString &name, const QString &reason = kReason)
    {
        for (const HeldRow &row : list())
            if (row.name == name)
                return held().dismiss(std::array{row.id}, reason);
        qFatal("no row of %s", qPrintable(name));
    }
    QStringList names()
    {
        QStringList out;
        for (const HeldRow &row : list())
            out << row.name;
        return out;
    }

    TestSite site;
    QString path;
};

} // namespace

class TestHeldRowService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreListed()
    {
        Office office;
        const std::vector<HeldRow> rows = office.list();
        QCOMPARE(rows.size(), size_t(2));
        QCOMPARE(rows[0].name, u"周七"_s);
        QCOMPARE(rows[0].row, 8);
        QCOMPARE(rows[0].file, u"名单.csv"_s);
        QCOMPARE(rows[0].kind, u"registered"_s);
        QCOMPARE(rows[0].householdNo, u"3413231149000003"_s);
        QCOMPARE(rows[0].importedOn, office.site.clock.today());
        QCOMPARE(rows[0].reasons, QStringList{u"id_check_digit"_s});
        QCOMPARE(office.held().count().value_or(-1), 2);
    }
    /// It is gone from the list, the other one stays, and the same file brings it back no more.
    void dismissedStaysAway()
    {
        Office office;
        FFP_VERIFY(office.dismiss(u"周七"_s));
        QCOMPARE(office.names(), QStringList{u"吴八"_s});
        const FilePreview again = office.take(office.path);
        QCOMPARE(again.setAside, 1);
        QCOMPARE(again.batch, 0);
        QVERIFY(has(again, u"dismissed_before"_s, 8));
        QVERIFY(!has(again, u"id_check_digit"_s, 8));
        QVERIFY(has(again, u"id_check_digit"_s, 9));
        QCOMPARE(office.names(), QStringList{u"吴八"_s});
    }
    /// Another content is another row: what is wrong with it was not dismissed.
    void changedRowIsSetAsideAgain()
    {
        Office office;
        FFP_VERIFY(office.dismiss(u"周七"_s));
        const FilePreview again = office.takeWithNumber("341323197503039072");
        QCOMPARE(again.setAside, 2);
        QCOMPARE(office.names().count(u"周七"_s), 1);
    }
    /// Once it is in order it is taken in like any row.
    void correctedRowIsTakenIn()
    {
        Office office;
        FFP_VERIFY(office.dismiss(u"周七"_s));
        const FilePreview again = office.takeWithNumber("341323197503039073");
        QCOMPARE(again.imported, 1);
        QCOMPARE(RegistryService(office.site.session()).householdIds({}).value().size(), size_t(3));
    }
    void dismissalIsUndone()
    {
        Office office;
        FFP_VERIFY(office.dismiss(u"周七"_s));
        UndoService undo(office.site.session());
        const auto next = undo.nextUndo();
        FFP_VERIFY(next);
        QCOMPARE((*next)->verb, u"import.dismiss"_s);
        QCOMPARE((*next)->note, kReason);
        FFP_VERIFY(undo.undo());
        QCOMPARE(office.names().size(), 2);
        QCOMPARE(office.take(office.path).setAside, 2);
        FFP_VERIFY(undo.redo());
        QCOMPARE(office.names(), QStringList{u"吴八"_s});
    }
    void severalAreOneChange()
    {
        Office office;
        std::vector<RecordId> ids;
        for (const HeldRow &row : office.list())
            ids.push_back(row.id);
        const auto done = office.held().dismiss(ids, kReason);
        FFP_VERIFY(done);
        QCOMPARE(done->edited, 2);
        QVERIFY(office.list().empty());
        FFP_VERIFY(UndoService(office.site.session()).undo());
        QCOMPARE(office.list().size(), size_t(2));
    }
    void whatCannotBeDismissed()
    {
        Office office;
        FFP_VERIFY_ERROR(office.dismiss(u"周七"_s, u"  "_s), ErrorKind::InvalidValue);
        const RecordId id = office.list().front().id;
        const RecordId household = addRecord(office.site.session(), Entity::Household,
                                             {{household::f("household_no"), Value(u"3413231149000009"_s)}});
        // All or nothing: the first one stays, too.
        FFP_VERIFY_ERROR(office.held().dismiss(std::array{id, household}, kReason), ErrorKind::NotFound);
        QCOMPARE(office.list().size(), size_t(2));
        FFP_VERIFY(office.held().dismiss(std::array{id}, kReason));
        FFP_VERIFY_ERROR(office.held().dismiss(std::array{id}, kReason), ErrorKind::Conflict);
    }
    void viewersMayNot()
    {
        Office office;
        FFP_VERIFY(UserService(office.site.session()).add(u"kan"_s, u"看客"_s, Role::Viewer, kAdminPassword));
        office.site.close();
        FFP_VERIFY(office.site.open(u"kan"_s));
        QCOMPARE(office.list().size(), size_t(2));
        FFP_VERIFY_ERROR(office.dismiss(u"周七"_s), ErrorKind::NotAllowed);
    }
};

QTEST_GUILESS_MAIN(TestHeldRowService)
#include "tst_heldrowservice.moc"
