// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/schema.h"

#include "core/db/backup.h"
#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/schema/migrations/steps.h"

#include <QFile>

namespace ffp {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr Migration kMigrations[] = {
    {1, "tables of the first version", &migrations::firstVersion},
    {2, "indexes in list order", &migrations::listOrder},
    {3, "divisions that were added here", &migrations::localDivisions},
    {4, "index of the members who are there", &migrations::presentMembers},
    {5, "moves of households, decisions on duplicates", &migrations::movesAndDoubles},
    {6, "plans, measures and attachments", &migrations::helpRecords},
    {7, "places of work and public posts of members", &migrations::jobsAndPosts},
    {8, "spells of work", &migrations::spellsOfWork},
    {9, "matters that are decided, with their signed actions", &migrations::decidedMatters},
};

consteval bool gapless(std::span<const Migration> steps)
{
    for (size_t i = 0; i < steps.size(); ++i)
        if (steps[i].version != static_cast<int>(i) + 1)
            return false;
    return !steps.empty();
}
static_assert(gapless(kMigrations), "migration versions run 1, 2, 3 … without a gap");

Result<int> pragma(Database &db, const QString &name)
{
    FFP_ASSIGN(const std::optional<qint64> value, queryInteger(db, u"PRAGMA "_s + name));
    return static_cast<int>(value.value_or(0));
}

Error newerVersion(const QString &path, int version)
{
    Error error = Error::onFile(ErrorKind::NewerVersion, path);
    error.args = {QString::number(version)};
    return error;
}

/// Invariant 2. A copy left by an earlier try is replaced: it is of the same version.
Result<> copyBefore(const Database &db, int version)
{
    const QString target = migrationCopyPath(db.path(), version);
    if (QFile::exists(target) && !QFile::remove(target))
        return fail(Error::onFile(ErrorKind::BackupFailed, target, u"cannot replace the old copy"_s));
    SilentProgress progress;
    FFP_TRY(copyDatabase(db, target, progress));
    return syncFile(target);
}

Result<> runStep(Database &db, const Migration &step)
{
    FFP_ASSIGN(Transaction transaction, Transaction::begin(db));
    FFP_TRY(step.apply(db));
    FFP_TRY(execute(db, u"PRAGMA user_version=%1"_s.arg(step.version)));
    FFP_TRY(execute(db, u"PRAGMA application_id=%1"_s.arg(kApplicationId)));
    return transaction.commit();
}

} // namespace

std::span<const Migration> schemaSteps()
{
    return kMigrations;
}

int schemaVersion()
{
    return kMigrations[std::size(kMigrations) - 1].version;
}

QString migrationCopyPath(const QString &path, int version)
{
    return u"%1.v%2"_s.arg(path).arg(version);
}

Result<> migrate(Database &db, std::span<const Migration> steps)
{
    FFP_ASSIGN(const int version, pragma(db, u"user_version"_s));
    FFP_ASSIGN(const int application, pragma(db, u"application_id"_s));
    FFP_ASSIGN(const int objects, pragma(db, u"schema_version"_s));
    const bool fresh = version == 0 && application == 0 && objects == 0;
    if (!fresh && application != kApplicationId)
        return fail(Error::onFile(ErrorKind::NotOurFile, db.path(), u"another application's file"_s));
    const int target = steps.back().version;
    if (version > target)
        return fail(newerVersion(db.path(), version));
    if (version == target)
        return {};
    if (db.mode() == Database::Mode::ReadOnly)
        return fail(Error::onFile(ErrorKind::FileUnwritable, db.path(), u"needs a migration"_s));
    if (!fresh)
        FFP_TRY(copyBefore(db, version));
    for (const Migration &step : steps)
        if (step.version > version)
            FFP_TRY(runStep(db, step));
    return {};
}

Result<std::unique_ptr<Database>> createSiteFile(const QString &path)
{
    FFP_ASSIGN(std::unique_ptr<Database> db, Database::open(path, Database::Mode::ReadWrite, true));
    if (Result<> made = migrate(*db, schemaSteps()); !made) {
        db.reset();
        for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
            QFile::remove(path + suffix);
        return fail(std::move(made.error()));
    }
    return db;
}

Result<> checkSiteFile(const QString &path)
{
    FFP_ASSIGN(const std::unique_ptr<Database> look, Database::open(path, Database::Mode::ReadOnly));
    FFP_ASSIGN(const int application, pragma(*look, u"application_id"_s));
    FFP_ASSIGN(const int version, pragma(*look, u"user_version"_s));
    if (application != kApplicationId)
        return fail(Error::onFile(ErrorKind::NotOurFile, path, u"another application's file"_s));
    if (version > schemaVersion())
        return fail(newerVersion(path, version));
    return {};
}

Result<std::unique_ptr<Database>> openSiteFile(const QString &path, Database::Mode mode)
{
    // Looked at without writing first: a foreign file must not even get our journal mode.
    FFP_TRY(checkSiteFile(path));
    FFP_ASSIGN(std::unique_ptr<Database> db, Database::open(path, mode));
    FFP_TRY(migrate(*db, schemaSteps()));
    return db;
}

} // namespace ffp
