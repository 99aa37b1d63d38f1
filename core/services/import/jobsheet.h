// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/import/sheetimport.h"

namespace ffp::imports {

/// Spells of work, one row each: those that were begun, or the plans of persons. The person is found by the
/// certificate number, never by a name alone. A row stands for the spell of this person with the same first
/// day; a plan else for the plan that the person has. Nothing is written to the persons themselves.
class JobSheet : public SheetImport
{
public:
    JobSheet(const SheetLayout &layout, const Surroundings &around);

private:
    struct Row : JudgedRow {
        QString personKey;
        KnownPerson person;
        FieldValues values;
        bool stays = false; ///< says that the person does not go
        RecordId known;     ///< the spell of the register that the row stands for
        Act act = Act::None;

        bool loads() const { return !error && !duplicate && !stays; }
    };

    void readRow(Row &row);
    bool saysNo(const Row &row) const;
    /// Noted when it cannot be taken; a month stands for its first day, at the end of a spell its last.
    QString dayOf(Row &row, int index);
    void readValues(Row &row);
    void checkContradictions(Row &row);
    Result<> findPersons(const RegisterView &view, size_t from, size_t to);
    void checkPerson(Row &row);
    void checkRepeated(Row &row);
    Result<> compare(Row &row, const std::vector<Record> &known);
    const Record *spellOf(const Row &row, const std::vector<Record> &known) const;
    Result<> collectHeldRows();
    HeldRows::Row heldRow(const Row &row) const;
    /// All of a row but what tells the person and the days.
    QString restOf(const QString &content) const;
    void count();
    bool isPlan() const { return m_layout.kind == Kind::JobPlans; }

    bool isSameRow(const HeldRows::Row &row, const Record &earlier) override;
    Result<> judgeRows(const RegisterView &view, Progress &progress) override;
    Result<> writeRows(ChangeWriter &writer, Progress &progress) override;
    Result<> writeRow(const Row &row, WriteSteps &steps);

    int m_id;
    int m_name;
    int m_start;
    int m_end;
    int m_planned;
    int m_out = -1; ///< 是否已务工
    std::vector<Row> m_rows;
    QHash<std::pair<RecordId, QString>, int> m_taken; ///< row by person and first day
};

} // namespace ffp::imports
