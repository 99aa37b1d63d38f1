// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/measureledger.h"

#include "core/domain/codelist.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/measurefields.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Line {
    const MeasureRow &row;
    const LedgerRequest &request;
    const LedgerOffice &office;
    qint64 number;

    QString text(FieldRef field) const
    {
        return displayText(fieldDef(field), row.measure[field], request.language);
    }
};

TableCell number(const Line &line)
{
    return line.number;
}

TableCell place(const Line &line)
{
    return line.row.areaName;
}

TableCell head(const Line &line)
{
    return line.row.headName;
}

/// In the words of the policy of 2020, where it is in force.
TableCell monitorClass(const Line &line)
{
    const QString &code = line.row.monitorClass;
    if (code.isEmpty() || code == u"none")
        return {};
    if (line.request.language == Language::Chinese && line.office.policy == u"anhui-2020") {
        if (code == u"edge")
            return u"边缘户"_s;
        if (code == u"exit_unstable")
            return u"脱贫监测户"_s;
    }
    const Code *known = findCode(*codeList("monitor_class"), code);
    return known ? codeLabel(*known, line.request.language) : code;
}

TableCell what(const Line &line)
{
    QStringList parts;
    for (const QString &part : {line.text(measure::f("kind")), line.text(measure::f("content"))})
        if (!part.isEmpty() && !parts.contains(part))
            parts << part;
    return parts.join(line.request.language == Language::Chinese ? u"："_s : u": "_s);
}

TableCell risk(const Line &line)
{
    if (!line.row.risk)
        return {};
    const FieldDef &field = fieldDef(case_risk::f("kind"));
    const QString text = displayText(field, (*line.row.risk)[case_risk::f("kind")], line.request.language);
    return line.request.privacy == LedgerPrivacy::Masked ? maskedText(field, text) : text;
}

TableCell beneficiary(const Line &line)
{
    if (!line.row.memberName.isEmpty())
        return line.row.memberName;
    return line.request.language == Language::Chinese ? u"全户"_s : u"whole household"_s;
}

/// Signed by hand on the paper.
TableCell signature(const Line &)
{
    return {};
}

struct Column {
    const char *id;
    const char16_t *header;
    const char *english;
    double width;
    TableCell (*make)(const Line &) = nullptr; ///< null: the field
    std::optional<FieldRef> field = {};
    ColumnKind kind = ColumnKind::Text;
    bool summable = false;
    bool key = false;
    bool perHousehold = false;
    Sensitivity sensitivity = Sensitivity::P;
};

constexpr Column kColumns[] = {
    {.id = "number",
     .header = u"序号",
     .english = "No.",
     .width = 1.8,
     .make = number,
     .kind = ColumnKind::Integer,
     .key = true,
     .sensitivity = Sensitivity::N},
    {.id = "village",
     .header = u"村",
     .english = "Village",
     .width = 3.4,
     .make = place,
     .perHousehold = true},
    {.id = "head_name",
     .header = u"户主",
     .english = "Head of household",
     .width = 3,
     .make = head,
     .key = true,
     .perHousehold = true},
    {.id = "monitor_class",
     .header = u"类别",
     .english = "Class",
     .width = 2.6,
     .make = monitorClass,
     .perHousehold = true},
    {.id = "category",
     .header = u"措施类别",
     .english = "Category",
     .width = 3.2,
     .field = measure::f("category")},
    {.id = "content", .header = u"措施内容", .english = "Measure", .width = 6.5, .make = what},
    {.id = "risk",
     .header = u"针对风险",
     .english = "Against the risk",
     .width = 2.8,
     .make = risk,
     .sensitivity = Sensitivity::S},
    {.id = "member", .header = u"受益人", .english = "For", .width = 2.8, .make = beneficiary},
    {.id = "implementer",
     .header = u"实施单位",
     .english = "Carried out by",
     .width = 3.6,
     .field = measure::f("implementer")},
    {.id = "fund_source",
     .header = u"资金来源",
     .english = "Source of the money",
     .width = 3.4,
     .field = measure::f("fund_source")},
    {.id = "amount",
     .header = u"金额（元）",
     .english = "Amount (yuan)",
     .width = 4,
     .field = measure::f("amount"),
     .kind = ColumnKind::Money,
     .summable = true},
    {.id = "started_on",
     .header = u"开始",
     .english = "From",
     .width = 3.9,
     .field = measure::f("started_on"),
     .kind = ColumnKind::Date},
    {.id = "ended_on",
     .header = u"完成",
     .english = "Until",
     .width = 3.9,
     .field = measure::f("ended_on"),
     .kind = ColumnKind::Date},
    {.id = "status", .header = u"状态", .english = "Status", .width = 2.4, .field = measure::f("status")},
    {.id = "income_gain",
     .header = u"增收（元）",
     .english = "Income gained (yuan)",
     .width = 4,
     .field = measure::f("income_gain"),
     .kind = ColumnKind::Money,
     .summable = true},
    {.id = "signature",
     .header = u"农户签字",
     .english = "Signature of the household",
     .width = 3,
     .make = signature},
    {.id = "responsible",
     .header = u"责任人",
     .english = "Person in charge",
     .width = 2.8,
     .field = measure::f("responsible")},
};

TableColumn tableColumn(const Column &column, Language language)
{
    TableColumn out;
    out.id = QString::fromLatin1(column.id);
    out.header = language == Language::Chinese ? QString::fromUtf16(column.header)
                                               : QString::fromLatin1(column.english);
    out.kind = column.kind;
    out.width = column.width;
    out.wraps = column.kind == ColumnKind::Text;
    out.summable = column.summable;
    out.key = column.key;
    out.perHousehold = column.perHousehold;
    out.sensitivity = column.sensitivity;
    return out;
}

TableCell cell(const Column &column, const Line &line)
{
    if (column.make)
        return column.make(line);
    const Value &value = line.row.measure[*column.field];
    if (value.isBlank())
        return {};
    switch (column.kind) {
    case ColumnKind::Money: return value.toInt();
    case ColumnKind::Date: return QDate::fromString(value.toText(), Qt::ISODate);
    default: return line.text(*column.field);
    }
}

} // namespace

LedgerInfo measureLedgerInfo()
{
    return {u"measure-ledger"_s, u"帮扶措施台账"_s, u"Measures"_s};
}

Result<MeasureQuery> measureLedgerQuery(const LedgerRequest &request, const LedgerOffice &office)
{
    MeasureQuery query;
    FFP_ASSIGN(query.area, ledgerArea(request, office));
    query.begunBy = request.on;
    return query;
}

TableDocument measureLedger(const LedgerRequest &request, const LedgerOffice &office,
                            const std::vector<MeasureRow> &rows)
{
    TableDocument document = ledgerFrame(request, office, measureLedgerInfo());
    for (const Column &column : kColumns)
        document.columns.push_back(tableColumn(column, request.language));
    std::vector<TableRow> lines;
    lines.reserve(rows.size());
    for (const MeasureRow &row : rows) {
        const Line line{row, request, office, qint64(lines.size()) + 1};
        TableRow &out = lines.emplace_back();
        out.household = static_cast<quint64>(row.householdRid);
        for (const Column &column : kColumns)
            out.cells.push_back(cell(column, line));
    }
    document.rows = std::make_shared<RowList>(std::move(lines));
    document.notes = {
        u"列%1以前开始的措施；措施的状态和完成日期为%2登记的情况。"_s.arg(chineseDate(request.on),
                                                                          chineseDate(office.today))};
    return document;
}

} // namespace ffp
