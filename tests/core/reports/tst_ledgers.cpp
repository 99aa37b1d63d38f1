// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/divisions.h"
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/reports/ledgers.h"
#include "core/reports/tablefile.h"
#include "tests/support/monitoredsample.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kHeadId = sampleIdNumber(QDate(1970, 5, 1), 901);
const QString kPhone = u"19900001234"_s;

Record record(Entity entity, const FieldValues &values)
{
    Record out;
    out.entity = entity;
    out.id = RecordId::fromBytes(QByteArray(15, 'r') + char(int(entity) + 1));
    out.area = area(kVillage);
    out.values.resize(entityDef(entity).fields.size());
    for (const auto &[field, value] : values)
        out.values[field.index] = value;
    return out;
}

MonitoredHousehold family(const QString &name = u"王户人"_s)
{
    MonitoredHousehold out;
    out.household = record(Entity::Household, {{household::f("villager_group"), Value(u"三组"_s)},
                                               {household::f("remark"), Value(u"外出务工"_s)}});
    out.head = record(Entity::Member,
                      {{member::f("name"), Value(name)}, {member::f("id_no"), Value(kHeadId)}});
    out.population = 4;
    out.labour = 2;
    out.monitoring = record(Entity::Case, {{casefile::f("monitor_class"), Value(u"edge"_s)},
                                           {casefile::f("identified_ym"), Value(u"2026-03"_s)},
                                           {casefile::f("removed_ym"), Value(u"2026-11"_s)}});
    out.risks = {record(Entity::CaseRisk, {{case_risk::f("kind"), Value(u"illness"_s)},
                                           {case_risk::f("detail"), Value(u"户主住院"_s)}}),
                 record(Entity::CaseRisk, {{case_risk::f("kind"), Value(u"disaster"_s)},
                                           {case_risk::f("disaster"), Value(u"flood"_s)}})};
    out.safeguards[u"medical"_s] = {u"not_met"_s, false, 2};
    out.safeguards[u"housing"_s] = {u"met"_s, true, 0};
    out.latestIncome = record(Entity::IncomeStatement, {{income::f("net_per_capita"), Value(qint64(412'345))},
                                                        {income::f("window_from"), Value(u"2025-10-01"_s)},
                                                        {income::f("window_to"), Value(u"2026-09-30"_s)},
                                                        {income::f("population_basis"), Value(u"year"_s)}});
    out.contact = record(Entity::Assignment, {{assignment::f("name"), Value(u"李行"_s)},
                                              {assignment::f("unit"), Value(u"虞姬镇政府"_s)},
                                              {assignment::f("phone"), Value(kPhone)}});
    out.flags = {record(Entity::Flag,
                        {{flag::f("level"), Value(u"red"_s)}, {flag::f("due"), Value(u"2026-10-30"_s)}}),
                 record(Entity::Flag,
                        {{flag::f("level"), Value(u"red"_s)}, {flag::f("due"), Value(u"2026-10-31"_s)}}),
                 record(Entity::Flag, {{flag::f("level"), Value(u"yellow"_s)}})};
    return out;
}

LedgerOffice office(const QString &policy = u"anhui-2020"_s)
{
    return {policy,      u"虞姬镇扶贫工作站"_s, area(kTownship),
            u"经办人"_s, QDate(2026, 11, 24),   &DivisionTable::shipped()};
}

LedgerRequest request(LedgerPrivacy privacy = LedgerPrivacy::Masked)
{
    return {u"edge-ledger"_s, area(kVillage), QDate(2026, 10, 31), privacy};
}

/// Texts of the first row by column id.
QMap<QString, QString> texts(const TableDocument &document)
{
    QMap<QString, QString> out;
    (void)document.rows->read(0, 1, [&](qsizetype, const TableRow &row) -> Result<> {
        for (size_t i = 0; i < document.columns.size(); ++i)
            out[document.columns[i].id] = cellText(document.columns[i], row.cells[i]);
        return {};
    });
    return out;
}

} // namespace

class TestLedgers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesFollowThePack()
    {
        const auto titles = [](const QString &policy) {
            QStringList out;
            for (const LedgerInfo &ledger : ledgers(policy))
                out << ledger.id + u'=' + ledger.title;
            return out;
        };
        QCOMPARE(titles(u"anhui-2020"_s),
                 QStringList({u"edge-ledger=边缘户台账"_s, u"monitored-ledger=脱贫监测户台账"_s,
                              u"measure-ledger=帮扶措施台账"_s}));
        QCOMPARE(titles(u"national-2021"_s),
                 QStringList({u"edge-ledger=边缘易致贫户台账"_s, u"monitored-ledger=脱贫不稳定户台账"_s,
                              u"sudden-ledger=突发严重困难户台账"_s, u"measure-ledger=帮扶措施台账"_s}));
        const auto old = ledgerDocument(request(), office(), {family()});
        FFP_VERIFY(old);
        QCOMPARE(texts(*old)[u"monitor_class"_s], u"边缘户"_s);
        const auto later = ledgerDocument(request(), office(u"national-2021"_s), {family()});
        FFP_VERIFY(later);
        QCOMPARE(later->title, u"边缘易致贫户台账"_s);
        QCOMPARE(texts(*later)[u"monitor_class"_s], u"边缘易致贫户"_s);
    }
    void columnsOfF08()
    {
        const auto document = ledgerDocument(request(), office(), {family()});
        FFP_VERIFY(document);
        QStringList heads;
        for (const TableColumn &column : document->columns)
            heads << column.header;
        QCOMPARE(heads.join(u'|'),
                 u"序号|村民组|户主姓名|性别|证件号码|家庭人口|劳动力（人）|对象类别|识别时间|"
                 "识别时人均纯收入（元）|主要致贫（返贫）风险|风险点说明|义务教育|基本医疗|住房安全|饮水安全|"
                 "类别/内容|落实时间|落实资金（元）|资金来源|联系人（单位/职务/电话）|最近联系日期及方式|"
                 "当前人均纯收入（元）|预警状态|销号时间|备注"_s);
        QVERIFY(document->isConfidential());
        QVERIFY(document->hasGroups());
        QCOMPARE(document->paper, PaperSize::A4);
        QCOMPARE(document->subtitle, u"灵璧县虞姬镇"_s + DivisionTable::shipped().name(area(kVillage)));
        QCOMPARE(document->foot.front().label, u"负责人（签字）"_s);
        QCOMPARE(document->seal->date, u"2026年10月31日"_s);
    }
    void severalVillagesAreNamed()
    {
        LedgerRequest whole = request();
        whole.area = {};
        const auto document = ledgerDocument(whole, office(), {family()});
        FFP_VERIFY(document);
        QCOMPARE(document->columns.size(), 27u);
        QCOMPARE(document->columns[1].header, u"行政村"_s);
        QCOMPARE(texts(*document)[u"village"_s], DivisionTable::shipped().name(area(kVillage)));
        QCOMPARE(document->seal->unit, u"虞姬镇扶贫工作站"_s);
    }
    void cells()
    {
        const auto document = ledgerDocument(request(LedgerPrivacy::Full), office(), {family()});
        FFP_VERIFY(document);
        const auto cell = texts(*document);
        QCOMPARE(cell[u"number"_s], u"1"_s);
        QCOMPARE(cell[u"villager_group"_s], u"三组"_s);
        QCOMPARE(cell[u"head_sex"_s], u"男"_s); // from the number
        QCOMPARE(cell[u"population"_s], u"4"_s);
        QCOMPARE(cell[u"identified"_s], u"2026-03"_s);
        QCOMPARE(cell[u"identification_income"_s], QString());
        QCOMPARE(cell[u"latest_income"_s], u"4123.45"_s);
        QCOMPARE(cell[u"risks"_s].section(u'、', 0, 0), u"因病"_s);
        QVERIFY(cell[u"risks"_s].contains(u"、因自然灾害："_s));
        QCOMPARE(cell[u"risk_details"_s], u"户主住院"_s);
        QCOMPARE(cell[u"medical"_s], u"未达标（2人）"_s);
        QCOMPARE(cell[u"housing"_s], u"达标"_s);
        QCOMPARE(cell[u"education"_s], QString());
        QCOMPARE(cell[u"contact"_s], u"李行 虞姬镇政府 "_s + kPhone);
        QCOMPARE(cell[u"alert"_s], u"红色预警2项，黄色预警1项，超期1项"_s);
        QCOMPARE(cell[u"removed"_s], QString()); // removed in November, the ledger is of October
        QCOMPARE(cell[u"remark"_s], u"外出务工"_s);
        LedgerRequest later = request();
        later.on = QDate(2026, 11, 1);
        QCOMPARE(texts(*ledgerDocument(later, office(), {family()}))[u"removed"_s], u"2026-11"_s);
    }
    /// Where the record that the form means is not there, what the register has of the same fact.
    void registerFactsStandIn()
    {
        MonitoredHousehold household = family();
        household.household = record(Entity::Household,
                                     {{household::f("natural_village"), Value(u"老吴楼"_s)},
                                      {household::f("cause_main"), Value(u"illness"_s)},
                                      {household::f("cause_others"), Value(QStringList{u"schooling"_s})}});
        household.risks.clear();
        household.identificationYearIncome = record(Entity::IncomeStatement,
                                                    {{income::f("net_per_capita"), Value(qint64(0))}});
        household.living = record(Entity::LivingConditions, {{living::f("in_cooperative"), Value(true)},
                                                             {living::f("led_by_firm"), Value(false)}});
        household.dibao = 2;
        const auto document = ledgerDocument(request(LedgerPrivacy::Full), office(), {household});
        FFP_VERIFY(document);
        auto cell = texts(*document);
        QCOMPARE(cell[u"villager_group"_s], u"老吴楼"_s);
        QCOMPARE(cell[u"risks"_s], u"因病、因学"_s);
        QCOMPARE(cell[u"identification_income"_s], u"0.00"_s); // zero is said, and is no gap
        QCOMPARE(cell[u"measures"_s], u"合作社带动、低保2人"_s);
        for (const char16_t *said : {u"填自然村", u"填登记的致贫原因", u"填识别当年的年度数"})
            QVERIFY(document->notes.join(u'\n').contains(QString::fromUtf16(said)));
        household.measures = {record(Entity::Measure, {{measure::f("category"), Value(u"industry"_s)},
                                                       {measure::f("kind"), Value(u"industry.inputs"_s)},
                                                       {measure::f("fund_source"), Value(u"social"_s)},
                                                       {measure::f("amount"), Value(qint64(50'000))},
                                                       {measure::f("started_on"), Value(u"2026-05-01"_s)},
                                                       {measure::f("ended_on"), Value(u"2026-06-01"_s)}}),
                              record(Entity::Measure, {{measure::f("category"), Value(u"employment"_s)},
                                                       {measure::f("content"), Value(u"介绍到镇上务工"_s)},
                                                       {measure::f("fund_source"), Value(u"none"_s)},
                                                       {measure::f("started_on"), Value(u"2026-05-20"_s)}})};
        const QMap<QString, QString> helped = texts(
            *ledgerDocument(request(LedgerPrivacy::Full), office(), {household}));
        QCOMPARE(helped[u"measures"_s], u"产业帮扶/种苗化肥等物资；就业帮扶/介绍到镇上务工"_s);
        QCOMPARE(helped[u"measure_date"_s], u"2026-06-01"_s);
        QCOMPARE(helped[u"measure_money"_s], u"500.00"_s);
        QCOMPARE(helped[u"fund_source"_s], u"社会帮扶资金/捐赠、无资金"_s);
        const auto masked = ledgerDocument(request(), office(), {household});
        FFP_VERIFY(masked);
        QCOMPARE(texts(*masked)[u"risks"_s], u"***"_s); // causes are as sensitive as risks
        household.identificationIncome = record(Entity::IncomeStatement,
                                                {{income::f("net_per_capita"), Value(qint64(400'000))}});
        household.risks = family().risks;
        const auto made = ledgerDocument(request(LedgerPrivacy::Full), office(), {household});
        FFP_VERIFY(made);
        cell = texts(*made);
        QCOMPARE(cell[u"identification_income"_s], u"4000.00"_s);
        QVERIFY(!cell[u"risks"_s].contains(u"因学"_s));
    }
    /// For the screen of the English window: no Chinese but names and what somebody wrote.
    void englishIsEnglish()
    {
        LedgerRequest english = request(LedgerPrivacy::Full);
        english.language = Language::English;
        MonitoredHousehold household = family();
        household.living = record(Entity::LivingConditions, {{living::f("led_by_firm"), Value(true)}});
        household.dibao = 1;
        const auto document = ledgerDocument(english, office(), {household});
        FFP_VERIFY(document);
        const auto isLatin = [](const QString &text) {
            return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x2E80; });
        };
        QVERIFY(isLatin(document->title));
        const auto cell = texts(*document);
        const QStringList written{u"villager_group"_s, u"head_name"_s, u"risk_details"_s, u"contact"_s,
                                  u"remark"_s};
        for (size_t i = 0; i < document->columns.size(); ++i) {
            QVERIFY2(isLatin(document->loneHeader(i)), qPrintable(document->loneHeader(i)));
            const QString id = document->columns[i].id;
            QVERIFY2(written.contains(id) || isLatin(cell[id]), qPrintable(id + u": "_s + cell[id]));
        }
        QCOMPARE(cell[u"head_sex"_s], u"Male"_s);
        QCOMPARE(cell[u"measures"_s], u"Led by a firm, Living allowance: 1"_s);
        QCOMPARE(cell[u"alert"_s], u"Red: 2, Yellow: 1, overdue: 1"_s);
        for (const LedgerInfo &ledger : ledgers(u"national-2021"_s))
            QVERIFY(!ledger.english.isEmpty() && isLatin(ledger.english));
    }
    void saysWhichColumnsHaveNoData()
    {
        const auto idsOf = [](const TableDocument &document) {
            QStringList ids;
            for (const size_t column : document.withoutData)
                ids << document.columns[column].id;
            return ids;
        };
        MonitoredHousehold bare = family();
        bare.flags.clear();
        const auto document = ledgerDocument(request(), office(), {bare, bare});
        FFP_VERIFY(document);
        QCOMPARE(document->emptyCell, EmptyCell::Slash);
        const QStringList ids = idsOf(*document);
        QVERIFY(ids.contains(u"measures"_s));
        QVERIFY(ids.contains(u"identification_income"_s));
        QVERIFY(!ids.contains(u"contact"_s));
        QVERIFY(!ids.contains(u"alert"_s)); // no alert is a fact
        QVERIFY(!ids.contains(u"removed"_s));
        QVERIFY(document->notes.back().contains(
            u"暂无登记数据的栏目：识别时人均纯收入（元）、义务教育、饮水安全、帮扶措施（类别/内容）、"_s));
        MonitoredHousehold helped = bare;
        helped.tekun = 1;
        const auto one = ledgerDocument(request(), office(), {bare, helped}); // one row is enough
        FFP_VERIFY(one);
        QVERIFY(!idsOf(*one).contains(u"measures"_s));
        const auto empty = ledgerDocument(request(), office(), {});
        FFP_VERIFY(empty);
        QCOMPARE(idsOf(*empty), QStringList());
    }
    void redMarksAreInWords()
    {
        const auto document = ledgerDocument(request(), office(), {family()});
        FFP_VERIFY(document);
        FFP_VERIFY(document->rows->read(0, 1, [&](qsizetype, const TableRow &row) -> Result<> {
            for (size_t i = 0; i < row.cells.size(); ++i) {
                const bool alert = document->columns[i].id == u"alert";
                if (row.cells[i].red != alert
                    || (alert && !cellText(document->columns[i], row.cells[i]).contains(u'红')))
                    return fail(ErrorKind::Internal, document->columns[i].id);
            }
            return {};
        }));
    }

    void privacy_data()
    {
        QTest::addColumn<LedgerPrivacy>("privacy");
        QTest::addColumn<bool>("numbers");
        QTest::addColumn<bool>("risks");
        QTest::newRow("masked") << LedgerPrivacy::Masked << false << false;
        QTest::newRow("risks") << LedgerPrivacy::RisksShown << false << true;
        QTest::newRow("full") << LedgerPrivacy::Full << true << true;
    }
    /// Nothing that is hidden is in any cell nor in the files made from it.
    void privacy()
    {
        QFETCH(LedgerPrivacy, privacy);
        QFETCH(bool, numbers);
        QFETCH(bool, risks);
        const auto document = ledgerDocument(request(privacy), office(), {family()});
        FFP_VERIFY(document);
        const auto cell = texts(*document);
        QCOMPARE(cell[u"head_id_no"_s],
                 numbers ? kHeadId : kHeadId.left(6) + QString(8, u'*') + kHeadId.right(4));
        QCOMPARE(cell[u"contact"_s].contains(kPhone), numbers);
        QCOMPARE(cell[u"risks"_s].contains(u"因病"_s), risks);
        QCOMPARE(cell[u"risk_details"_s], risks ? u"户主住院"_s : u"***"_s);
        QTemporaryDir folder;
        SilentProgress progress;
        FFP_VERIFY(writeTableFile(*document, folder.filePath(u"l.csv"_s), OutputFormat::CsvUtf8, progress));
        QFile file(folder.filePath(u"l.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString csv = QString::fromUtf8(file.readAll());
        QCOMPARE(csv.contains(kHeadId), numbers);
        QCOMPARE(csv.contains(kPhone), numbers);
        QCOMPARE(csv.contains(u"住院"_s), risks);
        QCOMPARE(ledgerPrivacyFromCode(QString::fromLatin1(ledgerPrivacyCode(privacy))), privacy);
    }
    void unknownPrivacy() { QCOMPARE(ledgerPrivacyFromCode(u"all"), std::nullopt); }

    void notesSayHowFiguresWereMade()
    {
        std::vector<MonitoredHousehold> list(3, family());
        list[2].latestIncome.values[income::f("window_to").index] = Value(u"2025-09-30"_s);
        const auto document = ledgerDocument(request(), office(), list);
        FFP_VERIFY(document);
        QCOMPARE(document->notes.size(), 4);
        QVERIFY(document->notes[0].startsWith(u"1. 人均纯收入＝家庭纯收入÷人口数"_s));
        QVERIFY(
            document->notes[0].contains(u"核算期2025-10-01至2026-09-30、人口按年度家庭人口数（2户）；"_s));
        QVERIFY(document->notes[0].contains(u"2025-09-30"_s));
        QVERIFY(document->notes[2].contains(u"2026年11月24日登记"_s));
        LedgerRequest today = request();
        today.on = office().today;
        const auto bare = ledgerDocument(today, office(), {});
        FFP_VERIFY(bare);
        QCOMPARE(bare->notes, QStringList());
        QCOMPARE(bare->rows->count(), 0);
    }
    void refusals()
    {
        LedgerRequest wrong = request();
        wrong.ledger = u"sudden-ledger"_s; // not in this pack
        FFP_VERIFY_ERROR(ledgerDocument(wrong, office(), {}), ErrorKind::NotFound);
        wrong = request();
        wrong.on = {};
        FFP_VERIFY_ERROR(ledgerQuery(wrong, office()), ErrorKind::InvalidArgument);
        wrong = request();
        wrong.area = area("341323115000"); // the neighbour
        FFP_VERIFY_ERROR(ledgerQuery(wrong, office()), ErrorKind::NotAllowed);
        wrong.area = area("341323000000"); // the county over it
        FFP_VERIFY_ERROR(ledgerQuery(wrong, office()), ErrorKind::NotAllowed);
    }
};

QTEST_APPLESS_MAIN(TestLedgers)
#include "tst_ledgers.moc"
