// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/qualityservice.h"

#include "core/log/logcipher.h"
#include "core/reports/qualityreport.h"
#include "core/services/policyservice.h"
#include "core/services/undoservice.h"
#include "core/services/userservice.h"
#include "tests/support/rulefixture.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"

#include <numeric>

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Two households in two villages: one with a wrong phone (W) and a pupil who works (E), one without anybody.
struct QualitySite : TestSite {
    QualitySite()
    {
        clock.set(QDate(2026, 10, 31));
        const auto done = session().log().transact(
            {"test", session().user().id, {}, {}, true, 0}, [&](ChangeWriter &w) -> Result<> {
                RecordMaker m(w);
                first = m.household({{"household_no", "3413231140000001"}});
                head = m.member(first, {{"name", "试甲"}, {"relation", "head"}, {"phone", "123"}});
                m.member(first, {{"name", "试乙"},
                                 {"relation", "son"},
                                 {"student", "senior_1"},
                                 {"labour", "ordinary"}});
                FFP_ASSIGN(empty,
                           w.create(Entity::Household, area(kOtherVillage),
                                    fieldValues(Entity::Household, {{"household_no", "3413231140000002"},
                                                                    {"household_type", "exited"}})));
                return {};
            });
        if (!done)
            qFatal("%s", qPrintable(done.error().detail));
    }
    QualityRun run(const QualityFilter &filter = {})
    {
        SilentProgress progress;
        auto made = QualityService(session()).run(filter, progress);
        if (!made)
            qFatal("%s", qPrintable(made.error().detail));
        return std::move(*made);
    }
    std::vector<QualityFinding> findings(const QualityRun &run, const QualityFilter &filter = {})
    {
        auto found = QualityService(session()).findings(run, run.select(filter));
        if (!found)
            qFatal("%s", qPrintable(found.error().detail));
        return std::move(*found);
    }
    Result<ChangeSummary> answer(const QString &rule, const QString &reason = u"已核实"_s)
    {
        const QualityRun found = run({{}, rule, {}});
        return QualityService(session()).answer(found, found.select({}), reason);
    }
    qint64 open(const QString &rule) { return qint64(run().select({{}, rule, {}}).size()); }

    RecordId first;
    RecordId head;
    RecordId empty;
};

} // namespace

class TestQualityService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findingsAreReadable()
    {
        QualitySite site;
        const QualityRun run = site.run();
        QCOMPARE(run.day(), QDate(2026, 10, 31));
        QCOMPARE(run.households(), 2);
        const auto found = site.findings(run, {{}, u"DQ-403"_s, {}});
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found[0].level, u"E"_s);
        QCOMPARE(found[0].field, u"member.labour"_s);
        QCOMPARE(found[0].household, site.first);
        QCOMPARE(found[0].householdNo, u"3413231140000001"_s);
        QCOMPARE(found[0].memberName, u"试乙"_s);
        QVERIFY2(found[0].message.contains(u"普通高中一年级"_s), qPrintable(found[0].message));
        // A level comes after the other.
        QString levels;
        for (const QualityRun::Hit &hit : run.hits())
            if (!levels.endsWith(hit.rule->level))
                levels += hit.rule->level;
        QVERIFY2(levels == u"EWH"_s || levels == u"EW"_s, qPrintable(levels));
    }

    void filters()
    {
        QualitySite site;
        const AreaCode other = area(kOtherVillage);
        for (const QualityFinding &finding : site.findings(site.run({other, {}, {}})))
            QCOMPARE(finding.household, site.empty);
        const QualityRun all = site.run();
        QVERIFY(!all.select({other, {}, {}}).empty());
        QVERIFY(all.select({other, {}, {}}).size() < all.hits().size());
        const QualityRun errors = site.run({{}, {}, u"E"_s});
        QCOMPARE(errors.count(u"E"_s), all.count(u"E"_s));
        QCOMPARE(errors.count(u"W"_s), 0);
        qint64 sum = 0;
        for (const QualityRun::Count &count : all.counts())
            sum += count.found;
        QCOMPARE(sum, qint64(all.hits().size()));
        SilentProgress progress;
        FFP_VERIFY_ERROR(QualityService(site.session()).run({{}, u"DQ-999"_s, {}}, progress),
                         ErrorKind::NotFound);
        FFP_VERIFY_ERROR(QualityService(site.session()).run({{}, {}, u"X"_s}, progress),
                         ErrorKind::InvalidArgument);
    }

    /// "Has open E findings" of what is reported upward.
    void openErrorsBlock()
    {
        QualitySite site;
        SilentProgress progress;
        const QualityService service(site.session());
        const auto village = service.openErrors(area(kVillage), progress);
        FFP_VERIFY(village);
        QCOMPARE(*village, site.run({area(kVillage), {}, u"E"_s}).count(u"E"_s));
        QVERIFY(*village > 0);
        const auto elsewhere = service.openErrors(AreaCode::fromString(u"341323100000"), progress);
        FFP_VERIFY(elsewhere);
        QCOMPARE(*elsewhere, 0);
    }

    void anAnswerHoldsUntilTheValueChanges()
    {
        QualitySite site;
        QCOMPARE(site.open(u"DQ-601"_s), 1);
        FFP_VERIFY(site.answer(u"DQ-601"_s, u"村里的内线号码"_s));
        QCOMPARE(site.open(u"DQ-601"_s), 0);
        const QualityRun run = site.run();
        QCOMPARE(run.answered(), 1);
        const auto found = site.findings(run, {{}, u"DQ-601"_s, {}, true});
        QCOMPARE(found.size(), 1u);
        QCOMPARE(found[0].answer, u"村里的内线号码"_s);
        // Another number that is wrong, too: the finding is back.
        FFP_VERIFY(editRecord(site.session(), site.head, fieldValues(Entity::Member, {{"phone", "124"}})));
        QCOMPARE(site.open(u"DQ-601"_s), 1);
        FFP_VERIFY(editRecord(site.session(), site.head, fieldValues(Entity::Member, {{"phone", "123"}})));
        QCOMPARE(site.open(u"DQ-601"_s), 0);
    }

    void undoTakesAnAnswerBack()
    {
        QualitySite site;
        FFP_VERIFY(site.answer(u"DQ-601"_s));
        QCOMPARE(site.open(u"DQ-601"_s), 0);
        FFP_VERIFY(UndoService(site.session()).undo());
        QCOMPARE(site.open(u"DQ-601"_s), 1);
    }

    void aLaterAnswerReplacesAnEarlierOne()
    {
        QualitySite site;
        FFP_VERIFY(site.answer(u"DQ-601"_s, u"一"_s));
        const QualityRun run = site.run({{}, u"DQ-601"_s, {}});
        const auto all = run.select({{}, {}, {}, true});
        FFP_VERIFY(QualityService(site.session()).answer(run, all, u"二"_s));
        QCOMPARE(site.findings(site.run(), {{}, u"DQ-601"_s, {}, true})[0].answer, u"二"_s);
    }

    void errorsAreNotAnswered()
    {
        QualitySite site;
        const auto refused = site.answer(u"DQ-403"_s);
        FFP_VERIFY_ERROR(refused, ErrorKind::RuleBroken);
        QCOMPARE(refused.error().args.value(0), u"DQ-403"_s);
        FFP_VERIFY_ERROR(site.answer(u"DQ-601"_s, u"  "_s), ErrorKind::InvalidValue);
        FFP_VERIFY_ERROR(site.answer(u"DQ-601"_s, u"改为 199 0000 1234"_s), ErrorKind::InvalidValue);
        QCOMPARE(site.open(u"DQ-403"_s), 1);
    }

    /// A threshold of the office is laid over the rule, and its answer was for the old one.
    void localThresholds()
    {
        QualitySite site;
        const RecordId home = addRecord(site.session(), Entity::LivingConditions,
                                        fieldValues(Entity::LivingConditions, {{"household_id", site.first},
                                                                               {"year", 2026},
                                                                               {"arable_mu", 9000}}));
        QVERIFY(!home.isNull());
        QCOMPARE(site.open(u"DQ-801"_s), 0);
        FFP_VERIFY(PolicyService(site.session()).setLocalValue(u"DQ-801.most"_s, u"80"_s, u"本县"_s));
        QCOMPARE(site.open(u"DQ-801"_s), 1);
        FFP_VERIFY(site.answer(u"DQ-801"_s));
        QCOMPARE(site.open(u"DQ-801"_s), 0);
        FFP_VERIFY(PolicyService(site.session()).setLocalValue(u"DQ-801.most"_s, u"70"_s, u"本县"_s));
        QCOMPARE(site.open(u"DQ-801"_s), 1);
    }

    void theTableHasEveryRow()
    {
        QualitySite site;
        const auto run = std::make_shared<const QualityRun>(site.run());
        const TableDocument document = qualityDocument(site.session(), run, run->select({}));
        QCOMPARE(document.rows->count(), qsizetype(run->hits().size()));
        qsizetype rows = 0;
        FFP_VERIFY(document.rows->read(0, document.rows->count(), [&](qsizetype index, const TableRow &row) {
            if (index != rows++ || row.cells.size() != document.columns.size())
                return Result<>(fail(ErrorKind::Internal, u"row %1"_s.arg(index)));
            return Result<>();
        }));
        QCOMPARE(rows, document.rows->count());
    }
};

QTEST_GUILESS_MAIN(TestQualityService)
#include "tst_qualityservice.moc"
