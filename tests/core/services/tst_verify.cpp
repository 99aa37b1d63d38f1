// SPDX-License-Identifier: GPL-3.0-or-later
// Changes made behind the program's back are named (exchange.md P4, §22 test 8).
#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/domain/fields/householdfields.h"
#include "core/services/maintenanceservice.h"
#include "core/store/recordstore.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Column {
    QString name;
    QString type;
};

std::vector<Column> columnsOf(const Database &db, const QString &table)
{
    std::vector<Column> columns;
    Query query(db, u"SELECT name, type FROM pragma_table_info(?)"_s);
    if (query.run(table))
        while (query.next().value_or(false))
            columns.push_back({query.text(0), query.text(1)});
    return columns;
}

QString joined(const VerifyReport &report)
{
    QStringList lines;
    for (const Fault &fault : report.faults)
        lines << u"%1 [%2] %3"_s.arg(fault.code, fault.where, fault.message);
    return lines.join(u"; "_s);
}

bool names(const VerifyReport &report, const QString &code)
{
    return std::any_of(report.faults.begin(), report.faults.end(),
                       [&code](const Fault &fault) { return fault.code == code; });
}

} // namespace

class TestVerify : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void healthy();
    void everyProtectedColumn_data();
    void everyProtectedColumn();
    void statements_data();
    void statements();
    void swappedCiphertextIsRefused();
    void slotBytesLetNobodyIn_data();
    void slotBytesLetNobodyIn();
    void damagedPages();
    void lockedAndCancelled();
    void sensitiveValuesAreNotInTheReport();

private:
    VerifyReport verify(bool full = true);
    /// Changes the open file, looks, and takes the change back.
    VerifyReport after(const QStringList &statements, QString *refused = nullptr);

    std::unique_ptr<TestSite> m_site;
    SampleRecords m_records;
};

void TestVerify::initTestCase()
{
    m_site = std::make_unique<TestSite>();
    m_records = fillSample(m_site->session());
}

VerifyReport TestVerify::verify(bool full)
{
    SilentProgress progress;
    auto report = MaintenanceService(m_site->session()).verify(full, progress);
    if (!report) {
        VerifyReport failed;
        failed.ok = false;
        failed.faults.push_back(
            {u"error"_s, QLatin1String(errorCode(report.error().kind)), report.error().detail});
        return failed;
    }
    return *report;
}

VerifyReport TestVerify::after(const QStringList &statements, QString *refused)
{
    Database &db = m_site->session().database();
    auto transaction = Transaction::begin(db);
    if (!transaction)
        qFatal("no transaction");
    for (const QString &sql : statements) {
        const Result<> done = execute(db, sql);
        if (!done && refused)
            *refused = done.error().detail;
        else if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    return verify();
}

void TestVerify::healthy()
{
    for (const bool full : {true, false}) {
        const VerifyReport report = verify(full);
        QVERIFY2(report.ok, qPrintable(joined(report)));
        QVERIFY(report.faults.empty());
        QVERIFY(report.ops > 10);
        QCOMPARE(report.records > 5, full);
    }
    FFP_VERIFY(m_site->open());
    FFP_VERIFY(m_site->session().recordAccess(Session::Access::Print, u"ledger"_s));
    QVERIFY2(verify().ok, qPrintable(joined(verify())));
}

void TestVerify::everyProtectedColumn_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("rows");     // condition
    QTest::addColumn<QStringList>("open"); // columns that carry no trust
    // The number of arrival means nothing for registry entries; it is checked through heads and changes.
    QTest::newRow("data ops") << u"op"_s << u"rid IN (SELECT rid FROM record WHERE type <> '')"_s
                              << QStringList();
    QTest::newRow("registry ops") << u"op"_s << u"rid NOT IN (SELECT rid FROM record WHERE type <> '')"_s
                                  << QStringList{u"n"_s};
    // Seals come with the exchange between sites.
    QTest::newRow("streams") << u"stream"_s << u"1"_s
                             << QStringList{u"seal_seq"_s, u"seal_key"_s, u"seal_sig"_s};
    QTest::newRow("records") << u"record"_s << u"type <> ''"_s << QStringList();
    QTest::newRow("heads") << u"head"_s << u"1"_s << QStringList();
    QTest::newRow("sites") << u"site"_s << u"1"_s << QStringList{u"last_seen"_s};
    QTest::newRow("keys") << u"regkey"_s << u"1"_s << QStringList();
    QTest::newRow("incarnations") << u"incarnation"_s << u"1"_s << QStringList();
    QTest::newRow("officials") << u"official"_s << u"1"_s << QStringList();
    QTest::newRow("accounts") << u"account"_s << u"1"_s << QStringList();
    // See slotBytesLetNobodyIn().
    QTest::newRow("key slots") << u"keyslot"_s << u"1"_s
                               << QStringList{u"slot"_s,    u"salt"_s,    u"ops"_s,
                                              u"mem_kib"_s, u"wrapped"_s, u"sign_wrapped"_s};
    QTest::newRow("secrets") << u"secret"_s << u"1"_s << QStringList{u"until"_s};
    // When, why and with which word a change was made stands in the list of changes only.
    QTest::newRow("changes") << u"change"_s << u"1"_s
                             << QStringList{u"cid"_s,   u"verb"_s,     u"at"_s,     u"note"_s,
                                            u"about"_s, u"undoable"_s, u"undoes"_s, u"undone_by"_s};
    QTest::newRow("households") << u"household"_s << u"1"_s << QStringList();
    QTest::newRow("members") << u"member"_s << u"1"_s << QStringList();
}

void TestVerify::everyProtectedColumn()
{
    QFETCH(QString, table);
    QFETCH(QString, rows);
    QFETCH(QStringList, open);
    const Database &db = m_site->session().database();
    const std::vector<Column> columns = columnsOf(db, table);
    QVERIFY(columns.size() > 2);
    const QString key = columns.front().name;
    auto keys = [&] {
        QStringList list;
        Query query(db, u"SELECT DISTINCT quote(%1) FROM %2 WHERE %3"_s.arg(key, table, rows));
        if (query.run())
            while (query.next().value_or(false))
                list << query.text(0);
        return list;
    }();
    QVERIFY(!keys.isEmpty());
    // One row, chosen anew for each column, so that all kinds of rows have their turn.
    int turn = 0;
    int tried = 0;
    for (const Column &column : columns) {
        if (open.contains(column.name))
            continue;
        const QString other = column.type == u"INTEGER" ? u"ifnull(%1 + 1, 1)"_s
                              : column.type == u"BLOB"  ? u"CAST(ifnull(%1, x'') || x'01' AS BLOB)"_s
                                                        : u"ifnull(%1 || 'x', 'x')"_s;
        for (const QString &value : {other.arg(column.name), u"NULL"_s}) {
            const QString where = keys[turn++ % keys.size()];
            const QString sql = u"UPDATE %1 SET %2 = %3 WHERE %4 = %5 AND %2 IS NOT %3"_s.arg(table,
                                                                                              column.name,
                                                                                              value, key,
                                                                                              where);
            QString refused; // by a constraint
            VerifyReport report = after({sql}, &refused);
            auto changed = queryInteger(db, u"SELECT count(*) FROM %1 WHERE %2 = %3 AND %4 IS NOT %5"_s
                                                .arg(table, key, where, column.name, value));
            const bool nothingToDo = value == u"NULL" && changed.value_or(0).value_or(0) == 0;
            if (!refused.isEmpty() || nothingToDo)
                continue;
            ++tried;
            QVERIFY2(!report.ok, qPrintable(sql));
            QVERIFY2(!names(report, u"error"_s), qPrintable(sql + u": "_s + joined(report)));
        }
    }
    QVERIFY(tried > 0);
}

void TestVerify::statements_data()
{
    QTest::addColumn<QStringList>("sql");
    QTest::addColumn<QString>("code");
    const auto one = [](const char *name, const char *sql, const char *code) {
        QTest::newRow(name) << QString::fromUtf8(sql).split(u";;"_s) << QString::fromLatin1(code);
    };
    one("last op of a stream gone", "DELETE FROM head;; DELETE FROM op WHERE n = (SELECT max(n) FROM op)",
        "stream");
    one("the same, the stream row put right",
        "DELETE FROM op WHERE n = (SELECT max(n_last) FROM change);;"
        "UPDATE stream SET count = count - 1, head = (SELECT id FROM op WHERE sid = stream.sid ORDER BY seq DESC LIMIT 1)"
        " WHERE lane = 0",
        "change");
    one("an op in the middle gone",
        "DELETE FROM op WHERE seq = 3 AND sid IN (SELECT sid FROM stream WHERE lane = 0)", "seq");
    one("two ops change places",
        "UPDATE op SET seq = -1 WHERE seq = 2;; UPDATE op SET seq = 2 WHERE seq = 3;; UPDATE op SET seq = 3 WHERE seq = -1",
        "chain");
    one("bodies swapped",
        "CREATE TEMP TABLE b AS SELECT seq, sid, body FROM op WHERE seq IN (1, 2);;"
        "UPDATE op SET body = (SELECT b.body FROM b WHERE b.sid = op.sid AND b.seq = 3 - op.seq) WHERE seq IN (1, 2)"
        " AND sid IN (SELECT sid FROM stream WHERE lane = 0)",
        "commit");
    one("body of an entry gone", "UPDATE op SET body = NULL WHERE n = (SELECT max(n_last) FROM change)",
        "erased");
    one("bytes of an envelope",
        "UPDATE op SET env = CAST(substr(env, 1, 40) || x'00' || substr(env, 42) AS BLOB) WHERE seq = 2",
        "op_id");
    one("an envelope that is none", "UPDATE op SET env = x'a0' WHERE n = (SELECT max(n_last) FROM change)",
        "op_form");
    one("signature of another entry",
        "UPDATE op SET sig = (SELECT o.sig FROM op o WHERE o.sig IS NOT NULL AND o.n <> op.n LIMIT 1) WHERE kind = 22",
        "signature");
    one("signature gone", "UPDATE op SET sig = NULL WHERE kind = 23", "op_form");
    one("a signature too many", "UPDATE op SET sig = zeroblob(64) WHERE kind = 1", "signature");
    one("verdict turned round", "UPDATE op SET eff = 6 WHERE kind = 22", "eff");
    one("verdict of an edit", "UPDATE op SET eff = 2 WHERE kind = 2", "projection");
    one("a role", "UPDATE account SET role = 'admin' WHERE login = 'li'", "registry");
    one("a disabled user enabled", "UPDATE account SET disabled = 0", "registry");
    one("a user that was never entered", "INSERT INTO account VALUES(randomblob(16), 'eve', 'admin', 0)",
        "registry");
    one("a slot for nobody", "INSERT INTO keyslot(kind, owner) VALUES(1, randomblob(16))", "key");
    one("a second slot for one",
        "INSERT INTO keyslot(kind, owner, salt, ops, mem_kib, wrapped, sign_wrapped)"
        " SELECT kind, owner, salt, ops, mem_kib, wrapped, sign_wrapped FROM keyslot LIMIT 1",
        "key");
    one("all slots gone", "DELETE FROM keyslot", "key");
    one("site keys gone", "DELETE FROM secret WHERE name = 'site-sign'", "key");
    one("secrets swapped",
        "UPDATE secret SET v = (SELECT s.v FROM secret s WHERE s.name = 'site-box') WHERE name = 'site-sign'",
        "key");
    one("other database id", "UPDATE meta SET v = randomblob(16) WHERE k = 'db_id'", "key");
    one("other site", "UPDATE meta SET v = randomblob(16) WHERE k = 'site'", "key");
    one("other incarnation", "UPDATE meta SET v = randomblob(16) WHERE k = 'incarnation'", "key");
    one("other root", "UPDATE meta SET v = randomblob(32) WHERE k = 'root_pub'", "key");
    one("no root", "DELETE FROM meta WHERE k = 'root_pub'", "key");
    one("root id", "UPDATE meta SET v = randomblob(16) WHERE k = 'root_id'", "key");
    one("machine tag", "UPDATE meta SET v = randomblob(32) WHERE k = 'machine_tag'", "key");
    one("a row that no entry made", "INSERT INTO household(rid, area, void) VALUES(9999, '341323114201', 0)",
        "projection");
    one("a row gone", "DELETE FROM household WHERE rid = (SELECT min(rid) FROM household)", "projection");
    one("a head gone", "DELETE FROM head", "projection");
    one("a conflict that is none",
        "INSERT INTO conflict VALUES((SELECT min(rid) FROM household), 'phone', 2, 0)", "projection");
    one("ciphertext in another row",
        "UPDATE household SET phone = (SELECT h.phone FROM household h WHERE h.household_no = '3413231142010002')"
        " WHERE household_no = '3413231142010001'",
        "projection");
    one("ciphertext in another column",
        "UPDATE household SET bank_account = phone WHERE household_no = '3413231142010001'", "projection");
    one("blind index", "UPDATE household SET phone_bi = phone_bi + 1 WHERE household_no = '3413231142010001'",
        "projection");
    one("a trigger", "CREATE TRIGGER t AFTER INSERT ON op BEGIN DELETE FROM head; END", "schema");
    one("a table gone", "DROP TABLE household", "projection");
    one("a column gone", "ALTER TABLE member DROP COLUMN name", "projection");
    one("an attachment", "INSERT INTO attachment VALUES(randomblob(32), 3, randomblob(43))", "attachment");
    one("a package that never came", "UPDATE op SET pkg = 7 WHERE kind = 22", "op_row");
    one("record of an op", "UPDATE op SET rid = (SELECT min(rid) FROM household) WHERE kind = 2", "op_row");
    one("undo link", "UPDATE change SET undone_by = 9999 WHERE cid = 1", "change");
    one("change of somebody else", "UPDATE change SET actor = randomblob(16) WHERE cid = 1", "change");
    one("change gone", "DELETE FROM change WHERE cid = 2", "change");
}

void TestVerify::statements()
{
    QFETCH(QStringList, sql);
    QFETCH(QString, code);
    const VerifyReport report = after(sql);
    QVERIFY(!report.ok);
    QVERIFY2(names(report, code), qPrintable(joined(report)));
    QVERIFY2(verify().ok, "not taken back");
}

/// P7, §13: an S-class value does not open anywhere but in its own row and column.
void TestVerify::swappedCiphertextIsRefused()
{
    const Session &session = m_site->session();
    Database &db = session.database();
    {
        auto transaction = Transaction::begin(db);
        FFP_VERIFY(transaction);
        FFP_VERIFY(
            execute(db, u"UPDATE household SET phone = (SELECT h.phone FROM household h WHERE"
                        " h.household_no = '3413231142010002') WHERE household_no = '3413231142010001'"_s));
        FFP_VERIFY_ERROR(RecordStore(db, session.cipher()).record(m_records.first), ErrorKind::Damaged);
        FFP_VERIFY(RecordStore(db, session.cipher()).record(m_records.second));
    }
    const auto record = RecordStore(db, session.cipher()).record(m_records.first);
    FFP_VERIFY(record);
    QCOMPARE((*record)[household::f("phone")].toText(), u"13800003333"_s);
}

void TestVerify::slotBytesLetNobodyIn_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<bool>("damaged");
    QTest::newRow("salt") << u"salt = randomblob(16)"_s << false;
    QTest::newRow("no salt") << u"salt = NULL"_s << true;
    QTest::newRow("passes") << u"ops = ops + 1"_s << false;
    QTest::newRow("memory") << u"mem_kib = mem_kib * 2"_s << false;
    QTest::newRow("endless cost") << u"ops = 1000000"_s << true;
    QTest::newRow("all memory") << u"mem_kib = 1000000000"_s << true;
    QTest::newRow("data key") << u"wrapped = randomblob(72)"_s << false;
    QTest::newRow("signing key") << u"sign_wrapped = randomblob(72)"_s << true;
    QTest::newRow("slot of another")
        << u"owner = CASE WHEN owner = (SELECT official FROM account WHERE login = 'li')"
           " THEN (SELECT official FROM account WHERE login = 'admin')"
           " ELSE (SELECT official FROM account WHERE login = 'li') END"_s
        << false;
}

void TestVerify::slotBytesLetNobodyIn()
{
    QFETCH(QString, change);
    QFETCH(bool, damaged);
    m_site->close();
    QFile file(m_site->path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    {
        auto db = Database::open(m_site->path(), Database::Mode::ReadWrite);
        FFP_VERIFY(db);
        FFP_VERIFY(execute(**db, u"UPDATE keyslot SET "_s + change));
    }
    const auto opened = m_site->open();
    QVERIFY(!opened);
    const QString kind = QLatin1String(errorCode(opened.error().kind));
    if (damaged)
        QVERIFY2(kind != QLatin1String(errorCode(ErrorKind::WrongPassword)), qPrintable(kind));
    else
        QCOMPARE(kind, QLatin1String(errorCode(ErrorKind::WrongPassword)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(whole), whole.size());
    file.close();
    FFP_VERIFY(m_site->open());
    QVERIFY2(verify().ok, qPrintable(joined(verify())));
}

/// A page overwritten while the file is open: SQLite's own check comes first and its words are the fault.
void TestVerify::damagedPages()
{
    m_site->close();
    QFile file(m_site->path());
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray whole = file.readAll();
    FFP_VERIFY(m_site->open());
    auto root = queryInteger(m_site->session().database(),
                             u"SELECT rootpage FROM sqlite_schema WHERE name = 'check_run'"_s);
    FFP_VERIFY(root);
    m_site->session().database().closeThread(); // forgets cached pages
    QVERIFY(file.seek((root->value_or(0) - 1) * 4096));
    QCOMPARE(file.write(QByteArray(4096, '\x55')), 4096);
    QVERIFY(file.flush());
    VerifyReport report = verify();
    QVERIFY(names(report, u"sqlite"_s));
    m_site->close();
    QVERIFY(file.seek(0));
    QCOMPARE(file.write(whole), whole.size());
    file.close();
    FFP_VERIFY(m_site->open());
}

void TestVerify::lockedAndCancelled()
{
    SilentProgress progress;
    Session &session = m_site->session();
    session.lock();
    FFP_VERIFY_ERROR(MaintenanceService(session).verify(true, progress), ErrorKind::Locked);
    FFP_VERIFY(session.unlock(kAdminPassword));
    progress.cancel();
    FFP_VERIFY_ERROR(MaintenanceService(session).verify(true, progress), ErrorKind::Cancelled);
}

void TestVerify::sensitiveValuesAreNotInTheReport()
{
    const VerifyReport report = after({u"UPDATE household SET phone = NULL, bank_account = phone"_s,
                                       u"UPDATE member SET id_no = NULL, name = '改名'"_s,
                                       u"UPDATE op SET body = NULL WHERE kind = 1"_s});
    const QString text = joined(report);
    QVERIFY(names(report, u"erased"_s));
    for (const QString &value : {u"13800"_s, u"6217"_s, u"341323195001010011"_s, u"试甲"_s, u"改名"_s})
        QVERIFY2(!text.contains(value), qPrintable(value));
}

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
