// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/keyslotstore.h"

#include "core/db/query.h"

#include <QStringList>

#include <limits>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kOfficialSlot = 1; // keyslot.kind; 2 = escrow

Error noSuch(const QString &what, const QString &key)
{
    Error error = Error::of(ErrorKind::NotFound);
    error.subject.entity = what;
    error.subject.key = key;
    return error;
}

/// Costs come from the file: passwordKey() refuses what is beyond the limits, so only the range matters here.
quint32 clamped(qint64 value)
{
    return value < 0 || value > std::numeric_limits<quint32>::max() ? std::numeric_limits<quint32>::max()
                                                                    : static_cast<quint32>(value);
}

} // namespace

Result<KeySlot> KeySlotStore::find(const OfficialId &owner) const
{
    Query query(m_db, u"SELECT salt, ops, mem_kib, wrapped, sign_wrapped FROM keyslot"
                      " WHERE kind = ? AND owner = ?"_s);
    FFP_TRY(query.run(kOfficialSlot, owner));
    FFP_ASSIGN(const bool row, query.next());
    if (!row)
        return fail(noSuch(u"keyslot"_s, owner.toString()));
    KeySlot slot;
    slot.owner = owner;
    if (!fromView(query.bytes(0), slot.salt))
        return fail(ErrorKind::Damaged, u"keyslot: salt"_s);
    slot.cost = {clamped(query.integer(1)), clamped(query.integer(2))};
    slot.wrapped = query.bytes(3);
    slot.signWrapped = query.bytes(4);
    return slot;
}

Result<> KeySlotStore::put(const KeySlot &slot)
{
    FFP_TRY(remove(slot.owner));
    return execute(m_db,
                   u"INSERT INTO keyslot(kind, owner, salt, ops, mem_kib, wrapped, sign_wrapped)"
                   " VALUES(?,?,?,?,?,?,?)"_s,
                   kOfficialSlot, slot.owner, view(slot.salt).toByteArray(), qint64(slot.cost.passes),
                   qint64(slot.cost.memoryKib), slot.wrapped, slot.signWrapped);
}

Result<> KeySlotStore::remove(const OfficialId &owner)
{
    return execute(m_db, u"DELETE FROM keyslot WHERE kind = ? AND owner = ?"_s, kOfficialSlot, owner);
}

Result<SecretBytes> KeySlotStore::secret(const SiteKeys &keys, const QString &name) const
{
    FFP_ASSIGN(const std::optional<QByteArray> sealed,
               queryBytes(m_db, u"SELECT v FROM secret WHERE name = ?"_s, name));
    if (!sealed)
        return fail(noSuch(u"secret"_s, name));
    SecretBytes out;
    if (!keys.openSecret(name.toUtf8(), *sealed, out))
        return fail(ErrorKind::Damaged, u"secret: "_s + name);
    return out;
}

Result<> KeySlotStore::putSecret(const SiteKeys &keys, const QString &name, const SecretBytes &value)
{
    return execute(
        m_db, u"INSERT INTO secret(name, v) VALUES(?,?) ON CONFLICT(name) DO UPDATE SET v = excluded.v"_s,
        name, keys.sealSecret(name.toUtf8(), value));
}

Result<> KeySlotStore::removeSecret(const QString &name)
{
    return execute(m_db, u"DELETE FROM secret WHERE name = ?"_s, name);
}

Result<QStringList> KeySlotStore::secretNames() const
{
    Query query(m_db, u"SELECT name FROM secret ORDER BY name"_s);
    FFP_TRY(query.run());
    QStringList names;
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return names;
        names << query.text(0);
    }
}

} // namespace ffp
