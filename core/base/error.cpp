// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/error.h"

namespace ffp {

const char *errorCode(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Cancelled: return "cancelled";
    case ErrorKind::Busy: return "busy";
    case ErrorKind::InvalidArgument: return "invalid_argument";
    case ErrorKind::NotFound: return "not_found";
    case ErrorKind::InvalidValue: return "invalid_value";
    case ErrorKind::RuleBroken: return "rule_broken";
    case ErrorKind::NotAllowed: return "not_allowed";
    case ErrorKind::WrongPassword: return "wrong_password";
    case ErrorKind::WeakPassword: return "weak_password";
    case ErrorKind::Locked: return "locked";
    case ErrorKind::AlreadyOpen: return "already_open";
    case ErrorKind::AlreadyExists: return "already_exists";
    case ErrorKind::NewerVersion: return "newer_version";
    case ErrorKind::NotOurFile: return "not_our_file";
    case ErrorKind::Damaged: return "damaged";
    case ErrorKind::RemovableDrive: return "removable_drive";
    case ErrorKind::DiskFull: return "disk_full";
    case ErrorKind::FileUnreadable: return "file_unreadable";
    case ErrorKind::FileUnwritable: return "file_unwritable";
    case ErrorKind::NotAWorkbook: return "not_a_workbook";
    case ErrorKind::PasswordProtected: return "password_protected";
    case ErrorKind::TruncatedFile: return "truncated_file";
    case ErrorKind::TooLarge: return "too_large";
    case ErrorKind::WrongEncoding: return "wrong_encoding";
    case ErrorKind::UnknownFileKind: return "unknown_file_kind";
    case ErrorKind::MissingColumn: return "missing_column";
    case ErrorKind::PolicyPackInvalid: return "policy_pack_invalid";
    case ErrorKind::PrintFailed: return "print_failed";
    case ErrorKind::Blocked: return "blocked";
    case ErrorKind::BackupFailed: return "backup_failed";
    case ErrorKind::Conflict: return "conflict";
    case ErrorKind::Database: return "database";
    case ErrorKind::Internal: return "internal";
    }
    return "internal";
}

} // namespace ffp
