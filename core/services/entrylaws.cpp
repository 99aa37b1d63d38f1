// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/entrylaws.h"

#include "core/base/about.h"
#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/jobfields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/householdrules.h"
#include "core/domain/recordrules.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Fault {
    FieldRef field;
    QString why;
};

/// A field of `after` is another than before, or the record is new.
bool changes(const Record *before, const Record &after, std::initializer_list<FieldRef> fields)
{
    return !before || std::any_of(fields.begin(), fields.end(), [&](FieldRef field) {
        return !((*before)[field] == after[field]);
    });
}

/// The other entries under the same parent.
Result<std::vector<Record>> beside(const RecordStore &store, const Record &record, FieldRef parent)
{
    FFP_ASSIGN(std::vector<Record> all, store.referring(parent, record[parent].toRef()));
    std::erase_if(all, [&record](const Record &one) { return one.id == record.id; });
    return all;
}

Result<> checkYear(const RecordStore &store, const Record *before, const Record &after,
                   std::vector<Fault> &faults)
{
    const FieldRef year = living::f("year");
    if (!changes(before, after, {year}))
        return {};
    FFP_ASSIGN(const auto others, beside(store, after, living::f("household_id")));
    if (std::any_of(others.begin(), others.end(),
                    [&](const Record &one) { return one[year] == after[year]; }))
        faults.push_back({year, u"year_known"_s});
    return {};
}

Result<> checkRisks(const RecordStore &store, const Record *before, const Record &after,
                    std::vector<Fault> &faults)
{
    const FieldRef kind = case_risk::f("kind");
    const FieldRef cleared = case_risk::f("cleared_on");
    if (!changes(before, after, {kind, cleared}) || !after[cleared].isBlank())
        return {};
    FFP_ASSIGN(const auto others, beside(store, after, case_risk::f("case_id")));
    QStringList risks{after[kind].toText()};
    for (const Record &one : others)
        if (one[cleared].isBlank())
            risks << one[kind].toText();
    if (!risksAreRight(risks))
        faults.push_back({kind, QLatin1String(findingDef(Finding::RisksRepeated).kind)});
    return {};
}

Result<> checkHelper(const RecordStore &store, const Record *before, const Record &after,
                     std::vector<Fault> &faults)
{
    const FieldRef role = assignment::f("role");
    const FieldRef name = assignment::f("name");
    const FieldRef end = assignment::f("ended_on");
    if (!changes(before, after, {role, name, end}) || !after[end].isBlank())
        return {};
    FFP_ASSIGN(const auto others, beside(store, after, assignment::f("household_id")));
    if (std::any_of(others.begin(), others.end(), [&](const Record &one) {
            return one[end].isBlank() && one[role] == after[role] && one[name] == after[name];
        }))
        faults.push_back({name, u"has_helper"_s});
    return {};
}

Result<> checkSpell(const RecordStore &store, const Record *before, const Record &after,
                    std::vector<Fault> &faults)
{
    const FieldRef start = job::f("started_on");
    const FieldRef planned = job::f("planned_out");
    const FieldRef person = job::f("member_id");
    if (!changes(before, after, {start, planned, person}))
        return {};
    if (after[start].isBlank()) {
        if (!after[planned].toBool())
            faults.push_back({start, u"spell_no_start"_s});
        return {};
    }
    FFP_ASSIGN(const auto others, beside(store, after, person));
    if (std::any_of(others.begin(), others.end(),
                    [&](const Record &one) { return one[start] == after[start]; }))
        faults.push_back({start, u"spell_known"_s});
    return {};
}

} // namespace

Result<> checkEntry(const RecordStore &store, const Record *before, const Record &after, QDate today)
{
    std::vector<Fault> faults;
    const QList<Contradiction> known = before ? contradictions(*before, today) : QList<Contradiction>();
    for (const Contradiction &one : contradictions(after, today))
        if (isImpossible(one.finding) && !known.contains(one))
            faults.push_back({one.field, QLatin1String(findingDef(one.finding).kind)});
    if (after.entity == Entity::LivingConditions)
        FFP_TRY(checkYear(store, before, after, faults));
    if (after.entity == Entity::CaseRisk)
        FFP_TRY(checkRisks(store, before, after, faults));
    if (after.entity == Entity::Assignment)
        FFP_TRY(checkHelper(store, before, after, faults));
    if (after.entity == Entity::Job)
        FFP_TRY(checkSpell(store, before, after, faults));
    if (faults.empty())
        return {};
    QStringList args;
    for (const Fault &fault : faults)
        args << QLatin1String(fieldDef(fault.field).id) + u": "_s + fault.why;
    return fail(Error{ErrorKind::InvalidValue,
                      aboutField(QLatin1String(entityDef(after.entity).id),
                                 QLatin1String(fieldDef(faults.front().field).id)),
                      args,
                      {}});
}

Result<> checkNewEntry(const RecordStore &store, Entity entity, const FieldValues &values, QDate today)
{
    Record record;
    record.entity = entity;
    return checkEntry(store, nullptr, withValues(std::move(record), values), today);
}

} // namespace ffp
