// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/documentview.h"

#include "ui/common/icons.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/models/documenttablemodel.h"
#include "ui/printing/documentfile.h"
#include "ui/printing/printpreview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ffp::ui {

DocumentView::DocumentView(const QString &accessibleName, Used used, QWidget *parent)
    : QWidget(parent),
      m_used(std::move(used)),
      m_model(new DocumentTableModel(this))
{
    m_table = new TableView(this);
    m_table->setModel(m_model);
    m_table->setAccessibleName(accessibleName);
    m_message = new MessageBar(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(kGap);
    column->addWidget(m_message);
    m_notes = new QLabel(this);
    m_notes->setWordWrap(true);
    m_notes->hide();
    setTextRole(m_notes, TextRole::Hint);
    column->addWidget(m_table, 1);
    column->addWidget(m_notes);
    column->addWidget(buildActions());
    setFocusProxy(m_table);
}

QWidget *DocumentView::buildActions()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    m_totals = new QLabel(bar);
    m_totals->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    row->addWidget(m_totals, 1);
    const auto add = [&](const QString &text, const char *picture, auto act) {
        auto *button = new QPushButton(icon(picture), text, bar);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, act);
        row->addWidget(button);
        m_outputs.push_back(button);
        return button;
    };
    add(tr("Save as &workbook…"), "export", [this] { saveAs(QStringLiteral(".xlsx")); });
    add(tr("Save as P&DF…"), "save", [this] { saveAs(QStringLiteral(".pdf")); });
    QPushButton *print = add(tr("Prin&t preview…"), "print", [this] { preview(); });
    print->setIcon(icon("print", colors().onAccent));
    setPrimary(print);
    return bar;
}

void DocumentView::setReading()
{
    for (QPushButton *button : m_outputs)
        button->setEnabled(false);
    m_totals->setText(tr("Reading…"));
}

void DocumentView::setTotals(const QString &text)
{
    m_totals->setText(text);
}

void DocumentView::setNotes(const QString &text)
{
    m_notes->setText(text);
    m_notes->setVisible(!text.isEmpty());
}

void DocumentView::setDocument(DocumentPtr printed, DocumentPtr screen)
{
    const bool sameColumns = m_model->document() && screen
                             && m_model->document()->columns.size() == screen->columns.size();
    m_printed = std::move(printed);
    m_model->setDocument(std::move(screen));
    if (m_model->document() && !sameColumns)
        m_table->fitColumns();
    for (QPushButton *button : m_outputs)
        button->setEnabled(m_model->document() != nullptr);
    setTotals({});
    setNotes({});
}

void DocumentView::preview()
{
    const auto document = m_printed;
    if (!document)
        return;
    auto *dialog = new PrintPreview(document, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowModality(Qt::WindowModal);
    connect(dialog, &PrintPreview::used, this, &DocumentView::logUse);
    dialog->show();
}

void DocumentView::saveAs(const QString &ending)
{
    const auto document = m_printed;
    if (!document)
        return;
    saveDocument(this, document, ending, [this](const SavedDocument &saved) {
        if (!saved.report) {
            m_message->showError(saved.report.error());
            return;
        }
        m_message->show(NoticeKind::Good, savedText(saved));
        logUse(saved.format, saved.report->pages);
    });
}

void DocumentView::logUse(const QString &how, int pages)
{
    if (const auto logged = m_used(how, pages); !logged)
        m_message->showError(logged.error());
}

} // namespace ffp::ui
