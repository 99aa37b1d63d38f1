// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/pages.h"

#include "ui/common/choicebar.h"
#include "ui/visit/draftkeeper.h"
#include "ui/visit/visitpage.h"
#include "ui/visit/visitsheet.h"
#include "ui/visit/visitspage.h"

#include <QCoreApplication>
#include <QLineEdit>

namespace ffp::ui {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("VisitPages", text);
}

/// Households with most to show first: an alert and a visit before this one.
std::vector<qint64> sampleSequence(Session &session)
{
    HouseholdQuery query;
    query.redFlagged = true;
    query.sort = {{QStringLiteral("last_visit"), true}};
    const RegistryService registry(session);
    auto ids = registry.householdIds(query);
    if (!ids || ids->empty()) {
        query.redFlagged = false;
        ids = registry.householdIds(query);
    }
    return ids.value_or(std::vector<qint64>());
}

VisitSheet &sheetOf(Page &page)
{
    return static_cast<VisitPage &>(page).sheet();
}

} // namespace

std::vector<PageEntry> visitPages(const PageContext &context)
{
    PageEntry list;
    list.id = pages::kVisits;
    list.title = say(QT_TRANSLATE_NOOP("VisitPages", "Visits"));
    list.icon = "visit";
    list.make = [context] { return new VisitsPage(context); };
    PageEntry entry;
    entry.id = pages::kVisitEntry;
    entry.title = say(QT_TRANSLATE_NOOP("VisitPages", "New visit"));
    entry.icon = "visit";
    entry.inNavigation = false;
    entry.make = [context] { return new VisitPage(context); };
    return {list, entry};
}

std::vector<ShotEntry> visitShots(const PageContext &context)
{
    std::vector<ShotEntry> shots;
    shots.push_back({QStringLiteral("visits"), Target::to(pages::kVisits), {}, {}});
    const std::vector<qint64> ids = sampleSequence(context.session);
    if (ids.empty())
        return shots;
    Target target = Target::to(pages::kVisitEntry);
    target.rid = ids.front();
    target.sequence = ids;
    const auto add = [&](const char *name, std::function<void(Page &)> prepare) {
        shots.push_back({QLatin1String(name), target, std::move(prepare), {}});
    };
    add("visit", {});
    add("visit-changes", [](Page &page) {
        for (const char *key : {"A", "D"})
            sheetOf(page).press(QLatin1String(key));
        static_cast<VisitPage &>(page).drafts().forget(); // pictures change nothing
    });
    add("visit-faults", [](Page &page) {
        for (QLineEdit *edit : sheetOf(page).people())
            edit->clear();
        sheetOf(page).press(QStringLiteral("A")); // taken back: it was chosen for the picture before
        sheetOf(page).press(QStringLiteral("D"));
        page.save();
        static_cast<VisitPage &>(page).drafts().forget();
    });
    return shots;
}

} // namespace ffp::ui
