// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/database.h"

#include <utility>

namespace ffp {

/// One write transaction (BEGIN IMMEDIATE) under the writer lock. Rolls back unless committed.
///
/// SQLite may end a transaction by itself after a full disk or an I/O error; statements that follow would
/// then be committed one by one (exchange.md §23). So commit() demands that the transaction is still there,
/// and callers stop at the first failed statement.
class Transaction
{
public:
    /// Kinds: Busy (see WriterLock), FileUnwritable, DiskFull, Database.
    static Result<Transaction> begin(Database &db);
    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    /// False when SQLite has rolled it back already.
    bool alive() const;
    Result<> commit();
    void rollback();

private:
    Transaction(Database &db, WriterLock lock);
    Database *m_db;
    WriterLock m_lock;
    bool m_open = true;
};

/// Whether the calling thread's connection is inside a transaction or snapshot: other threads see other data.
bool inTransaction(const Database &db);

/// The calling thread's connection sees one state of the file while this lives, whatever others commit.
/// Inside a Transaction of the same thread it does nothing: that sees one state anyway.
class ReadSnapshot
{
public:
    static Result<ReadSnapshot> begin(const Database &db);
    ReadSnapshot(ReadSnapshot &&other) noexcept : m_db(std::exchange(other.m_db, nullptr)) {}
    ReadSnapshot &operator=(ReadSnapshot &&) = delete;
    ~ReadSnapshot();

private:
    explicit ReadSnapshot(const Database *db) : m_db(db) {}
    const Database *m_db; ///< nullptr: nothing to end
};

} // namespace ffp
