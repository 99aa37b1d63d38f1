// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/domain/fields/flagfields.h"
#include "core/services/checkservice.h"

#include <QJsonArray>

#include <algorithm>

namespace ffp::cli {
namespace {

QJsonValue isoDate(QDate date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject toJson(const Alert &alert)
{
    QJsonObject values;
    for (const auto &[label, value] : alert.values)
        values.insert(label, value);
    return {{QStringLiteral("id"), alert.id.toString()},
            // What `household show` takes.
            {QStringLiteral("household"),
             alert.householdNo.isEmpty() ? alert.household.toString() : alert.householdNo},
            {QStringLiteral("household_id"), alert.household.toString()},
            {QStringLiteral("area"), alert.area.toString()},
            {QStringLiteral("area_name"), alert.areaName},
            {QStringLiteral("rule"), alert.rule},
            {QStringLiteral("title"), alert.ruleTitle},
            {QStringLiteral("clause"), alert.clause},
            {QStringLiteral("values"), values},
            {QStringLiteral("message"), alert.message},
            {QStringLiteral("severity"), alert.severity},
            {QStringLiteral("state"), alert.state},
            {QStringLiteral("provincial"), alert.provincial},
            {QStringLiteral("overdue"), alert.overdue},
            {QStringLiteral("opened"), isoDate(alert.opened)},
            {QStringLiteral("due"), isoDate(alert.due)},
            {QStringLiteral("closed"), isoDate(alert.closed)},
            {QStringLiteral("close_reason"),
             alert.closeReason.isEmpty() ? QJsonValue() : QJsonValue(alert.closeReason)}};
}

/// "【红色】RF-02 收入低于监测线 虞姬镇田万村 张三：…" and where the alert stands.
QString line(const Alert &alert, Language language)
{
    const auto shown = [&](FieldRef field, const QString &code) {
        return displayText(fieldDef(field), Value(code), language);
    };
    QStringList words{QStringLiteral("[%1]").arg(shown(flag::f("level"), alert.severity)),
                      alert.rule,
                      alert.ruleTitle,
                      alert.areaName,
                      alert.headName,
                      alert.message,
                      shown(flag::f("status"), alert.state)};
    if (!alert.closeReason.isEmpty())
        words << shown(flag::f("close_reason"), alert.closeReason);
    else if (alert.due.isValid())
        words << Cli::tr("due %1").arg(alert.due.toString(Qt::ISODate));
    words << alert.clause;
    words.removeAll(QString());
    return QStringLiteral("  ") + words.join(QStringLiteral("  "));
}

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
        alerts.append(toJson(alert));
        lines << line(alert, cli.language());
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
