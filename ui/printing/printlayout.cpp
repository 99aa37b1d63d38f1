// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/printlayout.h"

#include "ui/printing/partslayout.h"

namespace ffp::ui {

PageSetup PageSetup::of(const TableDocument &document)
{
    PageSetup setup;
    setup.paper = document.paper;
    setup.portrait = document.portrait;
    return setup;
}

QSizeF PageSetup::paperSize() const
{
    const QSizeF landscape = paper == PaperSize::A3 ? QSizeF(420, 297) : QSizeF(297, 210);
    return (portrait ? landscape.transposed() : landscape) * kMillimetre;
}

Result<LayoutPtr> PrintLayout::make(DocumentPtr document, const PageSetup &setup, PrintFonts &fonts,
                                    Progress &progress)
{
    if (document && (!document->parts.empty() || !document->enclosures.empty())) {
        FFP_ASSIGN(PartsLayout parts, PartsLayout::make(std::move(document), setup, fonts, progress));
        return std::make_shared<const PartsLayout>(std::move(parts));
    }
    FFP_ASSIGN(TableLayout table, TableLayout::make(std::move(document), setup, fonts, progress));
    return std::make_shared<const TableLayout>(std::move(table));
}

} // namespace ffp::ui
