// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/cellreader.h"

#include "core/base/text.h"

#include <algorithm>

namespace ffp::imports {
namespace {

/// A column with more different texts than this is one of names, numbers or amounts.
constexpr qsizetype kMostCached = 1'000;

} // namespace

bool lostItsEnd(const Cell &cell)
{
    const std::string_view digits = cell.utf8();
    return cell.kind() == CellKind::Number
           && std::count_if(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; }) > 15;
}

CellReader::CellReader(const SheetLayout &layout, bool marksMeanYes)
    : m_layout(layout),
      m_cache(layout.columns.size())
{
    m_context.today = layout.dataDate;
    m_context.serials = layout.serials;
    m_context.marksMeanYes = marksMeanYes;
}

const ParsedValue &CellReader::read(qsizetype stored, int index, const FieldDef &field)
{
    const Cell source = cell(stored, index);
    if (source.isEmpty() || source.kind() == CellKind::Error) {
        m_scratch = {};
        return m_scratch;
    }
    QHash<quint32, ParsedValue> &cache = m_cache[size_t(index)];
    const quint32 key = source.textIndex() | quint32(source.kind() == CellKind::Number) << 31;
    if (const auto it = cache.constFind(key); it != cache.cend())
        return *it;
    m_context.numberCell = source.kind() == CellKind::Number;
    m_context.moneyFactor = m_layout.columns[size_t(index)].moneyFactor;
    // Our own reports put an apostrophe before a text that looks like a formula, as spreadsheet users do.
    ParsedValue parsed = parseValue(field, withoutNeutraliser(source.text()), m_context);
    if (cache.size() < kMostCached)
        return *cache.insert(key, std::move(parsed));
    m_scratch = std::move(parsed);
    return m_scratch;
}

} // namespace ffp::imports
