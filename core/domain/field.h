// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <span>
#include <string_view>

namespace ffp {

enum class FieldType { Text, Code, Codes, Date, Ym, Year, Int, Dec, Money, Bool, Ref, TextList };

/// Held as a whole number that can be added, compared and put to the right.
constexpr bool isNumber(FieldType type)
{
    return type == FieldType::Int || type == FieldType::Money || type == FieldType::Dec
           || type == FieldType::Year;
}

/// domain.md §0: S = encrypted at rest and masked; P = inside the office; N = not personal.
enum class Sensitivity { N, P, S };

/// What a text is made of: how it is read, compared and masked.
enum class TextForm : quint8 {
    Plain,
    PersonName,
    IdNumber, ///< 18, 20 or 22 characters, also of a disability certificate
    Phone,
    BankAccount,
    RegisterNumber, ///< digits of the national register: household number, person number
};

/// Bits of FieldDef::flags.
enum FieldFlag : quint8 {
    kNone = 0,
    kRequired = 1,   ///< blank is an error when a person saves the form
    kBlindIndex = 2, ///< S-column searched by equality (exchange.md §13)
    kIndexed = 4,    ///< plain index on the column
    kMultiline = 8,  ///< long text: several lines in the form
    kDerived = 16,   ///< not stored: computed from other facts, present in lists and prints only
    kLocalOnly = 32, ///< stored, never asked in a form (technical)
};

/// The one declaration of a field. Storage, log, import mapping, forms, ledgers, masking and export
/// derive from it; nothing else lists columns.
struct FieldDef {
    const char *id;        ///< column name, name in the log, name on the command line
    const char16_t *label; ///< 标签
    const char *english;   ///< label in the English window
    FieldType type;
    const char *list = ""; ///< Code, Codes: id of the code list; Ref: id of the entity
    Sensitivity sensitivity = Sensitivity::P;
    const char16_t *synonyms = u""; ///< further import headers, separated by '|'; the label counts too
    const char16_t *unit = u"";     ///< 元, 亩, 人 …
    quint8 scale = 0;               ///< Dec: digits behind the point
    quint8 flags = kNone;
    const char *group = "";          ///< group of the form, see fieldGroups()
    quint16 column = 0;              ///< key number of an S-column, unique in the program, never reused
    TextForm form = TextForm::Plain; ///< Text, TextList
    quint16 since = 1;               ///< data dictionary version that brought it
};

/// The record types of the log. Numbers are never stored; `EntityDef::id` is.
enum class Entity : quint8 {
    Household,
    Member,
    LivingConditions,
    IncomeStatement,
    IncomeLine,
    SafeguardCheck,
    Case,
    CaseRisk,
    Assignment,
    Visit,
    Flag,
    ImportBatch,
    Division,
    Setting,
    Clue,
    HeldRow,
    Plan,
    Measure,
    Attachment,
    Job,
    Proceeding,
    Step,
};

struct EntityDef {
    Entity entity;
    const char *id;    ///< record type in the log, `[a-z][a-z0-9_]*`
    const char *table; ///< projected table
    const char16_t *label;
    const char *english;
    std::span<const FieldDef> fields;
};

/// A field by position in its entity's table; made at compile time by `household::f("phone")`.
struct FieldRef {
    Entity entity;
    quint16 index;
    bool operator==(const FieldRef &) const = default;
};

/// Compile error when the entity has no such field.
template <size_t N>
consteval FieldRef fieldRefIn(Entity entity, const FieldDef (&fields)[N], std::string_view id)
{
    for (size_t i = 0; i < N; ++i)
        if (id == fields[i].id)
            return {entity, static_cast<quint16>(i)};
    throw "no such field";
}

/// Data dictionary version that this program writes (`sv` of an op).
inline constexpr quint16 kDictionaryVersion = 1;

std::span<const EntityDef> entities();
const EntityDef &entityDef(Entity entity);
/// nullptr when the type is not known to this version.
const EntityDef *entityById(std::string_view id);
/// nullptr when the entity has no such field.
const FieldDef *fieldById(Entity entity, std::string_view id);
inline const FieldDef &fieldDef(FieldRef ref)
{
    return entityDef(ref.entity).fields[ref.index];
}
/// -1 when the entity has no such field.
int fieldIndex(Entity entity, std::string_view id);

/// Groups of the forms in the order and words officials know; every field that a form asks is in one.
struct FieldGroup {
    const char *id;
    const char16_t *label;
    const char *english;
};
std::span<const FieldGroup> fieldGroups();

} // namespace ffp
