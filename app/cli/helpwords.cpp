// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/helpwords.h"

#include "app/cli/fieldwords.h"

namespace ffp::cli {
namespace {

int answerAll(Cli &cli, Session &session, Entity entity, RecordId household, QJsonObject document)
{
    const bool measures = entity == Entity::Measure;
    const MeasureService service(session);
    FFP_CLI_ASSIGN(const std::vector<Record> all,
                   measures ? service.listOf(household) : service.plansOf(household));
    const RecordText text{cli.language(), true};
    document.insert(measures ? QStringLiteral("measures") : QStringLiteral("plans"), text.json(all));
    const QString counted = measures ? Cli::tr("Recorded; the household has %1 measures.").arg(all.size())
                                     : Cli::tr("Recorded; the household has %1 plans.").arg(all.size());
    QStringList lines{counted};
    for (const Record &record : all)
        lines << QStringLiteral("  ") + record.id.toString() + QStringLiteral("  ")
                     + text.lines(record, {}).join(QStringLiteral("  "));
    return cli.answer(document, lines);
}

FieldRef householdOf(Entity entity)
{
    return {entity, static_cast<quint16>(fieldIndex(entity, "household_id"))};
}

} // namespace

QCommandLineOption dateOfEnd()
{
    return {QStringLiteral("date"), Cli::tr("Day of the end, YYYY-MM-DD; today when it is left out."),
            QStringLiteral("DATE")};
}

QCommandLineOption reasonOfEnd()
{
    return {QStringLiteral("reason"), Cli::tr("Why; stands in the history."), QStringLiteral("TEXT")};
}

Result<HelpEnd> endOf(const Cli &cli)
{
    FFP_ASSIGN(const QDate on, cli.date("date"));
    return HelpEnd{on.isValid() ? on : cli.clock().today(), cli.option("reason")};
}

int answerHelp(Cli &cli, Session &session, Entity entity, RecordId household, RecordId made)
{
    return answerAll(cli, session, entity, household,
                     {{QLatin1String(entityDef(entity).id), made.toString()}});
}

int answerHelp(Cli &cli, Session &session, RecordId changed, const ChangeSummary &done)
{
    FFP_CLI_ASSIGN(const Record record, MeasureService(session).record(changed));
    return answerAll(cli, session, record.entity, record[householdOf(record.entity)].toRef(),
                     {{QLatin1String(entityDef(record.entity).id), changed.toString()},
                      {QStringLiteral("operation"), done.change}});
}

int editHelp(Cli &cli, Entity entity, const QString &summary, const QString &usage)
{
    if (const auto end = cli.parse(summary, usage, {setOption(), noteOption()}, 1, 1))
        return *end;
    FFP_CLI_ASSIGN(const FieldValues values, fieldValues(cli, entity, cli.options("set")));
    if (values.empty())
        return cli.usage(Cli::tr("Please say with --set what changes."));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const RecordId id = RecordId::fromString(cli.words().first());
    MeasureService service(*session);
    FFP_CLI_ASSIGN(const ChangeSummary done, service.edit(entity, id, values, cli.option("note")));
    return answerHelp(cli, *session, id, done);
}

int voidHelp(Cli &cli, const QString &summary, const QString &usage)
{
    if (const auto end = cli.parse(summary, usage, {reasonOfEnd()}, 1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const RecordId id = RecordId::fromString(cli.words().first());
    FFP_CLI_ASSIGN(const ChangeSummary done, MeasureService(*session).voidMistake(id, cli.option("reason")));
    return answerHelp(cli, *session, id, done);
}

} // namespace ffp::cli
