// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/fieldwords.h"
#include "app/cli/recordjson.h"
#include "core/domain/fields/attachmentfields.h"
#include "core/services/attachmentservice.h"

namespace ffp::cli {
namespace {

constexpr FieldOption kOptions[] = {
    {"title", attachment::f("title")},
    {"kind", attachment::f("kind")},
    {"date", attachment::f("taken_on")},
    {"note", attachment::f("remark")},
};

QString megabytes(qint64 bytes)
{
    constexpr double kMegabyte = 1024.0 * 1024.0;
    return QString::number(double(bytes) / kMegabyte, 'f', 1);
}

/// The attachments of the household, and the room that those of the site take.
int answerAll(Cli &cli, Session &session, RecordId household, QJsonObject document)
{
    const AttachmentService service(session);
    FFP_CLI_ASSIGN(const std::vector<Record> all, service.listOf(household));
    FFP_CLI_ASSIGN(const AttachmentRoom room, service.room());
    const RecordText text{cli.language(), true};
    document.insert(QStringLiteral("attachments"), text.json(all));
    document.insert(QStringLiteral("bytes"), room.used);
    document.insert(QStringLiteral("budget"), room.budget);
    QStringList lines{Cli::tr("%1 attachments; those of the office take %2 of %3 MB.")
                          .arg(QString::number(all.size()), megabytes(room.used), megabytes(room.budget))};
    for (const Record &record : all)
        lines << QStringLiteral("  ") + record.id.toString() + QStringLiteral("  ")
                     + text.lines(record, {}).join(QStringLiteral("  "));
    return cli.answer(document, lines);
}

} // namespace

int runAttachmentAdd(Cli &cli)
{
    QList<QCommandLineOption> options = commandOptions(kOptions);
    options << QCommandLineOption(QStringLiteral("member"),
                                  Cli::tr("About this member: id, person number or name."),
                                  QStringLiteral("MEMBER"));
    if (const auto end = cli.parse(
            Cli::tr("Keeps a scan or photo (jpg, png, pdf) of a household, encrypted in the data file."),
            QStringLiteral("attachment add HOUSEHOLD FILE --db FILE [--title TEXT] [--kind K] [--date D] "
                           "[--member M]"),
            options, 2, 2))
        return *end;
    const Result<FieldValues> values = optionValues(cli, kOptions);
    if (!values)
        return refuseOption(cli, kOptions, values.error());
    FFP_CLI_ASSIGN(NewAttachment file, AttachmentService::read(cli.words().last()));
    file.values = *values;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const RegistryService registry(*session);
    FFP_CLI_ASSIGN(const RecordId household, registry.findHousehold(cli.words().first()));
    if (cli.isSet("member")) {
        FFP_CLI_ASSIGN(const RecordId person, registry.findMember(cli.option("member"), household));
        file.values.emplace_back(attachment::f("member_id"), Value(person));
    }
    FFP_CLI_ASSIGN(const RecordId made, AttachmentService(*session).add(household, file));
    return answerAll(cli, *session, household, {{QStringLiteral("attachment"), made.toString()}});
}

int runAttachmentList(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr(
                                       "Lists the attachments of a household, and the room that is left."),
                                   QStringLiteral("attachment list HOUSEHOLD --db FILE"), {}, 1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const RecordId household, RegistryService(*session).findHousehold(cli.words().first()));
    return answerAll(cli, *session, household, {});
}

int runAttachmentSave(Cli &cli)
{
    if (const auto end =
            cli.parse(Cli::tr("Saves a copy of an attachment in the open; written to the access log."),
                      QStringLiteral("attachment save ATTACHMENT --db FILE --out FILE"),
                      {{QStringLiteral("out"), Cli::tr("The file to write."), QStringLiteral("FILE")}}, 1, 1))
        return *end;
    if (!cli.isSet("out"))
        return cli.usage(Cli::tr("Please name the file to write with --out."));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const RecordId id = RecordId::fromString(cli.words().first());
    if (const auto saved = AttachmentService(*session).saveCopy(id, cli.option("out")); !saved)
        return cli.refuse(saved.error());
    return cli.answer({{QStringLiteral("attachment"), id.toString()},
                       {QStringLiteral("out"), cli.option("out")}},
                      {Cli::tr("Saved %1.").arg(cli.option("out"))});
}

int runAttachmentVoid(Cli &cli)
{
    if (const auto end =
            cli.parse(Cli::tr("Takes out an attachment that was kept by mistake; its history stays."),
                      QStringLiteral("attachment void ATTACHMENT --db FILE --reason TEXT"),
                      {{QStringLiteral("reason"), Cli::tr("Why; stands in the history."),
                        QStringLiteral("TEXT")}},
                      1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const RecordId id = RecordId::fromString(cli.words().first());
    AttachmentService service(*session);
    FFP_CLI_ASSIGN(const ChangeSummary done, service.voidMistake(id, cli.option("reason")));
    FFP_CLI_ASSIGN(const Record record, service.record(id));
    return answerAll(cli, *session, record[attachment::f("household_id")].toRef(),
                     {{QStringLiteral("attachment"), id.toString()},
                      {QStringLiteral("operation"), done.change}});
}

} // namespace ffp::cli
