// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/logfixture.h"

namespace ffp::test {

/// A household as tests want it; everything left out stays blank.
struct SampleHousehold {
    const char *village = kVillage;
    QString no = {};
    QString monitorClass = {}; ///< of the register
    QString caseClass = {};    ///< empty = no case
    QString caseStatus = QStringLiteral("active");
    QString identified = QStringLiteral("2026-03");
    QString removed = {};
    QString headName = QStringLiteral("户主甲");
    QString headIdNo = {};
};

/// Ids of what was made.
struct SampleIds {
    RecordId household;
    RecordId head;
    RecordId monitoring;
};

SampleIds make(LogFixture &fixture, const SampleHousehold &sample);
/// A certificate number with a right check digit: order code `order` of somebody born on `birth`.
QString sampleIdNumber(QDate birth, int order);

} // namespace ffp::test
