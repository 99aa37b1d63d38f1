// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sampledocument.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

QString sampleName(int i)
{
    static const QString surnames = u"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗龙户风青长"_s;
    static const QString given = u"伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂行人"_s;
    QString name = surnames.mid(i % surnames.size(), 1) + given.mid((i / 7) % given.size(), 1);
    if (i % 3 != 0)
        name += given.mid((i * 5 + 3) % given.size(), 1);
    return name;
}

TableColumn column(const char *id, const QString &header, double width, ColumnKind kind = ColumnKind::Text)
{
    TableColumn c;
    c.id = QLatin1String(id);
    c.header = header;
    c.width = width;
    c.kind = kind;
    return c;
}

} // namespace

std::optional<qint64> sampleIncome(int row)
{
    if (row % 9 == 8)
        return std::nullopt;
    return 312'345 + qint64(row) * 7'919 % 900'000;
}

TableDocument sampleLedger(int rows)
{
    TableDocument d;
    d.id = u"sample-ledger"_s;
    d.title = u"边缘户台账"_s;
    d.subtitle = u"虞姬镇田万村　2026年10月"_s;
    d.head = {{u"填报单位"_s, u"灵璧县虞姬镇田万村村民委员会"_s},
              {u"填报日期"_s, u"2026年10月31日"_s},
              {u"单位"_s, u"元、人"_s}};
    d.foot = {{u"负责人（签字）"_s, {}}, {u"审核人"_s, {}}, {u"填报人"_s, {}}, {u"联系电话"_s, {}, 8}};
    d.seal = SealBlock{u"填报单位（盖章）"_s, u"田万村村民委员会"_s, u"2026年10月31日"_s};
    d.countUnit = u"户"_s;
    d.operatorName = u"测试员"_s;
    d.printedOn = QDate(2026, 11, 1);

    TableColumn number = column("number", u"序号"_s, 2.5, ColumnKind::Integer);
    number.align = CellAlign::Center;
    number.key = true;
    TableColumn name = column("head_name", u"户主姓名"_s, 3.5);
    name.wraps = false;
    name.key = true;
    TableColumn id = column("head_id_no", u"证件号码"_s, 9);
    id.wraps = false;
    id.sensitivity = Sensitivity::S;
    TableColumn population = column("population", u"家庭人口"_s, 2.5, ColumnKind::Integer);
    population.summable = true;
    TableColumn income = column("per_capita", u"人均纯收入（元）"_s, 5, ColumnKind::Money);
    TableColumn funds = column("funds", u"落实资金（元）"_s, 5, ColumnKind::Money);
    funds.summable = true;
    funds.group = u"帮扶措施"_s;
    TableColumn measure = column("measure", u"内容"_s, 9);
    measure.group = u"帮扶措施"_s;
    TableColumn share = column("share", u"自付占比"_s, 4, ColumnKind::Percent);
    d.columns = {number,
                 column("group", u"村民组"_s, 3.5),
                 name,
                 id,
                 population,
                 column("class", u"对象类别"_s, 4),
                 column("identified", u"识别时间"_s, 5.5, ColumnKind::Date),
                 income,
                 column("risk", u"主要致贫（返贫）风险"_s, 7),
                 measure,
                 funds,
                 share,
                 column("contact", u"联系人"_s, 6),
                 column("flag", u"预警状态"_s, 3.5)};

    static const QStringList risks = {u"因病：户主患大病，长期住院，自付费用较高"_s, u"因学"_s,
                                      u"因灾：2026年7月强降雨，冲毁水田3.2亩、房屋进水"_s, u"缺劳动力"_s};
    static const QStringList measures =
        {u"公益性岗位（护林员），月补贴500元；介绍到扶贫车间就近务工"_s,
         u"大病保险、医疗救助"_s,
         u"特色种养业到户补助；联系龙头企业“四带一自”，签订收购协议，优先收购其农产品"_s,
         {}};
    std::vector<TableRow> list;
    list.reserve(size_t(rows));
    for (int i = 0; i < rows; ++i) {
        TableRow row;
        TableCell flag = i % 11 == 3 ? TableCell(u"红色"_s) : TableCell(u"正常"_s);
        flag.red = i % 11 == 3;
        const auto perCapita = sampleIncome(i);
        row.cells = {TableCell(qint64(i + 1)),
                     TableCell(u"%1组"_s.arg(i % 12 + 1)),
                     TableCell(sampleName(i)),
                     TableCell(u"341323********%1"_s.arg(QString::number(i % 10000).rightJustified(4, u'0'))),
                     TableCell(qint64(i % 6 + 1)),
                     TableCell(u"边缘户"_s),
                     TableCell(QDate(2020, 3, 2).addDays(i % 900)),
                     perCapita ? TableCell(*perCapita) : TableCell(),
                     TableCell(risks[i % 4]),
                     TableCell(measures[(i / 2) % 4]),
                     TableCell(qint64(i % 7) * 50'000),
                     TableCell(qint64(i * 37 % 10001)),
                     TableCell(u"%1（村干部）"_s.arg(sampleName(i + 13))),
                     flag};
        list.push_back(std::move(row));
    }
    d.rows = std::make_shared<RowList>(std::move(list));
    return d;
}

TableDocument sampleRoster(int households)
{
    TableDocument d;
    d.id = u"sample-roster"_s;
    d.title = u"脱贫人口花名册"_s;
    d.head = {{u"填报单位"_s, u"灵璧县虞姬镇"_s}, {u"单位"_s, u"元、人"_s}};
    d.countUnit = u"户"_s;
    TableColumn number = column("number", u"序号"_s, 2.5, ColumnKind::Integer);
    TableColumn head = column("head_name", u"户主"_s, 4);
    head.wraps = false;
    TableColumn population = column("population", u"人口"_s, 2.5, ColumnKind::Integer);
    population.summable = true;
    for (TableColumn *c : {&number, &head, &population}) {
        c->perHousehold = true;
        c->key = c != &population;
    }
    TableColumn pension = column("pension", u"养老金（元）"_s, 5, ColumnKind::Money);
    pension.summable = true;
    d.columns = {number,
                 head,
                 population,
                 column("name", u"姓名"_s, 4),
                 column("relation", u"与户主关系"_s, 5),
                 pension};
    std::vector<TableRow> list;
    for (int i = 0; i < households; ++i) {
        const int members = i * 7 % 6 + 1;
        for (int m = 0; m < members; ++m) {
            TableRow row;
            row.household = quint64(i + 1);
            row.cells = {TableCell(qint64(i + 1)),
                         TableCell(sampleName(i)),
                         TableCell(qint64(members)),
                         TableCell(m == 0 ? sampleName(i) : sampleName(i + 3 * m)),
                         TableCell(m == 0 ? u"户主"_s : u"家庭成员"_s),
                         TableCell(qint64(m + 1) * 10'000)};
            list.push_back(std::move(row));
        }
    }
    d.rows = std::make_shared<RowList>(std::move(list));
    return d;
}

} // namespace ffp
