// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/projection.h"

#include "core/db/query.h"
#include "core/domain/columnnames.h"

namespace ffp::projection {

using namespace Qt::Literals::StringLiterals;

namespace {

QString name(const char *ascii)
{
    return QString::fromLatin1(ascii);
}

/// Column definitions in table order: name and SQL type.
std::vector<std::pair<QString, QString>> columns(const EntityDef &entity)
{
    std::vector<std::pair<QString, QString>> out = {
        {u"rid"_s, u"INTEGER PRIMARY KEY"_s},
        {u"area"_s, u"TEXT NOT NULL"_s},
        {u"void"_s, u"INTEGER NOT NULL"_s},
        {u"void_reason"_s, u"TEXT"_s},
    };
    for (const FieldDef &field : entity.fields) {
        if (!isStored(field))
            continue;
        out.emplace_back(name(field.id), columnType(field));
        if (field.flags & kBlindIndex)
            out.emplace_back(blindColumn(field), u"INTEGER"_s);
    }
    return out;
}

Result<QStringList> columnsInFile(Database &db, const QString &table)
{
    Query query(db, u"SELECT name || ' ' || type FROM pragma_table_info(?) ORDER BY cid"_s);
    FFP_TRY(query.run(table));
    QStringList out;
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return out;
        out << query.text(0);
    }
}

Result<QStringList> indexesInFile(Database &db, const QString &table)
{
    Query
        query(db,
              u"SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL"_s);
    FFP_TRY(query.run(table));
    QStringList out;
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return out;
        out << query.text(0);
    }
}

QStringList expectedColumns(const EntityDef &entity)
{
    QStringList out;
    for (const auto &[column, type] : columns(entity))
        out << column + u' ' + type.section(u' ', 0, 0);
    return out;
}

QString quoted(const QString &identifier)
{
    return u'"' + identifier + u'"';
}

/// A table of an older dictionary: make the present one, carry over what both know, replace.
Result<> rebuildTable(Database &db, const EntityDef &entity, const QStringList &present)
{
    const QString table = name(entity.table);
    const QString old = table + u"__old"_s;
    QStringList common;
    for (const QString &column : expectedColumns(entity))
        if (present.contains(column))
            common << quoted(column.section(u' ', 0, 0));
    const QString list = common.join(u", "_s);
    FFP_TRY(execute(db, u"ALTER TABLE %1 RENAME TO %2"_s.arg(quoted(table), quoted(old))));
    FFP_TRY(execute(db, createTable(entity, table)));
    FFP_TRY(execute(db, u"INSERT INTO %1 (%2) SELECT %2 FROM %3"_s.arg(quoted(table), list, quoted(old))));
    return execute(db, u"DROP TABLE %1"_s.arg(quoted(old)));
}

} // namespace

QString columnType(const FieldDef &field)
{
    if (field.sensitivity == Sensitivity::S)
        return u"BLOB"_s;
    switch (field.type) {
    case FieldType::Year:
    case FieldType::Int:
    case FieldType::Dec:
    case FieldType::Money:
    case FieldType::Bool:
    case FieldType::Ref: return u"INTEGER"_s;
    case FieldType::Text:
    case FieldType::Code:
    case FieldType::Codes:
    case FieldType::Date:
    case FieldType::Ym:
    case FieldType::TextList: return u"TEXT"_s;
    }
    Q_UNREACHABLE();
}

QString createTable(const EntityDef &entity, const QString &tableName)
{
    QStringList lines;
    for (const auto &[column, type] : columns(entity))
        lines << quoted(column) + u' ' + type;
    return u"CREATE TABLE %1(%2) STRICT"_s.arg(quoted(tableName), lines.join(u", "_s));
}

std::vector<std::pair<QString, QString>> indexes(const EntityDef &entity)
{
    const QString table = name(entity.table);
    std::vector<std::pair<QString, QString>> out;
    const auto add = [&](const QStringList &columns) {
        QStringList list;
        for (const QString &column : columns)
            list << quoted(column);
        const QString index = table + u"__"_s + columns.join(u'_');
        out.emplace_back(index,
                         u"CREATE INDEX %1 ON %2(%3)"_s.arg(quoted(index), quoted(table), list.join(u',')));
    };
    // The rows that count are known without reading them: those that stand, of members those who have not
    // left; households are listed by their number.
    if (entity.entity == Entity::Household)
        add({u"area"_s, u"household_no"_s, u"void"_s});
    else if (entity.entity == Entity::Member)
        add({u"area"_s, u"void"_s, u"change_kind"_s});
    else
        add({u"area"_s, u"void"_s});
    for (const FieldDef &field : entity.fields) {
        if (!isStored(field))
            continue;
        if (field.flags & kBlindIndex)
            add({blindColumn(field)});
        if ((field.flags & kIndexed) && field.sensitivity != Sensitivity::S)
            add({name(field.id)});
    }
    return out;
}

Result<> syncTables(Database &db)
{
    for (const EntityDef &entity : entities()) {
        const QString table = name(entity.table);
        FFP_ASSIGN(const QStringList present, columnsInFile(db, table));
        if (present.isEmpty())
            FFP_TRY(execute(db, createTable(entity, table)));
        else if (present != expectedColumns(entity))
            FFP_TRY(rebuildTable(db, entity, present));
        FFP_TRY(createIndexes(db, entity));
    }
    return {};
}

Result<> dropIndexes(Database &db, const EntityDef &entity)
{
    FFP_ASSIGN(const QStringList present, indexesInFile(db, name(entity.table)));
    for (const QString &index : present)
        FFP_TRY(execute(db, u"DROP INDEX %1"_s.arg(quoted(index))));
    return {};
}

Result<> createIndexes(Database &db, const EntityDef &entity)
{
    FFP_ASSIGN(QStringList present, indexesInFile(db, name(entity.table)));
    for (const auto &[index, sql] : indexes(entity))
        if (!present.removeOne(index))
            FFP_TRY(execute(db, sql));
    for (const QString &left : present) // of a field that is not indexed any more
        FFP_TRY(execute(db, u"DROP INDEX %1"_s.arg(quoted(left))));
    return {};
}

} // namespace ffp::projection
