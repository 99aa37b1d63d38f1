// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

namespace ffp {

struct DemoOptions {
    qint64 households = 600;
    quint64 seed = 1; ///< the same seed, area and date give the same people
};

struct DemoResult {
    qint64 households = 0;
    qint64 members = 0;
    qint64 monitored = 0;
};

/// Fills a site with synthetic households of the villages of its area: invented names, well-formed
/// certificate numbers with order codes 900–995 (never given out), phones 199 0000 xxxx.
class DemoService
{
public:
    explicit DemoService(Session &session) : m_session(session) {}

    /// One transaction. NotFound when the area has no villages in the division table.
    Result<DemoResult> fill(const DemoOptions &options, Progress &progress);

private:
    Session &m_session;
};

} // namespace ffp
