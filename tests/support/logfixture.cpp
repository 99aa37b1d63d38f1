// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/logfixture.h"

#include "core/db/query.h"
#include "core/schema/schema.h"
#include "core/store/columns.h"
#include "core/trust/crypto.h"

namespace ffp::test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr unsigned char kKey[32] = {7, 1, 4};

QByteArray place(RecordId record, const char *type, const char *column)
{
    return record.toBytes() + type + '\0' + column;
}

template <class T>
T hard(Result<T> result, const char *what)
{
    if (!result)
        qFatal("%s: %s %s", what, errorCode(result.error().kind), qPrintable(result.error().detail));
    return std::move(*result);
}

} // namespace

Result<> TestCipher::seal(RecordId record, const char *type, const char *column, QByteArrayView plain,
                          QByteArray &out) const
{
    if (locked)
        return fail(ErrorKind::Locked);
    crypto::seal(kKey, place(record, type, column), plain, out);
    return {};
}

Result<QByteArray> TestCipher::open(RecordId record, const char *type, const char *column,
                                    QByteArrayView sealed) const
{
    if (locked)
        return fail(ErrorKind::Locked);
    QByteArray out;
    if (!crypto::open(kKey, place(record, type, column), sealed, out))
        return fail(Error::onField(ErrorKind::Damaged, type, column));
    return out;
}

Result<qint64> TestCipher::blindIndex(quint16 columnNumber, QStringView value) const
{
    return crypto::shortHash(kKey,
                             normalised(columnNumber, value).toUtf8() + QByteArray::number(columnNumber));
}

QString TestCipher::normalised(quint16, QStringView value) const
{
    return value.toString().remove(u' ').remove(u'-').toUpper();
}

Result<> TestCipher::sealBody(const OpId &id, QByteArrayView payload, QByteArray &out) const
{
    if (locked)
        return fail(ErrorKind::Locked);
    crypto::seal(kKey, view(id), payload, out);
    return {};
}

Result<> TestCipher::openBody(const OpId &id, QByteArrayView body, QByteArray &out) const
{
    if (locked)
        return fail(ErrorKind::Locked);
    if (!crypto::open(kKey, view(id), body, out))
        return fail(ErrorKind::Damaged);
    return {};
}

namespace {

/// Tests need no disk that survives a power cut.
void unsynced(const Database &db)
{
    hard(queryInteger(db, u"PRAGMA synchronous=OFF"_s), "pragma");
}

} // namespace

LogFixture::LogFixture(const char *siteArea)
    : path(dir.filePath(u"site.ffp"_s)),
      owner{Incarnation(crypto::random<16>()), area(siteArea)},
      official(crypto::random<16>())
{
    db = hard(createSiteFile(path), "site file");
    unsynced(*db);
    log = std::make_unique<OperationLog>(*db, cipher, clock, owner);
}

void LogFixture::reopen()
{
    log.reset();
    db.reset();
    db = hard(openSiteFile(path), "reopen");
    unsynced(*db);
    log = std::make_unique<OperationLog>(*db, cipher, clock, owner);
}

RecordId LogFixture::make(Entity entity, const FieldValues &values, const char *where, RecordId id)
{
    RecordId made;
    hard(log->transact(operation(),
                       [&](ChangeWriter &writer) -> Result<> {
                           FFP_ASSIGN(made, writer.create(entity, area(where), values, id));
                           return {};
                       }),
         "make");
    return made;
}

qint64 LogFixture::number(const QString &sql) const
{
    return hard(queryInteger(*db, sql), qPrintable(sql)).value_or(-1);
}

QString LogFixture::text(const QString &sql) const
{
    return hard(queryText(*db, sql), qPrintable(sql)).value_or(u"NULL"_s);
}

QString dump(const Record &record)
{
    const EntityDef &entity = entityDef(record.entity);
    QStringList parts = {QLatin1String(entity.id), record.id.toString(), record.area.toString(),
                         record.voided ? u"void "_s + record.voidReason : u"live"_s + record.voidReason};
    for (size_t i = 0; i < entity.fields.size(); ++i)
        if (!record.values[i].isBlank())
            parts << QLatin1String(entity.fields[i].id) + u'='
                         + QString::fromUtf8(columns::toText(entity.fields[i], record.values[i]));
    return parts.join(u" | "_s);
}

QStringList dumpAll(const Database &db, const ColumnCipher &cipher)
{
    QStringList out;
    const RecordStore store(db, cipher);
    for (const EntityDef &entity : entities()) {
        Selection selection;
        selection.voided = Voided::Show;
        for (const Record &record : hard(store.select(entity.entity, selection), entity.id))
            out << dump(record);
    }
    const auto rows = [&](const QString &sql) {
        Query query(db, sql);
        if (!query.run())
            qFatal("dump");
        while (hard(query.next(), "dump"))
            out << query.text(0);
    };
    rows(u"SELECT 'head ' || hex(r.rec) || ' ' || h.field || ' ' || hex(o.id) FROM head h"
         " JOIN record r ON r.rid = h.rid JOIN op o ON o.n = h.n"_s);
    rows(
        u"SELECT 'conflict ' || hex(r.rec) || ' ' || c.field || ' ' || c.heads || ' ' || c.since FROM conflict c"
        " JOIN record r ON r.rid = c.rid"_s);
    rows(u"SELECT 'eff ' || hex(id) || ' ' || eff FROM op"_s);
    rows(u"SELECT 'record ' || hex(r.rec) || ' ' || r.type || ' ' || r.area || ' ' || ifnull(hex(o.id), '')"
         " FROM record r LEFT JOIN op o ON o.n = r.create_n"_s);
    out.sort();
    return out;
}

} // namespace ffp::test
