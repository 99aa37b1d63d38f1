// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/condition.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/valuetext.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

class TestCondition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void read_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("again");
        const auto row = [](const char *name, const QString &typed, const QString &again) {
            QTest::newRow(name) << typed << again;
        };
        row("nothing", u"  "_s, {});
        row("one", u"population>3"_s, u"population > 3"_s);
        row("two", u"a = 1 AND b != 2"_s, u"a = 1 and b != 2"_s);
        row("full width", u"人口≥3 且 户类型＝脱贫户"_s, u"人口 >= 3 and 户类型 = 脱贫户"_s);
        row("contains", u"户主姓名包含张"_s, u"户主姓名 ~ 张"_s);
        row("blank", u"phone ="_s, u"phone ="_s);
        row("blank in quotes", u"phone = ''"_s, u"phone ="_s);
        row("blank before and", u"phone = and a = 1"_s, u"phone = and a = 1"_s);
        row("not blank", u"phone != "_s, u"phone !="_s);
        row("alternatives", u"a = x|y ｜ z"_s, u"a = x|y|z"_s);
        row("quoted bar", u"a = \"x|y\""_s, u"a = \"x|y\""_s);
        row("quoted and", u"a = 'x and y' and b = 1"_s, u"a = \"x and y\" and b = 1"_s);
        row("a lone quote is a sign like others", u"a = ' OR 1"_s, u"a = ' OR 1"_s);
        row("below", u"member.age >= 60"_s, u"member.age >= 60"_s);
        row("below in Chinese", u"家庭成员．年龄≥60"_s, u"家庭成员.年龄 >= 60"_s);
        row("nothing below", u"没有走访记录.走访日期>=2026-10-01"_s, u"no 走访记录.走访日期 >= 2026-10-01"_s);
        row("nothing below, English", u"No visit.visited_on >= 2026-10-01"_s,
            u"no visit.visited_on >= 2026-10-01"_s);
        row("a label that begins with 无", u"无劳动能力 = 是"_s, u"无劳动能力 = 是"_s);
    }
    void read()
    {
        QFETCH(QString, typed);
        QFETCH(QString, again);
        const auto conditions = readConditions(typed);
        FFP_VERIFY(conditions);
        QCOMPARE(conditionText(*conditions), again);
        const auto second = readConditions(again);
        FFP_VERIFY(second);
        QVERIFY(*second == *conditions);
    }
    void refused_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("why");
        QTest::newRow("no sign") << u"population"_s << u"bad_condition"_s;
        QTest::newRow("no field") << u"= 3"_s << u"bad_condition"_s;
        QTest::newRow("second without sign") << u"a = 1 and b"_s << QString();
        QTest::newRow("less than nothing") << u"a <"_s << u"bad_value"_s;
        QTest::newRow("contains nothing") << u"a ~ "_s << u"bad_value"_s;
    }
    void refused()
    {
        QFETCH(QString, typed);
        QFETCH(QString, why);
        const auto conditions = readConditions(typed);
        if (why.isEmpty())
            why = u"bad_condition"_s;
        FFP_VERIFY_ERROR(conditions, ErrorKind::InvalidArgument);
        QCOMPARE(conditions.error().args, QStringList{why});
    }
    void tested_data()
    {
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("fulfilled");
        const auto row = [](const QString &where, const QString &value, bool fulfilled) {
            QTest::newRow(qPrintable(where + u" <- "_s + value)) << where << value << fulfilled;
        };
        row(u"birth_date < 1966-10-31"_s, u"1966-10-30"_s, true);
        row(u"birth_date < 1966-10-31"_s, u"1966-10-31"_s, false);
        row(u"birth_date <= 1966-10-31"_s, u"1966-10-31"_s, true);
        row(u"birth_date > 1966-10-31"_s, u"1966-10-31"_s, false);
        row(u"birth_date > 1966-10-31"_s, u"1966-11-01"_s, true);
        row(u"birth_date >= 1966-10-31"_s, u"1966-10-31"_s, true);
        row(u"birth_date >= 1966-10-31"_s, u"1966-10-30"_s, false);
        row(u"birth_date < 1966-10-31"_s, {}, false);
        row(u"birth_date ="_s, {}, true);
        row(u"birth_date !="_s, {}, false);
        row(u"birth_date !="_s, u"1966-10-31"_s, true);
        row(u"relation = 户主"_s, u"户主"_s, true);
        row(u"relation = head"_s, u"之子"_s, false);
        row(u"relation = 户主|之子"_s, u"之子"_s, true);
        row(u"relation != 户主|之子"_s, u"之子"_s, false);
        row(u"relation != 户主|之子"_s, u"之女"_s, true);
        row(u"relation != 户主"_s, {}, true);
        row(u"health ~ 患有大病"_s, u"长期慢性病,患有大病"_s, true);
        row(u"health ~ 患有大病"_s, u"长期慢性病"_s, false);
        row(u"health = 患有大病"_s, u"长期慢性病,患有大病"_s, false);
        row(u"name ~ ZHU"_s, u"zhu li"_s, true);
        row(u"name ~ 李|朱"_s, u"朱甲"_s, true);
        row(u"name ~ 李|王"_s, u"朱甲"_s, false);
        row(u"ins_resident_medical = 否"_s, u"否"_s, true);
        row(u"ins_resident_medical = 否"_s, {}, false);
    }
    void tested()
    {
        QFETCH(QString, where);
        QFETCH(QString, value);
        QFETCH(bool, fulfilled);
        const auto conditions = readConditions(where);
        FFP_VERIFY(conditions);
        const FieldDef *field = fieldById(Entity::Member, conditions->front().field.toStdString());
        QVERIFY(field);
        const auto test = ValueTest::make(*field, conditions->front());
        FFP_VERIFY(test);
        QCOMPARE((*test)(parseValue(*field, value).value), fulfilled);
    }
    void valuesThatAreNone()
    {
        const auto faulty = [](const QString &where) {
            const auto conditions = readConditions(where);
            return ValueTest::make(*fieldById(Entity::Member, conditions->front().field.toStdString()),
                                   conditions->front());
        };
        FFP_VERIFY_ERROR(faulty(u"birth_date > gestern"_s), ErrorKind::InvalidArgument);
        FFP_VERIFY_ERROR(faulty(u"birth_date > 1966-01-01|1967-01-01"_s), ErrorKind::InvalidArgument);
        FFP_VERIFY_ERROR(faulty(u"relation = 邻居的狗"_s), ErrorKind::InvalidArgument);
    }
};

QTEST_GUILESS_MAIN(TestCondition)
#include "tst_condition.moc"
