// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/monitoredsample.h"

#include "core/domain/fields/casefields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/idnumber.h"

namespace ffp::test {

using namespace Qt::Literals::StringLiterals;

SampleIds make(LogFixture &fixture, const SampleHousehold &sample)
{
    SampleIds ids;
    ids.household = fixture.make(Entity::Household,
                                 {{household::f("household_no"), Value(sample.no)},
                                  {household::f("household_type"), Value(u"general"_s)},
                                  {household::f("monitor_class"), Value(sample.monitorClass)}},
                                 sample.village);
    ids.head = fixture.make(Entity::Member,
                            {{member::f("household_id"), Value(ids.household)},
                             {member::f("name"), Value(sample.headName)},
                             {member::f("relation"), Value(u"head"_s)},
                             {member::f("labour"), Value(u"ordinary"_s)},
                             {member::f("id_no"), Value(sample.headIdNo)}},
                            sample.village);
    if (!sample.caseClass.isEmpty())
        ids.monitoring = fixture.make(Entity::Case,
                                      {{casefile::f("household_id"), Value(ids.household)},
                                       {casefile::f("monitor_class"), Value(sample.caseClass)},
                                       {casefile::f("status"), Value(sample.caseStatus)},
                                       {casefile::f("identified_ym"), Value(sample.identified)},
                                       {casefile::f("removed_ym"), Value(sample.removed)}},
                                      sample.village);
    return ids;
}

QString sampleIdNumber(QDate birth, int order)
{
    const QString first17 = u"341323"_s + birth.toString(u"yyyyMMdd"_s)
                            + QString::number(order).rightJustified(3, u'0');
    return first17 + idCheckCharacter(first17);
}

} // namespace ffp::test
