// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/draftkeeper.h"

#include "core/jobs/job.h"

#include <QTimer>

namespace ffp::ui {

DraftKeeper::DraftKeeper(Session &session, std::function<VisitDraft()> collect, QObject *parent)
    : QObject(parent),
      m_session(session),
      m_collect(std::move(collect)),
      m_timer(new QTimer(this))
{
    constexpr int kTypingPauseMs = 800;
    m_timer->setSingleShot(true);
    m_timer->setInterval(kTypingPauseMs);
    connect(m_timer, &QTimer::timeout, this, &DraftKeeper::write);
    connect(&session, &Session::unlocked, this, &DraftKeeper::flush);
}

void DraftKeeper::touch()
{
    m_waiting = true;
    m_timer->start();
}

void DraftKeeper::flush()
{
    m_timer->stop();
    write();
}

void DraftKeeper::forget()
{
    ++m_generation;
    m_waiting = false;
    m_timer->stop();
}

void DraftKeeper::whenQuiet(std::function<void()> then)
{
    m_quiet.push_back(std::move(then));
    runQuiet();
}

void DraftKeeper::write()
{
    if (!m_waiting || m_writing)
        return;
    m_waiting = false;
    m_writing = true;
    runJob<bool>(
        this,
        [session = &m_session, draft = m_collect()](Progress &) {
            return VisitService(*session).saveDraft(draft).map([] { return true; });
        },
        [this, generation = m_generation](Result<bool> written) {
            m_writing = false;
            if (!written && generation == m_generation) {
                m_waiting = true; // the next key, or unlocking, tries again
                Q_EMIT failed(written.error());
            } else if (written) {
                Q_EMIT saved();
                if (m_waiting && !m_timer->isActive())
                    write();
            }
            runQuiet();
        });
}

void DraftKeeper::runQuiet()
{
    if (m_writing)
        return;
    const auto ready = std::move(m_quiet);
    m_quiet.clear();
    for (const auto &then : ready)
        then();
}

} // namespace ffp::ui
