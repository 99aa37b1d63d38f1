// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/linebreaker.h"
#include "ui/printing/tablelayout.h"

namespace ffp::ui {

/// The work behind TableLayout::make(), step by step.
class TableLayouter
{
public:
    TableLayouter(TableLayout::DocumentPtr document, const PageSetup &setup, PrintFonts &fonts,
                  Progress &progress, std::optional<double> top);
    Result<TableLayout> run();

private:
    /// What a row needs: lines when it is the first of its household on a page, and otherwise.
    struct RowNeed {
        quint64 household = 0;
        int first = 1;
        int later = 1;
    };

    Result<> measureColumns();
    void makeBands();
    ColumnBand place(const std::vector<size_t> &columns) const;
    std::vector<std::vector<size_t>> pack(double capacity) const;
    void measureHeader();
    void measureFrame();
    void placeItems(const std::vector<LabelledItem> &items, double width, double left,
                    std::vector<ItemPlace> &places, size_t &lines);
    Result<> measureRows();
    Result<> breakPages();

    void addGroup(size_t from, size_t to);
    void addRow(size_t row, bool firstOfGroup);
    void newPage();
    double roomOnPage() const;
    double roomOnFreshPage() const;
    double rowHeight(int lines) const;
    double groupHeight(size_t from, size_t to) const;
    bool endFits() const;
    double endHeight() const;

    int linesOf(FontRole role, const QString &text, double points, double size);
    Result<> step(const char *stage, qsizetype done);
    void noteMissing(const QString &where);

    TableLayout m_layout;
    const TableDocument &m_document;
    PrintFonts &m_fonts;
    LineBreaker m_breaker;
    Progress &m_progress;
    std::vector<double> m_widths;    ///< em, by column
    std::vector<double> m_narrowest; ///< points for text, by column: a key column stands in several bands
    std::vector<RowNeed> m_needs;
    double m_wideRoom = 0; ///< points for the text of a wide row
    double m_used = 0;     ///< height of the slices on the page being filled
    size_t m_groupsOnPage = 0;
    size_t m_lastGroup = 0; ///< first slice of the last household on the page
    size_t m_missingSeen = 0;
    QStringList m_missing;
};

} // namespace ffp::ui
