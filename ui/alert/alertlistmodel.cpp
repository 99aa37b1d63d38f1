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

AlertListModel::AlertListModel(Session &session, QObject *parent) : RowListModel(parent), m_session(session)
{}

void AlertListModel::setQuery(const AlertQuery &query)
{
    m_query = query;
    fetchIds();
}

int AlertListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant AlertListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole && role != Qt::ForegroundRole && role != Qt::ToolTipRole)
        return {};
    const QStringList *row = cells(index.row());
    if (!row)
        return {};
    if (role != Qt::ForegroundRole)
        return row->at(index.column());
    if (row->at(Mark) == kSettled)
        return colors().muted;
    if (index.column() == Level)
        return severityColor(row->at(Severity));
    if (index.column() == State && row->at(Mark) == kOverdue)
        return colors().flag;
    return {};
}

QVariant AlertListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= Columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Level"), tr("State"), tr("Household"), tr("Village"),
                              tr("Rule"),  tr("Due"),   tr("What it is")};
    return titles[section];
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
