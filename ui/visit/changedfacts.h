// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/visitservice.h"

#include <QDate>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ffp::ui {

class FieldForm;

/// The fields that the changes found at a visit are about: of the household, of each member, of this year's
/// living conditions and income statement. What was typed stays when a change is taken back and chosen again.
class ChangedFacts : public QWidget
{
    Q_OBJECT

public:
    explicit ChangedFacts(QDate today, QWidget *parent = nullptr);

    void setHousehold(const HouseholdDetail &detail);
    /// Codes of visit_change.
    void setChanges(const QStringList &changes);
    /// Puts what was typed into `visit`, of the chosen changes only.
    void collect(NewVisit &visit) const;
    void setDraft(const NewVisit &visit);
    /// Shows faults; false when there is one.
    bool check();
    QStringList showServiceFaults(const QStringList &faults);
    /// After reveal was permitted.
    void reveal(RecordId record, FieldRef field);

Q_SIGNALS:
    void edited();
    void revealRequested(ffp::RecordId record, ffp::FieldRef field);

private:
    struct Part {
        Record record;
        QString title;
        FieldForm *form = nullptr; ///< none while no chosen change needs it
        FieldValues typed;         ///< of fields that are not in the form now
        FieldValues values() const;
    };
    void rebuild();
    void keepTyped();

    QDate m_today;
    QStringList m_changes;
    std::vector<Part> m_parts;
    bool m_computed = false; ///< the newest income statement is made from items
    QLabel *m_hint;
    QVBoxLayout *m_layout;
};

} // namespace ffp::ui
