// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/areapicker.h"

#include "ui/common/rowdelegate.h"
#include "ui/common/theme.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace ffp::ui {

AreaPicker::AreaPicker(Source source, QWidget *parent) : QWidget(parent), m_source(std::move(source))
{
    m_edit = new QLineEdit(this);
    m_edit->setPlaceholderText(tr("Part of the name, such as 虞姬 田万, or of the code"));
    m_edit->setClearButtonEnabled(true);
    m_list = new QListWidget(this);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    constexpr int kLines = 5;
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setFixedHeight(RowDelegate::rowHeight(fontMetrics()) * kLines + 2 * m_list->frameWidth());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap / 2);
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    setFocusProxy(m_edit);
    m_edit->installEventFilter(this);
    connect(m_edit, &QLineEdit::textEdited, this, &AreaPicker::suggest);
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem *item) { choose(m_list->row(item)); });
}

void AreaPicker::setLevel(AreaLevel level)
{
    m_level = level;
    suggest(m_edit->text());
}

bool AreaPicker::eventFilter(QObject *object, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int row = m_list->currentRow() + (key == Qt::Key_Down ? 1 : -1);
            m_list->setCurrentRow(qBound(0, row, m_list->count() - 1));
            if (m_list->currentRow() >= 0)
                setChosen(m_suggestions[static_cast<size_t>(m_list->currentRow())]);
            return true;
        }
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            choose(m_list->currentRow());
            if (!m_chosen.area.isNull())
                Q_EMIT finished();
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

void AreaPicker::suggest(const QString &text)
{
    constexpr int kMost = 50;
    m_suggestions = m_source(text.trimmed(), m_level, kMost);
    m_list->clear();
    for (const AreaSuggestion &suggestion : m_suggestions)
        m_list->addItem(suggestion.path);
    if (!m_suggestions.empty()) {
        m_list->setCurrentRow(0);
        setChosen(m_suggestions.front());
    } else {
        setChosen({});
        auto *item = new QListWidgetItem(text.trimmed().isEmpty()
                                             ? tr("Type the name of the area.")
                                             : tr("No such area at this level; please try fewer characters."),
                                         m_list);
        item->setFlags(Qt::NoItemFlags);
    }
}

void AreaPicker::choose(int row)
{
    if (row < 0 || row >= static_cast<int>(m_suggestions.size()))
        return;
    const AreaSuggestion chosen = m_suggestions[static_cast<size_t>(row)];
    m_edit->setText(chosen.path);
    setChosen(chosen);
}

void AreaPicker::setChosen(const AreaSuggestion &chosen)
{
    if (chosen.area == m_chosen.area)
        return;
    m_chosen = chosen;
    Q_EMIT areaChanged();
}

} // namespace ffp::ui
