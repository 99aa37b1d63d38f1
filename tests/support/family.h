// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/householdchanges.h"
#include "tests/support/testsite.h"

namespace ffp::test {

inline const QString kFamilyVillage = QStringLiteral("341323114201");

/// Families in a village, told in one line: "朱甲:head:M 乙:spouse:F" are members of one household.
class FamilySite : public TestSite
{
public:
    RecordId household(const QString &number, const QString &members,
                       const QString &village = kFamilyVillage);
    HouseholdChanges changes() { return HouseholdChanges(session()); }
    RegistryService registry() { return RegistryService(session()); }
    /// A member of any household by name; null when there is none, or when there are two.
    RecordId person(const QString &name);
    /// Who is there, in the order of the page: "朱甲:head 乙:spouse"; "void" for a voided household.
    QString there(RecordId household);
    Record record(RecordId id);
    ChangeOccasion occasion(const QString &reason = QStringLiteral("入户核实")) const
    {
        return {clock.today(), reason};
    }
};

/// The law or the reason that refused it; empty when it was done.
template <class T>
QString lawOf(const Result<T> &result)
{
    return result ? QString() : result.error().args.value(0);
}

/// Empty, or what is not lawful in one of the site's households (see HouseholdLaws).
QStringList unlawfulHouseholds(Session &session);
/// Every record with every field, voided ones too: equal texts mean equal registers.
QString wholeRegister(Session &session);

} // namespace ffp::test
