// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/schema.h"

#include "core/db/query.h"
#include "core/domain/field.h"
#include "core/schema/projection.h"
#include "tests/support/testsupport.h"

#include <QCryptographicHash>
#include <QTemporaryDir>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

Result<> addTable(Database &db)
{
    return execute(db, u"CREATE TABLE added(a INTEGER)"_s);
}

Result<> breakHalfway(Database &db)
{
    FFP_TRY(execute(db, u"CREATE TABLE halfway(a INTEGER)"_s));
    return execute(db, u"INSERT INTO no_such_table VALUES(1)"_s);
}

qint64 number(const Database &db, const QString &sql)
{
    return queryInteger(db, sql).value_or(std::nullopt).value_or(-1);
}

bool hasTable(const Database &db, const QString &name)
{
    return number(db, u"SELECT count(*) FROM sqlite_schema WHERE name = '%1'"_s.arg(name)) == 1;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly)
               ? QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256)
               : QByteArray();
}

QStringList indexesOf(const Database &db)
{
    QStringList out;
    Query query(db,
                u"SELECT name FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"_s);
    if (query.run())
        while (query.next().value_or(false))
            out << query.text(0);
    return out;
}

} // namespace

/// The numbered invariants of migrate() (core/schema/schema.h).
class TestSchema : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;

    /// A file with all steps but the last `missing` ones, closed.
    Result<> makeOlderFile(size_t missing)
    {
        FFP_ASSIGN(const auto db, Database::open(m_path, Database::Mode::ReadWrite, true));
        FFP_TRY(migrate(*db, schemaSteps().first(schemaSteps().size() - missing)));
        return db->close();
    }
    std::vector<Migration> stepsAnd(Result<> (*further)(Database &)) const
    {
        std::vector<Migration> steps(schemaSteps().begin(), schemaSteps().end());
        steps.push_back({schemaVersion() + 1, "test", further});
        return steps;
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(u"site.ffp"_s);
    }
    void newFileIsPresentAndNotCopied();
    void stepsRunInOneTransactionEach();
    void olderFileIsCopiedFirst();
    void noStepWithoutTheCopy();
    void presentFileIsNotTouched();
    void newerFileIsRefused();
    void foreignFileIsRefused_data();
    void foreignFileIsRefused();
    void readOnlyIsNotMigrated();
    void listOrderReplacesTheIndexOfTheFirstVersion();
    void fieldsAddedSinceComeIn();
};

void TestSchema::newFileIsPresentAndNotCopied()
{
    const auto db = createSiteFile(m_path);
    FFP_VERIFY(db);
    QCOMPARE(number(**db, u"PRAGMA user_version"_s), schemaVersion());
    QCOMPARE(number(**db, u"PRAGMA application_id"_s), kApplicationId);
    QCOMPARE(m_dir->isValid() ? QDir(m_dir->path()).entryList({u"*.v*"_s}) : QStringList(), QStringList());
    FFP_VERIFY_ERROR(createSiteFile(m_path), ErrorKind::AlreadyExists);
}

void TestSchema::stepsRunInOneTransactionEach()
{
    FFP_VERIFY(makeOlderFile(0));
    {
        const auto db = Database::open(m_path, Database::Mode::ReadWrite);
        FFP_VERIFY(db);
        FFP_VERIFY_ERROR(migrate(**db, stepsAnd(&breakHalfway)), ErrorKind::Database);
        QVERIFY(!hasTable(**db, u"halfway"_s));
        QCOMPARE(number(**db, u"PRAGMA user_version"_s), schemaVersion());
        QVERIFY(QFile::exists(migrationCopyPath(m_path, schemaVersion()))); // invariant 6
        FFP_VERIFY(migrate(**db, stepsAnd(&addTable)));
        QVERIFY(hasTable(**db, u"added"_s));
        QCOMPARE(number(**db, u"PRAGMA user_version"_s), schemaVersion() + 1);
    }
}

void TestSchema::olderFileIsCopiedFirst()
{
    FFP_VERIFY(makeOlderFile(1));
    FFP_VERIFY(openSiteFile(m_path));
    const QString copy = migrationCopyPath(m_path, schemaVersion() - 1);
    QCOMPARE(copy, m_path + u".v%1"_s.arg(schemaVersion() - 1));
    const auto old = Database::open(copy, Database::Mode::ReadOnly);
    FFP_VERIFY(old);
    QCOMPARE(number(**old, u"PRAGMA user_version"_s), schemaVersion() - 1);
    QVERIFY(hasTable(**old, u"op"_s));
}

void TestSchema::noStepWithoutTheCopy()
{
    FFP_VERIFY(makeOlderFile(1));
    // A folder of that name cannot be replaced.
    QVERIFY(QDir().mkpath(migrationCopyPath(m_path, schemaVersion() - 1) + u"/inside"_s));
    FFP_VERIFY_ERROR(openSiteFile(m_path), ErrorKind::BackupFailed);
    const auto db = Database::open(m_path, Database::Mode::ReadOnly);
    FFP_VERIFY(db);
    QCOMPARE(number(**db, u"PRAGMA user_version"_s), schemaVersion() - 1);
}

void TestSchema::presentFileIsNotTouched()
{
    FFP_VERIFY(makeOlderFile(0));
    const QByteArray before = contentOf(m_path);
    {
        const auto db = openSiteFile(m_path, Database::Mode::ReadOnly);
        FFP_VERIFY(db);
    }
    QCOMPARE(contentOf(m_path), before);
    QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), QStringList{u"site.ffp"_s});
}

void TestSchema::newerFileIsRefused()
{
    FFP_VERIFY(makeOlderFile(0));
    {
        const auto db = Database::open(m_path, Database::Mode::ReadWrite);
        FFP_VERIFY(db);
        FFP_VERIFY(execute(**db, u"PRAGMA user_version=%1"_s.arg(schemaVersion() + 1)));
        FFP_VERIFY((*db)->close());
    }
    const QByteArray before = contentOf(m_path);
    const auto refused = openSiteFile(m_path);
    FFP_VERIFY_ERROR(refused, ErrorKind::NewerVersion);
    QCOMPARE(refused.error().args, QStringList{QString::number(schemaVersion() + 1)});
    FFP_VERIFY_ERROR(checkSiteFile(m_path), ErrorKind::NewerVersion);
    QCOMPARE(contentOf(m_path), before);
}

void TestSchema::foreignFileIsRefused_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sql");
    QTest::newRow("text") << QByteArray("Not a database at all, but longer than the magic of one.")
                          << QString();
    QTest::newRow("empty") << QByteArray("") << QString();
    QTest::newRow("another program's database") << QByteArray() << u"CREATE TABLE theirs(a)"_s;
    QTest::newRow("another program's mark") << QByteArray() << u"PRAGMA application_id=7"_s;
}

void TestSchema::foreignFileIsRefused()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, sql);
    if (sql.isEmpty()) {
        QFile file(m_path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    } else {
        const auto db = Database::open(m_path, Database::Mode::ReadWrite, true);
        FFP_VERIFY(db);
        FFP_VERIFY(execute(**db, u"PRAGMA journal_mode=DELETE"_s));
        FFP_VERIFY(execute(**db, sql));
        FFP_VERIFY((*db)->close());
    }
    const QByteArray before = contentOf(m_path);
    FFP_VERIFY_ERROR(openSiteFile(m_path), ErrorKind::NotOurFile);
    FFP_VERIFY_ERROR(checkSiteFile(m_path), ErrorKind::NotOurFile);
    QCOMPARE(contentOf(m_path), before);
}

void TestSchema::readOnlyIsNotMigrated()
{
    FFP_VERIFY(makeOlderFile(1));
    FFP_VERIFY_ERROR(openSiteFile(m_path, Database::Mode::ReadOnly), ErrorKind::FileUnwritable);
    QVERIFY(!QFile::exists(migrationCopyPath(m_path, schemaVersion() - 1)));
}

void TestSchema::listOrderReplacesTheIndexOfTheFirstVersion()
{
    FFP_VERIFY(makeOlderFile(1));
    QStringList wanted;
    {
        const auto db = Database::open(m_path, Database::Mode::ReadWrite);
        FFP_VERIFY(db);
        wanted = indexesOf(**db);
        // As files of the first version are.
        FFP_VERIFY(execute(**db, u"DROP INDEX household__area_household_no_void"_s));
        FFP_VERIFY(execute(**db, u"CREATE INDEX household__area ON household(area)"_s));
    }
    const auto db = openSiteFile(m_path);
    FFP_VERIFY(db);
    QStringList now = indexesOf(**db);
    // Those of tables that are no projection came with later versions.
    for (const QString &later : {u"case_state_by_state"_s, u"case_action_by_rid"_s})
        QCOMPARE(now.removeAll(later), 1);
    QCOMPARE(now, wanted);
    QVERIFY(wanted.contains(u"household__area_household_no_void"_s));
}

void TestSchema::fieldsAddedSinceComeIn()
{
    FFP_VERIFY(makeOlderFile(1));
    {
        const auto db = Database::open(m_path, Database::Mode::ReadWrite);
        FFP_VERIFY(db);
        FFP_VERIFY(
            execute(**db,
                    u"INSERT INTO visit(rid, area, void, visited_on) VALUES(1, 'a', 0, '2026-10-31')"_s));
        FFP_VERIFY(execute(**db, u"ALTER TABLE visit DROP COLUMN remark"_s));
    }
    const auto db = openSiteFile(m_path);
    FFP_VERIFY(db);
    QCOMPARE(number(**db, u"SELECT count(*) FROM visit WHERE visited_on = '2026-10-31' AND remark IS NULL"_s),
             1);
}

QTEST_GUILESS_MAIN(TestSchema)
#include "tst_schema.moc"
