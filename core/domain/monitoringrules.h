// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/yearmonth.h"
#include "core/domain/finding.h"

#include <QList>
#include <QString>

#include <optional>

namespace ffp {

/// What a list of members says about the monitoring of one household.
struct MonitoringFacts {
    QString householdType;           ///< CL-16
    QString monitorClass;            ///< CL-18, blank = not monitored
    bool listOfMonitored = false;    ///< the file holds monitored households only
    std::optional<bool> riskRemoved; ///< 风险是否消除
    std::optional<YearMonth> identified;
    std::optional<YearMonth> removed;
    /// The cell held something that is no month: that is its own finding, and the value was left empty.
    bool identifiedUnread = false;
    bool removedUnread = false;
};

/// HV-04, DQ-114, DQ-901, DQ-902, DQ-911. `today` is the date of the data; a month in the future is to be
/// left empty by the caller, and no other finding follows from it.
QList<Finding> checkMonitoring(const MonitoringFacts &facts, QDate today);

/// A household type and a class that cannot stand together (HV-04): 边缘户 is not registered, 脱贫监测户 is.
bool classFitsType(QStringView monitorClass, QStringView householdType);

/// Months from identification to removal below which DQ-911 asks.
inline constexpr int kShortestCaseMonths = 6;

} // namespace ffp
