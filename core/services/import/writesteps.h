// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/log/transact.h"

#include <functional>

namespace ffp::imports {

/// What one row or household of a sheet does to the register, in order. Filled without touching the database,
/// written later.
class WriteSteps
{
public:
    explicit WriteSteps(const ChangeWriter &writer) : m_writer(writer) {}

    /// As ChangeWriter::create(); what it refuses is refused when it is written.
    Result<RecordId> create(Entity entity, const AreaCode &area, const FieldValues &values, RecordId id = {});
    void edit(RecordId id, FieldValues values);
    Result<> write(ChangeWriter &writer) const;

private:
    struct Step {
        AreaCode area;
        Prepared record; ///< null: an edit
        RecordId edited;
        FieldValues values;
    };
    const ChangeWriter &m_writer;
    std::vector<Step> m_steps;
};

/// Writes what `make` says of the units 0 … count - 1, in this order. For more than a few units `make` runs
/// in a thread of its own, some units ahead of the writing: encoding and sealing take as long as SQLite does.
/// It is never called twice at the same time, and not any more after the return. Cancelled; errors of `make`
/// and of the writer.
Result<> writeInOrder(ChangeWriter &writer, size_t count,
                      const std::function<Result<>(size_t unit, WriteSteps &steps)> &make,
                      Progress &progress);

} // namespace ffp::imports
