// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"

#include <QWidget>

#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace ffp::ui {

/// One area that fits what was typed.
struct AreaSuggestion {
    AreaCode area;
    QString name;
    QString path; ///< names from the province down, blanks between
};

/// Picks an area of one level: type part of its name (and of the names above it, blanks between) or of its
/// code, choose with the arrows. No pinyin, no mouse needed.
class AreaPicker : public QWidget
{
    Q_OBJECT

public:
    using Source =
        std::function<std::vector<AreaSuggestion>(const QString &text, AreaLevel level, int limit)>;

    explicit AreaPicker(Source source, QWidget *parent = nullptr);

    void setLevel(AreaLevel level);
    AreaCode area() const { return m_chosen.area; }
    const AreaSuggestion &chosen() const { return m_chosen; }
    QLineEdit *edit() const { return m_edit; }
    QListWidget *list() const { return m_list; }

Q_SIGNALS:
    void areaChanged();
    /// Enter with an area chosen.
    void finished();

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void suggest(const QString &text);
    void choose(int row);
    void setChosen(const AreaSuggestion &chosen);

    Source m_source;
    AreaLevel m_level = AreaLevel::Village;
    QLineEdit *m_edit;
    QListWidget *m_list;
    std::vector<AreaSuggestion> m_suggestions;
    AreaSuggestion m_chosen;
};

} // namespace ffp::ui
