// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/record.h"
#include "core/trust/crypto.h"

#include <QObject>

#include <algorithm>
#include <functional>
#include <initializer_list>
#include <memory>

namespace ffp {

/// What the user did, in one word for code and one sentence for the history page.
struct Operation {
    const char *verb; ///< stable ASCII: "import", "visit.add", "household.edit", "undo" …
    OfficialId actor; ///< null = the program itself
    QString note;     ///< reason given by the user; no S-class data
    RecordId about;   ///< the record the change is mainly about, may be null
    bool undoable = true;
    qint64 undoes = 0; ///< change that this one takes back; set by undo and redo only
};

/// What a transaction changed; screens refresh just that.
struct ChangeSummary {
    qint64 change = 0; ///< id of the change group; 0 = nothing changed, nothing written
    std::vector<std::pair<Entity, qint64>> rids; ///< empty with `bulk`
    bool bulk = false;                           ///< more than 1,000 records: reload lists
    qint64 created = 0;
    qint64 edited = 0;

    /// Whether records of one of these may be among the changed ones; a bulk summary says nothing of them.
    bool touches(std::initializer_list<Entity> entities) const
    {
        return bulk || std::any_of(rids.begin(), rids.end(), [entities](const auto &row) {
                   return std::find(entities.begin(), entities.end(), row.first) != entities.end();
               });
    }
};

struct CaseAction;
/// The official's key for one action.
struct ActionSigner {
    KeyId key{};
    std::function<Result<Signature>(const Hash &op)> sign;
};

struct PreparedRecord;
/// See ChangeWriter::prepare().
using Prepared = std::shared_ptr<const PreparedRecord>;

/// Given to the function of transact(). Values equal to what is stored write nothing.
class ChangeWriter
{
public:
    virtual ~ChangeWriter() = default;
    /// New record in `area`; `id` null = a new UUIDv7. Returns its id.
    Result<RecordId> create(Entity entity, const AreaCode &area, const FieldValues &values, RecordId id = {});
    /// The half of create() that needs neither the database nor the log: values are checked, encoded and
    /// sealed. May be called in another thread while this one writes, so that a large import keeps both
    /// processors busy.
    virtual Result<Prepared> prepare(Entity entity, const FieldValues &values, RecordId id = {}) const = 0;
    /// The other half.
    virtual Result<RecordId> create(const AreaCode &area, const Prepared &record) = 0;
    /// The id that the record has or will have.
    static RecordId idOf(const Prepared &record);
    /// Sets fields of one record; only values that differ become an op.
    virtual Result<> edit(RecordId id, const FieldValues &values, const QString &note = {}) = 0;
    /// Voids (or un-voids) a record with a reason; nothing is ever deleted.
    virtual Result<> setVoid(RecordId id, bool voided, const QString &reason) = 0;
    /// A signed action on a matter (exchange.md §12). Only well-formedness is seen to here: whether it counts
    /// is judged from the log, here and elsewhere alike (core/log/casejudge.h).
    virtual Result<> act(RecordId matter, const CaseAction &action, const ActionSigner &signer) = 0;
    /// Row id of a record in this file, for queries inside the transaction.
    virtual qint64 rid(RecordId id) = 0;
    /// Hint before a large import: about `records` new records of `entity` follow. May put its secondary
    /// indexes off to the end of the change; look things up by other columns before, not meanwhile.
    virtual Result<> expectMany(Entity entity, qint64 records) = 0;
};

/// The one door for writes (idea 2 of the house plan). Invariants, each with a test in tests/core/log:
///  1. One database transaction: either all ops of `work` and their projected rows are there, or none.
///  2. Every changed field has an op in the log that says who, when, where, before and after.
///  3. A change that changes nothing writes nothing and reports change 0.
///  4. Only one transaction at a time in the process; from the UI thread a second one fails with Busy at
///  once.
///  5. After an error of SQLite the loop stops and nothing is committed (disk full, I/O error).
class Log : public QObject
{
    Q_OBJECT

public:
    using Work = std::function<Result<>(ChangeWriter &)>;
    virtual Result<ChangeSummary> transact(const Operation &operation, const Work &work) = 0;

Q_SIGNALS:
    /// After each commit, in the thread of the writer; connect queued from screens.
    void changed(const ffp::ChangeSummary &summary);
};

} // namespace ffp

Q_DECLARE_METATYPE(ffp::ChangeSummary)
