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

QChar plainBracket(QChar c)
{
    switch (c.unicode()) {
    case u'【':
    case u'〔':
    case u'〖':
    case u'[': return u'(';
    case u'】':
    case u'〕':
    case u'〗':
    case u']': return u')';
    default: return c;
    }
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

QString tidied(QStringView text)
{
    QString out;
    out.reserve(text.size());
    for (const QChar c : text)
        if (const char16_t f = folded(c.unicode()))
            out.append(f == u' ' ? QChar(f) : c);
    return out.simplified();
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

bool isBlankText(QStringView text)
{
    for (const QChar c : text)
        if (const char16_t f = folded(c.unicode()); f && f != u' ')
            return false;
    return true;
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

QString headerKey(QStringView text)
{
    QString key = compareKey(text).toLower();
    for (QChar &c : key)
        c = plainBracket(c);
    return key;
}

QString nameKey(QStringView name)
{
    QString key = compareKey(name);
    for (QChar &c : key)
        if (QStringView(u"•・.‧∙⋅･●").contains(c))
            c = u'·';
    return key;
}

bool hasLeadingApostrophe(QStringView text)
{
    return !text.isEmpty() && QStringView(u"'’‘＇").contains(text.front());
}

QString numberKey(QStringView text)
{
    const QString key = compareKey(text);
    return hasLeadingApostrophe(key) ? key.mid(1) : key;
}

bool looksLikeFormula(QStringView text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r＝＋－＠").contains(text.front());
}

QString csvQuoted(QString text)
{
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r'))
        text = u'"' + text.replace(u'"', QLatin1String("\"\"")) + u'"';
    return text;
}

QString neutraliseFormula(const QString &text)
{
    return looksLikeFormula(text) ? u'\'' + text : text;
}

QString withoutNeutraliser(const QString &text)
{
    return text.startsWith(u'\'') && looksLikeFormula(QStringView(text).mid(1)) ? text.mid(1) : text;
}

} // namespace ffp
