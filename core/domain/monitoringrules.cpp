// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/monitoringrules.h"

namespace ffp {

bool classFitsType(QStringView monitorClass, QStringView householdType)
{
    if (monitorClass == u"edge")
        return householdType != u"exited" && householdType != u"registered_unexited";
    if (monitorClass == u"exit_unstable")
        return householdType != u"general" && householdType != u"registered_unexited";
    return true;
}

QList<Finding> checkMonitoring(const MonitoringFacts &facts, QDate today)
{
    const bool monitored = !facts.monitorClass.isEmpty() && facts.monitorClass != u"none";
    if (!monitored)
        return facts.listOfMonitored ? QList<Finding>{Finding::MonitoredWithoutClass} : QList<Finding>();

    QList<Finding> out;
    if (!classFitsType(facts.monitorClass, facts.householdType))
        out.append(Finding::CategoryConflict);

    const YearMonth now = YearMonth::of(today);
    const bool identifiedLater = facts.identified && *facts.identified > now;
    const bool removedLater = facts.removed && *facts.removed > now;
    if (identifiedLater || removedLater)
        out.append(Finding::MonthInFuture);
    else if (!facts.identified && !facts.identifiedUnread)
        out.append(Finding::MonitoredWithoutMonth);

    if (facts.riskRemoved == true && !facts.removed && !facts.removedUnread)
        out.append(Finding::RemovedWithoutDate);
    if (facts.identified && facts.removed && !identifiedLater && !removedLater) {
        const int months = *facts.removed - *facts.identified;
        if (months < 0)
            out.append(Finding::RemovalBeforeIdentification);
        else if (months < kShortestCaseMonths)
            out.append(Finding::RemovedTooFast);
    }
    return out;
}

} // namespace ffp
