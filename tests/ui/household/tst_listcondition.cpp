// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/listcondition.h"

#include <QtTest>

using namespace ffp::ui;

class TestListCondition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAreNoConditions()
    {
        QVERIFY(!isCondition(QStringLiteral("张三")));
        QVERIFY(!isCondition(QString()));
        QVERIFY(isCondition(QStringLiteral("人口＞3")));
        QVERIFY(isCondition(QStringLiteral("户主姓名包含张")));
    }
    void translated_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *name, const char *typed, const char *where) {
            QTest::newRow(name) << QString::fromUtf8(typed) << QString::fromUtf8(where);
        };
        row("ids stay", "population_current > 5", "population_current > 5");
        row("label", "人口>3", "member_count > 3");
        row("full width", "人口≥3", "member_count >= 3");
        row("two by word", "人口>3 且 户类型=脱贫户", "member_count > 3 and household_type = exited");
        row("English labels", "Household type = Exited household", "household_type = exited");
        row("yes in English", "Monitored now = yes", "monitored = 1");
        row("two by and", "Persons > 3 AND village group = 5", "member_count > 3 and village group = 5");
        row("contains", "户主姓名包含张", "head_name ~ 张");
        row("blank", "户联系电话=", "phone =");
        row("under the household", "家庭成员.年龄≥60", "member.age >= 60");
        row("not under the household", "没有走访记录.走访日期≥2026-10-01",
            "no visit.visited_on >= 2026-10-01");
        row("unknown stays", "没有的列=1", "没有的列 = 1");
        row("no condition at all", "张三", "张三");
    }
    void translated()
    {
        QFETCH(QString, typed);
        QFETCH(QString, where);
        QCOMPARE(conditionWithIds(typed), where);
    }
    void wordsMeanTheSame()
    {
        const QString where = QStringLiteral("monitor_class = edge and last_visit < 2026-11-01");
        const QString words = conditionInWords(where);
        QVERIFY(words.contains(QStringLiteral("Last visit")) || words.contains(QStringLiteral("最近走访")));
        QVERIFY(!words.contains(QStringLiteral("edge and"))); // the code has its label
        QCOMPARE(conditionWithIds(words), where);
        QCOMPARE(conditionInWords(QStringLiteral("no_such = 1")), QStringLiteral("no_such = 1"));
        QVERIFY(conditionInWords({}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestListCondition)
#include "tst_listcondition.moc"
