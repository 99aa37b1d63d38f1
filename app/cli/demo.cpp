// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/domain/divisions.h"
#include "core/services/demoservice.h"

namespace ffp::cli {

int runDemo(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Makes a site file with invented households; log in as demo with the password of FFP_PASSWORD, or demo-2020-5 when there is none."),
            QStringLiteral("demo FILE --households N [--seed S] --area CODE12"),
            {{QStringLiteral("households"), Cli::tr("Number of households."), QStringLiteral("N"),
              QStringLiteral("600")},
             {QStringLiteral("seed"), Cli::tr("The same seed gives the same people."), QStringLiteral("S"),
              QStringLiteral("1")},
             {QStringLiteral("area"), Cli::tr("Division code of 12 digits."), QStringLiteral("CODE12"),
              QStringLiteral("341323114000")}},
            1, 1))
        return *end;
    const std::optional<int> households = cli.number("households");
    const std::optional<int> seed = cli.number("seed");
    const AreaCode area = AreaCode::fromString(cli.option("area"));
    if (!households || !seed || area.isNull() || area.level() == AreaLevel::City)
        return cli.usage(Cli::tr(
            "Please give --households and --seed as numbers and --area as 12 digits of a village, township, county or province."));
    FFP_CLI_ASSIGN(QString password, cli.password());
    if (password.isEmpty())
        password = QStringLiteral("demo-2020-5");
    const NewSite site{.path = cli.words().first(),
                       .level = area.level(),
                       .area = area,
                       .name = DivisionTable::shipped().name(area) + QStringLiteral("防返贫监测工作站"),
                       .adminName = QStringLiteral("demo"),
                       .adminRealName = QStringLiteral("演示员"),
                       .password = password};
    FFP_CLI_ASSIGN(const auto session, Session::create(site, cli.clock()));
    FFP_CLI_ASSIGN(const DemoResult made, DemoService(*session).fill({.households = *households,
                                                                      .seed = static_cast<quint64>(*seed)},
                                                                     cli.progress()));
    return cli.answer({{QStringLiteral("households"), made.households},
                       {QStringLiteral("members"), made.members},
                       {QStringLiteral("monitored"), made.monitored},
                       {QStringLiteral("site"), session->site().id.toString()},
                       {QStringLiteral("user"), site.adminName}},
                      {Cli::tr("Made %1 with %2 households and %3 persons.")
                           .arg(site.path)
                           .arg(made.households)
                           .arg(made.members)});
}

} // namespace ffp::cli
