// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/searchfeed.h"

#include <QCoreApplication>

namespace ffp::ui {
namespace {

constexpr int kLines = 50;

} // namespace

QString matchedByText(MatchedBy by)
{
    const char *text = nullptr;
    switch (by) {
    case MatchedBy::Name:
    case MatchedBy::Pinyin: return {};
    case MatchedBy::HouseholdNo: text = QT_TRANSLATE_NOOP("MatchedBy", "household number"); break;
    case MatchedBy::IdNumber: text = QT_TRANSLATE_NOOP("MatchedBy", "ID number"); break;
    case MatchedBy::Phone: text = QT_TRANSLATE_NOOP("MatchedBy", "phone"); break;
    }
    return QCoreApplication::translate("MatchedBy", text);
}

SearchFeed::SearchFeed(Session &session, QObject *parent)
    : QObject(parent),
      m_service(std::make_shared<SearchService>(session))
{}

SearchFeed::~SearchFeed()
{
    if (m_job)
        m_job->cancel();
}

void SearchFeed::rebuild()
{
    m_rebuildWanted = true;
    next();
}

void SearchFeed::take(const ChangeSummary &summary)
{
    if (summary.bulk)
        m_rebuildWanted = true;
    else
        m_waiting.push_back(summary);
    next();
}

void SearchFeed::forgetNumbers()
{
    m_service->forgetNumbers();
}

void SearchFeed::next()
{
    if (m_job || (!m_rebuildWanted && m_waiting.empty()))
        return;
    if (m_rebuildWanted) { // reads what the waiting changes brought, too
        m_rebuildWanted = false;
        m_waiting.clear();
        m_job = runJob<bool>(
            this,
            [service = m_service](Progress &progress) {
                return service->build(progress).map([] { return true; });
            },
            [this](Result<bool> built) {
                m_job.reset();
                if (built) {
                    m_ready = true;
                    Q_EMIT ready();
                } else if (built.error().kind != ErrorKind::Cancelled
                           && built.error().kind != ErrorKind::Locked) {
                    Q_EMIT failed(built.error());
                }
                next();
            });
        return;
    }
    const ChangeSummary summary = m_waiting.front();
    m_waiting.erase(m_waiting.begin());
    m_job = runJob<bool>(
        this, [service = m_service, summary](Progress &) { return service->apply(summary); },
        [this](Result<bool> applied) {
            m_job.reset();
            // Whatever could not be taken over singly is read again as a whole.
            if (!applied || !*applied)
                m_rebuildWanted = !applied ? applied.error().kind != ErrorKind::Locked : true;
            next();
        });
}

SearchAnswer SearchFeed::answer(const QString &text) const
{
    SearchAnswer answer;
    if (!m_ready) {
        answer.hint = tr("The search is being prepared; please try again in a moment.");
        return answer;
    }
    const SearchResult result = m_service->find(text, kLines);
    for (const SearchHit &hit : result.hits) {
        SearchLine line;
        line.household = hit.household;
        line.area = hit.area;
        line.title = hit.name;
        QStringList detail;
        if (hit.kind != SearchKind::Village)
            detail << hit.areaName;
        else
            detail << tr("village");
        if (hit.kind == SearchKind::Household)
            detail << tr("household");
        if (const QString matched = matchedByText(hit.matchedBy); !matched.isEmpty())
            detail << tr("found by %1").arg(matched);
        line.detail = detail.join(QStringLiteral("  ·  "));
        answer.lines.push_back(std::move(line));
    }
    if (result.total > result.hits.size())
        answer.more = tr("%1 more; type more characters.").arg(result.total - result.hits.size());
    return answer;
}

} // namespace ffp::ui
