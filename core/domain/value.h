// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"

#include <QString>
#include <QStringList>

#include <variant>

namespace ffp {

/// One field's value as the log and the tables know it. Blank (monostate) and zero differ everywhere.
///
/// FieldType → held as: Text, Code, Date ("YYYY-MM-DD"), Ym ("YYYY-MM") → QString;
/// Codes, TextList → QStringList (Codes sorted, no repeats); Int, Year → qint64; Dec → qint64 in
/// 10^-scale units; Money → qint64 分; Bool → bool; Ref → RecordId.
class Value
{
public:
    using Data = std::variant<std::monostate, bool, qint64, QString, QStringList, RecordId>;

    Value() = default;
    explicit Value(bool v) : m_data(v) {}
    explicit Value(qint64 v) : m_data(v) {}
    explicit Value(int v) : m_data(qint64(v)) {}
    /// An empty text is blank.
    explicit Value(const QString &v)
    {
        if (!v.isEmpty())
            m_data = v;
    }
    explicit Value(const QStringList &v)
    {
        if (!v.isEmpty())
            m_data = v;
    }
    explicit Value(const RecordId &v)
    {
        if (!v.isNull())
            m_data = v;
    }
    explicit Value(const char *) = delete;

    bool isBlank() const { return std::holds_alternative<std::monostate>(m_data); }
    const Data &data() const { return m_data; }

    /// The typed readings give the default when blank or of another type.
    bool toBool(bool fallback = false) const { return read<bool>(fallback); }
    qint64 toInt(qint64 fallback = 0) const { return read<qint64>(fallback); }
    QString toText() const { return read<QString>({}); }
    QStringList toList() const { return read<QStringList>({}); }
    RecordId toRef() const { return read<RecordId>({}); }

    bool operator==(const Value &) const = default;

private:
    template <class T>
    T read(T fallback) const
    {
        const T *held = std::get_if<T>(&m_data);
        return held ? *held : fallback;
    }
    Data m_data;
};

} // namespace ffp
