// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/recordjson.h"
#include "core/services/measureservice.h"

#include "app/cli/cli.h"

/// What the commands on plans of help and on measures have in common.
namespace ffp::cli {

QCommandLineOption dateOfEnd();
QCommandLineOption reasonOfEnd();
/// --date, else today, and --reason.
Result<HelpEnd> endOf(const Cli &cli);

/// The measures or plans of the household, after one was made or changed.
int answerHelp(Cli &cli, Session &session, Entity entity, RecordId household, RecordId made);
int answerHelp(Cli &cli, Session &session, RecordId changed, const ChangeSummary &done);

/// "measure edit" and "plan edit", "measure void" and "plan void".
int editHelp(Cli &cli, Entity entity, const QString &summary, const QString &usage);
int voidHelp(Cli &cli, const QString &summary, const QString &usage);

} // namespace ffp::cli
