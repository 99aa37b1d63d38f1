// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/finding.h"
#include "core/domain/valuetext.h"

#include <QDate>
#include <QMap>
#include <QStringList>

#include <functional>
#include <utility>
#include <vector>

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

/// A count to report, such as rows of one village: measure, key (may be empty), value.
struct ImportMeasure {
    QString measure;
    QString key;
    qint64 value = 0;
};

struct FilePreview {
    QString file;
    QString kind; ///< registered, edge, household-year, visits, …
    QString sheet;
    qint64 headerRow = 0;
    QString encoding; ///< csv only
    QDate dataDate;
    qint64 rows = 0; ///< below the header, not blank, not total or footer
    /// rows = imported + unchanged + compared + setAside; an exact duplicate counts as unchanged.
    qint64 imported = 0;
    qint64 setAside = 0;
    qint64 unchanged = 0;
    qint64 compared = 0;       ///< looked up in the register, nothing stored
    qint64 matched = 0;        ///< persons of the compared rows who are in the register
    qint64 unmatched = 0;      ///< and who are not
    bool onlyCompared = false; ///< a list of another department: nothing of it is stored
    ImportCounts households;
    ImportCounts members;
    ImportCounts visits;
    std::vector<ImportFinding> findings; ///< in the order of rows, those of the file first
    std::vector<ImportMeasure> measures;
    std::vector<std::pair<QString, QString>> columns; ///< header → field label or "" when only kept
    QStringList fields;                 ///< of the columns: id as in ImportOptions::mapping, "" = only kept
    std::vector<QStringList> firstRows; ///< for the eye; S-class masked
    QStringList sheets;                 ///< of the workbook, in its order
    bool namesVillages = false;         ///< a column does
    qint64 batch = 0;                   ///< change id after apply(); 0 = nothing changed
    QString report;                     ///< file of the set-aside rows after apply(); empty = none
};

/// What a column can go into: id for ImportOptions::mapping, and labels.
struct ImportTarget {
    QString id;
    QString chinese;
    QString english;
    bool required = false; ///< without such a column the file cannot be read
};

struct ImportOptions {
    QString as = QStringLiteral("auto");
    /// File as given to preview() → its kind, which goes before `as`.
    QMap<QString, QString> kinds;
    /// Header → "entity.field", a bare field id, "area.village", "item.D2", or "" to keep the text only.
    QMap<QString, QString> mapping;
    QString report; ///< path for set-aside rows, .csv or .xlsx; empty = none
    QString sheet;  ///< name of the sheet; empty = the first one that fits
    /// Name in the file → 12-digit code, picked once for all its rows; "" for rows that name none.
    QMap<QString, QString> villages;
    bool marksMeanYes = false;             ///< the user confirmed that √ is 是 and × is 否
    Language language = Language::Chinese; ///< of FilePreview::columns
    /// Words for a kind of finding in the report of set-aside rows; the kind itself without it.
    std::function<QString(const QString &kind)> wording;
};

} // namespace ffp
