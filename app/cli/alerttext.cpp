// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/alerttext.h"

#include "app/cli/cli.h"
#include "core/domain/fields/flagfields.h"

namespace ffp::cli {
namespace {

QJsonValue isoDate(QDate date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue();
}

} // namespace

QJsonObject alertJson(const Alert &alert)
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

QString alertLine(const Alert &alert, Language language)
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

} // namespace ffp::cli
