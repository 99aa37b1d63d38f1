// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/codelist.h"
#include "core/domain/kinship.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

/// "head:M spouse:F son:M": relations with sexes; without ":" the sex is not known.
std::vector<Kin> family(const QString &text)
{
    std::vector<Kin> out;
    for (const QString &word : text.split(u' ')) {
        const QString sex = word.section(u':', 1);
        out.push_back({word.section(u':', 0, 0), sex == u"M"_s   ? Sex::Male
                                                 : sex == u"F"_s ? Sex::Female
                                                                 : Sex::Unknown});
    }
    return out;
}

/// "spouse head mother son?": a question mark where a person decides.
QString seenFrom(const QString &text, size_t newHead)
{
    QStringList out;
    for (const CarriedRelation &one : relationsTo(family(text), newHead))
        out << one.relation + (one.sure ? QString() : u"?"_s);
    return out.join(u' ');
}

} // namespace

class TestKinship : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesOver_data()
    {
        QTest::addColumn<QString>("members");
        QTest::addColumn<int>("newHead");
        QTest::addColumn<QString>("expected");
        const QString couple = u"head:M spouse:F son:M daughter:F father:M mother:F"_s;
        QTest::newRow("wife") << couple << 1 << u"spouse head son daughter husband_father husband_mother"_s;
        QTest::newRow("husband of a female head")
            << u"head:F spouse:M son:M father:M"_s << 1 << u"spouse head son wife_father"_s;
        QTest::newRow("wife with parents of her own")
            << u"head:M spouse:F wife_father wife_mother"_s << 1 << u"spouse head father mother"_s;
        QTest::newRow("son") << couple << 2 << u"father mother head sibling grandfather grandmother"_s;
        QTest::newRow("son of a mother: her parents are 外祖父母")
            << u"head:F son:M father:M mother:F"_s << 1 << u"mother head grandfather_mat grandmother_mat"_s;
        QTest::newRow("son: his mother's parents are 外祖父母 too")
            << u"head:M spouse:F son:M wife_father:M"_s << 2 << u"father mother head grandfather_mat"_s;
        QTest::newRow("father") << couple << 4 << u"son daughter_in_law grandson granddaughter head spouse"_s;
        QTest::newRow("father of a woman: 外孙")
            << u"head:F spouse:M son:M father:M"_s << 3 << u"daughter son_in_law grandson_mat head"_s;
        QTest::newRow("three generations under the father")
            << u"head:M son:M grandson:M daughter_in_law:F father:M"_s << 4
            << u"son grandson great_grandson other head"_s;
        QTest::newRow("brother") << u"head:M sibling:M spouse:F son:M mother:F"_s << 1
                                 << u"sibling head brother_wife nephew mother"_s;
        QTest::newRow("only son: wife and child are likely his")
            << u"head:M son:M daughter_in_law:F grandson:M"_s << 1 << u"father head spouse? son?"_s;
        QTest::newRow("one of two sons: whose they are is not said")
            << u"head:M son:M son:M daughter_in_law:F grandson:M"_s << 1
            << u"father head sibling brother_wife? nephew?"_s;
        QTest::newRow("daughter: a daughter-in-law is not her spouse")
            << u"head:M daughter:F daughter_in_law:F"_s << 1 << u"father head brother_wife?"_s;
        QTest::newRow("daughter-in-law after the old man's death")
            << u"head:M spouse:F daughter_in_law:F son:M grandson:M"_s << 2
            << u"husband_father husband_mother head spouse? son?"_s;
        QTest::newRow("grandson left with the grandparents")
            << u"head:M spouse:F grandson:M"_s << 2 << u"grandfather grandmother head"_s;
        QTest::newRow("daughter's child")
            << u"head:M spouse:F grandson_mat:M"_s << 2 << u"grandfather_mat grandmother_mat head"_s;
        QTest::newRow("grandson, with his parents")
            << u"head:M son:M daughter_in_law:F grandson:M granddaughter:F"_s << 3
            << u"grandfather father? mother? head sibling?"_s;
        QTest::newRow("paternal grandfather, seen from the father")
            << u"head:M father:M grandfather:M uncle:M"_s << 1 << u"son head father sibling"_s;
        QTest::newRow("sex not known") << u"head spouse son"_s << 2 << u"father? father? head"_s;
        QTest::newRow("no relative") << u"head:M other:M spouse:F"_s << 1 << u"other? head other?"_s;
        QTest::newRow("a stranger stays one") << u"head:M spouse:F other:M"_s << 1 << u"spouse head other"_s;
        QTest::newRow("the same head") << couple << 0 << u"head spouse son daughter father mother"_s;
    }
    void carriesOver()
    {
        QFETCH(QString, members);
        QFETCH(int, newHead);
        QFETCH(QString, expected);
        QCOMPARE(seenFrom(members, size_t(newHead)), expected);
    }

    /// Whatever the household: one head, codes of the list, the sex that a code asks for.
    void everyPairGivesALawfulAnswer()
    {
        const CodeList &list = *codeList("relation");
        for (const Code &from : list.codes)
            for (const Code &to : list.codes)
                for (const Sex sex : {Sex::Male, Sex::Female, Sex::Unknown}) {
                    const std::string_view must = to.extra;
                    if ((must == "M" && sex == Sex::Female) || (must == "F" && sex == Sex::Male)
                        || std::string_view(to.code) == "head" || std::string_view(from.code) == "head")
                        continue;
                    const std::vector<Kin> members{{u"head"_s, Sex::Male},
                                                   {QString::fromLatin1(from.code), Sex::Unknown},
                                                   {QString::fromLatin1(to.code), sex}};
                    const auto carried = relationsTo(members, 1);
                    QCOMPARE(carried.size(), members.size());
                    QCOMPARE(carried[1].relation, u"head"_s);
                    for (const size_t i : {size_t(0), size_t(2)}) {
                        const Code *code = findCode(list, carried[i].relation);
                        QVERIFY2(code && carried[i].relation != u"head"_s, qPrintable(carried[i].relation));
                        const std::string_view asks = code->extra;
                        QVERIFY(members[i].sex != Sex::Female || asks != "M");
                        QVERIFY(members[i].sex != Sex::Male || asks != "F");
                    }
                }
    }
};

QTEST_APPLESS_MAIN(TestKinship)
#include "tst_kinship.moc"
