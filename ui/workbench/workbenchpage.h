// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/todayservice.h"
#include "ui/common/page.h"

#include <array>

class QLabel;
class QPushButton;

namespace ffp::ui {

class FigureCard;
class MessageBar;
class TableView;
class TextTableModel;

/// The start page: what waits today, each thing one key or click away. Keys 1 to 6 press the cards.
class WorkbenchPage : public Page
{
    Q_OBJECT

public:
    explicit WorkbenchPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    void open(const Target &target) override;
    void refresh() override;
    void dataChanged(const ffp::ChangeSummary &summary) override;

    enum Figure { Red, Orange, Yellow, Overdue, Contact, Drafts, FigureCount };
    FigureCard &card(Figure figure) { return *m_cards[figure]; }
    TableView &urgent() { return *m_urgent; }
    void show(const TodayWork &work);

Q_SIGNALS:
    /// The figures are on the screen.
    void shown();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *buildCards();
    QWidget *buildUrgent();
    QWidget *buildDrafts();
    QWidget *buildState();
    QWidget *buildWelcome();
    void load();
    void pressed(Figure figure);
    void showUrgent(const TodayWork &work);
    void fitUrgent();
    void showDrafts(const TodayWork &work);
    void showState(const TodayWork &work);

    PageContext m_context;
    quint64 m_generation = 0;
    QString m_contactCondition;
    MessageBar *m_message;
    std::array<FigureCard *, FigureCount> m_cards{};
    QWidget *m_work;
    QWidget *m_welcome;
    QWidget *m_draftBox;
    TextTableModel *m_urgentModel;
    TableView *m_urgent;
    TextTableModel *m_draftModel;
    TableView *m_drafts;
    QLabel *m_size;
    QLabel *m_check;
    QPushButton *m_runCheck;
    QLabel *m_backup;
};

} // namespace ffp::ui
