// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/codelist.h"
#include "core/domain/memberrules.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate kToday(2026, 10, 31);

/// Nothing to find: a healthy farmer of 40.
MemberFacts farmer()
{
    MemberFacts m;
    m.relation = u"head"_s;
    m.education = u"junior"_s;
    m.labour = u"ordinary"_s;
    m.health = {u"healthy"_s};
    m.workMonths = 6;
    m.sexFromId = Sex::Male;
    m.birthFromId = QDate(1986, 5, 1);
    return m;
}

MemberFacts pupil(const QString &grade, QDate born)
{
    MemberFacts m = farmer();
    m.relation = u"son"_s;
    m.education.clear();
    m.student = grade;
    m.labour = u"none"_s;
    m.workMonths.reset();
    m.birthFromId = born;
    return m;
}

QList<Finding> check(const MemberFacts &m)
{
    return checkMember(m, kToday);
}

bool has(const MemberFacts &m, Finding finding)
{
    return check(m).contains(finding);
}

} // namespace

class TestMemberRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goodMembersHaveNoFindings()
    {
        QVERIFY(check(farmer()).isEmpty());
        QVERIFY(check(pupil(u"primary"_s, QDate(2018, 1, 1))).isEmpty());
    }

    void educationOrSchool() // V-18
    {
        MemberFacts m = farmer();
        m.student = u"tech_1"_s;
        m.labour = u"none"_s;
        m.workMonths.reset();
        QCOMPARE(check(m), QList<Finding>{Finding::EducationAndSchoolBoth});
        m = farmer();
        m.education.clear();
        QCOMPARE(check(m), QList<Finding>{Finding::EducationAndSchoolBothEmpty});
        m.educationUnread = true; // a word that is in no list is still something
        QVERIFY(check(m).isEmpty());
        m.studentUnread = true;
        QCOMPARE(check(m), QList<Finding>{Finding::EducationAndSchoolBoth});
    }

    void labourByAge() // DQ-401, DQ-402
    {
        MemberFacts m = farmer();
        m.birthFromId = QDate(2010, 11, 1); // 15 until tomorrow
        QVERIFY(has(m, Finding::LabourUnder16));
        m.birthFromId = QDate(2010, 10, 31); // 16 today
        QVERIFY(!has(m, Finding::LabourUnder16));
        m.birthFromId = QDate(2010, 11, 1);
        m.labour = u"none"_s;
        QVERIFY(!has(m, Finding::LabourUnder16));

        m = farmer();
        m.birthFromId = QDate(1966, 11, 1); // 59
        QVERIFY(!has(m, Finding::LabourOver60));
        m.birthFromId = QDate(1966, 10, 31); // 60 today
        for (const QString &labour : {u"ordinary"_s, u"skilled"_s, u"lost"_s}) {
            m.labour = labour;
            QVERIFY(has(m, Finding::LabourOver60));
        }
        for (const QString &labour : {u"weak"_s, u"none"_s}) {
            m.labour = labour;
            QVERIFY(!has(m, Finding::LabourOver60));
        }
        m = farmer();
        m.birthFromId = QDate(); // no birth date: nothing is known about the age
        m.labour = u"ordinary"_s;
        QVERIFY(check(m).isEmpty());
    }

    void pupilsDoNotWork() // DQ-403
    {
        MemberFacts m = pupil(u"senior_1"_s, QDate(2010, 1, 1));
        m.labour = u"ordinary"_s;
        QCOMPARE(check(m), QList<Finding>{Finding::StudentWithLabour});
        m.labour.clear();
        QVERIFY(check(m).isEmpty());
        m = pupil(u"kindergarten"_s, QDate(2022, 1, 1)); // not at school yet
        m.labour = u"weak"_s;
        QCOMPARE(check(m), QList<Finding>{Finding::LabourUnder16});
    }

    void monthsOfWork() // V-13, DQ-405
    {
        MemberFacts m = farmer();
        for (const int months : {0, 12}) {
            m.workMonths = months;
            QVERIFY(check(m).isEmpty());
        }
        m.workMonths = 13;
        QCOMPARE(check(m), QList<Finding>{Finding::MonthsOver12});
        m.workMonths = -1;
        QCOMPARE(check(m), QList<Finding>{Finding::MonthsNegative});
        for (const QString &labour : {u"none"_s, u"lost"_s}) {
            m.labour = labour;
            m.workMonths = 1;
            QCOMPARE(check(m), QList<Finding>{Finding::WorkWithoutLabour});
            m.workMonths = 0;
            QVERIFY(check(m).isEmpty());
        }
        m.labour = u"weak"_s;
        m.workMonths = 1;
        QVERIFY(check(m).isEmpty());
    }

    void health() // V-19
    {
        MemberFacts m = farmer();
        m.health = {u"disabled"_s, u"healthy"_s};
        QCOMPARE(check(m), QList<Finding>{Finding::HealthContradiction});
        m.health = {u"chronic"_s, u"disabled"_s};
        QVERIFY(check(m).isEmpty());
    }

    void sexAndBirth() // DQ-104, DQ-204
    {
        MemberFacts m = farmer();
        m.relation = u"daughter"_s;
        QCOMPARE(check(m), QList<Finding>{Finding::SexConflictsWithRelation});
        m.sexFromId = Sex::Unknown;
        QVERIFY(check(m).isEmpty());
        m = farmer();
        m.relation = u"sibling"_s; // either sex
        QVERIFY(check(m).isEmpty());
        m.sexCode = u"female"_s;
        QCOMPARE(check(m), QList<Finding>{Finding::SexDiffersFromId});
        m.sexCode = u"unspecified"_s;
        QVERIFY(check(m).isEmpty());
        m.statedBirthDate = m.birthFromId;
        QVERIFY(check(m).isEmpty());
        m.statedBirthDate = m.birthFromId.addDays(1);
        QCOMPARE(check(m), QList<Finding>{Finding::BirthDateDiffersFromId});
    }

    void preschool() // DQ-303, age at the start of the school year
    {
        for (const QString &stage : {u"kindergarten"_s, u"preschool_age"_s}) {
            QVERIFY(has(pupil(stage, QDate(2019, 9, 1)), Finding::PreschoolAt7OrMore));  // 7 on 1 September
            QVERIFY(!has(pupil(stage, QDate(2019, 9, 2)), Finding::PreschoolAt7OrMore)); // 6 on that day
        }
        MemberFacts ill = pupil(u"kindergarten"_s, QDate(2016, 1, 1));
        ill.health = {u"disabled"_s};
        QVERIFY(!has(ill, Finding::PreschoolAt7OrMore));
    }

    void grades_data() // DQ-302: first and last age that fits
    {
        QTest::addColumn<QString>("grade");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::newRow("primary") << u"primary"_s << 6 << 14;
        QTest::newRow("junior") << u"junior_9"_s << 12 << 17;
        QTest::newRow("senior") << u"senior_1"_s << 15 << 20;
        QTest::newRow("vocational") << u"voc_3"_s << 15 << 20;
        QTest::newRow("college") << u"hvoc_1"_s << 18 << 150;
        QTest::newRow("bachelor") << u"bach_5"_s << 18 << 150;
        QTest::newRow("master") << u"master_up"_s << 20 << 150;
    }
    void grades()
    {
        QFETCH(QString, grade);
        QFETCH(int, from);
        QFETCH(int, to);
        const auto aged = [&](int years) { return pupil(grade, QDate(2026 - years, 9, 1)); };
        QVERIFY(has(aged(from - 1), Finding::GradeAgeMismatch));
        QVERIFY(!has(aged(from), Finding::GradeAgeMismatch));
        if (to < 150) {
            QVERIFY(!has(aged(to), Finding::GradeAgeMismatch));
            QVERIFY(has(aged(to + 1), Finding::GradeAgeMismatch));
        }
    }

    void everyGradeIsKnownToTheRules()
    {
        for (const Code &code : codeList("student")->codes) {
            const QString id = QString::fromLatin1(code.code);
            const bool windowed = ageWindow(id).from > 0;
            QCOMPARE(windowed,
                     isAtSchool(id) && !id.startsWith(u"tech_")); // no source gives a window for 技师学院
        }
    }

    void schoolYear()
    {
        QCOMPARE(schoolYearStart(QDate(2026, 9, 1)), QDate(2026, 9, 1));
        QCOMPARE(schoolYearStart(QDate(2026, 8, 31)), QDate(2025, 9, 1));
    }
};

QTEST_GUILESS_MAIN(TestMemberRules)
#include "tst_memberrules.moc"
