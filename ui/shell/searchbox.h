// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/base/id.h"

#include <QFrame>
#include <QLineEdit>

#include <functional>

class QListWidget;

namespace ffp::ui {

/// One line of the instant search.
struct SearchLine {
    RecordId household; ///< null for a village: then `area` is opened
    AreaCode area;
    QString title;  ///< name, household number …
    QString detail; ///< village, what matched; S-class values masked
};

/// Answer to one keystroke; `hint` is shown instead of lines, such as "index is being made".
struct SearchAnswer {
    std::vector<SearchLine> lines;
    QString hint;
    QString more; ///< last line when not everything is shown
};

/// Search field of the top bar with its list of hits. Typing answers at once (goal G7), Down enters the
/// list, Enter opens, Esc closes. The source may answer later, from a worker: keys typed before the answer
/// is there are done when it is, so that a quick Enter opens what the typed text finds.
class SearchBox : public QLineEdit
{
    Q_OBJECT

public:
    using Show = std::function<void(SearchAnswer)>;
    /// Calls `show` once, in the box's thread; need not for a text that another one has followed.
    using Source = std::function<void(const QString &text, Show show)>;

    explicit SearchBox(QWidget *parent = nullptr);
    void setSource(Source source) { m_source = std::move(source); }
    /// The open list of hits, for tests and pictures.
    QListWidget *hits() const { return m_hits; }

Q_SIGNALS:
    void chosen(const ffp::ui::SearchLine &line);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void ask(const QString &text);
    void show(SearchAnswer answer);
    void close();
    void move(int by);
    void choose(int row);
    void place(int lines);

    Source m_source;
    std::vector<SearchLine> m_lines;
    quint64 m_question = 0;   ///< number of the newest one; answers to others are dropped
    bool m_waiting = false;   ///< for the answer to it
    std::vector<int> m_ahead; ///< keys typed meanwhile
    QListWidget *m_hits;
};

} // namespace ffp::ui
