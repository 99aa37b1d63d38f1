// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/divisionname.h"

#include "core/base/text.h"
#include "core/domain/divisions.h"

#include <span>

namespace ffp {
namespace {

struct Ending {
    const char16_t *text;
    const char16_t *kind;
    const char16_t *spoken;
};

// Longer endings first.
constexpr Ending kVillage[] = {
    {u"村村民委员会", u"村", u"村"}, {u"社区居民委员会", u"居", u"社区"},
    {u"村民委员会", u"村", u"村"},   {u"社区居委会", u"居", u"社区"},
    {u"社区委员会", u"居", u"社区"}, {u"居民委员会", u"居", u"居委会"},
    {u"行政村", u"村", u"村"},       {u"村委会", u"村", u"村"},
    {u"居委会", u"居", u"居委会"},   {u"社区", u"居", u"社区"},
    {u"村", u"村", u"村"},
};
constexpr Ending kTownship[] = {
    {u"街道办事处", u"街道", u"街道"},
    {u"街道", u"街道", u"街道"},
    {u"民族乡", u"乡", u"民族乡"},
    {u"镇", u"镇", u"镇"},
    {u"乡", u"乡", u"乡"},
};
constexpr Ending kCounty[] = {{u"自治县", u"县", u"自治县"},
                              {u"县", u"县", u"县"},
                              {u"区", u"区", u"区"},
                              {u"市", u"市", u"市"}};
constexpr Ending kCity[] = {{u"自治州", u"州", u"自治州"},
                            {u"地区", u"地区", u"地区"},
                            {u"市", u"市", u"市"}};
constexpr Ending kProvince[] = {{u"自治区", u"自治区", u"自治区"},
                                {u"省", u"省", u"省"},
                                {u"市", u"市", u"市"}};

std::span<const Ending> endingsOf(AreaLevel level)
{
    switch (level) {
    case AreaLevel::Province: return kProvince;
    case AreaLevel::City: return kCity;
    case AreaLevel::County: return kCounty;
    case AreaLevel::Township: return kTownship;
    case AreaLevel::Village: return kVillage;
    }
    return {};
}

} // namespace

DivisionStem divisionStem(QStringView name, AreaLevel level)
{
    const QString key = compareKey(name);
    for (const Ending &ending : endingsOf(level)) {
        const QStringView text(ending.text);
        // An ending alone is a name (a village may be called 村).
        if (key.size() > text.size() && key.endsWith(text))
            return {key.left(key.size() - text.size()), QString::fromUtf16(ending.kind),
                    QString::fromUtf16(ending.spoken)};
    }
    return {key, {}, {}};
}

QString shortDivisionName(QStringView name, AreaLevel level)
{
    const DivisionStem stem = divisionStem(name, level);
    const bool shortened = level == AreaLevel::Village || level == AreaLevel::Township;
    return shortened && !stem.kind.isEmpty() ? stem.stem + stem.ending : cleaned(name);
}

} // namespace ffp
