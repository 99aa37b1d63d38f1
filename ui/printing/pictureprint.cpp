// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/printing/pictureprint.h"

#include "core/reports/document.h"

#include <QImage>
#include <QPageLayout>
#include <QPainter>
#include <QPrinter>

namespace ffp::ui {

Result<> printPicture(QPrinter &printer, const QImage &picture, const QString &caption)
{
    printer.setPageOrientation(picture.width() > picture.height() ? QPageLayout::Landscape
                                                                  : QPageLayout::Portrait);
    QPainter painter;
    if (picture.isNull() || !painter.begin(&printer))
        return fail(ErrorKind::PrintFailed, QStringLiteral("picture"));
    QRectF page = printer.pageRect(QPrinter::DevicePixel);
    page.moveTo(0, 0);
    QFont font = painter.font();
    constexpr int kCaptionPoints = 9;
    font.setPointSize(kCaptionPoints);
    painter.setFont(font);
    const qreal line = painter.fontMetrics().height();
    const QRectF foot(page.left(), page.bottom() - line, page.width(), line);
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, caption);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, kPrivacyMark.toString());
    const QRectF room = page.adjusted(0, 0, 0, -2 * line);
    const QSizeF size = QSizeF(picture.size()).scaled(room.size(), Qt::KeepAspectRatio);
    const QPointF at(room.left() + (room.width() - size.width()) / 2, room.top());
    painter.drawImage(QRectF(at, size), picture);
    return painter.end() ? Result<>() : Result<>(fail(ErrorKind::PrintFailed, QStringLiteral("picture")));
}

} // namespace ffp::ui
