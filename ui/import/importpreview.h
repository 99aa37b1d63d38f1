// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importservice.h"
#include "ui/import/differencesview.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTabWidget;

namespace ffp::ui {

class FindingModel;
class TableView;
class TextTableModel;

/// What an import would do, or has done: a sentence, the files, and of one of them findings, differences,
/// first rows and columns.
class ImportPreview : public QWidget
{
    Q_OBJECT

public:
    using Files = std::shared_ptr<const std::vector<FilePreview>>;

    explicit ImportPreview(QWidget *parent = nullptr);

    /// Other files: begins with the first one and its findings.
    void setFiles(Files files, const QMap<QString, ImportChoice> &choices);
    /// The same files, judged again: the person stays where they are.
    void update(Files files, const QMap<QString, ImportChoice> &choices);
    /// The import is over: the sentences say what has happened, and nothing can be chosen any more.
    void setDone(bool done);
    bool wouldWrite() const;
    size_t currentFile() const;
    /// What lists of departments were compared with.
    static QString comparedText(const std::vector<FilePreview> &files);

    TableView &fileTable() { return *m_fileTable; }
    TableView &findingTable() { return *m_findingTable; }
    DifferencesView &differences() { return *m_differences; }
    QTabWidget &tabs() { return *m_tabs; }

Q_SIGNALS:
    void columnsWanted();

private:
    QWidget *buildTabs();
    QWidget *buildFindings();
    void showSummary();
    QString differencesText() const;
    void showFiles();
    void showFile();
    void fillSeverities(const FilePreview &file);
    void showFindings();
    void showDifferences();

    Files m_files;
    QMap<QString, ImportChoice> m_choices;
    bool m_done = false;
    QLabel *m_summary;
    TextTableModel *m_fileModel;
    TableView *m_fileTable;
    QTabWidget *m_tabs;
    QPushButton *m_changeColumns;
    QComboBox *m_severity;
    FindingModel *m_findings;
    TableView *m_findingTable;
    QLabel *m_sentence;
    DifferencesView *m_differences;
    TextTableModel *m_rowModel;
    TableView *m_rowTable;
    TextTableModel *m_columnModel;
    TableView *m_columnTable;
};

} // namespace ffp::ui
