// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/printlayout.h"

#include <QImage>
#include <QObject>

#include <atomic>

namespace ffp::ui {

/// Pictures of single pages, drawn in the thread that it lives in. Made for one PageView.
class PageRenderer : public QObject
{
    Q_OBJECT

public:
    /// Requests of an older round are dropped unread: scrolling fast leaves a trail of them.
    void startRound(quint64 round) { m_round.store(round, std::memory_order_relaxed); }
    void render(const ffp::ui::LayoutPtr &layout, int page, double scale, quint64 round);

Q_SIGNALS:
    /// An empty image when the page could not be drawn or its request was dropped.
    void rendered(int page, double scale, quint64 round, const QImage &image);

private:
    std::atomic<quint64> m_round{0};
    std::unique_ptr<PrintFonts> m_fonts; ///< made in the drawing thread
};

/// One page as a picture, `scale` pixels a point.
Result<QImage> pageImage(const PrintLayout &layout, PrintFonts &fonts, int page, double scale);

} // namespace ffp::ui
