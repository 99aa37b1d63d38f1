// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/sheetimport.h"

#include "core/base/text.h"
#include "core/domain/fields/heldrowfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/householdrules.h"
#include "core/services/import/departmentsheet.h"
#include "core/services/import/jobsheet.h"
#include "core/services/import/layoutpreview.h"
#include "core/services/import/memberlist.h"
#include "core/services/import/visitsheet.h"
#include "core/services/import/yearsheet.h"
#include "core/store/columns.h"
#include "core/tables/celladdress.h"

#include <algorithm>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestArgument = 40;
/// No household has more than 1,000 万元, in 分: under such a header the amount was likely written in 元
/// (T-17).
constexpr qint64 kMostInWan = 1'000 * 10'000 * 100LL;

} // namespace

SheetImport::SheetImport(const SheetLayout &layout, const Surroundings &around)
    : m_layout(layout),
      m_around(around),
      m_reader(layout, around.options.marksMeanYes),
      m_held(layout, around.fingerprint)
{}

SheetImport::~SheetImport() = default;

Result<> SheetImport::judge(const RegisterView &view, FindingBook book, Progress &progress)
{
    m_book = std::move(book);
    m_scan = scanRows(m_layout, m_book);
    m_counts.rows = qint64(m_scan.rows.size());
    if (!isDepartmentKind(m_layout.kind))
        FFP_TRY(m_held.load(view, m_scan.rows));
    FFP_TRY(judgeRows(view, progress));
    // A held row may be damaged in another way than before, such as by the other format of the file.
    if (m_counts.rows > m_counts.setAside && !isDepartmentKind(m_layout.kind) && !m_changes)
        m_book.add({"same_data_as_a", FindingSeverity::Info, Scope::File, 0, 0, {}});
    return {};
}

Result<> SheetImport::write(ChangeWriter &writer, RecordId batch, Progress &progress)
{
    FFP_TRY(writeRows(writer, progress));
    return m_held.write(writer, m_around.site, batch);
}

FilePreview SheetImport::preview() const
{
    FilePreview out = m_counts;
    out.dataDate = m_layout.dataDate;
    out.differences = m_differences;
    std::stable_sort(out.differences.begin(), out.differences.end(),
                     [](const ImportDifference &a, const ImportDifference &b) { return a.row < b.row; });
    out.findings = m_book.texts([this](int column) { return m_layout.title(column); });
    std::vector<qsizetype> rows;
    for (size_t i = 0; i < std::min(kFirstRows, m_scan.rows.size()); ++i)
        rows.push_back(m_scan.rows[i].stored);
    showLayout(out, m_layout, rows, m_around.options.language);
    return out;
}

QString SheetImport::shown(const FieldDef &field, const QString &text) const
{
    const QString masked = maskedText(field, cleaned(text));
    return masked.size() > kLongestArgument ? masked.left(kLongestArgument) + u'…' : masked;
}

bool SheetImport::noteParsed(const DataRow &row, int index, const FieldDef &field, const ParsedValue &parsed,
                             Scope scope)
{
    const Cell cell = m_reader.cell(row.stored, index);
    const int column = sheetColumn(index);
    if (cell.kind() == CellKind::Error) {
        m_book.add(
            {"formula_error_value", FindingSeverity::Warning, scope, row.number, column, {cell.text()}});
        return false;
    }
    if (parsed.fault == Finding::DigitsLost) {
        // Of numbers that no row is known by: the value stays empty, the row is loaded.
        const bool bank = field.form == TextForm::BankAccount;
        m_book.add({bank ? "bank_number_stored_as_number" : "number_digits_lost",
                    FindingSeverity::Warning,
                    scope,
                    row.number,
                    column,
                    {}});
        return false;
    }
    const auto add = [&](Finding finding) {
        QStringList args;
        if (findingDef(finding).severity != FindingSeverity::Info)
            args = {shown(field, cell.text())};
        m_book.add(finding, row.number, column, scope, std::move(args));
    };
    if (parsed.fault)
        add(*parsed.fault);
    for (const Finding note : parsed.notes)
        add(note);
    const bool tooMuch = field.type == FieldType::Money && std::abs(parsed.value.toInt()) > kMostInWan;
    if (tooMuch && m_layout.columns[size_t(index)].moneyFactor > 1)
        m_book.add(
            {"amount_unit_doubtful", FindingSeverity::Warning, scope, row.number, column, {cell.text()}});
    const bool monthAsNumber = field.type == FieldType::Ym && cell.kind() == CellKind::Number
                               && !parsed.fault;
    if (monthAsNumber)
        m_book.add({"yyyymm_as_number", FindingSeverity::Info, scope, row.number, column, {}});
    return !parsed.fault;
}

FieldValues SheetImport::valuesOf(const DataRow &row, Entity entity, QStringList &kept)
{
    FieldValues values;
    for (int i = 0; i < int(m_layout.columns.size()); ++i) {
        const LayoutColumn &column = m_layout.columns[size_t(i)];
        if (column.role.type != ColumnRole::Type::Field || column.role.field.entity != entity)
            continue;
        const FieldDef &field = fieldAt(i);
        if (field.flags & kDerived || field.type == FieldType::Ref)
            continue;
        const Cell cell = m_reader.cell(row.stored, i);
        if (cell.isEmpty())
            continue;
        if (column.repeats >= 0 && field.type != FieldType::Codes) {
            // The first column of the field counts; what another one says otherwise is kept (T-09).
            if (cell.textIndex() != m_reader.cell(row.stored, column.repeats).textIndex())
                kept.append(column.title + u'：' + cell.text());
            continue;
        }
        const ParsedValue &parsed = m_reader.read(row.stored, i);
        if (parsed.fault || cell.kind() == CellKind::Error) {
            kept.append(column.title + u'：' + cell.text());
            continue;
        }
        if (parsed.value.isBlank())
            continue;
        const auto same = std::find_if(values.begin(), values.end(),
                                       [&](const auto &one) { return one.first == column.role.field; });
        if (same == values.end()) {
            values.emplace_back(column.role.field, parsed.value);
        } else {
            // Codes in several columns, such as 致贫原因2 and 致贫原因3.
            QStringList codes = same->second.toList() + parsed.value.toList();
            codes.removeDuplicates();
            same->second = Value(codes);
        }
    }
    return values;
}

Result<Act> SheetImport::actOn(const Record *existing, const FieldValues &values, const Place &place)
{
    if (!existing)
        return Act::Create;
    const EntityDef &entity = entityDef(existing->entity);
    std::vector<FieldRef> kept;
    std::vector<std::pair<FieldRef, Value>> followers;
    bool changes = false;
    for (const auto &[field, value] : values) {
        FFP_ASSIGN(Value after, columns::canonical(entity, fieldDef(field), value));
        if (after == (*existing)[field])
            continue;
        if (leaderOf(field)) {
            followers.emplace_back(field, std::move(after));
            continue;
        }
        const Side side = decide(*existing, field, idOfField(field), m_layout.indexOf(field), after, place);
        if (side == Side::Register)
            kept.push_back(field);
        else
            changes = true;
    }
    for (const auto &[field, after] : followers) {
        if (std::find(kept.begin(), kept.end(), *leaderOf(field)) != kept.end())
            kept.push_back(field);
        else
            changes = true;
    }
    if (!kept.empty())
        m_kept.insert(existing->id, std::move(kept));
    return changes ? Act::Edit : Act::None;
}

Side SheetImport::decide(const Record &existing, FieldRef field, const QString &id, int index,
                         const Value &after, const Place &place)
{
    // What no form asks is no choice of a person's.
    if (fieldDef(field).flags & kLocalOnly)
        return Side::File;
    const bool relation = field == member::f("relation");
    ImportDifference one;
    one.row = place.row.number;
    if (index >= 0) {
        one.column = columnLetters(sheetColumn(index));
        one.header = titleOf(index);
    }
    one.id = id;
    one.field = field;
    one.household = place.household;
    one.person = place.person;
    one.before = existing[field];
    one.after = after;
    one.side = m_around.choice.of(place.row.number, id);
    if (m_stays.contains({place.row.number, id}) && !m_around.choice.saysFile(place.row.number, id))
        one.side = Side::Register;
    if (relation && place.relations)
        one.side = *place.relations;
    one.fixed = relation && place.relationsFixed;
    one.rid = existing.rid;
    m_differences.push_back(std::move(one));
    return m_differences.back().side;
}

FieldValues SheetImport::taken(RecordId existing, FieldValues values) const
{
    if (const auto kept = m_kept.constFind(existing); kept != m_kept.cend())
        std::erase_if(values, [&](const auto &one) {
            return std::find(kept->begin(), kept->end(), one.first) != kept->end();
        });
    return values;
}

void SheetImport::keepTexts(const DataRow &row, QStringList &kept) const
{
    for (const LayoutColumn &column : m_layout.columns)
        if (column.role.type == ColumnRole::Type::Kept)
            if (const Cell cell = m_layout.sheet->storedCell(row.stored, column.column); !cell.isEmpty())
                kept.append(column.title + u'：' + cell.text());
}

std::vector<int> SheetImport::exactDuplicates() const
{
    std::vector<int> compared;
    for (const LayoutColumn &column : m_layout.columns)
        if (column.role.type != ColumnRole::Type::Serial && column.role.type != ColumnRole::Type::Ignored)
            compared.push_back(column.column);
    const auto cell = [&](size_t row, int column) {
        return m_layout.sheet->storedCell(m_scan.rows[row].stored, column);
    };
    const auto same = [&](size_t a, size_t b) {
        return std::all_of(compared.begin(), compared.end(), [&](int column) {
            return cell(a, column).textIndex() == cell(b, column).textIndex()
                   && cell(a, column).kind() == cell(b, column).kind();
        });
    };
    std::vector<int> out(m_scan.rows.size(), -1);
    QHash<size_t, int> firstOf;
    firstOf.reserve(qsizetype(m_scan.rows.size()));
    std::vector<quint32> texts(compared.size());
    for (size_t i = 0; i < m_scan.rows.size(); ++i) {
        for (size_t c = 0; c < compared.size(); ++c)
            texts[c] = cell(i, compared[c]).textIndex();
        const size_t hash = qHashRange(texts.begin(), texts.end());
        const auto it = firstOf.constFind(hash);
        if (it == firstOf.cend())
            firstOf.insert(hash, int(i));
        else if (same(i, size_t(*it)))
            out[i] = *it;
    }
    return out;
}

Result<> SheetImport::pairHeldRows()
{
    FFP_ASSIGN(const auto settled, m_held.pair([this](const HeldRows::Row &row, const Record &earlier) {
        return isSameRow(row, earlier);
    }));
    QSet<int> rows;
    QSet<QString> households;
    for (const HeldRows::Row &row : settled) {
        rows.insert(row.at.number);
        households.insert(row.householdNo);
    }
    for (const HeldRows::Row &row : m_held.rows())
        households.remove(row.householdNo);
    m_book.dropErrors(rows, households);
    for (const HeldRows::Row &row : settled)
        add(row.at, -1, m_held.wasDismissed(row.content) ? "dismissed_before" : "corrected_before",
            FindingSeverity::Info, Scope::Row);
    return {};
}

qint64 SheetImport::listMissingHouseholds(QStringList numbers, const QSet<QString> &here, int column,
                                          const char *kind)
{
    const qsizetype all = numbers.size();
    numbers.removeIf([&](const QString &number) { return number.isEmpty() || here.contains(number); });
    if (numbers.size() * 2 > all)
        return 0;
    numbers.sort();
    for (const QString &number : numbers)
        m_book.add({kind, FindingSeverity::Warning, Scope::File, 0, column, {number}});
    return numbers.size();
}

void SheetImport::countFindings()
{
    // By the worst finding of each row; rows of totals are no data.
    QHash<int, FindingSeverity> worst;
    for (const Found &one : m_book.all()) {
        if (one.scope == Scope::Row && one.row > 0) {
            FindingSeverity &there = worst[one.row];
            there = std::max(there, one.severity);
        }
    }
    qint64 warnings = 0;
    qint64 infos = 0;
    qint64 clean = 0;
    for (const DataRow &row : m_scan.rows) {
        const auto it = worst.constFind(row.number);
        clean += it == worst.cend();
        warnings += it != worst.cend() && *it == FindingSeverity::Warning;
        infos += it != worst.cend() && *it == FindingSeverity::Info;
    }
    addMeasure("rows_below_header", m_counts.rows + m_scan.blank + m_scan.notData);
    addMeasure("rows_blank", m_scan.blank);
    addMeasure("rows_not_data", m_scan.notData);
    addMeasure("rows_data", m_counts.rows);
    addMeasure("rows_warning_only", warnings);
    addMeasure("rows_info_only", infos);
    addMeasure("rows_without_row_finding", clean);
}

void SheetImport::addMeasure(const char *measure, qint64 value, const QString &key)
{
    m_counts.measures.push_back({QString::fromLatin1(measure), key, value});
}

void SheetImport::add(const DataRow &row, int index, const char *kind, FindingSeverity severity, Scope scope,
                      QStringList args)
{
    m_book.add({kind, severity, scope, row.number, sheetColumn(index), std::move(args)});
}

void SheetImport::error(JudgedRow &row, int index, const char *kind, QStringList args)
{
    row.error = true;
    add(row.at, index, kind, FindingSeverity::Error, Scope::Row, std::move(args));
}

void SheetImport::markDuplicate(JudgedRow &row, int index, int earlier)
{
    row.duplicate = true;
    add(row.at, index, "exact_duplicate_row", FindingSeverity::Warning, Scope::Row,
        {u'#' + QString::number(m_scan.rows[size_t(earlier)].number)});
}

std::unique_ptr<SheetImport> makeSheetImport(const SheetLayout &layout, const Surroundings &around)
{
    switch (layout.kind) {
    case Kind::HouseholdYear: return std::make_unique<YearSheet>(layout, around);
    case Kind::Visits: return std::make_unique<VisitSheet>(layout, around);
    case Kind::Jobs:
    case Kind::JobPlans: return std::make_unique<JobSheet>(layout, around);
    case Kind::Medical:
    case Kind::Education:
    case Kind::Housing: return std::make_unique<DepartmentSheet>(layout, around);
    case Kind::Registered:
    case Kind::Edge: break;
    }
    return std::make_unique<MemberList>(layout, around);
}

Result<bool> differs(const Record &record, const FieldValues &values)
{
    const EntityDef &entity = entityDef(record.entity);
    for (const auto &[field, value] : values) {
        FFP_ASSIGN(const Value wanted, columns::canonical(entity, fieldDef(field), value));
        if (wanted != record[field])
            return true;
    }
    return false;
}

bool isListRow(const Record &held)
{
    const QString kind = held[held_row::f("kind")].toText();
    return kind == QLatin1String(kindCode(Kind::Registered)) || kind == QLatin1String(kindCode(Kind::Edge));
}

bool hasLeft(const Record &one)
{
    return leavesHousehold(one[member::f("change_kind")].toText());
}

} // namespace ffp::imports
