// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"

#include <QFrame>

class QButtonGroup;
class QToolButton;

namespace ffp::ui {

/// The list of pages at the left edge; arrows move, Enter opens.
class Navigation : public QFrame
{
    Q_OBJECT

public:
    explicit Navigation(const std::vector<PageEntry> &entries, QWidget *parent = nullptr);

    void setCurrent(const QString &pageId);

Q_SIGNALS:
    void chosen(const QString &pageId);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Item {
        QString id;
        QToolButton *button;
    };
    std::vector<Item> m_items;
    QButtonGroup *m_group;
};

} // namespace ffp::ui
