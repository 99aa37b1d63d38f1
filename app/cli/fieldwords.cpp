// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/fieldwords.h"

#include "core/base/about.h"
#include "core/domain/codelist.h"
#include "core/domain/fields/memberfields.h"

namespace ffp::cli {

Result<FieldRef> fieldNamed(Entity entity, const QString &name)
{
    const auto fields = entityDef(entity).fields;
    for (quint16 i = 0; i < fields.size(); ++i)
        if (name == QLatin1String(fields[i].id) || name == QString::fromUtf16(fields[i].label)
            || name.compare(QLatin1String(fields[i].english), Qt::CaseInsensitive) == 0)
            return FieldRef{entity, i};
    return fail(Error{ErrorKind::InvalidArgument,
                      aboutField(QLatin1String(entityDef(entity).id), name),
                      {QStringLiteral("unknown_field")},
                      {}});
}

Result<Value> fieldValue(const Cli &cli, FieldRef ref, const QString &text)
{
    const FieldDef &field = fieldDef(ref);
    ParsedValue parsed = parseValue(field, text, {.today = cli.clock().today()});
    // A list of another program is rounded and says so; what a person types here is asked back.
    for (const Finding note : parsed.notes)
        if (note == Finding::DecimalsRounded)
            parsed.fault = note;
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
        FFP_ASSIGN(const FieldRef ref, fieldNamed(entity, name));
        FFP_ASSIGN(const Value value, fieldValue(cli, ref, word.section(QLatin1Char('='), 1)));
        out.emplace_back(ref, value);
    }
    return out;
}

Result<std::map<RecordId, QString>> relationWords(const Cli &cli, const RegistryService &registry,
                                                  RecordId household)
{
    std::map<RecordId, QString> out;
    for (const QString &one : cli.options("relation")) {
        const QString relation = one.section(QLatin1Char('='), 1);
        FFP_ASSIGN(const RecordId member,
                   registry.findMember(one.section(QLatin1Char('='), 0, 0), household));
        FFP_ASSIGN(const Value value, fieldValue(cli, member::f("relation"), relation));
        out[member] = value.toText();
    }
    return out;
}

QCommandLineOption relationOption()
{
    return {QStringLiteral("relation"),
            Cli::tr("What a member is to the new head, by word or code; may be given several times."),
            QStringLiteral("MEMBER=RELATION")};
}

QCommandLineOption reasonOption()
{
    return {QStringLiteral("reason"), Cli::tr("Why; stands in the history of every entry that changes."),
            QStringLiteral("TEXT")};
}

QCommandLineOption setOption()
{
    return {QStringLiteral("set"), Cli::tr("A field and its value; may be given several times."),
            QStringLiteral("FIELD=VALUE")};
}

QCommandLineOption noteOption()
{
    return {QStringLiteral("note"), Cli::tr("Why; stands in the history."), QStringLiteral("TEXT")};
}

QList<QCommandLineOption> commandOptions(std::span<const FieldOption> options)
{
    QList<QCommandLineOption> out;
    for (const FieldOption &option : options)
        out << QCommandLineOption(QLatin1String(option.option),
                                  fieldLabel(fieldDef(option.field), currentLabelLanguage()),
                                  QStringLiteral("TEXT"));
    return out;
}

Result<FieldValues> optionValues(const Cli &cli, std::span<const FieldOption> options)
{
    FieldValues values;
    for (const FieldOption &option : options) {
        const QString text = cli.option(option.option);
        if (text.isEmpty())
            continue;
        FFP_ASSIGN(const Value value, fieldValue(cli, option.field, text));
        values.emplace_back(option.field, value);
    }
    return values;
}

int refuseOption(Cli &cli, std::span<const FieldOption> options, const Error &error)
{
    for (const FieldOption &option : options) {
        const FieldDef &field = fieldDef(option.field);
        const CodeList *list = error.subject.field == QLatin1String(field.id) ? codeList(field.list)
                                                                              : nullptr;
        if (!list)
            continue;
        QStringList codes;
        for (const Code &code : list->codes)
            codes << QLatin1String(code.code);
        return cli.usage(Cli::tr("Please give --%1 as one of: %2.")
                             .arg(QLatin1String(option.option), codes.join(QStringLiteral(", "))));
    }
    return cli.refuse(error);
}

} // namespace ffp::cli
