// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/alertcounts.h"
#include "core/store/recordstore.h"

#include <QDate>

namespace ffp {

/// Which alerts (entity `flag`); alerts of voided households are not listed.
struct AlertFilter {
    AreaCode area;        ///< null = all; else of the areas under it
    RecordId household;   ///< null = all
    QString rule;         ///< "RF-06", empty = all
    QString level;        ///< CL-46, empty = all
    bool openOnly = true; ///< neither closed nor refuted
    QDate dueBefore;      ///< null = all; else those whose due day lies before it
};

/// An alert with what a list shows of its household.
struct AlertRow {
    Record flag;
    RecordId household;
    qint64 householdRid = 0;
    QString householdNo; ///< or the local number
    QString headName;
    AreaCode area; ///< of the household
};

/// Lists of alerts: ids first, rows on demand.
class AlertStore
{
public:
    AlertStore(const Database &db, const ColumnCipher &cipher) : m_db(db), m_cipher(cipher) {}

    /// Row ids: open ones first, red before orange before yellow, then the earlier due date (without one
    /// last), area and household number.
    Result<std::vector<qint64>> ids(const AlertFilter &filter) const;
    /// In the order of `rids`; rows that are not there are left out. Locked when the site is.
    Result<std::vector<AlertRow>> rows(std::span<const qint64> rids) const;
    /// Open alerts by area of the household, areas without any left out. One pass over the open alerts.
    Result<std::vector<std::pair<AreaCode, AlertCounts>>> countsByArea() const;
    /// Open alerts of each of these households, in the order of `households` (row ids).
    Result<std::vector<AlertCounts>> countsOf(std::span<const qint64> households) const;

private:
    const Database &m_db;
    const ColumnCipher &m_cipher;
};

} // namespace ffp
