// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/kinship.h"

#include "core/domain/codelist.h"

#include <algorithm>

namespace ffp {
namespace {

using namespace Qt::Literals::StringLiterals;

/// A relation as steps from the head: S spouse, C child, P parent, B brother or sister.
struct Way {
    const char *code;
    const char *steps;
};
constexpr Way kWays[] = {
    {"head", "-"},
    {"spouse", "S"},
    {"son", "C"},
    {"daughter", "C"},
    {"daughter_in_law", "CS"},
    {"son_in_law", "CS"},
    {"grandson", "CC"},
    {"granddaughter", "CC"},
    {"grandson_mat", "CC"},
    {"granddaughter_mat", "CC"},
    {"father", "P"},
    {"mother", "P"},
    {"wife_father", "SP"},
    {"wife_mother", "SP"},
    {"husband_father", "SP"},
    {"husband_mother", "SP"},
    {"grandfather", "PP"},
    {"grandmother", "PP"},
    {"grandfather_mat", "PP"},
    {"grandmother_mat", "PP"},
    {"sibling", "B"},
    {"great_grandson", "CCC"},
    {"great_granddaughter", "CCC"},
    {"nephew", "BC"},
    {"niece", "BC"},
    {"brother_wife", "BS"},
    {"uncle", "PB"},
};

/// "?" for "other" and for what is not in the list.
std::string_view waysOf(const QString &relation)
{
    for (const Way &way : kWays)
        if (relation == QLatin1String(way.code))
            return way.steps;
    return "?";
}

Sex sexOf(const Kin &kin)
{
    if (kin.sex != Sex::Unknown)
        return kin.sex;
    const Code *code = findCode(*codeList("relation"), kin.relation);
    const std::string_view must = code ? code->extra : "";
    return must == "M" ? Sex::Male : must == "F" ? Sex::Female : Sex::Unknown;
}

Sex opposite(Sex sex)
{
    return sex == Sex::Male ? Sex::Female : sex == Sex::Female ? Sex::Male : Sex::Unknown;
}

/// Through a son 孙子, through a daughter 外孙子: the relation tells which.
Sex throughWhom(const QString &relation)
{
    return relation.endsWith("_mat"_L1) ? Sex::Female : Sex::Male;
}

CarriedRelation bySex(Sex sex, const CarriedRelation &male, const CarriedRelation &female)
{
    CarriedRelation chosen = sex == Sex::Female ? female : male;
    chosen.sure = chosen.sure && sex != Sex::Unknown;
    return chosen;
}

CarriedRelation unsure(CarriedRelation relation)
{
    relation.sure = false;
    return relation;
}

/// One member seen from one new head.
class Step
{
public:
    /// `onlyChild`: the household has one child of the old head, no more.
    Step(const Kin &oldHead, const Kin &newHead, const Kin &self, bool onlyChild)
        : m_oldHead(oldHead),
          m_newHead(newHead),
          m_self(self),
          m_onlyChild(onlyChild)
    {}

    CarriedRelation relation() const
    {
        const std::string_view from = waysOf(m_newHead.relation);
        const std::string_view to = waysOf(m_self.relation);
        if (from == "-") // stays the head
            return kept();
        if (to == "?")
            return other();
        if (from == "S")
            return fromSpouse(to);
        if (from == "C")
            return fromChild(to);
        if (from == "P")
            return fromParent(to);
        if (from == "B")
            return fromSibling(to);
        if (from == "CS")
            return fromChildInLaw(to);
        if (from == "CC")
            return fromGrandchild(to);
        return unsure(other());
    }

private:
    CarriedRelation fromSpouse(std::string_view to) const
    {
        if (to == "-")
            return same("spouse");
        if (to == "C" || to == "CS" || to == "CC" || to == "CCC") // children are taken as of both
            return kept();
        if (to == "P")
            return parentOfSpouse();
        return to == "SP" ? parent() : other();
    }
    CarriedRelation fromChild(std::string_view to) const
    {
        if (to == "-" || to == "S")
            return parent();
        if (to == "C")
            return same("sibling");
        if (to == "P")
            return grandparent(sexOf(m_oldHead));
        if (to == "SP")
            return grandparent(opposite(sexOf(m_oldHead)));
        if (to == "CS") // of this child, or of another one
            return unsure(m_onlyChild && sexOf(m_self) != sexOf(m_newHead) ? same("spouse")
                                                                           : siblingsSpouse());
        if (to == "CC")
            return unsure(m_onlyChild ? child() : bySelf("nephew", "niece"));
        if (to == "CCC")
            return unsure(m_onlyChild ? grandchild(Sex::Unknown) : other());
        if (to == "B") // 叔伯; there is no word for the others
            return sexOf(m_oldHead) == Sex::Male ? bySelf("uncle", "other") : other();
        return other();
    }
    CarriedRelation fromParent(std::string_view to) const
    {
        if (to == "-" || to == "B")
            return child();
        if (to == "S" || to == "BS")
            return bySelf("son_in_law", "daughter_in_law");
        if (to == "C")
            return grandchild(sexOf(m_oldHead));
        if (to == "BC")
            return grandchild(Sex::Unknown);
        if (to == "CC")
            return bySelf("great_grandson", "great_granddaughter");
        if (to == "P")
            return same("spouse");
        const bool father = sexOf(m_newHead) == Sex::Male;
        if (to == "PP")
            return father == (throughWhom(m_self.relation) == Sex::Male) ? parent() : parentOfSpouse();
        if (to == "PB")
            return same(father ? "sibling" : "other");
        return other();
    }
    CarriedRelation fromSibling(std::string_view to) const
    {
        if (to == "-" || to == "B")
            return same("sibling");
        if (to == "S")
            return siblingsSpouse();
        if (to == "C")
            return bySelf("nephew", "niece");
        if (to == "P" || to == "PP" || to == "PB")
            return kept();
        if (to == "BC" || to == "BS") // one's own, or of another brother
            return unsure(kept());
        return other();
    }
    CarriedRelation fromChildInLaw(std::string_view to) const
    {
        if (to == "-" || to == "S")
            return parentOfSpouse();
        if (to == "C")
            return unsure(m_onlyChild && sexOf(m_self) != sexOf(m_newHead) ? same("spouse") : other());
        if (to == "CC")
            return unsure(m_onlyChild ? child() : other());
        return other();
    }
    CarriedRelation fromGrandchild(std::string_view to) const
    {
        const Sex through = throughWhom(m_newHead.relation);
        if (to == "-" || to == "S")
            return grandparent(through);
        if (to == "C")
            return unsure(m_onlyChild && sexOf(m_self) == through ? parent() : bySelf("uncle", "other"));
        if (to == "CS")
            return unsure(m_onlyChild && sexOf(m_self) != through ? parent() : other());
        if (to == "CC")
            return unsure(m_onlyChild ? same("sibling") : other());
        return other();
    }

    static CarriedRelation same(const char *code) { return {QString::fromLatin1(code), true}; }
    static CarriedRelation other() { return same("other"); }
    CarriedRelation kept() const { return {m_self.relation, true}; }
    CarriedRelation bySelf(const char *male, const char *female) const
    {
        return bySex(sexOf(m_self), same(male), same(female));
    }
    CarriedRelation child() const { return bySelf("son", "daughter"); }
    CarriedRelation parent() const { return bySelf("father", "mother"); }
    CarriedRelation siblingsSpouse() const { return bySelf("other", "brother_wife"); }
    CarriedRelation grandchild(Sex through) const
    {
        return bySex(through, bySelf("grandson", "granddaughter"),
                     bySelf("grandson_mat", "granddaughter_mat"));
    }
    CarriedRelation grandparent(Sex through) const
    {
        return bySex(through, bySelf("grandfather", "grandmother"),
                     bySelf("grandfather_mat", "grandmother_mat"));
    }
    CarriedRelation parentOfSpouse() const
    {
        return bySex(sexOf(m_newHead), bySelf("wife_father", "wife_mother"),
                     bySelf("husband_father", "husband_mother"));
    }

    const Kin &m_oldHead;
    const Kin &m_newHead;
    const Kin &m_self;
    bool m_onlyChild;
};

} // namespace

std::vector<CarriedRelation> relationsTo(std::span<const Kin> members, size_t newHead)
{
    const auto head = std::find_if(members.begin(), members.end(),
                                   [](const Kin &kin) { return kin.relation == "head"_L1; });
    const Kin nobody{u"head"_s, Sex::Unknown};
    const auto children = std::count_if(members.begin(), members.end(),
                                        [](const Kin &kin) { return waysOf(kin.relation) == "C"; });
    std::vector<CarriedRelation> out;
    out.reserve(members.size());
    for (size_t i = 0; i < members.size(); ++i)
        out.push_back(i == newHead ? CarriedRelation{u"head"_s, true}
                                   : Step(head == members.end() ? nobody : *head, members[newHead],
                                          members[i], children == 1)
                                         .relation());
    return out;
}

} // namespace ffp
