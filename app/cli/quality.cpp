// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/reports/qualityreport.h"
#include "core/reports/tablefile.h"
#include "core/services/qualityservice.h"
#include "core/services/registryservice.h"

#include <QJsonArray>

namespace ffp::cli {
namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonObject findingJson(const QualityFinding &finding)
{
    const QString id = finding.household.isNull() ? QString() : finding.household.toString();
    return {{QStringLiteral("rule"), finding.rule},
            {QStringLiteral("title"), finding.ruleTitle},
            {QStringLiteral("level"), finding.level},
            {QStringLiteral("field"), finding.field},
            // What `household show` and `member edit` take.
            {QStringLiteral("household"), orNull(finding.householdNo.isEmpty() ? id : finding.householdNo)},
            {QStringLiteral("household_id"), orNull(id)},
            {QStringLiteral("member"), orNull(finding.memberName)},
            {QStringLiteral("member_id"),
             finding.member.isNull() ? QJsonValue() : QJsonValue(finding.member.toString())},
            {QStringLiteral("area"), finding.area.toString()},
            {QStringLiteral("area_name"), finding.areaName},
            {QStringLiteral("message"), finding.message},
            {QStringLiteral("answer"), orNull(finding.answer)}};
}

QString findingLine(const QualityFinding &finding)
{
    QStringList words{QStringLiteral("[%1]").arg(finding.level),
                      finding.rule,
                      finding.areaName,
                      finding.householdNo,
                      finding.headName,
                      finding.message};
    if (!finding.answer.isEmpty())
        words << Cli::tr("answered: %1").arg(finding.answer);
    words.removeAll(QString());
    return QStringLiteral("  ") + words.join(QStringLiteral("  "));
}

QJsonObject countsOf(const QualityRun &run)
{
    QJsonObject rules;
    for (const QualityRun::Count &count : run.counts())
        rules.insert(count.rule->id, count.found);
    QJsonObject counts{{QStringLiteral("rules"), rules},
                       {QStringLiteral("findings"), qint64(run.hits().size()) - run.answered()},
                       {QStringLiteral("answered"), run.answered()}};
    for (const auto *level : {"E", "W", "H"})
        counts.insert(QLatin1String(level), run.count(QLatin1String(level)));
    return counts;
}

/// Where the rules that found something do not look; of a rule that was asked for in any case.
QJsonObject limitsOf(const QualityRun &run, const QString &rule, bool chinese)
{
    QJsonObject limits;
    for (const QualityRun::Count &count : run.counts()) {
        const QString text = count.rule->limits.in(chinese);
        if (!text.isEmpty() && (count.found + count.answered > 0 || count.rule->id == rule))
            limits.insert(count.rule->id, text);
    }
    return limits;
}

/// --out: the findings as a table; what saves them has its own sentence.
Result<qint64> writeTable(Cli &cli, Session &session, const std::shared_ptr<const QualityRun> &run,
                          const std::vector<qsizetype> &which, const QString &path)
{
    const std::optional<OutputFormat> format = outputFormatOf(path);
    if (!format)
        return fail(Error::onField(ErrorKind::InvalidArgument, "quality", "out"));
    return writeTableFile(qualityDocument(session, run, which), path, *format, cli.progress());
}

QList<QCommandLineOption> filterOptions()
{
    return {{QStringLiteral("area"), Cli::tr("Division code of 12 digits."), QStringLiteral("CODE12")},
            {QStringLiteral("rule"), Cli::tr("One rule only, such as DQ-101."), QStringLiteral("RULE")},
            {QStringLiteral("level"), Cli::tr("One level only: E, W or H."), QStringLiteral("LEVEL")}};
}

} // namespace

int runQuality(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr("The data-quality rules: what in the register cannot be right. E blocks reporting upward "
                    "(the command then ends with 1), W must be answered, H is a hint. Nothing is written."),
            QStringLiteral("quality [--area CODE12] [--rule DQ-101] [--level E|W|H] [--answered]"
                           " [--out FILE.xlsx] --db FILE"),
            filterOptions() << QCommandLineOption(QStringLiteral("answered"),
                                                  Cli::tr("Those that were answered, too."))
                            << QCommandLineOption(QStringLiteral("out"),
                                                  Cli::tr("Also as a table: .xlsx or .csv."),
                                                  QStringLiteral("FILE")),
            0, 0))
        return *end;
    FFP_CLI_ASSIGN(const AreaCode area, cli.area());
    const QString level = cli.option("level").toUpper();
    if (level.size() > 1 || !QStringLiteral("EWH").contains(level))
        return cli.usage(Cli::tr("Please give --level as E, W or H."));
    if (cli.isSet("out") && !outputFormatOf(cli.option("out")))
        return cli.usage(Cli::tr("Please give --out a name that ends in .xlsx or .csv."));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const QualityService service(*session);
    const QualityFilter filter{area, cli.option("rule").toUpper(), level, cli.isSet("answered")};
    FFP_CLI_ASSIGN(QualityRun made, service.run(filter, cli.progress()));
    const auto run = std::make_shared<const QualityRun>(std::move(made));
    const std::vector<qsizetype> which = run->select(filter);
    FFP_CLI_ASSIGN(const std::vector<QualityFinding> found, service.findings(*run, which, cli.language()));
    if (cli.isSet("out")) {
        FFP_CLI_ASSIGN([[maybe_unused]] const qint64 rows,
                       writeTable(cli, *session, run, which, cli.option("out")));
    }
    const auto count = [&run](const char *of) { return run->count(QLatin1String(of)); };
    QJsonArray findings;
    QStringList lines{Cli::tr("%1: %2 households looked at; open findings: E %3, W %4, H %5; answered: %6.")
                          .arg(run->day().toString(Qt::ISODate))
                          .arg(run->households())
                          .arg(count("E"))
                          .arg(count("W"))
                          .arg(count("H"))
                          .arg(run->answered())};
    for (const QualityFinding &finding : found) {
        findings.append(findingJson(finding));
        lines << findingLine(finding);
    }
    const QJsonObject limits = limitsOf(*run, filter.rule, cli.language() == Language::Chinese);
    if (!limits.isEmpty())
        lines << Cli::tr("Where these rules do not look:");
    for (auto rule = limits.begin(); rule != limits.end(); ++rule)
        lines << QStringLiteral("  %1: %2").arg(rule.key(), rule.value().toString());
    QJsonArray missing;
    const std::vector<QualityRun::Missing> notEvaluated = run->notEvaluated(cli.language());
    if (!notEvaluated.empty())
        lines << Cli::tr("Not evaluated:");
    for (const QualityRun::Missing &rule : notEvaluated) {
        missing.append(QJsonObject{{QStringLiteral("rule"), rule.rule},
                                   {QStringLiteral("title"), rule.title},
                                   {QStringLiteral("reason"), rule.reason}});
        lines << QStringLiteral("  %1 %2: %3").arg(rule.rule, rule.title, rule.reason);
    }
    return cli.answer({{QStringLiteral("day"), run->day().toString(Qt::ISODate)},
                       {QStringLiteral("evaluated"), run->households()},
                       {QStringLiteral("findings"), findings},
                       {QStringLiteral("counts"), countsOf(*run)},
                       {QStringLiteral("limits"), limits},
                       {QStringLiteral("not_evaluated"), missing}},
                      lines, count("E") > 0 ? kFindings : kDone);
}

int runQualityAnswer(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Says why findings of one rule may stand, of one household or of all. They come back when "
                "their values change; `ffp undo` takes the answer back."),
            QStringLiteral("quality answer RULE [--household ID] [--area CODE12] --reason TEXT --db FILE"),
            {{QStringLiteral("household"), Cli::tr("Household number or id."), QStringLiteral("ID")},
             {QStringLiteral("area"), Cli::tr("Division code of 12 digits."), QStringLiteral("CODE12")},
             {QStringLiteral("reason"), Cli::tr("Why; without numbers of certificates or phones."),
              QStringLiteral("TEXT")}},
            1, 1))
        return *end;
    if (cli.option("reason").simplified().isEmpty())
        return cli.usage(Cli::tr("Please give the reason with --reason."));
    FFP_CLI_ASSIGN(const AreaCode area, cli.area());
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    RecordId household;
    if (cli.isSet("household")) {
        FFP_CLI_ASSIGN(household, RegistryService(*session).findHousehold(cli.option("household")));
    }
    QualityService service(*session);
    const QualityFilter filter{area, cli.words().front().toUpper(), {}, false};
    FFP_CLI_ASSIGN(const QualityRun run, service.run(filter, cli.progress()));
    std::vector<qsizetype> which = run.select(filter);
    if (cli.isSet("household")) {
        FFP_CLI_ASSIGN(const std::vector<QualityFinding> found, service.findings(run, which, cli.language()));
        std::vector<qsizetype> those;
        for (std::size_t i = 0; i < which.size(); ++i)
            if (found[i].household == household)
                those.push_back(which[i]);
        which = std::move(those);
    }
    FFP_CLI_ASSIGN(const ChangeSummary done, service.answer(run, which, cli.option("reason")));
    return cli.answer({{QStringLiteral("answered"), qint64(which.size())},
                       {QStringLiteral("operation"), done.change}},
                      {Cli::tr("%1 findings answered.").arg(which.size())},
                      which.empty() ? kFindings : kDone);
}

} // namespace ffp::cli
