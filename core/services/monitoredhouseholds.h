// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/domain/record.h"

#include <QDate>
#include <QMap>
#include <QStringList>

#include <optional>
#include <vector>

namespace ffp {

class ColumnCipher;
class Database;
class Session;

/// What is known of one of the safeguards 三保障和饮水: from the newest check, else from what the register
/// says of members and house.
struct SafeguardState {
    QString status; ///< CL-32; empty = nothing known
    bool checked = false;
    int persons = 0; ///< members that make it not_met, when known
};

/// A monitored household as it stood on a date. Records whose id is null are not there.
struct MonitoredHousehold {
    Record household;
    Record head;
    qint64 population = 0;
    qint64 labour = 0;                        ///< members with 普通, 技能, 弱或半 labour
    int dibao = 0;                            ///< members on the minimum living allowance
    int tekun = 0;                            ///< members on destitute support
    Record monitoring;                        ///< the case; null id when the register only names the class
    std::vector<Record> risks;                ///< of the case, by rank
    QMap<QString, SafeguardState> safeguards; ///< by item of CL-31
    Record identificationIncome;              ///< the statement made for the identification
    Record identificationYearIncome;          ///< newest annual statement of the year of identification
    Record latestIncome;                      ///< newest of twelve months
    Record living;                            ///< newest year
    Record contact;                           ///< person in charge on that day
    std::vector<Record> measures; ///< under way or done, begun on or before that day, earliest first
    Record lastVisit;
    std::vector<Record> flags; ///< open on that day, red ones first

    /// Of the case, else of the register: YYYY-MM or empty.
    QString identified() const;
    /// Class of the case, else of the register.
    QString monitorClass() const;
};

struct MonitoredQuery {
    QStringList classes; ///< CL-18
    AreaCode area;       ///< null = everything in the file
    QDate on;
    QString contactRole; ///< CL-50: who is preferred as contact
};

/// Households with a decided case of these classes identified on or before the day (removed ones stay: the
/// ledger is living), or of such a class in the register without any case; by village, group, number.
/// Facts that carry a date are taken as of the day, the others as they are now. S-class values are plain.
/// Reads one state of the file. Cancelled; Locked.
Result<std::vector<MonitoredHousehold>> readMonitoredHouseholds(const Database &db,
                                                                const ColumnCipher &cipher,
                                                                const MonitoredQuery &query,
                                                                Progress &progress);
/// The same from an opened site.
Result<std::vector<MonitoredHousehold>> readMonitoredHouseholds(const Session &session,
                                                                const MonitoredQuery &query,
                                                                Progress &progress);

} // namespace ffp
