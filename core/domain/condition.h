// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/field.h"
#include "core/domain/value.h"

#include <QStringList>

#include <vector>

namespace ffp {

enum class Compare { Equal, Unequal, Less, LessOrEqual, Greater, GreaterOrEqual, Contains };

/// "=", "!=", "<" …; of Condition::compare.
const char *compareSign(Compare compare);

/// One comparison of a list or table, as people type it.
struct Condition {
    bool none = false; ///< "no visit.date >= 2026-10-01": nothing of the kind under the household
    QString entity;    ///< "visit", "走访"; empty = the thing that is listed
    QString field;     ///< id or label, as typed
    Compare compare = Compare::Equal;
    QStringList values; ///< alternatives, "A|B"; empty = blank

    bool operator==(const Condition &) const = default;
};

/// "FIELD OP VALUE and FIELD OP VALUE", the one language of lists, tables and the command line: OP is = !=
/// < <= > >= or ~ (contains), full-width signs and 包含 likewise; 且 and 并且 join like "and"; alternatives
/// stand with | between them; a value in quotes is taken as it stands, an empty one means blank;
/// "ENTITY.FIELD" speaks of what stands under the household (several such conditions of one entity of the
/// same record), "no ENTITY.FIELD …" (无, 没有) of what does not.
/// InvalidArgument with args[0] = bad_condition and the words in subject.field.
Result<std::vector<Condition>> readConditions(const QString &text);
/// The same again in ids and ASCII signs; readConditions() gives back what went in.
QString conditionText(const std::vector<Condition> &conditions);

/// A condition on one field, ready to look at values. Blank is unequal to everything and never less or
/// greater.
class ValueTest
{
public:
    /// InvalidArgument with args[0] = bad_value and the field in subject.field.
    static Result<ValueTest> make(const FieldDef &field, const Condition &condition);

    bool operator()(const Value &value) const;

private:
    bool equalsOne(const Value &value) const;
    bool containsOne(const Value &value) const;

    Compare m_compare = Compare::Equal;
    bool m_blank = false;
    std::vector<Value> m_values;
    QStringList m_parts; ///< Contains in a text
};

} // namespace ffp
