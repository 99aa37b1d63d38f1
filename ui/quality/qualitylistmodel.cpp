// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/qualitylistmodel.h"

#include "ui/common/fieldtext.h"
#include "ui/common/theme.h"

namespace ffp::ui {
namespace {

/// Behind the columns that are shown.
enum Hidden { LevelCode = QualityListModel::Columns, Answered };

QStringList cellsOf(const QualityFinding &finding)
{
    QString message = finding.message;
    if (!finding.answer.isEmpty())
        message += QualityListModel::tr(" – answered: %1").arg(finding.answer);
    return {qualityLevelText(finding.level),
            finding.rule,
            finding.headName.isEmpty() ? finding.householdNo : finding.headName,
            finding.memberName,
            finding.areaName,
            message,
            finding.level,
            finding.answer};
}

/// The level of an alert that has the same sign and colour.
QString severityOf(const QString &level)
{
    return level == QLatin1String("E")   ? QStringLiteral("red")
           : level == QLatin1String("W") ? QStringLiteral("orange")
                                         : QStringLiteral("yellow");
}

} // namespace

QString qualityLevelText(const QString &level)
{
    const QString word = level == QLatin1String("E")   ? QualityListModel::tr("To correct")
                         : level == QLatin1String("W") ? QualityListModel::tr("To answer")
                                                       : QualityListModel::tr("Hint");
    return severityMark(severityOf(level)) + u' ' + word;
}

const QColor &qualityLevelColor(const QString &level)
{
    return severityColor(severityOf(level));
}

QualityListModel::QualityListModel(Session &session, QObject *parent)
    : MarkedListModel(Columns, parent),
      m_session(session)
{}

void QualityListModel::setRun(std::shared_ptr<const QualityRun> run)
{
    m_run = std::move(run);
    beginResetModel(); // the places mean other findings now
    dropCells();
    endResetModel();
    fetchIds();
}

void QualityListModel::setFilter(const QualityFilter &filter)
{
    m_filter = filter;
    fetchIds();
}

QStringList QualityListModel::titles() const
{
    return {tr("Level"), tr("Rule"), tr("Household"), tr("Member"), tr("Village"), tr("What it is")};
}

QVariant QualityListModel::colorOf(const QStringList &row, int column) const
{
    if (!row.at(Answered).isEmpty())
        return colors().muted;
    return column == Level ? QVariant(qualityLevelColor(row.at(LevelCode))) : QVariant();
}

QualityListModel::IdsJob QualityListModel::idsJob() const
{
    return [run = m_run, filter = m_filter](Progress &) -> Result<std::vector<qint64>> {
        std::vector<qint64> ids;
        if (run)
            for (const qsizetype index : run->select(filter))
                ids.push_back(qint64(index + 1));
        return ids;
    };
}

QualityListModel::CellsJob QualityListModel::cellsJob() const
{
    return
        [session = &m_session, run = m_run](std::span<const qint64> ids) -> Result<std::vector<QStringList>> {
            std::vector<qsizetype> which;
            for (const qint64 id : ids)
                which.push_back(qsizetype(id - 1));
            FFP_ASSIGN(const std::vector<QualityFinding> found,
                       QualityService(*session).findings(*run, which, windowLanguage()));
            std::vector<QStringList> rows;
            for (const QualityFinding &finding : found)
                rows.push_back(cellsOf(finding));
            return rows;
        };
}

} // namespace ffp::ui
