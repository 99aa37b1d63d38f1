// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/textbox.h"

class QPainter;

namespace ffp::ui {

/// A page for a scan: a picture, one page of a PDF, or the sentence that stands in its place.
struct ScanPage {
    size_t enclosure = 0;
    int page = 0;     ///< of the PDF, from 0
    int pages = 1;    ///< of the PDF
    QString sentence; ///< why it is not printed; Chinese as everything on paper
};

/// What a print takes of scans: an attachment must not fill the disk or a day.
namespace scanlimits {
inline constexpr int kPagesOfOne = 50;
inline constexpr int kPagesOfAll = 300;
inline constexpr qint64 kPixels = 60'000'000; ///< of a picture
} // namespace scanlimits

/// Looks at every enclosure: what is damaged, locked or beyond the limits becomes a sentence. Cancelled.
Result<std::vector<ScanPage>> scanPages(const std::vector<Enclosure> &enclosures, Progress &progress);

/// Caption and picture, as large as the box takes it.
void paintScan(TextBoxes &text, QPainter &painter, const Enclosure &enclosure, const ScanPage &page,
               const Box &box);

} // namespace ffp::ui
