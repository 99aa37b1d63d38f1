// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QObject>

#include <memory>
#include <vector>

namespace ffp {

class Database;
class Divisions;
class Keyring;
class Log;
class PolicyPack;

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

/// An opened, unlocked site file with the person who uses it. Everything a service needs hangs on it.
/// Lives in the thread that made it; services may be used from worker threads (each gets its own
/// database connection), one writer at a time (see Log).
class Session : public QObject
{
    Q_OBJECT

public:
    /// Makes the file with its administrator and opens it. AlreadyExists when the path is taken;
    /// InvalidArgument when level and area do not fit; RemovableDrive; WeakPassword.
    static Result<std::unique_ptr<Session>> create(const NewSite &site, const Clock &clock);
    /// Opens and unlocks. Kinds: FileUnreadable, NotOurFile, NewerVersion, Damaged, AlreadyOpen,
    /// RemovableDrive, WrongPassword (args[0] = seconds to wait), NotAllowed (disabled user).
    /// Migrates an older file after copying it.
    static Result<std::unique_ptr<Session>> open(const QString &path, const QString &user,
                                                 const QString &password, const Clock &clock);
    /// Log-in names of a file, for the log-in dialog; needs no password.
    static Result<std::vector<User>> usersOf(const QString &path);

    ~Session() override;

    const SiteInfo &site() const;
    const User &user() const;
    const QString &path() const;
    const Clock &clock() const;

    Database &database() const;
    Keyring &keyring() const;
    Log &log() const;
    const Divisions &divisions() const;
    const PolicyPack &policy() const;

    /// Wipes the keys from memory; only unlock() works afterwards. For the auto-lock of the window.
    void lock();
    bool isLocked() const;
    Result<> unlock(const QString &password);

    /// Writes the access log (unmasking, exports, prints, denied attempts). `detail` holds no S-class data.
    enum class Access { Unmask = 1, Export = 2, Print = 3, Denied = 4, LogIn = 5, FailedLogIn = 6 };
    Result<> recordAccess(Access what, const QString &detail);

Q_SIGNALS:
    void locked();
    void unlocked();

private:
    struct Private;
    explicit Session(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace ffp
