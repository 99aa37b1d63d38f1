// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/importpreview.h"

#include "ui/common/fieldtext.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/import/findingmodel.h"
#include "ui/models/texttablemodel.h"

#include <QComboBox>
#include <QFileInfo>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ffp::ui {
namespace {

constexpr int kDifferences = 1; ///< its tab

QString kindText(const QString &kind)
{
    return codeText("import_kind", kind);
}

QString counts(const ImportCounts &c)
{
    if (c.fresh + c.changed + c.unchanged == 0)
        return {};
    return ImportPreview::tr("%1 new, %2 changed").arg(c.fresh).arg(c.changed);
}

QString countUnless(bool without, qint64 count)
{
    return without ? QString() : QString::number(count);
}

} // namespace

ImportPreview::ImportPreview(QWidget *parent)
    : QWidget(parent),
      m_files(std::make_shared<const std::vector<FilePreview>>())
{
    m_summary = new QLabel(this);
    m_summary->setWordWrap(true);
    setTextRole(m_summary, TextRole::Heading);
    m_fileModel = new TextTableModel(this);
    m_fileTable = new TableView(this);
    m_fileTable->setModel(m_fileModel);
    m_fileTable->setAccessibleName(tr("Files"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_summary);
    layout->addWidget(m_fileTable);
    layout->addWidget(buildTabs(), 1);
    connect(m_fileTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &ImportPreview::showFile);
    setFocusProxy(m_fileTable);
}

QWidget *ImportPreview::buildTabs()
{
    m_tabs = new QTabWidget(this);
    m_tabs->addTab(buildFindings(), tr("Findings"));
    m_differences = new DifferencesView(m_tabs);
    m_tabs->insertTab(kDifferences, m_differences, tr("Differences"));
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
    connect(m_changeColumns, &QPushButton::clicked, this, &ImportPreview::columnsWanted);
    return m_tabs;
}

QWidget *ImportPreview::buildFindings()
{
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
    connect(m_severity, &QComboBox::currentIndexChanged, this, &ImportPreview::showFindings);
    connect(m_findingTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &index) {
                m_sentence->setText(index.siblingAtColumn(FindingModel::Sentence).data().toString());
            });
    return findings;
}

QString ImportPreview::comparedText(const std::vector<FilePreview> &files)
{
    qint64 rows = 0;
    qint64 matched = 0;
    qint64 unmatched = 0;
    for (const FilePreview &file : files) {
        rows += file.compared;
        matched += file.matched;
        unmatched += file.unmatched;
    }
    return tr("Compared %1 rows: %2 persons are in the register, %3 are not; nothing of it is stored yet.")
        .arg(rows)
        .arg(matched)
        .arg(unmatched);
}

void ImportPreview::setFiles(Files files, const QMap<QString, ImportChoice> &choices)
{
    m_files = std::move(files);
    m_choices = choices;
    showFiles();
    m_tabs->setCurrentIndex(0);
}

void ImportPreview::update(Files files, const QMap<QString, ImportChoice> &choices)
{
    const int row = m_fileTable->currentIndex().row();
    m_files = std::move(files);
    m_choices = choices;
    const QSignalBlocker quiet(m_fileTable->selectionModel());
    showFiles();
    m_fileTable->selectRow(row);
    showFile();
}

void ImportPreview::setDone(bool done)
{
    m_done = done;
    m_changeColumns->setVisible(!done);
    showSummary();
    showDifferences();
}

bool ImportPreview::wouldWrite() const
{
    return std::any_of(m_files->begin(), m_files->end(),
                       [](const FilePreview &file) { return file.imported > 0 || file.setAside > 0; });
}

size_t ImportPreview::currentFile() const
{
    return static_cast<size_t>(qMax(0, m_fileTable->currentIndex().row()));
}

void ImportPreview::showSummary()
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
    const QString text = m_done
                             ? tr("%1 rows: %2 were loaded, %3 were known already, %4 were set aside.")
                             : tr("%1 rows: %2 will be loaded, %3 are known already, %4 will be set aside.");
    QStringList sentences;
    if (compared > 0)
        sentences << comparedText(*m_files);
    if (compared < m_files->size())
        sentences << text.arg(rows).arg(in).arg(same).arg(aside);
    else if (aside > 0)
        sentences << tr("%1 rows could not be compared.").arg(aside);
    if (const QString text = differencesText(); !text.isEmpty())
        sentences << text;
    m_summary->setText(sentences.join(u' '));
}

QString ImportPreview::differencesText() const
{
    using Which = DifferenceModel::Which;
    qsizetype typed = 0;
    qsizetype kept = 0;
    for (const FilePreview &file : *m_files) {
        typed += DifferenceModel::count(file, Which::TypedHere);
        kept += DifferenceModel::count(file, Which::Kept);
    }
    if (m_done || typed + kept == 0)
        return {};
    return tr("%1 values that were typed here are said otherwise; %2 values stay as they are here.")
        .arg(typed)
        .arg(kept);
}

void ImportPreview::showFiles()
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
        {{tr("Spells of work")}, [](const FilePreview &f) { return counts(f.jobs); }},
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

void ImportPreview::showFile()
{
    if (currentFile() >= m_files->size())
        return;
    const FilePreview &shown = (*m_files)[currentFile()];
    fillSeverities(shown);
    showFindings();
    showDifferences();
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

void ImportPreview::showFindings()
{
    const QVariant severity = m_severity->currentData();
    m_findings->setFindings(m_files, currentFile(),
                            severity.isValid() ? std::optional(static_cast<FindingSeverity>(severity.toInt()))
                                               : std::nullopt);
    m_findingTable->fitColumns();
    m_sentence->clear();
    if (m_findings->rowCount() > 0)
        m_findingTable->selectRow(0);
}

void ImportPreview::fillSeverities(const FilePreview &file)
{
    const QSignalBlocker quiet(m_severity);
    m_severity->clear();
    m_severity->addItem(tr("All findings (%1)").arg(file.findings.size()));
    for (const auto &[severity, text] : {std::pair(FindingSeverity::Error, tr("Set aside (%1)")),
                                         std::pair(FindingSeverity::Warning, tr("Please check (%1)")),
                                         std::pair(FindingSeverity::Info, tr("Put right (%1)"))})
        m_severity->addItem(text.arg(countOf(file, severity)), static_cast<int>(severity));
}

void ImportPreview::showDifferences()
{
    if (!m_files || currentFile() >= m_files->size())
        return;
    const FilePreview &file = (*m_files)[currentFile()];
    m_differences->setFile(m_files, currentFile(), m_choices.value(file.file, m_choices.value(QString())),
                           !m_done);
    m_tabs->setTabText(kDifferences, tr("Differences (%1)").arg(file.differences.size()));
}

} // namespace ffp::ui
