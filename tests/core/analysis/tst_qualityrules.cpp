// SPDX-License-Identifier: GPL-3.0-or-later
// Every quality rule that is evaluated (domain.md §15), with a case on each side of its boundary. All cases
// are written in one change and evaluated in one run on 31 October 2026; a row then asks for its own
// household. The cases stand in tests/support, one file for some sections.
#include "core/analysis/alerttext.h"
#include "core/policy/policyreader.h"
#include "tests/support/qualitycases.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QRegularExpression>

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate kDay(2026, 10, 31);

/// Ids of domain.md §15: 14 of identity, 14 of structure, and so on.
QStringList allIds()
{
    QStringList ids;
    static constexpr std::pair<int, int> kSections[] = {{1, 14}, {2, 14}, {3, 11}, {4, 8},  {5, 10},
                                                        {6, 5},  {7, 14}, {8, 9},  {9, 25}, {10, 5}};
    for (const auto &[section, last] : kSections)
        for (int i = 1; i <= last; ++i)
            ids << u"DQ-%1%2"_s.arg(section).arg(i, 2, 10, QChar(u'0'));
    return ids;
}

} // namespace

class TestQualityRules : public QObject
{
    Q_OBJECT

    std::unique_ptr<RuleFixture> m_fixture;
    std::vector<QualityCase> m_cases = qualityCases();
    std::vector<RecordId> m_households;
    PolicyPack m_pack = pack();
    QualityEvaluation m_evaluation;
    QMap<RecordId, QSet<QString>> m_fired;

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<RuleFixture>();
        m_fixture->write([this](RecordMaker &maker) {
            for (const QualityCase &one : m_cases) {
                const RecordId household = maker.household(one.household);
                one.build(maker, household);
                m_households.push_back(household);
            }
        });
        m_evaluation = m_fixture->quality(m_pack, kDay);
        m_fired = m_fixture->fired(m_evaluation);
    }

    void everyRuleIsThereOnce_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : PolicyPack::shipped())
            QTest::newRow(qPrintable(id)) << id;
    }
    void everyRuleIsThereOnce()
    {
        QFETCH(QString, id);
        const PolicyPack policy = pack(qPrintable(id));
        QStringList ids;
        for (const PolicyRule &rule : policy.qualityRules()) {
            ids << rule.id;
            QVERIFY2(!rule.source.isEmpty(), qPrintable(rule.id));
            QVERIFY2(rule.evaluate == rule.notEvaluated.zh.isEmpty(), qPrintable(rule.id));
            QVERIFY2(!rule.title.en.isEmpty(), qPrintable(rule.id));
        }
        QCOMPARE(ids, allIds());
        QCOMPARE(ids.size(), 115);
    }

    void boundary_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < m_cases.size(); ++i)
            QTest::addRow("%s %s", m_cases[i].rule, m_cases[i].what) << int(i);
    }
    void boundary()
    {
        QFETCH(int, index);
        const QualityCase &one = m_cases[size_t(index)];
        const QSet<QString> fired = m_fired.value(m_households[size_t(index)]);
        QCOMPARE(fired.contains(QString::fromLatin1(one.rule)), one.fires);
    }

    void everyEvaluatedRuleHasBothSides()
    {
        QStringList without;
        for (const PolicyRule &rule : m_pack.qualityRules())
            for (const bool fires : {true, false})
                if (rule.evaluate && rule.id != u"DQ-206"_s // membersWithoutHousehold()
                    && std::none_of(m_cases.begin(), m_cases.end(), [&](const QualityCase &c) {
                           return rule.id == QLatin1String(c.rule) && c.fires == fires;
                       }))
                    without << rule.id + (fires ? u" fires"_s : u" does not fire"_s);
        QVERIFY2(without.isEmpty(), qPrintable(without.join(u", "_s)));
        QCOMPARE(m_evaluation.outcomes.size() + m_evaluation.notEvaluated.size(),
                 m_pack.qualityRules().size());
    }

    void membersWithoutHousehold()
    {
        RuleFixture fixture;
        RecordId gone;
        RecordId stays;
        fixture.write([&](RecordMaker &maker) {
            maker.make(Entity::Member, {{"name", "无户"}, {"relation", "other"}});
            gone = maker.household();
            maker.member(gone);
            stays = maker.household();
            maker.member(stays);
        });
        FFP_VERIFY(fixture.log->transact(fixture.operation(), [&](ChangeWriter &writer) {
            return writer.setVoid(gone, true, u"重复"_s);
        }));
        const auto evaluation = fixture.quality(m_pack, kDay);
        for (const QualityOutcome &outcome : evaluation.outcomes)
            if (outcome.rule->id == u"DQ-206"_s)
                QCOMPARE(outcome.firings.size(), 2u);
        const auto fired = fixture.fired(evaluation);
        QVERIFY(fired.value(RecordId()).contains(u"DQ-206"_s));
        QVERIFY(!fired.value(stays).contains(u"DQ-206"_s));
    }

    /// What no import brings is missing only where the office keeps it: one entry of another household of the
    /// village makes the difference, one in another village does not (v_kept).
    void onlyWhatTheVillageKeepsCanBeMissing()
    {
        RuleFixture fixture;
        RecordId monitored;
        RecordId removed;
        fixture.write([&](RecordMaker &maker) {
            monitored = maker.household();
            maker.make(Entity::CaseRisk, {{"case_id", maker.of(monitored, Entity::Case,
                                                               {{"monitor_class", "edge"},
                                                                {"status", "active"},
                                                                {"identified_ym", "2025-06"}})},
                                          {"rank", 1},
                                          {"kind", "illness"}});
            removed = maker.household();
            maker.of(removed, Entity::Case,
                     {{"monitor_class", "edge"},
                      {"status", "removed"},
                      {"identified_ym", "2025-01"},
                      {"removed_ym", "2026-03"},
                      {"removal_method", "assisted"}});
        });
        const QSet<QString> asked{u"DQ-901"_s, u"DQ-902"_s, u"DQ-903"_s, u"DQ-910"_s, u"DQ-915"_s};
        const auto found = [&] {
            const auto fired = fixture.fired(fixture.quality(m_pack, kDay));
            QStringList out = ((fired.value(monitored) | fired.value(removed)) & asked).values();
            out.sort();
            return out.join(u' ');
        };
        const auto other = [](Entity entity, const Givens &values) {
            return [=](RecordMaker &maker) { maker.of(maker.household(), entity, values); };
        };
        const auto income = other(Entity::IncomeStatement, {{"year", 2026}});
        const auto check = [&other](const char *on) {
            return other(Entity::SafeguardCheck, {{"checked_on", on}, {"item", "water"}, {"status", "met"}});
        };
        const auto help = [&other](const char *since) {
            return other(Entity::Measure,
                         {{"category", "health"}, {"status", "doing"}, {"started_on", since}});
        };
        QCOMPARE(found(), QString());
        fixture.write(income, kOtherVillage);
        fixture.write(check("2026-03-01"), kOtherVillage);
        fixture.write(help("2026-03-01"), kOtherVillage);
        QCOMPARE(found(), QString());

        fixture.write(check("2026-04-01")); // after the removal: of the monitored household only
        QCOMPARE(found(), u"DQ-901"_s);
        fixture.write(check("2026-03-31"));
        QCOMPARE(found(), u"DQ-901 DQ-902"_s);
        fixture.write(help("2026-04-01"));
        QCOMPARE(found(), u"DQ-901 DQ-902 DQ-910"_s);
        fixture.write(help("2026-03-31"));
        QCOMPARE(found(), u"DQ-901 DQ-902 DQ-910 DQ-915"_s);
    }
    void onlyStatementsOfTheYearCanBeMissing()
    {
        RuleFixture fixture;
        RecordId removed;
        const auto statement = [&](int year) {
            fixture.write([year](RecordMaker &maker) {
                maker.of(maker.household(), Entity::IncomeStatement, {{"year", year}});
            });
            return fixture.fired(fixture.quality(m_pack, kDay)).value(removed).contains(u"DQ-902"_s);
        };
        fixture.write([&](RecordMaker &maker) {
            removed = maker.household();
            maker.of(removed, Entity::Case,
                     {{"monitor_class", "edge"},
                      {"status", "removed"},
                      {"identified_ym", "2025-01"},
                      {"removed_ym", "2025-12"},
                      {"removal_method", "assisted"}});
        });
        QVERIFY(!statement(2026));
        QVERIFY(statement(2025));
    }

    void onlyVillagesThatKeepPlacesOfWorkLackOne()
    {
        RuleFixture fixture;
        RecordId worker;
        const auto lacksOne = [&] {
            return fixture.fired(fixture.quality(m_pack, kDay)).value(worker).contains(u"DQ-502"_s);
        };
        const auto another = [](RecordMaker &maker) {
            maker.member(maker.household(), {{"work_place", "杭州市"}, {"work_months", 3}});
        };
        fixture.write([&](RecordMaker &maker) {
            worker = maker.household();
            maker.member(worker, {{"work_months", 3}});
        });
        fixture.write(another, kOtherVillage);
        QVERIFY(!lacksOne());
        fixture.write(another);
        QVERIFY(lacksOne());
    }

    /// What was found reads as a sentence in both languages, and no number stands in it or in its evidence.
    void evidenceReadsAsASentence()
    {
        static const QRegularExpression number(u"[0-9]{15}"_s);
        for (const QualityOutcome &outcome : m_evaluation.outcomes) {
            for (const Firing &firing : outcome.firings) {
                const AlertText zh = alertText(m_pack, outcome.rule->id, firing.evidence, true);
                const AlertText en = alertText(m_pack, outcome.rule->id, firing.evidence, false);
                QVERIFY2(!zh.message.isEmpty() && !zh.message.contains(u'{'), qPrintable(zh.message));
                QVERIFY2(!en.message.isEmpty() && !en.message.contains(u'{'), qPrintable(en.message));
                const bool household = std::any_of(outcome.rule->evidence.begin(),
                                                   outcome.rule->evidence.end(),
                                                   [](const EvidenceColumn &column) {
                                                       return column.column == u"household_no"_s;
                                                   });
                if (!household)
                    QVERIFY2(!QString::fromUtf8(firing.evidence).contains(number), qPrintable(zh.message));
            }
        }
    }

    void theOtherPackRunsTheSameRules()
    {
        const PolicyPack national = pack("national-2021");
        const auto evaluation = m_fixture->quality(national, kDay);
        QCOMPARE(evaluation.outcomes.size() + evaluation.notEvaluated.size(), 115u);
        QVERIFY(std::any_of(evaluation.notEvaluated.begin(), evaluation.notEvaluated.end(),
                            [](const NotEvaluated &one) { return one.rule == u"DQ-924"_s; }));
    }
};

QTEST_GUILESS_MAIN(TestQualityRules)
#include "tst_qualityrules.moc"
