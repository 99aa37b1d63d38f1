// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recordstore.h"

#include "core/domain/columnnames.h"
#include "core/store/columns.h"

#include <numeric>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

// Columns that every select of a record begins with.
constexpr int kRid = 0;
constexpr int kRec = 1;
constexpr int kArea = 2;
constexpr int kVoid = 3;
constexpr int kVoidReason = 4;
constexpr int kFirstField = 5;

QString fromClause(const EntityDef &entity)
{
    return u" FROM \"%1\" t JOIN record r ON r.rid = t.rid"_s.arg(QLatin1String(entity.table));
}

QString conditions(const QString &where, Voided voided)
{
    QStringList parts;
    if (voided == Voided::Hide)
        parts << u"t.void = 0"_s;
    if (!where.isEmpty())
        parts << u'(' + where + u')';
    return parts.isEmpty() ? QString() : u" WHERE "_s + parts.join(u" AND "_s);
}

Error notFound(const EntityDef *entity, const QString &key)
{
    Error error = Error::of(ErrorKind::NotFound);
    if (entity)
        error.subject.entity = QString::fromLatin1(entity->id);
    error.subject.key = key;
    return error;
}

} // namespace

void bindArgs(Statement &statement, std::span<const SqlArg> args)
{
    int index = 0;
    for (const SqlArg &arg : args) {
        ++index;
        if (const auto *number = std::get_if<qint64>(&arg))
            statement.bind(index, *number);
        else if (const auto *text = std::get_if<QString>(&arg))
            statement.bind(index, QStringView(*text));
        else
            statement.bind(index, std::get<QByteArray>(arg));
    }
}

std::array<QString, 2> areaBounds(const AreaCode &area)
{
    const QString prefix = area.prefix();
    return {prefix.leftJustified(12, u'0'), prefix.leftJustified(12, u'9')};
}

RecordStore::RecordStore(const Database &db, const ColumnCipher &cipher) : m_db(db), m_cipher(cipher) {}

RecordStore::~RecordStore() = default;

RecordStore::Plan RecordStore::plan(const EntityDef &entity, std::span<const FieldRef> fields) const
{
    Plan plan;
    if (fields.empty()) {
        plan.fields = storedFields(entity);
    } else {
        for (const FieldRef ref : fields)
            if (ref.entity == entity.entity && isStored(fieldDef(ref)))
                plan.fields.push_back(ref.index);
    }
    plan.columns = u"t.rid, r.rec, t.area, t.void, t.void_reason"_s;
    for (const quint16 index : plan.fields) {
        const FieldDef &field = entity.fields[index];
        const auto column = QLatin1String(field.id);
        plan.columns += field.type == FieldType::Ref && field.sensitivity != Sensitivity::S
                            ? u", (SELECT rec FROM record WHERE rid = t.\"%1\")"_s.arg(column)
                            : u", t.\"%1\""_s.arg(column);
    }
    return plan;
}

Result<Statement *> RecordStore::cached(const QString &sql) const
{
    auto it = m_statements.find(sql);
    if (it == m_statements.end()) {
        FFP_ASSIGN(Statement statement, Statement::prepare(m_db, sql));
        it = m_statements.emplace(sql, std::move(statement)).first;
    }
    it->second.reset();
    return &it->second;
}

Result<Record> RecordStore::read(const Statement &statement, const EntityDef &entity, const Plan &plan) const
{
    Record record;
    record.entity = entity.entity;
    record.rid = statement.integer(kRid);
    record.id = statement.id<RecordId>(kRec);
    record.area = AreaCode::fromString(statement.text(kArea));
    const qint64 voided = statement.integer(kVoid);
    if (voided != 0 && voided != 1)
        return fail(Error::onField(ErrorKind::Damaged, entity.id, "void"));
    record.voided = voided == 1;
    record.voidReason = statement.text(kVoidReason);
    record.values.resize(entity.fields.size());
    for (size_t i = 0; i < plan.fields.size(); ++i) {
        const quint16 index = plan.fields[i];
        FFP_ASSIGN(record.values[index], columns::read(statement, kFirstField + static_cast<int>(i),
                                                       {entity, entity.fields[index], record.id}, m_cipher));
    }
    return record;
}

Result<std::optional<RecordStore::Location>> RecordStore::locate(RecordId id) const
{
    FFP_ASSIGN(Statement * statement,
               cached(u"SELECT rid, type, area FROM record WHERE rec = ? AND create_n IS NOT NULL"_s));
    statement->bind(1, id);
    FFP_ASSIGN(const bool row, statement->step());
    std::optional<Location> out;
    if (row) {
        const QByteArray type = statement->utf8View(1).toByteArray();
        if (const EntityDef *entity = entityById(std::string_view(type.constData(), size_t(type.size()))))
            out = Location{entity->entity, statement->integer(0), AreaCode::fromString(statement->text(2))};
    }
    statement->reset();
    return out;
}

Result<qint64> RecordStore::ridOf(RecordId id) const
{
    FFP_ASSIGN(Statement * statement, cached(u"SELECT rid FROM record WHERE rec = ?"_s));
    statement->bind(1, id);
    FFP_ASSIGN(const bool row, statement->step());
    const qint64 rid = row ? statement->integer(0) : 0;
    statement->reset();
    return rid;
}

Result<RecordId> RecordStore::idOf(qint64 rid) const
{
    FFP_ASSIGN(Statement * statement, cached(u"SELECT rec FROM record WHERE rid = ?"_s));
    statement->bind(1, rid);
    FFP_ASSIGN(const bool row, statement->step());
    const RecordId id = row ? statement->id<RecordId>(0) : RecordId();
    statement->reset();
    if (id.isNull())
        return fail(notFound(nullptr, QString::number(rid)));
    return id;
}

Result<Record> RecordStore::record(RecordId id) const
{
    FFP_ASSIGN(const std::optional<Location> location, locate(id));
    if (!location)
        return fail(notFound(nullptr, id.toString()));
    return record(location->entity, location->rid);
}

Result<Record> RecordStore::record(Entity entity, qint64 rid) const
{
    FFP_ASSIGN(std::vector<Record> found, records(entity, std::span(&rid, 1)));
    if (found.empty())
        return fail(notFound(&entityDef(entity), QString::number(rid)));
    return std::move(found.front());
}

Result<std::vector<Record>> RecordStore::records(Entity entity, std::span<const qint64> rids,
                                                 std::span<const FieldRef> fields) const
{
    const EntityDef &def = entityDef(entity);
    const Plan columns = plan(def, fields);
    FFP_ASSIGN(Statement * statement,
               cached(u"SELECT "_s + columns.columns + fromClause(def) + u" WHERE t.rid = ?"_s));
    std::vector<Record> out;
    out.reserve(rids.size());
    for (const qint64 rid : rids) {
        statement->bind(1, rid);
        FFP_ASSIGN(const bool row, statement->step());
        if (row) {
            Result<Record> record = read(*statement, def, columns);
            statement->reset();
            if (!record)
                return fail(std::move(record.error()));
            out.push_back(std::move(*record));
        }
    }
    return out;
}

Result<std::vector<Record>> RecordStore::referring(FieldRef ref, RecordId target, const QString &orderBy,
                                                   Voided voided) const
{
    Selection selection;
    selection.where = u"t.\"%1\" = (SELECT rid FROM record WHERE rec = ?)"_s.arg(
        QLatin1String(fieldDef(ref).id));
    selection.args = {target.toBytes()};
    selection.orderBy = orderBy;
    selection.voided = voided;
    return select(ref.entity, selection);
}

Result<std::vector<Record>> RecordStore::select(Entity entity, const Selection &selection) const
{
    std::vector<Record> out;
    FFP_TRY(each(entity, selection, [&out](Record &record) {
        out.push_back(std::move(record));
        return true;
    }));
    return out;
}

Result<> RecordStore::each(Entity entity, const Selection &selection,
                           const std::function<bool(Record &)> &use) const
{
    const EntityDef &def = entityDef(entity);
    const Plan columns = plan(def, selection.fields);
    QString sql = u"SELECT "_s + columns.columns + fromClause(def)
                  + conditions(selection.where, selection.voided) + u" ORDER BY "_s
                  + (selection.orderBy.isEmpty() ? u"t.rid"_s : selection.orderBy);
    if (selection.limit >= 0)
        sql += u" LIMIT %1"_s.arg(selection.limit);
    // Not from the cache: `use` may come back to this store.
    FFP_ASSIGN(Statement statement, Statement::prepare(m_db, sql));
    bindArgs(statement, selection.args);
    while (true) {
        FFP_ASSIGN(const bool row, statement.step());
        if (!row)
            return {};
        FFP_ASSIGN(Record record, read(statement, def, columns));
        if (!use(record))
            return {};
    }
}

Result<qint64> RecordStore::count(Entity entity, const QString &where, std::span<const SqlArg> args) const
{
    const QString sql = u"SELECT count(*) FROM \"%1\" t"_s.arg(QLatin1String(entityDef(entity).table))
                        + conditions(where, Voided::Hide);
    FFP_ASSIGN(Statement statement, Statement::prepare(m_db, sql));
    bindArgs(statement, args);
    FFP_TRY(statement.step());
    return statement.integer(0);
}

Result<std::vector<qint64>> RecordStore::findBlind(FieldRef ref, const QString &value) const
{
    const FieldDef &field = fieldDef(ref);
    const EntityDef &entity = entityDef(ref.entity);
    if (!(field.flags & kBlindIndex))
        return fail(Error::onField(ErrorKind::InvalidArgument, entity.id, field.id, u"no blind index"_s));
    FFP_ASSIGN(const qint64 wanted, m_cipher.blindIndex(field.column, value));
    Selection selection;
    selection.where = u"t.\"%1\" = ?"_s.arg(blindColumn(field));
    selection.args = {wanted};
    selection.fields = {ref};
    FFP_ASSIGN(const std::vector<Record> hits, select(ref.entity, selection));
    std::vector<qint64> out;
    for (const Record &hit : hits)
        if (m_cipher.normalised(field.column, hit[ref].toText()) == m_cipher.normalised(field.column, value))
            out.push_back(hit.rid);
    return out;
}

} // namespace ffp
