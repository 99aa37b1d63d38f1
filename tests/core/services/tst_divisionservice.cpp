// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/divisionservice.h"

#include "core/log/transact.h"
#include "core/services/maintenanceservice.h"
#include "core/services/searchservice.h"
#include "core/services/undoservice.h"
#include "core/services/userservice.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;
using Origin = DivisionLine::Origin;

namespace {

AreaCode area(QStringView code)
{
    return AreaCode::fromString(code);
}

const AreaCode kJinshui = area(u"410105000000");
const AreaCode kYuji = area(u"341323114000");

QByteArray henan(const QByteArray &more = {})
{
    return "code,level,name,parent_code\n"
           "410000000000,province,河南省,\n"
           "410100000000,city,郑州市,410000000000\n"
           "410105000000,county,金水区,410100000000\n"
           "410105001000,township,经八路街道办事处,410105000000\n"
           "410105001001,village,甲社区居委会,410105001000\n"
           + more;
}

/// The same text in GB18030, of the signs that it has.
QByteArray gb18030OfHenan()
{
    return "code,level,name,parent_code\n410000000000,province,\xba\xd3\xc4\xcf\xca\xa1,\n";
}

QString fileWith(TestSite &site, const QByteArray &bytes)
{
    QFile file(site.dir().filePath(u"divisions.csv"_s));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
        qFatal("cannot write the file of the test");
    return file.fileName();
}

Result<DivisionImport> importBytes(TestSite &site, const QByteArray &bytes)
{
    SilentProgress progress;
    return DivisionService(site.session()).importFile(fileWith(site, bytes), progress);
}

/// Cancelled from the beginning.
SilentProgress &cancelledProgress()
{
    static SilentProgress progress;
    progress.cancel();
    return progress;
}

} // namespace

class TestDivisionService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anotherProvinceStaysWithTheSite()
    {
        TestSite site;
        QVERIFY(!site.session().divisions().contains(kJinshui));
        const DivisionTable &before = site.session().divisions();
        const auto done = importBytes(site, henan());
        FFP_VERIFY(done);
        QCOMPARE(done->rows, 5);
        QCOMPARE(done->added, 5);
        QCOMPARE(site.session().divisions().fullName(kJinshui), u"河南省郑州市金水区"_s);
        QVERIFY(site.session().divisions().contains(kYuji)); // the program's own stay
        QVERIFY(!before.contains(kJinshui));                 // whoever read the old table still can
        site.close();
        FFP_VERIFY(site.open());
        QCOMPARE(site.session().divisions().name(kJinshui), u"金水区"_s);
        const auto again = importBytes(site, henan());
        FFP_VERIFY(again);
        QCOMPARE(again->added + again->changed, 0);
        QCOMPARE(again->unchanged, 5);
    }

    void aNewNameReplacesTheOldOne()
    {
        TestSite site;
        FFP_VERIFY(importBytes(site, henan()));
        const auto done = importBytes(site, henan().replace("金水区", "金河区"));
        FFP_VERIFY(done);
        QCOMPARE(done->changed, 1);
        QCOMPARE(site.session().divisions().name(kJinshui), u"金河区"_s);
        // One of the program's own, too; its parents are in the program's table only.
        FFP_VERIFY(importBytes(site, "code,level,name,parent_code\n"
                                     "341323114000,township,新虞姬镇,341323000000\n"));
        QCOMPARE(site.session().divisions().name(kYuji), u"新虞姬镇"_s);
    }

    void encodings_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("UTF-8") << "code,level,name,parent_code\n410000000000,province,河南省,\n"_ba;
        QTest::newRow("mark") << "\xef\xbb\xbf"
                                 "code,level,name,parent_code\r\n410000000000,province,河南省,\r\n"_ba;
        QTest::newRow("GB18030") << gb18030OfHenan();
    }
    void encodings()
    {
        QFETCH(const QByteArray, bytes);
        TestSite site;
        FFP_VERIFY(importBytes(site, bytes));
        QCOMPARE(site.session().divisions().name(area(u"410000000000")), u"河南省"_s);
    }

    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("kind");
        const auto row = [](const char *name, const QByteArray &bytes, ErrorKind kind) {
            QTest::newRow(name) << bytes << int(kind);
        };
        row("empty", {}, ErrorKind::MissingColumn);
        row("half a sign", gb18030OfHenan().chopped(4) + "\xff\xff,\n", ErrorKind::WrongEncoding);
        row("cut inside a sign", henan("410105001002,village,\xe4\xb9"), ErrorKind::WrongEncoding);
        row("NUL", henan(QByteArray("\0\0", 2)), ErrorKind::NotAWorkbook);
        row("no parent_code", "code,level,name\n410000000000,province,河南省\n", ErrorKind::MissingColumn);
        row("header only", "code,level,name,parent_code\n", ErrorKind::InvalidValue);
    }
    void badFiles()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const int, kind);
        TestSite site;
        const auto refused = importBytes(site, bytes);
        QVERIFY(!refused);
        QCOMPARE(errorCode(refused.error().kind), errorCode(ErrorKind(kind)));
        QCOMPARE(&site.session().divisions(), &DivisionTable::shipped());
    }

    void oneBadRowRefusesTheFile_data()
    {
        QTest::addColumn<QByteArray>("line"); // the 7th
        QTest::addColumn<QString>("why");
        QTest::newRow("11 digits") << "41010500100,village,乙村,410105001000\n"_ba
                                   << u"code is not 12 digits"_s;
        QTest::newRow("13 digits") << "4101050010020,village,乙村,410105001000\n"_ba
                                   << u"code is not 12 digits"_s;
        QTest::newRow("no name") << "410105001002,village,,410105001000\n"_ba
                                 << u"name is empty or too long"_s;
        QTest::newRow("a name of blanks")
            << "410105001002,village,\"　 \",410105001000\n"_ba << u"name is empty or too long"_s;
        QTest::newRow("parent nowhere")
            << "410106001000,township,乙镇,410106000000\n"_ba << u"parent is not in the file"_s;
        QTest::newRow("twice") << "410105001001,village,乙村,410105001000\n"_ba << u"code occurs twice"_s;
    }
    void oneBadRowRefusesTheFile()
    {
        QFETCH(const QByteArray, line);
        QFETCH(const QString, why);
        TestSite site;
        const auto refused = importBytes(site, henan(line));
        FFP_VERIFY_ERROR(refused, ErrorKind::InvalidValue);
        QCOMPARE(refused.error().args, QStringList{u"row 7: "_s + why});
        QVERIFY(!site.session().divisions().contains(kJinshui));
    }

    void cancelledWritesNothing()
    {
        TestSite site;
        const QString path = fileWith(site, henan());
        FFP_VERIFY_ERROR(DivisionService(site.session()).importFile(path, cancelledProgress()),
                         ErrorKind::Cancelled);
        QVERIFY(!site.session().divisions().contains(kJinshui));
    }

    void noSuchFile()
    {
        TestSite site;
        SilentProgress progress;
        FFP_VERIFY_ERROR(DivisionService(site.session())
                             .importFile(site.dir().filePath(u"no.csv"_s), progress),
                         ErrorKind::FileUnreadable);
    }

    void aVillageIsAdded()
    {
        TestSite site;
        DivisionService service(site.session());
        QCOMPARE(service.townships(), QList<AreaCode>{kYuji});
        const AreaCode code = service.proposedCode(kYuji);
        QVERIFY(!site.session().divisions().contains(code));
        FFP_VERIFY(service.add(code.toString(), u" 新村 "_s));
        QCOMPARE(site.session().divisions().fullName(code, AreaLevel::Township), u"虞姬镇新村"_s);
        QVERIFY(service.proposedCode(kYuji) != code);
        const auto match = site.session().divisions().match(kYuji, AreaLevel::Village, u"新村");
        QCOMPARE(match.code, code); // what an import looks up
        const auto lines = service.list(kYuji);
        FFP_VERIFY(lines);
        QCOMPARE(qsizetype(lines->size()), 11);
        for (const DivisionLine &line : *lines)
            QCOMPARE(line.origin, line.code == code ? Origin::Local : Origin::Shipped);
        FFP_VERIFY_ERROR(service.list(kJinshui), ErrorKind::NotFound);
    }

    void refusedVillages_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *title, const QString &code, const QString &name, ErrorKind kind,
                            const QString &why = {}) {
            QTest::newRow(title) << code << name << int(kind) << why;
        };
        const QString free = u"341323114399"_s;
        row("11 digits", u"34132311439"_s, u"新村"_s, ErrorKind::InvalidValue, u"division_code"_s);
        row("letters", u"34132311439x"_s, u"新村"_s, ErrorKind::InvalidValue, u"division_code"_s);
        row("township", u"341323999000"_s, u"新镇"_s, ErrorKind::InvalidValue, u"division_level"_s);
        row("no name", free, u" 　"_s, ErrorKind::InvalidValue, u"required"_s);
        row("61 letters", free, QString(61, u'村'), ErrorKind::InvalidValue, u"too_long"_s);
        row("next township", u"341323115399"_s, u"新村"_s, ErrorKind::NotAllowed);
        row("taken", u"341323114201"_s, u"新村"_s, ErrorKind::AlreadyExists);
    }
    void refusedVillages()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, name);
        QFETCH(const int, kind);
        QFETCH(const QString, why);
        TestSite site;
        const auto refused = DivisionService(site.session()).add(code, name);
        QVERIFY(!refused);
        QCOMPARE(errorCode(refused.error().kind), errorCode(ErrorKind(kind)));
        QCOMPARE(refused.error().args.value(0), why);
        QCOMPARE(&site.session().divisions(), &DivisionTable::shipped());
    }

    void theLongestNameIsAccepted()
    {
        TestSite site;
        FFP_VERIFY(DivisionService(site.session()).add(u"341323114399"_s, QString(60, u'村')));
    }

    void aTownshipMustBeKnown()
    {
        TestSite site(AreaLevel::County, "341323000000");
        const auto refused = DivisionService(site.session()).add(u"341323999201"_s, u"新村"_s);
        FFP_VERIFY_ERROR(refused, ErrorKind::InvalidValue);
        QCOMPARE(refused.error().args, QStringList{u"division_parent"_s});
        FFP_VERIFY(DivisionService(site.session()).add(u"341323114399"_s, u"新村"_s));
    }

    void administratorsOnly()
    {
        TestSite site;
        FFP_VERIFY(UserService(site.session()).add(u"li"_s, u"李"_s, Role::Approver, kAdminPassword));
        FFP_VERIFY(DivisionService(site.session()).add(u"341323114398"_s, u"旧村"_s));
        const auto changes = UndoService(site.session()).changes(1);
        FFP_VERIFY(changes);
        site.close();
        FFP_VERIFY(site.open(u"li"_s));
        FFP_VERIFY_ERROR(DivisionService(site.session()).add(u"341323114399"_s, u"新村"_s),
                         ErrorKind::NotAllowed);
        FFP_VERIFY_ERROR(importBytes(site, henan()), ErrorKind::NotAllowed);
        FFP_VERIFY_ERROR(UndoService(site.session()).undoChange(changes->front().change),
                         ErrorKind::NotAllowed);
        QVERIFY(site.session().divisions().contains(area(u"341323114398")));
    }

    void takenBackItIsGone()
    {
        TestSite site;
        FFP_VERIFY(importBytes(site, henan()));
        FFP_VERIFY(UndoService(site.session()).undo());
        QVERIFY(!site.session().divisions().contains(kJinshui));
        FFP_VERIFY(importBytes(site, henan())); // and in again
        QVERIFY(site.session().divisions().contains(kJinshui));
    }

    void itTravelsWithABackup()
    {
        TestSite site;
        FFP_VERIFY(DivisionService(site.session()).add(u"341323114399"_s, u"新村"_s));
        SilentProgress progress;
        const QString copy = site.dir().filePath(u"copy.ffp"_s);
        const QString restored = site.dir().filePath(u"restored.ffp"_s);
        FFP_VERIFY(MaintenanceService(site.session()).backup(copy, progress));
        site.close();
        FFP_VERIFY(MaintenanceService::restore(copy, restored, progress));
        const auto session = Session::open(restored, u"admin"_s, kAdminPassword, site.clock);
        FFP_VERIFY(session);
        QCOMPARE((*session)->divisions().name(area(u"341323114399")), u"新村"_s);
    }

    void theSearchIsBuiltAnew()
    {
        TestSite site;
        SearchService search(site.session());
        QList<bool> taken;
        connect(&site.session().log(), &Log::changed, this, [&](const ChangeSummary &summary) {
            const auto applied = search.apply(summary);
            taken << (applied && *applied);
        });
        FFP_VERIFY(DivisionService(site.session()).add(u"341323114399"_s, u"新村"_s));
        QCOMPARE(taken, QList<bool>{false});
    }

    void aSiteInAnotherProvince()
    {
        TestSite site;
        NewSite wanted = site.newSite();
        wanted.level = AreaLevel::County;
        wanted.area = kJinshui;
        {
            const auto session = createSite(wanted, fileWith(site, henan()), site.clock);
            FFP_VERIFY(session);
            QCOMPARE((*session)->divisions().fullName(kJinshui), u"河南省郑州市金水区"_s);
            QCOMPARE(DivisionService(**session).townships(), QList<AreaCode>{area(u"410105001000")});
            SilentProgress progress;
            const auto report = MaintenanceService(**session).verify(true, progress);
            FFP_VERIFY(report);
            QVERIFY(report->ok);
        }
        const auto again = Session::open(wanted.path, wanted.adminName, wanted.password, site.clock);
        FFP_VERIFY(again);
        QVERIFY((*again)->divisions().contains(kJinshui));
    }

    void aBadFileLeavesNoSite()
    {
        TestSite site;
        NewSite wanted = site.newSite();
        wanted.level = AreaLevel::County;
        wanted.area = kJinshui;
        FFP_VERIFY_ERROR(createSite(wanted, fileWith(site, henan("x\n")), site.clock),
                         ErrorKind::InvalidValue);
        wanted.area = area(u"410106000000"); // in neither table
        FFP_VERIFY_ERROR(createSite(wanted, fileWith(site, henan()), site.clock), ErrorKind::InvalidArgument);
        QVERIFY(!QFile::exists(wanted.path));
        QVERIFY(!QFile::exists(wanted.path + u".new"_s));
    }
};

QTEST_GUILESS_MAIN(TestDivisionService)
#include "tst_divisionservice.moc"
