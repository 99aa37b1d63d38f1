// SPDX-License-Identifier: GPL-3.0-or-later
// DQ-901 … DQ-925 monitoring.
#include "tests/support/qualitycases.h"

namespace ffp::test {

namespace {

using M = RecordMaker;
using R = RecordId;

/// An open case of June 2025 with this risk; `member` lives in the household.
std::function<void(M &, R)> risk(const char *kind, Givens member = {}, Givens more = {})
{
    return [=](M &m, R h) {
        m.member(h, member);
        Givens values = {{"case_id", m.monitor(h, "edge")}, {"rank", 1}, {"kind", kind}};
        values.insert(values.end(), more.begin(), more.end());
        m.make(Entity::CaseRisk, values);
    };
}

void check(M &m, R h, const char *status = "met", const char *item = "water")
{
    m.of(h, Entity::SafeguardCheck, {{"checked_on", "2026-01-10"}, {"item", item}, {"status", status}});
}

/// A monitored household with the essentials; `without` leaves one out.
std::function<void(M &, R)> essentials(const QString &without = {})
{
    return [without](M &m, R h) {
        Givens values = {{"monitor_class", "edge"}, {"status", "active"}};
        if (without != QLatin1String("time"))
            values.push_back({"identified_ym", "2026-02"});
        const R file = m.of(h, Entity::Case, values);
        if (without != QLatin1String("risk"))
            m.make(Entity::CaseRisk, {{"case_id", file}, {"rank", 1}, {"kind", "illness"}});
        if (without != QLatin1String("income"))
            m.income(h, 2026, 900000, 1);
        if (without != QLatin1String("check"))
            check(m, h);
    };
}

std::function<void(M &, R)> removed(Givens values, int statementYear = 2026, bool checked = true)
{
    return [=](M &m, R h) {
        Givens all = {{"monitor_class", "edge"}, {"status", "removed"}, {"identified_ym", "2025-01"}};
        all.insert(all.end(), values.begin(), values.end());
        m.of(h, Entity::Case, all);
        if (statementYear)
            m.income(h, statementYear, 900000, 1);
        if (checked)
            check(m, h);
    };
}

std::function<void(M &, R)> dates(const char *identified, const char *gone)
{
    return removed({{"identified_ym", identified}, {"removed_ym", gone}});
}

/// A removed household and what `more` adds.
std::function<void(M &, R)> removedWith(const std::function<void(M &, R)> &more)
{
    return [more](M &m, R h) {
        m.monitor(h, "edge", "removed");
        more(m, h);
    };
}

void danger(M &m, R h)
{
    m.of(h, Entity::LivingConditions, {{"year", 2026}, {"house_grade", "C"}});
}

void pupil(M &m, R h, const char *born, const char *reason)
{
    m.member(h, {{"birth_date", born}, {"dropout_reason", reason}});
}

Cases essentialCases()
{
    const Givens complete = {{"removed_ym", "2026-03"}, {"removal_method", "assisted"}};
    return {
        {"DQ-901", "all", false, essentials()},
        {"DQ-901", "no time", true, essentials(QStringLiteral("time"))},
        {"DQ-901", "no risk", true, essentials(QStringLiteral("risk"))},
        {"DQ-901", "no income", true, essentials(QStringLiteral("income"))},
        {"DQ-901", "no safeguards", true, essentials(QStringLiteral("check"))},
        {"DQ-901", "not monitored", false, [](M &, R) {}},
        {"DQ-902", "all", false, removed(complete)},
        {"DQ-902", "no time", true, removed({{"removal_method", "assisted"}})},
        {"DQ-902", "no method", true, removed({{"removed_ym", "2026-03"}})},
        {"DQ-902", "income of the year before", true, removed(complete, 2025)},
        {"DQ-902", "no safeguards", true, removed(complete, 2026, false)},
        {"DQ-904", "no certificate", true, risk("disability")},
        {"DQ-904", "certificate", false,
         risk("disability", {{"disability_cert_no", idNumber("34132319800505901") + QStringLiteral("43")}})},
        {"DQ-905", "nobody is ill", true, risk("illness", {{"health", "healthy"}})},
        {"DQ-905", "somebody is", false, risk("illness", {{"health", "serious"}})},
        {"DQ-905", "self-payment 0", true,
         [](M &m, R h) {
             risk("illness", {{"health", "serious"}})(m, h);
             m.income(h, 2026, 900000, 1, {{"compliant_self_pay", 0}});
         }},
        {"DQ-905", "self-payment", false,
         [](M &m, R h) {
             risk("illness", {{"health", "serious"}})(m, h);
             m.income(h, 2026, 900000, 1, {{"compliant_self_pay", 1}});
         }},
        {"DQ-906", "one in four is able", false,
         [](M &m, R h) {
             risk("labour", {{"labour", "ordinary"}})(m, h);
             for (int i = 0; i < 3; ++i)
                 m.member(h, {{"labour", "none"}});
         }},
        {"DQ-906", "one in three is able", true,
         [](M &m, R h) {
             risk("labour", {{"labour", "ordinary"}})(m, h);
             for (int i = 0; i < 2; ++i)
                 m.member(h, {{"labour", "none"}});
         }},
        {"DQ-906", "nobody without labour", true, risk("labour", {{"labour", "weak"}})},
        {"DQ-907", "nobody can work", true, risk("job_unstable", {{"labour", "lost"}})},
        {"DQ-907", "one is weak", false, risk("job_unstable", {{"labour", "weak"}})},
        {"DQ-908", "no kind", true, risk("disaster")},
        {"DQ-908", "kind", false, risk("disaster", {}, {{"disaster", "flood"}})},
        {"DQ-909", "no note", true, risk("other")},
        {"DQ-909", "note", false, risk("other", {}, {{"note", "房屋火灾"}})},
        {"DQ-919", "no statement", true,
         [](M &m, R h) {
             m.make(Entity::CaseRisk, {{"case_id", m.monitor(h, "sudden")},
                                       {"rank", 1},
                                       {"kind", "accident"},
                                       {"note", "车祸"}});
         }},
        {"DQ-919", "no description", true,
         [](M &m, R h) {
             m.make(Entity::CaseRisk,
                    {{"case_id", m.monitor(h, "sudden")}, {"rank", 1}, {"kind", "accident"}});
             m.income(h, 2026, 900000, 1);
         }},
        {"DQ-919", "both", false,
         [](M &m, R h) {
             m.make(Entity::CaseRisk, {{"case_id", m.monitor(h, "sudden")},
                                       {"rank", 1},
                                       {"kind", "accident"},
                                       {"note", "车祸"}});
             m.income(h, 2026, 900000, 1);
         }},
    };
}

Cases removalCases()
{
    return {
        {"DQ-911", "five months", true, dates("2025-10", "2026-03")},
        {"DQ-911", "six months", false, dates("2025-09", "2026-03")},
        {"DQ-912", "dangerous house", true, removedWith(danger)},
        {"DQ-912", "check not met", true, removedWith([](M &m, R h) { check(m, h, "not_met"); })},
        {"DQ-912", "check met", false, removedWith([](M &m, R h) { check(m, h); })},
        {"DQ-912", "food is not among them", false,
         removedWith([](M &m, R h) { check(m, h, "not_met", "food"); })},
        {"DQ-912", "water not safe", true, removedWith([](M &m, R h) {
             m.of(h, Entity::LivingConditions, {{"year", 2026}, {"safe_water", false}});
         })},
        {"DQ-912", "a dropout", true, removedWith([](M &m, R h) { pupil(m, h, "2016-01-01", "dislike"); })},
        {"DQ-912", "ill child", false, removedWith([](M &m, R h) { pupil(m, h, "2016-01-01", "health"); })},
        {"DQ-912", "of 16", false, removedWith([](M &m, R h) { pupil(m, h, "2010-09-01", "dislike"); })},
        {"DQ-912", "of 15", true, removedWith([](M &m, R h) { pupil(m, h, "2010-09-02", "dislike"); })},
        {"DQ-912", "not insured", true, removedWith([](M &m, R h) {
             m.member(h, {{"ins_resident_medical", false}});
         })},
        {"DQ-912", "still monitored", false,
         [](M &m, R h) {
             m.monitor(h, "edge");
             danger(m, h);
         }},
        {"DQ-913", "below", true, removedWith([](M &m, R h) { m.income(h, 2026, 499999, 1); })},
        {"DQ-913", "on the line", false, removedWith([](M &m, R h) { m.income(h, 2026, 500000, 1); })},
        {"DQ-914", "none", true, removedWith([](M &m, R h) {
             m.member(h, {{"labour", "none"}});
         })},
        {"DQ-914", "one is weak", false, removedWith([](M &m, R h) {
             m.member(h, {{"labour", "weak"}});
         })},
        {"DQ-914", "nobody there", false, removedWith([](M &, R) {})},
        {"DQ-916", "below", true, [](M &m, R h) { m.income(h, 2026, 499999, 1); }},
        {"DQ-916", "on the line", false, [](M &m, R h) { m.income(h, 2026, 500000, 1); }},
        {"DQ-916", "monitored", false,
         [](M &m, R h) {
             m.monitor(h, "exit_unstable");
             m.income(h, 2026, 499999, 1);
         }},
        {"DQ-920", "same month", true, dates("2026-03", "2026-03")},
        {"DQ-920", "next month", false, dates("2026-03", "2026-04")},
    };
}

Cases contactCases()
{
    const auto liaison = [](Givens more) {
        return [=](M &m, R h) {
            Givens values = {{"monitor_class", "edge"}, {"status", "active"}, {"identified_ym", "2025-06"}};
            values.insert(values.end(), more.begin(), more.end());
            m.of(h, Entity::Case, values);
        };
    };
    const auto visited = [](const char *on, const char *identified = "2025-06") {
        return [=](M &m, R h) {
            m.of(h, Entity::Case,
                 {{"monitor_class", "edge"}, {"status", "active"}, {"identified_ym", identified}});
            if (on)
                m.of(h, Entity::Visit, {{"visited_on", on}, {"mode", "phone"}, {"people", "李四"}});
        };
    };
    return {
        {"DQ-917", "neither", true, liaison({})},
        {"DQ-917", "no phone", true, liaison({{"liaison_name", "李四"}})},
        {"DQ-917", "both", false, liaison({{"liaison_name", "李四"}, {"liaison_phone", "19900009171"}})},
        {"DQ-917", "a helper with a phone", false,
         [](M &m, R h) {
             m.monitor(h, "edge");
             m.of(h, Entity::Assignment,
                  {{"role", "helper"},
                   {"name", "李四"},
                   {"started_on", "2020-01-01"},
                   {"phone", "19900009172"}});
         }},
        {"DQ-918", "dangerous house", true, danger},
        {"DQ-918", "monitored", false,
         [](M &m, R h) {
             m.monitor(h, "edge");
             danger(m, h);
         }},
        {"DQ-918", "ill and not insured", true,
         [](M &m, R h) {
             m.member(h, {{"health", "chronic"}, {"ins_resident_medical", false}});
         }},
        {"DQ-918", "healthy and not insured", false,
         [](M &m, R h) {
             m.member(h, {{"health", "healthy"}, {"ins_resident_medical", false}});
         }},
        {"DQ-918", "a dropout of 15", true, [](M &m, R h) { pupil(m, h, "2010-09-02", "work"); }},
        {"DQ-918", "of 16", false, [](M &m, R h) { pupil(m, h, "2010-09-01", "work"); }},
        {"DQ-922", "none", true, visited(nullptr)},
        {"DQ-922", "31 days ago", true, visited("2026-09-30")},
        {"DQ-922", "30 days ago", false, visited("2026-10-01")},
        {"DQ-922", "identified this month", false, visited(nullptr, "2026-10")},
    };
}

/// A measure that is under way since the identification in June 2025, and what `more` changes of it.
Givens measure(Givens more)
{
    Givens all = {{"category", "health"}, {"status", "doing"}, {"started_on", "2025-06-15"}};
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

std::function<void(M &, R)> measures(Givens more)
{
    return [=](M &m, R h) { m.of(h, Entity::Measure, measure(more)); };
}

/// An open case of June 2025 with the risk "illness", helped by a measure.
std::function<void(M &, R)> helped(Givens more, Givens riskOf = {}, const char *kind = "illness")
{
    return [=](M &m, R h) {
        risk(kind, {}, riskOf)(m, h);
        m.of(h, Entity::Measure, measure(more));
    };
}

/// Identified in this month, with a measure or without, in a village that keeps some.
std::function<void(M &, R)> identified(const char *month, Givens caseMore = {}, Givens help = {})
{
    return [=](M &m, R h) {
        Givens values = {{"monitor_class", "edge"}, {"status", "active"}, {"identified_ym", month}};
        values.insert(values.end(), caseMore.begin(), caseMore.end());
        m.of(h, Entity::Case, values);
        if (!help.empty())
            m.of(h, Entity::Measure, help);
    };
}

/// Monitored from January 2025 until March 2026, removed through help.
std::function<void(M &, R)> assisted(Givens caseMore, Givens help = {})
{
    return [=](M &m, R h) {
        Givens values = {{"removed_ym", "2026-03"}, {"removal_method", "assisted"}};
        values.insert(values.end(), caseMore.begin(), caseMore.end());
        removed(values)(m, h);
        if (!help.empty())
            m.of(h, Entity::Measure, help);
    };
}

Cases matchingCases()
{
    const Givens done = {{"category", "employment"}, {"status", "done"}};
    return {
        {"DQ-903", "of another category", true, helped({{"category", "industry"}})},
        {"DQ-903", "of its category", false, helped({})},
        {"DQ-903", "of its other category", false, helped({{"category", "social"}})},
        {"DQ-903", "stopped", true, helped({{"status", "stopped"}, {"ended_on", "2026-01-01"}})},
        {"DQ-903", "planned", false, helped({{"status", "planned"}})},
        {"DQ-903", "over before identification", true,
         helped({{"status", "done"}, {"started_on", "2025-01-01"}, {"ended_on", "2025-05-31"}})},
        {"DQ-903", "over in the month of identification", false,
         helped({{"status", "done"}, {"started_on", "2025-01-01"}, {"ended_on", "2025-06-01"}})},
        {"DQ-903", "cleared today", false,
         helped({{"category", "industry"}}, {{"cleared_on", "2026-10-31"}})},
        {"DQ-903", "cleared tomorrow", true,
         helped({{"category", "industry"}}, {{"cleared_on", "2026-11-01"}})},
        {"DQ-903", "no category laid down", false, helped({}, {}, "other")},
        {"DQ-903", "no measure at all", false, risk("illness")},
        {"DQ-910", "31 days", true, identified("2026-09")},
        {"DQ-910", "this month", false, identified("2026-10")},
        {"DQ-910", "planned", false, identified("2026-08", {}, measure({{"status", "planned"}}))},
        {"DQ-910", "over before", true,
         identified("2026-08", {}, {{"category", "health"}, {"status", "done"}, {"ended_on", "2026-07-31"}})},
        {"DQ-910", "over in the month", false,
         identified("2026-08", {}, {{"category", "health"}, {"status", "done"}, {"ended_on", "2026-08-01"}})},
        {"DQ-910", "the list says it is helped", false, identified("2026-08", {{"dev_measure", "done"}})},
        {"DQ-910", "the list says not yet", true, identified("2026-08", {{"dev_measure", "not_yet"}})},
        {"DQ-915", "none", true, assisted({})},
        {"DQ-915", "one", false, assisted({}, done)},
        {"DQ-915", "planned only", true, assisted({}, {{"category", "health"}, {"status", "planned"}})},
        {"DQ-915", "begun in the last month", false,
         assisted({}, {{"category", "health"}, {"status", "doing"}, {"started_on", "2026-03-31"}})},
        {"DQ-915", "begun afterwards", true,
         assisted({}, {{"category", "health"}, {"status", "doing"}, {"started_on", "2026-04-01"}})},
        {"DQ-915", "over before", true,
         assisted({}, {{"category", "health"}, {"status", "done"}, {"ended_on", "2024-12-31"}})},
        {"DQ-915", "without help", false, assisted({{"removal_method", "natural"}})},
        {"DQ-915", "the list says it was helped", false, assisted({{"dev_measure", "done"}})},
    };
}

Cases measureCases()
{
    const auto edge = [](Givens help, const char *monitorClass = "edge", const char *status = "active") {
        return [=](M &m, R h) {
            Givens values = {{"monitor_class", monitorClass},
                             {"status", status},
                             {"identified_ym", "2025-06"}};
            if (QLatin1String(status) == QLatin1String("removed"))
                values.push_back({"removed_ym", "2026-03"});
            m.of(h, Entity::Case, values);
            Givens all = measure({{"fund_source", "fiscal_special_county"}, {"amount", 50000}});
            all.insert(all.end(), help.begin(), help.end());
            m.of(h, Entity::Measure, all);
        };
    };
    return {
        {"DQ-923", "ended the day before", true,
         measures({{"started_on", "2026-05-02"}, {"ended_on", "2026-05-01"}})},
        {"DQ-923", "one day", false, measures({{"started_on", "2026-05-02"}, {"ended_on", "2026-05-02"}})},
        {"DQ-923", "five years", false, measures({{"started_on", "2020-05-02"}, {"ended_on", "2025-05-02"}})},
        {"DQ-923", "a day longer", true,
         measures({{"started_on", "2020-05-02"}, {"ended_on", "2025-05-03"}})},
        {"DQ-923", "under way for five years", false, measures({{"started_on", "2021-10-31"}})},
        {"DQ-923", "under way for longer", true, measures({{"started_on", "2021-10-30"}})},
        {"DQ-923", "planned long ago", false,
         measures({{"started_on", "2020-01-01"}, {"status", "planned"}})},
        {"DQ-924", "fiscal money", true, edge({})},
        {"DQ-924", "of the department", false, edge({{"fund_source", "fiscal_sector"}})},
        {"DQ-924", "of an exited household", false, edge({}, "exit_unstable")},
        {"DQ-924", "over before identification", false, edge({{"ended_on", "2025-05-31"}})},
        {"DQ-924", "over in its month", true, edge({{"ended_on", "2025-06-01"}})},
        {"DQ-924", "removed since", true, edge({}, "edge", "removed")},
        {"DQ-924", "begun after the removal", false, edge({{"started_on", "2026-04-01"}}, "edge", "removed")},
        {"DQ-924", "not decided yet", false, edge({}, "edge", "in_review")},
        {"DQ-924",
         "edge by its class, no case",
         true,
         measures({{"fund_source", "fiscal_special_central"}, {"amount", 1}}),
         {{"monitor_class", "edge"}}},
        {"DQ-925", "1 fen", true, measures({{"amount", 1}})},
        {"DQ-925", "nothing", false, measures({{"amount", 0}})},
        {"DQ-925", "without money", true, measures({{"amount", 1}, {"fund_source", "none"}})},
        {"DQ-925", "a source", false, measures({{"amount", 1}, {"fund_source", "social"}})},
    };
}

} // namespace

Cases monitoringCases()
{
    Cases all;
    for (const auto section : {essentialCases, removalCases, contactCases, matchingCases, measureCases})
        for (QualityCase &one : section())
            all.push_back(std::move(one));
    return all;
}

} // namespace ffp::test
