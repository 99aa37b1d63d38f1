// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigation.h"

#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace ffp::ui {

Navigation::Navigation(const std::vector<PageEntry> &entries, QWidget *parent) : QFrame(parent)
{
    setObjectName(QStringLiteral("navigation"));
    m_group = new QButtonGroup(this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap, kGap, kGap, kGap);
    layout->setSpacing(2);
    QString section;
    int number = 0;
    for (const PageEntry &entry : entries) {
        if (!entry.inNavigation)
            continue;
        if (entry.section != section) {
            section = entry.section;
            layout->addWidget(new QLabel(section, this));
        }
        auto *button = new QToolButton(this);
        button->setText(entry.title);
        button->setIcon(icon(entry.icon));
        button->setIconSize({20, 20});
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::MinimumExpanding, QSizePolicy::Fixed);
        if (++number <= 9)
            button->setToolTip(QStringLiteral("%1 (Ctrl+%2)").arg(entry.title).arg(number));
        m_group->addButton(button);
        layout->addWidget(button);
        const QString id = entry.id;
        connect(button, &QToolButton::clicked, this, [this, id] { Q_EMIT chosen(id); });
        m_items.push_back({id, button});
    }
    layout->addStretch(1);
}

void Navigation::setCurrent(const QString &pageId)
{
    // A page that is not in the list leaves the one marked that it was reached from.
    for (const Item &item : m_items)
        if (item.id == pageId)
            item.button->setChecked(true);
}

void Navigation::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Down ? 1 : event->key() == Qt::Key_Up ? -1 : 0;
    if (step == 0) {
        QFrame::keyPressEvent(event);
        return;
    }
    const auto count = static_cast<int>(m_items.size());
    for (int i = 0; i < count; ++i)
        if (m_items[static_cast<size_t>(i)].button->hasFocus()) {
            m_items[static_cast<size_t>((i + step + count) % count)].button->setFocus(Qt::TabFocusReason);
            return;
        }
}

} // namespace ffp::ui
