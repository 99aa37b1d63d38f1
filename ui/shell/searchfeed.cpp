// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/searchfeed.h"

#include <QCoreApplication>

namespace ffp::ui {
namespace {

constexpr int kLines = 50;

SearchLine lineOf(const SearchHit &hit)
{
    SearchLine line;
    line.household = hit.household;
    line.area = hit.area;
    line.title = hit.name.isEmpty() ? SearchFeed::tr("(no name)") : hit.name;
    QStringList detail;
    detail << (hit.kind == SearchKind::Village ? SearchFeed::tr("village") : hit.areaName);
    if (hit.kind == SearchKind::Household)
        detail << SearchFeed::tr("household");
    if (const QString matched = matchedByText(hit.matchedBy); !matched.isEmpty())
        detail << SearchFeed::tr("found by %1").arg(matched);
    line.detail = detail.join(QStringLiteral("  ·  "));
    return line;
}

SearchAnswer answerOf(const SearchResult &result)
{
    SearchAnswer answer;
    for (const SearchHit &hit : result.hits)
        answer.lines.push_back(lineOf(hit));
    if (result.total > result.hits.size())
        answer.more = SearchFeed::tr("%1 more; type more characters.").arg(result.total - result.hits.size());
    return answer;
}

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

void SearchFeed::ask(const QString &text, SearchBox::Show show)
{
    if (!m_ready) {
        SearchAnswer answer;
        answer.hint = tr("The search is being prepared; please try again in a moment.");
        show(std::move(answer));
        return;
    }
    if (m_looking)
        m_question = Question{text, std::move(show)};
    else
        look({text, std::move(show)});
}

void SearchFeed::look(Question question)
{
    m_looking = true;
    runJob<SearchResult>(
        this,
        [service = m_service, text = question.text](Progress &) {
            return Result<SearchResult>(service->find(text, kLines));
        },
        [this, show = std::move(question.show)](Result<SearchResult> found) {
            m_looking = false;
            if (m_question) {
                Question next = std::move(*m_question);
                m_question.reset();
                look(std::move(next));
            } else {
                show(answerOf(*found));
            }
        });
}

} // namespace ffp::ui
