// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/scanpages.h"
#include "ui/printing/tablelayout.h"

namespace ffp::ui {

/// Tables that follow each other down the pages, and scans behind them, one page each. A part begins on a
/// new page when its head and first row have no room under the part before.
class PartsLayout : public PrintLayout
{
public:
    /// As PrintLayout::make().
    static Result<PartsLayout> make(DocumentPtr document, const PageSetup &setup, PrintFonts &fonts,
                                    Progress &progress);

    const TableDocument &document() const override { return *m_document; }
    const PageSetup &setup() const override { return m_setup; }
    int pageCount() const override { return m_tablePages + int(m_scans.size()); }
    PrintReport report() const override;
    Result<> paint(QPainter &painter, PrintFonts &fonts, GlyphLog *log, int page) const override;

private:
    struct Part {
        TableLayout layout;
        int firstPage = 0;
    };

    PartsLayout(DocumentPtr document, const PageSetup &setup)
        : m_document(std::move(document)),
          m_setup(setup)
    {}
    Result<> add(const DocumentPtr &part, PrintFonts &fonts, Progress &progress);
    Result<TableLayout> place(const DocumentPtr &part, PrintFonts &fonts, Progress &progress);
    double freshTop() const;

    DocumentPtr m_document;
    PageSetup m_setup;
    std::vector<Part> m_parts;
    std::vector<ScanPage> m_scans;
    int m_tablePages = 0;
    double m_bottom = 0; ///< of the last part on its last page
};

} // namespace ffp::ui
