// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

namespace ffp {
namespace {

/// U+0000 stands for "drop it".
char16_t folded(char16_t c)
{
    if (c >= 0x21 && c < 0x7f)
        return c;
    if (c >= 0xff01 && c <= 0xff5e)
        return static_cast<char16_t>(c - 0xfee0);
    if (QChar::isSpace(c))
        return u' ';
    const bool noWidth = (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e)
                         || (c >= 0x2060 && c <= 0x2064) || c == 0xfeff || c == 0x00ad || c == 0x180e;
    if (noWidth || c < 0x20 || (c >= 0x7f && c < 0xa0))
        return 0;
    return c;
}

} // namespace

QString foldWidth(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text)
        if (const char16_t f = folded(c.unicode()))
            out.append(QChar(f));
    return out;
}

QString cleaned(QStringView text)
{
    return foldWidth(text).simplified();
}

QString compareKey(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text)
        if (const char16_t f = folded(c.unicode()); f && f != u' ')
            out.append(QChar(f));
    return out;
}

QStringList splitList(QStringView text)
{
    QStringList parts;
    QString part;
    const auto finish = [&] {
        const QString one = cleaned(part);
        if (!one.isEmpty())
            parts.append(one);
        part.clear();
    };
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u',':
        case u'，':
        case u'、':
        case u';':
        case u'；':
        case u'|':
        case u'\n':
        case u'\r': finish(); break;
        default: part.append(c);
        }
    }
    finish();
    return parts;
}

} // namespace ffp
