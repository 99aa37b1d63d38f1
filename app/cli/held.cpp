// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "core/services/heldrowservice.h"
#include "ui/common/findingtext.h"

#include <QJsonArray>

#include <algorithm>

namespace ffp::cli {

int runImportHeld(Cli &cli)
{
    if (const auto end =
            cli.parse(Cli::tr("Lists the rows that imports set aside and nothing has settled since."),
                      QStringLiteral("import held --db FILE"), {}, 0, 0))
        return *end;
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const std::vector<HeldRow> rows, HeldRowService(*session).list());
    QJsonArray array;
    QStringList lines;
    for (const HeldRow &row : rows) {
        array.append(QJsonObject{{QStringLiteral("id"), row.id.toString()},
                                 {QStringLiteral("kind"), row.kind},
                                 {QStringLiteral("file"), row.file},
                                 {QStringLiteral("imported_on"), row.importedOn.toString(Qt::ISODate)},
                                 {QStringLiteral("row"), row.row},
                                 {QStringLiteral("household_no"), row.householdNo},
                                 {QStringLiteral("name"), row.name},
                                 {QStringLiteral("reasons"), QJsonArray::fromStringList(row.reasons)}});
        QStringList reasons;
        for (const QString &kind : row.reasons)
            reasons << ui::findingText(kind);
        lines << Cli::tr("%1: %2 row %3, %4 %5: %6")
                     .arg(row.id.toString(), row.file, QString::number(row.row), row.householdNo, row.name,
                          reasons.join(u' '));
    }
    lines << Cli::tr("%1 rows are set aside.").arg(rows.size());
    return cli.answer({{QStringLiteral("held"), array}, {QStringLiteral("total"), qint64(rows.size())}},
                      lines);
}

int runImportDismiss(Cli &cli)
{
    if (const auto end =
            cli.parse(Cli::tr("Leaves rows that were set aside out for good; `ffp undo` takes it back."),
                      QStringLiteral("import dismiss ROW… --reason TEXT --db FILE"),
                      {{QStringLiteral("reason"), Cli::tr("Why; without numbers of certificates or phones."),
                        QStringLiteral("TEXT")}},
                      1, -1))
        return *end;
    std::vector<RecordId> rows;
    for (const QString &word : cli.words())
        rows.push_back(RecordId::fromString(word));
    if (std::any_of(rows.begin(), rows.end(), [](RecordId id) { return id.isNull(); }))
        return cli.usage(Cli::tr("Please give the ids of rows as `ffp import held` lists them."));
    if (cli.option("reason").simplified().isEmpty())
        return cli.usage(Cli::tr("Please give the reason with --reason."));
    FFP_CLI_ASSIGN(Session *const session, cli.session());
    FFP_CLI_ASSIGN(const ChangeSummary done, HeldRowService(*session).dismiss(rows, cli.option("reason")));
    return cli.answer({{QStringLiteral("dismissed"), qint64(rows.size())},
                       {QStringLiteral("operation"), done.change}},
                      {Cli::tr("%1 rows are left out for good.").arg(rows.size())});
}

} // namespace ffp::cli
