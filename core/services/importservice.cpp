// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importservice.h"

#include "core/base/about.h"
#include "core/log/changelog.h"
#include "core/services/fieldcheck.h"
#include "core/services/import/office.h"
#include "core/services/maintenanceservice.h"
#include "core/services/mappingservice.h"
#include "core/services/people.h"
#include "core/services/undoservice.h"

#include <QRegularExpression>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// It is shown in the history, to everybody.
Result<> checkReason(const QString &reason)
{
    static const QRegularExpression number(u"\\d{9,}"_s);
    if (number.match(reason).hasMatch())
        return fail(Error{ErrorKind::InvalidValue, aboutField(u"import"_s, u"reason"_s), {}, {}});
    return {};
}

} // namespace

struct ImportService::Private {
    explicit Private(Session &session) : session(session) { begin(); }
    /// Anew for each preview: divisions may have been added since.
    void begin() { run.emplace(imports::officeOf(session)); }

    /// With what only a session knows: the names of people, and saved mappings.
    Result<std::vector<FilePreview>> completed(std::vector<FilePreview> previews) const
    {
        const People people(session);
        for (FilePreview &file : previews) {
            for (ImportDifference &one : file.differences)
                one.by = people.nameOf(one.actor);
            if (offersMappings) {
                FFP_ASSIGN(file.mappings, MappingService(session).namesFor(file));
            }
        }
        return previews;
    }

    Session &session;
    std::optional<imports::ImportRun> run;
    bool offersMappings = true; ///< nobody has said what the columns are
};

ImportService::ImportService(Session &session) : d(std::make_unique<Private>(session)) {}
ImportService::~ImportService() = default;

std::vector<ImportTarget> ImportService::targets(const QString &kind)
{
    const auto known = imports::kindFromCode(kind);
    return known ? imports::targetsOf(imports::kindDef(*known)) : std::vector<ImportTarget>();
}

QStringList ImportService::fieldsOf(const QString &kind, const QStringList &headers)
{
    const auto known = imports::kindFromCode(kind);
    return known ? imports::idsOf(imports::kindDef(*known), headers) : QStringList(headers.size(), QString());
}

Result<FilePreview> ImportService::look(const QString &file, const ImportOptions &options, Progress &progress)
{
    return imports::ImportRun::look(file, options, progress);
}

Result<std::vector<FilePreview>> ImportService::preview(const QStringList &files,
                                                        const ImportOptions &options, Progress &progress)
{
    if (d->session.isLocked())
        return fail(ErrorKind::Locked);
    d->begin();
    FFP_TRY(checkReason(options.reason));
    d->offersMappings = options.mapping.isEmpty();
    FFP_ASSIGN(auto previews, d->run->preview(files, options, progress));
    return d->completed(std::move(previews));
}

Result<std::vector<FilePreview>> ImportService::choose(const QMap<QString, ImportChoice> &choices,
                                                       const QString &reason, Progress &progress)
{
    if (d->session.isLocked())
        return fail(ErrorKind::Locked);
    FFP_TRY(checkReason(reason));
    FFP_ASSIGN(auto previews, d->run->choose(choices, reason.simplified(), progress));
    return d->completed(std::move(previews));
}

Result<ImportResult> ImportService::apply(Progress &progress)
{
    FFP_TRY(mayWrite(d->session));
    FFP_TRY(d->run->checkReason());
    ImportResult result;
    if (d->run->changesAnything())
        FFP_TRY(MaintenanceService(d->session).automaticBackup(u"import"_s, progress));
    FFP_ASSIGN(result.files, d->run->apply(progress));
    for (const FilePreview &file : result.files) {
        if (file.batch)
            result.batch = file.batch;
        if (result.report.isEmpty())
            result.report = file.report;
    }
    return result;
}

Result<QStringList> ImportService::writeReports() const
{
    return d->run->writeReports();
}

Result<> ImportService::undo(qint64 batch)
{
    FFP_TRY(mayWrite(d->session));
    FFP_ASSIGN(const Change change, ChangeLog(d->session.database()).change(batch));
    if (change.verb != "import"_L1)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"import"_s, QString::number(batch)), {}, {}});
    FFP_TRY(UndoService(d->session).undoChange(batch));
    return {};
}

} // namespace ffp
