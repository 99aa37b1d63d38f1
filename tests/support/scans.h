// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QColor>
#include <QImage>

namespace ffp::test {

/// A picture of one colour as a file of the format "PNG" or "JPG" holds it; another shade, another content.
inline QByteArray scan(const char *format, int shade = 200)
{
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(QColor(shade, shade, 255 - shade));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, format))
        qFatal("cannot write %s", format);
    return bytes;
}

/// The least that is a PDF from its first to its last line.
inline QByteArray scannedPdf()
{
    return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n";
}

} // namespace ffp::test
