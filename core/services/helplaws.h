// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policypack.h"
#include "core/services/session.h"
#include "core/store/recordstore.h"

#include <map>
#include <optional>

namespace ffp {

/// What a household is to the bans on funds: its class now, as the rules see it (v_household).
Result<FundUse> fundClassOf(const RecordStore &store, const Record &household);

/// What holds of every measure and plan, whoever changes it and however (window, command line, undo, redo):
/// measureFaults() and planFaults(); member and risk are the household's own; categories and sources are
/// those of the policy pack; no money that a ban of the pack forbids (HV-01, HV-15); a plan is signed by all
/// who must and has a measure for the household and one for each person who can work (HV-16, HV-17).
///
/// Only what a change breaks anew is refused: money that was granted before a household became an edge
/// household stays in its history, and such a measure can still be ended; more of it is new money. What comes
/// back together with its household was there before.
///
///     HelpLaws laws(session);
///     FFP_TRY(laws.watch(Entity::Measure, rid));   // before, inside the transaction
///     …
///     FFP_TRY(laws.check());                       // after
class HelpLaws
{
public:
    explicit HelpLaws(Session &session);

    /// Rows of other kinds are none of ours; once is enough.
    Result<> watch(Entity entity, qint64 rid);
    /// One that this change made.
    void watchNew(Entity entity, qint64 rid);
    /// The row is another one from now on: its record was carried to another area.
    void carried(qint64 from, qint64 to);
    /// InvalidValue with args "field: why"; RuleBroken, subject the field, args = id of the rule, its
    /// clauses, its title in Chinese and in English.
    Result<> check();

private:
    struct Before {
        Entity entity = Entity::Measure;
        std::optional<Record> record; ///< empty: it was not there, or voided
        bool householdStood = true;
        bool moneyBanned = false; ///< already, and so a matter of history
    };
    Result<> checkOne(qint64 rid, const Before &before);
    Result<> checkValues(const Record &now, const Before &before, QStringList faults,
                         QStringList known) const;
    Result<QStringList> foreignReferences(const Record &measure, const Before &before) const;
    QStringList outsideThePack(const Record &measure, const Before &before) const;
    Result<std::vector<FundBan>> bansOn(const Record &measure) const;
    Result<> checkMoney(const Record &measure, const Before &before) const;
    Result<> checkSigned(const Record &plan, const Before &before) const;
    Result<> readPack();

    Session &m_session;
    RecordStore m_store;
    std::map<qint64, Before> m_before;
    std::optional<PolicyPack> m_pack;
};

} // namespace ffp
