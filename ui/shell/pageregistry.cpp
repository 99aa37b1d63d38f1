// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pageregistry.h"

#include "ui/alert/pages.h"
#include "ui/approval/pages.h"
#include "ui/household/pages.h"
#include "ui/import/pages.h"
#include "ui/ledger/pages.h"
#include "ui/quality/pages.h"
#include "ui/visit/pages.h"
#include "ui/workbench/pages.h"

namespace ffp::ui {
namespace {

template <class Entry>
void append(std::vector<Entry> &all, std::vector<Entry> more)
{
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

} // namespace

std::vector<PageEntry> allPages(const PageContext &context)
{
    std::vector<PageEntry> all;
    append(all, workbenchPages(context));
    append(all, householdPages(context));
    append(all, visitPages(context));
    append(all, alertPages(context));
    append(all, approvalPages(context));
    append(all, qualityPages(context));
    append(all, ledgerPages(context));
    append(all, importPages(context));
    return all;
}

std::vector<ShotEntry> allShots(const PageContext &context)
{
    std::vector<ShotEntry> all;
    append(all, workbenchShots(context));
    append(all, householdShots(context));
    append(all, visitShots(context));
    append(all, alertShots(context));
    append(all, approvalShots(context));
    append(all, qualityShots(context));
    append(all, ledgerShots(context));
    append(all, importShots(context));
    return all;
}

} // namespace ffp::ui
