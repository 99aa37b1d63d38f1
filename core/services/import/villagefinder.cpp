// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/villagefinder.h"

#include "core/base/text.h"

#include <algorithm>

namespace ffp::imports {

VillageFinder::VillageFinder(const SheetLayout &layout, const DivisionTable &divisions, const AreaCode &site,
                             const QMap<QString, QString> &picked)
    : m_layout(layout),
      m_divisions(divisions),
      m_site(site)
{
    for (const LayoutColumn &column : layout.columns) {
        if (column.role.type != ColumnRole::Type::Area || column.repeats >= 0)
            continue;
        m_columns.emplace_back(column.role.level, column.column);
        if (column.role.level == AreaLevel::Village)
            m_villageColumn = column.column;
    }
    std::sort(m_columns.begin(), m_columns.end());
    for (auto it = picked.cbegin(); it != picked.cend(); ++it)
        m_picked.insert(compareKey(it.key()), AreaCode::fromString(it.value()));
}

int VillageFinder::at(qsizetype stored)
{
    QByteArray key;
    key.reserve(qsizetype(m_columns.size() * sizeof(quint32)));
    for (const auto &[level, column] : m_columns) {
        const quint32 text = m_layout.sheet->storedCell(stored, column).textIndex();
        key.append(reinterpret_cast<const char *>(&text), sizeof(text));
    }
    if (const auto it = m_known.constFind(key); it != m_known.cend())
        return *it;
    m_places.push_back(find(stored));
    return *m_known.insert(key, int(m_places.size()) - 1);
}

VillageFinder::Place VillageFinder::find(qsizetype stored) const
{
    std::vector<std::pair<AreaLevel, QString>> names;
    QString village;
    for (const auto &[level, column] : m_columns) {
        names.emplace_back(level, m_layout.sheet->storedCell(stored, column).text());
        if (level == AreaLevel::Village)
            village = names.back().second;
    }
    Place place;
    const bool stated = !isBlankText(village);
    if (!stated && m_site.level() == AreaLevel::Village) {
        place.village = m_site;
    } else if (const AreaCode picked = m_picked.value(compareKey(village)); !picked.isNull()) {
        place.village = picked;
    } else if (stated) {
        const DivisionMatch match = m_divisions.matchPath(m_site, names);
        if (match.found() && match.code.level() == AreaLevel::Village) {
            place.village = match.code;
            place.variant = match.kind == DivisionMatch::Kind::Variant;
            place.spaces = match.spaces;
        }
        for (const AreaCode &code : match.candidates)
            if (m_site.covers(code))
                place.candidates.append(m_divisions.fullName(code, AreaLevel::Township));
    }
    if (!place.village.isNull() && !m_site.covers(place.village))
        place = {};
    if (!place.village.isNull())
        place.name = m_divisions.name(place.village);
    return place;
}

} // namespace ffp::imports
