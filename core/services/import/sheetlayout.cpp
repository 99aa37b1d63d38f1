// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/sheetlayout.h"

#include "core/base/text.h"
#include "core/domain/datetext.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/valuetext.h"
#include "core/services/import/datadate.h"
#include "core/services/import/mappingcheck.h"
#include "core/services/import/sheetfacts.h"

#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <numeric>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Candidate {
    const Sheet *sheet = nullptr;
    HeaderMatch match;
};

const std::vector<HeaderKind> &headerKinds()
{
    static const std::vector<HeaderKind> kinds = [] {
        std::vector<HeaderKind> out;
        for (const KindDef &def : kindDefs())
            out.push_back(def.headers);
        return out;
    }();
    return kinds;
}

QString kindSaid(const QString &file, const ImportOptions &options)
{
    return options.kinds.value(file, options.as);
}

/// Texts of the header row that the user mapped to something count as known, so that a sheet with quite
/// other headers can be read too. When the kind is `said`, few known headers are no chance.
std::vector<HeaderKind> kindsWith(const QMap<QString, QString> &mapping, bool said)
{
    std::vector<HeaderKind> kinds = headerKinds();
    for (HeaderKind &kind : kinds)
        kind.minimum = said ? 1 : kind.minimum;
    for (HeaderKind &kind : kinds)
        for (auto it = mapping.cbegin(); it != mapping.cend(); ++it)
            for (HeaderField &field : kind.fields)
                if (!it.value().isEmpty() && (field.id == it.value() || field.id.endsWith(u'.' + it.value())))
                    field.texts.append(it.key());
    return kinds;
}

bool better(const Candidate &a, const Candidate &b)
{
    if (!b.sheet || a.match.complete() != b.match.complete())
        return !b.sheet || a.match.complete();
    if (a.sheet->state() != b.sheet->state())
        return a.sheet->state() < b.sheet->state();
    return a.match.known > b.match.known;
}

/// Web systems write lists as text under the suffix of a workbook, and these are read. Without a header of
/// ours such a file is not what its name says.
bool isTextInDisguise(const Workbook &workbook, const QString &file)
{
    static const QStringList workbooks{u"xlsx"_s, u"xlsm"_s, u"xls"_s, u"et"_s, u"ods"_s};
    return workbook.format == TableFormat::Csv && workbooks.contains(QFileInfo(file).suffix().toLower());
}

/// Rows are villages: columns of a village, none of a person or a household, and words that only such
/// sheets have (T-24).
bool isOfVillages(const Workbook &workbook)
{
    static const QStringList words{u"行政村"_s, u"村集体"_s, u"村书记"_s,   u"村支书"_s,
                                   u"村委会"_s, u"驻村"_s,   u"第一书记"_s, u"脱贫村"_s,
                                   u"贫困村"_s, u"自然村"_s, u"总户数"_s,   u"农民人均"_s};
    const KindDef &list = kindDef(Kind::Registered);
    for (const Sheet &sheet : workbook.sheets) {
        for (int row = 1; row <= std::min(kLastHeaderRow, sheet.lastRow()); ++row) {
            const HeaderMatch match = headerAt(sheet, headerKinds(), 0, row);
            bool village = false;
            bool others = false;
            int own = 0;
            for (const HeaderColumn &column : match.columns) {
                const int field = std::max(column.field, column.repeats);
                const ColumnRole role = field < 0 ? ColumnRole() : list.roles[size_t(field)];
                village |= role.type == ColumnRole::Type::Area && role.level == AreaLevel::Village;
                others |= role.is(household::f("household_no")) || role.is(household::f("head_name"))
                          || (role.type == ColumnRole::Type::Field && role.field.entity == Entity::Member);
                own += std::any_of(words.begin(), words.end(),
                                   [&](const QString &word) { return column.text.contains(word); });
            }
            if (village && !others && own >= 2)
                return true;
        }
    }
    return false;
}

Result<Candidate> choose(const Workbook &workbook, const QString &file, const ImportOptions &options)
{
    const QString as = kindSaid(file, options);
    const bool automatic = as.isEmpty() || as == u"auto";
    const std::optional<Kind> wanted = kindFromCode(as);
    if (!automatic && !wanted) {
        Error error = Error::onFile(ErrorKind::InvalidArgument, file, u"kind"_s);
        error.args = {as};
        return fail(std::move(error));
    }
    const std::vector<HeaderKind> kinds = kindsWith(options.mapping, !automatic);
    Candidate best;
    bool sheetFound = options.sheet.isEmpty();
    for (const Sheet &sheet : workbook.sheets) {
        if (!options.sheet.isEmpty() && sheet.name() != options.sheet)
            continue;
        sheetFound = true;
        for (const HeaderMatch &match : matchHeaders(sheet, kinds, kLastHeaderRow)) {
            const KindDef &def = kindDefs()[size_t(match.kind)];
            // Such a list repeats what is known of persons: without its own column it is one of persons.
            if (automatic && isJobKind(def.kind) && !match.complete())
                continue;
            const Candidate one{&sheet, match};
            if ((automatic || &def == &kindDef(*wanted)) && better(one, best))
                best = one;
        }
    }
    if (!sheetFound) {
        Error error = Error::onFile(ErrorKind::InvalidArgument, file, u"sheet"_s);
        error.args = {options.sheet};
        return fail(std::move(error));
    }
    if (automatic && !best.match.complete() && isOfVillages(workbook)) {
        Error error = Error::onFile(ErrorKind::UnknownFileKind, file);
        error.args = {u"villages"_s};
        return fail(std::move(error));
    }
    if (!best.sheet)
        return fail(Error::onFile(isTextInDisguise(workbook, file) ? ErrorKind::NotAWorkbook
                                                                   : ErrorKind::UnknownFileKind,
                                  file));
    return best;
}

/// A header that the user mapped keeps what the user said, whatever it looks like. Returns the indexes of
/// these columns. One mapping serves all files of a run: what it says of headers that this one has not got,
/// or with fields of another kind, is meant for the others.
QSet<int> applyMapping(const KindDef &def, const ImportOptions &options, std::vector<LayoutColumn> &columns)
{
    QSet<int> mapped;
    for (auto it = options.mapping.cbegin(); it != options.mapping.cend(); ++it) {
        const std::optional<ColumnRole> role = roleById(def, it.value());
        for (int i = 0; role && i < int(columns.size()); ++i)
            if (headerKey(columns[size_t(i)].title) == headerKey(it.key())) {
                columns[size_t(i)].role = *role;
                mapped.insert(i);
            }
    }
    return mapped;
}

/// Of several columns of one field the first one counts; one that the user named goes before the others.
void findRepeats(std::vector<LayoutColumn> &columns, const QSet<int> &mapped)
{
    const int count = int(columns.size());
    std::vector<int> order(size_t(count), 0);
    std::iota(order.begin(), order.end(), 0);
    std::stable_partition(order.begin(), order.end(), [&](int i) { return mapped.contains(i); });
    std::vector<int> first; // columns that count
    for (const int i : order) {
        LayoutColumn &column = columns[size_t(i)];
        const auto same = std::find_if(first.begin(), first.end(),
                                       [&](int other) { return columns[size_t(other)].role == column.role; });
        column.repeats = column.role.type == ColumnRole::Type::Kept || same == first.end() ? -1 : *same;
        if (column.repeats < 0)
            first.push_back(i);
    }
}

/// The unit stands in the header, or somebody said it (T-17).
void findUnits(const ImportOptions &options, std::vector<LayoutColumn> &columns)
{
    QHash<QString, int> said;
    for (auto it = options.units.cbegin(); it != options.units.cend(); ++it)
        if (const auto factor = moneyFactorOf(it.value()))
            said.insert(headerKey(it.key()), *factor);
    for (LayoutColumn &column : columns)
        if (mayBeMoney(column.role))
            column.moneyFactor = said.value(headerKey(column.title),
                                            column.title.contains(u"万元") ? kWanFactor : 1);
}

Result<> checkRequired(const KindDef &def, const SheetLayout &layout, const QString &file)
{
    Error error = Error::onFile(ErrorKind::MissingColumn, file);
    error.subject.sheet = layout.sheet->name();
    error.subject.row = layout.headerRow;
    for (qsizetype i = 0; i < def.headers.fields.size(); ++i)
        if (def.headers.fields[i].required
            && std::none_of(layout.columns.begin(), layout.columns.end(),
                            [&](const LayoutColumn &column) { return column.role == def.roles[size_t(i)]; }))
            error.args.append(def.headers.fields[i].texts.first());
    if (!error.args.isEmpty())
        return fail(std::move(error));
    return {};
}

QDate dateInColumn(const SheetLayout &layout)
{
    const int column = layout.columnOf(household::f("data_date"));
    if (!column)
        return {};
    for (qsizetype i = 0; i < layout.sheet->storedRowCount(); ++i) {
        if (layout.sheet->storedRowNumber(i) <= layout.headerRow)
            continue;
        const DateText date = parseDateText(layout.sheet->storedCell(i, column).text(), layout.serials);
        if (date.day.isValid())
            return date.day;
        if (date.month)
            return date.month->lastDay();
    }
    return {};
}

QDate dateInTitles(const SheetLayout &layout)
{
    QStringList titles;
    for (int row = 1; row < layout.headerRow; ++row) {
        for (int column = 1; column <= layout.sheet->lastColumn(); ++column)
            titles.append(layout.sheet->cell(row, column).text());
        titles.removeDuplicates(); // a merged title stands in every column
    }
    return dataDateOf(titles);
}

void findDate(SheetLayout &layout, const QString &file, QDate today)
{
    layout.dateIsStated = true;
    for (const QDate date :
         {dateInColumn(layout), dateInTitles(layout), dataDateOfFileName(QFileInfo(file).completeBaseName())})
        if (date.isValid()) {
            layout.dataDate = date;
            return;
        }
    layout.dateIsStated = false;
    layout.dataDate = today;
}

/// A list with more households of kind 一般农户 than others, or without that column with 边缘 in its titles,
/// is one of edge households.
Kind listKind(const SheetLayout &layout)
{
    const int column = layout.columnOf(household::f("household_type"));
    const FieldDef &type = fieldDef(household::f("household_type"));
    qsizetype general = 0;
    qsizetype others = 0;
    for (qsizetype i = 0; column && i < layout.sheet->storedRowCount(); ++i) {
        const Cell cell = layout.sheet->storedCell(i, column);
        if (layout.sheet->storedRowNumber(i) <= layout.headerRow || cell.isEmpty())
            continue;
        const QString code = parseValue(type, cell.text()).value.toText();
        general += code == u"general";
        others += !code.isEmpty() && code != u"general";
    }
    if (general + others > 0)
        return general > others ? Kind::Edge : Kind::Registered;
    for (int row = 1; row < layout.headerRow; ++row)
        if (layout.sheet->cell(row, 1).text().contains(u"边缘"))
            return Kind::Edge;
    return Kind::Registered;
}

SheetLayout layoutOf(const Workbook &workbook, const Candidate &chosen, const QString &file,
                     const ImportOptions &options)
{
    const KindDef &def = kindDefs()[size_t(chosen.match.kind)];
    SheetLayout layout;
    layout.serials = workbook.date1904 ? SerialDates::From1904 : SerialDates::From1900;
    layout.kind = def.kind;
    layout.sheet = chosen.sheet;
    layout.headerRow = chosen.match.row;
    for (const HeaderColumn &header : chosen.match.columns) {
        LayoutColumn column;
        column.column = header.column;
        column.title = header.title;
        if (const int field = std::max(header.field, header.repeats); field >= 0)
            column.role = def.roles[size_t(field)];
        layout.columns.push_back(std::move(column));
    }
    findRepeats(layout.columns, applyMapping(def, options, layout.columns));
    findUnits(options, layout.columns);
    if (layout.kind == Kind::Registered)
        layout.kind = kindFromCode(kindSaid(file, options)).value_or(listKind(layout));
    return layout;
}

/// The row with the most cells among those where a header may be is the likeliest header: titles have fewer,
/// and the data below have no more. Hidden sheets count when no visible one has anything.
SheetLayout fullestRow(const Workbook &workbook, const QString &wantedSheet)
{
    SheetLayout best;
    for (const SheetState state : {SheetState::Visible, SheetState::Hidden, SheetState::VeryHidden}) {
        for (const Sheet &sheet : workbook.sheets) {
            if (wantedSheet.isEmpty() ? sheet.state() != state : sheet.name() != wantedSheet)
                continue;
            for (int row = 1; row <= std::min(kLastHeaderRow, sheet.lastRow()); ++row) {
                const HeaderMatch match = headerAt(sheet, headerKinds(), 0, row);
                if (size_t(match.columns.size()) <= best.columns.size())
                    continue;
                best = {};
                best.sheet = &sheet;
                best.headerRow = row;
                for (const HeaderColumn &header : match.columns)
                    best.columns.push_back({header.column, header.title, {}});
            }
        }
        if (best.sheet)
            break;
    }
    return best;
}

} // namespace

int SheetLayout::indexOf(FieldRef field) const
{
    for (size_t i = 0; i < columns.size(); ++i)
        if (columns[i].role.is(field) && columns[i].repeats < 0)
            return int(i);
    return -1;
}

int SheetLayout::columnOf(FieldRef field) const
{
    const int index = indexOf(field);
    return index < 0 ? 0 : columns[size_t(index)].column;
}

QString SheetLayout::title(int column) const
{
    for (const LayoutColumn &one : columns)
        if (one.column == column)
            return one.title;
    return {};
}

int SheetLayout::ownColumn(QStringView header) const
{
    for (const LayoutColumn &one : columns)
        if (one.role.type == ColumnRole::Type::Ignored && one.title == header)
            return one.column;
    return 0;
}

Result<SheetLayout> recognise(const Workbook &workbook, const QString &file, const ImportOptions &options,
                              QDate today, FindingBook &book)
{
    FFP_TRY(checkFields(options.mapping));
    FFP_ASSIGN(const Candidate chosen, choose(workbook, file, options));
    SheetLayout layout = layoutOf(workbook, chosen, file, options);
    FFP_TRY(checkRequired(kindDef(layout.kind), layout, file));
    findDate(layout, file, today);
    noteSheetFacts(workbook, layout, book);
    return layout;
}

Result<RoughLayout> guessLayout(const Workbook &workbook, const QString &file, const ImportOptions &options)
{
    FFP_TRY(checkFields(options.mapping));
    const auto chosen = choose(workbook, file, options);
    if (chosen)
        return RoughLayout{layoutOf(workbook, *chosen, file, options), true};
    if (chosen.error().kind != ErrorKind::UnknownFileKind)
        return fail(chosen.error());
    RoughLayout rough{fullestRow(workbook, options.sheet), false};
    if (const auto said = kindFromCode(kindSaid(file, options))) {
        rough.layout.kind = *said;
        rough.kindIsKnown = true;
    }
    return rough;
}

} // namespace ffp::imports
