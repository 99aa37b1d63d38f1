// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/passwordrule.h"

#include "core/base/text.h"

#include <QFile>
#include <QSet>

#include <cstdlib>

namespace ffp {

namespace {

constexpr qsizetype kLeastCharacters = 8;

tl::unexpected<Error> weak(const char *why, qsizetype missing = 0)
{
    Error error = Error::of(ErrorKind::WeakPassword);
    error.args = {QLatin1String(why)};
    if (missing > 0)
        error.args << QString::number(missing);
    return fail(std::move(error));
}

/// Upper and lower case, width and spaces make no password stronger.
QString folded(const QString &text)
{
    return compareKey(text).toCaseFolded();
}

const QSet<QString> &commonPasswords()
{
    static const QSet<QString> words = [] {
        QSet<QString> out;
        QFile file(QStringLiteral(":/ffp/trust/common-passwords.txt"));
        if (!file.open(QIODevice::ReadOnly))
            qFatal("the list of common passwords is missing");
        const QStringList lines = QString::fromUtf8(file.readAll())
                                      .split(QLatin1Char('\n'), Qt::SkipEmptyParts);
        for (const QString &line : lines)
            if (!line.startsWith(QLatin1Char('#')))
                out.insert(folded(line));
        return out;
    }();
    return words;
}

/// "aaaaaaaa", "12345678", "hgfedcba": neighbours always differ by the same 0 or ±1.
bool isPattern(const QString &text)
{
    if (text.size() < 2)
        return true;
    const int step = text[1].unicode() - text[0].unicode();
    if (std::abs(step) > 1)
        return false;
    for (qsizetype i = 2; i < text.size(); ++i) {
        const int next = text[i].unicode() - text[i - 1].unicode();
        if (next != step)
            return false;
    }
    return true;
}

} // namespace

Result<> checkPassword(const QString &password, const QString &userName)
{
    const qsizetype characters = password.normalized(QString::NormalizationForm_C).toUcs4().size();
    if (characters < kLeastCharacters)
        return weak("short", kLeastCharacters - characters);
    const QString text = folded(password);
    if (commonPasswords().contains(text))
        return weak("common");
    if (!userName.isEmpty() && text == folded(userName))
        return weak("name");
    if (isPattern(text))
        return weak("pattern");
    return {};
}

} // namespace ffp
