// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/datetext.h"

#include "core/base/text.h"

#include <QList>

#include <algorithm>

namespace ffp {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2199;

DateText fault(Finding why)
{
    DateText out;
    out.fault = why;
    return out;
}

DateText dayOf(int year, int month, int day, bool variant)
{
    if (year < kFirstYear || year > kLastYear)
        return fault(Finding::NotADate);
    const QDate date(year, month, day);
    if (!date.isValid())
        return fault(Finding::ImpossibleDate);
    return {YearMonth::of(date), date, variant, std::nullopt};
}

DateText monthOf(int year, int month, bool variant)
{
    if (year < kFirstYear || year > kLastYear)
        return fault(Finding::NotADate);
    if (month < 1 || month > 12)
        return fault(Finding::ImpossibleMonth);
    return {YearMonth(year, month), QDate(), variant, std::nullopt};
}

/// Cuts a time of day off the end: " 17:42", "T17:42:05", "17:42:05.000".
QStringView withoutTime(QStringView text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon < 0)
        return text;
    qsizetype end = text.left(colon).lastIndexOf(u' ');
    if (end < 0)
        end = text.left(colon).lastIndexOf(u'T');
    if (end < 0)
        return text;
    const auto ofTime = [](QChar c) { return c.isDigit() || c == u':' || c == u'.' || c == u'Z'; };
    const QStringView time = text.mid(end + 1);
    return std::all_of(time.begin(), time.end(), ofTime) ? text.left(end).trimmed() : text;
}

/// The numbers of "2026年7月5日", "2026/7/5" …; empty when anything else stands between them.
QList<int> numbersIn(QStringView text, QString &separators)
{
    QList<int> numbers;
    bool inNumber = false;
    for (const QChar c : text) {
        if (c >= u'0' && c <= u'9') {
            const int digit = c.unicode() - u'0';
            if (!inNumber)
                numbers.append(digit);
            else if (numbers.back() > 99'999)
                return {};
            else
                numbers.back() = numbers.back() * 10 + digit;
            inNumber = true;
        } else if (c != u' ') {
            separators.append(c);
            inNumber = false;
        } else {
            inNumber = false;
        }
    }
    return numbers;
}

DateText ofDigits(QStringView digits, SerialDates serials)
{
    if (digits.size() == 8)
        return dayOf(digits.left(4).toInt(), digits.mid(4, 2).toInt(), digits.mid(6).toInt(), false);
    if (digits.size() == 6)
        return monthOf(digits.left(4).toInt(), digits.mid(4).toInt(), false);
    if (digits.size() > 5 || serials == SerialDates::None)
        return fault(Finding::NotADate);
    const QDate date = dateFromSerial(digits.toInt(), serials);
    return date.isValid() ? dayOf(date.year(), date.month(), date.day(), true) : fault(Finding::NotADate);
}

/// Two short numbers and a year: day and month can only be told apart when one is over 12 or both are equal.
DateText ofYearLast(int a, int b, int year)
{
    if (a == b)
        return dayOf(year, a, b, true);
    if (a >= 1 && a <= 12 && b >= 1 && b <= 12)
        return fault(Finding::AmbiguousDate);
    return a > 12 ? dayOf(year, b, a, true) : dayOf(year, a, b, true);
}

} // namespace

QDate dateFromSerial(int serial, SerialDates serials)
{
    if (serial < 0 || serial > 99'999)
        return {};
    if (serials == SerialDates::From1904)
        return QDate(1904, 1, 1).addDays(serial);
    // The 1900 system has a 29 February 1900 (day 60) that never was.
    if (serials == SerialDates::None || serial == 0 || serial == 60)
        return {};
    return QDate(1899, 12, serial < 60 ? 31 : 30).addDays(serial);
}

DateText parseDateText(QStringView text, SerialDates serials)
{
    const QString read = cleaned(text);
    const QStringView body = withoutTime(read);
    const bool variant = body.size() != read.size();
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };

    DateText out;
    if (body.isEmpty()) {
        return fault(Finding::NotADate);
    } else if (std::all_of(body.begin(), body.end(), isDigit)) {
        out = ofDigits(body, serials);
    } else if (const qsizetype point = body.indexOf(u'.');
               serials != SerialDates::None && point > 0 && point <= 5 && body.count(u'.') == 1
               && std::all_of(body.begin(), body.begin() + point, isDigit)
               && !(point == 4 && body.size() <= 7)) {
        out = ofDigits(body.left(point), serials); // day number with a fraction: a time of day
    } else {
        QString separators;
        const QList<int> n = numbersIn(body, separators);
        const bool yearFirst = body.size() > 4 && std::all_of(body.begin(), body.begin() + 4, isDigit)
                               && !isDigit(body[4]);
        const bool dayForm = separators == u"--" || separators == u"//" || separators == u".."
                             || separators == u"年月日" || separators == u"年月" || separators == u"年月号";
        const bool monthForm = separators == u"-" || separators == u"/" || separators == u"."
                               || separators == u"年月";
        const bool iso = separators == u"--" && body.size() == 10;
        const bool isoMonth = separators == u"-" && body.size() == 7;
        if (n.size() == 3 && yearFirst && dayForm)
            out = dayOf(n[0], n[1], n[2], !iso);
        else if (n.size() == 2 && yearFirst && monthForm)
            out = monthOf(n[0], n[1], !isoMonth);
        else if (n.size() == 3 && n[2] >= kFirstYear
                 && (separators == u"--" || separators == u"//" || separators == u".."))
            out = ofYearLast(n[0], n[1], n[2]);
        else
            return fault(Finding::NotADate);
    }
    out.variant = out.variant || variant;
    return out;
}

} // namespace ffp
