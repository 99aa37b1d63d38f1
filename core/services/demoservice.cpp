// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/demoservice.h"

#include "core/base/about.h"
#include "core/base/yearmonth.h"
#include "core/domain/divisions.h"
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/domain/idnumber.h"
#include "core/log/transact.h"

#include <array>
#include <random>

namespace ffp {
namespace {

constexpr std::u16string_view kSurnames =
    u"王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓冯程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚";
constexpr std::u16string_view kGiven =
    u"伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰国建文辉力志永健世广义兴良海山仁波宁贵福生龙元全胜学祥才发武新利清飞彬富顺信子昌成康星光天达安岩中茂进林有坚和彪博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆民友裕河哲江浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以家致树炎德行时泰盛雄琛钧冠策腾楠榕风航弘慧巧美淑惠珠翠雅芝红娥玲芬燕彩春菊凤洁梅琳素云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉";
constexpr std::array<const char16_t *, 8> kHamlets = {u"大庄", u"前营", u"后营", u"小河",
                                                      u"西梁", u"东岗", u"柳树", u"桥头"};
constexpr std::array<const char *, 8> kCauses = {"illness", "disability", "schooling", "skill",
                                                 "labour",  "capital",    "land",      "disaster"};
struct DemoRisk {
    const char *kind;
    const char *category; ///< of a measure against it, domain.md §12
    const char *measure;
    const char16_t *content;
};
constexpr std::array<DemoRisk, 6> kRisks = {{
    {"illness", "health", "health.relief", u"住院费用医疗救助"},
    {"disability", "comprehensive", "comprehensive.disability", u"落实残疾人补贴"},
    {"schooling", "education", "education.grant", u"发放助学金"},
    {"job_unstable", "employment", "employment.local", u"安排到镇内企业务工"},
    {"industry_fail", "industry", "industry.inputs", u"发放种苗和化肥"},
    {"labour", "post", "post.cleaner", u"安排村保洁员岗位"},
}};
constexpr std::array<const char *, 3> kSocialFunds = {"social", "village_collective", "rescue_county"};
constexpr std::array<const char *, 3> kPublicFunds = {"fiscal_special_county", "fiscal_sector", "social"};

/// Own reduction of the engine's numbers: std distributions differ between standard libraries.
class Dice
{
public:
    explicit Dice(quint64 seed) : m_engine(seed) {}
    qint64 below(qint64 bound) { return static_cast<qint64>(m_engine() % static_cast<quint64>(bound)); }
    qint64 between(qint64 low, qint64 high) { return low + below(high - low + 1); }
    bool percent(int chance) { return below(100) < chance; }
    QChar oneOf(std::u16string_view letters)
    {
        return QChar(letters[static_cast<size_t>(below(static_cast<qint64>(letters.size())))]);
    }
    template <class T, size_t N>
    T oneOf(const std::array<T, N> &values)
    {
        return values[static_cast<size_t>(below(N))];
    }

private:
    std::mt19937_64 m_engine;
};

Value code(const char *text)
{
    return Value(QString::fromLatin1(text));
}

struct Person {
    QString name;
    bool male = true;
    int age = 40;
    const char *relation = "head";
};

/// Head and spouse, perhaps a parent, children: what villages look like.
std::vector<Person> family(Dice &dice)
{
    const QChar surname = dice.oneOf(kSurnames);
    const auto named = [&](QChar family, int parts) {
        QString name(family);
        for (int i = 0; i < parts; ++i)
            name += dice.oneOf(kGiven);
        return name;
    };
    const auto given = [&dice] { return dice.percent(75) ? 2 : 1; };
    std::vector<Person> people;
    const int headAge = static_cast<int>(dice.between(28, 82));
    const bool headMale = dice.percent(82);
    people.push_back({named(surname, given()), headMale, headAge, "head"});
    if (dice.percent(72))
        people.push_back({named(dice.oneOf(kSurnames), given()), !headMale,
                          headAge + static_cast<int>(dice.between(-4, 4)), "spouse"});
    if (headAge < 58 && dice.percent(35))
        people.push_back({named(dice.oneOf(kSurnames), given()), false,
                          headAge + static_cast<int>(dice.between(20, 30)), "mother"});
    const qint64 children = dice.below(4);
    for (qint64 i = 0; i < children && headAge > 24; ++i) {
        const bool male = dice.percent(52);
        const int age = headAge - static_cast<int>(dice.between(21, 34));
        if (age >= 0 && age < 32)
            people.push_back({named(surname, given()), male, age, male ? "son" : "daughter"});
    }
    return people;
}

QString certificateNumber(Dice &dice, const QString &county, const Person &person, QDate today, qint64 serial)
{
    const QDate birth = today.addYears(-person.age).addDays(-dice.between(1, 360));
    const qint64 order = 900 + serial % 96;
    const qint64 sequence = order - order % 2 + (person.male ? 1 : 0);
    const QString body = county + birth.toString(QStringLiteral("yyyyMMdd")) + QString::number(sequence);
    return body + idCheckCharacter(body);
}

const char *studentCode(int age)
{
    if (age < 3)
        return "preschool_age";
    if (age < 6)
        return "kindergarten";
    if (age < 12)
        return "primary";
    if (age < 15)
        return age == 12 ? "junior_7" : age == 13 ? "junior_8" : "junior_9";
    return age == 15 ? "senior_1" : age == 16 ? "senior_2" : "senior_3";
}

/// Writes one household after another through one ChangeWriter.
class Village
{
public:
    Village(ChangeWriter &writer, Dice &dice, QDate today) : m_writer(writer), m_dice(dice), m_today(today) {}

    Result<> household(const AreaCode &village, qint64 serial, DemoResult &result);

private:
    Result<> members(const RecordId &household, const AreaCode &village, const std::vector<Person> &people,
                     bool troubled, qint64 serial);
    Result<> facts(const RecordId &household, const AreaCode &village, qint64 population, bool troubled);
    Result<> monitoring(const RecordId &household, const AreaCode &village, const char *monitorClass);
    /// Most get help against their risk; edge households without special fiscal funds.
    Result<> measure(const RecordId &household, const AreaCode &village, const RecordId &risk,
                     const DemoRisk &kind, YearMonth identified, bool edge);
    Result<> people(const RecordId &household, const AreaCode &village, bool edge, bool registered);

    ChangeWriter &m_writer;
    Dice &m_dice;
    QDate m_today;
};

Result<> Village::household(const AreaCode &village, qint64 serial, DemoResult &result)
{
    namespace hh = household;
    const std::vector<Person> people = family(m_dice);
    const qint64 kind = m_dice.below(100);
    const bool edge = kind < 12;
    const bool unstable = kind >= 12 && kind < 22;
    const bool registered = !edge && kind < 85;
    const char *monitorClass = edge ? "edge" : unstable ? "exit_unstable" : "none";
    const bool monitored = edge || unstable;
    const auto population = static_cast<qint64>(people.size());

    const QString number = village.toString().left(9)
                           + QString::number(serial).rightJustified(7, QLatin1Char('0'));
    FieldValues values{
        {hh::f("household_no"), Value(number)},
        {hh::f("natural_village"),
         Value(QString(m_dice.oneOf(kSurnames)) + QString::fromUtf16(m_dice.oneOf(kHamlets)))},
        {hh::f("villager_group"), Value(QStringLiteral("%1组").arg(m_dice.between(1, 12)))},
        {hh::f("phone"),
         Value(QStringLiteral("1990000%1").arg(m_dice.below(10000), 4, 10, QLatin1Char('0')))},
        {hh::f("household_type"), code(registered ? "exited" : "general")},
        {hh::f("monitor_class"), code(monitorClass)},
        {hh::f("population_current"), Value(population)},
        {hh::f("population_year"), Value(population)},
        {hh::f("cause_main"), code(m_dice.oneOf(kCauses))},
    };
    if (registered) {
        values.emplace_back(hh::f("exit_class"), code(unstable             ? "monitored"
                                                      : m_dice.percent(40) ? "no_policy"
                                                                           : "with_policy"));
        values.emplace_back(hh::f("exit_year"), Value(m_dice.between(2014, 2020)));
        values.emplace_back(hh::f("first_identified"),
                            Value(YearMonth(static_cast<int>(m_dice.between(2014, 2016)),
                                            static_cast<int>(m_dice.between(1, 12)))
                                      .toString()));
    }
    FFP_ASSIGN(const RecordId id, m_writer.create(Entity::Household, village, values));
    FFP_TRY(members(id, village, people, monitored && m_dice.percent(25), serial));
    FFP_TRY(facts(id, village, population, monitored));
    FFP_TRY(this->people(id, village, edge, registered));
    if (monitored)
        FFP_TRY(monitoring(id, village, monitorClass));
    ++result.households;
    result.members += population;
    result.monitored += monitored ? 1 : 0;
    return {};
}

Result<> Village::members(const RecordId &household, const AreaCode &village,
                          const std::vector<Person> &people, bool troubled, qint64 serial)
{
    const QString county = village.toString().left(6);
    int position = 0;
    for (const Person &person : people) {
        const QString idNo = certificateNumber(m_dice, county, person, m_today, serial + position);
        const bool pupil = person.age < 18;
        const bool dropout = troubled && person.age >= 7 && person.age < 15 && m_dice.percent(15);
        const bool old = person.age >= 60;
        const bool ill = m_dice.percent(troubled ? 30 : 10);
        FieldValues values{
            {member::f("household_id"), Value(household)},
            {member::f("member_no"),
             Value(village.toString().left(9) + QString::number(serial).rightJustified(7, QLatin1Char('0'))
                   + QString::number(position + 1).rightJustified(2, QLatin1Char('0')))},
            {member::f("name"), Value(person.name)},
            {member::f("sex"), code(person.male ? "male" : "female")},
            {member::f("birth_date"),
             Value(idNo.mid(6, 4) + QLatin1Char('-') + idNo.mid(10, 2) + QLatin1Char('-') + idNo.mid(12, 2))},
            {member::f("id_type"), code("resident_id")},
            {member::f("id_no"), Value(idNo)},
            {member::f("person_key"), Value(idNo)},
            {member::f("relation"), code(person.relation)},
            {member::f("nation"), code(m_dice.percent(97) ? "01" : "03")},
            {member::f("health"), Value(QStringList{QString::fromLatin1(
                                      ill ? (m_dice.percent(70) ? "chronic" : "serious") : "healthy")})},
            {member::f("labour"), code(pupil                ? "none"
                                       : person.age > 72    ? "none"
                                       : old                ? "weak"
                                       : m_dice.percent(20) ? "skilled"
                                                            : "ordinary")},
            {member::f("ins_resident_medical"), Value(!(troubled && m_dice.percent(6)))},
            {member::f("ins_serious_illness"), Value(true)},
            {member::f("ins_resident_pension"), Value(person.age >= 16 && m_dice.percent(85))},
        };
        if (pupil && !dropout)
            values.emplace_back(member::f("student"), code(studentCode(person.age)));
        else
            values.emplace_back(member::f("education"),
                                code(dropout              ? "primary"
                                     : old                ? (m_dice.percent(40) ? "illiterate" : "primary")
                                     : m_dice.percent(70) ? "junior"
                                                          : "senior"));
        if (dropout)
            values.emplace_back(member::f("dropout_reason"), code("dislike"));
        if (!pupil && !old && m_dice.percent(55))
            values.emplace_back(member::f("work_months"), Value(m_dice.between(3, 11)));
        if (!pupil)
            values.emplace_back(member::f("phone"),
                                Value(QStringLiteral("1990000%1")
                                          .arg(m_dice.below(10000), 4, 10, QLatin1Char('0'))));
        FFP_ASSIGN(const RecordId id, m_writer.create(Entity::Member, village, values));
        Q_UNUSED(id)
        ++position;
    }
    return {};
}

Result<> Village::facts(const RecordId &household, const AreaCode &village, qint64 population, bool troubled)
{
    const bool dangerous = troubled && m_dice.percent(6);
    const FieldValues conditions{
        {living::f("household_id"), Value(household)},
        {living::f("year"), Value(m_today.year())},
        {living::f("arable_mu"), Value(m_dice.between(100, 1200))},
        {living::f("house_area_m2"), Value(m_dice.between(4000, 16000))},
        {living::f("dangerous_house"), Value(dangerous)},
        {living::f("house_grade"), code(dangerous            ? (m_dice.percent(50) ? "C" : "D")
                                        : m_dice.percent(60) ? "A"
                                                             : "B")},
        {living::f("safe_water"), Value(!(troubled && m_dice.percent(4)))},
        {living::f("power_living"), Value(true)},
        {living::f("broadcast_tv"), Value(true)},
        {living::f("sanitary_toilet"), Value(m_dice.percent(80))},
        {living::f("road_distance_km"), Value(m_dice.between(1, 30) * 10)},
    };
    FFP_TRY(m_writer.create(Entity::LivingConditions, village, conditions));

    // Two statements: last year's and this year's, so that a fall can be seen.
    qint64 perHead = troubled ? m_dice.between(420'000, 900'000) : m_dice.between(800'000, 2'400'000);
    for (int year = m_today.year() - 1; year <= m_today.year(); ++year) {
        const qint64 net = perHead * population;
        const qint64 wage = net * 6 / 10;
        const qint64 transfer = net / 10;
        const qint64 business = net - wage - transfer + net / 20;
        const FieldValues statement{
            {income::f("household_id"), Value(household)},
            {income::f("year"), Value(year)},
            {income::f("phase"), code("annual")},
            {income::f("population"), Value(population)},
            {income::f("population_basis"), code("current")},
            {income::f("wage_total"), Value(wage)},
            {income::f("business_total"), Value(business)},
            {income::f("property_total"), Value(0)},
            {income::f("transfer_total"), Value(transfer)},
            {income::f("business_cost"), Value(net / 20)},
            {income::f("gross_total"), Value(wage + business + transfer)},
            {income::f("net_total"), Value(net)},
            {income::f("net_per_capita"), Value(perHead)},
            {income::f("origin"), code("calculated")},
        };
        FFP_TRY(m_writer.create(Entity::IncomeStatement, village, statement));
        perHead = troubled && m_dice.percent(18) ? perHead * m_dice.between(55, 75) / 100
                                                 : perHead * m_dice.between(98, 112) / 100;
    }
    return {};
}

Result<> Village::monitoring(const RecordId &household, const AreaCode &village, const char *monitorClass)
{
    const YearMonth identified = YearMonth::of(m_today).plus(-static_cast<int>(m_dice.between(2, 30)));
    const FieldValues values{
        {casefile::f("household_id"), Value(household)},
        {casefile::f("monitor_class"), code(monitorClass)},
        {casefile::f("status"), code(m_dice.percent(30) ? "removed" : "active")},
        {casefile::f("identified_ym"), Value(identified.toString())},
    };
    FFP_ASSIGN(const RecordId id, m_writer.create(Entity::Case, village, values));
    const DemoRisk kind = m_dice.oneOf(kRisks);
    const FieldValues risk{
        {case_risk::f("case_id"), Value(id)},
        {case_risk::f("rank"), Value(1)},
        {case_risk::f("kind"), code(kind.kind)},
        {case_risk::f("found_on"), Value(identified.firstDay().toString(Qt::ISODate))},
    };
    FFP_ASSIGN(const RecordId riskId, m_writer.create(Entity::CaseRisk, village, risk));
    return measure(household, village, riskId, kind, identified, qstrcmp(monitorClass, "edge") == 0);
}

Result<> Village::measure(const RecordId &household, const AreaCode &village, const RecordId &risk,
                          const DemoRisk &kind, YearMonth identified, bool edge)
{
    if (!m_dice.percent(80))
        return {};
    const QDate from = identified.firstDay().addDays(m_dice.between(20, 45));
    const bool done = m_dice.percent(40);
    FieldValues values{
        {measure::f("household_id"), Value(household)},
        {measure::f("category"), code(kind.category)},
        {measure::f("kind"), code(kind.measure)},
        {measure::f("content"), Value(QString::fromUtf16(kind.content))},
        {measure::f("risk_id"), Value(risk)},
        {measure::f("implementer"), Value(QStringLiteral("镇扶贫工作站"))},
        {measure::f("fund_source"), code(m_dice.oneOf(edge ? kSocialFunds : kPublicFunds))},
        {measure::f("amount"), Value(m_dice.between(5, 60) * 10'000)},
        {measure::f("status"), code(done ? "done" : "doing")},
        {measure::f("started_on"), Value(from.toString(Qt::ISODate))},
    };
    if (done)
        values.emplace_back(measure::f("ended_on"),
                            Value(
                                from.addDays(m_dice.below(from.daysTo(m_today) + 1)).toString(Qt::ISODate)));
    FFP_TRY(m_writer.create(Entity::Measure, village, values));
    return {};
}

Result<> Village::people(const RecordId &household, const AreaCode &village, bool edge, bool registered)
{
    const bool assigned = m_dice.percent(edge ? 92 : 97);
    QString helper = QString(m_dice.oneOf(kSurnames)) + m_dice.oneOf(kGiven) + m_dice.oneOf(kGiven);
    if (assigned && (edge || registered)) {
        const FieldValues values{
            {assignment::f("household_id"), Value(household)},
            {assignment::f("role"), code(edge ? "liaison" : "helper")},
            {assignment::f("name"), Value(helper)},
            {assignment::f("unit"), Value(QStringLiteral("驻村工作队"))},
            {assignment::f("started_on"), Value(QDate(m_today.year() - 1, 1, 1).toString(Qt::ISODate))},
        };
        FFP_TRY(m_writer.create(Entity::Assignment, village, values));
    }
    if (!m_dice.percent(edge ? 80 : 30))
        return {};
    const QDate day = m_today.addDays(-m_dice.between(0, 40));
    const FieldValues visitValues{
        {visit::f("household_id"), Value(household)},
        {visit::f("visited_on"), Value(day.toString(Qt::ISODate))},
        {visit::f("mode"), code(m_dice.percent(70) ? "home" : "phone")},
        {visit::f("purpose"), code(edge ? "monthly" : "routine")},
        {visit::f("people"), Value(QStringList{helper})},
        {visit::f("changes"), Value(QStringList{QStringLiteral("none")})},
    };
    FFP_TRY(m_writer.create(Entity::Visit, village, visitValues));
    return {};
}

} // namespace

Result<DemoResult> DemoService::fill(const DemoOptions &options, Progress &progress)
{
    const AreaCode area = m_session.site().area;
    QList<AreaCode> villages = m_session.divisions().descendants(area, AreaLevel::Village);
    if (area.level() == AreaLevel::Village)
        villages = {area};
    if (villages.isEmpty())
        return fail(
            Error{ErrorKind::NotFound, aboutKey(QStringLiteral("division"), area.toString()), {}, {}});
    DemoResult result;
    const Operation operation{.verb = "demo", .actor = m_session.user().id, .note = {}, .about = {}};
    const auto work = [&](ChangeWriter &writer) -> Result<> {
        Dice dice(options.seed);
        Village maker(writer, dice, m_session.clock().today());
        for (qint64 i = 0; i < options.households; ++i) {
            if (progress.cancelled())
                return fail(ErrorKind::Cancelled);
            const qsizetype village = i * villages.size() / options.households;
            FFP_TRY(maker.household(villages[village], 900'000 + i, result));
            progress.report("demo", i + 1, options.households);
        }
        return {};
    };
    FFP_TRY(m_session.log().transact(operation, work));
    return result;
}

} // namespace ffp
