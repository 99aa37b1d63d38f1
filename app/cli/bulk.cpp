// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/fieldwords.h"
#include "core/domain/fields/assignmentfields.h"
#include "core/services/bulkservice.h"
#include "ui/common/reasontext.h"

#include <QJsonArray>

namespace ffp::cli {
namespace {

constexpr qsizetype kMostWords = 10'000;

QList<QCommandLineOption> withSelection(QList<QCommandLineOption> options)
{
    options << QCommandLineOption(QStringLiteral("area"), Cli::tr("Division code of 12 digits."),
                                  QStringLiteral("CODE12"))
            << QCommandLineOption(QStringLiteral("where"),
                                  Cli::tr("Conditions joined by and, as for household list."),
                                  QStringLiteral("TEXT"))
            << QCommandLineOption(QStringLiteral("dry-run"),
                                  Cli::tr("Only says what would be done, and what not and why."));
    return options;
}

bool selects(const Cli &cli)
{
    return !cli.words().isEmpty() || cli.isSet("where") || cli.isSet("area");
}
int nothingSelected(Cli &cli)
{
    return cli.usage(Cli::tr("Please name the households, or choose them with --where or --area."));
}

/// Those that are named, else those of --area that --where fits.
Result<std::vector<RecordId>> selected(Cli &cli, Session &session)
{
    const RegistryService registry(session);
    std::vector<RecordId> out;
    for (const QString &word : cli.words()) {
        FFP_ASSIGN(const RecordId id, registry.findHousehold(word));
        out.push_back(id);
    }
    if (!out.empty())
        return out;
    FFP_ASSIGN(const AreaCode area, cli.area());
    FFP_ASSIGN(const std::vector<qint64> rids,
               registry.householdIds({.area = area, .where = cli.option("where"), .text = {}, .sort = {}}));
    for (const qint64 rid : rids) {
        FFP_ASSIGN(const RecordId id, registry.recordOf(rid));
        out.push_back(id);
    }
    return out;
}

BulkMode modeOf(const Cli &cli)
{
    return cli.isSet("dry-run") ? BulkMode::Preview : BulkMode::Write;
}

int answer(Cli &cli, size_t of, const Result<BulkOutcome> &outcome)
{
    if (!outcome)
        return cli.refuse(outcome.error());
    QJsonArray left;
    QStringList lines{Cli::tr("%1 of %2 done.").arg(outcome->done).arg(of)};
    for (const BulkLeft &one : outcome->left) {
        left.append(QJsonObject{{QStringLiteral("household"), one.household.toString()},
                                {QStringLiteral("number"), one.number},
                                {QStringLiteral("head_name"), one.headName},
                                {QStringLiteral("reason"), one.why},
                                {QStringLiteral("message"), ui::reasonText(one.why)}});
        lines << QStringLiteral("  %1  %2  %3").arg(one.number, one.headName, ui::reasonText(one.why));
    }
    return cli.answer({{QStringLiteral("done"), outcome->done},
                       {QStringLiteral("of"), qint64(of)},
                       {QStringLiteral("left"), left},
                       {QStringLiteral("operation"), outcome->change}},
                      lines, outcome->left.empty() ? kDone : kFindings);
}

} // namespace

int runBulkAssign(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Gives many households a helper from a day on; who held the role until then gets that day "
                "as the last one."),
            QStringLiteral("bulk assign [HOUSEHOLD …] --db FILE --set role=ROLE --set name=NAME "
                           "[--set FIELD=VALUE …] [--date D] [--end-reason CODE] [--dry-run]"),
            withSelection(
                {setOption(),
                 {QStringLiteral("date"), Cli::tr("First day, YYYY-MM-DD; today when it is left out."),
                  QStringLiteral("DATE")},
                 {QStringLiteral("end-reason"), Cli::tr("Why the former helper ends, by word or code."),
                  QStringLiteral("REASON"), QStringLiteral("other")}}),
            0, kMostWords))
        return *end;
    if (!selects(cli))
        return nothingSelected(cli);
    FFP_CLI_ASSIGN(FieldValues helper, fieldValues(cli, Entity::Assignment, cli.options("set")));
    FFP_CLI_ASSIGN(const QDate date, cli.date("date"));
    const QDate from = date.isValid() ? date : cli.clock().today();
    helper.emplace_back(assignment::f("started_on"), Value(from.toString(Qt::ISODate)));
    FFP_CLI_ASSIGN(const Value reason,
                   fieldValue(cli, assignment::f("end_reason"), cli.option("end-reason")));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const std::vector<RecordId> households, selected(cli, *session));
    return answer(cli, households.size(),
                  BulkService(*session).assign(households, helper, reason.toText(), modeOf(cli),
                                               cli.progress()));
}

int runBulkSet(Cli &cli)
{
    if (const auto end =
            cli.parse(Cli::tr("Sets fields of many households."),
                      QStringLiteral(
                          "bulk set [HOUSEHOLD …] --db FILE --set FIELD=VALUE … --reason TEXT [--dry-run]"),
                      withSelection({setOption(),
                                     {QStringLiteral("reason"),
                                      Cli::tr("Why; stands in the history of every entry that changes."),
                                      QStringLiteral("TEXT")}}),
                      0, kMostWords))
        return *end;
    if (!selects(cli))
        return nothingSelected(cli);
    if (!cli.isSet("set") || cli.option("reason").trimmed().isEmpty())
        return cli.usage(Cli::tr("Please give --set and --reason."));
    FFP_CLI_ASSIGN(const FieldValues values, fieldValues(cli, Entity::Household, cli.options("set")));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const std::vector<RecordId> households, selected(cli, *session));
    return answer(cli, households.size(),
                  BulkService(*session).set(households, values, cli.option("reason"), modeOf(cli),
                                            cli.progress()));
}

int runBulkVisit(Cli &cli)
{
    if (const auto end =
            cli.parse(Cli::tr("Records the same visit or contact without changes for many households."),
                      QStringLiteral(
                          "bulk visit [HOUSEHOLD …] --db FILE --set visited_on=D --set mode=MODE --set "
                          "people=NAMES [--set FIELD=VALUE …] [--dry-run]"),
                      withSelection({setOption()}), 0, kMostWords))
        return *end;
    if (!selects(cli))
        return nothingSelected(cli);
    FFP_CLI_ASSIGN(const FieldValues values, fieldValues(cli, Entity::Visit, cli.options("set")));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const std::vector<RecordId> households, selected(cli, *session));
    return answer(cli, households.size(),
                  BulkService(*session).visit(households, values, modeOf(cli), cli.progress()));
}

} // namespace ffp::cli
