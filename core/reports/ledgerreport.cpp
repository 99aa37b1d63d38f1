// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/ledgerreport.h"

#include "core/reports/measureledger.h"

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

namespace {

Result<> recordUnmasking(Session &session, const LedgerRequest &request, const LedgerOffice &office)
{
    if (request.privacy == LedgerPrivacy::Masked)
        return {};
    return session.recordAccess(Session::Access::Unmask, accessDetail(request, office));
}

/// `make` builds the document of a request; once for paper and, in another language, for the screen.
Result<LedgerTables> inBothLanguages(const LedgerRequest &request,
                                     const std::function<Result<TableDocument>(const LedgerRequest &)> &make)
{
    LedgerTables tables;
    LedgerRequest printed = request;
    printed.language = Language::Chinese;
    FFP_ASSIGN(tables.printed, make(printed));
    if (request.language != Language::Chinese) {
        FFP_ASSIGN(tables.screen, make(request));
    }
    return tables;
}

} // namespace

Result<LedgerTables> makeLedgerTables(Session &session, const LedgerRequest &request, Progress &progress)
{
    const LedgerOffice office = ledgerOffice(session);
    if (request.ledger == measureLedgerInfo().id) {
        FFP_ASSIGN(const MeasureQuery query, measureLedgerQuery(request, office));
        FFP_TRY(recordUnmasking(session, request, office));
        FFP_ASSIGN(const std::vector<MeasureRow> rows,
                   MeasureService(session).rows(query, Language::Chinese));
        return inBothLanguages(request, [&](const LedgerRequest &one) -> Result<TableDocument> {
            return measureLedger(one, office, rows);
        });
    }
    FFP_ASSIGN(const MonitoredQuery query, ledgerQuery(request, office));
    FFP_TRY(recordUnmasking(session, request, office));
    FFP_ASSIGN(const std::vector<MonitoredHousehold> households,
               readMonitoredHouseholds(session, query, progress));
    return inBothLanguages(request,
                           [&](const LedgerRequest &one) { return ledgerDocument(one, office, households); });
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
