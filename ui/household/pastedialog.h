// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/pasteservice.h"
#include "ui/common/busydialog.h"

class QComboBox;
class QLabel;
class QListWidget;
class QPushButton;
class QTableWidget;

namespace ffp::ui {

class MessageBar;

/// Rows from a spreadsheet before they go into a household: what each column is, the cells to correct, and
/// what is wrong with them. First they are checked, then written, all of them.
class PasteDialog : public BusyDialog
{
    Q_OBJECT

public:
    PasteDialog(Session &session, Paste paste, QWidget *parent = nullptr);
    ~PasteDialog() override;

    /// The error with a name for what was pasted where sentences name a file.
    static Error named(Error error);
    /// What the button does: checks what was typed since, then writes.
    void apply();
    /// Takes the chosen rows out.
    void takeOut();

    QTableWidget &table() { return *m_table; }
    QComboBox *field(int column) const;
    QListWidget &findings() { return *m_findings; }
    MessageBar &message() { return *m_message; }
    QPushButton &action() { return *m_action; }

Q_SIGNALS:
    /// The answer to apply() is on the screen.
    void answered();

private:
    void updateAction() override;
    void fill();
    QComboBox *makeField(int column, const std::vector<ImportTarget> &targets);
    Paste paste() const;
    void edited();
    void check();
    void write();
    void showPreview(const FilePreview &preview);
    void markCell(const ImportFinding &finding, const QString &sentence);

    std::shared_ptr<PasteService> m_service;
    Paste m_paste;
    bool m_checked = false;
    bool m_mayWrite = false;
    MessageBar *m_message;
    QTableWidget *m_table; ///< row 0 says what the columns are
    QLabel *m_summary;
    QListWidget *m_findings;
    QPushButton *m_takeOut;
    QPushButton *m_cancel;
    QPushButton *m_action;
};

} // namespace ffp::ui
