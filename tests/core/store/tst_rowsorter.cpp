// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/rowsorter.h"

#include "core/db/query.h"
#include "tests/support/testsupport.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

/// RowSorter gives the order of SQLite's ORDER BY, whatever stands in the columns.
class TestRowSorter : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_db;

    std::vector<qint64> bySqlite(const QString &order) const
    {
        std::vector<qint64> out;
        Query query(*m_db, u"SELECT rowid FROM t ORDER BY %1, rowid"_s.arg(order));
        if (query.run())
            while (query.next().value_or(false))
                out.push_back(query.integer(0));
        return out;
    }
    std::vector<qint64> bySorter(const QString &columns, std::vector<bool> descending) const
    {
        RowSorter sorter(std::move(descending));
        auto rows = Statement::prepare(*m_db, u"SELECT rowid, %1 FROM t ORDER BY random()"_s.arg(columns));
        if (!rows)
            return {};
        while (rows->step().value_or(false))
            sorter.add(rows->integer(0), *rows, 1);
        return sorter.sorted();
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto db = Database::open(m_folder.filePath(u"t.db"_s), Database::Mode::ReadWrite, true);
        FFP_VERIFY(db);
        m_db = std::move(*db);
        FFP_VERIFY(execute(*m_db, u"CREATE TABLE t (a, b)"_s));
        QRandomGenerator random(7);
        const QStringList texts{u""_s, u"a"_s, u"aa"_s, u"b"_s, u"王"_s, u"王二"_s, u"赵"_s, u"第1组"_s};
        for (int i = 0; i < 500; ++i) {
            Query insert(*m_db, u"INSERT INTO t VALUES(?, ?)"_s);
            for (int column = 0; column < 2; ++column) {
                switch (random.bounded(4)) {
                case 0: insert.bind(std::nullopt); break;
                case 1: insert.bind(qint64(random.bounded(-5, 5)) << random.bounded(40)); break;
                case 2: insert.bind(texts[random.bounded(int(texts.size()))]); break;
                default: insert.bind(QByteArray(random.bounded(3), char(random.bounded(-128, 128))));
                }
            }
            FFP_VERIFY(insert.exec());
        }
    }
    void likeSqlite()
    {
        QCOMPARE(bySqlite(u"a"_s).size(), size_t(500));
        QCOMPARE(bySorter(u"a"_s, {false}), bySqlite(u"a"_s));
        QCOMPARE(bySorter(u"a"_s, {true}), bySqlite(u"a DESC"_s));
        QCOMPARE(bySorter(u"a, b"_s, {false, true}), bySqlite(u"a, b DESC"_s));
        QCOMPARE(bySorter(u"b, a"_s, {true, false}), bySqlite(u"b DESC, a"_s));
    }
    void nothingIsSortedToNothing() { QCOMPARE(RowSorter({false}).sorted(), std::vector<qint64>()); }
};

QTEST_GUILESS_MAIN(TestRowSorter)
#include "tst_rowsorter.moc"
