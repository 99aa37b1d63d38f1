// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/columnsdialog.h"

#include "core/domain/codelist.h"
#include "ui/common/fieldtext.h"
#include "ui/common/messagebar.h"
#include "ui/common/theme.h"
#include "ui/import/columnmatch.h"
#include "ui/import/findingbox.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace ffp::ui {
namespace {

enum Column { Header, Examples, Field, Unit, Columns };
constexpr size_t kExamples = 3;

QTableWidgetItem *readOnly(const QString &text)
{
    auto *item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled);
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
      m_fields(file.fields),
      m_saved(choices.mappings)
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
    m_message = new MessageBar(this);
    m_choices = new QStandardItemModel(this);
    auto *split = new QSplitter(this);
    split->addWidget(buildColumns());
    split->addWidget(buildFields());
    split->setStretchFactor(0, 1);
    split->setChildrenCollapsible(false);
    m_missing = new QLabel(this);
    m_missing->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(tr("Show the preview"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    setPrimary(m_ok);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(hint);
    layout->addWidget(m_message);
    layout->addLayout(buildForm(choices));
    layout->addWidget(split, 1);
    layout->addWidget(m_missing);
    layout->addLayout(buildSaving());
    layout->addWidget(buttons);
    fill();
    resize(1080, 640);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    // Columns of another sheet are others: they come with the new preview.
    if (m_sheet)
        connect(m_sheet, &QComboBox::currentTextChanged, this, [this](const QString &sheet) {
            m_table->setEnabled(sheet == m_file.sheet);
            m_list->setEnabled(sheet == m_file.sheet);
            showMissing();
        });
}

QLayout *ColumnsDialog::buildForm(const Choices &choices)
{
    auto *form = new QFormLayout;
    if (!m_saved.empty())
        addMappings(*form);
    if (choices.kindIsFree)
        addKinds(*form);
    if (m_file.sheets.size() > 1 && choices.sheetIsFree) {
        m_sheet = new QComboBox(this);
        m_sheet->addItems(m_file.sheets);
        m_sheet->setCurrentText(m_file.sheet);
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
    return form;
}

QWidget *ColumnsDialog::buildColumns()
{
    auto *page = new QWidget(this);
    m_table = new ColumnTable(page);
    m_table->setAccessibleName(tr("Columns of the file"));
    m_onlyUnknown = new QCheckBox(page);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_onlyUnknown);
    layout->addWidget(m_table, 1);
    connect(m_onlyUnknown, &QCheckBox::toggled, this, &ColumnsDialog::showOnlyUnknown);
    connect(m_table, &ColumnTable::fieldDropped, this, &ColumnsDialog::giveField);
    return page;
}

QWidget *ColumnsDialog::buildFields()
{
    auto *page = new QWidget(this);
    m_filter = new QLineEdit(page);
    m_filter->setPlaceholderText(tr("Find a field"));
    m_filter->setClearButtonEnabled(true);
    m_list = new FieldList(page);
    m_list->setAccessibleName(tr("Fields; Enter gives one to the chosen column"));
    m_list->setToolTip(tr("Drag a column onto its field, or press Enter on a field to give it to the chosen "
                          "column. ＊ marks what some column has to go into."));
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_filter);
    layout->addWidget(m_list, 1);
    m_filter->installEventFilter(this);
    connect(m_filter, &QLineEdit::textChanged, m_list, &FieldList::filter);
    connect(m_list, &FieldList::columnDropped, this, &ColumnsDialog::giveField);
    connect(m_list, &FieldList::fieldChosen, this,
            [this](const QString &id) { giveField(m_table->currentRow(), id); });
    return page;
}

bool ColumnsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const int key = static_cast<const QKeyEvent *>(event)->key();
    if (key != Qt::Key_Return && key != Qt::Key_Enter && key != Qt::Key_Down)
        return false;
    m_list->selectFirst();
    m_list->setFocus();
    return true;
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
    m_table->setColumnCount(Columns);
    m_table->setHorizontalHeaderLabels(
        {tr("Header in the file"), tr("First values"), tr("Goes into"), tr("Unit")});
    m_table->verticalHeader()->hide();
    m_table->setTabKeyNavigation(false); // the keyboard goes from one field to the next
    m_table->setFocusPolicy(Qt::ClickFocus);
    m_table->setRowCount(int(m_file.columns.size()));
    for (int i = 0; i < m_table->rowCount(); ++i) {
        m_table->setItem(i, Header, readOnly(m_file.columns[size_t(i)].first));
        m_table->setItem(i, Examples, readOnly(examplesOf(m_file, i)));
    }
    fillFields();
    QHeaderView *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::Stretch);
    header->setSectionResizeMode(Unit, QHeaderView::ResizeToContents);
    if (m_table->rowCount() > 0) {
        m_table->verticalHeader()->setDefaultSectionSize(field(0)->sizeHint().height() + kGap / 2);
        m_table->setCurrentCell(0, Header);
        field(0)->setFocus();
    }
}

/// One model for all boxes: an export has some hundred columns, and a kind some hundred fields.
void ColumnsDialog::fillFields()
{
    m_targets = ImportService::targets(m_kindCode);
    m_choices->clear();
    const auto add = [this](const QString &text, const QString &id) {
        auto *item = new QStandardItem(text);
        item->setData(id, Qt::UserRole);
        m_choices->appendRow(item);
    };
    add(tr("not imported"), QString());
    for (const ImportTarget &target : m_targets)
        add(markedLabelOf(target), target.id);
    m_list->setTargets(m_targets);
    m_list->filter(m_filter->text());
    for (int i = 0; i < m_table->rowCount(); ++i) {
        FindingBox *box = makeField(i);
        box->setAccessibleName(tr("%1 goes into").arg(m_file.columns[size_t(i)].first));
        m_table->setCellWidget(i, Field, box);
        connect(box, &QComboBox::currentIndexChanged, this, &ColumnsDialog::fieldChanged);
        connect(box, &FindingBox::entered, this, [this, i] { m_table->setCurrentCell(i, Header); });
    }
    fieldChanged();
}

FindingBox *ColumnsDialog::makeField(int column)
{
    auto *box = new FindingBox(m_table);
    const QString present = m_fields.value(column);
    if (!present.isEmpty()
        && std::none_of(m_targets.begin(), m_targets.end(),
                        [&](const ImportTarget &target) { return target.id == present; })) {
        // What the program's own report of rows set aside adds is nothing that a person could choose.
        box->addItem(m_file.columns[size_t(column)].second, present);
        box->setEnabled(false);
        return box;
    }
    box->setModel(m_choices);
    box->setCurrentIndex(qMax(0, box->findData(present)));
    box->lineEdit()->home(false); // the beginning of a long name says more than its end
    return box;
}

void ColumnsDialog::giveField(int column, const QString &id)
{
    if (column < 0 || column >= m_table->rowCount() || !field(column)->isEnabled())
        return;
    // One field, one column: the other one would only be kept.
    for (int i = 0; i < m_table->rowCount(); ++i)
        if (i != column && field(i)->isEnabled() && field(i)->currentData().toString() == id)
            field(i)->setCurrentIndex(0);
    field(column)->setCurrentIndex(qMax(0, field(column)->findData(id)));
    m_table->setCurrentCell(column, Header);
}

void ColumnsDialog::fieldChanged()
{
    QMap<QString, QString> taken;
    int unknown = 0;
    for (int i = 0; i < m_table->rowCount(); ++i) {
        const QString id = field(i)->currentData().toString();
        unknown += id.isEmpty();
        if (!id.isEmpty() && !taken.contains(id))
            taken.insert(id, m_file.columns[size_t(i)].first);
        m_table->item(i, Header)->setForeground(id.isEmpty() ? colors().warn : colors().text);
    }
    m_list->setTaken(taken);
    m_onlyUnknown->setText(tr("Only the %1 columns that go nowhere").arg(unknown));
    m_onlyUnknown->setEnabled(unknown > 0 || m_onlyUnknown->isChecked());
    showUnits();
    showMissing();
}

void ColumnsDialog::showUnits()
{
    for (int i = 0; i < m_table->rowCount(); ++i) {
        const QString id = field(i)->currentData().toString();
        const bool amount = std::any_of(m_targets.begin(), m_targets.end(), [&](const ImportTarget &target) {
            return target.id == id && target.amount;
        });
        if (amount == (unit(i) != nullptr))
            continue;
        if (!amount) {
            m_table->removeCellWidget(i, Unit);
            continue;
        }
        auto *box = new QComboBox(m_table);
        box->addItem(tr("yuan"), QStringLiteral("yuan"));
        box->addItem(tr("10,000 yuan"), QStringLiteral("wan"));
        box->setCurrentIndex(qMax(0, box->findData(m_file.units.value(i))));
        box->setAccessibleName(tr("Unit of %1").arg(m_file.columns[size_t(i)].first));
        m_table->setCellWidget(i, Unit, box);
    }
}

void ColumnsDialog::showOnlyUnknown()
{
    for (int i = 0; i < m_table->rowCount(); ++i)
        m_table->setRowHidden(i, m_onlyUnknown->isChecked() && !field(i)->currentData().toString().isEmpty());
}

QString ColumnsDialog::missing() const
{
    if (sheetIsChosen())
        return {}; // its columns are not known yet
    if (m_kind && m_kindCode.isEmpty())
        return tr("Please choose what kind of file this is.");
    QStringList labels;
    for (const ImportTarget &target : m_targets) {
        bool there = !target.required;
        for (int i = 0; !there && i < m_table->rowCount(); ++i)
            there = field(i)->currentData().toString() == target.id;
        if (!there)
            labels << labelOf(target);
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

QTableWidget &ColumnsDialog::table()
{
    return *m_table;
}

QComboBox *ColumnsDialog::villages()
{
    return m_village;
}

QComboBox *ColumnsDialog::field(int column) const
{
    return static_cast<QComboBox *>(m_table->cellWidget(column, Field));
}

QComboBox *ColumnsDialog::unit(int column) const
{
    return static_cast<QComboBox *>(m_table->cellWidget(column, Unit));
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

QMap<QString, QString> ColumnsDialog::units() const
{
    QMap<QString, QString> units;
    for (int i = 0; i < m_table->rowCount(); ++i) {
        const QComboBox *box = unit(i);
        const QString before = m_file.units.value(i);
        if (box && box->currentData().toString() != (before.isEmpty() ? QStringLiteral("yuan") : before))
            units.insert(m_file.columns[size_t(i)].first, box->currentData().toString());
    }
    return units;
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
