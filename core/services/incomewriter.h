// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/transact.h"
#include "core/services/incomeservice.h"

namespace ffp {

/// Part of IncomeService::save(): the records of a draft without faults.
class IncomeWriter
{
public:
    IncomeWriter(const IncomeDraft &draft, const PolicyPack &pack);

    /// The statement of the same occasion, period and source; nullptr when there is none yet.
    const IncomeStatement *sameIn(const std::vector<IncomeStatement> &all) const;
    /// Changes `same`, or makes a new one under the household. Lines that are no longer there are voided.
    Result<RecordId> write(ChangeWriter &writer, const Record &household, const IncomeStatement *same) const;

private:
    FieldValues statementValues() const;
    FieldValues lineValues(size_t index) const;

    const IncomeDraft &m_draft;
    const IncomeRuleSet &m_rules;
    IncomeResult m_result;
    QString m_origin;
};

/// Fields of income_statement that follow from totals and population; blank ones included, so that what no
/// longer holds is cleared.
FieldValues incomeFigureValues(const std::optional<IncomeFigures> &figures, qint64 population);

} // namespace ffp
