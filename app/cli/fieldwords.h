// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/cli.h"
#include "core/services/registryservice.h"

#include <map>

namespace ffp::cli {

/// By id or label of the entity. InvalidArgument unknown_field.
Result<FieldRef> fieldNamed(Entity entity, const QString &name);

/// A word of the command line as the value of a field. InvalidValue with args "field: why".
Result<Value> fieldValue(const Cli &cli, FieldRef field, const QString &text);

/// The words of --set: "FIELD=VALUE", where FIELD is an id or a label of the entity. InvalidArgument
/// unknown_field.
Result<FieldValues> fieldValues(const Cli &cli, Entity entity, const QStringList &words);

/// The words of --relation: "MEMBER=RELATION" of members of the household.
Result<std::map<RecordId, QString>> relationWords(const Cli &cli, const RegistryService &registry,
                                                  RecordId household);

/// For the options of a command.
QCommandLineOption relationOption();
QCommandLineOption reasonOption();
QCommandLineOption setOption();
QCommandLineOption noteOption();

/// An option of a command that is a field as it is; help and reading derive from the field.
struct FieldOption {
    const char *option;
    FieldRef field;
};
QList<QCommandLineOption> commandOptions(std::span<const FieldOption> options);
/// The fields whose options were given. InvalidValue.
Result<FieldValues> optionValues(const Cli &cli, std::span<const FieldOption> options);
/// What optionValues() refused: of a coded field a usage that names the codes.
int refuseOption(Cli &cli, std::span<const FieldOption> options, const Error &error);

} // namespace ffp::cli
