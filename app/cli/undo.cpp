// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/services/undoservice.h"
#include "ui/common/errortext.h"
#include "ui/common/verbtext.h"

#include <QJsonArray>

namespace ffp::cli {
namespace {

int answer(Cli &cli, const char *key, const std::optional<ChangeEntry> &next,
           const Result<ChangeSummary> &done)
{
    if (!done && done.error().kind == ErrorKind::Blocked && cli.json())
        return cli.answer({{QLatin1String(key), false},
                           {QStringLiteral("blocked_by"), QJsonArray::fromStringList(done.error().args)},
                           {QStringLiteral("message"), ui::errorText(done.error())}},
                          {}, kFindings);
    if (!done)
        return cli.refuse(done.error());
    const QString verb = next ? next->verb : QString();
    return cli.answer({{QLatin1String(key), true},
                       {QStringLiteral("verb"), verb},
                       {QStringLiteral("change"), next ? next->change : 0},
                       {QStringLiteral("operation"), done->change},
                       {QStringLiteral("records"), done->created + done->edited}},
                      {Cli::tr("Done (%1): %2 records changed.")
                           .arg(ui::verbText(verb))
                           .arg(done->created + done->edited)});
}

} // namespace

int runUndo(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Takes back your last change."), QStringLiteral("undo --db FILE"),
                                   {}, 0, 0))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    UndoService service(*session);
    FFP_CLI_ASSIGN(const auto next, service.nextUndo());
    return answer(cli, "undone", next, service.undo());
}

int runRedo(Cli &cli)
{
    if (const auto end = cli.parse(Cli::tr("Puts back the change you took back last."),
                                   QStringLiteral("redo --db FILE"), {}, 0, 0))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    UndoService service(*session);
    FFP_CLI_ASSIGN(const auto next, service.nextRedo());
    return answer(cli, "redone", next, service.redo());
}

} // namespace ffp::cli
