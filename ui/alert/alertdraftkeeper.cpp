// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/alert/alertdraftkeeper.h"

#include "core/jobs/job.h"

#include <QTimer>

namespace ffp::ui {

AlertDraftKeeper::AlertDraftKeeper(Session &session, std::function<std::vector<AlertDraft>()> collect,
                                   QObject *parent)
    : QObject(parent),
      m_session(session),
      m_collect(std::move(collect)),
      m_timer(new QTimer(this))
{
    constexpr int kTypingPauseMs = 800;
    m_timer->setSingleShot(true);
    m_timer->setInterval(kTypingPauseMs);
    connect(m_timer, &QTimer::timeout, this, &AlertDraftKeeper::write);
    connect(&session, &Session::unlocked, this, [this] {
        if (m_begun)
            write();
        else
            load();
    });
}

void AlertDraftKeeper::load()
{
    runJob<std::vector<AlertDraft>>(
        this, [session = &m_session](Progress &) { return AlertDrafts(*session).all(); },
        [this](Result<std::vector<AlertDraft>> drafts) {
            if (!drafts) {
                Q_EMIT failed(drafts.error());
                return;
            }
            m_kept = *drafts;
            Q_EMIT loaded(*drafts);
        });
}

void AlertDraftKeeper::begin()
{
    m_begun = true;
    touch();
}

void AlertDraftKeeper::touch()
{
    m_timer->start();
}

void AlertDraftKeeper::write()
{
    if (m_writing || !m_begun || !isWaiting())
        return;
    m_writing = true;
    std::vector<AlertDraft> drafts = m_collect();
    runJob<bool>(
        this,
        [session = &m_session, drafts](Progress &) {
            return AlertDrafts(*session).keep(drafts).map([] { return true; });
        },
        [this, drafts](Result<bool> done) {
            m_writing = false;
            if (!done) {
                Q_EMIT failed(done.error()); // the next key, or unlocking, tries again
                return;
            }
            m_kept = drafts;
            Q_EMIT written();
            if (!m_timer->isActive())
                write();
        });
}

bool AlertDraftKeeper::writeNow()
{
    m_timer->stop();
    if (!isWaiting() && !m_writing)
        return true;
    if (!m_begun)
        return false;
    std::vector<AlertDraft> drafts = m_collect();
    if (!AlertDrafts(m_session).keep(drafts))
        return false;
    m_kept = std::move(drafts);
    return true;
}

} // namespace ffp::ui
