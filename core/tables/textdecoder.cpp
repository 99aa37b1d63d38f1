// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/textdecoder.h"

#include <QByteArray>
#include <QFile>

#include <unicode/ucnv.h>

#include <memory>
#include <vector>

namespace ffp {
namespace {

constexpr qint64 pieceSize = 256 << 10;

/// Checks UTF-8 across pieces (RFC 3629: no overlong forms, no surrogates, at most U+10FFFF).
class Utf8Check
{
public:
    bool feed(QByteArrayView bytes)
    {
        for (const char byte : bytes) {
            const auto b = quint8(byte);
            if (m_left > 0) {
                if (b < m_low || b > m_high)
                    return false;
                m_low = 0x80;
                m_high = 0xBF;
                --m_left;
            } else if (b >= 0x80 && !start(b)) {
                return false;
            }
        }
        return true;
    }
    bool complete() const { return m_left == 0; }

private:
    bool start(quint8 b)
    {
        if (b < 0xC2 || b > 0xF4)
            return false;
        m_left = b < 0xE0 ? 1 : b < 0xF0 ? 2 : 3;
        m_low = b == 0xE0 ? 0xA0 : b == 0xF0 ? 0x90 : 0x80;
        m_high = b == 0xED ? 0x9F : b == 0xF4 ? 0x8F : 0xBF;
        return true;
    }

    int m_left = 0;
    quint8 m_low = 0x80;
    quint8 m_high = 0xBF;
};

const char *converterName(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8:
    case TextEncoding::Utf8Bom: return "UTF-8";
    case TextEncoding::Utf16Le: return "UTF-16LE";
    case TextEncoding::Utf16Be: return "UTF-16BE";
    case TextEncoding::Gb18030: return "GB18030";
    }
    Q_UNREACHABLE();
}

int markSize(TextEncoding encoding)
{
    switch (encoding) {
    case TextEncoding::Utf8Bom: return 3;
    case TextEncoding::Utf16Le:
    case TextEncoding::Utf16Be: return 2;
    case TextEncoding::Utf8:
    case TextEncoding::Gb18030: return 0;
    }
    Q_UNREACHABLE();
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter strictConverter(const char *name)
{
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(name, &status), &ucnv_close);
    if (U_SUCCESS(status))
        ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status))
        converter.reset();
    return converter;
}

Error unreadable(const QFile &file)
{
    return Error::of(ErrorKind::FileUnreadable, file.errorString());
}

} // namespace

QString encodingName(TextEncoding encoding)
{
    const QString name = QString::fromLatin1(converterName(encoding));
    return encoding == TextEncoding::Utf8Bom ? name + QStringLiteral(" BOM") : name;
}

Result<TextEncoding> detectEncoding(QFile &file, Progress &progress)
{
    if (!file.seek(0))
        return fail(unreadable(file));
    const QByteArray head = file.peek(4);
    if (head.startsWith("\xFF\xFE"))
        return TextEncoding::Utf16Le;
    if (head.startsWith("\xFE\xFF"))
        return TextEncoding::Utf16Be;
    const bool mark = head.startsWith("\xEF\xBB\xBF");

    Utf8Check utf8;
    bool valid = true;
    QByteArray piece(pieceSize, Qt::Uninitialized);
    for (qint64 done = 0;;) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        const qint64 got = file.read(piece.data(), piece.size());
        if (got < 0)
            return fail(unreadable(file));
        if (got == 0)
            break;
        done += got;
        progress.report("detect-encoding", done, file.size());
        const QByteArrayView bytes(piece.constData(), got);
        if (bytes.contains('\0'))
            return fail(ErrorKind::NotAWorkbook, QStringLiteral("NUL bytes: not a text file"));
        valid = valid && utf8.feed(bytes);
    }
    if (valid && utf8.complete())
        return mark ? TextEncoding::Utf8Bom : TextEncoding::Utf8;
    if (mark)
        return fail(ErrorKind::WrongEncoding, QStringLiteral("marked as UTF-8, but is not"));
    return TextEncoding::Gb18030;
}

Result<> decodeText(QFile &file, TextEncoding encoding, Progress &progress,
                    const std::function<Result<>(std::string_view)> &sink)
{
    const Converter from = strictConverter(converterName(encoding));
    const Converter to = strictConverter("UTF-8");
    if (!from || !to)
        return fail(ErrorKind::Internal,
                    QStringLiteral("ICU has no converter for %1").arg(encodingName(encoding)));
    if (!file.seek(markSize(encoding)))
        return fail(unreadable(file));

    QByteArray piece(pieceSize, Qt::Uninitialized);
    std::vector<char> utf8(size_t(pieceSize) * 2);
    std::vector<UChar> pivot(16 << 10);
    UChar *pivotSource = pivot.data();
    UChar *pivotTarget = pivot.data();
    bool first = true;
    for (qint64 done = 0;;) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        const qint64 got = file.read(piece.data(), piece.size());
        if (got < 0)
            return fail(unreadable(file));
        done += got;
        progress.report("read-workbook", done, file.size());
        const char *source = piece.constData();
        const char *const sourceEnd = source + got;
        UErrorCode status = U_ZERO_ERROR;
        do {
            char *target = utf8.data();
            status = U_ZERO_ERROR;
            ucnv_convertEx(to.get(), from.get(), &target, target + utf8.size(), &source, sourceEnd,
                           pivot.data(), &pivotSource, &pivotTarget, pivot.data() + pivot.size(), first,
                           got == 0, &status);
            first = false;
            if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR)
                return fail(ErrorKind::WrongEncoding, QString::fromLatin1(u_errorName(status)));
            if (target != utf8.data())
                FFP_TRY(sink({utf8.data(), size_t(target - utf8.data())}));
        } while (status == U_BUFFER_OVERFLOW_ERROR);
        if (got == 0)
            return {};
    }
}

} // namespace ffp
