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
    ShotEntry shot;
    shot.name = QStringLiteral("workbench");
    shot.target = Target::to(pages::kWorkbench);
    return {shot};
}

} // namespace ffp::ui
