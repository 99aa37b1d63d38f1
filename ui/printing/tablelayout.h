// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/printlayout.h"

namespace ffp::ui {

/// Sizes that layout and painter share.
namespace metrics {
inline constexpr double kLineHeight = 1.3;   ///< of the font size
inline constexpr double kAscent = 0.88;      ///< of the em box of Chinese faces
inline constexpr double kPadX = 1.5;         ///< left and right in a cell
inline constexpr double kPadY = 2.5;         ///< over and under the text of a cell
inline constexpr double kSmallestRow = 18;   ///< 6.3 mm: can be written in by hand
inline constexpr double kTitleFont = 18;     ///< 小二
inline constexpr double kSubtitleFont = 12;  ///< 小四
inline constexpr double kHeadFont = 10.5;    ///< 五号: head line, signatures, notes
inline constexpr double kFooterFont = 9;     ///< 小五
inline constexpr double kHeadingFont = 12;   ///< 小四: heads of parts
inline constexpr double kHeading = 22;       ///< height of the head of a part
inline constexpr double kSubheading = 18;    ///< in kHeadFont
inline constexpr double kHeadItemLine = 18;  ///< height of one head line
inline constexpr double kSignatureLine = 26; ///< room to sign by hand
inline constexpr double kFooter = 16;        ///< page number line with its distance
inline constexpr double kGoesOn = 14;        ///< 续下页 under the table
inline constexpr double kSealSide = 45 * kMillimetre;
inline constexpr double kItemGap = 14; ///< smallest distance of two items on a line
} // namespace metrics

/// A row, or some of its lines when it is higher than a page.
struct RowSlice {
    qsizetype row = 0;
    float height = 0;
    int firstLine = 0;
    int lineCount = 0;        ///< of the slice
    bool whole = true;        ///< neither begins nor goes on elsewhere
    bool firstOnPage = false; ///< first row of its household on this page: draws the perHousehold cells
};

/// Rows of one page, or of neighbouring pages when columns are split.
struct PageRows {
    std::vector<RowSlice> slices;
    quint64 householdBefore = 0; ///< household of the row before the first
    bool last = false;
};

struct ColumnBox {
    size_t column = 0;
    double x = 0; ///< from the left edge of the paper
    double width = 0;
};

/// Columns of one page.
using ColumnBand = std::vector<ColumnBox>;

/// Items set out over the lines they need, from edge to edge.
struct ItemPlace {
    size_t item = 0;
    size_t line = 0;
    double x = 0;
};

/// Where every row and column of one table goes. Two passes over the rows: widths and totals, then
/// heights and page breaks; painting is the third.
class TableLayout : public PrintLayout
{
public:
    /// Errors as PrintLayout::make(). `top`: a part of a larger document, which begins there on its first
    /// page.
    static Result<TableLayout> make(DocumentPtr document, const PageSetup &setup, PrintFonts &fonts,
                                    Progress &progress, std::optional<double> top = {});

    const TableDocument &document() const override { return *m_document; }
    const PageSetup &setup() const override { return m_setup; }
    int pageCount() const override { return int(m_pages.size() * m_bands.size()); }
    Result<> paint(QPainter &painter, PrintFonts &fonts, GlyphLog *log, int page) const override;
    bool isPart() const { return m_top.has_value(); }
    /// Where title or heading begin on the first page.
    double top() const { return m_top.value_or(m_setup.marginTop); }
    /// Where notes and signatures end on the last page.
    double bottom() const { return m_bottom; }
    /// The first row stands whole on the first page.
    bool beginsWell() const;
    /// Page numbers count from 0; when columns are split the bands of the same rows follow each other.
    const PageRows &rowsOf(int page) const { return m_pages[size_t(page) / m_bands.size()]; }
    int bandOf(int page) const { return page % int(m_bands.size()); }
    bool isFirstRows(int page) const { return page < int(m_bands.size()); }
    const std::vector<ColumnBand> &bands() const { return m_bands; }
    double fontSize() const { return m_fontSize; }
    double lineHeight() const { return m_fontSize * metrics::kLineHeight; }
    double groupHeight() const { return m_groupHeight; }
    double headerHeight() const { return m_headerHeight; } ///< without the group line
    double totalHeight() const { return m_totalHeight; }
    /// Where the table begins on first and on later pages.
    double tableTop(int page) const { return isFirstRows(page) ? m_firstTop : m_laterTop; }
    const std::vector<ItemPlace> &headPlaces() const { return m_headPlaces; }
    const std::vector<ItemPlace> &footPlaces() const { return m_footPlaces; }
    double endBlockHeight() const { return m_endHeight; }
    double notesHeight() const { return m_notesHeight; }
    const TableTotals &grandTotals() const { return m_totals; }
    PrintReport report() const override;

    /// Sums of the rows of a page; the sums of all pages add up to grandTotals().
    Result<TableTotals> subtotals(int page) const;

private:
    friend class TableLayouter;
    explicit TableLayout(DocumentPtr document) : m_document(std::move(document)), m_totals(*m_document) {}

    DocumentPtr m_document;
    PageSetup m_setup;
    std::vector<ColumnBand> m_bands;
    std::vector<PageRows> m_pages;
    std::vector<ItemPlace> m_headPlaces;
    std::vector<ItemPlace> m_footPlaces;
    TableTotals m_totals;
    double m_fontSize = 0;
    double m_groupHeight = 0;
    double m_headerHeight = 0;
    double m_totalHeight = 0;
    double m_firstTop = 0;
    double m_laterTop = 0;
    double m_endHeight = 0; ///< notes, signatures, seal
    double m_notesHeight = 0;
    double m_bottom = 0;
    std::optional<double> m_top;
    QStringList m_replacedFonts;
};

/// Columns of a band that the label of a total line spans; 0 = no room for one.
size_t labelSpan(const TableDocument &document, const ColumnBand &band);
/// Width of the seal block: 45 mm or what unit and date need, at most half of `bodyWidth`.
double sealWidth(PrintFonts &fonts, const SealBlock &seal, double bodyWidth);
/// Unit and date under the seal; they wrap inside the block.
QStringList sealTexts(const SealBlock &seal);

/// Text of an item as printed, the writing line excluded.
QString itemText(const LabelledItem &item);
/// Width in points, the writing line included.
double itemWidth(PrintFonts &fonts, const LabelledItem &item);

} // namespace ffp::ui
