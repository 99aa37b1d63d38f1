// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/importwords.h"

#include "core/domain/codelist.h"
#include "core/services/importservice.h"
#include "core/services/mappingservice.h"
#include "ui/common/findingtext.h"

namespace ffp::cli {
namespace {

/// NAME=CODE, or CODE for rows that name no village. Empty when one of them is none.
std::optional<QMap<QString, QString>> villagesOf(const QStringList &words)
{
    QMap<QString, QString> villages;
    for (const QString &word : words) {
        const qsizetype mark = word.lastIndexOf(u'=');
        const QString code = word.sliced(mark + 1);
        if (AreaCode::fromString(code).level() != AreaLevel::Village)
            return std::nullopt;
        villages.insert(word.first(qMax(qsizetype(0), mark)), code);
    }
    return villages;
}

std::optional<Side> sideOf(QStringView word)
{
    if (word == u"local")
        return Side::Register;
    return word == u"file" ? std::optional(Side::File) : std::nullopt;
}

/// An id that `ffp import fields` lists.
bool isField(const QString &id)
{
    for (const Code &kind : codeList("import_kind")->codes)
        for (const ImportTarget &target : ImportService::targets(QLatin1String(kind.code)))
            if (target.id == id)
                return true;
    return false;
}

/// [ROW:][FIELD]=local|file, at least one of row and field.
bool addChoice(const QString &word, ImportChoice &choice)
{
    const QString name = word.section(u'=', 0, -2);
    const auto side = sideOf(word.section(u'=', -1));
    const bool hasRow = name.contains(u':');
    const QString field = hasRow ? name.section(u':', 1) : name;
    const qint64 row = hasRow ? name.section(u':', 0, 0).toLongLong() : 0;
    if (!side || (hasRow ? row <= 0 : field.isEmpty()) || (!field.isEmpty() && !isField(field)))
        return false;
    if (!hasRow)
        choice.columns.insert(field, *side);
    else if (field.isEmpty())
        choice.rows.insert(row, *side);
    else
        choice.cells.insert({row, field}, *side);
    return true;
}

/// False when something of it cannot be read.
bool readChoice(const Cli &cli, ImportOptions &options)
{
    ImportChoice choice;
    const auto all = sideOf(cli.option("prefer"));
    if (!all)
        return false;
    choice.all = *all;
    for (const QString &word : cli.options("prefer-field"))
        if (!addChoice(word, choice))
            return false;
    options.choices.insert(QString(), choice);
    options.reason = cli.option("reason").simplified();
    return true;
}

/// What is said by name goes before what is saved.
Result<> addMappings(Cli &cli, ImportOptions &options)
{
    if (const QString path = cli.option("map"); !path.isEmpty()) {
        FFP_ASSIGN(const SavedMapping mapping, readMappingFile(path));
        mapping.addTo(options);
    }
    if (const QString name = cli.option("mapping"); !name.isEmpty()) {
        FFP_ASSIGN(Session *const session, cli.session());
        FFP_ASSIGN(const SavedMapping mapping, MappingService(*session).named(name));
        mapping.addTo(options);
    }
    return {};
}

} // namespace

QList<QCommandLineOption> importOptionList()
{
    return {{QStringLiteral("as"), Cli::tr("Kind of file; auto recognises it."), QStringLiteral("KIND"),
             QStringLiteral("auto")},
            {QStringLiteral("map"), Cli::tr("JSON file: header → field."), QStringLiteral("FILE")},
            {QStringLiteral("mapping"),
             Cli::tr("Saved mapping of this sender, see `ffp import mapping list`."), QStringLiteral("NAME")},
            {QStringLiteral("sheet"), Cli::tr("Name of the sheet; without it the first one that fits."),
             QStringLiteral("NAME")},
            {QStringLiteral("village"),
             Cli::tr("Village of rows that name none, as a code of 12 digits; NAME=CODE for rows with a name "
                     "that the division table does not tell for certain. May be given several times."),
             QStringLiteral("[NAME=]CODE")},
            {QStringLiteral("marks-mean-yes"), Cli::tr("√ means yes and × means no in these files.")}};
}

QList<QCommandLineOption> choiceOptionList()
{
    return {{QStringLiteral("prefer"),
             Cli::tr("Which side counts where file and register differ: file, or local for what is here."),
             QStringLiteral("SIDE"), QStringLiteral("file")},
            {QStringLiteral("prefer-field"),
             Cli::tr("The same for one field (member.phone=local), one row (12:=local) or one cell "
                     "(12:member.phone=file); may be given several times."),
             QStringLiteral("[ROW:][FIELD]=SIDE")},
            {QStringLiteral("reason"),
             Cli::tr("Why, for the history; without numbers of certificates or phones."),
             QStringLiteral("TEXT")}};
}

std::optional<int> readChoiceOptions(Cli &cli, ImportOptions &options)
{
    if (!readChoice(cli, options))
        return cli.usage(
            Cli::tr("Please give a side as local or file, and fields as `ffp import fields` lists them."));
    return std::nullopt;
}

std::optional<int> readImportOptions(Cli &cli, ImportOptions &options)
{
    options.as = cli.option("as");
    options.sheet = cli.option("sheet");
    options.marksMeanYes = cli.isSet("marks-mean-yes");
    const auto villages = villagesOf(cli.options("village"));
    if (!villages)
        return cli.usage(Cli::tr("Please give the village as a code of 12 digits."));
    options.villages = *villages;
    options.wording = [](const QString &kind) { return ui::findingText(kind); };
    if (const auto added = addMappings(cli, options); !added)
        return cli.refuse(added.error());
    return std::nullopt;
}

} // namespace ffp::cli
