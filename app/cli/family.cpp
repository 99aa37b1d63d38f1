// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/fieldwords.h"
#include "app/cli/recordjson.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/householdnumber.h"
#include "core/services/householdchanges.h"

#include <QJsonArray>

namespace ffp::cli {
namespace {

QCommandLineOption dateOption()
{
    return {QStringLiteral("date"), Cli::tr("Day of the change, YYYY-MM-DD; today when it is left out."),
            QStringLiteral("DATE")};
}
QCommandLineOption headOption()
{
    return {QStringLiteral("head"), Cli::tr("The member who becomes head: id, person number or name."),
            QStringLiteral("MEMBER")};
}
QCommandLineOption areaOption()
{
    return {QStringLiteral("area"), Cli::tr("12-digit code of the village."), QStringLiteral("CODE")};
}
QCommandLineOption dryRunOption()
{
    return {QStringLiteral("dry-run"),
            Cli::tr("Only shows what the members would be to the new head; \"?\" marks what is to be said "
                    "with --relation.")};
}

/// One command on families: its words read, answered in one form.
class FamilyCommand
{
public:
    FamilyCommand(Cli &cli, Session &session)
        : m_cli(cli),
          m_registry(session),
          m_changes(session),
          m_text{cli.language(), true}
    {}

    RegistryService &registry() { return m_registry; }
    HouseholdChanges &changes() { return m_changes; }

    Result<ChangeOccasion> occasion() const
    {
        FFP_ASSIGN(const QDate on, m_cli.date("date"));
        return ChangeOccasion{on.isValid() ? on : m_cli.clock().today(), m_cli.option("reason")};
    }
    /// `option` names the head, --relation what the others are to it; no head when it was not given.
    Result<NewHead> headOf(RecordId household, const char *option) const
    {
        NewHead next;
        if (m_cli.isSet(option)) {
            FFP_ASSIGN(next.head, m_registry.findMember(m_cli.option(option), household));
        }
        FFP_ASSIGN(next.relations, relationsOf(household));
        return next;
    }
    Result<std::map<RecordId, QString>> relationsOf(RecordId household) const
    {
        return relationWords(m_cli, m_registry, household);
    }
    /// The households as they are now.
    int answer(const std::vector<RecordId> &households, const Result<ChangeSummary> &done)
    {
        if (done)
            return answer(households, done->change);
        if (done.error().kind == ErrorKind::InvalidArgument
            && done.error().subject.field == QLatin1String("change_kind"))
            return m_cli.usage(
                Cli::tr("Please give --kind as birth, marry_in, return or other_in for who "
                        "comes, and as death, marry_out, move_out or other_out for who leaves."));
        return m_cli.refuse(done.error());
    }
    int answer(const std::vector<RecordId> &households, qint64 operation = 0)
    {
        QJsonArray array;
        QStringList lines;
        for (const RecordId &id : households) {
            const Result<HouseholdDetail> read = m_registry.household(id);
            if (!read)
                return m_cli.refuse(read.error());
            const HouseholdDetail &detail = *read;
            QJsonObject object = m_text.json(detail.household);
            object.insert(QStringLiteral("voided"), detail.household.voided);
            object.insert(QStringLiteral("head_name"), detail.headName);
            object.insert(QStringLiteral("members"), m_text.json(detail.members));
            array.append(object);
            lines << heading(detail);
            for (const Record &person : detail.members)
                lines << memberLine(person);
        }
        QJsonObject document{{QStringLiteral("households"), array}};
        if (operation != 0)
            document.insert(QStringLiteral("operation"), operation);
        return m_cli.answer(document, lines);
    }
    int answerRelations(RecordId household, RecordId head, const std::vector<RecordId> &leaving = {})
    {
        const auto proposals = m_changes.relations(household, head, leaving);
        if (!proposals)
            return m_cli.refuse(proposals.error());
        QJsonArray array;
        QStringList lines;
        for (const RelationProposal &one : *proposals) {
            array.append(QJsonObject{{QStringLiteral("member"), one.member.toString()},
                                     {QStringLiteral("name"), one.name},
                                     {QStringLiteral("before"), one.before},
                                     {QStringLiteral("after"), one.after.relation},
                                     {QStringLiteral("sure"), one.after.sure}});
            lines << QStringLiteral("%1  %2 → %3%4")
                         .arg(one.name, relationText(one.before), relationText(one.after.relation),
                              one.after.sure ? QString() : QStringLiteral("?"));
        }
        return m_cli.answer({{QStringLiteral("relations"), array}}, lines);
    }

    int answerBelongings(RecordId household)
    {
        const auto counts = m_changes.belongings(household);
        if (!counts)
            return m_cli.refuse(counts.error());
        QJsonObject object;
        QStringList lines;
        for (const auto &[kind, count] : *counts) {
            const EntityDef &entity = entityDef(kind);
            object.insert(QLatin1String(entity.id), count);
            const QString label = m_cli.language() == Language::Chinese ? QString::fromUtf16(entity.label)
                                                                        : QString::fromUtf8(entity.english);
            lines << QStringLiteral("%1  %2").arg(label).arg(count);
        }
        return m_cli.answer({{QStringLiteral("goes_along"), object}}, lines);
    }

private:
    QString relationText(const QString &code) const
    {
        return displayText(fieldDef(member::f("relation")), Value(code), m_cli.language());
    }
    QString memberLine(const Record &person) const
    {
        const auto text = [&](FieldRef field) {
            return displayText(fieldDef(field), person[field], m_cli.language());
        };
        return QStringLiteral("  %1  %2  %3 %4")
            .arg(text(member::f("relation")), text(member::f("name")), text(member::f("change_kind")),
                 text(member::f("change_on")))
            .trimmed();
    }
    static QString heading(const HouseholdDetail &detail)
    {
        const QString line = QStringLiteral("%1  %2  %3")
                                 .arg(householdNumber(detail.household), detail.areaName, detail.headName);
        return detail.household.voided ? Cli::tr("%1  (no longer in the register)").arg(line) : line;
    }
    Cli &m_cli;
    RegistryService m_registry;
    HouseholdChanges m_changes;
    RecordText m_text;
};

} // namespace

int runHouseholdSplit(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Founds a new household of some members of one; when its head goes, --remaining-head says "
                "who follows."),
            QStringLiteral("household split ID --db FILE --member M … --head M [--remaining-head M] "
                           "[--relation M=RELATION …] [--set FIELD=VALUE …] --reason TEXT"),
            {{QStringLiteral("member"), Cli::tr("Who leaves; may be given several times."),
              QStringLiteral("MEMBER")},
             headOption(),
             {QStringLiteral("remaining-head"), Cli::tr("Who becomes head of those who stay."),
              QStringLiteral("MEMBER")},
             relationOption(),
             setOption(),
             {QStringLiteral("cases"),
              Cli::tr("stay or follow: where the monitoring case and the alerts of the whole household go."),
              QStringLiteral("WHERE"), QStringLiteral("stay")},
             dateOption(),
             reasonOption(),
             dryRunOption()},
            1, 1))
        return *end;
    const QString cases = cli.option("cases");
    if (cases != QLatin1String("stay") && cases != QLatin1String("follow"))
        return cli.usage(Cli::tr("Please give --cases as stay or follow."));
    if (!cli.isSet("member") || !cli.isSet("head"))
        return cli.usage(Cli::tr("Please give --member for everybody who leaves, and --head."));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FamilyCommand command(cli, *session);
    SplitRequest request;
    FFP_CLI_ASSIGN(request.household, command.registry().findHousehold(cli.words().first()));
    for (const QString &key : cli.options("member")) {
        FFP_CLI_ASSIGN(const RecordId member, command.registry().findMember(key, request.household));
        request.leaving.push_back(member);
    }
    FFP_CLI_ASSIGN(request.head, command.headOf(request.household, "head"));
    FFP_CLI_ASSIGN(request.remaining, command.headOf(request.household, "remaining-head"));
    if (cli.isSet("dry-run"))
        return command.answerRelations(request.household, request.head.head);
    FFP_CLI_ASSIGN(request.values, fieldValues(cli, Entity::Household, cli.options("set")));
    FFP_CLI_ASSIGN(request.occasion, command.occasion());
    request.casesFollow = cases == QLatin1String("follow");
    FFP_CLI_ASSIGN(const RecordId made, command.changes().split(request));
    return command.answer({request.household, made});
}

int runHouseholdMerge(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr("Takes the members of one household into another; the first one leaves the register with "
                    "its history. When they live in two villages, --area says where they live from now on."),
            QStringLiteral("household merge FROM INTO --db FILE --relation MEMBER=RELATION … [--area CODE] "
                           "--reason TEXT"),
            {relationOption(), areaOption(), dateOption(), reasonOption()}, 2, 2))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FamilyCommand command(cli, *session);
    MergeRequest request;
    FFP_CLI_ASSIGN(request.from, command.registry().findHousehold(cli.words()[0]));
    FFP_CLI_ASSIGN(request.into, command.registry().findHousehold(cli.words()[1]));
    FFP_CLI_ASSIGN(request.relations, command.relationsOf(request.from));
    FFP_CLI_ASSIGN(request.village, cli.area("area"));
    FFP_CLI_ASSIGN(request.occasion, command.occasion());
    const Result<ChangeSummary> done = command.changes().merge(request);
    if (!done)
        return cli.refuse(done.error());
    // In another village it goes on as a new entry.
    FFP_CLI_ASSIGN(const RecordId now, command.changes().whereItWent(request.into));
    return command.answer({now, request.from}, done);
}

int runHouseholdUnmerge(Cli &cli)
{
    if (const auto end =
            cli.parse(Cli::tr(
                          "Takes the latest merge of a household apart, or says what newer facts forbid it."),
                      QStringLiteral("household unmerge ID --db FILE"), {}, 1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FamilyCommand command(cli, *session);
    FFP_CLI_ASSIGN(const RecordId id, command.registry().findHousehold(cli.words().first()));
    return command.answer({id}, command.changes().unmerge(id));
}

int runHouseholdMove(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr("A household goes to another village with all that is recorded of it. Out of the area of "
                    "this office its members are entered as moved out and it leaves the register."),
            QStringLiteral("household move ID --db FILE --to CODE|out [--set FIELD=VALUE …] --reason TEXT"),
            {{QStringLiteral("to"), Cli::tr("The village, or out."), QStringLiteral("CODE|out")},
             setOption(),
             dateOption(),
             reasonOption(),
             {QStringLiteral("dry-run"), Cli::tr("Only counts what would go along.")}},
            1, 1))
        return *end;
    MoveRequest request;
    if (cli.option("to") != QLatin1String("out")) {
        FFP_CLI_ASSIGN(request.to, cli.area("to"));
        if (request.to.isNull())
            return cli.usage(Cli::tr("Please say with --to where the household goes."));
    }
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FamilyCommand command(cli, *session);
    FFP_CLI_ASSIGN(request.household, command.registry().findHousehold(cli.words().first()));
    if (cli.isSet("dry-run"))
        return command.answerBelongings(request.household);
    FFP_CLI_ASSIGN(request.values, fieldValues(cli, Entity::Household, cli.options("set")));
    FFP_CLI_ASSIGN(request.occasion, command.occasion());
    FFP_CLI_ASSIGN(const RecordId now, command.changes().move(request));
    return command.answer({now});
}

int runHouseholdSetHead(Cli &cli)
{
    if (const auto end =
            cli.parse(Cli::tr("Makes another member the head and carries the relations over."),
                      QStringLiteral(
                          "household set-head ID --db FILE --head M [--relation M=RELATION …] --reason TEXT"),
                      {headOption(), relationOption(), dateOption(), reasonOption(), dryRunOption()}, 1, 1))
        return *end;
    if (!cli.isSet("head"))
        return cli.usage(Cli::tr("Please say with --head who becomes head."));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FamilyCommand command(cli, *session);
    FFP_CLI_ASSIGN(const RecordId id, command.registry().findHousehold(cli.words().first()));
    FFP_CLI_ASSIGN(const NewHead next, command.headOf(id, "head"));
    if (cli.isSet("dry-run"))
        return command.answerRelations(id, next.head);
    FFP_CLI_ASSIGN(const ChangeOccasion occasion, command.occasion());
    return command.answer({id}, command.changes().setHead(id, next, occasion));
}

int runHouseholdVoid(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr("Takes a household that was entered by mistake out of the register, with its reason."),
            QStringLiteral("household void ID --db FILE --reason TEXT"), {reasonOption()}, 1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FamilyCommand command(cli, *session);
    FFP_CLI_ASSIGN(const RecordId id, command.registry().findHousehold(cli.words().first()));
    return command.answer({id}, command.changes().voidHousehold(id, cli.option("reason")));
}

int runMemberAdd(Cli &cli)
{
    if (const auto end =
            cli.parse(Cli::tr("Somebody comes into a household: birth, marry_in, return or other_in."),
                      QStringLiteral("member add HOUSEHOLD --db FILE --kind KIND --set name=NAME --set "
                                     "relation=RELATION [--set FIELD=VALUE …] --reason TEXT"),
                      {{QStringLiteral("kind"), Cli::tr("birth, marry_in, return or other_in."),
                        QStringLiteral("KIND")},
                       setOption(),
                       dateOption(),
                       reasonOption()},
                      1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FamilyCommand command(cli, *session);
    FFP_CLI_ASSIGN(const RecordId home, command.registry().findHousehold(cli.words().first()));
    FFP_CLI_ASSIGN(const FieldValues person, fieldValues(cli, Entity::Member, cli.options("set")));
    FFP_CLI_ASSIGN(const ChangeOccasion occasion, command.occasion());
    FFP_CLI_ASSIGN([[maybe_unused]] const RecordId made,
                   command.changes().join(home, cli.option("kind"), person, occasion));
    return command.answer({home});
}

int runMemberLeave(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr("Somebody leaves a household: death, marry_out, move_out or other_out; when it is the "
                    "head, --head says who follows."),
            QStringLiteral("member leave MEMBER --db FILE --household ID --kind KIND [--head M] "
                           "[--relation M=RELATION …] --reason TEXT"),
            {{QStringLiteral("household"), Cli::tr("The household of the member."), QStringLiteral("ID")},
             {QStringLiteral("kind"), Cli::tr("death, marry_out, move_out or other_out."),
              QStringLiteral("KIND")},
             headOption(),
             relationOption(),
             dateOption(),
             reasonOption(),
             dryRunOption()},
            1, 1))
        return *end;
    if (!cli.isSet("household"))
        return cli.usage(Cli::tr("Please give the household with --household."));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FamilyCommand command(cli, *session);
    FFP_CLI_ASSIGN(const RecordId home, command.registry().findHousehold(cli.option("household")));
    FFP_CLI_ASSIGN(const RecordId member, command.registry().findMember(cli.words().first(), home));
    FFP_CLI_ASSIGN(const NewHead next, command.headOf(home, "head"));
    if (cli.isSet("dry-run"))
        return command.answerRelations(home, next.head, {member});
    FFP_CLI_ASSIGN(const ChangeOccasion occasion, command.occasion());
    return command.answer({home}, command.changes().leave(member, cli.option("kind"), next, occasion));
}

int runMemberEdit(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Corrects fields of a member, or takes a mistaken entry out of the register with --void."),
            QStringLiteral(
                "member edit MEMBER --db FILE --household ID {--set FIELD=VALUE … | --void} --reason TEXT"),
            {{QStringLiteral("household"), Cli::tr("The household of the member."), QStringLiteral("ID")},
             setOption(),
             {QStringLiteral("void"), Cli::tr("The entry was a mistake.")},
             reasonOption()},
            1, 1))
        return *end;
    if (!cli.isSet("household") || cli.isSet("set") == cli.isSet("void"))
        return cli.usage(Cli::tr("Please give the household with --household, and either --set or --void."));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FamilyCommand command(cli, *session);
    FFP_CLI_ASSIGN(const RecordId home, command.registry().findHousehold(cli.option("household")));
    FFP_CLI_ASSIGN(const RecordId member, command.registry().findMember(cli.words().first(), home));
    if (cli.isSet("void"))
        return command.answer({home}, command.changes().voidMember(member, cli.option("reason")));
    FFP_CLI_ASSIGN(const FieldValues values, fieldValues(cli, Entity::Member, cli.options("set")));
    return command.answer({home}, command.registry().edit(member, values, cli.option("reason")));
}

} // namespace ffp::cli
