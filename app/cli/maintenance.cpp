// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/services/maintenanceservice.h"
#include "ui/common/verifytext.h"

#include <QFileInfo>
#include <QJsonArray>

namespace ffp::cli {
namespace {

QJsonObject toJson(const BackupReport &report)
{
    return {{QStringLiteral("file"), report.path},
            {QStringLiteral("bytes"), report.bytes},
            {QStringLiteral("verified"), report.verified}};
}

} // namespace

int runVerify(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Checks hash chains, signatures and tables against the log."),
                                   QStringLiteral("verify --db FILE [--full]"),
                                   {{QStringLiteral("full"),
                                     Cli::tr("Also compare every table row with the log.")}},
                                   0, 0))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const VerifyReport report,
                   MaintenanceService(*session).verify(cli.isSet("full"), cli.progress()));
    QJsonArray faults;
    QStringList lines{
        report.ok ? Cli::tr("In order: %1 log entries, %2 records.").arg(report.ops).arg(report.records)
                  : Cli::tr("%1 problems found; please read below what to do about each.")
                        .arg(report.faults.size())};
    for (const Fault &fault : report.faults) {
        const QString sentence = ui::verifyText(fault);
        faults.append(QJsonObject{{QStringLiteral("code"), fault.code},
                                  {QStringLiteral("where"), fault.where},
                                  {QStringLiteral("message"), sentence},
                                  {QStringLiteral("detail"), fault.message}});
        lines << QStringLiteral("  %1（%2）%3").arg(fault.where, fault.code, sentence);
    }
    return cli.answer({{QStringLiteral("ok"), report.ok},
                       {QStringLiteral("operations"), report.ops},
                       {QStringLiteral("records"), report.records},
                       {QStringLiteral("faults"), faults}},
                      lines, report.ok ? kDone : kFindings);
}

int runRebuild(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Computes every table anew from the log."),
                                   QStringLiteral("rebuild --db FILE"), {}, 0, 0))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const qint64 differed, MaintenanceService(*session).rebuild(cli.progress()));
    return cli.answer({{QStringLiteral("ok"), true}, {QStringLiteral("rows_differed"), differed}},
                      {Cli::tr("Rebuilt; %1 rows were different before.").arg(differed)});
}

int runBackup(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Writes a checked copy of the site file."),
                                   QStringLiteral("backup --db FILE --out FILE [--force]"),
                                   {{QStringLiteral("out"), Cli::tr("File to write."),
                                     QStringLiteral("FILE")},
                                    {QStringLiteral("force"), Cli::tr("Replace a file of that name.")}},
                                   0, 0))
        return *end;
    if (cli.option("out").isEmpty())
        return cli.usage(Cli::tr("Please add --%1.").arg(QStringLiteral("out")));
    if (!cli.isSet("force") && QFileInfo::exists(cli.option("out")))
        return cli.refuse(Error::onFile(ErrorKind::AlreadyExists, cli.option("out")));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const BackupReport report,
                   MaintenanceService(*session).backup(cli.option("out"), cli.progress()));
    return cli.answer(toJson(report),
                      {Cli::tr("Backed up to %1 (%2 bytes, checked).").arg(report.path).arg(report.bytes)});
}

int runRestore(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Checks a backup and copies it to a new site file."),
                                   QStringLiteral("restore BACKUP --db NEW"), {}, 1, 1))
        return *end;
    if (cli.databasePath().isEmpty())
        return cli.usage(Cli::tr("Please add --%1.").arg(QStringLiteral("db")));
    FFP_CLI_ASSIGN(const BackupReport report,
                   MaintenanceService::restore(cli.words().first(), cli.databasePath(), cli.progress()));
    return cli.answer(toJson(report),
                      {Cli::tr("Restored to %1 (%2 bytes, checked).").arg(report.path).arg(report.bytes)});
}

} // namespace ffp::cli
