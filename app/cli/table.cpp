// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/base/outputfile.h"
#include "core/reports/tablereport.h"
#include "ui/printing/documentfile.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace ffp::cli {
namespace {

constexpr qint64 kLargestFile = 1024 * 1024; ///< of a definition; tableFromJson() has its own, smaller limit

QList<QCommandLineOption> definitionOptions()
{
    const QString text = QStringLiteral("TEXT");
    return {{QStringLiteral("of"),
             Cli::tr("What the table is about: household, member, visit …; see table fields."), text},
            {QStringLiteral("where"),
             Cli::tr("Conditions, such as \"年龄>=60 and no visit.visited_on>=2026-10-01\"."), text},
            {QStringLiteral("columns"), Cli::tr("What to list, separated by commas."), text},
            {QStringLiteral("group"), Cli::tr("What to count by; may be repeated; age:16,60 makes bands."),
             text},
            {QStringLiteral("figure"),
             Cli::tr("What to count: households, persons, records, sum:FIELD, mean:FIELD, min:FIELD, "
                     "max:FIELD; may be repeated."),
             text}};
}

QStringList parts(const QString &text)
{
    QStringList out;
    for (const QString &part : text.split(QLatin1Char(','), Qt::SkipEmptyParts))
        out << part.trimmed();
    return out;
}

TableDefinition definitionOf(const Cli &cli, const QString &title)
{
    TableDefinition table;
    table.title = title;
    if (cli.isSet("of"))
        table.subject = cli.option("of");
    table.where = cli.option("where");
    table.columns = parts(cli.option("columns"));
    table.groups = cli.options("group");
    table.figures = cli.options("figure");
    if (table.columns.isEmpty() && table.figures.isEmpty())
        table.figures = QStringList{QStringLiteral("households")};
    return table;
}

bool isDefined(const Cli &cli)
{
    return cli.isSet("of") || cli.isSet("where") || cli.isSet("columns") || cli.isSet("group")
           || cli.isSet("figure");
}

QJsonObject jsonOf(const TableDefinition &table)
{
    return {{QStringLiteral("title"), table.title},
            {QStringLiteral("of"), table.subject},
            {QStringLiteral("where"), table.where},
            {QStringLiteral("columns"), QJsonArray::fromStringList(table.columns)},
            {QStringLiteral("groups"), QJsonArray::fromStringList(table.groups)},
            {QStringLiteral("figures"), QJsonArray::fromStringList(table.figures)}};
}

/// The cells as texts, row by row.
Result<> readTexts(const TableDocument &document, QJsonArray &rows, QStringList &lines)
{
    return document.rows->read(0, document.rows->count(), [&](qsizetype, const TableRow &row) -> Result<> {
        QStringList line;
        for (size_t i = 0; i < row.cells.size(); ++i)
            line << cellText(document.columns[i], row.cells[i]);
        rows.append(QJsonArray::fromStringList(line));
        lines << line.join(QLatin1Char('\t'));
        return {};
    });
}

int answerChange(Cli &cli, const Result<ChangeSummary> &change, const QString &title, const QString &sentence)
{
    if (!change)
        return cli.refuse(change.error());
    return cli.answer({{QStringLiteral("table"), title}}, {sentence});
}

} // namespace

int runTableFields(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Lists what tables can be about, or the fields of one of these."),
                                   QStringLiteral("table fields [OF]"), {}, 0, 1))
        return *end;
    QJsonArray known;
    QStringList lines;
    const bool chinese = cli.language() == Language::Chinese;
    if (cli.words().isEmpty()) {
        for (const TableSubject &subject : TableService::subjects()) {
            const QString &label = chinese ? subject.label : subject.english;
            known.append(QJsonObject{{QStringLiteral("id"), subject.id}, {QStringLiteral("label"), label}});
            lines << subject.id + QLatin1Char('\t') + label;
        }
        return cli.answer({{QStringLiteral("subjects"), known}}, lines);
    }
    for (const TableColumnInfo &column : TableService::columns(cli.words().first())) {
        const QString label = fieldLabel(column.shape, cli.language());
        known.append(QJsonObject{{QStringLiteral("id"), column.id}, {QStringLiteral("label"), label}});
        lines << column.id + QLatin1Char('\t') + label;
    }
    if (known.isEmpty())
        return cli.usage(Cli::tr("Please name one of the words that table fields lists."));
    return cli.answer({{QStringLiteral("fields"), known}}, lines);
}

int runTableList(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Lists the tables of the policy pack and those that were saved."),
                                   QStringLiteral("table list --db FILE"), {}, 0, 0))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const auto views, TableService(*session).views());
    QJsonArray known;
    QStringList lines;
    for (const TableService::View &view : views) {
        QJsonObject object = jsonOf(view.table);
        object.insert(QStringLiteral("of_pack"), view.ofPack);
        known.append(object);
        lines << view.table.title;
    }
    return cli.answer({{QStringLiteral("tables"), known}}, lines);
}

int runTableShow(Cli &cli)
{
    QList<QCommandLineOption> options = definitionOptions();
    options << QCommandLineOption(QStringLiteral("area"), Cli::tr("Division code of 12 digits."),
                                  QStringLiteral("CODE12"))
            << QCommandLineOption(QStringLiteral("out"), Cli::tr("File to write: .pdf, .xlsx or .csv."),
                                  QStringLiteral("FILE"))
            << QCommandLineOption(QStringLiteral("full"),
                                  Cli::tr("Sensitive facts in full; noted in the access log."));
    if (const auto end = cli.parse(
            Cli::tr(
                "Lists or counts records of the register by saved name or by the options; says below what "
                "each figure means."),
            QStringLiteral(
                "table show [NAME] --db FILE [--of X --where … --columns A,B | --group A --figure B] "
                "[--out FILE]"),
            options, 0, 1))
        return *end;
    if (cli.words().isEmpty() != isDefined(cli))
        return cli.usage(
            Cli::tr("Please give either the name of a saved table or what the table is made of."));
    const QString out = cli.option("out");
    if (!out.isEmpty() && !ui::canBeWritten(out))
        return cli.usage(Cli::tr("Please give --out a file that ends in .pdf, .xlsx or .csv."));
    FFP_CLI_ASSIGN(const AreaCode area, cli.area());
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    TableRequest request{definitionOf(cli, {}), area, cli.isSet("full")};
    if (!cli.words().isEmpty()) {
        FFP_CLI_ASSIGN(const TableService::View view, TableService(*session).view(cli.words().first()));
        request.table = view.table;
    }
    FFP_CLI_ASSIGN(AdHocTables tables, makeTable(*session, request, cli.language(), cli.progress()));
    TableDocument &shown = tables.screen ? *tables.screen : tables.printed;
    QJsonArray columns;
    QStringList heads;
    for (const TableColumn &column : shown.columns) {
        columns.append(
            QJsonObject{{QStringLiteral("id"), column.id}, {QStringLiteral("label"), column.header}});
        heads << column.header;
    }
    QJsonArray rows;
    QStringList lines{shown.title, heads.join(QLatin1Char('\t'))};
    FFP_CLI_ASSIGN(const auto read, readTexts(shown, rows, lines).map([] { return true; }));
    Q_UNUSED(read)
    lines << shown.notes;
    QJsonObject answer{{QStringLiteral("title"), shown.title},
                       {QStringLiteral("columns"), columns},
                       {QStringLiteral("rows"), rows},
                       {QStringLiteral("notes"), QJsonArray::fromStringList(shown.notes)}};
    if (!out.isEmpty()) {
        FFP_CLI_ASSIGN(const ui::PrintReport report,
                       ui::writeDocument(std::make_shared<const TableDocument>(std::move(tables.printed)),
                                         out, cli.progress()));
        if (const auto noted = recordTableUse(*session, request, QFileInfo(out).suffix().toLower(),
                                              report.pages);
            !noted)
            return cli.refuse(noted.error());
        answer.insert(QStringLiteral("file"), out);
        lines = {Cli::tr("Wrote %1: %2 rows.").arg(out).arg(rows.size())};
    }
    return cli.answer(answer, lines);
}

int runTableSave(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Keeps a table under a name; the same name replaces it."),
                                   QStringLiteral("table save NAME --db FILE --of X …"), definitionOptions(),
                                   1, 1))
        return *end;
    if (!isDefined(cli))
        return cli.usage(Cli::tr("Please say what the table is made of."));
    const QString title = cli.words().first();
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    return answerChange(cli, TableService(*session).save(definitionOf(cli, title)), title,
                        Cli::tr("Saved %1.").arg(title));
}

int runTableRemove(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Takes a saved table out."),
                                   QStringLiteral("table remove NAME --db FILE"), {}, 1, 1))
        return *end;
    const QString title = cli.words().first();
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    return answerChange(cli, TableService(*session).remove(title), title, Cli::tr("Removed %1.").arg(title));
}

int runTableExport(Cli &cli)
{
    if (const auto end =
            cli.parse(Cli::tr("Writes the definition of a table to a file for another office; no "
                              "data of the register."),
                      QStringLiteral("table export NAME --db FILE --out FILE"),
                      {{QStringLiteral("out"), Cli::tr("File to write."), QStringLiteral("FILE")}}, 1, 1))
        return *end;
    const QString out = cli.option("out");
    if (out.isEmpty())
        return cli.usage(Cli::tr("Please give --out the file to write."));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const TableService::View view, TableService(*session).view(cli.words().first()));
    OutputFile target(out);
    if (const auto begun = target.begin(); !begun)
        return cli.refuse(begun.error());
    QFile file(target.temporaryPath());
    const QByteArray json = tableToJson(view.table);
    if (!file.open(QIODevice::WriteOnly) || file.write(json) != json.size() || !file.flush())
        return cli.refuse(target.error(file.errorString()));
    file.close();
    if (const auto done = target.commit(); !done)
        return cli.refuse(done.error());
    return cli.answer({{QStringLiteral("file"), out}}, {Cli::tr("Wrote %1.").arg(out)});
}

int runTableLoad(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Keeps the table that another office wrote with table export."),
                                   QStringLiteral("table load FILE --db FILE"), {}, 1, 1))
        return *end;
    QFile file(cli.words().first());
    if (!file.open(QIODevice::ReadOnly)) {
        Error error = Error::of(ErrorKind::FileUnreadable, file.errorString());
        error.subject.file = file.fileName();
        return cli.refuse(error);
    }
    FFP_CLI_ASSIGN(const TableDefinition table, tableFromJson(file.read(kLargestFile), file.fileName()));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    return answerChange(cli, TableService(*session).save(table), table.title,
                        Cli::tr("Saved %1.").arg(table.title));
}

} // namespace ffp::cli
