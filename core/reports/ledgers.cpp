// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/ledgers.h"

#include "core/base/about.h"
#include "core/domain/codelist.h"
#include "core/domain/divisions.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/policy/incomerules.h"
#include "core/reports/ledgercolumns.h"
#include "core/reports/measureledger.h"

#include <QMap>

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QStringView kAnhui2020 = u"anhui-2020";

/// A ledger, declared once. A title that is null: the pack has no such ledger.
struct LedgerDef {
    const char *id;
    const char16_t *title2020; ///< in anhui-2020, op.2 §四
    const char16_t *title2021;
    const char *english;
    const char *monitorClass; ///< CL-18
    const char *contactRole;  ///< CL-50: 联系人 of an edge household, 帮扶责任人 of an exited one
    std::span<const LedgerColumn> (*columns)();
};

constexpr LedgerDef kLedgers[] = {
    {"edge-ledger", u"边缘户台账", u"边缘易致贫户台账", "Edge households", "edge", "liaison",
     monitoredColumns},
    {"monitored-ledger", u"脱贫监测户台账", u"脱贫不稳定户台账", "Monitored exited households",
     "exit_unstable", "helper", monitoredColumns},
    {"sudden-ledger", nullptr, u"突发严重困难户台账", "Households in sudden hardship", "sudden", "liaison",
     monitoredColumns},
};

const char16_t *titleOf(const LedgerDef &ledger, QStringView policy)
{
    return policy == kAnhui2020 ? ledger.title2020 : ledger.title2021;
}

LedgerInfo infoOf(const LedgerDef &ledger, QStringView policy)
{
    return {QString::fromLatin1(ledger.id), QString::fromUtf16(titleOf(ledger, policy)),
            QString::fromLatin1(ledger.english)};
}

Result<const LedgerDef *> find(const QString &id, QStringView policy)
{
    for (const LedgerDef &ledger : kLedgers)
        if (id == QLatin1String(ledger.id) && titleOf(ledger, policy))
            return &ledger;
    return fail(Error{ErrorKind::NotFound, aboutKey(u"ledger"_s, id), {}, {}});
}

AreaCode areaOf(const LedgerRequest &request, const LedgerOffice &office)
{
    return request.area.isNull() ? office.area : request.area;
}

QString placeName(const LedgerOffice &office, const AreaCode &area)
{
    return office.divisions ? office.divisions->fullName(area, AreaLevel::County) : area.toString();
}

/// How the figures of 当前人均纯收入 were made (FD-04): rule set, period and divisor with the number of
/// households, most frequent first.
QString incomeNote(const std::vector<MonitoredHousehold> &households)
{
    QMap<QString, int> kinds;
    for (const MonitoredHousehold &household : households) {
        const Record &statement = household.latestIncome;
        if (statement.id.isNull())
            continue;
        const QString from = statement[income::f("window_from")].toText();
        const QString to = statement[income::f("window_to")].toText();
        const qint64 year = statement[income::f("year")].toInt();
        QStringList parts;
        if (const QString rules = statement[income::f("rule_set")].toText(); !rules.isEmpty())
            parts << u"核算规则集%1"_s.arg(incomeRuleSetName(rules, true));
        if (!from.isEmpty() && !to.isEmpty())
            parts << u"核算期%1至%2"_s.arg(from, to);
        else if (year > 0)
            parts << u"%1年度"_s.arg(year);
        const Code *basis = findCode(*codeList("population_basis"),
                                     statement[income::f("population_basis")].toText());
        parts << u"人口按%1"_s.arg(basis ? QString::fromUtf16(basis->label) : u"所填人口数"_s);
        ++kinds[parts.join(u"、"_s)];
    }
    std::vector<std::pair<QString, int>> sorted;
    for (auto kind = kinds.cbegin(); kind != kinds.cend(); ++kind)
        sorted.emplace_back(kind.key(), kind.value());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto &a, const auto &b) { return a.second > b.second; });
    constexpr size_t kNamed = 3;
    QStringList parts;
    qint64 others = 0;
    for (size_t i = 0; i < sorted.size(); ++i) {
        if (i < kNamed)
            parts << u"%1（%2户）"_s.arg(sorted[i].first).arg(sorted[i].second);
        else
            others += sorted[i].second;
    }
    if (others > 0)
        parts << u"其他（%1户）"_s.arg(others);
    if (parts.isEmpty())
        return {};
    return u"人均纯收入＝家庭纯收入÷人口数；当前人均纯收入的口径：%1。"_s.arg(parts.join(u"；"_s));
}

bool hasUncheckedSafeguard(const MonitoredHousehold &household)
{
    return std::any_of(household.safeguards.begin(), household.safeguards.end(),
                       [](const SafeguardState &state) { return !state.checked && !state.status.isEmpty(); });
}

bool any(const std::vector<MonitoredHousehold> &households, bool (*fits)(const MonitoredHousehold &))
{
    return std::any_of(households.begin(), households.end(), fits);
}

/// What stands in for facts that the register does not have.
QStringList substituteNotes(const std::vector<MonitoredHousehold> &households)
{
    QStringList notes;
    if (any(households, [](const MonitoredHousehold &h) {
            return h.household[household::f("villager_group")].isBlank()
                   && !h.household[household::f("natural_village")].isBlank();
        }))
        notes << u"未登记村民组的，填自然村。"_s;
    if (any(households, [](const MonitoredHousehold &h) {
            return h.risks.empty() && !h.household[household::f("cause_main")].isBlank();
        }))
        notes << u"未登记监测风险的，填登记的致贫原因。"_s;
    if (any(households, [](const MonitoredHousehold &h) {
            return h.identificationIncome[income::f("net_per_capita")].isBlank()
                   && !h.identificationYearIncome.id.isNull();
        }))
        notes << u"没有识别时收入核算的，识别时人均纯收入填识别当年的年度数。"_s;
    return notes;
}

/// Columns that are blank in every row, though a household has such a fact.
std::vector<size_t> columnsWithoutData(const std::vector<const LedgerColumn *> &columns,
                                       const std::vector<TableRow> &rows)
{
    std::vector<size_t> out;
    for (size_t i = 0; i < columns.size() && !rows.empty(); ++i)
        if (!columns[i]->mayBeEmpty && std::all_of(rows.begin(), rows.end(), [i](const TableRow &row) {
                return std::holds_alternative<std::monostate>(row.cells[i].value);
            }))
            out.push_back(i);
    return out;
}

void number(QStringList &notes)
{
    for (qsizetype i = 0; i < notes.size() && notes.size() > 1; ++i)
        notes[i].prepend(u"%1. "_s.arg(i + 1));
}

QStringList notesOf(const LedgerRequest &request, const LedgerOffice &office,
                    const std::vector<MonitoredHousehold> &households)
{
    QStringList notes;
    if (const QString income = incomeNote(households); !income.isEmpty())
        notes << income;
    if (std::any_of(households.begin(), households.end(), hasUncheckedSafeguard))
        notes << u"“三保障”和饮水安全无核查记录的，按家庭成员和生产生活条件登记情况填列。"_s;
    if (request.on < office.today)
        notes << u"收入、核查、走访、预警和责任人为%1的情况；家庭基本情况为%2登记的情况。"_s
                     .arg(chineseDate(request.on), chineseDate(office.today));
    return notes + substituteNotes(households);
}

} // namespace

const char *ledgerPrivacyCode(LedgerPrivacy privacy)
{
    switch (privacy) {
    case LedgerPrivacy::Masked: return "masked";
    case LedgerPrivacy::RisksShown: return "risks";
    case LedgerPrivacy::Full: return "full";
    }
    Q_UNREACHABLE();
}

std::optional<LedgerPrivacy> ledgerPrivacyFromCode(QStringView code)
{
    for (const LedgerPrivacy privacy :
         {LedgerPrivacy::Masked, LedgerPrivacy::RisksShown, LedgerPrivacy::Full})
        if (code == QLatin1String(ledgerPrivacyCode(privacy)))
            return privacy;
    return std::nullopt;
}

std::vector<LedgerInfo> ledgers(const QString &policy)
{
    std::vector<LedgerInfo> out;
    for (const LedgerDef &ledger : kLedgers)
        if (titleOf(ledger, policy))
            out.push_back(infoOf(ledger, policy));
    out.push_back(measureLedgerInfo());
    return out;
}

Result<MonitoredQuery> ledgerQuery(const LedgerRequest &request, const LedgerOffice &office)
{
    FFP_ASSIGN(const LedgerDef *const ledger, find(request.ledger, office.policy));
    FFP_ASSIGN(const AreaCode area, ledgerArea(request, office));
    return MonitoredQuery{{QString::fromLatin1(ledger->monitorClass)},
                          area,
                          request.on,
                          QString::fromLatin1(ledger->contactRole)};
}

Result<TableDocument> ledgerDocument(const LedgerRequest &request, const LedgerOffice &office,
                                     const std::vector<MonitoredHousehold> &households)
{
    FFP_TRY(ledgerQuery(request, office));
    FFP_ASSIGN(const LedgerDef *const ledger, find(request.ledger, office.policy));
    const AreaCode area = areaOf(request, office);
    TableDocument document = ledgerFrame(request, office, infoOf(*ledger, office.policy));
    document.notes = notesOf(request, office, households);

    std::vector<const LedgerColumn *> columns;
    for (const LedgerColumn &column : ledger->columns()) {
        columns.push_back(&column);
        if (columns.size() == 1 && area.level() != AreaLevel::Village)
            columns.push_back(&villageColumn());
    }
    for (const LedgerColumn *column : columns)
        document.columns.push_back(tableColumn(*column, request.language));

    std::vector<TableRow> rows;
    rows.reserve(households.size());
    for (const MonitoredHousehold &household : households) {
        const LedgerLine line{household, request, office, qint64(rows.size()) + 1};
        TableRow &row = rows.emplace_back();
        row.cells.reserve(columns.size());
        for (const LedgerColumn *column : columns)
            row.cells.push_back(tableCell(*column, line));
    }
    document.emptyCell = EmptyCell::Slash; // blank could be read as forgotten, and is not zero
    document.withoutData = columnsWithoutData(columns, rows);
    QStringList without;
    for (const size_t i : document.withoutData)
        without << document.loneHeader(i);
    if (!without.isEmpty())
        document.notes << u"暂无登记数据的栏目：%1。"_s.arg(without.join(u"、"_s));
    number(document.notes);
    document.rows = std::make_shared<RowList>(std::move(rows));
    return document;
}

QString chineseDate(QDate date)
{
    return u"%1年%2月%3日"_s.arg(date.year()).arg(date.month()).arg(date.day());
}

Result<AreaCode> ledgerArea(const LedgerRequest &request, const LedgerOffice &office)
{
    if (!request.on.isValid())
        return fail(Error::onField(ErrorKind::InvalidArgument, "ledger", "date"));
    const AreaCode area = areaOf(request, office);
    if (!office.area.covers(area))
        return fail(Error::onField(ErrorKind::NotAllowed, "ledger", "area"));
    return area;
}

TableDocument ledgerFrame(const LedgerRequest &request, const LedgerOffice &office, const LedgerInfo &info)
{
    const AreaCode area = areaOf(request, office);
    const QString unit = area == office.area && !office.name.isEmpty() ? office.name
                                                                       : placeName(office, area);
    TableDocument document;
    document.id = request.ledger;
    const bool chinese = request.language == Language::Chinese;
    document.title = chinese ? info.title : info.english;
    document.subtitle = placeName(office, area);
    document.head = {{u"填报单位"_s, unit},
                     {u"填报日期"_s, chineseDate(request.on)},
                     {u"单位"_s, u"户、人、元"_s}};
    document.foot = {{u"负责人（签字）"_s, {}}, {u"审核人"_s, {}}, {u"填报人"_s, {}}, {u"联系电话"_s, {}, 8}};
    document.seal = SealBlock{u"填报单位（盖章）"_s, unit, chineseDate(request.on)};
    document.on = request.on;
    document.countUnit = u"户"_s;
    document.operatorName = office.operatorName;
    document.printedOn = office.today;
    return document;
}

} // namespace ffp
