// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/reports/document.h"
#include "ui/printing/printfonts.h"

#include <QSizeF>

class QPainter;

namespace ffp::ui {

class GlyphLog;

/// All measures in points (1/72 inch).
inline constexpr double kMillimetre = 72 / 25.4;

struct PageSetup {
    PaperSize paper = PaperSize::A4;
    bool portrait = false;
    double smallestFont = 7.5; ///< 六号; below it columns are split over pages (forms.md §4.2)
    double largestFont = 9;    ///< 小五, as office tables use it
    double splitFont = 9;      ///< when columns are split
    double marginSide = 10 * kMillimetre;
    double marginTop = 15 * kMillimetre;
    double marginBottom = 10 * kMillimetre;

    static PageSetup of(const TableDocument &document);
    QSizeF paperSize() const;
    double bodyWidth() const { return paperSize().width() - 2 * marginSide; }
    bool operator==(const PageSetup &) const = default;
};

/// What the user should know about a print, beside the pages.
struct PrintReport {
    int pages = 0;
    qint64 rows = 0;
    int columnBands = 1;     ///< more than 1: columns were split over pages
    qint64 rowsSplit = 0;    ///< rows higher than a page, continued on the next
    qint64 unsearchable = 0; ///< rare characters that a search in the PDF does not find
    qint64 scansLeftOut = 0; ///< scans of which a page or more is not there; a sentence stands in its place
    QStringList replacedFonts;
};

/// Where everything of a document stands, page by page. Plain data: may be made in one thread and painted in
/// another, each with its own PrintFonts that hold the same faces (they do, on one machine).
class PrintLayout
{
public:
    using DocumentPtr = std::shared_ptr<const TableDocument>;

    /// Of one table, or of parts under each other with scans behind them. Cancelled; PrintFailed with
    /// args[0] = "missing_glyphs" and then one "U+E843 (where)" per character that no face has, or args[0] =
    /// "page_too_small".
    static Result<std::shared_ptr<const PrintLayout>> make(DocumentPtr document, const PageSetup &setup,
                                                           PrintFonts &fonts, Progress &progress);

    virtual ~PrintLayout() = default;
    virtual const TableDocument &document() const = 0;
    virtual const PageSetup &setup() const = 0;
    virtual int pageCount() const = 0;
    virtual PrintReport report() const = 0;
    /// Page numbers count from 0. The painter's unit must be one point, its origin the paper's top left
    /// corner; `fonts` belong to the calling thread; `log` may be null.
    virtual Result<> paint(QPainter &painter, PrintFonts &fonts, GlyphLog *log, int page) const = 0;
};

using LayoutPtr = std::shared_ptr<const PrintLayout>;

} // namespace ffp::ui
