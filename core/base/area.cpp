// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/area.h"

#include <algorithm>

namespace ffp {
namespace {

int prefixLength(AreaLevel level)
{
    switch (level) {
    case AreaLevel::Province: return 2;
    case AreaLevel::City: return 4;
    case AreaLevel::County: return 6;
    case AreaLevel::Township: return 9;
    case AreaLevel::Village: return 12;
    }
    return 12;
}

struct LevelCode {
    AreaLevel level;
    const char *code;
};
constexpr LevelCode kLevels[] = {{AreaLevel::Province, "province"},
                                 {AreaLevel::City, "city"},
                                 {AreaLevel::County, "county"},
                                 {AreaLevel::Township, "township"},
                                 {AreaLevel::Village, "village"}};

} // namespace

const char *areaLevelCode(AreaLevel level)
{
    for (const LevelCode &entry : kLevels)
        if (entry.level == level)
            return entry.code;
    return "";
}

std::optional<AreaLevel> areaLevelFromCode(QStringView code)
{
    for (const LevelCode &entry : kLevels)
        if (code == QLatin1String(entry.code))
            return entry.level;
    return std::nullopt;
}

AreaCode AreaCode::fromString(QStringView text)
{
    AreaCode code;
    const bool digits = std::all_of(text.begin(), text.end(),
                                    [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); });
    if (text.size() == 12 && digits)
        code.m_code = text.toString();
    return code;
}

AreaLevel AreaCode::level() const
{
    const QStringView code(m_code);
    const auto zeros = [&](qsizetype from) {
        return std::all_of(code.begin() + from, code.end(), [](QChar c) { return c == QLatin1Char('0'); });
    };
    if (m_code.isEmpty() || zeros(2))
        return AreaLevel::Province;
    if (zeros(4))
        return AreaLevel::City;
    if (zeros(6))
        return AreaLevel::County;
    if (zeros(9))
        return AreaLevel::Township;
    return AreaLevel::Village;
}

QString AreaCode::prefix() const
{
    return m_code.left(prefixLength(level()));
}

AreaCode AreaCode::parent() const
{
    if (isNull() || level() == AreaLevel::Province)
        return {};
    const int keep = prefixLength(static_cast<AreaLevel>(static_cast<int>(level()) - 1));
    AreaCode up;
    up.m_code = m_code.left(keep) + QString(12 - keep, QLatin1Char('0'));
    return up;
}

bool AreaCode::covers(const AreaCode &other) const
{
    return !isNull() && !other.isNull() && other.m_code.startsWith(prefix());
}

} // namespace ffp
