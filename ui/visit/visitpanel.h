// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/checkservice.h"
#include "core/services/visitservice.h"

#include "ui/common/theme.h"

#include <optional>
#include <QScrollArea>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace ffp::ui {

/// What to know before asking: what is due, and the answers of last time. S-class answers are masked.
class VisitPanel : public QScrollArea
{
    Q_OBJECT

public:
    explicit VisitPanel(QWidget *parent = nullptr);

    /// `alerts` are the open ones of the household.
    void show(const VisitForm &form, const std::vector<Alert> &alerts);
    /// The whole answers, after that was permitted and recorded.
    void revealLast();
    /// S-class fields of the last visit that hold something.
    std::vector<FieldRef> maskedFields() const;

Q_SIGNALS:
    void revealRequested();

private:
    void fillDue(const VisitForm &form, const std::vector<Alert> &alerts);
    void addDue(const QString &text, std::optional<TextRole> role);
    void fillLast(bool plain);

    std::optional<Record> m_last;
    QLabel *m_dueTitle;
    QVBoxLayout *m_due;
    QLabel *m_lastTitle;
    QVBoxLayout *m_answers;
    QPushButton *m_eye;
};

} // namespace ffp::ui
