// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

namespace ffp {

/// Where somebody acts on matters, as entered; empty: what the role means, see postOf().
struct UserPost {
    std::optional<AreaLevel> level{};
    AreaCode area{};
};

/// Users of this site file (one key slot each). Only an admin may add, disable or reset; the entries are
/// signed ops of lane 1, so that `ffp verify` names a role that was edited by other means.
class UserService
{
public:
    explicit UserService(Session &session) : m_session(session) {}

    /// AlreadyExists (names differ in more than case), InvalidArgument (no name), WeakPassword, NotAllowed.
    /// `post` says where the person acts on matters, when it is not what the role means at this site
    /// (postOf()): InvalidArgument when it lies above the site or outside its area.
    Result<User> add(const QString &name, const QString &realName, Role role, const QString &password,
                     const UserPost &post = {});
    Result<std::vector<User>> list() const;
    /// Takes the key slot away and ends the signing key. The last active admin cannot be disabled
    /// (RuleBroken, args[0] = "last_admin").
    Result<> disable(const QString &name);
    /// Whether somebody called `userName` may take this password, told while it is typed: WeakPassword with
    /// its reason (core/trust/passwordrule.h).
    static Result<> checkNewPassword(const QString &password, const QString &userName);
    /// Of the session's user. WrongPassword (args[0] = seconds to wait), WeakPassword.
    Result<> changePassword(const QString &oldPassword, const QString &newPassword);
    /// By an admin for somebody who forgot theirs or was disabled: new password, new signing key, no waiting.
    /// The old signatures stay valid.
    Result<> resetPassword(const QString &name, const QString &newPassword);

private:
    Result<User> find(const QString &name) const;
    Result<> needAdmin() const;
    Session &m_session;
};

} // namespace ffp
