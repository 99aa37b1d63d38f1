// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QFile>
#include <QString>
#include <QStringList>

#include <array>
#include <cstdint>

/// Invented households of one county in the form of the national exports: the same rows for xlsx, CSV and
/// the yardsticks. Deterministic: household h and member m always give the same cells.
namespace bench {

using namespace Qt::Literals::StringLiterals;

inline constexpr int kMemberColumns = 30;
inline constexpr int kHouseholdColumns = 35;

inline QString padded(int number, int width)
{
    return QString::number(number).rightJustified(width, u'0');
}

/// When the member at this position was born.
inline QDate bornOn(int household, int position)
{
    static constexpr std::array<int, 4> kBornFrom{1962, 1963, 2010, 1938};
    return QDate(kBornFrom[std::size_t(position)], 1, 1).addDays(household % 2500);
}

/// A valid, unique 18-digit number; order codes 100 and up, odd ones are men: husband and son.
inline QString idNumber(int household, int position)
{
    const int order = 100 + household / 2500 * 8 + position * 2 + (position % 2 == 0 ? 1 : 0);
    const QString digits = u"342224"_s + bornOn(household, position).toString(u"yyyyMMdd"_s)
                           + padded(order, 3);
    static constexpr std::array<int, 17> kWeights{7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < 17; ++i)
        sum += digits[i].digitValue() * kWeights[std::size_t(i)];
    return digits + u"10X98765432"_s[sum % 11];
}

struct Village {
    QString town;
    QString townCode; ///< nine digits
    QString name;
};

class Rows
{
public:
    /// Reads the division tree of `divisionsCsv`; the county is 灵璧县 (341323).
    explicit Rows(const QString &divisionsCsv)
    {
        QFile file(divisionsCsv);
        if (!file.open(QIODevice::ReadOnly))
            return;
        QHash<QString, QString> towns;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (!line.startsWith("341323"))
                continue;
            const QStringList parts = QString::fromUtf8(line.trimmed()).split(u',');
            if (parts.value(1) == "township"_L1) {
                towns.insert(parts[0], parts[2]);
            } else if (parts.value(1) == "village"_L1) {
                QString name = parts[2];
                for (const QString &tail : {u"民委员会"_s, u"委会"_s, u"委员会"_s})
                    if (name.endsWith(tail))
                        name.chop(tail.size());
                if (!name.endsWith(u'村') && !name.endsWith(u"社区"_s))
                    name += u'村';
                m_villages.push_back({towns.value(parts[3]), parts[3].left(9), name});
            }
        }
    }

    bool isEmpty() const { return m_villages.isEmpty(); }
    qsizetype villageCount() const { return m_villages.size(); }
    /// 3 or 4 members, 3.5 on average.
    static int sizeOf(int household) { return 3 + household % 2; }
    /// Household and position of the n-th member of the whole list.
    static std::pair<int, int> member(int n)
    {
        const int pair = n / 7;
        const int rest = n % 7;
        return rest < 3 ? std::pair(pair * 2, rest) : std::pair(pair * 2 + 1, rest - 3);
    }

    static QStringList memberHeaders()
    {
        return u"县(市、区、旗)|乡(镇)|行政村|自然村|户编号|人编号|姓名|证件号码|人数|与户主关系|民族|文化程度|"
               u"在校生状况|健康状况|劳动技能|务工时间（月）|是否参加大病保险|致贫原因1|危房户|是否解决安全饮用水|"
               u"人均纯收入|户联系电话|人联系电话|首次识别时间|人员识别时间|户类型|易返贫致贫户(监测对象)类型|"
               u"风险是否消除|风险识别时间|风险消除时间"_s.split(u'|');
    }
    QStringList memberRow(int n) const
    {
        const auto [household, position] = member(n);
        const Village &village = villageOf(household);
        const bool watched = household % 20 == 0;
        const bool pupil = position == 2;
        static const QStringList relations{u"户主"_s, u"配偶"_s, u"之子"_s, u"之母"_s};
        static const QStringList schooling{u"小学"_s, u"初中"_s, u"文盲或半文盲"_s, u"高中"_s};
        static const QStringList health{u"健康"_s, u"健康"_s, u"健康"_s, u"长期慢性病"_s};
        static const QStringList skill{u"普通劳动力"_s, u"普通劳动力"_s, u"无劳动力"_s, u"无劳动力"_s};
        static const QStringList causes{u"因病"_s, u"因残"_s, u"缺技术"_s, u"缺劳动力"_s, u"因学"_s};
        const QString number = householdNumber(household);
        const QString income = incomeText(household);
        return {u"灵璧县"_s,
                village.town,
                village.name,
                u"第%1组"_s.arg(household % 12 + 1),
                number,
                number + padded(position + 1, 2),
                nameOf(household, position),
                idNumber(household, position),
                QString::number(sizeOf(household)),
                relations[position],
                u"汉族"_s,
                pupil ? QString() : schooling[(household + position) % 4],
                pupil ? u"义务教育阶段在读"_s : QString(),
                health[mix(household, position) % 4],
                skill[position],
                position == 0 ? QString::number(household % 13) : QString(),
                u"是"_s,
                causes[household % 5],
                u"否"_s,
                household % 50 == 0 ? u"否"_s : u"是"_s,
                income,
                u"199"_s + padded(household % 100000000, 8),
                position < 2 ? u"199"_s + padded((household + position * 7919) % 100000000, 8) : QString(),
                u"201609"_s,
                u"201609"_s,
                u"脱贫户"_s,
                watched ? u"脱贫不稳定户"_s : QString(),
                watched ? u"否"_s : QString(),
                watched ? u"202503"_s : QString(),
                QString()};
    }

    static QStringList householdHeaders()
    {
        return u"省|市|县|乡|村|户编号|户主编号|户主姓名|户主证件号码|家庭人口数|是否危房户|人均纯收入|年收入|"
               u"是否解决安全饮用水|年度|识别标准|主要致贫原因|工资性收入|生产经营性收入|财产性收入|转移性收入|"
               u"低保金|养老保险金|生产经营性支出|纯收入|耕地面积（亩）|林地面积（亩）|是否通生产用电|是否通生活用电|"
               u"是否通广播电视|与村主干路距离|入户路类型|住房面积|是否有卫生厕所|主要燃料类型"_s.split(u'|');
    }
    QStringList householdRow(int household) const
    {
        const Village &village = villageOf(household);
        const QString number = householdNumber(household);
        const int wages = int(mix(household, 11) % 40000);
        const int farm = int(mix(household, 12) % 20000);
        const int transfer = int(mix(household, 13) % 9000);
        const int cost = farm / 3;
        const int net = wages + farm + transfer - cost;
        return {u"安徽省"_s,
                u"宿州市"_s,
                u"灵璧县"_s,
                village.town,
                village.name,
                number,
                number + u"01"_s,
                nameOf(household, 0),
                idNumber(household, 0),
                QString::number(sizeOf(household)),
                u"否"_s,
                QString::number(double(net) / sizeOf(household), 'f', 2),
                QString::number(wages + farm + transfer),
                household % 50 == 0 ? u"否"_s : u"是"_s,
                u"2026"_s,
                u"国家标准"_s,
                u"缺技术"_s,
                QString::number(wages),
                QString::number(farm),
                u"0"_s,
                QString::number(transfer),
                QString::number(transfer / 2),
                QString::number(transfer / 4),
                QString::number(cost),
                QString::number(net),
                QString::number(double(household % 200) / 10, 'f', 1),
                u"0"_s,
                u"是"_s,
                u"是"_s,
                u"是"_s,
                QString::number(double(household % 400) / 100, 'f', 2),
                u"水泥路"_s,
                QString::number(60 + household % 120),
                u"是"_s,
                u"清洁能源"_s};
    }

private:
    static std::uint64_t mix(int a, int b)
    {
        std::uint64_t x = std::uint64_t(a) * 0x9E3779B97F4A7C15ULL + std::uint64_t(b) * 0xBF58476D1CE4E5B9ULL;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
        return x ^ (x >> 31);
    }
    const Village &villageOf(int household) const { return m_villages[household % m_villages.size()]; }
    QString householdNumber(int household) const
    {
        return villageOf(household).townCode + padded(household, 7);
    }
    static QString nameOf(int household, int position)
    {
        static const QString surnames = u"王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"_s;
        static const QString given =
            u"英华玉秀兰明文建国平志春红金云桂梅芳军海林永新成德伟凤龙江生丽美民荣光家"_s;
        const auto pick = [](const QString &from, std::uint64_t n) {
            return from[qsizetype(n % std::uint64_t(from.size()))];
        };
        // Husband and children share the surname, wife and mother have their own.
        QString name(pick(surnames, mix(household, position % 2 == 0 ? 0 : position)));
        name += pick(given, mix(household, position + 20));
        if (mix(household, position + 40) % 8 != 0)
            name += pick(given, mix(household, position + 60));
        return name;
    }
    static QString incomeText(int household)
    {
        return QString::number(6000 + double(mix(household, 5) % 1400000) / 100, 'f', 2);
    }

    QList<Village> m_villages;
};

} // namespace bench
