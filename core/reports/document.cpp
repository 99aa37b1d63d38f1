// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/document.h"

#include "core/base/money.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

QString numberText(ColumnKind kind, qint64 number)
{
    switch (kind) {
    case ColumnKind::Money: return Money::fromFen(number).toYuanText();
    case ColumnKind::Percent: return Money::fromFen(number).toYuanText() + u'%';
    case ColumnKind::Text:
    case ColumnKind::Integer:
    case ColumnKind::Date: break;
    }
    return QString::number(number);
}

QString valueText(ColumnKind kind, const CellValue &value, EmptyCell empty)
{
    if (const auto *text = std::get_if<QString>(&value))
        return *text;
    if (const auto *number = std::get_if<qint64>(&value))
        return numberText(kind, *number);
    if (const auto *date = std::get_if<QDate>(&value))
        return date->toString(Qt::ISODate);
    switch (empty) {
    case EmptyCell::Blank: break;
    case EmptyCell::Slash: return u"/"_s;
    case EmptyCell::Wu: return u"无"_s;
    }
    return {};
}

} // namespace

Result<> RowList::read(qsizetype first, qsizetype n, const Visitor &visit) const
{
    const qsizetype end = std::min(first + n, count());
    for (qsizetype i = first; i < end; ++i)
        FFP_TRY(visit(i, m_rows[size_t(i)]));
    return {};
}

std::optional<PaperSize> paperSizeFromCode(QStringView code)
{
    if (code.compare(u"A4", Qt::CaseInsensitive) == 0)
        return PaperSize::A4;
    if (code.compare(u"A3", Qt::CaseInsensitive) == 0)
        return PaperSize::A3;
    return std::nullopt;
}

bool TableDocument::isConfidential() const
{
    return !enclosures.empty() || std::any_of(columns.begin(), columns.end(), [](const TableColumn &c) {
        return c.sensitivity == Sensitivity::S;
    }) || std::any_of(parts.begin(), parts.end(), [](const TableDocument &part) {
        return part.isConfidential();
    });
}

bool TableDocument::hasGroups() const
{
    return std::any_of(columns.begin(), columns.end(),
                       [](const TableColumn &c) { return !c.group.isEmpty(); });
}

QString TableDocument::loneHeader(size_t column) const
{
    const TableColumn &c = columns[column];
    if (!c.alone.isEmpty())
        return c.alone;
    return c.group.isEmpty() ? c.header : c.group + u'：' + c.header;
}

QString TableDocument::caption() const
{
    return subtitle.isEmpty() ? title : title + u' ' + subtitle;
}

QString fileStem(const TableDocument &document)
{
    QString stem = document.title + u'_' + document.subtitle;
    if (document.on.isValid())
        stem += u'_' + document.on.toString(Qt::ISODate);
    QString out;
    for (const QChar c : stem) { // what no file system takes, and blanks
        const bool separates = c.isSpace() || c == u'_' || c.unicode() < 0x20 || u"/\\:*?\"<>|"_s.contains(c);
        if (!separates)
            out += c;
        else if (!out.endsWith(u'_'))
            out += u'_';
    }
    while (out.endsWith(u'_'))
        out.chop(1);
    return out;
}

CellAlign alignOf(const TableColumn &column)
{
    if (column.align != CellAlign::Automatic)
        return column.align;
    switch (column.kind) {
    case ColumnKind::Integer:
    case ColumnKind::Money:
    case ColumnKind::Percent: return CellAlign::Right;
    case ColumnKind::Date: return CellAlign::Center;
    case ColumnKind::Text: break;
    }
    return column.wraps ? CellAlign::Left : CellAlign::Center;
}

QString cellText(const TableColumn &column, const TableCell &cell, EmptyCell empty)
{
    QString text = valueText(column.kind, cell.value, empty);
    if (cell.red && !text.contains(u'红') && !text.contains(u"Red"))
        text.prepend(u"【红】"_s);
    return text;
}

TableTotals::TableTotals(const TableDocument &document, quint64 goingOn)
    : m_document(&document),
      m_sums(document.columns.size()),
      m_lastHousehold(goingOn)
{}

void TableTotals::add(const TableRow &row)
{
    const bool goesOn = row.household != 0 && row.household == m_lastHousehold;
    m_lastHousehold = row.household;
    if (!goesOn)
        ++m_households;
    for (size_t i = 0; i < m_sums.size() && i < row.cells.size(); ++i) {
        const TableColumn &column = m_document->columns[i];
        const bool counts = column.kind == ColumnKind::Integer || column.kind == ColumnKind::Money;
        if (!column.summable || !counts || (column.perHousehold && goesOn))
            continue;
        if (const auto *number = std::get_if<qint64>(&row.cells[i].value))
            m_sums[i] = m_sums[i].value_or(0) + *number;
    }
}

QString TableTotals::sumText(size_t column) const
{
    const std::optional<qint64> &sum = m_sums[column];
    return sum ? numberText(m_document->columns[column].kind, *sum) : QString();
}

QString TableTotals::label(const QString &word) const
{
    if (m_document->countUnit.isEmpty())
        return word;
    return u"%1（%2%3）"_s.arg(word, QString::number(m_households), m_document->countUnit);
}

} // namespace ffp
