// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/reports/householdfile.h"
#include "ui/printing/documentfile.h"

namespace ffp::cli {
namespace {

using namespace Qt::Literals::StringLiterals;

/// Ids with their labels, for --parts.
QString partNames(Language language)
{
    QStringList names;
    for (const FilePart part : fileParts())
        names << u"%1 (%2)"_s.arg(QLatin1String(filePartCode(part)), filePartLabel(part, language));
    return names.join(u", "_s);
}

QList<QCommandLineOption> printOptions()
{
    return {{u"out"_s, Cli::tr("PDF file to write."), u"FILE"_s},
            {u"parts"_s,
             Cli::tr(
                 "Only these, separated by commas: %1. Scans cannot be masked; each is noted in the access "
                 "log.")
                 .arg(partNames(currentLabelLanguage())),
             u"LIST"_s},
            {u"paper"_s, Cli::tr("A4 or A3, portrait."), u"SIZE"_s, u"A4"_s},
            {u"reveal"_s, Cli::tr("Show S-class values; written to the access log.")}};
}

} // namespace

int runHouseholdPrint(Cli &cli)
{
    if (const auto end =
            cli.parse(Cli::tr("Writes the whole file of one household as PDF: every part of its "
                              "records, then its scans; noted in the access log."),
                      u"household print KEY --out FILE.pdf [--parts LIST] [--reveal] --db FILE"_s,
                      printOptions(), 1, 1))
        return *end;
    const QString out = cli.option("out");
    if (!out.endsWith(u".pdf"_s, Qt::CaseInsensitive))
        return cli.usage(Cli::tr("Please give --out a file that ends in .pdf."));
    HouseholdFileRequest request;
    request.revealed = cli.isSet("reveal");
    if (cli.isSet("parts")) {
        const auto parts = filePartsFromText(cli.option("parts"));
        if (!parts)
            return cli.usage(Cli::tr("Please give --parts out of: %1.").arg(partNames(cli.language())));
        request.parts = *parts;
    }
    const std::optional<PaperSize> paper = paperSizeFromCode(cli.option("paper"));
    if (!paper)
        return cli.usage(Cli::tr("Please give --paper as A4 or A3."));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(request.household, RegistryService(*session).findHousehold(cli.words().first()));
    FFP_CLI_ASSIGN(TableDocument document, makeHouseholdFile(*session, request, cli.progress()));
    document.paper = *paper;
    const auto scans = qint64(document.enclosures.size());
    FFP_CLI_ASSIGN(const ui::PrintReport report,
                   ui::writeDocument(std::make_shared<const TableDocument>(std::move(document)), out,
                                     cli.progress()));
    if (const auto noted = recordHouseholdFileUse(*session, request, u"pdf"_s, report.pages); !noted)
        return cli.refuse(noted.error());
    QStringList lines{Cli::tr("Wrote %1: %2 pages.").arg(out).arg(report.pages)};
    if (report.scansLeftOut > 0)
        lines << Cli::tr("Attachments that could not be printed in full: %1; their pages say why.")
                     .arg(report.scansLeftOut);
    return cli.answer({{u"file"_s, out},
                       {u"pages"_s, report.pages},
                       {u"scans"_s, scans},
                       {u"scans_left_out"_s, report.scansLeftOut}},
                      lines);
}

} // namespace ffp::cli
