// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/divisions.h"
#include "core/services/import/sheetlayout.h"

#include <QHash>

namespace ffp::imports {

/// The village of a row by its area columns (T-05), each combination of names looked up once.
class VillageFinder
{
public:
    struct Place {
        AreaCode village;       ///< null = not found
        QString name;           ///< short name as in the table
        bool variant = false;   ///< another spelling of the village's name
        bool spaces = false;    ///< blanks around or in it
        QStringList candidates; ///< full names, when several villages have the name
    };

    /// `site`: rows outside of it are not found. `picked`: names of villages that the user decided.
    VillageFinder(const SheetLayout &layout, const DivisionTable &divisions, const AreaCode &site,
                  const QMap<QString, QString> &picked);

    /// Index of the place of a row, for place().
    int at(qsizetype stored);
    const Place &place(int index) const { return m_places[size_t(index)]; }
    /// Sheet column of the village's name; 0 when the sheet has none.
    int column() const { return m_villageColumn; }

private:
    Place find(qsizetype stored) const;

    const SheetLayout &m_layout;
    const DivisionTable &m_divisions;
    AreaCode m_site;
    QHash<QString, AreaCode> m_picked; ///< by compareKey
    std::vector<std::pair<AreaLevel, int>> m_columns;
    int m_villageColumn = 0;
    QHash<QByteArray, int> m_known; ///< by the indexes of the texts
    std::vector<Place> m_places;
};

} // namespace ffp::imports
