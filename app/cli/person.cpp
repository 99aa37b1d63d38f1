// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/fieldwords.h"
#include "app/cli/recordjson.h"
#include "core/domain/fields/memberfields.h"
#include "core/services/duplicateservice.h"
#include "ui/common/liketext.h"

#include <QJsonArray>

namespace ffp::cli {
namespace {

QJsonObject jsonOf(const LikeEntry &entry)
{
    return {{QStringLiteral("id"), entry.record.toString()},
            {QStringLiteral("household"), entry.household.toString()},
            {QStringLiteral("household_no"), entry.householdNumber},
            {QStringLiteral("name"), entry.name},
            {QStringLiteral("birth_date"), entry.birth},
            {QStringLiteral("area_name"), entry.areaName}};
}

int answerPairs(Cli &cli, const std::vector<LikeEntries> &pairs)
{
    QJsonArray array;
    QStringList lines;
    for (const LikeEntries &pair : pairs) {
        array.append(QJsonObject{{QStringLiteral("why"), pair.why},
                                 {QStringLiteral("a"), jsonOf(pair.a)},
                                 {QStringLiteral("b"), jsonOf(pair.b)}});
        lines << ui::likeText(pair.why);
        for (const LikeEntry *one : {&pair.a, &pair.b})
            lines << QStringLiteral("  %1  %2  %3  %4  %5")
                         .arg(one->record.toString(), one->name, one->birth, one->householdNumber,
                              one->areaName);
    }
    return cli.answer({{QStringLiteral("pairs"), array}, {QStringLiteral("total"), qint64(pairs.size())}},
                      lines);
}

using PairsOf = Result<std::vector<LikeEntries>> (DuplicateService::*)(const AreaCode &, Progress &) const;

int listPairs(Cli &cli, const QString &summary, const QString &usage, PairsOf pairs)
{
    if (const auto end = cli.parse(summary, usage,
                                   {{QStringLiteral("area"), Cli::tr("Division code of 12 digits."),
                                     QStringLiteral("CODE12")}},
                                   0, 0))
        return *end;
    FFP_CLI_ASSIGN(const AreaCode area, cli.area());
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const DuplicateService service(*session);
    FFP_CLI_ASSIGN(const std::vector<LikeEntries> found, (service.*pairs)(area, cli.progress()));
    return answerPairs(cli, found);
}

int answerChange(Cli &cli, const Result<ChangeSummary> &done)
{
    if (!done)
        return cli.refuse(done.error());
    return cli.answer({{QStringLiteral("operation"), done->change}}, {Cli::tr("Done.")});
}

int answerDifferences(Cli &cli, const PersonComparison &both)
{
    const RecordText text{cli.language(), true};
    QJsonArray array;
    QStringList lines;
    for (const FieldRef field : both.fields) {
        const FieldDef &def = fieldDef(field);
        const QString keep = text.value(def, both.keep[field]);
        const QString drop = text.value(def, both.drop[field]);
        array.append(QJsonObject{{QStringLiteral("field"), QLatin1String(def.id)},
                                 {QStringLiteral("keep"), keep},
                                 {QStringLiteral("drop"), drop}});
        lines << QStringLiteral("%1  %2 | %3").arg(QLatin1String(def.id), keep, drop);
    }
    return cli.answer({{QStringLiteral("differences"), array}}, lines);
}

/// The words of "distinct": two members or two households.
int setDistinct(Cli &cli, bool people)
{
    if (const auto end =
            cli.parse(Cli::tr("Remembers that two entries that look alike are not one; --undo forgets it."),
                      (people ? QStringLiteral("person") : QStringLiteral("household"))
                          + QStringLiteral(" distinct A B --db FILE [--undo] --reason TEXT"),
                      {{QStringLiteral("undo"), Cli::tr("They may be one after all.")}, reasonOption()}, 2,
                      2))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    DuplicateService service(*session);
    const auto find = [&](const QString &key) {
        return people ? service.findPerson(key) : RegistryService(*session).findHousehold(key);
    };
    FFP_CLI_ASSIGN(const RecordId a, find(cli.words()[0]));
    FFP_CLI_ASSIGN(const RecordId b, find(cli.words()[1]));
    return answerChange(cli, service.setDistinct(a, b, !cli.isSet("undo"), cli.option("reason")));
}

} // namespace

int runPersonDuplicates(Cli &cli)
{
    return listPairs(cli, Cli::tr("Entries that may be one person twice, the surest first."),
                     QStringLiteral("person duplicates --db FILE [--area CODE]"), &DuplicateService::persons);
}

int runHouseholdDuplicates(Cli &cli)
{
    return listPairs(cli, Cli::tr("Entries that may be one household twice, the surest first."),
                     QStringLiteral("household duplicates --db FILE [--area CODE]"),
                     &DuplicateService::households);
}

int runPersonDistinct(Cli &cli)
{
    return setDistinct(cli, true);
}

int runHouseholdDistinct(Cli &cli)
{
    return setDistinct(cli, false);
}

int runPersonMerge(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr("Takes two entries of one person together: KEEP stays, and what names DROP names it "
                    "from now on."),
            QStringLiteral("person merge KEEP DROP --db FILE [--take FIELD …] [--head M] "
                           "[--relation M=RELATION …] --reason TEXT"),
            {{QStringLiteral("take"),
              Cli::tr("A field whose value is that of DROP; may be given several times."),
              QStringLiteral("FIELD")},
             {QStringLiteral("head"),
              Cli::tr("Who follows DROP as head of its household, if others stay there."),
              QStringLiteral("MEMBER")},
             relationOption(),
             {QStringLiteral("dry-run"), Cli::tr("Only shows in what they differ.")},
             reasonOption()},
            2, 2))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const RegistryService registry(*session);
    DuplicateService service(*session);
    PersonMerge request;
    FFP_CLI_ASSIGN(request.keep, service.findPerson(cli.words()[0]));
    FFP_CLI_ASSIGN(request.drop, service.findPerson(cli.words()[1]));
    FFP_CLI_ASSIGN(const PersonComparison both, service.compare(request.keep, request.drop));
    if (cli.isSet("dry-run"))
        return answerDifferences(cli, both);
    for (const QString &word : cli.options("take")) {
        FFP_CLI_ASSIGN(const FieldRef field, fieldNamed(Entity::Member, word));
        request.taken.push_back(field);
    }
    const RecordId home = both.drop[member::f("household_id")].toRef();
    if (cli.isSet("head")) {
        FFP_CLI_ASSIGN(request.next.head, registry.findMember(cli.option("head"), home));
    }
    FFP_CLI_ASSIGN(request.next.relations, relationWords(cli, registry, home));
    request.occasion = {cli.clock().today(), cli.option("reason")};
    return answerChange(cli, service.merge(request));
}

int runPersonUnmerge(Cli &cli)
{
    if (const auto end =
            cli.parse(Cli::tr(
                          "Takes the latest merge of a person apart, or says what newer facts forbid it."),
                      QStringLiteral("person unmerge ID --db FILE"), {}, 1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    DuplicateService service(*session);
    FFP_CLI_ASSIGN(const RecordId id, service.findPerson(cli.words().first()));
    return answerChange(cli, service.unmerge(id));
}

} // namespace ffp::cli
