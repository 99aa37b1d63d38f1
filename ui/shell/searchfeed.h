// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/job.h"
#include "core/services/searchservice.h"
#include "ui/shell/searchbox.h"

#include <QObject>

namespace ffp::ui {

/// Keeps the search index of a session up to date in the background and answers the search box from it.
///
/// Changes are taken over one after the other; a bulk change makes the index anew.
class SearchFeed : public QObject
{
    Q_OBJECT

public:
    explicit SearchFeed(Session &session, QObject *parent = nullptr);
    ~SearchFeed() override;

    /// First fill, and again after unlocking.
    void rebuild();
    void take(const ChangeSummary &summary);
    void forgetNumbers();
    /// Looks in a worker, one text after the other; a text that another one follows meanwhile is passed over.
    void ask(const QString &text, SearchBox::Show show);

Q_SIGNALS:
    void ready();
    void failed(const ffp::Error &error);

private:
    struct Question {
        QString text;
        SearchBox::Show show;
    };
    void next();
    void look(Question question);

    std::shared_ptr<SearchService> m_service; ///< shared with running jobs
    std::vector<ChangeSummary> m_waiting;
    std::shared_ptr<JobProgress> m_job;
    bool m_rebuildWanted = false;
    bool m_ready = false;
    bool m_looking = false;
    std::optional<Question> m_question; ///< comes after the one being looked up
};

/// "ID number", "phone" … for a hit; empty for a match by name.
QString matchedByText(MatchedBy by);

} // namespace ffp::ui
