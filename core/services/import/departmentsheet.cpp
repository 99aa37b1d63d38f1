// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/departmentsheet.h"

#include "core/domain/fields/incomelinefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/idnumber.h"
#include "core/domain/personname.h"

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Steps by which a medical list is summed up, in yuan; what they mean is up to the policy pack.
constexpr qint64 kSelfPaidSteps[] = {5'000, 10'000, 20'000};
constexpr qint64 kFenPerYuan = 100;

} // namespace

DepartmentSheet::DepartmentSheet(const SheetLayout &layout, const Surroundings &around)
    : SheetImport(layout, around),
      m_id(layout.indexOf(member::f("id_no"))),
      m_name(layout.indexOf(member::f("name")))
{}

Result<> DepartmentSheet::judgeRows(const RegisterView &view, Progress &progress)
{
    m_rows.resize(m_scan.rows.size());
    for (size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i].at = m_scan.rows[i];
        readKey(m_rows[i]);
    }
    const auto chunk = size_t(RegisterView::kChunk);
    for (size_t from = 0; from < m_rows.size(); from += chunk) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        progress.report("compare", qint64(from), qint64(m_rows.size()));
        FFP_TRY(findPersons(view, from, std::min(from + chunk, m_rows.size())));
    }
    count();
    return {};
}

void DepartmentSheet::readKey(Row &row)
{
    const Cell cell = m_reader.cell(row.at.stored, m_id);
    const char *kind = nullptr;
    if (cell.isEmpty()) {
        kind = "missing_id";
    } else if (lostItsEnd(cell)) {
        kind = "id_stored_as_number";
    } else {
        const IdNumber id = parseIdNumber(cell.text(), m_layout.dataDate);
        row.personKey = id.personKey;
        if (id.form == IdForm::Placeholder)
            kind = "id_placeholder_999999";
        else if (!id.usable())
            kind = findingDef(id.findings.front()).kind;
    }
    if (!kind)
        return;
    row.personKey.clear();
    add(row.at, m_id, kind, FindingSeverity::Error, Scope::Row,
        cell.isEmpty() ? QStringList() : QStringList{shown(fieldAt(m_id), cell.text())});
    setAside(row, kind);
}

Result<> DepartmentSheet::findPersons(const RegisterView &view, size_t from, size_t to)
{
    QStringList keys;
    for (size_t i = from; i < to; ++i)
        if (!m_rows[i].personKey.isEmpty())
            keys.append(m_rows[i].personKey);
    FFP_ASSIGN(const auto persons, view.persons(keys));
    for (size_t i = from; i < to; ++i) {
        Row &row = m_rows[i];
        if (row.personKey.isEmpty())
            continue;
        const auto person = persons.constFind(row.personKey);
        if (person == persons.cend()) {
            row.match = Match::Unknown;
            add(row.at, m_id, "person_unknown", FindingSeverity::Info, Scope::Row);
        } else if (m_name >= 0 && !m_reader.cell(row.at.stored, m_name).isEmpty()
                   && !sameName(person->name, text(row.at, m_name))) {
            row.match = Match::NameDiffers;
            add(row.at, m_name, "match_name_differs", FindingSeverity::Error, Scope::Row,
                {text(row.at, m_name), person->name});
            setAside(row, "match_name_differs");
        } else {
            row.match = Match::Hit;
        }
    }
    return {};
}

void DepartmentSheet::setAside(const Row &row, const char *kind)
{
    HeldRows::Row held;
    held.at = row.at;
    held.key = QString::number(row.at.number);
    held.reasons = {QString::fromLatin1(kind)};
    m_held.add(std::move(held));
}

void DepartmentSheet::count()
{
    qint64 of[4] = {};
    QSet<QString> persons;
    QSet<QString> matched;
    QSet<QString> unknown;
    for (const Row &row : m_rows) {
        ++of[size_t(row.match)];
        if (row.match >= Match::NameDiffers)
            persons.insert(row.personKey);
        if (row.match == Match::Hit)
            matched.insert(row.personKey);
        if (row.match == Match::Unknown)
            unknown.insert(row.personKey);
    }
    m_counts.onlyCompared = true;
    m_counts.setAside = qint64(m_held.rows().size());
    m_counts.compared = m_counts.rows - m_counts.setAside;
    m_counts.matched = matched.size();
    m_counts.unmatched = unknown.size();
    countFindings();
    addMeasure("rows_error", m_counts.setAside);
    addMeasure("rows_non_data", m_scan.notData);
    addMeasure("rows_invalid_id", of[size_t(Match::InvalidKey)]);
    addMeasure("rows_unknown", of[size_t(Match::Unknown)]);
    addMeasure("rows_match_name_differs", of[size_t(Match::NameDiffers)]);
    addMeasure("rows_match", of[size_t(Match::Hit)]);
    addMeasure("matched_persons", persons.size());
    if (m_layout.kind == Kind::Medical)
        countAmounts();
}

/// What the matched persons paid themselves; the first column that only this kind of list has.
void DepartmentSheet::countAmounts()
{
    int column = -1;
    for (int i = 0; i < int(m_layout.columns.size()) && column < 0; ++i)
        if (m_layout.columns[size_t(i)].role.type == ColumnRole::Type::Own
            && m_layout.columns[size_t(i)].role.rank == 0)
            column = i;
    if (column < 0)
        return;
    QHash<QString, qint64> byPerson;
    qint64 sum = 0;
    for (const Row &row : m_rows) {
        if (row.match < Match::NameDiffers)
            continue;
        const FieldDef &amount = fieldDef(income_line::f("amount"));
        const ParsedValue &parsed = m_reader.read(row.at.stored, column, amount);
        noteParsed(row.at, column, amount, parsed, Scope::Row);
        byPerson[row.personKey] += parsed.value.toInt();
        sum += parsed.value.toInt();
    }
    addMeasure("self_paid_sum_of_matched_rows_fen", sum);
    for (const qint64 step : kSelfPaidSteps)
        addMeasure("matched_persons_with_self_paid_sum_at_least",
                   std::count_if(byPerson.cbegin(), byPerson.cend(),
                                 [&](qint64 paid) { return paid >= step * kFenPerYuan; }),
                   QString::number(step));
}

} // namespace ffp::imports
