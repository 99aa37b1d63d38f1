// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/reports/ledgerreport.h"
#include "ui/printing/documentfile.h"

#include <QFileInfo>
#include <QJsonArray>

namespace ffp::cli {
namespace {

int listLedgers(Cli &cli, const Session &session)
{
    QJsonArray known;
    QStringList lines;
    for (const LedgerInfo &info : ledgers(session.site().policy)) {
        known.append(QJsonObject{{QStringLiteral("id"), info.id}, {QStringLiteral("title"), info.title}});
        lines << QStringLiteral("%1  %2").arg(info.id, info.title);
    }
    return cli.answer({{QStringLiteral("ledgers"), known}}, lines);
}

} // namespace

int runLedger(Cli &cli)
{
    if (const auto end =
            cli.parse(Cli::tr("Writes a ledger as .pdf, .xlsx or .csv; --list shows which there are."),
                      QStringLiteral("ledger --list --db FILE\n       ffp ledger NAME --out FILE --db FILE"),
                      {{QStringLiteral("list"), Cli::tr("Ids and titles of the ledgers.")},
                       {QStringLiteral("out"), Cli::tr("File to write."), QStringLiteral("FILE")},
                       {QStringLiteral("area"), Cli::tr("Division code of the area."),
                        QStringLiteral("CODE")},
                       {QStringLiteral("date"), Cli::tr("The day that the ledger shows, YYYY-MM-DD."),
                        QStringLiteral("DATE")},
                       {QStringLiteral("privacy"),
                        Cli::tr("masked, risks or full; anything but masked is noted in the access log."),
                        QStringLiteral("HOW"), QString::fromLatin1(ledgerPrivacyCode(LedgerPrivacy::Masked))},
                       {QStringLiteral("paper"), Cli::tr("A4 or A3, landscape."), QStringLiteral("SIZE"),
                        QStringLiteral("A4")}},
                      0, 1))
        return *end;
    const bool list = cli.isSet("list");
    if (list == !cli.words().isEmpty())
        return cli.usage(Cli::tr("Please give either --list or the name of one ledger."));
    const QString out = cli.option("out");
    if (!list && !ui::canBeWritten(out))
        return cli.usage(Cli::tr("Please give --out a file that ends in .pdf, .xlsx or .csv."));
    const std::optional<LedgerPrivacy> privacy = ledgerPrivacyFromCode(cli.option("privacy"));
    if (!privacy)
        return cli.usage(Cli::tr("Please give --privacy as masked, risks or full."));

    const std::optional<PaperSize> paper = paperSizeFromCode(cli.option("paper"));
    if (!paper)
        return cli.usage(Cli::tr("Please give --paper as A4 or A3."));

    FFP_CLI_ASSIGN(Session *const session, cli.session());
    if (list)
        return listLedgers(cli, *session);
    FFP_CLI_ASSIGN(const AreaCode area, cli.area());
    QDate on = cli.clock().today();
    if (cli.isSet("date")) {
        FFP_CLI_ASSIGN(on, cli.date("date"));
    }
    const LedgerRequest request{cli.words().first(), area, on, *privacy};
    FFP_CLI_ASSIGN(TableDocument document, makeLedger(*session, request, cli.progress()));
    document.paper = *paper;
    QJsonArray empty;
    QStringList emptyHeads;
    for (const size_t column : document.withoutData) {
        empty.append(document.columns[column].id);
        emptyHeads << document.loneHeader(column);
    }
    const qint64 rows = document.rows ? document.rows->count() : 0;
    FFP_CLI_ASSIGN(const ui::PrintReport report,
                   ui::writeDocument(std::make_shared<const TableDocument>(std::move(document)), out,
                                     cli.progress()));
    if (const auto noted = recordLedgerUse(*session, request, QFileInfo(out).suffix().toLower(),
                                           report.pages);
        !noted)
        return cli.refuse(noted.error());
    QStringList lines{report.pages
                          ? Cli::tr("Wrote %1: %2 rows on %3 pages.").arg(out).arg(rows).arg(report.pages)
                          : Cli::tr("Wrote %1: %2 rows.").arg(out).arg(rows)};
    if (!emptyHeads.isEmpty())
        lines << Cli::tr("The register has nothing yet for the columns %1.")
                     .arg(emptyHeads.join(QStringLiteral("、")));
    return cli.answer({{QStringLiteral("ledger"), request.ledger},
                       {QStringLiteral("rows"), rows},
                       {QStringLiteral("pages"), report.pages},
                       {QStringLiteral("columns_without_data"), empty},
                       {QStringLiteral("file"), out}},
                      lines);
}

} // namespace ffp::cli
