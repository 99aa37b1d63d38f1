// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/layoutpreview.h"

#include "core/domain/fields/incomelinefields.h"
#include "core/domain/valuetext.h"

#include <QRegularExpression>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A column that goes nowhere may hold identity, phone or card numbers all the same.
QString withoutNumbers(const QString &text)
{
    static const QRegularExpression number(u"\\d{7,}(?=\\d{2}[\\dXx])"_s);
    return QString(text).replace(number, u"****"_s);
}

bool isField(const LayoutColumn &column)
{
    return column.role.type == ColumnRole::Type::Field || column.role.type == ColumnRole::Type::Risk;
}

/// What the column goes into; blank when it is only kept.
QString labelOf(const LayoutColumn &column, Language language)
{
    switch (column.role.type) {
    case ColumnRole::Type::Field:
    case ColumnRole::Type::Risk:
        return column.repeats < 0 ? fieldLabel(fieldDef(column.role.field), language) : QString();
    case ColumnRole::Type::Item:
        return displayText(fieldDef(income_line::f("item")), Value(QString::fromLatin1(column.role.item)),
                           language);
    case ColumnRole::Type::Area:
    case ColumnRole::Type::Own:
    case ColumnRole::Type::Serial:
    case ColumnRole::Type::Ignored: return column.title;
    case ColumnRole::Type::Kept: break;
    }
    return {};
}

std::vector<qsizetype> firstRowsOf(const SheetLayout &layout)
{
    std::vector<qsizetype> rows;
    for (qsizetype i = 0; i < layout.sheet->storedRowCount() && rows.size() < kFirstRows; ++i)
        if (layout.sheet->storedRowNumber(i) > layout.headerRow)
            rows.push_back(i);
    return rows;
}

} // namespace

void showLayout(FilePreview &out, const SheetLayout &layout, const std::vector<qsizetype> &rows,
                Language language)
{
    out.kind = QString::fromLatin1(kindCode(layout.kind));
    out.sheet = layout.sheet->name();
    out.headerRow = layout.headerRow;
    for (const LayoutColumn &column : layout.columns) {
        out.columns.emplace_back(column.title, labelOf(column, language));
        out.fields.append(column.repeats < 0 ? idOf(kindDef(layout.kind), column.role) : QString());
        out.units.append(!hasUnit(column.role)              ? QString()
                         : column.moneyFactor == kWanFactor ? u"wan"_s
                                                            : u"yuan"_s);
        out.namesVillages = out.namesVillages
                            || (column.role.type == ColumnRole::Type::Area
                                && column.role.level == AreaLevel::Village);
    }
    for (const qsizetype row : rows) {
        QStringList cells;
        for (const LayoutColumn &column : layout.columns) {
            const QString text = layout.sheet->storedCell(row, column.column).text();
            cells.append(isField(column) ? maskedText(fieldDef(column.role.field), text)
                                         : withoutNumbers(text));
        }
        out.firstRows.push_back(cells);
    }
}

Result<FilePreview> lookAt(const Workbook &workbook, const QString &file, const ImportOptions &options)
{
    FFP_ASSIGN(const RoughLayout rough, guessLayout(workbook, file, options));
    FilePreview out;
    out.file = file;
    out.encoding = workbook.encoding;
    for (const Sheet &sheet : workbook.sheets)
        out.sheets.append(sheet.name());
    if (rough.layout.sheet)
        showLayout(out, rough.layout, firstRowsOf(rough.layout), options.language);
    if (!rough.kindIsKnown)
        out.kind.clear();
    return out;
}

} // namespace ffp::imports
