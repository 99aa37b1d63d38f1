// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/pdfwriter.h"

#include "ui/printing/pdftextmap.h"
#include "ui/printing/tablepainter.h"

#include <QFileInfo>
#include <QPageLayout>
#include <QPdfWriter>
#include <QPrinter>
#include <QStorageInfo>
#include <QTemporaryFile>

#include <filesystem>

namespace ffp::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kResolution = 1200; ///< units per inch inside the PDF

/// Remembers that a write failed: the PDF engine does not look, and later calls clear QFile::error().
class WatchedFile : public QTemporaryFile
{
public:
    using QTemporaryFile::QTemporaryFile;
    bool failed() const { return m_failed; }

protected:
    qint64 writeData(const char *data, qint64 size) override
    {
        const qint64 written = QTemporaryFile::writeData(data, size);
        m_failed = m_failed || written != size;
        return written;
    }

private:
    bool m_failed = false;
};

Error fileError(const QString &path, const QString &detail)
{
    // A full disk shows only as a write error; ask how much room is left (less than 1 MB: that was it).
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    const bool full = disk.bytesTotal() > 0 && disk.bytesAvailable() < 1'000'000;
    Error error = Error::of(full ? ErrorKind::DiskFull : ErrorKind::FileUnwritable, detail);
    error.subject.file = path;
    if (error.kind == ErrorKind::DiskFull)
        error.args = {u"10"_s};
    return error;
}

QPageLayout pageLayout(const PageSetup &setup)
{
    return {QPageSize(setup.paper == PaperSize::A3 ? QPageSize::A3 : QPageSize::A4), QPageLayout::Landscape,
            QMarginsF()};
}

Result<> paintPages(TablePainter &painter, QPainter &device, QPagedPaintDevice &pages, int from, int to,
                    Progress &progress)
{
    for (int page = from; page <= to; ++page) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        progress.report("print", page - from, to - from + 1);
        if (page > from && !pages.newPage())
            return fail(ErrorKind::PrintFailed, u"new page refused by the device"_s);
        FFP_TRY(painter.paint(device, page));
    }
    return {};
}

Result<qint64> correctFile(QFile &file, const std::vector<DrawnFace> &faces)
{
    const qint64 size = file.size();
    uchar *mapped = size > 0 ? file.map(0, size) : nullptr;
    if (!mapped)
        return fail(fileError(file.fileName(), file.errorString()));
    auto result = correctTextMaps(reinterpret_cast<char *>(mapped), size, faces);
    file.unmap(mapped);
    return result;
}

} // namespace

Result<PrintReport> writePdf(TableLayout::DocumentPtr document, const PageSetup &setup, const QString &path,
                             Progress &progress)
{
    PrintFonts fonts;
    FFP_ASSIGN(const TableLayout layout, TableLayout::make(document, setup, fonts, progress));
    // Beside the target, so that the finished file takes its place in one step.
    WatchedFile file(QFileInfo(path).absolutePath() + u"/.ffp-XXXXXX.pdf"_s);
    if (!file.open())
        return fail(fileError(path, file.errorString()));
    GlyphLog log;
    {
        QPdfWriter writer(&file);
        writer.setResolution(kResolution);
        writer.setPageLayout(pageLayout(setup));
        writer.setTitle(document->caption());
        writer.setCreator(u"防返贫监测帮扶"_s);
        QPainter device;
        if (!device.begin(&writer))
            return fail(fileError(path, u"QPainter::begin"_s));
        device.scale(kResolution / 72.0, kResolution / 72.0);
        TablePainter painter(layout, fonts, &log);
        const auto painted = paintPages(painter, device, writer, 0, layout.pageCount() - 1, progress);
        const bool ended = device.end() && file.flush();
        if (file.failed())
            return fail(fileError(path, file.errorString()));
        FFP_TRY(painted);
        if (!ended)
            return fail(fileError(path, u"QPainter::end"_s));
    }
    FFP_ASSIGN(const qint64 unsearchable, correctFile(file, drawnFaces(log, fonts)));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.close();
    std::error_code code;
    std::filesystem::rename(file.fileName().toStdU16String(), path.toStdU16String(), code);
    if (code)
        return fail(fileError(path, QString::fromStdString(code.message())));
    file.setAutoRemove(false);
    PrintReport report = layout.report();
    report.unsearchable = unsearchable;
    return report;
}

Result<> printPages(const TableLayout &layout, PrintFonts &fonts, QPrinter &printer, int from, int to,
                    Progress &progress)
{
    printer.setPageLayout(pageLayout(layout.setup()));
    printer.setFullPage(true);
    printer.setDocName(layout.document().caption());
    QPainter device;
    if (!device.begin(&printer))
        return fail(ErrorKind::PrintFailed, u"the printer does not answer"_s);
    device.scale(printer.resolution() / 72.0, printer.resolution() / 72.0);
    TablePainter painter(layout, fonts);
    auto result = paintPages(painter, device, printer, from, to, progress);
    if (!result)
        printer.abort();
    device.end();
    return result;
}

} // namespace ffp::ui
