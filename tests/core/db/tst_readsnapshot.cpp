// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/db/transaction.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>
#include <QThread>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

class TestReadSnapshot : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_db;

    qint64 rows() const { return queryInteger(*m_db, u"SELECT count(*) FROM t"_s).value_or(-1).value_or(-1); }
    /// Inserts a row over another connection; true = it went in.
    bool insertElsewhere()
    {
        bool done = false;
        std::unique_ptr<QThread> thread(QThread::create([&] {
            done = execute(*m_db, u"INSERT INTO t VALUES (1)"_s).has_value();
            m_db->closeThread();
        }));
        thread->start();
        return thread->wait() && done;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto db = Database::open(m_folder.filePath(u"t.db"_s), Database::Mode::ReadWrite, true);
        FFP_VERIFY(db);
        m_db = std::move(*db);
        FFP_VERIFY(execute(*m_db, u"CREATE TABLE t (a INTEGER)"_s));
    }
    void seesOneStateAndHoldsUpNobody()
    {
        {
            const auto reading = ReadSnapshot::begin(*m_db);
            FFP_VERIFY(reading);
            const qint64 before = rows();
            QVERIFY(insertElsewhere());
            QCOMPARE(rows(), before);
        }
        QCOMPARE(rows(), 1);
    }
    void insideAWriteItLeavesTheWriteAlone()
    {
        auto writing = Transaction::begin(*m_db);
        FFP_VERIFY(writing);
        FFP_VERIFY(execute(*m_db, u"INSERT INTO t VALUES (2)"_s));
        {
            const auto reading = ReadSnapshot::begin(*m_db);
            FFP_VERIFY(reading);
            QCOMPARE(rows(), 2);
        }
        QVERIFY(writing->alive());
        FFP_VERIFY(writing->commit());
        QCOMPARE(rows(), 2);
    }
};

QTEST_GUILESS_MAIN(TestReadSnapshot)
#include "tst_readsnapshot.moc"
