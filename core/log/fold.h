// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"
#include "core/log/op.h"

#include <map>
#include <optional>
#include <span>
#include <vector>

namespace ffp {

/// op.eff (exchange.md §9.1).
namespace eff {
enum : int {
    Effective = 1,
    Beyond = 2,  ///< after the accepted position of a revoked site or ended key
    Unknown = 3, ///< unknown kind or record type: a newer program's
    Foreign = 4, ///< another area (or type) than its record's
    FurtherCreate = 5,
    Unverified = 6, ///< action that did not pass
    Waiting = 7,    ///< action that lacks something
};
}

/// Field names of the specification itself (exchange.md §6.4).
inline constexpr char kVoidField[] = "_void";
inline constexpr char kVoidReasonField[] = "_void_reason";

/// One op of one record, decoded for folding.
struct FoldOp {
    qint64 n = 0; ///< local arrival number: names the op here, decides nothing
    OpId id{};
    quint64 hlc = 0;
    quint32 kind = 0;
    int eff = eff::Effective; ///< as stored; foldOps() puts it right
    AreaCode area;            ///< of its stream
    QByteArray type;
    OfficialId actor;
    Incarnation inc;
    bool local = true; ///< written here, not received
    std::vector<QByteArray> fields;
    std::vector<OpId> pred;
    std::vector<std::pair<QByteArray, std::vector<OpId>>> fpred;
    bool erased = false;
    QByteArray body; ///< plain payload; `payload` looks into it
    PayloadView payload;

    bool isEdit() const { return kind == opkind::Edit || kind == opkind::Resolve; }
    bool sets(QByteArrayView field) const;
    /// What it replaces in `field`.
    std::span<const OpId> predecessors(QByteArrayView field) const;
    /// Encoded value it gives to `field`; null when erased or not set.
    QByteArrayView item(QByteArrayView field) const;
    /// Time order that every site agrees on.
    bool before(const FoldOp &other) const { return hlc != other.hlc ? hlc < other.hlc : id < other.id; }
};

/// One field after folding. `heads` in time order; the last one that is not erased is shown.
struct FieldState {
    std::vector<const FoldOp *> heads;
    const FoldOp *shown = nullptr; ///< nullptr: only erased heads
    int values = 0;                ///< different values among the heads; > 1 = conflict
    qint64 sinceMs = 0;            ///< when the second head came to be
};

struct Folded {
    const FoldOp *create = nullptr; ///< effective create; nullptr: the record is not shown
    /// Fields whose heads are not exactly {create}.
    std::map<QByteArray, FieldState> edited;
};

/// exchange.md §9.1 (as far as it depends on the ops alone) and §9.2: sets `eff` of each op and finds the
/// heads. A function of the set of ops: the order of `ops` does not matter. Beyond, Unverified and Waiting
/// are the registry's and the workflow's verdicts and are taken as they are.
Folded foldOps(std::span<FoldOp> ops);

/// Encoded value shown for a field: of its heads, or what the create gave; null = blank.
QByteArrayView shownItem(const Folded &folded, QByteArrayView field);

} // namespace ffp
