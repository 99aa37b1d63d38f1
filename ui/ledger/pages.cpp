// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/pages.h"

#include "ui/ledger/ledgerpage.h"
#include "ui/ledger/tablepage.h"
#include "ui/printing/printpreview.h"

#include <QComboBox>
#include <QCoreApplication>

namespace ffp::ui {

namespace {

constexpr int kPictureMs = 20'000; ///< longest wait for the pages of a picture

/// Preview of the first ledger of the whole site.
QWidget *previewShot(Session &session, QWidget *parent)
{
    SilentProgress progress;
    const auto offered = ledgers(session.site().policy);
    if (offered.empty())
        return nullptr;
    auto document = makeLedger(session, {offered.front().id, {}, session.clock().today(), {}}, progress);
    if (!document)
        return nullptr;
    auto *preview = new PrintPreview(std::make_shared<const TableDocument>(std::move(*document)), parent);
    preview->waitForPages(kPictureMs);
    return preview;
}

} // namespace

std::vector<PageEntry> ledgerPages(const PageContext &context)
{
    PageEntry entry;
    entry.id = pages::kLedgers;
    entry.title = QCoreApplication::translate("ffp::ui::LedgerPage", "Ledgers");
    entry.icon = "ledger";
    entry.make = [&session = context.session]() -> Page * {
        return new LedgerPage(std::make_shared<SessionLedgerSource>(session));
    };
    PageEntry tables;
    tables.id = kTablesPage;
    tables.title = QCoreApplication::translate("ffp::ui::TablePage", "Tables");
    tables.icon = "bulletin";
    tables.make = [context]() -> Page * { return new TablePage(context); };
    return {entry, tables};
}

std::vector<ShotEntry> ledgerShots(const PageContext &context)
{
    ShotEntry page;
    page.name = QStringLiteral("ledger");
    page.target = Target::to(pages::kLedgers);
    page.prepare = [](Page &shown) {
        if (auto *ledger = qobject_cast<LedgerPage *>(&shown))
            ledger->waitUntilLoaded(kPictureMs);
    };
    ShotEntry preview;
    preview.name = QStringLiteral("ledger-preview");
    preview.dialog = [&session = context.session](QWidget *parent) { return previewShot(session, parent); };
    const auto table = [](const char *name, size_t which) {
        ShotEntry shot;
        shot.name = QLatin1String(name);
        shot.target = Target::to(kTablesPage);
        shot.prepare = [which](Page &shown) {
            auto *tables = qobject_cast<TablePage *>(&shown);
            if (!tables)
                return;
            if (which == 0) {
                tables->showTable({QStringLiteral("花名册"),
                                   {},
                                   QStringLiteral("member"),
                                   QStringLiteral("age >= 60 and household.monitored = 1"),
                                   {QStringLiteral("household.area_name"), QStringLiteral("name"),
                                    QStringLiteral("age"), QStringLiteral("id_no"), QStringLiteral("labour")},
                                   {},
                                   {},
                                   {}});
            } else {
                tables->views().setCurrentIndex(int(which));
                Q_EMIT tables->views().activated(int(which));
            }
            tables->waitUntilLoaded(kPictureMs);
        };
        return shot;
    };
    return {page, preview, table("table-list", 0), table("table-count", 1)};
}

} // namespace ffp::ui
