// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/caseservice.h"

#include "core/base/about.h"
#include "core/db/query.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/proceedingfields.h"
#include "core/domain/fields/stepfields.h"
#include "core/log/caseaction.h"
#include "core/log/registrylog.h"
#include "core/services/casematter.h"
#include "core/services/fieldcheck.h"
#include "core/services/passwordproof.h"
#include "core/services/policyservice.h"
#include "core/store/recordstore.h"
#include "core/trust/keyring.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Verb of the operation log; the code is what follows "case.".
constexpr std::pair<CaseVerb, const char *> kVerbs[] = {
    {CaseVerb::Submit, "case.submit"}, {CaseVerb::Approve, "case.approve"},
    {CaseVerb::Record, "case.record"}, {CaseVerb::Return, "case.return"},
    {CaseVerb::Reject, "case.reject"}, {CaseVerb::Withdraw, "case.withdraw"},
};

const char *operationVerb(CaseVerb verb)
{
    for (const auto &[known, text] : kVerbs)
        if (known == verb)
            return text;
    Q_UNREACHABLE();
}

tl::unexpected<Error> broken(QStringList args)
{
    return fail(Error{ErrorKind::RuleBroken, aboutField(u"proceeding"_s, {}), std::move(args), {}});
}

tl::unexpected<Error> notAllowed(const char *why)
{
    return fail(Error{ErrorKind::NotAllowed, aboutField(u"proceeding"_s, {}), {QLatin1String(why)}, {}});
}

tl::unexpected<Error> refusal(const PolicyPack &pack, const CaseLack &lack)
{
    const ChainCondition &condition = *pack.condition(lack.what);
    const QString basis = condition.clauses.isEmpty() ? condition.source
                                                      : pack.clauseTitles(condition.clauses);
    return broken({condition.id, basis, condition.title.zh, condition.title.en});
}

QString textOf(const QString &means, const FieldValues &record, QDate day)
{
    if (means == "@date"_L1)
        return day.toString(Qt::ISODate);
    if (means == "@month"_L1)
        return day.toString(u"yyyy-MM"_s);
    if (!means.startsWith(u'@'))
        return means;
    return valueIn(record, stepField(means.sliced(1))).toText();
}

/// Writes what a step decides into the case and the household. An outcome of a decision, not an edit: the
/// checks of forms do not stand in between.
Result<> applySets(ChangeWriter &writer, const CaseMatter &matter, const std::map<QString, QString> &sets,
                   const FieldValues &record, QDate day)
{
    std::map<RecordId, FieldValues> edits;
    for (const auto &[name, means] : sets) {
        const EntityDef &entity = *entityById(name.section(u'.', 0, 0).toStdString());
        const int index = fieldIndex(entity.entity, name.section(u'.', 1).toStdString());
        const RecordId id = entity.entity == Entity::Case
                                ? matter.matter[proceeding::f("case_id")].toRef()
                                : matter.matter[proceeding::f("household_id")].toRef();
        const QString text = textOf(means, record, day);
        if (!id.isNull())
            edits[id].emplace_back(FieldRef{entity.entity, static_cast<quint16>(index)},
                                   text.isEmpty() ? Value() : Value(text));
    }
    for (const auto &[id, values] : edits)
        FFP_TRY(writer.edit(id, values));
    return {};
}

/// The day that a step's record speaks of: that of the document, else the day it was done.
QDate dayOf(const FieldValues &record, QDate today)
{
    for (const FieldRef field : {step::f("document_on"), step::f("done_on")})
        if (const QDate day = QDate::fromString(valueIn(record, field).toText(), Qt::ISODate); day.isValid())
            return day;
    return today;
}

void fill(FieldValues &values, FieldRef field, const Value &value)
{
    if (value.isBlank() || !valueIn(values, field).isBlank())
        return;
    std::erase_if(values, [field](const auto &one) { return one.first == field; });
    values.emplace_back(field, value);
}

Result<RecordId> createStep(ChangeWriter &writer, const CaseMatter &matter, const QString &key,
                            FieldValues values)
{
    values.emplace_back(step::f("proceeding_id"), Value(matter.matter.id));
    values.emplace_back(step::f("household_id"), matter.matter[proceeding::f("household_id")]);
    values.emplace_back(step::f("key"), Value(key));
    return writer.create(Entity::Step, matter.matter.area, values);
}

/// The move that a request means in the present state; empty = none.
QByteArray moveCode(const CaseMatter &matter, const CaseRequest &request)
{
    if (request.verb == CaseVerb::Withdraw) {
        const QByteArray &moved = matter.outcome.moved;
        return moved.left(moved.indexOf('.')) + ".withdraw";
    }
    const ChainStep *const pending = matter.pending();
    if (!pending)
        return {};
    const QByteArray code = pending->key.toUtf8() + '.' + caseVerbCode(request.verb);
    if (request.verb != CaseVerb::Return)
        return code;
    const QString to = request.returnTo.isEmpty() ? pending->returnsTo.value(0) : request.returnTo;
    return code + '.' + to.toUtf8();
}

Result<bool> hasConflict(const Session &session, RecordId matter)
{
    FFP_ASSIGN(const std::vector<qint64> rids, contentOf(session, matter));
    for (const qint64 rid : rids) {
        FFP_ASSIGN(const std::optional<qint64> open,
                   queryInteger(session.database(), u"SELECT count(*) FROM conflict WHERE rid = ?"_s, rid));
        if (open.value_or(0) > 0)
            return true;
    }
    return false;
}

} // namespace

const char *caseVerbCode(CaseVerb verb)
{
    return operationVerb(verb) + std::char_traits<char>::length("case.");
}

std::optional<CaseVerb> caseVerbFromCode(QStringView code)
{
    for (const auto &[verb, text] : kVerbs)
        if (code == QLatin1String(caseVerbCode(verb)))
            return verb;
    return std::nullopt;
}

bool isForward(CaseVerb verb)
{
    return verb == CaseVerb::Submit || verb == CaseVerb::Approve || verb == CaseVerb::Record;
}

FieldRef stepField(const QString &id)
{
    return {Entity::Step, static_cast<quint16>(fieldIndex(Entity::Step, id.toStdString()))};
}

namespace {

/// Case that a matter is about: the one it makes (null = to be made), or the one it ends.
Result<RecordId> caseFor(const RecordStore &store, const Chain &chain, RecordId household)
{
    FFP_ASSIGN(const std::vector<Record> cases,
               store.referring(casefile::f("household_id"), household, u"t.rid DESC"_s));
    const auto is = [](const Record &one, std::initializer_list<QLatin1String> states) {
        const QString status = one[casefile::f("status")].toText();
        return std::find(states.begin(), states.end(), status) != states.end();
    };
    for (const Record &one : cases) {
        const bool going = is(one, {"candidate"_L1, "in_review"_L1, "active"_L1, "removing"_L1, "relapsed"_L1,
                                    "rolled_back"_L1});
        if (chain.opensCase) {
            // One that a visit or a list brought in and nobody has decided on yet is this one.
            if (is(one, {"candidate"_L1}) && one[casefile::f("monitor_class")].toText() == chain.monitorClass)
                return one.id;
            if (going)
                return broken({u"case_open"_s});
        } else if (!chain.monitorClass.isEmpty()) {
            if (going && !is(one, {"candidate"_L1, "in_review"_L1})
                && one[casefile::f("monitor_class")].toText() == chain.monitorClass)
                return one.id;
        } else {
            return one.id;
        }
    }
    if (!chain.opensCase && !chain.monitorClass.isEmpty())
        return broken({u"no_monitored_case"_s});
    return RecordId();
}

Result<> checkNoneOpen(const Session &session, const QString &type, qint64 household)
{
    FFP_ASSIGN(const std::optional<qint64> open,
               queryInteger(session.database(),
                            u"SELECT count(*) FROM proceeding p LEFT JOIN case_state s ON s.rid = p.rid"
                            " WHERE p.household_id = ? AND p.type = ? AND p.void = 0"
                            " AND coalesce(s.state, '') NOT IN ('done', 'rejected')"_s,
                            household, type));
    return open.value_or(0) > 0 ? Result<>(broken({u"matter_open"_s})) : Result<>();
}

} // namespace

Result<RecordId> CaseService::open(const NewMatter &given)
{
    FFP_TRY(mayWrite(m_session));
    FFP_ASSIGN(const PolicyPack pack, PolicyService(m_session).pack());
    const Chain *const chain = pack.chain(given.type);
    if (!chain)
        return fail(Error{ErrorKind::NotFound, aboutKey(u"chain"_s, given.type), {}, {}});
    const RecordStore store(m_session.database(), m_session.cipher());
    FFP_ASSIGN(const Record household, store.record(given.household));
    if (household.entity != Entity::Household || household.voided)
        return broken({u"members_of_void"_s});
    FFP_ASSIGN(const Registry registry, RegistryLog(m_session.database(), m_session.cipher()).fold());
    const auto me = registry.officials().find(m_session.user().id);
    if (me == registry.officials().end() || !postOf(registry, me->second).area.covers(household.area)) {
        FFP_TRY(m_session.recordAccess(Session::Access::Denied, u"case.open area"_s));
        return notAllowed(casefault::Area);
    }
    FFP_TRY(checkNoneOpen(m_session, given.type, household.rid));
    FFP_ASSIGN(RecordId caseId, caseFor(store, *chain, given.household));
    const QString today = m_session.clock().today().toString(Qt::ISODate);
    RecordId made;
    const Operation operation{.verb = "case.open",
                              .actor = m_session.user().id,
                              .note = given.reason,
                              .about = given.household};
    FFP_TRY(m_session.log().transact(operation, [&](ChangeWriter &writer) -> Result<> {
        if (caseId.isNull() && chain->opensCase) {
            FFP_ASSIGN(caseId, writer.create(Entity::Case, household.area,
                                             {{casefile::f("household_id"), Value(given.household)},
                                              {casefile::f("monitor_class"), Value(chain->monitorClass)},
                                              {casefile::f("status"), Value(u"candidate"_s)},
                                              {casefile::f("clue_id"), Value(given.clue)},
                                              {casefile::f("pack"), Value(pack.stamp())}}));
        }
        FieldValues values{{proceeding::f("household_id"), Value(given.household)},
                           {proceeding::f("type"), Value(chain->id)},
                           {proceeding::f("pack"), Value(pack.stamp())},
                           {proceeding::f("opened_on"), Value(today)}};
        if (!caseId.isNull())
            values.emplace_back(proceeding::f("case_id"), Value(caseId));
        if (!given.clue.isNull())
            values.emplace_back(proceeding::f("clue_id"), Value(given.clue));
        if (!given.reason.trimmed().isEmpty())
            values.emplace_back(proceeding::f("reason"), Value(given.reason.trimmed()));
        FFP_ASSIGN(made, writer.create(Entity::Proceeding, household.area, values));
        FFP_ASSIGN(const CaseMatter matter, loadMatter(m_session, made));
        FFP_TRY(applySets(writer, matter, chain->onOpen, {}, m_session.clock().today()));
        return CaseFold(m_session.database(), m_session.cipher(), registry, shippedWorkflows())
            .write(matter.matter.rid, matter.outcome);
    }));
    return made;
}

Result<ChangeSummary> CaseService::noteStep(RecordId id, const QString &key, const FieldValues &given)
{
    FFP_TRY(mayWrite(m_session));
    FFP_ASSIGN(const CaseMatter matter, loadMatter(m_session, id));
    const std::vector<const ChainStep *> work = matter.chain.workBefore(matter.state());
    const auto found = std::find_if(work.begin(), work.end(),
                                    [&key](const ChainStep *one) { return one->key == key; });
    if (found == work.end()) {
        QStringList keys;
        for (const ChainStep *one : work)
            keys << one->key;
        return broken({u"out_of_turn"_s, keys.join(u", "_s)});
    }
    const OfficialPost post = postOf(matter.registry, matter.registry.officials().at(m_session.user().id));
    const std::vector<AreaLevel> &levels = (*found)->levels;
    if (!post.area.covers(matter.matter.area) || !post.level
        || std::find(levels.begin(), levels.end(), *post.level) == levels.end()) {
        FFP_TRY(m_session.recordAccess(Session::Access::Denied, u"case.note %1"_s.arg(id.toString())));
        return notAllowed(casefault::Level);
    }
    const QDate today = m_session.clock().today();
    FieldValues values = given;
    fill(values, step::f("done_on"), Value(today.toString(Qt::ISODate)));
    fill(values, step::f("person"), Value(m_session.user().shownName()));
    FFP_TRY(checkFields(values, today));
    if (valueIn(values, step::f("done_on")).toText() < matter.since().toString(Qt::ISODate))
        return broken({u"HV-37"_s});
    const Operation operation{.verb = "case.note",
                              .actor = m_session.user().id,
                              .note = {},
                              .about = id,
                              .undoable = false};
    return m_session.log().transact(operation, [&](ChangeWriter &writer) -> Result<> {
        FFP_TRY(createStep(writer, matter, key, values));
        return {};
    });
}

/// `again`: the password is asked for once more, and what signs is unlocked by it.
Result<ActionSigner> CaseService::signer(const CaseRequest &request, bool again)
{
    if (!again) {
        Keyring &keyring = m_session.keyring();
        FFP_ASSIGN(const PublicKey own, keyring.officialKey());
        return ActionSigner{crypto::keyId(own), [&keyring](const Hash &op) {
                                return keyring.signAsOfficial(opkind::signTag(opkind::Action), ffp::view(op));
                            }};
    }
    FFP_ASSIGN(const SecretBytes seed, provenSeed(m_session, request.password));
    const auto keys = std::make_shared<const crypto::SignKeys>(crypto::signKeys(seed));
    return ActionSigner{crypto::keyId(keys->pub), [keys](const Hash &op) -> Result<Signature> {
                            return crypto::sign(keys->secret, opkind::signTag(opkind::Action), ffp::view(op));
                        }};
}

namespace {

/// One who lives in the household does not judge it. Names are all that is known of officials.
Result<> checkNotOwnHousehold(const Session &session, const CaseMatter &matter)
{
    const QString name = session.user().realName.trimmed();
    const RecordStore store(session.database(), session.cipher());
    FFP_ASSIGN(const std::vector<Record> members,
               store.referring(member::f("household_id"),
                               matter.matter[proceeding::f("household_id")].toRef()));
    const bool lives = !name.isEmpty()
                       && std::any_of(members.begin(), members.end(), [&name](const Record &one) {
                              return one[member::f("name")].toText() == name;
                          });
    return lives ? Result<>(notAllowed("own_household")) : Result<>();
}

/// What the rules of steps say of a move forward, when the record of the step is written.
Result<> checkDemands(const Session &session, const CaseMatter &matter, const ChainStep &pending)
{
    FFP_ASSIGN(const ChainFacts facts, chainFacts(session, matter, pending.key));
    const std::vector<CaseLack> lacks = lacksOf(matter.chain, pending, facts);
    QStringList args{u"lacks"_s};
    for (const CaseLack &lack : lacks)
        if (lack.kind != CaseLack::Kind::Condition)
            args << u"%1/%2/%3"_s.arg(lack.step,
                                      lack.kind == CaseLack::Kind::Field ? u"field"_s : u"evidence"_s,
                                      lack.what);
    if (args.size() > 1)
        return broken(args);
    return lacks.empty() ? Result<>() : Result<>(refusal(matter.pack, lacks.front()));
}

/// Result of the step's record (CL-43).
const char *resultOf(CaseVerb verb, const ChainStep &pending)
{
    switch (verb) {
    case CaseVerb::Return: return "return";
    case CaseVerb::Reject: return "reject";
    case CaseVerb::Record: return pending.outside && pending.sets.empty() ? "filed" : "marked";
    default: return "pass";
    }
}

} // namespace

Result<ChangeSummary> CaseService::act(const CaseRequest &request)
{
    Result<ChangeSummary> done = perform(request);
    if (done)
        return done;
    const ErrorKind kind = done.error().kind;
    if (kind == ErrorKind::NotAllowed || kind == ErrorKind::RuleBroken || kind == ErrorKind::Conflict
        || kind == ErrorKind::WrongPassword)
        FFP_TRY(m_session.recordAccess(Session::Access::Denied,
                                       u"case.%1 %2 %3"_s.arg(QLatin1String(caseVerbCode(request.verb)),
                                                              request.matter.toString(),
                                                              done.error().args.value(0))));
    return done;
}

Result<ChangeSummary> CaseService::perform(const CaseRequest &request)
{
    FFP_TRY(mayWrite(m_session));
    FFP_ASSIGN(const CaseMatter before, loadMatter(m_session, request.matter));
    const QByteArray code = moveCode(before, request);
    const Workflow workflow = workflowOf(before.pack, before.chain);
    const WorkflowMove *const move = workflow.move(code, before.outcome.state);
    const ChainStep *const pending = before.pending();
    if (!move) {
        QStringList args{u"out_of_turn"_s, before.state()};
        if (pending)
            args << QLatin1String(chainActCode(pending->act));
        return broken(args);
    }
    const QString comment = request.comment.trimmed();
    if ((request.verb == CaseVerb::Return || request.verb == CaseVerb::Reject) && comment.isEmpty())
        return broken({u"comment"_s});
    const QDate today = m_session.clock().today();
    FieldValues record = request.record;
    fill(record, step::f("done_on"), Value(today.toString(Qt::ISODate)));
    fill(record, step::f("person"), Value(m_session.user().shownName()));
    fill(record, step::f("opinion"), comment.isEmpty() ? Value() : Value(comment));
    FFP_TRY(checkFields(record, today));
    if (today < before.since()
        || valueIn(record, step::f("done_on")).toText() < before.since().toString(Qt::ISODate))
        return broken({u"HV-37"_s});
    FFP_ASSIGN(const ActionSigner key, signer(request, move->byAnother));
    if (move->byAnother)
        FFP_TRY(checkNotOwnHousehold(m_session, before));
    const Operation operation{.verb = operationVerb(request.verb),
                              .actor = m_session.user().id,
                              .note = comment,
                              .about = request.matter,
                              .undoable = false};
    return m_session.log().transact(operation, [&](ChangeWriter &writer) -> Result<> {
        // Somebody else may have acted between the reading above and this transaction.
        FFP_ASSIGN(CaseMatter matter, loadMatter(m_session, request.matter));
        if (matter.outcome.tips != before.outcome.tips)
            return fail(Error{ErrorKind::Conflict, aboutField(u"proceeding"_s, {}), {u"acted"_s}, {}});
        if (request.seen) {
            FFP_ASSIGN(const std::vector<BasisItem> now, basisOf(m_session, request.matter));
            if (*request.seen != basisDigest(now))
                return fail(Error{ErrorKind::Conflict, aboutField(u"proceeding"_s, {}), {u"stale"_s}, {}});
        }
        if (request.verb == CaseVerb::Approve) {
            FFP_ASSIGN(const bool conflict, hasConflict(m_session, request.matter));
            if (conflict)
                return broken({u"conflict"_s});
        }
        if (pending && request.verb != CaseVerb::Withdraw) {
            FieldValues values = record;
            values.emplace_back(step::f("result"), Value(QLatin1String(resultOf(request.verb, *pending))));
            FFP_TRY(createStep(writer, matter, pending->key, values));
        }
        CaseAction action;
        action.wf = workflow.id;
        action.step = move->code;
        action.from = move->from;
        action.to = move->to;
        action.after = matter.outcome.tips;
        action.opinion = comment;
        action.date = today.toString(Qt::ISODate);
        FFP_ASSIGN(action.basis, basisOf(m_session, request.matter));
        FFP_TRY(writer.act(request.matter, action, key));
        const CaseFold fold(m_session.database(), m_session.cipher(), matter.registry, shippedWorkflows());
        FFP_ASSIGN(const CaseOutcome outcome, fold.judge(matter.matter.rid));
        const JudgedAction &mine = outcome.actions.back();
        if (!mine.isVerified())
            return mine.fault == casefault::Move ? Result<>(broken({u"out_of_turn"_s, before.state()}))
                                                 : Result<>(notAllowed(mine.fault));
        if (isForward(request.verb))
            FFP_TRY(checkDemands(m_session, matter, *pending));
        FFP_TRY(fold.write(matter.matter.rid, outcome));
        const QDate day = dayOf(record, today);
        const bool first = pending && pending->key == matter.chain.first().key;
        if (isForward(request.verb)) {
            if (first)
                FFP_TRY(applySets(writer, matter, matter.chain.onSubmit, record, day));
            return applySets(writer, matter, pending->sets, record, day);
        }
        if (request.verb == CaseVerb::Reject)
            return applySets(writer, matter, matter.chain.onReject, record, day);
        const bool backAtFirst = move->to == matter.chain.first().key.toUtf8();
        if (request.verb == CaseVerb::Withdraw && backAtFirst)
            return applySets(writer, matter,
                             matter.chain.onOpen.empty() ? matter.chain.onReject : matter.chain.onOpen,
                             record, day);
        return {};
    });
}

} // namespace ffp
