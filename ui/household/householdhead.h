// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/registryservice.h"
#include "ui/household/familydialog.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace ffp::ui {

/// Who the household is, in two lines: name, open alerts, place, classes, masked phone; and where to go.
class HouseholdHead : public QFrame
{
    Q_OBJECT

public:
    explicit HouseholdHead(QWidget *parent = nullptr);

    /// A detail without household shows nothing.
    void show(const HouseholdDetail &detail);
    void setSteps(bool previous, bool next);
    /// Not while the page saves.
    void setChangeEnabled(bool enabled);
    /// The phone that show() masked, after that was permitted.
    void revealPhone(const HouseholdDetail &detail);
    /// The field that the eye is for.
    static FieldRef phoneField();

Q_SIGNALS:
    void stepWanted(int by);
    void visitWanted();
    void changeWanted(ffp::ui::FamilyStep step);
    void phoneWanted();
    void printWanted();
    void matterWanted();

private:
    void showFlags(const std::vector<Record> &flags);
    QLabel *m_name;
    QLabel *m_place;
    QLabel *m_classes;
    QLabel *m_flags;
    QLabel *m_phone;
    QPushButton *m_eye;
    QPushButton *m_visit;
    QPushButton *m_change;
    QPushButton *m_print;
    QPushButton *m_previous;
    QPushButton *m_next;
};

/// The alert of this record is not settled yet.
bool isOpenFlag(const Record &flag);

} // namespace ffp::ui
