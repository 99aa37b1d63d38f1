// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/import/differencemodel.h"

#include "ui/common/fieldtext.h"
#include "ui/common/theme.h"
#include "ui/common/verbtext.h"

#include <algorithm>

namespace ffp::ui {
namespace {

bool isSuch(const ImportDifference &one, DifferenceModel::Which which)
{
    switch (which) {
    case DifferenceModel::Which::All: return true;
    case DifferenceModel::Which::TypedHere: return one.isLocal();
    case DifferenceModel::Which::Kept: return one.side == Side::Register;
    }
    return true;
}

QString originText(const ImportDifference &one)
{
    const QString when = instantText(one.atMs);
    if (one.isLocal())
        return DifferenceModel::tr("%1, %2 by %3").arg(verbText(one.verb), when, one.by);
    if (!one.verb.isEmpty())
        return DifferenceModel::tr("import of %1").arg(when);
    return one.before.isBlank() ? QString() : DifferenceModel::tr("another office");
}

/// What a person should know before deciding; empty in most cases.
QString hintText(const ImportDifference &one)
{
    if (one.fixed)
        return DifferenceModel::tr("The head of the household is new: the relations come from the file.");
    if (one.isRepeated())
        return DifferenceModel::tr("The file only repeats what was imported before it was changed here.");
    if (one.imported)
        return DifferenceModel::tr("The last import said: %1")
            .arg(maskedValueText(fieldDef(one.field), *one.imported));
    return {};
}

QString takenText(const ImportDifference &one)
{
    if (one.side == Side::Register)
        return DifferenceModel::tr("◆ kept here");
    return one.fixed ? DifferenceModel::tr("from the file, always") : DifferenceModel::tr("from the file");
}

} // namespace

void DifferenceModel::setDifferences(Files files, size_t file, Which which)
{
    beginResetModel();
    m_files = std::move(files);
    m_file = file;
    m_rows.clear();
    if (m_files && file < m_files->size()) {
        const auto &differences = (*m_files)[file].differences;
        for (size_t i = 0; i < differences.size(); ++i)
            if (isSuch(differences[i], which))
                m_rows.push_back(i);
    }
    endResetModel();
}

const ImportDifference &DifferenceModel::difference(int row) const
{
    return (*m_files)[m_file].differences[m_rows[size_t(row)]];
}

qsizetype DifferenceModel::count(const FilePreview &file, Which which)
{
    return std::count_if(file.differences.begin(), file.differences.end(),
                         [which](const ImportDifference &one) { return isSuch(one, which); });
}

int DifferenceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int DifferenceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant DifferenceModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ImportDifference &one = difference(index.row());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter
                                   | (index.column() == Row ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ForegroundRole) {
        if (index.column() == Origin && one.isLocal())
            return colors().warn;
        // The side that does not count is muted.
        const int loser = one.side == Side::File ? Here : InFile;
        return index.column() == loser ? QVariant(colors().muted) : QVariant();
    }
    if (role == Qt::ToolTipRole)
        return hintText(one);
    if (role != Qt::DisplayRole)
        return {};
    const FieldDef &field = fieldDef(one.field);
    switch (index.column()) {
    case Row: return QString::number(one.row);
    case Household: return one.household;
    case Person: return one.person;
    case Field: return one.header.isEmpty() ? fieldLabel(field) : one.header;
    case Here: return maskedValueText(field, one.before);
    case InFile: return maskedValueText(field, one.after);
    case Origin: return originText(one);
    case Taken: return takenText(one);
    default: return {};
    }
}

QVariant DifferenceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= Columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Row ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    const QString titles[] = {tr("Row"),  tr("Household"),   tr("Person"),          tr("Column"),
                              tr("Here"), tr("In the file"), tr("Where from here"), tr("Taken")};
    return titles[section];
}

} // namespace ffp::ui
