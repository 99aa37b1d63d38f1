// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/contact.h"

#include "core/base/text.h"

#include <algorithm>

namespace ffp {
namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool allDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), isDigit);
}

bool isHyphen(QChar c)
{
    return c == u'-' || c.unicode() == 0x2010 || c.unicode() == 0x2013 || c.unicode() == 0x2014
           || c.unicode() == 0x2212;
}

/// 0557-6038000: area code of 3 or 4 digits, number of 7 or 8.
bool isLandline(QStringView digits)
{
    const bool twoDigitCode = digits.size() >= 3 && (digits[1] == u'1' || digits[1] == u'2');
    const qsizetype rest = digits.size() - (twoDigitCode ? 3 : 4);
    return digits.startsWith(u'0') && allDigits(digits) && (rest == 7 || rest == 8);
}

} // namespace

PhoneNumber parsePhone(QStringView text)
{
    PhoneNumber out;
    const QString read = cleaned(text);
    if (read.isEmpty())
        return out;
    QString digits;
    for (const QChar c : read)
        if (c != u' ' && !isHyphen(c))
            digits.append(c);
    if (digits.startsWith(u"+86"))
        digits.remove(0, 3);
    else if (digits.size() == 13 && digits.startsWith(u"86"))
        digits.remove(0, 2);

    const bool fullWidth = std::any_of(text.begin(), text.end(),
                                       [](QChar c) { return c >= u'０' && c <= u'９'; });
    const bool mobile = digits.size() == 11 && allDigits(digits) && digits[0] == u'1' && digits[1] >= u'3';
    if (mobile) {
        out.kind = PhoneNumber::Kind::Mobile;
        out.text = digits;
        if (digits != read)
            out.findings.append(Finding::PhoneSeparators);
    } else if (isLandline(digits)) {
        out.kind = PhoneNumber::Kind::Landline;
        out.text = read;
        out.findings.append(Finding::PhoneLandline);
    } else {
        out.kind = PhoneNumber::Kind::Other;
        out.text = read;
        out.findings.append(Finding::PhoneForm);
    }
    if (fullWidth)
        out.findings.append(Finding::PhoneFullWidth);
    return out;
}

BankAccount parseBankAccount(QStringView text)
{
    BankAccount out;
    out.text = compareKey(text);
    if (!out.text.isEmpty() && (!allDigits(out.text) || out.text.size() < 12 || out.text.size() > 21))
        out.findings = {Finding::BankAccountForm};
    return out;
}

bool luhnIsRight(QStringView digits)
{
    if (!allDigits(digits))
        return false;
    int sum = 0;
    bool twice = false;
    for (qsizetype i = digits.size() - 1; i >= 0; --i) {
        int d = digits[i].unicode() - u'0';
        if (twice && (d *= 2) > 9)
            d -= 9;
        sum += d;
        twice = !twice;
    }
    return sum % 10 == 0;
}

} // namespace ffp
