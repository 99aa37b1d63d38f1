// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/alerttext.h"
#include "app/cli/commands.h"
#include "core/services/registryservice.h"

#include <QJsonArray>

namespace ffp::cli {
namespace {

int answerWith(Cli &cli, const std::vector<Alert> &alerts)
{
    QJsonArray array;
    QStringList lines{Cli::tr("%1 alerts.").arg(alerts.size())};
    for (const Alert &alert : alerts) {
        array.append(alertJson(alert));
        lines << alertLine(alert, cli.language()) + QStringLiteral("  ") + alert.id.toString();
    }
    return cli.answer({{QStringLiteral("alerts"), array}, {QStringLiteral("total"), qint64(alerts.size())}},
                      lines);
}

} // namespace

int runAlertList(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr("Lists alerts: open ones first, red before orange before yellow, then by due date; "
                    "--reveal shows S-class values and is logged."),
            QStringLiteral("alert list --db FILE [--area CODE] [--household ID] [--rule RF-NN] [--level red] "
                           "[--overdue] [--all] [--reveal]"),
            {{QStringLiteral("reveal"), Cli::tr("Show S-class values; written to the access log.")},
             {QStringLiteral("area"), Cli::tr("Division code of 12 digits."), QStringLiteral("CODE12")},
             {QStringLiteral("household"), Cli::tr("Of this household only."), QStringLiteral("ID")},
             {QStringLiteral("rule"), Cli::tr("Of this rule only."), QStringLiteral("RULE")},
             {QStringLiteral("level"), Cli::tr("Of this level only: red, orange or yellow."),
              QStringLiteral("LEVEL")},
             {QStringLiteral("overdue"), Cli::tr("Only open ones whose due date is over.")},
             {QStringLiteral("all"), Cli::tr("Also those that are closed or were found not true.")}},
            0, 0))
        return *end;
    AlertQuery query;
    query.rule = cli.option("rule");
    query.severity = cli.option("level");
    query.openOnly = !cli.isSet("all");
    query.overdueOnly = cli.isSet("overdue");
    query.language = cli.language();
    FFP_CLI_ASSIGN(query.area, cli.area());
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    if (cli.isSet("household")) {
        FFP_CLI_ASSIGN(query.household, RegistryService(*session).findHousehold(cli.option("household")));
    }
    CheckService service(*session);
    FFP_CLI_ASSIGN(const std::vector<Alert> alerts,
                   cli.isSet("reveal") ? service.revealed(query) : service.alerts(query));
    return answerWith(cli, alerts);
}

int runAlertSet(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Sets the due date of an alert, or what a person found: open, confirmed, acting, refuted or "
                "closed. A red alert needs a due date before it is acted on or closed; closing and refuting "
                "need the action and the reviewer."),
            QStringLiteral(
                "alert set ALERT --db FILE [--due D] [--state S] [--action TEXT] [--reviewer NAME]"),
            {{QStringLiteral("due"), Cli::tr("To be settled by, YYYY-MM-DD."), QStringLiteral("DATE")},
             {QStringLiteral("state"), Cli::tr("open, confirmed, acting, refuted or closed."),
              QStringLiteral("STATE")},
             {QStringLiteral("action"), Cli::tr("What was done."), QStringLiteral("TEXT")},
             {QStringLiteral("reviewer"), Cli::tr("Who confirmed it."), QStringLiteral("NAME")}},
            1, 1))
        return *end;
    const RecordId id = RecordId::fromString(cli.words().first());
    if (id.isNull() || (!cli.isSet("due") && !cli.isSet("state")))
        return cli.usage(Cli::tr("Please give the id of the alert, and --due or --state."));
    FFP_CLI_ASSIGN(const QDate due, cli.date("due"));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    CheckService service(*session);
    if (due.isValid())
        if (const auto done = service.setDue(id, due); !done)
            return cli.refuse(done.error());
    if (cli.isSet("state"))
        if (const auto done = service.setState(id, cli.option("state"), cli.option("action"),
                                               cli.option("reviewer"));
            !done)
            return cli.refuse(done.error());
    FFP_CLI_ASSIGN(const Alert alert, service.alert(id, cli.language()));
    return answerWith(cli, {alert});
}

} // namespace ffp::cli
