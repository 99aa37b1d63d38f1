// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

namespace ffp {

/// Users of this site file (one key slot each). Only an admin may add or disable.
class UserService
{
public:
    explicit UserService(Session &session) : m_session(session) {}

    /// AlreadyExists, WeakPassword, NotAllowed.
    Result<User> add(const QString &name, const QString &realName, Role role, const QString &password);
    Result<std::vector<User>> list() const;
    /// The last active admin cannot be disabled (RuleBroken).
    Result<> disable(const QString &name);
    Result<> changePassword(const QString &oldPassword, const QString &newPassword);

private:
    Session &m_session;
};

} // namespace ffp
