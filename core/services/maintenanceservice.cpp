// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/maintenanceservice.h"

#include "core/db/backup.h"
#include "core/db/check.h"
#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/log/casefold.h"
#include "core/log/projector.h"
#include "core/log/registrylog.h"
#include "core/log/transact.h"
#include "core/schema/schema.h"
#include "core/services/backupfolder.h"
#include "core/services/deepcheck.h"
#include "core/services/drivecheck.h"
#include "core/services/keycheck.h"
#include "core/services/sidemark.h"
#include "core/services/workflows.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <future>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList kDailyReasons = {u"daily"_s, u"close"_s};

/// Unfinished copy; goes unless it was moved into place.
class PartFile
{
public:
    explicit PartFile(const QString &target) : m_path(target + u".part"_s) { remove(); }
    ~PartFile() { remove(); }
    PartFile(const PartFile &) = delete;
    PartFile &operator=(const PartFile &) = delete;
    const QString &path() const { return m_path; }

private:
    void remove() const
    {
        for (const char *suffix : {"", "-wal", "-shm", "-journal"})
            QFile::remove(m_path + QLatin1String(suffix));
        QFile::remove(migrationCopyPath(m_path, 1));
    }
    QString m_path;
};

/// What two copies of one file must have in common.
struct Fingerprint {
    QByteArray db;
    qint64 ops = 0;
    qint64 changes = 0;
    bool operator==(const Fingerprint &) const = default;
};

Result<Fingerprint> fingerprint(const Database &db)
{
    Fingerprint print;
    FFP_ASSIGN(const std::optional<QByteArray> id, queryBytes(db, u"SELECT v FROM meta WHERE k = 'db_id'"_s));
    FFP_ASSIGN(const std::optional<qint64> ops, queryInteger(db, u"SELECT count(*) FROM op"_s));
    FFP_ASSIGN(const std::optional<qint64> changes, queryInteger(db, u"SELECT count(*) FROM change"_s));
    print.db = id.value_or(QByteArray());
    print.ops = ops.value_or(0);
    print.changes = changes.value_or(0);
    return print;
}

/// Opens the copy as the program would and checks it.
Result<> checkCopy(const QString &path, const Fingerprint &expected, CheckDepth depth,
                   const Progress &progress)
{
    FFP_ASSIGN(const std::unique_ptr<Database> copy, openSiteFile(path, Database::Mode::ReadOnly));
    FFP_TRY(checkDatabase(*copy, depth, progress));
    FFP_ASSIGN(const Fingerprint found, fingerprint(*copy));
    if (found != expected)
        return fail(Error::onFile(ErrorKind::BackupFailed, path, u"the copy has other contents"_s));
    return {};
}

bool isRepaired(const Fault &fault)
{
    return fault.code == u"eff" || fault.code == u"change"; // caches and the undo list: the log is whole
}

} // namespace

bool VerifyReport::curedByRebuild() const
{
    static const QStringList computed{u"projection"_s, u"tables"_s, u"registry"_s, u"case_state"_s};
    return std::all_of(faults.begin(), faults.end(),
                       [](const Fault &fault) { return computed.contains(fault.code); });
}

Result<VerifyReport> MaintenanceService::verify(bool full, Progress &progress)
{
    if (m_session.isLocked())
        return fail(ErrorKind::Locked);
    Database &db = m_session.database();
    FFP_ASSIGN(const ReadSnapshot snapshot, ReadSnapshot::begin(db));
    VerifyReport report;
    const auto add = [&report](const std::vector<Fault> &faults) {
        report.faults.insert(report.faults.end(), faults.begin(), faults.end());
    };
    progress.report("check", 0, 0);
    if (Result<> checked = checkDatabase(db, full ? CheckDepth::Full : CheckDepth::Quick, progress);
        !checked) {
        if (checked.error().kind != ErrorKind::Damaged)
            return fail(std::move(checked.error()));
        add({{u"sqlite"_s, u"file"_s, checked.error().detail}});
        report.ok = false;
        return report; // whatever is read from here on may be anything
    }
    FFP_TRY(checkSchema(report));
    const RegistryLog registryLog(db, m_session.cipher());
    const Result<Registry> folded = registryLog.fold();
    if (!folded) {
        if (folded.error().kind != ErrorKind::Damaged)
            return fail(folded.error());
        add({{u"key"_s, folded.error().detail, u"not a key"_s}});
        report.ok = false;
        return report; // without the anchor nothing can be judged
    }
    const Registry &registry = *folded;
    LogCheck log(db, m_session.cipher(), registry, m_session.site().id);
    FFP_TRY(log.run(progress));
    report.ops = log.ops();
    add(log.faults());
    FFP_ASSIGN(const QStringList differences, registryLog.differences(registry));
    for (const QString &row : differences)
        add({{u"registry"_s, row, u"not what the signed entries say"_s}});
    FFP_ASSIGN(const std::vector<Fault> keys, checkKeys(m_session, registry));
    add(keys);
    const std::vector<Notice> &notices = m_session.notices();
    if (std::find(notices.begin(), notices.end(), Notice::LogBehind) != notices.end())
        add({{u"tail"_s, u"stream"_s, u"the log ended later when this PC last saw it"_s}});
    if (full)
        FFP_TRY(compareProjection(report, progress));
    FFP_TRY(checkCases(registry, report, progress));
    report.ok = report.faults.empty();
    return report;
}

Result<> MaintenanceService::checkSchema(VerifyReport &report) const
{
    const Database &db = m_session.database();
    Query references(db, u"PRAGMA foreign_key_check"_s);
    FFP_TRY(references.run());
    while (true) {
        FFP_ASSIGN(const bool row, references.next());
        if (!row)
            break;
        report.faults.push_back({u"sqlite"_s, u"%1 %2"_s.arg(references.text(0)).arg(references.integer(1)),
                                 u"refers to a missing row of %1"_s.arg(references.text(2))});
    }
    // The program makes none: a trigger would act behind the back of transact().
    Query triggers(db, u"SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY name"_s);
    FFP_TRY(triggers.run());
    while (true) {
        FFP_ASSIGN(const bool row, triggers.next());
        if (!row)
            return {};
        report.faults.push_back({u"schema"_s, triggers.text(0), u"not made by this program"_s});
    }
}

Result<> MaintenanceService::compareProjection(VerifyReport &report, Progress &progress) const
{
    const auto add = [&report](const QString &where, const QString &message) {
        report.faults.push_back({u"projection"_s, where, message});
    };
    auto compared = Projector::compareAll(m_session.database(), m_session.cipher(), progress);
    if (!compared) {
        // A broken entry is named by the check of the log; a table that cannot be read is a fault of its own.
        const ErrorKind kind = compared.error().kind;
        if (kind != ErrorKind::Damaged && kind != ErrorKind::Database)
            return fail(std::move(compared.error()));
        add(u"tables"_s, u"cannot be compared: "_s + compared.error().detail);
        return {};
    }
    report.records = compared->records;
    for (const Projector::Difference &difference : compared->first)
        add(u"%1 %2"_s.arg(difference.table).arg(difference.rid), difference.what);
    const qint64 more = compared->differing - static_cast<qint64>(compared->first.size());
    if (more > 0)
        add(u"tables"_s, u"%1 more rows differ"_s.arg(more));
    return {};
}

/// Every signed action again, and what was kept of them.
Result<> MaintenanceService::checkCases(const Registry &registry, VerifyReport &report,
                                        Progress &progress) const
{
    auto differences = CaseFold(m_session.database(), m_session.cipher(), registry, shippedWorkflows())
                           .check(progress);
    if (!differences) {
        const ErrorKind kind = differences.error().kind;
        if (kind != ErrorKind::Damaged && kind != ErrorKind::Database)
            return fail(std::move(differences.error()));
        report.faults.push_back({u"case"_s, u"tables"_s, differences.error().detail});
        return {};
    }
    for (const CaseFold::Difference &one : *differences) {
        const bool cache = one.what == u"state";
        report.faults.push_back({cache ? u"case_state"_s : u"action"_s, u"proceeding %1"_s.arg(one.rid),
                                 cache ? u"not what the signed actions say"_s : one.what});
    }
    return {};
}

Result<qint64> MaintenanceService::rebuild(Progress &progress)
{
    if (m_session.isLocked())
        return fail(ErrorKind::Locked);
    FFP_TRY(automaticBackup(u"rebuild"_s, progress));
    Database &db = m_session.database();
    qint64 differing = 0;
    {
        FFP_ASSIGN(Transaction transaction, Transaction::begin(db));
        RegistryLog registryLog(db, m_session.cipher());
        FFP_ASSIGN(const Registry registry, registryLog.fold());
        LogCheck log(db, m_session.cipher(), registry, m_session.site().id);
        FFP_TRY(log.run(progress));
        for (const Fault &fault : log.faults()) {
            if (isRepaired(fault)) {
                differing += fault.code == u"eff";
                continue;
            }
            Error error = Error::onFile(ErrorKind::Damaged, m_session.path(), fault.message);
            error.args = {fault.code, fault.where};
            return fail(std::move(error));
        }
        FFP_ASSIGN(const QStringList differences, registryLog.differences(registry));
        differing += differences.size();
        FFP_TRY(registryLog.project(registry));
        FFP_ASSIGN(const qint64 rows, Projector::rebuildWithin(db, m_session.cipher(), progress));
        differing += rows;
        FFP_ASSIGN(const qint64 cases,
                   CaseFold(db, m_session.cipher(), registry, shippedWorkflows()).rebuild(progress));
        differing += cases;
        FFP_TRY(transaction.commit());
    }
    ChangeSummary everything;
    everything.bulk = true;
    Q_EMIT m_session.log().changed(everything);
    return differing;
}

Result<BackupReport> MaintenanceService::backup(const QString &out, Progress &progress)
{
    const QFileInfo info(out);
    if (info.exists()
        && (!info.isFile() || info.canonicalFilePath() == QFileInfo(m_session.path()).canonicalFilePath()))
        return fail(Error::onFile(ErrorKind::FileUnwritable, out, u"not a place for a backup"_s));
    if (!info.dir().exists())
        return fail(Error::onFile(ErrorKind::FileUnwritable, out, u"no such folder"_s));
    const PartFile part(out);
    Database &db = m_session.database();
    const qint64 now = m_session.clock().nowMs();
    FFP_ASSIGN(const bool deep, deepCheckDue(db, now));
    Fingerprint expected;
    {
        // One state from the first page to the last; without it each commit of another thread would make the
        // copy start over.
        FFP_ASSIGN(const ReadSnapshot snapshot, ReadSnapshot::begin(db));
        FFP_ASSIGN(expected, fingerprint(db));
        FFP_TRY(copyDatabase(db, part.path(), progress));
    }
    progress.report("check", 0, 0);
    // The disk takes the copy in while it is being read.
    std::future<Result<>> synced = std::async(std::launch::async, syncFile, part.path());
    const Result<> checked = checkCopy(part.path(), expected, deep ? CheckDepth::Full : CheckDepth::Quick,
                                       progress);
    FFP_TRY(synced.get());
    FFP_TRY(checked);
    if (deep) // the copy has the site's pages: what holds for it holds for the site
        noteDeepCheck(db, now);
    BackupReport report{out, QFileInfo(part.path()).size(), true};
    FFP_TRY(moveIntoPlace(part.path(), out, IfTaken::Replace));
    return report;
}

Result<BackupReport> MaintenanceService::automaticBackup(const QString &reason, Progress &progress)
{
    const BackupFolder folder(m_session.path());
    FFP_TRY(folder.create());
    const auto kind = kDailyReasons.contains(reason) ? BackupFolder::Kind::Daily : BackupFolder::Kind::Before;
    const qint64 now = m_session.clock().nowMs();
    FFP_ASSIGN(BackupReport report, backup(folder.newName(kind, now), progress));
    folder.rotate(now, report.path);
    return report;
}

Result<bool> MaintenanceService::dailyBackupDue() const
{
    const std::vector<BackupFolder::Entry> entries = BackupFolder(m_session.path()).entries();
    const QDate today = localDate(m_session.clock().nowMs());
    for (const BackupFolder::Entry &entry : entries)
        if (entry.kind == BackupFolder::Kind::Daily && entry.made.date() == today)
            return false;
    FFP_ASSIGN(const std::optional<qint64> changed,
               queryInteger(m_session.database(), u"SELECT max(at) FROM change"_s));
    return entries.empty() || entries.front().made.toMSecsSinceEpoch() <= changed.value_or(0);
}

QStringList MaintenanceService::automaticBackups() const
{
    QStringList paths;
    for (const BackupFolder::Entry &entry : BackupFolder(m_session.path()).entries())
        paths << entry.path;
    return paths;
}

Result<BackupReport> MaintenanceService::restore(const QString &backupFile, const QString &newPath,
                                                 Progress &progress)
{
    if (QFile::exists(newPath))
        return fail(Error::onFile(ErrorKind::AlreadyExists, newPath));
    FFP_TRY(checkLocalDrive(newPath));
    const PartFile part(newPath);
    Fingerprint expected;
    {
        FFP_TRY(checkSiteFile(backupFile));
        FFP_ASSIGN(const std::unique_ptr<Database> source,
                   Database::open(backupFile, Database::Mode::ReadOnly));
        FFP_TRY(checkDatabase(*source, CheckDepth::Full, progress));
        FFP_ASSIGN(expected, fingerprint(*source));
        FFP_TRY(copyDatabase(*source, part.path(), progress));
    }
    {
        FFP_ASSIGN(const std::unique_ptr<Database> copy, openSiteFile(part.path()));
        FFP_ASSIGN(Transaction transaction, Transaction::begin(*copy));
        // Session::open() looks for it and begins a new incarnation (exchange.md §17.1, reason 1).
        FFP_TRY(execute(*copy, u"INSERT INTO meta(k, v) VALUES('restored', 1) ON CONFLICT(k) DO NOTHING"_s));
        FFP_TRY(transaction.commit());
        FFP_TRY(copy->close());
    }
    FFP_TRY(syncFile(part.path()));
    progress.report("check", 0, 0);
    FFP_TRY(checkCopy(part.path(), expected, CheckDepth::Full, progress));
    BackupReport report{newPath, QFileInfo(part.path()).size(), true};
    FFP_TRY(moveIntoPlace(part.path(), newPath, IfTaken::Refuse));
    return report;
}

} // namespace ffp
