// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quality/pages.h"

#include "ui/quality/answerdialog.h"
#include "ui/quality/qualitypage.h"

#include <QCoreApplication>

namespace ffp::ui {

namespace {

constexpr int kPictureMs = 20'000; ///< longest wait for the findings of a picture

} // namespace

std::vector<PageEntry> qualityPages(const PageContext &context)
{
    PageEntry entry;
    entry.id = pages::kQuality;
    entry.title = QCoreApplication::translate("ffp::ui::QualityPage", "Data quality");
    entry.icon = "comparison";
    entry.make = [context] { return new QualityPage(context); };
    return {entry};
}

std::vector<ShotEntry> qualityShots(const PageContext &)
{
    ShotEntry page;
    page.name = QStringLiteral("quality");
    page.target = Target::to(pages::kQuality);
    page.prepare = [](Page &shown) {
        if (auto *quality = qobject_cast<QualityPage *>(&shown))
            quality->waitUntilChecked(kPictureMs);
    };
    ShotEntry answer;
    answer.name = QStringLiteral("quality-answer");
    answer.dialog = [](QWidget *parent) -> QWidget * { return new AnswerDialog(3, parent); };
    return {page, answer};
}

} // namespace ffp::ui
