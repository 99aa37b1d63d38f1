// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/codelist.h"
#include "core/domain/field.h"
#include "core/domain/yearrules.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A sheet in which everything adds up.
YearFigures good()
{
    YearFigures f;
    f[u"wage_total"_s] = 30'000'00;
    f[u"business_total"_s] = 9'000'00;
    f[u"property_total"_s] = 1'000'00;
    f[u"transfer_total"_s] = 5'000'00;
    f[u"gross_total"_s] = 45'000'00;
    f[u"business_cost"_s] = 4'000'00;
    f[u"net_total"_s] = 41'000'00;
    f[u"C1"_s] = 400'00;
    f[u"C5"_s] = 600'00;
    f[u"D1"_s] = 100'00;
    f[u"D2"_s] = 200'00;
    f[u"D3"_s] = 0;
    f[u"D4"_s] = 88'00;
    f[u"D5"_s] = 112'00;
    f[u"D6-99"_s] = 4'500'00;
    f[u"grain_to_green_mu"_s] = 500;
    f[u"forest_mu"_s] = 300;
    f[u"pasture_mu"_s] = 200;
    f[u"road_distance_km"_s] = 500;
    return f;
}

/// The good sheet with one figure changed.
QString found(const QString &figure, std::optional<qint64> value)
{
    YearFigures f = good();
    if (value)
        f[figure] = *value;
    else
        f.remove(figure);
    QStringList out;
    for (const FigureFinding &one : checkYearFigures(f))
        out.append(QLatin1String(findingDef(one.finding).kind) + u':' + one.figure);
    return out.join(u' ');
}

} // namespace

class TestYearRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void figuresAreNamedAsTheTablesNameThem()
    {
        const CodeList *items = codeList("income_item");
        const YearFigures figures = good();
        for (auto it = figures.cbegin(); it != figures.cend(); ++it) {
            const QByteArray id = it.key().toLatin1();
            QVERIFY2(findCode(*items, it.key()) || fieldById(Entity::IncomeStatement, id.constData())
                         || fieldById(Entity::LivingConditions, id.constData()),
                     id.constData());
        }
    }

    void rules_data()
    {
        QTest::addColumn<QString>("figure");
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &figure, const QVariant &value,
                            const QString &expected) { QTest::newRow(name) << figure << value << expected; };
        row("good", u"D3"_s, 0, QString());
        // DQ-707
        row("transfer too high", u"transfer_total"_s, 5'000'01, u"sum_mismatch:transfer_total"_s);
        row("transfer too low", u"transfer_total"_s, 4'999'99, u"sum_mismatch:transfer_total"_s);
        row("property", u"C5"_s, 599'99, u"sum_mismatch:property_total"_s);
        row("gross", u"gross_total"_s, 45'000'01, u"sum_mismatch:gross_total"_s);
        row("net", u"net_total"_s, 40'999'99, u"sum_mismatch:net_total"_s);
        row("part missing", u"wage_total"_s, QVariant(), QString());
        row("total missing", u"transfer_total"_s, QVariant(), QString());
        // DQ-701
        row("no cost", u"business_cost"_s, 0, u"production_income_without_cost:business_cost"_s);
        row("cost blank", u"business_cost"_s, QVariant(), u"production_income_without_cost:business_cost"_s);
        // DQ-703: one fault, one entry, although the sum of transfers is wrong too
        row("allowance 199.99", u"D2"_s, 199'99, u"allowance_too_small:D2"_s);
        row("five guarantees 199.99", u"D3"_s, 199'99, u"allowance_too_small:D3"_s);
        row("family planning 99.99", u"D1"_s, 99'99, u"allowance_too_small:D1"_s);
        row("pension 87.99", u"D4"_s, 87'99, u"allowance_too_small:D4"_s);
        // DQ-705, DQ-706
        row("eco payment without land", u"grain_to_green_mu"_s, 0, u"eco_payment_without_land:D5"_s);
        row("land beyond the forest", u"grain_to_green_mu"_s, 501,
            u"returned_land_exceeds_forest:grain_to_green_mu"_s);
        // DQ-804
        row("distance 5.01 km", u"road_distance_km"_s, 501, u"distance_over_5km:road_distance_km"_s);
        // signs
        row("negative land", u"arable_mu"_s, -1, u"negative_area:arable_mu"_s);
        row("no land", u"arable_mu"_s, 0, QString());
        row("negative per capita", u"net_per_capita"_s, -1, u"negative_income:net_per_capita"_s);
        row("income of nothing", u"net_per_capita"_s, 0, QString());
    }
    void rules()
    {
        QFETCH(QString, figure);
        QFETCH(QVariant, value);
        QFETCH(QString, expected);
        QCOMPARE(found(figure, value.isValid() ? std::optional(value.toLongLong()) : std::nullopt), expected);
    }

    void noBusinessNeedsNoCost()
    {
        YearFigures f = good();
        f[u"business_total"_s] = 0;
        f[u"business_cost"_s] = 0;
        f[u"gross_total"_s] = 36'000'00;
        f[u"net_total"_s] = 36'000'00;
        QVERIFY(checkYearFigures(f).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestYearRules)
#include "tst_yearrules.moc"
