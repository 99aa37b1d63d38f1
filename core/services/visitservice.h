// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/registryservice.h"

namespace ffp {

/// What the visit form shows before the first key is pressed: who, last answers, what is due.
struct VisitForm {
    HouseholdDetail household;
    std::optional<Record> lastVisit;
    QStringList people;      ///< proposed visitors: the user and last time's second person
    QStringList knownPeople; ///< for completion: assigned helpers, users, earlier visitors
    QStringList due;         ///< stable ids of due items: "contact_month", "flag:RF-06" …
    /// What the form starts with: today, at home, and the purpose that the due items give (the monthly
    /// contact before alerts, routine when nothing is due).
    FieldValues proposed;
    bool hasDraft = false;
};

struct NewVisit {
    RecordId household;
    FieldValues values;           ///< fields of `visit`; on, mode, purpose, people, changes …
    FieldValues householdChanges; ///< changed facts typed in the same form
    /// Of members and of other records of the household, such as this year's living conditions; the fields of
    /// one entry are of one entity.
    std::vector<std::pair<RecordId, FieldValues>> memberChanges;
};

/// Everything that is wrong with it at once: InvalidValue, args "field: why" (a future date, nobody, "no
/// change" together with another change …).
Result<> checkVisit(const NewVisit &visit, QDate today);

/// A visit as a list shows it; S-class fields are not read.
struct VisitRow {
    Record visit; ///< date, mode, people, changes, note of changes
    qint64 householdRid = 0;
    QString headName;
    QString areaName;
};

struct VisitDraft {
    RecordId household;
    qint64 savedAtMs = 0;
    NewVisit visit;
};

class VisitService
{
public:
    explicit VisitService(Session &session) : m_session(session) {}

    Result<VisitForm> prepare(RecordId household) const;
    /// One transaction for the visit and the changed facts; see checkVisit(). Discards the draft in the same
    /// transaction: after an error there is no visit, and the draft is still there.
    Result<RecordId> add(const NewVisit &visit);
    Result<std::vector<Record>> list(const AreaCode &area, QDate from, QDate to) const;
    /// The same for a list, newest first.
    Result<std::vector<VisitRow>> rows(const AreaCode &area, QDate from, QDate to, Language language) const;
    Result<std::vector<Record>> listOf(RecordId household) const;

    /// Drafts are local (never in the log, encrypted at rest) and survive a crash.
    Result<> saveDraft(const VisitDraft &draft);
    Result<std::optional<VisitDraft>> draft(RecordId household) const;
    Result<std::vector<VisitDraft>> drafts() const;
    Result<> discardDraft(RecordId household);

private:
    Session &m_session;
};

} // namespace ffp
