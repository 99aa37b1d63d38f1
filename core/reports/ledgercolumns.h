// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/ledgers.h"

#include <span>

namespace ffp {

/// What a column function may look at.
struct LedgerLine {
    const MonitoredHousehold &household;
    const LedgerRequest &request;
    const LedgerOffice &office;
    qint64 number; ///< 序号

    /// Label of the class in the words of the policy pack: 边缘户 or 边缘易致贫户.
    QString classLabel() const;
    /// One of two texts, as the request has its language.
    QString word(const char16_t *chinese, const char *english) const;
    /// Value of a field as the request lets it be seen.
    QString shown(const Record &record, FieldRef field) const;
};

/// One column of a ledger: a field of the register, whose label, type and class come from its field table,
/// or a computed one.
struct LedgerColumn {
    using Make = TableCell (*)(const LedgerLine &line);

    const char *id;
    const char16_t *header = nullptr; ///< null: label of the field
    const char *english = nullptr;    ///< on the screen of the English window; null: as header
    double width = 4;                 ///< in characters
    std::optional<FieldRef> field = {};
    Make make = nullptr; ///< null: the field as it is
    ColumnKind kind = ColumnKind::Text;
    const char16_t *group = nullptr;
    const char16_t *alone = nullptr; ///< the header where no group stands over it; null: header
    bool wraps = true;
    bool summable = false;
    bool key = false;
    bool mayBeEmpty = false; ///< nothing in it is a fact, not a gap
    CellAlign align = CellAlign::Automatic;
    Sensitivity sensitivity = Sensitivity::P; ///< of a computed column
};

/// The 26 columns of F-08 in their order.
std::span<const LedgerColumn> monitoredColumns();
/// In front of 村民组 when a ledger covers several villages.
const LedgerColumn &villageColumn();

TableColumn tableColumn(const LedgerColumn &column, Language language = Language::Chinese);
TableCell tableCell(const LedgerColumn &column, const LedgerLine &line);

} // namespace ffp
