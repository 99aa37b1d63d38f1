// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/founding.h"

#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/log/keyringcipher.h"
#include "core/services/sidemark.h"
#include "core/trust/keyslotstore.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kSeedSize = 32;

/// Root keys from the seed (exchange.md §11.1).
struct Root {
    SecretBytes seed = SecretBytes::random(kSeedSize);
    crypto::SignKeys sign;
    crypto::BoxKeys box;
    KeyId id{};

    Root()
    {
        SecretBytes derived(kSeedSize);
        crypto::deriveKey(seed, 1, "ffpxroot", derived.data());
        sign = crypto::signKeys(derived);
        crypto::deriveKey(seed, 2, "ffpxroot", derived.data());
        box = crypto::boxKeys(derived);
        id = crypto::keyId(sign.pub);
    }
};

Result<> setMeta(Database &db, const QString &key, const QByteArray &value)
{
    return execute(db, u"INSERT INTO meta(k, v) VALUES(?,?)"_s, key, value);
}
Result<> setMeta(Database &db, const QString &key, const QString &value)
{
    return execute(db, u"INSERT INTO meta(k, v) VALUES(?,?)"_s, key, value);
}

} // namespace

RegistryLog::NewOp accountOp(const Account &account, const crypto::SignKeys &keys, const SiteInfo &site,
                             const OfficialId &actor)
{
    RegistryMap map;
    map.text(regkey::OfficialName, account.realName)
        .bytes(regkey::OfficialSite, view(account.site.bytes()))
        .bytes(regkey::OfficialSignPub, view(keys.pub))
        .bytes(regkey::OfficialPop,
               view(crypto::sign(keys.secret, kPopTag, popOfOfficial(account.id, keys.pub))))
        .text(regkey::OfficialLogin, account.login)
        .text(regkey::OfficialRole, QLatin1String(roleCode(account.role)));
    if (account.level)
        map.integer(regkey::OfficialLevel, static_cast<int>(*account.level));
    if (!account.area.isNull())
        map.text(regkey::OfficialArea, account.area.toString());
    return {site.incarnation, site.area, actor, opkind::Official, account.id.bytes(), map, {}};
}

bool sameLogin(const QString &a, const QString &b)
{
    const auto folded = [](const QString &login) {
        return login.trimmed().normalized(QString::NormalizationForm_C).toCaseFolded();
    };
    return folded(a) == folded(b);
}

Result<crypto::SignKeys> siteSignKeys(Database &db, const Keyring &keyring)
{
    FFP_ASSIGN(const std::shared_ptr<const SiteKeys> keys, keyring.keys());
    FFP_ASSIGN(const SecretBytes seed, KeySlotStore(db).secret(*keys, QString::fromLatin1(kSiteSignSecret)));
    if (seed.size() != kSeedSize)
        return fail(ErrorKind::Damaged, u"secret: site-sign"_s);
    return crypto::signKeys(seed);
}

Result<> foundSite(Database &db, Keyring &keyring, const DbId &dbId, const NewSite &what, const Clock &clock)
{
    keyring.create();
    FFP_ASSIGN(const std::shared_ptr<const SiteKeys> keys, keyring.keys());
    SiteInfo site;
    site.id = SiteId(crypto::random<16>());
    site.incarnation = Incarnation(crypto::random<16>());
    site.area = what.area;
    const Root root;
    const SecretBytes signSeed = SecretBytes::random(kSeedSize), boxSeed = SecretBytes::random(kSeedSize),
                      officialSeed = SecretBytes::random(kSeedSize);
    const crypto::SignKeys siteSign = crypto::signKeys(signSeed),
                           invite = crypto::signKeys(SecretBytes::random(kSeedSize)),
                           official = crypto::signKeys(officialSeed);
    const crypto::BoxKeys siteBox = crypto::boxKeys(boxSeed),
                          inviteBox = crypto::boxKeys(SecretBytes::random(kSeedSize));
    const Account admin{OfficialId(crypto::random<16>()), what.adminName, what.adminRealName, Role::Admin,
                        site.id};
    FFP_ASSIGN(const KeySlot slot, keyring.makeSlot(admin.id, what.password, officialSeed));
    keyring.setOfficial(officialSeed);

    const KeyringCipher cipher(keyring);
    const qint64 now = clock.nowMs();
    FFP_ASSIGN(Transaction transaction, Transaction::begin(db));
    FFP_TRY(setMeta(db, u"db_id"_s, dbId.toBytes()));
    FFP_TRY(setMeta(db, u"site"_s, site.id.toBytes()));
    FFP_TRY(setMeta(db, u"incarnation"_s, site.incarnation.toBytes()));
    FFP_TRY(setMeta(db, u"root_id"_s, view(root.id).toByteArray()));
    FFP_TRY(setMeta(db, u"root_pub"_s, view(root.sign.pub).toByteArray()));
    FFP_TRY(setMeta(db, u"machine_tag"_s, view(SideMark::machineTag(dbId)).toByteArray()));
    FFP_TRY(setMeta(db, u"policy_pack"_s, what.policy));

    KeySlotStore store(db);
    FFP_TRY(store.put(slot));
    FFP_TRY(store.putSecret(*keys, QString::fromLatin1(kSiteSignSecret), signSeed));
    FFP_TRY(store.putSecret(*keys, QString::fromLatin1(kSiteBoxSecret), boxSeed));
    FFP_TRY(store.putSecret(*keys, QString::fromLatin1(kRootSecret), root.seed));

    // The root writes in the stream that bears its own id, so that the site's join is the first of the
    // site's.
    const Incarnation rootInc(root.id);
    RegistryLog log(db, cipher);
    FFP_TRY(log.append({rootInc,
                        site.area,
                        {},
                        opkind::Root,
                        root.id,
                        RegistryMap()
                            .text(regkey::RootName, what.name)
                            .text(regkey::RootArea, site.area.toString())
                            .bytes(regkey::RootSignPub, view(root.sign.pub))
                            .bytes(regkey::RootBoxPub, view(root.box.pub)),
                        {}},
                       root.sign, now));
    FFP_TRY(log.append({rootInc,
                        site.area,
                        {},
                        opkind::Enrol,
                        site.id.bytes(),
                        RegistryMap()
                            .text(regkey::EnrolName, what.name)
                            .text(regkey::EnrolArea, site.area.toString())
                            .integer(regkey::EnrolLevel, static_cast<int>(what.level))
                            .boolean(regkey::EnrolMayEnrol, true)
                            .bytes(regkey::EnrolInviteSign, view(invite.pub))
                            .bytes(regkey::EnrolInviteBox, view(inviteBox.pub))
                            .integer(regkey::EnrolExpires, now)
                            .integer(regkey::EnrolRole, 1),
                        {}},
                       root.sign, now));
    FFP_TRY(log.append({site.incarnation,
                        site.area,
                        {},
                        opkind::Join,
                        site.id.bytes(),
                        RegistryMap()
                            .bytes(regkey::JoinSignPub, view(siteSign.pub))
                            .bytes(regkey::JoinBoxPub, view(siteBox.pub))
                            .bytes(regkey::JoinPop,
                                   view(crypto::sign(siteSign.secret, kPopTag,
                                                     popOfSite(site.id, siteSign.pub, siteBox.pub))))
                            .bytes(regkey::JoinInc, view(site.incarnation.bytes())),
                        {}},
                       invite, now));
    FFP_TRY(log.append({rootInc,
                        site.area,
                        {},
                        opkind::Accept,
                        site.id.bytes(),
                        RegistryMap().bytes(regkey::AcceptKey, view(crypto::keyId(siteSign.pub))),
                        {}},
                       root.sign, now));
    FFP_TRY(log.append(accountOp(admin, official, site, admin.id), siteSign, now));
    FFP_ASSIGN(const Registry registry, log.fold());
    FFP_TRY(log.project(registry));
    return transaction.commit();
}

} // namespace ffp
