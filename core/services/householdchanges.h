// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/kinship.h"
#include "core/services/registryservice.h"

#include <map>

namespace ffp {

/// When and why; both are asked for and go into the history of every entry that the change touches.
struct ChangeOccasion {
    QDate on;       ///< not in the future
    QString reason; ///< no S-class data
};

/// Who becomes head, and what each member who stays is to the new head (CL-04). Relations that the codes
/// settle (relationsTo()) may be left out, the others are asked for.
struct NewHead {
    RecordId head;
    std::map<RecordId, QString> relations;
};

/// What one member is to another head.
struct RelationProposal {
    RecordId member;
    QString name;
    QString before; ///< CL-04
    CarriedRelation after;
};

/// What these members of one household, who are there, would be to one of them; see relationsTo(). Empty when
/// `newHead` is not among them.
std::vector<RelationProposal> proposedRelations(std::span<const Record> members, RecordId newHead);

/// The entry stands and the person has not left (leavesHousehold()).
bool isInHousehold(const Record &member);
/// The household is monitored under this case, or is about to be.
bool isOpenCase(const Record &monitorCase);

struct SplitRequest {
    RecordId household;
    std::vector<RecordId> leaving; ///< members who found the new household
    NewHead head;                  ///< of the new household
    NewHead remaining;             ///< of the old one, when its head leaves; else head is null
    FieldValues values;            ///< of the new household: its number, phone …; the rest is taken over
    /// Monitoring cases, alerts and open measures of the whole household go with the leaving; those of a
    /// person go with that person.
    bool casesFollow = false;
    ChangeOccasion occasion;
};

struct MergeRequest {
    RecordId from; ///< is voided; its code and history stay
    RecordId into;
    std::map<RecordId, QString> relations; ///< to the head of `into`, of every member of `from` who is there
    AreaCode village{};                    ///< where they live from now on; asked for when it is not one
    ChangeOccasion occasion;
};

struct MoveRequest {
    RecordId household;
    AreaCode to;          ///< a village of this site; null or another place = they leave its area
    FieldValues values{}; ///< group, natural village and address there; cleared when left out
    ChangeOccasion occasion;
};

/// The ways in which a family changes, each one change that undo takes back as a whole. What must hold of a
/// household (HouseholdLaws) holds after each of them, or nothing is changed.
///
/// Common errors: Locked, NotAllowed, NotFound, Busy, DiskFull, Database; InvalidValue with args
/// "occasion.on: required", "occasion.on: future", "occasion.on: before_birth", "occasion.reason: required",
/// or the fields' own; RuleBroken with a law in args[0], or
///   relation_unsure   the relation of subject.key (a member) is to be said,
///   relation_unfit    its code does not fit the member's sex, or is "head",
///   not_there         the member is not in the household (any more),
///   other_village     the households lie in different villages and none of the two was named,
///   same_village      the household is in this village already,
///   two_cases         both households are monitored: one case must be closed first,
///   has_died          the person is recorded as dead in this household: take that back first,
///   person_known      somebody with this certificate number is in the household subject.key.
class HouseholdChanges
{
public:
    explicit HouseholdChanges(Session &session) : m_session(session) {}

    /// proposedRelations() of a household, in the order of the page. `leaving`: these are left out.
    Result<std::vector<RelationProposal>> relations(RecordId household, RecordId newHead,
                                                    std::span<const RecordId> leaving = {}) const;

    /// `kind`: birth, marry_in, return or other_in. Who left this household and comes back (the same number)
    /// goes on with the old entry.
    Result<RecordId> join(RecordId household, const QString &kind, const FieldValues &person,
                          const ChangeOccasion &occasion);
    /// `kind`: death, marry_out, move_out or other_out. `next` when the head leaves. Open measures for that
    /// person end.
    Result<ChangeSummary> leave(RecordId member, const QString &kind, const NewHead &next,
                                const ChangeOccasion &occasion);
    Result<ChangeSummary> setHead(RecordId household, const NewHead &head, const ChangeOccasion &occasion);
    /// The new household: same village, same kind of household, its helpers; a local number of its own.
    Result<RecordId> split(const SplitRequest &request);
    /// Also how a part that split off comes back. Open cases, alerts and open measures go along.
    Result<ChangeSummary> merge(const MergeRequest &request);
    /// The whole household goes to another village of this site: a new entry there with all that hangs on it,
    /// which is returned; the old one leaves the register with its history. Out of the site's area they are
    /// 迁出 and the household ends.
    Result<RecordId> move(const MoveRequest &request);
    /// How many records of each kind hang on a household and go along when it moves, itself included.
    Result<std::map<Entity, qint64>> belongings(RecordId household) const;
    /// The present entry of a household that moved to another village of this site; else its own.
    Result<RecordId> whereItWent(RecordId household) const;
    /// Takes back the latest merge that still stands and that this household was part of. NotFound; Blocked
    /// by newer facts.
    Result<ChangeSummary> unmerge(RecordId household);
    /// An entry made by mistake, taken out of the register with its reason; kept in the history.
    Result<ChangeSummary> voidMember(RecordId member, const QString &reason);
    Result<ChangeSummary> voidHousehold(RecordId household, const QString &reason);

private:
    Session &m_session;
};

} // namespace ffp
