// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/visitservice.h"

namespace ffp {

/// Visit forms being typed, in the local table `draft`: sealed like an S-column, bound to the household,
/// never in the log.
class VisitDrafts
{
public:
    explicit VisitDrafts(Session &session) : m_session(session) {}

    Result<> save(const VisitDraft &draft);
    Result<std::optional<VisitDraft>> find(RecordId household) const;
    Result<std::vector<VisitDraft>> all() const;
    Result<> discard(RecordId household);
    /// The same inside a transaction of the caller.
    Result<> remove(RecordId household);

private:
    Result<VisitDraft> open(RecordId household, qint64 atMs, const QByteArray &sealed) const;
    Session &m_session;
};

} // namespace ffp
