// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says about the columns of a file: of one that the page shows, and of one that could not be
// read because nobody knew what it is.
#include "ui/common/jobdialog.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/import/importpage.h"

#include <algorithm>

namespace ffp::ui {

ColumnsDialog::Choices ImportPage::choicesFor(const FilePreview &file) const
{
    ColumnsDialog::Choices choices;
    choices.sheetIsFree = m_files->size() == 1; // the other files may have no sheet of that name
    const DivisionTable &divisions = m_context.session.divisions();
    const AreaCode site = m_context.session.site().area;
    const bool isList = file.kind == QStringLiteral("registered") || file.kind == QStringLiteral("edge");
    // Villages of one name in two townships, or in two counties of a city, are told apart.
    const auto from = std::min(AreaLevel(int(site.level()) + 1), AreaLevel::Township);
    if (isList && !file.namesVillages && site.level() != AreaLevel::Village)
        for (const AreaCode &village : divisions.descendants(site, AreaLevel::Village))
            choices.villages.emplace_back(village, divisions.fullName(village, from));
    choices.village = AreaCode::fromString(m_options.villages.value(QString()));
    return choices;
}

ColumnsDialog *ImportPage::columnsDialog()
{
    const auto file = static_cast<size_t>(qMax(0, m_fileTable->currentIndex().row()));
    if (m_busy || m_step != Step::Preview || file >= m_files->size())
        return nullptr;
    const FilePreview &shown = (*m_files)[file];
    return new ColumnsDialog(shown, choicesFor(shown), this);
}

void ImportPage::chooseColumns()
{
    ColumnsDialog *dialog = columnsDialog();
    if (!dialog)
        return;
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { readWith(*dialog); });
    dialog->open();
}

void ImportPage::readWith(const ColumnsDialog &dialog)
{
    preview(m_paths, optionsWith(dialog, m_options));
}

ImportOptions ImportPage::optionsWith(const ColumnsDialog &dialog, ImportOptions options)
{
    if (dialog.sheetIsChosen()) {
        options.sheet = dialog.sheet();
        options.mapping.clear(); // what was said of the columns of the other one
    }
    if (dialog.kindIsChosen())
        options.kinds.insert(dialog.file(), dialog.kind());
    options.mapping.insert(dialog.changes());
    if (dialog.asksVillage())
        options.villages.remove(QString());
    if (const AreaCode village = dialog.village(); !village.isNull())
        options.villages.insert(QString(), village.toString());
    return options;
}

void ImportPage::offerColumns(const Unread &unread, const Error &error)
{
    if (error.kind == ErrorKind::UnknownFileKind || error.kind == ErrorKind::MissingColumn)
        m_message->offer(tr("Co&lumns and fields…"), [this, unread] { lookAt(unread); });
}

void ImportPage::lookAt(const Unread &unread)
{
    if (m_busy)
        return;
    m_busy = true;
    JobDialog::run<FilePreview>(
        this, tr("Reading the files"),
        [unread](Progress &progress) { return ImportService::look(unread.file, unread.options, progress); },
        [this, unread](Result<FilePreview> look) {
            m_busy = false;
            if (!look) {
                fail(look.error());
                return;
            }
            askAbout(*look, unread);
        });
}

void ImportPage::askAbout(const FilePreview &look, const Unread &unread)
{
    ColumnsDialog::Choices choices;
    choices.sheetIsFree = unread.files.size() == 1;
    choices.kindIsFree = true;
    auto *dialog = new ColumnsDialog(look, choices, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, unread] {
        const ImportOptions options = optionsWith(*dialog, unread.options);
        if (dialog->sheetIsChosen()) // its columns have to be asked for, too
            lookAt({unread.files, options, unread.file});
        else
            preview(unread.files, options);
    });
    dialog->open();
}

} // namespace ffp::ui
