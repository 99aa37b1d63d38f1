// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/visitdrafts.h"

#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/log/logcipher.h"
#include "core/store/columns.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ffp {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr const char *kType = "draft";
constexpr const char *kColumn = "visit";

QJsonObject toJson(const FieldValues &values)
{
    QJsonObject object;
    for (const auto &[ref, value] : values) {
        const FieldDef &field = fieldDef(ref);
        if (field.type != FieldType::Ref)
            object.insert(QLatin1String(field.id), QString::fromUtf8(columns::toText(field, value)));
    }
    return object;
}

/// Fields that this version does not know any more are left out: a draft of an older program still opens.
Result<FieldValues> fromJson(Entity entity, const QJsonObject &object)
{
    FieldValues values;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const int index = fieldIndex(entity, it.key().toLatin1().toStdString());
        if (index < 0)
            continue;
        const FieldRef ref{entity, static_cast<quint16>(index)};
        FFP_ASSIGN(const Value value, columns::fromText(fieldDef(ref), it.value().toString().toUtf8()));
        values.emplace_back(ref, value);
    }
    return values;
}

} // namespace

Result<> VisitDrafts::save(const VisitDraft &draft)
{
    QJsonObject body{{u"visit"_s, toJson(draft.visit.values)},
                     {u"household"_s, toJson(draft.visit.householdChanges)}};
    QJsonArray members;
    for (const auto &[member, values] : draft.visit.memberChanges)
        if (!values.empty())
            members.append(
                QJsonObject{{u"id"_s, member.toString()},
                            {u"entity"_s, QLatin1String(entityDef(values.front().first.entity).id)},
                            {u"fields"_s, toJson(values)}});
    body.insert(u"members"_s, members);
    QByteArray sealed;
    FFP_TRY(m_session.cipher().seal(draft.household, kType, kColumn,
                                    QJsonDocument(body).toJson(QJsonDocument::Compact), sealed));
    FFP_ASSIGN(Transaction transaction, Transaction::begin(m_session.database()));
    FFP_TRY(execute(m_session.database(),
                    u"INSERT OR REPLACE INTO draft(kind, about, at, body) VALUES('visit', ?, ?, ?)"_s,
                    draft.household, m_session.clock().nowMs(), sealed));
    return transaction.commit();
}

Result<VisitDraft> VisitDrafts::open(RecordId household, qint64 atMs, const QByteArray &sealed) const
{
    FFP_ASSIGN(const QByteArray plain, m_session.cipher().open(household, kType, kColumn, sealed));
    const QJsonObject body = QJsonDocument::fromJson(plain).object();
    VisitDraft draft;
    draft.household = household;
    draft.savedAtMs = atMs;
    draft.visit.household = household;
    FFP_ASSIGN(draft.visit.values, fromJson(Entity::Visit, body.value(u"visit"_s).toObject()));
    FFP_ASSIGN(draft.visit.householdChanges,
               fromJson(Entity::Household, body.value(u"household"_s).toObject()));
    const QJsonArray members = body.value(u"members"_s).toArray();
    for (const QJsonValue &member : members) {
        const EntityDef *entity = entityById(member.toObject().value(u"entity"_s).toString().toStdString());
        if (!entity)
            continue;
        FFP_ASSIGN(auto values, fromJson(entity->entity, member.toObject().value(u"fields"_s).toObject()));
        draft.visit.memberChanges.emplace_back(RecordId::fromString(
                                                   member.toObject().value(u"id"_s).toString()),
                                               std::move(values));
    }
    return draft;
}

Result<std::optional<VisitDraft>> VisitDrafts::find(RecordId household) const
{
    Query query(m_session.database(), u"SELECT at, body FROM draft WHERE kind = 'visit' AND about = ?"_s);
    FFP_TRY(query.run(household));
    FFP_ASSIGN(const bool row, query.next());
    if (!row)
        return std::nullopt;
    FFP_ASSIGN(auto draft, open(household, query.integer(0), query.bytes(1)));
    return std::optional(std::move(draft));
}

Result<std::vector<VisitDraft>> VisitDrafts::all() const
{
    std::vector<VisitDraft> drafts;
    Query query(m_session.database(),
                u"SELECT about, at, body FROM draft WHERE kind = 'visit' ORDER BY at DESC"_s);
    FFP_TRY(query.run());
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return drafts;
        FFP_ASSIGN(auto draft, open(query.id<RecordId>(0), query.integer(1), query.bytes(2)));
        drafts.push_back(std::move(draft));
    }
}

Result<> VisitDrafts::discard(RecordId household)
{
    FFP_ASSIGN(Transaction transaction, Transaction::begin(m_session.database()));
    FFP_TRY(remove(household));
    return transaction.commit();
}

Result<> VisitDrafts::remove(RecordId household)
{
    return execute(m_session.database(), u"DELETE FROM draft WHERE kind = 'visit' AND about = ?"_s,
                   household);
}

} // namespace ffp
