// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/codechoice.h"

#include "core/base/text.h"
#include "core/search/pinyintable.h"
#include "ui/common/fieldtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace ffp::ui {
namespace {

bool isNumber(QStringView text)
{
    return !text.isEmpty()
           && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

std::optional<Choice> byCode(const std::vector<Choice> &choices, const QString &code)
{
    for (const Choice &choice : choices)
        if (choice.code == code)
            return choice;
    return std::nullopt;
}

/// The only choice whose label begins with `text`.
std::optional<Choice> byBeginning(const std::vector<Choice> &choices, const QString &text)
{
    std::optional<Choice> found;
    for (const Choice &choice : choices) {
        const QString label = compareKey(choice.label);
        if (label.compare(text, Qt::CaseInsensitive) == 0)
            return choice;
        if (!label.startsWith(text, Qt::CaseInsensitive))
            continue;
        if (found)
            return std::nullopt;
        found = choice;
    }
    return found;
}

/// 之子 → "zz"; letters and digits of a label stand for themselves, signs for nothing.
QString initialsOf(const QString &label)
{
    QString initials;
    const QVector<QStringList> readings = PinyinTable::keys(label);
    for (qsizetype i = 0; i < label.size(); ++i) {
        if (i < readings.size() && !readings[i].isEmpty())
            initials += readings[i].first().left(1);
        else if (label[i].isDigit())
            initials += label[i];
    }
    return initials.toLower();
}

/// The choice with these initials, or the only one whose initials begin so. Of several with the same initials
/// none is meant.
std::optional<Choice> byInitials(const std::vector<Choice> &choices, const QString &text)
{
    const QString typed = text.toLower();
    const auto onlyOne = [&](const auto &fits) -> std::optional<Choice> {
        const auto first = std::find_if(choices.begin(), choices.end(), fits);
        if (first == choices.end() || std::any_of(first + 1, choices.end(), fits))
            return std::nullopt;
        return *first;
    };
    if (std::any_of(choices.begin(), choices.end(), [&](const Choice &one) { return one.initials == typed; }))
        return onlyOne([&](const Choice &one) { return one.initials == typed; });
    return onlyOne([&](const Choice &one) { return one.initials.startsWith(typed); });
}

std::optional<Choice> byWord(const FieldDef &field, const std::vector<Choice> &choices, const QString &text)
{
    if (const auto found = byBeginning(choices, text))
        return found;
    if (field.type == FieldType::Bool) {
        static const QStringList yes{QStringLiteral("是"), QStringLiteral("有"), QStringLiteral("√"),
                                     QStringLiteral("y"), QStringLiteral("yes")};
        static const QStringList no{QStringLiteral("否"), QStringLiteral("无"), QStringLiteral("×"),
                                    QStringLiteral("n"), QStringLiteral("no")};
        if (yes.contains(text.toLower()))
            return byCode(choices, kYesCode);
        if (no.contains(text.toLower()))
            return byCode(choices, kNoCode);
        return byInitials(choices, text);
    }
    const CodeList *list = codeList(field.list);
    const CodeMatch match = list ? matchCode(*list, text) : CodeMatch();
    if (match.code)
        return byCode(choices, QLatin1String(match.code->code));
    return byInitials(choices, text);
}

} // namespace

std::vector<Choice> choicesOf(const FieldDef &field)
{
    if (field.type == FieldType::Bool)
        return {{QStringLiteral("1"), QCoreApplication::translate("CodeChoice", "Yes"), kYesCode,
                 QStringLiteral("s")},
                {QStringLiteral("2"), QCoreApplication::translate("CodeChoice", "No"), kNoCode,
                 QStringLiteral("f")}};
    std::vector<Choice> choices;
    const CodeList *list = codeList(field.list);
    if (!list)
        return choices;
    const bool numbered = std::all_of(list->codes.begin(), list->codes.end(), [](const Code &code) {
        return isNumber(QString::fromLatin1(code.code));
    });
    int place = 0;
    for (const Code &code : list->codes) {
        ++place;
        const QString stored = QString::fromLatin1(code.code);
        choices.push_back({numbered ? stored : QString::number(place), codeLabel(code), stored,
                           initialsOf(QString::fromUtf16(code.label))});
    }
    return choices;
}

std::optional<Choice> findChoice(const FieldDef &field, const std::vector<Choice> &choices, QStringView text)
{
    const QString key = compareKey(text);
    if (key.isEmpty())
        return std::nullopt;
    if (isNumber(key)) {
        for (const Choice &choice : choices)
            if (choice.number.toInt() == key.toInt())
                return choice;
        return std::nullopt;
    }
    for (const Choice &choice : choices) // a line as the list shows it
        if (key == compareKey(choice.number + choice.label))
            return choice;
    return byWord(field, choices, key);
}

} // namespace ffp::ui
