// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/rulerun.h"
#include "core/db/columncipher.h"
#include "core/domain/divisions.h"

#include <QDate>

namespace ffp {

/// What one quality rule found.
struct QualityOutcome {
    const PolicyRule *rule = nullptr; ///< of the pack that was checked
    std::vector<Firing> firings;
};

struct QualityEvaluation {
    QDate day;
    qint64 households = 0; ///< looked at
    std::vector<QualityOutcome> outcomes;
    std::vector<NotEvaluated> notEvaluated;
};

/// The quality rules of a pack (domain.md §15) over the register as it is on `day`; those of one level ("E")
/// or one rule when they are named. Reads, never writes; `pack` must outlive the result. Kinds:
/// PolicyPackInvalid, NotFound (no such rule), Cancelled, Locked, FileUnreadable, Database.
class QualityCheck
{
public:
    QualityCheck(const QString &path, const ColumnCipher &cipher, const DivisionTable &divisions)
        : m_path(path),
          m_cipher(cipher),
          m_divisions(divisions)
    {}

    Result<QualityEvaluation> run(const PolicyPack &pack, QDate day, const QString &level,
                                  const QString &rule, Progress &progress) const;

private:
    QString m_path;
    const ColumnCipher &m_cipher;
    const DivisionTable &m_divisions;
};

} // namespace ffp
