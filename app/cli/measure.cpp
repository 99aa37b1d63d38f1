// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/fieldwords.h"
#include "app/cli/helpwords.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/measurerules.h"
#include "core/services/measureservice.h"

#include <algorithm>

namespace ffp::cli {
namespace {

constexpr FieldOption kOptions[] = {
    {"category", measure::f("category")},
    {"content", measure::f("content")},
    {"unit", measure::f("implementer")},
    {"by", measure::f("responsible")},
    {"fund", measure::f("fund_source")},
    {"amount", measure::f("amount")},
    {"status", measure::f("status")},
    {"from", measure::f("started_on")},
    {"to", measure::f("ended_on")},
    {"gain", measure::f("income_gain")},
    {"project", measure::f("project")},
    {"cause", measure::f("exception_cause")},
    {"safeguards", measure::f("exception_safeguards")},
    {"why", measure::f("exception_reason")},
};
constexpr FieldOption kEndOptions[] = {
    {"amount", measure::f("amount")},
    {"gain", measure::f("income_gain")},
};
constexpr FieldOption kFilters[] = {
    {"category", measure::f("category")},
    {"status", measure::f("status")},
    {"fund", measure::f("fund_source")},
};

int unknownKind(Cli &cli, const QString &category)
{
    QStringList kinds;
    for (const Code *kind : measureKindsOf(category))
        kinds << QLatin1String(kind->code).sliced(category.size() + 1);
    return cli.usage(Cli::tr("Please give --%1 as one of: %2.")
                         .arg(QStringLiteral("kind"), kinds.join(QStringLiteral(", "))));
}

/// The risk of the household that a word means, by label or code.
Result<RecordId> riskNamed(const MeasureForm &form, const QString &word)
{
    const Code *code = matchCode(*codeList("risk"), word).code;
    for (const Record &risk : form.risks)
        if (code && risk[case_risk::f("kind")].toText() == QLatin1String(code->code))
            return risk.id;
    Subject about;
    about.entity = QStringLiteral("case_risk");
    return fail(Error{ErrorKind::NotFound, about, {}, {}});
}

QJsonObject rowJson(const RecordText &text, const MeasureRow &row)
{
    QJsonObject object = text.json(row.measure);
    object.insert(QStringLiteral("head_name"), row.headName);
    object.insert(QStringLiteral("area_name"), row.areaName);
    object.insert(QStringLiteral("member"), row.memberName);
    return object;
}

} // namespace

int runMeasureAdd(Cli &cli)
{
    QList<QCommandLineOption> options = commandOptions(kOptions);
    options << QCommandLineOption(QStringLiteral("kind"),
                                  fieldLabel(fieldDef(measure::f("kind")), currentLabelLanguage()),
                                  QStringLiteral("KIND"))
            << QCommandLineOption(QStringLiteral("member"),
                                  Cli::tr("For this member: id, person number or name."),
                                  QStringLiteral("MEMBER"))
            << QCommandLineOption(QStringLiteral("risk"), Cli::tr("Against this risk of the household."),
                                  QStringLiteral("RISK"))
            << QCommandLineOption(QStringLiteral("cannot-afford"),
                                  Cli::tr("The household cannot bear it alone (for an exception)."))
            << setOption();
    if (const auto end = cli.parse(
            Cli::tr("Records a measure for a household or one person in it. Money that the policy forbids is "
                    "refused with its clause."),
            QStringLiteral("measure add HOUSEHOLD --db FILE --category C [--kind K] [--content TEXT] "
                           "[--fund SOURCE --amount YUAN] [--from D] [--to D] [--member M] [--risk R]"),
            options, 1, 1))
        return *end;
    const Result<FieldValues> read = optionValues(cli, kOptions);
    if (!read)
        return refuseOption(cli, kOptions, read.error());
    FieldValues values = *read;
    const QString category = valueIn(values, measure::f("category")).toText();
    if (cli.isSet("kind")) {
        const Code *kind = measureKind(category, cli.option("kind"));
        if (!kind)
            return unknownKind(cli, category);
        values.emplace_back(measure::f("kind"), Value(QString::fromLatin1(kind->code)));
    }
    if (cli.isSet("cannot-afford"))
        values.emplace_back(measure::f("cannot_afford"), Value(true));
    FFP_CLI_ASSIGN(const FieldValues more, fieldValues(cli, Entity::Measure, cli.options("set")));
    values.insert(values.end(), more.begin(), more.end());
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const RegistryService registry(*session);
    FFP_CLI_ASSIGN(const RecordId household, registry.findHousehold(cli.words().first()));
    MeasureService service(*session);
    if (cli.isSet("member")) {
        FFP_CLI_ASSIGN(const RecordId person, registry.findMember(cli.option("member"), household));
        values.emplace_back(measure::f("member_id"), Value(person));
    }
    if (cli.isSet("risk")) {
        FFP_CLI_ASSIGN(const MeasureForm form, service.prepare(household));
        FFP_CLI_ASSIGN(const RecordId risk, riskNamed(form, cli.option("risk")));
        values.emplace_back(measure::f("risk_id"), Value(risk));
    }
    FFP_CLI_ASSIGN(const RecordId made, service.add(household, values));
    return answerHelp(cli, *session, Entity::Measure, household, made);
}

int runMeasureList(Cli &cli)
{
    QList<QCommandLineOption> options = commandOptions(kFilters);
    options << QCommandLineOption(QStringLiteral("household"), Cli::tr("Of this household only."),
                                  QStringLiteral("ID"))
            << QCommandLineOption(QStringLiteral("area"), Cli::tr("Division code of 12 digits."),
                                  QStringLiteral("CODE12"));
    if (const auto end = cli.parse(Cli::tr("Lists measures, the newest of each household first."),
                                   QStringLiteral("measure list --db FILE [--area CODE] [--household ID] "
                                                  "[--category C] [--status S] [--fund SOURCE]"),
                                   options, 0, 0))
        return *end;
    const Result<FieldValues> filters = optionValues(cli, kFilters);
    if (!filters)
        return refuseOption(cli, kFilters, filters.error());
    MeasureQuery query;
    query.category = valueIn(*filters, measure::f("category")).toText();
    query.status = valueIn(*filters, measure::f("status")).toText();
    query.fundSource = valueIn(*filters, measure::f("fund_source")).toText();
    FFP_CLI_ASSIGN(query.area, cli.area());
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    if (cli.isSet("household")) {
        FFP_CLI_ASSIGN(query.household, RegistryService(*session).findHousehold(cli.option("household")));
    }
    FFP_CLI_ASSIGN(const std::vector<MeasureRow> rows, MeasureService(*session).rows(query, cli.language()));
    const RecordText text{cli.language(), true};
    QJsonArray array;
    QStringList lines{Cli::tr("%1 measures.").arg(rows.size())};
    for (const MeasureRow &row : rows) {
        array.append(rowJson(text, row));
        lines << QStringLiteral("  %1  %2  ").arg(row.areaName, row.headName)
                     + text.lines(row.measure, {}).join(QStringLiteral("  "));
    }
    return cli.answer({{QStringLiteral("measures"), array}, {QStringLiteral("total"), qint64(rows.size())}},
                      lines);
}

int runMeasureEdit(Cli &cli)
{
    return editHelp(cli, Entity::Measure, Cli::tr("Changes fields of a measure."),
                    QStringLiteral("measure edit MEASURE --db FILE --set FIELD=VALUE [--note TEXT]"));
}

int runMeasureEnd(Cli &cli)
{
    QList<QCommandLineOption> options = commandOptions(kEndOptions);
    options << dateOfEnd() << reasonOfEnd()
            << QCommandLineOption(QStringLiteral("stopped"),
                                  Cli::tr("It was stopped before its time; needs --reason."));
    if (const auto end = cli.parse(
            Cli::tr("Ends a measure: done, or stopped with a reason. It stays in the register."),
            QStringLiteral(
                "measure end MEASURE --db FILE [--date D] [--amount YUAN] [--gain YUAN] | --stopped "
                "--reason TEXT"),
            options, 1, 1))
        return *end;
    const Result<FieldValues> values = optionValues(cli, kEndOptions);
    if (!values)
        return refuseOption(cli, kEndOptions, values.error());
    FFP_CLI_ASSIGN(const HelpEnd how, endOf(cli));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    MeasureService service(*session);
    const RecordId id = RecordId::fromString(cli.words().first());
    FFP_CLI_ASSIGN(const ChangeSummary done,
                   cli.isSet("stopped") ? service.stop(id, how) : service.finish(id, how.on, *values));
    return answerHelp(cli, *session, id, done);
}

int runMeasureVoid(Cli &cli)
{
    return voidHelp(cli, Cli::tr("Takes out a measure that was entered by mistake; its history stays."),
                    QStringLiteral("measure void MEASURE --db FILE --reason TEXT"));
}

} // namespace ffp::cli
