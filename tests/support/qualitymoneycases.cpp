// SPDX-License-Identifier: GPL-3.0-or-later
// DQ-701 … DQ-714 income, DQ-801 … DQ-809 land and living.
#include "tests/support/qualitycases.h"

namespace ffp::test {

namespace {

using M = RecordMaker;
using R = RecordId;
using Items = std::vector<std::pair<const char *, int>>;

void withItems(M &m, R h, const Items &items, Givens statement = {})
{
    const R id = m.income(h, 2026, 900000, 1, statement);
    for (const auto &[item, fen] : items)
        m.make(Entity::IncomeLine, {{"statement_id", id}, {"item", item}, {"amount", fen}});
}

/// A statement of 9000 元 for one person with these items.
std::function<void(M &, R)> items(const Items &all, Givens statement = {})
{
    return [=](M &m, R h) { withItems(m, h, all, statement); };
}

std::function<void(M &, R)> statement(Givens values)
{
    return [values](M &m, R h) { m.income(h, 2026, 900000, 1, values); };
}

/// Household with one such member and these items.
std::function<void(M &, R)> memberAndItems(Givens member, const Items &all)
{
    return [=](M &m, R h) {
        m.member(h, member);
        withItems(m, h, all);
    };
}

std::function<void(M &, R)> perHead(int fen)
{
    return [fen](M &m, R h) { m.income(h, 2026, fen, 1); };
}

std::function<void(M &, R)> living(Givens values)
{
    values.push_back({"year", 2026});
    return [values](M &m, R h) { m.of(h, Entity::LivingConditions, values); };
}

std::function<void(M &, R)> totals(int net, int gross, int perCapita)
{
    return statement({{"wage_total", 600000},
                      {"business_total", 300000},
                      {"property_total", 100000},
                      {"transfer_total", 0},
                      {"business_cost", 100000},
                      {"gross_total", gross},
                      {"net_total", net},
                      {"net_per_capita", perCapita}});
}

Cases incomeCases()
{
    return {
        {"DQ-701", "no costs", true, statement({{"business_total", 1}})},
        {"DQ-701", "costs", false, statement({{"business_total", 1}, {"business_cost", 1}})},
        {"DQ-701", "no income", false, statement({{"business_total", 0}})},
        {"DQ-702", "299.99", true, statement({{"wage_total", 29999}})},
        {"DQ-702", "300", false, statement({{"wage_total", 30000}})},
        {"DQ-702", "0", false, statement({{"wage_total", 0}})},
        {"DQ-702", "300000", false, statement({{"wage_total", 30000000}})},
        {"DQ-702", "300000.01", true, statement({{"wage_total", 30000001}})},
        {"DQ-703", "allowance 199.99", true, items({{"D2", 19999}})},
        {"DQ-703", "allowance 200", false, items({{"D2", 20000}})},
        {"DQ-703", "support 199.99", true, items({{"D3", 19999}})},
        {"DQ-703", "support 200", false, items({{"D3", 20000}})},
        {"DQ-703", "family planning 99.99", true, items({{"D1", 9999}})},
        {"DQ-703", "family planning 100", false, items({{"D1", 10000}})},
        {"DQ-703", "pension 87.99", true, items({{"D4", 8799}})},
        {"DQ-703", "pension 88", false, items({{"D4", 8800}})},
        {"DQ-703", "nothing paid", false, items({{"D2", 0}})},
        {"DQ-704", "3999.99", true, perHead(399999)},
        {"DQ-704", "4000", false, perHead(400000)},
        {"DQ-704", "100000", false, perHead(10000000)},
        {"DQ-704", "100000.01", true, perHead(10000001)},
        {"DQ-704", "identified this year, 20000.01", true,
         [](M &m, R h) {
             m.of(h, Entity::Case,
                  {{"monitor_class", "edge"}, {"status", "active"}, {"identified_ym", "2026-02"}});
             m.income(h, 2026, 2000001, 1);
         }},
        {"DQ-704", "identified last year, 20000.01", false,
         [](M &m, R h) {
             m.monitor(h, "edge");
             m.income(h, 2026, 2000001, 1);
         }},
        {"DQ-705", "no land", true, items({{"D5", 1}})},
        {"DQ-705", "land", false,
         [](M &m, R h) {
             withItems(m, h, {{"D5", 1}});
             m.of(h, Entity::LivingConditions, {{"year", 2026}, {"grain_to_green_mu", 1}});
         }},
        {"DQ-706", "more", true,
         living({{"grain_to_green_mu", 301}, {"forest_mu", 100}, {"pasture_mu", 200}})},
        {"DQ-706", "equal", false,
         living({{"grain_to_green_mu", 300}, {"forest_mu", 100}, {"pasture_mu", 200}})},
        {"DQ-707", "net off by 1.01", true, totals(900101, 1000000, 900101)},
        {"DQ-707", "net off by 1.00", false, totals(900100, 1000000, 900100)},
        {"DQ-707", "gross off", true, totals(900000, 1000101, 900000)},
        {"DQ-707", "per person off by 1.01", true, totals(900000, 1000000, 900101)},
        {"DQ-707", "per person off by 1.00", false, totals(900000, 1000000, 900100)},
        {"DQ-707", "wages of the items off", true, items({{"A1", 100}, {"A9", 201}}, {{"wage_total", 200}})},
        {"DQ-707", "wages of the items", false, items({{"A1", 100}, {"A9", 200}}, {{"wage_total", 200}})},
        {"DQ-707", "business of the items off", true, items({{"B1", 301}}, {{"business_total", 200}})},
        {"DQ-707", "property of the items off", true, items({{"C5", 301}}, {{"property_total", 200}})},
        {"DQ-707", "transfers of the items off", true, items({{"D6-99", 301}}, {{"transfer_total", 200}})},
        {"DQ-708", "allowance, no money", true, memberAndItems({{"dibao", "rural"}}, {{"A1", 1}})},
        {"DQ-708", "allowance and money", false, memberAndItems({{"dibao", "rural"}}, {{"D2", 1}})},
        {"DQ-708", "money, no allowance", true, memberAndItems({{"dibao", "no"}}, {{"D2", 1}})},
        {"DQ-708", "money, allowance not known", false, memberAndItems({}, {{"D2", 1}})},
        {"DQ-708", "support, no money", true, memberAndItems({{"tekun", "rural"}}, {{"A1", 1}})},
        {"DQ-708", "support and money", false, memberAndItems({{"tekun", "rural"}}, {{"D3", 1}})},
        {"DQ-709", "pension of a man of 59", true,
         memberAndItems({{"birth_date", "1966-11-01"}}, {{"D4", 10000}})},
        {"DQ-709", "pension of a man of 60", false,
         memberAndItems({{"birth_date", "1966-10-31"}}, {{"D4", 10000}})},
        {"DQ-709", "insured man of 60 without", true,
         memberAndItems({{"birth_date", "1966-10-31"}, {"ins_resident_pension", true}}, {{"A1", 1}})},
        {"DQ-709", "insured man of 59 without", false,
         memberAndItems({{"birth_date", "1966-11-01"}, {"ins_resident_pension", true}}, {{"A1", 1}})},
        {"DQ-710", "income, nobody can work", true, memberAndItems({{"labour", "none"}}, {{"A1", 1}})},
        {"DQ-710", "income, one is weak", false, memberAndItems({{"labour", "weak"}}, {{"A1", 1}})},
        {"DQ-710", "a post, no income from it", true,
         memberAndItems({{"labour", "ordinary"}, {"post_name", "road"}}, {{"A1", 1}})},
        {"DQ-710", "a post and its income", false,
         memberAndItems({{"labour", "ordinary"}, {"post_name", "road"}}, {{"A4", 1}})},
        {"DQ-711", "0", true, [](M &m, R h) { m.income(h, 2026, 900000, 0); }},
        {"DQ-711", "1", false, [](M &m, R h) { m.income(h, 2026, 900000, 1); }},
        {"DQ-711", "of an earlier year", true,
         [](M &m, R h) {
             m.income(h, 2025, 900000, 0);
             m.income(h, 2026, 900000, 1);
         }},
        {"DQ-712", "both", true, items({{"D6-14", 1}}, {{"claims_income", 1}})},
        {"DQ-712", "transfers only", false, items({{"D6-14", 1}}, {{"claims_income", 0}})},
        {"DQ-713", "eleven months", true,
         statement({{"window_from", "2025-10-01"}, {"window_to", "2026-08-31"}})},
        {"DQ-713", "twelve months", false,
         statement({{"window_from", "2025-10-01"}, {"window_to", "2026-09-30"}})},
        {"DQ-713", "from the second day", true,
         statement({{"window_from", "2025-10-02"}, {"window_to", "2026-10-01"}})},
        {"DQ-713", "a quarter is none of them", false,
         statement({{"phase", "quarter"}, {"window_from", "2026-01-01"}, {"window_to", "2026-03-31"}})},
        {"DQ-713", "not before the identification", true,
         [](M &m, R h) {
             m.monitor(h, "edge"); // identified in June 2025
             m.income(h, 2025, 900000, 1,
                      {{"phase", "identify"}, {"window_from", "2024-07-01"}, {"window_to", "2025-06-30"}});
         }},
        {"DQ-713", "before the identification", false,
         [](M &m, R h) {
             m.monitor(h, "edge");
             m.income(h, 2025, 900000, 1,
                      {{"phase", "identify"}, {"window_from", "2024-06-01"}, {"window_to", "2025-05-31"}});
         }},
        {"DQ-714", "one, somebody can work", true,
         memberAndItems({{"labour", "ordinary"}}, {{"D2", 1}, {"B1", 0}, {"E1", 1}})},
        {"DQ-714", "two", false, memberAndItems({{"labour", "ordinary"}}, {{"D2", 1}, {"B1", 1}})},
        {"DQ-714", "nobody can work", false, memberAndItems({{"labour", "weak"}}, {{"D2", 1}})},
    };
}

Cases livingCases()
{
    const auto sheet = [](Givens more) {
        Givens all = {{"power_living", true}, {"broadcast_tv", true}, {"sanitary_toilet", false}};
        all.insert(all.end(), more.begin(), more.end());
        return living(all);
    };
    return {
        {"DQ-801", "100.01", true, living({{"arable_mu", 10001}})},
        {"DQ-801", "100", false, living({{"arable_mu", 10000}})},
        {"DQ-801", "negative", true, living({{"arable_mu", -1}})},
        {"DQ-801", "0", false, living({{"arable_mu", 0}})},
        {"DQ-802", "forest 200.01", true, living({{"forest_mu", 20001}})},
        {"DQ-802", "forest 200", false, living({{"forest_mu", 20000}})},
        {"DQ-802", "returned 200.01", true, living({{"grain_to_green_mu", 20001}})},
        {"DQ-802", "orchards 200.01", true, living({{"orchard_mu", 20001}})},
        {"DQ-803", "pasture 100.01", true, living({{"pasture_mu", 10001}})},
        {"DQ-803", "pasture 100", false, living({{"pasture_mu", 10000}})},
        {"DQ-803", "ponds 100.01", true, living({{"pond_mu", 10001}})},
        {"DQ-804", "5.01", true, living({{"road_distance_km", 501}})},
        {"DQ-804", "5", false, living({{"road_distance_km", 500}})},
        {"DQ-805", "none", true, [](M &, R) {}},
        {"DQ-805", "of last year", false,
         [](M &m, R h) {
             m.of(h, Entity::LivingConditions, {{"year", 2025}});
         }},
        {"DQ-806", "dangerous, grade B", true, living({{"dangerous_house", true}, {"house_grade", "B"}})},
        {"DQ-806", "dangerous, grade C", false, living({{"dangerous_house", true}, {"house_grade", "C"}})},
        {"DQ-806", "not dangerous, grade C", true,
         living({{"dangerous_house", false}, {"house_grade", "C"}})},
        {"DQ-806", "not dangerous, not rated", false,
         living({{"dangerous_house", false}, {"house_grade", "unrated"}})},
        {"DQ-807", "0", true, living({{"house_area_m2", 0}})},
        {"DQ-807", "0.01", false, living({{"house_area_m2", 1}})},
        {"DQ-807", "500", false, living({{"house_area_m2", 50000}})},
        {"DQ-807", "500.01", true, living({{"house_area_m2", 50001}})},
        {"DQ-808", "electricity blank", true, living({{"broadcast_tv", true}, {"sanitary_toilet", true}})},
        {"DQ-808", "television blank", true, living({{"power_living", true}, {"sanitary_toilet", true}})},
        {"DQ-808", "toilet blank", true, living({{"power_living", true}, {"broadcast_tv", true}})},
        {"DQ-808", "all given", false, sheet({})},
        {"DQ-809", "both", true, living({{"water_difficult", true}, {"water_safe", true}})},
        {"DQ-809", "hard to get", false, living({{"water_difficult", true}, {"water_safe", false}})},
    };
}

} // namespace

Cases moneyCases()
{
    Cases all = incomeCases();
    for (QualityCase &one : livingCases())
        all.push_back(std::move(one));
    return all;
}

} // namespace ffp::test
