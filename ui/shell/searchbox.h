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
/// list, Enter opens, Esc closes.
class SearchBox : public QLineEdit
{
    Q_OBJECT

public:
    using Source = std::function<SearchAnswer(const QString &text)>;

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
    void update(const QString &text);
    void choose(int row);
    void place(int lines);

    Source m_source;
    std::vector<SearchLine> m_lines;
    QListWidget *m_hits;
};

} // namespace ffp::ui
