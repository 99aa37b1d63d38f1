// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/import/sheetimport.h"

namespace ffp::imports {

/// A visit log, one row a visit or contact. The household is found by its number or by the identity number of
/// one of its persons, never by a name. Visits are only added; one that lacked a value gets it.
class VisitSheet : public SheetImport
{
public:
    VisitSheet(const SheetLayout &layout, const Surroundings &around);

private:
    struct Row : JudgedRow {
        QString number; ///< as stated, then that of the household found
        QString personKey;
        bool waits = false; ///< the household itself is held
        RecordId household;
        AreaCode area;
        RecordId visit; ///< existing one that gets what it lacked
        Act act = Act::None;

        bool loads() const { return !error && !duplicate && !waits; }
    };

    void readKeys(Row &row);
    Result<> findHouseholds(const RegisterView &view, size_t from, size_t to);
    Result<> judgeChunk(const RegisterView &view, size_t from, size_t to);
    void checkCells(Row &row);
    /// The day of the visit; null when it is missing, cannot be read for certain or lies in the future.
    QDate dayOf(const Row &row, bool note);
    Result<> compare(Row &row, const KnownHousehold &known);
    void noteSameDay();
    Result<> collectHeldRows();
    HeldRows::Row heldRow(const Row &row) const;
    /// All of a row but what tells the household.
    QString restOf(const QString &content) const;
    void count();
    FieldValues visitValues(const Row &row);

    bool isSameRow(const HeldRows::Row &row, const Record &earlier) override;
    Result<> judgeRows(const RegisterView &view, Progress &progress) override;
    Result<> writeRows(ChangeWriter &writer, Progress &progress) override;
    Result<> writeRow(const Row &row, WriteSteps &steps);

    int m_number;
    int m_id;
    int m_on;
    int m_mode;
    int m_changed;
    std::vector<Row> m_rows;
    QSet<RecordId> m_taken;                         ///< visits of the register that a row stands for
    QHash<std::pair<RecordId, QDate>, int> m_known; ///< further visits of the register by household and day
};

} // namespace ffp::imports
