// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/rulerun.h"

#include "core/analysis/rulecheck.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonValue toJson(const RuleValue &value)
{
    if (const qint64 *number = std::get_if<qint64>(&value))
        return *number;
    if (const QString *text = std::get_if<QString>(&value))
        return *text;
    return {};
}

/// As QJsonDocument writes it: what was stored earlier must stay equal.
QByteArray quoted(const QString &text)
{
    const bool plain = std::all_of(text.begin(), text.end(), [](QChar c) {
        return c >= u' ' && c != u'"' && c != u'\\' && c != u'\x7f' && !c.isSurrogate();
    });
    if (plain)
        return '"' + text.toUtf8() + '"';
    const QByteArray whole = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    return whole.sliced(1, whole.size() - 2);
}

/// Writes the evidence of a rule's rows. A QJsonDocument for each took most of the time of a rule that finds
/// a hundred thousand.
class EvidenceWriter
{
public:
    EvidenceWriter(const QStringList &columns, int first, const QJsonObject &parameters)
        : m_order(columns.size() - first)
    {
        const QByteArray all = QJsonDocument(QJsonObject{{u"p"_s, parameters}})
                                   .toJson(QJsonDocument::Compact);
        m_head = all.chopped(1) + ",\"v\":{";
        std::iota(m_order.begin(), m_order.end(), first);
        std::sort(m_order.begin(), m_order.end(), [&](int a, int b) { return columns[a] < columns[b]; });
        for (const int column : m_order)
            m_names.append(quoted(columns[column]) + ':');
    }

    QByteArray of(const RuleRow &row) const
    {
        QByteArray out = m_head;
        bool any = false;
        for (std::size_t i = 0; i < m_order.size(); ++i) {
            const int column = m_order[i];
            if (row.isNull(column))
                continue;
            if (std::exchange(any, true))
                out += ',';
            out += m_names[qsizetype(i)];
            out += row.isInteger(column) ? QByteArray::number(row.integer(column)) : quoted(row.text(column));
        }
        return out + "}}";
    }

private:
    std::vector<int> m_order; ///< columns by name
    QByteArrayList m_names;
    QByteArray m_head;
};

} // namespace

Result<std::vector<Firing>> runRule(const RuleConnection &connection, const PolicyPack &pack,
                                    const PolicyRule &rule, const std::map<QString, Value> &values,
                                    RuleValues bound, bool withEvidence, const Progress &progress)
{
    QJsonObject parameters;
    for (const auto &[id, value] : values) {
        bound[id] = sqlValue(*pack.ruleParameter(rule, id), value);
        parameters.insert(id, toJson(bound[id]));
    }
    FFP_ASSIGN(const RuleConnection::Shape shape, connection.check(rule.sql));
    const bool byMember = shape.columns.value(1) == u"member"_s;
    const EvidenceWriter writer(shape.columns, byMember ? 2 : 1, parameters);

    std::vector<Firing> firings;
    QSet<std::pair<qint64, qint64>> seen;
    const auto use = [&](const RuleRow &row) {
        Firing firing;
        firing.household = row.integer(0);
        firing.member = byMember && !row.isNull(1) ? row.integer(1) : 0;
        // Two parts of a rule may find the same person: the first one is the evidence.
        const auto before = seen.size();
        seen.insert({firing.household, firing.member});
        if (seen.size() == before)
            return true;
        if (withEvidence)
            firing.evidence = writer.of(row);
        firings.push_back(std::move(firing));
        return true;
    };
    const auto done = connection.select(rule.sql, bound, progress, use);
    if (done)
        return firings;
    Error error = done.error();
    if (error.kind == ErrorKind::PolicyPackInvalid) {
        error.subject.file = pack.id();
        error.args = {rule.id + u".sql"_s, error.args.value(1)};
    }
    return fail(error);
}

std::optional<NotEvaluated> notEvaluated(const PolicyPack &pack, const PolicyRule &rule, QDate day,
                                         std::map<QString, Value> *values)
{
    if (!rule.evaluate)
        return NotEvaluated{rule.id, rule.title, rule.notEvaluated};
    QString blank;
    *values = pack.ruleValues(rule, day, &blank);
    if (blank.isEmpty())
        return std::nullopt;
    const LocalText &title = pack.ruleParameter(rule, blank)->title;
    return NotEvaluated{rule.id, rule.title, {u"参数未填写："_s + title.zh, u"No value for: "_s + title.en}};
}

} // namespace ffp
