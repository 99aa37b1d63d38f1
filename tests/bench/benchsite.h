// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/services/session.h"

#include <QCoreApplication>

#include <cstdio>
#include <cstdlib>

namespace bench {

[[noreturn]] inline void stop(const ffp::Error &error)
{
    std::fprintf(stderr, "%s %s %s\n", ffp::errorCode(error.kind), qPrintable(error.detail),
                 qPrintable(error.args.join(QLatin1Char('|'))));
    std::exit(1);
}

/// The value, or the end of the program with the error on standard error.
template <class T>
T hard(ffp::Result<T> result)
{
    if (!result)
        stop(result.error());
    return std::move(*result);
}
inline void hard(const ffp::Result<> &result)
{
    if (!result)
        stop(result.error());
}

/// The day on which scripts/bench pretends to run.
inline const ffp::Clock &clock()
{
    // Real instants: times of the future would have the window ask about the clock.
    static const ffp::SystemClock clock(QDate(2026, 10, 31));
    return clock;
}

/// The site of the first argument as user "bench"; the password is in FFP_PASSWORD.
inline std::unique_ptr<ffp::Session> openSite()
{
    return hard(ffp::Session::open(QCoreApplication::arguments().value(1), QStringLiteral("bench"),
                                   qEnvironmentVariable("FFP_PASSWORD"), clock()));
}

} // namespace bench
