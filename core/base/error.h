// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace ffp {

/// What went wrong, closed list. The sentence a user reads is made from kind and subject in
/// ui/common/errortext; `Error::detail` is for developers and logs and never holds S-class data.
enum class ErrorKind {
    Cancelled,       ///< the user stopped a job; nothing was changed
    Busy,            ///< another writer (an import, say) holds the database
    InvalidArgument, ///< a caller or command line passed something that cannot be right
    NotFound,        ///< subject.entity / subject.key names what is missing
    InvalidValue,    ///< a field does not accept this value; subject.field, args[0] = why
    RuleBroken,      ///< a hard rule of the policy refuses it; args[0] = rule id, args[1] = clause
    NotAllowed,      ///< role, level, area or duty does not permit it
    WrongPassword,   ///< args[0] = seconds to wait before the next try
    WeakPassword,
    Locked,      ///< the site is not unlocked
    AlreadyOpen, ///< another window holds the file (M63)
    AlreadyExists,
    NewerVersion,   ///< args[0] = version needed (M64)
    NotOurFile,     ///< wrong application id or file kind (M11)
    Damaged,        ///< integrity check failed (M65 / M10)
    RemovableDrive, ///< the database lies on a stick or share (M62)
    DiskFull,       ///< args[0] = MB to free (M22)
    FileUnreadable, ///< cannot open or read; subject.file
    FileUnwritable,
    NotAWorkbook,      ///< content is no xlsx, xls, ods or csv
    PasswordProtected, ///< a workbook that needs a password
    TruncatedFile,
    TooLarge,          ///< a limit on rows, size or expansion; args[0] = limit in words of figures
    WrongEncoding,     ///< csv bytes are neither UTF-8 nor GB18030
    UnknownFileKind,   ///< no header row of a known kind in rows 1-10
    MissingColumn,     ///< subject.field / args[0] = header that must be there
    PolicyPackInvalid, ///< subject.file, args[0] = path inside the pack, args[1] = why
    PrintFailed,       ///< missing glyphs, no character map in the PDF, …
    Blocked,           ///< an undo that newer facts forbid; args = what blocks it
    BackupFailed,      ///< M24
    Conflict,          ///< somebody changed it since it was read
    Database,          ///< SQLite said no; detail has its words
    Internal           ///< a bug of ours
};

/// What the error is about; any part may be empty. Rows count from 1, header rows included.
struct Subject {
    QString entity;
    QString field;
    QString key; ///< never an S-class value
    QString file;
    QString sheet;
    qint64 row = 0;
    QString column; ///< spreadsheet letter
    bool operator==(const Subject &) const = default;
};

struct Error {
    ErrorKind kind = ErrorKind::Internal;
    Subject subject;
    QStringList args;
    QString detail;

    static Error of(ErrorKind kind, QString detail = {}) { return {kind, {}, {}, std::move(detail)}; }
    static Error onFile(ErrorKind kind, const QString &file, QString detail = {})
    {
        Error error = of(kind, std::move(detail));
        error.subject.file = file;
        return error;
    }
    static Error onField(ErrorKind kind, const char *entity, const char *field, QString detail = {})
    {
        Error error = of(kind, std::move(detail));
        error.subject.entity = QString::fromLatin1(entity);
        error.subject.field = QString::fromLatin1(field);
        return error;
    }
};

/// Stable ASCII name, for JSON and logs.
const char *errorCode(ErrorKind kind);

} // namespace ffp
