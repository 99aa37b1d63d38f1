// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/fieldwords.h"
#include "app/cli/helpwords.h"
#include "core/domain/fields/planfields.h"

namespace ffp::cli {
namespace {

constexpr FieldOption kOptions[] = {
    {"date", plan::f("made_on")},     {"wishes", plan::f("wishes")}, {"resources", plan::f("resources")},
    {"team", plan::f("team")},        {"cadres", plan::f("cadres")}, {"helpers", plan::f("helpers")},
    {"signed", plan::f("signed_on")}, {"note", plan::f("remark")},
};

} // namespace

int runPlanAdd(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Makes a plan of help for a household; the plan in force until then ends with that day. Several "
                "names are separated by commas."),
            QStringLiteral(
                "plan add HOUSEHOLD --db FILE [--date D] [--wishes TEXT] [--team NAMES] [--cadres NAMES] "
                "[--helpers NAMES] [--signed D]"),
            commandOptions(kOptions), 1, 1))
        return *end;
    FFP_CLI_ASSIGN(const FieldValues values, optionValues(cli, kOptions));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const RecordId household, RegistryService(*session).findHousehold(cli.words().first()));
    FFP_CLI_ASSIGN(const RecordId made, MeasureService(*session).addPlan(household, values));
    return answerHelp(cli, *session, Entity::Plan, household, made);
}

int runPlanList(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Lists the plans of a household, the newest first."),
                                   QStringLiteral("plan list HOUSEHOLD --db FILE"), {}, 1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const RecordId household, RegistryService(*session).findHousehold(cli.words().first()));
    FFP_CLI_ASSIGN(const std::vector<Record> plans, MeasureService(*session).plansOf(household));
    const RecordText text{cli.language(), true};
    QStringList lines{Cli::tr("%1 plans.").arg(plans.size())};
    for (const Record &record : plans)
        lines << QStringLiteral("  ") + record.id.toString() + QStringLiteral("  ")
                     + text.lines(record, {}).join(QStringLiteral("  "));
    return cli.answer({{QStringLiteral("plans"), text.json(plans)}}, lines);
}

int runPlanEdit(Cli &cli)
{
    return editHelp(cli, Entity::Plan, Cli::tr("Changes fields of a plan of help."),
                    QStringLiteral("plan edit PLAN --db FILE --set FIELD=VALUE [--note TEXT]"));
}

int runPlanSign(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Says that a plan of help was signed. It must name the work team, the cadres and the helper, and "
                "hold a measure for the household and one for each person who can work."),
            QStringLiteral("plan sign PLAN --db FILE [--date D]"), {dateOfEnd()}, 1, 1))
        return *end;
    FFP_CLI_ASSIGN(const HelpEnd when, endOf(cli));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const RecordId id = RecordId::fromString(cli.words().first());
    FFP_CLI_ASSIGN(const ChangeSummary done, MeasureService(*session).signPlan(id, when.on));
    return answerHelp(cli, *session, id, done);
}

int runPlanEnd(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Ends a plan of help with a reason; it stays in the register."),
                                   QStringLiteral("plan end PLAN --db FILE [--date D] --reason TEXT"),
                                   {dateOfEnd(), reasonOfEnd()}, 1, 1))
        return *end;
    FFP_CLI_ASSIGN(const HelpEnd how, endOf(cli));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const RecordId id = RecordId::fromString(cli.words().first());
    FFP_CLI_ASSIGN(const ChangeSummary done, MeasureService(*session).endPlan(id, how));
    return answerHelp(cli, *session, id, done);
}

int runPlanVoid(Cli &cli)
{
    return voidHelp(cli, Cli::tr("Takes out a plan that was entered by mistake; its history stays."),
                    QStringLiteral("plan void PLAN --db FILE --reason TEXT"));
}

} // namespace ffp::cli
