// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/ledgercolumns.h"

#include "core/domain/divisions.h"
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/domain/idnumber.h"
#include "core/domain/valuetext.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char16_t *kSafeguards = u"“三保障”和饮水安全";
constexpr const char16_t *kMeasures = u"帮扶措施";

const Record &recordOf(const MonitoredHousehold &household, Entity entity)
{
    static const Record none;
    switch (entity) {
    case Entity::Household: return household.household;
    case Entity::Member: return household.head;
    case Entity::Case: return household.monitoring;
    default: return none;
    }
}

/// Texts side by side, empty ones left out.
QString joined(const QStringList &parts, const QString &separator)
{
    QStringList kept;
    for (const QString &part : parts)
        if (!part.isEmpty() && !kept.contains(part))
            kept << part;
    return kept.join(separator);
}

TableCell number(const LedgerLine &line)
{
    return line.number;
}

TableCell village(const LedgerLine &line)
{
    return line.office.divisions ? line.office.divisions->name(line.household.household.area)
                                 : line.household.household.area.toString();
}

/// As registered, else as the certificate number says.
TableCell sex(const LedgerLine &line)
{
    const Record &head = line.household.head;
    if (const QString registered = line.shown(head, member::f("sex")); !registered.isEmpty())
        return registered;
    switch (parseIdNumber(head[member::f("id_no")].toText(), line.office.today).sex) {
    case Sex::Male: return line.word(u"男", "Male");
    case Sex::Female: return line.word(u"女", "Female");
    case Sex::Unknown: break;
    }
    return {};
}

/// Where the register has no groups, the natural village is what people go by.
TableCell villagerGroup(const LedgerLine &line)
{
    const Record &household = line.household.household;
    const QString group = line.shown(household, household::f("villager_group"));
    return group.isEmpty() ? line.shown(household, household::f("natural_village")) : group;
}

TableCell population(const LedgerLine &line)
{
    return line.household.population > 0 ? TableCell(line.household.population) : TableCell();
}

TableCell labour(const LedgerLine &line)
{
    return line.household.population > 0 ? TableCell(line.household.labour) : TableCell();
}

TableCell monitorClass(const LedgerLine &line)
{
    return line.classLabel();
}

TableCell identified(const LedgerLine &line)
{
    return line.household.identified();
}

TableCell perCapita(const Record &statement)
{
    const Value &value = statement[income::f("net_per_capita")];
    return value.isBlank() ? TableCell() : TableCell(value.toInt());
}

TableCell identificationIncome(const LedgerLine &line)
{
    const TableCell made = perCapita(line.household.identificationIncome);
    return std::holds_alternative<std::monostate>(made.value)
               ? perCapita(line.household.identificationYearIncome)
               : made;
}

TableCell latestIncome(const LedgerLine &line)
{
    return perCapita(line.household.latestIncome);
}

TableCell risks(const LedgerLine &line)
{
    QStringList parts;
    for (const Record &risk : line.household.risks)
        parts << joined({line.shown(risk, case_risk::f("kind")), line.shown(risk, case_risk::f("disaster"))},
                        line.word(u"：", ": "));
    const Record &household = line.household.household;
    if (parts.isEmpty())
        parts = {line.shown(household, household::f("cause_main")),
                 line.shown(household, household::f("cause_others"))};
    return joined(parts, line.word(u"、", ", "));
}

TableCell riskDetails(const LedgerLine &line)
{
    QStringList parts;
    for (const Record &risk : line.household.risks)
        parts << line.shown(risk, case_risk::f("detail")) << line.shown(risk, case_risk::f("note"));
    return joined(parts, line.word(u"；", "; "));
}

TableCell safeguard(const LedgerLine &line, const char *item)
{
    const SafeguardState state = line.household.safeguards.value(QString::fromLatin1(item));
    if (state.status.isEmpty())
        return {};
    const Code *code = findCode(*codeList("safeguard_status"), state.status);
    QString text = code ? codeLabel(*code, line.request.language) : state.status;
    if (state.persons > 0)
        text += line.word(u"（%1人）", " (%1 persons)").arg(state.persons);
    return text;
}

TableCell education(const LedgerLine &line)
{
    return safeguard(line, "education");
}

TableCell medical(const LedgerLine &line)
{
    return safeguard(line, "medical");
}

TableCell housing(const LedgerLine &line)
{
    return safeguard(line, "housing");
}

TableCell water(const LedgerLine &line)
{
    return safeguard(line, "water");
}

/// Those on record, else what the yearly data say of help.
TableCell measures(const LedgerLine &line)
{
    QStringList onRecord;
    for (const Record &measure : line.household.measures) {
        const QString content = line.shown(measure, measure::f("content"));
        onRecord << joined({line.shown(measure, measure::f("category")),
                            content.isEmpty() ? line.shown(measure, measure::f("kind")) : content},
                           u"/"_s);
    }
    if (!onRecord.isEmpty())
        return joined(onRecord, line.word(u"；", "; "));
    const Record &living = line.household.living;
    const auto when = [&](FieldRef field, const char16_t *text, const char *english) {
        return living[field].toBool() ? line.word(text, english) : QString();
    };
    const auto persons = [&](int count, const char16_t *text, const char *english) {
        return count > 0 ? line.word(text, english).arg(count) : QString();
    };
    return joined({line.shown(living, living::f("industry_help_kinds")),
                   when(living::f("in_cooperative"), u"合作社带动", "Cooperative"),
                   when(living::f("led_by_firm"), u"龙头企业带动", "Led by a firm"),
                   when(living::f("led_by_leader"), u"致富带头人带动", "Led by a local leader"),
                   persons(line.household.dibao, u"低保%1人", "Living allowance: %1"),
                   persons(line.household.tekun, u"特困供养%1人", "Destitute support: %1")},
                  line.word(u"、", ", "));
}

/// When the latest of them was done or, while all are under way, begun.
TableCell measureDate(const LedgerLine &line)
{
    QString latest;
    for (const Record &measure : line.household.measures) {
        const QString ended = measure[measure::f("ended_on")].toText();
        latest = std::max(latest, ended.isEmpty() ? measure[measure::f("started_on")].toText() : ended);
    }
    return latest;
}

TableCell measureMoney(const LedgerLine &line)
{
    std::optional<qint64> sum;
    for (const Record &measure : line.household.measures)
        if (const Value &amount = measure[measure::f("amount")]; !amount.isBlank())
            sum = sum.value_or(0) + amount.toInt();
    return sum ? TableCell(*sum) : TableCell();
}

TableCell fundSources(const LedgerLine &line)
{
    QStringList sources;
    for (const Record &measure : line.household.measures)
        sources << line.shown(measure, measure::f("fund_source"));
    return joined(sources, line.word(u"、", ", "));
}

TableCell contact(const LedgerLine &line)
{
    const Record &person = line.household.contact;
    if (!person.id.isNull())
        return joined({line.shown(person, assignment::f("name")), line.shown(person, assignment::f("unit")),
                       line.shown(person, assignment::f("post")), line.shown(person, assignment::f("phone"))},
                      u" "_s);
    const Record &monitoring = line.household.monitoring;
    return joined({line.shown(monitoring, casefile::f("liaison_name")),
                   line.shown(monitoring, casefile::f("liaison_phone"))},
                  u" "_s);
}

TableCell lastVisit(const LedgerLine &line)
{
    const Record &visit = line.household.lastVisit;
    return joined({line.shown(visit, visit::f("visited_on")), line.shown(visit, visit::f("mode"))}, u" "_s);
}

/// "红色预警2项，超期1项": the level in words, so that a black print shows it (forms.md §4.2).
TableCell alertState(const LedgerLine &line)
{
    QStringList levels;
    QMap<QString, int> count;
    int overdue = 0;
    bool red = false;
    for (const Record &flag : line.household.flags) {
        const QString level = line.shown(flag, flag::f("level"));
        if (!count.contains(level))
            levels << level;
        ++count[level];
        red = red || flag[flag::f("level")].toText() == u"red";
        const QString due = flag[flag::f("due")].toText();
        overdue += !due.isEmpty() && due < line.request.on.toString(Qt::ISODate) ? 1 : 0;
    }
    QStringList parts;
    for (const QString &level : levels)
        parts << line.word(u"%1预警%2项", "%1: %2").arg(level).arg(count.value(level));
    if (overdue > 0)
        parts << line.word(u"超期%1项", "overdue: %1").arg(overdue);
    TableCell cell(parts.join(line.word(u"，", ", ")));
    cell.red = red;
    return cell;
}

/// Only what was so on the day: a later removal is not in the ledger of an earlier day.
TableCell removed(const LedgerLine &line)
{
    const QString month = line.shown(line.household.monitoring, casefile::f("removed_ym"));
    return month <= line.request.on.toString(u"yyyy-MM"_s) ? TableCell(month) : TableCell();
}

// In the order of F-08. All of them fit on A4 landscape at 8 pt: a certificate number takes two lines there
// and one on A3, where what wraps gets the room that is left over.
constexpr LedgerColumn kMonitoredColumns[] = {
    {.id = "number",
     .header = u"序号",
     .english = "No.",
     .width = 1.6,
     .make = number,
     .kind = ColumnKind::Integer,
     .key = true,
     .align = CellAlign::Center,
     .sensitivity = Sensitivity::N},
    {.id = "villager_group",
     .header = u"村民组",
     .english = "Villagers' group",
     .width = 3.1,
     .make = villagerGroup},
    {.id = "head_name",
     .header = u"户主姓名",
     .english = "Head of household",
     .width = 3.1,
     .field = member::f("name"),
     .wraps = false,
     .key = true},
    {.id = "head_sex", .header = u"性别", .english = "Sex", .width = 1.2, .make = sex},
    {.id = "head_id_no", .english = "ID number", .width = 5, .field = member::f("id_no")},
    {.id = "population",
     .header = u"家庭人口",
     .english = "Persons",
     .width = 2.1,
     .make = population,
     .kind = ColumnKind::Integer,
     .summable = true},
    {.id = "labour",
     .header = u"劳动力（人）",
     .english = "Able to work",
     .width = 3,
     .make = labour,
     .kind = ColumnKind::Integer,
     .summable = true},
    {.id = "monitor_class", .header = u"对象类别", .english = "Class", .width = 2.2, .make = monitorClass},
    {.id = "identified",
     .header = u"识别时间",
     .english = "Identified",
     .width = 3.9,
     .make = identified,
     .wraps = false},
    {.id = "identification_income",
     .header = u"识别时人均纯收入（元）",
     .english = "Income per person when identified (yuan)",
     .width = 4.3,
     .make = identificationIncome,
     .kind = ColumnKind::Money},
    {.id = "risks",
     .header = u"主要致贫（返贫）风险",
     .english = "Main risks",
     .width = 4.2,
     .make = risks,
     .sensitivity = Sensitivity::S},
    {.id = "risk_details",
     .header = u"风险点说明",
     .english = "About the risks",
     .width = 5,
     .make = riskDetails,
     .sensitivity = Sensitivity::S},
    {.id = "education",
     .header = u"义务教育",
     .english = "Schooling",
     .width = 2.2,
     .make = education,
     .group = kSafeguards},
    {.id = "medical",
     .header = u"基本医疗",
     .english = "Medical insurance",
     .width = 2.2,
     .make = medical,
     .group = kSafeguards},
    {.id = "housing",
     .header = u"住房安全",
     .english = "Housing",
     .width = 2.2,
     .make = housing,
     .group = kSafeguards},
    {.id = "water",
     .header = u"饮水安全",
     .english = "Drinking water",
     .width = 2.2,
     .make = water,
     .group = kSafeguards},
    {.id = "measures",
     .header = u"类别/内容",
     .english = "Help given",
     .width = 4.4,
     .make = measures,
     .group = kMeasures,
     .alone = u"帮扶措施（类别/内容）"},
    {.id = "measure_date",
     .header = u"落实时间",
     .english = "Given on",
     .width = 2.6,
     .make = measureDate,
     .group = kMeasures},
    {.id = "measure_money",
     .header = u"落实资金（元）",
     .english = "Money given (yuan)",
     .width = 4,
     .make = measureMoney,
     .kind = ColumnKind::Money,
     .group = kMeasures,
     .summable = true},
    {.id = "fund_source",
     .header = u"资金来源",
     .english = "Source of the money",
     .width = 2.2,
     .make = fundSources,
     .group = kMeasures},
    {.id = "contact",
     .header = u"联系人（单位/职务/电话）",
     .english = "Contact person",
     .width = 5,
     .make = contact,
     .sensitivity = Sensitivity::S},
    {.id = "last_contact",
     .header = u"最近联系日期及方式",
     .english = "Last contact",
     .width = 5.2,
     .make = lastVisit},
    {.id = "latest_income",
     .header = u"当前人均纯收入（元）",
     .english = "Present income per person (yuan)",
     .width = 4.3,
     .make = latestIncome,
     .kind = ColumnKind::Money},
    {.id = "alert",
     .header = u"预警状态",
     .english = "Alerts",
     .width = 3.2,
     .make = alertState,
     .mayBeEmpty = true},
    {.id = "removed",
     .header = u"销号时间",
     .english = "Removed",
     .width = 3.9,
     .make = removed,
     .wraps = false,
     .mayBeEmpty = true},
    {.id = "remark", .english = "Note", .width = 2.4, .field = household::f("remark"), .mayBeEmpty = true},
};

constexpr LedgerColumn kVillage{.id = "village",
                                .header = u"行政村",
                                .english = "Village",
                                .width = 3.1,
                                .make = village,
                                .key = true};

ColumnKind kindOf(const FieldDef &field)
{
    switch (field.type) {
    case FieldType::Int: return ColumnKind::Integer;
    case FieldType::Money: return ColumnKind::Money;
    case FieldType::Date: return ColumnKind::Date;
    default: return ColumnKind::Text;
    }
}

/// Numbers stay recognisable when masked; other S-class texts say something as a whole or nothing.
bool isNumber(const FieldDef &field)
{
    return field.form == TextForm::IdNumber || field.form == TextForm::Phone
           || field.form == TextForm::BankAccount;
}

} // namespace

QString LedgerLine::classLabel() const
{
    const QString code = household.monitorClass();
    if (request.language == Language::Chinese
        && office.policy == u"anhui-2020") { // its own words, op.2 §二(三)
        if (code == u"edge")
            return u"边缘户"_s;
        if (code == u"exit_unstable")
            return u"脱贫监测户"_s;
    }
    const Code *known = findCode(*codeList("monitor_class"), code);
    return known ? codeLabel(*known, request.language) : code;
}

QString LedgerLine::word(const char16_t *chinese, const char *english) const
{
    return request.language == Language::Chinese ? QString::fromUtf16(chinese) : QString::fromLatin1(english);
}

QString LedgerLine::shown(const Record &record, FieldRef ref) const
{
    const FieldDef &field = fieldDef(ref);
    const QString text = displayText(field, record[ref], request.language);
    const bool plain = field.sensitivity != Sensitivity::S || request.privacy == LedgerPrivacy::Full
                       || (request.privacy == LedgerPrivacy::RisksShown && !isNumber(field));
    return plain ? text : maskedText(field, text);
}

std::span<const LedgerColumn> monitoredColumns()
{
    return kMonitoredColumns;
}

const LedgerColumn &villageColumn()
{
    return kVillage;
}

TableColumn tableColumn(const LedgerColumn &column, Language language)
{
    const FieldDef *field = column.field ? &fieldDef(*column.field) : nullptr;
    TableColumn out;
    out.id = QString::fromLatin1(column.id);
    out.header = column.header ? QString::fromUtf16(column.header)
                 : field       ? fieldLabel(*field, Language::Chinese)
                               : out.id;
    if (column.group)
        out.group = QString::fromUtf16(column.group);
    out.alone = column.alone ? QString::fromUtf16(column.alone) : out.header;
    if (language == Language::English && (column.english || field)) {
        out.header = column.english ? QString::fromLatin1(column.english) : fieldLabel(*field, language);
        out.alone = out.header;
    }
    out.kind = field && !column.make ? kindOf(*field) : column.kind;
    out.align = column.align;
    out.width = column.width;
    out.wraps = column.wraps;
    out.summable = column.summable;
    out.key = column.key;
    out.sensitivity = field ? field->sensitivity : column.sensitivity;
    return out;
}

TableCell tableCell(const LedgerColumn &column, const LedgerLine &line)
{
    if (column.make)
        return column.make(line);
    const FieldRef field = *column.field;
    const Value &value = recordOf(line.household, field.entity)[field];
    if (value.isBlank())
        return {};
    switch (kindOf(fieldDef(field))) {
    case ColumnKind::Integer:
    case ColumnKind::Money: return value.toInt();
    case ColumnKind::Date: return QDate::fromString(value.toText(), Qt::ISODate);
    default: return line.shown(recordOf(line.household, field.entity), field);
    }
}

} // namespace ffp
