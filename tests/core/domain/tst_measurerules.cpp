// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/planfields.h"
#include "core/domain/measurerules.h"
#include "core/domain/valuetext.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

using Words = QList<std::pair<const char *, const char *>>;

Record recordOf(Entity entity, const Words &words)
{
    Record record;
    record.entity = entity;
    record.values.resize(entityDef(entity).fields.size());
    for (const auto &[field, text] : words) {
        const int index = fieldIndex(entity, field);
        if (index < 0)
            qFatal("no field %s", field);
        record.values[size_t(index)] =
            parseValue(entityDef(entity).fields[size_t(index)], QString::fromUtf8(text)).value;
    }
    return record;
}

Words with(Words words, const Words &more)
{
    for (const auto &one : more) {
        words.removeIf([&one](const auto &earlier) { return qstrcmp(earlier.first, one.first) == 0; });
        words << one;
    }
    return words;
}

const QDate kToday(2026, 11, 1);
const Words kDone{{"category", "industry"},   {"kind", "industry.inputs"}, {"fund_source", "social"},
                  {"amount", "500"},          {"status", "done"},          {"started_on", "2026-10-01"},
                  {"ended_on", "2026-10-31"}, {"income_gain", "0"}};
const Words kSigned{{"made_on", "2026-10-01"},
                    {"team", "王队员"},
                    {"cadres", "赵书记"},
                    {"helpers", "孙帮"},
                    {"signed_on", "2026-10-02"}};

} // namespace

class TestMeasureRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measure_data()
    {
        QTest::addColumn<Words>("words");
        QTest::addColumn<QStringList>("faults");
        const auto row = [](const char *name, const Words &words, const QStringList &faults = {}) {
            QTest::newRow(name) << with(kDone, words) << faults;
        };
        row("done", {});
        row("no category", {{"category", ""}}, {u"category: required"_s});
        row("kind of another category", {{"kind", "employment.training"}},
            {u"kind: kind_of_other_category"_s});
        row("nothing said", {{"kind", ""}}, {u"content: required"_s});
        row("other says nothing", {{"kind", "industry.other"}}, {u"content: required"_s});
        row("other, told", {{"kind", "industry.other"}, {"content", "送鸡苗"}});
        row("content alone", {{"kind", ""}, {"content", "送鸡苗"}});
        row("amount below zero", {{"amount", "-0.01"}}, {u"amount: negative"_s});
        row("gain below zero", {{"income_gain", "-1"}}, {u"income_gain: negative"_s});
        row("amount without source", {{"fund_source", ""}}, {u"fund_source: amount_without_source"_s});
        row("one fen without source", {{"fund_source", ""}, {"amount", "0.01"}},
            {u"fund_source: amount_without_source"_s});
        row("nothing without source", {{"fund_source", ""}, {"amount", "0"}});
        row("amount without money", {{"fund_source", "none"}}, {u"fund_source: amount_without_money"_s});
        row("no money", {{"fund_source", "none"}, {"amount", ""}});
        row("source without amount", {{"amount", ""}}, {u"amount: source_without_amount"_s});
        row("amount not known yet", {{"amount", ""}, {"status", "doing"}, {"ended_on", ""}});
        row("ended on the day it began", {{"started_on", "2026-10-31"}});
        row("ended before it began", {{"started_on", "2026-11-01"}}, {u"ended_on: ended_before_begun"_s});
        row("ends today", {{"ended_on", "2026-11-01"}});
        row("ends tomorrow", {{"ended_on", "2026-11-02"}}, {u"ended_on: future"_s});
        row("done, nobody knows when", {{"ended_on", ""}}, {u"ended_on: required"_s});
        row("under way with an end", {{"status", "doing"}}, {u"ended_on: still_going"_s});
        row("planned with an end", {{"status", "planned"}}, {u"ended_on: still_going"_s});
        row("planned for later", {{"status", "planned"}, {"ended_on", ""}, {"started_on", "2027-01-01"}});
        row("under way from tomorrow", {{"status", "doing"}, {"ended_on", ""}, {"started_on", "2026-11-02"}},
            {u"started_on: future"_s});
        row("stopped without a reason", {{"status", "stopped"}}, {u"end_reason: required"_s});
        row("stopped", {{"status", "stopped"}, {"end_reason", "搬走"}});
        row("no status", {{"status", ""}, {"ended_on", ""}}, {u"status: required"_s});
        row("all at once", {{"category", ""}, {"amount", "-5"}, {"ended_on", "2026-09-30"}},
            {u"category: required"_s, u"amount: negative"_s, u"ended_on: ended_before_begun"_s});
    }
    void measure()
    {
        QFETCH(Words, words);
        QFETCH(QStringList, faults);
        QCOMPARE(measureFaults(recordOf(Entity::Measure, words), kToday), faults);
    }

    void plan_data()
    {
        QTest::addColumn<Words>("words");
        QTest::addColumn<QStringList>("faults");
        const auto row = [](const char *name, const Words &words, const QStringList &faults = {}) {
            QTest::newRow(name) << with(kSigned, words) << faults;
        };
        row("signed", {});
        row("no date", {{"made_on", ""}}, {u"made_on: required"_s});
        row("made tomorrow", {{"made_on", "2026-11-02"}, {"signed_on", ""}}, {u"made_on: future"_s});
        row("a draft needs nobody", {{"signed_on", ""}, {"team", ""}, {"cadres", ""}, {"helpers", ""}});
        row("team", {{"team", ""}}, {u"team: required"_s});
        row("cadres", {{"cadres", ""}}, {u"cadres: required"_s});
        row("helpers", {{"helpers", ""}}, {u"helpers: required"_s});
        row("signed before it was made", {{"signed_on", "2026-09-30"}}, {u"signed_on: ended_before_begun"_s});
        row("signed tomorrow", {{"signed_on", "2026-11-02"}}, {u"signed_on: future"_s});
        row("ended without a reason", {{"ended_on", "2026-10-31"}}, {u"end_reason: required"_s});
        row("ended before it was made", {{"ended_on", "2026-09-30"}, {"end_reason", "重订"}},
            {u"ended_on: ended_before_begun"_s});
        row("ended", {{"ended_on", "2026-10-31"}, {"end_reason", "重订"}});
    }
    void plan()
    {
        QFETCH(Words, words);
        QFETCH(QStringList, faults);
        QCOMPARE(planFaults(recordOf(Entity::Plan, words), kToday), faults);
    }

    void kindsBelongToTheirCategory()
    {
        size_t all = 0;
        for (const Code &category : codeList("measure_category")->codes) {
            const auto kinds = measureKindsOf(QString::fromLatin1(category.code));
            QVERIFY2(!kinds.empty(), category.code);
            for (const Code *kind : kinds)
                QVERIFY2(QByteArray(kind->code).startsWith(QByteArray(category.code) + '.'), kind->code);
            all += kinds.size();
        }
        QCOMPARE(all, codeList("measure_kind")->codes.size());
        QVERIFY(measureKindsOf(u"gardening").empty());
    }

    void kindByAnyOfItsWords_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QByteArray>("kind");
        QTest::newRow("whole code") << u"employment.training"_s << "employment.training"_ba;
        QTest::newRow("code") << u"training"_s << "employment.training"_ba;
        QTest::newRow("label") << u"技能培训"_s << "employment.training"_ba;
        QTest::newRow("label of many categories") << u"其他"_s << "employment.other"_ba;
        QTest::newRow("English") << u"Skill Training"_s << "employment.training"_ba;
        QTest::newRow("of another category") << u"industry.award"_s << QByteArray();
        QTest::newRow("nothing") << QString() << QByteArray();
    }
    void kindByAnyOfItsWords()
    {
        QFETCH(QString, word);
        QFETCH(QByteArray, kind);
        const Code *found = measureKind(u"employment", word);
        QCOMPARE(QByteArray(found ? found->code : ""), kind);
    }
};

QTEST_GUILESS_MAIN(TestMeasureRules)
#include "tst_measurerules.moc"
