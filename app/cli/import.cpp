// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/jsonstream.h"
#include "core/base/about.h"
#include "core/domain/codelist.h"
#include "core/services/importservice.h"
#include "ui/common/findingtext.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

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
            {QStringLiteral("visits"), toJson(file.visits)}};
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
             {QStringLiteral("report"), file.report}});
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
    }
    return sum;
}

QStringList lines(const FilePreview &file)
{
    QStringList out{line(file)};
    for (const ImportFinding &finding : file.findings)
        if (finding.severity != FindingSeverity::Info)
            out << (finding.row ? Cli::tr("  row %1 %2: %3")
                                      .arg(finding.row)
                                      .arg(finding.column, ui::findingText(finding))
                                : QStringLiteral("  ") + ui::findingText(finding));
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

/// {"header": "field id", …}
Result<QMap<QString, QString>> readMapping(const QString &path)
{
    QMap<QString, QString> mapping;
    if (path.isEmpty())
        return mapping;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::onFile(ErrorKind::FileUnreadable, path, file.errorString()));
    QJsonParseError parseError;
    const QJsonObject object = QJsonDocument::fromJson(file.readAll(), &parseError).object();
    if (parseError.error != QJsonParseError::NoError || object.isEmpty())
        return fail(Error{ErrorKind::InvalidArgument,
                          aboutField({}, QStringLiteral("--map")),
                          {},
                          parseError.errorString()});
    // What is no text is no field either: it must not pass for "" (keep the text only).
    for (auto it = object.begin(); it != object.end(); ++it)
        mapping.insert(it.key(),
                       it.value().isString() || it.value().isNull()
                           ? it.value().toString()
                           : QString::fromUtf8(QJsonDocument(QJsonObject{{it.key(), it.value()}}).toJson()));
    return mapping;
}

} // namespace

int runImport(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Reads registry exports and department files; rows with an error are set aside in the report."),
            QStringLiteral("import FILE… --db FILE [--as KIND] [--map FILE] [--dry-run] [--report FILE]"),
            {{QStringLiteral("as"), Cli::tr("Kind of file; auto recognises it."), QStringLiteral("KIND"),
              QStringLiteral("auto")},
             {QStringLiteral("map"), Cli::tr("JSON file: header → field."), QStringLiteral("FILE")},
             {QStringLiteral("sheet"), Cli::tr("Name of the sheet; without it the first one that fits."),
              QStringLiteral("NAME")},
             {QStringLiteral("village"), Cli::tr("Village of rows that name none, as a code of 12 digits."),
              QStringLiteral("CODE")},
             {QStringLiteral("marks-mean-yes"), Cli::tr("√ means yes and × means no in these files.")},
             {QStringLiteral("dry-run"), Cli::tr("Show what would happen, write nothing.")},
             {QStringLiteral("report"), Cli::tr("Write the rows set aside here (.csv or .xlsx)."),
              QStringLiteral("FILE")}},
            1, -1))
        return *end;
    ImportOptions options;
    options.as = cli.option("as");
    options.sheet = cli.option("sheet");
    options.marksMeanYes = cli.isSet("marks-mean-yes");
    options.report = cli.option("report");
    if (const QString village = cli.option("village"); !village.isEmpty()) {
        if (AreaCode::fromString(village).level() != AreaLevel::Village)
            return cli.usage(Cli::tr("Please give the village as a code of 12 digits."));
        options.villages.insert(QString(), village);
    }
    options.wording = [](const QString &kind) { return ui::findingText(kind); };
    FFP_CLI_ASSIGN(options.mapping, readMapping(cli.option("map")));
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
