// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of the columns of a file, kept for further files of its sender: under a name, or in a file.
#include "core/base/text.h"
#include "ui/common/messagebar.h"
#include "ui/common/theme.h"
#include "ui/import/columnmatch.h"
#include "ui/import/columnsdialog.h"
#include "ui/platform/dialogs.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ffp::ui {
namespace {

/// What a mapping says of a header; null when it says nothing.
QString sayOf(const QMap<QString, QString> &map, const QString &header)
{
    for (auto it = map.begin(); it != map.end(); ++it)
        if (headerKey(it.key()) == headerKey(header))
            return it.value().isNull() ? QStringLiteral("") : it.value();
    return {};
}

} // namespace

QLayout *ColumnsDialog::buildSaving()
{
    m_saveAs = new QLineEdit(this);
    m_saveAs->setMaxLength(int(kLongestMappingName));
    m_saveAs->setPlaceholderText(tr("name of the sender; blank: it holds for this time only"));
    auto *label = new QLabel(tr("Save for further files &of"), this);
    label->setBuddy(m_saveAs);
    auto *load = new QPushButton(tr("From a file…"), this);
    auto *write = new QPushButton(tr("Into a file…"), this);
    auto *row = new QHBoxLayout;
    row->setSpacing(kGap);
    row->addWidget(label);
    row->addWidget(m_saveAs, 1);
    for (QPushButton *button : {load, write}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    connect(load, &QPushButton::clicked, this, &ColumnsDialog::loadMapping);
    connect(write, &QPushButton::clicked, this, &ColumnsDialog::writeMapping);
    return row;
}

void ColumnsDialog::addMappings(QFormLayout &form)
{
    m_mappings = new QComboBox(this);
    m_mappings->addItem(tr("none"));
    for (const SavedMapping &mapping : m_saved)
        m_mappings->addItem(m_file.mappings.contains(mapping.name)
                                ? tr("%1 (made for such files)").arg(mapping.name)
                                : mapping.name);
    form.addRow(tr("Saved &mapping"), m_mappings);
    connect(m_mappings, &QComboBox::activated, this, [this](int index) {
        if (index > 0)
            apply(m_saved[size_t(index - 1)]);
    });
}

void ColumnsDialog::apply(const SavedMapping &mapping)
{
    if (m_kind && !mapping.kind.isEmpty())
        m_kind->setCurrentIndex(qMax(0, m_kind->findData(mapping.kind)));
    for (int i = 0; i < m_table->rowCount(); ++i) {
        const QString header = m_file.columns[size_t(i)].first;
        const QString id = sayOf(mapping.columns, header);
        const int index = field(i)->findData(id);
        if (!id.isNull() && index >= 0 && field(i)->isEnabled())
            field(i)->setCurrentIndex(index);
        const QString wanted = sayOf(mapping.units, header);
        if (QComboBox *box = unit(i); box && !wanted.isEmpty())
            box->setCurrentIndex(qMax(0, box->findData(wanted)));
    }
    m_saveAs->setText(mapping.name);
}

SavedMapping ColumnsDialog::mapping() const
{
    SavedMapping out;
    out.name = savedName();
    out.kind = m_kind || kindIsChosen() ? m_kindCode : QString();
    for (int i = 0; i < m_table->rowCount(); ++i) {
        const QString header = m_file.columns[size_t(i)].first;
        out.headers << header;
        if (field(i)->isEnabled())
            out.columns.insert(header, field(i)->currentData().toString());
        if (const QComboBox *box = unit(i))
            out.units.insert(header, box->currentData().toString());
    }
    if (const AreaCode code = village(); !code.isNull())
        out.villages.insert(QString(), code.toString());
    return out;
}

void ColumnsDialog::loadMapping()
{
    const QString path = dialogs().openFile(this, tr("Mapping of columns"), {}, tr("Mapping (*.json)"));
    if (path.isEmpty())
        return;
    const auto mapping = readMappingFile(path);
    if (!mapping)
        return m_message->showError(mapping.error());
    m_message->clear();
    apply(*mapping);
}

void ColumnsDialog::writeMapping()
{
    const QString path = dialogs().saveFile(this, tr("Mapping of columns"),
                                            savedName() + QStringLiteral(".json"), tr("Mapping (*.json)"));
    if (path.isEmpty())
        return;
    if (const auto written = writeMappingFile(mapping(), path); !written)
        m_message->showError(written.error());
    else
        m_message->show(NoticeKind::Good, tr("Saved as %1.").arg(path));
}

QString ColumnsDialog::savedName() const
{
    return m_saveAs->text().simplified();
}

} // namespace ffp::ui
