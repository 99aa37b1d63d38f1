// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/writesteps.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

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

/// Makes portions in a thread of its own.
class Maker
{
public:
    Maker(const ChangeWriter &writer, size_t count, const Make &make)
        : m_thread([this, &writer, count, &make] { run(writer, count, make); })
    {}
    ~Maker()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopped = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }
    Maker(const Maker &) = delete;
    Maker &operator=(const Maker &) = delete;

    Result<WriteSteps> next()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_ready.empty(); });
        Result<WriteSteps> portion = std::move(m_ready.front());
        m_ready.pop_front();
        lock.unlock();
        m_changed.notify_all();
        return portion;
    }

private:
    void run(const ChangeWriter &writer, size_t count, const Make &make)
    {
        for (size_t from = 0; from < count; from += kUnits) {
            Result<WriteSteps> portion = makePortion(writer, from, count, make);
            const bool failed = !portion;
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_stopped || m_ready.size() < kMostWaiting; });
            if (m_stopped)
                return;
            m_ready.push_back(std::move(portion));
            lock.unlock();
            m_changed.notify_all();
            if (failed)
                return;
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Result<WriteSteps>> m_ready;
    bool m_stopped = false;
    std::thread m_thread; // last: it uses what stands before
};

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
    std::optional<Maker> maker;
    if (count > kUnits)
        maker.emplace(writer, count, make);
    for (size_t from = 0; from < count; from += kUnits) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        progress.report("write", qint64(from), qint64(count));
        FFP_ASSIGN(const WriteSteps portion, maker ? maker->next() : makePortion(writer, from, count, make));
        FFP_TRY(portion.write(writer));
    }
    return {};
}

} // namespace ffp::imports
