// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/recordjson.h"
#include "core/services/measureservice.h"
#include "core/services/registryservice.h"
#include "ui/models/householdlistmodel.h"

#include <QJsonArray>

namespace ffp::cli {

namespace {

/// Ids with their labels, for --where and --sort.
QString fieldNames()
{
    QStringList names;
    for (const ListColumn &column : RegistryService::columns())
        names << QStringLiteral("%1 (%2)").arg(QLatin1String(column.id), ui::listColumnLabel(column));
    return names.join(QStringLiteral(", "));
}

/// The first line of a list for the eye.
QString headerLine()
{
    QStringList labels;
    for (const ListColumn &column : RegistryService::columns())
        if (column.shownByDefault)
            labels << ui::listColumnLabel(column);
    return labels.join(QLatin1Char('\t'));
}

} // namespace

int runHouseholdList(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr("Lists households; S-class values are masked."),
            QStringLiteral(
                "household list --db FILE [--area CODE] [--where \"FIELD OP VALUE and …\"] [--limit N]"),
            {{QStringLiteral("area"), Cli::tr("Division code of 12 digits."), QStringLiteral("CODE12")},
             {QStringLiteral("where"),
              Cli::tr("Conditions joined by and; OP is = != < <= > >= or ~ (contains). FIELD is one of: %1.")
                  .arg(fieldNames()),
              QStringLiteral("TEXT")},
             {QStringLiteral("sort"), Cli::tr("Column to sort by; a minus in front turns it round."),
              QStringLiteral("COLUMN")},
             {QStringLiteral("limit"), Cli::tr("At most this many."), QStringLiteral("N"),
              QStringLiteral("100")}},
            0, 0))
        return *end;
    const std::optional<int> limit = cli.number("limit");
    if (!limit)
        return cli.usage(Cli::tr("Please give --limit as a number."));
    FFP_CLI_ASSIGN(const AreaCode area, cli.area());
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    HouseholdQuery query{.area = area, .where = cli.option("where"), .text = {}, .sort = {}};
    QString sort = cli.option("sort");
    if (const bool down = sort.startsWith(QLatin1Char('-')); !sort.isEmpty())
        query.sort.push_back({down ? sort.mid(1) : sort, down});
    const RegistryService registry(*session);
    FFP_CLI_ASSIGN(const std::vector<qint64> rids, registry.householdIds(query));
    const std::span<const qint64> shown(rids.data(), std::min(rids.size(), static_cast<size_t>(*limit)));

    QStringList columnIds;
    for (const ListColumn &column : RegistryService::columns())
        columnIds << QLatin1String(column.id);
    FFP_CLI_ASSIGN(const auto cells, registry.householdCells(shown, columnIds, cli.language()));
    QJsonArray households;
    QStringList lines{Cli::tr("%1 households.").arg(rids.size()), headerLine()};
    for (size_t i = 0; i < shown.size(); ++i) {
        FFP_CLI_ASSIGN(const RecordId id, registry.recordOf(shown[i]));
        QJsonObject object{{QStringLiteral("id"), id.toString()}};
        QStringList line;
        for (qsizetype c = 0; c < columnIds.size(); ++c) {
            object.insert(columnIds[c], cells[i][c]);
            if (RegistryService::columns()[static_cast<size_t>(c)].shownByDefault)
                line << cells[i][c];
        }
        households.append(object);
        lines << line.join(QLatin1Char('\t'));
    }
    return cli.answer({{QStringLiteral("households"), households},
                       {QStringLiteral("total"), qint64(rids.size())}},
                      lines);
}

int runHouseholdShow(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Shows one household with everything under it; --reveal shows S-class values and is logged."),
            QStringLiteral("household show ID --db FILE [--history] [--reveal]"),
            {{QStringLiteral("history"), Cli::tr("Also every change of every field.")},
             {QStringLiteral("reveal"), Cli::tr("Show S-class values; written to the access log.")}},
            1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const RegistryService registry(*session);
    FFP_CLI_ASSIGN(const RecordId id, registry.findHousehold(cli.words().first()));
    FFP_CLI_ASSIGN(const HouseholdDetail detail, registry.household(id));
    const bool reveal = cli.isSet("reveal");
    if (reveal)
        if (const auto logged = session->recordAccess(Session::Access::Unmask,
                                                      QStringLiteral("household ") + id.toString());
            !logged)
            return cli.refuse(logged.error());

    const RecordText text{cli.language(), !reveal};
    QJsonObject object = text.json(detail.household);
    object.insert(QStringLiteral("area_name"), detail.areaName);
    object.insert(QStringLiteral("head_name"), detail.headName);
    QStringList lines{QStringLiteral("%1  %2").arg(detail.areaName, detail.headName)};
    lines << text.lines(detail.household, QStringLiteral("  "));
    const MeasureService help(*session);
    FFP_CLI_ASSIGN(const std::vector<Record> plans, help.plansOf(id));
    FFP_CLI_ASSIGN(const std::vector<Record> measures, help.listOf(id));
    struct Part {
        const char *key;
        const std::vector<Record> &records;
    };
    for (const Part &part :
         {Part{"members", detail.members}, Part{"jobs", detail.jobs}, Part{"living", detail.living},
          Part{"incomes", detail.incomes}, Part{"income_lines", detail.incomeLines},
          Part{"safeguards", detail.safeguards}, Part{"cases", detail.cases}, Part{"risks", detail.risks},
          Part{"assignments", detail.assignments}, Part{"plans", plans}, Part{"measures", measures},
          Part{"visits", detail.visits}, Part{"flags", detail.flags}}) {
        object.insert(QLatin1String(part.key), text.json(part.records));
        for (const Record &record : part.records)
            lines << text.heading(record) << text.lines(record, QStringLiteral("    "));
    }
    if (cli.isSet("history")) {
        FFP_CLI_ASSIGN(const auto history, registry.history(id, cli.language()));
        QJsonArray entries;
        for (const HistoryEntry &entry : history) {
            entries.append(text.json(entry));
            lines << text.line(entry);
        }
        object.insert(QStringLiteral("history"), entries);
    }
    return cli.answer({{QStringLiteral("household"), object}}, lines);
}

} // namespace ffp::cli
