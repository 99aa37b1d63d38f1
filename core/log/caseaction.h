// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/log/op.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace ffp {

/// One item of the content decided on (exchange.md §12.2): a record by its create op, or a field that was
/// edited since by its heads.
struct BasisItem {
    RecordId rec;
    QByteArray field; ///< empty: the record itself
    std::vector<OpId> ops;
    bool operator==(const BasisItem &) const = default;
};

/// Version of the rule that says which records belong to a matter (core/services/casecontent.h).
inline constexpr qint64 kBasisVersion = 1;

/// The map at payload key 3 (exchange.md §12.1).
struct CaseAction {
    QByteArray wf;   ///< "anhui-2020@1/identify-edge"
    QByteArray step; ///< code of the move: "township_review.approve"
    QByteArray from;
    QByteArray to;
    std::vector<OpId> after; ///< empty = first
    std::vector<BasisItem> basis;
    qint64 basisVersion = kBasisVersion;
    QString opinion;
    QString date; ///< business date, YYYY-MM-DD

    QByteArray encode() const;
    /// Empty when the bytes are not such a map; unknown keys are passed over.
    static std::optional<CaseAction> decode(QByteArrayView act);
};

/// Encoded and sorted as §12.1 wants it, and H("ffpx-basis-1", that).
QByteArray encodeBasis(const std::vector<BasisItem> &basis);
Hash basisDigest(const std::vector<BasisItem> &basis);

/// A move that a workflow allows.
struct WorkflowMove {
    QByteArray code; ///< as CaseAction::step
    QByteArray from;
    QByteArray to;
    std::vector<AreaLevel> levels; ///< of the official
    std::vector<QByteArray> roles; ///< of the official
    bool byAnother = false;        ///< separation of duties, §12.3 (8)
    QByteArray onlyAfter;          ///< take back: the official's own move of this code, with nothing after
    QByteArray stepKey() const { return code.left(code.indexOf('.')); }
};

struct Workflow {
    QByteArray id;
    QByteArray start; ///< state before the first action
    std::vector<WorkflowMove> moves;
    /// nullptr when there is no such move.
    const WorkflowMove *move(QByteArrayView code, QByteArrayView from) const;
};

/// nullptr for a workflow (or version) that is not installed here.
using WorkflowBook = std::function<const Workflow *(QByteArrayView id)>;

} // namespace ffp
