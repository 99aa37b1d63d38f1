// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/document.h"
#include "core/services/checkservice.h"
#include "core/services/incomeservice.h"
#include "core/services/registryservice.h"

namespace ffp {

/// Parts of 一户一档 (forms.md F-31) in the order in which they are printed.
enum class FilePart : quint8 {
    Basics,
    Members,
    Jobs,
    Living,
    Income,
    Safeguards,
    Risks,
    Helpers,
    Plans,
    Measures,
    Visits,
    Alerts,
    Attachments, ///< the list of them
    Scans,       ///< themselves, page by page behind the tables
};
std::span<const FilePart> fileParts();
/// Id of the group of fields that a part shows: "basic", "member" …; "scan".
const char *filePartCode(FilePart part);
/// The group in the words that officials use.
QString filePartLabel(FilePart part, Language language);
/// "basic,member,visit" in any order; nothing when a word is no part.
std::optional<std::vector<FilePart>> filePartsFromText(const QString &text);

/// Everything that the file of one household is made of.
struct HouseholdFileFacts {
    HouseholdDetail detail;
    std::vector<IncomeView> incomes; ///< newest first
    std::vector<Record> plans;
    std::vector<Record> measures;
    std::vector<Record> attachments;
    std::vector<Alert> alerts; ///< what the flags of the detail say
    std::vector<Enclosure> scans;
};

struct HouseholdFileRequest {
    RecordId household;
    std::vector<FilePart> parts; ///< empty = all
    bool revealed = false;       ///< S-class values in full; noted in the access log before they are read
};

/// Where and for whom it is printed.
struct PrintOffice {
    QString name;
    QString operatorName;
    QDate today;
};

/// 一户一档: the chosen parts under each other, A4 standing, then the scans. Every column comes from the
/// fields of the records.
TableDocument householdFile(const HouseholdFileFacts &facts, const HouseholdFileRequest &request,
                            const PrintOffice &office);

/// Reads and builds it; may run in a worker thread. The content of every scan that is printed is noted in the
/// access log; one that cannot be read is a page that says so. NotFound, Cancelled, Locked, Database.
Result<TableDocument> makeHouseholdFile(Session &session, const HouseholdFileRequest &request,
                                        Progress &progress);

/// In the access log that it left the program; `how` is "print" or "pdf".
Result<> recordHouseholdFileUse(Session &session, const HouseholdFileRequest &request, const QString &how,
                                int pages);

} // namespace ffp
