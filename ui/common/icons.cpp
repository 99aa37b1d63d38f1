// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/icons.h"

#include "ui/common/theme.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace ffp::ui {
namespace {

/// The icon files draw in one colour; what counts is their shape.
QPixmap tinted(QSvgRenderer &renderer, const QColor &color, int side)
{
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), color);
    return pixmap;
}

QIcon make(const char *name, const QColor &normal, const QColor &checked, const QColor &disabled)
{
    const QString path = QStringLiteral(":/ffp/icons/%1.svg").arg(QLatin1String(name));
    if (!QFile::exists(path))
        return {};
    QSvgRenderer renderer(path);
    QIcon icon;
    for (const int side : {20, 40}) {
        icon.addPixmap(tinted(renderer, normal, side), QIcon::Normal, QIcon::Off);
        icon.addPixmap(tinted(renderer, checked, side), QIcon::Normal, QIcon::On);
        icon.addPixmap(tinted(renderer, disabled, side), QIcon::Disabled, QIcon::Off);
    }
    return icon;
}

} // namespace

QIcon icon(const char *name)
{
    return make(name, colors().text, colors().accent, colors().border);
}

QIcon icon(const char *name, const QColor &color)
{
    return make(name, color, color, colors().border);
}

QPixmap programMark(int side)
{
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    QSvgRenderer(QStringLiteral(":/ffp/icons/fangfanpin.svg")).render(&painter);
    return pixmap;
}

} // namespace ffp::ui
