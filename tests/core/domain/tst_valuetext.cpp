// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/importbatchfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/domain/valuetext.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

const ParseContext kContext{QDate(2026, 10, 31), false, SerialDates::None, 1, false};

ParsedValue read(FieldRef field, const QString &text, const ParseContext &context = kContext)
{
    return parseValue(fieldDef(field), text, context);
}

QString shown(FieldRef field, const QString &text)
{
    return displayText(fieldDef(field), read(field, text).value, Language::Chinese);
}

QString kinds(const ParsedValue &parsed)
{
    QStringList out;
    if (parsed.fault)
        out.append(u"!"_s + QLatin1String(findingDef(*parsed.fault).kind));
    for (const Finding note : parsed.notes)
        out.append(QLatin1String(findingDef(note).kind));
    return out.join(u' ');
}

} // namespace

class TestValueText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blankIsNeitherValueNorFault()
    {
        for (const EntityDef &entity : entities()) {
            for (const FieldDef &field : entity.fields) {
                for (const QString &blank : {QString(), u" \u3000"_s, u"\u200b"_s}) {
                    const ParsedValue parsed = parseValue(field, blank, kContext);
                    QVERIFY2(parsed.value.isBlank() && !parsed.fault && parsed.notes.isEmpty(), field.id);
                }
                QCOMPARE(displayText(field, {}, Language::English), QString());
            }
        }
    }

    void numbers_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("display");
        QTest::addColumn<QString>("found");
        const auto row = [](const QString &text, const QString &display, const QString &found) {
            QTest::newRow(qPrintable(text)) << text << display << found;
        };
        row(u"9329.85"_s, u"9329.85"_s, QString());
        row(u"0"_s, u"0.00"_s, QString());
        row(u"9,329.85"_s, u"9329.85"_s, u"thousands_separator"_s);
        row(u"９３２９．８５"_s, u"9329.85"_s, QString());
        row(u"-1200.00"_s, u"-1200.00"_s, QString());
        row(u"−1200"_s, u"-1200.00"_s, QString());
        row(u"3333.3333"_s, u"3333.33"_s, u"decimals_rounded"_s);
        row(u"3333.335"_s, u"3333.34"_s, u"decimals_rounded"_s);
        row(u"-3333.335"_s, u"-3333.34"_s, u"decimals_rounded"_s);
        row(u"3333.3300"_s, u"3333.33"_s, QString());
        row(u"约9500元"_s, QString(), u"!text_in_number"_s);
        row(u"3.2万"_s, QString(), u"!text_in_number"_s);
        row(u"1,23"_s, QString(), u"!text_in_number"_s);
        row(u"#DIV/0!"_s, QString(), u"!text_in_number"_s);
        row(u"92233720368547758.07"_s, u"92233720368547758.07"_s, QString());
        row(u"92233720368547758.08"_s, QString(), u"!text_in_number"_s);
        row(u"1e5"_s, QString(), u"!text_in_number"_s);
    }
    void numbers()
    {
        QFETCH(QString, text);
        QFETCH(QString, display);
        QFETCH(QString, found);
        const FieldRef net = income::f("net_total");
        QCOMPARE(kinds(read(net, text)), found);
        QCOMPARE(shown(net, text), display);
    }

    void tenThousands()
    {
        ParseContext wan = kContext;
        wan.moneyFactor = 10000;
        QCOMPARE(read(income::f("net_total"), u"3.2"_s, wan).value, Value(qint64(3'200'000)));
        QCOMPARE(read(income::f("net_total"), u"1.23456789"_s, wan).value, Value(qint64(1'234'568)));
        QVERIFY(read(income::f("net_total"), u"92233720368547758"_s, wan).fault);
    }

    void wholeNumbersYearsAndAreas()
    {
        QCOMPARE(read(member::f("work_months"), u"8"_s).value, Value(8));
        QCOMPARE(read(member::f("work_months"), u"8.0"_s).value, Value(8));
        QCOMPARE(kinds(read(member::f("work_months"), u"8.5"_s)), u"!text_in_number"_s);
        QCOMPARE(kinds(read(member::f("work_months"), u"8个月"_s)), u"!text_in_number"_s);
        QCOMPARE(read(member::f("work_months"), u"-3"_s).value, Value(-3)); // a rule finds it
        QCOMPARE(read(living::f("year"), u"2026"_s).value, Value(2026));
        const ParsedValue suffixed = read(living::f("year"), u"2026年"_s);
        QCOMPARE(suffixed.value, Value(2026));
        QCOMPARE(suffixed.notes, QList<Finding>{Finding::YearWithSuffix});
        QVERIFY(read(living::f("year"), u"26"_s).fault);
        QVERIFY(read(living::f("year"), u"1899"_s).fault);
        QVERIFY(!read(living::f("year"), u"1900"_s).fault);
        QVERIFY(!read(living::f("year"), u"2199"_s).fault);
        QVERIFY(read(living::f("year"), u"2200"_s).fault);
        QCOMPARE(read(living::f("arable_mu"), u"9.7"_s).value, Value(970));
        QCOMPARE(shown(living::f("arable_mu"), u"9.7"_s), u"9.70"_s);
    }

    void dates()
    {
        QCOMPARE(read(household::f("data_date"), u"20261031"_s).value, Value(u"2026-10-31"_s));
        QCOMPARE(kinds(read(household::f("data_date"), u"2026/10/31"_s)), u"date_format_variant"_s);
        QCOMPARE(kinds(read(household::f("data_date"), u"202610"_s)), u"!date_without_day"_s);
        QCOMPARE(kinds(read(household::f("data_date"), u"20260230"_s)), u"!impossible_date"_s);
        QCOMPARE(read(casefile::f("identified_ym"), u"202608"_s).value, Value(u"2026-08"_s));
        QCOMPARE(kinds(read(casefile::f("identified_ym"), u"202608"_s)), QString());
        const ParsedValue day = read(casefile::f("identified_ym"), u"2024-07-15"_s);
        QCOMPARE(day.value, Value(u"2024-07"_s));
        QCOMPARE(kinds(day), u"date_format_variant"_s);
        QCOMPARE(kinds(read(casefile::f("identified_ym"), u"202313"_s)), u"!impossible_month"_s);
    }

    void yesAndNo()
    {
        const FieldRef field = living::f("dangerous_house");
        for (const QString &yes : {u"是"_s, u"有"_s, u"1"_s, u"y"_s, u"ＹＥＳ"_s, u"true"_s})
            QCOMPARE(read(field, yes).value, Value(true));
        for (const QString &no : {u"否"_s, u"无"_s, u"0"_s, u"N"_s, u"False"_s})
            QCOMPARE(read(field, no).value, Value(false));
        QCOMPARE(kinds(read(field, u"√"_s)), u"!yes_no_variant"_s);
        QCOMPARE(kinds(read(field, u"也许"_s)), u"!yes_no_variant"_s);
        ParseContext confirmed = kContext;
        confirmed.marksMeanYes = true;
        QCOMPARE(read(field, u"√"_s, confirmed).value, Value(true));
        QCOMPARE(read(field, u"×"_s, confirmed).value, Value(false));
        QCOMPARE(kinds(read(field, u"也许"_s, confirmed)), u"!yes_no_variant"_s);
        QCOMPARE(displayText(fieldDef(field), Value(false), Language::Chinese), u"否"_s);
        QCOMPARE(displayText(fieldDef(field), Value(true), Language::English), u"Yes"_s);
    }

    void codes()
    {
        QCOMPARE(read(member::f("relation"), u"孙子"_s).value, Value(u"grandson"_s));
        QCOMPARE(kinds(read(member::f("relation"), u"孙子"_s)), u"code_label_synonym"_s);
        QCOMPARE(kinds(read(member::f("relation"), u"之孙子"_s)), QString());
        QCOMPARE(kinds(read(household::f("monitor_class"), u"边缘户"_s)), u"class_name_of_2020"_s);
        QCOMPARE(kinds(read(casefile::f("status"), u"是"_s)), QString());

        const ParsedValue one = read(member::f("health"), u"残疾,长期慢性病"_s);
        const ParsedValue other = read(member::f("health"), u"长期慢性病，残疾，残疾"_s);
        QCOMPARE(one.value, Value(QStringList{u"chronic"_s, u"disabled"_s}));
        QCOMPARE(one.value, other.value); // order and repeats have no meaning

        const ParsedValue half = read(member::f("health"), u"健康,良好"_s);
        QCOMPARE(kinds(half), u"!unknown_code_label"_s);
        QVERIFY(half.value.isBlank()); // never half a value
        QCOMPARE(half.unknown, QStringList{u"良好"_s});

        QCOMPARE(displayText(fieldDef(member::f("health")), one.value, Language::Chinese),
                 u"长期慢性病、残疾"_s);
        QCOMPARE(displayText(fieldDef(member::f("health")), one.value, Language::English),
                 u"Long-term chronic illness, Disabled"_s);
        QCOMPARE(displayText(fieldDef(member::f("sex")), Value(u"from_the_future"_s), Language::Chinese),
                 u"from_the_future"_s);
    }

    void textsOfEachForm()
    {
        QCOMPARE(kinds(read(member::f("id_no"), u"34999919850615002x"_s)), u"!id_check_digit"_s);
        QCOMPARE(read(member::f("id_no"), u" 349999 19850615 0027"_s).value, Value(u"349999198506150027"_s));
        QCOMPARE(kinds(read(member::f("name"), u"刘　继洋"_s)), u"inner_ideographic_space_name"_s);
        QCOMPARE(read(household::f("phone"), u"199-0000-0267"_s).value, Value(u"19900000267"_s));
        QCOMPARE(read(household::f("phone"), u"0557-6038000"_s).value, Value(u"0557-6038000"_s));
        QCOMPARE(kinds(read(household::f("bank_account"), u"622848"_s)), u"bank_account_form"_s);

        const ParsedValue dotZero = read(household::f("household_no"), u"3413231140002202.0"_s);
        QCOMPARE(dotZero.value, Value(u"3413231140002202"_s));
        QCOMPARE(dotZero.notes, QList<Finding>{Finding::NumberWithDotZero});
        QCOMPARE(kinds(read(household::f("household_no"), u"3.41323E+15"_s)), u"!number_digits_lost"_s);
    }

    void digitsOfNumericCells()
    {
        ParseContext numeric = kContext;
        numeric.numberCell = true;
        // A double holds 15 digits of anything and the 16 of a household number below 2^53.
        QCOMPARE(read(household::f("household_no"), u"3413231140002450"_s, numeric).value,
                 Value(u"3413231140002450"_s));
        QVERIFY(read(household::f("household_no"), u"34132311400024501"_s, numeric).fault);
        QVERIFY(!read(household::f("bank_account"), u"622848318590016"_s, numeric).fault);
        QCOMPARE(kinds(read(household::f("bank_account"), u"6228483185900161"_s, numeric)),
                 u"!number_digits_lost"_s);
        QCOMPARE(kinds(read(member::f("id_no"), u"349999198506150027"_s, numeric)), u"!number_digits_lost"_s);
        QVERIFY(!read(member::f("id_no"), u"349999850615002"_s, numeric).fault);
    }

    void plainTextsAndLists()
    {
        const QString note = u"外出务工，已联系；\n家中老人由邻居照看,每周一次。\n\"情况属实\""_s;
        QCOMPARE(read(household::f("remark"), note).value, Value(note));
        QCOMPARE(read(household::f("address"), u" 前 \n 街 "_s).value, Value(u"前 街"_s));
        for (const QString &text : {u"=cmd|'/C calc'!A0"_s, u"@SUM(1+1)"_s, u"+86 联系不上"_s, u"-1+1"_s}) {
            const ParsedValue parsed = read(household::f("remark"), text);
            QCOMPARE(parsed.value, Value(text));
            QCOMPARE(parsed.notes, QList<Finding>{Finding::FormulaLikeText});
        }
        QCOMPARE(kinds(read(household::f("remark"), u"-"_s)), QString());
        QCOMPARE(kinds(read(household::f("remark"), u"1=1"_s)), QString());
        QCOMPARE(read(visit::f("people"), u"赵队员，孙队员"_s).value,
                 Value(QStringList{u"赵队员"_s, u"孙队员"_s}));
        QCOMPARE(read(visit::f("todo"), u"联系医院，10月30日前\n\n回访"_s).value,
                 Value(QStringList{u"联系医院，10月30日前"_s, u"回访"_s}));
        const RecordId id = RecordId::fromString(u"0123456789abcdef0123456789abcdef"_s);
        QCOMPARE(read(member::f("household_id"), id.toString()).value, Value(id));
        QVERIFY(read(member::f("household_id"), u"xyz"_s).fault);
    }

    void badBytes()
    {
        const QString bad = QString(QChar(0xd800)) + QChar(0xffff) + QChar(0x1b) + u"\0x"_s + QChar(0xdc00);
        for (const EntityDef &entity : entities()) {
            for (const FieldDef &field : entity.fields) {
                const ParsedValue parsed = parseValue(field, bad, kContext);
                QVERIFY2(parsed.fault || !parsed.value.isBlank(), field.id);
                QVERIFY2(!(parsed.fault && !parsed.value.isBlank()), field.id);
            }
        }
    }

    void masking()
    {
        const auto masked = [](FieldRef field, const QString &text) {
            return maskedText(fieldDef(field), text);
        };
        QCOMPARE(masked(member::f("id_no"), u"349999198506150027"_s), u"349999********0027"_s);
        QCOMPARE(masked(member::f("id_no"), u"34999919850615002743B1"_s), u"349999************43B1"_s);
        QCOMPARE(masked(household::f("phone"), u"19900000267"_s), u"199****0267"_s);
        QCOMPARE(masked(household::f("bank_account"), u"6228487777771126631"_s), u"622848*********6631"_s);
        // Nothing is shown of what is too short to hide four characters in the middle.
        QCOMPARE(masked(member::f("id_no"), u"34999919850615"_s), u"349999****0615"_s);
        QCOMPARE(masked(member::f("id_no"), u"3499991985061"_s), QString(13, u'*'));
        QCOMPARE(masked(household::f("phone"), u"1990000"_s), QString(7, u'*'));
        QCOMPARE(masked(member::f("disease"), u"糖尿病"_s), u"***"_s);
        QCOMPARE(masked(member::f("disease"), QString()), QString());
        QCOMPARE(masked(member::f("name"), u"张三"_s), u"张三"_s);
        QCOMPARE(maskedText(fieldDef(member::f("health")), Value(QStringList{u"chronic"_s}),
                            Language::Chinese),
                 u"***"_s);
        // No field of S-class shows a long text whole.
        const QString secret = u"0123456789abcdefghij"_s;
        for (const EntityDef &entity : entities())
            for (const FieldDef &field : entity.fields)
                QCOMPARE(maskedText(field, secret) == secret, field.sensitivity != Sensitivity::S);
    }
};

QTEST_GUILESS_MAIN(TestValueText)
#include "tst_valuetext.moc"
