// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/duplicateservice.h"
#include "ui/common/fieldform.h"
#include "ui/common/page.h"

#include <QDialog>

#include <functional>

class QComboBox;
class QTimer;

namespace ffp::ui {

class FieldEditor;
class MessageBar;
class RecordForm;

/// One step with a record: what is asked, and what becomes of it. `save` runs in the background.
struct RecordTask {
    QString title;
    std::vector<FieldRef> fields; ///< empty: only the reason
    FieldValues start;            ///< what the form begins with
    std::function<Result<>(Session &session, const FieldValues &values, const QString &note)> save;
};

/// One record in a form. Saves in the background; a new member comes into the household through
/// HouseholdChanges::join, for which kind of change, day and reason are asked. What a service refuses leaves
/// the dialog open with everything that was typed. In the form of a measure the kinds follow the category,
/// and money that the policy forbids is told beside the field (MeasureGuide).
class RecordDialog : public QDialog
{
    Q_OBJECT

public:
    /// All fields of a record. `record.id` null = a new member, measure, plan or entry (EntryService) of
    /// `household`; of a new risk the case may be named already.
    RecordDialog(const PageContext &context, const Record &record, RecordId household,
                 QWidget *parent = nullptr);
    RecordDialog(const PageContext &context, const Record &record, RecordTask task,
                 QWidget *parent = nullptr);

    FieldForm &form();
    MessageBar &message() { return *m_message; }
    /// Of a new member: how the person comes, and when.
    QComboBox &kind() { return *m_kind; }
    FieldEditor &day() { return *m_on; }
    RecordForm &recordForm() { return *m_form; }
    void save();
    /// Not while it is being saved: that would lose the answer.
    void reject() override;

Q_SIGNALS:
    /// After save(): refused, by the form or by the service.
    void refused();
    /// The form of a measure knows its household.
    void guided();
    /// What is known of persons like the one who is typed is on the screen.
    void likeShown();

private:
    void build(std::vector<FieldForm::Section> sections);
    QWidget *makeOccasion();
    bool joins() const { return m_record.entity == Entity::Member && m_record.id.isNull(); }
    std::function<Result<>(Session &)> work() const;
    void guide(RecordId household);
    void answered(Result<> saved);
    /// Whether the member who is typed is like somebody of the register.
    void lookForLike();
    void showLike(const std::vector<LikeEntries> &found);
    void reveal(FieldRef field);

    PageContext m_context;
    Record m_record;
    RecordId m_household;
    RecordTask m_task;
    RecordForm *m_form;
    MessageBar *m_message;
    QComboBox *m_kind = nullptr;
    FieldEditor *m_on = nullptr;
    bool m_saving = false;
    QTimer *m_typing = nullptr;
    FieldValues m_asked; ///< that persons like it were looked for last
};

} // namespace ffp::ui
