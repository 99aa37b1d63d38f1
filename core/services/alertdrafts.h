// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/session.h"

namespace ffp {

/// What was typed for an alert and is not saved yet.
struct AlertDraft {
    RecordId alert;
    qint64 rid = 0; ///< of the alert, valid in this file only
    QDate due;
    QString action;
    QString reviewer;
    bool operator==(const AlertDraft &) const = default;
};

/// Inputs of the alert panel being typed, in the local table `draft` as those of visits are: sealed like an
/// S-column, bound to the alert, never in the log. They survive a crash, a lock and the end of the window.
class AlertDrafts
{
public:
    explicit AlertDrafts(Session &session) : m_session(session) {}

    /// These, and no others. Locked, Busy, DiskFull, Database: what was kept before stays.
    Result<> keep(const std::vector<AlertDraft> &drafts);
    /// Oldest first.
    Result<std::vector<AlertDraft>> all() const;

private:
    Session &m_session;
};

} // namespace ffp
