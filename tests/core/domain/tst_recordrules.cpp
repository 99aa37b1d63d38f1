// SPDX-License-Identifier: GPL-3.0-or-later
// Both sides of each contradiction within one record.
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/safeguardfields.h"
#include "core/domain/recordrules.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate kToday(2026, 10, 31);

Record recordOf(const FieldValues &values)
{
    Record record;
    record.entity = values.front().first.entity;
    return withValues(record, values);
}

QString told(const QList<Contradiction> &all)
{
    QStringList words;
    for (const Contradiction &one : all)
        words << QLatin1String(fieldDef(one.field).id) + u':' + QLatin1String(findingDef(one.finding).kind);
    return words.join(u' ');
}

Value text(const char16_t *words)
{
    return Value(QString::fromUtf16(words));
}

/// A grown man who left school: nothing to remark.
FieldValues person(const FieldValues &more = {})
{
    FieldValues values{{member::f("name"), text(u"朱甲")},
                       {member::f("relation"), text(u"head")},
                       {member::f("id_no"), text(u"341323195808156714")},
                       {member::f("sex"), text(u"male")},
                       {member::f("birth_date"), text(u"1958-08-15")},
                       {member::f("education"), text(u"primary")}};
    for (const auto &one : more) {
        std::erase_if(values, [&one](const auto &earlier) { return earlier.first == one.first; });
        values.push_back(one);
    }
    return values;
}

} // namespace

class TestRecordRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contradictionsAreToldBesideAField_data()
    {
        QTest::addColumn<FieldValues>("values");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const FieldValues &values, const char *expected = "") {
            QTest::newRow(name) << values << QString::fromLatin1(expected);
        };
        row("a person", person());
        row("12 months",
            person({{member::f("labour"), text(u"ordinary")}, {member::f("work_months"), Value(12)}}),
            "labour:labour_over_60");
        row("13 months", person({{member::f("work_months"), Value(13)}}), "work_months:months_over_12");
        row("healthy alone", person({{member::f("health"), Value(QStringList{u"healthy"_s})}}));
        row("healthy and ill",
            person({{member::f("health"), Value(QStringList{u"chronic"_s, u"healthy"_s})}}),
            "health:health_contradiction");
        row("sex of the number", person({{member::f("sex"), text(u"female")}}), "sex:sex_differs_from_id");
        row("birth of the number", person({{member::f("birth_date"), text(u"1958-08-16")}}),
            "birth_date:birth_date_differs_from_id");
        row("school left and attended", person({{member::f("student"), text(u"primary")}}),
            "education:education_and_school_both student:grade_age_mismatch");
        row("neither", person({{member::f("education"), Value()}}),
            "education:education_and_school_both_empty");
        row("two causes",
            {{household::f("cause_main"), text(u"illness")},
             {household::f("cause_others"), Value(QStringList{u"disability"_s, u"schooling"_s})}});
        row("a cause twice",
            {{household::f("cause_main"), text(u"illness")},
             {household::f("cause_others"), Value(QStringList{u"illness"_s})}},
            "cause_others:causes_repeated");
        row("edge household", {{household::f("household_type"), text(u"general")},
                               {household::f("monitor_class"), text(u"edge")}});
        row("edge, but exited",
            {{household::f("household_type"), text(u"exited")},
             {household::f("monitor_class"), text(u"edge")}},
            "monitor_class:category_conflict");
        row("type not known", {{household::f("monitor_class"), text(u"edge")}});
        row("no land", {{living::f("arable_mu"), Value(0)}});
        row("less than none", {{living::f("arable_mu"), Value(-1)}}, "arable_mu:negative_area");
        row("road of 5 km", {{living::f("road_distance_km"), Value(500)}});
        row("beyond", {{living::f("road_distance_km"), Value(501)}}, "road_distance_km:distance_over_5km");
        row("removed in the month", {{casefile::f("monitor_class"), text(u"edge")},
                                     {casefile::f("status"), text(u"removed")},
                                     {casefile::f("identified_ym"), text(u"2026-04")},
                                     {casefile::f("removed_ym"), text(u"2026-10")}});
        row("removed before",
            {{casefile::f("monitor_class"), text(u"edge")},
             {casefile::f("status"), text(u"removed")},
             {casefile::f("identified_ym"), text(u"2026-04")},
             {casefile::f("removed_ym"), text(u"2026-03")}},
            "removed_ym:removal_before_identification");
        row("identified later",
            {{casefile::f("monitor_class"), text(u"edge")}, {casefile::f("identified_ym"), text(u"2026-11")}},
            "identified_ym:month_in_future");
        row("removed later",
            {{casefile::f("monitor_class"), text(u"edge")},
             {casefile::f("identified_ym"), text(u"2026-01")},
             {casefile::f("removed_ym"), text(u"2026-11")}},
            "removed_ym:month_in_future");
        row("met", {{safeguard::f("status"), text(u"met")}});
        row("met, and a test failed",
            {{safeguard::f("status"), text(u"met")},
             {safeguard::f("water_failed"), Value(QStringList{u"quality"_s})}},
            "status:tests_contradict_conclusion");
        row("not met", {{safeguard::f("status"), text(u"not_met")},
                        {safeguard::f("water_failed"), Value(QStringList{u"quality"_s})}});
        row("ended on the day", {{assignment::f("started_on"), text(u"2026-05-01")},
                                 {assignment::f("ended_on"), text(u"2026-05-01")}});
        row("ended before",
            {{assignment::f("started_on"), text(u"2026-05-01")},
             {assignment::f("ended_on"), text(u"2026-04-30")}},
            "ended_on:end_before_begin");
        row("mended before",
            {{safeguard::f("checked_on"), text(u"2026-05-01")},
             {safeguard::f("fixed_on"), text(u"2026-04-30")}},
            "fixed_on:end_before_begin");
        row("risk cleared before",
            {{case_risk::f("found_on"), text(u"2026-05-01")},
             {case_risk::f("cleared_on"), text(u"2026-04-30")}},
            "cleared_on:end_before_begin");
    }
    void contradictionsAreToldBesideAField()
    {
        QFETCH(const FieldValues, values);
        QTEST(told(contradictions(recordOf(values), kToday)), "expected");
    }

    void aBlankRecordSaysNothingThatAFormWouldTell()
    {
        for (const EntityDef &def : entities()) {
            Record blank;
            blank.entity = def.entity;
            blank.values.resize(def.fields.size());
            for (const Contradiction &one : contradictions(blank, kToday))
                QVERIFY2(isOmission(one.finding), def.id);
        }
    }
};

QTEST_GUILESS_MAIN(TestRecordRules)
#include "tst_recordrules.moc"
