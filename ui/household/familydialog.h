// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/householdchanges.h"
#include "ui/common/busydialog.h"
#include "ui/common/page.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QVBoxLayout;

namespace ffp::ui {

class FieldEditor;
class MessageBar;
class RelationsGrid;

/// The ways in which a family changes that are one guided step each.
enum class FamilyStep { Leave, NewHead, Split, Merge, Move, Void };
/// As the menu has it: "Household splits…".
QString familyStepText(FamilyStep step);

/// One step of HouseholdChanges: who, when, why, and what the members are to the new head, shown before
/// anything is written. What the service refuses leaves the dialog open with everything that was entered.
class FamilyDialog : public BusyDialog
{
    Q_OBJECT

public:
    /// `member`: whom it is about, null = nobody yet.
    FamilyDialog(const PageContext &context, FamilyStep step, const HouseholdDetail &detail, RecordId member,
                 QWidget *parent = nullptr);
    ~FamilyDialog() override;

    MessageBar &message() { return *m_message; }
    QLineEdit &reason() { return *m_reason; }
    QComboBox &who() { return *m_who; }
    QComboBox &head() { return *m_head; }
    QListWidget &leaving() { return *m_leaving; }
    QLineEdit &other() { return *m_other; }
    /// Where a merged household lives, and where a household goes.
    QComboBox &village() { return *m_village; }
    QLineEdit &group() { return *m_group; }
    RelationsGrid &relations() { return *m_relations; }
    QPushButton &action() { return *m_action; }
    /// What the button does.
    void apply();

Q_SIGNALS:
    /// The answer to apply() is on the screen.
    void answered();
    /// The other household of a merge is on the screen, or why not.
    void otherShown();

private:
    void makeInputs();
    void makeRows(QFormLayout &rows);
    void makeButtons(QVBoxLayout &layout);
    void updateAction() override;
    /// Shows what follows from who was chosen.
    void updateChoice();
    void fillHeads(QComboBox &box, const std::vector<RecordId> &among);
    void showRelations(RelationsGrid &grid, const QComboBox &head, const std::vector<RecordId> &of);
    void findOther();
    /// Members who are there, and are (`chosen`) or are not among those who leave.
    std::vector<RecordId> members(bool chosen) const;
    bool headLeaves() const;
    ChangeOccasion occasion() const;
    std::function<Result<>(Session &)> work() const;
    std::function<Result<>(Session &)> splitWork() const;
    std::function<Result<>(Session &)> mergeWork() const;
    std::function<Result<>(Session &)> moveWork() const;
    /// Whether the village is to be chosen.
    bool asksVillage() const;
    void fillVillages();
    void showBelongings();

    PageContext m_context;
    FamilyStep m_step;
    HouseholdDetail m_detail;
    std::vector<Record> m_there;
    std::optional<HouseholdDetail> m_into;
    QString m_asked; ///< the number that m_into was looked for by

    MessageBar *m_message;
    QComboBox *m_who;
    QComboBox *m_kind;
    QListWidget *m_leaving;
    QComboBox *m_head;
    QComboBox *m_remainingHead;
    QCheckBox *m_casesFollow;
    QLineEdit *m_other;
    QLabel *m_otherText;
    QComboBox *m_village;
    QLineEdit *m_natural;
    QLineEdit *m_group;
    QLineEdit *m_address;
    FieldEditor *m_on;
    QLineEdit *m_reason;
    RelationsGrid *m_relations;
    RelationsGrid *m_remaining;
    QPushButton *m_action;
    QPushButton *m_cancel;
    QFormLayout *m_rows;
};

} // namespace ffp::ui
