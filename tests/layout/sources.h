// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QStringList>

#include <optional>

namespace layout {

/// Paths below `root`, relative to it, of the files below `folders` that match one of `patterns`; sorted.
inline QStringList filesBelow(const QString &root, const QStringList &folders, const QStringList &patterns)
{
    QStringList found;
    const QDir base(QDir(root).absolutePath());
    for (const QString &folder : folders) {
        QDirIterator it(base.filePath(folder), patterns, QDir::Files | QDir::Hidden,
                        QDirIterator::Subdirectories);
        while (it.hasNext())
            found << base.relativeFilePath(it.next());
    }
    found.sort();
    return found;
}

inline std::optional<QString> textOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return QString::fromUtf8(file.readAll());
}

enum class Literals { Keep, Blank };

/// C++ text with comments (and, if asked, the contents of literals) replaced by blanks; lines stay where
/// they are. Knows line and block comments, escapes and raw strings.
inline QString withoutComments(const QString &code, Literals literals = Literals::Keep)
{
    QString out = code;
    const auto blank = [&out](qsizetype from, qsizetype to) {
        for (qsizetype i = from; i < to; ++i)
            if (out[i] != QLatin1Char('\n'))
                out[i] = QLatin1Char(' ');
    };
    const auto at = [&code](qsizetype i) { return i < code.size() ? code[i] : QChar(); };
    qsizetype i = 0;
    while (i < code.size()) {
        const QChar c = code[i];
        qsizetype end = i + 1;
        if (c == QLatin1Char('/') && at(i + 1) == QLatin1Char('/')) {
            end = code.indexOf(QLatin1Char('\n'), i);
            end = end < 0 ? code.size() : end;
            blank(i, end);
        } else if (c == QLatin1Char('/') && at(i + 1) == QLatin1Char('*')) {
            end = code.indexOf(QLatin1String("*/"), i + 2);
            end = end < 0 ? code.size() : end + 2;
            blank(i, end);
        } else if (c == QLatin1Char('"') && i > 0 && code[i - 1] == QLatin1Char('R')) {
            const qsizetype open = code.indexOf(QLatin1Char('('), i);
            const QString close = QLatin1Char(')') + code.mid(i + 1, open - i - 1) + QLatin1Char('"');
            end = open < 0 ? code.size() : code.indexOf(close, open);
            end = end < 0 ? code.size() : end + close.size();
            if (literals == Literals::Blank)
                blank(i, end);
        } else if (c == QLatin1Char('"')
                   || (c == QLatin1Char('\'') && (i == 0 || !code[i - 1].isLetterOrNumber()))) {
            // A quote after a digit is a separator (1'000), not a character.
            while (end < code.size() && code[end] != c && code[end] != QLatin1Char('\n'))
                end += code[end] == QLatin1Char('\\') ? 2 : 1;
            end = qMin(end + 1, code.size());
            if (literals == Literals::Blank)
                blank(i + 1, end - 1);
        }
        i = end;
    }
    return out;
}

} // namespace layout
