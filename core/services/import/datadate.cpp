// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/datadate.h"

#include "core/base/text.h"
#include "core/base/yearmonth.h"

#include <QRegularExpression>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Found {
    QDate day;
    QDate monthEnd;
};

/// First date or month of a text; a full date wins over the month at the same place.
Found firstIn(QStringView text)
{
    static const QRegularExpression date(
        u"(?<!\\d)((?:19|20)\\d\\d)(?:[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?|月)?|(\\d\\d)(\\d\\d)?(?!\\d))"_s);
    // Of a range of months the last one counts: 2026年1-10月.
    static const QRegularExpression range(u"年\\d{1,2}月?[-－–—~～至到]+(\\d{1,2})月"_s);
    const QString searched = text.toString().replace(range, u"年\\1月"_s); // a match keeps a view into it
    auto matches = date.globalMatch(searched);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const int year = match.captured(1).toInt();
        const bool packed = !match.captured(4).isEmpty();
        const int month = match.captured(packed ? 4 : 2).toInt();
        const QString day = match.captured(packed ? 5 : 3);
        if (month < 1 || month > 12)
            continue;
        if (day.isEmpty())
            return {{}, YearMonth(year, month).lastDay()};
        if (const QDate whole(year, month, day.toInt()); whole.isValid())
            return {whole, {}};
    }
    return {};
}

} // namespace

QDate dataDateOf(const QStringList &titles)
{
    const QString text = cleaned(titles.join(u' '));
    Found wanted;
    for (const QStringView word : {u"数据截止", u"数据日期", u"数据时间", u"截止"}) {
        const qsizetype at = text.indexOf(word);
        if (at >= 0 && wanted.day.isNull() && wanted.monthEnd.isNull())
            wanted = firstIn(QStringView(text).mid(at, word.size() + 16));
    }
    if (wanted.day.isValid())
        return wanted.day;
    // Every date of the titles: the first full one, and the first month.
    static const QRegularExpression gap(u"\\s+|[：:（(）)]"_s);
    QDate day;
    QDate month = wanted.monthEnd;
    for (const QString &part : text.split(gap, Qt::SkipEmptyParts)) {
        const Found found = firstIn(part);
        if (day.isNull())
            day = found.day;
        if (month.isNull())
            month = found.monthEnd;
    }
    if (month.isNull())
        return day;
    const bool exportedWithin = day.isValid() && YearMonth::of(day) == YearMonth::of(month);
    if (exportedWithin)
        return day;
    return wanted.monthEnd.isValid() || day.isNull() ? month : day;
}

QDate dataDateOfFileName(const QString &name)
{
    const Found found = firstIn(cleaned(name));
    return found.day.isValid() ? found.day : found.monthEnd;
}

} // namespace ffp::imports
