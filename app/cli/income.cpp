// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/incomefile.h"
#include "app/cli/incometext.h"
#include "core/base/about.h"
#include "core/reports/incomesheet.h"
#include "core/services/incomeservice.h"
#include "core/services/policyservice.h"
#include "ui/printing/documentfile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

namespace ffp::cli {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A statement is a page, not a database.
constexpr qint64 kMaxBytes = 1 << 20;

/// The object of the file, or the exit code after a sentence that names the place.
std::optional<int> readObject(Cli &cli, const QString &path, QJsonObject *object)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return cli.refuse(Error::onFile(ErrorKind::FileUnreadable, path, file.errorString()));
    if (file.size() > kMaxBytes)
        return cli.refuse(
            Error{ErrorKind::TooLarge, Error::onFile(ErrorKind::TooLarge, path).subject, {u"1 MB"_s}, {}});
    const QByteArray bytes = file.readAll();
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError) {
        const qsizetype line = bytes.left(fault.offset).count('\n') + 1;
        return cli.end(Cli::tr("%1 is no JSON file: line %2, %3; please correct it.")
                           .arg(path)
                           .arg(line)
                           .arg(fault.errorString()),
                       kFile);
    }
    if (!document.isObject())
        return cli.end(Cli::tr("%1 must hold one JSON object; see `ffp income set --help`.").arg(path),
                       kFile);
    *object = document.object();
    return std::nullopt;
}

int answerView(Cli &cli, const IncomeText &text, const IncomeView &view, const QStringList &before = {},
               const QJsonObject &more = {})
{
    QJsonObject document = text.json(view);
    for (auto it = more.begin(); it != more.end(); ++it)
        document.insert(it.key(), it.value());
    return cli.answer(document, before + text.lines(view));
}

/// Period of --period or --identified; nothing without either, an exit code when it is none.
struct AskedPeriod {
    std::optional<IncomeWindow> window;
    std::optional<int> end;
};
AskedPeriod askedPeriod(Cli &cli)
{
    if (cli.isSet("period")) {
        const auto window = incomePeriodFromText(cli.option("period"));
        if (!window)
            return {{},
                    cli.usage(Cli::tr("Please give --period as 2020, 2020-09, 2020Q3 or 2019-09..2020-08."))};
        return {window, {}};
    }
    if (!cli.isSet("identified"))
        return {};
    const auto month = YearMonth::fromString(cli.option("identified"));
    if (!month)
        return {{}, cli.usage(Cli::tr("Please give --%1 as YYYY-MM.").arg(u"identified"_s))};
    return {identificationWindow(*month), {}};
}

QList<QCommandLineOption> periodOptions()
{
    return {{u"period"_s,
             Cli::tr("Year, month, quarter or two months with .. between; the newest without it."),
             u"PERIOD"_s},
            {u"identified"_s, Cli::tr("The 12 months before this month of identification."), u"YYYY-MM"_s}};
}

Result<IncomeView> askedView(const IncomeService &incomes, RecordId household, const AskedPeriod &asked)
{
    return asked.window ? incomes.show(household, *asked.window) : incomes.latest(household);
}

} // namespace

int runIncomeSet(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Writes an income statement under a rule set of the policy pack; one of another source is "
                "never overwritten.")
                + u"\n\n"_s + incomeFileHelp(currentLabelLanguage()),
            u"income set HOUSEHOLD --from FILE.json --db FILE"_s,
            {{u"from"_s, Cli::tr("JSON file of the statement."), u"FILE"_s}}, 1, 1))
        return *end;
    if (!cli.isSet("from"))
        return cli.usage(Cli::tr("Please add --%1.").arg(u"from"_s));
    QJsonObject object;
    if (const auto end = readObject(cli, cli.option("from"), &object))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const RegistryService registry(*session);
    FFP_CLI_ASSIGN(const RecordId household, registry.findHousehold(cli.words().first()));
    FFP_CLI_ASSIGN(const IncomeDraft draft,
                   incomeDraftFromJson(object, registry, household, cli.clock().today()));
    IncomeService incomes(*session);
    FFP_CLI_ASSIGN(const IncomeSaved saved, incomes.save(household, draft));
    FFP_CLI_ASSIGN(const IncomeView view, incomes.view(saved.statement));
    const IncomeText text{cli.language(), true};
    QStringList lines{saved.created ? Cli::tr("Income statement written.")
                                    : Cli::tr("Income statement changed.")};
    for (const IncomeChange &change : saved.replaced)
        lines << u"  "_s + text.line(change);
    return answerView(cli, text, view, lines,
                      {{u"created"_s, saved.created}, {u"replaced"_s, text.json(saved.replaced)}});
}

int runIncomeShow(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr("Shows an income statement, both figures per person and what differs from the last one."),
            u"income show HOUSEHOLD [--period 2020|2020-09|2020Q3|2019-09..2020-08] --db FILE"_s,
            periodOptions() << QCommandLineOption(u"reveal"_s,
                                                  Cli::tr("Show S-class values; written to the access log.")),
            1, 1))
        return *end;
    const AskedPeriod asked = askedPeriod(cli);
    if (asked.end)
        return *asked.end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const RecordId household, RegistryService(*session).findHousehold(cli.words().first()));
    FFP_CLI_ASSIGN(const IncomeView view, askedView(IncomeService(*session), household, asked));
    const bool reveal = cli.isSet("reveal");
    if (reveal)
        if (const auto logged = session->recordAccess(Session::Access::Unmask,
                                                      u"income_statement "_s + view.statement.id.toString());
            !logged)
            return cli.refuse(logged.error());
    return answerView(cli, {cli.language(), !reveal}, view);
}

int runIncomePrint(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Writes one income statement as a sheet to sign, .pdf or .xlsx; noted in the access log."),
            u"income print HOUSEHOLD --out FILE [--period PERIOD] --db FILE"_s,
            periodOptions() << QCommandLineOption(u"out"_s, Cli::tr("File to write."), u"FILE"_s), 1, 1))
        return *end;
    const QString out = cli.option("out");
    if (!ui::canBeWritten(out))
        return cli.usage(Cli::tr("Please give --out a file that ends in .pdf, .xlsx or .csv."));
    const AskedPeriod asked = askedPeriod(cli);
    if (asked.end)
        return *asked.end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const RecordId household, RegistryService(*session).findHousehold(cli.words().first()));
    FFP_CLI_ASSIGN(const IncomeView view, askedView(IncomeService(*session), household, asked));
    FFP_CLI_ASSIGN(TableDocument sheet, makeIncomeSheet(*session, household, view));
    FFP_CLI_ASSIGN(const ui::PrintReport report,
                   ui::writeDocument(std::make_shared<const TableDocument>(std::move(sheet)), out,
                                     cli.progress()));
    if (const auto noted = recordIncomeSheetUse(*session, view, QFileInfo(out).suffix().toLower(),
                                                report.pages);
        !noted)
        return cli.refuse(noted.error());
    return cli.answer({{u"file"_s, out}, {u"pages"_s, report.pages}},
                      {Cli::tr("Wrote %1: %2 rows.").arg(out).arg(report.rows)});
}

int runIncomeList(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr(
                                       "Lists the income statements of a household, newest period first."),
                                   u"income list HOUSEHOLD --db FILE"_s, {}, 1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const RecordId household, RegistryService(*session).findHousehold(cli.words().first()));
    FFP_CLI_ASSIGN(const std::vector<Record> statements, IncomeService(*session).list(household));
    const IncomeText text{cli.language(), true};
    QJsonArray array;
    QStringList lines{Cli::tr("%1 income statements.").arg(statements.size())};
    for (const Record &one : statements) {
        array.append(text.head(one));
        lines << u"  "_s + text.headLine(one);
    }
    return cli.answer({{u"statements"_s, array}}, lines);
}

int runIncomeVoid(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Takes a mistaken income statement out of the register."),
                                   u"income void STATEMENT --reason TEXT --db FILE"_s,
                                   {{u"reason"_s, Cli::tr("Why."), u"TEXT"_s}}, 1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const RecordId statement = RecordId::fromString(cli.words().first());
    if (const auto done = IncomeService(*session).withdraw(statement, cli.option("reason")); !done)
        return cli.refuse(done.error());
    return cli.answer({{u"statement"_s, statement.toString()}}, {Cli::tr("Taken out.")});
}

int runIncomeRules(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Lists the rule sets for income of the policy pack."),
                                   u"income rules --db FILE"_s, {}, 0, 0))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const PolicyPack pack, PolicyService(*session).pack());
    const IncomeText text{cli.language(), true};
    QJsonArray array;
    QStringList lines;
    const IncomeRuleSet *chosen = pack.chosenIncomeRuleSet(cli.clock().today());
    for (const IncomeRuleSet &rules : pack.incomeRuleSets()) {
        array.append(text.json(rules, pack, cli.clock().today(), &rules == chosen));
        lines << text.lines(rules, pack, cli.clock().today(), &rules == chosen);
    }
    return cli.answer({{u"rule_sets"_s, array}}, lines);
}

} // namespace ffp::cli
