// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/condition.h"

#include <QWidget>

class QComboBox;
class QVBoxLayout;

namespace ffp::ui {

/// Conditions built by choosing, line by line: whose fact, which one, how compared, with what. The same
/// language as typed conditions (readConditions()); alternatives are written with | between them.
class ConditionEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ConditionEditor(QWidget *parent = nullptr);

    /// What the conditions are about; clears them.
    void setSubject(const QString &subject);
    /// Conditions that cannot be read are kept out and false is returned.
    bool setConditions(const QString &where);
    /// With ids; lines that are not finished are left out.
    QString conditions() const;
    int lines() const { return static_cast<int>(m_lines.size()); }
    /// An empty line, ready to be filled in; the focus goes there.
    void addLine();

    /// For tests: the inputs of a line.
    struct Line {
        QWidget *row;
        QComboBox *whose;
        QComboBox *field;
        QComboBox *compare;
        QComboBox *value;
    };
    const Line &line(int index) const { return m_lines[static_cast<size_t>(index)]; }

Q_SIGNALS:
    void changed();

private:
    void show(const Condition &condition);
    Line &append();
    QString subjectOf(const Line &line) const;
    void fillFields(const Line &line);
    void fillValues(const Line &line);
    void remove(QWidget *row);

    QString m_subject = QStringLiteral("household");
    std::vector<Line> m_lines;
    QVBoxLayout *m_column;
};

} // namespace ffp::ui
