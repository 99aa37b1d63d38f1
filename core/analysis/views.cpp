// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/views.h"

#include "core/analysis/qualityviews.h"
#include "core/analysis/viewsql.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr ViewColumn kHousehold[] = {
    {"household", u"户的行号，每条规则的结果以它开头"},
    {"household_no", u"户编号，没有时为本地临时编号"},
    {"area", u"区划代码"},
    {"head_name", u"户主姓名"},
    {"household_type", u"户类型（CL-16）"},
    {"registered", u"1 = 建档立卡户（脱贫户或未脱贫户）"},
    {"exit_class", u"脱贫户分类（CL-17）"},
    {"monitor_class", u"监测对象类别（CL-18）；有监测记录时取未消除的那一条，否则取户信息；非监测对象为空"},
    {"monitored", u"1 = 现为监测对象（风险未消除）"},
    {"removed", u"1 = 曾为监测对象，已销号，现无未消除的监测记录"},
    {"identified_ym", u"最近一次识别监测时间"},
    {"removed_ym", u"风险消除时间；仍在监测中为空"},
    {"population", u"当前家庭人口数，未填时取年度家庭人口数，再未填取成员数"},
    {"members", u"在册成员数（不含死亡、婚出、迁出等）"},
    {"labour", u"普通劳动力和技能劳动力人数"},
    {"labour_unknown", u"16周岁以上（或年龄不明）而劳动技能未填的人数"},
    {"working", u"劳动力中本年有务工时间的人数"},
    {"work_unknown", u"劳动力中务工时间未填的人数"},
    {"allowances", u"享受低保或特困供养的人数"},
    {"allowances_unknown", u"低保、特困供养两项都未填的人数"},
    {"relocated", u"1 = 有易地扶贫搬迁人口"},
};
constexpr ViewColumn kMember[] = {
    {"household", u"户的行号"},
    {"member", u"成员的行号；规则按成员预警时放在第二列"},
    {"name", u"姓名"},
    {"sex", u"性别（CL-01）"},
    {"relation", u"与户主关系（CL-04）"},
    {"birth_date", u"出生日期"},
    {"age", u"月末周岁；出生日期未填为空"},
    {"school_age", u"本学年9月1日的周岁"},
    {"marital", u"婚姻状况（CL-10）"},
    {"education", u"文化程度（CL-05），在校生为空"},
    {"student", u"在校生状况（CL-06）"},
    {"dropout_reason", u"失学或辍学原因（CL-13）"},
    {"labour", u"劳动技能（CL-08）"},
    {"work_months", u"本年务工月数；未填为空"},
    {"ins_resident_medical", u"1/0 参加城乡居民基本医疗保险"},
    {"ins_employee_medical", u"1/0 参加职工基本医疗保险"},
    {"ins_serious_illness", u"1/0 参加大病保险"},
    {"ins_resident_pension", u"1/0 参加居民基本养老保险"},
    {"ins_employee_pension", u"1/0 参加职工基本养老保险"},
    {"dibao", u"低保（CL-24）"},
    {"tekun", u"特困供养（CL-25）"},
    {"relocated", u"1/0 易地搬迁人口"},
    {"health", u"健康状况（CL-07，逗号分隔）；加密字段，用到才解密"},
    {"disease", u"病种；加密字段"},
    {"disability_type", u"残疾类别（CL-11）；加密字段"},
    {"disability_grade", u"残疾等级（CL-12）；加密字段"},
    {"disability_cert_year", u"残疾证办证年度；加密字段"},
    {"epidemic_status", u"疫情状况（CL-14）；加密字段"},
};
constexpr ViewColumn kDeparted[] = {
    {"household", u"户的行号"},
    {"member", u"成员的行号"},
    {"name", u"姓名"},
    {"relation", u"与户主关系（CL-04）"},
    {"age", u"月末周岁"},
    {"labour", u"劳动技能（CL-08）"},
    {"change_kind", u"人口变动（CL-15）"},
    {"change_on", u"变动日期"},
};
constexpr ViewColumn kIncome[] = {
    {"household", u"户的行号，每户一行；没有收入核算的户没有行"},
    {"statement", u"收入核算的行号"},
    {"phase", u"核算节点（CL-37）；只取十二个月口径：识别时、消除时、年度、预计"},
    {"origin", u"数据来源：calculated、typed、imported；同一期按此顺序取一份"},
    {"until", u"核算期止"},
    {"population", u"人口数"},
    {"wage_total", u"工资性收入，分"},
    {"business_total", u"生产经营性收入，分"},
    {"property_total", u"财产性收入，分"},
    {"transfer_total", u"转移性收入，分"},
    {"business_cost", u"生产经营性支出，分"},
    {"business_net", u"生产经营净收入 = 收入 − 支出，分；两项都未填为空"},
    {"net_total", u"纯收入，分"},
    {"test_total", u"与监测线比较用：纯收入（分）；没有户总额时为人均纯收入"},
    {"test_population",
     u"与 test_total 配套的人数；比较写作 test_total < :income_line * test_population，不先取整"},
    {"per_capita", u"人均纯收入（分），取整，只供显示"},
    {"reference_test", u"纳入监测的收入参考范围，分"},
    {"reference_population", u"与 reference_test 配套的人数"},
    {"reference_per_capita", u"人均收入参考范围（分），取整，只供显示"},
    {"previous_until", u"上一期核算期止（早于本期的最近一期）"},
    {"previous_total", u"上一期 test_total"},
    {"previous_population", u"上一期 test_population"},
    {"previous_per_capita", u"上一期人均纯收入（分），取整"},
};
constexpr ViewColumn kIncomeLine[] = {
    {"household", u"户的行号"},
    {"item", u"收入项目（CL-36）"},
    {"amount", u"金额，分"},
};
constexpr ViewColumn kLiving[] = {
    {"household", u"户的行号，每户一行：不晚于本年的最近年度"},
    {"year", u"年度"},
    {"house_grade", u"危房级别（CL-28）"},
    {"dangerous_house", u"1/0 是否危房户"},
    {"house_rated_on", u"住房鉴定日期"},
    {"safe_water", u"1/0 是否解决安全饮用水"},
    {"water_difficult", u"1/0 饮水困难"},
    {"water_safe", u"1/0 饮水安全"},
};
constexpr ViewColumn kSafeguard[] = {
    {"household", u"户的行号"},
    {"item", u"保障项目（CL-31）"},
    {"member", u"涉及成员的行号；整户为空"},
    {"status", u"结论（CL-32），每项每人取月末前最近一次，未核查不算"},
    {"checked_on", u"核查日期"},
    {"water_litres", u"日人均水量，0.1升"},
    {"water_minutes", u"取水往返时间，分钟"},
    {"water_reliability", u"供水保证率，0.1%"},
    {"water_failed", u"未达标饮水指标（CL-33，逗号分隔）"},
    {"fixed", u"1 = 月末前已整改完成"},
    {"failing", u"1 = 未达标且未整改"},
};
constexpr ViewColumn kCase[] = {
    {"household", u"户的行号"},
    {"case_rid", u"监测记录的行号"},
    {"monitor_class", u"类别（CL-18）"},
    {"status", u"状态（CL-42）"},
    {"open", u"1 = 风险未消除"},
    {"identified_ym", u"识别监测时间"},
    {"removed_ym", u"风险消除时间"},
    {"removal_method", u"风险消除方式（CL-44）"},
    {"dev_measure", u"开发式帮扶措施情况（CL-45）"},
    {"national_entry_on", u"国家系统录入日期"},
    {"province_mark_on", u"省级标注日期"},
    {"liaison_name", u"监测联系人"},
    {"liaison_phone_given", u"1 = 已填监测联系人电话"},
};
constexpr ViewColumn kCaseRisk[] = {
    {"household", u"户的行号"},
    {"case_rid", u"监测记录的行号"},
    {"rank", u"序号"},
    {"kind", u"风险（CL-22）；加密字段"},
    {"disaster", u"自然灾害子项（CL-23）"},
    {"note_given", u"1 = 已填风险备注"},
    {"detail_given", u"1 = 已填风险点说明"},
    {"found_on", u"风险发现日期"},
    {"cleared_on", u"风险消除日期"},
};
constexpr ViewColumn kVisit[] = {
    {"household", u"户的行号"}, {"visit", u"走访的行号"},      {"visited_on", u"走访日期"},
    {"mode", u"方式（CL-48）"}, {"purpose", u"目的（CL-49）"}, {"changes", u"变化事项，逗号分隔"},
};
constexpr ViewColumn kAssignment[] = {
    {"household", u"户的行号"},       {"role", u"角色（CL-50）"}, {"name", u"姓名"},
    {"started_on", u"开始时间"},      {"ended_on", u"结束时间"},  {"end_reason", u"变更原因（CL-51）"},
    {"phone_given", u"1 = 已填电话"},
};
constexpr ViewColumn kMeasure[] = {
    {"household", u"户的行号"},
    {"measure", u"措施的行号"},
    {"member", u"受益成员的行号；整户为空"},
    {"category", u"措施类别（CL-53）"},
    {"kind", u"措施子类（CL-54）"},
    {"risk", u"针对风险（CL-22）；加密字段，用到才解密"},
    {"fund_source", u"资金来源（CL-56）；未填为空"},
    {"special_fund", u"1 = 财政专项扶贫资金；资金来源未填为空"},
    {"amount", u"金额，分"},
    {"status", u"状态（CL-55）"},
    {"started_on", u"开始日期"},
    {"ended_on", u"完成或终止日期"},
    {"income_gain", u"增收，分"},
};
constexpr ViewColumn kClue[] = {
    {"household", u"户的行号；尚未对应到户为空"},
    {"clue", u"线索的行号"},
    {"source", u"来源（CL-40）"},
    {"received_on", u"收到日期"},
    {"due", u"核查期限"},
    {"verified_on", u"核查日期"},
    {"result", u"结论（CL-41）"},
};
constexpr ViewColumn kFlag[] = {
    {"household", u"户的行号"},
    {"member", u"成员的行号"},
    {"flag", u"预警的行号"},
    {"rule", u"触发规则"},
    {"level", u"级别（CL-46）"},
    {"origin", u"预警来源：province、local"},
    {"status", u"状态（CL-47），本次核查前"},
    {"raised_on", u"触发日期"},
    {"due", u"消除期限"},
    {"stays", u"1 = 本次核查后仍未关闭；只对排在前面的规则有效"},
};
constexpr ViewColumn kFired[] = {
    {"household", u"户的行号"},
    {"rule", u"本次核查中排在前面、已触发的规则"},
    {"member", u"成员的行号；整户为空"},
};

constexpr RuleView kViews[] = {
    {"v_household", u"户", kHousehold},
    {"v_member", u"在册家庭成员", kMember},
    {"v_departed", u"已减少的成员（死亡、婚出、迁出等）", kDeparted},
    {"v_income", u"最近一期收入核算及上一期", kIncome},
    {"v_income_line", u"最近一期收入核算的各项；未分项的核算没有行", kIncomeLine},
    {"v_living", u"最近年度生产生活条件", kLiving},
    {"v_safeguard", u"三保障和饮水最近核查结论", kSafeguard},
    {"v_case", u"监测记录", kCase},
    {"v_case_risk", u"监测记录的风险", kCaseRisk},
    {"v_visit", u"走访和联系", kVisit},
    {"v_assignment", u"帮扶责任人、联系人", kAssignment},
    {"v_measure", u"帮扶措施", kMeasure},
    {"v_clue", u"线索", kClue},
    {"v_flag", u"预警", kFlag},
    {"v_fired", u"本次已触发的规则", kFired},
};

} // namespace

std::span<const RuleView> ruleViews()
{
    return kViews;
}

namespace {

void describe(std::span<const RuleView> views, QString &text)
{
    for (const RuleView &view : views) {
        text += u"\n## `%1` %2\n\n| 列 | 含义 |\n|---|---|\n"_s.arg(QLatin1String(view.name),
                                                                    QString::fromUtf16(view.title));
        for (const ViewColumn &column : view.columns)
            text += u"| `%1` | %2 |\n"_s.arg(QLatin1String(column.name), QString::fromUtf16(column.meaning));
    }
}

RuleValues valuesOf(QDate first, QDate last)
{
    const int schoolYear = last.month() >= 9 ? last.year() : last.year() - 1;
    return {{u"month_start"_s, first.toString(Qt::ISODate)},
            {u"month_end"_s, last.toString(Qt::ISODate)},
            {u"year"_s, qint64(last.year())},
            {u"school_start"_s, u"%1-09-01"_s.arg(schoolYear)}};
}

} // namespace

QString ruleViewDocumentation()
{
    QString text =
        u"<!-- Made from core/analysis/views.cpp and qualityviews.cpp; tst_views says when it is out of date. -->\n"
        "# 规则可用的视图\n\n"
        "政策包（`resources/policy/*.json`）里的规则只能读下列视图，每条规则一个 SELECT，第一列 `household`，"
        "按成员预警时第二列 `member`，其余各列为触发值。\n"
        "可用参数：规则和政策包自己的参数，以及 `:month_start`、`:month_end`（核查月份首日、末日；"
        "数据质量核查为当月首日、核查当日）、`:year`、`:school_start`（本学年9月1日）。\n"
        "金额以分计，日期为 YYYY-MM-DD，未填为 NULL；作废的记录不在其中。\n"_s;
    describe(ruleViews(), text);
    text +=
        u"\n# 数据质量规则另可用的视图\n\n"
        "只有数据质量规则（`resources/policy/quality.json`）能读；证件号码、电话、银行卡号只给出核查结论和"
        "不可还原的标记，标记相同即号码相同。\n"_s;
    describe(qualityViews(), text);
    return text;
}

RuleValues monthValues(YearMonth month)
{
    return valuesOf(month.firstDay(), month.lastDay());
}

RuleValues dayValues(QDate day)
{
    return valuesOf(YearMonth::of(day).firstDay(), day);
}

Result<std::unique_ptr<RuleConnection>> connectForRules(const QString &path, const ColumnCipher &cipher)
{
    return RuleConnection::open(path,
                                [&cipher](const char *type, const char *column, QByteArrayView record,
                                          QByteArrayView sealed) -> Result<QString> {
                                    FFP_ASSIGN(const QByteArray plain,
                                               cipher.open(RecordId::fromBytes(record), type, column,
                                                           sealed));
                                    return QString::fromUtf8(plain);
                                });
}

Result<> buildRuleViews(RuleConnection &connection, const RuleValues &values, const Progress &progress)
{
    for (const QString &statement : ruleViewStatements())
        FFP_TRY(connection.prepare(statement, values, &progress));
    return {};
}

Result<std::unique_ptr<RuleConnection>> openRuleViews(const QString &path, const ColumnCipher &cipher,
                                                      YearMonth month, const Progress &progress)
{
    FFP_ASSIGN(auto connection, connectForRules(path, cipher));
    FFP_TRY(buildRuleViews(*connection, monthValues(month), progress));
    QStringList names;
    for (const RuleView &view : kViews)
        names.append(QString::fromLatin1(view.name));
    connection->restrict(names);
    return connection;
}

} // namespace ffp
