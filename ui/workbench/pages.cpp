// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workbench/pages.h"

#include "ui/workbench/workbenchpage.h"

#include <QCoreApplication>

namespace ffp::ui {

std::vector<PageEntry> workbenchPages(const PageContext &context)
{
    PageEntry entry;
    entry.id = pages::kWorkbench;
    entry.title = QCoreApplication::translate("ffp::ui::WorkbenchPage", "Today");
    entry.icon = "workbench";
    entry.make = [context] { return new WorkbenchPage(context); };
    return {entry};
}

std::vector<ShotEntry> workbenchShots(const PageContext &)
{
    const Target target = Target::to(pages::kWorkbench);
    const auto showEmpty = [](Page &page) { static_cast<WorkbenchPage &>(page).show(TodayWork()); };
    return {{QStringLiteral("workbench-empty"), target, showEmpty, {}},
            {QStringLiteral("workbench"), target, {}, {}}};
}

} // namespace ffp::ui
