// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QComboBox;
class QListWidget;

namespace ffp::ui {

/// Some things out of many, in an order of one's own: typed or chosen above, listed below; moved by drag or
/// Ctrl+Up and Ctrl+Down, taken out with Delete.
class PickList : public QWidget
{
    Q_OBJECT

public:
    struct Item {
        QString id;
        QString text;
    };

    explicit PickList(const QString &accessibleName, QWidget *parent = nullptr);

    /// What can be chosen; keeps the chosen ones that are still among them.
    void setItems(std::vector<Item> items);
    QStringList chosen() const;
    /// Ids that are not offered are left out. An id may carry more behind a colon ("age:16,60").
    void setChosen(const QStringList &ids);
    void add(const QString &id);

    /// For somebody who adds to a chosen one (the bounds of bands): id of the current line, and its new id.
    QString currentId() const;
    void replaceCurrent(const QString &id);

    QComboBox &box() { return *m_box; }
    QListWidget &list() { return *m_list; }

Q_SIGNALS:
    void changed();
    void currentChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString textOf(const QString &id) const;
    void move(int by);
    void removeCurrent();

    std::vector<Item> m_items;
    QComboBox *m_box;
    QListWidget *m_list;
};

} // namespace ffp::ui
