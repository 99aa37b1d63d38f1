// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/db/ruleconnection.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

/// The numbered promises of RuleConnection, with a small file of its own.
class TestRuleConnection : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString m_path = m_dir.filePath(u"rules.db"_s);
    SilentProgress m_progress;

    static Result<QString> opened(const char *type, const char *column, QByteArrayView, QByteArrayView sealed)
    {
        if (sealed == "bad")
            return fail(ErrorKind::Locked);
        return QStringLiteral("%1.%2=%3")
            .arg(QLatin1String(type), QLatin1String(column), QString::fromUtf8(sealed.toByteArray()));
    }

    std::unique_ptr<RuleConnection> connection()
    {
        auto made = RuleConnection::open(m_path, opened);
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        for (const QString &statement :
             {u"CREATE TEMP TABLE t_narrow AS SELECT a, b FROM wide"_s,
              u"CREATE TEMP VIEW v_all AS SELECT a, b FROM t_narrow"_s,
              u"CREATE TEMP VIEW v_secret AS SELECT a, ffp_open('wide', 's', x'01', s) AS s FROM wide"_s})
            if (const auto done = (*made)->prepare(statement); !done)
                qFatal("%s", qPrintable(done.error().detail));
        (*made)->restrict({u"v_all"_s, u"v_secret"_s});
        return std::move(*made);
    }

    qint64 count(const RuleConnection &rules, const QString &sql, const RuleValues &values = {})
    {
        qint64 rows = 0;
        const auto done = rules.select(sql, values, m_progress, [&](const RuleRow &) {
            ++rows;
            return true;
        });
        return done ? rows : -1;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto db = Database::open(m_path, Database::Mode::ReadWrite, true);
        FFP_VERIFY(db);
        for (const QString &statement :
             {u"CREATE TABLE wide(a INTEGER, b TEXT, s BLOB)"_s, u"CREATE TABLE other(a INTEGER)"_s,
              u"INSERT INTO wide VALUES(1, '甲', 'one'), (2, '乙', 'two'), (3, NULL, 'bad')"_s,
              u"INSERT INTO other VALUES(1)"_s})
            FFP_VERIFY(execute(**db, statement));
    }

    /// A function of the program belongs to the views: they may call it, a rule may not.
    void functionsBelongToTheViews()
    {
        auto made = RuleConnection::open(m_path, opened);
        FFP_VERIFY(made);
        FFP_VERIFY((*made)->define(u"ffp_twice"_s, 1, [](const std::vector<QString> &args) {
            return args[0].isNull() ? QString() : args[0] + args[0];
        }));
        FFP_VERIFY_ERROR((*made)->define(u"ffp_twice"_s, 1, {}), ErrorKind::Database);
        FFP_VERIFY((*made)->prepare(u"CREATE TEMP VIEW v_twice AS SELECT a, ffp_twice(b) AS b FROM wide"_s));
        (*made)->restrict({u"v_twice"_s});
        QStringList rows;
        FFP_VERIFY(
            (*made)->select(u"SELECT b FROM v_twice ORDER BY a"_s, {}, m_progress, [&](const RuleRow &row) {
                rows << (row.isNull(0) ? u"-"_s : row.text(0));
                return true;
            }));
        QCOMPARE(rows, (QStringList{u"甲甲"_s, u"乙乙"_s, u"-"_s}));
        FFP_VERIFY_ERROR((*made)->check(u"SELECT ffp_twice(b) FROM v_twice"_s), ErrorKind::PolicyPackInvalid);
    }

    void readsTheViews()
    {
        const auto rules = connection();
        QStringList rows;
        FFP_VERIFY(
            rules->select(u"SELECT a, b FROM v_all WHERE a >= :least ORDER BY a"_s,
                          {{u"least"_s, qint64(2)}, {u"unused"_s, u"x"_s}}, m_progress,
                          [&](const RuleRow &row) {
                              rows << u"%1 %2 %3"_s.arg(row.integer(0)).arg(row.text(1)).arg(row.isNull(1));
                              return true;
                          }));
        QCOMPARE(rows, (QStringList{u"2 乙 0"_s, u"3  1"_s}));
        // A join of which no column is needed, a subquery, an aggregate.
        QCOMPARE(count(*rules, u"SELECT x.a FROM v_all x JOIN v_all y"_s), 9);
        QCOMPARE(count(*rules, u"SELECT a FROM v_all x WHERE EXISTS (SELECT 1 FROM v_all y)"_s), 3);
        QCOMPARE(count(*rules, u"SELECT count(*), group_concat(b) FROM v_all"_s), 1);
        const auto shape = rules->check(u"SELECT a, b AS name FROM v_all WHERE a = :one OR a = :two"_s);
        FFP_VERIFY(shape);
        QCOMPARE(shape->columns, (QStringList{u"a"_s, u"name"_s}));
        QCOMPARE(shape->parameters, (QStringList{u"one"_s, u"two"_s}));
        // NULL is bound as NULL.
        QCOMPARE(count(*rules, u"SELECT a FROM v_all WHERE :nothing IS NULL"_s, {{u"nothing"_s, {}}}), 3);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("sql");
        for (const char *sql :
             {"",
              "   ",
              "-- nothing",
              "nonsense",
              "SELECT",
              "SELECT a FROM v_nothing",
              "SELECT z FROM v_all",
              "SELECT a FROM wide",
              "SELECT count(*) FROM wide",
              "SELECT 1 FROM other",
              "SELECT a FROM v_all JOIN other",
              "SELECT a FROM v_all WHERE a IN (SELECT a FROM other)",
              "SELECT a FROM t_narrow",
              "SELECT count(*) FROM t_narrow",
              "SELECT count(*) FROM \"T_Narrow\"",
              "SELECT * FROM sqlite_schema",
              "SELECT * FROM sqlite_temp_schema",
              "SELECT * FROM pragma_table_info('wide')",
              "SELECT a FROM v_all; SELECT a FROM v_all",
              "SELECT a FROM v_all; DROP TABLE wide",
              "INSERT INTO wide VALUES(9, 'x', NULL)",
              "UPDATE wide SET a = 1",
              "DELETE FROM wide",
              "DROP TABLE wide",
              "CREATE TEMP TABLE mine(a)",
              "PRAGMA user_version",
              "PRAGMA user_version = 3",
              "ATTACH 'other.db' AS other",
              "BEGIN",
              "COMMIT",
              "VACUUM",
              "EXPLAIN SELECT a FROM v_all",
              "EXPLAIN QUERY PLAN SELECT a FROM v_all",
              "SELECT a FROM v_all WHERE a = ?",
              "SELECT a FROM v_all WHERE a = @one",
              "SELECT load_extension('x')",
              "SELECT randomblob(8) FROM v_all",
              "SELECT ffp_open('wide', 's', x'01', x'02')",
              "SELECT ffp_open('wide', 's', x'01', b) FROM v_all",
              "SELECT date('now') FROM v_all",
              "SELECT CURRENT_DATE FROM v_all",
              "SELECT date() FROM v_all",
              "WITH v_all AS (SELECT a FROM wide) SELECT a FROM v_all",
              "with recursive n(i) as (values(1) union all select i + 1 from n) select i from n"})
            QTest::newRow(sql) << QString::fromLatin1(sql);
    }
    void refuses()
    {
        QFETCH(QString, sql);
        const auto rules = connection();
        const auto checked = rules->check(sql);
        FFP_VERIFY_ERROR(checked, ErrorKind::PolicyPackInvalid);
        QVERIFY(!checked.error().args.value(1).isEmpty());
        FFP_VERIFY_ERROR(rules->select(sql, {}, m_progress, [](const RuleRow &) { return true; }),
                         ErrorKind::PolicyPackInvalid);
        QCOMPARE(count(*rules, u"SELECT a FROM v_all"_s), 3); // and nothing happened
    }

    void cannotWriteTheFile()
    {
        auto rules = RuleConnection::open(m_path, opened);
        FFP_VERIFY(rules);
        for (const QString &sql :
             {u"CREATE TABLE main.mine(a)"_s, u"INSERT INTO wide VALUES(9, 'x', NULL)"_s})
            QVERIFY(!(*rules)->prepare(sql));
        FFP_VERIFY_ERROR(RuleConnection::open(m_dir.filePath(u"none.db"_s), opened),
                         ErrorKind::FileUnreadable);
    }

    void opensSecretsThroughTheViewOnly()
    {
        const auto rules = connection();
        QString found;
        FFP_VERIFY(
            rules->select(u"SELECT s FROM v_secret WHERE a = 1"_s, {}, m_progress, [&](const RuleRow &row) {
                found = row.text(0);
                return true;
            }));
        QCOMPARE(found, u"wide.s=one"_s);
        QCOMPARE(count(*rules, u"SELECT a FROM v_secret"_s), 3); // not opened when not asked for
        // What the opener says comes back as it is.
        FFP_VERIFY_ERROR(rules->select(u"SELECT s FROM v_secret"_s, {}, m_progress,
                                       [](const RuleRow &) { return true; }),
                         ErrorKind::Locked);
        QCOMPARE(count(*rules, u"SELECT s FROM v_secret WHERE a < 3"_s), 2);
    }

    void stopsInTime()
    {
        const auto rules = connection();
        // 3 ^ 18 rows: not to be waited for.
        QString sql = u"SELECT count(*) FROM v_all"_s;
        for (int i = 0; i < 17; ++i)
            sql += u" JOIN v_all x%1"_s.arg(i);
        const auto late = rules->select(
            sql, {}, m_progress, [](const RuleRow &) { return true; }, 20);
        FFP_VERIFY_ERROR(late, ErrorKind::PolicyPackInvalid);
        QVERIFY(late.error().args.value(1).contains(u"20 ms"_s));
        SilentProgress stopped;
        stopped.cancel();
        FFP_VERIFY_ERROR(rules->select(sql, {}, stopped, [](const RuleRow &) { return true; }),
                         ErrorKind::Cancelled);
        qint64 rows = 0;
        FFP_VERIFY(rules->select(u"SELECT a FROM v_all"_s, {}, m_progress,
                                 [&](const RuleRow &) { return ++rows < 2; }));
        QCOMPARE(rows, 2);
    }

    void appendsToItsOwnTables()
    {
        auto made = RuleConnection::open(m_path, opened);
        FFP_VERIFY(made);
        RuleConnection &rules = **made;
        FFP_VERIFY(
            rules.prepare(u"CREATE TEMP TABLE t_list(a INTEGER, b TEXT, PRIMARY KEY(a)) WITHOUT ROWID"_s));
        FFP_VERIFY(rules.prepare(u"CREATE TEMP VIEW v_list AS SELECT * FROM t_list"_s));
        rules.restrict({u"v_list"_s});
        FFP_VERIFY(rules.append(u"t_list"_s, {qint64(1), u"x"_s}));
        FFP_VERIFY(rules.append(u"t_list"_s, {qint64(1), u"again"_s}));
        FFP_VERIFY(rules.append(u"t_list"_s, {qint64(2), RuleValue()}));
        QCOMPARE(count(rules, u"SELECT a FROM v_list"_s), 2);
        QCOMPARE(count(rules, u"SELECT a FROM v_list WHERE b = 'x'"_s), 1);
        FFP_VERIFY(rules.clear(u"t_list"_s));
        QCOMPARE(count(rules, u"SELECT a FROM v_list"_s), 0);
        QVERIFY(!rules.append(u"t_nothing"_s, {qint64(1)}));
        FFP_VERIFY_ERROR(rules.check(u"DELETE FROM t_list"_s),
                         ErrorKind::PolicyPackInvalid); // still restricted
    }
};

QTEST_GUILESS_MAIN(TestRuleConnection)
#include "tst_ruleconnection.moc"
