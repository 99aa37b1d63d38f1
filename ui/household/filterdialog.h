// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/tableservice.h"
#include "ui/common/page.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace ffp::ui {

class ConditionEditor;
class MessageBar;

/// Which households the list shows, built by choosing; filters with their columns are kept under a name.
class FilterDialog : public QDialog
{
    Q_OBJECT

public:
    /// `where` in ids; `columns` are kept together with it.
    FilterDialog(const PageContext &context, const QString &where, const QStringList &columns,
                 QWidget *parent = nullptr);

    /// In ids.
    QString where() const;
    /// Of the kept list that was chosen; empty = as they are.
    const QStringList &columns() const { return m_columns; }
    /// Under the name that was typed.
    void keep();

    QComboBox &kept() { return *m_kept; }
    ConditionEditor &conditions() { return *m_conditions; }
    QLineEdit &name() { return *m_name; }
    MessageBar &message() { return *m_message; }

private:
    void loadKept(const QString &chosen);
    void chooseKept(int index);

    PageContext m_context;
    QStringList m_shownColumns;
    QStringList m_columns;
    std::vector<TableDefinition> m_lists;
    QComboBox *m_kept;
    ConditionEditor *m_conditions;
    QLineEdit *m_name;
    MessageBar *m_message;
};

} // namespace ffp::ui
