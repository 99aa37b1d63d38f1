// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/fieldwords.h"
#include "app/cli/recordjson.h"
#include "core/domain/fields/proceedingfields.h"
#include "core/domain/fields/stepfields.h"
#include "core/reports/caseforms.h"
#include "core/services/caseservice.h"
#include "core/services/policyservice.h"
#include "ui/common/casetext.h"
#include "ui/printing/documentfile.h"

#include <QJsonArray>

namespace ffp::cli {
namespace {

QString iso(QDate date)
{
    return date.isValid() ? date.toString(Qt::ISODate) : QString();
}

QJsonObject nextJson(const CaseView &view, bool chinese)
{
    const ChainStep *const pending = view.pending();
    if (!pending)
        return {};
    return {{QStringLiteral("step"), pending->key},
            {QStringLiteral("title"), pending->title.in(chinese)},
            {QStringLiteral("level"), QLatin1String(areaLevelCode(pending->levels.front()))},
            {QStringLiteral("action"), QLatin1String(chainActCode(pending->act))},
            {QStringLiteral("due"), iso(view.due)},
            {QStringLiteral("late"), view.late}};
}

QJsonArray historyJson(const CaseView &view)
{
    QJsonArray history;
    for (const CaseEvent &event : view.history)
        history.append(QJsonObject{{QStringLiteral("step"), event.step},
                                   {QStringLiteral("action"), event.verb},
                                   {QStringLiteral("by"), event.actor},
                                   {QStringLiteral("office"), event.siteName},
                                   {QStringLiteral("date"), event.date},
                                   {QStringLiteral("comment"), event.opinion},
                                   {QStringLiteral("counts"), event.fault.isEmpty() && !event.overruled},
                                   {QStringLiteral("fault"), event.fault}});
    return history;
}

QJsonArray stepsJson(const CaseView &view, bool chinese)
{
    QJsonArray steps;
    for (const CaseStepState &one : view.steps)
        steps.append(QJsonObject{{QStringLiteral("step"), one.key},
                                 {QStringLiteral("title"), view.chain.step(one.key)->title.in(chinese)},
                                 {QStringLiteral("done_on"), iso(one.doneOn)},
                                 {QStringLiteral("person"), one.person},
                                 {QStringLiteral("due"), iso(one.due)},
                                 {QStringLiteral("late"), one.late},
                                 {QStringLiteral("current"), one.current}});
    return steps;
}

QStringList linesOf(const CaseView &view, bool chinese)
{
    QStringList lines{QStringLiteral("%1  %2  %3  %4")
                          .arg(view.matter.id.toString(), view.chain.title.in(chinese),
                               view.household.headName, view.household.areaName),
                      Cli::tr("State: %1").arg(ui::caseStateText(view.chain, view.state, chinese))
                          + (view.disputed ? QStringLiteral("  ") + Cli::tr("(disputed)") : QString())};
    for (const CaseStepState &one : view.steps)
        lines << QStringLiteral("  %1 %2  %3  %4%5")
                     .arg(one.done      ? QStringLiteral("✓")
                          : one.current ? QStringLiteral("→")
                                        : QStringLiteral("·"),
                          view.chain.step(one.key)->title.in(chinese), iso(one.doneOn), one.person,
                          one.due.isValid() ? QStringLiteral("  ") + Cli::tr("due %1").arg(iso(one.due))
                                            : QString());
    if (!view.lacks.empty())
        lines << Cli::tr("Still needed:");
    for (const CaseLack &lack : view.lacks)
        lines << QStringLiteral("  ") + ui::caseLackText(lack, view.pack, view.chain, chinese);
    if (!view.history.empty())
        lines << Cli::tr("What was done:");
    for (const CaseEvent &event : view.history)
        lines << QStringLiteral("  %1  %2  %3  %4  %5")
                         .arg(event.date, ui::caseStateText(view.chain, event.step, chinese),
                              ui::caseVerbText(event.verb), event.actor, event.opinion)
                     + (event.fault.isEmpty() ? QString()
                                              : QStringLiteral("  !") + ui::caseFaultText(event.fault));
    if (!view.changed.empty())
        lines << Cli::tr("Changed since the last action:");
    for (const ContentChange &change : view.changed)
        lines << QStringLiteral("  %1 %2").arg(QLatin1String(entityDef(change.entity).id), change.field);
    return lines;
}

int answerCase(Cli &cli, Session &session, RecordId matter)
{
    FFP_CLI_ASSIGN(const CaseView view, CaseService(session).view(matter));
    const bool chinese = cli.language() == Language::Chinese;
    QJsonArray lacks;
    for (const CaseLack &lack : view.lacks)
        lacks.append(
            QJsonObject{{QStringLiteral("step"), lack.step},
                        {QStringLiteral("what"), lack.what},
                        {QStringLiteral("text"), ui::caseLackText(lack, view.pack, view.chain, chinese)}});
    QJsonArray changed;
    for (const ContentChange &change : view.changed)
        changed.append(QJsonObject{{QStringLiteral("record"), change.record.toString()},
                                   {QStringLiteral("kind"), QLatin1String(entityDef(change.entity).id)},
                                   {QStringLiteral("field"), change.field}});
    const RecordText text{cli.language(), true};
    return cli.answer({{QStringLiteral("case"), view.matter.id.toString()},
                       {QStringLiteral("type"), view.chain.id},
                       {QStringLiteral("policy"), view.matter[proceeding::f("pack")].toText()},
                       {QStringLiteral("household"), view.household.household.id.toString()},
                       {QStringLiteral("state"), view.state},
                       {QStringLiteral("disputed"), view.disputed},
                       {QStringLiteral("next"), nextJson(view, chinese)},
                       {QStringLiteral("steps"), stepsJson(view, chinese)},
                       {QStringLiteral("records"), text.json(view.records)},
                       {QStringLiteral("missing"), lacks},
                       {QStringLiteral("changed"), changed},
                       {QStringLiteral("seen"),
                        QString::fromLatin1(::ffp::view(view.digest).toByteArray().toHex())},
                       {QStringLiteral("history"), historyJson(view)}},
                      linesOf(view, chinese));
}

} // namespace

int runCaseOpen(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr("Starts a matter for a household; \"policy show\" lists the kinds with their steps."),
            QStringLiteral("case open --type TYPE --household ID --db FILE [--reason TEXT]"),
            {{QStringLiteral("type"), Cli::tr("Kind of the matter, such as identify-edge."),
              QStringLiteral("TYPE")},
             {QStringLiteral("household"), Cli::tr("Household: id or number."), QStringLiteral("ID")},
             reasonOption()},
            0, 0))
        return *end;
    if (!cli.isSet("type") || !cli.isSet("household"))
        return cli.usage(Cli::tr("Please give --type and --household."));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const RecordId household,
                   RegistryService(*session).findHousehold(cli.option("household")));
    FFP_CLI_ASSIGN(const RecordId made,
                   CaseService(*session).open({cli.option("type"), household, cli.option("reason"), {}}));
    return answerCase(cli, *session, made);
}

int runCaseNote(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr("Writes the record of a step that needs no signature, such as a comparison or a vote."),
            QStringLiteral("case note CASE STEP --db FILE --set FIELD=VALUE"), {setOption()}, 2, 2))
        return *end;
    FFP_CLI_ASSIGN(const FieldValues values, fieldValues(cli, Entity::Step, cli.options("set")));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    CaseService service(*session);
    FFP_CLI_ASSIGN(const RecordId matter, service.find(cli.words().at(0)));
    if (const auto done = service.noteStep(matter, cli.words().at(1), values); !done)
        return cli.refuse(done.error());
    return answerCase(cli, *session, matter);
}

int runCaseAct(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Signs the next step of a matter, returns, rejects or takes back; each time on exactly what "
                "\"case show\" shows. Judgements need the password of the official."),
            QStringLiteral("case act CASE --action submit|approve|record|return|reject|withdraw --db FILE "
                           "[--comment TEXT] [--set FIELD=VALUE] [--to STEP] [--seen HEX]"),
            {{QStringLiteral("action"), Cli::tr("submit, approve, record, return, reject or withdraw."),
              QStringLiteral("ACTION")},
             {QStringLiteral("comment"), Cli::tr("Opinion; with a return or rejection the reason."),
              QStringLiteral("TEXT")},
             {QStringLiteral("to"), Cli::tr("Step that it is returned to."), QStringLiteral("STEP")},
             {QStringLiteral("seen"),
              Cli::tr("Content that was looked at, as \"case show --json\" gives it."),
              QStringLiteral("HEX")},
             setOption()},
            1, 1))
        return *end;
    const std::optional<CaseVerb> verb = caseVerbFromCode(cli.option("action"));
    if (!verb)
        return cli.usage(
            Cli::tr("Please give --action as submit, approve, record, return, reject or withdraw."));
    CaseRequest request{.matter = {}, .verb = *verb, .comment = cli.option("comment"), .record = {}};
    request.returnTo = cli.option("to");
    if (Hash seen{}; cli.isSet("seen")) {
        if (!fromView(QByteArray::fromHex(cli.option("seen").toLatin1()), seen))
            return cli.usage(Cli::tr("Please give --seen as \"case show --json\" gives it."));
        request.seen = seen;
    }
    FFP_CLI_ASSIGN(request.record, fieldValues(cli, Entity::Step, cli.options("set")));
    FFP_CLI_ASSIGN(request.password, cli.password());
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    CaseService service(*session);
    FFP_CLI_ASSIGN(request.matter, service.find(cli.words().front()));
    if (const auto done = service.act(request); !done)
        return cli.refuse(done.error());
    return answerCase(cli, *session, request.matter);
}

int runCaseShow(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Shows a matter: steps, what is missing, what was done."),
                                   QStringLiteral("case show CASE --db FILE"), {}, 1, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const RecordId matter, CaseService(*session).find(cli.words().front()));
    return answerCase(cli, *session, matter);
}

int runCaseList(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr("Lists matters."),
            QStringLiteral(
                "case list --db FILE [--box waiting|sent|returned|late|all] [--type TYPE] [--area CODE]"),
            {{QStringLiteral("box"), Cli::tr("waiting for me, sent by me, returned, late, or all."),
              QStringLiteral("BOX"), QStringLiteral("all")},
             {QStringLiteral("type"), Cli::tr("Kind of the matter, such as identify-edge."),
              QStringLiteral("TYPE")},
             {QStringLiteral("household"), Cli::tr("Of this household only."), QStringLiteral("ID")},
             {QStringLiteral("area"), Cli::tr("Division code of 12 digits."), QStringLiteral("CODE12")}},
            0, 0))
        return *end;
    CaseQuery query;
    const std::optional<CaseBox> box = caseBoxFromCode(cli.option("box"));
    if (!box)
        return cli.usage(Cli::tr("Please give --box as waiting, sent, returned, late or all."));
    query.box = *box;
    query.type = cli.option("type");
    FFP_CLI_ASSIGN(query.area, cli.area());
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    if (cli.isSet("household")) {
        FFP_CLI_ASSIGN(query.household, RegistryService(*session).findHousehold(cli.option("household")));
    }
    FFP_CLI_ASSIGN(const std::vector<CaseRow> rows, CaseService(*session).list(query, cli.language()));
    QJsonArray cases;
    QStringList lines{Cli::tr("%1 matters.").arg(rows.size())};
    for (const CaseRow &row : rows) {
        cases.append(QJsonObject{{QStringLiteral("case"), row.id.toString()},
                                 {QStringLiteral("type"), row.type},
                                 {QStringLiteral("head_name"), row.headName},
                                 {QStringLiteral("area_name"), row.areaName},
                                 {QStringLiteral("state"), row.state},
                                 {QStringLiteral("since"), iso(row.since)},
                                 {QStringLiteral("due"), iso(row.due)},
                                 {QStringLiteral("late"), row.late}});
        lines << QStringLiteral("  %1  %2  %3  %4  %5  %6")
                     .arg(row.id.toString(), row.typeTitle, row.areaName, row.headName,
                          ui::caseStateText(row), iso(row.due));
    }
    return cli.answer({{QStringLiteral("cases"), cases}, {QStringLiteral("total"), qint64(rows.size())}},
                      lines);
}

int runCasePrint(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Writes a paper of a matter, such as minutes or the approval form, .pdf or .xlsx; noted in "
                "the access log."),
            QStringLiteral("case print CASE --form F-23 --out FILE --db FILE"),
            {{QStringLiteral("form"), Cli::tr("Form, such as F-23."), QStringLiteral("FORM")},
             {QStringLiteral("out"), Cli::tr("File to write."), QStringLiteral("FILE")}},
            1, 1))
        return *end;
    const QString out = cli.option("out");
    if (!ui::canBeWritten(out))
        return cli.usage(Cli::tr("Please give --out a file that ends in .pdf, .xlsx or .csv."));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    const CaseService service(*session);
    FFP_CLI_ASSIGN(const RecordId matter, service.find(cli.words().front()));
    FFP_CLI_ASSIGN(const CaseView view, service.view(matter));
    const QStringList forms = caseFormsOf(view.chain);
    if (!forms.contains(cli.option("form")))
        return cli.usage(Cli::tr("Please give --form as one of: %1.").arg(forms.join(QStringLiteral(", "))));
    FFP_CLI_ASSIGN(TableDocument form,
                   caseForm(view, cli.option("form"), session->clock().today(), session->user().shownName()));
    FFP_CLI_ASSIGN(const ui::PrintReport report,
                   ui::writeDocument(std::make_shared<const TableDocument>(std::move(form)), out,
                                     cli.progress()));
    if (const auto noted =
            session->recordAccess(Session::Access::Print,
                                  QStringLiteral("case %1 %2").arg(cli.option("form"), matter.toString()));
        !noted)
        return cli.refuse(noted.error());
    return cli.answer({{QStringLiteral("file"), out}, {QStringLiteral("pages"), report.pages}},
                      {Cli::tr("Wrote %1: %2 rows.").arg(out).arg(report.rows)});
}

int runPolicyShow(Cli &cli)
{
    if (const auto end = cli.parse(
            Cli::tr(
                "Draws the chains of the policy pack as text: steps, levels, what each asks for, its clause."),
            QStringLiteral("policy show [TYPE] --db FILE"), {}, 0, 1))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const PolicyPack pack, PolicyService(*session).pack());
    const bool chinese = cli.language() == Language::Chinese;
    const QString wanted = cli.words().value(0);
    if (!wanted.isEmpty() && !pack.chain(wanted))
        return cli.usage(Cli::tr("There is no such kind; please take one that \"policy show\" lists."));
    QJsonArray chains;
    QStringList lines{QStringLiteral("%1  %2").arg(pack.stamp(), pack.title().in(chinese))};
    for (const Chain &chain : pack.chains()) {
        if (!wanted.isEmpty() && chain.id != wanted)
            continue;
        QJsonArray steps;
        for (const ChainStep &step : chain.steps)
            steps.append(
                QJsonObject{{QStringLiteral("step"), step.key},
                            {QStringLiteral("title"), step.title.in(chinese)},
                            {QStringLiteral("action"), QLatin1String(chainActCode(step.act))},
                            {QStringLiteral("level"), QLatin1String(areaLevelCode(step.levels.front()))},
                            {QStringLiteral("mark"), QLatin1String(policyMarkCode(step.mark))},
                            {QStringLiteral("clauses"), QJsonArray::fromStringList(step.clauses)},
                            {QStringLiteral("form"), step.form}});
        chains.append(QJsonObject{{QStringLiteral("type"), chain.id},
                                  {QStringLiteral("title"), chain.title.in(chinese)},
                                  {QStringLiteral("steps"), steps}});
        lines << QString() << QStringLiteral("%1  %2").arg(chain.id, chain.title.in(chinese))
              << ui::chainLines(pack, chain, session->clock().today(), chinese);
    }
    return cli.answer({{QStringLiteral("policy"), pack.stamp()}, {QStringLiteral("chains"), chains}}, lines);
}

} // namespace ffp::cli
