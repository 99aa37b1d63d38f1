// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/registerview.h"

#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/heldrowfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/importbatchfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"
#include "core/domain/fields/jobfields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/domain/householdnumber.h"
#include "core/domain/householdrules.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

/// One parameter for a whole list, so that the statement is the same for every list.
SqlArg listArg(const QJsonArray &values)
{
    return QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact));
}

SqlArg listArg(const QStringList &values)
{
    return listArg(QJsonArray::fromStringList(values));
}

QString inList(const char *column)
{
    return u"t.\"%1\" IN (SELECT value FROM json_each(?))"_s.arg(QLatin1String(column));
}

std::vector<FieldRef> fieldsOf(Entity entity, std::span<const FieldRef> fields)
{
    std::vector<FieldRef> out;
    for (const FieldRef field : fields)
        if (field.entity == entity)
            out.push_back(field);
    return out;
}

} // namespace

const Record *KnownHousehold::livingOf(int year) const
{
    return findIn(living, [&](const Record &one) { return one[living::f("year")].toInt() == year; });
}

const Record *KnownHousehold::importedIncomeOf(int year) const
{
    return findIn(incomes, [&](const Record &one) {
        return one[income::f("year")].toInt() == year && one[income::f("phase")].toText() == u"annual"
               && one[income::f("origin")].toText() == u"imported";
    });
}

RegisterView::RegisterView(Database &db, const ColumnCipher &cipher)
    : m_db(db),
      m_cipher(cipher),
      m_store(db, cipher)
{}

RegisterView::InChunks::InChunks(const RegisterView &view, std::vector<QStringList> chunks, int parts,
                                 std::vector<FieldRef> fields)
    : m_view(view),
      m_chunks(std::move(chunks)),
      m_parts(parts),
      m_fields(std::move(fields))
{
    if (m_chunks.size() < 2 || inTransaction(m_view.m_db))
        return;
    const auto read = [this](size_t chunk) {
        return RegisterView(m_view.m_db, m_view.m_cipher).households(m_chunks[chunk], m_parts, m_fields);
    };
    m_ahead.emplace(m_chunks.size(), 1, read, [this] { m_view.m_db.closeThread(); });
}

Result<QHash<QString, KnownHousehold>> RegisterView::InChunks::next()
{
    if (m_ahead)
        return m_ahead->next();
    return m_view.households(m_chunks[m_next++], m_parts, m_fields);
}

Result<> RegisterView::referring(FieldRef reference, const QHash<RecordId, qint64> &owners,
                                 std::span<const FieldRef> fields, const Use &use) const
{
    if (owners.isEmpty())
        return {};
    QJsonArray rids;
    for (const qint64 rid : owners)
        rids.append(rid);
    Selection selection;
    selection.where = inList(fieldDef(reference).id);
    selection.args = {listArg(rids)};
    selection.fields = fieldsOf(reference.entity, fields);
    if (!selection.fields.empty())
        selection.fields.push_back(reference);
    return m_store.each(reference.entity, selection, [&](Record &record) {
        const RecordId owner = record[reference].toRef();
        use(owner, std::move(record));
        return true;
    });
}

Result<QHash<QString, KnownHousehold>> RegisterView::households(const QStringList &numbers, int parts,
                                                                std::span<const FieldRef> fields) const
{
    QHash<QString, KnownHousehold> out;
    QHash<RecordId, qint64> rids;
    QHash<RecordId, QString> numberById;
    Selection selection;
    selection.where = inList("household_no");
    selection.args = {listArg(numbers)};
    selection.fields = fieldsOf(Entity::Household, fields);
    if (!selection.fields.empty())
        selection.fields.push_back(household::f("household_no"));
    FFP_TRY(m_store.each(Entity::Household, selection, [&](Record &record) {
        const QString number = record[household::f("household_no")].toText();
        rids.insert(record.id, record.rid);
        numberById.insert(record.id, number);
        out[number].household = std::move(record);
        return true;
    }));

    const auto attach = [&](Part part, FieldRef reference, std::vector<Record> KnownHousehold::*list) {
        if (!(parts & part))
            return Result<>();
        return referring(reference, rids, fields, [&](RecordId owner, Record record) {
            (out[numberById.value(owner)].*list).push_back(std::move(record));
        });
    };
    FFP_TRY(attach(Members, member::f("household_id"), &KnownHousehold::members));
    FFP_TRY(attach(Living, living::f("household_id"), &KnownHousehold::living));
    FFP_TRY(attach(Incomes, income::f("household_id"), &KnownHousehold::incomes));
    FFP_TRY(attach(Cases, casefile::f("household_id"), &KnownHousehold::cases));
    FFP_TRY(attach(Visits, visit::f("household_id"), &KnownHousehold::visits));

    // Second level: lines of statements and risks of cases, by the household of their owner.
    const auto attachBelow = [&](Part part, FieldRef reference, std::vector<Record> KnownHousehold::*owners,
                                 std::vector<Record> KnownHousehold::*list) {
        if (!(parts & part))
            return Result<>();
        QHash<RecordId, qint64> ownerRids;
        QHash<RecordId, QString> ownerNumber;
        for (auto it = out.cbegin(); it != out.cend(); ++it)
            for (const Record &owner : (*it).*owners) {
                ownerRids.insert(owner.id, owner.rid);
                ownerNumber.insert(owner.id, it.key());
            }
        return referring(reference, ownerRids, fields, [&](RecordId owner, Record record) {
            (out[ownerNumber.value(owner)].*list).push_back(std::move(record));
        });
    };
    FFP_TRY(
        attachBelow(Lines, income_line::f("statement_id"), &KnownHousehold::incomes, &KnownHousehold::lines));
    FFP_TRY(attachBelow(Risks, case_risk::f("case_id"), &KnownHousehold::cases, &KnownHousehold::risks));

    if (parts & Held) {
        Selection held;
        held.where = inList("household_no");
        held.args = {listArg(numbers)};
        FFP_TRY(m_store.each(Entity::HeldRow, held, [&](Record &record) {
            out[record[held_row::f("household_no")].toText()].held.push_back(std::move(record));
            return true;
        }));
    }
    return out;
}

Result<std::vector<Record>> RegisterView::held(const QStringList &kinds) const
{
    Selection selection;
    selection.where = inList("kind");
    selection.args = {listArg(kinds)};
    return m_store.select(Entity::HeldRow, selection);
}

Result<> RegisterView::eachHeldContent(const QStringList &kinds, QStringView settled,
                                       const std::function<void(const QString &content)> &use) const
{
    Selection selection;
    selection.where = inList("kind") + u" AND t.void = 1 AND t.void_reason LIKE ?"_s;
    selection.args = {listArg(kinds), settled.toString() + u'%'};
    selection.fields = {held_row::f("content")};
    selection.voided = Voided::Show;
    return m_store.each(Entity::HeldRow, selection, [&](Record &record) {
        use(record[held_row::f("content")].toText());
        return true;
    });
}

Result<std::vector<Record>> RegisterView::batches() const
{
    Selection selection;
    selection.fields = {import_batch::f("fingerprint"), import_batch::f("kind"), import_batch::f("data_date"),
                        import_batch::f("imported_on")};
    return m_store.select(Entity::ImportBatch, selection);
}

Result<QHash<QString, KnownPerson>> RegisterView::persons(const QStringList &personKeys) const
{
    const FieldRef key = member::f("person_key");
    QJsonArray indexes;
    for (const QString &personKey : personKeys) {
        FFP_ASSIGN(const qint64 index, m_cipher.blindIndex(fieldDef(key).column, personKey));
        // JSON numbers are doubles to Qt: a 63-bit index goes through as text.
        indexes.append(QString::number(index));
    }
    QHash<QString, KnownPerson> out;
    Selection selection;
    selection.where = u"t.person_key_bi IN (SELECT CAST(value AS INTEGER) FROM json_each(?))"_s;
    selection.args = {listArg(indexes)};
    const FieldRef change = member::f("change_kind");
    selection.fields = {key, member::f("household_id"), member::f("name"), change};
    const QSet<QString> wanted(personKeys.begin(), personKeys.end());
    FFP_TRY(m_store.each(Entity::Member, selection, [&](Record &record) {
        const QString found = record[key].toText();
        if (wanted.contains(found) && !(out.contains(found) && leavesHousehold(record[change].toText())))
            out.insert(found, {record.id, record.rid, record.area, record[member::f("household_id")].toRef(),
                               record[member::f("name")].toText()});
        return true;
    }));
    return out;
}

Result<QHash<RecordId, std::vector<Record>>> RegisterView::jobs(const QHash<RecordId, qint64> &persons) const
{
    QHash<RecordId, std::vector<Record>> out;
    FFP_TRY(referring(job::f("member_id"), persons, {},
                      [&](RecordId person, Record record) { out[person].push_back(std::move(record)); }));
    return out;
}

Result<QString> RegisterView::numberOf(RecordId householdId) const
{
    FFP_ASSIGN(const Record record, m_store.record(householdId));
    return householdNumber(record);
}

Result<QString> RegisterView::numberOf(qint64 householdRid) const
{
    FFP_ASSIGN(const Record record, m_store.record(Entity::Household, householdRid));
    return householdNumber(record);
}

Result<bool> RegisterView::wasSetHere(const Record &record, FieldRef field) const
{
    Query query(m_db, u"SELECT verb FROM change WHERE n_first <= (SELECT max(n) FROM head WHERE rid = ? AND"
                      " field = ?) ORDER BY n_first DESC LIMIT 1"_s);
    FFP_TRY(query.run(record.rid, QString::fromLatin1(fieldDef(field).id)));
    FFP_ASSIGN(const bool edited, query.next());
    // A value that came with the record has no row in `head`.
    return edited && query.text(0) != "import"_L1 && query.text(0) != "undo"_L1 && query.text(0) != "redo"_L1;
}

Result<> RegisterView::eachPresent(const std::function<void(PersonLine &)> &use) const
{
    return PersonStore(m_db).eachPresent({}, [&use](PersonLine &line) {
        use(line);
        return true;
    });
}

Result<qint64> RegisterView::keyOf(const QString &personKey) const
{
    return m_cipher.blindIndex(fieldDef(member::f("person_key")).column, personKey);
}

Result<QStringList> RegisterView::numbersIn(const QStringList &villages, Which which) const
{
    QStringList out;
    Selection selection;
    selection.where = inList("area");
    if (which != Which::All)
        selection.where += which == Which::General ? u" AND t.household_type = 'general'"_s
                                                   : u" AND t.household_type <> 'general'"_s;
    selection.args = {listArg(villages)};
    selection.fields = {household::f("household_no")};
    FFP_TRY(m_store.each(Entity::Household, selection, [&](Record &record) {
        out.append(record[household::f("household_no")].toText());
        return true;
    }));
    return out;
}

Result<bool> RegisterView::isEmpty() const
{
    FFP_ASSIGN(const qint64 households, m_store.count(Entity::Household));
    FFP_ASSIGN(const qint64 held, m_store.count(Entity::HeldRow));
    return households + held == 0;
}

} // namespace ffp::imports
