// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/session.h"

#include "core/db/backup.h"
#include "core/db/check.h"
#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/log/hlc.h"
#include "core/log/keyringcipher.h"
#include "core/log/operationlog.h"
#include "core/log/registrylog.h"
#include "core/policy/policypack.h"
#include "core/schema/schema.h"
#include "core/services/deepcheck.h"
#include "core/services/divisionrecords.h"
#include "core/services/drivecheck.h"
#include "core/services/founding.h"
#include "core/services/sidemark.h"
#include "core/trust/keyslotstore.h"
#include "core/trust/logingate.h"
#include "core/trust/passwordrule.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSemaphore>
#include <QStorageInfo>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <mutex>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kCheckAtOnceBytes = 16 << 20; ///< larger files are checked behind open()
constexpr int kMarkDelayMs = 5000;
constexpr qint64 kRoomOfALock = 4096;

struct RoleName {
    Role role;
    const char *code;
};
constexpr RoleName kRoles[] = {{Role::Reporter, "reporter"},
                               {Role::Reviewer, "reviewer"},
                               {Role::Approver, "approver"},
                               {Role::Admin, "admin"},
                               {Role::Viewer, "viewer"}};

Result<std::unique_ptr<QLockFile>> lockFile(const QString &path)
{
    // One name for one file, whatever links lead to it; a new file has no canonical path yet, its folder has.
    const QFileInfo info(path);
    const QString file = info.exists() ? info.canonicalFilePath()
                                       : QDir(info.absolutePath()).canonicalPath() + u'/' + info.fileName();
    auto lock = std::make_unique<QLockFile>(file + u".lock"_s);
    lock->setStaleLockTime(0); // stale only when the process that made it is gone
    if (lock->tryLock(0))
        return lock;
    // QLockFile does not say why it could not write: a disk that has no room for it has none for anything.
    const bool full = QStorageInfo(info.absolutePath()).bytesAvailable() < kRoomOfALock;
    const ErrorKind kind = lock->error() == QLockFile::LockFailedError ? ErrorKind::AlreadyOpen
                           : full                                      ? ErrorKind::DiskFull
                                                                       : ErrorKind::FileUnwritable;
    return fail(Error::onFile(kind, path));
}

Error userError(ErrorKind kind, const QString &login)
{
    Error error = Error::of(kind);
    error.subject.entity = u"user"_s;
    error.subject.key = login;
    return error;
}

Result<std::vector<User>> accounts(const Database &db)
{
    Query query(db, u"SELECT a.official, a.login, o.name, a.role, a.disabled FROM account a"
                    " LEFT JOIN official o ON o.official = a.official ORDER BY a.login"_s);
    FFP_TRY(query.run());
    std::vector<User> users;
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return users;
        users.push_back({query.id<OfficialId>(0), query.text(1), query.text(2),
                         roleFromCode(query.text(3)).value_or(Role::Viewer), query.boolean(4)});
    }
}

template <class AnyId>
Result<AnyId> metaId(const Database &db, const QString &key)
{
    FFP_ASSIGN(const std::optional<QByteArray> bytes,
               queryBytes(db, u"SELECT v FROM meta WHERE k = ?"_s, key));
    const AnyId id = AnyId::fromBytes(bytes.value_or(QByteArray()));
    if (id.isNull())
        return fail(Error::onFile(ErrorKind::Damaged, db.path(), u"meta: "_s + key));
    return id;
}

Result<> checkNewSite(const NewSite &site)
{
    const auto wrong = [](const char *field) {
        return fail(Error::onField(ErrorKind::InvalidArgument, "site", field));
    };
    if (site.area.isNull() || site.area.level() != site.level)
        return wrong("area");
    FFP_TRY(PolicyPack::load(site.policy));
    if (site.name.trimmed().isEmpty())
        return wrong("name");
    if (site.adminName.trimmed().isEmpty())
        return wrong("admin");
    return checkPassword(site.password, site.adminName);
}

/// Check behind open(), on a connection of its own. It begins some time later: reading the whole file would
/// slow down the first look at the list, on an old PC by seconds.
class BackgroundCheck
{
public:
    void start(Session *session, Database &db, CheckDepth depth)
    {
        m_thread.reset(QThread::create([this, session, &db, depth] {
            if (m_stopped.tryAcquire(1, int(Session::checkAfter.count())))
                return;
            const Result<> checked = checkDatabase(db, depth, m_progress);
            if (checked && depth == CheckDepth::Full)
                noteDeepCheck(db, session->clock().nowMs());
            if (!checked && checked.error().kind != ErrorKind::Cancelled)
                Q_EMIT session->damageFound(checked.error());
        }));
        m_thread->start(QThread::LowPriority);
    }
    void stop()
    {
        if (!m_thread)
            return;
        m_progress.cancel();
        m_stopped.release();
        m_thread->wait();
        m_thread.reset();
    }

private:
    SilentProgress m_progress;
    QSemaphore m_stopped;
    std::unique_ptr<QThread> m_thread;
};

/// The table of divisions in use. Those before it stay: somebody may be reading them, in any thread, and they
/// change a few times in the life of a site.
class SiteDivisions
{
public:
    const DivisionTable &table() const { return *m_table.load(std::memory_order_acquire); }
    void lay(const std::vector<StoredDivision> &stored)
    {
        const std::scoped_lock lock(m_mutex);
        if (stored.empty() && m_made.empty())
            return;
        m_made.push_back(std::make_unique<const DivisionTable>(tableWith(stored)));
        m_table.store(m_made.back().get(), std::memory_order_release);
    }

private:
    std::mutex m_mutex;
    std::vector<std::unique_ptr<const DivisionTable>> m_made;
    std::atomic<const DivisionTable *> m_table = &DivisionTable::shipped();
};

} // namespace

const char *roleCode(Role role)
{
    for (const RoleName &name : kRoles)
        if (name.role == role)
            return name.code;
    return "viewer";
}

std::optional<Role> roleFromCode(QStringView code)
{
    for (const RoleName &name : kRoles)
        if (code == QLatin1String(name.code))
            return name.role;
    return std::nullopt;
}

struct Session::Private {
    Private(std::unique_ptr<QLockFile> lock_, std::unique_ptr<Database> db_, const DbId &id,
            const Clock &clock_)
        : lock(std::move(lock_)),
          db(std::move(db_)),
          dbId(id),
          keyring(id),
          cipher(keyring),
          clock(clock_)
    {}

    std::unique_ptr<QLockFile> lock; ///< goes last
    std::unique_ptr<Database> db;
    DbId dbId;
    Keyring keyring;
    KeyringCipher cipher;
    const Clock &clock;
    std::unique_ptr<OperationLog> log;
    SiteInfo site;
    User user;
    std::vector<Notice> notices;
    BackgroundCheck check;
    SiteDivisions divisions;

    Result<> enter(const QString &login, const QString &password);
    Result<> tryPassword(const QString &password);
    Result<> readRegistry();
    Result<> guard();
    Result<> beginIncarnation(IncarnationReason reason);
    Result<> writeMark();
    Result<> access(Access what, const QString &detail);
    Result<> readDivisions();
};

Result<> Session::Private::readDivisions()
{
    FFP_ASSIGN(const std::vector<StoredDivision> stored, storedDivisions(*db, cipher));
    divisions.lay(stored);
    return {};
}

/// One line of the access log. A transaction of its own: what was seen must be on record before it is shown.
Result<> Session::Private::access(Access what, const QString &detail)
{
    FFP_ASSIGN(Transaction transaction, Transaction::begin(*db));
    FFP_TRY(execute(*db, u"INSERT INTO access_log(at, official, what, detail) VALUES(?,?,?,?)"_s,
                    clock.nowMs(), user.id, static_cast<int>(what), detail));
    return transaction.commit();
}

Result<> Session::Private::tryPassword(const QString &password)
{
    KeySlotStore slots_(*db);
    auto slot = slots_.find(user.id);
    if (!slot)
        return fail(slot.error().kind == ErrorKind::NotFound ? userError(ErrorKind::NotAllowed, user.name)
                                                             : slot.error());
    LoginGate gate(*db);
    FFP_TRY(gate.begin(user.id, clock.nowMs()));
    if (auto unlocked = keyring.unlock(*slot, password); !unlocked) {
        if (unlocked.error().kind != ErrorKind::WrongPassword)
            return unlocked;
        FFP_TRY(access(Access::FailedLogIn, {}));
        FFP_ASSIGN(const int wait, gate.secondsToWait(user.id, clock.nowMs()));
        unlocked.error().args = {QString::number(wait)};
        return unlocked;
    }
    return gate.succeeded(user.id);
}

/// Site and user from the signed ops, not from the tables: a role edited into a table has no effect.
Result<> Session::Private::readRegistry()
{
    FFP_ASSIGN(const Registry registry, RegistryLog(*db, cipher).fold());
    const auto own = registry.sites().find(site.id);
    const auto official = registry.officials().find(user.id);
    if (own == registry.sites().end() || official == registry.officials().end())
        return fail(
            Error::onFile(ErrorKind::Damaged, db->path(), u"registry entries of site or user missing"_s));
    site.name = own->second.name;
    site.area = own->second.area;
    site.level = own->second.area.level();
    user.name = official->second.login;
    user.realName = official->second.name;
    user.role = roleFromCode(official->second.role).value_or(Role::Viewer);
    user.disabled = official->second.ended;
    return {};
}

Result<> Session::Private::enter(const QString &login, const QString &password)
{
    FFP_ASSIGN(site.id, metaId<SiteId>(*db, u"site"_s));
    FFP_ASSIGN(site.incarnation, metaId<Incarnation>(*db, u"incarnation"_s));
    FFP_ASSIGN(const std::optional<QString> policy,
               queryText(*db, u"SELECT v FROM meta WHERE k = 'policy_pack'"_s));
    site.policy = policy.value_or(QString());
    FFP_ASSIGN(const std::vector<User> known, accounts(*db));
    const auto found = std::find_if(known.begin(), known.end(), [&login](const User &candidate) {
        return sameLogin(candidate.name, login);
    });
    if (found == known.end())
        return fail(userError(ErrorKind::NotFound, login));
    user = *found;
    FFP_TRY(tryPassword(password));
    FFP_TRY(readRegistry());
    if (user.disabled)
        return fail(userError(ErrorKind::NotAllowed, user.name));
    return readDivisions();
}

Result<> Session::Private::beginIncarnation(IncarnationReason reason)
{
    FFP_ASSIGN(const crypto::SignKeys keys, siteSignKeys(*db, keyring));
    const Incarnation next(crypto::random<16>());
    const Hash machine = SideMark::machineTag(dbId);
    RegistryLog registry(*db, cipher);
    FFP_ASSIGN(Transaction transaction, Transaction::begin(*db));
    FFP_TRY(registry.append({next,
                             site.area,
                             {},
                             opkind::NewIncarnation,
                             site.id.bytes(),
                             RegistryMap()
                                 .bytes(regkey::IncarnationInc, view(next.bytes()))
                                 .bytes(regkey::IncarnationPrior, view(site.incarnation.bytes()))
                                 .integer(regkey::IncarnationReason, static_cast<int>(reason))
                                 .bytes(regkey::IncarnationMachine, view(machine)),
                             {}},
                            keys, clock.nowMs()));
    FFP_ASSIGN(const Registry folded, registry.fold());
    FFP_TRY(registry.project(folded));
    FFP_TRY(execute(*db, u"UPDATE meta SET v = ? WHERE k = 'incarnation'"_s, next));
    FFP_TRY(execute(*db, u"UPDATE meta SET v = ? WHERE k = 'machine_tag'"_s, view(machine).toByteArray()));
    FFP_TRY(execute(*db, u"DELETE FROM meta WHERE k = 'restored'"_s));
    FFP_TRY(transaction.commit());
    site.incarnation = next;
    return {};
}

/// exchange.md §17.1: what this PC last saw of the file.
Result<> Session::Private::guard()
{
    FFP_ASSIGN(const std::shared_ptr<const SiteKeys> keys, keyring.keys());
    FFP_ASSIGN(const std::optional<qint64> restored,
               queryInteger(*db, u"SELECT count(*) FROM meta WHERE k = 'restored'"_s));
    FFP_ASSIGN(const SideVerdict verdict,
               judge(*db, SideMark::load(dbId, *keys), dbId, site.incarnation, db->path()));
    if (restored.value_or(0) > 0 || verdict == SideVerdict::Behind) {
        FFP_TRY(beginIncarnation(IncarnationReason::Restore));
        notices.push_back(restored.value_or(0) > 0 ? Notice::OlderBackup : Notice::LogBehind);
    } else if (verdict == SideVerdict::OtherPlace) {
        FFP_TRY(beginIncarnation(IncarnationReason::OtherPlace));
        notices.push_back(Notice::OtherPlace);
    }
    FFP_ASSIGN(const std::optional<qint64> hlc,
               queryInteger(*db, u"SELECT v FROM meta WHERE k = 'hlc_last'"_s));
    if (HybridClock(static_cast<quint64>(hlc.value_or(0))).isAhead(clock.nowMs()))
        notices.push_back(Notice::ClockAhead);
    return {};
}

Result<> Session::Private::writeMark()
{
    FFP_ASSIGN(const std::shared_ptr<const SiteKeys> keys, keyring.keys());
    SideMark mark;
    mark.db = dbId;
    mark.inc = site.incarnation;
    mark.machine = SideMark::machineTag(dbId);
    mark.place = SideMark::placeTag(dbId, db->path());
    FFP_ASSIGN(mark.tips, ownTips(*db));
    return mark.save(*keys);
}

Session::Session(std::unique_ptr<Private> d_) : d(std::move(d_))
{
    d->log = std::make_unique<OperationLog>(*d->db, d->cipher, d->clock,
                                            LogOwner{d->site.incarnation, d->site.area});
    auto *timer = new QTimer(this);
    timer->setSingleShot(true);
    timer->setInterval(kMarkDelayMs);
    connect(timer, &QTimer::timeout, this, [this] {
        if (isLocked())
            return; // written at the end or after unlocking
        if (Result<> written = d->writeMark(); !written)
            qWarning("side file: %s", qPrintable(written.error().detail));
    });
    connect(
        d->log.get(), &Log::changed, timer,
        [timer] {
            if (!timer->isActive())
                timer->start();
        },
        Qt::QueuedConnection);
    // In the writer's thread: whoever changed the divisions finds the new ones at once.
    connect(
        d->log.get(), &Log::changed, this,
        [this](const ChangeSummary &summary) {
            if (!summary.touches({Entity::Division}))
                return;
            if (Result<> read = d->readDivisions(); !read)
                qWarning("divisions: %s", qPrintable(read.error().detail));
        },
        Qt::DirectConnection);
}

Session::~Session()
{
    d->check.stop();
    d->log.reset();
    if (!d->keyring.isLocked())
        if (Result<> written = d->writeMark(); !written)
            qWarning("side file: %s", qPrintable(written.error().detail));
    d->keyring.lock();
    if (Result<> closed = d->db->close(); !closed) {
        // Committed and kept in the file beside it; nobody is left here who could put it into a language.
        if (closed.error().kind == ErrorKind::DiskFull)
            qWarning(
                "磁盘空间不足：数据已保存，请清理磁盘后再打开。 "
                "The disk is full: what was entered is stored; please free some space before you go on.");
        else
            qWarning("closing the site file: %s", qPrintable(closed.error().detail));
    }
}

Result<std::unique_ptr<Session>> Session::create(const NewSite &site, const Clock &clock)
{
    FFP_TRY(checkNewSite(site));
    const QFileInfo info(site.path);
    if (info.exists())
        return fail(Error::onFile(ErrorKind::AlreadyExists, site.path));
    if (!QDir().mkpath(info.absolutePath()))
        return fail(Error::onFile(ErrorKind::FileUnwritable, site.path));
    FFP_TRY(checkLocalDrive(site.path));
    FFP_ASSIGN(std::unique_ptr<QLockFile> lock, lockFile(site.path));

    // Made beside its place and renamed when complete: a kill in between leaves no half site.
    const QString part = site.path + u".new"_s;
    QFile::remove(part);
    const DbId dbId(crypto::random<16>());
    {
        FFP_ASSIGN(std::unique_ptr<Database> db, createSiteFile(part));
        Keyring keyring(dbId);
        Result<> founded = foundSite(*db, keyring, dbId, site, clock);
        if (founded)
            founded = db->close();
        if (!founded) {
            db.reset();
            QFile::remove(part);
            return fail(std::move(founded.error()));
        }
    }
    if (Result<> moved = moveIntoPlace(part, site.path, IfTaken::Refuse); !moved) {
        QFile::remove(part);
        return fail(std::move(moved.error()));
    }
    FFP_ASSIGN(std::unique_ptr<Database> db, openSiteFile(site.path));
    auto d = std::make_unique<Private>(std::move(lock), std::move(db), dbId, clock);
    FFP_TRY(d->enter(site.adminName, site.password));
    FFP_TRY(d->writeMark());
    return std::unique_ptr<Session>(new Session(std::move(d)));
}

Result<std::unique_ptr<Session>> Session::open(const QString &path, const QString &user,
                                               const QString &password, const Clock &clock)
{
    if (!QFileInfo(path).isFile())
        return fail(Error::onFile(ErrorKind::FileUnreadable, path, u"no such file"_s));
    FFP_TRY(checkLocalDrive(path));
    FFP_ASSIGN(std::unique_ptr<QLockFile> lock, lockFile(path));
    FFP_ASSIGN(std::unique_ptr<Database> db, openSiteFile(path));
    const bool checkNow = QFileInfo(path).size() <= kCheckAtOnceBytes;
    if (checkNow)
        FFP_TRY(checkDatabase(*db, CheckDepth::Quick, SilentProgress()));
    FFP_ASSIGN(const DbId dbId, metaId<DbId>(*db, u"db_id"_s));
    auto d = std::make_unique<Private>(std::move(lock), std::move(db), dbId, clock);
    FFP_TRY(d->enter(user, password));
    FFP_TRY(d->guard());
    FFP_TRY(d->access(Access::LogIn, {}));
    if (Result<> written = d->writeMark(); !written)
        qWarning("side file: %s", qPrintable(written.error().detail));
    std::unique_ptr<Session> session(new Session(std::move(d)));
    FFP_ASSIGN(const bool deep, deepCheckDue(*session->d->db, clock.nowMs()));
    if (deep || !checkNow)
        session->d->check.start(session.get(), *session->d->db, deep ? CheckDepth::Full : CheckDepth::Quick);
    return session;
}

Result<std::vector<User>> Session::usersOf(const QString &path)
{
    FFP_ASSIGN(const std::unique_ptr<Database> db, openSiteFile(path, Database::Mode::ReadOnly));
    return accounts(*db);
}

const SiteInfo &Session::site() const
{
    return d->site;
}

const User &Session::user() const
{
    return d->user;
}

const QString &Session::path() const
{
    return d->db->path();
}

const Clock &Session::clock() const
{
    return d->clock;
}

const std::vector<Notice> &Session::notices() const
{
    return d->notices;
}

Result<> Session::confirmClock()
{
    HybridClock clock;
    clock.reset(d->clock.nowMs());
    FFP_ASSIGN(Transaction transaction, Transaction::begin(*d->db));
    FFP_TRY(
        execute(*d->db, u"UPDATE meta SET v = ? WHERE k = 'hlc_last'"_s, static_cast<qint64>(clock.last())));
    FFP_TRY(transaction.commit());
    std::erase(d->notices, Notice::ClockAhead);
    return {};
}

Database &Session::database() const
{
    return *d->db;
}

Keyring &Session::keyring() const
{
    return d->keyring;
}

const LogCipher &Session::cipher() const
{
    return d->cipher;
}

Log &Session::log() const
{
    return *d->log;
}

const DivisionTable &Session::divisions() const
{
    return d->divisions.table();
}

void Session::lock()
{
    if (isLocked())
        return;
    if (Result<> written = d->writeMark(); !written)
        qWarning("side file: %s", qPrintable(written.error().detail));
    d->keyring.lock();
    Q_EMIT locked();
}

bool Session::isLocked() const
{
    return d->keyring.isLocked();
}

Result<> Session::unlock(const QString &password)
{
    FFP_TRY(d->tryPassword(password));
    FFP_TRY(d->access(Access::LogIn, {}));
    Q_EMIT unlocked();
    return {};
}

Result<> Session::recordAccess(Access what, const QString &detail)
{
    return d->access(what, detail);
}

} // namespace ffp
