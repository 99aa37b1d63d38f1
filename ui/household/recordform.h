// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/domain/record.h"
#include "ui/common/fieldform.h"

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace ffp::ui {

class MessageBar;

/// All fields of one record with the basis of the change below, a button to save and another one. What of it
/// does not go together is told below the fields, while it is typed, too (contradictions()).
class RecordForm : public QWidget
{
    Q_OBJECT

public:
    /// `otherText`: of the button beside Save.
    RecordForm(Entity entity, QDate today, const QString &otherText, QWidget *parent = nullptr);
    /// Some fields only.
    RecordForm(Entity entity, std::vector<FieldForm::Section> sections, QDate today, const QString &otherText,
               QWidget *parent = nullptr);

    FieldForm &fields() { return *m_fields; }
    QLineEdit &noteEdit() { return *m_note; }
    QPushButton &saveButton() { return *m_save; }
    QPushButton &otherButton() { return *m_other; }
    /// The basis of the change as typed.
    QString note() const;
    /// Shows this one; what was typed is gone.
    void setRecord(const Record &record);
    /// The same record was read again: what was typed stays.
    void renewRecord(const Record &record);
    /// Both buttons only while something was typed.
    void setQuietUntilEdited();
    /// While a save runs (or nothing is shown) nothing can be typed or pressed; what was typed stays.
    void setBusy(bool busy);
    /// Reads all fields; says in `message` when one has to be corrected.
    bool check(MessageBar &message);
    /// Shows why a service refused to save, beside the fields where that is known.
    void showRefusal(const Error &error, MessageBar &message);

Q_SIGNALS:
    void edited();
    void saveRequested();
    void otherRequested();

private:
    void updateButtons();
    void tellContradictions();

    Entity m_entity;
    QDate m_today;
    Record m_record;
    FieldForm *m_fields;
    QLineEdit *m_note;
    QPushButton *m_other;
    QPushButton *m_save;
    bool m_quiet = false;
    bool m_busy = false;
};

} // namespace ffp::ui
