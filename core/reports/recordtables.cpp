// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/recordtables.h"

#include "core/domain/valuetext.h"

#include <algorithm>
#include <cmath>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Characters that stand beside each other on A4 in the smallest print that a form may have.
constexpr double kMostWidth = 60;
/// A value of a grid that does not fit beside its label takes the whole line.
constexpr double kLongValue = 24;

/// In characters of Chinese; a Latin letter or a figure takes half of one.
double widthOf(QStringView text)
{
    double width = 0;
    for (const QChar c : text)
        width += c.unicode() < 0x2E80 ? 0.55 : 1;
    return width;
}

TableColumn textColumn(const char *id, const QString &header, double width)
{
    TableColumn column;
    column.id = QString::fromLatin1(id);
    column.header = header;
    column.width = width;
    column.align = CellAlign::Left;
    return column;
}

/// Short values stand on one line, long ones on few: the longer, the more lines they may take.
double columnWidth(const FieldDef &field, double longest)
{
    const double head = widthOf(fieldHead(field));
    const double forHead = std::max(2.0, std::ceil(head / (head > 8 ? 3 : 2)));
    double forValue = longest;
    if (longest > 5)
        forValue = std::max(5.0, longest / 2);
    if (longest > 12)
        forValue = std::clamp(longest / 3, 6.0, 13.0);
    return std::max(forHead, forValue);
}

struct Printed {
    FieldRef field;
    TableColumn column;
};

Printed printedColumn(FieldRef ref, double longest)
{
    const FieldDef &field = fieldDef(ref);
    Printed out{ref, textColumn(field.id, fieldHead(field), columnWidth(field, longest))};
    out.column.sensitivity = field.sensitivity;
    if (field.type == FieldType::Date || field.type == FieldType::Ym || isNumber(field.type)) {
        out.column.width = std::max(out.column.width, std::min(longest, 7.0));
        out.column.wraps = false;
        out.column.align = isNumber(field.type) && field.type != FieldType::Year ? CellAlign::Right
                                                                                 : CellAlign::Center;
    }
    return out;
}

TableDocument tableOf(const std::vector<Record> &records, const std::vector<Printed> &columns,
                      const RecordWords &words)
{
    TableDocument table = partTable();
    table.emptyCell = EmptyCell::Slash;
    for (const Printed &printed : columns)
        table.columns.push_back(printed.column);
    std::vector<TableRow> rows;
    for (const Record &record : records) {
        TableRow &row = rows.emplace_back();
        for (const Printed &printed : columns)
            row.cells.emplace_back(words.text(record, printed.field));
    }
    table.rows = std::make_shared<RowList>(std::move(rows));
    return table;
}

} // namespace

QString RecordWords::text(const Record &record, FieldRef field) const
{
    if (const auto other = instead.find({record.id, field.index}); other != instead.end())
        return other->second;
    const FieldDef &def = fieldDef(field);
    const Value &value = record[field];
    if (value.isBlank())
        return {};
    if (def.type == FieldType::Ref) {
        const auto name = names.find(value.toRef());
        return name == names.end() ? QString() : name->second;
    }
    return masked ? maskedText(def, value, Language::Chinese) : displayText(def, value, Language::Chinese);
}

TableDocument partTable()
{
    TableDocument table;
    table.portrait = true;
    table.pageSubtotals = false;
    table.grandTotal = false;
    return table;
}

QString fieldHead(const FieldDef &field)
{
    const QString unit = QString::fromUtf16(field.unit);
    const QString label = QString::fromUtf16(field.label);
    return unit.isEmpty() ? label : u"%1（%2）"_s.arg(label, unit);
}

std::vector<FieldSection> printedSections(Entity entity)
{
    return fieldSections(entity, [](const FieldDef &field) { return !(field.flags & kDerived); });
}

FieldRef keyField(Entity entity)
{
    const std::vector<FieldSection> sections = printedSections(entity);
    for (const FieldSection &section : sections)
        for (const FieldRef field : section.fields)
            if (fieldDef(field).flags & kRequired)
                return field;
    return sections.front().fields.front();
}

TableDocument fieldGrid(const Record &record, const std::vector<FieldRef> &fields, const RecordWords &words)
{
    constexpr double kLabel = 7;
    constexpr double kValue = 11;
    TableDocument grid = partTable();
    grid.headless = true;
    for (const char *id : {"first", "second"}) {
        TableColumn label = textColumn(id, {}, kLabel);
        label.heading = true;
        label.align = CellAlign::Center;
        grid.columns.push_back(label);
        grid.columns.push_back(textColumn(id, {}, kValue));
    }
    std::vector<TableRow> rows;
    bool half = false; // the second pair of the last row is free
    for (const FieldRef ref : fields) {
        const FieldDef &field = fieldDef(ref);
        const QString text = words.text(record, ref);
        const std::vector<TableCell> pair{fieldHead(field), text.isEmpty() ? u"/"_s : text};
        if (field.sensitivity == Sensitivity::S)
            grid.columns[1].sensitivity = Sensitivity::S;
        if (widthOf(text) > kLongValue || text.contains(u'\n')) {
            TableRow &row = rows.emplace_back(TableRow{pair, 0});
            row.cells.resize(grid.columns.size());
            row.wide = true;
            half = false;
        } else if (half) {
            std::copy(pair.begin(), pair.end(), rows.back().cells.begin() + 2);
            half = false;
        } else {
            rows.push_back({pair, 0});
            rows.back().cells.resize(grid.columns.size());
            half = true;
        }
    }
    grid.rows = std::make_shared<RowList>(std::move(rows));
    return grid;
}

std::vector<TableDocument> recordTables(const std::vector<Record> &records, FieldRef key,
                                        const std::vector<FieldRef> &fields, const RecordWords &words)
{
    const auto longest = [&](FieldRef field) {
        double most = 0;
        for (const Record &record : records)
            most = std::max(most, widthOf(words.text(record, field)));
        return most;
    };
    const Printed first = printedColumn(key, longest(key));
    std::vector<TableDocument> tables;
    std::vector<Printed> columns{first};
    double width = first.column.width;
    for (const FieldRef field : fields) {
        const double most = longest(field);
        if (field == key || most <= 0)
            continue;
        Printed next = printedColumn(field, most);
        if (columns.size() > 1 && width + next.column.width > kMostWidth) {
            tables.push_back(tableOf(records, columns, words));
            columns = {first};
            width = first.column.width;
        }
        width += next.column.width;
        columns.push_back(std::move(next));
    }
    tables.push_back(tableOf(records, columns, words));
    return tables;
}

} // namespace ffp
