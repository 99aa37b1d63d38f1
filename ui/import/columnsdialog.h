// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/services/import/savedmapping.h"
#include "core/services/importservice.h"

#include <QDialog>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStandardItemModel;
class QTableWidget;

namespace ffp::ui {

class ColumnTable;
class FieldList;
class FindingBox;
class MessageBar;

/// What a file's columns go into, which sheet of a workbook is read, and the village of a file that names
/// none. Says what shall be otherwise; the preview is made anew with it. What is said can be saved for
/// further files of the sender, under a name or into a file.
class ColumnsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `villages`: those that a file without any may be of; empty = it needs none. `sheetIsFree`: another
    /// sheet may be chosen. `kindIsFree`: the program could not tell what the file is, or not use it as that.
    /// `mappings`: saved ones.
    struct Choices {
        std::vector<std::pair<AreaCode, QString>> villages;
        AreaCode village;
        bool sheetIsFree = true;
        bool kindIsFree = false;
        std::vector<SavedMapping> mappings{};
    };
    ColumnsDialog(const FilePreview &file, const Choices &choices, QWidget *parent = nullptr);

    /// Header → id of the field, "" = not imported: only what was changed, as in ImportOptions::mapping.
    QMap<QString, QString> changes() const;
    /// The same of units.
    QMap<QString, QString> units() const;
    QString sheet() const;
    /// Another one than that of the preview.
    bool sheetIsChosen() const { return sheet() != m_file.sheet; }
    QString file() const { return m_file.file; }
    /// Code of the kind; blank while none is chosen.
    QString kind() const { return m_kindCode; }
    /// Another one than that of the preview.
    bool kindIsChosen() const { return m_kindCode != m_file.kind; }
    bool asksVillage() const { return m_village != nullptr; }
    AreaCode village() const;
    /// Under which it shall be saved; blank = not at all.
    QString savedName() const;
    /// All that the dialog says of such files now.
    SavedMapping mapping() const;
    /// Takes over what is saved, as far as the file has the headers.
    void apply(const SavedMapping &mapping);

    QTableWidget &table();
    FieldList &fields() { return *m_list; }
    QComboBox *field(int column) const;
    /// Null for a column without amounts.
    QComboBox *unit(int column) const;
    QComboBox *kinds() { return m_kind; }
    QComboBox *sheets() { return m_sheet; }
    QComboBox *mappings() { return m_mappings; }
    QLineEdit &saveAs() { return *m_saveAs; }
    QPushButton *okButton() { return m_ok; }
    /// What is still missing, in words; blank when nothing is.
    QString missing() const;
    QComboBox *villages();
    QLineEdit &filter() { return *m_filter; }
    QCheckBox &onlyUnknown() { return *m_onlyUnknown; }

protected:
    /// Enter and Down go from the search for a field to what it found; the default button has to wait.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QLayout *buildForm(const Choices &choices);
    QWidget *buildColumns();
    QWidget *buildFields();
    QLayout *buildSaving();
    void addKinds(QFormLayout &form);
    void addMappings(QFormLayout &form);
    void fill();
    void fillFields();
    void fieldChanged();
    void showUnits();
    void showMissing();
    void showOnlyUnknown();
    void giveField(int column, const QString &id);
    FindingBox *makeField(int column);
    void loadMapping();
    void writeMapping();

    FilePreview m_file;
    QString m_kindCode;
    QStringList m_fields; ///< what the columns go into while nobody says otherwise
    std::vector<ImportTarget> m_targets;
    std::vector<SavedMapping> m_saved;
    QStandardItemModel *m_choices; ///< of every box: what a column can go into
    ColumnTable *m_table;
    FieldList *m_list;
    QLineEdit *m_filter;
    QCheckBox *m_onlyUnknown;
    QLabel *m_missing;
    QLineEdit *m_saveAs;
    MessageBar *m_message;
    QPushButton *m_ok;
    QComboBox *m_kind = nullptr;     ///< null: it is known
    QComboBox *m_sheet = nullptr;    ///< null: nothing to choose
    FindingBox *m_village = nullptr; ///< null: nothing to choose
    QComboBox *m_mappings = nullptr; ///< null: none is saved
};

} // namespace ffp::ui
