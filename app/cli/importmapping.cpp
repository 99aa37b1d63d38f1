// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/importwords.h"
#include "core/services/importservice.h"
#include "core/services/mappingservice.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace ffp::cli {
namespace {

QJsonObject toJson(const SavedMapping &mapping)
{
    QJsonObject object = QJsonDocument::fromJson(mappingToJson(mapping)).object();
    object.insert(QStringLiteral("name"), mapping.name);
    return object;
}

int answerSaved(Cli &cli, const SavedMapping &mapping)
{
    return cli.answer({{QStringLiteral("mapping"), toJson(mapping)}},
                      {Cli::tr("The mapping \"%1\" is saved: %2 columns.")
                           .arg(mapping.name)
                           .arg(mapping.columns.size())});
}

} // namespace

int runMappingList(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Lists the saved column mappings of senders."),
                                   QStringLiteral("import mapping list --db FILE"), {}, 0, 0))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const std::vector<SavedMapping> mappings, MappingService(*session).list());
    QJsonArray array;
    QStringList lines;
    for (const SavedMapping &mapping : mappings) {
        array.append(toJson(mapping));
        lines << Cli::tr("%1: %2 columns").arg(mapping.name).arg(mapping.columns.size());
    }
    lines << Cli::tr("%1 mappings are saved.").arg(mappings.size());
    return cli.answer({{QStringLiteral("mappings"), array}}, lines);
}

int runMappingSave(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr("Saves how the files of a sender are read, for all files with the headers of this one."),
            QStringLiteral("import mapping save NAME FILE --map FILE --db FILE"), importOptionList(), 2, 2))
        return *end;
    ImportOptions options;
    if (const auto end = readImportOptions(cli, options))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const FilePreview file, ImportService::look(cli.words().at(1), options, cli.progress()));
    const SavedMapping mapping = SavedMapping::of(cli.words().first().simplified(), options, file);
    if (const auto saved = MappingService(*session).save(mapping); !saved)
        return cli.refuse(saved.error());
    return answerSaved(cli, mapping);
}

int runMappingExport(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Writes a saved mapping into a file, for another office."),
                                   QStringLiteral("import mapping export NAME --out FILE --db FILE"),
                                   {{QStringLiteral("out"), Cli::tr("The file."), QStringLiteral("FILE")}}, 1,
                                   1))
        return *end;
    const QString path = cli.option("out");
    if (path.isEmpty())
        return cli.usage(Cli::tr("Please add --%1.").arg(QStringLiteral("out")));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const SavedMapping mapping, MappingService(*session).named(cli.words().first()));
    if (const auto written = writeMappingFile(mapping, path); !written)
        return cli.refuse(written.error());
    return cli.answer({{QStringLiteral("file"), path}}, {Cli::tr("Written to %1.").arg(path)});
}

int runMappingLoad(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Saves the mapping that a file holds."),
                                   QStringLiteral("import mapping load FILE [--name NAME] --db FILE"),
                                   {{QStringLiteral("name"), Cli::tr("Another name than the file says."),
                                     QStringLiteral("NAME")}},
                                   1, 1))
        return *end;
    FFP_CLI_ASSIGN(SavedMapping mapping, readMappingFile(cli.words().first()));
    if (const QString name = cli.option("name").simplified(); !name.isEmpty())
        mapping.name = name;
    if (mapping.name.isEmpty())
        return cli.usage(Cli::tr("Please add --%1.").arg(QStringLiteral("name")));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    if (const auto saved = MappingService(*session).save(mapping); !saved)
        return cli.refuse(saved.error());
    return answerSaved(cli, mapping);
}

int runMappingRemove(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Removes a saved mapping; `ffp undo` brings it back."),
                                   QStringLiteral("import mapping remove NAME --db FILE"), {}, 1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    if (const auto removed = MappingService(*session).remove(cli.words().first()); !removed)
        return cli.refuse(removed.error());
    return cli.answer({{QStringLiteral("removed"), cli.words().first()}},
                      {Cli::tr("The mapping \"%1\" is removed.").arg(cli.words().first())});
}

} // namespace ffp::cli
