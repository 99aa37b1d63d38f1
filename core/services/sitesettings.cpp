// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sitesettings.h"

#include "core/db/database.h"
#include "core/log/logcipher.h"
#include "core/store/recordstore.h"

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

Result<std::vector<Record>> settings(const Session &session, const QString &where, std::vector<SqlArg> args)
{
    Selection selection;
    selection.where = where;
    selection.args = std::move(args);
    selection.orderBy = u"t.key, t.rid"_s;
    return RecordStore(session.database(), session.cipher()).select(Entity::Setting, selection);
}

} // namespace

Result<std::vector<Record>> settingsUnder(const Session &session, const QString &prefix)
{
    FFP_ASSIGN(std::vector<Record> records,
               settings(session, u"substr(t.key, 1, ?) = ?"_s, {qint64(prefix.size()), prefix}));
    std::erase_if(records, [&](const Record &one) { return !one.area.covers(session.site().area); });
    return records;
}

Result<std::vector<Record>> ownSettings(const Session &session, const QString &key)
{
    FFP_ASSIGN(std::vector<Record> records, settings(session, u"t.key = ?"_s, {key}));
    std::erase_if(records, [&](const Record &one) { return one.area != session.site().area; });
    return records;
}

Result<> writeSetting(ChangeWriter &writer, const Session &session, const std::vector<Record> &own,
                      const FieldValues &values, const QString &note)
{
    if (!own.empty())
        return writer.edit(own.back().id, values, note);
    FFP_TRY(writer.create(Entity::Setting, session.site().area, values));
    return {};
}

} // namespace ffp
