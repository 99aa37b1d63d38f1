// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/tablelayouter.h"

#include <algorithm>
#include <cmath>

namespace ffp::ui {

using namespace Qt::Literals::StringLiterals;
using namespace metrics;

namespace {

bool isFigure(ColumnKind kind)
{
    return kind != ColumnKind::Text;
}

/// Polling every row would cost more than the rows.
constexpr qsizetype kStep = 256;

} // namespace

Result<TableLayout> TableLayout::make(DocumentPtr document, const PageSetup &setup, PrintFonts &fonts,
                                      Progress &progress, std::optional<double> top)
{
    if (!document || !document->rows || document->columns.empty())
        return fail(ErrorKind::InvalidArgument, u"document without rows or columns"_s);
    if (document->columns.front().summable)
        return fail(ErrorKind::InvalidArgument, u"the first column holds the label of the totals"_s);
    return TableLayouter(std::move(document), setup, fonts, progress, top).run();
}

TableLayouter::TableLayouter(TableLayout::DocumentPtr document, const PageSetup &setup, PrintFonts &fonts,
                             Progress &progress, std::optional<double> top)
    : m_layout(std::move(document)),
      m_document(m_layout.document()),
      m_fonts(fonts),
      m_breaker(fonts),
      m_progress(progress)
{
    m_layout.m_setup = setup;
    m_layout.m_top = top;
}

Result<TableLayout> TableLayouter::run()
{
    FFP_TRY(measureColumns());
    makeBands();
    measureHeader();
    measureFrame();
    FFP_TRY(measureRows());
    if (!m_missing.isEmpty()) {
        Error error = Error::of(ErrorKind::PrintFailed, u"characters without a glyph"_s);
        error.args = QStringList(u"missing_glyphs"_s) + m_missing;
        return fail(error);
    }
    FFP_TRY(breakPages());
    m_layout.m_replacedFonts = m_fonts.replacements();
    return std::move(m_layout);
}

Result<> TableLayouter::step(const char *stage, qsizetype done)
{
    if (done % kStep != 0)
        return {};
    if (m_progress.cancelled())
        return fail(ErrorKind::Cancelled);
    m_progress.report(stage, done, m_document.rows->count());
    return {};
}

void TableLayouter::noteMissing(const QString &where)
{
    const std::vector<char32_t> &missing = m_fonts.missing();
    for (; m_missingSeen < missing.size(); ++m_missingSeen)
        m_missing.append(u"%1（%2）"_s.arg(codePointName(missing[m_missingSeen]), where));
}

/// First pass over the rows: the longest value of columns that should not wrap, and the grand totals
/// (a sum is wider than its summands).
Result<> TableLayouter::measureColumns()
{
    const std::vector<TableColumn> &columns = m_document.columns;
    std::vector<double> longest(columns.size(), 0);
    FFP_TRY(m_document.rows
                ->read(0, m_document.rows->count(), [&](qsizetype index, const TableRow &row) -> Result<> {
                    FFP_TRY(step("measure", index));
                    if (row.cells.size() != columns.size())
                        return fail(ErrorKind::InvalidArgument,
                                    u"row %1 has %2 cells"_s.arg(index).arg(row.cells.size()));
                    m_layout.m_totals.add(row);
                    for (size_t i = 0; i < columns.size(); ++i)
                        if (isFigure(columns[i].kind) || !columns[i].wraps)
                            longest[i] = std::max(longest[i], m_fonts.width(FontRole::Body,
                                                                            cellText(columns[i], row.cells[i],
                                                                                     m_document.emptyCell)));
                    return {};
                }));
    m_widths.resize(columns.size());
    for (size_t i = 0; i < columns.size(); ++i) {
        const TableColumn &column = columns[i];
        if (isFigure(column.kind))
            m_widths[i] = std::max(
                {column.width, longest[i], m_fonts.width(FontRole::Body, m_layout.m_totals.sumText(i))});
        else
            m_widths[i] = std::max(column.width, std::min(longest[i], 2 * column.width));
    }
    return {};
}

/// Columns to bands, each but the first beginning with the key columns, none wider than `capacity` points
/// unless a single column is.
std::vector<std::vector<size_t>> TableLayouter::pack(double capacity) const
{
    const auto points = [&](size_t i) { return m_widths[i] * m_layout.m_setup.splitFont + 2 * kPadX; };
    std::vector<size_t> keys;
    double keyWidth = 0;
    for (size_t i = 0; i < m_widths.size(); ++i)
        if (m_document.columns[i].key && keyWidth + points(i) <= capacity / 2) {
            keys.push_back(i);
            keyWidth += points(i);
        }
    std::vector<std::vector<size_t>> bands;
    double used = 0;
    for (size_t i = 0; i < m_widths.size(); ++i) {
        if (std::find(keys.begin(), keys.end(), i) != keys.end())
            continue;
        const bool empty = bands.empty() || bands.back().size() == keys.size();
        if (bands.empty() || (!empty && used + points(i) > capacity)) {
            bands.push_back(keys);
            used = keyWidth;
        }
        bands.back().push_back(i);
        used += points(i);
    }
    if (bands.empty())
        bands.push_back(keys);
    std::sort(bands.front().begin(), bands.front().end()); // the form's own order where nothing is repeated
    return bands;
}

/// Columns from edge to edge. What is left over goes to the columns that wrap, up to twice their width,
/// then to all; what is missing (a single column wider than the page) is taken from all.
ColumnBand TableLayouter::place(const std::vector<size_t> &columns) const
{
    const double size = m_layout.m_fontSize;
    const auto wraps = [&](size_t i) {
        return m_document.columns[i].kind == ColumnKind::Text && m_document.columns[i].wraps;
    };
    double used = 0;
    double wrapping = 0;
    for (const size_t i : columns) {
        used += m_widths[i] * size;
        wrapping += wraps(i) ? m_widths[i] * size : 0;
    }
    const double room = m_layout.m_setup.bodyWidth() - double(columns.size()) * 2 * kPadX;
    const double grown = std::clamp(room - used, 0.0, wrapping);
    const double forWrapping = wrapping > 0 ? 1 + grown / wrapping : 1;
    const double forAll = room / (used + grown);
    ColumnBand band;
    double x = m_layout.m_setup.marginSide;
    for (const size_t i : columns) {
        const double width = m_widths[i] * size * (wraps(i) ? forWrapping : 1) * forAll + 2 * kPadX;
        band.push_back({i, x, width});
        x += width;
    }
    return band;
}

void TableLayouter::makeBands()
{
    const PageSetup &setup = m_layout.m_setup;
    double total = 0;
    for (const double width : m_widths)
        total += width;
    const double fitting = (setup.bodyWidth() - double(m_widths.size()) * 2 * kPadX) / total;
    std::vector<std::vector<size_t>> bands;
    if (fitting >= setup.smallestFont) {
        m_layout.m_fontSize = std::min(setup.largestFont, std::floor(fitting * 4) / 4);
        std::vector<size_t> all(m_widths.size());
        for (size_t i = 0; i < all.size(); ++i)
            all[i] = i;
        bands.push_back(std::move(all));
    } else {
        m_layout.m_fontSize = setup.splitFont;
        // As few bands as possible, then as even as possible.
        double high = setup.bodyWidth();
        bands = pack(high);
        double low = high / 4;
        for (int i = 0; i < 12; ++i) {
            const double middle = (low + high) / 2;
            if (auto tighter = pack(middle); tighter.size() == bands.size()) {
                bands = std::move(tighter);
                high = middle;
            } else {
                low = middle;
            }
        }
    }
    m_narrowest.assign(m_widths.size(), setup.bodyWidth());
    for (const std::vector<size_t> &columns : bands) {
        m_layout.m_bands.push_back(place(columns));
        for (const ColumnBox &box : m_layout.m_bands.back())
            m_narrowest[box.column] = std::min(m_narrowest[box.column], box.width - 2 * kPadX);
    }
}

int TableLayouter::linesOf(FontRole role, const QString &text, double points, double size)
{
    return int(m_breaker.lines(role, text, points / size).size());
}

double TableLayouter::rowHeight(int lines) const
{
    return std::max(kSmallestRow, lines * m_layout.lineHeight() + 2 * kPadY);
}

void TableLayouter::measureHeader()
{
    if (m_document.headless)
        return;
    const double size = m_layout.m_fontSize;
    int groupLines = 0;
    int underGroup = 1;
    int alone = 1;
    for (const ColumnBand &band : m_layout.m_bands)
        for (size_t i = 0; i < band.size(); ++i) {
            const TableColumn &column = m_document.columns[band[i].column];
            const int lines = linesOf(FontRole::Heading, column.header, band[i].width - 2 * kPadX, size);
            int &level = column.group.isEmpty() ? alone : underGroup;
            level = std::max(level, lines);
            if (column.group.isEmpty())
                continue;
            double width = 0;
            for (size_t k = i; k < band.size() && m_document.columns[band[k].column].group == column.group;
                 ++k)
                width += band[k].width;
            const bool begins = i == 0 || m_document.columns[band[i - 1].column].group != column.group;
            if (begins)
                groupLines = std::max(groupLines,
                                      linesOf(FontRole::Heading, column.group, width - 2 * kPadX, size));
        }
    m_layout.m_groupHeight = groupLines > 0 ? rowHeight(groupLines) : 0;
    m_layout.m_headerHeight = groupLines > 0
                                  ? std::max(rowHeight(underGroup), rowHeight(alone) - m_layout.m_groupHeight)
                                  : rowHeight(alone);

    int totalLines = 1;
    for (const ColumnBand &band : m_layout.m_bands) {
        double label = -2 * kPadX;
        for (size_t i = 0; i < labelSpan(m_document, band); ++i)
            label += band[i].width;
        if (label > 0)
            totalLines = std::max(totalLines,
                                  linesOf(FontRole::Heading,
                                          m_layout.m_totals.label(kSubtotalWord.toString()), label, size));
        for (const ColumnBox &box : band)
            totalLines = std::max(totalLines, linesOf(FontRole::Body, m_layout.m_totals.sumText(box.column),
                                                      box.width - 2 * kPadX, size));
    }
    m_layout.m_totalHeight = rowHeight(totalLines);
    noteMissing(u"表头"_s);
}

/// Sets out items from edge to edge: first at the left, last at the right, the rest evenly between.
void TableLayouter::placeItems(const std::vector<LabelledItem> &items, double width, double left,
                               std::vector<ItemPlace> &places, size_t &lines)
{
    lines = 0;
    for (size_t from = 0; from < items.size();) {
        double used = 0;
        size_t to = from;
        while (to < items.size()) {
            const double next = itemWidth(m_fonts, items[to]) + (to > from ? kItemGap : 0);
            if (to > from && used + next > width)
                break;
            used += next;
            ++to;
        }
        const bool spread = to - from > 1 && (from == 0 || to < items.size());
        const double gap = kItemGap + (spread ? std::max(0.0, width - used) / double(to - from - 1) : 0);
        double x = left;
        size_t highest = 1;
        for (; from < to; ++from) {
            places.push_back({from, lines, x});
            x += itemWidth(m_fonts, items[from]) + gap;
            highest = std::max<size_t>(highest, size_t(linesOf(FontRole::Body, itemText(items[from]), width,
                                                               kHeadFont)));
        }
        lines += highest;
    }
}

void TableLayouter::measureFrame()
{
    const PageSetup &setup = m_layout.m_setup;
    const double width = setup.bodyWidth();
    const int titleLines = linesOf(FontRole::Title, m_document.title, width, kTitleFont);
    const int subtitleLines = linesOf(FontRole::Body, m_document.subtitle, width, kSubtitleFont);
    size_t headLines = 0;
    placeItems(m_document.head, width, setup.marginSide, m_layout.m_headPlaces, headLines);
    m_layout.m_firstTop = m_layout.top() + titleLines * kTitleFont * kLineHeight
                          + subtitleLines * kSubtitleFont * kLineHeight + (titleLines > 0 ? 4 : 0)
                          + double(headLines) * kHeadItemLine + (m_document.heading.isEmpty() ? 0 : kHeading)
                          + (m_document.subheading.isEmpty() ? 0 : kSubheading);
    for (const QString &heading : {m_document.heading, m_document.subheading})
        m_fonts.width(FontRole::Heading, heading);
    m_layout.m_laterTop = setup.marginTop + kHeadItemLine;

    for (const QString &note : m_document.notes)
        m_layout.m_notesHeight += linesOf(FontRole::Body, note, width, kFooterFont) * kFooterFont
                                  * kLineHeight;
    if (!m_document.notes.isEmpty())
        m_layout.m_notesHeight += 4;
    double signatures = width;
    double sealHeight = 0;
    if (m_document.seal) {
        signatures -= sealWidth(m_fonts, *m_document.seal, width) + kItemGap;
        sealHeight = kSealSide;
    }
    size_t footLines = 0;
    placeItems(m_document.foot, signatures, setup.marginSide, m_layout.m_footPlaces, footLines);
    m_layout.m_endHeight = m_layout.m_notesHeight + std::max(double(footLines) * kSignatureLine, sealHeight);

    // Everything else that gets drawn must have glyphs too.
    m_fonts.width(FontRole::Heading, kPrivacyMark.toString());
    m_fonts.width(FontRole::Body, m_document.operatorName);
    noteMissing(u"表头表尾"_s);
}

/// Second pass over the rows.
Result<> TableLayouter::measureRows()
{
    const std::vector<TableColumn> &columns = m_document.columns;
    const double size = m_layout.m_fontSize;
    m_needs.reserve(size_t(m_document.rows->count()));
    const ColumnBand &band = m_layout.m_bands.front();
    if (band.size() > 1)
        m_wideRoom = band.back().x + band.back().width - band[1].x - 2 * kPadX;
    return m_document.rows
        ->read(0, m_document.rows->count(), [&](qsizetype index, const TableRow &row) -> Result<> {
            FFP_TRY(step("layout", index));
            RowNeed need{row.household, 1, 1};
            for (size_t i = 0; i < (row.wide ? std::min<size_t>(2, columns.size()) : columns.size()); ++i) {
                const int lines = linesOf(columns[i].heading ? FontRole::Heading : FontRole::Body,
                                          cellText(columns[i], row.cells[i], m_document.emptyCell),
                                          row.wide && i == 1 ? m_wideRoom : m_narrowest[i], size);
                need.first = std::max(need.first, lines);
                if (!columns[i].perHousehold)
                    need.later = std::max(need.later, lines);
                if (m_missingSeen < m_fonts.missing().size())
                    noteMissing(u"第%1行 %2"_s.arg(index + 1).arg(columns[i].header));
            }
            m_needs.push_back(need);
            return {};
        });
}

double TableLayouter::roomOnFreshPage() const
{
    const PageSetup &setup = m_layout.m_setup;
    const double top = m_layout.m_pages.size() == 1 ? m_layout.m_firstTop : m_layout.m_laterTop;
    return setup.paperSize().height() - setup.marginBottom - kFooter - kGoesOn - top - m_layout.m_groupHeight
           - m_layout.m_headerHeight - (m_document.pageSubtotals ? m_layout.m_totalHeight : 0);
}

double TableLayouter::roomOnPage() const
{
    return roomOnFreshPage() - m_used;
}

double TableLayouter::groupHeight(size_t from, size_t to) const
{
    double height = 0;
    for (size_t row = from; row < to; ++row)
        height += rowHeight(row == from ? m_needs[row].first : m_needs[row].later);
    return height;
}

void TableLayouter::newPage()
{
    m_layout.m_pages.emplace_back();
    m_used = 0;
    m_groupsOnPage = 0;
}

void TableLayouter::addRow(size_t row, bool firstOfGroup)
{
    int line = 0;
    while (true) {
        std::vector<RowSlice> &slices = m_layout.m_pages.back().slices;
        const bool firstOnPage = firstOfGroup || slices.empty();
        const int need = (firstOnPage ? m_needs[row].first : m_needs[row].later) - line;
        if (rowHeight(need) <= roomOnPage()) {
            slices.push_back({qsizetype(row), float(rowHeight(need)), line, need, line == 0, firstOnPage});
            m_used += rowHeight(need);
            return;
        }
        if (!slices.empty()) {
            newPage();
            continue;
        }
        // Higher than a page: as many lines as there is room for, the rest on the next.
        const int fitting = std::max(1, int((roomOnPage() - 2 * kPadY) / m_layout.lineHeight()));
        slices.push_back({qsizetype(row), float(rowHeight(fitting)), line, fitting, false, true});
        line += fitting;
        newPage();
    }
}

void TableLayouter::addGroup(size_t from, size_t to)
{
    if (groupHeight(from, to) > roomOnPage() && !m_layout.m_pages.back().slices.empty())
        newPage();
    m_lastGroup = m_layout.m_pages.back().slices.size();
    ++m_groupsOnPage;
    for (size_t row = from; row < to; ++row) {
        const size_t page = m_layout.m_pages.size();
        addRow(row, row == from);
        if (m_layout.m_pages.size() != page) { // went over to a further page
            m_lastGroup = 0;
            m_groupsOnPage = 1;
        }
    }
}

/// What follows the last row.
double TableLayouter::endHeight() const
{
    const double empty = m_document.rows->count() == 0 ? kSmallestRow : 0; // 无记录
    const double total = m_document.grandTotal ? m_layout.m_totalHeight : 0;
    return empty + total + m_layout.m_endHeight;
}

bool TableLayouter::endFits() const
{
    return roomOnPage() + kGoesOn >= endHeight();
}

Result<> TableLayouter::breakPages()
{
    newPage();
    if (roomOnFreshPage() < 2 * kSmallestRow) {
        Error error = Error::of(ErrorKind::PrintFailed, u"no room for a row under the head"_s);
        error.args = {u"page_too_small"_s};
        return fail(error);
    }
    for (size_t from = 0; from < m_needs.size();) {
        size_t to = from + 1;
        while (to < m_needs.size() && m_needs[from].household != 0
               && m_needs[to].household == m_needs[from].household)
            ++to;
        addGroup(from, to);
        from = to;
    }
    // Totals, signatures and seal never stand alone when the last household can keep them company.
    if (!endFits() && m_groupsOnPage > 1) {
        std::vector<RowSlice> &slices = m_layout.m_pages.back().slices;
        const auto group = slices.begin() + qsizetype(m_lastGroup);
        std::vector<RowSlice> moved(group, slices.end());
        slices.erase(group, slices.end());
        newPage();
        for (const RowSlice &slice : moved)
            m_used += double(slice.height);
        m_layout.m_pages.back().slices = std::move(moved);
    }
    if (!endFits()) {
        newPage();
        if (!endFits()) {
            Error error = Error::of(ErrorKind::PrintFailed, u"no room for notes, signatures and seal"_s);
            error.args = {u"page_too_small"_s};
            return fail(error);
        }
    }
    for (PageRows &rows : m_layout.m_pages)
        if (!rows.slices.empty()) {
            const RowSlice &first = rows.slices.front();
            const qsizetype before = first.firstLine > 0 ? first.row : first.row - 1;
            rows.householdBefore = before < 0 ? 0 : m_needs[size_t(before)].household;
        }
    m_layout.m_pages.back().last = true;
    m_layout.m_bottom = (m_layout.m_pages.size() == 1 ? m_layout.m_firstTop : m_layout.m_laterTop)
                        + m_layout.m_groupHeight + m_layout.m_headerHeight + m_used
                        + (m_document.pageSubtotals ? m_layout.m_totalHeight : 0) + endHeight();
    return {};
}

} // namespace ffp::ui
