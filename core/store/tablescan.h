// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/db/columncipher.h"
#include "core/domain/condition.h"
#include "core/store/recordstore.h"

#include <QDate>

#include <functional>
#include <unordered_set>

namespace ffp {

/// What a table can show or ask of one kind of record: its own fields, computed ones, and those of the
/// household it stands under.
struct ScanColumn {
    QString id;                      ///< "name"; of the household above: "household.address"
    FieldDef shape;                  ///< label, type, unit, sensitivity, also of a computed one
    const FieldDef *field = nullptr; ///< null for a computed column
    bool ofHousehold = false;        ///< not the record's own
    QString sql;                     ///< over `s` (the record) and `t` (its household)
};

/// Reads all records of one kind, one by one, with some of their columns.
class TableScan
{
public:
    /// `on` is the day of ages. Everybody who is in the household by then: members who left are read only
    /// where `withLeavers` is set.
    TableScan(const Database &db, const ColumnCipher &cipher, QDate on) : m_db(db), m_cipher(cipher), m_on(on)
    {}

    /// Kinds of record that stand under a household, and the household itself.
    static std::span<const Entity> subjects();
    /// By id or by (a part of) a label in either language; empty when nothing or more than one fits.
    static std::optional<Entity> subjectNamed(const QString &name);
    static std::span<const ScanColumn> columns(Entity subject);
    /// By id, by label in either language, or by a part of the label that no other column has; the record's
    /// own before the household's.
    static const ScanColumn *columnNamed(Entity subject, const QString &name);

    struct Row {
        qint64 rid = 0;
        qint64 household = 0; ///< row id
        std::vector<Value> values;
    };
    struct Request {
        Entity subject = Entity::Household;
        AreaCode area; ///< null = all
        std::vector<const ScanColumn *> columns;
        bool withLeavers = false;
    };
    /// In the order of area, household number and row; S-class values are plain. Cancelled.
    Result<> each(const Request &request, Progress &progress,
                  const std::function<void(const Row &)> &use) const;

    /// Row ids of the households that have one record under them that fulfils all the conditions, which name
    /// the same `entity`. Kinds as testOf().
    Result<std::unordered_set<qint64>> householdsWith(std::span<const Condition> conditions,
                                                      const AreaCode &area, Progress &progress) const;

    /// A condition on the subject's own columns. InvalidArgument with subject.field and args[0] =
    /// unknown_field, unknown_entity or bad_value.
    struct Test {
        const ScanColumn *column = nullptr;
        ValueTest test;
    };
    static Result<Test> testOf(Entity subject, const Condition &condition);
    /// True when the column speaks of how a member came or left: then those who left are looked at, too.
    static bool asksForLeavers(const ScanColumn &column);

private:
    const Database &m_db;
    const ColumnCipher &m_cipher;
    QDate m_on;
};

/// The conditions that name an entity, those on one record together: of the same entity, with or without
/// "no".
std::vector<std::vector<Condition>> byEntity(const std::vector<Condition> &conditions);

} // namespace ffp
