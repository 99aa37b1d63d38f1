// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/services/import/importtypes.h"

#include <QByteArray>

namespace ffp {

/// How the files of one sender are read, under a name: kept in the site file, and exchanged as a file.
struct SavedMapping {
    QString name;                    ///< of the sender or the file, unique in a site
    QString kind;                    ///< as ImportOptions::as; empty = auto
    QString sheet;                   ///< empty = the first one that fits
    QStringList headers;             ///< of the file that it was made for
    QMap<QString, QString> columns;  ///< as ImportOptions::mapping
    QMap<QString, QString> units;    ///< as ImportOptions::units
    QMap<QString, QString> villages; ///< as ImportOptions::villages
    bool marksMeanYes = false;

    /// A file with these headers is one that it was made for: it has all of them.
    bool fits(const QStringList &fileHeaders) const;
    /// Puts what it says into options; what they say already of a header stays.
    void addTo(ImportOptions &options) const;
    /// What these options say of such a file.
    static SavedMapping of(const QString &name, const ImportOptions &options, const FilePreview &file);

    bool operator==(const SavedMapping &) const = default;
};

/// The file form: UTF-8 JSON, {"columns": {header: field id}, "name", "kind", "sheet", "headers", "units",
/// "villages", "marks_mean_yes"}.
QByteArray mappingToJson(const SavedMapping &mapping);
/// Reads that, and the short form {header: field id, …}. InvalidArgument about field "map" of "import"
/// (`detail` says why) for what is no such JSON, has other types in it, is too large or names an unknown
/// unit; InvalidArgument about "mapping" for fields that no kind of file has.
Result<SavedMapping> mappingFromJson(const QByteArray &bytes);
/// The same of a file; FileUnreadable, TooLarge.
Result<SavedMapping> readMappingFile(const QString &path);

/// In place of an older file of that name. FileUnwritable, DiskFull.
Result<> writeMappingFile(const SavedMapping &mapping, const QString &path);

/// Nobody maps more: what is larger is no mapping.
inline constexpr qint64 kLargestMapping = 1 << 20;
inline constexpr qsizetype kLongestMappingName = 60;

} // namespace ffp
