// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/confusedcharacters.h"

#include <QStringView>

namespace ffp {
namespace {

constexpr const char16_t *kAlike[] = {
    u"己已巳", u"末未",       u"士土", u"干千于", u"侯候", u"戊戌戍戎", u"贝见", u"人入",   u"大太犬",
    u"王玉主", u"田由甲申电", u"刀力", u"午牛",   u"风凤", u"拆折",     u"晴睛", u"治冶",   u"淮准",
    u"莹萤荧", u"兰蓝",       u"芬芳", u"杨扬",   u"梅海", u"秀季",     u"芹芥", u"峰锋蜂", u"宣宜",
    u"住往",   u"令今",       u"全金", u"明朋",   u"春舂", u"李季",     u"宋宗", u"刘列",   u"白自",
    u"永水",   u"玲铃",       u"连莲", u"付傅",   u"肖萧", u"闫阎",     u"辛幸", u"娥峨",   u"珍诊",
    u"思恩",   u"杰洁",       u"刚钢", u"强弦",   u"红虹", u"辉晖",     u"云芸", u"孑子了", u"崇祟",
    u"桂柱",   u"免兔",       u"乌鸟",
};

} // namespace

bool lookAlike(QChar a, QChar b)
{
    for (const QStringView group : kAlike)
        if (group.contains(a) && group.contains(b))
            return a != b;
    return false;
}

} // namespace ffp
