// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/log/transact.h"
#include "core/services/sidemark.h"
#include "core/services/userservice.h"
#include "core/trust/keyring.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"

#include <QFileInfo>
#include <QSignalSpy>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;
using ffp::test::TestSite;

namespace {

/// Raw SQL as somebody with the sqlite3 shell would do.
Result<> tamper(const QString &path, const QString &sql)
{
    FFP_ASSIGN(const std::unique_ptr<Database> db, Database::open(path, Database::Mode::ReadWrite));
    return execute(*db, sql);
}

RecordId addHousehold(Session &session)
{
    RecordId made;
    const auto done = session.log().transact({"test", session.user().id, {}, {}, true, 0},
                                             [&](ChangeWriter &writer) -> Result<> {
                                                 FFP_ASSIGN(made, writer.create(Entity::Household,
                                                                                AreaCode::fromString(
                                                                                    u"341323114201"),
                                                                                {}));
                                                 return {};
                                             });
    return done ? made : RecordId();
}

bool has(const Session &session, Notice notice)
{
    const auto &notices = session.notices();
    return std::find(notices.begin(), notices.end(), notice) != notices.end();
}

QByteArray fileBytes(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void createAndOpen();
    void refusedNewSites_data();
    void refusedNewSites();
    void failedCreateLeavesNothing();
    void oneFileAfterClose();
    void secondWindowIsRefused();
    void wrongPasswordSlowsDown();
    void slowDownSurvivesRestart();
    void unknownAndDisabledUsers();
    void notOurFiles_data();
    void notOurFiles();
    void newerVersion();
    void damagedFile();
    void damageOfALargeFileIsFoundLater();
    void indexesAreComparedOnceAWeek();
    void lockAndUnlock();
    void roleComesFromTheLog();
    void olderCopyPutInPlace();
    void tailCutOff();
    void copyInAnotherPlace();
    void missingSideFile();
    void forgedSideFile();
    void crashBetweenCommitAndSideFile();
    void clockAhead();
    void accessLog();
};

void TestSession::createAndOpen()
{
    TestSite site;
    Session &session = site.session();
    QCOMPARE(session.site().name, u"虞姬镇扶贫工作站"_s);
    QCOMPARE(session.site().area.toString(), u"341323114000"_s);
    QVERIFY(session.site().level == AreaLevel::Township);
    QCOMPARE(session.site().policy, u"anhui-2020"_s);
    QCOMPARE(session.user().realName, u"王小明"_s);
    QVERIFY(session.user().role == Role::Admin && !session.isLocked() && session.notices().empty());
    const SiteId id = session.site().id;
    const Incarnation inc = session.site().incarnation;
    QVERIFY(!id.isNull() && !inc.isNull());
    const RecordId household = addHousehold(session);
    QVERIFY(!household.isNull());

    FFP_VERIFY(site.open());
    QCOMPARE(site.session().site().id, id);
    QCOMPARE(site.session().site().incarnation, inc);
    QVERIFY(site.session().notices().empty());
    FFP_VERIFY(site.open(u"ADMIN"_s)); // names differ in more than case
    auto users = Session::usersOf(site.path());
    FFP_VERIFY(users);
    QCOMPARE(users->size(), 1U);
    QCOMPARE(users->front().name, u"admin"_s);
}

void TestSession::refusedNewSites_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<int>("kind");
    QTest::newRow("area of another level") << u"area"_s << int(ErrorKind::InvalidArgument);
    QTest::newRow("no name") << u"name"_s << int(ErrorKind::InvalidArgument);
    QTest::newRow("no admin") << u"admin"_s << int(ErrorKind::InvalidArgument);
    QTest::newRow("unknown policy pack") << u"policy"_s << int(ErrorKind::NotFound);
    QTest::newRow("weak password") << u"password"_s << int(ErrorKind::WeakPassword);
    QTest::newRow("taken path") << u"path"_s << int(ErrorKind::AlreadyExists);
}

void TestSession::refusedNewSites()
{
    QFETCH(QString, field);
    QFETCH(int, kind);
    TestSite site;
    NewSite what = site.newSite();
    if (field == u"area")
        what.area = AreaCode::fromString(u"341323114201");
    else if (field == u"name")
        what.name = u" "_s;
    else if (field == u"admin")
        what.adminName.clear();
    else if (field == u"policy")
        what.policy = u"nosuch"_s;
    else if (field == u"password")
        what.password = u"12345678"_s;
    else
        QVERIFY(writeFile(what.path, "something"));
    FFP_VERIFY_ERROR(Session::create(what, site.clock), ErrorKind(kind));
    QCOMPARE(QFileInfo::exists(what.path), field == u"path");
}

void TestSession::failedCreateLeavesNothing()
{
    TestSite site;
    NewSite what = site.newSite();
    what.adminRealName = QString(QChar(0)); // cannot be written into an op
    QVERIFY(!Session::create(what, site.clock));
    QCOMPARE(site.dir().path().isEmpty(), false);
    QCOMPARE(QDir(site.dir().path()).entryList(QDir::Files), QStringList());
    // A rest of a killed creation is no hindrance.
    QVERIFY(writeFile(what.path + u".new"_s, "rest"));
    FFP_VERIFY(Session::create(site.newSite(), site.clock));
}

void TestSession::oneFileAfterClose()
{
    TestSite site;
    addHousehold(site.session());
    site.close();
    QCOMPARE(QDir(site.dir().path()).entryList(QDir::Files | QDir::Hidden), QStringList{u"site.ffp"_s});
    FFP_VERIFY(tamper(site.path(), u"SELECT 1"_s));
}

/// M63.
void TestSession::secondWindowIsRefused()
{
    TestSite site;
    site.session();
    FFP_VERIFY_ERROR(Session::open(site.path(), u"admin"_s, test::kAdminPassword, site.clock),
                     ErrorKind::AlreadyOpen);
    // A link to the file is the same file.
    const QString link = site.dir().filePath(u"sub"_s);
    QVERIFY(QFile::link(site.dir().path(), link));
    FFP_VERIFY_ERROR(Session::open(link + u"/site.ffp"_s, u"admin"_s, test::kAdminPassword, site.clock),
                     ErrorKind::AlreadyOpen);
    QVERIFY(QFile::link(site.path(), site.dir().filePath(u"other.ffp"_s)));
    FFP_VERIFY_ERROR(Session::open(site.dir().filePath(u"other.ffp"_s), u"admin"_s, test::kAdminPassword,
                                   site.clock),
                     ErrorKind::AlreadyOpen);
    site.close();
    FFP_VERIFY(site.open());
}

void TestSession::wrongPasswordSlowsDown()
{
    TestSite site;
    site.session();
    const auto waits = [&](const QString &password) {
        auto opened = site.open(u"admin"_s, password);
        return opened                                            ? -1
               : opened.error().kind == ErrorKind::WrongPassword ? opened.error().args.value(0).toInt()
                                                                 : -2;
    };
    QCOMPARE(waits(u"wrong-1"_s), 0);
    QCOMPARE(waits(u"wrong-2"_s), 0);
    QCOMPARE(waits(u"wrong-3"_s), 0);
    QCOMPARE(waits(u"wrong-4"_s), 5);
    // Too early, even with the right password; the try is not counted.
    QCOMPARE(waits(test::kAdminPassword), 5);
    site.clock.advance(4999);
    QCOMPARE(waits(test::kAdminPassword), 1);
    site.clock.advance(1);
    QCOMPARE(waits(u"wrong-5"_s), 10);
    site.clock.advance(10'000);
    QCOMPARE(waits(test::kAdminPassword), -1);
    // Begins anew after a success.
    QCOMPARE(waits(u"wrong-6"_s), 0);
}

void TestSession::slowDownSurvivesRestart()
{
    TestSite site;
    site.session();
    for (int i = 0; i < 14; ++i) {
        site.clock.advance(3'600'000);
        FFP_VERIFY_ERROR(site.open(u"admin"_s, u"wrong"_s), ErrorKind::WrongPassword);
    }
    auto refused = site.open();
    FFP_VERIFY_ERROR(refused, ErrorKind::WrongPassword);
    QCOMPARE(refused.error().args, (QStringList{u"900"_s, u"early"_s})); // never longer
    site.clock.advance(-7'200'000); // a clock set back does not lengthen it
    refused = site.open();
    QCOMPARE(refused.error().args.value(0), u"900"_s);
    site.clock.advance(7'200'000 + 900'000);
    FFP_VERIFY(site.open());
}

void TestSession::unknownAndDisabledUsers()
{
    TestSite site;
    FFP_VERIFY(UserService(site.session()).add(u"li"_s, u"李四"_s, Role::Reporter, u"Tianwan-88"_s));
    FFP_VERIFY(site.open(u"li"_s, u"Tianwan-88"_s));
    QVERIFY(site.session().user().role == Role::Reporter);
    FFP_VERIFY(site.open());
    FFP_VERIFY(UserService(site.session()).disable(u"li"_s));
    FFP_VERIFY_ERROR(site.open(u"li"_s, u"Tianwan-88"_s), ErrorKind::NotAllowed);
    auto unknown = site.open(u"nobody"_s);
    FFP_VERIFY_ERROR(unknown, ErrorKind::NotFound);
    QCOMPARE(unknown.error().subject.entity, u"user"_s);
}

void TestSession::notOurFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("hello");
    QTest::newRow("long text") << QByteArray(100'000, 'x');
    QTest::newRow("only the magic") << QByteArray("SQLite format 3\0", 16);
}

void TestSession::notOurFiles()
{
    QFETCH(QByteArray, bytes);
    TestSite site;
    QVERIFY(writeFile(site.path(), bytes));
    auto opened = site.open();
    QVERIFY(!opened);
    QVERIFY2(opened.error().kind == ErrorKind::NotOurFile || opened.error().kind == ErrorKind::Damaged,
             errorCode(opened.error().kind));
    QCOMPARE(fileBytes(site.path()), bytes);
    FFP_VERIFY_ERROR(Session::open(site.path() + u"x"_s, u"admin"_s, u"x"_s, site.clock),
                     ErrorKind::FileUnreadable);
    // Another program's database.
    QFile::remove(site.path());
    {
        auto other = Database::open(site.path(), Database::Mode::ReadWrite, true);
        FFP_VERIFY(other);
        FFP_VERIFY(execute(**other, u"CREATE TABLE t(x)"_s));
    }
    FFP_VERIFY_ERROR(site.open(), ErrorKind::NotOurFile);
    FFP_VERIFY_ERROR(Session::usersOf(site.path()), ErrorKind::NotOurFile);
}

/// M64.
void TestSession::newerVersion()
{
    TestSite site;
    site.session();
    site.close();
    FFP_VERIFY(tamper(site.path(), u"PRAGMA user_version=999"_s));
    const QByteArray before = fileBytes(site.path());
    auto opened = site.open();
    FFP_VERIFY_ERROR(opened, ErrorKind::NewerVersion);
    QCOMPARE(opened.error().args.value(0), u"999"_s);
    QCOMPARE(fileBytes(site.path()), before);
}

/// M65: bytes overwritten in the middle, or the end cut off.
void TestSession::damagedFile()
{
    TestSite site;
    for (int i = 0; i < 50; ++i)
        addHousehold(site.session());
    site.close();
    const QByteArray whole = fileBytes(site.path());
    QVERIFY(writeFile(site.path(), whole.first(whole.size() / 2)));
    FFP_VERIFY_ERROR(site.open(), ErrorKind::Damaged);
    int noticed = 0;
    for (qsizetype page = 1; page < whole.size() / 4096; page += 5) {
        QByteArray bad = whole;
        std::fill_n(bad.begin() + page * 4096, 4096, char(0xA5));
        QVERIFY(writeFile(site.path(), bad));
        auto opened = site.open();
        noticed += !opened && opened.error().kind == ErrorKind::Damaged;
    }
    QVERIFY2(noticed > whole.size() / 4096 / 10, qPrintable(QString::number(noticed)));
    QVERIFY(writeFile(site.path(), whole));
    FFP_VERIFY(site.open());
}

/// M65: a file of many pages is opened at once and read through behind it.
void TestSession::damageOfALargeFileIsFoundLater()
{
    const auto usual = std::exchange(Session::checkAfter, std::chrono::milliseconds(100));
    TestSite site;
    addHousehold(site.session());
    site.close();
    {
        const auto db = Database::open(site.path(), Database::Mode::ReadWrite);
        FFP_VERIFY(db);
        FFP_VERIFY(execute(**db, u"CREATE TABLE ballast(b)"_s));
        FFP_VERIFY(execute(**db,
                           u"INSERT INTO ballast SELECT zeroblob(3000) FROM (WITH RECURSIVE n(i) AS (SELECT 1"
                           " UNION ALL SELECT i + 1 FROM n WHERE i < 6000) SELECT i FROM n)"_s));
        FFP_VERIFY((*db)->close());
    }
    QVERIFY(QFileInfo(site.path()).size() > 16 << 20);
    QByteArray bytes = fileBytes(site.path());
    FFP_VERIFY(site.open());
    QSignalSpy none(&site.session(), &Session::damageFound);
    QTest::qWait(500);
    QCOMPARE(none.count(), 0);
    site.close();
    std::fill_n(bytes.begin() + bytes.size() / 2 / 4096 * 4096, 4096, char(0xA5));
    QVERIFY(writeFile(site.path(), bytes));
    FFP_VERIFY(site.open());
    QSignalSpy found(&site.session(), &Session::damageFound);
    QTRY_COMPARE_WITH_TIMEOUT(found.count(), 1, 20'000);
    QCOMPARE(found.front().front().value<Error>().kind, ErrorKind::Damaged);
    site.close();
    // An ended session does not wait for a check that has not begun.
    Session::checkAfter = std::chrono::hours(1);
    FFP_VERIFY(site.open());
    site.close();
    Session::checkAfter = usual;
}

/// An index of other values than its rows': nothing that reads pages and rows only would see it.
void TestSession::indexesAreComparedOnceAWeek()
{
    const auto usual = std::exchange(Session::checkAfter, std::chrono::milliseconds(1));
    TestSite site;
    addHousehold(site.session());
    const auto lastCheck = [&] {
        return queryInteger(site.session().database(), u"SELECT v FROM meta WHERE k = 'deep_check_at'"_s)
            .value_or(std::nullopt);
    };
    site.close();
    FFP_VERIFY(site.open()); // never checked so far
    QTRY_COMPARE(lastCheck().value_or(0), site.clock.nowMs());
    site.close();
    {
        const auto db = Database::open(site.path(), Database::Mode::ReadWrite);
        FFP_VERIFY(db);
        FFP_VERIFY(execute(**db, u"PRAGMA writable_schema=ON"_s));
        FFP_VERIFY(execute(
            **db, u"UPDATE sqlite_schema SET sql = replace(sql, '(rid)', '(seq)') WHERE name = 'op_rid'"_s));
        FFP_VERIFY((*db)->close());
    }
    constexpr qint64 kDay = 24LL * 3600 * 1000;
    site.clock.advance(7 * kDay - 1);
    FFP_VERIFY(site.open());
    QSignalSpy none(&site.session(), &Session::damageFound);
    QTest::qWait(300);
    QCOMPARE(none.count(), 0);
    site.close();
    site.clock.advance(1);
    FFP_VERIFY(site.open());
    QSignalSpy found(&site.session(), &Session::damageFound);
    QTRY_COMPARE(found.count(), 1);
    QCOMPARE(found.front().front().value<Error>().kind, ErrorKind::Damaged);
    QVERIFY(lastCheck().value_or(0) < site.clock.nowMs());
    site.close();
    Session::checkAfter = usual;
}

void TestSession::lockAndUnlock()
{
    TestSite site;
    Session &session = site.session();
    QSignalSpy locked(&session, &Session::locked), unlocked(&session, &Session::unlocked);
    session.lock();
    session.lock();
    QCOMPARE(locked.count(), 1);
    QVERIFY(session.isLocked());
    QVERIFY(addHousehold(session).isNull());
    FFP_VERIFY_ERROR(UserService(session).list(), ErrorKind::Locked);
    FFP_VERIFY_ERROR(session.unlock(u"wrong"_s), ErrorKind::WrongPassword);
    QVERIFY(session.isLocked());
    FFP_VERIFY(session.unlock(test::kAdminPassword));
    QCOMPARE(unlocked.count(), 1);
    QVERIFY(!addHousehold(session).isNull());
}

/// P4 in small: a role written into a table by hand has no effect.
void TestSession::roleComesFromTheLog()
{
    TestSite site;
    FFP_VERIFY(UserService(site.session()).add(u"li"_s, u"李四"_s, Role::Viewer, u"Tianwan-88"_s));
    site.close();
    FFP_VERIFY(tamper(site.path(), u"UPDATE account SET role = 'admin'"_s));
    FFP_VERIFY(site.open(u"li"_s, u"Tianwan-88"_s));
    QVERIFY(site.session().user().role == Role::Viewer);
    FFP_VERIFY_ERROR(UserService(site.session()).disable(u"admin"_s), ErrorKind::NotAllowed);
}

/// M40 (exchange.md §17.1, reason 1).
void TestSession::olderCopyPutInPlace()
{
    TestSite site;
    addHousehold(site.session());
    const Incarnation first = site.session().site().incarnation;
    site.close();
    const QByteArray older = fileBytes(site.path());
    FFP_VERIFY(site.open());
    addHousehold(site.session());
    site.close();
    QVERIFY(writeFile(site.path(), older));
    FFP_VERIFY(site.open());
    QVERIFY(has(site.session(), Notice::LogBehind));
    const Incarnation second = site.session().site().incarnation;
    QVERIFY(second != first);
    // Once is enough.
    FFP_VERIFY(site.open());
    QVERIFY(site.session().notices().empty());
    QCOMPARE(site.session().site().incarnation, second);
    QVERIFY(!addHousehold(site.session()).isNull());
}

/// exchange.md §22 test 8: the end of the log deleted, the stream row put right to match.
void TestSession::tailCutOff()
{
    TestSite site;
    addHousehold(site.session());
    addHousehold(site.session());
    site.close();
    FFP_VERIFY(tamper(site.path(), u"DELETE FROM op WHERE n = (SELECT max(n) FROM op)"_s));
    FFP_VERIFY(tamper(site.path(),
                      u"UPDATE stream SET count = count - 1, head = (SELECT id FROM op WHERE sid ="
                      " stream.sid ORDER BY seq DESC LIMIT 1) WHERE lane = 0"_s));
    FFP_VERIFY(site.open());
    QVERIFY(has(site.session(), Notice::LogBehind));
}

/// M42, reason 2.
void TestSession::copyInAnotherPlace()
{
    TestSite site;
    const Incarnation first = site.session().site().incarnation;
    site.close();
    const QString copy = site.dir().filePath(u"copy.ffp"_s);
    QVERIFY(QFile::copy(site.path(), copy));
    auto opened = Session::open(copy, u"admin"_s, test::kAdminPassword, site.clock);
    FFP_VERIFY(opened);
    QVERIFY(has(**opened, Notice::OtherPlace));
    QVERIFY((*opened)->site().incarnation != first);
}

void TestSession::missingSideFile()
{
    TestSite site;
    site.session();
    site.close();
    auto db = Database::open(site.path(), Database::Mode::ReadOnly);
    FFP_VERIFY(db);
    auto id = queryBytes(**db, u"SELECT v FROM meta WHERE k = 'db_id'"_s);
    FFP_VERIFY(id);
    const QString mark = SideMark::fileName(DbId::fromBytes(**id));
    db->reset();
    QVERIFY(QFile::remove(mark));
    FFP_VERIFY(site.open());
    QVERIFY(has(site.session(), Notice::OtherPlace));
    QVERIFY(QFile::exists(mark));
}

void TestSession::forgedSideFile()
{
    const SiteKeys keys(SecretBytes::random(32)), others(SecretBytes::random(32));
    SideMark mark;
    mark.db = DbId(crypto::random<16>());
    mark.inc = Incarnation(crypto::random<16>());
    mark.tips = {{mark.inc, AreaCode::fromString(u"341323114000"), 1, 7, crypto::hash("x", "y")}};
    const QByteArray bytes = mark.encode(keys);
    auto back = SideMark::decode(bytes, keys);
    QVERIFY(back);
    QCOMPARE(back->tips, mark.tips);
    QCOMPARE(back->inc, mark.inc);
    QVERIFY(!SideMark::decode(bytes, others));
    for (qsizetype n = 0; n < bytes.size(); ++n)
        QVERIFY(!SideMark::decode(QByteArrayView(bytes).first(n), keys));
    for (qsizetype bit = 0; bit < bytes.size() * 8; bit += 3) {
        QByteArray bad = bytes;
        bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
        QVERIFY(!SideMark::decode(bad, keys));
    }
}

/// The database may be ahead of the mark: nothing happens.
void TestSession::crashBetweenCommitAndSideFile()
{
    TestSite site;
    addHousehold(site.session());
    site.close();
    auto db = Database::open(site.path(), Database::Mode::ReadOnly);
    FFP_VERIFY(db);
    auto id = queryBytes(**db, u"SELECT v FROM meta WHERE k = 'db_id'"_s);
    FFP_VERIFY(id);
    db->reset();
    const QString name = SideMark::fileName(DbId::fromBytes(**id));
    const QByteArray older = fileBytes(name);
    FFP_VERIFY(site.open());
    addHousehold(site.session());
    site.close();
    QVERIFY(fileBytes(name) != older);
    QVERIFY(writeFile(name, older));
    FFP_VERIFY(site.open());
    QVERIFY(site.session().notices().empty());
}

/// M61.
void TestSession::clockAhead()
{
    TestSite site;
    addHousehold(site.session());
    site.clock.advance(-24LL * 3600 * 1000);
    FFP_VERIFY(site.open());
    QVERIFY(!has(site.session(), Notice::ClockAhead));
    site.clock.advance(-1);
    FFP_VERIFY(site.open());
    QVERIFY(has(site.session(), Notice::ClockAhead));
    FFP_VERIFY(site.session().confirmClock());
    QVERIFY(!has(site.session(), Notice::ClockAhead));
    FFP_VERIFY(site.open());
    QVERIFY(!has(site.session(), Notice::ClockAhead));
}

void TestSession::accessLog()
{
    TestSite site;
    site.session();
    (void)site.open(u"admin"_s, u"wrong"_s);
    FFP_VERIFY(site.open());
    FFP_VERIFY(site.session().recordAccess(Session::Access::Unmask, u"member id_no"_s));
    auto unmasked =
        queryInteger(site.session().database(),
                     u"SELECT count(*) FROM access_log WHERE what = 1 AND detail = 'member id_no' AND"
                     " official = ?"_s,
                     site.session().user().id);
    FFP_VERIFY(unmasked);
    QCOMPARE(unmasked->value_or(0), 1);
    auto kinds = queryText(site.session().database(), u"SELECT group_concat(what, ',') FROM access_log"_s);
    FFP_VERIFY(kinds);
    QCOMPARE(kinds->value_or(QString()), u"6,5,1"_s);
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
