// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/domain/divisions.h"
#include "core/log/transact.h"
#include "core/services/import/cellreader.h"
#include "core/services/import/heldrows.h"
#include "core/services/import/registerview.h"
#include "core/services/import/rowscan.h"
#include "core/services/import/writesteps.h"

#include <QSet>

#include <QSet>

#include <memory>

namespace ffp::imports {

/// What the judgement of a file rests on beside its cells and the register.
struct Surroundings {
    const DivisionTable &divisions;
    AreaCode site;
    QString fingerprint; ///< of the file
    const ImportOptions &options;
    qint64 nowMs = 0;      ///< for new record ids
    ImportChoice choice{}; ///< of this file
    bool part = false;     ///< some rows of households that are known: nothing is said about the others
};

/// What happens to a record of the register.
enum class Act : quint8 { None, Create, Edit };

/// A data row while it is judged; each kind of sheet adds what it reads of it.
struct JudgedRow {
    DataRow at;
    bool error = false;
    bool duplicate = false; ///< exact duplicate of an earlier row
};

/// One sheet of a known kind on its way into the register: judged first, then written. Judging writes
/// nothing; writing does exactly what judging has decided, as long as the register is the same.
class SheetImport
{
public:
    SheetImport(const SheetLayout &layout, const Surroundings &around);
    virtual ~SheetImport();
    SheetImport(const SheetImport &) = delete;
    SheetImport &operator=(const SheetImport &) = delete;

    /// Finds everything that is wrong and decides what each row does. Cancelled.
    Result<> judge(const RegisterView &view, FindingBook book, Progress &progress);
    /// Something of the file is new to the register.
    virtual bool changesAnything() const { return m_changes || m_held.changesAnything(); }
    /// Writes all that is decided, inside transact(). Cancelled, and what the writer refuses.
    Result<> write(ChangeWriter &writer, RecordId batch, Progress &progress);

    /// Counts, measures and findings; file name, encoding and the like are the caller's.
    FilePreview preview() const;
    /// Numbers of rows only.
    const FilePreview &counts() const { return m_counts; }
    const SheetLayout &layout() const { return m_layout; }
    const HeldRows &held() const { return m_held; }

protected:
    /// Rows are scanned; fills findings, counts, held rows.
    virtual Result<> judgeRows(const RegisterView &view, Progress &progress) = 0;
    virtual Result<> writeRows(ChangeWriter &writer, Progress &progress) = 0;

    const QString &titleOf(int index) const { return m_layout.columns[size_t(index)].title; }
    int sheetColumn(int index) const { return index < 0 ? 0 : m_layout.columns[size_t(index)].column; }
    const FieldDef &fieldAt(int index) const { return fieldDef(m_layout.columns[size_t(index)].role.field); }
    QString text(const DataRow &row, int index) const { return m_reader.text(row.stored, index); }
    /// Adds the findings of a parsed cell. False when it could not be read.
    bool noteParsed(const DataRow &row, int index, const FieldDef &field, const ParsedValue &parsed,
                    Scope scope);
    /// Text of a cell as an argument of a finding: masked, and short.
    QString shown(const FieldDef &field, const QString &text) const;
    /// Values of all columns of `entity` in a row. What cannot be read goes into `kept` as "header：text".
    FieldValues valuesOf(const DataRow &row, Entity entity, QStringList &kept);
    /// Who and what a difference is about.
    struct Place {
        const DataRow &row;
        QString household;
        QString person;
        /// For member.relation: what is decided for the household as one.
        std::optional<Side> relations;
        bool relationsFixed = false;
    };
    /// What happens to an existing record: notes the values that differ, and remembers those that the
    /// register keeps. Create for null.
    Result<Act> actOn(const Record *existing, const FieldValues &values, const Place &place);
    /// The side that is taken where the file says another value; noted.
    Side decide(const Record &existing, FieldRef field, const QString &id, int index, const Value &after,
                const Place &place);
    /// `values` less those that the register keeps.
    FieldValues taken(RecordId existing, FieldValues values) const;
    /// A field that has no column of its own goes the way of the one that it was read from.
    virtual std::optional<FieldRef> leaderOf(FieldRef) const { return std::nullopt; }
    /// Adds the texts of columns that are no fields.
    void keepTexts(const DataRow &row, QStringList &kept) const;
    /// For each data row an earlier one with the same cells, running numbers apart; -1 = none.
    std::vector<int> exactDuplicates() const;
    /// When all rows are in m_held: pairs them with those of earlier imports. What is corrected or dismissed
    /// already is noted as that and no error any more.
    Result<> pairHeldRows();
    /// Whether a row stands for a held one that has its household number or its person, see HeldRows.
    virtual bool isSameRow(const HeldRows::Row &, const Record &) { return false; }
    /// Notes the households of these villages that have no row in the sheet (T-25), and returns how many. A
    /// sheet with less than half of them is a part and says nothing about the others.
    qint64 listMissingHouseholds(QStringList numbers, const QSet<QString> &here, int column,
                                 const char *kind);
    /// Measures of rows and households by the findings they have.
    void countFindings();
    void addMeasure(const char *measure, qint64 value, const QString &key = {});
    void add(const DataRow &row, int index, const char *kind, FindingSeverity severity, Scope scope,
             QStringList args = {});
    /// Adds an error of the row, which holds it.
    void error(JudgedRow &row, int index, const char *kind, QStringList args = {});
    /// Marks the row as saying the same as row `earlier` of the scan, noted at column `index`.
    void markDuplicate(JudgedRow &row, int index, int earlier);
    /// A row with an error is not checked further: only its errors stay.
    template <typename Row>
    void keepErrorsOfHeldRows(const std::vector<Row> &rows)
    {
        QSet<int> held;
        for (const JudgedRow &row : rows)
            if (row.error)
                held.insert(row.at.number);
        m_book.keepErrorsOnly([&held](int row) { return held.contains(row); });
    }

    const SheetLayout &m_layout;
    const Surroundings m_around;
    /// Row and field where the register's value stays unless somebody says the file's.
    QSet<std::pair<qint64, QString>> m_stays;
    CellReader m_reader;
    FindingBook m_book;
    RowScan m_scan;
    HeldRows m_held;
    std::vector<ImportDifference> m_differences;
    QHash<RecordId, std::vector<FieldRef>> m_kept; ///< by existing record: what the register keeps
    FilePreview m_counts;                          ///< rows, imported …, households, members, measures
    bool m_changes = false;
};

std::unique_ptr<SheetImport> makeSheetImport(const SheetLayout &layout, const Surroundings &around);

/// True when one of `values`, in the form in which it would be stored, differs from the record.
Result<bool> differs(const Record &record, const FieldValues &values);
/// A held row of a list of members, not of another sheet.
bool isListRow(const Record &held);
/// Died, moved away, or otherwise no longer of the household.
bool hasLeft(const Record &member);

} // namespace ffp::imports
