// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/heldrowservice.h"

#include "core/base/about.h"
#include "core/domain/fields/heldrowfields.h"
#include "core/domain/fields/importbatchfields.h"
#include "core/log/logcipher.h"
#include "core/services/fieldcheck.h"
#include "core/services/import/heldrows.h"
#include "core/store/recordstore.h"

#include <QHash>

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<QHash<RecordId, Record>> batches(const RecordStore &store)
{
    QHash<RecordId, Record> out;
    Selection selection;
    selection.fields = {import_batch::f("file_name"), import_batch::f("imported_on")};
    FFP_TRY(store.each(Entity::ImportBatch, selection, [&](Record &record) {
        out.insert(record.id, record);
        return true;
    }));
    return out;
}

Result<> mustBeHeld(const RecordStore &store, RecordId id)
{
    FFP_ASSIGN(const Record record, store.record(id));
    if (record.entity != Entity::HeldRow)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"held_row"_s, id.toString()), {}, {}});
    if (record.voided)
        return fail(ErrorKind::Conflict, u"settled already"_s);
    return {};
}

} // namespace

Result<std::vector<HeldRow>> HeldRowService::list() const
{
    if (m_session.isLocked())
        return fail(ErrorKind::Locked);
    const RecordStore store(m_session.database(), m_session.cipher());
    FFP_ASSIGN(const auto files, batches(store));
    Selection selection;
    selection.orderBy = u"t.batch_id DESC, t.row_no, t.rid"_s;
    selection.fields = {held_row::f("batch_id"),     held_row::f("kind"), held_row::f("row_no"),
                        held_row::f("household_no"), held_row::f("name"), held_row::f("reasons")};
    std::vector<HeldRow> out;
    FFP_TRY(store.each(Entity::HeldRow, selection, [&](Record &record) {
        const Record file = files.value(record[held_row::f("batch_id")].toRef());
        out.push_back({record.id, record[held_row::f("kind")].toText(),
                       file[import_batch::f("file_name")].toText(),
                       QDate::fromString(file[import_batch::f("imported_on")].toText(), Qt::ISODate),
                       record[held_row::f("row_no")].toInt(), record[held_row::f("household_no")].toText(),
                       record[held_row::f("name")].toText(), record[held_row::f("reasons")].toList()});
        return true;
    }));
    return out;
}

Result<qint64> HeldRowService::count() const
{
    const RecordStore store(m_session.database(), m_session.cipher());
    return store.count(Entity::HeldRow);
}

Result<ChangeSummary> HeldRowService::dismiss(std::span<const RecordId> rows, const QString &reason)
{
    FFP_TRY(mayWrite(m_session));
    const QString why = reason.simplified().left(kLongestReason);
    if (why.isEmpty())
        return fail(Error{ErrorKind::InvalidValue, aboutField(u"held_row"_s, u"reasons"_s), {}, {}});
    const Operation operation{"import.dismiss", m_session.user().id, why,
                              rows.size() == 1 ? rows.front() : RecordId()};
    return m_session.log().transact(operation, [&](ChangeWriter &writer) -> Result<> {
        const RecordStore store(m_session.database(), m_session.cipher());
        for (const RecordId id : rows) {
            FFP_TRY(mustBeHeld(store, id));
            FFP_TRY(writer.setVoid(id, true, imports::kDismissed.toString() + why));
        }
        return {};
    });
}

} // namespace ffp
