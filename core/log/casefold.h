// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/db/database.h"
#include "core/log/casejudge.h"
#include "core/log/logcipher.h"

#include <QStringList>

namespace ffp {

/// Reads the actions of a matter out of the log, judges them and keeps the caches case_state, case_action and
/// op.eff (exchange.md §8.2). Writing happens in a Transaction of the caller.
class CaseFold
{
public:
    CaseFold(const Database &db, const LogCipher &cipher, const Registry &registry, WorkflowBook workflows)
        : m_db(db),
          m_cipher(cipher),
          m_registry(registry),
          m_workflows(std::move(workflows))
    {}

    /// NotFound when the row is no matter.
    Result<CaseOutcome> judge(qint64 rid) const;
    Result<> write(qint64 rid, const CaseOutcome &outcome) const;

    struct Difference {
        qint64 rid = 0;
        QString what; ///< code of the fault; no personal data
    };
    /// Every matter whose caches are not what the actions say, and every action that does not count.
    Result<std::vector<Difference>> check(Progress &progress) const;
    /// Computes all caches again; returns how many matters differed.
    Result<qint64> rebuild(Progress &progress) const;

private:
    Result<std::vector<LoggedAction>> read(qint64 rid) const;
    Result<std::vector<qint64>> matters() const;
    Result<bool> isStored(qint64 rid, const CaseOutcome &outcome) const;

    const Database &m_db;
    const LogCipher &m_cipher;
    const Registry &m_registry;
    WorkflowBook m_workflows;
};

/// The content of these records as it stands: create ops and heads, without `leftOut` fields ("case.status").
Result<std::vector<BasisItem>> readBasis(const Database &db, const std::vector<qint64> &rids,
                                         const QStringList &leftOut);

} // namespace ffp
