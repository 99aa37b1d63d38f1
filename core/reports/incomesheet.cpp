// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/incomesheet.h"

#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"
#include "core/reports/ledgers.h"
#include "core/reports/recordtables.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

QString text(const Record &record, FieldRef field)
{
    return displayText(fieldDef(field), record[field], Language::Chinese);
}

TableCell money(const Value &value)
{
    return value.isBlank() ? TableCell() : TableCell(value.toInt());
}

/// The rows while they are made.
class Rows
{
public:
    /// `Form`: every item, also a blank one, to be filled in by hand.
    enum class Kind { Form, Filled, FilledMasked };
    Rows(const IncomeView &view, Kind kind) : m_view(view), m_kind(kind) {}

    std::vector<TableRow> make()
    {
        group(u"A", u"A 工资性收入"_s, income::f("wage_total"));
        group(u"B", u"B 生产经营性收入"_s, income::f("business_total"));
        group(u"C", u"C 财产性收入"_s, income::f("property_total"));
        group(u"DR", u"D 转移性收入"_s, income::f("transfer_total"));
        group(u"E", u"E 生产经营性支出"_s, income::f("business_cost"));
        total(u"年总收入（A+B+C+D）"_s, income::f("gross_total"));
        total(u"年纯收入（A+B+C+D−E）"_s, income::f("net_total"));
        figure(u"人均纯收入（年纯收入÷人口数）"_s, income::f("net_per_capita"));
        total(u"理赔收入"_s, income::f("claims_income"));
        total(u"合规自付支出"_s, income::f("compliant_self_pay"));
        figure(u"纳入监测对象的人均收入参考范围"_s, income::f("reference_per_capita"));
        return std::move(m_rows);
    }
    /// Items with money that do not count.
    QStringList notCounted() const { return m_notCounted; }

private:
    void add(const QString &name, const TableCell &amount, const QString &note = {})
    {
        m_rows.push_back({{name, amount, note}, 0});
    }
    /// Both figures per person stand on every print (I-05), also when one is not known.
    void figure(const QString &name, FieldRef field) { add(name, money(m_view.statement[field])); }
    void total(const QString &name, FieldRef field)
    {
        const Value &value = m_view.statement[field];
        if (value.isBlank() && m_kind != Kind::Form)
            return;
        if (m_kind == Kind::FilledMasked && fieldDef(field).sensitivity == Sensitivity::S)
            add(name, maskedText(fieldDef(field), value, Language::Chinese));
        else
            add(name, money(value));
    }

    void group(QStringView letters, const QString &name, FieldRef sum)
    {
        total(name, sum);
        for (const Code &code : codeList("income_item")->codes) {
            const QString item = QString::fromLatin1(code.code);
            if (letters.contains(item[0]))
                lines(item, QString::fromUtf16(code.label));
        }
    }

    void lines(const QString &item, const QString &label)
    {
        bool any = false;
        for (const Record &line : m_view.lines) {
            if (line[income_line::f("item")].toText() != item)
                continue;
            any = true;
            // Blank: the rule set leaves it open, which does not count; without a rule set nobody has said.
            const Value &counted = line[income_line::f("counted")];
            const bool out = counted.isBlank() ? !m_view.statement[income::f("rule_set")].isBlank()
                                               : !counted.toBool();
            const QString name = u"　"_s + item + u' ' + label;
            if (out)
                m_notCounted << label;
            add(name, money(line[income_line::f("amount")]), noteOf(line, out));
        }
        const bool always = !item.startsWith(u"D6-"_s) && item[0] != u'R';
        if (!any && always && m_kind == Kind::Form && !m_view.lines.empty())
            add(u"　"_s + item + u' ' + label, {});
    }

    /// Everything that is said of an amount (forms.md F-04: 项目, 金额, 说明).
    static QString noteOf(const Record &line, bool notCounted)
    {
        QStringList parts;
        if (notCounted)
            parts << u"不计入"_s;
        const QString quantity = text(line, income_line::f("quantity"));
        if (!quantity.isEmpty())
            parts << u"规模%1%2"_s.arg(quantity, text(line, income_line::f("unit")));
        if (const QString factor = text(line, income_line::f("factor")); !factor.isEmpty())
            parts << u"系数/比例%1"_s.arg(factor);
        if (const QString note = text(line, income_line::f("note")); !note.isEmpty())
            parts << note;
        return parts.join(u"；"_s);
    }

    const IncomeView &m_view;
    Kind m_kind;
    std::vector<TableRow> m_rows;
    QStringList m_notCounted;
};

std::vector<TableColumn> columnsOf(const IncomeView &view)
{
    const bool medical = !view.statement[income::f("claims_income")].isBlank()
                         || !view.statement[income::f("compliant_self_pay")].isBlank();
    const auto column = [](const QString &id, const QString &header, ColumnKind kind, double width) {
        TableColumn made;
        made.id = id;
        made.header = header;
        made.kind = kind;
        made.width = width;
        return made;
    };
    std::vector<TableColumn> columns{column(u"item"_s, u"项目"_s, ColumnKind::Text, 18),
                                     column(u"amount"_s, u"金额（元）"_s, ColumnKind::Money, 8),
                                     column(u"note"_s, u"说明"_s, ColumnKind::Text, 18)};
    columns[0].align = CellAlign::Left;
    columns[2].align = CellAlign::Left;
    if (medical)
        columns[1].sensitivity = Sensitivity::S;
    return columns;
}

QStringList notesOf(const IncomeView &view, const QStringList &notCounted)
{
    QStringList notes;
    if (!notCounted.isEmpty())
        notes << u"不计入收入的项目：%1。"_s.arg(notCounted.join(u"、"_s));
    if (view.statement[income::f("incomplete")].toBool())
        notes << u"有未填项目，未填的按0计算。"_s;
    if (!view.missingMonths.isEmpty())
        notes << u"由月度、季度核算相加，缺%1，不作推算。"_s.arg(view.missingMonths.join(u"、"_s));
    notes << u"两个人均数口径不同，各与各的标准比较。"_s;
    return notes;
}

/// Rows, notes and head line of one statement (I-12: rule set, period and divisor stand with the figures).
TableDocument statementTable(const IncomeView &view, Rows::Kind kind)
{
    const Record &statement = view.statement;
    const IncomeWindow window = incomeWindowOf(statement);
    const QString stamp = statement[income::f("rule_set")].toText();
    TableDocument document = partTable();
    document.head = {{u"核算节点"_s, text(statement, income::f("phase"))},
                     {u"核算期"_s, u"%1至%2"_s.arg(chineseDate(window.from), chineseDate(window.to))},
                     {u"人口数"_s, u"%1（%2）"_s.arg(text(statement, income::f("population")),
                                                     text(statement, income::f("population_basis")))},
                     {u"规则集"_s, stamp.isEmpty() ? u"未注明"_s : incomeRuleSetName(stamp, true)},
                     {u"数据来源"_s, text(statement, income::f("origin"))}};
    document.columns = columnsOf(view);
    Rows rows(view, kind);
    document.rows = std::make_shared<RowList>(rows.make());
    document.notes = notesOf(view, rows.notCounted());
    return document;
}

} // namespace

TableDocument incomeSheet(const IncomeView &view, const HouseholdDetail &household, QDate today,
                          const QString &operatorName)
{
    TableDocument document = statementTable(view, Rows::Kind::Form);
    document.id = u"income-statement"_s;
    document.title = u"收入核算表"_s;
    document.subtitle = household.areaName;
    const std::vector<LabelledItem> who{{u"户主"_s, household.headName},
                                        {u"户编号"_s,
                                         household.household[household::f("household_no")].toText()}};
    document.head.insert(document.head.begin(), who.begin(), who.end());
    document.foot = {{u"户主（签字）"_s, {}}, {u"填表人"_s, {}}, {u"复核人"_s, {}}};
    document.on = incomeWindowOf(view.statement).to;
    document.operatorName = operatorName;
    document.printedOn = today;
    return document;
}

TableDocument incomePart(const IncomeView &view, bool masked)
{
    return statementTable(view, masked ? Rows::Kind::FilledMasked : Rows::Kind::Filled);
}

Result<TableDocument> makeIncomeSheet(Session &session, RecordId household, const IncomeView &view)
{
    FFP_ASSIGN(const HouseholdDetail detail, RegistryService(session).household(household));
    return incomeSheet(view, detail, session.clock().today(), session.user().shownName());
}

Result<> recordIncomeSheetUse(Session &session, const IncomeView &view, const QString &how, int pages)
{
    const auto what = how == u"print" ? Session::Access::Print : Session::Access::Export;
    return session
        .recordAccess(what, u"income-statement %1 %2 %3"_s.arg(view.statement.id.toString(), how).arg(pages));
}

} // namespace ffp
