// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sampledocument.h"
#include "tests/support/testsupport.h"
#include "ui/printing/pageview.h"
#include "ui/printing/tablelayout.h"

#include <QScrollBar>
#include <QSignalSpy>

using namespace ffp;
using namespace ffp::ui;

namespace {

LayoutPtr layoutOf(int rows)
{
    PrintFonts fonts;
    SilentProgress progress;
    const auto document = std::make_shared<TableDocument>(sampleLedger(rows));
    auto layout = TableLayout::make(document, PageSetup::of(*document), fonts, progress);
    return layout ? std::make_shared<TableLayout>(std::move(*layout)) : nullptr;
}

/// Share of pixels that are not white.
double ink(const QImage &image)
{
    qint64 dark = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            dark += image.pixel(x, y) != qRgb(255, 255, 255) ? 1 : 0;
    return double(dark) / double(image.width()) / double(image.height());
}

} // namespace

class TestPageView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsOnlyWhatIsInSight()
    {
        PageView view;
        view.resize(900, 700);
        view.show();
        const LayoutPtr layout = layoutOf(300);
        QVERIFY(layout);
        view.setPages(layout);
        QVERIFY(view.pageCount() > 20);
        QTRY_VERIFY(view.isDrawn(0));
        QTRY_VERIFY(view.isDrawn(1));
        QVERIFY(!view.isDrawn(10));
        QSignalSpy moved(&view, &PageView::currentPageChanged);
        view.goToPage(10);
        QCOMPARE(view.currentPage(), 10);
        QTRY_VERIFY(view.isDrawn(10));
        QVERIFY(!view.isDrawn(5));
        QCOMPARE(moved.last().first().toInt(), 10);
    }

    void picturesHaveInkWhereTheTableIs()
    {
        const LayoutPtr layout = layoutOf(5);
        QVERIFY(layout);
        PrintFonts fonts;
        const auto image = pageImage(*layout, fonts, 0, 1.5);
        FFP_VERIFY(image);
        QCOMPARE(image->size(), (layout->setup().paperSize() * 1.5).toSize());
        const int margin = int(layout->setup().marginSide * 1.5) - 3;
        QCOMPARE(ink(image->copy(0, 0, margin, image->height())), 0.0);
        QCOMPARE(ink(image->copy(image->width() - margin, 0, margin, image->height())), 0.0);
        const double table = ink(
            image->copy(margin, image->height() / 5, image->width() - 2 * margin, image->height() / 3));
        QVERIFY(table > 0.03 && table < 0.6);
    }

    void zoomsAndFits()
    {
        PageView view;
        view.resize(900, 700);
        view.show();
        view.setPages(layoutOf(60));
        QSignalSpy zoomed(&view, &PageView::zoomChanged);
        view.setFit(PageView::Fit::Width);
        QCOMPARE(view.horizontalScrollBar()->maximum(), 0);
        const double byWidth = view.zoom();
        view.setZoom(2);
        QCOMPARE(view.zoom(), 2.0);
        QVERIFY(view.horizontalScrollBar()->maximum() > 0);
        view.setZoom(100);
        QCOMPARE(view.zoom(), 4.0);
        view.setZoom(0);
        QCOMPARE(view.zoom(), 0.25);
        view.resize(400, 700);
        view.setFit(PageView::Fit::Width);
        QVERIFY(view.zoom() < byWidth);
        view.goToPage(3);
        view.setFit(PageView::Fit::Page);
        QCOMPARE(view.currentPage(), 3);
        QVERIFY(zoomed.size() >= 5);
    }

    void keysTurnPages()
    {
        PageView view;
        view.resize(900, 700);
        view.show();
        view.setPages(layoutOf(60));
        QTest::keyClick(&view, Qt::Key_PageDown);
        QCOMPARE(view.currentPage(), 1);
        QTest::keyClick(&view, Qt::Key_End);
        QCOMPARE(view.currentPage(), view.pageCount() - 1);
        QTest::keyClick(&view, Qt::Key_PageDown);
        QCOMPARE(view.currentPage(), view.pageCount() - 1);
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.currentPage(), 0);
    }

    void anotherLayoutReplacesTheFirst()
    {
        PageView view;
        view.resize(900, 700);
        view.show();
        view.setPages(layoutOf(100));
        view.goToPage(5);
        view.setPages(layoutOf(3));
        QCOMPARE(view.pageCount(), 1);
        QCOMPARE(view.currentPage(), 0);
        QTRY_VERIFY(view.isDrawn(0));
        view.setPages(nullptr);
        QCOMPARE(view.pageCount(), 0);
        QTest::keyClick(&view, Qt::Key_PageDown); // nothing to turn
        QCOMPARE(view.currentPage(), 0);
    }
};

QTEST_MAIN(TestPageView)
#include "tst_pageview.moc"
