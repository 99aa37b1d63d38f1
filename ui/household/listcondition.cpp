// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/listcondition.h"

#include "core/services/registryservice.h"

#include <QRegularExpression>
#include <QStringList>

namespace ffp::ui {
namespace {

QString withAsciiSigns(QString text)
{
    constexpr std::pair<const char16_t *, const char16_t *> kSigns[] = {
        {u"＝", u"="}, {u"＞", u">"}, {u"＜", u"<"}, {u"≥", u">="},
        {u"≤", u"<="}, {u"≠", u"!="}, {u"～", u"~"}, {u"包含", u"~"},
    };
    for (const auto &[from, to] : kSigns)
        text.replace(QString::fromUtf16(from), QString::fromUtf16(to));
    return text;
}

QString columnId(const QString &word)
{
    for (const ListColumn &column : RegistryService::columns())
        if (word == QString::fromUtf16(column.label)
            || word.compare(QString::fromUtf8(column.english), Qt::CaseInsensitive) == 0)
            return QLatin1String(column.id);
    return word;
}

} // namespace

bool isCondition(const QString &typed)
{
    static const QRegularExpression comparison(QStringLiteral("[=<>~]"));
    return withAsciiSigns(typed).contains(comparison);
}

QString conditionWithIds(const QString &typed)
{
    static const QRegularExpression joint(QStringLiteral("\\s+and\\s+|\\s*(?:并且|且)\\s*"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression form(QStringLiteral("^\\s*(.*?)\\s*(<=|>=|!=|=|<|>|~)(.*)$"));
    QStringList parts;
    const QStringList pieces = withAsciiSigns(typed).split(joint);
    for (const QString &piece : pieces) {
        const QRegularExpressionMatch match = form.match(piece);
        parts << (match.hasMatch() ? columnId(match.captured(1)) + u' ' + match.captured(2) + u' '
                                         + match.captured(3).trimmed()
                                   : piece.trimmed());
    }
    return parts.join(QStringLiteral(" and "));
}

} // namespace ffp::ui
