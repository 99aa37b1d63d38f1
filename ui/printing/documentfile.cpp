// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/documentfile.h"

#include "core/reports/tablefile.h"
#include "ui/common/jobdialog.h"
#include "ui/platform/dialogs.h"
#include "ui/printing/pdfwriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace ffp::ui {

namespace {

constexpr QLatin1String kPdf(".pdf");

QString tr(const char *text)
{
    return QCoreApplication::translate("DocumentFile", text);
}

} // namespace

bool canBeWritten(const QString &path)
{
    return path.endsWith(kPdf, Qt::CaseInsensitive) || outputFormatOf(path);
}

Result<PrintReport> writeDocument(DocumentPtr document, const QString &path, Progress &progress)
{
    if (path.endsWith(kPdf, Qt::CaseInsensitive)) {
        const PageSetup setup = PageSetup::of(*document);
        return writePdf(std::move(document), setup, path, progress);
    }
    const std::optional<OutputFormat> format = outputFormatOf(path);
    if (!format || document->hasParts())
        return fail(Error::onFile(ErrorKind::InvalidArgument, path));
    PrintReport report;
    FFP_ASSIGN(report.rows, writeTableFile(*document, path, *format, progress));
    return report;
}

void saveDocument(QWidget *parent, DocumentPtr document, const QString &ending,
                  std::function<void(const SavedDocument &)> done)
{
    const bool pdf = ending == kPdf;
    const QString title = tr(QT_TRANSLATE_NOOP("DocumentFile", "Save as"));
    const QString filter = pdf ? tr(QT_TRANSLATE_NOOP("DocumentFile", "PDF files (*.pdf)"))
                               : tr(QT_TRANSLATE_NOOP("DocumentFile",
                                                      "Excel workbooks (*.xlsx);;Text tables (*.csv)"));
    QString path = dialogs().saveFile(parent, title, QDir::home().filePath(fileStem(*document) + ending),
                                      filter);
    if (path.isEmpty())
        return;
    const QString given = QFileInfo(path).suffix().toLower();
    if (pdf ? given != u"pdf" : !outputFormatOf(path))
        path += ending;
    JobDialog::run<PrintReport>(
        parent, title,
        [document, path](Progress &progress) { return writeDocument(document, path, progress); },
        [path, done = std::move(done)](Result<PrintReport> report) {
            done({path, QFileInfo(path).suffix().toLower(), std::move(report)});
        });
}

QString savedText(const SavedDocument &saved)
{
    const QString path = QDir::toNativeSeparators(saved.path);
    if (saved.format == u"pdf")
        return tr(QT_TRANSLATE_NOOP("DocumentFile", "Saved: %1, %2 pages."))
            .arg(path)
            .arg(saved.report ? saved.report->pages : 0);
    return tr(QT_TRANSLATE_NOOP("DocumentFile", "Saved: %1, %2 rows."))
        .arg(path)
        .arg(saved.report ? saved.report->rows : 0);
}

} // namespace ffp::ui
