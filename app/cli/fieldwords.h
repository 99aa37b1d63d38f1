// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/cli.h"
#include "core/domain/record.h"

namespace ffp::cli {

/// A word of the command line as the value of a field. InvalidValue with args "field: why".
Result<Value> fieldValue(const Cli &cli, FieldRef field, const QString &text);

/// The words of --set: "FIELD=VALUE", where FIELD is an id or a label of the entity. InvalidArgument
/// unknown_field.
Result<FieldValues> fieldValues(const Cli &cli, Entity entity, const QStringList &words);

/// --set, for the options of a command.
QCommandLineOption setOption();

} // namespace ffp::cli
