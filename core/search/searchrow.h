// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/base/id.h"
#include "core/search/digitbuffer.h"

#include <QString>
#include <QVector>

namespace ffp {

enum class SearchKind : quint8 { Household, Member, Village };

/// One thing that can be found.
struct SearchRow {
    RecordId id; ///< may be null for a village that is no record: its area code is its id
    SearchKind kind = SearchKind::Member;
    RecordId household; ///< of a member; ignored for the other kinds
    QString name;       ///< person, head of the household, or village, as shown
    AreaCode area;
    QString areaName;    ///< village name as shown beside the hit
    QString householdNo; ///< households only: 户编号, searchable
    /// False: the name is shown but not searched, such as a head who is a member row of his own.
    bool byName = true;
    PackedDigits digits; ///< S-class; only while the site is unlocked
};

enum class MatchedBy : quint8 { Name, Pinyin, HouseholdNo, IdNumber, Phone };
/// Stable ASCII name for JSON: "name", "pinyin", "household_no", "id_number", "phone".
const char *matchedByCode(MatchedBy by);
/// "household", "member" or "village".
const char *searchKindCode(SearchKind kind);

struct SearchHit {
    RecordId id;
    SearchKind kind = SearchKind::Member;
    RecordId household; ///< the household to open; null for a village
    QString name;
    AreaCode area;
    QString areaName;
    MatchedBy matchedBy = MatchedBy::Name;
    int score = 0; ///< 0–1000, higher is better; equal scores are in the order of names
};

struct SearchResult {
    QVector<SearchHit> hits; ///< best first, at most the limit asked for
    qint64 total = 0;        ///< all rows that match
};

} // namespace ffp
