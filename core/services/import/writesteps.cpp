// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/writesteps.h"

#include "core/jobs/madeahead.h"

#include <algorithm>

namespace ffp::imports {

namespace {

using Make = std::function<Result<>(size_t unit, WriteSteps &steps)>;

/// Units that are made and written in one go; also the least for which a thread is worth its start.
constexpr size_t kUnits = 64;
/// Portions that may wait for the writer: more would only take memory.
constexpr size_t kMostWaiting = 4;

Result<WriteSteps> makePortion(const ChangeWriter &writer, size_t from, size_t count, const Make &make)
{
    WriteSteps steps(writer);
    for (size_t unit = from; unit < std::min(from + kUnits, count); ++unit)
        FFP_TRY(make(unit, steps));
    return steps;
}

} // namespace

Result<RecordId> WriteSteps::create(Entity entity, const AreaCode &area, const FieldValues &values,
                                    RecordId id)
{
    FFP_ASSIGN(Prepared record, m_writer.prepare(entity, values, id));
    m_steps.push_back({area, std::move(record), {}, {}});
    return ChangeWriter::idOf(m_steps.back().record);
}

void WriteSteps::edit(RecordId id, FieldValues values)
{
    m_steps.push_back({{}, nullptr, id, std::move(values)});
}

Result<> WriteSteps::write(ChangeWriter &writer) const
{
    for (const Step &step : m_steps) {
        if (step.record)
            FFP_TRY(writer.create(step.area, step.record));
        else
            FFP_TRY(writer.edit(step.edited, step.values));
    }
    return {};
}

Result<> writeInOrder(ChangeWriter &writer, size_t count, const Make &make, Progress &progress)
{
    std::optional<MadeAhead<WriteSteps>> ahead;
    if (count > kUnits)
        ahead.emplace((count + kUnits - 1) / kUnits, kMostWaiting,
                      [&](size_t portion) { return makePortion(writer, portion * kUnits, count, make); });
    for (size_t from = 0; from < count; from += kUnits) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        progress.report("write", qint64(from), qint64(count));
        FFP_ASSIGN(const WriteSteps portion, ahead ? ahead->next() : makePortion(writer, from, count, make));
        FFP_TRY(portion.write(writer));
    }
    return {};
}

} // namespace ffp::imports
