// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/incomecalculation.h"
#include "core/services/session.h"

namespace ffp {

/// A figure that differs between two statements.
struct IncomeChange {
    QString item;   ///< CL-36; empty: a total
    FieldRef total; ///< of income_statement, when `item` is empty
    std::optional<Money> before;
    std::optional<Money> after;
    bool operator==(const IncomeChange &) const = default;
};

/// Sums by item where both have items, then the totals; only what differs.
std::vector<IncomeChange> incomeChanges(const Record &before, const std::vector<Record> &beforeLines,
                                        const Record &after, const std::vector<Record> &afterLines);

/// Days that a statement covers; of an imported one that names a year only, that year.
IncomeWindow incomeWindowOf(const Record &statement);

/// The newest one of the same kind (years, or months and quarters) that ends before `of`; nullptr when there
/// is none.
const Record *lastIncomeStatement(const std::vector<Record> &statements, const Record &of);

struct IncomeStatement {
    Record statement;
    std::vector<Record> lines;
};

/// A statement with what it has to be seen beside.
struct IncomeView : IncomeStatement {
    struct Other : IncomeStatement {
        std::vector<IncomeChange> changes; ///< from it to the statement of the view
    };
    std::optional<Other> last;     ///< the statement before it of the same kind
    std::vector<Other> beside;     ///< of the same period, from another source
    std::optional<Money> line;     ///< per person and year; the policy's on the day of the statement
    std::optional<bool> belowLine; ///< exact (I-06); nothing without line or figure, or of a part of a year
    QString testFigure;            ///< which of the two figures was held against it
    QStringList missingMonths;     ///< of a sum of shorter statements: "2020-03"
    QStringList undecided;         ///< items that are not counted because nobody decided
};

/// What a form starts with.
struct IncomeForm {
    PolicyPack pack;
    IncomeDraft draft;
    Record stored;                 ///< null id: a new statement
    std::vector<Record> members;   ///< whom an item can be of
    std::map<QString, Money> last; ///< sums by item of the statement before
};

struct IncomeSaved {
    RecordId statement;
    bool created = false;
    std::vector<IncomeChange> replaced; ///< what the same statement said before
};

/// Income statements of a household (domain.md §6). One statement for each occasion, period and source:
/// what a file brought, what was computed from items and what was typed as totals stand beside each other and
/// none overwrites another.
class IncomeService
{
public:
    explicit IncomeService(Session &session) : m_session(session) {}

    /// The draft that a form starts with: today, by the user, under the rule set that the office chose, the
    /// persons who are in the household, the 12 months before this month.
    Result<IncomeDraft> newDraft(RecordId household) const;
    /// Fills in what was left blank and the office has chosen: rule set, basis, day, name.
    Result<IncomeDraft> withDefaults(IncomeDraft draft, const PolicyPack &pack) const;

    /// `statement` null = a new one.
    Result<IncomeForm> form(RecordId household, RecordId statement) const;

    /// Writes the statement of the draft's occasion and period: with items it is a calculated one, else a
    /// typed one. The same statement is changed, with its history; one of another source never is.
    /// InvalidValue with every fault of incomeFaults() and "items[0].member_id: not_there".
    Result<IncomeSaved> save(RecordId household, const IncomeDraft &draft);
    /// A mistaken one is taken out of the register, with reason.
    Result<> withdraw(RecordId statement, const QString &reason);

    /// Newest period first.
    Result<std::vector<Record>> list(RecordId household) const;
    /// NotFound.
    Result<IncomeView> view(RecordId statement) const;
    /// The statement of exactly this period, of a computed, typed and imported one in this order; else the
    /// sum of the shorter ones inside it, never extrapolated (I-11). Of a year also one whose period ends in
    /// it. NotFound; RuleBroken income_rules_differ when the parts follow different rules.
    Result<IncomeView> show(RecordId household, const IncomeWindow &period) const;
    /// The newest one.
    Result<IncomeView> latest(RecordId household) const;

private:
    Result<std::vector<IncomeStatement>> statements(RecordId household) const;
    Result<IncomeView> viewOf(const IncomeStatement &shown, const std::vector<IncomeStatement> &all) const;

    Session &m_session;
};

} // namespace ffp
