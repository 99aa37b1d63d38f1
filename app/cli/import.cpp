// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/importwords.h"
#include "app/cli/jsonstream.h"
#include "core/domain/codelist.h"
#include "core/services/importservice.h"
#include "ui/common/fieldtext.h"
#include "ui/common/findingtext.h"

#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

namespace ffp::cli {
namespace {

QJsonObject toJson(const ImportCounts &counts)
{
    return {{QStringLiteral("new"), counts.fresh},
            {QStringLiteral("changed"), counts.changed},
            {QStringLiteral("unchanged"), counts.unchanged}};
}

const char *severityCode(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::Info: return "info";
    case FindingSeverity::Warning: return "warning";
    case FindingSeverity::Error: return "error";
    }
    return "error";
}

QJsonObject counts(const FilePreview &file)
{
    return {{QStringLiteral("rows"), file.rows},
            {QStringLiteral("imported"), file.imported},
            {QStringLiteral("unchanged"), file.unchanged},
            {QStringLiteral("set_aside"), file.setAside},
            {QStringLiteral("compared"), file.compared},
            {QStringLiteral("matched"), file.matched},
            {QStringLiteral("unmatched"), file.unmatched},
            {QStringLiteral("households"), toJson(file.households)},
            {QStringLiteral("members"), toJson(file.members)},
            {QStringLiteral("visits"), toJson(file.visits)},
            {QStringLiteral("jobs"), toJson(file.jobs)}};
}

const char *sideCode(Side side)
{
    return side == Side::File ? "file" : "local";
}

/// S-class values are masked, as in findings.
QString shown(const ImportDifference &one, const Value &value)
{
    return maskedText(fieldDef(one.field), value, currentLabelLanguage());
}

QJsonObject toJson(const ImportDifference &one)
{
    QJsonObject origin{{QStringLiteral("verb"), one.verb},
                       {QStringLiteral("at"),
                        one.atMs ? QJsonValue(ui::instantText(one.atMs)) : QJsonValue()},
                       {QStringLiteral("by"), one.by},
                       {QStringLiteral("local"), one.isLocal()}};
    if (one.imported)
        origin.insert(QStringLiteral("imported"), shown(one, *one.imported));
    return {{QStringLiteral("row"), one.row},
            {QStringLiteral("column"), one.column},
            {QStringLiteral("header"), one.header},
            {QStringLiteral("field"), one.id},
            {QStringLiteral("household_no"), one.household},
            {QStringLiteral("name"), one.person},
            {QStringLiteral("before"), shown(one, one.before)},
            {QStringLiteral("after"), shown(one, one.after)},
            {QStringLiteral("origin"), origin},
            {QStringLiteral("repeats_import"), one.isRepeated()},
            {QStringLiteral("side"), QLatin1String(sideCode(one.side))},
            {QStringLiteral("fixed"), one.fixed}};
}

/// One object of "files".
void write(JsonStream &out, const FilePreview &file)
{
    out.beginObject();
    out.add({{QStringLiteral("file"), QFileInfo(file.file).fileName()},
             {QStringLiteral("kind"), file.kind},
             {QStringLiteral("sheet"), file.sheet},
             {QStringLiteral("header_row"), file.headerRow},
             {QStringLiteral("encoding"), file.encoding},
             {QStringLiteral("data_date"), file.dataDate.toString(Qt::ISODate)},
             {QStringLiteral("report"), file.report},
             {QStringLiteral("mappings"), QJsonArray::fromStringList(file.mappings)}});
    out.add(counts(file));
    out.beginArray("findings");
    for (const ImportFinding &finding : file.findings)
        out.addItem({{QStringLiteral("row"), finding.row},
                     {QStringLiteral("column"), finding.column},
                     {QStringLiteral("header"), finding.header},
                     {QStringLiteral("kind"), finding.kind},
                     {QStringLiteral("severity"), QLatin1String(severityCode(finding.severity))},
                     {QStringLiteral("scope"), finding.scope},
                     {QStringLiteral("message"), ui::findingText(finding)}});
    out.end();
    out.beginArray("differences");
    for (const ImportDifference &one : file.differences)
        out.addItem(toJson(one));
    out.end();
    out.beginArray("measures");
    for (const ImportMeasure &measure : file.measures)
        out.addItem({{QStringLiteral("measure"), measure.measure},
                     {QStringLiteral("key"), measure.key},
                     {QStringLiteral("value"), measure.value}});
    out.end();
    out.end();
}

ImportCounts operator+(const ImportCounts &a, const ImportCounts &b)
{
    return {a.fresh + b.fresh, a.changed + b.changed, a.unchanged + b.unchanged};
}

/// A list of another department is only held against the register.
QString comparedLine(const FilePreview &file)
{
    QString text = Cli::tr("%1: compared %2 rows; %3 persons are in the register, %4 are not; nothing of it "
                           "is stored yet.")
                       .arg(file.file)
                       .arg(file.compared)
                       .arg(file.matched)
                       .arg(file.unmatched);
    if (file.setAside > 0)
        text += Cli::tr(" %1 rows could not be compared.").arg(file.setAside);
    return text;
}

QString line(const FilePreview &file)
{
    if (file.onlyCompared)
        return comparedLine(file);
    QString text = Cli::tr("%1: %2 rows, %3 loaded, %4 unchanged, %5 set aside.")
                       .arg(file.file)
                       .arg(file.rows)
                       .arg(file.imported)
                       .arg(file.unchanged)
                       .arg(file.setAside);
    const auto part = [&](const QString &sentence, const ImportCounts &counts) {
        if (counts.fresh + counts.changed + counts.unchanged > 0)
            text += sentence.arg(counts.fresh).arg(counts.changed).arg(counts.unchanged);
    };
    part(Cli::tr(" Households: %1 new, %2 changed, %3 unchanged."), file.households);
    part(Cli::tr(" Persons: %1 new, %2 changed, %3 unchanged."), file.members);
    part(Cli::tr(" Visits: %1 new, %2 changed, %3 unchanged."), file.visits);
    part(Cli::tr(" Spells of work: %1 new, %2 changed, %3 unchanged."), file.jobs);
    return text;
}

FilePreview sumOf(const std::vector<FilePreview> &files)
{
    FilePreview sum;
    for (const FilePreview &file : files) {
        sum.rows += file.rows;
        sum.imported += file.imported;
        sum.unchanged += file.unchanged;
        sum.setAside += file.setAside;
        sum.compared += file.compared;
        sum.matched += file.matched;
        sum.unmatched += file.unmatched;
        sum.households = sum.households + file.households;
        sum.members = sum.members + file.members;
        sum.visits = sum.visits + file.visits;
        sum.jobs = sum.jobs + file.jobs;
    }
    return sum;
}

/// Where the values of the register come from that the file would replace, or does not.
QString differenceLine(const ImportDifference &one)
{
    const QString values = Cli::tr("  row %1 %2: %3 → %4")
                               .arg(QString::number(one.row),
                                    fieldLabel(fieldDef(one.field), currentLabelLanguage()),
                                    shown(one, one.before), shown(one, one.after));
    const QString origin = one.isLocal()
                               ? Cli::tr(" (typed here on %1 by %2)").arg(ui::instantText(one.atMs), one.by)
                               : QString();
    return values + origin + (one.side == Side::Register ? Cli::tr("; stays as it is here") : QString());
}

QStringList lines(const FilePreview &file)
{
    QStringList out{line(file)};
    for (const ImportDifference &one : file.differences)
        if (one.isLocal() || one.side == Side::Register)
            out << differenceLine(one);
    for (const ImportFinding &finding : file.findings)
        if (finding.severity != FindingSeverity::Info)
            out << (finding.row ? Cli::tr("  row %1 %2: %3")
                                      .arg(finding.row)
                                      .arg(finding.column, ui::findingText(finding))
                                : QStringLiteral("  ") + ui::findingText(finding));
    if (!file.mappings.isEmpty())
        out << Cli::tr("  Saved mappings for such files: %1; --mapping NAME reads by one of them.")
                   .arg(file.mappings.join(QStringLiteral(", ")));
    if (!file.report.isEmpty())
        out << Cli::tr("  Rows set aside: %1. Please correct them there and import that file.")
                   .arg(file.report);
    return out;
}

bool hasProblem(const FilePreview &file)
{
    return std::any_of(file.findings.begin(), file.findings.end(), [](const ImportFinding &finding) {
        return finding.severity != FindingSeverity::Info;
    });
}

void writeAll(qint64 batch, const std::vector<FilePreview> &files, bool dryRun)
{
    JsonStream out(stdout);
    out.add("batch", batch ? QJsonValue(batch) : QJsonValue());
    out.add("dry_run", dryRun);
    out.add("totals", counts(sumOf(files)));
    out.beginArray("files");
    for (const FilePreview &file : files)
        write(out, file);
}

int answerFiles(Cli &cli, qint64 batch, const std::vector<FilePreview> &files, bool dryRun)
{
    const int code = std::any_of(files.begin(), files.end(), hasProblem) ? kFindings : kDone;
    if (cli.json()) {
        writeAll(batch, files, dryRun);
        return Cli::answered(code);
    }
    QStringList all;
    for (const FilePreview &file : files)
        all += lines(file);
    if (batch)
        all << Cli::tr("Import number %1; `ffp import undo %1` takes it back.").arg(batch);
    return cli.answer({}, all, code);
}

} // namespace

int runImport(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Reads registry exports and department files; rows with an error are set aside in the report."),
            QStringLiteral("import FILE… --db FILE [--as KIND] [--map FILE] [--mapping NAME] [--dry-run] "
                           "[--report FILE]"),
            importOptionList() + choiceOptionList()
                << QCommandLineOption{QStringLiteral("dry-run"),
                                      Cli::tr("Show what would happen, write nothing.")}
                << QCommandLineOption{QStringLiteral("report"),
                                      Cli::tr("Write the rows set aside here (.csv or .xlsx)."),
                                      QStringLiteral("FILE")},
            1, -1))
        return *end;
    ImportOptions options;
    if (const auto end = readImportOptions(cli, options))
        return *end;
    if (const auto end = readChoiceOptions(cli, options))
        return *end;
    options.report = cli.option("report");
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    ImportService service(*session);
    FFP_CLI_ASSIGN(std::vector<FilePreview> previews, service.preview(cli.words(), options, cli.progress()));
    if (!cli.isSet("dry-run")) {
        previews = {}; // apply() answers again; the findings of a county need not be there twice
        FFP_CLI_ASSIGN(const ImportResult result, service.apply(cli.progress()));
        return answerFiles(cli, result.batch, result.files, false);
    }
    FFP_CLI_ASSIGN(const QStringList reports, service.writeReports());
    qsizetype next = 0;
    for (FilePreview &file : previews)
        if (file.setAside > 0 && next < reports.size())
            file.report = reports[next++];
    return answerFiles(cli, 0, previews, true);
}

int runImportFields(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Lists the fields that a column mapping (--map) can name."),
                                   QStringLiteral("import fields [KIND]"), {}, 0, 1))
        return *end;
    const QString wanted = cli.words().value(0);
    QJsonArray kinds;
    QStringList lines;
    for (const Code &kind : codeList("import_kind")->codes) {
        const QString code = QLatin1String(kind.code);
        const std::vector<ImportTarget> targets = ImportService::targets(code);
        if (targets.empty() || (!wanted.isEmpty() && wanted != code))
            continue;
        QJsonArray fields;
        lines << QStringLiteral("%1 %2").arg(code, codeLabel(kind, cli.language()));
        for (const ImportTarget &target : targets) {
            const QString label = cli.language() == Language::English ? target.english : target.chinese;
            fields.append(QJsonObject{{QStringLiteral("id"), target.id}, {QStringLiteral("label"), label}});
            lines << QStringLiteral("  %1  %2").arg(target.id, label);
        }
        kinds.append(QJsonObject{{QStringLiteral("kind"), code}, {QStringLiteral("fields"), fields}});
    }
    if (kinds.isEmpty())
        return cli.usage(
            Cli::tr("There is no kind of file called \"%1\"; `ffp import fields` lists them all.")
                .arg(wanted));
    return cli.answer({{QStringLiteral("kinds"), kinds}}, lines);
}

int runImportUndo(Cli &cli)
{
    if (const auto end =
            cli.parse(Cli::tr("Takes one import back as a whole, or says what newer facts forbid it."),
                      QStringLiteral("import undo BATCH --db FILE"), {}, 1, 1))
        return *end;
    bool number = false;
    const qint64 batch = cli.words().first().toLongLong(&number);
    if (!number || batch <= 0)
        return cli.usage(Cli::tr("Please give the import number that the import answered."));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const auto undone = ImportService(*session).undo(batch);
    if (!undone && undone.error().kind == ErrorKind::Blocked && cli.json()) {
        cli.answer({{QStringLiteral("undone"), false},
                    {QStringLiteral("blocked_by"), QJsonArray::fromStringList(undone.error().args)}},
                   {});
        return kFindings;
    }
    if (!undone)
        return cli.refuse(undone.error());
    return cli.answer({{QStringLiteral("undone"), true}, {QStringLiteral("blocked_by"), QJsonArray()}},
                      {Cli::tr("Import %1 was taken back.").arg(batch)});
}

} // namespace ffp::cli
