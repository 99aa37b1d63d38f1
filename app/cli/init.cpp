// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/services/divisionservice.h"

namespace ffp::cli {

int runInit(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr("Makes a new site file; the administrator's password comes from FFP_PASSWORD."),
            QStringLiteral(
                "init --db FILE --level LEVEL --area CODE12 --name TEXT --admin NAME [--divisions FILE]"),
            {{QStringLiteral("level"), Cli::tr("village, township, county or province."),
              QStringLiteral("LEVEL")},
             {QStringLiteral("area"), Cli::tr("Division code of 12 digits."), QStringLiteral("CODE12")},
             {QStringLiteral("name"), Cli::tr("Name of the office."), QStringLiteral("TEXT")},
             {QStringLiteral("admin"), Cli::tr("Log-in name of the administrator."), QStringLiteral("NAME")},
             {QStringLiteral("real-name"), Cli::tr("Name of the person."), QStringLiteral("TEXT")},
             {QStringLiteral("divisions"),
              Cli::tr("Divisions of another province, as for `ffp divisions import`."),
              QStringLiteral("FILE")},
             {QStringLiteral("policy"), Cli::tr("Policy pack."), QStringLiteral("ID"),
              QStringLiteral("anhui-2020")}},
            0, 0))
        return *end;
    const std::optional<AreaLevel> level = areaLevelFromCode(cli.option("level"));
    if (!level || *level == AreaLevel::City)
        return cli.usage(Cli::tr("Please give --level as village, township, county or province."));
    for (const char *needed : {"db", "area", "name", "admin"})
        if (cli.option(needed).isEmpty())
            return cli.usage(Cli::tr("Please add --%1.").arg(QLatin1String(needed)));
    FFP_CLI_ASSIGN(const AreaCode area, cli.area());
    FFP_CLI_ASSIGN(const QString password, cli.password());

    const NewSite site{.path = cli.databasePath(),
                       .level = *level,
                       .area = area,
                       .name = cli.option("name"),
                       .adminName = cli.option("admin"),
                       .adminRealName = cli.option("real-name"),
                       .password = password,
                       .policy = cli.option("policy")};
    FFP_CLI_ASSIGN(const auto session, createSite(site, cli.option("divisions"), cli.clock()));
    return cli
        .answer({{QStringLiteral("site"), session->site().id.toString()},
                 {QStringLiteral("incarnation"), session->site().incarnation.toString()},
                 {QStringLiteral("policy"), session->site().policy},
                 {QStringLiteral("file"), session->path()}},
                {Cli::tr("Made %1 for %2; log in as %3.").arg(session->path(), site.name, site.adminName)});
}

} // namespace ffp::cli
