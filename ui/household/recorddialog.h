// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

#include <QDialog>

namespace ffp::ui {

class FieldForm;
class MessageBar;
class RecordForm;

/// One record in a form. Saves in the background through RegistryService::edit; a new member through
/// addMember. What a service refuses leaves the dialog open with everything that was typed.
class RecordDialog : public QDialog
{
    Q_OBJECT

public:
    /// `record.id` null = a new member of `household`.
    RecordDialog(const PageContext &context, const Record &record, RecordId household,
                 QWidget *parent = nullptr);

    FieldForm &form();
    MessageBar &message() { return *m_message; }
    void save();
    /// Not while it is being saved: that would lose the answer.
    void reject() override;

Q_SIGNALS:
    /// After save(): refused, by the form or by the service.
    void refused();

private:
    void answered(Result<> saved);
    void reveal(FieldRef field);

    PageContext m_context;
    Record m_record;
    RecordId m_household;
    RecordForm *m_form;
    MessageBar *m_message;
    bool m_saving = false;
};

} // namespace ffp::ui
