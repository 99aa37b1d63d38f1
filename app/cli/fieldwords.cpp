// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fieldwords.h"

#include "core/base/about.h"

namespace ffp::cli {
namespace {

const FieldDef *fieldNamed(Entity entity, const QString &name)
{
    for (const FieldDef &field : entityDef(entity).fields)
        if (name == QLatin1String(field.id) || name == QString::fromUtf16(field.label)
            || name.compare(QLatin1String(field.english), Qt::CaseInsensitive) == 0)
            return &field;
    return nullptr;
}

} // namespace

Result<Value> fieldValue(const Cli &cli, FieldRef ref, const QString &text)
{
    const FieldDef &field = fieldDef(ref);
    const ParsedValue parsed = parseValue(field, text, {.today = cli.clock().today()});
    if (!parsed.fault)
        return parsed.value;
    return fail(Error{ErrorKind::InvalidValue,
                      aboutField(QLatin1String(entityDef(ref.entity).id), QLatin1String(field.id)),
                      {QStringLiteral("%1: %2").arg(QLatin1String(field.id),
                                                    QLatin1String(findingDef(*parsed.fault).kind))},
                      {}});
}

Result<FieldValues> fieldValues(const Cli &cli, Entity entity, const QStringList &words)
{
    FieldValues out;
    for (const QString &word : words) {
        const QString name = word.section(QLatin1Char('='), 0, 0).trimmed();
        const FieldDef *field = fieldNamed(entity, name);
        if (!field)
            return fail(Error{ErrorKind::InvalidArgument,
                              aboutField(QLatin1String(entityDef(entity).id), name),
                              {QStringLiteral("unknown_field")},
                              {}});
        const FieldRef ref{entity, static_cast<quint16>(fieldIndex(entity, field->id))};
        FFP_ASSIGN(const Value value, fieldValue(cli, ref, word.section(QLatin1Char('='), 1)));
        out.emplace_back(ref, value);
    }
    return out;
}

QCommandLineOption setOption()
{
    return {QStringLiteral("set"), Cli::tr("A field and its value; may be given several times."),
            QStringLiteral("FIELD=VALUE")};
}

} // namespace ffp::cli
