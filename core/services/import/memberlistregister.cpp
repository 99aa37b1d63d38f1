// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/domain/codelist.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/heldrowfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/personname.h"
#include "core/services/import/memberlist.h"
#include "core/services/lookalikes.h"
#include "core/trust/crypto.h"

#include <algorithm>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

const KnownHousehold &in(const QHash<QString, KnownHousehold> &known, const QString &number)
{
    static const KnownHousehold unknown;
    const auto it = known.constFind(number);
    return it == known.cend() ? unknown : *it;
}

quint64 personOf(const Record &member)
{
    return member[member::f("person_key")].toText().left(17).toULongLong();
}

} // namespace

Result<> MemberList::judgeHouseholds(const RegisterView &view, Progress &progress)
{
    using View = RegisterView;
    int parts = View::Members | View::Living | View::Incomes | View::Held;
    if (index(household::f("monitor_class")) >= 0)
        parts |= View::Cases | View::Risks;
    const auto chunk = size_t(View::kChunk);
    std::optional<View::InChunks> known;
    if (!m_registerIsEmpty) {
        std::vector<QStringList> chunks;
        for (size_t i = 0; i < m_households.size(); ++i) {
            if (i % chunk == 0)
                chunks.emplace_back();
            chunks.back().append(m_households[i].number);
        }
        known.emplace(view, std::move(chunks), parts, m_fieldsRead);
    }
    for (size_t from = 0; from < m_households.size(); from += chunk) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        progress.report("compare", qint64(from), qint64(m_households.size()));
        QHash<QString, KnownHousehold> there;
        if (known) {
            FFP_ASSIGN(there, known->next());
        }
        FFP_TRY(judgeChunk(view, from, std::min(from + chunk, m_households.size()), there));
    }
    return findLookalikes(view);
}

Result<> MemberList::judgeChunk(const RegisterView &view, size_t from, size_t to,
                                const QHash<QString, KnownHousehold> &known)
{
    if (!m_registerIsEmpty) {
        for (size_t i = from; i < to; ++i)
            matchMembers(m_households[i], in(known, m_households[i].number));
        FFP_TRY(findPersons(view, from, to, known));
    }
    for (size_t i = from; i < to; ++i) {
        Household &household = m_households[i];
        const KnownHousehold &there = in(known, household.number);
        FFP_TRY(judgeHousehold(household, there));
        FFP_TRY(compare(view, household, there));
    }
    return {};
}

/// A person is known by the number; without a usable one by number text and name or by the person number of
/// the national system, in this household only. A corrected identity number is recognised by the person
/// number together with the name.
void MemberList::matchMembers(Household &household, const KnownHousehold &known)
{
    QSet<RecordId> taken;
    const auto match = [&](Row &row, const Record *record) {
        if (!record || taken.contains(record->id))
            return;
        row.member = record->id;
        taken.insert(record->id);
    };
    eachRow(household, [&](Row &row) {
        if (row.person)
            match(row, findIn(known.members, [&](const Record &one) { return personOf(one) == row.person; }));
    });
    eachRow(household, [&](Row &row) {
        if (row.error || !row.member.isNull())
            return;
        const QString name = nameOf(row.at);
        const QString number = m_at.memberNo < 0 ? QString()
                                                 : m_reader.read(row.at.stored, m_at.memberNo).value.toText();
        const QString id = row.person ? QString() : idOf(row.at).text;
        match(row, findIn(known.members, [&](const Record &one) {
                  if (taken.contains(one.id) || !sameName(one[member::f("name")].toText(), name))
                      return false;
                  return (!number.isEmpty() && one[member::f("member_no")].toText() == number)
                         || (!id.isEmpty() && one[member::f("id_no")].toText() == id);
              }));
    });
}

/// A number that the register has in another household holds the row: a person decides where it belongs.
Result<> MemberList::findPersons(const RegisterView &view, size_t from, size_t to,
                                 const QHash<QString, KnownHousehold> &known)
{
    QHash<QString, int> rowOf;
    QStringList keys;
    for (size_t i = from; i < to; ++i) {
        for (int r = m_households[i].first; r >= 0; r = m_rows[size_t(r)].next) {
            const Row &row = m_rows[size_t(r)];
            if (row.error || !row.person || hasPerson(in(known, m_households[i].number), row))
                continue;
            const QString key = idOf(row.at).personKey;
            rowOf.insert(key, r);
            keys.append(key);
        }
    }
    if (keys.isEmpty())
        return {};
    FFP_ASSIGN(const auto persons, view.persons(keys));
    for (auto it = persons.cbegin(); it != persons.cend(); ++it) {
        Row &row = m_rows[size_t(rowOf.value(it.key()))];
        FFP_ASSIGN(const QString number, view.numberOf(it->household));
        error(row, m_at.id, "id_in_both_lists", {shown(fieldAt(m_at.id), it.key()), number});
    }
    return {};
}

bool MemberList::hasPerson(const KnownHousehold &known, const Row &row)
{
    return std::any_of(known.members.begin(), known.members.end(),
                       [&](const Record &one) { return personOf(one) == row.person; });
}

Result<> MemberList::compare(const RegisterView &view, Household &household, const KnownHousehold &known)
{
    if (household.facts < 0)
        return {};
    if (known.exists()) {
        household.household = known.household.id;
        household.area = known.household.area;
        const VillageFinder::Place *place = household.place < 0 ? nullptr
                                                                : &m_villages.place(household.place);
        if (place && !place->village.isNull() && place->village != household.area)
            m_book.add({"household_moved_village",
                        FindingSeverity::Warning,
                        Scope::Household,
                        m_rows[size_t(household.facts)].at.number,
                        m_villages.column(),
                        {household.number, place->name}});
    } else if (household.place >= 0) {
        household.area = m_villages.place(household.place).village;
    }
    if (household.area.isNull()) {
        // Neither the sheet nor the register knows the village.
        eachRow(household, [&](Row &row) {
            if (!row.error)
                error(row, m_at.number, "unknown_village", {household.number});
        });
        household.facts = -1;
        return {};
    }
    if (household.held)
        return {};

    decideRelations(household, known);
    for (int r = household.first; r >= 0; r = m_rows[size_t(r)].next) {
        Row &row = m_rows[size_t(r)];
        if (!isLoadable(row))
            continue;
        const Record *member = findIn(known.members, [&](const Record &one) { return one.id == row.member; });
        if (member) {
            Place place = placeOf(household, row.at);
            place.person = (*member)[member::f("name")].toText();
            FFP_ASSIGN(row.act, actOn(member, memberValues(row), place));
            continue;
        }
        row.act = Act::Create;
        if (r == household.head)
            row.member = RecordId(uuidV7(m_around.nowMs, crypto::random<10>()));
    }
    if (m_around.part && known.exists())
        return {};
    const Place facts = placeOf(household, m_rows[size_t(household.facts)].at);
    if (known.exists()) {
        if (headWasCorrected(household))
            return {};
        FFP_TRY(comparePersons(view, household, known));
        FFP_ASSIGN(household.householdAct, actOn(&known.household, householdValues(household), facts));
    } else {
        household.householdAct = Act::Create;
    }
    const int year = yearOf(household);
    if (const FieldValues values = livingValues(household); !values.empty()) {
        const Record *living = known.livingOf(year);
        household.living = living ? living->id : RecordId();
        FFP_ASSIGN(household.livingAct, actOn(living, values, facts));
    }
    if (const FieldValues values = incomeValues(household); !values.empty()) {
        const Record *income = known.importedIncomeOf(year);
        household.income = income ? income->id : RecordId();
        // A statement with its totals says more than the one figure of a list: it stays as it is.
        const bool figureOnly = std::none_of(values.begin(), values.end(), [](const auto &one) {
            return one.first == income::f("net_total");
        });
        if (income && figureOnly && !(*income)[income::f("net_total")].isBlank()) {
            FFP_ASSIGN(const bool other, differs(*income, values));
            const int column = index(income::f("net_per_capita"));
            if (other && column >= 0)
                add(facts.row, column, "income_statement_kept", FindingSeverity::Info, Scope::Household,
                    {household.number});
        } else {
            FFP_ASSIGN(household.incomeAct, actOn(income, values, facts));
        }
    }
    FFP_TRY(compareCase(household, known));
    listMissingMembers(household, known);
    return {};
}

/// A number of persons that followed a birth, a death or a split here is not taken back by a list that does
/// not know of it yet, unless somebody decides for the list: both numbers are shown.
Result<> MemberList::comparePersons(const RegisterView &view, const Household &household,
                                    const KnownHousehold &known)
{
    const FieldRef persons = household::f("population_current");
    const int column = index(persons);
    if (column < 0)
        return {};
    const DataRow &row = m_rows[size_t(household.facts)].at;
    const Value stated = m_reader.read(row.stored, column).value;
    const Value here = known.household[persons];
    if (stated.isBlank() || here.isBlank() || stated == here)
        return {};
    FFP_ASSIGN(const bool setHere, view.wasSetHere(known.household, persons));
    if (!setHere)
        return {};
    m_stays.insert({row.number, idOfField(persons)});
    if (!m_around.choice.saysFile(row.number, idOfField(persons)))
        add(row, column, "population_kept", FindingSeverity::Warning, Scope::Household,
            {household.number, QString::number(stated.toInt()), QString::number(here.toInt())});
    return {};
}

/// New persons who may be somebody of the register under another number or without one: listed, not held.
Result<> MemberList::findLookalikes(const RegisterView &view)
{
    const bool anybodyIsNew = std::any_of(m_rows.begin(), m_rows.end(),
                                          [](const Row &row) { return row.act == Act::Create; });
    if (m_registerIsEmpty || !anybodyIsNew)
        return {};
    LookalikeFinder finder;
    FFP_TRY(view.eachPresent([&finder](PersonLine &line) { finder.add(std::move(line)); }));
    for (Row &row : m_rows) {
        if (row.act != Act::Create || !isLoadable(row))
            continue;
        const FieldValues values = memberValues(row);
        PersonLine line;
        line.area = m_households[size_t(row.household)].area;
        line.name = nameOf(row.at);
        line.sex = valueIn(values, member::f("sex")).toText();
        line.birth = valueIn(values, member::f("birth_date")).toText();
        if (row.person) {
            FFP_ASSIGN(line.key, view.keyOf(idOf(row.at).personKey));
        }
        const auto found = finder.like(line);
        if (found.empty())
            continue;
        const auto &[other, why] = found.front();
        FFP_ASSIGN(const QString number, view.numberOf(other.household));
        const bool sure = why <= Likeness::SameName;
        add(row.at, m_at.name, sure ? "person_like_another" : "person_looks_like_another",
            sure ? FindingSeverity::Warning : FindingSeverity::Info, Scope::Row,
            {line.name, other.name, number});
    }
    return {};
}

/// One case per household and class; identified again after a removal, a further one (domain.md §3.6).
Result<> MemberList::compareCase(Household &household, const KnownHousehold &known)
{
    const FieldValues values = caseValues(household);
    if (values.empty())
        return {};
    const auto valueOf = [&](FieldRef field) {
        for (const auto &[ref, value] : values)
            if (ref == field)
                return value.toText();
        return QString();
    };
    const Record *latest = nullptr;
    for (const Record &one : known.cases)
        if (one[casefile::f("monitor_class")].toText() == valueOf(casefile::f("monitor_class"))
            && (!latest
                || one[casefile::f("identified_ym")].toText()
                       > (*latest)[casefile::f("identified_ym")].toText()))
            latest = &one;
    const QString identified = valueOf(casefile::f("identified_ym"));
    // The same month of identification is the same case, also when its removal is said to be earlier.
    if (latest && !(*latest)[casefile::f("removed_ym")].isBlank()
        && identified > (*latest)[casefile::f("removed_ym")].toText()
        && identified != (*latest)[casefile::f("identified_ym")].toText()) {
        household.previousCase = latest->id;
        latest = nullptr;
    }
    household.caseFile = latest ? latest->id : RecordId();
    const Place facts = placeOf(household, m_rows[size_t(household.facts)].at);
    FFP_ASSIGN(household.caseAct, actOn(latest, values, facts));
    for (int rank = 1; rank <= 5; ++rank) {
        const QString risk = riskAt(household, rank);
        if (risk.isEmpty())
            continue;
        const Record *there = latest ? findIn(known.risks,
                                              [&](const Record &one) {
                                                  return one[case_risk::f("case_id")].toRef() == latest->id
                                                         && one[case_risk::f("rank")].toInt() == rank;
                                              })
                                     : nullptr;
        const bool other = !there || (*there)[case_risk::f("kind")].toText() != risk;
        if (other && !(there && keepsRisk(*there, rank, risk, facts))) {
            household.riskActs |= quint8(1 << rank);
            household.risks[rank - 1] = there ? there->id : RecordId();
        }
    }
    return {};
}

bool MemberList::keepsRisk(const Record &there, int rank, const QString &risk, const Place &place)
{
    int index = -1;
    for (int i = 0; i < int(m_layout.columns.size()); ++i)
        if (const ColumnRole &role = m_layout.columns[size_t(i)].role;
            role.type == ColumnRole::Type::Risk && role.rank == rank)
            index = i;
    return decide(there, case_risk::f("kind"), u"risk."_s + QString::number(rank), index, Value(risk), place)
           == Side::Register;
}

SheetImport::Place MemberList::placeOf(const Household &household, const DataRow &row) const
{
    return {row, household.number, {}, household.relations, household.newHead};
}

void MemberList::decideRelations(Household &household, const KnownHousehold &known)
{
    if (!known.exists())
        return;
    const QString id = idOfField(member::f("relation"));
    household.relations = Side::File;
    for (int r = household.first; r >= 0; r = m_rows[size_t(r)].next) {
        const Row &row = m_rows[size_t(r)];
        if (!isLoadable(row))
            continue;
        const Record *there = findIn(known.members, [&](const Record &one) { return one.id == row.member; });
        household.newHead = household.newHead || (!there && isHead(row));
        const QString relation = m_reader.read(row.at.stored, m_at.relation).value.toText();
        if (there && (*there)[member::f("relation")].toText() != relation
            && m_around.choice.of(row.at.number, id) == Side::Register)
            household.relations = Side::Register;
    }
    if (household.newHead) // the head of the register has to give way
        household.relations = Side::File;
}

/// What a number of a certificate tells goes with the number, and who is head with the relations.
std::optional<FieldRef> MemberList::leaderOf(FieldRef field) const
{
    static constexpr FieldRef kOfNumber[] = {member::f("person_key"),
                                             member::f("id_type"),
                                             member::f("sex"),
                                             member::f("birth_date"),
                                             member::f("disability_cert_no"),
                                             member::f("disability_type"),
                                             member::f("disability_grade")};
    const bool ofNumber = std::find(std::begin(kOfNumber), std::end(kOfNumber), field) != std::end(kOfNumber);
    return ofNumber && index(field) < 0 ? std::optional(member::f("id_no")) : std::nullopt;
}

/// Import never deletes (T-25): who is not in the new file is listed.
void MemberList::listMissingMembers(const Household &household, const KnownHousehold &known)
{
    if (!isComplete(household))
        return;
    for (const Record &record : known.members) {
        bool here = false;
        eachRow(household, [&](const Row &row) { here = here || row.member == record.id; });
        if (!here && !hasLeft(record))
            add(m_rows[size_t(household.facts)].at, m_at.number, "member_not_in_file", FindingSeverity::Info,
                Scope::Household, {household.number, record[member::f("name")].toText()});
    }
}

/// The same of whole households: of these villages, and of the kind that the list is about.
Result<> MemberList::listMissing(const RegisterView &view)
{
    if (m_registerIsEmpty || m_around.part)
        return {};
    QSet<QString> villages;
    QSet<QString> here;
    for (const Household &household : m_households) {
        here.insert(household.number);
        if (household.place >= 0)
            villages.insert(m_villages.place(household.place).village.toString());
    }
    villages.remove(QString());
    using Which = RegisterView::Which;
    FFP_ASSIGN(const QStringList numbers,
               view.numbersIn(villages.values(),
                              m_layout.kind == Kind::Edge ? Which::General : Which::Registered));
    listMissingHouseholds(numbers, here, sheetColumn(m_at.number), "household_not_in_file");
    return {};
}

QString MemberList::keyOf(const Row &row, const QString &householdNo)
{
    const QString number = m_at.memberNo < 0 ? QString()
                                             : m_reader.read(row.at.stored, m_at.memberNo).value.toText();
    return HeldRows::keyOf(m_layout.kind, householdNo, number, nameOf(row.at));
}

HeldRows::Row MemberList::heldRow(const Row &row)
{
    HeldRows::Row held;
    held.at = row.at;
    held.householdNo = row.household < 0 ? QString() : m_households[size_t(row.household)].number;
    held.key = keyOf(row, held.householdNo);
    if (m_at.memberNo >= 0 && !m_reader.read(row.at.stored, m_at.memberNo).value.isBlank())
        held.bareKey = keyOf(row, {});
    held.name = nameOf(row.at);
    held.personKey = row.person ? idOf(row.at).personKey : QString();
    held.content = contentOf(m_layout, row.at);
    return held;
}

/// The same person: the name was what had to be corrected, or the household number, which was missing.
bool MemberList::isSameRow(const HeldRows::Row &row, const Record &earlier)
{
    const QString number = earlier[held_row::f("household_no")].toText();
    return !row.personKey.isEmpty() && earlier[held_row::f("person_key")].toText() == row.personKey
           && (number.isEmpty() || number == row.householdNo);
}

/// Held rows of earlier imports are settled by rows in order, and when the list has their whole household and
/// they are no longer in it.
Result<> MemberList::collectHeldRows()
{
    const QHash<int, QStringList> reasons = m_book.errorsByRow();
    QHash<QString, QStringList> householdReasons;
    for (const Found &one : m_book.all())
        if (one.severity == FindingSeverity::Error && one.scope != Scope::Row && !one.args.isEmpty())
            householdReasons[one.args.first()].append(QString::fromLatin1(one.kind));
    for (const Row &row : m_rows) {
        if (row.duplicate)
            continue;
        if (isLoadable(row)) {
            if (m_held.concerns(row.at, m_households[size_t(row.household)].number))
                m_held.addInOrder(heldRow(row));
            continue;
        }
        HeldRows::Row held = heldRow(row);
        held.relation = m_reader.read(row.at.stored, m_at.relation).value.toText();
        held.reasons = reasons.value(row.at.number);
        if (held.reasons.isEmpty())
            held.reasons = householdReasons.value(held.householdNo);
        m_held.add(std::move(held));
    }
    FFP_TRY(pairHeldRows());
    m_held.settleGone([this](const Record &earlier) {
        const auto it = m_byNumber.constFind(earlier[held_row::f("household_no")].toText());
        return it != m_byNumber.cend() && isComplete(m_households[size_t(*it)]);
    });
    return {};
}

/// The file is older than the correction of its head: what the other rows say of the household is older, too.
bool MemberList::headWasCorrected(const Household &household) const
{
    return household.head >= 0 && m_rows[size_t(household.head)].error
           && m_held.wasCorrected(contentOf(m_layout, m_rows[size_t(household.head)].at));
}

} // namespace ffp::imports
