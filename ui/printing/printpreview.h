// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "ui/printing/documentfile.h"
#include "ui/printing/pageview.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace ffp::ui {

class MessageBar;

/// Pages of a document before they are printed: turn, zoom, other paper, print, save as PDF or workbook.
/// Laying out and every file run as jobs; closing stops them.
class PrintPreview : public QDialog
{
    Q_OBJECT

public:
    explicit PrintPreview(DocumentPtr document, QWidget *parent = nullptr);
    ~PrintPreview() override;

    PageView &pages() { return *m_pages; }
    bool isReady() const { return m_layout != nullptr; }

    /// Until the pages in sight are drawn or `ms` are over; for pictures and tests.
    bool waitForPages(int ms);

    /// Asks for a name and writes the file in a job.
    void savePdf();
    void saveTable();
    void print();
    /// Over the pages.
    void showError(const Error &error);

Q_SIGNALS:
    void ready();
    /// For the access log: `how` is "print", "pdf", "xlsx" or "csv".
    void used(const QString &how, int pages);

private:
    QWidget *buildToolBar();
    QWidget *buildButtons();
    void layOut();
    void laidOut(Result<LayoutPtr> result);
    void showReport(const PrintReport &report);
    void showPlace();
    void save(DocumentPtr document, const QString &ending);

    DocumentPtr m_document;
    LayoutPtr m_layout;
    std::shared_ptr<JobProgress> m_progress;
    PageView *m_pages;
    MessageBar *m_message;
    QSpinBox *m_page;
    QLabel *m_count;
    QLabel *m_zoom;
    QComboBox *m_paper;
    QProgressBar *m_bar;
    QToolButton *m_previous;
    QToolButton *m_next;
    std::vector<QPushButton *> m_outputs; ///< need finished pages
};

} // namespace ffp::ui
