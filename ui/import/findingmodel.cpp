// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/findingmodel.h"

#include "ui/common/findingtext.h"
#include "ui/common/theme.h"

#include <algorithm>

namespace ffp::ui {

qsizetype countOf(const FilePreview &file, FindingSeverity severity)
{
    return std::count_if(file.findings.begin(), file.findings.end(),
                         [severity](const ImportFinding &f) { return f.severity == severity; });
}

void FindingModel::setFindings(Files files, size_t file, std::optional<FindingSeverity> only)
{
    beginResetModel();
    m_files = std::move(files);
    m_file = file;
    m_rows.clear();
    if (m_files && file < m_files->size()) {
        const auto &findings = (*m_files)[file].findings;
        for (size_t i = 0; i < findings.size(); ++i)
            if (!only || findings[i].severity == *only)
                m_rows.push_back(i);
    }
    endResetModel();
}

const ImportFinding &FindingModel::finding(int row) const
{
    return (*m_files)[m_file].findings[m_rows[static_cast<size_t>(row)]];
}

int FindingModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FindingModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant FindingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ImportFinding &found = finding(index.row());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (index.column() == Row ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ForegroundRole && index.column() == Level) {
        if (found.severity == FindingSeverity::Error)
            return colors().flag;
        return found.severity == FindingSeverity::Warning ? colors().warn : colors().muted;
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
    case Level:
        if (found.severity == FindingSeverity::Error)
            return tr("● set aside");
        return found.severity == FindingSeverity::Warning ? tr("▲ please check") : tr("put right");
    case Row: return found.row > 0 ? QString::number(found.row) : QString();
    case Place: return QStringLiteral("%1 %2").arg(found.column, found.header).trimmed();
    case Sentence: return findingText(found);
    default: return {};
    }
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= Columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Row ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Finding"), tr("Row"), tr("Column"), tr("What to do")};
    return titles[section];
}

} // namespace ffp::ui
