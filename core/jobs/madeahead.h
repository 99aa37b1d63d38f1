// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace ffp {

/// Items 0, 1, 2 … made in a thread of its own while their user works on those before. The first error is the
/// last item. The user asks for no more than `count` items, from one thread.
template <class T>
class MadeAhead
{
public:
    using Make = std::function<Result<T>(size_t item)>;

    /// At most `mostWaiting` finished items wait: more would only take memory. `atEnd` is called in the
    /// thread before it ends, also when the user goes before all is made.
    MadeAhead(
        size_t count, size_t mostWaiting, Make make, std::function<void()> atEnd = [] {})
        : m_mostWaiting(mostWaiting),
          m_thread([this, count, make = std::move(make), atEnd = std::move(atEnd)] {
              run(count, make);
              atEnd();
          })
    {}
    ~MadeAhead()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_stopped = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }
    MadeAhead(const MadeAhead &) = delete;
    MadeAhead &operator=(const MadeAhead &) = delete;

    Result<T> next()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return !m_ready.empty(); });
        Result<T> item = std::move(m_ready.front());
        m_ready.pop_front();
        lock.unlock();
        m_changed.notify_all();
        return item;
    }

private:
    void run(size_t count, const Make &make)
    {
        for (size_t i = 0; i < count; ++i) {
            Result<T> item = make(i);
            const bool failed = !item;
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_stopped || m_ready.size() < m_mostWaiting; });
            if (m_stopped)
                return;
            m_ready.push_back(std::move(item));
            lock.unlock();
            m_changed.notify_all();
            if (failed)
                return;
        }
    }

    const size_t m_mostWaiting;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<Result<T>> m_ready;
    bool m_stopped = false;
    std::thread m_thread; // last: it uses what stands before
};

} // namespace ffp
