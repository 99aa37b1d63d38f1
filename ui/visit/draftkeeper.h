// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/visitservice.h"

#include <QObject>

#include <functional>

class QTimer;

namespace ffp::ui {

/// Writes the draft of a visit form while it is typed, in a worker and not at every key.
///
/// Invariants (tests/ui/visit/tst_draftkeeper):
///  1. Only one write is under way; what was typed meanwhile follows it.
///  2. Work given to whenQuiet() runs after the last write, so that no draft outlives its visit.
///  3. A draft that could not be written (site locked) is written when that is possible again.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    DraftKeeper(Session &session, std::function<VisitDraft()> collect, QObject *parent);

    /// Something was typed.
    void touch();
    /// Writes now what waits.
    void flush();
    /// What waits is not wanted any more: the form shows another household, or the visit is saved.
    void forget();
    void whenQuiet(std::function<void()> then);
    bool isWaiting() const { return m_waiting; }

Q_SIGNALS:
    void saved();
    void failed(const ffp::Error &error);

private:
    void write();
    void runQuiet();

    Session &m_session;
    std::function<VisitDraft()> m_collect;
    QTimer *m_timer;
    std::vector<std::function<void()>> m_quiet;
    quint64 m_generation = 0; ///< of the form; raised by forget()
    bool m_waiting = false;
    bool m_writing = false;
};

} // namespace ffp::ui
