// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/alerttext.h"
#include "app/cli/commands.h"

#include <QJsonArray>

#include <algorithm>

namespace ffp::cli {
namespace {

QJsonObject countsOf(const CheckResult &result)
{
    QJsonObject counts{{QStringLiteral("opened"), result.opened},
                       {QStringLiteral("kept"), result.kept},
                       {QStringLiteral("closed"), result.closed},
                       {QStringLiteral("settled"), result.settled}};
    for (const auto *level : {"red", "orange", "yellow"})
        counts.insert(QLatin1String(level),
                      qint64(
                          std::count_if(result.alerts.begin(), result.alerts.end(), [&](const Alert &alert) {
                              return alert.severity == QLatin1String(level) && !alert.closed.isValid();
                          })));
    return counts;
}

} // namespace

int runCheck(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr("The month-end check: evaluates every red-flag rule, opens, keeps and closes alerts. "
                    "Running a month twice changes nothing."),
            QStringLiteral("check --month YYYY-MM --db FILE"),
            {{QStringLiteral("month"), Cli::tr("Month to check, YYYY-MM."), QStringLiteral("YYYY-MM")}}, 0,
            0))
        return *end;
    const std::optional<YearMonth> month = YearMonth::fromString(cli.option("month"));
    if (!month)
        return cli.usage(Cli::tr("Please give --month as YYYY-MM."));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const auto run = CheckService(*session).run(*month, cli.progress(), cli.language());
    if (!run) {
        const int code = cli.refuse(run.error());
        // A month that has its place but comes too late is a rule of the check, not a misspelt command.
        return code == kUsage && !run.error().args.isEmpty() ? kFindings : code;
    }
    const CheckResult &result = *run;

    QJsonArray alerts;
    QStringList lines{Cli::tr("%1: %2 households checked; %3 alerts opened, %4 kept, %5 closed.")
                          .arg(result.month.toString())
                          .arg(result.evaluated)
                          .arg(result.opened)
                          .arg(result.kept)
                          .arg(result.closed)};
    for (const Alert &alert : result.alerts) {
        alerts.append(alertJson(alert));
        lines << alertLine(alert, cli.language());
    }
    if (!result.notEvaluated.isEmpty())
        lines << Cli::tr("Not evaluated:");
    for (const QString &rule : result.notEvaluated)
        lines << QStringLiteral("  ") + rule;
    return cli.answer({{QStringLiteral("month"), result.month.toString()},
                       {QStringLiteral("evaluated"), result.evaluated},
                       {QStringLiteral("not_evaluated"), QJsonArray::fromStringList(result.notEvaluated)},
                       {QStringLiteral("alerts"), alerts},
                       {QStringLiteral("counts"), countsOf(result)}},
                      lines);
}

} // namespace ffp::cli
