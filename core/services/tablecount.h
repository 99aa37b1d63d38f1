// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/divisions.h"
#include "core/services/tableservice.h"
#include "core/store/tablescan.h"

#include <map>
#include <unordered_set>

namespace ffp {

/// A group of a count, "age:16,60" read.
struct CountGroup {
    const ScanColumn *column = nullptr;
    std::vector<qint64> bounds; ///< of bands, ascending, in the units of the column
    QString id;

    /// Shape of the values: a text where there are bands.
    FieldDef shape() const;
};

/// A figure of a count, "sum:net_total" read.
struct CountFigure {
    TableHead::Kind kind = TableHead::Kind::Records;
    const ScanColumn *column = nullptr; ///< of Sum, Mean, Least, Most; of Persons of a household: its members
    QString id;

    FieldDef shape() const;
};

/// InvalidArgument with args[0] = unknown_field or bad_bands.
Result<CountGroup> readGroup(Entity subject, const QString &text);
/// InvalidArgument with args[0] = unknown_field or bad_figure.
Result<CountFigure> readFigure(Entity subject, const QString &text);

/// Sums up records by group. A household counts once in each row and once in the total.
class TableCounter
{
public:
    TableCounter(std::vector<CountGroup> groups, std::vector<CountFigure> figures,
                 const DivisionTable &divisions)
        : m_groups(std::move(groups)),
          m_figures(std::move(figures)),
          m_divisions(divisions)
    {}

    /// Values of the groups, then of the figures' columns (blank where a figure has none).
    void add(qint64 household, std::span<const Value> values);
    /// Heads, rows in the order of lists, areas and sizes with blank ones last, totals.
    void finish(TableAnswer &answer) const;

private:
    struct Sum {
        qint64 total = 0;
        qint64 filled = 0;
        qint64 least = 0;
        qint64 most = 0;
    };
    struct Tally {
        qint64 records = 0;
        std::unordered_set<qint64> households;
        std::vector<Sum> sums;
    };
    struct Key {
        qint64 order = 0;
        QString text;
        Value value;
        bool operator<(const Key &other) const
        {
            return order != other.order ? order < other.order : text < other.text;
        }
    };

    std::vector<Key> keysOf(const CountGroup &group, const Value &value) const;
    void addTo(Tally &tally, qint64 household, std::span<const Value> figures);
    Value figureOf(const Tally &tally, size_t figure) const;

    std::vector<CountGroup> m_groups;
    std::vector<CountFigure> m_figures;
    const DivisionTable &m_divisions;
    std::map<std::vector<Key>, Tally> m_rows;
    Tally m_all;
};

/// The text of an area column of the register, such as the village of a household; nothing for others.
std::optional<QString> areaText(const ScanColumn &column, const Value &value, const DivisionTable &divisions);

} // namespace ffp
