// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/transact.h"
#include "core/services/helplaws.h"
#include "core/services/householdchanges.h"
#include "core/services/householdlaws.h"
#include "core/store/recordstore.h"

#include <functional>

namespace ffp {

/// What the changes of families (HouseholdChanges, PersonChanges) are made of; for their .cpp files only.
namespace family {

/// RuleBroken with this law about the record.
tl::unexpected<Error> broken(const char *law, const QString &entity = {}, const QString &key = {});
bool isHead(const Record &person);
Sex sexOf(QStringView code);
/// The relation is in CL-04, is not the head's, and suits the sex.
bool fits(const QString &relation, Sex sex);
/// The user may write, and day and reason are there.
Result<> permitted(Session &session, const ChangeOccasion &occasion);

/// A household and who is there, the head first.
struct Family {
    Record household;
    std::vector<Record> there;

    const Record *find(RecordId id) const;
    const Record *head() const;
};
/// NotFound for one that is not in the register (any more).
Result<Family> familyOf(const RecordStore &store, RecordId household);

/// A record with the values that it gets where it goes.
struct Going {
    Record record;
    FieldValues values;
};

/// One change of families inside its transaction.
class FamilyChange
{
public:
    FamilyChange(Session &session, ChangeWriter &writer, QString reason);

    const RecordStore &store() const { return m_store; }
    ChangeWriter &writer() { return m_writer; }
    HouseholdLaws &laws() { return m_laws; }
    const QString &reason() const { return m_reason; }
    /// What holds of households, measures and plans holds after the change.
    Result<> check();

    /// familyOf() of a household that this change touches.
    Result<Family> open(RecordId household);
    Result<> edit(RecordId id, const FieldValues &values) { return m_writer.edit(id, values, m_reason); }
    /// Gives the household the head, and every member of `who` the relation to it. Somebody who leaves gets
    /// the likeliest one without being asked for.
    Result<> giveHead(const Family &family, RecordId household, const NewHead &next,
                      const std::function<bool(const Record &)> &who, RecordId leaver = {});
    /// The stated number of persons follows what happened; a number that was wrong before stays as wrong.
    Result<> addPersons(const Record &household, qint64 more);
    Result<std::vector<Record>> openCases(RecordId household) const;
    Result<std::vector<Record>> openFlags(RecordId household) const;
    /// Measures that are planned or under way.
    Result<std::vector<Record>> openMeasures(RecordId household) const;
    /// Those of a person who is gone, or (null) all of a household that is, end with that day.
    Result<> stopMeasures(RecordId household, RecordId person, QDate on);
    /// Records that get new values in `area`: edited where they are, or carried there (RecordCarrier).
    Result<> bring(const std::vector<Going> &records, const AreaCode &area);
    /// The household with all that hangs on it; returns its new entry.
    Result<RecordId> moveTo(const AreaCode &area, const Record &household, const FieldValues &values);
    /// Nobody is left in it: its cases end as 自然减少, its alerts are closed, its measures stopped, it
    /// leaves the register.
    Result<> end(RecordId household);

private:
    Result<QString> settled(const Record &person, const RelationProposal &proposal, const NewHead &next,
                            RecordId leaver) const;

    RecordStore m_store;
    ChangeWriter &m_writer;
    HouseholdLaws m_laws;
    HelpLaws m_helpLaws;
    QString m_reason;
    QDate m_today;
    qint64 m_nowMs;
};

/// `work` in one transaction, after which the households that it touched must be lawful.
Result<ChangeSummary> change(Session &session, const char *verb, RecordId about, const QString &reason,
                             const std::function<Result<>(FamilyChange &)> &work);

} // namespace family
} // namespace ffp
