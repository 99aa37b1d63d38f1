// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/attachmentcontent.h"
#include "core/services/registryservice.h"

namespace ffp {

/// A file that becomes an attachment.
struct NewAttachment {
    QString fileName; ///< as it was called; cleaned before it is kept
    QByteArray content;
    FieldValues values; ///< fields of `attachment`; without a title the file name
};

/// Room that all attachments of the site take; one content counts once however many entries name it.
struct AttachmentRoom {
    qint64 files = 0;
    qint64 used = 0;
    qint64 budget = 0; ///< set by the office (policy parameter attachment_budget_mb)
};

/// Scans and photos of households. Content stands once per fingerprint in the table `attachment`, encrypted
/// (exchange.md §13); verify() compares both. Entries are never deleted: what was a mistake is voided, its
/// content stays.
///
/// Common errors: Locked, NotAllowed, NotFound, Busy, DiskFull, Database; InvalidValue with "file: …"
/// (checkedContent()) or "title: personal_number"; TooLarge (args: most MB); RuleBroken "attachment_known"
/// when the household has this content already, "attachment_budget" when there is no room for it.
class AttachmentService
{
public:
    /// As packages carry them at most (exchange.md §15).
    static constexpr qint64 kMostBytes = 8 * 1024 * 1024;

    explicit AttachmentService(Session &session) : m_session(session) {}

    /// FileUnreadable, TooLarge before anything is read.
    static Result<NewAttachment> read(const QString &path);

    Result<RecordId> add(RecordId household, const NewAttachment &file);
    Result<std::vector<Record>> listOf(RecordId household) const;
    Result<AttachmentRoom> room() const;
    /// The content, to be looked at; written to the access log. NotFound when it has not arrived; Damaged
    /// when it is not what its fingerprint says.
    Result<QByteArray> open(RecordId id);
    /// As open(); FileUnwritable.
    Result<> saveCopy(RecordId id, const QString &path);
    Result<ChangeSummary> voidMistake(RecordId id, const QString &reason);
    Result<Record> record(RecordId id) const;

private:
    Result<QByteArray> content(RecordId id) const;
    Result<> checkRoom(const QByteArray &hash, qint64 bytes) const;
    Result<> keep(const QByteArray &hash, const QByteArray &content);

    Session &m_session;
};

} // namespace ffp
