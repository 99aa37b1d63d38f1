// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/services/divisionservice.h"

#include <QJsonArray>

namespace ffp::cli {
namespace {

QString originText(DivisionLine::Origin origin)
{
    switch (origin) {
    case DivisionLine::Origin::Shipped: return {};
    case DivisionLine::Origin::Imported: return Cli::tr("(imported)");
    case DivisionLine::Origin::Local: return Cli::tr("(added here)");
    }
    return {};
}

} // namespace

int runDivisionsImport(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Imports the divisions of another province: a CSV with the columns code, level, name and parent_code, in UTF-8 or GB18030. All of the file, or nothing when one row is wrong. For administrators."),
            QStringLiteral("divisions import FILE --db FILE"), {}, 1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const DivisionImport done,
                   DivisionService(*session).importFile(cli.words().first(), cli.progress()));
    return cli.answer({{QStringLiteral("rows"), done.rows},
                       {QStringLiteral("added"), done.added},
                       {QStringLiteral("changed"), done.changed},
                       {QStringLiteral("unchanged"), done.unchanged}},
                      {Cli::tr("%1 divisions read: %2 added, %3 renamed, %4 as before.")
                           .arg(done.rows)
                           .arg(done.added)
                           .arg(done.changed)
                           .arg(done.unchanged)});
}

int runDivisionsAdd(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Adds a village that the table of divisions lacks, under a township of the site's area. For administrators."),
            QStringLiteral("divisions add CODE12 NAME --db FILE"), {}, 2, 2))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    DivisionService service(*session);
    if (const auto done = service.add(cli.words().at(0), cli.words().at(1)); !done)
        return cli.refuse(done.error());
    const AreaCode code = AreaCode::fromString(cli.words().at(0).trimmed());
    const QString name = session->divisions().fullName(code, AreaLevel::Township);
    return cli.answer({{QStringLiteral("code"), code.toString()}, {QStringLiteral("name"), name}},
                      {Cli::tr("Added %1 (%2).").arg(name, code.toString())});
}

int runDivisionsList(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Lists the divisions below one; without --under below the site."),
                                   QStringLiteral("divisions list --db FILE [--under CODE12]"),
                                   {{QStringLiteral("under"), Cli::tr("Division code of 12 digits."),
                                     QStringLiteral("CODE12")}},
                                   0, 0))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const AreaCode under = cli.isSet("under") ? AreaCode::fromString(cli.option("under"))
                                              : session->site().area;
    if (under.isNull())
        return cli.usage(Cli::tr("Please give --under as 12 digits."));
    FFP_CLI_ASSIGN(const std::vector<DivisionLine> divisions, DivisionService(*session).list(under));
    QJsonArray array;
    QStringList lines;
    for (const DivisionLine &division : divisions) {
        const QString level = QString::fromLatin1(areaLevelCode(division.code.level()));
        array.append(QJsonObject{{QStringLiteral("code"), division.code.toString()},
                                 {QStringLiteral("level"), level},
                                 {QStringLiteral("name"), division.name},
                                 {QStringLiteral("origin"), QLatin1String(originCode(division.origin))}});
        lines << QStringList{division.code.toString(), division.name, originText(division.origin)}
                     .join(QLatin1Char('\t'))
                     .trimmed();
    }
    return cli.answer({{QStringLiteral("divisions"), array}}, lines);
}

} // namespace ffp::cli
