// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/lawfuledits.h"

#include "core/base/about.h"
#include "core/domain/fields/attachmentfields.h"
#include "core/domain/memberfacts.h"
#include "core/domain/recordrules.h"
#include "core/log/logcipher.h"
#include "core/services/attachmentcontent.h"
#include "core/services/casecontent.h"
#include "core/services/entrylaws.h"
#include "core/services/incomeedits.h"
#include "core/services/personcheck.h"
#include "core/store/recordstore.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What a decision sets is not typed: whether a household is monitored, since when, and as what. Only a value
/// that is not there yet may be filled in (an exited household of a list without its class, say).
Result<> checkNotDecided(const RecordStore &store, const RecordStore::Location &place,
                         const FieldValues &values)
{
    if (place.entity != Entity::Case)
        return {};
    std::optional<Record> stored;
    for (const auto &[field, value] : values) {
        if (!isDecidedField(place.entity, QLatin1String(fieldDef(field).id)))
            continue;
        if (!stored) {
            FFP_ASSIGN(stored, store.record(place.entity, place.rid));
        }
        if (!(*stored)[field].isBlank() && (*stored)[field] != value)
            return fail(Error{ErrorKind::RuleBroken,
                              aboutField(u"case"_s, QLatin1String(fieldDef(field).id)),
                              {u"decided"_s},
                              {}});
    }
    return {};
}

} // namespace

LawfulEdits::LawfulEdits(Session &session, ChangeWriter &writer)
    : m_session(session),
      m_writer(writer),
      m_laws(session.database(), session.cipher()),
      m_helpLaws(session)
{}

Result<> LawfulEdits::edit(RecordId id, const FieldValues &values, const QString &note)
{
    const RecordStore store(m_session.database(), m_session.cipher());
    FFP_ASSIGN(const auto place, store.locate(id));
    if (!place)
        return m_writer.edit(id, values, note);
    FFP_TRY(checkNotDecided(store, *place, values));
    FFP_TRY(m_helpLaws.watch(place->entity, place->rid));
    if (holdsPersonalNumber(valueIn(values, attachment::f("title")).toText()))
        return fail(Error{ErrorKind::InvalidValue,
                          aboutField(u"attachment"_s, u"title"_s),
                          {u"title: personal_number"_s},
                          {}});
    if (place->entity == Entity::IncomeStatement || place->entity == Entity::IncomeLine) {
        FFP_ASSIGN(const Record record, store.record(place->entity, place->rid));
        IncomeEdits incomes(m_session, m_writer);
        return place->entity == Entity::IncomeLine ? incomes.editLine(record, values, note)
                                                   : incomes.edit(record, values, note);
    }
    FFP_ASSIGN(const Record stored, store.record(place->entity, place->rid));
    FieldValues completed = values;
    if (place->entity == Entity::Member)
        completeMember(completed, &stored, m_session.clock().today());
    FFP_TRY(checkEntry(store, &stored, withValues(stored, completed), m_session.clock().today()));
    if (place->entity != Entity::Member && place->entity != Entity::Household)
        return m_writer.edit(id, values, note);
    FFP_TRY(m_laws.watch(place->entity, place->rid));
    if (place->entity == Entity::Household)
        return m_writer.edit(id, values, note);
    FFP_TRY(checkPersonIsNew(store, completed, id));
    FFP_TRY(m_writer.edit(id, completed, note));
    return m_laws.watchNew(place->entity, place->rid);
}

Result<> LawfulEdits::check()
{
    FFP_TRY(m_laws.check());
    return m_helpLaws.check();
}

} // namespace ffp
