// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/base/id.h"
#include "core/trust/crypto.h"

#include <map>
#include <optional>
#include <vector>

namespace ffp {

/// The map at payload key 4 of a registry op (exchange.md §11.2): integer keys. Built and read only here.
class RegistryMap
{
public:
    RegistryMap() = default;
    /// Empty when `bytes` is no map of the CBOR profile with integer keys.
    static std::optional<RegistryMap> decode(QByteArrayView bytes);
    QByteArray encode() const;

    RegistryMap &text(int key, const QString &value);
    RegistryMap &integer(int key, qint64 value);
    RegistryMap &bytes(int key, QByteArrayView value);
    RegistryMap &boolean(int key, bool value);
    /// An encoded item, such as `upto`.
    RegistryMap &item(int key, const QByteArray &value);

    QString text(int key) const; ///< empty when absent or of another type
    std::optional<qint64> integer(int key) const;
    QByteArray bytes(int key) const;
    bool boolean(int key) const;
    QByteArray item(int key) const;

private:
    std::map<qint64, QByteArray> m_items; ///< encoded values
};

/// Keys of RegistryMap. 32 and above are this program's own for accounts of a site; other programs keep them.
namespace regkey {
enum : int {
    RootName = 1,
    RootArea,
    RootSignPub,
    RootBoxPub,
    EnrolName = 1,
    EnrolArea,
    EnrolLevel,
    EnrolParent,
    EnrolMayEnrol,
    EnrolInviteSign,
    EnrolInviteBox,
    EnrolExpires,
    EnrolRole,
    JoinSignPub = 1,
    JoinBoxPub,
    JoinPop,
    JoinInc,
    AcceptKey = 1,
    IncarnationInc = 1,
    IncarnationPrior,
    IncarnationReason,
    IncarnationMachine,
    OfficialName = 1,
    OfficialTitle,
    OfficialSite,
    OfficialSignPub,
    OfficialPop,
    OfficialSameAs,
    OfficialLogin = 32,
    OfficialRole = 33,
    OfficialLevel = 34,
    OfficialArea = 35,
    EndKey = 1,
    EndUpto,
    EndReason,
};
}

/// Why a new incarnation began (§11.2, kind 21).
enum class IncarnationReason { Restore = 1, OtherPlace = 2, Fork = 3, OwnOpsCameBack = 4 };

/// One op of lane 1 as the fold wants it.
struct RegistryOp {
    Hash id{};
    quint32 kind = 0;
    quint64 hlc = 0;
    Incarnation inc;
    qint64 seq = 0;
    std::array<unsigned char, 16> rec{};
    KeyId signer{};
    Signature signature{};
    QByteArray reg;
};

struct SiteEntry {
    SiteId id;
    QString name;
    AreaCode area;
    int level = 0;
    SiteId parent;
    bool mayEnrol = false;
    int role = 1; ///< 1 normal, 2 receives filings only
    bool accepted = false;
    PublicKey signPub{};
    PublicKey boxPub{};
};

struct OfficialEntry {
    OfficialId id;
    QString name; ///< real name
    QString title;
    SiteId site;
    OfficialId sameAs;
    KeyId key{}; ///< of the newest entry
    QString login;
    QString role;
    int level = 0;      ///< as entered; 0 = what the role means, see postOf()
    AreaCode area;      ///< null = that of the site
    bool named = false; ///< by a higher site or the root, not only by itself (§11.5)
    bool ended = false; ///< the newest key was ended
};

struct KeyEntry {
    enum class Role { Root = 1, Site = 2, Official = 3, Invite = 4 };
    enum class State { Waiting = 0, Valid = 1, Ended = 2 };
    PublicKey pub{};
    Role role = Role::Site;
    std::array<unsigned char, 16> owner{};
    SiteId site;
    State state = State::Waiting;
    QByteArray upto; ///< encoded, of an ended key
};

struct IncarnationEntry {
    SiteId site;
    Incarnation prior;
    int reason = 0; ///< 0 = the first one, from the join
};

/// What the signed registry ops say (exchange.md §11): a function of the set of ops and of the root's public
/// key only, never of their order. Stage 1 knows root, enrol, join, accept, incarnation, official and end;
/// rotate and revoke come with the exchange of several sites and count as not entitled until then.
class Registry
{
public:
    static Registry fold(const std::vector<RegistryOp> &ops, const PublicKey &anchor);

    bool hasRoot() const { return m_hasRoot; }
    const std::map<SiteId, SiteEntry> &sites() const { return m_sites; }
    const std::map<OfficialId, OfficialEntry> &officials() const { return m_officials; }
    const std::map<KeyId, KeyEntry> &keys() const { return m_keys; }
    const std::map<Incarnation, IncarnationEntry> &incarnations() const { return m_incarnations; }
    /// Whether the op has the right and the signature for what it says.
    bool isEntitled(const Hash &op) const;

private:
    struct Fold;
    bool m_hasRoot = false;
    std::map<SiteId, SiteEntry> m_sites;
    std::map<OfficialId, OfficialEntry> m_officials;
    std::map<KeyId, KeyEntry> m_keys;
    std::map<Incarnation, IncarnationEntry> m_incarnations;
    std::map<Hash, bool> m_entitled;
};

/// Where an official acts: a reporter for villages, a reviewer for the township, an approver for the county,
/// unless the entry says otherwise; never above the official's site nor outside its area.
struct OfficialPost {
    std::optional<AreaLevel> level; ///< empty: decides nothing
    AreaCode area;
};
OfficialPost postOf(const Registry &registry, const OfficialEntry &official);

/// What is signed as proof of possession of a new key (§11.2).
QByteArray popOfSite(const SiteId &site, const PublicKey &sign, const PublicKey &box);
QByteArray popOfOfficial(const OfficialId &official, const PublicKey &sign);
inline constexpr char kPopTag[] = "ffpx-pop-1";
inline constexpr char kRegistryTag[] = "ffpx-reg-1";

} // namespace ffp
