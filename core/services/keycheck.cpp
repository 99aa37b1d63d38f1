// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/keycheck.h"

#include "core/db/query.h"
#include "core/services/sidemark.h"
#include "core/trust/keyslotstore.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kOfficialSlot = 1;

class KeyCheck
{
public:
    KeyCheck(const Session &session, const Registry &registry)
        : m_session(session),
          m_db(session.database()),
          m_registry(registry)
    {}

    Result<std::vector<Fault>> run()
    {
        FFP_ASSIGN(m_keys, m_session.keyring().keys());
        FFP_TRY(checkMeta());
        FFP_TRY(checkSecrets());
        FFP_TRY(checkSlots());
        FFP_TRY(checkAttachments());
        return std::move(m_faults);
    }

private:
    void fault(const QString &where, const QString &message)
    {
        m_faults.push_back({u"key"_s, where, message});
    }

    Result<QByteArray> meta(const char *key)
    {
        FFP_ASSIGN(const std::optional<QByteArray> value,
                   queryBytes(m_db, u"SELECT v FROM meta WHERE k = ?"_s, QString::fromLatin1(key)));
        return value.value_or(QByteArray());
    }

    Result<> checkMeta()
    {
        FFP_ASSIGN(const QByteArray site, meta("site"));
        m_site = m_registry.sites().find(SiteId::fromBytes(site));
        if (m_site == m_registry.sites().end() || !m_site->second.accepted
            || m_site->first != m_session.site().id)
            fault(u"meta: site"_s, u"not the site that this file was made for"_s);
        FFP_ASSIGN(const QByteArray incarnation, meta("incarnation"));
        const auto current = Incarnation::fromBytes(incarnation);
        const auto known = m_registry.incarnations().find(current);
        bool followed = false;
        for (const auto &[inc, entry] : m_registry.incarnations())
            followed = followed || entry.prior == current;
        if (current.isNull() || known == m_registry.incarnations().end()
            || known->second.site != m_session.site().id || followed)
            fault(u"meta: incarnation"_s, u"not the site's last one"_s);
        FFP_ASSIGN(const QByteArray rootPub, meta("root_pub"));
        FFP_ASSIGN(const QByteArray rootId, meta("root_id"));
        PublicKey root{};
        if (!fromView(rootPub, root) || rootId != view(crypto::keyId(root)))
            fault(u"meta: root_id"_s, u"not the root's"_s);
        FFP_ASSIGN(const QByteArray db, meta("db_id"));
        FFP_ASSIGN(const QByteArray machine, meta("machine_tag"));
        // open() has put it right for this PC, so it also proves that db_id is the old one.
        if (machine != view(SideMark::machineTag(DbId::fromBytes(db))))
            fault(u"meta: machine_tag"_s, u"not of this database on this PC"_s);
        return {};
    }

    /// The seed in table secret; empty, and a fault, when it does not open.
    Result<SecretBytes> secret(const char *name)
    {
        const QString key = QString::fromLatin1(name);
        auto seed = KeySlotStore(m_db).secret(*m_keys, key);
        if (seed && seed->size() == 32)
            return seed;
        if (!seed && seed.error().kind != ErrorKind::Damaged && seed.error().kind != ErrorKind::NotFound)
            return seed;
        fault(u"secret: "_s + key, u"missing or not what was stored"_s);
        return SecretBytes();
    }

    Result<> checkSecrets()
    {
        FFP_ASSIGN(const QStringList names, KeySlotStore(m_db).secretNames());
        for (const QString &name : names)
            if (name != QLatin1String(kSiteSignSecret) && name != QLatin1String(kSiteBoxSecret))
                FFP_TRY(secret(qPrintable(name)));
        FFP_ASSIGN(const SecretBytes sign, secret(kSiteSignSecret));
        FFP_ASSIGN(const SecretBytes box, secret(kSiteBoxSecret));
        if (m_site == m_registry.sites().end() || sign.isEmpty() || box.isEmpty())
            return {};
        if (crypto::signKeys(sign).pub != m_site->second.signPub
            || crypto::boxKeys(box).pub != m_site->second.boxPub)
            fault(u"secret"_s, u"not the keys that the registry has for this site"_s);
        return {};
    }

    Result<> checkSlots()
    {
        Query query(m_db, u"SELECT slot, kind, owner FROM keyslot ORDER BY slot"_s);
        FFP_TRY(query.run());
        std::map<OfficialId, int> slotsOf;
        while (true) {
            FFP_ASSIGN(const bool row, query.next());
            if (!row)
                break;
            const QString where = u"keyslot %1"_s.arg(query.integer(0));
            const auto owner = m_registry.officials().find(query.id<OfficialId>(2));
            if (query.integer(1) != kOfficialSlot || owner == m_registry.officials().end()
                || owner->second.ended || owner->second.site != m_session.site().id
                || ++slotsOf[owner->first] > 1) {
                fault(where, u"belongs to nobody who may log in"_s);
                continue;
            }
            FFP_TRY(checkSlot(owner->first, where));
        }
        for (const auto &[id, official] : m_registry.officials())
            if (official.site == m_session.site().id && !official.login.isEmpty() && !official.ended
                && !slotsOf.contains(id))
                fault(u"keyslot"_s, u"of %1 is missing"_s.arg(official.login));
        const auto self = m_registry.officials().find(m_session.user().id);
        FFP_ASSIGN(const PublicKey own, m_session.keyring().officialKey());
        if (self == m_registry.officials().end() || self->second.key != crypto::keyId(own))
            fault(u"keyslot"_s, u"the signing key in use is not the one of the registry"_s);
        return {};
    }

    /// What can be said without the password: the parts have their sizes and the cost its limits. A slot
    /// whose bytes were changed lets nobody in.
    Result<> checkSlot(const OfficialId &owner, const QString &where)
    {
        const auto slot = KeySlotStore(m_db).find(owner);
        if (!slot && slot.error().kind != ErrorKind::Damaged && slot.error().kind != ErrorKind::NotFound)
            return fail(slot.error());
        constexpr qsizetype kWrapped = 32 + crypto::kSealOverhead;
        if (!slot || slot->cost.passes > crypto::kMostCost.passes
            || slot->cost.memoryKib > crypto::kMostCost.memoryKib || slot->wrapped.size() != kWrapped
            || slot->signWrapped.size() != kWrapped)
            fault(where, u"not a key slot"_s);
        return {};
    }

    Result<> checkAttachments()
    {
        Query query(m_db, u"SELECT hash, size, data FROM attachment"_s);
        FFP_TRY(query.run());
        QByteArray plain;
        while (true) {
            FFP_ASSIGN(const bool row, query.next());
            if (!row)
                break;
            Hash hash{};
            const bool opened = fromView(query.bytes(0), hash)
                                && m_keys->openAttachment(hash, query.bytes(2), plain);
            if (!opened || crypto::hash("ffpx-att-1", plain) != hash || plain.size() != query.integer(1))
                m_faults.push_back({u"attachment"_s,
                                    u"attachment %1"_s.arg(QString::fromLatin1(query.bytes(0).toHex())),
                                    u"not what its hash says"_s});
        }
        Query missing(m_db,
                      u"SELECT content_hash FROM household_attachment WHERE void = 0 AND content_hash NOT IN "
                      "(SELECT lower(hex(hash)) FROM attachment)"_s);
        FFP_TRY(missing.run());
        while (true) {
            FFP_ASSIGN(const bool row, missing.next());
            if (!row)
                return {};
            m_faults.push_back(
                {u"attachment"_s, u"attachment %1"_s.arg(missing.text(0)), u"content is missing"_s});
        }
    }

    const Session &m_session;
    Database &m_db;
    const Registry &m_registry;
    std::shared_ptr<const SiteKeys> m_keys;
    std::map<SiteId, SiteEntry>::const_iterator m_site;
    std::vector<Fault> m_faults;
};

} // namespace

Result<std::vector<Fault>> checkKeys(const Session &session, const Registry &registry)
{
    return KeyCheck(session, registry).run();
}

} // namespace ffp
