// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/areaheaders.h"

#include "core/base/text.h"

namespace ffp {
namespace {

struct AreaHeader {
    AreaLevel level;
    const char16_t *names; ///< separated by '|', written as compareKey() leaves them
};

constexpr AreaHeader kAreaHeaders[] = {
    {AreaLevel::Province, u"省|省份|省(区、市)|省(自治区、直辖市)|所属省"},
    {AreaLevel::City, u"市|地市|地级市|市(州)|市(地、州、盟)|所属市"},
    {AreaLevel::County, u"县|县区|区县|县市区|县(市、区)|县(市、区、旗)|县(区)|所属县"},
    {AreaLevel::Township, u"乡|镇|乡镇|乡(镇)|乡(镇、街道)|镇(街道)|乡镇(街道)|所属乡镇"},
    {AreaLevel::Village, u"村|行政村|村(居)|村(社区)|行政村(社区)|所属村|所在村"},
};

} // namespace

std::optional<AreaLevel> areaHeader(QStringView header)
{
    const QString key = compareKey(header);
    if (key.isEmpty())
        return std::nullopt;
    for (const AreaHeader &one : kAreaHeaders)
        for (QStringView name : QStringView(one.names).split(u'|'))
            if (key == name)
                return one.level;
    return std::nullopt;
}

QStringList areaHeaderTexts(AreaLevel level)
{
    for (const AreaHeader &one : kAreaHeaders)
        if (one.level == level)
            return QString::fromUtf16(one.names).split(u'|');
    return {};
}

} // namespace ffp
