// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/householdlaws.h"

#include "core/base/about.h"
#include "core/db/query.h"
#include "core/store/householdstore.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

Result<> HouseholdLaws::watch(RecordId household)
{
    FFP_ASSIGN(const qint64 rid, RecordStore(m_db, m_cipher).ridOf(household));
    return watch(Entity::Household, rid);
}

Result<> HouseholdLaws::watch(Entity entity, qint64 rid)
{
    FFP_ASSIGN(const qint64 household, householdOf(entity, rid));
    if (household == 0 || m_before.contains(household))
        return {};
    FFP_ASSIGN(QStringList before, breaches(household));
    m_before.emplace(household, std::move(before));
    return {};
}

Result<> HouseholdLaws::watchNew(RecordId household)
{
    FFP_ASSIGN(const qint64 rid, RecordStore(m_db, m_cipher).ridOf(household));
    return watchNew(Entity::Household, rid);
}

Result<> HouseholdLaws::watchNew(Entity entity, qint64 rid)
{
    FFP_ASSIGN(const qint64 household, householdOf(entity, rid));
    if (household != 0)
        m_before.emplace(household, QStringList()); // nothing happens when it is known
    return {};
}

Result<qint64> HouseholdLaws::householdOf(Entity entity, qint64 rid) const
{
    if (entity == Entity::Household)
        return rid;
    if (entity != Entity::Member)
        return qint64(0);
    FFP_ASSIGN(const auto household,
               queryInteger(m_db, u"SELECT household_id FROM member WHERE rid = ?"_s, rid));
    return household.value_or(0);
}

Result<> HouseholdLaws::check() const
{
    for (const auto &[rid, before] : m_before) {
        FFP_ASSIGN(const QStringList now, breaches(rid));
        for (const QString &law : now) {
            if (before.contains(law))
                continue;
            FFP_ASSIGN(const RecordId id, RecordStore(m_db, m_cipher).idOf(rid));
            return fail(Error{ErrorKind::RuleBroken, aboutKey(u"household"_s, id.toString()), {law}, {}});
        }
    }
    return {};
}

Result<QStringList> HouseholdLaws::breaches(qint64 rid) const
{
    FFP_ASSIGN(const HouseholdStore::Structure now, HouseholdStore(m_db, m_cipher).structure(rid));
    if (!now.exists)
        return QStringList();
    if (now.voided)
        return now.persons > 0 ? QStringList{u"members_of_void"_s} : QStringList();
    QStringList out;
    if (now.persons == 0)
        out << u"no_members"_s;
    else if (now.heads == 0)
        out << u"no_head"_s;
    if (now.heads > 1)
        out << u"one_head"_s;
    if (now.heads == 1 && now.namedHead != 0 && now.namedHead != now.head)
        out << u"head_elsewhere"_s;
    return out;
}

} // namespace ffp
