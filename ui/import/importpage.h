// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/importservice.h"
#include "ui/common/page.h"
#include "ui/import/columnsdialog.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace ffp::ui {

class DifferencesView;
class ImportPreview;
class MessageBar;
class TableView;

/// Import in three steps: choose or drop files; see what would happen; import, with the way back. Nothing is
/// written before the button "Import now". Target args: "files" (QStringList) are read at once.
class ImportPage : public Page
{
    Q_OBJECT

public:
    enum class Step { Choose, Preview, Done };

    explicit ImportPage(const PageContext &context, QWidget *parent = nullptr);
    ~ImportPage() override;

    QString title() const override;
    void open(const Target &target) override;
    bool escape() override;
    void dataChanged(const ChangeSummary &summary) override;

    void read(const QStringList &files);
    void importNow();
    void takeBack();
    /// What the dialog says of the columns of a file, and the preview of it.
    void readWith(const ColumnsDialog &dialog);
    /// For the file of the table that is chosen, a child of the page; null unless its preview is shown.
    ColumnsDialog *columnsDialog();

    Step step() const { return m_step; }
    const std::vector<FilePreview> &files() const { return *m_files; }
    const ImportResult &result() const { return m_result; }
    /// Where rows that are set aside go.
    const QString &report() const { return m_options.report; }
    TableView &fileTable();
    TableView &findingTable();
    DifferencesView &differences();
    MessageBar &message() { return *m_message; }
    QTabWidget &tabs();

Q_SIGNALS:
    /// A step ended, well or not.
    void settled();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    /// A preview that failed because of one of its files.
    struct Unread {
        QStringList files;
        ImportOptions options;
        QString file;
    };

    QWidget *buildChoose();
    QWidget *buildPreview();
    QWidget *buildFooter();
    void choose();
    void chooseReport();
    void chooseColumns();
    /// The same for these files; saves the mapping first when the dialog says a name.
    void readWith(const ColumnsDialog &dialog, const QStringList &files, const ImportOptions &options);
    std::vector<SavedMapping> savedMappings() const;
    ColumnsDialog::Choices choicesFor(const FilePreview &file) const;
    /// A preview of these files is on the page.
    bool isShown(const QStringList &files) const;
    /// `options` are kept when it succeeds.
    void preview(const QStringList &files, const ImportOptions &options);
    /// When that is what the error asks for.
    void offerColumns(const Unread &unread, const Error &error);
    /// When a saved mapping fits a file of the preview.
    void offerMapping();
    void lookAt(const Unread &unread);
    void askAbout(const FilePreview &look, const Unread &unread);
    static ImportOptions optionsWith(const ColumnsDialog &dialog, ImportOptions options);
    void countHeld();
    void showHeld();
    void setFiles(std::vector<FilePreview> files);
    void setStep(Step step);
    size_t currentFile() const;
    /// Judges the files again with this choice for the one that is shown.
    void chooseSides(const ImportChoice &choice, const QString &reason);
    QString outcomeText() const;
    void fail(const Error &error);
    ImportOptions options(const QStringList &files) const;

    PageContext m_context;
    std::shared_ptr<ImportService> m_import;
    ImportOptions m_options;
    QStringList m_paths;
    std::shared_ptr<const std::vector<FilePreview>> m_files;
    ImportResult m_result;
    Step m_step = Step::Choose;
    bool m_busy = false;

    MessageBar *m_message;
    QStackedWidget *m_stack;
    QComboBox *m_kind;
    QCheckBox *m_marks;
    QPushButton *m_held;
    ImportPreview *m_preview;
    QLabel *m_reportText;
    QPushButton *m_changeReport;
    QPushButton *m_openReport;
    QPushButton *m_undo;
    QPushButton *m_other;
    QPushButton *m_run;
};

} // namespace ffp::ui
