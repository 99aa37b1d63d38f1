// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/duplicateservice.h"
#include "ui/common/busydialog.h"
#include "ui/common/page.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace ffp {
class JobProgress;
}

namespace ffp::ui {

class MessageBar;
class TableView;
class TextTableModel;

/// 疑似重复: pairs of persons or of households that may be one, and the ways to decide.
class DuplicatesDialog : public BusyDialog
{
    Q_OBJECT

public:
    /// Pairs in this area; null = of the whole site.
    DuplicatesDialog(const PageContext &context, const AreaCode &area, QWidget *parent = nullptr);
    ~DuplicatesDialog() override;

    TableView &table() { return *m_table; }
    MessageBar &message() { return *m_message; }
    /// 0 = persons, 1 = households.
    QComboBox &kind() { return *m_kind; }
    QLineEdit &reason() { return *m_reason; }
    QPushButton &distinctButton() { return *m_distinct; }
    QPushButton &mergeButton() { return *m_merge; }
    const std::vector<LikeEntries> &pairs() const { return m_pairs; }

Q_SIGNALS:
    /// The list is as the data file has it, or why not.
    void loaded();

private:
    void load();
    void fill();
    void updateAction() override;
    bool people() const;
    const LikeEntries *current() const;
    void setDistinct();
    void merge();
    void mergeHouseholds(const LikeEntries &pair);

    PageContext m_context;
    AreaCode m_area;
    std::vector<LikeEntries> m_pairs;
    std::shared_ptr<JobProgress> m_loading;
    QComboBox *m_kind;
    MessageBar *m_message;
    TextTableModel *m_model;
    TableView *m_table;
    QLineEdit *m_reason;
    QPushButton *m_distinct;
    QPushButton *m_merge;
    QPushButton *m_close;
};

} // namespace ffp::ui
