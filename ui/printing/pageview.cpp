// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/pageview.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ffp::ui {

namespace {

constexpr int kGapBetween = 12; ///< pixels between pages and around them
constexpr int kPicturesKiB = 64 * 1024;
constexpr double kSmallestZoom = 0.25;
constexpr double kLargestZoom = 4;
constexpr double kZoomStep = 1.25;

} // namespace

PageView::PageView(QWidget *parent) : QAbstractScrollArea(parent), m_renderer(new PageRenderer)
{
    m_pictures.setMaxCost(kPicturesKiB);
    setFocusPolicy(Qt::StrongFocus);
    viewport()->setBackgroundRole(QPalette::Mid);
    setFrameShape(QFrame::NoFrame);
    m_renderer->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_renderer, &QObject::deleteLater);
    connect(m_renderer, &PageRenderer::rendered, this, &PageView::take);
    m_thread.start();
}

PageView::~PageView()
{
    m_renderer->startRound(~quint64(0)); // whatever waits is dropped
    m_thread.quit();
    m_thread.wait();
}

void PageView::setPages(LayoutPtr layout)
{
    const int page = currentPage();
    m_layout = std::move(layout);
    m_pictures.clear();
    m_waiting.clear();
    m_renderer->startRound(++m_round);
    m_reported = -1;
    relayout();
    goToPage(std::clamp(page, 0, std::max(0, pageCount() - 1)));
}

double PageView::pixelsPerPoint() const
{
    if (!m_layout)
        return 1;
    const QSizeF paper = m_layout->setup().paperSize();
    const QSize room = viewport()->size() - QSize(2 * kGapBetween, 2 * kGapBetween);
    const double natural = logicalDpiX() / 72.0;
    double scale = natural * m_zoom;
    if (m_fit != Fit::Fixed) {
        scale = room.width() / paper.width();
        if (m_fit == Fit::Page)
            scale = std::min(scale, room.height() / paper.height());
    }
    return std::clamp(scale, natural * kSmallestZoom, natural * kLargestZoom);
}

QSize PageView::pageSize() const
{
    return m_layout ? (m_layout->setup().paperSize() * pixelsPerPoint()).toSize() : QSize();
}

QRect PageView::pageRect(int page) const
{
    const QSize size = pageSize();
    const int room = viewport()->width();
    const int x = size.width() + 2 * kGapBetween <= room ? (room - size.width()) / 2
                                                         : kGapBetween - horizontalScrollBar()->value();
    return {QPoint(x, kGapBetween + page * (size.height() + kGapBetween) - verticalScrollBar()->value()),
            size};
}

std::pair<int, int> PageView::visiblePages() const
{
    if (pageCount() == 0)
        return {0, -1};
    const int pitch = pageSize().height() + kGapBetween;
    const int top = verticalScrollBar()->value();
    return {std::clamp((top - kGapBetween) / pitch, 0, pageCount() - 1),
            std::clamp((top + viewport()->height() - kGapBetween) / pitch, 0, pageCount() - 1)};
}

int PageView::currentPage() const
{
    if (pageCount() == 0)
        return 0;
    // The page that holds the middle of the window.
    const int pitch = pageSize().height() + kGapBetween;
    const int middle = verticalScrollBar()->value() + viewport()->height() / 2;
    return std::clamp(middle / pitch, 0, pageCount() - 1);
}

void PageView::goToPage(int page)
{
    const int pitch = pageSize().height() + kGapBetween;
    verticalScrollBar()->setValue(page * pitch
                                  - std::max(0, (viewport()->height() - pitch - kGapBetween) / 2));
}

double PageView::zoom() const
{
    return pixelsPerPoint() * 72.0 / logicalDpiX();
}

void PageView::setFit(Fit fit)
{
    const int page = currentPage();
    m_fit = fit;
    relayout();
    goToPage(page);
    Q_EMIT zoomChanged(zoom());
}

void PageView::setZoom(double zoom)
{
    m_zoom = std::clamp(zoom, kSmallestZoom, kLargestZoom);
    setFit(Fit::Fixed);
}

bool PageView::isDrawn(int page) const
{
    const Picture *picture = m_pictures.object(page);
    return picture && picture->scale == pixelsPerPoint() * devicePixelRatioF();
}

void PageView::relayout()
{
    const QSize size = pageSize();
    const qint64 height = qint64(pageCount()) * (size.height() + kGapBetween) + kGapBetween;
    verticalScrollBar()->setRange(0, int(std::max<qint64>(0, height - viewport()->height())));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(std::max(1, size.height() / 12));
    horizontalScrollBar()->setRange(0, std::max(0, size.width() + 2 * kGapBetween - viewport()->width()));
    horizontalScrollBar()->setPageStep(viewport()->width());
    horizontalScrollBar()->setSingleStep(40);
    request();
    viewport()->update();
}

/// Asks for the pages in sight and one on each side that have no picture in the size shown.
void PageView::request()
{
    const auto [first, last] = visiblePages();
    if (last < first)
        return;
    QList<int> wanted;
    for (int page = first; page <= last; ++page)
        wanted.append(page);
    if (last + 1 < pageCount())
        wanted.append(last + 1);
    if (first > 0)
        wanted.append(first - 1);
    wanted.removeIf([this](int page) { return isDrawn(page); });
    const double scale = pixelsPerPoint() * devicePixelRatioF();
    const bool allWaiting = scale == m_askedScale
                            && std::all_of(wanted.begin(), wanted.end(),
                                           [this](int page) { return m_waiting.contains(page); });
    if (allWaiting)
        return;
    m_waiting.clear();
    m_renderer->startRound(++m_round);
    m_askedScale = scale;
    for (const int page : wanted) {
        m_waiting.insert(page);
        QMetaObject::invokeMethod(m_renderer,
                                  [renderer = m_renderer, layout = m_layout, page, scale, round = m_round] {
                                      renderer->render(layout, page, scale, round);
                                  });
    }
}

void PageView::take(int page, double scale, quint64 round, const QImage &image)
{
    if (round != m_round)
        return;
    m_waiting.remove(page);
    if (image.isNull())
        return;
    m_pictures.insert(page, new Picture{image, scale}, std::max<qsizetype>(1, image.sizeInBytes() / 1024));
    viewport()->update(pageRect(page));
}

void PageView::paintEvent(QPaintEvent *)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), palette().mid());
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const auto [first, last] = visiblePages();
    for (int page = first; page <= last; ++page) {
        const QRect rect = pageRect(page);
        painter.fillRect(rect, Qt::white);
        // A picture of another size is better than none while the right one is on its way.
        if (const Picture *picture = m_pictures.object(page))
            painter.drawImage(rect, picture->image);
        painter.setPen(palette().color(QPalette::Dark));
        painter.drawRect(rect.adjusted(-1, -1, 0, 0));
    }
    if (const int page = currentPage(); m_layout && page != m_reported) {
        m_reported = page;
        Q_EMIT currentPageChanged(page);
    }
}

void PageView::resizeEvent(QResizeEvent *)
{
    if (m_fit == Fit::Fixed) {
        relayout();
        return;
    }
    const int page = std::max(0, m_reported);
    relayout();
    goToPage(page);
    Q_EMIT zoomChanged(zoom());
}

void PageView::scrollContentsBy(int, int)
{
    request();
    viewport()->update();
}

void PageView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoomBy(event->angleDelta().y() > 0 ? kZoomStep : 1 / kZoomStep);
        event->accept();
        return;
    }
    QAbstractScrollArea::wheelEvent(event);
}

void PageView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_PageDown:
    case Qt::Key_Space: goToPage(std::min(currentPage() + 1, pageCount() - 1)); return;
    case Qt::Key_PageUp: goToPage(std::max(currentPage() - 1, 0)); return;
    case Qt::Key_Home: goToPage(0); return;
    case Qt::Key_End: goToPage(pageCount() - 1); return;
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoomBy(kZoomStep); return;
    case Qt::Key_Minus: zoomBy(1 / kZoomStep); return;
    default: QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace ffp::ui
