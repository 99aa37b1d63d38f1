// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/printing/printlayout.h"

class QPrinter;

namespace ffp::ui {

/// Lays out and writes a PDF with real, searchable text; `path` is replaced only when all is done. Needs a
/// QGuiApplication; may run in a worker thread.
/// Cancelled, FileUnwritable, DiskFull, PrintFailed (see PrintLayout::make and correctTextMaps).
Result<PrintReport> writePdf(PrintLayout::DocumentPtr document, const PageSetup &setup, const QString &path,
                             Progress &progress);

/// Pages `from` … `to` (from 0) of a layout onto a printer that is set up.
Result<> printPages(const PrintLayout &layout, PrintFonts &fonts, QPrinter &printer, int from, int to,
                    Progress &progress);

} // namespace ffp::ui
