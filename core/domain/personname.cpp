// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/personname.h"

#include "core/base/text.h"

namespace ffp {
namespace {

constexpr char16_t kMiddleDot = 0x00b7;

bool isMiddleDot(QChar c)
{
    switch (c.unicode()) {
    case kMiddleDot:
    case 0x2022: // •
    case 0x30fb: // ・
    case 0xff65: // ･
    case 0x2027: // ‧
    case 0x2219: // ∙
    case 0x22c5: // ⋅
    case u'.': return true;
    default: return false;
    }
}

/// Latin letters keep one space between words; between Han characters (and their surrogates) a space is
/// padding.
bool isLatin(QChar c)
{
    return c.isLetter() && c.unicode() < 0x0250;
}

bool isDamage(QChar c)
{
    const char16_t u = c.unicode();
    return u == u'?' || u == u'*' || u == 0xfffd || u == 0x25a1 || u == 0x25a0 || u == 0x3013
           || (u >= 0xe000 && u <= 0xf8ff);
}

bool hasZeroWidth(QStringView text)
{
    for (const QChar c : text)
        if ((c.unicode() >= 0x200b && c.unicode() <= 0x200f) || c.unicode() == 0x2060
            || c.unicode() == 0xfeff)
            return true;
    return false;
}

} // namespace

PersonName parsePersonName(QStringView text)
{
    PersonName out;
    const QString folded = foldWidth(text);
    const QString collapsed = folded.simplified();
    if (collapsed.isEmpty()) {
        out.findings = {Finding::MissingName};
        return out;
    }
    bool innerRemoved = false;
    for (qsizetype i = 0; i < collapsed.size(); ++i) {
        const QChar c = collapsed[i];
        if (c == u' ' && !(isLatin(collapsed[i - 1]) && isLatin(collapsed[i + 1]))) {
            innerRemoved = true;
            continue;
        }
        out.damaged = out.damaged || isDamage(c);
        out.text.append(isMiddleDot(c) ? QChar(kMiddleDot) : c);
    }
    if (hasZeroWidth(text))
        out.findings.append(Finding::NameZeroWidth);
    if (folded.trimmed().size() != folded.size())
        out.findings.append(Finding::NameOuterSpaces);
    if (innerRemoved)
        out.findings.append(Finding::NameInnerSpaces);
    if (out.damaged)
        out.findings.append(Finding::DamagedName);
    return out;
}

bool sameName(QStringView a, QStringView b)
{
    const QString key = nameKey(a).toUpper();
    for (const QChar c : key)
        if (isDamage(c))
            return false;
    return !key.isEmpty() && key == nameKey(b).toUpper();
}

} // namespace ffp
