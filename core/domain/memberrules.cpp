// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/memberrules.h"

#include "core/domain/codelist.h"

namespace ffp {
namespace {

bool isPreschool(QStringView student)
{
    return student == u"preschool_age" || student == u"kindergarten";
}

void checkSchooling(const MemberFacts &member, QDate today, QList<Finding> &out)
{
    const bool education = !member.education.isEmpty() || member.educationUnread;
    const bool student = !member.student.isEmpty() || member.studentUnread;
    if (education && student)
        out.append(Finding::EducationAndSchoolBoth);
    if (!education && !student)
        out.append(Finding::EducationAndSchoolBothEmpty);

    const int age = ageOn(member.birthDate(), schoolYearStart(today));
    if (age < 0)
        return;
    // DQ-303 speaks of healthy children; one with an illness may well start later.
    const bool healthy = member.health.isEmpty() || member.health.contains(QStringLiteral("healthy"));
    if (isPreschool(member.student) && age >= 7 && healthy)
        out.append(Finding::PreschoolAt7OrMore);
    const AgeWindow window = ageWindow(member.student);
    if (age < window.from || age > window.to)
        out.append(Finding::GradeAgeMismatch);
}

void checkLabour(const MemberFacts &member, QDate today, QList<Finding> &out)
{
    const bool none = member.labour == u"none";
    const bool known = !member.labour.isEmpty();
    const int age = ageOn(member.birthDate(), today);
    if (known && !none && age >= 0 && age < 16)
        out.append(Finding::LabourUnder16);
    if (known && isAtSchool(member.student) && !none)
        out.append(Finding::StudentWithLabour);
    if (age >= 60
        && (member.labour == u"ordinary" || member.labour == u"skilled" || member.labour == u"lost"))
        out.append(Finding::LabourOver60);
    if (!member.workMonths)
        return;
    const int months = *member.workMonths;
    if (months > 0 && (none || member.labour == u"lost"))
        out.append(Finding::WorkWithoutLabour);
    if (months > 12)
        out.append(Finding::MonthsOver12);
    if (months < 0)
        out.append(Finding::MonthsNegative);
}

void checkSexAndBirth(const MemberFacts &member, QList<Finding> &out)
{
    const Sex demanded = sexOfRelation(member.relation);
    if (demanded != Sex::Unknown && member.sexFromId != Sex::Unknown && demanded != member.sexFromId)
        out.append(Finding::SexConflictsWithRelation);
    const Sex stated = member.sexCode == u"male"     ? Sex::Male
                       : member.sexCode == u"female" ? Sex::Female
                                                     : Sex::Unknown;
    if (stated != Sex::Unknown && member.sexFromId != Sex::Unknown && stated != member.sexFromId)
        out.append(Finding::SexDiffersFromId);
    if (member.statedBirthDate.isValid() && member.birthFromId.isValid()
        && member.statedBirthDate != member.birthFromId)
        out.append(Finding::BirthDateDiffersFromId);
}

} // namespace

QDate schoolYearStart(QDate today)
{
    const QDate thisYear(today.year(), 9, 1);
    return thisYear <= today ? thisYear : thisYear.addYears(-1);
}

AgeWindow ageWindow(QStringView student)
{
    if (student == u"primary")
        return {6, 14};
    if (student.startsWith(u"junior_"))
        return {12, 17};
    if (student.startsWith(u"senior_") || student.startsWith(u"voc_"))
        return {15, 20};
    if (student.startsWith(u"hvoc_") || student.startsWith(u"bach_"))
        return {18, 150};
    if (student == u"master_up")
        return {20, 150};
    return {};
}

bool isAtSchool(QStringView student)
{
    return !student.isEmpty() && !isPreschool(student);
}

Sex sexOfRelation(QStringView relationCode)
{
    static const CodeList *relations = codeList("relation");
    const Code *relation = findCode(*relations, relationCode);
    if (!relation || !*relation->extra)
        return Sex::Unknown;
    return *relation->extra == 'M' ? Sex::Male : Sex::Female;
}

QList<Finding> checkMember(const MemberFacts &member, QDate today)
{
    QList<Finding> out;
    checkSchooling(member, today, out);
    checkLabour(member, today, out);
    checkSexAndBirth(member, out);
    if (member.health.size() > 1 && member.health.contains(QStringLiteral("healthy")))
        out.append(Finding::HealthContradiction);
    return out;
}

} // namespace ffp
