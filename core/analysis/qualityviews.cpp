// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/qualityviews.h"

#include "core/analysis/numberfacts.h"
#include "core/analysis/viewsql.h"
#include "core/domain/codelist.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr ViewColumn kPerson[] = {
    {"household", u"户的行号"},
    {"member", u"成员的行号；在册成员每人一行"},
    {"name", u"姓名"},
    {"sex", u"性别（CL-01），登记值"},
    {"birth_date", u"出生日期，登记值"},
    {"relation", u"与户主关系（CL-04）"},
    {"age", u"核查当日周岁"},
    {"student", u"在校生状况（CL-06）"},
    {"labour", u"劳动技能（CL-08）"},
    {"work_months", u"本年务工月数"},
    {"person", u"证件号码前18位的标记；无号码或暂无证件（999999）为空"},
    {"id_length", u"证件号码位数；未填为空"},
    {"id_fault", u"证件号码不能用的原因（id_check_digit 等）；能用为空"},
    {"id_placeholder", u"1 = 号码以999999开头（暂无证件）"},
    {"id_birth", u"证件号码中的出生日期"},
    {"id_sex", u"证件号码中的性别（male、female）"},
    {"id_place_known", u"0 = 号码前6位不在本省区划表内；外省号码为空"},
    {"id_trace", u"证件号码的指纹（4位）：号码改了指纹就变，不能还原号码"},
    {"cert_length", u"残疾人证号位数（在证件号码栏填20、22位的也算）；没有残疾人证号为空"},
    {"cert_fault", u"残疾人证号的问题；没有问题为空"},
    {"cert_trace", u"残疾人证号的指纹（4位）"},
    {"cert_type", u"残疾人证号中的残疾类别（1–7）"},
    {"cert_grade", u"残疾人证号中的残疾等级（1–4）"},
    {"health", u"健康状况（CL-07，逗号分隔）；加密字段"},
    {"disability_type", u"残疾类别（CL-11，逗号分隔）；加密字段"},
    {"disability_grade", u"残疾等级（CL-12）；加密字段"},
};
constexpr ViewColumn kName[] = {
    {"person", u"证件号码前18位的标记"},
    {"name", u"姓名"},
    {"source", u"member 在册成员、departed 已减少的成员、held 搁置的导入行"},
    {"member", u"成员的行号；搁置的导入行为空"},
};
constexpr ViewColumn kDouble[] = {
    {"household", u"户的行号"},
    {"member", u"成员的行号；证件号码前18位与另一在册成员相同的，每人一行"},
    {"name", u"姓名"},
    {"other_name", u"另一人姓名"},
    {"other_household", u"另一人所在户的行号"},
    {"other_household_no", u"另一人所在户的户编号"},
};
constexpr ViewColumn kHead[] = {
    {"household", u"户的行号；户主每人一行"},
    {"name", u"户主姓名"},
    {"sex", u"性别：证件号码所示，没有时为登记值"},
    {"birth_date", u"出生日期"},
};
constexpr ViewColumn kChange[] = {
    {"household", u"户的行号"}, {"member", u"成员的行号；在册和已减少的成员"},
    {"name", u"姓名"},          {"change_kind", u"人口变动（CL-15）"},
    {"change_on", u"变动日期"},
};
constexpr ViewColumn kStray[] = {
    {"member", u"成员的行号"},
    {"name", u"姓名"},
    {"why", u"none = 未归户，void = 所属的户已作废"},
};
constexpr ViewColumn kJob[] = {
    {"household", u"户的行号"},
    {"member", u"成员的行号；有务工或岗位信息的成员，含已减少的"},
    {"present", u"1 = 在册"},
    {"name", u"姓名"},
    {"age", u"核查当日周岁"},
    {"student", u"在校生状况（CL-06）"},
    {"labour", u"劳动技能（CL-08）"},
    {"change_kind", u"人口变动（CL-15）"},
    {"change_on", u"变动日期"},
    {"work_months", u"本年务工月数"},
    {"work_place", u"务工所在地"},
    {"work_pay", u"务工月收入，分"},
    {"post_name", u"公益性岗位（CL-66，逗号分隔）"},
    {"posts", u"公益性岗位数"},
    {"post_months", u"公益性岗位月数"},
};
constexpr ViewColumn kPhone[] = {
    {"household", u"户的行号"},
    {"member", u"成员的行号；户联系电话为空"},
    {"form", u"mobile 手机、landline 固定电话、other 都不是"},
    {"trace", u"号码的指纹（4位）：号码改了指纹就变，不能还原号码"},
    {"phone", u"电话的标记"},
};
constexpr ViewColumn kAccount[] = {
    {"household", u"户的行号"},
    {"fault", u"length 不是12–21位数字，luhn 校验位不符；没有问题为空"},
    {"trace", u"号码的指纹（4位）"},
    {"account", u"银行卡号的标记"},
};
constexpr ViewColumn kRelation[] = {
    {"relation", u"与户主关系（CL-04）"},
    {"sex", u"这一关系必须的性别；不限为空"},
};
constexpr ViewColumn kRegister[] = {
    {"household", u"户的行号"},
    {"household_no", u"户编号"},
    {"address", u"家庭住址，没有时为自然村、村民组"},
    {"area", u"区划代码"},
    {"household_type", u"户类型（CL-16）"},
    {"population_year", u"年度家庭人口数"},
    {"population_current", u"当前家庭人口数"},
    {"no_labour_backstop", u"1/0 整户无劳动能力兜底保障户"},
    {"members", u"在册成员数"},
    {"heads", u"在册成员中的户主数"},
    {"spouses", u"在册成员中的配偶数"},
    {"able", u"在册成员中的普通、技能劳动力数"},
    {"weak", u"在册成员中的弱劳动力或半劳动力数"},
    {"unable", u"在册成员中的丧失、无劳动力数"},
    {"workers", u"在册成员中本年有务工时间的人数"},
    {"months_unknown", u"在册成员中务工时间未填的人数"},
    {"dibao_members", u"在册成员中享受低保的人数"},
    {"tekun_members", u"在册成员中享受特困供养的人数"},
    {"dibao_known", u"在册成员中已填低保的人数"},
    {"tekun_known", u"在册成员中已填特困供养的人数"},
    {"post_members", u"在册成员中有公益性岗位的人数"},
    {"changes", u"本年内有人口变动的成员数（含已减少的）"},
};
constexpr ViewColumn kStatement[] = {
    {"household", u"户的行号"},
    {"statement", u"收入核算的行号"},
    {"latest", u"1 = 该户最近一期十二个月口径的核算（与 v_income 相同）"},
    {"phase", u"核算节点（CL-37）"},
    {"year", u"年度"},
    {"window_from", u"核算期起"},
    {"window_to", u"核算期止"},
    {"population", u"人口数"},
    {"wage_total", u"工资性收入，分"},
    {"business_total", u"生产经营性收入，分"},
    {"property_total", u"财产性收入，分"},
    {"transfer_total", u"转移性收入，分"},
    {"business_cost", u"生产经营性支出，分"},
    {"gross_total", u"年收入，分"},
    {"net_total", u"纯收入，分"},
    {"net_per_capita", u"人均纯收入，分"},
    {"claims_income", u"理赔收入，分；加密字段"},
    {"compliant_self_pay", u"合规自付支出，分；加密字段"},
};
constexpr ViewColumn kItem[] = {
    {"household", u"户的行号；最近一期收入核算有分项的户每户一行"},
    {"lines", u"分项数"},
    {"sources", u"金额大于0的收入分项数"},
    {"wage", u"工资性收入各项合计，分"},
    {"business", u"生产经营性收入各项合计，分"},
    {"property", u"财产性收入各项合计，分"},
    {"transfer", u"转移性收入各项合计，分"},
    {"cost", u"生产经营性支出各项合计，分"},
    {"has_wage", u"1 = 有工资性收入的分项；其余 has_… 同"},
    {"has_business", u"1 = 有生产经营性收入的分项"},
    {"has_property", u"1 = 有财产性收入的分项"},
    {"has_transfer", u"1 = 有转移性收入的分项"},
    {"work", u"务工收入（A1），分；没有此项为空，以下同"},
    {"posts", u"公益岗收入（A2、A3、A4），分"},
    {"birth_control", u"计划生育金（D1），分"},
    {"dibao", u"低保金（D2），分"},
    {"tekun", u"特困供养金（D3），分"},
    {"pension", u"养老保险金（D4），分"},
    {"eco", u"生态补偿金（D5），分"},
    {"claims", u"其他转移性收入中的保险理赔（D6-03、D6-14），分"},
};
constexpr ViewColumn kConditions[] = {
    {"household", u"户的行号，每户一行：不晚于本年的最近年度"},
    {"year", u"年度"},
    {"arable_mu", u"耕地面积，0.01亩，以下面积同"},
    {"forest_mu", u"林地面积"},
    {"grain_to_green_mu", u"退耕还林面积"},
    {"orchard_mu", u"林果面积"},
    {"pasture_mu", u"牧草地面积"},
    {"pond_mu", u"水面面积"},
    {"power_living", u"1/0 是否通生活用电"},
    {"broadcast_tv", u"1/0 是否通广播电视"},
    {"road_distance_km", u"与村主干路距离，0.01公里"},
    {"house_area_m2", u"住房面积，0.01平方米"},
    {"dangerous_house", u"1/0 是否危房户"},
    {"house_grade", u"危房级别（CL-28）"},
    {"sanitary_toilet", u"1/0 是否有卫生厕所"},
    {"safe_water", u"1/0 是否解决安全饮用水"},
    {"water_difficult", u"1/0 饮水困难"},
    {"water_safe", u"1/0 饮水安全"},
};
constexpr ViewColumn kKept[] = {
    {"area", u"区划代码，每村一行：有下列任何一种登记的村"},
    {"statements_since", u"最早一份收入核算的年度；没有为空"},
    {"checks_since", u"最早一次三保障核查的日期；没有为空"},
    {"measures", u"帮扶措施项数（含计划和终止的）"},
    {"measures_since", u"最早一项措施的开始日期，未填时取完成日期；都没有为空"},
    {"places", u"填了务工所在地的成员数"},
};

constexpr RuleView kViews[] = {
    {"v_person", u"在册成员的证件、健康和劳动力", kPerson},
    {"v_name", u"同一号码在各处的姓名", kName},
    {"v_double", u"证件号码相同的在册成员", kDouble},
    {"v_head", u"户主", kHead},
    {"v_change", u"人口变动", kChange},
    {"v_stray", u"没有户的成员", kStray},
    {"v_job", u"务工和公益性岗位", kJob},
    {"v_phone", u"户和在册成员的电话", kPhone},
    {"v_account", u"银行卡号", kAccount},
    {"v_relation", u"关系要求的性别", kRelation},
    {"v_register", u"户登记信息和在册成员数", kRegister},
    {"v_statement", u"收入核算", kStatement},
    {"v_item", u"最近一期收入核算的分项", kItem},
    {"v_conditions", u"最近年度生产生活条件的各项", kConditions},
    {"v_kept", u"各村在本库登记了什么：没有登记过的，本库不能说缺少", kKept},
};

// As in viewsql.cpp: what many rules read stands in narrow tables, filled in one pass. A number is opened
// once; ffp_number() packs its facts into one text of fixed form (numberfacts.h), which the views take apart.
constexpr const char *kStatements[] = {
    R"(CREATE TEMP TABLE t_person(member INTEGER PRIMARY KEY, household INTEGER, present INTEGER, name TEXT,
       sex TEXT, birth_date TEXT, relation TEXT, age INTEGER, student TEXT, labour TEXT, work_months INTEGER,
       work_place TEXT, work_pay INTEGER, post_name TEXT, post_months INTEGER,
       id TEXT, cert TEXT, health TEXT, disability_type TEXT, disability_grade TEXT))",
    R"(INSERT INTO t_person
       SELECT t.member, t.household, t.present, t.name, t.sex, t.birth_date, t.relation, t.age, t.student,
         t.labour, t.work_months, m.work_place, m.work_pay, m.post_name, m.post_months,
         CASE WHEN m.id_no IS NOT NULL
              THEN ffp_number(ffp_open('member', 'id_no', r.rec, m.id_no)) END,
         CASE WHEN m.disability_cert_no IS NOT NULL
              THEN ffp_number(ffp_open('member', 'disability_cert_no', r.rec, m.disability_cert_no)) END,
         CASE WHEN m.health IS NOT NULL THEN ffp_open('member', 'health', r.rec, m.health) END,
         CASE WHEN m.disability_type IS NOT NULL
              THEN ffp_open('member', 'disability_type', r.rec, m.disability_type) END,
         CASE WHEN m.disability_grade IS NOT NULL
              THEN ffp_open('member', 'disability_grade', r.rec, m.disability_grade) END
       FROM t_member t JOIN member m ON m.rid = t.member JOIN record r ON r.rid = t.member)",
    R"(CREATE INDEX temp.t_person_household ON t_person(household))",
    R"(CREATE TEMP TABLE t_mark(member INTEGER PRIMARY KEY, person INTEGER))",
    R"(INSERT INTO t_mark SELECT member, CAST(trim(substr(id, 22, 20)) AS INTEGER) FROM t_person
       WHERE substr(id, 22, 1) <> ' ')",
    R"(CREATE INDEX temp.t_mark_person ON t_mark(person))",
    R"(CREATE TEMP TABLE t_double(member INTEGER PRIMARY KEY, other INTEGER))",
    R"(INSERT INTO t_double
       SELECT k.member, CASE WHEN d.low = k.member THEN d.high ELSE d.low END
       FROM (SELECT k.person, min(k.member) AS low, max(k.member) AS high
             FROM t_mark k JOIN t_person p ON p.member = k.member WHERE p.present
             GROUP BY k.person HAVING low <> high) d
         JOIN t_mark k ON k.person = d.person JOIN t_person p ON p.member = k.member WHERE p.present)",
    R"(CREATE TEMP TABLE t_head(household INTEGER, name TEXT, sex TEXT, birth_date TEXT))",
    R"(INSERT INTO t_head
       SELECT household, name, CASE substr(id, 4, 1) WHEN 'm' THEN 'male' WHEN 'f' THEN 'female' ELSE sex END,
         birth_date
       FROM t_person WHERE present AND relation = 'head')",
    R"(CREATE INDEX temp.t_head_household ON t_head(household))",
    R"(CREATE TEMP TABLE t_held(name TEXT, person TEXT))",
    R"(INSERT INTO t_held
       SELECT h.name, ffp_mark(ffp_open('held_row', 'person_key', r.rec, h.person_key))
       FROM held_row h JOIN record r ON r.rid = h.rid WHERE h.void = 0 AND h.person_key IS NOT NULL)",
    R"(CREATE TEMP TABLE t_phone(household INTEGER, member INTEGER, facts TEXT))",
    R"(INSERT INTO t_phone
       SELECT t.household, t.member, ffp_phone(ffp_open('member', 'phone', r.rec, m.phone))
       FROM t_member t JOIN member m ON m.rid = t.member JOIN record r ON r.rid = t.member
       WHERE t.present AND m.phone IS NOT NULL
       UNION ALL
       SELECT h.rid, NULL, ffp_phone(ffp_open('household', 'phone', r.rec, h.phone))
       FROM household h JOIN record r ON r.rid = h.rid WHERE h.void = 0 AND h.phone IS NOT NULL)",
    R"(CREATE TEMP TABLE t_account(household INTEGER, facts TEXT))",
    R"(INSERT INTO t_account
       SELECT h.rid, ffp_account(ffp_open('household', 'bank_account', r.rec, h.bank_account))
       FROM household h JOIN record r ON r.rid = h.rid WHERE h.void = 0 AND h.bank_account IS NOT NULL)",
    R"(CREATE TEMP TABLE t_job(member INTEGER PRIMARY KEY, household INTEGER, present INTEGER, name TEXT,
       age INTEGER, student TEXT, labour TEXT, change_kind TEXT, change_on TEXT, work_months INTEGER,
       work_place TEXT, work_pay INTEGER, post_name TEXT, post_months INTEGER))",
    R"(INSERT INTO t_job
       SELECT t.member, t.household, t.present, t.name, t.age, t.student, t.labour, t.change_kind, t.change_on,
         t.work_months, p.work_place, p.work_pay, p.post_name, p.post_months
       FROM t_member t CROSS JOIN t_person p ON p.member = t.member
       WHERE t.work_months <> 0 OR p.work_place IS NOT NULL OR p.work_pay IS NOT NULL
         OR p.post_name IS NOT NULL OR p.post_months IS NOT NULL)",
    R"(CREATE INDEX temp.t_job_household ON t_job(household))",
    R"(CREATE TEMP TABLE t_relation(relation TEXT PRIMARY KEY, sex TEXT) WITHOUT ROWID)",
    R"(CREATE TEMP TABLE t_counts(household INTEGER PRIMARY KEY, members INTEGER, heads INTEGER,
       spouses INTEGER, able INTEGER, weak INTEGER, unable INTEGER, workers INTEGER, months_unknown INTEGER,
       dibao_members INTEGER, tekun_members INTEGER, dibao_known INTEGER, tekun_known INTEGER,
       post_members INTEGER, changes INTEGER))",
    R"(INSERT INTO t_counts
       SELECT household, sum(present), sum(present AND relation = 'head'), sum(present AND relation = 'spouse'),
         sum(present AND coalesce(labour IN ('ordinary', 'skilled'), 0)),
         sum(present AND coalesce(labour = 'weak', 0)),
         sum(present AND coalesce(labour IN ('lost', 'none'), 0)),
         sum(present AND coalesce(work_months > 0, 0)), sum(present AND work_months IS NULL),
         sum(present AND coalesce(dibao <> 'no', 0)), sum(present AND coalesce(tekun <> 'no', 0)),
         sum(present AND dibao IS NOT NULL), sum(present AND tekun IS NOT NULL),
         (SELECT count(*) FROM t_job j WHERE j.household = t_member.household AND j.present
            AND j.post_name IS NOT NULL),
         sum(coalesce(CAST(change_on AS INTEGER) = :year, 0))
       FROM t_member GROUP BY household)",
    R"(CREATE TEMP TABLE t_item(household INTEGER PRIMARY KEY, lines INTEGER, sources INTEGER, wage INTEGER,
       business INTEGER, property INTEGER, transfer INTEGER, cost INTEGER, has_wage INTEGER,
       has_business INTEGER, has_property INTEGER, has_transfer INTEGER, work INTEGER, posts INTEGER,
       birth_control INTEGER, dibao INTEGER, tekun INTEGER, pension INTEGER, eco INTEGER, claims INTEGER))",
    R"(INSERT INTO t_item
       SELECT i.household, count(*), sum(l.amount > 0 AND l.item < 'E'),
         sum(CASE WHEN l.item < 'B' THEN l.amount END),
         sum(CASE WHEN l.item BETWEEN 'B' AND 'C' THEN l.amount END),
         sum(CASE WHEN l.item BETWEEN 'C' AND 'D' THEN l.amount END),
         sum(CASE WHEN l.item BETWEEN 'D' AND 'E' THEN l.amount END),
         sum(CASE WHEN l.item BETWEEN 'E' AND 'F' THEN l.amount END),
         max(l.item < 'B'), max(l.item BETWEEN 'B' AND 'C'), max(l.item BETWEEN 'C' AND 'D'),
         max(l.item BETWEEN 'D' AND 'E'),
         sum(CASE WHEN l.item = 'A1' THEN l.amount END),
         sum(CASE WHEN l.item IN ('A2', 'A3', 'A4') THEN l.amount END),
         sum(CASE WHEN l.item = 'D1' THEN l.amount END), sum(CASE WHEN l.item = 'D2' THEN l.amount END),
         sum(CASE WHEN l.item = 'D3' THEN l.amount END), sum(CASE WHEN l.item = 'D4' THEN l.amount END),
         sum(CASE WHEN l.item = 'D5' THEN l.amount END),
         sum(CASE WHEN l.item IN ('D6-03', 'D6-14') THEN l.amount END)
       FROM t_income i JOIN income_line l ON l.statement_id = i.statement
       WHERE l.void = 0 GROUP BY i.household)",
    R"(CREATE TEMP TABLE t_kept(area TEXT PRIMARY KEY, statements_since INTEGER, checks_since TEXT,
       measures INTEGER, measures_since TEXT, places INTEGER) WITHOUT ROWID)",
    R"(INSERT INTO t_kept
       SELECT area, min(year), min(checked_on), sum(measure), min(began), sum(place) FROM (
         SELECT area, min(coalesce(year, CAST(window_to AS INTEGER))) AS year, NULL AS checked_on, 0 AS measure,
           NULL AS began, 0 AS place
         FROM income_statement WHERE void = 0 GROUP BY area
         UNION ALL
         SELECT area, NULL, min(checked_on), 0, NULL, 0 FROM safeguard_check WHERE void = 0 GROUP BY area
         UNION ALL
         SELECT area, NULL, NULL, count(*), min(coalesce(started_on, ended_on)), 0
         FROM measure WHERE void = 0 GROUP BY area
         UNION ALL
         SELECT h.area, NULL, NULL, 0, NULL, count(*)
         FROM t_job j JOIN household h ON h.rid = j.household WHERE j.work_place IS NOT NULL GROUP BY h.area)
       GROUP BY area)",

    R"(CREATE TEMP VIEW v_person AS
       SELECT household, member, name, sex, birth_date, relation, age, student, labour, work_months,
         (SELECT k.person FROM t_mark k WHERE k.member = t_person.member) AS person, CAST(substr(id, 1, 2) AS INTEGER) AS id_length, nullif(trim(substr(id, 42)), '') AS id_fault,
         substr(id, 3, 1) = 'p' AS id_placeholder, nullif(trim(substr(id, 7, 10)), '') AS id_birth,
         CASE substr(id, 4, 1) WHEN 'm' THEN 'male' WHEN 'f' THEN 'female' END AS id_sex,
         CASE substr(id, 17, 1) WHEN '1' THEN 1 WHEN '0' THEN 0 END AS id_place_known,
         substr(id, 18, 4) AS id_trace, CAST(substr(coalesce(cert, CASE WHEN substr(id, 1, 2) IN ('20', '22') THEN id END), 1, 2) AS INTEGER)
           AS cert_length,
         nullif(trim(substr(coalesce(cert, CASE WHEN substr(id, 1, 2) IN ('20', '22') THEN id END), 42)), '')
           AS cert_fault,
         substr(coalesce(cert, CASE WHEN substr(id, 1, 2) IN ('20', '22') THEN id END), 18, 4) AS cert_trace,
         nullif(substr(coalesce(cert, CASE WHEN substr(id, 1, 2) IN ('20', '22') THEN id END), 5, 1), '0')
           AS cert_type,
         nullif(substr(coalesce(cert, CASE WHEN substr(id, 1, 2) IN ('20', '22') THEN id END), 6, 1), '0')
           AS cert_grade,
         health, disability_type, disability_grade
       FROM t_person WHERE present)",
    R"(CREATE TEMP VIEW v_name AS
       SELECT k.person, p.name, CASE WHEN p.present THEN 'member' ELSE 'departed' END AS source, p.member
       FROM t_mark k JOIN t_person p ON p.member = k.member
       UNION ALL SELECT CAST(person AS INTEGER), name, 'held', NULL FROM t_held)",
    R"(CREATE TEMP VIEW v_double AS
       SELECT p.household, p.member, p.name, o.name AS other_name, o.household AS other_household,
         (SELECT %number FROM household h WHERE h.rid = o.household)
           AS other_household_no
       FROM t_double d JOIN t_person p ON p.member = d.member JOIN t_person o ON o.member = d.other)",
    R"(CREATE TEMP VIEW v_head AS SELECT household, name, sex, birth_date FROM t_head)",
    R"(CREATE TEMP VIEW v_change AS SELECT household, member, name, change_kind, change_on FROM t_member)",
    R"(CREATE TEMP VIEW v_stray AS
       SELECT m.rid AS member, m.name, CASE WHEN m.household_id IS NULL THEN 'none' ELSE 'void' END AS why
       FROM member m LEFT JOIN household h ON h.rid = m.household_id
       WHERE m.void = 0 AND coalesce(h.void, 1))",
    R"(CREATE TEMP VIEW v_job AS
       SELECT household, member, present, name, age, student, labour, change_kind, change_on, work_months,
         work_place, work_pay, post_name,
         length(post_name) - length(replace(post_name, ',', '')) + 1 AS posts, post_months
       FROM t_job)",
    R"(CREATE TEMP VIEW v_phone AS
       SELECT household, member, trim(substr(facts, 1, 8)) AS form, substr(facts, 9, 4) AS trace,
         CAST(substr(facts, 13) AS INTEGER) AS phone
       FROM t_phone WHERE facts IS NOT NULL)",
    R"(CREATE TEMP VIEW v_account AS
       SELECT household, nullif(trim(substr(facts, 1, 6)), '') AS fault, substr(facts, 7, 4) AS trace,
         CAST(substr(facts, 11) AS INTEGER) AS account
       FROM t_account WHERE facts IS NOT NULL)",
    R"(CREATE TEMP VIEW v_relation AS SELECT relation, sex FROM t_relation)",
    R"(CREATE TEMP VIEW v_register AS
       SELECT h.rid AS household, h.household_no,
         coalesce(h.address, h.natural_village, h.villager_group) AS address, h.area, h.household_type, h.population_year,
         h.population_current, h.no_labour_backstop, coalesce(c.members, 0) AS members,
         coalesce(c.heads, 0) AS heads, coalesce(c.spouses, 0) AS spouses, coalesce(c.able, 0) AS able,
         coalesce(c.weak, 0) AS weak, coalesce(c.unable, 0) AS unable, coalesce(c.workers, 0) AS workers,
         coalesce(c.months_unknown, 0) AS months_unknown, coalesce(c.dibao_members, 0) AS dibao_members,
         coalesce(c.tekun_members, 0) AS tekun_members, coalesce(c.dibao_known, 0) AS dibao_known,
         coalesce(c.tekun_known, 0) AS tekun_known, coalesce(c.post_members, 0) AS post_members,
         coalesce(c.changes, 0) AS changes
       FROM household h LEFT JOIN t_counts c ON c.household = h.rid WHERE h.void = 0)",
    R"(CREATE TEMP VIEW v_statement AS
       SELECT s.household_id AS household, s.rid AS statement,
         EXISTS (SELECT 1 FROM t_income i WHERE i.household = s.household_id AND i.statement = s.rid) AS latest,
         s.phase, s.year, s.window_from, s.window_to, s.population, s.wage_total, s.business_total,
         s.property_total, s.transfer_total, s.business_cost, s.gross_total, s.net_total, s.net_per_capita,
         CASE WHEN s.claims_income IS NOT NULL THEN CAST(ffp_open('income_statement', 'claims_income',
           (SELECT rec FROM record WHERE rid = s.rid), s.claims_income) AS INTEGER) END AS claims_income,
         CASE WHEN s.compliant_self_pay IS NOT NULL THEN CAST(ffp_open('income_statement',
           'compliant_self_pay', (SELECT rec FROM record WHERE rid = s.rid), s.compliant_self_pay)
           AS INTEGER) END AS compliant_self_pay
       FROM income_statement s WHERE s.void = 0 AND s.household_id IS NOT NULL)",
    R"(CREATE TEMP VIEW v_item AS SELECT * FROM t_item)",
    R"(CREATE TEMP VIEW v_conditions AS
       SELECT t.household, l.year, l.arable_mu, l.forest_mu, l.grain_to_green_mu, l.orchard_mu, l.pasture_mu,
         l.pond_mu, l.power_living, l.broadcast_tv, l.road_distance_km, l.house_area_m2, l.dangerous_house,
         l.house_grade, l.sanitary_toilet, l.safe_water, l.water_difficult, l.water_safe
       FROM t_living t JOIN living_conditions l ON l.rid = t.rid)",
    R"(CREATE TEMP VIEW v_kept AS
       SELECT area, statements_since, checks_since, measures, measures_since, places FROM t_kept)",
};

Result<> fillRelations(RuleConnection &connection)
{
    for (const Code &relation : codeList("relation")->codes) {
        const char sex = *relation.extra;
        const RuleValue demanded = sex == 'M'   ? RuleValue(u"male"_s)
                                   : sex == 'F' ? RuleValue(u"female"_s)
                                                : RuleValue();
        FFP_TRY(connection.append(u"t_relation"_s, {QString::fromLatin1(relation.code), demanded}));
    }
    return {};
}

} // namespace

std::span<const RuleView> qualityViews()
{
    return kViews;
}

QStringList qualityViewStatements()
{
    QStringList out;
    for (const char *statement : kStatements)
        out << registerSql(statement);
    return out;
}

Result<std::unique_ptr<RuleConnection>> openQualityViews(const QString &path, const ColumnCipher &cipher,
                                                         QDate day, const DivisionTable &divisions,
                                                         const Progress &progress)
{
    FFP_ASSIGN(auto connection, connectForRules(path, cipher));
    const RuleValues values = dayValues(day);
    FFP_TRY(buildRuleViews(*connection, values, progress));
    FFP_TRY(defineNumberFunctions(*connection, day, divisions));
    for (const QString &statement : qualityViewStatements())
        FFP_TRY(connection->prepare(statement, values, &progress));
    FFP_TRY(fillRelations(*connection));
    QStringList names;
    for (const auto views : {ruleViews(), qualityViews()})
        for (const RuleView &view : views)
            names.append(QString::fromLatin1(view.name));
    connection->restrict(names);
    return connection;
}

} // namespace ffp
