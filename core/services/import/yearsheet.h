// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/yearrules.h"
#include "core/services/import/sheetimport.h"
#include "core/services/import/villagefinder.h"

namespace ffp::imports {

/// The household sheet of a year, one row a household and year: living conditions, income statement with its
/// items, and household facts of the newest year. Households must be known from a list of members.
class YearSheet : public SheetImport
{
public:
    YearSheet(const SheetLayout &layout, const Surroundings &around);

private:
    struct Row : JudgedRow {
        QString number;
        int year = 0;
        bool waits = false; ///< the household itself is held
        AreaCode area;
        RecordId household;
        RecordId living;
        RecordId income;
        Act householdAct = Act::None;
        Act livingAct = Act::None;
        Act incomeAct = Act::None;
        std::vector<std::pair<int, RecordId>> lines; ///< column index and existing line that changes or null

        bool loads() const { return !error && !duplicate && !waits; }
        bool changes() const
        {
            return householdAct != Act::None || livingAct != Act::None || incomeAct != Act::None
                   || !lines.empty();
        }
    };

    void readKeys(Row &row);
    void findDoubleYears();
    Result<> judgeChunk(const RegisterView &view, size_t from, size_t to);
    void judgeRow(Row &row, const KnownHousehold &known);
    /// Nothing is said about further cells of a row whose formula failed.
    bool hasFormulaError(Row &row);
    void checkCells(const Row &row);
    void checkHead(const Row &row, const KnownHousehold &known);
    void checkCount(const Row &row, const KnownHousehold &known);
    void checkFigures(const Row &row);
    bool keepsLine(const Record &line, int index, const Value &amount, const Place &place);
    Result<> compare(Row &row, const KnownHousehold &known);
    Result<> listMissing(const RegisterView &view);
    Result<> collectHeldRows();
    HeldRows::Row heldRow(const Row &row);
    void count();

    FieldValues householdValues(const Row &row);
    FieldValues livingValues(const Row &row);
    FieldValues incomeValues(const Row &row);
    Value amountAt(const Row &row, int index);
    int columnOfFigure(const QString &figure) const;

    bool isSameRow(const HeldRows::Row &row, const Record &earlier) override;
    Result<> judgeRows(const RegisterView &view, Progress &progress) override;
    Result<> writeRows(ChangeWriter &writer, Progress &progress) override;
    Result<> writeRow(Row &row, WriteSteps &steps);

    int m_number;
    int m_year;
    int m_stated;
    VillageFinder m_villages;
    std::vector<Row> m_rows;
    int m_newestYear = 0;
    qint64 m_missing = 0;
    QSet<QString> m_unknown;
    QSet<QString> m_villagesHere;
};

} // namespace ffp::imports
