// SPDX-License-Identifier: GPL-3.0-or-later
// What a person says about the columns of a file: of one that the page shows, and of one that could not be
// read because nobody knew what it is.
#include "core/services/mappingservice.h"
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
    choices.mappings = savedMappings();
    return choices;
}

/// A handful of settings; when they cannot be read the dialog goes without.
std::vector<SavedMapping> ImportPage::savedMappings() const
{
    return MappingService(m_context.session).list().value_or(std::vector<SavedMapping>());
}

ColumnsDialog *ImportPage::columnsDialog()
{
    const size_t file = currentFile();
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
    readWith(dialog, m_paths, optionsWith(dialog, m_options));
}

void ImportPage::readWith(const ColumnsDialog &dialog, const QStringList &files, const ImportOptions &options)
{
    const SavedMapping mapping = dialog.mapping();
    if (mapping.name.isEmpty()) {
        preview(files, options);
        return;
    }
    if (m_busy)
        return;
    m_busy = true;
    JobDialog::run<bool>(
        this, tr("Saving the mapping"),
        [&session = m_context.session, mapping](Progress &) {
            return MappingService(session).save(mapping).map([] { return true; });
        },
        [this, files, options](Result<bool> saved) {
            m_busy = false;
            if (!saved) {
                fail(saved.error());
                return;
            }
            preview(files, options);
        },
        JobDialog::Stop::Whole);
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
    options.units.insert(dialog.units());
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

/// A file that can be read without may be meant otherwise all the same.
void ImportPage::offerMapping()
{
    const auto file = std::find_if(m_files->begin(), m_files->end(),
                                   [](const FilePreview &one) { return !one.mappings.isEmpty(); });
    if (file == m_files->end())
        return;
    const QString name = file->mappings.first();
    m_message->show(NoticeKind::Info,
                    tr("For files with such headers the mapping \"%1\" is saved.").arg(name));
    m_message->offer(tr("Read with it"), [this, name] {
        for (const SavedMapping &mapping : savedMappings()) {
            if (mapping.name != name)
                continue;
            ImportOptions options = m_options;
            mapping.addTo(options);
            preview(m_paths, options);
        }
    });
}

void ImportPage::lookAt(const Unread &unread)
{
    if (m_busy)
        return;
    m_busy = true;
    JobDialog::run<FilePreview>(
        this, tr("Reading the files"),
        [&session = m_context.session, unread](Progress &progress) -> Result<FilePreview> {
            FFP_ASSIGN(FilePreview look, ImportService::look(unread.file, unread.options, progress));
            FFP_ASSIGN(look.mappings, MappingService(session).namesFor(look));
            return look;
        },
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
    choices.mappings = savedMappings();
    auto *dialog = new ColumnsDialog(look, choices, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // What was saved for such files stands there at once; the person still says yes.
    for (const SavedMapping &mapping : choices.mappings)
        if (look.mappings.value(0) == mapping.name)
            dialog->apply(mapping);
    connect(dialog, &QDialog::accepted, this, [this, dialog, unread] {
        const ImportOptions options = optionsWith(*dialog, unread.options);
        if (dialog->sheetIsChosen()) // its columns have to be asked for, too
            lookAt({unread.files, options, unread.file});
        else
            readWith(*dialog, unread.files, options);
    });
    dialog->open();
}

} // namespace ffp::ui
