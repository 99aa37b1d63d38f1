// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/transact.h"
#include "core/store/recordstore.h"

#include <map>

namespace ffp {

/// The record and all that hangs on it; owners before what hangs on them.
Result<std::vector<Record>> recordsOf(const RecordStore &store, const Record &record,
                                      Voided voided = Voided::Hide);

/// Takes records into another area. A record lives in one area for life (exchange.md §5): each is made anew
/// there with the values that it has now and its old entry leaves the register, with its history. What hangs
/// on a record (its first reference names it: the visits of a household, the lines of a statement, whatever
/// kinds there will be) goes along; every other reference to it is turned to the new entry.
///
///     RecordCarrier carrier(store, writer, nowMs, reason);
///     FFP_TRY(carrier.take(household));
///     carrier.change(household.id, {{household::f("address"), Value()}});
///     FFP_TRY(carrier.carryTo(village));
///     … carrier.idOf(household.id) …
class RecordCarrier
{
public:
    RecordCarrier(const RecordStore &store, ChangeWriter &writer, qint64 nowMs, QString reason);

    /// With all that hangs on it; voided entries stay behind.
    Result<> take(const Record &record);
    /// Values that the new entry has instead; references in them may name old entries.
    void change(RecordId record, const FieldValues &values);
    const std::vector<Record> &records() const { return m_records; }
    Result<> carryTo(const AreaCode &area);
    /// Of the new entry; of a record that was not taken its own.
    RecordId idOf(RecordId old) const;

private:
    QStringList withNewIds(QStringList texts) const;
    FieldValues valuesOf(const Record &record) const;
    Result<> turnReferences();
    Result<> turnLists();

    const RecordStore &m_store;
    ChangeWriter &m_writer;
    const qint64 m_nowMs;
    const QString m_reason;
    std::vector<Record> m_records;
    std::map<RecordId, RecordId> m_ids;
    std::map<RecordId, FieldValues> m_changes;
};

} // namespace ffp
