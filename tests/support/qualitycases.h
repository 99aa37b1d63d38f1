// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/idnumber.h"
#include "tests/support/rulefixture.h"

namespace ffp::test {

struct QualityCase {
    const char *rule;
    const char *what;
    bool fires;
    std::function<void(RecordMaker &, RecordId)> build; ///< into an exited household
    Givens household = {};
};
using Cases = std::vector<QualityCase>;

/// A number with its right check character. No two cases share one: duplicates are looked for over all.
inline QString idNumber(const char *first17)
{
    const QString digits = QString::fromLatin1(first17);
    return digits + idCheckCharacter(digits);
}

Cases identityCases();
Cases memberCases();
Cases moneyCases();
Cases monitoringCases();

inline Cases qualityCases()
{
    Cases all;
    for (const auto section : {identityCases, memberCases, moneyCases, monitoringCases})
        for (QualityCase &one : section())
            all.push_back(std::move(one));
    return all;
}

} // namespace ffp::test
