// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QListWidget;

namespace ffp::ui {

/// Which columns the household list shows and in which order.
class ColumnChooser : public QDialog
{
    Q_OBJECT

public:
    explicit ColumnChooser(const QStringList &shown, QWidget *parent = nullptr);

    /// Ids of the ticked columns in the order of the list; never empty.
    QStringList chosen() const;
    static QStringList defaultColumns();

private:
    void fill(const QStringList &shown);
    void move(int by);

    QListWidget *m_list;
};

} // namespace ffp::ui
