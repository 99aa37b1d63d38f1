// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/transact.h"
#include "core/search/searchindex.h"
#include "core/services/session.h"

namespace ffp {

/// Fills and refreshes the instant search of one session. The index belongs to the service; build() runs
/// in a worker, find() anywhere. Numbers are forgotten when the session locks.
class SearchService
{
public:
    explicit SearchService(Session &session) : m_session(session) {}

    /// Reads every household, member and village of the site. Cancelled leaves the former content.
    Result<> build(Progress &progress);
    /// Takes over what a change touched; a bulk change needs build() again (returns false).
    Result<bool> apply(const ChangeSummary &change);
    SearchResult find(QStringView typed, int limit = SearchIndex::kDefaultLimit) const
    {
        return m_index.find(typed, limit);
    }
    void forgetNumbers() { m_index.clearDigits(); }
    const SearchIndex &index() const { return m_index; }

private:
    Session &m_session;
    SearchIndex m_index;
};

} // namespace ffp
