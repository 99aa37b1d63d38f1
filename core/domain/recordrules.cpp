// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/recordrules.h"

#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/jobfields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/safeguardfields.h"
#include "core/domain/householdrules.h"
#include "core/domain/memberrules.h"
#include "core/domain/monitoringrules.h"
#include "core/domain/yearrules.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kMonthsOfYear = 12; // V-13

QDate dateIn(const Value &value)
{
    return QDate::fromString(value.toText(), Qt::ISODate);
}

/// Where a finding about a member is told: at the field that is more likely to be the wrong one.
FieldRef memberField(Finding finding)
{
    switch (finding) {
    case Finding::EducationAndSchoolBoth:
    case Finding::EducationAndSchoolBothEmpty: return member::f("education");
    case Finding::PreschoolAt7OrMore:
    case Finding::GradeAgeMismatch: return member::f("student");
    case Finding::LabourUnder16:
    case Finding::LabourOver60:
    case Finding::StudentWithLabour: return member::f("labour");
    case Finding::HealthContradiction: return member::f("health");
    case Finding::SexConflictsWithRelation: return member::f("relation");
    case Finding::SexDiffersFromId: return member::f("sex");
    case Finding::BirthDateDiffersFromId: return member::f("birth_date");
    default: return member::f("work_months");
    }
}

void ofMember(const Record &record, QDate today, QList<Contradiction> &out)
{
    const IdNumber id = parseIdNumber(record[member::f("id_no")].toText(), today);
    MemberFacts facts;
    facts.relation = record[member::f("relation")].toText();
    facts.education = record[member::f("education")].toText();
    facts.student = record[member::f("student")].toText();
    facts.labour = record[member::f("labour")].toText();
    facts.health = record[member::f("health")].toList();
    facts.sexCode = record[member::f("sex")].toText();
    facts.statedBirthDate = dateIn(record[member::f("birth_date")]);
    if (const Value &months = record[member::f("work_months")]; !months.isBlank())
        facts.workMonths = static_cast<int>(std::clamp<qint64>(months.toInt(), -999, 999));
    if (id.usable() && id.form != IdForm::Placeholder) {
        facts.sexFromId = id.sex;
        facts.birthFromId = id.birthDate;
    }
    for (const Finding finding : checkMember(facts, today))
        out.append({memberField(finding), finding});
}

void ofHousehold(const Record &record, QList<Contradiction> &out)
{
    const FieldRef others = household::f("cause_others");
    if (!causesAreRight(record[household::f("cause_main")].toText(), record[others].toList()))
        out.append({others, Finding::CausesRepeated});
    const FieldRef monitorClass = household::f("monitor_class");
    const QString type = record[household::f("household_type")].toText();
    if (!type.isEmpty() && !classFitsType(record[monitorClass].toText(), type))
        out.append({monitorClass, Finding::CategoryConflict});
}

void ofLiving(const Record &record, QList<Contradiction> &out)
{
    YearFigures figures;
    const auto fields = entityDef(record.entity).fields;
    for (quint16 i = 0; i < fields.size(); ++i)
        if (const Value &value = record[{record.entity, i}]; isNumber(fields[i].type) && !value.isBlank())
            figures.insert(QLatin1String(fields[i].id), value.toInt());
    for (const FigureFinding &one : checkYearFigures(figures))
        if (const int at = fieldIndex(record.entity, one.figure.toStdString()); at >= 0)
            out.append({{record.entity, static_cast<quint16>(at)}, one.finding});
}

void ofCase(const Record &record, QDate today, QList<Contradiction> &out)
{
    MonitoringFacts facts;
    facts.monitorClass = record[casefile::f("monitor_class")].toText();
    facts.riskRemoved = record[casefile::f("status")].toText() == "removed"_L1;
    facts.identified = YearMonth::fromString(record[casefile::f("identified_ym")].toText());
    facts.removed = YearMonth::fromString(record[casefile::f("removed_ym")].toText());
    for (const Finding finding : checkMonitoring(facts, today)) {
        const bool removed = finding != Finding::MonitoredWithoutMonth
                             && !(finding == Finding::MonthInFuture && facts.identified
                                  && *facts.identified > YearMonth::of(today));
        out.append({removed ? casefile::f("removed_ym") : casefile::f("identified_ym"), finding});
    }
}

void ofSafeguard(const Record &record, QList<Contradiction> &out)
{
    const bool met = record[safeguard::f("status")].toText() == "met"_L1;
    if (met && !record[safeguard::f("water_failed")].isBlank())
        out.append({safeguard::f("status"), Finding::TestsContradictConclusion});
}

void ofJob(const Record &record, QList<Contradiction> &out)
{
    const FieldRef months = job::f("months");
    if (record[months].isBlank())
        return;
    if (record[months].toInt() < 0)
        out.append({months, Finding::MonthsNegative});
    if (record[months].toInt() > kMonthsOfYear)
        out.append({months, Finding::MonthsOver12});
}

/// What cannot end before it began.
struct Course {
    FieldRef begin;
    FieldRef end;
};
constexpr Course kCourses[] = {
    {assignment::f("started_on"), assignment::f("ended_on")},
    {safeguard::f("checked_on"), safeguard::f("fix_due")},
    {safeguard::f("checked_on"), safeguard::f("fixed_on")},
    {case_risk::f("found_on"), case_risk::f("cleared_on")},
    {job::f("started_on"), job::f("ended_on")},
};

} // namespace

QList<Contradiction> contradictions(const Record &record, QDate today)
{
    QList<Contradiction> out;
    switch (record.entity) {
    case Entity::Member: ofMember(record, today, out); break;
    case Entity::Household: ofHousehold(record, out); break;
    case Entity::LivingConditions: ofLiving(record, out); break;
    case Entity::Case: ofCase(record, today, out); break;
    case Entity::SafeguardCheck: ofSafeguard(record, out); break;
    case Entity::Job: ofJob(record, out); break;
    default: break;
    }
    for (const Course &course : kCourses) {
        const QDate begin = dateIn(record[course.begin]);
        const QDate end = dateIn(record[course.end]);
        if (begin.isValid() && end.isValid() && end < begin)
            out.append({course.end, Finding::EndBeforeBegin});
    }
    return out;
}

bool isImpossible(Finding finding)
{
    switch (finding) {
    case Finding::MonthsOver12:
    case Finding::MonthsNegative:
    case Finding::HealthContradiction:
    case Finding::CausesRepeated:
    case Finding::RisksRepeated:
    case Finding::CategoryConflict: // HV-04 blocks
    case Finding::NegativeArea:
    case Finding::MonthInFuture:
    case Finding::RemovalBeforeIdentification:
    case Finding::EndBeforeBegin:
    case Finding::TestsContradictConclusion: return true;
    default: return false;
    }
}

bool isOmission(Finding finding)
{
    return finding == Finding::EducationAndSchoolBothEmpty || finding == Finding::MonitoredWithoutMonth
           || finding == Finding::RemovedWithoutDate;
}

Record withValues(Record record, const FieldValues &values)
{
    record.values.resize(entityDef(record.entity).fields.size());
    for (const auto &[field, value] : values)
        if (field.entity == record.entity)
            record.values[field.index] = value;
    return record;
}

} // namespace ffp
