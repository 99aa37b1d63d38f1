// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/transact.h"
#include "core/services/session.h"

#include <span>

namespace ffp {

/// A row that an import set aside (搁置), and that nobody has settled since.
struct HeldRow {
    RecordId id;
    QString kind; ///< of the file: registered, visits …
    QString file; ///< its name when it was imported
    QDate importedOn;
    qint64 row = 0; ///< of that file, from 1
    QString householdNo;
    QString name;
    QStringList reasons; ///< kinds of findings
};

/// Rows set aside are settled by a corrected import; those that nobody will ever correct are dismissed here.
class HeldRowService
{
public:
    explicit HeldRowService(Session &session) : m_session(session) {}

    /// Newest import first, rows of one file in their order. May run in a worker thread.
    Result<std::vector<HeldRow>> list() const;
    Result<qint64> count() const;
    /// All of them in one change that can be undone; the same row of the same file does not come back with a
    /// later import. InvalidValue without a reason; NotFound for what is no held row; Conflict when one is
    /// settled already; NotAllowed as for an import.
    Result<ChangeSummary> dismiss(std::span<const RecordId> rows, const QString &reason);

    static constexpr qsizetype kLongestReason = 200;

private:
    Session &m_session;
};

} // namespace ffp
