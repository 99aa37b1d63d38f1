// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/db/columncipher.h"
#include "core/db/database.h"
#include "core/domain/record.h"

#include <QStringList>

#include <map>
#include <span>

namespace ffp {

/// What holds of every household, whoever changes it and however (window, command line, undo):
///   no_members       a household that stands has somebody in it
///   no_head          and a head,
///   one_head         one only;
///   head_elsewhere   who is named as its head is its head;
///   members_of_void  nobody is left in a household that was voided.
/// A file of another office may have brought a household that breaks one: that it can be mended step by step,
/// only what a change breaks anew is refused.
///
///     HouseholdLaws laws(db, cipher);
///     FFP_TRY(laws.watch(household));   // before, inside the transaction
///     …
///     FFP_TRY(laws.check());            // after
class HouseholdLaws
{
public:
    HouseholdLaws(const Database &db, const ColumnCipher &cipher) : m_db(db), m_cipher(cipher) {}

    /// Remembers how the household stands; once is enough.
    Result<> watch(RecordId household);
    /// The household that a row is or, of a member, is in now; rows of other kinds are none of ours.
    Result<> watch(Entity entity, qint64 rid);
    /// One that this change made, or that somebody came to: whatever it breaks is new.
    Result<> watchNew(RecordId household);
    Result<> watchNew(Entity entity, qint64 rid);
    /// RuleBroken, subject the household, args = the first law broken anew.
    Result<> check() const;

private:
    /// Row id of the household, 0 = none.
    Result<qint64> householdOf(Entity entity, qint64 rid) const;
    Result<QStringList> breaches(qint64 rid) const;

    const Database &m_db;
    const ColumnCipher &m_cipher;
    std::map<qint64, QStringList> m_before;
};

} // namespace ffp
