// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/viewsql.h"

#include "core/store/householdsql.h"
#include "core/store/incomesql.h"
#include "core/store/membersql.h"

namespace ffp {
namespace {

// What the rules of a month read again and again stands in narrow temporary tables, filled in one pass
// over the wide ones. `s` marks the S-columns that hold something: an empty one is never looked up.
// %there, %number and %rank stand for registerSql().
constexpr const char *kStatements[] = {
    R"(CREATE TEMP TABLE t_member(household INTEGER, member INTEGER, present INTEGER, name TEXT, sex TEXT,
       relation TEXT, birth_date TEXT, age INTEGER, school_age INTEGER, marital TEXT, education TEXT,
       student TEXT, dropout_reason TEXT, labour TEXT, work_months INTEGER, ins_resident_medical INTEGER,
       ins_employee_medical INTEGER, ins_serious_illness INTEGER, ins_resident_pension INTEGER,
       ins_employee_pension INTEGER, dibao TEXT, tekun TEXT, relocated INTEGER, change_kind TEXT,
       change_on TEXT, s INTEGER, PRIMARY KEY(household, member)) WITHOUT ROWID)",
    // Age in completed years (V-16) by comparing texts: date functions cost ten times as much.
    R"(INSERT INTO t_member
       SELECT household_id, rid,
         %there OR change_on > :month_end,
         name, sex, relation, birth_date,
         CAST(:month_end AS INTEGER) - CAST(birth_date AS INTEGER)
           - (substr(birth_date, 6) > substr(:month_end, 6)),
         CAST(:school_start AS INTEGER) - CAST(birth_date AS INTEGER)
           - (substr(birth_date, 6) > substr(:school_start, 6)),
         marital, education, student, dropout_reason, labour, work_months, ins_resident_medical,
         ins_employee_medical, ins_serious_illness, ins_resident_pension, ins_employee_pension, dibao, tekun,
         relocated, change_kind, change_on,
         (health IS NOT NULL) + 2 * (disease IS NOT NULL) + 4 * (disability_type IS NOT NULL)
           + 8 * (disability_grade IS NOT NULL) + 16 * (disability_cert_year IS NOT NULL)
           + 32 * (epidemic_status IS NOT NULL)
       FROM member m WHERE void = 0 AND household_id IS NOT NULL)",
    R"(CREATE TEMP TABLE t_household(household INTEGER PRIMARY KEY, household_no TEXT, area TEXT,
       head_name TEXT, household_type TEXT, registered INTEGER, exit_class TEXT, monitor_class TEXT,
       monitored INTEGER, removed INTEGER, identified_ym TEXT, removed_ym TEXT, population INTEGER,
       members INTEGER, labour INTEGER, labour_unknown INTEGER, working INTEGER, work_unknown INTEGER,
       allowances INTEGER, allowances_unknown INTEGER, relocated INTEGER))",
    // Monitored: by the cases; a household for which no case was ever kept, by its class.
    R"(INSERT INTO t_household
       SELECT h.rid, %number, h.area,
         (SELECT name FROM member WHERE rid = h.head_member_id),
         h.household_type, h.household_type IN ('exited', 'registered_unexited'), h.exit_class,
         CASE WHEN c.household_id IS NOT NULL THEN c.open_class
              WHEN h.monitor_class <> 'none' THEN h.monitor_class END,
         CASE WHEN c.household_id IS NOT NULL THEN c.open_class IS NOT NULL
              ELSE coalesce(h.monitor_class, 'none') <> 'none' END,
         coalesce(c.open_class IS NULL AND c.removed, 0), c.identified_ym,
         CASE WHEN c.open_class IS NULL THEN c.removed_ym END,
         coalesce(h.population_current, h.population_year, m.members), coalesce(m.members, 0),
         coalesce(m.labour, 0), coalesce(m.labour_unknown, 0), coalesce(m.working, 0),
         coalesce(m.work_unknown, 0), coalesce(m.allowances, 0), coalesce(m.allowances_unknown, 0),
         coalesce(m.relocated, 0)
       FROM household h
       LEFT JOIN (SELECT household, count(*) AS members,
                    sum(coalesce(labour IN ('ordinary', 'skilled'), 0)) AS labour,
                    sum(labour IS NULL AND coalesce(age, 16) >= 16) AS labour_unknown,
                    sum(coalesce(labour IN ('ordinary', 'skilled') AND work_months > 0, 0)) AS working,
                    sum(coalesce(labour IN ('ordinary', 'skilled') AND work_months IS NULL, 0)) AS work_unknown,
                    sum(coalesce(dibao <> 'no', 0) OR coalesce(tekun <> 'no', 0)) AS allowances,
                    sum(dibao IS NULL AND tekun IS NULL) AS allowances_unknown,
                    max(coalesce(relocated, 0)) AS relocated
                  FROM t_member WHERE present GROUP BY household) m ON m.household = h.rid
       LEFT JOIN (SELECT household_id,
                    max(CASE WHEN status IN ('active', 'removing', 'relapsed', 'rolled_back')
                             THEN monitor_class END) AS open_class,
                    max(status = 'removed') AS removed, max(identified_ym) AS identified_ym,
                    max(removed_ym) AS removed_ym
                  FROM monitor_case
                  WHERE void = 0 AND status NOT IN ('candidate', 'in_review', 'rejected')
                  GROUP BY household_id) c ON c.household_id = h.rid
       WHERE h.void = 0)",
    // Statements over twelve months only: a quarter cannot be held against a line for the year (I-11).
    // The key sorts by the end of the period; of one period a calculated statement counts before a typed
    // and an imported one, then the later one.
    R"(CREATE TEMP TABLE t_statement(household INTEGER, key TEXT, rid INTEGER, until TEXT,
       PRIMARY KEY(household, key)) WITHOUT ROWID)",
    R"(INSERT INTO t_statement
       SELECT household_id,
         coalesce(window_to, year || '-12-31', prepared_on, '') || ' '
           || %rank
           || coalesce(prepared_on, '') || ' ' || (1000000000000 + rid),
         rid, coalesce(window_to, year || '-12-31', prepared_on, '')
       FROM income_statement
       WHERE void = 0 AND household_id IS NOT NULL AND phase IN ('identify', 'remove', 'annual', 'forecast')
         AND coalesce(window_from, year || '-01-01', prepared_on, '') <= :month_end)",
    R"(CREATE TEMP TABLE t_income(household INTEGER PRIMARY KEY, statement INTEGER, phase TEXT, origin TEXT, until TEXT,
       population INTEGER, wage_total INTEGER, business_total INTEGER, property_total INTEGER,
       transfer_total INTEGER, business_cost INTEGER, business_net INTEGER, net_total INTEGER,
       test_total INTEGER, test_population INTEGER, per_capita INTEGER, reference_test INTEGER,
       reference_population INTEGER, reference_per_capita INTEGER, previous_until TEXT,
       previous_total INTEGER, previous_population INTEGER, previous_per_capita INTEGER))",
    R"(INSERT INTO t_income
       SELECT l.household, l.rid, s.phase, s.origin, l.until, s.population, s.wage_total, s.business_total,
         s.property_total, s.transfer_total, s.business_cost,
         CASE WHEN s.business_total IS NOT NULL OR s.business_cost IS NOT NULL
              THEN coalesce(s.business_total, 0) - coalesce(s.business_cost, 0) END,
         s.net_total,
         CASE WHEN s.net_total IS NOT NULL AND s.population > 0 THEN s.net_total ELSE s.net_per_capita END,
         CASE WHEN s.net_total IS NOT NULL AND s.population > 0 THEN s.population
              WHEN s.net_per_capita IS NOT NULL THEN 1 END,
         CASE WHEN s.net_total IS NOT NULL AND s.population > 0
              THEN CAST(round(1.0 * s.net_total / s.population) AS INTEGER) ELSE s.net_per_capita END,
         CASE WHEN s.reference_total IS NOT NULL AND s.population > 0 THEN s.reference_total
              ELSE s.reference_per_capita END,
         CASE WHEN s.reference_total IS NOT NULL AND s.population > 0 THEN s.population
              WHEN s.reference_per_capita IS NOT NULL THEN 1 END,
         CASE WHEN s.reference_total IS NOT NULL AND s.population > 0
              THEN CAST(round(1.0 * s.reference_total / s.population) AS INTEGER)
              ELSE s.reference_per_capita END,
         coalesce(p.window_to, p.year || '-12-31', p.prepared_on),
         CASE WHEN p.net_total IS NOT NULL AND p.population > 0 THEN p.net_total ELSE p.net_per_capita END,
         CASE WHEN p.net_total IS NOT NULL AND p.population > 0 THEN p.population
              WHEN p.net_per_capita IS NOT NULL THEN 1 END,
         CASE WHEN p.net_total IS NOT NULL AND p.population > 0
              THEN CAST(round(1.0 * p.net_total / p.population) AS INTEGER) ELSE p.net_per_capita END
       FROM (SELECT household, max(key), rid, until FROM t_statement GROUP BY household) l
       JOIN income_statement s ON s.rid = l.rid
       LEFT JOIN income_statement p ON p.rid =
         (SELECT rid FROM t_statement b WHERE b.household = l.household AND b.key < l.until
          ORDER BY b.key DESC LIMIT 1))",
    R"(CREATE TEMP TABLE t_living(household INTEGER PRIMARY KEY, rid INTEGER, year INTEGER, house_grade TEXT,
       dangerous_house INTEGER, house_rated_on TEXT, safe_water INTEGER, water_difficult INTEGER,
       water_safe INTEGER))",
    R"(INSERT INTO t_living
       SELECT household_id, rid, max(year), house_grade, dangerous_house, house_rated_on, safe_water,
         water_difficult, water_safe
       FROM living_conditions WHERE void = 0 AND household_id IS NOT NULL AND year <= :year
       GROUP BY household_id)",
    // The latest conclusion for each item and member; one for the whole household that comes later
    // settles those for its members.
    R"(CREATE TEMP TABLE t_safeguard(household INTEGER, item TEXT, member INTEGER, status TEXT,
       checked_on TEXT, water_litres INTEGER, water_minutes INTEGER, water_reliability INTEGER,
       water_failed TEXT, fixed INTEGER, PRIMARY KEY(household, item, member)) WITHOUT ROWID)",
    R"(INSERT INTO t_safeguard
       SELECT household_id, item, coalesce(member_id, 0), status, substr(max(checked_on || (1000000000000 + rid)), 1, 10),
         water_litres, water_minutes, water_reliability, water_failed, coalesce(fixed_on <= :month_end, 0)
       FROM safeguard_check
       WHERE void = 0 AND household_id IS NOT NULL AND checked_on <= :month_end AND status <> 'unknown'
       GROUP BY household_id, item, coalesce(member_id, 0))",
    R"(DELETE FROM t_safeguard WHERE member <> 0 AND EXISTS (SELECT 1 FROM t_safeguard whole
         WHERE whole.household = t_safeguard.household AND whole.item = t_safeguard.item
           AND whole.member = 0 AND whole.checked_on > t_safeguard.checked_on))",
    R"(CREATE TEMP TABLE t_fired(household INTEGER, rule TEXT, member INTEGER,
       PRIMARY KEY(household, rule, member)) WITHOUT ROWID)",
    R"(CREATE TEMP TABLE t_closing(rule TEXT PRIMARY KEY) WITHOUT ROWID)",

    R"(CREATE TEMP VIEW v_household AS SELECT * FROM t_household)",
    R"(CREATE TEMP VIEW v_member AS
       SELECT t.household, t.member, t.name, t.sex, t.relation, t.birth_date, t.age, t.school_age, t.marital,
         t.education, t.student, t.dropout_reason, t.labour, t.work_months, t.ins_resident_medical,
         t.ins_employee_medical, t.ins_serious_illness, t.ins_resident_pension, t.ins_employee_pension,
         t.dibao, t.tekun, t.relocated,
         CASE WHEN t.s & 1 THEN (SELECT ffp_open('member', 'health', r.rec, m.health)
           FROM member m JOIN record r ON r.rid = m.rid WHERE m.rid = t.member) END AS health,
         CASE WHEN t.s & 2 THEN (SELECT ffp_open('member', 'disease', r.rec, m.disease)
           FROM member m JOIN record r ON r.rid = m.rid WHERE m.rid = t.member) END AS disease,
         CASE WHEN t.s & 4 THEN (SELECT ffp_open('member', 'disability_type', r.rec, m.disability_type)
           FROM member m JOIN record r ON r.rid = m.rid WHERE m.rid = t.member) END AS disability_type,
         CASE WHEN t.s & 8 THEN (SELECT ffp_open('member', 'disability_grade', r.rec, m.disability_grade)
           FROM member m JOIN record r ON r.rid = m.rid WHERE m.rid = t.member) END AS disability_grade,
         CASE WHEN t.s & 16 THEN (SELECT CAST(ffp_open('member', 'disability_cert_year', r.rec,
           m.disability_cert_year) AS INTEGER)
           FROM member m JOIN record r ON r.rid = m.rid WHERE m.rid = t.member) END AS disability_cert_year,
         CASE WHEN t.s & 32 THEN (SELECT ffp_open('member', 'epidemic_status', r.rec, m.epidemic_status)
           FROM member m JOIN record r ON r.rid = m.rid WHERE m.rid = t.member) END AS epidemic_status
       FROM t_member t WHERE t.present)",
    R"(CREATE TEMP VIEW v_departed AS
       SELECT household, member, name, relation, age, labour, change_kind, change_on
       FROM t_member WHERE NOT present)",
    R"(CREATE TEMP VIEW v_income AS SELECT * FROM t_income)",
    R"(CREATE TEMP VIEW v_income_line AS
       SELECT i.household, l.item, l.amount FROM t_income i JOIN income_line l ON l.statement_id = i.statement
       WHERE l.void = 0)",
    R"(CREATE TEMP VIEW v_living AS
       SELECT household, year, house_grade, dangerous_house, house_rated_on, safe_water, water_difficult,
         water_safe
       FROM t_living)",
    R"(CREATE TEMP VIEW v_safeguard AS
       SELECT household, item, nullif(member, 0) AS member, status, checked_on, water_litres, water_minutes,
         water_reliability, water_failed, fixed, status = 'not_met' AND NOT fixed AS failing
       FROM t_safeguard)",
    R"(CREATE TEMP VIEW v_case AS
       SELECT household_id AS household, rid AS case_rid, monitor_class, status,
         status IN ('active', 'removing', 'relapsed', 'rolled_back') AS open, identified_ym, removed_ym,
         removal_method, dev_measure, national_entry_on, province_mark_on, liaison_name,
         liaison_phone IS NOT NULL AS liaison_phone_given
       FROM monitor_case WHERE void = 0)",
    R"(CREATE TEMP VIEW v_case_risk AS
       SELECT c.household_id AS household, k.case_id AS case_rid, k.rank,
         CASE WHEN k.kind IS NOT NULL
              THEN ffp_open('case_risk', 'kind', (SELECT rec FROM record WHERE rid = k.rid), k.kind) END AS kind,
         k.disaster, k.note IS NOT NULL AS note_given,
         k.detail IS NOT NULL AS detail_given, k.found_on, k.cleared_on
       FROM case_risk k JOIN monitor_case c ON c.rid = k.case_id WHERE k.void = 0 AND c.void = 0)",
    R"(CREATE TEMP VIEW v_visit AS
       SELECT household_id AS household, rid AS visit, visited_on, mode, purpose, changes FROM visit
       WHERE void = 0)",
    R"(CREATE TEMP VIEW v_assignment AS
       SELECT household_id AS household, role, name, started_on, ended_on, end_reason,
         phone IS NOT NULL AS phone_given FROM assignment
       WHERE void = 0)",
    R"(CREATE TEMP VIEW v_measure AS
       SELECT m.household_id AS household, m.rid AS measure, m.member_id AS member, m.category, m.kind,
         (SELECT CASE WHEN k.kind IS NOT NULL
                 THEN ffp_open('case_risk', 'kind', (SELECT rec FROM record WHERE rid = k.rid), k.kind) END
          FROM case_risk k WHERE k.rid = m.risk_id AND k.void = 0) AS risk,
         m.fund_source, m.fund_source LIKE 'fiscal!_special!_%' ESCAPE '!' AS special_fund, m.amount, m.status,
         m.started_on, m.ended_on, m.income_gain
       FROM measure m WHERE m.void = 0)",
    R"(CREATE TEMP VIEW v_clue AS
       SELECT household_id AS household, rid AS clue, source, received_on, due, verified_on, result FROM clue
       WHERE void = 0)",
    R"(CREATE TEMP VIEW v_flag AS
       SELECT f.household_id AS household, f.member_id AS member, f.rid AS flag, f.rule, f.level, f.origin,
         f.status, f.raised_on, f.due,
         f.status NOT IN ('closed', 'refuted') AND (f.origin = 'province'
           OR NOT EXISTS (SELECT 1 FROM t_closing c WHERE c.rule = f.rule)
           OR EXISTS (SELECT 1 FROM t_fired x WHERE x.household = f.household_id AND x.rule = f.rule
                      AND x.member = coalesce(f.member_id, 0))) AS stays
       FROM flag f WHERE f.void = 0)",
    R"(CREATE TEMP VIEW v_fired AS SELECT household, rule, nullif(member, 0) AS member FROM t_fired)",
};

} // namespace

QString registerSql(const char *statement)
{
    return QString::fromUtf8(statement)
        .replace(QLatin1String("%there"), memberIsThere(u"m"))
        .replace(QLatin1String("%number"), householdNumberSql(u"h"))
        .replace(QLatin1String("%rank"), statementRankSql(u"income_statement"));
}

QStringList ruleViewStatements()
{
    QStringList out;
    for (const char *statement : kStatements)
        out << registerSql(statement);
    return out;
}

} // namespace ffp
