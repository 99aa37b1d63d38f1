// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

namespace ffp::cli {

std::span<const Command> commands()
{
    static constexpr Command kCommands[] = {
        {"init", runInit},
        {"user add", runUserAdd},
        {"user list", runUserList},
        {"user disable", runUserDisable},
        {"import", runImport},
        {"import fields", runImportFields},
        {"import undo", runImportUndo},
        {"import held", runImportHeld},
        {"import dismiss", runImportDismiss},
        {"household list", runHouseholdList},
        {"household show", runHouseholdShow},
        {"household split", runHouseholdSplit},
        {"household merge", runHouseholdMerge},
        {"household unmerge", runHouseholdUnmerge},
        {"household move", runHouseholdMove},
        {"household set-head", runHouseholdSetHead},
        {"household void", runHouseholdVoid},
        {"household duplicates", runHouseholdDuplicates},
        {"household distinct", runHouseholdDistinct},
        {"member add", runMemberAdd},
        {"member leave", runMemberLeave},
        {"member edit", runMemberEdit},
        {"person duplicates", runPersonDuplicates},
        {"person merge", runPersonMerge},
        {"person unmerge", runPersonUnmerge},
        {"person distinct", runPersonDistinct},
        {"bulk assign", runBulkAssign},
        {"bulk set", runBulkSet},
        {"bulk visit", runBulkVisit},
        {"search", runSearch},
        {"visit add", runVisitAdd},
        {"visit list", runVisitList},
        {"check", runCheck},
        {"quality", runQuality},
        {"quality answer", runQualityAnswer},
        {"alert list", runAlertList},
        {"alert set", runAlertSet},
        {"ledger", runLedger, true},
        {"table fields", runTableFields},
        {"table list", runTableList},
        {"table show", runTableShow, true},
        {"table save", runTableSave},
        {"table remove", runTableRemove},
        {"table export", runTableExport},
        {"table load", runTableLoad},
        {"undo", runUndo},
        {"redo", runRedo},
        {"verify", runVerify},
        {"rebuild", runRebuild},
        {"backup", runBackup},
        {"restore", runRestore},
        {"divisions import", runDivisionsImport},
        {"divisions add", runDivisionsAdd},
        {"divisions list", runDivisionsList},
        {"demo", runDemo},
    };
    return kCommands;
}

} // namespace ffp::cli
