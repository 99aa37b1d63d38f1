// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/incomeservice.h"

#include <QAbstractTableModel>

namespace ffp::ui {

/// The items of an income statement as a form: CL-36 under its five groups, one line each until a second one
/// is asked for (two persons, two crops). Blank is not zero: a line without an amount is no line. What cannot
/// be read stays as it was typed and is called a fault.
class IncomeGridModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Item,
        Quantity,
        Unit,
        Amount,
        Factor,
        Counted,
        Person,
        Note,
        Last,
        Difference,
        ColumnCount
    };
    /// The value of a cell that is picked from a list: line of choices(), -1 = blank.
    static constexpr int kChoiceRole = Qt::UserRole;

    struct Choice {
        QString label;
        RecordId person;   ///< of Person
        qint64 factor = 0; ///< of Factor
    };

    explicit IncomeGridModel(const std::vector<Record> &members, QObject *parent = nullptr);

    void setLines(const std::vector<IncomeDraftLine> &lines);
    std::vector<IncomeDraftLine> lines() const;
    /// Of what rules and counting say, one per line of lines().
    void setResult(const IncomeRuleSet &rules, const std::vector<std::optional<bool>> &counted);
    /// Sums of the statement before, by item.
    void setLast(const std::map<QString, Money> &sums) { m_last = sums; }

    bool isHeading(int row) const { return m_rows[size_t(row)].heading; }
    /// The next row to type into, down or up; `row` itself when there is none.
    int neighbour(int row, int by) const;
    /// A further line of the same item; its row.
    int addLine(int row);
    std::vector<Choice> choices(const QModelIndex &index) const;
    /// Some cell holds what cannot be read.
    bool hasFaults() const;
    /// Shows "items[0].amount: why" beside the cell; gives back what is not about a line.
    QStringList showFaults(const QStringList &faults);
    /// The first cell with a fault; invalid when there is none.
    QModelIndex firstFault() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void edited();

private:
    struct Row {
        bool heading = false;
        QString item; ///< CL-36, or the letter of the group
        QString quantity;
        QString unit;
        QString amount;
        QString note;
        std::optional<qint64> factor;
        RecordId person;
        std::optional<bool> counted;
        std::map<int, QString> faults; ///< by column
    };
    Row rowOf(const IncomeDraftLine &line) const;
    static bool isUsed(const Row &row);
    QString *textOf(Row &row, int column) const;
    bool takesFactor(const QString &item) const;
    QString shown(const Row &row, int column) const;
    QString factorText(const Row &row) const;
    QString personName(RecordId person) const;
    std::optional<Money> sumOf(const QString &item) const;
    bool isFirstOfItem(const Row &row) const;

    std::vector<Row> m_rows;
    std::vector<Choice> m_people;
    std::optional<IncomeRuleSet> m_rules;
    std::map<QString, Money> m_last;
};

} // namespace ffp::ui
