// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/cellnumber.h"

#include <array>
#include <charconv>
#include <cmath>

namespace ffp {
namespace {

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    for (size_t i = 0; i < a.size(); ++i)
        if ((a[i] | 0x20) != (b[i] | 0x20))
            return false;
    return true;
}

std::string paddedTime(int seconds)
{
    const auto two = [](int n) { return std::string{char('0' + n / 10), char('0' + n % 10)}; };
    return two(seconds / 3600) + ':' + two(seconds / 60 % 60) + ':' + two(seconds % 60);
}

} // namespace

NumberStyle builtinNumberStyle(int id)
{
    if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 54)
        || id == 57 || id == 58)
        return NumberStyle::Date;
    if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 55 || id == 56)
        return NumberStyle::Time;
    if (id >= 45 && id <= 47)
        return NumberStyle::Duration;
    return NumberStyle::Plain;
}

NumberStyle numberStyle(std::string_view code)
{
    if (equalsIgnoringCase(code, "general") || equalsIgnoringCase(code, "standard"))
        return NumberStyle::Plain;
    bool date = false;
    bool time = false;
    bool month = false; // m is a month, or a minute beside h or s
    for (size_t i = 0; i < code.size(); ++i) {
        switch (code[i]) {
        case '"': i = code.find('"', i + 1); break;
        case '\\':
        case '_':
        case '*': ++i; break;
        case '[': {
            const size_t close = code.find(']', i);
            if (close != std::string_view::npos && close > i + 1) {
                const std::string_view inner = code.substr(i + 1, close - i - 1);
                if (inner.find_first_not_of("hHmMsS") == std::string_view::npos)
                    return NumberStyle::Duration;
            }
            i = close;
            break;
        }
        case ';': i = std::string_view::npos; break;
        case 'y':
        case 'Y':
        case 'd':
        case 'D': date = true; break;
        case 'h':
        case 'H':
        case 's':
        case 'S': time = true; break;
        case 'm':
        case 'M': month = true; break;
        default: break;
        }
        if (i == std::string_view::npos)
            break;
    }
    if (date || (month && !time))
        return NumberStyle::Date;
    return time ? NumberStyle::Time : NumberStyle::Plain;
}

std::string plainNumber(std::string_view stored)
{
    while (!stored.empty()
           && (stored.front() == ' ' || stored.front() == '\n' || stored.front() == '\t'
               || stored.front() == '\r'))
        stored.remove_prefix(1);
    while (
        !stored.empty()
        && (stored.back() == ' ' || stored.back() == '\n' || stored.back() == '\t' || stored.back() == '\r'))
        stored.remove_suffix(1);
    const std::string_view body = !stored.empty() && stored.front() == '-' ? stored.substr(1) : stored;
    size_t point = std::string_view::npos;
    bool exponent = false;
    size_t significant = 0;
    for (size_t i = 0; i < body.size(); ++i) {
        const char c = body[i];
        if (isDigit(c)) {
            if (c != '0' || significant > 0)
                ++significant;
        } else if (c == '.' && point == std::string_view::npos && i > 0) {
            point = i;
        } else if ((c == 'e' || c == 'E') && i > 0) {
            exponent = true;
            break;
        } else {
            return std::string(stored);
        }
    }
    if (body.empty() || (!exponent && point == std::string_view::npos))
        return std::string(stored);
    if (exponent || significant > 15) {
        double value = 0;
        const auto [end, failed] = std::from_chars(stored.data(), stored.data() + stored.size(), value);
        if (failed != std::errc() || end != stored.data() + stored.size() || !(std::abs(value) < 1e21))
            return std::string(stored);
        std::array<char, 400> digits; // the smallest double takes 1 + 2 + 324 + 17 characters
        const auto printed = std::to_chars(digits.data(), digits.data() + digits.size(), value,
                                           std::chars_format::fixed);
        return {digits.data(), printed.ptr};
    }
    std::string_view trimmed = stored;
    while (trimmed.back() == '0')
        trimmed.remove_suffix(1);
    if (trimmed.back() == '.')
        trimmed.remove_suffix(1);
    return std::string(trimmed);
}

std::string isoFromSerial(std::string_view digits, NumberStyle style, bool date1904)
{
    if (style != NumberStyle::Date && style != NumberStyle::Time)
        return {};
    double serial = 0;
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), serial);
    if (failed != std::errc() || end != digits.data() + digits.size() || !(serial >= 0)
        || serial >= 2'958'466)
        return {};
    qint64 day = qint64(std::floor(serial));
    int seconds = int(std::lround((serial - std::floor(serial)) * 86'400));
    if (seconds == 86'400) {
        seconds = 0;
        ++day;
    }
    if (style == NumberStyle::Time && day == 0)
        return paddedTime(seconds);
    if (!date1904 && (day < 1 || day == 60)) // 60 is 29 February 1900, which never was
        return {};
    const QDate date = date1904 ? QDate(1904, 1, 1).addDays(day)
                                : QDate(1899, 12, day < 60 ? 31 : 30).addDays(day);
    if (date.year() > 9999)
        return {};
    std::string iso = date.toString(Qt::ISODate).toStdString();
    if (seconds != 0)
        iso += 'T' + paddedTime(seconds);
    return iso;
}

} // namespace ffp
