// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alert/alertlistmodel.h"

#include "ui/common/fieldtext.h"
#include "ui/common/theme.h"

namespace ffp::ui {
namespace {

/// Behind the columns that are shown.
enum Hidden { Severity = AlertListModel::Columns, Mark };
const QString kSettled = QStringLiteral("settled");
const QString kOverdue = QStringLiteral("overdue");

QStringList cellsOf(const Alert &alert)
{
    QString state = codeText("flag_status", alert.state);
    if (alert.overdue)
        state = codeText("flag_status", kOverdue);
    return {levelText(alert.severity),
            state,
            alert.headName,
            alert.areaName,
            QStringLiteral("%1 %2").arg(alert.rule, alert.ruleTitle),
            dueText(alert),
            alert.message,
            alert.severity,
            alertSettled(alert.state) ? kSettled
            : alert.overdue           ? kOverdue
                                      : QString()};
}

} // namespace

QString levelText(const QString &severity)
{
    return severityMark(severity) + u' ' + codeText("flag_level", severity);
}

QString dueText(const Alert &alert)
{
    if (alert.due.isValid())
        return alert.due.toString(Qt::ISODate);
    return alertSettled(alert.state) ? QString() : AlertListModel::tr("not set");
}

AlertListModel::AlertListModel(Session &session, QObject *parent)
    : MarkedListModel(Columns, parent),
      m_session(session)
{}

void AlertListModel::setQuery(const AlertQuery &query)
{
    m_query = query;
    fetchIds();
}

QStringList AlertListModel::titles() const
{
    return {tr("Level"), tr("State"), tr("Household"), tr("Village"),
            tr("Rule"),  tr("Due"),   tr("What it is")};
}

QVariant AlertListModel::colorOf(const QStringList &row, int column) const
{
    if (row.at(Mark) == kSettled)
        return colors().muted;
    if (column == Level)
        return severityColor(row.at(Severity));
    if (column == State && row.at(Mark) == kOverdue)
        return colors().flag;
    return {};
}

AlertListModel::IdsJob AlertListModel::idsJob() const
{
    return [session = &m_session, query = m_query](Progress &) {
        return CheckService(*session).alertIds(query);
    };
}

AlertListModel::CellsJob AlertListModel::cellsJob() const
{
    return [session = &m_session](std::span<const qint64> rids) -> Result<std::vector<QStringList>> {
        FFP_ASSIGN(const std::vector<Alert> alerts, CheckService(*session).alertRows(rids, windowLanguage()));
        std::vector<QStringList> rows;
        for (const Alert &alert : alerts)
            rows.push_back(cellsOf(alert));
        return rows;
    };
}

} // namespace ffp::ui
