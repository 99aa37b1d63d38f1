// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/printpreview.h"

#include "ui/common/icons.h"
#include "ui/common/jobdialog.h"
#include "ui/common/messagebar.h"
#include "ui/common/theme.h"
#include "ui/platform/waiting.h"
#include "ui/printing/pdfwriter.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace ffp::ui {

namespace {

constexpr double kZoomStep = 1.25;

QToolButton *tool(QWidget *parent, const QString &text, const QString &name)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(name);
    button->setAccessibleName(name);
    return button;
}

} // namespace

PrintPreview::PrintPreview(DocumentPtr document, QWidget *parent)
    : QDialog(parent),
      m_document(std::move(document))
{
    setWindowTitle(tr("Print preview: %1").arg(m_document->caption()));
    setWindowFlag(Qt::WindowMaximizeButtonHint);
    m_pages = new PageView(this);
    m_pages->setAccessibleName(tr("Pages"));
    m_message = new MessageBar(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildToolBar());
    column->addWidget(m_message);
    column->addWidget(m_pages, 1);
    column->addWidget(buildButtons());
    connect(m_pages, &PageView::currentPageChanged, this, &PrintPreview::showPlace);
    connect(m_pages, &PageView::zoomChanged, this, &PrintPreview::showPlace);
    resize(1180, 780);
    m_pages->setFocus();
    layOut();
}

PrintPreview::~PrintPreview()
{
    if (m_progress)
        m_progress->cancel();
}

QWidget *PrintPreview::buildToolBar()
{
    auto *bar = new QWidget(this);
    m_previous = tool(bar, {}, tr("Previous page (PgUp)"));
    m_previous->setArrowType(Qt::LeftArrow);
    m_next = tool(bar, {}, tr("Next page (PgDn)"));
    m_next->setArrowType(Qt::RightArrow);
    m_page = new QSpinBox(bar);
    m_page->setAccessibleName(tr("Page"));
    m_page->setKeyboardTracking(false);
    m_count = new QLabel(bar);
    auto *smaller = tool(bar, QStringLiteral("−"), tr("Smaller (-)"));
    auto *larger = tool(bar, QStringLiteral("+"), tr("Larger (+)"));
    m_zoom = new QLabel(bar);
    m_zoom->setMinimumWidth(fontMetrics().horizontalAdvance(QStringLiteral("400 %")));
    m_zoom->setAlignment(Qt::AlignCenter);
    auto *wide = tool(bar, tr("Fit width"), tr("Fit width"));
    auto *whole = tool(bar, tr("Whole page"), tr("Whole page"));
    m_paper = new QComboBox(bar);
    m_paper->setAccessibleName(tr("Paper"));
    const bool portrait = m_document->portrait;
    m_paper->addItem(portrait ? tr("A4 portrait") : tr("A4 landscape"), int(PaperSize::A4));
    m_paper->addItem(portrait ? tr("A3 portrait") : tr("A3 landscape"), int(PaperSize::A3));
    m_paper->setCurrentIndex(m_paper->findData(int(m_document->paper)));
    m_bar = new QProgressBar(bar);
    m_bar->setTextVisible(false);
    m_bar->setFixedWidth(160);

    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(kGap, kGap, kGap, kGap);
    row->setSpacing(kGap);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_previous, m_page, m_count, m_next})
        row->addWidget(widget);
    row->addSpacing(kGap * 2);
    for (QWidget *widget : std::initializer_list<QWidget *>{smaller, m_zoom, larger, wide, whole})
        row->addWidget(widget);
    row->addSpacing(kGap * 2);
    row->addWidget(m_paper);
    row->addStretch();
    row->addWidget(m_bar);

    connect(m_previous, &QToolButton::clicked, this,
            [this] { m_pages->goToPage(std::max(0, m_pages->currentPage() - 1)); });
    connect(m_next, &QToolButton::clicked, this,
            [this] { m_pages->goToPage(std::min(m_pages->pageCount() - 1, m_pages->currentPage() + 1)); });
    connect(m_page, &QSpinBox::valueChanged, this, [this](int page) {
        if (page - 1 != m_pages->currentPage())
            m_pages->goToPage(page - 1);
    });
    connect(smaller, &QToolButton::clicked, this, [this] { m_pages->zoomBy(1 / kZoomStep); });
    connect(larger, &QToolButton::clicked, this, [this] { m_pages->zoomBy(kZoomStep); });
    connect(wide, &QToolButton::clicked, this, [this] { m_pages->setFit(PageView::Fit::Width); });
    connect(whole, &QToolButton::clicked, this, [this] { m_pages->setFit(PageView::Fit::Page); });
    connect(m_paper, &QComboBox::currentIndexChanged, this, &PrintPreview::layOut);
    return bar;
}

QWidget *PrintPreview::buildButtons()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(kGap, kGap, kGap, kGap);
    row->setSpacing(kGap);
    const auto add = [&](const QString &text, const char *picture, void (PrintPreview::*act)()) {
        auto *button = new QPushButton(icon(picture), text, bar);
        button->setAutoDefault(false); // Enter in the page field must not print
        connect(button, &QPushButton::clicked, this, act);
        m_outputs.push_back(button);
        return button;
    };
    auto *print = add(tr("&Print…"), "print", &PrintPreview::print);
    setPrimary(print);
    print->setIcon(icon("print", colors().onAccent));
    auto *pdf = add(tr("Save as P&DF…"), "save", &PrintPreview::savePdf);
    auto *table = add(tr("Save as &workbook…"), "export", &PrintPreview::saveTable);
    table->setVisible(!m_document->hasParts()); // a workbook holds one table
    auto *close = new QPushButton(tr("Close"), bar);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &PrintPreview::reject);
    row->addWidget(close);
    row->addStretch();
    row->addWidget(table);
    row->addWidget(pdf);
    row->addWidget(print);
    return bar;
}

bool PrintPreview::waitForPages(int ms)
{
    const auto drawn = [this] { return m_layout && m_pages->isDrawn(m_pages->currentPage()); };
    const auto failed = [this] { return !m_layout && m_bar->isHidden(); };
    waitUntil([&] { return drawn() || failed(); }, ms);
    return drawn();
}

void PrintPreview::layOut()
{
    if (m_progress)
        m_progress->cancel();
    m_layout = nullptr;
    m_pages->setPages(nullptr);
    m_message->clear();
    showPlace();
    auto document = std::make_shared<TableDocument>(*m_document); // rows are shared
    document->paper = static_cast<PaperSize>(m_paper->currentData().toInt());
    std::function<Result<LayoutPtr>(Progress &)> work = [document](Progress &progress) -> Result<LayoutPtr> {
        PrintFonts fonts;
        return PrintLayout::make(document, PageSetup::of(*document), fonts, progress);
    };
    m_progress = runJob<LayoutPtr>(this, std::move(work),
                                   [this](Result<LayoutPtr> result) { laidOut(std::move(result)); });
    m_bar->setRange(0, 0);
    m_bar->show();
    connect(m_progress.get(), &JobProgress::progressed, m_bar,
            [this](const QString &, qint64 done, qint64 total) {
                constexpr int kSteps = 1000;
                m_bar->setRange(0, total > 0 ? kSteps : 0);
                if (total > 0)
                    m_bar->setValue(int(done * kSteps / total));
            });
}

void PrintPreview::laidOut(Result<LayoutPtr> result)
{
    if (!result && result.error().kind == ErrorKind::Cancelled)
        return; // another paper is on its way
    m_bar->hide();
    if (!result) {
        m_message->showError(result.error());
        return;
    }
    m_layout = std::move(*result);
    m_pages->setPages(m_layout);
    showReport(m_layout->report());
    showPlace();
    Q_EMIT ready();
}

void PrintPreview::showReport(const PrintReport &report)
{
    QStringList said;
    if (report.columnBands > 1)
        said << tr("The columns do not fit on one page; they are split over %1 pages that follow each other.")
                    .arg(report.columnBands);
    if (report.rowsSplit > 0)
        said << tr("Rows higher than a page: %1. They go on on the next page.").arg(report.rowsSplit);
    if (report.scansLeftOut > 0)
        said << tr("Attachments that could not be printed in full: %1. Their pages say why.")
                    .arg(report.scansLeftOut);
    if (!report.replacedFonts.isEmpty())
        said << tr("Fonts that this computer does not have are replaced: %1.")
                    .arg(report.replacedFonts.join(QStringLiteral("，")));
    if (!said.isEmpty())
        m_message->show(NoticeKind::Info, said.first(), said.mid(1).join(u'\n'));
}

void PrintPreview::showError(const Error &error)
{
    m_message->showError(error);
}

void PrintPreview::showPlace()
{
    const int count = m_pages->pageCount();
    const int page = count > 0 ? m_pages->currentPage() + 1 : 0;
    {
        const QSignalBlocker blocker(m_page);
        m_page->setRange(std::min(count, 1), count);
        m_page->setValue(page);
    }
    m_count->setText(tr("of %1").arg(count));
    m_zoom->setText(QStringLiteral("%1 %").arg(qRound(m_pages->zoom() * 100)));
    m_previous->setEnabled(page > 1);
    m_next->setEnabled(page < count);
    for (QPushButton *button : m_outputs)
        button->setEnabled(m_layout != nullptr);
}

void PrintPreview::save(DocumentPtr document, const QString &ending)
{
    saveDocument(this, std::move(document), ending, [this](const SavedDocument &saved) {
        if (!saved.report) {
            m_message->showError(saved.report.error());
            return;
        }
        m_message->show(NoticeKind::Good, savedText(saved));
        Q_EMIT used(saved.format, saved.report->pages);
    });
}

void PrintPreview::savePdf()
{
    if (m_layout) // on the paper that was looked at
        save(std::make_shared<TableDocument>(m_layout->document()), QStringLiteral(".pdf"));
}

void PrintPreview::saveTable()
{
    if (m_layout)
        save(std::make_shared<TableDocument>(m_layout->document()), QStringLiteral(".xlsx"));
}

void PrintPreview::print()
{
    if (!m_layout)
        return;
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setFromTo(1, m_layout->pageCount());
    QPrintDialog dialog(printer.get(), this);
    dialog.setOption(QAbstractPrintDialog::PrintPageRange);
    dialog.setOption(QAbstractPrintDialog::PrintCurrentPage);
    dialog.setMinMax(1, m_layout->pageCount());
    if (dialog.exec() != QDialog::Accepted)
        return;
    int from = 0;
    int to = m_layout->pageCount() - 1;
    if (dialog.printRange() == QAbstractPrintDialog::CurrentPage)
        from = to = m_pages->currentPage();
    else if (dialog.printRange() == QAbstractPrintDialog::PageRange) {
        from = std::clamp(printer->fromPage() - 1, 0, to);
        to = std::clamp(printer->toPage() - 1, from, to);
    }
    printer->setPrintRange(QPrinter::AllPages); // we send only what was chosen
    JobDialog::run<bool>(
        this, tr("Print"),
        [layout = m_layout, printer, from, to](Progress &progress) -> Result<bool> {
            PrintFonts fonts;
            FFP_TRY(printPages(*layout, fonts, *printer, from, to, progress));
            return true;
        },
        [this, pages = to - from + 1](Result<bool> done) {
            if (!done) {
                m_message->showError(done.error());
                return;
            }
            m_message->show(NoticeKind::Good, tr("%1 pages were sent to the printer.").arg(pages));
            Q_EMIT used(QStringLiteral("print"), pages);
        });
}

} // namespace ffp::ui
