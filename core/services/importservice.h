// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/finding.h"
#include "core/services/session.h"

#include <QDate>
#include <QMap>

namespace ffp {

struct ImportFinding {
    qint64 row = 0; ///< from 1, title and header rows included; 0 = the file
    QString column; ///< letter; empty = row or file
    QString header;
    QString kind; ///< stable ASCII: "id_check_digit" …
    FindingSeverity severity = FindingSeverity::Info;
    QString scope;    ///< row, household, file
    QStringList args; ///< for the sentence; S-class values masked
};

struct ImportCounts {
    qint64 fresh = 0;
    qint64 changed = 0;
    qint64 unchanged = 0;
};

struct FilePreview {
    QString file;
    QString kind; ///< registered, edge, household-year, visits, …
    QString sheet;
    qint64 headerRow = 0;
    QString encoding; ///< csv only
    QDate dataDate;
    qint64 rows = 0; ///< below the header, not blank, not total or footer
    qint64 imported = 0;
    qint64 setAside = 0;
    qint64 unchanged = 0;
    ImportCounts households;
    ImportCounts members;
    std::vector<ImportFinding> findings;
    std::vector<std::pair<QString, QString>> columns; ///< header → field label or "" when only kept
    std::vector<QStringList> firstRows;               ///< for the eye; S-class masked
};

struct ImportOptions {
    QString as = QStringLiteral("auto");
    QMap<QString, QString> mapping; ///< header → field id
    QString report;                 ///< path for set-aside rows, .csv or .xlsx; empty = none
};

struct ImportResult {
    qint64 batch = 0; ///< change id; 0 = nothing changed
    std::vector<FilePreview> files;
    QString report;
};

/// Import in two steps: preview() reads and judges, apply() writes exactly what was shown.
class ImportService
{
public:
    explicit ImportService(Session &session);
    ~ImportService();

    Result<std::vector<FilePreview>> preview(const QStringList &files, const ImportOptions &options,
                                             Progress &progress);
    /// One transaction per file; a file either goes in whole (less its set-aside rows) or not at all.
    Result<ImportResult> apply(Progress &progress);
    /// Takes a batch back; Blocked names the newer facts.
    Result<> undo(qint64 batch);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace ffp
