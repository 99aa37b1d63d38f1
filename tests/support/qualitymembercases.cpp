// SPDX-License-Identifier: GPL-3.0-or-later
// DQ-301 … DQ-311 education and insurance, DQ-401 … DQ-408 labour and health, DQ-501 … DQ-510 work and posts,
// DQ-601 … DQ-605 phones and accounts.
#include "tests/support/qualitycases.h"

namespace ffp::test {

namespace {

using M = RecordMaker;
using R = RecordId;

std::function<void(M &, R)> person(Givens values)
{
    return [values](M &m, R h) { m.member(h, values); };
}

std::function<void(M &, R)> pupil(const char *born, const char *grade)
{
    return person({{"birth_date", born}, {"student", grade}});
}

/// A statement of the year with these items (分).
void items(M &m, R h, const std::vector<std::pair<const char *, int>> &all)
{
    const R statement = m.income(h, 2026, 900000, 1);
    for (const auto &[item, fen] : all)
        m.make(Entity::IncomeLine, {{"statement_id", statement}, {"item", item}, {"amount", fen}});
}

Cases schoolCases()
{
    return {
        {"DQ-301", "both", true, person({{"education", "primary"}, {"student", "primary"}})},
        {"DQ-301", "neither", true, person({})},
        {"DQ-301", "one", false, person({{"student", "preschool_age"}})},
        {"DQ-302", "primary school at 5", true, pupil("2020-09-02", "primary")},
        {"DQ-302", "primary school at 6", false, pupil("2020-09-01", "primary")},
        {"DQ-302", "primary school at 14", false, pupil("2011-09-02", "primary")},
        {"DQ-302", "primary school at 15", true, pupil("2011-09-01", "primary")},
        {"DQ-302", "junior school at 11", true, pupil("2014-09-02", "junior_7")},
        {"DQ-302", "junior school at 12", false, pupil("2014-09-01", "junior_7")},
        {"DQ-302", "junior school at 18", true, pupil("2008-09-01", "junior_9")},
        {"DQ-302", "vocational school at 14", true, pupil("2011-09-02", "voc_1")},
        {"DQ-302", "senior school at 15", false, pupil("2011-09-01", "senior_1")},
        {"DQ-302", "senior school at 21", true, pupil("2005-09-01", "senior_3")},
        {"DQ-302", "college at 17", true, pupil("2008-09-02", "bach_1")},
        {"DQ-302", "vocational college at 18", false, pupil("2008-09-01", "hvoc_1")},
        {"DQ-302", "master at 19", true, pupil("2006-09-02", "master_up")},
        {"DQ-302", "master at 20", false, pupil("2006-09-01", "master_up")},
        {"DQ-303", "kindergarten at 7", true, pupil("2019-09-01", "kindergarten")},
        {"DQ-303", "kindergarten at 6", false, pupil("2019-09-02", "kindergarten")},
        {"DQ-303", "an illness", false,
         person({{"birth_date", "2018-09-01"}, {"student", "preschool_age"}, {"health", "chronic"}})},
        {"DQ-304", "16", true, person({{"birth_date", "2010-10-31"}, {"education", "primary"}})},
        {"DQ-304", "15", false, person({{"birth_date", "2010-11-01"}, {"education", "primary"}})},
        {"DQ-304", "22", true, person({{"birth_date", "2003-11-01"}, {"education", "illiterate"}})},
        {"DQ-304", "23", false, person({{"birth_date", "2003-10-31"}, {"education", "illiterate"}})},
        {"DQ-304", "junior school", false, person({{"birth_date", "2008-01-01"}, {"education", "junior"}})},
        {"DQ-305", "both", true, person({{"ins_resident_medical", true}, {"ins_employee_medical", true}})},
        {"DQ-305", "one", false, person({{"ins_resident_medical", true}, {"ins_employee_medical", false}})},
        {"DQ-306", "neither", true, person({{"ins_resident_medical", false}})},
        {"DQ-306", "employee insurance", false,
         person({{"ins_resident_medical", false}, {"ins_employee_medical", true}})},
        {"DQ-306", "monitored: red-flag rule", false,
         [](M &m, R h) {
             m.member(h, {{"ins_resident_medical", false}});
             m.monitor(h, "edge");
         }},
        {"DQ-306", "not known", false, person({})},
        {"DQ-307", "ill, none", true, person({{"health", "serious"}, {"ins_serious_illness", false}})},
        {"DQ-307", "ill, insured", false, person({{"health", "chronic"}, {"ins_serious_illness", true}})},
        {"DQ-307", "healthy", false, person({{"health", "healthy"}, {"ins_serious_illness", false}})},
        {"DQ-308", "6", true, person({{"birth_date", "2020-09-01"}})},
        {"DQ-308", "5", false, person({{"birth_date", "2020-09-02"}})},
        {"DQ-308", "15", true, person({{"birth_date", "2010-09-02"}, {"education", "primary"}})},
        {"DQ-308", "16", false, person({{"birth_date", "2010-09-01"}, {"education", "primary"}})},
        {"DQ-308", "with a reason", false,
         person({{"birth_date", "2016-01-01"}, {"dropout_reason", "dislike"}})},
        {"DQ-308", "junior school done", false,
         person({{"birth_date", "2010-12-01"}, {"education", "junior"}})},
        {"DQ-309", "a pupil", true, person({{"student", "junior_7"}, {"dropout_reason", "work"}})},
        {"DQ-309", "not at school", false, person({{"dropout_reason", "work"}})},
        {"DQ-309", "before school", false,
         person({{"student", "kindergarten"}, {"dropout_reason", "other"}})},
        {"DQ-310", "both", true, person({{"ins_resident_pension", true}, {"ins_employee_pension", true}})},
        {"DQ-310", "one", false, person({{"ins_resident_pension", true}})},
        {"DQ-311", "18", true, person({{"birth_date", "2008-10-31"}, {"ins_resident_pension", false}})},
        {"DQ-311", "17", false, person({{"birth_date", "2008-11-01"}, {"ins_resident_pension", false}})},
        {"DQ-311", "a student", false,
         person({{"birth_date", "2006-01-01"}, {"student", "bach_1"}, {"ins_resident_pension", false}})},
        {"DQ-311", "employee's", false,
         person({{"birth_date", "1980-01-01"},
                 {"ins_resident_pension", false},
                 {"ins_employee_pension", true}})},
    };
}

Cases labourCases()
{
    const auto severe = [](const char *grade) {
        return person({{"labour", "ordinary"}, {"disability_type", "4"}, {"disability_grade", grade}});
    };
    return {
        {"DQ-401", "15, weak", true, person({{"birth_date", "2010-11-01"}, {"labour", "weak"}})},
        {"DQ-401", "16", false, person({{"birth_date", "2010-10-31"}, {"labour", "weak"}})},
        {"DQ-401", "15, none", false, person({{"birth_date", "2010-11-01"}, {"labour", "none"}})},
        {"DQ-402", "60, lost", true, person({{"birth_date", "1966-10-31"}, {"labour", "lost"}})},
        {"DQ-402", "59", false, person({{"birth_date", "1966-11-01"}, {"labour", "lost"}})},
        {"DQ-402", "60, weak", false, person({{"birth_date", "1966-10-31"}, {"labour", "weak"}})},
        {"DQ-403", "at school, ordinary", true, person({{"student", "voc_2"}, {"labour", "ordinary"}})},
        {"DQ-403", "at school, none", false, person({{"student", "voc_2"}, {"labour", "none"}})},
        {"DQ-403", "before school", false, person({{"student", "preschool_age"}, {"labour", "weak"}})},
        {"DQ-404", "16, healthy, none", true,
         person({{"birth_date", "2010-10-31"}, {"labour", "none"}, {"health", "healthy"}})},
        {"DQ-404", "15", false,
         person({{"birth_date", "2010-11-01"}, {"labour", "none"}, {"health", "healthy"}})},
        {"DQ-404", "59, weak", true,
         person({{"birth_date", "1966-11-01"}, {"labour", "weak"}, {"health", "healthy"}})},
        {"DQ-404", "60", false,
         person({{"birth_date", "1966-10-31"}, {"labour", "weak"}, {"health", "healthy"}})},
        {"DQ-404", "ill", false,
         person({{"birth_date", "1980-01-01"}, {"labour", "weak"}, {"health", "chronic"}})},
        {"DQ-404", "at school", false,
         person({{"birth_date", "2009-01-01"},
                 {"labour", "none"},
                 {"health", "healthy"},
                 {"student", "senior_2"}})},
        {"DQ-405", "lost, works", true, person({{"labour", "lost"}, {"work_months", 1}})},
        {"DQ-405", "none, works", true, person({{"labour", "none"}, {"work_months", 12}})},
        {"DQ-405", "none, a post", true, person({{"labour", "none"}, {"post_name", "cleaner"}})},
        {"DQ-405", "weak, a post", false, person({{"labour", "weak"}, {"post_name", "cleaner"}})},
        {"DQ-405", "weak, works", false, person({{"labour", "weak"}, {"work_months", 1}})},
        {"DQ-405", "lost, no month", false, person({{"labour", "lost"}, {"work_months", 0}})},
        {"DQ-406", "limbs, grade 2", true, severe("2")},
        {"DQ-406", "limbs, grade 3", false, severe("3")},
        {"DQ-406", "by the certificate", true,
         person({{"labour", "skilled"},
                 {"disability_cert_no", idNumber("34132319800505401") + QStringLiteral("41")}})},
        {"DQ-406", "eyes", false,
         person({{"labour", "skilled"}, {"disability_type", "1"}, {"disability_grade", "1"}})},
        {"DQ-407", "healthy and chronic", true, person({{"health", "chronic,healthy"}})},
        {"DQ-407", "two illnesses", false, person({{"health", "chronic,serious"}})},
        {"DQ-407", "healthy", false, person({{"health", "healthy"}})},
        {"DQ-408", "marked, one is weak", true, person({{"labour", "weak"}}), {{"no_labour_backstop", true}}},
        {"DQ-408", "marked, none", false, person({{"labour", "none"}}), {{"no_labour_backstop", true}}},
        {"DQ-408", "not marked, none", true, person({{"labour", "lost"}}), {{"no_labour_backstop", false}}},
        {"DQ-408",
         "not marked, able",
         false,
         person({{"labour", "skilled"}}),
         {{"no_labour_backstop", false}}},
        {"DQ-408", "mark not known", false, person({{"labour", "none"}})},
    };
}

/// A member with a public post of six months.
std::function<void(M &, R)> post(Givens more)
{
    more.insert(more.begin(), {{"post_name", "cleaner"}, {"post_months", 6}});
    return person(more);
}

/// A member of this name with a post, and a village cadre of the name until this day.
std::function<void(M &, R)> cadre(const char *name, Givens member, Givens term = {})
{
    return [=](M &m, R h) {
        m.member(h, {{"name", name}, {"relation", "head"}});
        m.member(h, member);
        Givens role = {{"role", "cadre"}, {"name", name}, {"started_on", "2020-01-01"}};
        role.insert(role.end(), term.begin(), term.end());
        m.of(m.household(), Entity::Assignment, role);
    };
}

Cases postCases()
{
    return {
        {"DQ-502", "place without months", true, person({{"work_place", "杭州市"}})},
        {"DQ-502", "months without place", true, person({{"work_months", 3}})},
        {"DQ-502", "both", false, person({{"work_place", "杭州市"}, {"work_months", 1}})},
        {"DQ-502", "neither", false, person({{"work_months", 0}})},
        {"DQ-503", "99.99", true, person({{"work_pay", 9999}})},
        {"DQ-503", "100", false, person({{"work_pay", 10000}})},
        {"DQ-503", "30000", false, person({{"work_pay", 3000000}})},
        {"DQ-503", "30000.01", true, person({{"work_pay", 3000001}})},
        {"DQ-504", "15", true, post({{"birth_date", "2010-11-01"}})},
        {"DQ-504", "16", false, post({{"birth_date", "2010-10-31"}})},
        {"DQ-504", "69", false, post({{"birth_date", "1956-11-01"}})},
        {"DQ-504", "70", true, post({{"birth_date", "1956-10-31"}})},
        {"DQ-504", "70, no post", false, person({{"birth_date", "1956-10-31"}, {"work_months", 3}})},
        {"DQ-505", "three", true, person({{"post_name", "cleaner,forest,road"}})},
        {"DQ-505", "two", false, person({{"post_name", "cleaner,forest"}})},
        {"DQ-506", "no months", true, person({{"post_name", "cleaner"}})},
        {"DQ-506", "0", true, person({{"post_name", "cleaner"}, {"post_months", 0}})},
        {"DQ-506", "1", false, person({{"post_name", "cleaner"}, {"post_months", 1}})},
        {"DQ-506", "12", false, person({{"post_name", "cleaner"}, {"post_months", 12}})},
        {"DQ-506", "13", true, person({{"post_name", "cleaner"}, {"post_months", 13}})},
        {"DQ-508", "a cadre's son", true, cadre("村干甲", {{"relation", "son"}, {"post_name", "forest"}})},
        {"DQ-508", "was a cadre until the day before", false,
         cadre("村干乙", {{"relation", "son"}, {"post_name", "forest"}}, {{"ended_on", "2026-10-30"}})},
        {"DQ-508", "is a cadre until today", true,
         cadre("村干丙", {{"relation", "son"}, {"post_name", "forest"}}, {{"ended_on", "2026-10-31"}})},
        {"DQ-508", "no post", false, cadre("村干丁", {{"relation", "son"}, {"work_months", 3}})},
    };
}

Cases workCases()
{
    return {
        {"DQ-501", "13", true, person({{"work_months", 13}})},
        {"DQ-501", "12", false, person({{"work_months", 12}})},
        {"DQ-501", "-1", true, person({{"work_months", -1}})},
        {"DQ-501", "0", false, person({{"work_months", 0}})},
        {"DQ-509", "a student works", true, person({{"student", "senior_1"}, {"work_months", 1}})},
        {"DQ-509", "died in May, worked six months", true,
         person({{"change_kind", "death"}, {"change_on", "2026-05-01"}, {"work_months", 6}})},
        {"DQ-509", "died in May, worked five months", false,
         person({{"change_kind", "death"}, {"change_on", "2026-05-01"}, {"work_months", 5}})},
        {"DQ-509", "left last year, worked", true,
         person({{"change_kind", "move_out"}, {"change_on", "2025-12-01"}, {"work_months", 1}})},
        {"DQ-509", "left last year, a post", true,
         person({{"change_kind", "move_out"}, {"change_on", "2025-05-01"}, {"post_name", "road"}})},
        {"DQ-509", "left in May, five months in the post", false,
         person({{"change_kind", "move_out"},
                 {"change_on", "2026-05-31"},
                 {"post_name", "road"},
                 {"post_months", 5}})},
        {"DQ-509", "left in May, six months in the post", true,
         person({{"change_kind", "move_out"},
                 {"change_on", "2026-05-31"},
                 {"post_name", "road"},
                 {"post_months", 6}})},
        {"DQ-509", "a student with a post", true, person({{"student", "bach_1"}, {"post_name", "road"}})},
        {"DQ-509", "here, works", false, person({{"work_months", 6}})},
        {"DQ-510", "income 0, worked", true,
         [](M &m, R h) {
             m.member(h, {{"work_months", 1}});
             items(m, h, {{"A1", 0}});
         }},
        {"DQ-510", "income, no month", true,
         [](M &m, R h) {
             m.member(h, {{"work_months", 0}});
             items(m, h, {{"A1", 1}});
         }},
        {"DQ-510", "income, months not known", false,
         [](M &m, R h) {
             m.member(h);
             items(m, h, {{"A1", 1}});
         }},
        {"DQ-510", "income, worked", false,
         [](M &m, R h) {
             m.member(h, {{"work_months", 1}});
             items(m, h, {{"A1", 1}});
         }},
    };
}

Cases contactCases()
{
    const auto shared = [](const char *phone, const char *place, const char *other) {
        return [=](M &m, R h) {
            m.member(h, {{"phone", phone}, {"work_place", place}, {"work_months", 3}});
            m.member(h, {{"phone", phone}, {"work_place", other}, {"work_months", 3}});
        };
    };
    return {
        {"DQ-601", "ten digits", true, person({{"phone", "1990000101"}})},
        {"DQ-601", "a mobile", false, person({{"phone", "19900001011"}})},
        {"DQ-601", "a landline", false, person({{"phone", "0557-6038000"}})},
        {"DQ-601", "of the household", true, [](M &, R) {}, {{"phone", "12345"}}},
        {"DQ-602", "two places", true, shared("19900001021", "杭州市", "苏州市")},
        {"DQ-602", "one place", false, shared("19900001022", "杭州市", "浙江省杭州市")},
        {"DQ-602", "two counties", true, shared("19900001023", "330106000000", "330108000000")},
        {"DQ-602", "one county", false, shared("19900001024", "330106001000", "330106002000")},
        {"DQ-602", "two phones", false,
         [](M &m, R h) {
             m.member(h, {{"phone", "19900001025"}, {"work_place", "杭州市"}, {"work_months", 3}});
             m.member(h, {{"phone", "19900001026"}, {"work_place", "苏州市"}, {"work_months", 3}});
         }},
        {"DQ-603",
         "another household has it",
         true,
         [](M &m, R) {
             m.member(m.household(), {{"phone", "199-0000-1031"}});
         },
         {{"phone", "19900001031"}}},
        {"DQ-603",
         "household and member",
         false,
         person({{"phone", "19900001032"}}),
         {{"phone", "19900001032"}}},
        {"DQ-604",
         "another household has it",
         true,
         [](M &m, R) {
             m.household({{"bank_account", "6228480000000000018"}});
         },
         {{"bank_account", "6228 4800 0000 0000 018"}}},
        {"DQ-604", "alone", false, [](M &, R) {}, {{"bank_account", "6228480000000000026"}}},
        {"DQ-605", "11 digits", true, [](M &, R) {}, {{"bank_account", "62284800000"}}},
        {"DQ-605", "check digit", true, [](M &, R) {}, {{"bank_account", "6228480000000000035"}}},
        {"DQ-605", "right", false, [](M &, R) {}, {{"bank_account", "4539578763621486"}}},
    };
}

} // namespace

Cases memberCases()
{
    Cases all;
    for (const auto section : {schoolCases, labourCases, postCases, workCases, contactCases})
        for (QualityCase &one : section())
            all.push_back(std::move(one));
    return all;
}

} // namespace ffp::test
