// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QtTest>

/// Fails the test with the error's code and developer detail.
#define FFP_VERIFY(result)                                                                                   \
    do {                                                                                                     \
        const auto &ffpVerified = (result);                                                                  \
        if (!ffpVerified)                                                                                    \
            QFAIL(qPrintable(QStringLiteral("%1: %2 [%3 %4]")                                                \
                                 .arg(QLatin1String(ffp::errorCode(ffpVerified.error().kind)),               \
                                      ffpVerified.error().detail, ffpVerified.error().subject.field,         \
                                      ffpVerified.error().args.join(QLatin1Char('|')))));                    \
    } while (false)

/// The result must have failed with this kind.
#define FFP_VERIFY_ERROR(result, expected)                                                                   \
    do {                                                                                                     \
        const auto &ffpVerified = (result);                                                                  \
        QVERIFY2(!ffpVerified, "expected an error");                                                         \
        QCOMPARE(QLatin1String(ffp::errorCode(ffpVerified.error().kind)),                                    \
                 QLatin1String(ffp::errorCode(expected)));                                                   \
    } while (false)
