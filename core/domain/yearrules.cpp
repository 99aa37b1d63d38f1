// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/yearrules.h"

#include <algorithm>
#include <optional>

namespace ffp {
namespace {

std::optional<qint64> at(const YearFigures &figures, const QString &id)
{
    const auto it = figures.constFind(id);
    return it == figures.cend() ? std::nullopt : std::optional(*it);
}

/// Blank areas count as none (DQ-705, DQ-706).
qint64 orZero(const YearFigures &figures, const QString &id)
{
    return figures.value(id, 0);
}

void checkSigns(const YearFigures &figures, QList<FigureFinding> &out)
{
    static const QStringList areas{QStringLiteral("arable_mu"),         QStringLiteral("irrigated_mu"),
                                   QStringLiteral("forest_mu"),         QStringLiteral("orchard_mu"),
                                   QStringLiteral("grain_to_green_mu"), QStringLiteral("pasture_mu"),
                                   QStringLiteral("pond_mu"),           QStringLiteral("house_area_m2")};
    // Net figures may be negative: a loss (V-15, I-09) – but a loss is worth a look, so they are listed too.
    static const QStringList incomes{QStringLiteral("wage_total"),     QStringLiteral("business_total"),
                                     QStringLiteral("property_total"), QStringLiteral("transfer_total"),
                                     QStringLiteral("business_cost"),  QStringLiteral("net_per_capita")};
    for (const QString &id : areas)
        if (orZero(figures, id) < 0)
            out.append({Finding::NegativeArea, id});
    for (const QString &id : incomes)
        if (orZero(figures, id) < 0)
            out.append({Finding::NegativeIncome, id});
}

/// DQ-703: a payment that is there is at least this many 元 a year.
void checkAllowances(const YearFigures &figures, QList<FigureFinding> &out)
{
    struct Least {
        const char16_t *item;
        qint64 yuan;
    };
    static constexpr Least kLeast[] = {{u"D2", 200}, {u"D3", 200}, {u"D1", 100}, {u"D4", 88}};
    for (const Least &one : kLeast) {
        const QString item = QString::fromUtf16(one.item);
        const qint64 amount = orZero(figures, item);
        if (amount > 0 && amount < one.yuan * 100)
            out.append({Finding::AllowanceTooSmall, item});
    }
}

void checkLand(const YearFigures &figures, QList<FigureFinding> &out)
{
    const qint64 returned = orZero(figures, QStringLiteral("grain_to_green_mu"));
    if (orZero(figures, QStringLiteral("D5")) > 0 && returned == 0)
        out.append({Finding::EcoPaymentWithoutLand, QStringLiteral("D5")});
    if (returned
        > orZero(figures, QStringLiteral("forest_mu")) + orZero(figures, QStringLiteral("pasture_mu")))
        out.append({Finding::ReturnedLandExceedsForest, QStringLiteral("grain_to_green_mu")});
    if (orZero(figures, QStringLiteral("road_distance_km")) > 5 * 100)
        out.append({Finding::DistanceOver5Km, QStringLiteral("road_distance_km")});
}

void checkSum(const YearFigures &figures, const QString &total, const QStringList &parts,
              const QStringList &subtracted, QList<FigureFinding> &out)
{
    const std::optional<qint64> stated = at(figures, total);
    if (!stated)
        return;
    qint64 sum = 0;
    for (const QString &part : parts + subtracted) {
        const std::optional<qint64> amount = at(figures, part);
        const bool suspect = std::any_of(out.begin(), out.end(), [&](const FigureFinding &one) {
            return one.figure == part && one.finding != Finding::NegativeIncome;
        });
        if (!amount || suspect)
            return;
        sum += subtracted.contains(part) ? -*amount : *amount;
    }
    if (sum != *stated)
        out.append({Finding::SumMismatch, total});
}

} // namespace

QList<FigureFinding> checkYearFigures(const YearFigures &figures)
{
    static const auto ids = [](std::initializer_list<const char *> list) {
        QStringList out;
        for (const char *id : list)
            out.append(QString::fromLatin1(id));
        return out;
    };
    static const QStringList transfers = ids({"D1", "D2", "D3", "D4", "D5", "D6-99"});
    static const QStringList properties = ids({"C1", "C5"});
    static const QStringList incomes = ids(
        {"wage_total", "business_total", "property_total", "transfer_total"});

    QList<FigureFinding> out;
    checkSigns(figures, out);
    checkAllowances(figures, out);
    checkLand(figures, out);
    if (orZero(figures, QStringLiteral("business_total")) > 0
        && orZero(figures, QStringLiteral("business_cost")) == 0)
        out.append({Finding::ProductionIncomeWithoutCost, QStringLiteral("business_cost")});
    checkSum(figures, QStringLiteral("transfer_total"), transfers, {}, out);
    checkSum(figures, QStringLiteral("property_total"), properties, {}, out);
    checkSum(figures, QStringLiteral("gross_total"), incomes, {}, out);
    checkSum(figures, QStringLiteral("net_total"), ids({"gross_total"}), ids({"business_cost"}), out);
    return out;
}

} // namespace ffp
