// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/findingbook.h"

#include "core/tables/celladdress.h"

#include <algorithm>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

QString scopeName(Scope scope)
{
    static const QString names[] = {u"row"_s, u"household"_s, u"file"_s};
    return names[size_t(scope)];
}

} // namespace

void FindingBook::add(Finding finding, int row, int column, Scope scope, QStringList args)
{
    const FindingDef &def = findingDef(finding);
    m_found.push_back({def.kind, def.severity, scope, row, column, std::move(args)});
}

void FindingBook::add(Finding finding, int row, int column, QStringList args)
{
    const bool household = findingDef(finding).scope == FindingScope::Household;
    add(finding, row, column, household ? Scope::Household : Scope::Row, std::move(args));
}

QHash<int, QStringList> FindingBook::errorsByRow() const
{
    QHash<int, QStringList> errors;
    for (const Found &one : m_found)
        if (one.severity == FindingSeverity::Error && one.scope == Scope::Row)
            errors[one.row].append(QString::fromLatin1(one.kind));
    return errors;
}

void FindingBook::keepErrorsOnly(const std::function<bool(int row)> &held)
{
    std::erase_if(m_found, [&](const Found &one) {
        return one.scope == Scope::Row && one.severity != FindingSeverity::Error && one.row > 0
               && held(one.row);
    });
}

void FindingBook::dropErrors(const QSet<int> &rows, const QSet<QString> &households)
{
    std::erase_if(m_found, [&](const Found &one) {
        if (one.severity != FindingSeverity::Error)
            return false;
        return one.scope == Scope::Row ? rows.contains(one.row)
                                       : !one.args.isEmpty() && households.contains(one.args.first());
    });
}

std::vector<ImportFinding> FindingBook::texts(const std::function<QString(int column)> &header) const
{
    std::vector<const Found *> order;
    order.reserve(m_found.size());
    for (const Found &one : m_found)
        order.push_back(&one);
    std::stable_sort(order.begin(), order.end(),
                     [](const Found *a, const Found *b) { return a->row < b->row; });

    QHash<const char *, QString> kinds; // one shared text per kind
    std::vector<ImportFinding> out;
    out.reserve(order.size());
    for (const Found *one : order) {
        QString &kind = kinds[one->kind];
        if (kind.isEmpty())
            kind = QString::fromLatin1(one->kind);
        out.push_back({one->row, one->column ? columnLetters(one->column) : QString(),
                       one->column ? header(one->column) : QString(), kind, one->severity,
                       scopeName(one->scope), one->args});
    }
    return out;
}

} // namespace ffp::imports
