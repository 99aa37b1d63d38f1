// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/domain/field.h"
#include "core/services/import/importtypes.h"
#include "core/tables/headers.h"

#include <optional>
#include <span>
#include <vector>

namespace ffp::imports {

/// What a file is; codes of list `import_kind`.
enum class Kind { Registered, Edge, HouseholdYear, Visits, Medical, Education, Housing, Jobs, JobPlans };
const char *kindCode(Kind kind);
/// Nothing for "auto" and for codes that this version cannot read at all.
std::optional<Kind> kindFromCode(QStringView code);
/// Lists of other departments: matched with the persons of the register, never written into it.
bool isDepartmentKind(Kind kind);
/// Spells of work, or plans of them.
bool isJobKind(Kind kind);

/// What a column of a file holds.
struct ColumnRole {
    enum class Type : quint8 {
        Kept,   ///< no field: the text is kept as a note
        Field,  ///< `field`; derived fields are only compared
        Item,   ///< amount of the income item `item`
        Risk,   ///< risk number `rank` of the case
        Area,   ///< name of the division of `level`
        Serial, ///< running number of the sheet
        Own,    ///< what only such a list has; of a department's `rank` 0 is the column it is known by
        Ignored ///< columns that our own report adds: `rank` 0 the row number, 1 the reason, 2 the origin
    };
    Type type = Type::Kept;
    FieldRef field{Entity::Household, 0};
    AreaLevel level = AreaLevel::Village;
    QByteArray item;
    int rank = 0;

    bool is(FieldRef ref) const { return type == Type::Field && field == ref; }
    bool operator==(const ColumnRole &) const = default;
};

/// A kind of file as the header search knows it. `headers.fields[i]` belongs to `roles[i]`; texts come from
/// the field tables and code lists only. A list of members is one kind here: whether it is one of registered
/// or of edge households is told by its rows.
struct KindDef {
    Kind kind;
    HeaderKind headers;
    std::vector<ColumnRole> roles;
};
std::span<const KindDef> kindDefs();
const KindDef &kindDef(Kind kind);

/// What a person may map a column of such a file to, in the order of the declaration.
std::vector<ImportTarget> targetsOf(const KindDef &def);
/// Id of a role, "" for what is only kept.
QString idOf(const KindDef &def, const ColumnRole &role);
/// Ids of the roles that such headers have without any mapping; "" for one that has none, and for a second
/// one of the same field.
QStringList idsOf(const KindDef &def, const QStringList &headers);
/// Id of the role of a field.
QString idOfField(FieldRef field);
/// Role by "entity.field", bare field id, "area.village", "item.D2"; Kept for "".
std::optional<ColumnRole> roleById(const KindDef &def, const QString &id);

/// Of columns that may hold amounts of money; of the others the unit means something else.
bool mayBeMoney(const ColumnRole &role);
/// Those whose unit somebody may say. Of what only a department has most is no amount.
bool hasUnit(const ColumnRole &role);
/// What an amount in "yuan" or "wan" is multiplied by; nothing for another unit.
std::optional<int> moneyFactorOf(QStringView unit);
inline constexpr int kWanFactor = 10'000;

/// Headers of the columns that the report of set-aside rows adds.
inline constexpr QStringView kReportRowHeader = u"原行号";
inline constexpr QStringView kReportReasonHeader = u"未导入原因";
/// Which row of which file it was: a corrected row is known again by it.
inline constexpr QStringView kReportOriginHeader = u"搁置编号";

} // namespace ffp::imports
