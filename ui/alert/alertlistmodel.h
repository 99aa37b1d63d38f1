// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/checkservice.h"
#include "ui/models/markedlistmodel.h"

namespace ffp::ui {

/// Alerts in the order of CheckService: open ones first, red before orange before yellow, then by due date.
/// What triggered may be of S-class; it is shown on the unlocked screen only.
class AlertListModel : public MarkedListModel
{
    Q_OBJECT

public:
    enum Column { Level, State, Household, Village, Rule, Due, Message, Columns };

    explicit AlertListModel(Session &session, QObject *parent = nullptr);

    void setQuery(const AlertQuery &query);
    const AlertQuery &query() const { return m_query; }

protected:
    IdsJob idsJob() const override;
    CellsJob cellsJob() const override;
    QStringList titles() const override;
    QVariant colorOf(const QStringList &row, int column) const override;

private:
    Session &m_session;
    AlertQuery m_query;
};

/// "● Red": a sign and a word, not a colour alone.
QString levelText(const QString &severity);
/// "2026-11-24", or what a missing date means.
QString dueText(const Alert &alert);

} // namespace ffp::ui
