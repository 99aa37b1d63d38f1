// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/reports/document.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;

namespace ffp::ui {

class DocumentTableModel;
class MessageBar;
class TableView;

/// A table on the screen with the ways out of it: workbook, PDF, print preview.
class DocumentView : public QWidget
{
    Q_OBJECT

public:
    using DocumentPtr = std::shared_ptr<const TableDocument>;
    /// Writes to the access log that the table left the program, how ("print", "pdf" …), on how many pages.
    using Used = std::function<Result<>(const QString &how, int pages)>;

    DocumentView(const QString &accessibleName, Used used, QWidget *parent = nullptr);

    TableView &table() { return *m_table; }
    MessageBar &message() { return *m_message; }
    const DocumentTableModel &model() const { return *m_model; }
    const DocumentPtr &printed() const { return m_printed; }

    /// `screen` is shown, `printed` goes out; null empties the view.
    void setDocument(DocumentPtr printed, DocumentPtr screen);
    /// While another one is being made.
    void setReading();
    void setTotals(const QString &text);
    /// What the figures mean, over the buttons.
    void setNotes(const QString &text);
    void preview();
    /// ".xlsx" or ".pdf".
    void saveAs(const QString &ending);

private:
    QWidget *buildActions();
    void logUse(const QString &how, int pages);

    Used m_used;
    DocumentTableModel *m_model;
    DocumentPtr m_printed;
    TableView *m_table;
    MessageBar *m_message;
    QLabel *m_notes;
    QLabel *m_totals;
    std::vector<QPushButton *> m_outputs;
};

} // namespace ffp::ui
