// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/qualityservice.h"
#include "ui/models/markedlistmodel.h"

namespace ffp::ui {

/// Findings of one run; what stands for a row id is its place in the run, from 1.
class QualityListModel : public MarkedListModel
{
    Q_OBJECT

public:
    enum Column { Level, Rule, Household, Member, Village, Message, Columns };

    explicit QualityListModel(Session &session, QObject *parent = nullptr);

    void setRun(std::shared_ptr<const QualityRun> run);
    const std::shared_ptr<const QualityRun> &run() const { return m_run; }
    void setFilter(const QualityFilter &filter);
    const QualityFilter &filter() const { return m_filter; }
    /// Place in the run's hits; -1 when there is no such row.
    qsizetype hitAt(int row) const { return qsizetype(ridAt(row)) - 1; }

protected:
    IdsJob idsJob() const override;
    CellsJob cellsJob() const override;
    QStringList titles() const override;
    QVariant colorOf(const QStringList &row, int column) const override;

private:
    Session &m_session;
    std::shared_ptr<const QualityRun> m_run;
    QualityFilter m_filter;
};

/// "● To correct": a sign and a word, not a colour alone.
QString qualityLevelText(const QString &level);
const QColor &qualityLevelColor(const QString &level);

} // namespace ffp::ui
