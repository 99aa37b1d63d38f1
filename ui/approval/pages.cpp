// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/approval/pages.h"

#include "core/services/policyservice.h"
#include "ui/approval/chaindialog.h"
#include "ui/approval/matterspage.h"
#include "ui/approval/newmatterdialog.h"

#include <QCoreApplication>

namespace ffp::ui {

namespace {

constexpr int kPictureMs = 10'000; ///< longest wait for the list of a picture

} // namespace

std::vector<PageEntry> approvalPages(const PageContext &context)
{
    PageEntry entry;
    entry.id = pages::kMatters;
    entry.title = QCoreApplication::translate("ffp::ui::MattersPage", "Review and approval");
    entry.icon = "approval";
    entry.make = [context] { return new MattersPage(context); };
    return {entry};
}

std::vector<ShotEntry> approvalShots(const PageContext &context)
{
    ShotEntry page;
    page.name = QStringLiteral("matters");
    page.target = Target::to(pages::kMatters);
    page.prepare = [](Page &shown) {
        if (auto *matters = qobject_cast<MattersPage *>(&shown))
            matters->waitUntilShown(kPictureMs);
    };
    const Result<PolicyPack> pack = PolicyService(context.session).pack();
    if (!pack)
        return {page};
    ShotEntry fresh;
    fresh.name = QStringLiteral("matter-new");
    fresh.dialog = [pack = *pack](QWidget *parent) -> QWidget * {
        return new NewMatterDialog(pack, QString(), parent);
    };
    ShotEntry chains;
    chains.name = QStringLiteral("matter-chains");
    chains.dialog = [pack = *pack](QWidget *parent) -> QWidget * {
        return new ChainDialog(pack, {}, parent);
    };
    return {page, fresh, chains};
}

} // namespace ffp::ui
