// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rowcache.h"

#include <QtTest>

using namespace ffp::ui;

namespace {

std::vector<QStringList> pageOfRows(int page)
{
    std::vector<QStringList> rows;
    for (int i = 0; i < RowCache::kPageRows; ++i)
        rows.push_back({QString::number(page * RowCache::kPageRows + i)});
    return rows;
}

} // namespace

class TestRowCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unknownRowsAreNull()
    {
        RowCache cache;
        QVERIFY(!cache.row(0));
        cache.insert(0, {{QStringLiteral("only")}}); // the last page of a list is short
        QVERIFY(cache.row(0));
        QVERIFY(!cache.row(1));
    }
    void pagesMeetAtTheirBoundary()
    {
        RowCache cache;
        cache.insert(0, pageOfRows(0));
        QCOMPARE(cache.row(RowCache::kPageRows - 1)->first(), QString::number(RowCache::kPageRows - 1));
        QVERIFY(!cache.row(RowCache::kPageRows));
        cache.insert(1, pageOfRows(1));
        QCOMPARE(cache.row(RowCache::kPageRows)->first(), QString::number(RowCache::kPageRows));
    }
    void staleTextsStayUntilReplaced()
    {
        RowCache cache;
        cache.insert(0, pageOfRows(0));
        cache.insert(1, pageOfRows(1));
        cache.setStale(0);
        QVERIFY(!cache.isFresh(0));
        QVERIFY(cache.isFresh(1));
        QVERIFY(cache.row(0));
        cache.insert(0, {{QStringLiteral("new")}});
        QVERIFY(cache.isFresh(0));
        QCOMPARE(cache.row(0)->first(), QStringLiteral("new"));
        cache.setStale();
        QVERIFY(!cache.isFresh(1));
    }
    void leastRecentlyUsedPageGoesFirst()
    {
        RowCache cache;
        const int most = static_cast<int>(RowCache::kMaxPages);
        for (int page = 0; page < most; ++page)
            cache.insert(page, pageOfRows(page));
        QVERIFY(cache.row(0)); // used again
        cache.insert(most, pageOfRows(most));
        QCOMPARE(cache.pages(), RowCache::kMaxPages);
        QVERIFY(cache.row(0));
        QVERIFY(!cache.row(RowCache::kPageRows)); // page 1 went
        QVERIFY(cache.row(2 * RowCache::kPageRows));
    }
};

QTEST_GUILESS_MAIN(TestRowCache)
#include "tst_rowcache.moc"
