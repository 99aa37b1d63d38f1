// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/record.h"

#include <QDate>
#include <QPointer>
#include <QWidget>

#include <vector>

class QGridLayout;
class QLabel;

namespace ffp::ui {

class FieldEditor;

/// Inputs for some fields of one entity under headings, in as many columns as the width permits. All
/// faults are shown at once, each below its field.
class FieldForm : public QWidget
{
    Q_OBJECT

public:
    struct Section {
        QString title;
        std::vector<FieldRef> fields;
    };

    FieldForm(std::vector<Section> sections, QDate today, QWidget *parent = nullptr);

    void setRecord(const Record &record);
    /// The same record was read again: what was typed or shown on demand stays.
    void renewRecord(const Record &record);
    /// Typed before and not saved yet; fields that are not in this form are left out.
    void setTyped(const FieldValues &values);
    /// Only what differs from the record.
    FieldValues editedValues() const;
    bool isEdited() const;
    /// Reads everything, shows every fault and moves to the first; false when there is one. Blank required
    /// fields are faults here only.
    bool check();
    /// What a service said, "field id: why" or "label: why"; gives back what fits no field of this form.
    QStringList showServiceFaults(const QStringList &faults);
    /// What is wrong with one field, in words; until its next edit, or an empty text.
    void setFault(FieldRef field, const QString &text);
    /// A remark below a field that is no fault; empty takes it away.
    void setNote(FieldRef field, const QString &text);
    QString note(FieldRef field) const;
    /// What is odd about the values together, each told below its field; replaces those said before.
    void setRemarks(const std::vector<std::pair<FieldRef, QString>> &remarks);
    QString remark(FieldRef field) const;
    /// For a moment: the keyboard is again where it was when writing is permitted again.
    void setReadOnly(bool readOnly);
    FieldEditor *editor(FieldRef field) const;
    void focusFirst();
    /// After the permission for `field` was given and logged.
    void reveal(FieldRef field);
    /// Takes every reveal() back; what is being typed stays readable.
    void maskAgain();

    /// Lays the fields out for a width that the form will have, so that a dialog is not made as high as one
    /// column of them first.
    void expectWidth(int width);
    /// One column wide: the form makes room by fewer columns.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void edited();
    void revealRequested(ffp::FieldRef field);
    /// Enter in the last field.
    void finished();

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Cell {
        FieldRef ref;
        FieldEditor *editor;
        QWidget *box;
        QLabel *fault;
        QLabel *note;
        QLabel *remark;
        bool wide;
    };
    struct Block {
        QLabel *title;
        std::vector<size_t> cells;
    };
    Cell makeCell(FieldRef ref, QDate today);
    static QLabel *makeLine(QWidget *box, const char *property);
    void arrange();
    void showFault(const Cell &cell);
    void next(size_t index);
    int columnsFor(int width) const;

    std::vector<Cell> m_cells;
    std::vector<Block> m_blocks;
    QGridLayout *m_grid;
    QPointer<QWidget> m_focusBefore;
    int m_columns = 0;
};

/// The fields of an entity that a form asks, grouped by fieldGroups() in table order. References only where
/// the form offers what they may name (FieldEditor::offer()).
enum class References { Leave, Ask };
std::vector<FieldForm::Section> formSections(Entity entity, References references = References::Leave);

} // namespace ffp::ui
