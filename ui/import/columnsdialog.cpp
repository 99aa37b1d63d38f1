// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/columnsdialog.h"

#include "core/domain/codelist.h"
#include "ui/common/fieldtext.h"
#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <algorithm>

namespace ffp::ui {
namespace {

enum Column { Header, Examples, Field };
constexpr size_t kExamples = 3;

/// A combo box that can be typed into: part of a name finds the entry, nothing new can be entered. The wheel
/// scrolls the table under it and changes nothing.
class FindingBox : public QComboBox
{
public:
    explicit FindingBox(QWidget *parent) : QComboBox(parent)
    {
        setEditable(true);
        setInsertPolicy(QComboBox::NoInsert);
        completer()->setCompletionMode(QCompleter::PopupCompletion);
        completer()->setFilterMode(Qt::MatchContains);
        setFocusPolicy(Qt::StrongFocus);
    }

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
    void focusOutEvent(QFocusEvent *event) override
    {
        QComboBox::focusOutEvent(event);
        if (itemText(currentIndex()) == currentText()) // others may have this text too
            return;
        if (const int typed = findText(currentText()); typed >= 0)
            setCurrentIndex(typed);
        setEditText(itemText(currentIndex()));
    }
    /// Enter on half a name offers what fits; the default button would take the old entry for the answer.
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        // With the list of what fits open, the completer takes the key after this.
        if (!enter || findText(currentText()) >= 0 || completer()->popup()->isVisible()) {
            QComboBox::keyPressEvent(event);
            return;
        }
        completer()->setCompletionPrefix(currentText());
        completer()->complete();
        event->accept();
    }
};

QTableWidgetItem *readOnly(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setToolTip(text);
    return item;
}

QString examplesOf(const FilePreview &file, qsizetype column)
{
    QStringList examples;
    for (const QStringList &cells : file.firstRows)
        if (const QString text = cells.value(column);
            !text.isEmpty() && !examples.contains(text) && size_t(examples.size()) < kExamples)
            examples << text;
    return examples.join(QStringLiteral("； "));
}

} // namespace

ColumnsDialog::ColumnsDialog(const FilePreview &file, const Choices &choices, QWidget *parent)
    : QDialog(parent),
      m_file(file),
      m_kindCode(file.kind),
      m_fields(file.fields)
{
    setWindowTitle(tr("Columns and fields"));
    auto *hint = new QLabel(
        file.onlyCompared
            ? tr("What each column of the file goes into. The preview is made anew; nothing is written.")
            : tr("What each column of the file goes into. Columns that are not imported are "
                 "kept as a note. The preview is made anew; nothing is written."),
        this);
    hint->setWordWrap(true);
    setTextRole(hint, TextRole::Hint);
    auto *form = new QFormLayout;
    if (choices.kindIsFree)
        addKinds(*form);
    if (file.sheets.size() > 1 && choices.sheetIsFree) {
        m_sheet = new QComboBox(this);
        m_sheet->addItems(file.sheets);
        m_sheet->setCurrentText(file.sheet);
        form->addRow(tr("&Sheet"), m_sheet);
    }
    if (!choices.villages.empty()) {
        m_village = new FindingBox(this);
        m_village->addItem(tr("as the file says"));
        for (const auto &[code, name] : choices.villages)
            m_village->addItem(name, code.toString());
        m_village->setCurrentIndex(qMax(0, m_village->findData(choices.village.toString())));
        form->addRow(tr("&Village of rows that name none"), m_village);
    }
    m_table = new QTableWidget(this);
    m_table->setAccessibleName(tr("Columns of the file"));
    m_missing = new QLabel(this);
    m_missing->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(tr("Show the preview"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    setPrimary(m_ok);
    fill();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(hint);
    layout->addLayout(form);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_missing);
    layout->addWidget(buttons);
    resize(820, 560);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // Columns of another sheet are others: they come with the new preview.
    if (m_sheet)
        connect(m_sheet, &QComboBox::currentTextChanged, this, [this](const QString &sheet) {
            m_table->setEnabled(sheet == m_file.sheet);
            showMissing();
        });
}

void ColumnsDialog::addKinds(QFormLayout &form)
{
    m_kind = new QComboBox(this);
    if (m_kindCode.isEmpty())
        m_kind->addItem(tr("please choose"), QString());
    for (const Code &code : codeList("import_kind")->codes)
        if (!ImportService::targets(QLatin1String(code.code)).empty())
            m_kind->addItem(codeLabel(code), QLatin1String(code.code));
    m_kind->setCurrentIndex(qMax(0, m_kind->findData(m_kindCode)));
    form.addRow(tr("&Kind of file"), m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this] {
        m_kindCode = m_kind->currentData().toString();
        QStringList headers;
        for (const auto &column : m_file.columns)
            headers << column.first;
        m_fields = kindIsChosen() ? ImportService::fieldsOf(m_kindCode, headers) : m_file.fields;
        fillFields();
    });
}

void ColumnsDialog::fill()
{
    m_table->setColumnCount(3);
    m_table->setHorizontalHeaderLabels({tr("Header in the file"), tr("First values"), tr("Goes into")});
    m_table->verticalHeader()->hide();
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setFocusPolicy(Qt::NoFocus); // the keyboard goes from one field to the next
    m_table->setRowCount(int(m_file.columns.size()));
    for (int i = 0; i < m_table->rowCount(); ++i) {
        m_table->setItem(i, Header, readOnly(m_file.columns[size_t(i)].first));
        m_table->setItem(i, Examples, readOnly(examplesOf(m_file, i)));
    }
    fillFields();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    if (m_table->rowCount() > 0)
        m_table->verticalHeader()->setDefaultSectionSize(field(0)->sizeHint().height() + kGap / 2);
}

void ColumnsDialog::fillFields()
{
    const std::vector<ImportTarget> targets = ImportService::targets(m_kindCode);
    for (int i = 0; i < m_table->rowCount(); ++i) {
        QComboBox *box = makeField(i, targets);
        box->setAccessibleName(tr("%1 goes into").arg(m_file.columns[size_t(i)].first));
        m_table->setCellWidget(i, Field, box);
        connect(box, &QComboBox::currentIndexChanged, this, &ColumnsDialog::showMissing);
    }
    showMissing();
}

QString ColumnsDialog::missing() const
{
    if (sheetIsChosen())
        return {}; // its columns are not known yet
    if (m_kind && m_kindCode.isEmpty())
        return tr("Please choose what kind of file this is.");
    QStringList labels;
    for (const ImportTarget &target : ImportService::targets(m_kindCode)) {
        bool there = !target.required;
        for (int i = 0; !there && i < m_table->rowCount(); ++i)
            there = field(i)->currentData().toString() == target.id;
        if (!there)
            labels << (windowLanguage() == Language::English ? target.english : target.chinese);
    }
    return labels.isEmpty() ? QString() : tr("Some column has to go into: %1.").arg(labels.join(tr("; ")));
}

void ColumnsDialog::showMissing()
{
    const QString text = missing();
    m_missing->setText(text);
    m_missing->setVisible(!text.isEmpty());
    m_ok->setEnabled(text.isEmpty());
}

QComboBox *ColumnsDialog::makeField(int column, const std::vector<ImportTarget> &targets)
{
    auto *box = new FindingBox(m_table);
    const QString present = m_fields.value(column);
    if (!present.isEmpty() && std::none_of(targets.begin(), targets.end(), [&](const ImportTarget &target) {
            return target.id == present;
        })) {
        // What the program's own report of rows set aside adds is nothing that a person could choose.
        box->addItem(m_file.columns[size_t(column)].second, present);
        box->setEnabled(false);
        return box;
    }
    box->addItem(tr("not imported"), QString());
    const bool english = windowLanguage() == Language::English;
    for (const ImportTarget &target : targets)
        box->addItem(english ? target.english : target.chinese, target.id);
    box->setCurrentIndex(qMax(0, box->findData(present)));
    return box;
}

QComboBox *ColumnsDialog::field(int column) const
{
    return static_cast<QComboBox *>(m_table->cellWidget(column, Field));
}

QMap<QString, QString> ColumnsDialog::changes() const
{
    QMap<QString, QString> changes;
    if (sheetIsChosen())
        return changes;
    for (int i = 0; i < m_table->rowCount(); ++i) {
        const QString id = field(i)->currentData().toString();
        if (id != m_fields.value(i))
            changes.insert(m_file.columns[size_t(i)].first, id);
    }
    return changes;
}

QString ColumnsDialog::sheet() const
{
    return m_sheet ? m_sheet->currentText() : m_file.sheet;
}

AreaCode ColumnsDialog::village() const
{
    return m_village ? AreaCode::fromString(m_village->currentData().toString()) : AreaCode();
}

} // namespace ffp::ui
