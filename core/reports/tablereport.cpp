// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/tablereport.h"

#include "core/domain/divisions.h"
#include "core/services/conditionwords.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = TableHead::Kind;

/// The words of these documents in both languages.
struct Words {
    bool chinese;
    QString operator()(const char16_t *zh, const char *en) const
    {
        return chinese ? QString::fromUtf16(zh) : QString::fromUtf8(en);
    }
};

ColumnKind kindOf(const FieldDef &shape)
{
    switch (shape.type) {
    case FieldType::Int: return ColumnKind::Integer;
    case FieldType::Money: return ColumnKind::Money;
    case FieldType::Date: return ColumnKind::Date;
    default: return ColumnKind::Text;
    }
}

/// In characters of the body font.
double widthOf(const FieldDef &shape)
{
    switch (shape.type) {
    case FieldType::Bool:
    case FieldType::Year:
    case FieldType::Int: return 3;
    case FieldType::Date:
    case FieldType::Ym:
    case FieldType::Money:
    case FieldType::Dec: return 5;
    default: break;
    }
    if (shape.form == TextForm::IdNumber || shape.form == TextForm::BankAccount
        || shape.form == TextForm::RegisterNumber)
        return 9;
    return shape.flags & kMultiline ? 14 : 6;
}

TableColumn columnOf(const TableHead &head, Language language, bool masked)
{
    TableColumn column;
    column.id = head.id;
    column.header = tableHeadText(head, language);
    column.kind = kindOf(head.shape);
    column.width = widthOf(head.shape);
    if (head.shape.type == FieldType::Dec)
        column.align = CellAlign::Right;
    column.sensitivity = masked && head.shape.sensitivity == Sensitivity::S ? Sensitivity::P
                                                                            : head.shape.sensitivity;
    return column;
}

TableCell cellOf(const TableHead &head, const Value &value, Language language, bool masked)
{
    if (value.isBlank())
        return {};
    const bool hidden = masked && head.shape.sensitivity == Sensitivity::S && head.kind == Kind::Column;
    if (!hidden) {
        if (const qint64 *number = std::get_if<qint64>(&value.data());
            number && kindOf(head.shape) != ColumnKind::Text)
            return TableCell(*number);
        if (head.shape.type == FieldType::Date)
            if (const QDate date = QDate::fromString(value.toText(), Qt::ISODate); date.isValid())
                return TableCell(date);
    }
    return TableCell(hidden ? maskedText(head.shape, value, language)
                            : displayText(head.shape, value, language));
}

std::shared_ptr<const RowSource> rowsOf(const TableAnswer &answer, Language language, bool masked)
{
    const Words words{language == Language::Chinese};
    std::vector<TableRow> rows;
    rows.reserve(answer.rows.size() + 1);
    const auto add = [&](const std::vector<Value> &values) -> TableRow & {
        TableRow &row = rows.emplace_back();
        for (size_t i = 0; i < values.size(); ++i)
            row.cells.push_back(cellOf(answer.heads[i], values[i], language, masked));
        return row;
    };
    for (const std::vector<Value> &values : answer.rows) {
        TableRow &row = add(values);
        for (size_t i = 0; i < values.size(); ++i)
            if (values[i].isBlank() && answer.heads[i].kind == Kind::Group)
                row.cells[i] = TableCell(words(u"（未填）", "(blank)"));
    }
    const bool grouped = !answer.heads.empty() && answer.heads.front().kind == Kind::Group;
    if (!answer.totals.empty() && grouped)
        add(answer.totals).cells.front() = TableCell(words(u"合计", "Total"));
    return std::make_shared<RowList>(std::move(rows));
}

QString definitionOf(const TableHead &head, const TableRequest &request, const Words &words)
{
    const bool ofMembers = request.table.subject == u"member";
    const QString name = fieldLabel(head.shape, words.chinese ? Language::Chinese : Language::English);
    switch (head.kind) {
    case Kind::Households:
        return words(u"户数：有符合条件的记录的户，每行内和合计中同一户只计一次",
                     "Households: that have a record which fits; each counts once in a row and in the total");
    case Kind::Persons:
        return ofMembers ? words(u"人数：符合条件的家庭成员", "Persons: members who fit")
                         : words(u"人数：符合条件的户的在册家庭成员（不含死亡、婚出、迁出等）",
                                 "Persons: members of the households who are there (not those who died, "
                                 "married out or moved away)");
    case Kind::Records: return words(u"条数：符合条件的记录", "Records: that fit");
    case Kind::Sum:
    case Kind::Mean:
    case Kind::Least:
    case Kind::Most:
        return words(u"%1：按填了该项的记录计算，%2 条未填的不计入",
                     "%1: of the records that say it; %2 that do not are left out")
            .arg(tableHeadText(head, words.chinese ? Language::Chinese : Language::English))
            .arg(head.blank);
    case Kind::Group:
        return head.several
                   ? words(u"%1：一条记录有几项时在每项各计一次，合计不重复",
                           "%1: a record with several values counts in the row of each, once in the total")
                         .arg(name)
                   : QString();
    case Kind::Column: break;
    }
    return {};
}

QStringList notesOf(const TableRequest &request, const TableAnswer &answer, const LedgerOffice &office,
                    Language language)
{
    const Words words{language == Language::Chinese};
    QStringList notes;
    const QString condition = conditionInWords(request.table.where, request.table.subject, language);
    notes << (condition.isEmpty()
                  ? words(u"条件：无，全部在册记录", "Conditions: none, all records that stand")
                  : words(u"条件：%1", "Conditions: %1").arg(condition));
    notes << words(u"符合条件 %1 条，涉及 %2 户；数据截至 %3", "%1 records fit, of %2 households; as of %3")
                 .arg(answer.records)
                 .arg(answer.allHouseholds)
                 .arg(office.today.toString(Qt::ISODate));
    if (request.table.subject == u"member")
        notes << (answer.withLeavers
                      ? words(u"家庭成员含已死亡、婚出、迁出等减少的人", "Members who left are among them")
                      : words(u"家庭成员不含已死亡、婚出、迁出等减少的人",
                              "Members who left are not among them"));
    for (const TableHead &head : answer.heads)
        if (const QString definition = definitionOf(head, request, words); !definition.isEmpty())
            notes << definition;
    return notes;
}

QString accessDetail(const TableRequest &request)
{
    return u"table %1%2"_s.arg(request.table.subject, request.sensitiveShown ? u" full"_s : QString());
}

} // namespace

QString tableHeadText(const TableHead &head, Language language)
{
    const Words words{language == Language::Chinese};
    QString name = fieldLabel(head.shape, language);
    if (const QString unit = QString::fromUtf16(head.shape.unit); !unit.isEmpty() && words.chinese)
        name += u"（%1）"_s.arg(unit);
    switch (head.kind) {
    case Kind::Sum: return words(u"%1合计", "%1, sum").arg(name);
    case Kind::Mean: return words(u"%1平均", "%1, mean").arg(name);
    case Kind::Least: return words(u"%1最小", "%1, least").arg(name);
    case Kind::Most: return words(u"%1最大", "%1, most").arg(name);
    default: return name;
    }
}

TableDocument tableDocument(const TableRequest &request, const TableAnswer &answer,
                            const LedgerOffice &office, Language language)
{
    const Words words{language == Language::Chinese};
    const bool masked = !request.sensitiveShown;
    TableDocument document;
    document.id = u"table"_s;
    document.title = words.chinese || request.table.english.isEmpty() ? request.table.title
                                                                      : request.table.english;
    if (document.title.isEmpty())
        document.title = words(u"统计表", "Table");
    const AreaCode area = request.area.isNull() ? office.area : request.area;
    document.subtitle = office.divisions ? office.divisions->fullName(area, AreaLevel::County) : QString();
    document.head = {{words(u"填报单位", "Office"), office.name, 6},
                     {words(u"数据截至", "As of"), office.today.toString(Qt::ISODate), 6}};
    for (const TableHead &head : answer.heads)
        document.columns.push_back(columnOf(head, language, masked));
    document.rows = rowsOf(answer, language, masked);
    document.notes = notesOf(request, answer, office, language);
    document.pageSubtotals = false;
    document.grandTotal = false;
    document.on = office.today;
    document.operatorName = office.operatorName;
    document.printedOn = office.today;
    return document;
}

Result<AdHocTables> makeTable(Session &session, const TableRequest &request, Language language,
                              Progress &progress)
{
    FFP_ASSIGN(const TableAnswer answer, TableService(session).make(request, progress));
    const LedgerOffice office = ledgerOffice(session);
    AdHocTables tables{tableDocument(request, answer, office), std::nullopt};
    if (language != Language::Chinese)
        tables.screen = tableDocument(request, answer, office, language);
    return tables;
}

Result<> recordTableUse(Session &session, const TableRequest &request, const QString &how, int pages)
{
    const auto what = how == u"print" ? Session::Access::Print : Session::Access::Export;
    return session.recordAccess(what, u"%1 %2 %3"_s.arg(accessDetail(request), how).arg(pages));
}

} // namespace ffp
