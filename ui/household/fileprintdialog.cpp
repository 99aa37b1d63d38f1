// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/fileprintdialog.h"

#include "ui/common/fieldtext.h"
#include "ui/common/jobdialog.h"
#include "ui/common/messagebar.h"
#include "ui/common/theme.h"
#include "ui/printing/printpreview.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace ffp::ui {

FilePrintDialog::FilePrintDialog(const PageContext &context, RecordId household, QWidget *parent)
    : QDialog(parent),
      m_context(context),
      m_household(household)
{
    setWindowTitle(tr("Print the household's file"));
    m_message = new MessageBar(this);
    m_revealed = new QCheckBox(tr("Show sensitive values in full (is recorded)"), this);
    auto *hint = new QLabel(tr("Scans cannot be masked; each one that is printed is recorded."), this);
    hint->setWordWrap(true);
    setTextRole(hint, TextRole::Hint);
    auto *buttons = new QDialogButtonBox(this);
    auto *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setAutoDefault(false);
    m_action = buttons->addButton(tr("Preview and print…"), QDialogButtonBox::AcceptRole);
    setPrimary(m_action);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 3, kGap * 2, kGap * 3, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(m_message);
    layout->addWidget(makeParts());
    layout->addWidget(m_revealed);
    layout->addWidget(hint);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &FilePrintDialog::preview);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    updateAction();
}

QWidget *FilePrintDialog::makeParts()
{
    constexpr int kColumns = 2;
    auto *box = new QWidget(this);
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    int place = 0;
    for (const FilePart part : fileParts()) {
        auto *choice = new QCheckBox(filePartLabel(part, windowLanguage()), box);
        choice->setChecked(true);
        connect(choice, &QCheckBox::toggled, this, &FilePrintDialog::updateAction);
        m_parts[part] = choice;
        grid->addWidget(choice, place / kColumns, place % kColumns);
        ++place;
    }
    auto *all = new QPushButton(tr("All"), box);
    auto *none = new QPushButton(tr("None"), box);
    for (QPushButton *button : {all, none})
        button->setAutoDefault(false);
    auto *row = new QHBoxLayout;
    row->addWidget(all);
    row->addWidget(none);
    row->addStretch(1);
    grid->addLayout(row, place / kColumns + 1, 0, 1, kColumns);
    connect(all, &QPushButton::clicked, this, [this] { setAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { setAll(false); });
    return box;
}

void FilePrintDialog::setAll(bool chosen)
{
    for (const auto &[part, choice] : m_parts)
        choice->setChecked(chosen);
}

void FilePrintDialog::updateAction()
{
    m_action->setEnabled(!request().parts.empty());
}

HouseholdFileRequest FilePrintDialog::request() const
{
    HouseholdFileRequest request;
    request.household = m_household;
    request.revealed = m_revealed->isChecked();
    for (const auto &[part, choice] : m_parts)
        if (choice->isChecked())
            request.parts.push_back(part);
    return request;
}

void FilePrintDialog::preview()
{
    m_message->clear();
    const HouseholdFileRequest wanted = request();
    JobDialog::run<TableDocument>(
        this, windowTitle(),
        [session = &m_context.session, wanted](Progress &progress) {
            return makeHouseholdFile(*session, wanted, progress);
        },
        [this, wanted](Result<TableDocument> file) {
            if (file) {
                showPages(wanted, std::move(*file));
                return;
            }
            if (file.error().kind != ErrorKind::Cancelled)
                m_message->showError(file.error());
            Q_EMIT refused();
        });
}

void FilePrintDialog::showPages(const HouseholdFileRequest &request, TableDocument file)
{
    auto *window = new PrintPreview(std::make_shared<const TableDocument>(std::move(file)), parentWidget());
    window->setAttribute(Qt::WA_DeleteOnClose);
    connect(window, &PrintPreview::used, window,
            [session = &m_context.session, request, window](const QString &how, int pages) {
                if (const auto noted = recordHouseholdFileUse(*session, request, how, pages); !noted)
                    window->showError(noted.error());
            });
    window->open();
    Q_EMIT previewed(window);
    accept();
}

} // namespace ffp::ui
