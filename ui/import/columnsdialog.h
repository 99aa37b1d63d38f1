// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/services/importservice.h"

#include <QDialog>

#include <functional>
#include <vector>

class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QTableWidget;

namespace ffp::ui {

/// What a file's columns go into, which sheet of a workbook is read, and the village of a file that names
/// none. Says what shall be otherwise; the preview is made anew with it.
class ColumnsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `villages`: those that a file without any may be of; empty = it needs none. `sheetIsFree`: another
    /// sheet may be chosen. `kindIsFree`: the program could not tell what the file is, or not use it as that.
    struct Choices {
        std::vector<std::pair<AreaCode, QString>> villages;
        AreaCode village;
        bool sheetIsFree = true;
        bool kindIsFree = false;
    };
    ColumnsDialog(const FilePreview &file, const Choices &choices, QWidget *parent = nullptr);

    /// Header → id of the field, "" = not imported: only what was changed, as in ImportOptions::mapping.
    QMap<QString, QString> changes() const;
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

    QTableWidget &table() { return *m_table; }
    QComboBox *field(int column) const;
    QComboBox *kinds() { return m_kind; }
    QComboBox *sheets() { return m_sheet; }
    QPushButton *okButton() { return m_ok; }
    /// What is still missing, in words; blank when nothing is.
    QString missing() const;
    QComboBox *villages() { return m_village; }

private:
    void addKinds(QFormLayout &form);
    void fill();
    void fillFields();
    void showMissing();
    QComboBox *makeField(int column, const std::vector<ImportTarget> &targets);

    FilePreview m_file;
    QString m_kindCode;
    QStringList m_fields; ///< what the columns go into while nobody says otherwise
    QTableWidget *m_table;
    QLabel *m_missing;
    QPushButton *m_ok;
    QComboBox *m_kind = nullptr;    ///< null: it is known
    QComboBox *m_sheet = nullptr;   ///< null: nothing to choose
    QComboBox *m_village = nullptr; ///< null: nothing to choose
};

} // namespace ffp::ui
