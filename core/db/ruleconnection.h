// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <variant>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace ffp {

/// A parameter of a rule's statement; monostate is NULL.
using RuleValue = std::variant<std::monostate, qint64, QString>;
using RuleValues = std::map<QString, RuleValue>;

/// One row of a rule's SELECT.
class RuleRow
{
public:
    explicit RuleRow(sqlite3_stmt *stmt) : m_stmt(stmt) {}
    bool isNull(int column) const;
    bool isInteger(int column) const;
    qint64 integer(int column) const;
    QString text(int column) const;

private:
    sqlite3_stmt *m_stmt;
};

/// A read-only connection of its own for SQL that comes from a policy pack (idea 3 of the house plan).
///
/// 1. The file is opened read-only; only temporary tables in memory can be written, and those only by
///    prepare(), before restrict().
/// 2. After restrict() an authorizer lets a statement do nothing but SELECT from the named views with the
///    functions listed in the source; tables below the views are reached through the views only.
/// 3. A statement that takes longer than the time limit, or is cancelled, is interrupted.
/// 4. S-columns are opened by the SQL function ffp_open(type, column, record, sealed), which exists on this
///    connection only and can be called by the views only; so are the functions of define().
///
/// It sees the file as it was at the time of open(); one thread at a time.
class RuleConnection
{
public:
    /// Opens one S-cell: entity, column, 16-byte record id, stored bytes → text.
    using Opener = std::function<Result<QString>(const char *type, const char *column, QByteArrayView record,
                                                 QByteArrayView sealed)>;

    /// Kinds: FileUnreadable, Database.
    static Result<std::unique_ptr<RuleConnection>> open(const QString &path, Opener opener);
    ~RuleConnection();
    RuleConnection(const RuleConnection &) = delete;
    RuleConnection &operator=(const RuleConnection &) = delete;

    /// A pure function of texts for prepare() and the views; a null text is NULL.
    using Function = std::function<QString(const std::vector<QString> &)>;
    /// Before restrict() only.
    Result<> define(const QString &name, int arguments, Function function);
    /// Runs one trusted statement that builds temporary tables or views. Before restrict() only. Cancelled.
    Result<> prepare(const QString &sql, const RuleValues &values = {}, const Progress *progress = nullptr);
    void restrict(const QStringList &views);

    /// What a statement is made of.
    struct Shape {
        QStringList columns;
        QStringList parameters; ///< names without the colon
    };
    /// Compiles without running. PolicyPackInvalid with args {"", why}: not exactly one SELECT, does not
    /// compile, reads what is not a view, parameters without name, depends on the clock.
    Result<Shape> check(const QString &sql) const;

    static constexpr int kDefaultLimitMs = 30'000;
    /// Runs a SELECT; `use` returns false to stop. Kinds: as check(); Cancelled; PolicyPackInvalid when it
    /// takes longer than `limitMs`; what the opener returned.
    Result<> select(const QString &sql, const RuleValues &values, const Progress &progress,
                    const std::function<bool(const RuleRow &)> &use, int limitMs = kDefaultLimitMs) const;
    /// Adds a row of integers and texts to a temporary table that prepare() made; statements are kept.
    Result<> append(const QString &table, const std::vector<RuleValue> &row);
    Result<> clear(const QString &table);

private:
    struct Private;
    explicit RuleConnection(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace ffp
