// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/incomegridmodel.h"

#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"
#include "core/domain/fields/memberfields.h"
#include "ui/common/fieldtext.h"
#include "ui/common/findingtext.h"
#include "ui/common/reasontext.h"
#include "ui/common/theme.h"

#include <QFont>
#include <QRegularExpression>

namespace ffp::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::pair<char16_t, FieldRef> kGroups[] = {
    {u'A', income::f("wage_total")},     {u'B', income::f("business_total")},
    {u'C', income::f("property_total")}, {u'D', income::f("transfer_total")},
    {u'E', income::f("business_cost")},
};

/// Awards (R1) stand under the transfers.
QChar groupOf(const QString &item)
{
    return item.startsWith(u'R') ? QChar(u'D') : item[0];
}

FieldRef fieldOf(int column)
{
    switch (column) {
    case IncomeGridModel::Quantity: return income_line::f("quantity");
    case IncomeGridModel::Unit: return income_line::f("unit");
    case IncomeGridModel::Amount: return income_line::f("amount");
    case IncomeGridModel::Factor: return income_line::f("factor");
    case IncomeGridModel::Counted: return income_line::f("counted");
    case IncomeGridModel::Person: return income_line::f("member_id");
    case IncomeGridModel::Note: return income_line::f("note");
    default: return income_line::f("item");
    }
}

/// A text as a field reads it; rounding is not reading.
std::optional<Value> read(FieldRef field, const QString &text, QString *why)
{
    const ParsedValue parsed = parseValue(fieldDef(field), text);
    if (parsed.notes.contains(ffp::Finding::DecimalsRounded)) {
        *why = reasonText(u"too_precise"_s);
        return std::nullopt;
    }
    if (!parsed.fault)
        return parsed.value;
    *why = findingText(QLatin1String(findingDef(*parsed.fault).kind));
    return std::nullopt;
}

std::optional<qint64> number(FieldRef field, const QString &text)
{
    QString why;
    const auto value = read(field, text, &why);
    return value && !value->isBlank() ? std::optional(value->toInt()) : std::nullopt;
}

} // namespace

IncomeGridModel::IncomeGridModel(const std::vector<Record> &members, QObject *parent)
    : QAbstractTableModel(parent)
{
    for (const Record &one : members)
        m_people.push_back({one[member::f("name")].toText(), one.id, 0});
    setLines({});
}

IncomeGridModel::Row IncomeGridModel::rowOf(const IncomeDraftLine &line) const
{
    const auto text = [](FieldRef field, const std::optional<qint64> &value) {
        return value ? valueText(fieldDef(field), Value(*value)) : QString();
    };
    Row row;
    row.item = line.item;
    row.quantity = text(income_line::f("quantity"), line.quantity);
    row.unit = line.unit;
    row.amount = line.amount ? line.amount->toYuanText() : QString();
    row.note = line.note;
    row.factor = line.factor;
    row.person = line.member;
    return row;
}

void IncomeGridModel::setLines(const std::vector<IncomeDraftLine> &lines)
{
    beginResetModel();
    m_rows.clear();
    for (const auto &[letter, total] : kGroups) {
        Row heading;
        heading.heading = true;
        heading.item = letter;
        m_rows.push_back(std::move(heading));
        for (const Code &code : codeList("income_item")->codes) {
            const QString item = QString::fromLatin1(code.code);
            if (groupOf(item) != letter)
                continue;
            const size_t before = m_rows.size();
            for (const IncomeDraftLine &line : lines)
                if (line.item == item)
                    m_rows.push_back(rowOf(line));
            if (m_rows.size() == before)
                m_rows.push_back(rowOf({item, {}, {}, {}, {}, {}, {}}));
        }
    }
    endResetModel();
}

bool IncomeGridModel::isUsed(const Row &row)
{
    return !row.heading
           && (!row.quantity.isEmpty() || !row.unit.isEmpty() || !row.amount.isEmpty() || !row.note.isEmpty()
               || row.factor || !row.person.isNull());
}

std::vector<IncomeDraftLine> IncomeGridModel::lines() const
{
    std::vector<IncomeDraftLine> lines;
    for (const Row &row : m_rows) {
        if (!isUsed(row))
            continue;
        const auto fen = number(income_line::f("amount"), row.amount);
        lines.push_back({row.item, number(income_line::f("quantity"), row.quantity), row.unit.trimmed(),
                         fen ? std::optional(Money::fromFen(*fen)) : std::nullopt, row.factor,
                         row.note.trimmed(), row.person});
    }
    return lines;
}

bool IncomeGridModel::takesFactor(const QString &item) const
{
    return m_rules && m_rules->hasFactorFor(item);
}

void IncomeGridModel::setResult(const IncomeRuleSet &rules, const std::vector<std::optional<bool>> &counted)
{
    m_rules = rules;
    size_t line = 0;
    for (Row &row : m_rows) {
        if (!row.heading && !takesFactor(row.item))
            row.factor.reset();
        row.counted = isUsed(row) && line < counted.size() ? counted[line++] : std::nullopt;
    }
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int IncomeGridModel::neighbour(int row, int by) const
{
    for (int next = row + by; next >= 0 && next < rowCount(); next += by)
        if (!isHeading(next))
            return next;
    return row;
}

int IncomeGridModel::addLine(int row)
{
    if (row < 0 || isHeading(row))
        return row;
    beginInsertRows({}, row + 1, row + 1);
    m_rows.insert(m_rows.begin() + row + 1, rowOf({m_rows[size_t(row)].item, {}, {}, {}, {}, {}, {}}));
    endInsertRows();
    return row + 1;
}

std::vector<IncomeGridModel::Choice> IncomeGridModel::choices(const QModelIndex &index) const
{
    if (index.column() == Person)
        return m_people;
    std::vector<Choice> factors;
    if (index.column() == Factor && m_rules)
        for (const IncomeFactor &one : m_rules->factors)
            if (one.item == m_rows[size_t(index.row())].item)
                factors.push_back({one.title.in(windowLanguage() == Language::Chinese) + u' '
                                       + decimalToText(one.factor, 4),
                                   {},
                                   one.factor});
    return factors;
}

bool IncomeGridModel::hasFaults() const
{
    return firstFault().isValid();
}

QModelIndex IncomeGridModel::firstFault() const
{
    for (size_t row = 0; row < m_rows.size(); ++row)
        if (!m_rows[row].faults.empty())
            return index(int(row), m_rows[row].faults.begin()->first);
    return {};
}

QStringList IncomeGridModel::showFaults(const QStringList &faults)
{
    static const QRegularExpression place(u"^items\\[(\\d+)\\](?:\\.(\\w+))?: (.*)$"_s);
    std::vector<Row *> used;
    for (Row &row : m_rows)
        if (isUsed(row))
            used.push_back(&row);
    QStringList rest;
    for (const QString &fault : faults) {
        const auto match = place.match(fault);
        const size_t line = match.captured(1).toUInt();
        if (!match.hasMatch() || line >= used.size()) {
            rest << fault;
            continue;
        }
        int column = Amount; // an item that is there twice has its amount to be put together
        for (const int candidate : {Quantity, Factor, Person})
            if (match.captured(2) == QLatin1String(fieldDef(fieldOf(candidate)).id))
                column = candidate;
        used[line]->faults[column] = reasonText(match.captured(3));
    }
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    return rest;
}

int IncomeGridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int IncomeGridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString *IncomeGridModel::textOf(Row &row, int column) const
{
    switch (column) {
    case Quantity: return &row.quantity;
    case Unit: return &row.unit;
    case Amount: return &row.amount;
    case Note: return &row.note;
    default: return nullptr;
    }
}

QString IncomeGridModel::personName(RecordId person) const
{
    for (const Choice &one : m_people)
        if (one.person == person)
            return one.label;
    return {};
}

QString IncomeGridModel::factorText(const Row &row) const
{
    return row.factor ? decimalToText(*row.factor, 4) : QString();
}

std::optional<Money> IncomeGridModel::sumOf(const QString &item) const
{
    std::optional<Money> sum;
    for (const Row &row : m_rows)
        if (!row.heading && row.item == item)
            if (const auto fen = number(income_line::f("amount"), row.amount))
                sum = sum.value_or(Money()) + Money::fromFen(*fen);
    return sum;
}

bool IncomeGridModel::isFirstOfItem(const Row &row) const
{
    return &row == m_rows.data() || (&row - 1)->item != row.item;
}

QString IncomeGridModel::shown(const Row &row, int column) const
{
    if (row.heading) {
        if (column != Item)
            return {};
        for (const auto &[letter, total] : kGroups)
            if (row.item == QChar(letter))
                return row.item + u"  "_s + fieldLabel(fieldDef(total));
    }
    switch (column) {
    case Item: return row.item + u"  "_s + codeText("income_item", row.item);
    case Quantity: return row.quantity;
    case Unit: return row.unit;
    case Amount: return row.amount;
    case Factor: return factorText(row);
    case Counted:
        if (!isUsed(row) || row.amount.isEmpty())
            return {};
        return !row.counted ? tr("not decided") : *row.counted ? tr("yes") : tr("no");
    case Person: return personName(row.person);
    case Note: return row.note;
    default: break;
    }
    if (!isFirstOfItem(row))
        return {};
    const auto last = m_last.find(row.item);
    if (column == Last)
        return last == m_last.end() ? QString() : last->second.toYuanText();
    const std::optional<Money> sum = sumOf(row.item);
    if (m_last.empty() || (!sum && last == m_last.end()))
        return {};
    const Money difference = sum.value_or(Money()) - (last == m_last.end() ? Money() : last->second);
    return difference.fen() == 0 ? QString()
                                 : (difference.fen() > 0 ? u"+"_s : QString()) + difference.toYuanText();
}

QVariant IncomeGridModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows[size_t(index.row())];
    const auto fault = row.faults.find(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole: return shown(row, index.column());
    case Qt::ToolTipRole: return fault == row.faults.end() ? QVariant() : QVariant(fault->second);
    case Qt::ForegroundRole:
        if (fault != row.faults.end())
            return colors().flag;
        return index.column() >= Last || (!row.heading && row.counted == false) ? QVariant(colors().muted)
                                                                                : QVariant();
    case Qt::BackgroundRole:
        if (fault != row.faults.end())
            return colors().flagSoft;
        return row.heading ? QVariant(colors().accentSoft) : QVariant();
    case Qt::FontRole: {
        QFont font;
        font.setBold(true);
        return row.heading ? QVariant(font) : QVariant();
    }
    case Qt::TextAlignmentRole: {
        const bool figure = index.column() == Quantity || index.column() == Amount || index.column() == Factor
                            || index.column() >= Last;
        return int((figure ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case kChoiceRole: {
        const std::vector<Choice> all = choices(index);
        for (size_t i = 0; i < all.size(); ++i)
            if (index.column() == Person ? all[i].person == row.person : all[i].factor == row.factor)
                return int(i);
        return -1;
    }
    default: return {};
    }
}

bool IncomeGridModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    Row &row = m_rows[size_t(index.row())];
    const int column = index.column();
    if (role == kChoiceRole) {
        const std::vector<Choice> all = choices(index);
        const bool none = value.toInt() < 0 || value.toInt() >= int(all.size());
        if (column == Person)
            row.person = none ? RecordId() : all[size_t(value.toInt())].person;
        else
            row.factor = none ? std::nullopt : std::optional(all[size_t(value.toInt())].factor);
        if (column == Factor && !none && row.note.isEmpty()) // what is grown is not to be seen from 0.40
            row.note = all[size_t(value.toInt())].label.section(u' ', 0, -2);
    } else {
        QString *text = textOf(row, column);
        if (!text || role != Qt::EditRole || *text == value.toString())
            return false;
        *text = value.toString().trimmed();
    }
    row.faults.erase(column);
    if (QString *text = textOf(row, column); text && !text->isEmpty()) {
        QString why;
        const FieldRef field = fieldOf(column);
        const auto understood = read(field, *text, &why);
        if (!understood)
            row.faults[column] = why;
        else if (fieldDef(field).type == FieldType::Money && understood->toInt() < 0)
            row.faults[column] = reasonText(u"negative"_s);
        else
            *text = valueText(fieldDef(field), *understood);
    }
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), ColumnCount - 1));
    Q_EMIT edited();
    return true;
}

Qt::ItemFlags IncomeGridModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Row &row = m_rows[size_t(index.row())];
    if (row.heading)
        return Qt::ItemIsEnabled;
    const int column = index.column();
    const bool typed = column == Quantity || column == Unit || column == Amount || column == Person
                       || column == Note || (column == Factor && takesFactor(row.item));
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | (typed ? Qt::ItemIsEditable : Qt::NoItemFlags);
}

QVariant IncomeGridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Amount: return tr("Amount (yuan)");
    case Last: return tr("Last time");
    case Difference: return tr("Difference");
    default: return fieldLabel(fieldDef(fieldOf(section)));
    }
}

} // namespace ffp::ui
