// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/fieldwords.h"
#include "app/cli/helpwords.h"
#include "app/cli/recordjson.h"
#include "core/services/entryservice.h"
#include "core/services/registryservice.h"
#include "ui/common/fieldtext.h"

#include <QJsonArray>

namespace ffp::cli {
namespace {

QString kindNames()
{
    QStringList names;
    for (const Entity entity : EntryService::kinds())
        names << QStringLiteral("%1 (%2)").arg(QLatin1String(entityDef(entity).id),
                                               ui::entityLabel(entityDef(entity)));
    return names.join(QStringLiteral(", "));
}

std::optional<Entity> kindNamed(const QString &word)
{
    for (const Entity entity : EntryService::kinds())
        if (const EntityDef &def = entityDef(entity);
            word == QLatin1String(def.id) || word == QString::fromUtf16(def.label)
            || word.compare(QLatin1String(def.english), Qt::CaseInsensitive) == 0)
            return entity;
    return std::nullopt;
}

int answerEntry(Cli &cli, Session &session, RecordId id)
{
    FFP_CLI_ASSIGN(const Record entry, EntryService(session).entry(id));
    const RecordText text{cli.language(), true};
    return cli.answer({{QStringLiteral("entry"), text.json(entry)}},
                      QStringList{text.heading(entry)} + text.lines(entry, QStringLiteral("    ")));
}

} // namespace

int runEntryAdd(Cli &cli)
{
    if (const auto end =
            cli.parse(Cli::tr("Adds an entry about a household. KIND is one of: %1.").arg(kindNames()),
                      QStringLiteral("entry add HOUSEHOLD KIND --db FILE --set FIELD=VALUE … [--member M] "
                                     "[--note TEXT]"),
                      {setOption(),
                       noteOption(),
                       {QStringLiteral("member"), Cli::tr("Which member it is about: number, name or id."),
                        QStringLiteral("M")}},
                      2, 2))
        return *end;
    const std::optional<Entity> entity = kindNamed(cli.words().at(1));
    if (!entity)
        return cli.usage(Cli::tr("Please give KIND as one of: %1.").arg(kindNames()));
    const int memberField = fieldIndex(*entity, "member_id");
    if (cli.isSet("member") && memberField < 0)
        return cli.usage(Cli::tr("Such an entry is not about a member."));
    FFP_CLI_ASSIGN(FieldValues values, fieldValues(cli, *entity, cli.options("set")));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const RegistryService registry(*session);
    FFP_CLI_ASSIGN(const RecordId household, registry.findHousehold(cli.words().first()));
    if (cli.isSet("member")) {
        FFP_CLI_ASSIGN(const RecordId person, registry.findMember(cli.option("member"), household));
        values.emplace_back(FieldRef{*entity, static_cast<quint16>(memberField)}, Value(person));
    }
    FFP_CLI_ASSIGN(const RecordId made,
                   EntryService(*session).add(*entity, household, values, cli.option("note")));
    return answerEntry(cli, *session, made);
}

int runEntryEdit(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Changes fields of an entry about a household."),
                                   QStringLiteral(
                                       "entry edit ENTRY --db FILE --set FIELD=VALUE … [--note TEXT]"),
                                   {setOption(), noteOption()}, 1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    EntryService service(*session);
    const RecordId id = RecordId::fromString(cli.words().first());
    FFP_CLI_ASSIGN(const Record entry, service.entry(id));
    FFP_CLI_ASSIGN(const FieldValues values, fieldValues(cli, entry.entity, cli.options("set")));
    if (values.empty())
        return cli.usage(Cli::tr("Please say with --set what changes."));
    if (const auto done = service.edit(id, values, cli.option("note")); !done)
        return cli.refuse(done.error());
    return answerEntry(cli, *session, id);
}

int runEntryVoid(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Takes out an entry that was a mistake; its history stays."),
                                   QStringLiteral("entry void ENTRY --db FILE --reason TEXT"),
                                   {reasonOfEnd()}, 1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const RecordId id = RecordId::fromString(cli.words().first());
    FFP_CLI_ASSIGN(const ChangeSummary done, EntryService(*session).voidMistake(id, cli.option("reason")));
    return cli.answer({{QStringLiteral("entry"), id.toString()}, {QStringLiteral("operation"), done.change}},
                      {Cli::tr("Taken out; ffp undo brings it back.")});
}

} // namespace ffp::cli
