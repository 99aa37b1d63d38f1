// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policypack.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>

#include <functional>

namespace ffp {

/// One thing wrong in a pack, at a path such as "rules[3].sql".
struct PackFault {
    QString path;
    QString why;
};

/// A value in the file with the path to it. Reading something that is not there or of another type adds
/// a fault and gives an empty value, so that all faults come out at once.
class JsonNode
{
public:
    JsonNode(const QJsonValue &value, const QString &path, std::vector<PackFault> &faults);

    /// Faults for keys of this object that are not among `known`, and when it is no object.
    void allowOnly(std::initializer_list<const char *> known) const;
    bool has(const char *key) const;
    JsonNode child(const char *key) const;
    void fault(const QString &why) const;
    const QString &path() const { return m_path; }
    const QJsonValue &value() const { return m_value; }

    QString text(const char *key) const;         ///< must be there and not empty
    QString optionalText(const char *key) const; ///< "" when missing
    QString pattern(const char *key, const char *regularExpression) const;
    QDate date(const char *key) const;
    qint64 integer(const char *key, qint64 from, qint64 to) const;
    bool boolean(const char *key, bool whenMissing) const;
    QStringList texts(const char *key) const; ///< empty when missing
    /// One of `codes`; the first one when it is not.
    QString oneOf(const char *key, const QStringList &codes) const;
    LocalText localText(const char *key, bool required) const; ///< {"zh": …, "en": …}
    /// A text, or a list of lines.
    QString lines(const char *key) const;
    /// Calls `use` for each object of a list; fault when missing and `required`.
    void each(const char *key, bool required, const std::function<void(const JsonNode &)> &use) const;

private:
    QJsonValue m_value;
    QString m_path;
    std::vector<PackFault> &m_faults;
};

} // namespace ffp
