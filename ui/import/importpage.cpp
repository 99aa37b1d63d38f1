// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importpage.h"

#include "core/domain/codelist.h"
#include "core/jobs/job.h"
#include "ui/common/fieldtext.h"
#include "ui/common/findingtext.h"
#include "ui/common/icons.h"
#include "ui/common/jobdialog.h"
#include "ui/common/messagebar.h"
#include "ui/common/theme.h"
#include "ui/import/heldrowsdialog.h"
#include "ui/import/importpreview.h"
#include "ui/platform/dialogs.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace ffp::ui {
namespace {

QStringList localFiles(const QMimeData *data)
{
    QStringList files;
    for (const QUrl &url : data->urls())
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile())
            files << url.toLocalFile();
    return files;
}

/// A name that is not taken yet, beside the file when that folder can be written.
QString reportBeside(const QString &file, qint64 nowMs)
{
    const QFileInfo source(file);
    const bool writable = QFileInfo(source.absolutePath()).isWritable();
    const QString folder = writable ? source.absolutePath()
                                    : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString stamp = instantText(nowMs).remove(u'-').remove(u':').replace(u' ', u'-');
    const QString name = ImportPage::tr("%1-set-aside-%2").arg(source.completeBaseName(), stamp);
    QString path = QStringLiteral("%1/%2.xlsx").arg(folder, name);
    for (int more = 2; QFileInfo::exists(path); ++more)
        path = QStringLiteral("%1/%2-%3.xlsx").arg(folder, name).arg(more);
    return path;
}

QLabel *centred(const QString &text, TextRole role, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    setTextRole(label, role);
    return label;
}

} // namespace

ImportPage::ImportPage(const PageContext &context, QWidget *parent)
    : Page(parent),
      m_context(context),
      m_files(std::make_shared<const std::vector<FilePreview>>())
{
    setAcceptDrops(true);
    m_message = new MessageBar(this);
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(buildChoose());
    m_stack->addWidget(buildPreview());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap);
    layout->setSpacing(kGap);
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
    setStep(Step::Choose);
    countHeld();
}

ImportPage::~ImportPage() = default;

QWidget *ImportPage::buildChoose()
{
    auto *page = new QFrame(this);
    page->setProperty("card", true);
    auto *picture = new QLabel(page);
    constexpr int kPicture = 48;
    picture->setPixmap(icon("import", colors().muted).pixmap(kPicture, kPicture));
    picture->setAlignment(Qt::AlignCenter);
    auto *files = new QPushButton(tr("&Choose files…"), page);
    setPrimary(files);
    m_kind = new QComboBox(page);
    m_kind->addItem(tr("Recognise the kind of file"), QStringLiteral("auto"));
    for (const Code &code : codeList("import_kind")->codes)
        m_kind->addItem(codeLabel(code), QLatin1String(code.code));
    m_kind->setAccessibleName(tr("Kind of file"));
    m_marks = new QCheckBox(tr("In these files √ means yes and × means no"), page);
    m_held = new QPushButton(page);
    m_held->hide();
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(kGap * 3, kGap * 3, kGap * 3, kGap * 3);
    layout->setSpacing(kGap);
    layout->addStretch(1);
    layout->addWidget(picture);
    layout->addWidget(centred(tr("Drop workbooks here, or choose them"), TextRole::Heading, page));
    layout->addWidget(
        centred(tr("xlsx, xls, ods or csv: lists of households and members, sheets of the year, visit logs, "
                   "lists of departments. First you see what would happen; nothing is written before you "
                   "say so."),
                TextRole::Hint, page));
    layout->addSpacing(kGap);
    layout->addWidget(files, 0, Qt::AlignHCenter);
    layout->addSpacing(kGap);
    layout->addWidget(m_kind, 0, Qt::AlignHCenter);
    layout->addWidget(m_marks, 0, Qt::AlignHCenter);
    layout->addSpacing(kGap);
    layout->addWidget(m_held, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    connect(m_held, &QPushButton::clicked, this, &ImportPage::showHeld);
    connect(files, &QPushButton::clicked, this, &ImportPage::choose);
    page->setFocusProxy(files);
    return page;
}

QWidget *ImportPage::buildPreview()
{
    auto *page = new QWidget(this);
    m_preview = new ImportPreview(page);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_preview, 1);
    layout->addWidget(buildFooter());
    connect(m_preview, &ImportPreview::columnsWanted, this, &ImportPage::chooseColumns);
    connect(&m_preview->differences(), &DifferencesView::chosen, this, &ImportPage::chooseSides);
    page->setFocusProxy(m_preview);
    return page;
}

QWidget *ImportPage::buildFooter()
{
    auto *footer = new QWidget(this);
    m_reportText = new QLabel(footer);
    m_reportText->setWordWrap(true);
    setTextRole(m_reportText, TextRole::Hint);
    m_changeReport = new QPushButton(tr("Another place…"), footer);
    m_openReport = new QPushButton(tr("&Open the rows set aside"), footer);
    m_undo = new QPushButton(icon("undo"), tr("&Take this import back"), footer);
    m_other = new QPushButton(footer);
    m_run = new QPushButton(tr("&Import now"), footer);
    setPrimary(m_run);
    auto *layout = new QHBoxLayout(footer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_reportText, 1);
    for (QPushButton *button : {m_changeReport, m_openReport, m_undo, m_other, m_run})
        layout->addWidget(button);
    connect(m_changeReport, &QPushButton::clicked, this, &ImportPage::chooseReport);
    connect(m_openReport, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_result.report)); });
    connect(m_undo, &QPushButton::clicked, this, &ImportPage::takeBack);
    connect(m_other, &QPushButton::clicked, this, [this] { setStep(Step::Choose); });
    connect(m_run, &QPushButton::clicked, this, &ImportPage::importNow);
    return footer;
}

QString ImportPage::title() const
{
    return tr("Import");
}

void ImportPage::open(const Target &target)
{
    if (const QStringList files = target.args.value(QStringLiteral("files")).toStringList(); !files.isEmpty())
        read(files);
}

bool ImportPage::escape()
{
    if (m_step == Step::Choose)
        return false;
    setStep(Step::Choose);
    return true;
}

void ImportPage::dataChanged(const ChangeSummary &)
{
    countHeld();
}

void ImportPage::countHeld()
{
    runJob<qint64>(
        this, [&session = m_context.session](Progress &) { return HeldRowService(session).count(); },
        [this](Result<qint64> count) {
            m_held->setText(tr("&Rows set aside (%1)…").arg(count.value_or(0)));
            m_held->setVisible(count.value_or(0) > 0);
        });
}

void ImportPage::showHeld()
{
    auto *dialog = new HeldRowsDialog(m_context.session, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ImportPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportPage::dropEvent(QDropEvent *event)
{
    const QStringList files = localFiles(event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    read(files);
}

void ImportPage::choose()
{
    const QStringList files = dialogs().openFiles(this, tr("Files to import"), {},
                                                  tr("Tables (*.xlsx *.xls *.ods *.csv);;All files (*)"));
    if (!files.isEmpty())
        read(files);
}

ImportOptions ImportPage::options(const QStringList &files) const
{
    ImportOptions options;
    options.as = m_kind->currentData().toString();
    options.marksMeanYes = m_marks->isChecked();
    options.language = windowLanguage();
    options.report = reportBeside(files.front(), m_context.session.clock().nowMs());
    options.wording = [](const QString &kind) { return findingText(kind); };
    return options;
}

void ImportPage::read(const QStringList &files)
{
    if (!files.isEmpty())
        preview(files, isShown(files) ? m_options : options(files));
}

bool ImportPage::isShown(const QStringList &files) const
{
    return m_step == Step::Preview && files == m_paths;
}

void ImportPage::preview(const QStringList &files, const ImportOptions &options)
{
    if (m_busy)
        return;
    m_busy = true;
    m_message->clear();
    auto import = std::make_shared<ImportService>(m_context.session);
    JobDialog::run<std::vector<FilePreview>>(
        this, tr("Reading the files"),
        [import, files, options](Progress &progress) { return import->preview(files, options, progress); },
        [this, import, files, options](Result<std::vector<FilePreview>> previews) {
            m_busy = false;
            if (!previews) {
                if (!isShown(files)) // else the last preview of them holds
                    setStep(Step::Choose);
                m_message->showError(previews.error());
                offerColumns({files, options, previews.error().subject.file}, previews.error());
                Q_EMIT settled();
                return;
            }
            m_import = import;
            m_paths = files;
            m_options = options;
            m_result = {};
            setFiles(std::move(*previews));
            setStep(Step::Preview);
            offerMapping();
            Q_EMIT settled();
        });
}

QString ImportPage::outcomeText() const
{
    if (m_result.batch != 0)
        return tr("Imported as number %1. \"Take this import back\" puts everything as it was.")
            .arg(m_result.batch);
    const bool onlyCompared = std::all_of(m_files->begin(), m_files->end(),
                                          [](const FilePreview &file) { return file.onlyCompared; });
    return onlyCompared ? ImportPreview::comparedText(*m_files)
                        : tr("Nothing changed: what these files hold is in the register already.");
}

void ImportPage::importNow()
{
    if (m_busy || m_step != Step::Preview)
        return;
    m_busy = true;
    m_message->clear();
    JobDialog::run<ImportResult>(
        this, tr("Importing"), [import = m_import](Progress &progress) { return import->apply(progress); },
        [this](Result<ImportResult> result) {
            m_busy = false;
            if (!result) { // a new preview is needed in any case
                setStep(Step::Choose);
                fail(result.error());
                return;
            }
            m_result = std::move(*result);
            setFiles(std::move(m_result.files));
            setStep(Step::Done);
            m_message->show(NoticeKind::Good, outcomeText());
            Q_EMIT settled();
        });
}

void ImportPage::takeBack()
{
    if (m_busy || m_result.batch == 0)
        return;
    Question question;
    question.title = tr("Take the import back");
    question.text = tr("Everything that this import brought or changed goes back to what it was before.");
    question.answers = {tr("Take back"), tr("Cancel")};
    question.warning = true;
    if (dialogs().ask(this, question) != 0)
        return;
    m_busy = true;
    JobDialog::run<bool>(
        this, tr("Taking back"),
        [import = m_import, batch = m_result.batch](Progress &) {
            return import->undo(batch).map([] { return true; });
        },
        [this](Result<bool> undone) {
            m_busy = false;
            if (!undone) {
                fail(undone.error());
                return;
            }
            m_result = {};
            setStep(Step::Choose);
            m_message->show(NoticeKind::Good, tr("The import was taken back."));
            Q_EMIT settled();
        },
        JobDialog::Stop::Whole);
}

void ImportPage::chooseReport()
{
    const QString path = dialogs().saveFile(this, tr("Where rows set aside are saved"), m_options.report,
                                            tr("Workbook (*.xlsx);;Text (*.csv)"));
    if (path.isEmpty())
        return;
    ImportOptions options = m_options;
    options.report = path;
    preview(m_paths, options);
}

void ImportPage::fail(const Error &error)
{
    m_message->showError(error);
    Q_EMIT settled();
}

void ImportPage::setStep(Step step)
{
    m_step = step;
    const bool done = step == Step::Done;
    m_stack->setCurrentIndex(step == Step::Choose ? 0 : 1);
    setFocusProxy(m_stack->currentWidget());
    if (isVisible())
        m_stack->currentWidget()->setFocus();
    if (step == Step::Choose)
        return;
    m_run->setVisible(!done);
    m_undo->setVisible(done && m_result.batch != 0);
    m_openReport->setVisible(done && !m_result.report.isEmpty());
    m_other->setText(done ? tr("Import other files") : tr("Cancel"));
    const bool setsAside = std::any_of(m_files->begin(), m_files->end(),
                                       [](const FilePreview &file) { return file.setAside > 0; });
    m_changeReport->setVisible(!done && setsAside);
    QString report = done ? QString() : tr("Nothing has been written yet.");
    if (!done && setsAside)
        report += tr(" Rows with errors will be saved to %1, to be corrected and imported again.")
                      .arg(QFileInfo(m_options.report).fileName());
    if (done && !m_result.report.isEmpty())
        report = tr("Rows set aside: %1").arg(m_result.report);
    m_reportText->setText(report);
    m_reportText->setToolTip(setsAside ? m_options.report : QString());
    m_preview->setDone(done);
    m_run->setEnabled(m_preview->wouldWrite());
}

void ImportPage::setFiles(std::vector<FilePreview> files)
{
    m_files = std::make_shared<const std::vector<FilePreview>>(std::move(files));
    m_preview->setFiles(m_files, m_options.choices);
}

size_t ImportPage::currentFile() const
{
    return m_preview->currentFile();
}

TableView &ImportPage::fileTable()
{
    return m_preview->fileTable();
}

TableView &ImportPage::findingTable()
{
    return m_preview->findingTable();
}

DifferencesView &ImportPage::differences()
{
    return m_preview->differences();
}

QTabWidget &ImportPage::tabs()
{
    return m_preview->tabs();
}

void ImportPage::chooseSides(const ImportChoice &choice, const QString &reason)
{
    if (m_busy || m_step != Step::Preview || currentFile() >= m_files->size())
        return;
    m_busy = true;
    m_message->clear();
    QMap<QString, ImportChoice> choices = m_options.choices;
    choices.insert((*m_files)[currentFile()].file, choice);
    JobDialog::run<std::vector<FilePreview>>(
        this, tr("Comparing again"),
        [import = m_import, choices, reason](Progress &progress) {
            return import->choose(choices, reason, progress);
        },
        [this, choices, reason](Result<std::vector<FilePreview>> previews) {
            m_busy = false;
            if (!previews) {
                fail(previews.error());
                return;
            }
            m_options.choices = choices;
            m_options.reason = reason;
            m_files = std::make_shared<const std::vector<FilePreview>>(std::move(*previews));
            m_preview->update(m_files, choices);
            setStep(Step::Preview);
            Q_EMIT settled();
        });
}

} // namespace ffp::ui
