// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/userservice.h"

#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/log/registrylog.h"
#include "core/services/founding.h"
#include "core/services/passwordproof.h"
#include "core/services/sidemark.h"
#include "core/trust/keyslotstore.h"
#include "core/trust/passwordrule.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

Error onUser(ErrorKind kind, const QString &name)
{
    Error error = Error::of(kind);
    error.subject.entity = u"user"_s;
    error.subject.key = name;
    return error;
}

/// Ends `key` at what the site's streams hold now: what was signed before stays valid.
Result<RegistryLog::NewOp> endOp(const Database &db, const SiteInfo &site, const OfficialId &actor,
                                 const OfficialEntry &official, const QString &reason)
{
    FFP_ASSIGN(const std::vector<StreamTip> tips, ownTips(db));
    return RegistryLog::NewOp{site.incarnation,
                              site.area,
                              actor,
                              opkind::End,
                              official.id.bytes(),
                              RegistryMap()
                                  .bytes(regkey::EndKey, view(official.key))
                                  .item(regkey::EndUpto, encodeTips(tips))
                                  .text(regkey::EndReason, reason),
                              {}};
}

} // namespace

Result<> UserService::needAdmin() const
{
    if (m_session.user().role == Role::Admin)
        return {};
    return fail(onUser(ErrorKind::NotAllowed, m_session.user().name));
}

Result<std::vector<User>> UserService::list() const
{
    FFP_ASSIGN(const Registry registry, RegistryLog(m_session.database(), m_session.cipher()).fold());
    std::vector<User> users;
    for (const auto &[id, official] : registry.officials())
        if (official.site == m_session.site().id && !official.login.isEmpty()) {
            const OfficialPost post = postOf(registry, official);
            users.push_back({id, official.login, official.name,
                             roleFromCode(official.role).value_or(Role::Viewer), official.ended, post.level,
                             post.area});
        }
    std::sort(users.begin(), users.end(), [](const User &a, const User &b) { return a.name < b.name; });
    return users;
}

Result<User> UserService::find(const QString &name) const
{
    FFP_ASSIGN(const std::vector<User> users, list());
    const auto found = std::find_if(users.begin(), users.end(),
                                    [&name](const User &user) { return sameLogin(user.name, name); });
    return found == users.end() ? Result<User>(fail(onUser(ErrorKind::NotFound, name))) : *found;
}

Result<User> UserService::add(const QString &name, const QString &realName, Role role,
                              const QString &password, const UserPost &post)
{
    FFP_TRY(needAdmin());
    const SiteInfo &office = m_session.site();
    if (post.level && *post.level < office.level)
        return fail(Error::onField(ErrorKind::InvalidArgument, "user", "level"));
    if (!post.area.isNull() && !office.area.covers(post.area))
        return fail(Error::onField(ErrorKind::InvalidArgument, "user", "area"));
    const QString login = name.trimmed();
    if (login.isEmpty())
        return fail(Error::onField(ErrorKind::InvalidArgument, "user", "name"));
    if (auto taken = find(login))
        return fail(onUser(ErrorKind::AlreadyExists, login));
    else if (taken.error().kind != ErrorKind::NotFound)
        return fail(std::move(taken.error()));
    FFP_TRY(checkPassword(password, login));

    Database &db = m_session.database();
    const SecretBytes seed = SecretBytes::random(32);
    const Account account{OfficialId(crypto::random<16>()),
                          login,
                          realName.trimmed(),
                          role,
                          office.id,
                          post.level,
                          post.area};
    FFP_ASSIGN(const KeySlot slot, m_session.keyring().makeSlot(account.id, password, seed));
    FFP_ASSIGN(const crypto::SignKeys site, siteSignKeys(db, m_session.keyring()));
    RegistryLog log(db, m_session.cipher());
    FFP_ASSIGN(Transaction transaction, Transaction::begin(db));
    FFP_TRY(log.append(accountOp(account, crypto::signKeys(seed), m_session.site(), m_session.user().id),
                       site, m_session.clock().nowMs()));
    FFP_TRY(KeySlotStore(db).put(slot));
    FFP_ASSIGN(const Registry registry, log.fold());
    FFP_TRY(log.project(registry));
    FFP_TRY(transaction.commit());
    return find(account.login);
}

Result<> UserService::disable(const QString &name)
{
    FFP_TRY(needAdmin());
    FFP_ASSIGN(const User user, find(name));
    if (user.disabled)
        return {};
    FFP_ASSIGN(const std::vector<User> users, list());
    const auto admins = std::count_if(users.begin(), users.end(), [](const User &other) {
        return other.role == Role::Admin && !other.disabled;
    });
    if (user.role == Role::Admin && admins == 1) {
        Error error = onUser(ErrorKind::RuleBroken, user.name);
        error.args = {u"last_admin"_s};
        return fail(std::move(error));
    }
    Database &db = m_session.database();
    FFP_ASSIGN(const crypto::SignKeys site, siteSignKeys(db, m_session.keyring()));
    RegistryLog log(db, m_session.cipher());
    FFP_ASSIGN(Transaction transaction, Transaction::begin(db));
    FFP_ASSIGN(const Registry before, log.fold());
    FFP_ASSIGN(const RegistryLog::NewOp end, endOp(db, m_session.site(), m_session.user().id,
                                                   before.officials().at(user.id), u"disabled"_s));
    FFP_TRY(log.append(end, site, m_session.clock().nowMs()));
    FFP_TRY(KeySlotStore(db).remove(user.id));
    FFP_ASSIGN(const Registry after, log.fold());
    FFP_TRY(log.project(after));
    return transaction.commit();
}

Result<> UserService::checkNewPassword(const QString &password, const QString &userName)
{
    return checkPassword(password, userName);
}

Result<> UserService::changePassword(const QString &oldPassword, const QString &newPassword)
{
    const User &user = m_session.user();
    FFP_TRY(checkPassword(newPassword, user.name));
    Database &db = m_session.database();
    FFP_ASSIGN(const SecretBytes seed, provenSeed(m_session, oldPassword));
    FFP_ASSIGN(const KeySlot slot, m_session.keyring().makeSlot(user.id, newPassword, seed));
    FFP_ASSIGN(Transaction transaction, Transaction::begin(db));
    FFP_TRY(KeySlotStore(db).put(slot));
    return transaction.commit();
}

Result<> UserService::resetPassword(const QString &name, const QString &newPassword)
{
    FFP_TRY(needAdmin());
    FFP_ASSIGN(const User user, find(name));
    FFP_TRY(checkPassword(newPassword, user.name));
    Database &db = m_session.database();
    const SecretBytes seed = SecretBytes::random(32);
    const crypto::SignKeys keys = crypto::signKeys(seed);
    const Account account{user.id,    user.name, user.realName, user.role, m_session.site().id,
                          user.level, user.area};
    FFP_ASSIGN(const KeySlot slot, m_session.keyring().makeSlot(user.id, newPassword, seed));
    FFP_ASSIGN(const crypto::SignKeys site, siteSignKeys(db, m_session.keyring()));
    const qint64 now = m_session.clock().nowMs();
    RegistryLog log(db, m_session.cipher());
    FFP_ASSIGN(Transaction transaction, Transaction::begin(db));
    FFP_ASSIGN(const Registry before, log.fold());
    FFP_ASSIGN(const RegistryLog::NewOp end, endOp(db, m_session.site(), m_session.user().id,
                                                   before.officials().at(user.id), u"new key"_s));
    FFP_TRY(log.append(end, site, now));
    FFP_TRY(log.append(accountOp(account, keys, m_session.site(), m_session.user().id), site, now));
    FFP_TRY(KeySlotStore(db).put(slot));
    FFP_TRY(execute(db, u"DELETE FROM login_attempt WHERE official = ?"_s, user.id));
    FFP_ASSIGN(const Registry after, log.fold());
    FFP_TRY(log.project(after));
    FFP_TRY(transaction.commit());
    if (user.id == m_session.user().id)
        m_session.keyring().setOfficial(seed);
    return {};
}

} // namespace ffp
