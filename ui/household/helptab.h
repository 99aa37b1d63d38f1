// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"
#include "ui/household/recorddialog.h"

class QPushButton;

namespace ffp::ui {

class RecordTab;

/// 帮扶措施 of a household: its plans and its measures, to add, open, end, and take out when they were a
/// mistake.
class HelpTab : public QWidget
{
    Q_OBJECT

public:
    explicit HelpTab(const PageContext &context, QWidget *parent = nullptr);

    /// Read in the background. Null clears it.
    void setHousehold(RecordId household);
    void setChangeEnabled(bool enabled);
    RecordTab &plans() { return *m_plans; }
    RecordTab &measures() { return *m_measures; }

    enum class Step { Add, Finish, Stop, Void };
    /// A step with the row that is chosen, as its button does it.
    void take(Entity entity, Step step);

Q_SIGNALS:
    /// Both lists are on the screen.
    void loaded();
    void refused(const ffp::Error &error);
    /// Something was recorded.
    void recorded();
    /// The dialog of a step is open.
    void asked(ffp::ui::RecordDialog *dialog);

private:
    RecordTab *makeTable(Entity entity, std::vector<FieldRef> columns, const QString &heading,
                         const QString &emptyText);
    QWidget *makeButtons(Entity entity, RecordTab *table);
    RecordTask taskFor(Step step, const Record &record) const;
    void ask(RecordDialog *dialog);
    void load();
    void updateButtons();

    PageContext m_context;
    RecordId m_household;
    RecordTab *m_plans;
    RecordTab *m_measures;
    struct StepButton {
        QPushButton *button;
        RecordTab *table;
        bool needsRow;
    };
    std::vector<StepButton> m_buttons;
    quint64 m_generation = 0;
    bool m_enabled = false;
};

} // namespace ffp::ui
