// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/domain/codelist.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/householdrules.h"
#include "core/domain/memberrules.h"
#include "core/domain/personname.h"
#include "core/services/import/memberlist.h"

#include <algorithm>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

bool MemberList::isHead(const Row &row) const
{
    static const int head = [] {
        const auto &codes = codeList("relation")->codes;
        return int(std::find_if(codes.begin(), codes.end(),
                                [](const Code &code) { return std::string_view(code.code) == "head"; })
                   - codes.begin());
    }();
    return row.relation == head;
}

bool MemberList::isLoadable(const Row &row) const
{
    return !row.error && !row.duplicate && row.household >= 0 && !m_households[size_t(row.household)].held;
}

IdNumber MemberList::idOf(const DataRow &row)
{
    if (lostItsEnd(m_reader.cell(row.stored, m_at.id)))
        return {};
    return parseIdNumber(text(row, m_at.id), m_layout.dataDate);
}

QString MemberList::nameOf(const DataRow &row)
{
    return parsePersonName(text(row, m_at.name)).text;
}

void MemberList::judgeRow(Row &row)
{
    readHouseholdNumber(row);
    row.relation = -1;
    if (const QString code = m_reader.read(row.at.stored, m_at.relation).value.toText(); !code.isEmpty()) {
        const auto &codes = codeList("relation")->codes;
        const auto it = std::find_if(codes.begin(), codes.end(),
                                     [&](const Code &one) { return code == QLatin1String(one.code); });
        row.relation = qint8(it - codes.begin());
    }
    if (m_at.stated >= 0)
        if (const Value stated = m_reader.read(row.at.stored, m_at.stated).value; !stated.isBlank())
            row.stated = qint16(std::clamp<qint64>(stated.toInt(), 0, 999));

    if (isBlankText(text(row.at, m_at.name)))
        error(row, m_at.name,
              m_reader.cell(row.at.stored, m_at.name).kind() == CellKind::Error ? "formula_error_value"
                                                                                : "missing_name");
    IdNumber id;
    readId(row, id);
    readVillage(row);
    if (!row.error)
        checkMemberOf(row, id);
}

void MemberList::readHouseholdNumber(Row &row)
{
    const Cell cell = m_reader.cell(row.at.stored, m_at.number);
    if (isBlankText(cell.text()))
        return error(row, m_at.number, "missing_household_number");
    if (cell.kind() == CellKind::Error)
        return error(row, m_at.number, "formula_error_value", {cell.text()});
    const ParsedValue &parsed = m_reader.read(row.at.stored, m_at.number);
    if (parsed.fault)
        return error(row, m_at.number, findingDef(*parsed.fault).kind, {cell.text()});
    const QString number = parsed.value.toText();
    for (const Finding note : parsed.notes)
        m_book.add(note, row.at.number, sheetColumn(m_at.number), Scope::Row);

    auto it = m_byNumber.constFind(number);
    if (it == m_byNumber.cend()) {
        it = m_byNumber.insert(number, int(m_households.size()));
        m_households.emplace_back();
        m_households.back().number = number;
    }
    row.household = *it;
    if (cell.kind() == CellKind::Number && !m_numericNumbers.contains(row.household)) {
        m_numericNumbers.insert(row.household);
        add(row.at, m_at.number, "household_number_stored_as_number", FindingSeverity::Info,
            Scope::Household);
    }
}

void MemberList::readId(Row &row, IdNumber &id)
{
    const Cell cell = m_reader.cell(row.at.stored, m_at.id);
    const QStringList args{shown(fieldAt(m_at.id), cell.text())};
    if (cell.kind() == CellKind::Error)
        return error(row, m_at.id, "formula_error_value", {cell.text()});
    if (lostItsEnd(cell))
        return error(row, m_at.id, "id_stored_as_number", args);
    id = parseIdNumber(cell.text(), m_layout.dataDate);
    if (!id.usable())
        return error(row, m_at.id, findingDef(id.findings.front()).kind,
                     cell.isEmpty() ? QStringList() : args);
    row.sex = id.sex;
    row.person = id.personKey.left(17).toULongLong();
}

void MemberList::readVillage(Row &row)
{
    row.place = m_villages.at(row.at.stored);
    const VillageFinder::Place &place = m_villages.place(row.place);
    if (!place.village.isNull() || m_villages.column() == 0)
        return;
    row.error = true;
    m_book.add({place.candidates.isEmpty() ? "unknown_village" : "ambiguous_village", FindingSeverity::Error,
                Scope::Row, row.at.number, m_villages.column(),
                QStringList{m_layout.sheet->storedCell(row.at.stored, m_villages.column()).text()}
                    + place.candidates});
}

void MemberList::checkMemberOf(Row &row, const IdNumber &id)
{
    MemberFacts facts;
    facts.sexFromId = id.sex;
    facts.birthFromId = id.form == IdForm::Placeholder ? QDate() : id.birthDate;
    for (const Finding note : id.findings) {
        QStringList args;
        if (findingDef(note).severity != FindingSeverity::Info)
            args = {shown(fieldAt(m_at.id), id.text)};
        m_book.add(note, row.at.number, sheetColumn(m_at.id), Scope::Row, args);
    }
    for (int i = 0; i < int(m_layout.columns.size()); ++i) {
        const LayoutColumn &column = m_layout.columns[size_t(i)];
        if (column.role.type != ColumnRole::Type::Field || column.role.field.entity != Entity::Member
            || column.repeats >= 0 || i == m_at.id)
            continue;
        if (m_reader.cell(row.at.stored, i).isEmpty())
            continue;
        const ParsedValue &parsed = m_reader.read(row.at.stored, i);
        const bool read = noteParsed(row.at, i, fieldAt(i), parsed, Scope::Row);
        const FieldRef field = column.role.field;
        if (field == member::f("relation"))
            facts.relation = parsed.value.toText();
        else if (field == member::f("education"))
            facts.education = parsed.value.toText(), facts.educationUnread = !read;
        else if (field == member::f("student"))
            facts.student = parsed.value.toText(), facts.studentUnread = !read;
        else if (field == member::f("labour"))
            facts.labour = parsed.value.toText();
        else if (field == member::f("health"))
            facts.health = parsed.value.toList();
        else if (field == member::f("sex"))
            facts.sexCode = parsed.value.toText();
        else if (field == member::f("birth_date"))
            facts.statedBirthDate = QDate::fromString(parsed.value.toText(), Qt::ISODate);
        else if (field == member::f("work_months") && !parsed.value.isBlank())
            facts.workMonths = int(std::clamp<qint64>(parsed.value.toInt(), -999, 999));
    }
    const bool schoolKnown = index(member::f("education")) >= 0 && index(member::f("student")) >= 0;
    for (const Finding finding : checkMember(facts, m_layout.dataDate)) {
        FieldRef about = member::f("id_no");
        switch (finding) {
        case Finding::EducationAndSchoolBothEmpty:
            // A list without one of the two columns cannot tell.
            if (!schoolKnown)
                continue;
            about = member::f("education");
            break;
        case Finding::EducationAndSchoolBoth: about = member::f("education"); break;
        case Finding::PreschoolAt7OrMore:
        case Finding::GradeAgeMismatch: about = member::f("student"); break;
        case Finding::LabourUnder16:
        case Finding::LabourOver60:
        case Finding::StudentWithLabour: about = member::f("labour"); break;
        case Finding::WorkWithoutLabour:
        case Finding::MonthsOver12:
        case Finding::MonthsNegative: about = member::f("work_months"); break;
        case Finding::HealthContradiction: about = member::f("health"); break;
        case Finding::SexDiffersFromId: about = member::f("sex"); break;
        case Finding::BirthDateDiffersFromId: about = member::f("birth_date"); break;
        default: break;
        }
        const int at = index(about);
        m_book.add(finding, row.at.number, sheetColumn(at), Scope::Row,
                   {shown(fieldDef(about), text(row.at, at))});
    }
}

void MemberList::findDuplicatePersons()
{
    std::vector<std::pair<quint64, int>> keys;
    keys.reserve(m_rows.size());
    for (int i = 0; i < int(m_rows.size()); ++i)
        if (m_rows[size_t(i)].person && !m_rows[size_t(i)].duplicate)
            keys.emplace_back(m_rows[size_t(i)].person, i);
    std::sort(keys.begin(), keys.end());

    // Only the rows whose number comes twice are looked at more closely.
    std::vector<int> rows;
    for (size_t i = 0; i < keys.size(); ++i) {
        const bool before = i > 0 && keys[i - 1].first == keys[i].first;
        const bool after = i + 1 < keys.size() && keys[i + 1].first == keys[i].first;
        if (before || after)
            rows.push_back(keys[i].second);
    }
    std::sort(rows.begin(), rows.end());
    std::vector<PersonRow> persons;
    for (const int row : rows)
        persons.push_back(
            {QString::number(m_rows[size_t(row)].person), QString::number(m_rows[size_t(row)].household)});
    for (const DuplicatePerson &found : duplicatePersons(persons)) {
        Row &row = m_rows[size_t(rows[size_t(found.row)])];
        const Row &other = m_rows[size_t(rows[size_t(found.other)])];
        QStringList args{shown(fieldAt(m_at.id), text(row.at, m_at.id)),
                         u'#' + QString::number(other.at.number)};
        if (other.household >= 0)
            args.append(m_households[size_t(other.household)].number);
        error(row, m_at.id, findingDef(found.finding).kind, args);
    }
}

} // namespace ffp::imports
