// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/fieldwords.h"
#include "app/cli/recordjson.h"
#include "core/domain/fields/visitfields.h"
#include "core/services/visitservice.h"

namespace ffp::cli {
namespace {

constexpr FieldOption kOptions[] = {
    {"date", visit::f("visited_on")},
    {"by", visit::f("people")},
    {"mode", visit::f("mode")},
    {"purpose", visit::f("purpose")},
    {"respondent", visit::f("respondent")},
    {"changes", visit::f("changes")},
    {"change-note", visit::f("change_note")},
    {"situation", visit::f("situation")},
    {"needs", visit::f("needs")},
    {"new-risks", visit::f("new_risks")},
    {"handled", visit::f("handled")},
    {"todo", visit::f("todo")},
};

} // namespace

int runVisitAdd(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Records a visit or contact; without --changes it says that nothing changed. Several visitors are separated by commas."),
            QStringLiteral(
                "visit add HOUSEHOLD --db FILE --date D --by NAME --mode home|phone|sms|wechat|video"),
            commandOptions(kOptions), 1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const RecordId household, RegistryService(*session).findHousehold(cli.words().first()));
    NewVisit visit;
    visit.household = household;
    const Result<FieldValues> values = optionValues(cli, kOptions);
    if (!values)
        return refuseOption(cli, kOptions, values.error());
    visit.values = *values;
    if (!cli.isSet("changes"))
        visit.values.emplace_back(visit::f("changes"), Value(QStringList{QStringLiteral("none")}));
    if (!cli.isSet("date"))
        visit.values.emplace_back(visit::f("visited_on"), Value(cli.clock().today().toString(Qt::ISODate)));
    VisitService visits(*session);
    FFP_CLI_ASSIGN(const RecordId made, visits.add(visit));
    FFP_CLI_ASSIGN(const std::vector<Record> all, visits.listOf(household));
    const RecordText text{cli.language(), true};
    return cli.answer({{QStringLiteral("visit"), made.toString()},
                       {QStringLiteral("visits"), text.json(all)}},
                      {Cli::tr("Visit recorded; the household has %1 visits.").arg(all.size())});
}

int runVisitList(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr("Lists visits, newest first."),
            QStringLiteral("visit list --db FILE [--area CODE] [--from D] [--until D]"),
            {{QStringLiteral("area"), Cli::tr("Division code of 12 digits."), QStringLiteral("CODE12")},
             {QStringLiteral("household"), Cli::tr("Of this household only."), QStringLiteral("ID")},
             {QStringLiteral("from"), Cli::tr("First day, YYYY-MM-DD."), QStringLiteral("DATE")},
             {QStringLiteral("until"), Cli::tr("Last day, YYYY-MM-DD."), QStringLiteral("DATE")}},
            0, 0))
        return *end;
    FFP_CLI_ASSIGN(const AreaCode area, cli.area());
    FFP_CLI_ASSIGN(const QDate from, cli.date("from"));
    FFP_CLI_ASSIGN(const QDate until, cli.date("until"));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const VisitService service(*session);
    std::vector<Record> visits;
    if (cli.isSet("household")) {
        FFP_CLI_ASSIGN(const RecordId household,
                       RegistryService(*session).findHousehold(cli.option("household")));
        FFP_CLI_ASSIGN(visits, service.listOf(household));
    } else {
        FFP_CLI_ASSIGN(visits, service.list(area, from, until));
    }
    const RecordText text{cli.language(), true};
    QStringList lines{Cli::tr("%1 visits.").arg(visits.size())};
    for (const Record &record : visits)
        lines << QStringLiteral("  ") + text.lines(record, {}).join(QStringLiteral("  "));
    return cli.answer({{QStringLiteral("visits"), text.json(visits)}}, lines);
}

} // namespace ffp::cli
