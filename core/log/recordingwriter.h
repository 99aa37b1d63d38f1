// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/bulkcache.h"
#include "core/log/operationlog.h"
#include "core/log/projector.h"
#include "core/store/recordstore.h"

#include <atomic>
#include <set>

namespace ffp {

/// The ChangeWriter of one transaction: op, record row and projected row of each change, in this order.
class RecordingWriter : public ChangeWriter
{
public:
    RecordingWriter(Database &db, const LogCipher &cipher, const LogOwner &owner, const Operation &operation);

    Result<> begin(qint64 nowMs);
    /// After the work: writes heads of streams, the clock and the change row. An error that was met on the
    /// way comes back here even if the work overlooked it (invariant 5).
    Result<ChangeSummary> finish();

    Result<Prepared> prepare(Entity entity, const FieldValues &values, RecordId id) const override;
    Result<RecordId> create(const AreaCode &area, const Prepared &record) override;
    Result<> edit(RecordId id, const FieldValues &values, const QString &note) override;
    Result<> setVoid(RecordId id, bool voided, const QString &reason) override;
    Result<> act(RecordId matter, const CaseAction &action, const ActionSigner &signer) override;
    qint64 rid(RecordId id) override;
    Result<> expectMany(Entity entity, qint64 records) override;

private:
    /// One field to be set by an edit: name and canonical value.
    struct Setting {
        QByteArray name;
        Value value;
        bool ordered = false;
    };
    Result<RecordStore::Location> writable(RecordId id);
    Result<> writeEdit(const RecordStore::Location &where, RecordId id, const std::vector<Setting> &settings,
                       const QString &note);
    Result<> predecessors(qint64 rid, Op &op);
    Result<> markUndone(qint64 target, qint64 change);
    void touched(Entity entity, qint64 rid, bool created);
    template <class T>
    Result<T> guard(Result<T> result);

    Database &m_db;
    const LogCipher &m_cipher;
    const LogOwner m_owner;
    const Operation &m_operation;
    RecordIndex m_records;
    OpLog m_ops;
    Projector m_projector;
    RecordStore m_store;
    ChangeSummary m_summary;
    std::set<std::pair<Entity, qint64>> m_touched;
    std::optional<Error> m_failed;
    std::set<Entity> m_withoutIndexes;
    std::optional<BulkCache> m_cache;
    Statement m_heads;
    Statement m_createId;
    QByteArray m_payload; ///< of an edit
    mutable std::atomic<qint64> m_prepared = 0;
    qint64 m_firstN = 0;
};

} // namespace ffp
