// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/alertdrafts.h"

#include <QObject>

#include <functional>

class QTimer;

namespace ffp::ui {

/// Keeps in the data file what is being typed for alerts: after a pause, in a worker and not at every key.
///
/// Invariants (tests/ui/alert/tst_alertdraftkeeper):
///  1. Nothing is written before begin(), when the panel has what an earlier window left: it would be lost.
///  2. Only one write is under way; what was typed meanwhile follows it.
///  3. Drafts that could not be written (site locked) are written when that is possible again.
class AlertDraftKeeper : public QObject
{
    Q_OBJECT

public:
    /// `collect`: all drafts as they are now.
    AlertDraftKeeper(Session &session, std::function<std::vector<AlertDraft>()> collect, QObject *parent);

    /// Reads what an earlier window left.
    void load();
    /// It is among the drafts now, or needed no more.
    void begin();
    /// Something was typed, saved or given up.
    void touch();
    /// What waits is written before it returns; false when that cannot be.
    bool writeNow();
    /// Something is not in the data file yet.
    bool isWaiting() const { return m_begun ? m_collect() != m_kept : !m_collect().empty(); }

Q_SIGNALS:
    void loaded(const std::vector<ffp::AlertDraft> &drafts);
    void written();
    void failed(const ffp::Error &error);

private:
    void write();

    Session &m_session;
    std::function<std::vector<AlertDraft>()> m_collect;
    QTimer *m_timer;
    std::vector<AlertDraft> m_kept; ///< as the file has them
    bool m_begun = false;
    bool m_writing = false;
};

} // namespace ffp::ui
