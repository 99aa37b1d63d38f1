// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/areafinder.h"

#include <algorithm>

namespace ffp::ui {
namespace {

size_t indexOf(AreaLevel level)
{
    return static_cast<size_t>(level) - 1;
}

bool fits(const AreaSuggestion &area, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(), [&area](const QString &word) {
        return area.path.contains(word) || area.area.toString().startsWith(word);
    });
}

/// 0 is best.
int rankOf(const AreaSuggestion &area, const QString &lastWord)
{
    if (area.name.startsWith(lastWord))
        return 0;
    return area.name.contains(lastWord) ? 1 : 2;
}

} // namespace

AreaFinder::AreaFinder(const DivisionTable &table)
{
    std::vector<AreaSuggestion> above{AreaSuggestion{}};
    for (const AreaLevel level :
         {AreaLevel::Province, AreaLevel::City, AreaLevel::County, AreaLevel::Township, AreaLevel::Village}) {
        std::vector<AreaSuggestion> &here = m_levels[indexOf(level)];
        for (const AreaSuggestion &parent : above)
            for (const AreaCode &code : table.children(parent.area)) {
                const QString name = table.name(code);
                here.push_back({code, name, parent.path.isEmpty() ? name : parent.path + u' ' + name});
            }
        above = here;
    }
}

std::vector<AreaSuggestion> AreaFinder::find(const QString &text, AreaLevel level, size_t limit) const
{
    const std::vector<AreaSuggestion> &all = m_levels[indexOf(level)];
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty())
        return all.size() <= limit ? all : std::vector<AreaSuggestion>{};
    std::vector<const AreaSuggestion *> ranked[3];
    for (const AreaSuggestion &area : all)
        if (fits(area, words))
            ranked[rankOf(area, words.back())].push_back(&area);
    std::vector<AreaSuggestion> found;
    for (const auto &group : ranked)
        for (const AreaSuggestion *area : group)
            if (found.size() < limit)
                found.push_back(*area);
    return found;
}

} // namespace ffp::ui
