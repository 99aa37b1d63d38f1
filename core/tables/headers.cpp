// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/headers.h"

#include "core/base/text.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace ffp {
namespace {

/// A title merged over the whole width is one header at most: only its first cell counts. A header
/// merged over two rows counts in both.
bool isContinuedSideways(const Sheet &sheet, int row, int column)
{
    if (!sheet.cell(row, column).isMerged())
        return false;
    for (const CellRange &range : sheet.merges())
        if (row >= range.firstRow && row <= range.lastRow && column > range.firstColumn
            && column <= range.lastColumn)
            return true;
    return false;
}

QList<HeaderColumn> headersOf(const Sheet &sheet, int row)
{
    QList<HeaderColumn> columns;
    QHash<QString, int> seen;
    for (int column = 1; column <= sheet.lastColumn(); ++column) {
        const QString text = cleaned(sheet.cell(row, column).text());
        if (text.isEmpty() || isContinuedSideways(sheet, row, column))
            continue;
        // A line break in a header is a matter of its column's width.
        QString title = cleaned(sheet.cell(row, column).text().remove(u'\n').remove(u'\r'));
        const int times = ++seen[headerKey(text)];
        if (times > 1)
            title += QStringLiteral("(%1)").arg(times);
        columns.append({column, text, title});
    }
    return columns;
}

using FieldsByText = QHash<QString, int>;

FieldsByText fieldsByText(const HeaderKind &kind)
{
    FieldsByText fields;
    for (int field = 0; field < kind.fields.size(); ++field)
        for (const QString &text : kind.fields[field].texts)
            if (const QString key = headerKey(text); !key.isEmpty() && !fields.contains(key))
                fields.insert(key, field);
    return fields;
}

HeaderMatch match(QList<HeaderColumn> columns, const FieldsByText &fields, const HeaderKind &kind)
{
    HeaderMatch found;
    QSet<int> taken;
    for (HeaderColumn &column : columns) {
        const int field = fields.value(headerKey(column.text), -1);
        if (field < 0)
            continue;
        if (taken.contains(field)) {
            column.repeats = field;
        } else {
            column.field = field;
            taken.insert(field);
        }
    }
    found.known = int(taken.size());
    found.columns = std::move(columns);
    for (int field = 0; field < kind.fields.size(); ++field)
        if (kind.fields[field].required && !taken.contains(field))
            found.missing += field;
    return found;
}

} // namespace

int HeaderMatch::columnOf(int field) const
{
    for (const HeaderColumn &column : columns)
        if (column.field == field)
            return column.column;
    return 0;
}

HeaderMatch headerAt(const Sheet &sheet, std::span<const HeaderKind> kinds, int kind, int row)
{
    const HeaderKind &wanted = kinds[size_t(kind)];
    HeaderMatch found = match(headersOf(sheet, row), fieldsByText(wanted), wanted);
    found.kind = kind;
    found.row = row;
    return found;
}

QList<HeaderMatch> matchHeaders(const Sheet &sheet, std::span<const HeaderKind> kinds, int maxRow)
{
    QList<QList<HeaderColumn>> rows;
    for (int row = 1; row <= qMin(maxRow, sheet.lastRow()); ++row)
        rows += headersOf(sheet, row);

    QList<HeaderMatch> matches;
    for (int kind = 0; kind < int(kinds.size()); ++kind) {
        const HeaderKind &wanted = kinds[size_t(kind)];
        const FieldsByText fields = fieldsByText(wanted);
        HeaderMatch best;
        for (int index = 0; index < rows.size(); ++index) {
            HeaderMatch found = match(rows[index], fields, wanted);
            if (found.known > best.known) {
                best = std::move(found);
                best.row = index + 1;
            }
        }
        best.kind = kind;
        if (best.known >= wanted.minimum)
            matches += best;
    }
    std::stable_sort(matches.begin(), matches.end(), [&](const HeaderMatch &a, const HeaderMatch &b) {
        if (a.missing.isEmpty() != b.missing.isEmpty())
            return a.missing.isEmpty();
        if (a.known != b.known)
            return a.known > b.known;
        return kinds[size_t(a.kind)].fields.size() < kinds[size_t(b.kind)].fields.size();
    });
    return matches;
}

} // namespace ffp
