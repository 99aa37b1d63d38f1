// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/ledgerreport.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What the access log says of a ledger: no personal data.
QString accessDetail(const LedgerRequest &request, const LedgerOffice &office)
{
    return u"%1 %2 %3 %4"_s.arg(request.ledger,
                                (request.area.isNull() ? office.area : request.area).toString(),
                                request.on.toString(Qt::ISODate),
                                QString::fromLatin1(ledgerPrivacyCode(request.privacy)));
}

} // namespace

LedgerOffice ledgerOffice(const Session &session)
{
    const SiteInfo &site = session.site();
    return {site.policy,         site.name, site.area, session.user().shownName(), session.clock().today(),
            &session.divisions()};
}

Result<LedgerTables> makeLedgerTables(Session &session, const LedgerRequest &request, Progress &progress)
{
    const LedgerOffice office = ledgerOffice(session);
    FFP_ASSIGN(const MonitoredQuery query, ledgerQuery(request, office));
    if (request.privacy != LedgerPrivacy::Masked)
        FFP_TRY(session.recordAccess(Session::Access::Unmask, accessDetail(request, office)));
    FFP_ASSIGN(const std::vector<MonitoredHousehold> households,
               readMonitoredHouseholds(session, query, progress));
    LedgerTables tables;
    LedgerRequest printed = request;
    printed.language = Language::Chinese;
    FFP_ASSIGN(tables.printed, ledgerDocument(printed, office, households));
    if (request.language != Language::Chinese) {
        FFP_ASSIGN(tables.screen, ledgerDocument(request, office, households));
    }
    return tables;
}

Result<TableDocument> makeLedger(Session &session, const LedgerRequest &request, Progress &progress)
{
    FFP_ASSIGN(LedgerTables tables, makeLedgerTables(session, request, progress));
    return std::move(tables.printed);
}

Result<> recordLedgerUse(Session &session, const LedgerRequest &request, const QString &how, int pages)
{
    const auto what = how == u"print" ? Session::Access::Print : Session::Access::Export;
    return session
        .recordAccess(what, u"%1 %2 %3"_s.arg(accessDetail(request, ledgerOffice(session)), how).arg(pages));
}

} // namespace ffp
