// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alert/pages.h"

#include "ui/alert/alertpage.h"
#include "ui/alert/alertpanel.h"
#include "ui/alert/checkdialog.h"

#include <QCoreApplication>
#include <QToolButton>

namespace ffp::ui {

std::vector<PageEntry> alertPages(const PageContext &context)
{
    PageEntry entry;
    entry.id = pages::kAlerts;
    entry.title = QCoreApplication::translate("AlertPages", "Alerts");
    entry.icon = "alert";
    entry.make = [context] { return new AlertPage(context); };
    return {entry};
}

std::vector<ShotEntry> alertShots(const PageContext &context)
{
    const auto page = [](Page &shown) -> AlertPage & { return static_cast<AlertPage &>(shown); };
    std::vector<ShotEntry> shots;
    const Target target = Target::to(pages::kAlerts);
    shots.push_back({QStringLiteral("alerts"), target, {}, {}});
    shots.push_back(
        {QStringLiteral("alerts-refused"),
         target,
         [page](Page &shown) { // what the panel says when a rule asks for more; nothing is written
             Error error = Error::onField(ErrorKind::RuleBroken, "flag", "reviewer");
             error.args = {QStringLiteral("HV-14"),
                           QStringLiteral("皖扶组〔2020〕5号 防止返贫致贫意见 三（二）")};
             page(shown).panel().showRefusal(error);
         },
         {}});
    Target red = target;
    red.args[QStringLiteral("severity")] = QStringLiteral("red");
    shots.push_back({QStringLiteral("alerts-closed-too"),
                     red,
                     [page](Page &shown) { page(shown).settledToo().setChecked(true); },
                     {}});
    shots.push_back({QStringLiteral("alerts-month"),
                     {},
                     {},
                     [today = context.session.clock().today()](QWidget *parent) -> QWidget * {
                         return new CheckDialog(today, parent);
                     }});
    return shots;
}

} // namespace ffp::ui
