// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/duplicateservice.h"
#include "ui/common/busydialog.h"
#include "ui/common/page.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace ffp::ui {

class MessageBar;
class RelationsGrid;

/// Two entries of one person side by side: of each field in which they differ the value to be kept, who
/// follows as head where that is needed, and why. What the service refuses leaves the dialog open.
class PersonMergeDialog : public BusyDialog
{
    Q_OBJECT

public:
    /// The entry `pair.a` stays until it is said otherwise.
    PersonMergeDialog(const PageContext &context, const LikeEntries &pair, QWidget *parent = nullptr);
    ~PersonMergeDialog() override;

    MessageBar &message() { return *m_message; }
    QLineEdit &reason() { return *m_reason; }
    QPushButton &action() { return *m_action; }
    QPushButton &swapButton() { return *m_swap; }
    QComboBox &head() { return *m_head; }
    /// The buttons of one field: value of the entry that stays, of the other one. Null when it is not asked.
    std::pair<QRadioButton *, QRadioButton *> choice(FieldRef field) const;
    void apply();

Q_SIGNALS:
    /// Both entries are on the screen, or why not.
    void shown();
    /// The answer to apply() is on the screen.
    void answered();

private:
    struct Line {
        FieldRef field;
        QRadioButton *keep;
        QRadioButton *drop;
    };
    void load();
    void take(PersonComparison both, std::vector<Record> household);
    void makeLines();
    void setTexts(bool whole);
    void reveal();
    void showRelations();
    void updateAction() override;

    PageContext m_context;
    LikeEntry m_keep;
    LikeEntry m_drop;
    PersonComparison m_both;
    std::vector<Record> m_others; ///< of the dropped entry's household, the entry itself among them
    bool m_loaded = false;

    MessageBar *m_message;
    QGridLayout *m_grid;
    QWidget *m_inner;
    std::vector<Line> m_lines;
    QLabel *m_headLabel;
    QComboBox *m_head;
    RelationsGrid *m_relations;
    QLineEdit *m_reason;
    QPushButton *m_eye;
    QPushButton *m_swap;
    QPushButton *m_action;
    QPushButton *m_cancel;
};

} // namespace ffp::ui
