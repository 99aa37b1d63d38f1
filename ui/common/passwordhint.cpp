// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/passwordhint.h"

#include <QCoreApplication>
#include <QSet>

namespace ffp::ui {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("PasswordHint", text);
}

} // namespace

PasswordHint passwordHint(const QString &password)
{
    constexpr qsizetype kShortest = 8; // exchange.md §13
    constexpr qsizetype kLong = 12;
    if (password.isEmpty())
        return {say(QT_TRANSLATE_NOOP("PasswordHint", "At least 8 characters.")), false};
    if (password.size() < kShortest)
        return {say(QT_TRANSLATE_NOOP("PasswordHint", "%1 more characters are needed."))
                    .arg(kShortest - password.size()),
                false};
    QSet<QChar> signs;
    bool digit = false;
    bool letter = false;
    bool other = false;
    for (const QChar c : password) {
        signs << c;
        digit = digit || c.isDigit();
        letter = letter || c.isLetter();
        other = other || !c.isLetterOrNumber();
    }
    constexpr qsizetype kFewest = 4;
    if (signs.size() < kFewest)
        return {say(QT_TRANSLATE_NOOP("PasswordHint",
                                      "Too easy to guess: the same characters again and again.")),
                false};
    const int kinds = int(digit) + int(letter) + int(other);
    if (kinds == 1 && password.size() < kLong)
        return {say(QT_TRANSLATE_NOOP("PasswordHint", "Weak: mix letters and digits, or make it longer.")),
                true};
    if (kinds < 3 && password.size() < kLong)
        return {say(QT_TRANSLATE_NOOP("PasswordHint", "Good enough.")), true};
    return {say(QT_TRANSLATE_NOOP("PasswordHint", "Strong.")), true};
}

} // namespace ffp::ui
