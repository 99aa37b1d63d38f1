// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/pastedialog.h"

#include "core/jobs/job.h"
#include "ui/common/fieldtext.h"
#include "ui/common/findingtext.h"
#include "ui/common/messagebar.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <set>

namespace ffp::ui {

PasteDialog::PasteDialog(Session &session, Paste paste, QWidget *parent)
    : BusyDialog(parent),
      m_service(std::make_shared<PasteService>(session)),
      m_paste(std::move(paste))
{
    const bool members = m_paste.into == Paste::Into::Members;
    setWindowTitle(members ? tr("Paste members") : tr("Paste visits"));
    auto *hint =
        new QLabel(tr("The first line says what each column is; the cells can be corrected. All rows are "
                      "written together, or none."),
                   this);
    hint->setWordWrap(true);
    setTextRole(hint, TextRole::Hint);
    m_message = new MessageBar(this);
    m_table = new QTableWidget(this);
    m_table->setAccessibleName(tr("Pasted rows"));
    m_summary = new QLabel(this);
    setTextRole(m_summary, TextRole::Heading);
    m_findings = new QListWidget(this);
    m_findings->setAccessibleName(tr("Findings"));
    m_findings->setWordWrap(true);
    m_takeOut = new QPushButton(tr("&Take the row out"), this);
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_action = new QPushButton(this);
    setPrimary(m_action);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addWidget(m_takeOut);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_action);
    for (QPushButton *button : {m_takeOut, m_cancel, m_action})
        button->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap * 2);
    layout->setSpacing(kGap);
    layout->addWidget(hint);
    layout->addWidget(m_message);
    layout->addWidget(m_table, 2);
    layout->addWidget(m_summary);
    layout->addWidget(m_findings, 1);
    layout->addLayout(buttons);
    constexpr QSize kFirstSize(980, 560);
    resize(kFirstSize);
    setInputs({m_table, m_takeOut, m_cancel});
    fill();
    connect(m_table, &QTableWidget::itemChanged, this, &PasteDialog::edited);
    connect(m_findings, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item && item->data(Qt::UserRole).toInt() > 0)
            m_table->setCurrentCell(item->data(Qt::UserRole).toInt(), item->data(Qt::UserRole + 1).toInt());
    });
    connect(m_takeOut, &QPushButton::clicked, this, &PasteDialog::takeOut);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_action, &QPushButton::clicked, this, &PasteDialog::apply);
    check();
}

PasteDialog::~PasteDialog() = default;

Error PasteDialog::named(Error error)
{
    if (error.subject.file.isEmpty())
        error.subject.file = tr("what was pasted");
    return error;
}

void PasteDialog::fill()
{
    const int columns = int(m_paste.fields.size());
    m_table->setColumnCount(columns);
    m_table->setRowCount(int(m_paste.rows.size()) + 1);
    m_table->horizontalHeader()->hide();
    QStringList numbers{QString()};
    for (qsizetype row = 0; row < m_paste.rows.size(); ++row) {
        numbers << QString::number(row + 1);
        for (int column = 0; column < columns; ++column)
            m_table->setItem(int(row) + 1, column, new QTableWidgetItem(m_paste.rows[row].value(column)));
    }
    m_table->setVerticalHeaderLabels(numbers);
    const std::vector<ImportTarget> targets = PasteService::targets(m_paste.into);
    for (int column = 0; column < columns; ++column)
        m_table->setCellWidget(0, column, makeField(column, targets));
    m_table->resizeColumnsToContents();
    m_table->resizeRowToContents(0); // the lists are taller than a row of text where letters are large
    if (m_table->rowCount() > 1 && columns > 0)
        m_table->setCurrentCell(1, 0);
}

QComboBox *PasteDialog::makeField(int column, const std::vector<ImportTarget> &targets)
{
    auto *box = new QComboBox(m_table);
    box->addItem(tr("only kept as a note"), QString());
    for (const ImportTarget &target : targets)
        box->addItem((target.required ? QStringLiteral("＊ ") : QString())
                         + (windowLanguage() == Language::English ? target.english : target.chinese),
                     target.id);
    box->setCurrentIndex(qMax(0, box->findData(m_paste.fields[column])));
    box->setAccessibleName(tr("Column %1 is").arg(column + 1));
    connect(box, &QComboBox::currentIndexChanged, this, &PasteDialog::edited);
    return box;
}

QComboBox *PasteDialog::field(int column) const
{
    return static_cast<QComboBox *>(m_table->cellWidget(0, column));
}

Paste PasteDialog::paste() const
{
    Paste out = m_paste;
    out.fields.clear();
    out.rows.clear();
    for (int column = 0; column < m_table->columnCount(); ++column)
        out.fields << field(column)->currentData().toString();
    for (int row = 1; row < m_table->rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < m_table->columnCount(); ++column)
            cells << m_table->item(row, column)->text();
        out.rows << cells;
    }
    return out;
}

void PasteDialog::takeOut()
{
    std::set<int, std::greater<>> rows; // from below: the numbers above stay right
    for (const QModelIndex &index : m_table->selectionModel()->selectedIndexes())
        rows.insert(index.row());
    for (const int row : rows)
        if (row > 0)
            m_table->removeRow(row);
    for (int row = 1; row < m_table->rowCount(); ++row)
        m_table->setVerticalHeaderItem(row, new QTableWidgetItem(QString::number(row)));
    edited();
}

void PasteDialog::edited()
{
    m_checked = false;
    m_mayWrite = false;
    updateAction();
}

void PasteDialog::updateAction()
{
    m_action->setText(m_checked && m_mayWrite ? tr("&Write") : tr("&Check"));
    m_action->setEnabled(!isBusy() && m_table->rowCount() > 1 && (!m_checked || m_mayWrite));
}

void PasteDialog::apply()
{
    if (isBusy())
        return;
    if (m_checked && m_mayWrite)
        write();
    else
        check();
}

void PasteDialog::check()
{
    m_message->clear();
    setBusy(true);
    runJob<FilePreview>(
        this,
        [service = m_service, paste = paste()](Progress &progress) {
            return service->preview(paste, progress);
        },
        [this](Result<FilePreview> preview) {
            m_checked = preview.has_value();
            if (preview)
                showPreview(*preview);
            else
                m_message->showError(named(preview.error()));
            setBusy(false);
            Q_EMIT answered();
        });
}

void PasteDialog::showPreview(const FilePreview &preview)
{
    const QSignalBlocker quiet(m_table);
    for (int row = 1; row < m_table->rowCount(); ++row)
        for (int column = 0; column < m_table->columnCount(); ++column) {
            m_table->item(row, column)->setBackground(QBrush());
            m_table->item(row, column)->setToolTip({});
        }
    m_findings->clear();
    for (const ImportFinding &finding : preview.findings)
        if (finding.severity != FindingSeverity::Info)
            markCell(finding, findingText(finding));
    m_mayWrite = preview.setAside == 0 && preview.imported > 0;
    m_summary->setText(tr("%1 rows: %2 are new or changed, %3 are known already, %4 have to be corrected.")
                           .arg(preview.rows)
                           .arg(preview.imported)
                           .arg(preview.unchanged)
                           .arg(preview.setAside));
}

void PasteDialog::markCell(const ImportFinding &finding, const QString &sentence)
{
    // Columns are lettered as in a sheet; those behind the last one are the household's own.
    const int column = finding.column.size() == 1 ? finding.column.front().unicode() - u'A' : -1;
    const int row = int(finding.row);
    auto *item = new QListWidgetItem(row > 0 ? tr("Row %1: %2").arg(row).arg(sentence) : sentence,
                                     m_findings);
    item->setData(Qt::UserRole, row);
    item->setData(Qt::UserRole + 1, qBound(0, column, m_table->columnCount() - 1));
    const bool error = finding.severity == FindingSeverity::Error;
    item->setForeground(error ? colors().flag : colors().warn);
    if (QTableWidgetItem *cell = column >= 0 ? m_table->item(row, column) : nullptr; cell && row > 0) {
        cell->setBackground(error ? colors().flagSoft : colors().warnSoft);
        cell->setToolTip(sentence);
    }
}

void PasteDialog::write()
{
    m_message->clear();
    setBusy(true);
    runJob<ImportResult>(
        this, [service = m_service](Progress &progress) { return service->apply(progress); },
        [this](Result<ImportResult> done) {
            setBusy(false);
            if (done) {
                accept();
            } else {
                edited(); // a new check is needed in any case
                m_message->showError(named(done.error()));
            }
            Q_EMIT answered();
        });
}

} // namespace ffp::ui
