// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/rulecheck.h"

#include "core/policy/policyreader.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList faultsOf(const PolicyRule &rule, const RuleConnection::Shape &shape)
{
    QStringList faults;
    qsizetype first = 1;
    if (shape.columns.value(0) != u"household"_s)
        faults.append(u"the first column must be household"_s);
    if (shape.columns.value(1) == u"member"_s)
        first = 2;
    QStringList wanted;
    for (const EvidenceColumn &column : rule.evidence)
        wanted.append(column.column);
    const QStringList given = shape.columns.mid(first);
    for (const QString &column : given)
        if (!wanted.removeOne(column))
            faults.append(u"column without evidence entry: "_s + column);
    for (const QString &column : std::as_const(wanted))
        faults.append(u"evidence without column: "_s + column);

    QStringList declared = rule.uses;
    for (const PolicyParameter &parameter : rule.parameters)
        declared.append(parameter.id);
    for (const QString &parameter : shape.parameters)
        if (!declared.removeOne(parameter) && !PolicyReader::builtInParameters().contains(parameter))
            faults.append(u"unknown parameter :"_s + parameter);
    for (const QString &unused : std::as_const(declared))
        faults.append(u"parameter is not used: "_s + unused);
    return faults;
}

} // namespace

Result<> checkRules(const PolicyPack &pack, std::span<const PolicyRule> rules,
                    const RuleConnection &connection)
{
    QStringList paths;
    QStringList faults;
    for (const PolicyRule &rule : rules) {
        if (!rule.evaluate)
            continue;
        const auto shape = connection.check(rule.sql);
        const QStringList found = shape ? faultsOf(rule, *shape) : QStringList{shape.error().detail};
        for (const QString &fault : found) {
            paths.append(rule.id + u".sql"_s);
            faults.append(fault);
        }
    }
    if (faults.isEmpty())
        return {};
    Error error = Error::of(ErrorKind::PolicyPackInvalid);
    error.subject.file = pack.id();
    error.args = {paths.first(), faults.first()};
    QStringList all;
    for (qsizetype i = 0; i < faults.size(); ++i)
        all.append(paths[i] + u": "_s + faults[i]);
    error.detail = all.join(u'\n');
    return fail(error);
}

RuleValue sqlValue(const PolicyParameter &parameter, const Value &value)
{
    if (value.isBlank())
        return {};
    switch (parameter.type) {
    case ParameterType::Money:
    case ParameterType::Integer:
    case ParameterType::Decimal: return value.toInt();
    case ParameterType::Bool: return qint64(value.toBool() ? 1 : 0);
    case ParameterType::Text: return value.toText();
    case ParameterType::List: return u',' + value.toList().join(u',') + u',';
    }
    return {};
}

} // namespace ffp
