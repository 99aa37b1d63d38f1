// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/tablecount.h"

#include "core/base/about.h"
#include "core/base/money.h"
#include "core/domain/codelist.h"

#include <algorithm>
#include <limits>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

using Kind = TableHead::Kind;

constexpr qint64 kLast = std::numeric_limits<qint64>::max();
constexpr qsizetype kMostBounds = 20;

Error faulty(const char *why, const QString &what)
{
    return Error{ErrorKind::InvalidArgument, aboutField({}, what), {QString::fromLatin1(why)}, {}};
}

struct FigureWord {
    const char *word;
    Kind kind;
};
constexpr FigureWord kPlain[] = {{"households", Kind::Households},
                                 {"persons", Kind::Persons},
                                 {"records", Kind::Records}};
constexpr FigureWord kOfColumn[] = {{"sum", Kind::Sum},
                                    {"mean", Kind::Mean},
                                    {"min", Kind::Least},
                                    {"max", Kind::Most}};

qint64 orderInList(const char *list, const QString &code)
{
    const CodeList *codes = codeList(list);
    if (!codes)
        return 0;
    for (size_t i = 0; i < codes->codes.size(); ++i)
        if (code == QLatin1String(codes->codes[i].code))
            return qint64(i);
    return qint64(codes->codes.size());
}

QString bandText(const CountGroup &group, size_t band)
{
    const auto text = [&](qint64 bound) {
        return displayText(group.column->shape, Value(bound), Language::Chinese);
    };
    if (band == 0)
        return u"<"_s + text(group.bounds.front());
    if (band == group.bounds.size())
        return u"≥"_s + text(group.bounds.back());
    const bool whole = group.column->shape.type == FieldType::Int
                       || group.column->shape.type == FieldType::Year;
    return whole ? text(group.bounds[band - 1]) + u'–' + text(group.bounds[band] - 1)
                 : u"≥"_s + text(group.bounds[band - 1]) + u" <"_s + text(group.bounds[band]);
}

} // namespace

std::optional<QString> areaText(const ScanColumn &column, const Value &value, const DivisionTable &divisions)
{
    if (column.field || (!column.id.endsWith(u"area_name") && !column.id.endsWith(u"township")))
        return std::nullopt;
    return divisions.name(AreaCode::fromString(value.toText()));
}

FieldDef CountGroup::shape() const
{
    FieldDef shape = column->shape;
    if (!bounds.empty()) {
        shape.type = FieldType::Text;
        shape.form = TextForm::Plain;
    }
    return shape;
}

FieldDef CountFigure::shape() const
{
    switch (kind) {
    case Kind::Households: return {"households", u"户数", "Households", FieldType::Int, "", Sensitivity::N};
    case Kind::Persons: return {"persons", u"人数", "Persons", FieldType::Int, "", Sensitivity::N};
    case Kind::Records: return {"records", u"条数", "Records", FieldType::Int, "", Sensitivity::N};
    default: break;
    }
    FieldDef shape = column->shape;
    shape.sensitivity = Sensitivity::N; // a sum says nothing of one person
    if (kind == Kind::Least || kind == Kind::Most)
        shape.sensitivity = column->shape.sensitivity;
    if (kind == Kind::Mean && (shape.type == FieldType::Int || shape.type == FieldType::Year)) {
        shape.type = FieldType::Dec;
        shape.scale = 2;
    }
    return shape;
}

Result<CountGroup> readGroup(Entity subject, const QString &text)
{
    const QString name = text.section(u':', 0, 0).trimmed();
    CountGroup group{TableScan::columnNamed(subject, name), {}, text};
    if (!group.column)
        return fail(faulty("unknown_field", name));
    const QString bands = text.section(u':', 1).trimmed();
    if (!text.contains(u':'))
        return group;
    const QStringList bounds = bands.split(u',');
    if (!isNumber(group.column->shape.type) || bounds.size() > kMostBounds)
        return fail(faulty("bad_bands", text));
    for (const QString &bound : bounds) {
        const ParsedValue parsed = parseValue(group.column->shape, bound);
        const qint64 *number = std::get_if<qint64>(&parsed.value.data());
        if (parsed.fault || !number || (!group.bounds.empty() && *number <= group.bounds.back()))
            return fail(faulty("bad_bands", text));
        group.bounds.push_back(*number);
    }
    return group;
}

Result<CountFigure> readFigure(Entity subject, const QString &text)
{
    const QString word = text.section(u':', 0, 0).trimmed();
    CountFigure figure;
    figure.id = text;
    if (!text.contains(u':')) {
        const auto known = std::ranges::find_if(kPlain, [&word](const FigureWord &plain) {
            return word == QLatin1String(plain.word);
        });
        const bool persons = known != std::end(kPlain) && known->kind == Kind::Persons;
        if (known == std::end(kPlain)
            || (persons && subject != Entity::Household && subject != Entity::Member))
            return fail(faulty("bad_figure", text));
        figure.kind = known->kind;
        if (persons && subject == Entity::Household)
            figure.column = TableScan::columnNamed(subject, u"member_count"_s);
        return figure;
    }
    const auto known = std::ranges::find_if(kOfColumn, [&word](const FigureWord &of) {
        return word == QLatin1String(of.word);
    });
    if (known == std::end(kOfColumn))
        return fail(faulty("bad_figure", text));
    figure.kind = known->kind;
    const QString name = text.section(u':', 1).trimmed();
    figure.column = TableScan::columnNamed(subject, name);
    if (!figure.column)
        return fail(faulty("unknown_field", name));
    if (!isNumber(figure.column->shape.type))
        return fail(faulty("bad_figure", text));
    return figure;
}

std::vector<TableCounter::Key> TableCounter::keysOf(const CountGroup &group, const Value &value) const
{
    if (value.isBlank())
        return {Key{kLast, {}, {}}};
    if (!group.bounds.empty()) {
        const auto band = size_t(std::ranges::upper_bound(group.bounds, value.toInt())
                                 - group.bounds.begin());
        return {Key{qint64(band), {}, Value(bandText(group, band))}};
    }
    const FieldDef &shape = group.column->shape;
    if (shape.type == FieldType::Codes) {
        std::vector<Key> keys;
        for (const QString &code : value.toList())
            keys.push_back({orderInList(shape.list, code), code, Value(QStringList{code})});
        return keys;
    }
    if (shape.type == FieldType::TextList) {
        std::vector<Key> keys;
        for (const QString &text : value.toList())
            keys.push_back({0, text, Value(QStringList{text})});
        return keys;
    }
    if (const qint64 *number = std::get_if<qint64>(&value.data()))
        return {Key{*number, {}, value}};
    if (const bool *yes = std::get_if<bool>(&value.data()))
        return {Key{*yes ? 0 : 1, {}, value}};
    const QString text = value.toText();
    if (const auto area = areaText(*group.column, value, m_divisions))
        return {Key{text.toLongLong(), text, Value(*area)}};
    return {Key{shape.type == FieldType::Code ? orderInList(shape.list, text) : 0, text, value}};
}

void TableCounter::addTo(Tally &tally, qint64 household, std::span<const Value> figures)
{
    ++tally.records;
    tally.sums.resize(m_figures.size());
    const bool first = tally.households.insert(household).second;
    for (size_t i = 0; i < m_figures.size(); ++i) {
        const CountFigure &figure = m_figures[i];
        if (!figure.column || figures[i].isBlank() || (figure.kind == Kind::Persons && !first))
            continue;
        Sum &sum = tally.sums[i];
        const qint64 number = figures[i].toInt();
        sum.total += number;
        sum.least = sum.filled == 0 ? number : std::min(sum.least, number);
        sum.most = sum.filled == 0 ? number : std::max(sum.most, number);
        ++sum.filled;
    }
}

void TableCounter::add(qint64 household, std::span<const Value> values)
{
    const std::span<const Value> figures = values.subspan(m_groups.size());
    addTo(m_all, household, figures);
    std::vector<std::vector<Key>> rows{{}};
    for (size_t i = 0; i < m_groups.size(); ++i) {
        std::vector<std::vector<Key>> longer;
        for (const Key &key : keysOf(m_groups[i], values[i]))
            for (std::vector<Key> row : rows) {
                row.push_back(key);
                longer.push_back(std::move(row));
            }
        rows = std::move(longer);
    }
    for (std::vector<Key> &row : rows)
        addTo(m_rows[std::move(row)], household, figures);
}

Value TableCounter::figureOf(const Tally &tally, size_t index) const
{
    const CountFigure &figure = m_figures[index];
    const Sum sum = index < tally.sums.size() ? tally.sums[index] : Sum{};
    switch (figure.kind) {
    case Kind::Households: return Value(qint64(tally.households.size()));
    case Kind::Records: return Value(tally.records);
    case Kind::Persons: return Value(figure.column ? sum.total : tally.records);
    default: break;
    }
    if (sum.filled == 0)
        return {}; // blank is not zero
    switch (figure.kind) {
    case Kind::Sum: return Value(sum.total);
    case Kind::Least: return Value(sum.least);
    case Kind::Most: return Value(sum.most);
    default: break;
    }
    const FieldType type = figure.column->shape.type;
    const qint64 finer = type == FieldType::Int || type == FieldType::Year ? 100 : 1;
    return Value(divideForDisplay(sum.total * finer, sum.filled));
}

void TableCounter::finish(TableAnswer &answer) const
{
    for (const CountGroup &group : m_groups) {
        const FieldType type = group.column->shape.type;
        answer.heads.push_back({Kind::Group, group.id, group.shape(), 0,
                                type == FieldType::Codes || type == FieldType::TextList});
        answer.totals.emplace_back();
    }
    for (size_t i = 0; i < m_figures.size(); ++i) {
        const qint64 filled = i < m_all.sums.size() ? m_all.sums[i].filled : 0;
        const bool ofColumn = m_figures[i].kind > Kind::Records;
        answer.heads.push_back({m_figures[i].kind, m_figures[i].id, m_figures[i].shape(),
                                ofColumn ? m_all.records - filled : 0, false});
        answer.totals.push_back(figureOf(m_all, i));
    }
    for (const auto &[keys, tally] : m_rows) {
        std::vector<Value> row;
        for (const Key &key : keys)
            row.push_back(key.value);
        for (size_t i = 0; i < m_figures.size(); ++i)
            row.push_back(figureOf(tally, i));
        answer.rows.push_back(std::move(row));
    }
    if (m_groups.empty() && m_rows.empty()) // nothing fits: that is an answer, too
        answer.rows.emplace_back(answer.totals);
    answer.records = m_all.records;
    answer.allHouseholds = qint64(m_all.households.size());
}

} // namespace ffp
