// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/caseservice.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace ffp::ui {

class FieldForm;
class MessageBar;

/// What one step asks for before it is signed: the fields of its record, the opinion or reason, the step it
/// is returned to, and for a judgement the password again.
class ActDialog : public QDialog
{
    Q_OBJECT

public:
    ActDialog(const CaseView &view, CaseVerb verb, QDate today, QWidget *parent = nullptr);
    /// The record of a step without signature.
    ActDialog(const CaseView &view, const ChainStep &work, QDate today, QWidget *parent = nullptr);

    /// With the digest of what was on screen.
    CaseRequest request() const;
    FieldValues values() const;

    QPlainTextEdit &comment() { return *m_comment; }
    QLineEdit *password() { return m_password; }
    FieldForm *fields() { return m_fields; }
    QPushButton &signButton() { return *m_sign; }

public Q_SLOTS:
    void accept() override;

private:
    void build(const ChainStep &step, const QString &title, bool forward);
    const CaseView &m_view;
    CaseVerb m_verb = CaseVerb::Record;
    QDate m_today;
    FieldForm *m_fields = nullptr;
    QPlainTextEdit *m_comment = nullptr;
    QComboBox *m_returnTo = nullptr;
    QLineEdit *m_password = nullptr;
    MessageBar *m_message = nullptr;
    QPushButton *m_sign = nullptr;
};

} // namespace ffp::ui
