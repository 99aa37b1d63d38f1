// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsupport.h"
#include "ui/models/householdlistmodel.h"

#include <QAbstractItemModelTester>
#include <QSemaphore>
#include <QThreadPool>

using namespace ffp;
using namespace ffp::ui;

namespace {

/// A source whose answers can be held back, and that counts what it was asked.
class FakeSource : public HouseholdSource
{
public:
    Result<std::vector<qint64>> ids(const HouseholdQuery &query) const override
    {
        if (held)
            gate.acquire();
        ++idCalls;
        if (broken)
            return fail(Error::of(ErrorKind::Database));
        const QMutexLocker lock(&mutex);
        return query.text.isEmpty() ? all : std::vector<qint64>{7};
    }
    Result<std::vector<QStringList>> cells(std::span<const qint64> rids,
                                           const QStringList &columns) const override
    {
        std::vector<QStringList> rows;
        const QMutexLocker lock(&mutex);
        for (const qint64 rid : rids) {
            fetched.push_back(rid);
            QStringList row;
            for (const QString &column : columns)
                row << (column == QLatin1String("red_flags")
                            ? QString::number(rid % 2)
                            : QStringLiteral("%1-%2-%3").arg(column).arg(rid).arg(version));
            rows.push_back(row);
        }
        return rows;
    }

    std::vector<qint64> all;
    int version = 1;
    bool broken = false;
    bool held = false;
    mutable QSemaphore gate;
    mutable QMutex mutex;
    mutable std::vector<qint64> fetched;
    mutable std::atomic<int> idCalls = 0;
};

ChangeSummary edited(Entity entity, qint64 rid)
{
    ChangeSummary summary;
    summary.change = 1;
    summary.edited = 1;
    summary.rids = {{entity, rid}};
    return summary;
}

} // namespace

class TestHouseholdListModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_source = std::make_shared<FakeSource>();
        for (qint64 rid = 1; rid <= 100'000; ++rid)
            m_source->all.push_back(rid);
        m_model = std::make_unique<HouseholdListModel>(m_source);
        m_model->setColumns({QStringLiteral("red_flags"), QStringLiteral("head_name")});
    }
    void cleanup()
    {
        m_source->gate.release(100);
        m_model.reset();
        QThreadPool::globalInstance()->waitForDone();
    }

    // Invariants 1 and 3
    void rowsAreBlankAskedForAndThenThere()
    {
        QAbstractItemModelTester tester(m_model.get(),
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        load();
        QCOMPARE(m_model->rowCount(), 100'000);
        const QModelIndex last = m_model->index(99'999, 1);
        QVERIFY(last.data().isNull());
        QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        QTRY_COMPARE(last.data().toString(), QStringLiteral("head_name-100000-1"));
        QVERIFY(!changed.isEmpty());
        QVERIFY(m_source->fetched.size() < 1000);
    }
    void redMarkIsSignAndWordAndNothingForNone()
    {
        load();
        const QModelIndex red = m_model->index(0, 0);
        const QModelIndex none = m_model->index(1, 0);
        (void)red.data();
        QTRY_VERIFY(red.data().toString().contains(QStringLiteral("●")));
        QVERIFY(red.data().toString().contains(QLatin1Char('1')));
        QCOMPARE(none.data().toString(), QString());
    }

    // Invariant 2
    void answerToAnOlderQuestionIsDropped()
    {
        load();
        m_source->held = true;
        HouseholdQuery narrow;
        narrow.text = QStringLiteral("x");
        m_model->setQuery(HouseholdQuery{});
        m_model->setQuery(narrow);
        QVERIFY(m_model->isLoading());
        m_source->gate.release(2);
        QTRY_VERIFY(!m_model->isLoading());
        QTRY_COMPARE(m_model->rowCount(), 1);
        QThreadPool::globalInstance()->waitForDone();
        QCoreApplication::processEvents();
        QCOMPARE(m_model->ridAt(0), qint64(7));
    }

    // Invariant 4
    void rowsScrolledPastAreNotFetched()
    {
        load();
        for (int row = 0; row < 100'000; row += RowCache::kPageRows)
            (void)m_model->index(row, 1).data();
        const int wanted = 99'968; // first row of the last page that was asked for
        QTRY_VERIFY(!m_model->index(wanted, 1).data().isNull());
        QThreadPool::globalInstance()->waitForDone();
        QVERIFY2(m_source->fetched.size() <= 9 * RowCache::kPageRows,
                 qPrintable(QString::number(m_source->fetched.size())));
    }

    // Invariant 5
    void changeOfAKnownRowFetchesItAgain()
    {
        load();
        const QModelIndex first = m_model->index(0, 1);
        (void)first.data();
        QTRY_COMPARE(first.data().toString(), QStringLiteral("head_name-1-1"));
        QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        m_source->version = 2;
        m_model->dataChangedInRegister(edited(Entity::Household, 1));
        QCOMPARE(first.data().toString(), QStringLiteral("head_name-1-1")); // the old text until then
        QTRY_COMPARE(first.data().toString(), QStringLiteral("head_name-1-2"));
        QCOMPARE(reset.size(), 0);
    }
    void changeOfAMemberFetchesWhatIsSeenAgain()
    {
        load();
        const QModelIndex first = m_model->index(0, 1);
        (void)first.data();
        QTRY_VERIFY(!first.data().isNull());
        m_source->version = 2;
        m_model->dataChangedInRegister(edited(Entity::Member, 12345));
        QTRY_COMPARE(first.data().toString(), QStringLiteral("head_name-1-2"));
    }
    void newHouseholdResetsTheList()
    {
        load();
        {
            const QMutexLocker lock(&m_source->mutex);
            m_source->all.push_back(100'001);
        }
        ChangeSummary summary = edited(Entity::Household, 100'001);
        summary.created = 1;
        m_model->dataChangedInRegister(summary);
        QTRY_COMPARE(m_model->rowCount(), 100'001);
    }
    void sortAsksAnew()
    {
        load();
        const int before = m_source->idCalls;
        m_model->sort(1, Qt::DescendingOrder);
        QCOMPARE(m_model->query().sort.size(), size_t(1));
        QCOMPARE(m_model->query().sort[0].column, QStringLiteral("head_name"));
        QVERIFY(m_model->query().sort[0].descending);
        QTRY_VERIFY(m_source->idCalls > before);
        QTRY_VERIFY(!m_model->isLoading());
    }
    void failureIsTold()
    {
        m_source->broken = true;
        QSignalSpy failed(m_model.get(), &HouseholdListModel::failed);
        m_model->refresh();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!m_model->isLoading());
    }
    void everyColumnHasLabels()
    {
        QVERIFY(!RegistryService::columns().empty());
        for (const ListColumn &column : RegistryService::columns()) {
            QCOMPARE(listColumn(QLatin1String(column.id)), &column);
            QVERIFY2(!listColumnLabel(column).isEmpty(), column.id);
        }
        QVERIFY(!listColumn(QStringLiteral("no_such_column")));
    }

private:
    void load()
    {
        QSignalSpy loaded(m_model.get(), &HouseholdListModel::loaded);
        m_model->refresh();
        QTRY_COMPARE(loaded.size(), 1);
    }

    std::shared_ptr<FakeSource> m_source;
    std::unique_ptr<HouseholdListModel> m_model;
};

QTEST_GUILESS_MAIN(TestHouseholdListModel)
#include "tst_householdlistmodel.moc"
