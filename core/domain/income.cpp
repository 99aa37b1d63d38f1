// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/income.h"

#include "core/domain/codelist.h"

#include <QRegularExpression>
#include <QSet>

#include <limits>

namespace ffp {
namespace {

// Sums are made in 128 bits: amounts come from files and may be anything.
using Wide = __int128;

Wide wide(const std::optional<Money> &money)
{
    return money ? money->fen() : 0;
}

std::optional<Money> narrow(Wide fen)
{
    constexpr Wide kMax = std::numeric_limits<qint64>::max();
    constexpr Wide kMin = std::numeric_limits<qint64>::min();
    if (fen > kMax || fen < kMin)
        return std::nullopt;
    return Money::fromFen(static_cast<qint64>(fen));
}

/// amount × factor / 10000, half away from zero.
Wide scaled(Money amount, qint64 factor)
{
    const Wide product = Wide(amount.fen()) * factor;
    const Wide half = product < 0 ? -5000 : 5000;
    return (product + half) / 10000;
}

/// The sums of A … E while they grow; a letter without any line stays blank.
struct Sums {
    Wide fen[5] = {};
    bool seen[5] = {};

    void add(int letter, Wide amount)
    {
        fen[letter] += amount;
        seen[letter] = true;
    }
    std::optional<Money> at(int letter) const { return seen[letter] ? narrow(fen[letter]) : std::nullopt; }
    bool overflow() const
    {
        bool over = false;
        for (int letter = 0; letter < 5; ++letter)
            over = over || (seen[letter] && !narrow(fen[letter]));
        return over;
    }
};

/// Index of the total that an item belongs to: A wage, B business, C property, D and R transfer, E cost.
int letterOf(const QString &item)
{
    switch (item.at(0).unicode()) {
    case u'A': return 0;
    case u'B': return 1;
    case u'C': return 2;
    case u'E': return 4;
    default: return 3;
    }
}

/// One day, month, quarter or year as a window.
std::optional<IncomeWindow> partFromText(const QString &text)
{
    static const QRegularExpression shape(
        QStringLiteral("^([0-9]{4})(?:Q([1-4])|-([0-9]{2})(?:-([0-9]{2}))?)?$"));
    const auto found = shape.match(text);
    const int year = found.captured(1).toInt();
    if (!found.hasMatch() || year < 1900 || year > 2199)
        return std::nullopt;
    if (const int quarter = found.captured(2).toInt(); quarter > 0)
        return IncomeWindow{QDate(year, quarter * 3 - 2, 1), YearMonth(year, quarter * 3).lastDay()};
    if (found.captured(3).isEmpty())
        return IncomeWindow{QDate(year, 1, 1), QDate(year, 12, 31)};
    const int month = found.captured(3).toInt();
    if (month < 1 || month > 12)
        return std::nullopt;
    if (found.captured(4).isEmpty())
        return IncomeWindow{YearMonth(year, month).firstDay(), YearMonth(year, month).lastDay()};
    const QDate day(year, month, found.captured(4).toInt());
    return day.isValid() ? std::optional(IncomeWindow{day, day}) : std::nullopt;
}

} // namespace

std::optional<IncomeFigures> incomeFigures(const IncomeTotals &t)
{
    const std::optional<Money> parts[] = {t.wage, t.business, t.property, t.transfer, t.cost};
    int blank = 0;
    for (const std::optional<Money> &part : parts)
        blank += part ? 0 : 1;
    if (blank == std::ssize(parts))
        return std::nullopt;

    const Wide gross = wide(t.wage) + wide(t.business) + wide(t.property) + wide(t.transfer);
    const Wide net = gross - wide(t.cost);
    const std::optional<Money> grossMoney = narrow(gross);
    const std::optional<Money> netMoney = narrow(net);
    const std::optional<Money> reference = narrow(net + wide(t.claims) - wide(t.selfPay));
    if (!grossMoney || !netMoney || !reference)
        return std::nullopt;
    return IncomeFigures{*grossMoney, *netMoney, *reference, blank > 0};
}

std::optional<Money> perCapita(Money total, int population)
{
    if (population < 1)
        return std::nullopt;
    return Money::fromFen(divideForDisplay(total.fen(), population));
}

std::optional<bool> isBelowLine(Money total, Money line, int population)
{
    if (population < 1)
        return std::nullopt;
    return Wide(total.fen()) < Wide(line.fen()) * population;
}

LineSum sumLines(std::span<const IncomeLineFacts> lines, CostModel model)
{
    static const CodeList *items = codeList("income_item");
    LineSum out;
    Sums sums;
    const auto modelled = [model](const IncomeLineFacts &line) {
        return model != CostModel::Actual && line.factor && line.amount && line.item.startsWith(u'B');
    };
    QSet<QString> withoutRecordedCost; // E1 where B1 was modelled
    for (const IncomeLineFacts &line : lines)
        if (modelled(line))
            withoutRecordedCost.insert(u'E' + line.item.mid(1));

    for (const IncomeLineFacts &line : lines) {
        const Code *item = findCode(*items, line.item);
        if (!item) {
            out.unknown.append(line.item);
            continue;
        }
        if (!line.amount || withoutRecordedCost.contains(line.item))
            continue;
        const bool ask = QLatin1String(item->extra) == QLatin1String("ask");
        if (ask && !line.counted) {
            out.undecided.append(line.item);
            continue;
        }
        if (line.counted == false)
            continue;
        const Wide amount = line.amount->fen();
        if (!modelled(line)) {
            sums.add(letterOf(line.item), amount);
        } else if (model == CostModel::Ratio) {
            sums.add(1, amount);
            sums.add(4, scaled(*line.amount, *line.factor));
        } else {
            sums.add(1, scaled(*line.amount, *line.factor));
            sums.add(4, 0); // the result is net already
        }
    }
    out.totals.wage = sums.at(0);
    out.totals.business = sums.at(1);
    out.totals.property = sums.at(2);
    out.totals.transfer = sums.at(3);
    out.totals.cost = sums.at(4);
    out.overflow = sums.overflow();
    return out;
}

IncomeWindow identificationWindow(YearMonth identified)
{
    return {identified.plus(-12).firstDay(), identified.plus(-1).lastDay()};
}

std::optional<IncomeWindow> incomePeriodFromText(QStringView text)
{
    const QString read = text.trimmed().toString().toUpper();
    if (const qsizetype dots = read.indexOf(QStringLiteral("..")); dots > 0) {
        const auto from = partFromText(read.left(dots));
        const auto to = partFromText(read.mid(dots + 2));
        if (!from || !to || from->from > to->to)
            return std::nullopt;
        return IncomeWindow{from->from, to->to};
    }
    return partFromText(read);
}

QString incomePeriodText(const IncomeWindow &window)
{
    if (!window.from.isValid() || !window.to.isValid())
        return {};
    const YearMonth first = YearMonth::of(window.from);
    const YearMonth last = YearMonth::of(window.to);
    if (window.from != first.firstDay() || window.to != last.lastDay())
        return window.from.toString(Qt::ISODate) + QStringLiteral("..") + window.to.toString(Qt::ISODate);
    const int months = last - first + 1;
    if (months == 12 && first.month() == 1)
        return QString::number(first.year());
    if (months == 1)
        return first.toString();
    if (months == 3 && first.month() % 3 == 1)
        return QStringLiteral("%1Q%2").arg(first.year()).arg(last.month() / 3);
    return first.toString() + QStringLiteral("..") + last.toString();
}

bool isTwelveMonths(const IncomeWindow &window)
{
    if (!window.from.isValid() || !window.to.isValid() || window.from.day() != 1)
        return false;
    return YearMonth::of(window.to) - YearMonth::of(window.from) == 11
           && window.to == YearMonth::of(window.to).lastDay();
}

} // namespace ffp
