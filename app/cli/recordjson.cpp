// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/recordjson.h"

#include "core/base/clock.h"

namespace ffp::cli {
namespace {

/// Shown as it was in China, where the offices are.
QString instant(qint64 ms)
{
    return localTime(ms).toString(Qt::ISODate);
}

} // namespace

QString RecordText::value(const FieldDef &field, const Value &value) const
{
    return masked ? maskedText(field, value, language) : displayText(field, value, language);
}

QJsonObject RecordText::json(const Record &record) const
{
    QJsonObject object{{QStringLiteral("id"), record.id.toString()},
                       {QStringLiteral("area"), record.area.toString()}};
    const auto fields = entityDef(record.entity).fields;
    for (size_t i = 0; i < fields.size() && i < record.values.size(); ++i)
        if (!record.values[i].isBlank())
            object.insert(QLatin1String(fields[i].id), value(fields[i], record.values[i]));
    return object;
}

QJsonArray RecordText::json(const std::vector<Record> &records) const
{
    QJsonArray array;
    for (const Record &record : records)
        array.append(json(record));
    return array;
}

QJsonObject RecordText::json(const HistoryEntry &entry) const
{
    const FieldDef &field = fieldDef(entry.field);
    return {{QStringLiteral("at"), instant(entry.atMs)},
            {QStringLiteral("who"), entry.actorName},
            {QStringLiteral("where"), entry.siteName},
            {QStringLiteral("verb"), entry.verb},
            {QStringLiteral("record"), entry.record.toString()},
            {QStringLiteral("entity"), QLatin1String(entityDef(entry.entity).id)},
            {QStringLiteral("field"), QLatin1String(field.id)},
            {QStringLiteral("from"), value(field, entry.before)},
            {QStringLiteral("to"), value(field, entry.after)},
            {QStringLiteral("created"), entry.created},
            {QStringLiteral("note"), entry.note}};
}

QString RecordText::heading(const Record &record) const
{
    const EntityDef &entity = entityDef(record.entity);
    return QStringLiteral("  ")
           + (language == Language::Chinese ? QString::fromUtf16(entity.label)
                                            : QLatin1String(entity.english));
}

QStringList RecordText::lines(const Record &record, const QString &indent) const
{
    QStringList lines;
    const auto fields = entityDef(record.entity).fields;
    for (size_t i = 0; i < fields.size() && i < record.values.size(); ++i)
        if (!record.values[i].isBlank() && fields[i].type != FieldType::Ref)
            lines << indent + fieldLabel(fields[i], language) + QStringLiteral(": ")
                         + value(fields[i], record.values[i]);
    return lines;
}

QString RecordText::line(const HistoryEntry &entry) const
{
    const FieldDef &field = fieldDef(entry.field);
    const bool reference = field.type == FieldType::Ref;
    return QStringLiteral("  %1  %2  %3 %4: %5 → %6")
        .arg(instant(entry.atMs), entry.actorName, entry.recordLabel, fieldLabel(field, language),
             reference ? entry.beforeName : value(field, entry.before),
             reference ? entry.afterName : value(field, entry.after));
}

} // namespace ffp::cli
