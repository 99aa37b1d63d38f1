// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/householdchanges.h"

#include <QDate>
#include <QWidget>

class QGridLayout;
class QLabel;

namespace ffp::ui {

class FieldEditor;

/// What each member is to a head, one line per member; what the codes do not settle is marked and filled with
/// the likeliest word.
class RelationsGrid : public QWidget
{
    Q_OBJECT

public:
    RelationsGrid(const QString &title, QDate today, QWidget *parent = nullptr);

    /// The head's own line is left out.
    void setProposals(const std::vector<RelationProposal> &proposals, RecordId head);
    /// As it stands in the lines; a blank one is left out.
    std::map<RecordId, QString> relations() const;
    std::vector<FieldEditor *> editors() const;

private:
    struct Line {
        RecordId member;
        FieldEditor *editor;
    };
    QDate m_today;
    QGridLayout *m_grid;
    QLabel *m_title;
    std::vector<Line> m_lines;
};

} // namespace ffp::ui
