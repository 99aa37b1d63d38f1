// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/searchtext.h"

#include <algorithm>

namespace ffp {
namespace {

bool isMiddleDot(char16_t c)
{
    switch (c) {
    case u'\u00B7':
    case u'\u2022':
    case u'\u30FB':
    case u'\u2027':
    case u'\uFF65':
    case u'\u2219':
    case u'\u22C5':
    case u'\u16EB':
    case u'\uFF0E':
    case u'.': return true;
    default: return false;
    }
}

/// Format characters (zero-width joiners, byte-order marks) come along when text is pasted.
bool isIgnored(QChar c)
{
    return c.isSpace() || c == u'-' || c == u'\'' || c == u'\u2019' || c.unicode() < 0x20
           || isMiddleDot(c.unicode()) || c.category() == QChar::Other_Control
           || c.category() == QChar::Other_Format;
}

bool isPlain(char16_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9');
}

bool isLetter(QChar c)
{
    return c >= u'a' && c <= u'z';
}

} // namespace

QString searchForm(QStringView text)
{
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return isPlain(c.unicode()); }))
        return text.toString();
    const QString folded = text.toString().normalized(QString::NormalizationForm_KC).toLower();
    QString form;
    form.reserve(folded.size());
    for (QChar c : folded)
        if (!isIgnored(c))
            form.append(c == u'\u00FC' ? QChar(u'v') : c);
    return form;
}

SearchQuery SearchQuery::parse(QStringView typed)
{
    SearchQuery query;
    const QString folded = typed.toString().normalized(QString::NormalizationForm_KC).toLower();
    bool gap = false;
    for (QChar c : folded) {
        if (isIgnored(c)) {
            gap = true;
            continue;
        }
        if (c == u'\u00FC')
            c = u'v';
        const qsizetype at = query.text.size();
        if (gap && at > 0 && at < 64 && isLetter(c) && isLetter(query.text.back()))
            query.cuts |= quint64(1) << at;
        gap = false;
        query.hasLetters = query.hasLetters || isLetter(c);
        query.text.append(c);
    }
    // The X ends an identity number; a disability certificate goes on behind it.
    const auto digit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    const auto x = std::find(query.text.cbegin(), query.text.cend(), u'x');
    query.isNumber = std::all_of(query.text.cbegin(), x, digit)
                     && (x == query.text.cend() || std::all_of(x + 1, query.text.cend(), digit))
                     && std::any_of(query.text.cbegin(), query.text.cend(), digit);
    return query;
}

} // namespace ffp
