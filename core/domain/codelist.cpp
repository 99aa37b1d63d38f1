// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/codelist.h"

#include "core/base/text.h"
#include "core/domain/codes/sections.h"

#include <QHash>

#include <vector>

namespace ffp {
namespace {

/// Key → what it means; a key that two codes share means nothing (`code` null).
using MatchIndex = QHash<QString, CodeMatch>;

void add(MatchIndex &index, const Code &code, const QString &key, bool exact)
{
    if (key.isEmpty())
        return;
    const auto it = index.find(key);
    if (it == index.end())
        index.insert(key, {&code, exact});
    else if (it->code != &code)
        *it = {};
    else
        it->exact = it->exact || exact;
}

MatchIndex makeIndex(const CodeList &list)
{
    MatchIndex index;
    MatchIndex numbers;
    for (const Code &code : list.codes) {
        add(index, code, compareKey(QStringView(code.label)), true);
        for (QStringView synonym : QStringView(code.synonyms).split(u'|')) {
            const bool officialWord = synonym.startsWith(u'=');
            add(index, code, compareKey(officialWord ? synonym.mid(1) : synonym), officialWord);
        }
        add(numbers, code, QString::fromLatin1(code.code), false);
        add(numbers, code, QString::fromLatin1(code.gb), false);
    }
    // Words come first: 1级 or 12317 may look like a number of another code.
    for (auto it = numbers.cbegin(); it != numbers.cend(); ++it)
        if (!index.contains(it.key()))
            index.insert(it.key(), it.value());
    return index;
}

struct Lists {
    std::vector<CodeList> lists;
    QHash<QLatin1String, MatchIndex> byId;
};

const Lists &all()
{
    static const Lists made = [] {
        Lists out;
        for (const auto section :
             {codes::personLists(), codes::householdLists(), codes::incomeLists(), codes::workflowLists(),
              codes::measureLists(), codes::moneyLists(), codes::registerLists(), codes::programLists()})
            out.lists.insert(out.lists.end(), section.begin(), section.end());
        for (const CodeList &list : out.lists)
            out.byId.insert(QLatin1String(list.id), makeIndex(list));
        return out;
    }();
    return made;
}

} // namespace

std::span<const CodeList> codeLists()
{
    return all().lists;
}

const CodeList *codeList(std::string_view id)
{
    for (const CodeList &list : all().lists)
        if (id == list.id)
            return &list;
    return nullptr;
}

const Code *findCode(const CodeList &list, QStringView code)
{
    for (const Code &one : list.codes)
        if (code == QLatin1String(one.code))
            return &one;
    return nullptr;
}

CodeMatch matchCode(const CodeList &list, QStringView text)
{
    const Lists &known = all();
    const QString key = compareKey(text);
    if (key.isEmpty())
        return {};
    const auto found = known.byId.constFind(QLatin1String(list.id));
    const MatchIndex own = found == known.byId.cend() ? makeIndex(list) : MatchIndex();
    const MatchIndex &index = found == known.byId.cend() ? own : *found;
    if (const auto it = index.constFind(key); it != index.cend())
        return *it;
    // Letters of grades and of codes are written in either case ("c级").
    for (const QString &otherCase : {key.toUpper(), key.toLower()})
        if (const auto it = index.constFind(otherCase); it != index.cend())
            return {it->code, false};
    return {};
}

} // namespace ffp
