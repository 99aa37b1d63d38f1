// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/yearmonth.h"
#include "core/services/visitservice.h"
#include "ui/common/page.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace ffp::ui {

class MessageBar;
class TableView;
class TextTableModel;

/// The visits of a month, and above them what was begun and not saved yet. Enter opens: a draft its form, a
/// visit its household.
class VisitsPage : public Page
{
    Q_OBJECT

public:
    explicit VisitsPage(const PageContext &context, QWidget *parent = nullptr);

    QString title() const override;
    void open(const Target &target) override;
    void refresh() override;
    void dataChanged(const ffp::ChangeSummary &summary) override;
    void newVisit() override;

    TableView &table() { return *m_table; }
    TableView &drafts() { return *m_drafts; }

Q_SIGNALS:
    void loaded();

private:
    struct Draft {
        RecordId household;
        qint64 savedAtMs = 0;
        QString headName;
        QString areaName;
    };
    struct Line {
        QStringList cells;
        RecordId visit;
        qint64 householdRid = 0;
    };
    struct Loaded {
        std::vector<Line> visits;
        std::vector<Draft> drafts;
    };
    QWidget *buildFilterBar();
    QWidget *buildDrafts();
    static Result<Loaded> read(Session &session, YearMonth month);
    void load();
    void showLoaded(Loaded loaded);
    void showDrafts(const std::vector<Draft> &drafts);
    void filter();
    void openRow(const QModelIndex &index, const QString &page);

    PageContext m_context;
    std::vector<Line> m_lines;
    quint64 m_generation = 0;
    QComboBox *m_month;
    QLineEdit *m_text;
    QLabel *m_count;
    MessageBar *m_message;
    QWidget *m_draftBox;
    TextTableModel *m_draftModel;
    TableView *m_drafts;
    TextTableModel *m_model;
    TableView *m_table;
};

} // namespace ffp::ui
