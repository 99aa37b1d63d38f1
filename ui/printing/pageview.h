// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/pagerenderer.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QSet>
#include <QThread>

namespace ffp::ui {

/// Pages of a layout under each other. Only pages in sight (and their neighbours) are drawn, in a thread of
/// their own, so a thousand pages open as fast as one. Page numbers count from 0.
class PageView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    enum class Fit { Width, Page, Fixed };

    explicit PageView(QWidget *parent = nullptr);
    ~PageView() override;

    /// Null shows nothing. The view stays where it was when the new layout has that page.
    void setPages(LayoutPtr layout);
    int pageCount() const { return m_layout ? m_layout->pageCount() : 0; }
    int currentPage() const;
    void goToPage(int page);

    Fit fit() const { return m_fit; }
    void setFit(Fit fit);
    /// 1 = as large as on paper on this screen; kept between 0.25 and 4.
    double zoom() const;
    void setZoom(double zoom);
    void zoomBy(double factor) { setZoom(zoom() * factor); }

    /// Pages whose pictures are at hand in the size shown; for tests.
    bool isDrawn(int page) const;

Q_SIGNALS:
    void currentPageChanged(int page);
    void zoomChanged(double zoom);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Picture {
        QImage image;
        double scale;
    };

    double pixelsPerPoint() const;
    QSize pageSize() const; ///< on screen, without the gap
    QRect pageRect(int page) const;
    std::pair<int, int> visiblePages() const;
    void relayout();
    void request();
    void take(int page, double scale, quint64 round, const QImage &image);

    LayoutPtr m_layout;
    Fit m_fit = Fit::Width;
    double m_zoom = 1;
    int m_reported = -1;
    QCache<int, Picture> m_pictures; ///< cost in KiB
    QSet<int> m_waiting;
    double m_askedScale = 0; ///< of the pages in m_waiting
    quint64 m_round = 0;
    QThread m_thread;
    PageRenderer *m_renderer;
};

} // namespace ffp::ui
