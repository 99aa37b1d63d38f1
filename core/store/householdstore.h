// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/condition.h"
#include "core/store/recordstore.h"

#include <QDate>
#include <QStringList>

namespace ffp {

/// A column of the household list: a stored field of `household`, or one computed by SQL. One list for
/// window, command line and export.
struct HouseholdColumn {
    const char *id;
    const char16_t *label;
    const char *english;
    const FieldDef *field = nullptr; ///< null for a computed column
    const char *sql = nullptr;       ///< computed: expression over alias `t`; null = made from the area
    FieldType type = FieldType::Text;
    bool shownByDefault = false;
};

/// Stored fields in the order of their table, computed columns before them.
std::span<const HouseholdColumn> householdColumns();
/// In SQL over alias `t`; of the area's name, its code.
QString householdExpression(const HouseholdColumn &column);
/// nullptr when there is no such column.
const HouseholdColumn *householdColumn(QStringView id);

struct ScanColumn;

/// A condition in SQL over alias `t` of `household`.
struct HouseholdCondition {
    QString sql;
    std::vector<SqlArg> args;
};

/// What the list shows, before the order.
struct HouseholdFilter {
    AreaCode area; ///< null = all
    QString where;
    QString personName; ///< part of the name of any member
    bool redFlagged = false;
    bool includeVoided = false;
    QDate on{}; ///< day of the ages in `where`
};

struct HouseholdOrder {
    QString column;
    bool descending = false;
};

/// Lists of households: ids first, cells on demand.
class HouseholdStore
{
public:
    HouseholdStore(const Database &db, const ColumnCipher &cipher) : m_db(db), m_cipher(cipher) {}

    /// Conditions as readConditions() says. InvalidArgument with subject.field and args[0] = unknown_field,
    /// unknown_entity, bad_condition, bad_value, or sensitive (the household's own S-class fields take =
    /// only, with a blind index).
    Result<HouseholdCondition> compile(const QString &where, QDate on) const;

    /// Row ids in list order; without an order by area and household number.
    Result<std::vector<qint64>> ids(const HouseholdFilter &filter,
                                    std::span<const HouseholdOrder> order) const;

    /// One row of raw values per rid, in the order asked for; S-class values are plain. Computed columns
    /// without SQL (the area's name) hold the area's code.
    Result<std::vector<std::vector<Value>>> cells(std::span<const qint64> rids,
                                                  std::span<const HouseholdColumn *const> columns) const;

    struct AreaFigures {
        AreaCode area;
        qint64 households = 0;
        qint64 members = 0;
        qint64 redFlags = 0; ///< households with an open red flag
    };
    /// One entry per area that has households.
    Result<std::vector<AreaFigures>> areaFigures() const;

    /// Who is in a household; for its laws.
    struct Structure {
        bool exists = false;
        bool voided = false;
        qint64 persons = 0;   ///< members who are there
        qint64 heads = 0;     ///< of them, by relation
        qint64 head = 0;      ///< row id of one of these
        qint64 namedHead = 0; ///< row id that the household names as its head, 0 = none
    };
    Result<Structure> structure(qint64 rid) const;

private:
    Result<HouseholdCondition> compileOne(const Condition &condition) const;
    Result<HouseholdCondition> compileSealed(const ScanColumn &column, const Condition &condition) const;

    const Database &m_db;
    const ColumnCipher &m_cipher;
    mutable Statement m_structure;
};

} // namespace ffp
