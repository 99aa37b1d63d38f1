// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/cli.h"
#include "core/services/import/importtypes.h"

namespace ffp::cli {

/// Options of every command that reads a file to import.
QList<QCommandLineOption> importOptionList();
/// Reads them; opens the session when a saved mapping is named. An exit code when the command must end here.
std::optional<int> readImportOptions(Cli &cli, ImportOptions &options);

/// Options of the choice between file and register where they differ, for the commands that write.
QList<QCommandLineOption> choiceOptionList();
std::optional<int> readChoiceOptions(Cli &cli, ImportOptions &options);

} // namespace ffp::cli
