// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/statement.h"

#include "core/db/query.h"
#include "core/db/statementpool.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

#include <thread>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

/// Statements come from the pool of their connection and go back there.
class TestStatement : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_db;

    qint64 rows() const { return queryInteger(*m_db, u"SELECT count(*) FROM t"_s).value_or(-1).value_or(-1); }
    sqlite3_stmt *preparedFor(const QString &sql) const
    {
        const auto statement = Statement::prepare(*m_db, sql);
        return statement ? statement->raw() : nullptr;
    }

private Q_SLOTS:
    void init()
    {
        static int count = 0;
        auto db = Database::open(m_folder.filePath(u"%1.db"_s.arg(++count)), Database::Mode::ReadWrite, true);
        FFP_VERIFY(db);
        m_db = std::move(*db);
        FFP_VERIFY(execute(*m_db, u"CREATE TABLE t (a, b)"_s));
    }
    void sameTextIsPreparedOnce()
    {
        const QString sql = u"INSERT INTO t VALUES(?, ?)"_s;
        QCOMPARE(preparedFor(sql), preparedFor(sql));
        const auto first = Statement::prepare(*m_db, sql);
        const auto second = Statement::prepare(*m_db, sql); // the first one is in use
        FFP_VERIFY(second);
        QVERIFY(first->raw() != second->raw());
    }
    void parametersAreNotInherited()
    {
        const QString sql = u"INSERT INTO t VALUES(?, ?)"_s;
        {
            auto both = Statement::prepare(*m_db, sql);
            FFP_VERIFY(both);
            both->bind(1, 1);
            both->bind(2, 2); // given up before it ran
        }
        auto one = Statement::prepare(*m_db, sql);
        FFP_VERIFY(one);
        one->bind(1, 3);
        FFP_VERIFY(one->run());
        QCOMPARE(queryInteger(*m_db, u"SELECT count(*) FROM t WHERE a = 3 AND b IS NULL"_s)->value_or(-1), 1);
    }
    void unfinishedRowsAreGivenUp()
    {
        FFP_VERIFY(execute(*m_db, u"INSERT INTO t VALUES(1, 1), (2, 2)"_s));
        const QString sql = u"SELECT a FROM t ORDER BY a"_s;
        for (int again = 0; again < 2; ++again) {
            auto select = Statement::prepare(*m_db, sql);
            FFP_VERIFY(select);
            QVERIFY(select->step().value_or(false));
            QCOMPARE(select->integer(0), 1);
            Query query(*m_db, sql);
            FFP_VERIFY(query.run());
            QVERIFY(query.next().value_or(false));
            QCOMPARE(query.integer(0), 1);
        }
        // A statement in the middle of its rows would hold the table.
        FFP_VERIFY(execute(*m_db, u"DROP TABLE t"_s));
    }
    void followsTheSchema()
    {
        const QString sql = u"SELECT * FROM t"_s;
        FFP_VERIFY(execute(*m_db, u"INSERT INTO t VALUES(1, 1)"_s));
        preparedFor(sql);
        FFP_VERIFY(execute(*m_db, u"ALTER TABLE t ADD COLUMN c DEFAULT 7"_s));
        auto select = Statement::prepare(*m_db, sql);
        FFP_VERIFY(select);
        QVERIFY(select->step().value_or(false));
        QCOMPARE(select->integer(2), 7);
    }
    void aFailedQueryIsNotKept()
    {
        FFP_VERIFY(execute(*m_db, u"CREATE UNIQUE INDEX t_a ON t(a)"_s));
        const QString sql = u"INSERT INTO t VALUES(?, 0)"_s;
        FFP_VERIFY(execute(*m_db, sql, 1));
        FFP_VERIFY_ERROR(execute(*m_db, sql, 1), ErrorKind::Database);
        FFP_VERIFY(execute(*m_db, sql, 2));
        QCOMPARE(rows(), 2);
    }
    void manyTextsAreNotKeptForEver()
    {
        sqlite3_stmt *const first = preparedFor(u"SELECT 0"_s);
        QCOMPARE(preparedFor(u"SELECT 0"_s), first);
        for (int i = 1; i < 1000; ++i)
            QVERIFY(preparedFor(u"SELECT %1"_s.arg(i)));
        FFP_VERIFY(m_db->close()); // and none of them keeps the file open
        QVERIFY(!QFile::exists(m_db->path() + u"-wal"_s));
    }
    void connectionsHaveTheirOwn()
    {
        const auto here = Statement::prepare(*m_db, u"SELECT 1"_s);
        FFP_VERIFY(here);
        sqlite3_stmt *there = nullptr;
        std::thread([&] {
            there = preparedFor(u"SELECT 1"_s);
            m_db->closeThread();
        }).join();
        QVERIFY(there && there != here->raw());
    }
    void aStatementMayOutliveThePool()
    {
        const auto pool = m_db->statements();
        QVERIFY(pool);
        sqlite3_stmt *const taken = [&] {
            preparedFor(u"SELECT 1"_s);
            return pool->take("SELECT 1");
        }();
        QVERIFY(taken);
        pool->close();
        pool->give(taken); // finalized, or the close below would leave the journal behind
        FFP_VERIFY(m_db->close());
        QVERIFY(!QFile::exists(m_db->path() + u"-wal"_s));
    }
};

QTEST_GUILESS_MAIN(TestStatement)
#include "tst_statement.moc"
