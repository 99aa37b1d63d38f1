// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/services/searchservice.h"

#include <QJsonArray>

namespace ffp::cli {
namespace {

QString matchedByWords(MatchedBy by)
{
    switch (by) {
    case MatchedBy::Name: return Cli::tr("name");
    case MatchedBy::Pinyin: return Cli::tr("pinyin");
    case MatchedBy::HouseholdNo: return Cli::tr("household number");
    case MatchedBy::IdNumber: return Cli::tr("ID number");
    case MatchedBy::Phone: return Cli::tr("phone");
    }
    return {};
}

} // namespace

int runSearch(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr("Finds by name, pinyin, part of an ID number or phone, household number or village."),
            QStringLiteral("search TEXT --db FILE [--limit N]"),
            {{QStringLiteral("limit"), Cli::tr("At most this many."), QStringLiteral("N"),
              QStringLiteral("50")}},
            1, -1))
        return *end;
    const std::optional<int> limit = cli.number("limit");
    if (!limit)
        return cli.usage(Cli::tr("Please give --limit as a number."));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    SearchService search(*session);
    if (const auto built = search.build(cli.progress()); !built)
        return cli.refuse(built.error());
    const SearchResult result = search.find(cli.words().join(QLatin1Char(' ')), *limit);
    QJsonArray hits;
    QStringList lines{Cli::tr("%1 found.").arg(result.total)};
    for (const SearchHit &hit : result.hits) {
        hits.append(
            QJsonObject{{QStringLiteral("id"), hit.id.isNull() ? hit.area.toString() : hit.id.toString()},
                        {QStringLiteral("kind"), QLatin1String(searchKindCode(hit.kind))},
                        {QStringLiteral("household"),
                         hit.household.isNull() ? QJsonValue() : QJsonValue(hit.household.toString())},
                        {QStringLiteral("name"), hit.name},
                        {QStringLiteral("area"), hit.area.toString()},
                        {QStringLiteral("area_name"), hit.areaName},
                        {QStringLiteral("matched_by"), QLatin1String(matchedByCode(hit.matchedBy))}});
        // A household without a head, or a person whose name is not known.
        const QString name = hit.name.isEmpty() ? Cli::tr("(no name)") : hit.name;
        lines << Cli::tr("  %1, %2 (%3)").arg(name, hit.areaName, matchedByWords(hit.matchedBy));
    }
    return cli.answer({{QStringLiteral("hits"), hits}, {QStringLiteral("total"), result.total}}, lines);
}

} // namespace ffp::cli
