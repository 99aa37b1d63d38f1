// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importservice.h"

#include <QListWidget>
#include <QTableWidget>

namespace ffp::ui {

/// The columns of a file. A row can be dragged onto a field of a FieldList, and a field dropped on it.
class ColumnTable : public QTableWidget
{
    Q_OBJECT

public:
    explicit ColumnTable(QWidget *parent);

Q_SIGNALS:
    void fieldDropped(int column, const QString &field);

protected:
    QMimeData *mimeData(const QList<QTableWidgetItem *> &items) const override;
    QStringList mimeTypes() const override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
};

/// The fields that a column can go into: required ones are marked, taken ones name their column. Enter or a
/// double click gives the chosen field to the present column, and a column can be dropped on a field.
class FieldList : public QListWidget
{
    Q_OBJECT

public:
    explicit FieldList(QWidget *parent);

    void setTargets(std::vector<ImportTarget> targets);
    /// Field → header of the column that goes into it.
    void setTaken(const QMap<QString, QString> &taken);
    /// Only fields with this text in their names, in either language.
    void filter(const QString &text);
    /// The first one that is shown.
    void selectFirst();

Q_SIGNALS:
    void fieldChosen(const QString &field);
    void columnDropped(int column, const QString &field);

protected:
    QMimeData *mimeData(const QList<QListWidgetItem *> &items) const override;
    QStringList mimeTypes() const override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    std::vector<ImportTarget> m_targets;
};

/// In the window's language.
QString labelOf(const ImportTarget &target);
/// With the mark of those that some column has to go into.
QString markedLabelOf(const ImportTarget &target);

} // namespace ffp::ui
