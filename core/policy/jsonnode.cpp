// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/jsonnode.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

JsonNode::JsonNode(const QJsonValue &value, const QString &path, std::vector<PackFault> &faults)
    : m_value(value),
      m_path(path),
      m_faults(faults)
{}

void JsonNode::fault(const QString &why) const
{
    m_faults.push_back({m_path, why});
}

void JsonNode::allowOnly(std::initializer_list<const char *> known) const
{
    if (!m_value.isObject()) {
        fault(u"must be an object"_s);
        return;
    }
    const QStringList keys = m_value.toObject().keys();
    for (const QString &key : keys)
        if (std::none_of(known.begin(), known.end(), [&](const char *k) { return key == QLatin1String(k); }))
            m_faults.push_back({m_path.isEmpty() ? key : m_path + u'.' + key, u"unknown key"_s});
}

bool JsonNode::has(const char *key) const
{
    return m_value.toObject().contains(QLatin1String(key));
}

JsonNode JsonNode::child(const char *key) const
{
    const QString name = QString::fromLatin1(key);
    return {m_value.toObject().value(name), m_path.isEmpty() ? name : m_path + u'.' + name, m_faults};
}

QString JsonNode::text(const char *key) const
{
    const JsonNode node = child(key);
    const QString text = node.m_value.toString().trimmed();
    if (!has(key))
        node.fault(u"missing"_s);
    else if (!node.m_value.isString())
        node.fault(u"must be a text"_s);
    else if (text.isEmpty())
        node.fault(u"must not be empty"_s);
    return text;
}

QString JsonNode::optionalText(const char *key) const
{
    return has(key) ? text(key) : QString();
}

QString JsonNode::pattern(const char *key, const char *regularExpression) const
{
    const QString found = text(key);
    const QRegularExpression expression(
        QRegularExpression::anchoredPattern(QLatin1String(regularExpression)));
    if (!found.isEmpty() && !expression.match(found).hasMatch())
        child(key).fault(u"must look like %1"_s.arg(QLatin1String(regularExpression)));
    return found;
}

QDate JsonNode::date(const char *key) const
{
    const QString found = text(key);
    const QDate date = QDate::fromString(found, Qt::ISODate);
    if (!found.isEmpty() && (!date.isValid() || found.size() != 10))
        child(key).fault(u"must be a date YYYY-MM-DD"_s);
    return date;
}

qint64 JsonNode::integer(const char *key, qint64 from, qint64 to) const
{
    const JsonNode node = child(key);
    const double number = node.m_value.toDouble();
    if (!node.m_value.isDouble() || number != std::floor(number) || number < double(from)
        || number > double(to)) {
        node.fault(has(key) ? u"must be a whole number from %1 to %2"_s.arg(from).arg(to) : u"missing"_s);
        return from;
    }
    return static_cast<qint64>(number);
}

bool JsonNode::boolean(const char *key, bool whenMissing) const
{
    if (!has(key))
        return whenMissing;
    if (!child(key).m_value.isBool())
        child(key).fault(u"must be true or false"_s);
    return child(key).m_value.toBool();
}

QStringList JsonNode::texts(const char *key) const
{
    QStringList list;
    if (!has(key))
        return list;
    const JsonNode node = child(key);
    if (!node.m_value.isArray()) {
        node.fault(u"must be a list of texts"_s);
        return list;
    }
    const QJsonArray array = node.m_value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString text = array[i].toString().trimmed();
        if (text.isEmpty())
            m_faults.push_back({u"%1[%2]"_s.arg(node.m_path).arg(i), u"must be a text"_s});
        else if (list.contains(text))
            m_faults.push_back({u"%1[%2]"_s.arg(node.m_path).arg(i), u"listed twice: "_s + text});
        else
            list.append(text);
    }
    return list;
}

QString JsonNode::oneOf(const char *key, const QStringList &codes) const
{
    const QString found = text(key);
    if (codes.contains(found))
        return found;
    if (!found.isEmpty())
        child(key).fault(u"must be one of "_s + codes.join(u", "_s));
    return codes.first();
}

LocalText JsonNode::localText(const char *key, bool required) const
{
    if (!has(key)) {
        if (required)
            child(key).fault(u"missing"_s);
        return {};
    }
    const JsonNode node = child(key);
    node.allowOnly({"zh", "en"});
    return {node.text("zh"), node.text("en")};
}

QString JsonNode::lines(const char *key) const
{
    const JsonNode node = child(key);
    if (!node.m_value.isArray())
        return text(key);
    QStringList all;
    const QJsonArray array = node.m_value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (!array[i].isString())
            m_faults.push_back({u"%1[%2]"_s.arg(node.m_path).arg(i), u"must be a text"_s});
        all.append(array[i].toString());
    }
    const QString joined = all.join(u'\n').trimmed();
    if (joined.isEmpty())
        node.fault(u"must not be empty"_s);
    return joined;
}

void JsonNode::each(const char *key, bool required, const std::function<void(const JsonNode &)> &use) const
{
    const JsonNode node = child(key);
    if (!has(key)) {
        if (required)
            node.fault(u"missing"_s);
        return;
    }
    if (!node.m_value.isArray()) {
        node.fault(u"must be a list"_s);
        return;
    }
    const QJsonArray array = node.m_value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        use(JsonNode(array[i], u"%1[%2]"_s.arg(node.m_path).arg(i), m_faults));
}

} // namespace ffp
