// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/alertdrafts.h"
#include "core/services/checkservice.h"

#include <QFrame>

#include <map>

class QDateEdit;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QScrollArea;

namespace ffp::ui {

/// One alert: why it was raised and on which clause, below it what is done about it. Scrolls as a whole, so
/// that nothing is squeezed in a low window with large text.
class AlertPanel : public QFrame
{
    Q_OBJECT

public:
    explicit AlertPanel(QDate today, QWidget *parent = nullptr);

    /// nullptr = none chosen. What was typed and not saved stays with its alert: it is back when that one is
    /// shown again.
    void show(const Alert *alert);
    /// The shown alert with its sensitive values, after that was permitted and recorded.
    void reveal(const Alert &alert);
    const std::optional<Alert> &alert() const { return m_alert; }
    /// Marks the input that a rule asks for; false when the error is about none of them.
    bool showRefusal(const Error &error);

    QDateEdit &due() { return *m_due; }
    QPlainTextEdit &action() { return *m_action; }
    QLineEdit &reviewer() { return *m_reviewer; }
    QPushButton *stateButton(const QString &state) const;
    QPushButton &eye() { return *m_eye; }
    /// What was typed as action and reviewer of this alert is stored now; the next show() gives the inputs
    /// what the alert has.
    void textsSaved(RecordId id);
    /// Row id of an alert with unsaved input, the shown one first; 0 = there is none.
    qint64 unsaved() const;
    /// All unsaved input, that of the shown alert too.
    std::vector<AlertDraft> drafts() const;
    /// Input that an earlier window left: of alerts where nothing was typed meanwhile and where it still says
    /// something else than what is stored. How many.
    qsizetype restore(const std::vector<AlertDraft> &drafts, const std::vector<Alert> &alerts);
    /// Gives up all unsaved input.
    void discardDrafts();
    /// Unsaved input of this alert came back.
    bool showsDraft() const;

Q_SIGNALS:
    void dueChosen(QDate due);
    /// `state` of CL-47.
    void stateChosen(const QString &state, const QString &action, const QString &reviewer);
    /// Input was typed, saved or given up, as far as drafts() is concerned.
    void draftsChanged();
    void revealWanted();
    void householdWanted();
    void visitWanted();

private:
    QWidget *buildFacts();
    QWidget *buildForm();
    void fillFacts(const Alert &alert);
    void fillForm(const Alert &alert);
    /// The same alert again: what is being typed stays.
    void renewForm(const Alert &before, const Alert &alert);
    void showStored(const Alert &alert);
    void showFault(const QString &field, const QString &text);

    struct Input {
        QString field;
        QWidget *input;
        QLabel *fault;
    };
    AlertDraft typed() const;
    bool differs(const AlertDraft &draft, const Alert &alert) const;
    bool hasTyped() const;
    void keepDraft();
    QDate firstDue(const Alert &alert) const;

    QDate m_today;
    std::optional<Alert> m_alert;
    bool m_textsSaved = false;               ///< and m_alert is not read again yet
    std::map<RecordId, AlertDraft> m_drafts; ///< of alerts that are not shown now
    QLabel *m_none;
    QScrollArea *m_scroll;
    QWidget *m_facts;
    QLabel *m_level;
    QLabel *m_rule;
    QPushButton *m_household;
    QLabel *m_message;
    QPushButton *m_eye;
    QLabel *m_clause;
    QGridLayout *m_values;
    QLabel *m_done;
    QWidget *m_form;
    QLabel *m_draftHint;
    QDateEdit *m_due;
    QPlainTextEdit *m_action;
    QLineEdit *m_reviewer;
    std::vector<Input> m_inputs;
    std::vector<std::pair<QString, QPushButton *>> m_states;
};

} // namespace ffp::ui
