// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/passwordhint.h"

#include "core/services/userservice.h"

#include <QCoreApplication>

namespace ffp::ui {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("PasswordHint", text);
}

QString reason(const QStringList &args)
{
    const QString why = args.value(0);
    if (why == QLatin1String("short"))
        return say(QT_TRANSLATE_NOOP("PasswordHint", "%1 more characters are needed.")).arg(args.value(1));
    if (why == QLatin1String("common"))
        return say(
            QT_TRANSLATE_NOOP("PasswordHint", "Too common: please take one that others do not think of."));
    if (why == QLatin1String("name"))
        return say(
            QT_TRANSLATE_NOOP("PasswordHint", "The user name is no password; please take another one."));
    return say(QT_TRANSLATE_NOOP("PasswordHint", "Too easy to guess: please mix letters and digits."));
}

} // namespace

PasswordHint passwordHint(const QString &password, const QString &userName)
{
    if (password.isEmpty())
        return {say(QT_TRANSLATE_NOOP("PasswordHint", "At least 8 characters.")), false};
    if (const auto allowed = UserService::checkNewPassword(password, userName); !allowed)
        return {reason(allowed.error().args), false};
    bool digit = false;
    bool letter = false;
    bool other = false;
    for (const QChar c : password) {
        digit = digit || c.isDigit();
        letter = letter || c.isLetter();
        other = other || !c.isLetterOrNumber();
    }
    const int kinds = int(digit) + int(letter) + int(other);
    constexpr qsizetype kLong = 12;
    if (kinds == 1 && password.size() < kLong)
        return {say(QT_TRANSLATE_NOOP("PasswordHint", "Weak: mix letters and digits, or make it longer.")),
                true};
    if (kinds < 3 && password.size() < kLong)
        return {say(QT_TRANSLATE_NOOP("PasswordHint", "Good enough.")), true};
    return {say(QT_TRANSLATE_NOOP("PasswordHint", "Strong.")), true};
}

} // namespace ffp::ui
