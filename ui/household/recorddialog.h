// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

#include <QDialog>

#include <functional>

class QComboBox;

namespace ffp::ui {

class FieldEditor;
class FieldForm;
class MessageBar;
class RecordForm;

/// One record in a form. Saves in the background through RegistryService::edit; a new member comes into the
/// household through HouseholdChanges::join, for which kind of change, day and reason are asked. What a
/// service refuses leaves the dialog open with everything that was typed.
class RecordDialog : public QDialog
{
    Q_OBJECT

public:
    /// `record.id` null = a new member of `household`.
    RecordDialog(const PageContext &context, const Record &record, RecordId household,
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

private:
    QWidget *makeOccasion();
    bool isNew() const { return m_record.id.isNull(); }
    std::function<Result<>(Session &)> work() const;
    void answered(Result<> saved);
    void reveal(FieldRef field);

    PageContext m_context;
    Record m_record;
    RecordId m_household;
    RecordForm *m_form;
    MessageBar *m_message;
    QComboBox *m_kind = nullptr;
    FieldEditor *m_on = nullptr;
    bool m_saving = false;
};

} // namespace ffp::ui
