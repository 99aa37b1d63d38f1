// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/pagerenderer.h"

#include <QPainter>

namespace ffp::ui {

Result<QImage> pageImage(const PrintLayout &layout, PrintFonts &fonts, int page, double scale)
{
    QImage image((layout.setup().paperSize() * scale).toSize(), QImage::Format_RGB32);
    if (image.isNull())
        return fail(ErrorKind::PrintFailed, QStringLiteral("no memory for the picture of a page"));
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    FFP_TRY(layout.paint(painter, fonts, nullptr, page));
    return image;
}

void PageRenderer::render(const LayoutPtr &layout, int page, double scale, quint64 round)
{
    if (round != m_round.load(std::memory_order_relaxed)) {
        Q_EMIT rendered(page, scale, round, {});
        return;
    }
    if (!m_fonts)
        m_fonts = std::make_unique<PrintFonts>();
    const auto image = pageImage(*layout, *m_fonts, page, scale);
    Q_EMIT rendered(page, scale, round, image ? *image : QImage());
}

} // namespace ffp::ui
