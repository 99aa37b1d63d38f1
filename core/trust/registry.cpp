// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/registry.h"

#include "core/trust/cbor.h"

#include <algorithm>
#include <set>

namespace ffp {

namespace {

// Op kinds of lane 1 (exchange.md §6.4); core/log has the whole list but stands above this layer.
enum Kind : quint32 {
    kRoot = 16,
    kEnrol = 17,
    kJoin = 18,
    kAccept = 19,
    kIncarnation = 21,
    kOfficial = 22,
    kEnd = 23
};

QByteArray encoded(auto write)
{
    QByteArray out;
    cbor::Writer writer(out);
    write(writer);
    return out;
}

template <class IdType>
IdType idOf(const QByteArray &bytes)
{
    return IdType::fromBytes(bytes);
}

/// A public key in a map; false when it is missing or of another length.
bool publicKey(const RegistryMap &map, int key, PublicKey &out)
{
    return fromView(map.bytes(key), out);
}

bool popHolds(const RegistryMap &map, int key, const PublicKey &pub, QByteArrayView what)
{
    Signature pop;
    return fromView(map.bytes(key), pop) && crypto::verify(pub, kPopTag, what, pop);
}

} // namespace

QByteArray popOfSite(const SiteId &site, const PublicKey &sign, const PublicKey &box)
{
    return site.toBytes() + view(sign).toByteArray() + view(box).toByteArray();
}

QByteArray popOfOfficial(const OfficialId &official, const PublicKey &sign)
{
    return official.toBytes() + view(sign).toByteArray();
}

std::optional<RegistryMap> RegistryMap::decode(QByteArrayView bytes)
{
    if (cbor::validate(bytes) != cbor::Fault::None)
        return std::nullopt;
    cbor::Reader reader(bytes);
    quint64 pairs = 0;
    if (!reader.map(pairs))
        return std::nullopt;
    RegistryMap map;
    for (quint64 i = 0; i < pairs; ++i) {
        qint64 key = 0;
        QByteArrayView item;
        if (!reader.integer(key) || !reader.item(item))
            return std::nullopt;
        map.m_items.emplace(key, item.toByteArray());
    }
    return map;
}

QByteArray RegistryMap::encode() const
{
    // Keys are never negative here, so their order by value is the order of the profile.
    return encoded([this](cbor::Writer &writer) {
        writer.map(m_items.size());
        for (const auto &[key, value] : m_items) {
            writer.integer(key);
            writer.raw(value);
        }
    });
}

RegistryMap &RegistryMap::item(int key, const QByteArray &value)
{
    m_items[key] = value;
    return *this;
}

RegistryMap &RegistryMap::text(int key, const QString &value)
{
    return item(key, encoded([&](cbor::Writer &w) { w.text(value); }));
}

RegistryMap &RegistryMap::integer(int key, qint64 value)
{
    return item(key, encoded([&](cbor::Writer &w) { w.integer(value); }));
}

RegistryMap &RegistryMap::bytes(int key, QByteArrayView value)
{
    return item(key, encoded([&](cbor::Writer &w) { w.bytes(value); }));
}

RegistryMap &RegistryMap::boolean(int key, bool value)
{
    return item(key, encoded([&](cbor::Writer &w) { w.boolean(value); }));
}

QByteArray RegistryMap::item(int key) const
{
    const auto found = m_items.find(key);
    return found == m_items.end() ? QByteArray() : found->second;
}

QString RegistryMap::text(int key) const
{
    const QByteArray bytes = item(key);
    QByteArrayView text;
    return cbor::Reader(bytes).utf8(text) ? QString::fromUtf8(text) : QString();
}

std::optional<qint64> RegistryMap::integer(int key) const
{
    const QByteArray bytes = item(key);
    qint64 value = 0;
    return cbor::Reader(bytes).integer(value) ? std::optional(value) : std::nullopt;
}

QByteArray RegistryMap::bytes(int key) const
{
    const QByteArray bytes = item(key);
    QByteArrayView value;
    return cbor::Reader(bytes).bytes(value) ? value.toByteArray() : QByteArray();
}

bool RegistryMap::boolean(int key) const
{
    const QByteArray bytes = item(key);
    bool value = false;
    return cbor::Reader(bytes).boolean(value) && value;
}

bool Registry::isEntitled(const Hash &op) const
{
    return m_entitled.contains(op);
}

/// Works in rounds until nothing new holds: what a round accepts (a site's key) lets the next one accept what
/// that key signed.
struct Registry::Fold {
    Registry &out;
    PublicKey anchor;
    KeyId rootId;
    std::vector<std::pair<const RegistryOp *, RegistryMap>> ops; ///< in (hlc, id) order

    struct Join {
        PublicKey sign, box;
        Incarnation inc;
    };
    std::map<SiteId, const RegistryOp *> enrolOf;
    std::map<SiteId, std::map<KeyId, Join>> joins;
    std::map<SiteId, std::set<KeyId>> accepts;

    bool signedBy(const RegistryOp &op, const PublicKey &pub) const
    {
        return crypto::keyId(pub) == op.signer
               && crypto::verify(pub, kRegistryTag, view(op.id), op.signature);
    }

    bool signedByRoot(const RegistryOp &op) const { return out.m_hasRoot && signedBy(op, anchor); }

    /// The accepted site whose key signed `op`, written in an incarnation of its own; nullptr otherwise.
    const SiteEntry *signingSite(const RegistryOp &op) const
    {
        const auto key = out.m_keys.find(op.signer);
        if (key == out.m_keys.end() || key->second.role != KeyEntry::Role::Site
            || key->second.state == KeyEntry::State::Waiting || !signedBy(op, key->second.pub))
            return nullptr;
        const auto inc = out.m_incarnations.find(op.inc);
        if (op.kind != kIncarnation
            && (inc == out.m_incarnations.end() || inc->second.site != key->second.site))
            return nullptr;
        return &out.m_sites.at(key->second.site);
    }

    bool root(const RegistryOp &op, const RegistryMap &map)
    {
        PublicKey pub{}, box{};
        if (op.rec != rootId || !publicKey(map, regkey::RootSignPub, pub) || pub != anchor
            || !publicKey(map, regkey::RootBoxPub, box) || !signedBy(op, anchor))
            return false;
        out.m_hasRoot = true;
        out.m_keys[rootId] = {anchor, KeyEntry::Role::Root, rootId, {}, KeyEntry::State::Valid, {}};
        return true;
    }

    bool enrol(const RegistryOp &op, const RegistryMap &map)
    {
        SiteEntry site;
        site.id = SiteId(op.rec);
        site.name = map.text(regkey::EnrolName);
        site.area = AreaCode::fromString(map.text(regkey::EnrolArea));
        site.level = static_cast<int>(map.integer(regkey::EnrolLevel).value_or(0));
        site.parent = idOf<SiteId>(map.bytes(regkey::EnrolParent));
        site.mayEnrol = map.boolean(regkey::EnrolMayEnrol);
        site.role = static_cast<int>(map.integer(regkey::EnrolRole).value_or(1));
        PublicKey invite{};
        if (site.area.isNull() || static_cast<int>(site.area.level()) != site.level
            || !publicKey(map, regkey::EnrolInviteSign, invite) || enrolOf.contains(site.id))
            return false;
        if (!signedByRoot(op)) {
            const SiteEntry *higher = signingSite(op);
            if (!higher || !higher->mayEnrol || !higher->area.covers(site.area)
                || higher->level >= site.level)
                return false;
        }
        enrolOf[site.id] = &op;
        out.m_sites[site.id] = site;
        const KeyId key = crypto::keyId(invite);
        out.m_keys[key] = {invite, KeyEntry::Role::Invite, op.rec, site.id, KeyEntry::State::Valid, {}};
        return true;
    }

    bool join(const RegistryOp &op, const RegistryMap &map)
    {
        const SiteId site(op.rec);
        const auto key = out.m_keys.find(op.signer);
        Join join;
        join.inc = idOf<Incarnation>(map.bytes(regkey::JoinInc));
        if (key == out.m_keys.end() || key->second.role != KeyEntry::Role::Invite || key->second.site != site
            || !publicKey(map, regkey::JoinSignPub, join.sign)
            || !publicKey(map, regkey::JoinBoxPub, join.box) || join.inc != op.inc || op.seq != 1
            || !signedBy(op, key->second.pub)
            || !popHolds(map, regkey::JoinPop, join.sign, popOfSite(site, join.sign, join.box)))
            return false;
        const KeyId joined = crypto::keyId(join.sign);
        joins[site][joined] = join;
        out.m_incarnations[join.inc] = {site, {}, 0};
        out.m_keys.try_emplace(joined, KeyEntry{join.sign,
                                                KeyEntry::Role::Site,
                                                op.rec,
                                                site,
                                                KeyEntry::State::Waiting,
                                                {}});
        return true;
    }

    bool accept(const RegistryOp &op, const RegistryMap &map)
    {
        const SiteId site(op.rec);
        KeyId key{};
        const auto enrolled = enrolOf.find(site);
        if (enrolled == enrolOf.end() || !fromView(map.bytes(regkey::AcceptKey), key)
            || !joins[site].contains(key))
            return false;
        if (!signedByRoot(op)) {
            const SiteEntry *enroller = signingSite(op);
            const auto by = out.m_keys.find(enrolled->second->signer);
            if (!enroller || by == out.m_keys.end() || by->second.site != enroller->id)
                return false;
        }
        accepts[site].insert(key);
        return true;
    }

    /// Exactly one key of an invite named by accepts: that one is valid; otherwise none (M52).
    void settle(const SiteId &id, const std::set<KeyId> &accepted)
    {
        if (accepted.size() != 1) {
            for (const KeyId &key : accepted)
                out.m_keys[key].state = KeyEntry::State::Waiting;
            out.m_sites[id].accepted = false;
            return;
        }
        const Join &join = joins[id].at(*accepted.begin());
        out.m_keys[*accepted.begin()].state = KeyEntry::State::Valid;
        SiteEntry &site = out.m_sites[id];
        site.accepted = true;
        site.signPub = join.sign;
        site.boxPub = join.box;
    }

    bool incarnation(const RegistryOp &op, const RegistryMap &map)
    {
        const SiteEntry *site = signingSite(op);
        const auto inc = idOf<Incarnation>(map.bytes(regkey::IncarnationInc));
        const qint64 reason = map.integer(regkey::IncarnationReason).value_or(0);
        if (!site || site->id != SiteId(op.rec) || inc != op.inc || op.seq != 1 || reason < 1 || reason > 4)
            return false;
        out.m_incarnations[inc] = {site->id, idOf<Incarnation>(map.bytes(regkey::IncarnationPrior)),
                                   static_cast<int>(reason)};
        return true;
    }

    bool official(const RegistryOp &op, const RegistryMap &map)
    {
        const OfficialId id(op.rec);
        OfficialEntry entry;
        entry.id = id;
        entry.name = map.text(regkey::OfficialName);
        entry.title = map.text(regkey::OfficialTitle);
        entry.site = idOf<SiteId>(map.bytes(regkey::OfficialSite));
        entry.sameAs = idOf<OfficialId>(map.bytes(regkey::OfficialSameAs));
        entry.login = map.text(regkey::OfficialLogin);
        entry.role = map.text(regkey::OfficialRole);
        entry.level = static_cast<int>(map.integer(regkey::OfficialLevel).value_or(0));
        entry.area = AreaCode::fromString(map.text(regkey::OfficialArea));
        PublicKey pub{};
        const auto site = out.m_sites.find(entry.site);
        if (site == out.m_sites.end() || !publicKey(map, regkey::OfficialSignPub, pub)
            || !popHolds(map, regkey::OfficialPop, pub, popOfOfficial(id, pub)))
            return false;
        if (signedByRoot(op)) {
            entry.named = true;
        } else {
            const SiteEntry *by = signingSite(op);
            if (!by || !by->area.covers(site->second.area)
                || (by->id != entry.site && by->level >= site->second.level))
                return false;
            entry.named = by->id != entry.site;
        }
        entry.key = crypto::keyId(pub);
        const auto before = out.m_officials.find(id);
        entry.named = entry.named
                      || (before != out.m_officials.end() && before->second.named
                          && before->second.key == entry.key);
        out.m_keys.try_emplace(entry.key, KeyEntry{pub,
                                                   KeyEntry::Role::Official,
                                                   op.rec,
                                                   entry.site,
                                                   KeyEntry::State::Valid,
                                                   {}});
        out.m_officials[id] = entry; // ops come in (hlc, id) order: the newest stays
        return true;
    }

    bool end(const RegistryOp &op, const RegistryMap &map)
    {
        KeyId key{};
        if (!fromView(map.bytes(regkey::EndKey), key))
            return false;
        const auto ended = out.m_keys.find(key);
        if (ended == out.m_keys.end() || ended->second.role != KeyEntry::Role::Official
            || ended->second.owner != op.rec)
            return false;
        if (!signedByRoot(op)) {
            const SiteEntry *by = signingSite(op);
            const auto site = out.m_sites.find(ended->second.site);
            if (!by || site == out.m_sites.end() || !by->area.covers(site->second.area)
                || (by->id != site->first && by->level >= site->second.level))
                return false;
        }
        ended->second.state = KeyEntry::State::Ended;
        ended->second.upto = map.item(regkey::EndUpto);
        return true;
    }

    bool test(const RegistryOp &op, const RegistryMap &map)
    {
        switch (op.kind) {
        case kRoot: return root(op, map);
        case kEnrol: return enrol(op, map);
        case kJoin: return join(op, map);
        case kAccept: return accept(op, map);
        case kIncarnation: return incarnation(op, map);
        default: return false;
        }
    }

    void run()
    {
        bool news = true;
        while (news) {
            news = false;
            for (const auto &[op, map] : ops) {
                if (!out.m_entitled.contains(op->id) && test(*op, map)) {
                    out.m_entitled[op->id] = true;
                    news = true;
                }
            }
            for (const auto &[site, accepted] : accepts)
                settle(site, accepted);
        }
        // People need the sites and keys to stand, and come in order of time: the newest entry counts.
        for (const quint32 kind : {kOfficial, kEnd})
            for (const auto &[op, map] : ops)
                if (op->kind == kind && (kind == kOfficial ? official(*op, map) : end(*op, map)))
                    out.m_entitled[op->id] = true;
        for (auto &[id, entry] : out.m_officials)
            entry.ended = out.m_keys[entry.key].state == KeyEntry::State::Ended;
    }
};

OfficialPost postOf(const Registry &registry, const OfficialEntry &official)
{
    const auto site = registry.sites().find(official.site);
    if (site == registry.sites().end())
        return {};
    OfficialPost post;
    post.area = official.area.isNull() ? site->second.area : official.area;
    if (!site->second.area.covers(post.area))
        return {};
    int level = official.level;
    if (level == 0 && official.role == QLatin1String("reporter"))
        level = static_cast<int>(AreaLevel::Village);
    else if (level == 0 && official.role == QLatin1String("reviewer"))
        level = static_cast<int>(AreaLevel::Township);
    else if (level == 0 && official.role == QLatin1String("approver"))
        level = static_cast<int>(AreaLevel::County);
    if (level >= static_cast<int>(AreaLevel::Province) && level <= static_cast<int>(AreaLevel::Village))
        post.level = static_cast<AreaLevel>(std::max(level, site->second.level));
    return post;
}

Registry Registry::fold(const std::vector<RegistryOp> &ops, const PublicKey &anchor)
{
    Registry registry;
    Fold fold{registry, anchor, crypto::keyId(anchor), {}, {}, {}, {}};
    for (const RegistryOp &op : ops)
        if (auto map = RegistryMap::decode(op.reg))
            fold.ops.emplace_back(&op, std::move(*map));
    std::sort(fold.ops.begin(), fold.ops.end(), [](const auto &a, const auto &b) {
        return std::tie(a.first->hlc, a.first->id) < std::tie(b.first->hlc, b.first->id);
    });
    fold.run();
    return registry;
}

} // namespace ffp
