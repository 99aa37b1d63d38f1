// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/divisions.h"

#include "core/base/text.h"
#include "core/domain/divisioncsv.h"
#include "core/domain/divisionname.h"

#include <QFile>

#include <algorithm>

namespace ffp {
namespace {

quint64 number(const AreaCode &code)
{
    return code.toString().toULongLong();
}

AreaCode areaOf(quint64 code)
{
    return AreaCode::fromString(QString::number(code).rightJustified(12, u'0'));
}

/// Codes from `code` up to the one behind its last descendant.
std::pair<quint64, quint64> rangeOf(const AreaCode &code)
{
    quint64 span = 1;
    for (qsizetype i = code.prefix().size(); i < 12; ++i)
        span *= 10;
    return {number(code), number(code) + span};
}

AreaCode ancestorAt(AreaCode code, AreaLevel level)
{
    while (!code.isNull() && code.level() > level)
        code = code.parent();
    return code;
}

} // namespace

Result<DivisionTable> DivisionTable::fromCsv(QByteArray utf8, const QString &file)
{
    FFP_ASSIGN(std::vector<DivisionRow> rows, readDivisionCsv(utf8, file));
    DivisionTable table;
    table.m_names = std::move(utf8);
    table.m_entries.reserve(rows.size());
    for (const DivisionRow &row : rows)
        table.m_entries.push_back({row.code, row.nameOffset, row.nameLength, row.level, false});
    return table;
}

const DivisionTable &DivisionTable::shipped()
{
    static const DivisionTable table = [] {
        QFile file(QStringLiteral(":/ffp/divisions/anhui-2023.csv"));
        const bool open = file.open(QIODevice::ReadOnly);
        Result<DivisionTable> read = fromCsv(open ? file.readAll() : QByteArray(), file.fileName());
        if (!read)
            qFatal("the program's own division table is damaged");
        return std::move(*read);
    }();
    return table;
}

void DivisionTable::add(const Division &division)
{
    const QByteArray name = division.name.toUtf8();
    const Entry entry{number(division.code), quint32(m_names.size()),
                      quint16(std::min<qsizetype>(name.size(), 0xffff)), quint8(division.code.level()),
                      division.retired};
    m_names.append(name);
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), entry.code,
                                     [](const Entry &e, quint64 code) { return e.code < code; });
    if (at != m_entries.end() && at->code == entry.code)
        *at = entry;
    else
        m_entries.insert(at, entry);
}

DivisionTable DivisionTable::with(std::span<const Division> local) const
{
    // Merged at once: entry by entry, the table of a province would be moved thousands of times.
    std::vector<const Division *> inOrder;
    for (const Division &division : local)
        if (!division.code.isNull())
            inOrder.push_back(&division);
    std::stable_sort(inOrder.begin(), inOrder.end(),
                     [](const Division *a, const Division *b) { return a->code < b->code; });
    DivisionTable other;
    for (const Division *division : inOrder)
        other.add(*division);
    return with(other);
}

DivisionTable DivisionTable::with(const DivisionTable &other) const
{
    DivisionTable merged;
    merged.m_names = m_names + other.m_names;
    const quint32 shift = quint32(m_names.size());
    merged.m_entries.reserve(m_entries.size() + other.m_entries.size());
    auto mine = m_entries.begin();
    for (Entry theirs : other.m_entries) {
        while (mine != m_entries.end() && mine->code < theirs.code)
            merged.m_entries.push_back(*mine++);
        if (mine != m_entries.end() && mine->code == theirs.code)
            ++mine;
        theirs.offset += shift;
        merged.m_entries.push_back(theirs);
    }
    merged.m_entries.insert(merged.m_entries.end(), mine, m_entries.end());
    return merged;
}

const DivisionTable::Entry *DivisionTable::find(const AreaCode &code) const
{
    if (code.isNull())
        return nullptr;
    const quint64 wanted = number(code);
    const auto at = std::lower_bound(m_entries.begin(), m_entries.end(), wanted,
                                     [](const Entry &e, quint64 c) { return e.code < c; });
    return at != m_entries.end() && at->code == wanted ? &*at : nullptr;
}

std::span<const DivisionTable::Entry> DivisionTable::below(const AreaCode &code) const
{
    if (code.isNull())
        return m_entries;
    const auto [first, last] = rangeOf(code);
    const auto before = [](const Entry &e, quint64 c) { return e.code < c; };
    const auto from = std::lower_bound(m_entries.begin(), m_entries.end(), first + 1, before);
    const auto to = std::lower_bound(from, m_entries.end(), last, before);
    return {from, to};
}

QString DivisionTable::nameOf(const Entry &entry) const
{
    return QString::fromUtf8(m_names.constData() + entry.offset, entry.length);
}

bool DivisionTable::isRetired(const AreaCode &code) const
{
    const Entry *entry = find(code);
    return entry && entry->retired;
}

QString DivisionTable::officialName(const AreaCode &code) const
{
    const Entry *entry = find(code);
    return entry ? nameOf(*entry) : code.toString();
}

QString DivisionTable::name(const AreaCode &code) const
{
    const Entry *entry = find(code);
    return entry ? shortDivisionName(nameOf(*entry), AreaLevel(entry->level)) : code.toString();
}

QString DivisionTable::fullName(const AreaCode &code, AreaLevel from) const
{
    QString full;
    for (AreaCode at = code; !at.isNull() && (at == code || at.level() >= from); at = at.parent())
        full.prepend(name(at));
    return full;
}

QList<AreaCode> DivisionTable::children(const AreaCode &code) const
{
    if (!code.isNull() && code.level() == AreaLevel::Village)
        return {};
    const auto level = code.isNull() ? AreaLevel::Province : AreaLevel(int(code.level()) + 1);
    return descendants(code, level);
}

QList<AreaCode> DivisionTable::descendants(const AreaCode &code, AreaLevel level) const
{
    QList<AreaCode> out;
    for (const Entry &entry : below(code))
        if (entry.level == quint8(level) && !entry.retired)
            out.append(areaOf(entry.code));
    return out;
}

DivisionMatch DivisionTable::match(const AreaCode &within, AreaLevel level, QStringView text) const
{
    DivisionMatch out;
    const QString key = compareKey(text);
    if (key.isEmpty())
        return out;
    out.spaces = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
    const DivisionStem stem = divisionStem(text, level);
    QList<AreaCode> exact;
    QList<AreaCode> variants;
    for (const Entry &entry : below(within)) {
        if (entry.level != quint8(level) || entry.retired)
            continue;
        const QString official = nameOf(entry);
        if (compareKey(shortDivisionName(official, level)) == key)
            exact.append(areaOf(entry.code));
        else if (divisionStem(official, level).fits(stem))
            variants.append(areaOf(entry.code));
    }
    const QList<AreaCode> &found = exact.isEmpty() ? variants : exact;
    if (found.isEmpty())
        return out;
    out.candidates = found;
    if (found.size() > 1) {
        out.kind = DivisionMatch::Kind::Ambiguous;
        return out;
    }
    out.kind = exact.isEmpty() ? DivisionMatch::Kind::Variant : DivisionMatch::Kind::Exact;
    out.code = found.front();
    return out;
}

DivisionMatch DivisionTable::matchPath(const AreaCode &within,
                                       std::span<const std::pair<AreaLevel, QString>> names) const
{
    AreaCode at; // the lowest division that is certain so far
    DivisionMatch result;
    for (const auto &[level, text] : names) {
        if (isBlankText(text))
            continue;
        const bool aboveSite = !within.isNull() && level <= within.level();
        if (aboveSite) {
            const AreaCode own = ancestorAt(within, level);
            result = match(level == AreaLevel::Province ? AreaCode() : own.parent(), level, text);
            // Names may repeat elsewhere; here the site itself decides.
            if (result.kind == DivisionMatch::Kind::Ambiguous && result.candidates.contains(own))
                result = {DivisionMatch::Kind::Variant, own, result.spaces, {own}};
            if (result.found() && result.code != own)
                result = {};
        } else {
            const AreaCode from = at.isNull() || (!within.isNull() && at.covers(within)) ? within : at;
            result = match(from, level, text);
        }
        if (!result.found())
            return result;
        at = result.code;
    }
    return result;
}

} // namespace ffp
