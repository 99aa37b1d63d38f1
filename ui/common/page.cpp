// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/page.h"

namespace ffp::ui {

bool Page::leave(std::function<void()> again)
{
    m_leaveWish = {};
    if (mayLeave())
        return true;
    if (isSaving())
        m_leaveWish = std::move(again);
    return false;
}

void Page::savingEnded(bool well)
{
    const auto wish = std::exchange(m_leaveWish, {});
    if (well && wish) // later: it may end this page
        QMetaObject::invokeMethod(this, wish, Qt::QueuedConnection);
}

} // namespace ffp::ui
