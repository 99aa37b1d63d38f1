// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/area.h"
#include "core/services/importservice.h"

#include <QDialog>

#include <functional>
#include <vector>

class QComboBox;
class QTableWidget;

namespace ffp::ui {

/// What a file's columns go into, which sheet of a workbook is read, and the village of a file that names
/// none. Says what shall be otherwise; the preview is made anew with it.
class ColumnsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `villages`: those that a file without any may be of; empty = it needs none. `sheetIsFree`: another
    /// sheet may be chosen.
    struct Choices {
        std::vector<std::pair<AreaCode, QString>> villages;
        AreaCode village;
        bool sheetIsFree = true;
    };
    ColumnsDialog(const FilePreview &file, const Choices &choices, QWidget *parent = nullptr);

    /// Header → id of the field, "" = not imported: only what was changed, as in ImportOptions::mapping.
    QMap<QString, QString> changes() const;
    QString sheet() const;
    /// Another one than that of the preview.
    bool sheetIsChosen() const { return sheet() != m_file.sheet; }
    bool asksVillage() const { return m_village != nullptr; }
    AreaCode village() const;

    QTableWidget &table() { return *m_table; }
    QComboBox *field(int column) const;
    QComboBox *sheets() { return m_sheet; }
    QComboBox *villages() { return m_village; }

private:
    void fill();
    QComboBox *makeField(int column, const std::vector<ImportTarget> &targets);

    FilePreview m_file;
    QTableWidget *m_table;
    QComboBox *m_sheet = nullptr;   ///< null: nothing to choose
    QComboBox *m_village = nullptr; ///< null: nothing to choose
};

} // namespace ffp::ui
