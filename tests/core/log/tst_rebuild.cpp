// SPDX-License-Identifier: GPL-3.0-or-later
// What is computed from the log: compared, and computed again (exchange.md §9.4).
#include "core/db/query.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/log/projector.h"
#include "core/schema/projection.h"
#include "tests/support/logfixture.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const FieldRef kNo = household::f("household_no");
const FieldRef kPeople = household::f("population_current");
const FieldRef kPhone = household::f("phone");

/// Households with members; some edited, some voided.
struct RebuildFixture : LogFixture {
    RebuildFixture()
    {
        const auto made = log->transact(operation("import"), [&](ChangeWriter &w) -> Result<> {
            for (int i = 1; i <= 6; ++i) {
                FFP_ASSIGN(const RecordId h,
                           w.create(Entity::Household, area(i % 2 ? kVillage : kOtherVillage),
                                    {{kNo, Value(u"34132311420100%1"_s.arg(i))},
                                     {kPhone, Value(u"1380000111%1"_s.arg(i))}}));
                households.push_back(h);
                FFP_TRY(w.create(Entity::Member, area(i % 2 ? kVillage : kOtherVillage),
                                 {{member::f("household_id"), Value(h)},
                                  {member::f("name"), Value(u"试甲"_s)},
                                  {member::f("id_no"), Value(u"34132319800101001%1"_s.arg(i))}}));
            }
            return {};
        });
        if (!made)
            qFatal("fixture");
        change([&](ChangeWriter &w) { return w.edit(households[0], {{kPeople, Value(3)}}); });
        change([&](ChangeWriter &w) { return w.edit(households[0], {{kPeople, Value(4)}}); });
        change([&](ChangeWriter &w) { return w.setVoid(households[1], true, u"重复"_s); });
    }
    void change(const Log::Work &work)
    {
        clock.advance(1000);
        if (!log->transact(operation(), work))
            qFatal("change");
    }
    Projector::Comparison compare() const
    {
        SilentProgress progress;
        auto compared = Projector::compareAll(*db, cipher, progress);
        if (!compared)
            qFatal("compare: %s", errorCode(compared.error().kind));
        return std::move(*compared);
    }
    Result<qint64> rebuild()
    {
        SilentProgress progress;
        return Projector::rebuildAll(*db, cipher, progress);
    }
    QStringList schema() const
    {
        Query query(*db, u"SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name"_s);
        QStringList out;
        if (!query.run())
            qFatal("schema");
        while (query.next().value())
            out << query.text(0);
        return out;
    }

    std::vector<RecordId> households;
};

/// Says "stop" at the n-th question.
class CancelAfter : public Progress
{
public:
    explicit CancelAfter(int questions) : m_left(questions) {}
    void report(const char *, qint64, qint64) override {}
    bool cancelled() const override { return m_left-- <= 0; }

private:
    mutable int m_left;
};

} // namespace

class TestRebuild : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void healthyFileIsNotChanged()
    {
        RebuildFixture f;
        const QStringList before = dumpAll(*f.db, f.cipher);
        const QStringList schema = f.schema();
        QCOMPARE(f.compare().records, 12);
        QCOMPARE(f.compare().differing, 0);
        QCOMPARE(f.rebuild().value(), 0);
        QCOMPARE(dumpAll(*f.db, f.cipher), before);
        QCOMPARE(f.schema(), schema); // indexes too
        QCOMPARE(f.compare().differing, 0);
        QCOMPARE(f.text(u"PRAGMA integrity_check"_s), u"ok"_s);
    }

    void whatWasChangedOutsideIsFoundAndPutRight_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *name, const QString &sql, const QString &where) {
            QTest::newRow(name) << sql << where;
        };
        row("value", u"UPDATE household SET population_current = 9 WHERE rid = 1"_s,
            u"household population_current"_s);
        row("cleared", u"UPDATE household SET household_no = NULL WHERE rid = 1"_s,
            u"household household_no"_s);
        row("area", u"UPDATE household SET area = '341323114203' WHERE rid = 1"_s,
            u"household area or void"_s);
        row("void", u"UPDATE household SET void = 1 WHERE rid = 1"_s, u"household area or void"_s);
        row("reason", u"UPDATE household SET void_reason = 'x' WHERE rid = 1"_s, u"household area or void"_s);
        row("row gone", u"DELETE FROM household WHERE rid = 1"_s, u"household row"_s);
        row("row too many", u"INSERT INTO household(rid, area, void) VALUES(99, '341323114201', 0)"_s,
            u"household not in the log"_s);
        row("row of another type", u"INSERT INTO member(rid, area, void) VALUES(1, '341323114201', 0)"_s,
            u"member not in the log"_s);
        row("ciphertext damaged", u"UPDATE household SET phone = x'00' WHERE rid = 1"_s,
            u"household phone"_s);
        row("ciphertext of another row",
            u"UPDATE household SET phone = (SELECT phone FROM household WHERE rid = 3) WHERE rid = 1"_s,
            u"household phone"_s);
        row("blind index", u"UPDATE member SET id_no_bi = id_no_bi + 1 WHERE rid = 2"_s,
            u"member id_no_bi"_s);
        row("blind index gone", u"UPDATE member SET id_no_bi = NULL WHERE rid = 2"_s, u"member id_no_bi"_s);
        row("reference", u"UPDATE member SET household_id = 3 WHERE rid = 2"_s, u"member household_id"_s);
        row("head gone", u"DELETE FROM head"_s, u"head heads"_s);
        row("head too many", u"INSERT INTO head(rid, field, n) VALUES(3, 'phone', 3)"_s, u"head heads"_s);
        row("head of nobody", u"INSERT INTO head(rid, field, n) VALUES(99, 'phone', 3)"_s,
            u"head not in the log"_s);
        row("conflict", u"INSERT INTO conflict(rid, field, heads, since) VALUES(1, 'phone', 2, 0)"_s,
            u"conflict conflicts"_s);
        row("conflict of nobody",
            u"INSERT INTO conflict(rid, field, heads, since) VALUES(99, 'phone', 2, 0)"_s,
            u"conflict not in the log"_s);
        row("eff", u"UPDATE op SET eff = 5 WHERE n = 3"_s, u"op eff"_s);
        row("area of the record", u"UPDATE record SET area = '341323114203' WHERE rid = 1"_s,
            u"record create"_s);
        row("create of the record", u"UPDATE record SET create_n = 2 WHERE rid = 1"_s, u"record create"_s);
        row("record hidden", u"UPDATE record SET create_n = NULL WHERE rid = 1"_s, u"record create"_s);
        row("table gone", u"DROP TABLE member"_s, u"member row"_s);
    }
    void whatWasChangedOutsideIsFoundAndPutRight()
    {
        QFETCH(const QString, sql);
        QFETCH(const QString, where);
        RebuildFixture f;
        const QStringList before = dumpAll(*f.db, f.cipher);
        const QStringList schema = f.schema();
        FFP_VERIFY(execute(*f.db, sql));
        if (!sql.startsWith(u"DROP"_s)) {
            const Projector::Comparison compared = f.compare();
            QVERIFY(compared.differing > 0);
            QStringList found;
            for (const Projector::Difference &difference : compared.first)
                found << difference.table + u' ' + difference.what;
            QVERIFY2(found.contains(where), qPrintable(found.join(u", "_s)));
        }
        const auto rebuilt = f.rebuild();
        FFP_VERIFY(rebuilt);
        QVERIFY(*rebuilt > 0);
        QCOMPARE(dumpAll(*f.db, f.cipher), before);
        QCOMPARE(f.schema(), schema);
        QCOMPARE(f.compare().differing, 0);
        QCOMPARE(f.rebuild().value(), 0);
    }

    void differencesAreCountedAndListedInPart()
    {
        LogFixture f;
        const int many = int(Projector::kMostDifferences) + 20;
        const auto made = f.log->transact(f.operation("import"), [&](ChangeWriter &w) -> Result<> {
            for (int i = 0; i < many; ++i)
                FFP_TRY(w.create(Entity::Household, area(kVillage), {{kNo, Value(QString::number(i))}}));
            return {};
        });
        FFP_VERIFY(made);
        FFP_VERIFY(execute(*f.db, u"UPDATE household SET population_current = 1"_s));
        SilentProgress progress;
        const auto compared = Projector::compareAll(*f.db, f.cipher, progress);
        FFP_VERIFY(compared);
        QCOMPARE(compared->differing, many);
        QCOMPARE(compared->first.size(), Projector::kMostDifferences);
    }

    // Ids and rows that the rebuild keeps: what other tables and open screens hold stays true.
    void rowIdsStay()
    {
        RebuildFixture f;
        const QString pairs = u"SELECT group_concat(r.rid || hex(r.rec)) FROM record r"_s;
        const QString before = f.text(pairs);
        FFP_VERIFY(f.rebuild());
        QCOMPARE(f.text(pairs), before);
        QCOMPARE(f.number(u"SELECT count(*) FROM op"_s), 15);
        QCOMPARE(f.number(u"SELECT count(*) FROM change"_s), 4);
    }

    void cancelledLeavesNoTrace()
    {
        RebuildFixture f;
        FFP_VERIFY(execute(*f.db, u"UPDATE household SET population_current = 9"_s));
        const QStringList before = dumpAll(*f.db, f.cipher);
        for (const int questions : {0, 1}) { // in the comparison, in the rebuild
            CancelAfter progress(questions);
            FFP_VERIFY_ERROR(Projector::rebuildAll(*f.db, f.cipher, progress), ErrorKind::Cancelled);
            QCOMPARE(dumpAll(*f.db, f.cipher), before);
        }
        CancelAfter progress(0);
        FFP_VERIFY_ERROR(Projector::compareAll(*f.db, f.cipher, progress), ErrorKind::Cancelled);
    }

    void damagedOpStopsTheRebuild()
    {
        RebuildFixture f;
        const QStringList before = dumpAll(*f.db, f.cipher);
        FFP_VERIFY(execute(*f.db, u"UPDATE op SET body = x'0102' WHERE n = 3"_s));
        const Projector::Comparison compared = f.compare();
        QCOMPARE(compared.differing, 1);
        QCOMPARE(compared.records, 12); // the others are still looked at
        QCOMPARE(compared.first.front().table, u"op"_s);
        FFP_VERIFY_ERROR(f.rebuild(), ErrorKind::Damaged);
        QCOMPARE(dumpAll(*f.db, f.cipher), before); // the old tables are better than none
    }

    void diskFullLeavesTheOldTables()
    {
        RebuildFixture f;
        FFP_VERIFY(execute(*f.db, u"UPDATE household SET population_current = 9"_s));
        FFP_VERIFY(execute(*f.db, u"DROP INDEX household__area_household_no_void"_s)); // needs a page again
        FFP_VERIFY(execute(*f.db, u"VACUUM"_s));
        const QStringList before = dumpAll(*f.db, f.cipher);
        const qint64 pages = f.number(u"PRAGMA page_count"_s);
        FFP_VERIFY(execute(*f.db, u"PRAGMA max_page_count=%1"_s.arg(pages)));
        FFP_VERIFY_ERROR(f.rebuild(), ErrorKind::DiskFull);
        QCOMPARE(dumpAll(*f.db, f.cipher), before);
        QCOMPARE(f.text(u"PRAGMA integrity_check"_s), u"ok"_s);
        FFP_VERIFY(execute(*f.db, u"PRAGMA max_page_count=1073741823"_s));
        QCOMPARE(f.rebuild().value(), 6);
    }

    void lockedSite()
    {
        RebuildFixture f;
        f.cipher.locked = true;
        FFP_VERIFY_ERROR(f.rebuild(), ErrorKind::Locked);
        f.cipher.locked = false;
        QCOMPARE(f.compare().differing, 0);
    }
};

QTEST_GUILESS_MAIN(TestRebuild)
#include "tst_rebuild.moc"
