// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/transact.h"
#include "core/services/import/registerview.h"
#include "core/services/import/rowscan.h"

#include <QSet>

namespace ffp::imports {

/// The rows of one file that are set aside, as records `held_row`: new ones, ones that an earlier import left
/// already, and earlier ones that this file settles. Invariants (tst_importheld):
///  1. An earlier record is paired with one row of the file at most, and a row with one record.
///  2. A row of a report is paired by what the report says it was first; then a row with the same content;
///     then one with the same keys.
///  3. A row that was corrected and taken in by an earlier import is not set aside again as it was.
///  4. Nor is one that somebody dismissed (HeldRowService), as long as it says the same.
///  5. A new row never gets the key of a record that it is not paired with.
class HeldRows
{
public:
    struct Row {
        DataRow at;
        QString key;
        QString bareKey; ///< what the key would be without the household number; blank = name only
        QString householdNo;
        QString name;
        QString personKey; ///< blank when the number is not readable
        QString relation;
        QStringList reasons; ///< kinds of findings
        QString content;
        QString origin; ///< what the report says of it, to know it again
    };
    /// Whether a row stands for a record with the same household number or the same person.
    using SameRow = std::function<bool(const Row &row, const Record &earlier)>;

    /// `file`: fingerprint of the file that is read.
    HeldRows(const SheetLayout &layout, QString file) : m_layout(layout), m_file(std::move(file)) {}

    /// Key by which a row of a list is known again after it was corrected: the household and the person
    /// number, or the name when there is none. Another row with the same key gets a key of its own.
    static QString keyOf(Kind kind, const QString &householdNo, const QString &memberNo, const QString &name);
    /// Key of an earlier record as its row gave it, whatever the second of two such rows got.
    static QString keyOf(const Record &earlier);

    /// Reads what earlier imports set aside of such files, and which of it the rows of a report were.
    Result<> load(const RegisterView &view, const std::vector<DataRow> &rows);
    bool anyEarlier() const { return !m_earlier.empty(); }
    /// False when a row cannot stand for anything that was set aside before: in order, it need not be added.
    bool concerns(const DataRow &at, const QString &householdNo, const QString &personKey = {}) const;
    /// A row says which record it was.
    bool saysOrigin(const DataRow &at) const { return m_originOfRow.contains(at.number); }
    /// A row of the file says that it was this record.
    bool isInFile(RecordId earlier) const { return m_inFile.contains(earlier); }
    /// A row just as this one was corrected and taken in by an earlier import.
    bool wasCorrected(const QString &content) const;
    /// A row just as this one was dismissed.
    bool wasDismissed(const QString &content) const;

    void add(Row row) { m_rows.push_back(std::move(row)); }
    void addInOrder(Row row) { m_inOrder.push_back(std::move(row)); }
    /// When all rows are added. Takes out the rows that were corrected or dismissed before, and returns them.
    Result<std::vector<Row>> pair(const SameRow &same);
    /// After pair(): settles earlier ones that no row stands for, of which the file shows that they are gone.
    void settleGone(const std::function<bool(const Record &earlier)> &gone);
    /// After pair(): settles the others of which a row in order has the key; somebody chose between them.
    void settleRivals();

    const std::vector<Row> &rows() const { return m_rows; }
    bool changesAnything() const;
    Result<> write(ChangeWriter &writer, const AreaCode &area, RecordId batch) const;

private:
    struct Earlier {
        Record record;
        QString origin;
        bool taken = false; ///< a row stands for it
        QString settled;    ///< why; blank = it stays
    };
    using Wanted = std::function<bool(const Earlier &one)>;
    FieldValues valuesOf(const Row &row) const;
    void remember(Record record, const QString &origin);
    void readOrigins(const std::vector<DataRow> &rows);
    int find(const Row &row, const Wanted &wanted) const;
    int findExact(const Row &row) const;
    int findByKeys(const Row &row, const SameRow &same) const;
    void pairAll(const std::function<int(const Row &row)> &find);
    std::vector<Row> takeSettled();
    Result<> findEdits();
    void giveKeys();

    const SheetLayout &m_layout;
    QString m_file;
    std::vector<Row> m_rows;
    std::vector<Row> m_inOrder;
    std::vector<Earlier> m_earlier;
    QMultiHash<QString, int> m_byKey;
    QMultiHash<QString, int> m_byHousehold;
    QMultiHash<QString, int> m_byPerson;
    QHash<QString, int> m_byOrigin;
    bool m_withoutHousehold = false;
    QHash<int, int> m_originOfRow; ///< by row number
    QSet<RecordId> m_inFile;
    QSet<QByteArray> m_corrected; ///< digests of contents
    QSet<QByteArray> m_dismissed; ///< the same
    QHash<int, int> m_pairOf;     ///< row number → index of m_earlier
    QSet<int> m_edited;           ///< numbers of rows that differ from what they are paired with
};

/// How the reason of a void record begins that somebody dismissed.
inline constexpr QStringView kDismissed = u"不再处理：";

/// Whole row as lines "header：text".
QString contentOf(const SheetLayout &layout, const DataRow &row);

} // namespace ffp::imports
