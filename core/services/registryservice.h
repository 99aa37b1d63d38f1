// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/valuetext.h"
#include "core/log/transact.h"
#include "core/services/session.h"

#include <span>

namespace ffp {

/// A column of the household list: a stored field or a computed one (declared once in
/// core/store/householdstore.cpp); window, command line and export use the same list.
struct ListColumn {
    const char
        *id; ///< field id, or computed: "area_name", "head_name", "member_count", "last_visit", "red_flags" …
    const char16_t *label;
    const char *english;
    bool shownByDefault = false;
    bool sensitive = false; ///< S-class: masked
    bool numeric = false;
};

struct SortKey {
    QString column; ///< ListColumn::id
    bool descending = false;
};

struct HouseholdQuery {
    AreaCode area{};         ///< null = the whole site
    QString where{};         ///< "FIELD OP VALUE and …" (cli.md); empty = all
    QString text{};          ///< head's or a member's name contains
    bool redFlagged = false; ///< only households with an open red flag
    bool includeVoided = false;
    std::vector<SortKey> sort{}; ///< default: area, household number
};

struct HouseholdDetail {
    Record household;
    QString areaName; ///< 虞姬镇 田万村
    QString headName;
    std::vector<Record> members; ///< head first, those who left last
    std::vector<Record> jobs;    ///< of these members, newest first, planned ones without a day before them
    std::vector<Record> living;  ///< newest year first
    std::vector<Record> incomes; ///< newest window first
    std::vector<Record> incomeLines;
    std::vector<Record> safeguards;
    std::vector<Record> cases;
    std::vector<Record> risks;
    std::vector<Record> assignments; ///< active first
    std::vector<Record> visits;      ///< newest first
    std::vector<Record> flags;       ///< open first
};

struct HistoryEntry {
    qint64 atMs = 0;
    OfficialId actor;
    QString actorName;
    QString siteName;
    QString verb;
    RecordId record;
    Entity entity = Entity::Household;
    QString recordLabel; ///< which entry: its kind, a member with the name
    FieldRef field{Entity::Household, 0};
    Value before;
    Value after;
    QString beforeName; ///< of a reference: whom or which household it names; else empty
    QString afterName;
    bool created = false; ///< first value: came with the record
    QString note;
};

struct AreaCount {
    AreaCode area;
    QString name;
    qint64 households = 0;
    qint64 members = 0;
    qint64 redFlags = 0;
};

/// Reads and changes of the register that a screen or a command needs. S-class values in results are
/// plain; the caller masks them with maskedText() unless reveal() was asked.
class RegistryService
{
public:
    explicit RegistryService(Session &session) : m_session(session) {}

    static std::span<const ListColumn> columns();

    /// Row ids in list order; 100,000 households within the goals of performance.md G8.
    Result<std::vector<qint64>> householdIds(const HouseholdQuery &query) const;
    /// Texts of `columnIds` for these rows, in the order of `rids`; S-class columns already masked.
    /// InvalidArgument for an unknown column.
    Result<std::vector<QStringList>> householdCells(std::span<const qint64> rids,
                                                    const QStringList &columnIds,
                                                    Language language = Language::Chinese) const;
    Result<HouseholdDetail> household(RecordId id) const;
    /// By record id (32 hex), household number, or local number; NotFound.
    Result<RecordId> findHousehold(const QString &key) const;
    /// By record id, or among the members of the household by person number or name; NotFound, also when
    /// two bear the name.
    Result<RecordId> findMember(const QString &key, RecordId household) const;
    Result<RecordId> recordOf(qint64 rid) const;
    /// Every change of the household and the records under it, newest first.
    Result<std::vector<HistoryEntry>> history(RecordId household,
                                              Language language = Language::Chinese) const;
    /// Villages and townships of the site with counts, parents included.
    Result<std::vector<AreaCount>> areaCounts() const;

    /// Validates every value and returns all faults at once in Error::args as "field: why".
    Result<ChangeSummary> edit(RecordId id, const FieldValues &values, const QString &note);
    Result<RecordId> addHousehold(const AreaCode &village, const FieldValues &household,
                                  const FieldValues &head);
    Result<RecordId> addMember(RecordId household, const FieldValues &member);

    /// The full value of an S-class field; written to the access log.
    Result<QString> reveal(RecordId id, FieldRef field);

private:
    Session &m_session;
};

} // namespace ffp
