// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/printlayout.h"

class QWidget;

namespace ffp::ui {

using DocumentPtr = PrintLayout::DocumentPtr;

/// Whether writeDocument() can write it, by its ending.
bool canBeWritten(const QString &path);

/// Writes `document` as .pdf, .xlsx or .csv by the ending of `path`; runs in any thread. Pages are 0 for
/// tables. InvalidArgument for another ending, or when
/// a table cannot hold the document; else as writePdf() and writeTableFile().
Result<PrintReport> writeDocument(DocumentPtr document, const QString &path, Progress &progress);

/// A file that saveDocument() wrote or could not write.
struct SavedDocument {
    QString path;
    QString format; ///< "pdf", "xlsx", "csv"
    Result<PrintReport> report;
};

/// Asks for a name, offering title, area and day with `ending` (".pdf" or ".xlsx"), writes in a job with
/// progress and calls `done`; not when no name was given.
void saveDocument(QWidget *parent, DocumentPtr document, const QString &ending,
                  std::function<void(const SavedDocument &)> done);

/// "Saved: …, 12 pages."
QString savedText(const SavedDocument &saved);

} // namespace ffp::ui
