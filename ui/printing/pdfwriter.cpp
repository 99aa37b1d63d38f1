// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/pdfwriter.h"

#include "core/base/outputfile.h"
#include "ui/printing/pagecanvas.h"
#include "ui/printing/pdftextmap.h"

#include <QFile>
#include <QPageLayout>
#include <QPdfWriter>
#include <QPrinter>

namespace ffp::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kResolution = 1200; ///< units per inch inside the PDF

/// Remembers that a write failed: the PDF engine does not look, and later calls clear QFile::error().
class WatchedFile : public QFile
{
public:
    using QFile::QFile;
    bool failed() const { return m_failed; }

protected:
    qint64 writeData(const char *data, qint64 size) override
    {
        const qint64 written = QFile::writeData(data, size);
        m_failed = m_failed || written != size;
        return written;
    }

private:
    bool m_failed = false;
};

QPageLayout pageLayout(const PageSetup &setup)
{
    return {QPageSize(setup.paper == PaperSize::A3 ? QPageSize::A3 : QPageSize::A4),
            setup.portrait ? QPageLayout::Portrait : QPageLayout::Landscape, QMarginsF()};
}

Result<> paintPages(const PrintLayout &layout, PrintFonts &fonts, GlyphLog *log, QPainter &device,
                    QPagedPaintDevice &pages, int from, int to, Progress &progress)
{
    for (int page = from; page <= to; ++page) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        progress.report("print", page - from, to - from + 1);
        if (page > from && !pages.newPage())
            return fail(ErrorKind::PrintFailed, u"new page refused by the device"_s);
        FFP_TRY(layout.paint(device, fonts, log, page));
    }
    return {};
}

Result<qint64> correctFile(QFile &file, const std::vector<DrawnFace> &faces)
{
    const qint64 size = file.size();
    uchar *mapped = size > 0 ? file.map(0, size) : nullptr;
    if (!mapped)
        return fail(OutputFile::error(file.fileName(), file.errorString()));
    auto result = correctTextMaps(reinterpret_cast<char *>(mapped), size, faces);
    file.unmap(mapped);
    return result;
}

} // namespace

Result<PrintReport> writePdf(PrintLayout::DocumentPtr document, const PageSetup &setup, const QString &path,
                             Progress &progress)
{
    PrintFonts fonts;
    FFP_ASSIGN(const LayoutPtr layout, PrintLayout::make(document, setup, fonts, progress));
    OutputFile output(path);
    FFP_TRY(output.begin());
    WatchedFile file(output.temporaryPath());
    if (!file.open(QIODevice::ReadWrite))
        return fail(output.error(file.errorString()));
    GlyphLog log;
    {
        QPdfWriter writer(&file);
        writer.setResolution(kResolution);
        writer.setPageLayout(pageLayout(setup));
        writer.setTitle(document->caption());
        writer.setCreator(u"防返贫监测帮扶"_s);
        QPainter device;
        if (!device.begin(&writer))
            return fail(output.error(u"QPainter::begin"_s));
        device.scale(kResolution / 72.0, kResolution / 72.0);
        const auto painted = paintPages(*layout, fonts, &log, device, writer, 0, layout->pageCount() - 1,
                                        progress);
        const bool ended = device.end() && file.flush();
        if (file.failed())
            return fail(output.error(file.errorString()));
        FFP_TRY(painted);
        if (!ended)
            return fail(output.error(u"QPainter::end"_s));
    }
    FFP_ASSIGN(const qint64 unsearchable, correctFile(file, drawnFaces(log, fonts)));
    file.close();
    FFP_TRY(output.commit());
    PrintReport report = layout->report();
    report.unsearchable = unsearchable;
    return report;
}

Result<> printPages(const PrintLayout &layout, PrintFonts &fonts, QPrinter &printer, int from, int to,
                    Progress &progress)
{
    printer.setPageLayout(pageLayout(layout.setup()));
    printer.setFullPage(true);
    printer.setDocName(layout.document().caption());
    QPainter device;
    if (!device.begin(&printer))
        return fail(ErrorKind::PrintFailed, u"the printer does not answer"_s);
    device.scale(printer.resolution() / 72.0, printer.resolution() / 72.0);
    auto result = paintPages(layout, fonts, nullptr, device, printer, from, to, progress);
    if (!result)
        printer.abort();
    device.end();
    return result;
}

} // namespace ffp::ui
