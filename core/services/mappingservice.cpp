// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/mappingservice.h"

#include "core/base/about.h"
#include "core/db/database.h"
#include "core/domain/fields/settingfields.h"
#include "core/log/transact.h"
#include "core/services/fieldcheck.h"
#include "core/services/sitesettings.h"

#include <QRegularExpression>

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kPrefix = u"import.mapping."_s;

Result<> checkName(const QString &name)
{
    static const QRegularExpression number(u"\\d{9,}"_s);
    if (name.isEmpty() || name.size() > kLongestMappingName || number.match(name).hasMatch())
        return fail(Error{ErrorKind::InvalidValue, aboutField(u"import"_s, u"mapping_name"_s), {}, {}});
    return {};
}

} // namespace

Result<std::vector<SavedMapping>> MappingService::list() const
{
    FFP_ASSIGN(const std::vector<Record> records, settingsUnder(m_session, kPrefix));
    std::vector<SavedMapping> out;
    for (const Record &record : records) {
        if (record.area != m_session.site().area)
            continue;
        auto mapping = mappingFromJson(record[setting::f("value")].toText().toUtf8());
        if (!mapping)
            continue; // of a newer version: with fields that this one does not know
        mapping->name = record[setting::f("key")].toText().mid(kPrefix.size());
        out.push_back(std::move(*mapping));
    }
    std::sort(out.begin(), out.end(),
              [](const SavedMapping &a, const SavedMapping &b) { return a.name < b.name; });
    return out;
}

Result<std::vector<SavedMapping>> MappingService::fitting(const QStringList &headers) const
{
    FFP_ASSIGN(std::vector<SavedMapping> out, list());
    std::erase_if(out, [&](const SavedMapping &one) { return !one.fits(headers); });
    std::stable_sort(out.begin(), out.end(), [](const SavedMapping &a, const SavedMapping &b) {
        return a.headers.size() > b.headers.size();
    });
    return out;
}

Result<QStringList> MappingService::namesFor(const FilePreview &file) const
{
    QStringList headers;
    for (const auto &column : file.columns)
        headers.append(column.first);
    FFP_ASSIGN(const std::vector<SavedMapping> mappings, fitting(headers));
    QStringList names;
    for (const SavedMapping &mapping : mappings)
        names.append(mapping.name);
    return names;
}

Result<SavedMapping> MappingService::named(const QString &name) const
{
    FFP_ASSIGN(const std::vector<SavedMapping> all, list());
    for (const SavedMapping &one : all)
        if (one.name == name)
            return one;
    return fail(Error{ErrorKind::NotFound, aboutKey(u"mapping"_s, name), {}, {}});
}

Result<> MappingService::save(const SavedMapping &mapping)
{
    FFP_TRY(mayWrite(m_session));
    const QString name = mapping.name.simplified();
    FFP_TRY(checkName(name));
    FFP_ASSIGN(const std::vector<Record> there, ownSettings(m_session, kPrefix + name));
    const FieldValues values{{setting::f("key"), Value(kPrefix + name)},
                             {setting::f("value"),
                              Value(QString::fromUtf8(mappingToJson(mapping)).trimmed())}};
    FFP_TRY(m_session.log().transact({"import.mapping", m_session.user().id, name, {}},
                                     [&](ChangeWriter &writer) {
                                         return writeSetting(writer, m_session, there, values);
                                     }));
    return {};
}

Result<> MappingService::remove(const QString &name)
{
    FFP_TRY(mayWrite(m_session));
    FFP_ASSIGN(const std::vector<Record> there, ownSettings(m_session, kPrefix + name.simplified()));
    if (there.empty())
        return fail(Error{ErrorKind::NotFound, aboutKey(u"mapping"_s, name), {}, {}});
    FFP_TRY(m_session.log().transact({"import.mapping", m_session.user().id, name, {}},
                                     [&](ChangeWriter &writer) -> Result<> {
                                         for (const Record &record : there)
                                             FFP_TRY(writer.setVoid(record.id, true, u"删除"_s));
                                         return {};
                                     }));
    return {};
}

} // namespace ffp
