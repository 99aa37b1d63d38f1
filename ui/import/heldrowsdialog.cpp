// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/heldrowsdialog.h"

#include "core/jobs/job.h"
#include "ui/common/findingtext.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/models/texttablemodel.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ffp::ui {
namespace {

QString sentences(const QStringList &kinds)
{
    QStringList out;
    for (const QString &kind : kinds)
        out << findingText(kind);
    return out.join(u'\n');
}

} // namespace

HeldRowsDialog::HeldRowsDialog(Session &session, QWidget *parent) : QDialog(parent), m_session(session)
{
    setWindowTitle(tr("Rows set aside"));
    auto *hint =
        new QLabel(tr("These rows of earlier imports wait for a correction: correct them in the file of "
                      "rows set aside and import that file. Rows that nobody will correct can be left "
                      "out for good."),
                   this);
    hint->setWordWrap(true);
    setTextRole(hint, TextRole::Hint);
    m_message = new MessageBar(this);
    m_model = new TextTableModel(this);
    m_table = new TableView(this);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Rows set aside"));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_why = new QLabel(this);
    m_why->setWordWrap(true);
    m_why->setTextFormat(Qt::PlainText);
    m_reason = new QLineEdit(this);
    m_reason->setMaxLength(int(HeldRowService::kLongestReason));
    m_reason->setPlaceholderText(tr("without numbers of certificates or phones"));
    auto *label = new QLabel(tr("&Reason"), this);
    label->setBuddy(m_reason);
    m_dismiss = new QPushButton(tr("&Leave out for good"), this);
    m_dismiss->setAutoDefault(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(label);
    row->addWidget(m_reason, 1);
    row->addWidget(m_dismiss);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap * 2);
    layout->setSpacing(kGap);
    for (QWidget *widget : std::initializer_list<QWidget *>{hint, m_message})
        layout->addWidget(widget);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_why);
    layout->addLayout(row);
    layout->addWidget(buttons);
    resize(980, 560);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_dismiss, &QPushButton::clicked, this, &HeldRowsDialog::dismiss);
    connect(m_reason, &QLineEdit::textChanged, this, &HeldRowsDialog::showCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &HeldRowsDialog::showCurrent);
    load();
}

HeldRowsDialog::~HeldRowsDialog() = default;

void HeldRowsDialog::load()
{
    runJob<std::vector<HeldRow>>(
        this, [&session = m_session](Progress &) { return HeldRowService(session).list(); },
        [this](Result<std::vector<HeldRow>> rows) {
            m_busy = false;
            m_table->setEmptyText(tr("No row is set aside."));
            if (rows)
                fill(*rows);
            else
                m_message->showError(rows.error());
            Q_EMIT loaded();
        });
}

void HeldRowsDialog::fill(const std::vector<HeldRow> &rows)
{
    std::vector<TextTableModel::Row> shown;
    for (const HeldRow &row : rows)
        shown.push_back({{row.importedOn.toString(Qt::ISODate), row.file, QString::number(row.row),
                          row.householdNo, row.name, sentences(row.reasons.mid(0, 1))},
                         row.id,
                         sentences(row.reasons)});
    m_model->setTable({{tr("Imported on")},
                       {tr("File")},
                       {tr("Row"), true},
                       {tr("Household number")},
                       {tr("Name")},
                       {tr("Why")}},
                      std::move(shown));
    m_table->fitColumns();
    constexpr int kFile = 1;
    constexpr int kLetters = 20; // the rest of a long name is in the tool tip; why it waits needs the room
    m_table->setColumnWidth(kFile, qMin(m_table->columnWidth(kFile),
                                        kLetters * m_table->fontMetrics().averageCharWidth()));
    if (!rows.empty())
        m_table->selectRow(0);
    showCurrent();
}

std::vector<RecordId> HeldRowsDialog::chosen() const
{
    std::vector<RecordId> ids;
    for (const int row : m_table->selectedRowNumbers())
        ids.push_back(m_model->row(row)->record);
    return ids;
}

void HeldRowsDialog::showCurrent()
{
    const std::vector<int> rows = m_table->selectedRowNumbers();
    m_why->setText(rows.size() == 1 ? m_model->row(rows.front())->key
                                    : tr("%1 rows are chosen.").arg(rows.size()));
    m_dismiss->setEnabled(!m_busy && !rows.empty() && !m_reason->text().simplified().isEmpty());
}

void HeldRowsDialog::dismiss()
{
    if (m_busy || chosen().empty())
        return;
    m_busy = true;
    m_dismiss->setEnabled(false);
    m_message->clear();
    runJob<ChangeSummary>(
        this,
        [&session = m_session, rows = chosen(), reason = m_reason->text()](Progress &) {
            return HeldRowService(session).dismiss(rows, reason);
        },
        [this](Result<ChangeSummary> done) {
            if (done) {
                m_reason->clear();
                m_message->show(NoticeKind::Good,
                                tr("Left out for good; \"Undo\" brings it back among the rows set aside."));
            } else {
                m_message->showError(done.error());
            }
            load();
        });
}

} // namespace ffp::ui
