// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reports/householdfile.h"
#include "ui/common/page.h"

#include <QDialog>

class QCheckBox;
class QPushButton;

namespace ffp::ui {

class MessageBar;
class PrintPreview;

/// 打印户档案: which parts of a household's file, masked or in full; then the preview, from which it is
/// printed or saved. The file is made in a job that can be cancelled.
class FilePrintDialog : public QDialog
{
    Q_OBJECT

public:
    FilePrintDialog(const PageContext &context, RecordId household, QWidget *parent = nullptr);

    QCheckBox &part(FilePart part) { return *m_parts.at(part); }
    QCheckBox &revealed() { return *m_revealed; }
    QPushButton &action() { return *m_action; }
    MessageBar &message() { return *m_message; }
    HouseholdFileRequest request() const;
    void preview();

Q_SIGNALS:
    /// The pages are being laid out in a window of their own, or why not.
    void previewed(ffp::ui::PrintPreview *window);
    void refused();

private:
    QWidget *makeParts();
    void setAll(bool chosen);
    void updateAction();
    void showPages(const HouseholdFileRequest &request, TableDocument file);

    PageContext m_context;
    RecordId m_household;
    std::map<FilePart, QCheckBox *> m_parts;
    QCheckBox *m_revealed;
    MessageBar *m_message;
    QPushButton *m_action;
};

} // namespace ffp::ui
