// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"
#include "core/domain/valuetext.h"
#include "core/log/transact.h"
#include "core/policy/tabledefinition.h"
#include "core/services/session.h"

#include <span>

namespace ffp {

/// A column that tables of one subject can use.
struct TableColumnInfo {
    QString id;
    FieldDef shape;
    bool ofHousehold = false; ///< a fact of the household that the record stands under
};

/// A kind of record that tables can be about.
struct TableSubject {
    QString id;
    QString label;
    QString english;
};

struct TableRequest {
    TableDefinition table;
    AreaCode area{};             ///< null = the whole site
    bool sensitiveShown = false; ///< S-class values in full; written to the access log
};

/// What a column of the answer holds.
struct TableHead {
    enum class Kind { Column, Group, Households, Persons, Records, Sum, Mean, Least, Most };
    Kind kind = Kind::Column;
    QString id;           ///< as in the definition
    FieldDef shape;       ///< of the values; a group in bands has texts
    qint64 blank = 0;     ///< Sum, Mean, Least, Most: records that say nothing
    bool several = false; ///< Group: a record may stand in several rows
    bool isFigure() const { return kind > Kind::Group; }
};

/// Rows as asked, plain: who shows them masks S-class values.
struct TableAnswer {
    std::vector<TableHead> heads;
    std::vector<std::vector<Value>> rows;
    std::vector<qint64> households; ///< of a list: row id of each row's household
    std::vector<Value> totals;      ///< of a count: over all that fit, each household once
    qint64 records = 0;             ///< that fit
    qint64 allHouseholds = 0;       ///< that they stand under
    bool withLeavers = false;       ///< members who left are in it
};

/// Tables that nobody foresaw: pick columns, conditions, groups and figures; kept as views that
/// travel between sites like every setting.
class TableService
{
public:
    explicit TableService(Session &session) : m_session(session) {}

    static std::vector<TableSubject> subjects();
    /// Own ones first. Empty for an unknown subject.
    static std::vector<TableColumnInfo> columns(const QString &subject);

    /// Most rows of a list.
    static constexpr qint64 kMostRows = 100'000;

    /// May run in a worker. InvalidArgument with subject.field and args[0] = unknown_field, unknown_entity,
    /// bad_condition, bad_value, bad_figure or bad_bands; TooLarge for a list above kMostRows; NotAllowed
    /// outside the site's area; Cancelled. Conditions and groups that use S-class facts, and
    /// `sensitiveShown`, are written to the access log.
    Result<TableAnswer> make(const TableRequest &request, Progress &progress) const;
    /// Names and conditions only. Kinds as make().
    Result<> check(const TableDefinition &table) const;

    struct View {
        TableDefinition table;
        bool ofPack = false; ///< comes with the policy pack, cannot be removed
    };
    /// The pack's, then the office's by title.
    Result<std::vector<View>> views() const;
    Result<View> view(const QString &title) const;
    /// Under its title; one of that name is replaced. AlreadyExists when the pack has one; NotAllowed;
    /// kinds of check().
    Result<ChangeSummary> save(const TableDefinition &table);
    /// NotFound; NotAllowed for the pack's.
    Result<ChangeSummary> remove(const QString &title);

private:
    Session &m_session;
};

} // namespace ffp
