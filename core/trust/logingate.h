// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/db/database.h"

namespace ffp {

/// Slows down guessing of passwords: from the fourth failure in a row the next try has to wait, 5 s, 10 s,
/// 20 s … at most 15 minutes, and never for good. The count lies in the file (table login_attempt), so that
/// ending the program does not help; a copy of the file can of course be tried without it, which is what
/// Argon2id is for.
class LoginGate
{
public:
    explicit LoginGate(Database &db) : m_db(db) {}

    static constexpr int kFreeFailures = 3;
    static constexpr int kLongestWaitS = 900;
    /// Wait after that many failures in a row.
    static int waitSeconds(qint64 failures);

    /// WrongPassword (args[0] = seconds still to wait) when it is too early. Otherwise counts the try as
    /// failed beforehand – a program killed in the middle has used it up – until succeeded() is called.
    Result<> begin(const OfficialId &official, qint64 nowMs);
    /// Seconds to wait now, after begin() and a wrong password.
    Result<int> secondsToWait(const OfficialId &official, qint64 nowMs) const;
    /// After the right password, or by an administrator for somebody else.
    Result<> succeeded(const OfficialId &official);

private:
    Database &m_db;
};

} // namespace ffp
