// SPDX-License-Identifier: GPL-3.0-or-later
// Every rule that is evaluated, with a case on each side of each boundary. All cases are written in one
// change and evaluated in one run for October 2026; a row then asks for its own household.
#include "core/analysis/alerttext.h"
#include "tests/support/rulefixture.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

struct RuleCase {
    const char *rule;
    const char *what;
    bool fires;
    std::function<void(RecordMaker &, RecordId)> build; ///< into an exited household
    Givens household = {};
};

void labourer(RecordMaker &m, RecordId h, int months)
{
    m.member(h, {{"birth_date", "1980-05-05"}, {"labour", "ordinary"}, {"work_months", months}});
}

void pupil(RecordMaker &m, RecordId h, const char *born, Givens values)
{
    values.insert(values.begin(), {"birth_date", born});
    m.member(h, values);
}

void water(RecordMaker &m, RecordId h, const char *status, Givens values = {}, const char *on = "2026-10-01")
{
    values.insert(values.begin(), {{"checked_on", on}, {"item", "water"}, {"status", status}});
    m.of(h, Entity::SafeguardCheck, values);
}

void housing(RecordMaker &m, RecordId h, const char *status, const char *on, Givens values = {})
{
    values.insert(values.begin(), {{"checked_on", on}, {"item", "housing"}, {"status", status}});
    m.of(h, Entity::SafeguardCheck, values);
}

void visit(RecordMaker &m, RecordId h, const char *on)
{
    m.of(h, Entity::Visit, {{"visited_on", on}, {"mode", "phone"}, {"people", "李四"}});
}

void alert(RecordMaker &m, RecordId h, Givens values)
{
    Givens all = {{"rule", "RF-27"},         {"level", "red"},    {"month", "2026-08"},
                  {"last_month", "2026-09"}, {"origin", "local"}, {"status", "open"}};
    all.insert(all.end(), values.begin(), values.end());
    m.of(h, Entity::Flag, all);
}

void identified(RecordMaker &m, RecordId h, const char *month, Givens values = {})
{
    Givens all = {{"monitor_class", "exit_unstable"}, {"status", "active"}, {"identified_ym", month}};
    all.insert(all.end(), values.begin(), values.end());
    m.of(h, Entity::Case, all);
}

void helped(RecordMaker &m, RecordId h, const char *status, Givens values = {})
{
    values.insert(values.begin(), {{"category", "industry"}, {"status", status}});
    m.of(h, Entity::Measure, values);
}

/// An old person without labour, of whom a statement with these items is all that is known.
void withoutLabour(RecordMaker &m, RecordId h, const std::vector<std::pair<const char *, int>> &items)
{
    m.member(h, {{"birth_date", "1950-01-01"}, {"labour", "lost"}});
    const RecordId statement = m.income(h, 2026, 900000, 1);
    for (const auto &[item, fen] : items)
        m.make(Entity::IncomeLine, {{"statement_id", statement}, {"item", item}, {"amount", fen}});
}

const Givens kGeneral = {{"household_type", "general"}};

std::vector<RuleCase> cases()
{
    using M = RecordMaker;
    using R = RecordId;
    return {
        {"RF-01", "confirmed, registered", true,
         [](M &m, R h) {
             m.member(h, {{"epidemic_status", "confirmed"}});
         }},
        {"RF-01", "suspected, edge", true,
         [](M &m, R h) {
             m.monitor(h, "edge");
             m.member(h, {{"epidemic_status", "suspected"}});
         },
         kGeneral},
        {"RF-01", "contact only", false,
         [](M &m, R h) {
             m.member(h, {{"epidemic_status", "contact"}});
         }},
        {"RF-01", "general household", false,
         [](M &m, R h) {
             m.member(h, {{"epidemic_status", "confirmed"}});
         },
         kGeneral},

        {"RF-02", "4,999.9975 a head shows 5,000.00 and is below", true,
         [](M &m, R h) {
             m.monitor(h, "exit_unstable");
             m.income(h, 2026, 1999999, 4);
         }},
        {"RF-02", "exactly on the line", false,
         [](M &m, R h) {
             m.monitor(h, "exit_unstable");
             m.income(h, 2026, 2000000, 4);
         }},
        {"RF-02", "below, not monitored", false, [](M &m, R h) { m.income(h, 2026, 100000, 4); }},
        {"RF-02", "below, removed", false,
         [](M &m, R h) {
             m.monitor(h, "exit_unstable", "removed");
             m.income(h, 2026, 100000, 4);
         }},
        {"RF-02",
         "monitored by class, no case was ever kept",
         true,
         [](M &m, R h) { m.income(h, 2026, 100000, 4); },
         {{"monitor_class", "exit_unstable"}}},
        {"RF-02",
         "class left over, case removed",
         false,
         [](M &m, R h) {
             m.monitor(h, "edge", "removed");
             m.income(h, 2026, 100000, 4);
         },
         {{"monitor_class", "edge"}}},
        {"RF-02", "removed once, monitored again", true,
         [](M &m, R h) {
             m.monitor(h, "edge", "removed");
             m.monitor(h, "edge", "relapsed");
             m.income(h, 2026, 100000, 4);
         }},
        {"RF-02", "candidate is not monitored", false,
         [](M &m, R h) {
             m.monitor(h, "edge", "candidate");
             m.income(h, 2026, 100000, 4);
         }},
        {"RF-02", "no statement is not income 0", false, [](M &m, R h) { m.monitor(h, "edge"); }},
        {"RF-02", "population 0, figure a head given", true,
         [](M &m, R h) {
             m.monitor(h, "edge");
             m.income(h, 2026, 100, 0, {{"net_per_capita", 499999}});
         }},
        {"RF-02", "population 0, no figure a head", false,
         [](M &m, R h) {
             m.monitor(h, "edge");
             m.income(h, 2026, 100, 0);
         }},
        {"RF-02", "a later year counts", false,
         [](M &m, R h) {
             m.monitor(h, "edge");
             m.income(h, 2025, 100000, 4);
             m.income(h, 2026, 2000000, 4);
         }},
        {"RF-02", "a year that has not begun does not", true,
         [](M &m, R h) {
             m.monitor(h, "edge");
             m.income(h, 2026, 100000, 4);
             m.income(h, 2027, 2000000, 4);
         }},
        {"RF-02", "a quarter is not held against the year's line", false,
         [](M &m, R h) {
             m.monitor(h, "edge");
             m.income(h, 2026, 100000, 4, {{"phase", "quarter"}});
         }},
        {"RF-02", "calculated before imported", false,
         [](M &m, R h) {
             m.monitor(h, "edge");
             m.income(h, 2026, 2000000, 4, {{"origin", "calculated"}});
             m.income(h, 2026, 100000, 4);
         }},

        {"RF-03", "on the line", true, [](M &m, R h) { m.income(h, 2026, 500000, 1); }},
        {"RF-03", "below the line", false, [](M &m, R h) { m.income(h, 2026, 499999, 1); }},
        {"RF-03", "one fen below 1.2 lines", true, [](M &m, R h) { m.income(h, 2026, 599999, 1); }},
        {"RF-03", "1.2 lines", false, [](M &m, R h) { m.income(h, 2026, 600000, 1); }},
        {"RF-03", "general household", false, [](M &m, R h) { m.income(h, 2026, 500000, 1); }, kGeneral},

        {"RF-04", "fell by 30 %", true,
         [](M &m, R h) {
             m.income(h, 2025, 1000000, 1);
             m.income(h, 2026, 700000, 1);
         }},
        {"RF-04", "fell by a little less", false,
         [](M &m, R h) {
             m.income(h, 2025, 1000000, 1);
             m.income(h, 2026, 700001, 1);
         }},
        {"RF-04", "by head, not by household", false,
         [](M &m, R h) {
             m.income(h, 2025, 1000000, 2);
             m.income(h, 2026, 500000, 1);
         }},
        {"RF-04", "below nothing", true,
         [](M &m, R h) {
             m.income(h, 2025, 1000000, 1);
             m.income(h, 2026, -1, 1);
         }},
        {"RF-04", "from nothing", false,
         [](M &m, R h) {
             m.income(h, 2025, 0, 1);
             m.income(h, 2026, 0, 1);
         }},
        {"RF-04", "two origins of one year are no fall", false,
         [](M &m, R h) {
             m.income(h, 2026, 1000000, 1, {{"origin", "typed"}});
             m.income(h, 2026, 100000, 1);
         }},

        {"RF-06", "dropped out", true,
         [](M &m, R h) {
             pupil(m, h, "2016-03-01", {{"dropout_reason", "dislike"}});
         }},
        {"RF-06", "for health", false,
         [](M &m, R h) {
             pupil(m, h, "2016-03-01", {{"dropout_reason", "health"}});
         }},
        {"RF-06", "at school", false,
         [](M &m, R h) {
             pupil(m, h, "2016-03-01", {{"student", "primary"}});
         }},
        {"RF-06", "not at school, primary", true,
         [](M &m, R h) {
             pupil(m, h, "2013-03-01", {{"education", "primary"}});
         }},
        {"RF-06", "junior school done at 15", false,
         [](M &m, R h) {
             pupil(m, h, "2011-03-01", {{"education", "junior"}});
         }},
        {"RF-06", "nothing known", false, [](M &m, R h) { pupil(m, h, "2016-03-01", {}); }},
        {"RF-06", "six on 1 September", true,
         [](M &m, R h) {
             pupil(m, h, "2020-09-01", {{"dropout_reason", "other"}});
         }},
        {"RF-06", "six a day later", false,
         [](M &m, R h) {
             pupil(m, h, "2020-09-02", {{"dropout_reason", "other"}});
         }},
        {"RF-06", "fifteen until 1 September", true,
         [](M &m, R h) {
             pupil(m, h, "2010-09-02", {{"dropout_reason", "other"}});
         }},
        {"RF-06", "sixteen on 1 September", false,
         [](M &m, R h) {
             pupil(m, h, "2010-09-01", {{"dropout_reason", "other"}});
         }},
        {"RF-06", "left the household", false,
         [](M &m, R h) {
             pupil(m, h, "2016-03-01",
                   {{"dropout_reason", "other"}, {"change_kind", "move_out"}, {"change_on", "2026-05-01"}});
         }},
        {"RF-06", "check of the household not met", true,
         [](M &m, R h) {
             m.of(h, Entity::SafeguardCheck,
                  {{"checked_on", "2026-10-31"}, {"item", "education"}, {"status", "not_met"}});
         }},
        {"RF-06", "check after the month", false,
         [](M &m, R h) {
             m.of(h, Entity::SafeguardCheck,
                  {{"checked_on", "2026-11-01"}, {"item", "education"}, {"status", "not_met"}});
         }},
        {"RF-06", "check put right", false,
         [](M &m, R h) {
             m.of(h, Entity::SafeguardCheck,
                  {{"checked_on", "2026-09-01"},
                   {"item", "education"},
                   {"status", "not_met"},
                   {"fixed_on", "2026-10-31"}});
         }},

        {"RF-07", "neither insurance", true,
         [](M &m, R h) {
             m.member(h, {{"ins_resident_medical", false}, {"ins_employee_medical", false}});
         }},
        {"RF-07", "no resident insurance, other blank", true,
         [](M &m, R h) {
             m.member(h, {{"ins_resident_medical", false}});
         }},
        {"RF-07", "employee insurance", false,
         [](M &m, R h) {
             m.member(h, {{"ins_resident_medical", false}, {"ins_employee_medical", true}});
         }},
        {"RF-07", "resident insurance", false,
         [](M &m, R h) {
             m.member(h, {{"ins_resident_medical", true}});
         }},
        {"RF-07", "nothing known", false, [](M &m, R h) { m.member(h); }},
        {"RF-07", "dead", false,
         [](M &m, R h) {
             m.member(h, {{"ins_resident_medical", false},
                          {"change_kind", "death"},
                          {"change_on", "2026-10-31"}});
         }},
        {"RF-07", "dies next month", true,
         [](M &m, R h) {
             m.member(h, {{"ins_resident_medical", false},
                          {"change_kind", "death"},
                          {"change_on", "2026-11-01"}});
         }},
        {"RF-07", "check not met", true,
         [](M &m, R h) {
             m.of(h, Entity::SafeguardCheck,
                  {{"checked_on", "2026-10-01"}, {"item", "medical"}, {"status", "not_met"}});
         }},
        {"RF-07", "check met", false,
         [](M &m, R h) {
             m.of(h, Entity::SafeguardCheck,
                  {{"checked_on", "2026-10-01"}, {"item", "medical"}, {"status", "met"}});
         }},
        {"RF-07", "not met, then met", false,
         [](M &m, R h) {
             m.of(h, Entity::SafeguardCheck,
                  {{"checked_on", "2026-09-01"}, {"item", "medical"}, {"status", "not_met"}});
             m.of(h, Entity::SafeguardCheck,
                  {{"checked_on", "2026-10-01"}, {"item", "medical"}, {"status", "met"}});
         }},
        {"RF-07", "not met, then not looked at", true,
         [](M &m, R h) {
             m.of(h, Entity::SafeguardCheck,
                  {{"checked_on", "2026-09-01"}, {"item", "medical"}, {"status", "not_met"}});
             m.of(h, Entity::SafeguardCheck,
                  {{"checked_on", "2026-10-01"}, {"item", "medical"}, {"status", "unknown"}});
         }},
        {"RF-07", "a member not met, later the household met", false,
         [](M &m, R h) {
             const R who = m.member(h, {{"ins_resident_medical", true}});
             m.of(h, Entity::SafeguardCheck,
                  {{"checked_on", "2026-09-01"},
                   {"item", "medical"},
                   {"status", "not_met"},
                   {"member_id", who}});
             m.of(h, Entity::SafeguardCheck,
                  {{"checked_on", "2026-10-01"}, {"item", "medical"}, {"status", "met"}});
         }},

        {"RF-08", "grade C", true,
         [](M &m, R h) {
             m.of(h, Entity::LivingConditions, {{"year", 2026}, {"house_grade", "C"}});
         }},
        {"RF-08", "grade D", true,
         [](M &m, R h) {
             m.of(h, Entity::LivingConditions, {{"year", 2026}, {"house_grade", "D"}});
         }},
        {"RF-08", "grade B", false,
         [](M &m, R h) {
             m.of(h, Entity::LivingConditions, {{"year", 2026}, {"house_grade", "B"}});
         }},
        {"RF-08", "dangerous, no grade", true,
         [](M &m, R h) {
             m.of(h, Entity::LivingConditions, {{"year", 2026}, {"dangerous_house", true}});
         }},
        {"RF-08", "the latest year counts", false,
         [](M &m, R h) {
             m.of(h, Entity::LivingConditions, {{"year", 2025}, {"house_grade", "D"}});
             m.of(h, Entity::LivingConditions, {{"year", 2026}, {"house_grade", "A"}});
         }},
        {"RF-08", "safely housed otherwise", false,
         [](M &m, R h) {
             m.of(h, Entity::LivingConditions, {{"year", 2026}, {"house_grade", "D"}});
             housing(m, h, "met", "2026-10-01");
         }},
        {"RF-08", "rated dangerous after the check", true,
         [](M &m, R h) {
             m.of(h, Entity::LivingConditions,
                  {{"year", 2026}, {"house_grade", "D"}, {"house_rated_on", "2026-10-02"}});
             housing(m, h, "met", "2026-10-01");
         }},
        {"RF-08", "check not met", true, [](M &m, R h) { housing(m, h, "not_met", "2026-10-01"); }},
        {"RF-08", "check not met, put right", false,
         [](M &m, R h) {
             m.of(h, Entity::LivingConditions, {{"year", 2026}, {"house_grade", "C"}});
             housing(m, h, "not_met", "2026-09-01", {{"fixed_on", "2026-10-15"}});
         }},

        {"RF-09", "check not met", true, [](M &m, R h) { water(m, h, "not_met"); }},
        {"RF-09", "check met", false, [](M &m, R h) { water(m, h, "met"); }},
        {"RF-09", "19.9 litres", true,
         [](M &m, R h) {
             water(m, h, "met", {{"water_litres", 199}});
         }},
        {"RF-09", "20 litres", false,
         [](M &m, R h) {
             water(m, h, "met", {{"water_litres", 200}});
         }},
        {"RF-09", "21 minutes", true,
         [](M &m, R h) {
             water(m, h, "met", {{"water_minutes", 21}});
         }},
        {"RF-09", "20 minutes", false,
         [](M &m, R h) {
             water(m, h, "met", {{"water_minutes", 20}});
         }},
        {"RF-09", "89.9 percent", true,
         [](M &m, R h) {
             water(m, h, "met", {{"water_reliability", 899}});
         }},
        {"RF-09", "90 percent", false,
         [](M &m, R h) {
             water(m, h, "met", {{"water_reliability", 900}});
         }},
        {"RF-09", "sheet of the year says no", true,
         [](M &m, R h) {
             m.of(h, Entity::LivingConditions, {{"year", 2026}, {"safe_water", false}});
         }},
        {"RF-09", "sheet of the year says yes", false,
         [](M &m, R h) {
             m.of(h, Entity::LivingConditions, {{"year", 2026}, {"safe_water", true}});
         }},
        {"RF-09", "sheet says no, checked the same year", false,
         [](M &m, R h) {
             m.of(h, Entity::LivingConditions, {{"year", 2026}, {"safe_water", false}});
             water(m, h, "met");
         }},
        {"RF-09", "sheet says no after last year's check", true,
         [](M &m, R h) {
             m.of(h, Entity::LivingConditions, {{"year", 2026}, {"safe_water", false}});
             water(m, h, "met", {}, "2025-12-31");
         }},

        {"RF-16", "working member died in the month", true,
         [](M &m, R h) {
             m.member(h, {{"labour", "skilled"}, {"change_kind", "death"}, {"change_on", "2026-10-31"}});
         }},
        {"RF-16", "three months back", true,
         [](M &m, R h) {
             m.member(h, {{"labour", "ordinary"}, {"change_kind", "death"}, {"change_on", "2026-08-01"}});
         }},
        {"RF-16", "a day more", false,
         [](M &m, R h) {
             m.member(h, {{"labour", "ordinary"}, {"change_kind", "death"}, {"change_on", "2026-07-31"}});
         }},
        {"RF-16", "could not work", false,
         [](M &m, R h) {
             m.member(h, {{"labour", "none"}, {"change_kind", "death"}, {"change_on", "2026-10-01"}});
         }},
        {"RF-16", "moved out", false,
         [](M &m, R h) {
             m.member(h, {{"labour", "ordinary"}, {"change_kind", "move_out"}, {"change_on", "2026-10-01"}});
         }},

        {"RF-17", "nobody works", true,
         [](M &m, R h) {
             m.monitor(h, "edge");
             labourer(m, h, 0);
         }},
        {"RF-17", "one month of work", false,
         [](M &m, R h) {
             m.monitor(h, "edge");
             labourer(m, h, 1);
         }},
        {"RF-17", "one of two works", false,
         [](M &m, R h) {
             m.monitor(h, "edge");
             labourer(m, h, 0);
             labourer(m, h, 6);
         }},
        {"RF-17", "not monitored", false, [](M &m, R h) { labourer(m, h, 0); }},
        {"RF-17", "not known", false,
         [](M &m, R h) {
             m.monitor(h, "edge");
             m.member(h, {{"labour", "ordinary"}});
         }},
        {"RF-17", "no labour", false,
         [](M &m, R h) {
             m.monitor(h, "edge");
             m.member(h, {{"labour", "none"}, {"work_months", 0}});
         }},

        {"RF-20", "a loss of one fen", true,
         [](M &m, R h) {
             m.income(h, 2026, 900000, 1, {{"business_total", 100}, {"business_cost", 101}});
         }},
        {"RF-20", "nothing earned, nothing lost", false,
         [](M &m, R h) {
             m.income(h, 2026, 900000, 1, {{"business_total", 100}, {"business_cost", 100}});
         }},
        {"RF-20", "costs without income", true,
         [](M &m, R h) {
             m.income(h, 2026, 900000, 1, {{"business_cost", 1}});
         }},
        {"RF-20", "no business", false, [](M &m, R h) { m.income(h, 2026, 900000, 1); }},

        {"RF-22", "nobody can work, no support", true,
         [](M &m, R h) {
             m.member(h, {{"birth_date", "1970-01-01"}, {"labour", "lost"}, {"dibao", "no"}});
         }},
        {"RF-22", "whether there is support is not known", false,
         [](M &m, R h) {
             m.member(h, {{"birth_date", "1970-01-01"}, {"labour", "lost"}});
         }},
        {"RF-22", "not known of one", false,
         [](M &m, R h) {
             m.member(h, {{"birth_date", "1970-01-01"}, {"labour", "lost"}, {"dibao", "no"}});
             m.member(h, {{"birth_date", "1971-01-01"}, {"labour", "lost"}});
         }},
        {"RF-22", "one can work", false,
         [](M &m, R h) {
             m.member(h, {{"birth_date", "1970-01-01"}, {"labour", "lost"}, {"dibao", "no"}});
             m.member(h, {{"birth_date", "1990-01-01"}, {"labour", "ordinary"}, {"dibao", "no"}});
         }},
        {"RF-22", "weak labour is none", true,
         [](M &m, R h) {
             m.member(h, {{"birth_date", "1970-01-01"}, {"labour", "weak"}, {"tekun", "no"}});
         }},
        {"RF-22", "allowance", false,
         [](M &m, R h) {
             m.member(h, {{"birth_date", "1970-01-01"}, {"labour", "lost"}, {"dibao", "rural"}});
         }},
        {"RF-22", "destitute support", false,
         [](M &m, R h) {
             m.member(h, {{"birth_date", "1970-01-01"}, {"labour", "lost"}, {"tekun", "rural"}});
         }},
        {"RF-22", "pension at 60", false,
         [](M &m, R h) {
             m.member(h, {{"birth_date", "1966-10-31"},
                          {"labour", "none"},
                          {"dibao", "no"},
                          {"ins_resident_pension", true}});
         }},
        {"RF-22", "no pension at 60", true,
         [](M &m, R h) {
             m.member(h, {{"birth_date", "1966-10-31"},
                          {"labour", "none"},
                          {"dibao", "no"},
                          {"ins_resident_pension", false}});
         }},
        {"RF-22", "pension at 60 not known", false,
         [](M &m, R h) {
             m.member(h, {{"birth_date", "1966-10-31"}, {"labour", "none"}, {"dibao", "no"}});
         }},
        {"RF-22", "a day short of 60", true,
         [](M &m, R h) {
             m.member(h, {{"birth_date", "1966-11-01"},
                          {"labour", "none"},
                          {"dibao", "no"},
                          {"ins_resident_pension", true}});
         }},
        {"RF-22", "an adult of whom nothing is known", false,
         [](M &m, R h) {
             m.member(h, {{"birth_date", "1970-01-01"}, {"labour", "lost"}, {"dibao", "no"}});
             m.member(h, {{"birth_date", "1975-01-01"}, {"dibao", "no"}});
         }},
        {"RF-22", "a child has no labour", true,
         [](M &m, R h) {
             m.member(h, {{"birth_date", "1970-01-01"}, {"labour", "lost"}, {"dibao", "no"}});
             m.member(h, {{"birth_date", "2018-01-01"}, {"dibao", "no"}});
         }},
        {"RF-22", "items of the statement say that there is none", true,
         [](M &m, R h) {
             withoutLabour(m, h, {{"A1", 100}, {"D2", 0}});
         }},
        {"RF-22", "allowance among the items", false,
         [](M &m, R h) {
             withoutLabour(m, h, {{"D2", 1}});
         }},
        {"RF-22", "destitute support among the items", false,
         [](M &m, R h) {
             withoutLabour(m, h, {{"D3", 1}});
         }},
        {"RF-22", "pension among the items", false,
         [](M &m, R h) {
             withoutLabour(m, h, {{"D4", 1}});
         }},
        {"RF-22", "another subsidy is no support", true,
         [](M &m, R h) {
             withoutLabour(m, h, {{"D5", 1}});
         }},
        {"RF-22", "a statement without items says nothing", false,
         [](M &m, R h) { withoutLabour(m, h, {}); }},
        {"RF-22", "no members", false, [](M &, R) {}},

        {"RF-23", "grade 2 of this year", true,
         [](M &m, R h) {
             m.member(h, {{"disability_grade", "2"}, {"disability_cert_year", 2026}});
         }},
        {"RF-23", "grade 3 of this year", false,
         [](M &m, R h) {
             m.member(h, {{"disability_grade", "3"}, {"disability_cert_year", 2026}});
         }},
        {"RF-23", "grade 1 of last year", false,
         [](M &m, R h) {
             m.member(h, {{"disability_grade", "1"}, {"disability_cert_year", 2025}});
         }},

        {"RF-24", "a month without a measure", true, [](M &m, R h) { identified(m, h, "2026-09"); }},
        {"RF-24", "identified this month", false, [](M &m, R h) { identified(m, h, "2026-10"); }},
        {"RF-24", "only planned", true,
         [](M &m, R h) {
             identified(m, h, "2026-09");
             helped(m, h, "planned");
         }},
        {"RF-24", "under way", false,
         [](M &m, R h) {
             identified(m, h, "2026-09");
             helped(m, h, "doing", {{"started_on", "2026-10-31"}});
         }},
        {"RF-24", "begins next month", true,
         [](M &m, R h) {
             identified(m, h, "2026-09");
             helped(m, h, "doing", {{"started_on", "2026-11-01"}});
         }},
        {"RF-24", "done in the month of identification", false,
         [](M &m, R h) {
             identified(m, h, "2026-09");
             helped(m, h, "done", {{"ended_on", "2026-09-01"}});
         }},
        {"RF-24", "ended before the identification", true,
         [](M &m, R h) {
             identified(m, h, "2026-09");
             helped(m, h, "done", {{"ended_on", "2026-08-31"}});
         }},
        {"RF-24", "stopped", true,
         [](M &m, R h) {
             identified(m, h, "2026-09");
             helped(m, h, "stopped", {{"ended_on", "2026-10-01"}});
         }},
        {"RF-24", "the case says that development measures are done", false,
         [](M &m, R h) {
             identified(m, h, "2026-09", {{"dev_measure", "done"}});
         }},
        {"RF-24", "the case says that there are none yet", true,
         [](M &m, R h) {
             identified(m, h, "2026-09", {{"dev_measure", "not_yet"}});
         }},
        {"RF-24", "removed", false,
         [](M &m, R h) {
             identified(m, h, "2026-09", {{"status", "removed"}});
         }},

        {"RF-25", "no contact", true,
         [](M &m, R h) {
             m.monitor(h, "edge");
             visit(m, h, "2026-09-30");
         },
         kGeneral},
        {"RF-25", "on the first", false,
         [](M &m, R h) {
             m.monitor(h, "edge");
             visit(m, h, "2026-10-01");
         },
         kGeneral},
        {"RF-25", "on the last", false,
         [](M &m, R h) {
             m.monitor(h, "edge");
             visit(m, h, "2026-10-31");
         },
         kGeneral},
        {"RF-25", "next month", true,
         [](M &m, R h) {
             m.monitor(h, "edge");
             visit(m, h, "2026-11-01");
         },
         kGeneral},
        {"RF-25", "not an edge household", false, [](M &m, R h) { m.monitor(h, "exit_unstable"); }},
        {"RF-25", "removed", false, [](M &m, R h) { m.monitor(h, "edge", "removed"); }, kGeneral},

        {"RF-28", "past due", true,
         [](M &m, R h) {
             m.of(h, Entity::Clue,
                  {{"source", "visit"}, {"received_on", "2026-10-01"}, {"due", "2026-10-30"}});
         }},
        {"RF-28", "due on the last day", false,
         [](M &m, R h) {
             m.of(h, Entity::Clue,
                  {{"source", "visit"}, {"received_on", "2026-10-01"}, {"due", "2026-10-31"}});
         }},
        {"RF-28", "verified on the last day", false,
         [](M &m, R h) {
             m.of(h, Entity::Clue,
                  {{"source", "visit"},
                   {"received_on", "2026-10-01"},
                   {"due", "2026-10-10"},
                   {"verified_on", "2026-10-31"}});
         }},
        {"RF-28", "verified next month", true,
         [](M &m, R h) {
             m.of(h, Entity::Clue,
                  {{"source", "visit"},
                   {"received_on", "2026-10-01"},
                   {"due", "2026-10-10"},
                   {"verified_on", "2026-11-01"}});
         }},
        {"RF-28", "decided", false,
         [](M &m, R h) {
             m.of(h, Entity::Clue,
                  {{"source", "visit"},
                   {"received_on", "2026-10-01"},
                   {"due", "2026-10-10"},
                   {"result", "not_true"}});
         }},
        {"RF-28", "no due date", false,
         [](M &m, R h) {
             m.of(h, Entity::Clue, {{"source", "visit"}, {"received_on", "2026-01-01"}});
         }},

        {"RF-29", "no helper", true, [](M &, R) {}},
        {"RF-29", "helper", false,
         [](M &m, R h) {
             m.of(h, Entity::Assignment,
                  {{"role", "helper"}, {"name", "李四"}, {"started_on", "2026-10-31"}});
         }},
        {"RF-29", "begins next month", true,
         [](M &m, R h) {
             m.of(h, Entity::Assignment,
                  {{"role", "helper"}, {"name", "李四"}, {"started_on", "2026-11-01"}});
         }},
        {"RF-29", "until the last day", false,
         [](M &m, R h) {
             m.of(h, Entity::Assignment,
                  {{"role", "helper"},
                   {"name", "李四"},
                   {"started_on", "2020-01-01"},
                   {"ended_on", "2026-10-31"}});
         }},
        {"RF-29", "until the day before", true,
         [](M &m, R h) {
             m.of(h, Entity::Assignment,
                  {{"role", "helper"},
                   {"name", "李四"},
                   {"started_on", "2020-01-01"},
                   {"ended_on", "2026-10-30"}});
         }},
        {"RF-29", "a liaison is no helper", true,
         [](M &m, R h) {
             m.of(h, Entity::Assignment,
                  {{"role", "liaison"}, {"name", "李四"}, {"started_on", "2026-01-01"}});
         }},
        {"RF-29", "not an exited household", false, [](M &, R) {}, kGeneral},

        {"RF-31", "resettled, nobody works", true,
         [](M &m, R h) {
             labourer(m, h, 0);
             m.member(h, {{"relocated", true}});
         }},
        {"RF-31", "resettled, one works", false,
         [](M &m, R h) {
             labourer(m, h, 3);
             m.member(h, {{"relocated", true}});
         }},
        {"RF-31", "not resettled", false,
         [](M &m, R h) {
             labourer(m, h, 0);
             m.member(h, {{"relocated", false}});
         }},

        {"RF-32", "recovered, last visit 30 days before", true,
         [](M &m, R h) {
             m.member(h, {{"epidemic_status", "recovered"}});
             visit(m, h, "2026-10-01");
         }},
        {"RF-32", "29 days before", false,
         [](M &m, R h) {
             m.member(h, {{"epidemic_status", "recovered"}});
             visit(m, h, "2026-10-02");
         }},
        {"RF-32", "not a patient", false,
         [](M &m, R h) {
             m.member(h, {{"epidemic_status", "none"}});
         }},

        {"RF-30", "removed, below the line", true,
         [](M &m, R h) {
             m.monitor(h, "edge", "removed");
             m.income(h, 2026, 499999, 1);
         }},
        {"RF-30", "removed, on the line", false,
         [](M &m, R h) {
             m.monitor(h, "edge", "removed");
             m.income(h, 2026, 500000, 1);
         }},
        {"RF-30", "removed, another rule fires", true,
         [](M &m, R h) {
             m.monitor(h, "edge", "removed");
             m.member(h, {{"ins_resident_medical", false}});
         }},
        {"RF-30", "removed, a rule that does not count", false,
         [](M &m, R h) {
             m.monitor(h, "edge", "removed");
             m.income(h, 2026, 900000, 1, {{"business_cost", 1}});
         }},
        {"RF-30", "removed, nobody works", true,
         [](M &m, R h) {
             m.monitor(h, "edge", "removed");
             labourer(m, h, 0);
         }},
        {"RF-30", "removed, somebody works", false,
         [](M &m, R h) {
             m.monitor(h, "edge", "removed");
             labourer(m, h, 1);
         }},
        {"RF-30", "removed, confirmed case", true,
         [](M &m, R h) {
             m.monitor(h, "edge", "removed");
             m.member(h, {{"epidemic_status", "confirmed"}});
         },
         kGeneral},
        {"RF-30", "still monitored", false,
         [](M &m, R h) {
             m.monitor(h, "edge");
             m.income(h, 2026, 100000, 1);
         }},

        {"RF-26", "past due", true,
         [](M &m, R h) {
             alert(m, h, {{"due", "2026-10-30"}});
         }},
        {"RF-26", "due on the last day", false,
         [](M &m, R h) {
             alert(m, h, {{"due", "2026-10-31"}});
         }},
        {"RF-26", "no due date", false, [](M &m, R h) { alert(m, h, {}); }},
        {"RF-26", "yellow", false,
         [](M &m, R h) {
             alert(m, h, {{"due", "2026-10-01"}, {"level", "yellow"}});
         }},
        {"RF-26", "closed", false,
         [](M &m, R h) {
             alert(m, h, {{"due", "2026-10-01"}, {"status", "closed"}});
         }},
        {"RF-26", "of the province", true,
         [](M &m, R h) {
             alert(m, h, {{"due", "2026-10-01"}, {"origin", "province"}, {"rule", "RF-07"}});
         }},
        {"RF-26", "will be closed by this check", false,
         [](M &m, R h) {
             alert(m, h, {{"due", "2026-10-01"}, {"rule", "RF-07"}});
         }},
        {"RF-26", "holds again", true,
         [](M &m, R h) {
             const R who = m.member(h, {{"ins_resident_medical", false}});
             alert(m, h, {{"due", "2026-10-01"}, {"rule", "RF-07"}, {"member_id", who}});
         }},
        {"RF-26", "event waits for a person", true,
         [](M &m, R h) {
             alert(m, h, {{"due", "2026-10-01"}, {"rule", "RF-16"}});
         }},
    };
}

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

    std::unique_ptr<RuleFixture> m_fixture;
    std::vector<RuleCase> m_cases = cases();
    std::vector<RecordId> m_households;
    QMap<RecordId, QSet<QString>> m_fired;
    Evaluation m_evaluation;

private Q_SLOTS:
    void initTestCase()
    {
        m_fixture = std::make_unique<RuleFixture>();
        m_fixture->write([this](RecordMaker &maker) {
            for (const RuleCase &one : m_cases) {
                const RecordId household = maker.household(one.household);
                one.build(maker, household);
                m_households.push_back(household);
            }
        });
        m_evaluation = m_fixture->evaluate(pack(), {2026, 10});
        m_fired = m_fixture->fired(m_evaluation);
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
        const RuleCase &one = m_cases[size_t(index)];
        const QSet<QString> fired = m_fired.value(m_households[size_t(index)]);
        QCOMPARE(fired.contains(QString::fromLatin1(one.rule)), one.fires);
    }

    void everyEvaluatedRuleHasBothSides()
    {
        const PolicyPack policy = pack();
        for (const PolicyRule &rule : policy.rules()) {
            const auto has = [&](bool fires) {
                return std::any_of(m_cases.begin(), m_cases.end(), [&](const RuleCase &c) {
                    return rule.id == QLatin1String(c.rule) && c.fires == fires;
                });
            };
            if (rule.evaluate)
                QVERIFY2(has(true) && has(false), qPrintable(rule.id));
        }
        // What is not evaluated is reported, each with its reason.
        QCOMPARE(m_evaluation.outcomes.size() + m_evaluation.notEvaluated.size(), policy.rules().size());
        for (const NotEvaluated &rule : m_evaluation.notEvaluated)
            QVERIFY(!rule.reason.zh.isEmpty() && !rule.reason.en.isEmpty());
        QCOMPARE(m_evaluation.households, qint64(m_cases.size()));
    }

    void evidenceReadsAsASentence()
    {
        const PolicyPack policy = pack();
        const auto textOf = [&](const char *rule, const char *what) {
            qint64 household = 0;
            for (size_t i = 0; i < m_cases.size(); ++i)
                if (qstrcmp(m_cases[i].rule, rule) == 0 && qstrcmp(m_cases[i].what, what) == 0)
                    household = m_fixture->rid(m_households[i]);
            for (const RuleOutcome &outcome : m_evaluation.outcomes)
                for (const Firing &firing : outcome.firings)
                    if (outcome.rule == QLatin1String(rule) && firing.household == household)
                        return alertText(policy, outcome.rule, firing.evidence, true);
            return AlertText();
        };
        // 4,999.9975 is shown rounded, and was compared unrounded (I-06).
        QCOMPARE(textOf("RF-02", "4,999.9975 a head shows 5,000.00 and is below").message,
                 u"脱贫监测户人均纯收入5000.00元，低于5000.00元"_s);
        QCOMPARE(textOf("RF-03", "on the line").message,
                 u"人均纯收入5000.00元，高于5000.00元但不足其1.2倍"_s);
        QCOMPARE(textOf("RF-04", "fell by 30 %").message,
                 u"人均纯收入由10000.00元降至7000.00元，降幅30%（阈值30%）"_s);
        QVERIFY(textOf("RF-06", "dropped out").message.contains(u"（10周岁）"_s));
        QVERIFY(textOf("RF-06", "dropped out").message.contains(u"厌学"_s));
        QCOMPARE(textOf("RF-24", "only planned").message,
                 u"2026-09识别，30天后仍无实施中或已落实的帮扶措施（计划中1项）"_s);
        QCOMPARE(textOf("RF-25", "no contact").message, u"联系人本月未联系，上次联系：2026-09-30"_s);
        QCOMPARE(textOf("RF-08", "grade C").values.back(),
                 (std::pair<QString, QString>(u"视为危房的鉴定等级"_s, u"C、D"_s)));
        for (const RuleOutcome &outcome : m_evaluation.outcomes) {
            for (const Firing &firing : outcome.firings) {
                const AlertText zh = alertText(policy, outcome.rule, firing.evidence, true);
                const AlertText en = alertText(policy, outcome.rule, firing.evidence, false);
                QVERIFY2(!zh.message.isEmpty() && !zh.message.contains(u'{'), qPrintable(zh.message));
                QVERIFY2(!en.message.isEmpty() && !en.message.contains(u'{'), qPrintable(en.message));
                QCOMPARE(zh.values.size(), en.values.size());
            }
        }
        // A rule that is gone, and evidence that is none: the raw facts, never nothing.
        QCOMPARE(alertText(policy, u"RF-99"_s, "{\"v\":{\"a\":1},\"p\":{}}", true).values.front(),
                 (std::pair<QString, QString>(u"a"_s, u"1"_s)));
        QCOMPARE(alertText(policy, u"RF-99"_s, "\xff not json", true).message, u"RF-99"_s);
        QCOMPARE(alertText(policy, u"RF-02"_s, "[]", true).message, policy.rule(u"RF-02"_s)->title.zh);
    }

    /// The same cases under the other pack, with the line that they were written for. Where the pack does not
    /// evaluate a rule, nothing may fire.
    void boundaryOfTheNationalPack_data() { boundary_data(); }
    void boundaryOfTheNationalPack()
    {
        static const Evaluation evaluation = [this] {
            const auto site = pack("national-2021").withOverrides({{u"income_line"_s, u"5000"_s}});
            return site ? m_fixture->evaluate(*site, {2026, 10}) : Evaluation();
        }();
        QFETCH(int, index);
        const RuleCase &one = m_cases[size_t(index)];
        const QString rule = QString::fromLatin1(one.rule);
        const bool evaluated = std::any_of(evaluation.outcomes.begin(), evaluation.outcomes.end(),
                                           [&](const RuleOutcome &outcome) { return outcome.rule == rule; });
        QCOMPARE(evaluated, rule != u"RF-01" && rule != u"RF-32"); // the epidemic's rules are off
        const QSet<QString> fired = m_fixture->fired(evaluation).value(m_households[size_t(index)]);
        QCOMPARE(fired.contains(rule), evaluated && one.fires);
    }

    void nationalPackRuns()
    {
        const PolicyPack national = pack("national-2021");
        const Evaluation without = m_fixture->evaluate(national, {2026, 10});
        const auto reason = [&](const QString &rule) {
            for (const NotEvaluated &entry : without.notEvaluated)
                if (entry.rule == rule)
                    return entry.reason.zh;
            return QString();
        };
        QVERIFY(reason(u"RF-02"_s).contains(u"监测收入参考范围"_s)); // the line is blank
        QVERIFY(!reason(u"RF-01"_s).isEmpty());                      // off
        QVERIFY(reason(u"RF-07"_s).isEmpty());
        const auto site = national.withOverrides({{u"income_line"_s, u"8000"_s}});
        FFP_VERIFY(site);
        const Evaluation with = m_fixture->evaluate(*site, {2026, 10});
        QCOMPARE(with.outcomes.size(), without.outcomes.size() + 3); // RF-02, RF-03, RF-30
    }

    void referenceIncomeOfTheNationalPack()
    {
        RuleFixture fixture;
        RecordId low;
        RecordId high;
        fixture.write([&](RecordMaker &maker) {
            low = maker.household();
            maker.monitor(low, "sudden");
            maker.income(low, 2026, 900000, 1, {{"reference_total", 799999}});
            high = maker.household();
            maker.monitor(high, "sudden");
            maker.income(high, 2026, 900000, 1, {{"reference_total", 800000}});
        });
        const auto site = pack("national-2021").withOverrides({{u"income_line"_s, u"8000"_s}});
        FFP_VERIFY(site);
        const auto fired = fixture.fired(fixture.evaluate(*site, {2026, 10}));
        QVERIFY(fired.value(low).contains(u"RF-02"_s));
        QVERIFY(!fired.value(high).contains(u"RF-02"_s));
        QVERIFY(fired.value(high).contains(u"RF-03"_s));
    }

    void daysCountFromTheEndOfTheMonthOfIdentification()
    {
        RuleFixture fixture;
        RecordId october;
        RecordId january;
        fixture.write([&](RecordMaker &maker) {
            october = maker.household();
            identified(maker, october, "2026-10");
            january = maker.household();
            identified(maker, january, "2027-01");
            helped(maker, maker.household(), "doing"); // a neighbour's measure counts for nobody else
        });
        const auto fires = [&fixture](YearMonth month, RecordId household) {
            return fixture.fired(fixture.evaluate(pack(), month)).value(household).contains(u"RF-24"_s);
        };
        QVERIFY(fires({2026, 11}, october)); // 30 days
        QVERIFY(!fires({2027, 2}, january)); // 28 days
        QVERIFY(fires({2027, 3}, january));
    }

    void tryOutChangesNothing()
    {
        SilentProgress progress;
        auto rules = RuleEvaluation::prepare(m_fixture->path, m_fixture->cipher, pack(), {2026, 10},
                                             progress);
        FFP_VERIFY(rules);
        FFP_VERIFY(rules->run(progress));
        const auto count = [&](const QString &rule, const PolicyOverrides &overrides) {
            const auto firings = rules->tryOut(rule, overrides, progress);
            return firings ? qint64(firings->size()) : -1;
        };
        const auto stored = [&](const char *rule) {
            for (const RuleOutcome &outcome : m_evaluation.outcomes)
                if (outcome.rule == QLatin1String(rule))
                    return qint64(outcome.firings.size());
            return qint64(-1);
        };
        QCOMPARE(count(u"RF-02"_s, {}), stored("RF-02"));
        QVERIFY(count(u"RF-02"_s, {{u"income_line"_s, u"5000.01"_s}}) > stored("RF-02")); // those on the line
        QCOMPARE(count(u"RF-02"_s, {{u"income_line"_s, u"0"_s}}), 0);
        QCOMPARE(count(u"RF-30"_s, {}), stored("RF-30")); // sees what the others found
        QCOMPARE(count(u"RF-04"_s, {{u"drop_percent"_s, u"29"_s}}), stored("RF-04") + 1);
        QCOMPARE(count(u"RF-02"_s, {}), stored("RF-02"));
        FFP_VERIFY_ERROR(rules->tryOut(u"RF-02"_s, {{u"income_line"_s, QString()}}, progress),
                         ErrorKind::InvalidArgument);
        FFP_VERIFY_ERROR(rules->tryOut(u"RF-02"_s, {{u"income_line"_s, u"much"_s}}, progress),
                         ErrorKind::InvalidValue);
        FFP_VERIFY_ERROR(rules->tryOut(u"RF-02"_s, {{u"factor"_s, u"1"_s}}, progress), ErrorKind::NotFound);
        FFP_VERIFY_ERROR(rules->tryOut(u"RF-05"_s, {}, progress), ErrorKind::NotFound);
        FFP_VERIFY_ERROR(rules->tryOut(u"RF-99"_s, {}, progress), ErrorKind::NotFound);
    }

    void lockedAndCancelled()
    {
        SilentProgress progress;
        m_fixture->cipher.locked = true;
        auto rules = RuleEvaluation::prepare(m_fixture->path, m_fixture->cipher, pack(), {2026, 10},
                                             progress);
        FFP_VERIFY(rules);
        const auto locked = rules->run(progress);
        m_fixture->cipher.locked = false;
        FFP_VERIFY_ERROR(locked, ErrorKind::Locked);
    }
};

QTEST_GUILESS_MAIN(TestRules)
#include "tst_rules.moc"
