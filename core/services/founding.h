// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/registrylog.h"
#include "core/services/session.h"
#include "core/trust/keyring.h"

namespace ffp {

/// Fills an empty site file: ids, keys, a root made here, the site's enrolment under it and the first
/// administrator, all as signed ops of lane 1 (exchange.md §11). A site that is later enrolled by another
/// root gets a new file; a county's root may enrol others.
Result<> foundSite(Database &db, Keyring &keyring, const DbId &dbId, const NewSite &site, const Clock &clock);

/// Keys of an account entry, and the op for it: an official's self entry (§11.5) with log-in name and role.
struct Account {
    OfficialId id;
    QString login;
    QString realName;
    Role role = Role::Viewer;
    SiteId site;
    std::optional<AreaLevel> level{}; ///< empty: what the role means, see postOf()
    AreaCode area{};                  ///< null: that of the site
};
RegistryLog::NewOp accountOp(const Account &account, const crypto::SignKeys &keys, const SiteInfo &site,
                             const OfficialId &actor);

/// Log-in names are one when they differ in case or Unicode form only.
bool sameLogin(const QString &a, const QString &b);

/// The site's own signing keys.
Result<crypto::SignKeys> siteSignKeys(Database &db, const Keyring &keyring);

} // namespace ffp
