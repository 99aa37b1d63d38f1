// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/domain/divisions.h"

#include <QObject>

#include <chrono>
#include <memory>
#include <vector>

namespace ffp {

class Database;
class Keyring;
class Log;
class LogCipher;

/// Roles of cli.md. One user has one role; separation of duties is checked per case.
enum class Role { Reporter, Reviewer, Approver, Admin, Viewer };
const char *roleCode(Role role);
std::optional<Role> roleFromCode(QStringView code);

struct User {
    OfficialId id;
    QString name; ///< log-in name
    QString realName;
    Role role = Role::Viewer;
    bool disabled = false;
    std::optional<AreaLevel> level{}; ///< at which the person acts on matters; told by UserService only
    AreaCode area{};                  ///< and where

    /// As others know the person: the log-in name when there is no other.
    const QString &shownName() const { return realName.isEmpty() ? name : realName; }
};

struct SiteInfo {
    SiteId id;
    Incarnation incarnation;
    QString name; ///< office, such as 虞姬镇扶贫工作站
    AreaCode area;
    AreaLevel level = AreaLevel::Village;
    QString policy; ///< id of the policy pack, "anhui-2020"
};

struct NewSite {
    QString path;
    AreaLevel level = AreaLevel::Village;
    AreaCode area; ///< its level must fit `level`
    QString name;
    QString adminName;
    QString adminRealName;
    QString password; ///< ≥ 8 characters, not a common one, else WeakPassword
    QString policy = QStringLiteral("anhui-2020");
};

/// What the person should be told after opening, in the words of exchange.md §20.
enum class Notice {
    OlderBackup, ///< M40: a backup was restored; what was exported since comes back with the next exchange
    LogBehind,   ///< M40: the file is older than what this PC last saw, and not by restore(): an older copy
                 ///< was put in place, or entries were cut off; verify() names it in this session
    OtherPlace,  ///< M42: the data is now on another PC or in another place; do not use the old copy
    ClockAhead,  ///< M61: the newest entry is more than a day in the future; see confirmClock()
};

/// An opened, unlocked site file with the person who uses it. Everything a service needs hangs on it.
/// Lives in the thread that made it; services may be used from worker threads (each gets its own
/// database connection), one writer at a time (see Log). create(), open() and unlock() take up to a second
/// (Argon2id): call them in a worker and move the session to the UI thread (moveToThread) afterwards.
class Session : public QObject
{
    Q_OBJECT

public:
    /// Makes the file with its administrator and opens it. AlreadyExists when the path is taken;
    /// InvalidArgument when level and area do not fit or a name is missing; RemovableDrive; WeakPassword;
    /// AlreadyOpen. Nothing is left at the path when it fails or the program is killed.
    static Result<std::unique_ptr<Session>> create(const NewSite &site, const Clock &clock);
    /// Opens and unlocks. Kinds: FileUnreadable, NotOurFile, NewerVersion, Damaged, AlreadyOpen,
    /// RemovableDrive, NotFound (no such user), WrongPassword (args[0] = seconds to wait before the next
    /// try), NotAllowed (disabled user). Migrates an older file after copying it. A copy put in place of a
    /// newer state, or moved, begins a new incarnation by itself (exchange.md §17.1); notices() says so.
    static Result<std::unique_ptr<Session>> open(const QString &path, const QString &user,
                                                 const QString &password, const Clock &clock);
    /// Log-in names of a file, for the log-in dialog; needs no password.
    static Result<std::vector<User>> usersOf(const QString &path);

    ~Session() override;

    const SiteInfo &site() const;
    const User &user() const;
    const QString &path() const;
    const Clock &clock() const;
    const std::vector<Notice> &notices() const;
    /// The official confirmed that the PC's clock is right (M61).
    Result<> confirmClock();

    Database &database() const;
    Keyring &keyring() const;
    const LogCipher &cipher() const;
    Log &log() const;
    const DivisionTable &divisions() const;

    /// How long after open() the check behind it begins: of a large file each time, of every file once a
    /// week.
    static inline std::chrono::milliseconds checkAfter{20'000};

    /// Wipes the keys from memory; only unlock() works afterwards. For the auto-lock of the window.
    void lock();
    bool isLocked() const;
    /// The user's own password again; WrongPassword as in open().
    Result<> unlock(const QString &password);

    /// Writes the access log (unmasking, exports, prints, denied attempts). `detail` holds no S-class data.
    enum class Access { Unmask = 1, Export = 2, Print = 3, Denied = 4, LogIn = 5, FailedLogIn = 6 };
    Result<> recordAccess(Access what, const QString &detail);

Q_SIGNALS:
    void locked();
    void unlocked();
    /// The check that runs behind open() found damage (M65): no more changes, restore a backup.
    void damageFound(const ffp::Error &error);

private:
    struct Private;
    explicit Session(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace ffp
