// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/qualityservice.h"

#include "core/analysis/alerttext.h"
#include "core/analysis/qualitycheck.h"
#include "core/base/about.h"
#include "core/db/query.h"
#include "core/domain/fields/settingfields.h"
#include "core/log/logcipher.h"
#include "core/services/attachmentcontent.h"
#include "core/services/fieldcheck.h"
#include "core/services/policyservice.h"
#include "core/store/recordstore.h"

#include <QCryptographicHash>

#include <algorithm>
#include <unordered_map>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Areas of the records of a table by row; equal areas share one text.
Result<std::unordered_map<qint64, AreaCode>> areasOf(const Database &db, const QString &sql)
{
    std::unordered_map<qint64, AreaCode> areas;
    AreaCode last;
    Query query(db, sql);
    FFP_TRY(query.run());
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return areas;
        const QString code = query.text(1);
        if (code != last.toString())
            last = AreaCode::fromString(code);
        areas.emplace(query.integer(0), last);
    }
}

bool fits(const QualityRun::Hit &hit, const QualityFilter &filter)
{
    return (filter.area.isNull() || filter.area.covers(hit.area))
           && (filter.rule.isEmpty() || hit.rule->id == filter.rule)
           && (filter.level.isEmpty() || hit.rule->level == filter.level);
}

/// Answers are entries of the office, exchanged and undone like any: `key` names rule, household and member,
/// `value` the digest of the evidence that was answered, `note` the reason.
const QString kAnswers = u"quality:"_s;

QString answerKey(const QString &rule, RecordId household, RecordId member)
{
    return kAnswers + rule + u':' + household.toString() + u':' + member.toString();
}

/// Values that a finding rests on, in 64 bits: equal evidence is equal bytes.
QString digestOf(const QByteArray &evidence)
{
    constexpr qsizetype kBytes = 8;
    return QString::fromLatin1(
        QCryptographicHash::hash(evidence, QCryptographicHash::Sha256).first(kBytes).toHex());
}

struct Answer {
    QString digest;
    QString reason;
};

/// The latest answer for each key: records come in the order in which this file got them.
Result<std::unordered_map<QString, Answer>> answersIn(const Session &session)
{
    std::unordered_map<QString, Answer> answers;
    Query query(session.database(), u"SELECT key, value, note FROM setting WHERE void = 0 AND key >= ?"
                                    " AND key < ? ORDER BY rid"_s);
    FFP_TRY(query.run(kAnswers, kAnswers + QChar(0xffff)));
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return answers;
        answers[query.text(0)] = {query.text(1), query.text(2)};
    }
}

/// Ids of rows, asked for once each.
class RecordIds
{
public:
    explicit RecordIds(const Session &session) : m_records(session.database(), session.cipher()) {}
    Result<RecordId> of(qint64 rid)
    {
        if (rid == 0)
            return RecordId();
        const auto known = m_known.find(rid);
        if (known != m_known.end())
            return known->second;
        FFP_ASSIGN(const RecordId id, m_records.idOf(rid));
        m_known.emplace(rid, id);
        return id;
    }
    Result<QString> keyOf(const QualityRun::Hit &hit)
    {
        FFP_ASSIGN(const RecordId household, of(hit.household));
        FFP_ASSIGN(const RecordId member, of(hit.member));
        return answerKey(hit.rule->id, household, member);
    }

private:
    RecordStore m_records;
    std::unordered_map<qint64, RecordId> m_known;
};

Error mustBePutRight(const PolicyRule &rule)
{
    Error error = Error::of(ErrorKind::RuleBroken, u"findings of level E are put right, not answered"_s);
    error.subject.entity = u"quality"_s;
    error.subject.key = rule.id;
    error.args = {rule.id, rule.title.zh};
    return error;
}

} // namespace

int qualityLevelOrder(QStringView level)
{
    return level.size() == 1 ? int(QStringView(u"EWH").indexOf(level)) : -1;
}

QString qualityRuleText(const PolicyRule &rule, Language language)
{
    const bool chinese = language == Language::Chinese;
    const QString limits = rule.limits.in(chinese);
    return limits.isEmpty() ? rule.title.in(chinese) : rule.title.in(chinese) + u'\n' + limits;
}

std::vector<qsizetype> QualityRun::select(const QualityFilter &filter) const
{
    std::vector<qsizetype> which;
    for (std::size_t i = 0; i < m_hits.size(); ++i)
        if (fits(m_hits[i], filter) && (filter.answered || m_hits[i].answer.isEmpty()))
            which.push_back(qsizetype(i));
    return which;
}

std::vector<QualityRun::Count> QualityRun::counts(const AreaCode &area) const
{
    std::unordered_map<const PolicyRule *, Count> found;
    for (const Hit &hit : m_hits)
        if (area.isNull() || area.covers(hit.area))
            ++(hit.answer.isEmpty() ? found[hit.rule].found : found[hit.rule].answered);
    std::vector<Count> counts;
    for (const PolicyRule *rule : m_evaluated)
        counts.push_back({rule, found[rule].found, found[rule].answered});
    return counts;
}

qint64 QualityRun::count(const QString &level) const
{
    return std::count_if(m_hits.begin(), m_hits.end(), [&level](const Hit &hit) {
        return hit.rule->level == level && hit.answer.isEmpty();
    });
}

qint64 QualityRun::answered() const
{
    return std::count_if(m_hits.begin(), m_hits.end(), [](const Hit &hit) { return !hit.answer.isEmpty(); });
}

std::vector<QualityRun::Missing> QualityRun::notEvaluated(Language language) const
{
    const bool chinese = language == Language::Chinese;
    std::vector<Missing> missing;
    for (qsizetype i = 0; i < m_missing.size(); ++i)
        missing.push_back({m_missing[i], m_reasons[std::size_t(i)][0].in(chinese),
                           m_reasons[std::size_t(i)][1].in(chinese)});
    return missing;
}

Result<QualityRun> QualityService::run(const QualityFilter &filter, Progress &progress) const
{
    if (!filter.level.isEmpty() && qualityLevelOrder(filter.level) < 0) {
        Error error = Error::onField(ErrorKind::InvalidArgument, "quality", "level");
        error.args = {filter.level};
        return fail(error);
    }
    FFP_ASSIGN(PolicyPack pack, PolicyService(m_session).pack());
    QualityRun run;
    run.m_pack = std::make_shared<const PolicyPack>(std::move(pack));
    const QualityCheck check(m_session.path(), m_session.cipher(), m_session.divisions());
    FFP_ASSIGN(QualityEvaluation found,
               check.run(*run.m_pack, m_session.clock().today(), filter.level, filter.rule, progress));
    run.m_day = found.day;
    run.m_households = found.households;
    for (const NotEvaluated &one : found.notEvaluated) {
        run.m_missing.append(one.rule);
        run.m_reasons.push_back({one.title, one.reason});
    }
    FFP_ASSIGN(const auto areas,
               areasOf(m_session.database(), u"SELECT rid, area FROM household ORDER BY area"_s));
    for (QualityOutcome &outcome : found.outcomes) {
        run.m_evaluated.push_back(outcome.rule);
        for (Firing &firing : outcome.firings) {
            const auto area = areas.find(firing.household);
            QualityRun::Hit hit{outcome.rule,
                                firing.household,
                                firing.member,
                                area == areas.end() ? m_session.site().area : area->second,
                                std::move(firing.evidence),
                                {}};
            if (fits(hit, filter))
                run.m_hits.push_back(std::move(hit));
        }
    }
    std::stable_sort(run.m_hits.begin(), run.m_hits.end(),
                     [](const QualityRun::Hit &a, const QualityRun::Hit &b) {
                         if (a.rule != b.rule) {
                             const int left = qualityLevelOrder(a.rule->level);
                             const int right = qualityLevelOrder(b.rule->level);
                             return left != right ? left < right : a.rule < b.rule; // both lie in one vector
                         }
                         if (a.area != b.area)
                             return a.area < b.area;
                         return std::pair(a.household, a.member) < std::pair(b.household, b.member);
                     });
    FFP_TRY(renewAnswers(run));
    return run;
}

Result<> QualityService::renewAnswers(QualityRun &run) const
{
    FFP_ASSIGN(const auto answers, answersIn(m_session));
    RecordIds ids(m_session);
    for (QualityRun::Hit &hit : run.m_hits) {
        hit.answer.clear();
        if (answers.empty() || hit.rule->level == "E"_L1)
            continue;
        FFP_ASSIGN(const QString key, ids.keyOf(hit));
        const auto known = answers.find(key);
        if (known != answers.end() && known->second.digest == digestOf(hit.evidence))
            hit.answer = known->second.reason;
    }
    return {};
}

Result<ChangeSummary> QualityService::answer(const QualityRun &run, std::span<const qsizetype> which,
                                             const QString &reason)
{
    FFP_TRY(mayWrite(m_session));
    constexpr qsizetype kLongest = 500;
    const QString why = reason.simplified().left(kLongest);
    if (why.isEmpty())
        return fail(Error::onField(ErrorKind::InvalidValue, "quality", "reason"));
    if (holdsPersonalNumber(why)) // it is shown and printed
        return fail(Error{ErrorKind::InvalidValue,
                          aboutField(u"quality"_s, u"reason"_s),
                          {u"personal_number"_s},
                          {}});
    for (const qsizetype index : which)
        if (const QualityRun::Hit &hit = run.hits()[std::size_t(index)]; hit.rule->level == "E"_L1)
            return fail(mustBePutRight(*hit.rule));
    const Operation operation{"quality.answer", m_session.user().id, why, {}, true, 0};
    return m_session.log().transact(operation, [&](ChangeWriter &writer) -> Result<> {
        RecordIds ids(m_session);
        for (const qsizetype index : which) {
            const QualityRun::Hit &hit = run.hits()[std::size_t(index)];
            FFP_ASSIGN(const QString key, ids.keyOf(hit));
            FFP_TRY(writer.create(Entity::Setting, hit.area,
                                  {{setting::f("key"), Value(key)},
                                   {setting::f("value"), Value(digestOf(hit.evidence))},
                                   {setting::f("note"), Value(why)}}));
        }
        return {};
    });
}

Result<std::vector<QualityFinding>> QualityService::findings(const QualityRun &run,
                                                             std::span<const qsizetype> which,
                                                             Language language) const
{
    const bool chinese = language == Language::Chinese;
    Query household(m_session.database(),
                    u"SELECT r.rec, coalesce(h.household_no, h.local_no), (SELECT name FROM member"
                    " WHERE rid = h.head_member_id) FROM household h JOIN record r ON r.rid = h.rid"
                    " WHERE h.rid = ?"_s);
    Query member(m_session.database(),
                 u"SELECT r.rec, m.name FROM member m JOIN record r ON r.rid = m.rid WHERE m.rid = ?"_s);
    std::vector<QualityFinding> out;
    out.reserve(which.size());
    for (const qsizetype index : which) {
        const QualityRun::Hit &hit = run.hits()[std::size_t(index)];
        QualityFinding finding;
        finding.answer = hit.answer;
        finding.rule = hit.rule->id;
        finding.ruleTitle = hit.rule->title.in(chinese);
        finding.level = hit.rule->level;
        finding.field = hit.rule->field;
        finding.householdRid = hit.household;
        finding.area = hit.area;
        finding.areaName = m_session.divisions().fullName(hit.area, AreaLevel::Township);
        finding.message = alertText(run.pack(), hit.rule->id, hit.evidence, chinese, AlertSight::Masked)
                              .message;
        FFP_TRY(household.run(hit.household));
        FFP_ASSIGN(const bool known, household.next());
        if (known) {
            finding.household = household.id<RecordId>(0);
            finding.householdNo = household.text(1);
            finding.headName = household.text(2);
        }
        if (hit.member != 0) {
            FFP_TRY(member.run(hit.member));
            FFP_ASSIGN(const bool there, member.next());
            if (there) {
                finding.member = member.id<RecordId>(0);
                finding.memberName = member.text(1);
            }
        }
        out.push_back(std::move(finding));
    }
    return out;
}

Result<qint64> QualityService::openErrors(const AreaCode &area, Progress &progress) const
{
    FFP_ASSIGN(const QualityRun found, run({area, {}, u"E"_s}, progress));
    return qint64(found.hits().size());
}

} // namespace ffp
