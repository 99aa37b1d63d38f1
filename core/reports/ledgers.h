// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/valuetext.h"
#include "core/reports/document.h"
#include "core/services/monitoredhouseholds.h"

namespace ffp {

class DivisionTable;

/// What a ledger shows of S-class facts (forms.md §2: ledgers are masked by default). Anything but Masked
/// is an explicit choice that makeLedger() writes to the access log.
enum class LedgerPrivacy {
    Masked,     ///< numbers shortened, risks and what is said of them hidden
    RisksShown, ///< numbers shortened
    Full
};
const char *ledgerPrivacyCode(LedgerPrivacy privacy);
std::optional<LedgerPrivacy> ledgerPrivacyFromCode(QStringView code);

struct LedgerInfo {
    QString id; ///< "edge-ledger"; stable
    QString title;
    QString english; ///< in the English window; printed matter is Chinese
};

struct LedgerRequest {
    QString ledger; ///< LedgerInfo::id
    AreaCode area;  ///< null = the whole site
    QDate on;       ///< the ledger shows what was so at the end of this day
    LedgerPrivacy privacy = LedgerPrivacy::Masked;
    Language language = Language::Chinese; ///< of title, heads and cells: English is for the screen only
};

/// Where a ledger is made.
struct LedgerOffice {
    QString policy; ///< id of the policy pack; unknown ones are treated as national-2021
    QString name;   ///< 虞姬镇扶贫工作站
    AreaCode area;
    QString operatorName;
    QDate today;
    const DivisionTable *divisions = nullptr;
};

/// The ledgers of a policy pack, with the titles that it uses (forms.md F-08). Each is declared once, in
/// ledgers.cpp; screen, print, PDF, xlsx and csv follow.
std::vector<LedgerInfo> ledgers(const QString &policy);

/// Which households a ledger needs. NotFound: the pack has no such ledger; NotAllowed: an area outside the
/// office's; InvalidArgument: no day.
Result<MonitoredQuery> ledgerQuery(const LedgerRequest &request, const LedgerOffice &office);

/// The ledger of these households. Errors as ledgerQuery().
Result<TableDocument> ledgerDocument(const LedgerRequest &request, const LedgerOffice &office,
                                     const std::vector<MonitoredHousehold> &households);

/// "2026年10月31日"
QString chineseDate(QDate date);

/// Title, office, day, signature lines and seal of any ledger; columns and rows are the caller's.
TableDocument ledgerFrame(const LedgerRequest &request, const LedgerOffice &office, const LedgerInfo &info);
/// NotFound, NotAllowed, InvalidArgument as ledgerQuery(); the area that the request is about.
Result<AreaCode> ledgerArea(const LedgerRequest &request, const LedgerOffice &office);

} // namespace ffp
