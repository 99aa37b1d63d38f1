// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/attachmentcontent.h"

#include "core/base/about.h"
#include "core/base/text.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QtEndian>

#include <array>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView kJpegStart("\xff\xd8\xff", 3);
constexpr QByteArrayView kJpegEnd("\xff\xd9", 2);
constexpr QByteArrayView kPngStart("\x89PNG\r\n\x1a\n", 8);
constexpr QByteArrayView kPdfStart("%PDF-");
constexpr QByteArrayView kPdfEnd("%%EOF");
constexpr qsizetype kMostName = 60;

quint16 big16(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint16>(bytes.data() + at);
}
quint32 big32(QByteArrayView bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.data() + at);
}

/// Check sum of PNG chunks (ISO 3309).
quint32 crc32(QByteArrayView bytes)
{
    static const auto table = [] {
        std::array<quint32, 256> out{};
        for (quint32 i = 0; i < out.size(); ++i) {
            quint32 c = i;
            for (int bit = 0; bit < 8; ++bit)
                c = c & 1 ? 0xedb88320U ^ (c >> 1) : c >> 1;
            out[i] = c;
        }
        return out;
    }();
    quint32 crc = ~0U;
    for (const char byte : bytes)
        crc = table[(crc ^ static_cast<unsigned char>(byte)) & 0xff] ^ (crc >> 8);
    return ~crc;
}

/// Segments up to the picture itself, one of them with its size, and an end. Cameras put more behind the end.
bool isWholeJpeg(QByteArrayView content)
{
    bool sized = false;
    for (qsizetype at = 2; at + 4 <= content.size();) {
        const auto marker = static_cast<unsigned char>(content[at + 1]);
        if (static_cast<unsigned char>(content[at]) != 0xff)
            return false;
        if (marker == 0xff) { // fill byte
            ++at;
            continue;
        }
        const qsizetype length = big16(content, at + 2);
        if (length < 2 || at + 2 + length > content.size())
            return false;
        const bool frame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8
                           && marker != 0xcc;
        if (frame && length >= 8)
            sized = big16(content, at + 5) > 0 && big16(content, at + 7) > 0;
        at += 2 + length;
        if (marker == 0xda) // start of the picture
            return sized && content.sliced(at).lastIndexOf(kJpegEnd) > 0;
    }
    return false;
}

/// Chunks without a gap, each with its check sum, from the header to the end.
bool isWholePng(QByteArrayView content)
{
    constexpr qsizetype kFrame = 12; // length, name, check sum
    bool first = true;
    bool picture = false;
    for (qsizetype at = kPngStart.size(); at + kFrame <= content.size();) {
        const qsizetype length = big32(content, at);
        if (length > content.size() - at - kFrame)
            return false;
        const QByteArrayView name = content.sliced(at + 4, 4);
        if (crc32(content.sliced(at + 4, 4 + length)) != big32(content, at + 8 + length))
            return false;
        if (first
            && (name != "IHDR" || length != 13 || big32(content, at + 8) == 0
                || big32(content, at + 12) == 0))
            return false;
        first = false;
        picture = picture || name == "IDAT";
        if (name == "IEND")
            return picture;
        at += kFrame + length;
    }
    return false;
}

bool isWholePdf(QByteArrayView content)
{
    constexpr qsizetype kTail = 2048;
    const QByteArrayView tail = content.last(qMin(kTail, content.size()));
    return tail.lastIndexOf(kPdfEnd) > 0 && tail.lastIndexOf("startxref") > 0;
}

tl::unexpected<Error> refuse(const char *why)
{
    Subject about;
    about.entity = u"attachment"_s;
    return fail(Error{ErrorKind::InvalidValue, about, {u"file: "_s + QLatin1String(why)}, {}});
}

const QRegularExpression &personalNumber()
{
    static const QRegularExpression expression(u"\\d(?:[ \\-_]?\\d){10,}[xX]?"_s);
    return expression;
}

} // namespace

const char *mediaTypeCode(MediaType type)
{
    switch (type) {
    case MediaType::Jpeg: return "image/jpeg";
    case MediaType::Png: return "image/png";
    case MediaType::Pdf: return "application/pdf";
    }
    Q_UNREACHABLE();
}

const char *mediaTypeSuffix(MediaType type)
{
    switch (type) {
    case MediaType::Jpeg: return "jpg";
    case MediaType::Png: return "png";
    case MediaType::Pdf: return "pdf";
    }
    Q_UNREACHABLE();
}

Result<MediaType> checkedContent(QByteArrayView content)
{
    const auto whole = [](bool is, MediaType type) -> Result<MediaType> {
        if (!is)
            return refuse("damaged_content");
        return type;
    };
    if (content.isEmpty())
        return refuse("empty");
    if (content.startsWith(kJpegStart))
        return whole(isWholeJpeg(content), MediaType::Jpeg);
    if (content.startsWith(kPngStart))
        return whole(isWholePng(content), MediaType::Png);
    if (content.startsWith(kPdfStart))
        return whole(isWholePdf(content), MediaType::Pdf);
    return refuse("no_attachment_kind");
}

bool holdsPersonalNumber(const QString &text)
{
    return personalNumber().match(foldWidth(text)).hasMatch();
}

QString attachmentFileName(const QString &path, MediaType type)
{
    static const QRegularExpression unfit(u"[\\x00-\\x1f\\x7f/\\\\:*?\"<>|]+"_s);
    QString name = path;
    name.replace(u'\\', u'/'); // a name from another system
    name = foldWidth(QFileInfo(name).completeBaseName());
    name.remove(personalNumber());
    name.replace(unfit, u"_"_s);
    name = cleaned(name).left(kMostName).trimmed();
    while (name.startsWith(u'.'))
        name.remove(0, 1);
    if (name.isEmpty())
        name = u"附件"_s;
    return name + u'.' + QLatin1String(mediaTypeSuffix(type));
}

} // namespace ffp
