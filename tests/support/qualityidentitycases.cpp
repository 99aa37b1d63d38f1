// SPDX-License-Identifier: GPL-3.0-or-later
// DQ-101 … DQ-114 identity, DQ-201 … DQ-214 structure.
#include "tests/support/qualitycases.h"

namespace ffp::test {

using namespace Qt::Literals::StringLiterals;

namespace {

using M = RecordMaker;
using R = RecordId;

std::function<void(M &, R)> person(Givens values)
{
    return [values](M &m, R h) { m.member(h, values); };
}

std::function<void(M &, R)> numbered(const QString &number, Givens values = {})
{
    values.push_back({"id_no", number});
    return person(values);
}

QString certificate(const char *first17, const char *rest)
{
    return idNumber(first17) + QLatin1String(rest);
}

std::function<void(M &, R)> people(std::vector<Givens> all)
{
    return [all](M &m, R h) {
        for (const Givens &one : all)
            m.member(h, one);
    };
}

Givens head(Givens more = {})
{
    more.push_back({"relation", "head"});
    return more;
}

std::function<void(M &, R)> monitored(const char *identified, const char *removed = nullptr)
{
    return [=](M &m, R h) {
        Givens values = {{"monitor_class", "edge"}, {"status", "active"}, {"identified_ym", identified}};
        if (removed)
            values.push_back({"removed_ym", removed});
        m.of(h, Entity::Case, values);
    };
}

Cases numberCases()
{
    return {
        {"DQ-101", "17 characters", true, numbered(u"34132319800505101"_s)},
        {"DQ-101", "18 characters", false, numbered(idNumber("34132319800505101"))},
        {"DQ-101", "19 characters", true, numbered(idNumber("34132319800505102") + u'1')},
        {"DQ-101", "15 characters are another rule's", false, numbered(u"341323800505103"_s)},
        {"DQ-101", "a short placeholder is another rule's", false, numbered(u"99999919800505"_s)},
        {"DQ-101", "no number", false, person({})},
        {"DQ-102", "one digit off", true, numbered(u"341323198005051040"_s)},
        {"DQ-102", "right", false, numbered(idNumber("34132319800505105"))},
        {"DQ-102", "in a certificate", true, numbered(u"34132319800505106042"_s)},
        {"DQ-103", "30 February", true, numbered(idNumber("34132319800230107"))},
        {"DQ-103", "29 February of a leap year", false, numbered(idNumber("34132319800229107"))},
        {"DQ-103", "tomorrow", true, numbered(idNumber("34132320261101108"))},
        {"DQ-103", "today", false, numbered(idNumber("34132320261031108"))},
        {"DQ-103", "121 years", true, numbered(idNumber("34132319051031109"))},
        {"DQ-103", "120 years", false, numbered(idNumber("34132319051101110"))},
        {"DQ-104", "another day", true,
         numbered(idNumber("34132319800505111"), {{"birth_date", "1980-05-06"}})},
        {"DQ-104", "the same", false,
         numbered(idNumber("34132319800505113"), {{"birth_date", "1980-05-05"}, {"sex", "male"}})},
        {"DQ-104", "another sex", true, numbered(idNumber("34132319800505115"), {{"sex", "female"}})},
        {"DQ-104", "sex not stated", false, numbered(idNumber("34132319800505117"), {{"sex", "unknown"}})},
        {"DQ-104", "placeholder", false, numbered(u"99999919800505"_s, {{"birth_date", "1981-01-01"}})},
        {"DQ-105", "15 digits", true, numbered(u"341323800505118"_s)},
        {"DQ-105", "18 digits", false, numbered(idNumber("34132319800505118"))},
        {"DQ-106", "999999", true, numbered(u"999999198005050000"_s)},
        {"DQ-106", "999998", false, numbered(idNumber("99999819800505119"))},
        {"DQ-107", "twice in a household", true,
         people({{{"id_no", idNumber("34132319800505120")}}, {{"id_no", idNumber("34132319800505120")}}})},
        {"DQ-107", "number and certificate of one number", true,
         people({{{"id_no", idNumber("34132319800505121")}},
                 {{"id_no", certificate("34132319800505121", "43")}}})},
        {"DQ-107", "neighbours", false,
         people({{{"id_no", idNumber("34132319800505122")}}, {{"id_no", idNumber("34132319800505123")}}})},
        {"DQ-107", "one of them has left", false,
         people({{{"id_no", idNumber("34132319800505124")}},
                 {{"id_no", idNumber("34132319800505124")},
                  {"change_kind", "move_out"},
                  {"change_on", "2026-05-01"}}})},
        {"DQ-107", "two placeholders", false,
         people({{{"id_no", u"999999198005051111"_s}}, {{"id_no", u"999999198005051111"_s}}})},
        {"DQ-109", "18 characters", true, person({{"disability_cert_no", idNumber("34132319800505125")}})},
        {"DQ-109", "20 characters", false,
         person({{"disability_cert_no", certificate("34132319800505126", "74")}})},
        {"DQ-109", "type 8", true, person({{"disability_cert_no", certificate("34132319800505127", "84")}})},
        {"DQ-109", "type 0", true, person({{"disability_cert_no", certificate("34132319800505128", "04")}})},
        {"DQ-109", "grade 5", true, person({{"disability_cert_no", certificate("34132319800505129", "75")}})},
        {"DQ-109", "re-issued, in the column of the ID number", false,
         numbered(certificate("34132319800505130", "11B1"))},
        {"DQ-110", "disabled, no certificate", true, person({{"health", "chronic,disabled"}})},
        {"DQ-110", "disabled, certificate", false,
         person({{"health", "disabled"}, {"disability_cert_no", certificate("34132319800505131", "43")}})},
        {"DQ-110", "certificate, healthy", true,
         numbered(certificate("34132319800505132", "43"), {{"health", "healthy"}})},
        {"DQ-110", "healthy, none", false, person({{"health", "healthy"}})},
        {"DQ-110", "health blank", false, numbered(certificate("34132319800505133", "43"))},
        {"DQ-111", "another type", true,
         numbered(certificate("34132319800505134", "43"), {{"disability_type", "1"}})},
        {"DQ-111", "the same", false,
         numbered(certificate("34132319800505135", "43"),
                  {{"disability_type", "4"}, {"disability_grade", "3"}})},
        {"DQ-111", "another grade", true,
         numbered(certificate("34132319800505136", "43"), {{"disability_grade", "2"}})},
        {"DQ-111", "several types are 7", false,
         numbered(certificate("34132319800505137", "71"), {{"disability_type", "1,4"}})},
        {"DQ-111", "one type is not 7", true,
         numbered(certificate("34132319800505138", "71"), {{"disability_type", "4"}})},
        {"DQ-112", "another name", true,
         people({{{"name", "试一"}, {"id_no", idNumber("34132319800505139")}},
                 {{"name", "试二"},
                  {"id_no", idNumber("34132319800505139")},
                  {"change_kind", "marry_out"},
                  {"change_on", "2020-05-01"}}})},
        {"DQ-112", "the same name", false,
         people({{{"name", "试一"}, {"id_no", idNumber("34132319800505140")}},
                 {{"name", "试一"},
                  {"id_no", idNumber("34132319800505140")},
                  {"change_kind", "marry_out"},
                  {"change_on", "2020-05-01"}}})},
        {"DQ-112", "in a held row", true,
         [](M &m, R h) {
             m.member(h, {{"name", "试三"}, {"id_no", idNumber("34132319800505141")}});
             m.make(Entity::HeldRow, {{"name", "试四"}, {"person_key", idNumber("34132319800505141")}});
         }},
        {"DQ-113", "no such county", true, numbered(idNumber("34998819800505142"))},
        {"DQ-113", "a county", false, numbered(idNumber("34132319800505143"))},
        {"DQ-113", "a province that is not in the table", false, numbered(idNumber("65998819800505144"))},
        {"DQ-114", "2012", true, monitored("2012-12")},
        {"DQ-114", "2013", false, monitored("2013-01")},
        {"DQ-114", "next month", true, monitored("2026-11")},
        {"DQ-114", "this month", false, monitored("2026-10", "2026-10")},
        {"DQ-114", "removed before identified", true, monitored("2026-03", "2026-02")},
        {"DQ-114", "removed next month", true, monitored("2026-03", "2026-11")},
    };
}

Cases structureCases()
{
    return {
        {"DQ-201", "no head", true, person({{"relation", "son"}})},
        {"DQ-201", "one", false, people({head(), {}})},
        {"DQ-201", "two", true, people({head(), head()})},
        {"DQ-201", "the other one has died", false,
         people({head(), head({{"change_kind", "death"}, {"change_on", "2026-10-01"}})})},
        {"DQ-201", "nobody is another rule's", false, [](M &, R) {}},
        {"DQ-202", "two", true, people({head(), {{"relation", "spouse"}}, {{"relation", "spouse"}}})},
        {"DQ-202", "one", false, people({head(), {{"relation", "spouse"}}})},
        {"DQ-203", "same", true,
         people({head({{"sex", "male"}}), {{"relation", "spouse"}, {"sex", "male"}}})},
        {"DQ-203", "other", false,
         people({head({{"sex", "male"}}), {{"relation", "spouse"}, {"sex", "female"}}})},
        {"DQ-203", "by the numbers", true,
         people({head({{"id_no", idNumber("34132319800505211")}}),
                 {{"relation", "spouse"}, {"id_no", idNumber("34132319800505213")}}})},
        {"DQ-203", "not known", false, people({head(), {{"relation", "spouse"}, {"sex", "male"}}})},
        {"DQ-204", "a son who is a woman", true, person({{"relation", "son"}, {"sex", "female"}})},
        {"DQ-204", "a daughter", false, person({{"relation", "daughter"}, {"sex", "female"}})},
        {"DQ-204", "the number counts before the column", false,
         person({{"relation", "son"}, {"sex", "female"}, {"id_no", idNumber("34132319800505215")}})},
        {"DQ-204", "a spouse may be either", false, person({{"relation", "spouse"}, {"sex", "male"}})},
        {"DQ-205", "nobody", true, [](M &, R) {}},
        {"DQ-205", "somebody", false, person({})},
        {"DQ-205", "all have left", true, person({{"change_kind", "death"}, {"change_on", "2026-10-31"}})},
        {"DQ-207", "one more", true, people({head()}), {{"population_current", 2}}},
        {"DQ-207", "as many", false, people({head()}), {{"population_current", 1}}},
        {"DQ-207", "not stated", false, people({head()})},
        {"DQ-208", "differs", true, people({head()}), {{"population_year", 2}, {"population_current", 1}}},
        {"DQ-208", "equal", false, people({head()}), {{"population_year", 1}, {"population_current", 1}}},
        {"DQ-208",
         "a change this year",
         false,
         people({head(), {{"change_kind", "death"}, {"change_on", "2026-01-01"}}}),
         {{"population_year", 2}, {"population_current", 1}}},
        {"DQ-208",
         "a change last year",
         true,
         people({head(), {{"change_kind", "death"}, {"change_on", "2025-12-31"}}}),
         {{"population_year", 2}, {"population_current", 1}}},
        {"DQ-209",
         "another one",
         true,
         [](M &m, R) {
             m.household({{"household_no", "3413231149990001"}});
         },
         {{"household_no", "3413231149990001"}}},
        {"DQ-209", "alone", false, [](M &, R) {}, {{"household_no", "3413231149990002"}}},
        {"DQ-210", "in another household", true,
         [](M &m, R h) {
             m.member(h, {{"id_no", idNumber("34132319800505216")}});
             m.member(m.household(), {{"id_no", idNumber("34132319800505216")}});
         }},
        {"DQ-210", "twice in one", false,
         people({{{"id_no", idNumber("34132319800505217")}}, {{"id_no", idNumber("34132319800505217")}}})},
        {"DQ-211", "a day short of 15 years", true,
         people({head({{"birth_date", "1980-05-05"}}), {{"relation", "son"}, {"birth_date", "1995-05-04"}}})},
        {"DQ-211", "15 years", false,
         people({head({{"birth_date", "1980-05-05"}}),
                 {{"relation", "daughter"}, {"birth_date", "1995-05-05"}}})},
        {"DQ-211", "mother of the head", true,
         people(
             {head({{"birth_date", "1980-05-05"}}), {{"relation", "mother"}, {"birth_date", "1965-05-06"}}})},
        {"DQ-211", "father of the head", false,
         people(
             {head({{"birth_date", "1980-05-05"}}), {{"relation", "father"}, {"birth_date", "1965-05-05"}}})},
        {"DQ-212", "no address", true, [](M &, R) {}},
        {"DQ-212", "a natural village", false, [](M &, R) {}, {{"natural_village", "西梁园"}}},
        {"DQ-212", "all there", false, [](M &, R) {}, {{"address", "范桥村一组"}}},
        {"DQ-213", "no date", true, person({{"change_kind", "birth"}})},
        {"DQ-213", "no kind", true, person({{"change_on", "2026-05-01"}})},
        {"DQ-213", "both", false, person({{"change_kind", "birth"}, {"change_on", "2026-05-01"}})},
        {"DQ-213", "neither", false, person({})},
        {"DQ-214", "two", true,
         [](M &m, R h) {
             m.monitor(h, "edge");
             m.monitor(h, "exit_unstable");
         }},
        {"DQ-214", "one of them removed", false,
         [](M &m, R h) {
             m.monitor(h, "edge");
             m.monitor(h, "exit_unstable", "removed");
         }},
    };
}

} // namespace

Cases identityCases()
{
    Cases all = numberCases();
    for (QualityCase &one : structureCases())
        all.push_back(std::move(one));
    return all;
}

} // namespace ffp::test
