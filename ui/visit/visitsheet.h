// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/visitservice.h"

#include <QDate>
#include <QWidget>

class QLabel;
class QLineEdit;
class QStringListModel;

namespace ffp::ui {

class ChangedFacts;
class ChoiceBar;
class FieldForm;

/// The inputs of one visit, filled in advance as far as that is possible: today, a home visit, the two
/// proposed visitors. The keyboard starts at the changes.
class VisitSheet : public QWidget
{
    Q_OBJECT

public:
    explicit VisitSheet(QDate today, QWidget *parent = nullptr);

    /// The defaults for this household.
    void show(const VisitForm &form);
    void setDraft(const NewVisit &draft);
    NewVisit collect() const;
    /// Shows every fault; false when there is one.
    bool check();
    /// Gives back what fits no input of the sheet.
    QStringList showServiceFaults(const QStringList &faults);
    /// A key that was pressed outside a text: mode of contact or change. False when it means nothing here.
    bool press(const QString &keyText);
    void reveal(RecordId record, FieldRef field);

    ChoiceBar &mode() { return *m_mode; }
    ChoiceBar &changes() { return *m_changes; }
    ChangedFacts &facts() { return *m_facts; }
    FieldForm &basics() { return *m_basics; }
    FieldForm &texts() { return *m_texts; }
    const std::vector<QLineEdit *> &people() const { return m_people; }

Q_SIGNALS:
    void edited();
    void revealRequested(ffp::RecordId record, ffp::FieldRef field);
    /// Enter in the last input.
    void finished();

private:
    void makeInputs(QDate today);
    QWidget *makeVisitors();
    void connectInputs();
    void changesChosen();
    QStringList visitors() const;
    bool showFault(QLabel *label, const QString &fault);
    void clearFaults();

    RecordId m_household;
    FieldForm *m_basics;
    ChoiceBar *m_mode;
    ChoiceBar *m_changes;
    QWidget *m_visitors;
    std::vector<QLineEdit *> m_people;
    QStringListModel *m_known;
    QLabel *m_modeFault;
    QLabel *m_peopleFault;
    QLabel *m_changesFault;
    ChangedFacts *m_facts;
    FieldForm *m_texts;
};

} // namespace ffp::ui
