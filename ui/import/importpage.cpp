// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importpage.h"

#include "core/domain/codelist.h"
#include "core/jobs/job.h"
#include "ui/common/fieldtext.h"
#include "ui/common/findingtext.h"
#include "ui/common/icons.h"
#include "ui/common/jobdialog.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/import/findingmodel.h"
#include "ui/import/heldrowsdialog.h"
#include "ui/models/texttablemodel.h"
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
#include <QTabWidget>
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

QString kindText(const QString &kind)
{
    return codeText("import_kind", kind);
}

QString counts(const ImportCounts &c)
{
    if (c.fresh + c.changed + c.unchanged == 0)
        return {};
    return ImportPage::tr("%1 new, %2 changed").arg(c.fresh).arg(c.changed);
}

QString countUnless(bool without, qint64 count)
{
    return without ? QString() : QString::number(count);
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
    m_summary = new QLabel(page);
    m_summary->setWordWrap(true);
    setTextRole(m_summary, TextRole::Heading);
    m_fileModel = new TextTableModel(this);
    m_fileTable = new TableView(page);
    m_fileTable->setModel(m_fileModel);
    m_fileTable->setAccessibleName(tr("Files"));
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_summary);
    layout->addWidget(m_fileTable);
    layout->addWidget(buildTabs(), 1);
    layout->addWidget(buildFooter());
    connect(m_fileTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ImportPage::showFile);
    page->setFocusProxy(m_fileTable);
    return page;
}

QWidget *ImportPage::buildTabs()
{
    m_tabs = new QTabWidget(this);
    auto *findings = new QWidget(m_tabs);
    m_severity = new QComboBox(findings);
    m_severity->setAccessibleName(tr("Which findings"));
    m_findings = new FindingModel(this);
    m_findingTable = new TableView(findings);
    m_findingTable->setModel(m_findings);
    m_findingTable->setAccessibleName(tr("Findings"));
    m_findingTable->setEmptyText(tr("Nothing to say about this file."));
    m_sentence = new QLabel(findings);
    m_sentence->setWordWrap(true);
    m_sentence->setTextFormat(Qt::PlainText);
    auto *layout = new QVBoxLayout(findings);
    layout->setContentsMargins(0, kGap, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_severity, 0, Qt::AlignLeft);
    layout->addWidget(m_findingTable, 1);
    layout->addWidget(m_sentence);
    m_tabs->addTab(findings, tr("Findings"));
    const auto table = [this](TextTableModel *&model, TableView *&view, const QString &title) {
        model = new TextTableModel(this);
        view = new TableView(m_tabs);
        view->setModel(model);
        view->setAccessibleName(title);
        m_tabs->addTab(view, title);
    };
    table(m_rowModel, m_rowTable, tr("First rows"));
    table(m_columnModel, m_columnTable, tr("Columns"));
    m_changeColumns = new QPushButton(tr("Co&lumns and fields…"), m_tabs);
    m_tabs->setCornerWidget(m_changeColumns);
    connect(m_changeColumns, &QPushButton::clicked, this, &ImportPage::chooseColumns);
    connect(m_severity, &QComboBox::currentIndexChanged, this, &ImportPage::showFindings);
    connect(m_findingTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                m_sentence->setText(index.siblingAtColumn(FindingModel::Sentence).data().toString());
            });
    return m_tabs;
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
    return onlyCompared ? comparedText()
                        : tr("Nothing changed: what these files hold is in the register already.");
}

QString ImportPage::comparedText() const
{
    qint64 rows = 0;
    qint64 matched = 0;
    qint64 unmatched = 0;
    for (const FilePreview &file : *m_files) {
        rows += file.compared;
        matched += file.matched;
        unmatched += file.unmatched;
    }
    return tr("Compared %1 rows: %2 persons are in the register, %3 are not; nothing of it is stored yet.")
        .arg(rows)
        .arg(matched)
        .arg(unmatched);
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
    m_changeColumns->setVisible(!done);
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
    showSummary();
}

void ImportPage::setFiles(std::vector<FilePreview> files)
{
    m_files = std::make_shared<const std::vector<FilePreview>>(std::move(files));
    showFiles();
    m_tabs->setCurrentIndex(0);
}

void ImportPage::showSummary()
{
    qint64 rows = 0;
    qint64 in = 0;
    qint64 same = 0;
    qint64 aside = 0;
    size_t compared = 0;
    for (const FilePreview &file : *m_files) {
        rows += file.rows - file.compared;
        in += file.imported;
        same += file.unchanged;
        aside += file.setAside;
        compared += file.onlyCompared;
    }
    const QString text = m_step == Step::Done
                             ? tr("%1 rows: %2 were loaded, %3 were known already, %4 were set aside.")
                             : tr("%1 rows: %2 will be loaded, %3 are known already, %4 will be set aside.");
    QStringList sentences;
    if (compared > 0)
        sentences << comparedText();
    if (compared < m_files->size())
        sentences << text.arg(rows).arg(in).arg(same).arg(aside);
    else if (aside > 0)
        sentences << tr("%1 rows could not be compared.").arg(aside);
    m_summary->setText(sentences.join(u' '));
    m_run->setEnabled(in > 0 || aside > 0);
}

void ImportPage::showFiles()
{
    // Sheets and counts that no file has are left out.
    const auto any = [this](const std::function<QString(const FilePreview &)> &text) {
        return std::any_of(m_files->begin(), m_files->end(),
                           [&text](const FilePreview &file) { return !text(file).isEmpty(); });
    };
    struct Shown {
        TextTableModel::Column column;
        std::function<QString(const FilePreview &)> text;
    };
    const std::vector<Shown> all{
        {{tr("File")}, [](const FilePreview &f) { return QFileInfo(f.file).fileName(); }},
        {{tr("Kind")}, [](const FilePreview &f) { return kindText(f.kind); }},
        {{tr("Sheet")}, [](const FilePreview &f) { return f.sheet; }},
        {{tr("Rows"), true}, [](const FilePreview &f) { return QString::number(f.rows); }},
        {{tr("Loaded"), true}, [](const FilePreview &f) { return countUnless(f.onlyCompared, f.imported); }},
        {{tr("Known"), true}, [](const FilePreview &f) { return countUnless(f.onlyCompared, f.unchanged); }},
        {{tr("In the register"), true},
         [](const FilePreview &f) { return countUnless(!f.onlyCompared, f.matched); }},
        {{tr("Not in it"), true},
         [](const FilePreview &f) { return countUnless(!f.onlyCompared, f.unmatched); }},
        {{tr("Set aside"), true}, [](const FilePreview &f) { return QString::number(f.setAside); }},
        {{tr("Households")}, [](const FilePreview &f) { return counts(f.households); }},
        {{tr("Persons")}, [](const FilePreview &f) { return counts(f.members); }},
        {{tr("Visits")}, [](const FilePreview &f) { return counts(f.visits); }},
    };
    std::vector<TextTableModel::Column> columns;
    std::vector<TextTableModel::Row> rows(m_files->size());
    for (const Shown &shown : all) {
        if (!any(shown.text))
            continue;
        columns.push_back(shown.column);
        for (size_t i = 0; i < rows.size(); ++i)
            rows[i].cells << shown.text((*m_files)[i]);
    }
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i].flagged = (*m_files)[i].setAside > 0;
    m_fileModel->setTable(std::move(columns), std::move(rows));
    m_fileTable->fitColumns();
    constexpr int kMostRows = 6;
    m_fileTable->fitHeight(kMostRows);
    if (!m_files->empty())
        m_fileTable->selectRow(0);
    showFile();
}

void ImportPage::showFile()
{
    const auto file = static_cast<size_t>(qMax(0, m_fileTable->currentIndex().row()));
    if (file >= m_files->size())
        return;
    const FilePreview &shown = (*m_files)[file];
    {
        const QSignalBlocker quiet(m_severity);
        m_severity->clear();
        m_severity->addItem(tr("All findings (%1)").arg(shown.findings.size()));
        for (const auto &[severity, text] : {std::pair(FindingSeverity::Error, tr("Set aside (%1)")),
                                             std::pair(FindingSeverity::Warning, tr("Please check (%1)")),
                                             std::pair(FindingSeverity::Info, tr("Put right (%1)"))})
            m_severity->addItem(text.arg(countOf(shown, severity)), static_cast<int>(severity));
    }
    showFindings();
    std::vector<TextTableModel::Column> headers;
    std::vector<TextTableModel::Row> columns;
    for (const auto &[header, field] : shown.columns) {
        headers.push_back({header});
        const QString unknown = shown.onlyCompared ? tr("not read") : tr("kept as text only");
        columns.push_back({{header, field.isEmpty() ? unknown : field}, {}, {}, false, field.isEmpty()});
    }
    std::vector<TextTableModel::Row> first;
    for (const QStringList &cells : shown.firstRows)
        first.push_back({cells, {}, {}});
    m_rowModel->setTable(std::move(headers), std::move(first));
    m_rowTable->fitColumns();
    m_columnModel->setTable({{tr("Header in the file")}, {tr("Goes into")}}, std::move(columns));
    m_columnTable->fitColumns();
}

void ImportPage::showFindings()
{
    const QVariant severity = m_severity->currentData();
    m_findings->setFindings(m_files, static_cast<size_t>(qMax(0, m_fileTable->currentIndex().row())),
                            severity.isValid() ? std::optional(static_cast<FindingSeverity>(severity.toInt()))
                                               : std::nullopt);
    m_findingTable->fitColumns();
    m_sentence->clear();
    if (m_findings->rowCount() > 0)
        m_findingTable->selectRow(0);
}

} // namespace ffp::ui
