// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/cli.h"

namespace ffp::cli {

int runInit(Cli &cli);
int runUserAdd(Cli &cli);
int runUserList(Cli &cli);
int runUserDisable(Cli &cli);
int runImport(Cli &cli);
int runImportFields(Cli &cli);
int runImportUndo(Cli &cli);
int runImportHeld(Cli &cli);
int runImportDismiss(Cli &cli);
int runHouseholdList(Cli &cli);
int runHouseholdShow(Cli &cli);
int runHouseholdSplit(Cli &cli);
int runHouseholdMerge(Cli &cli);
int runHouseholdUnmerge(Cli &cli);
int runHouseholdMove(Cli &cli);
int runHouseholdSetHead(Cli &cli);
int runHouseholdVoid(Cli &cli);
int runHouseholdDuplicates(Cli &cli);
int runHouseholdDistinct(Cli &cli);
int runMemberAdd(Cli &cli);
int runMemberLeave(Cli &cli);
int runMemberEdit(Cli &cli);
int runPersonDuplicates(Cli &cli);
int runPersonMerge(Cli &cli);
int runPersonUnmerge(Cli &cli);
int runPersonDistinct(Cli &cli);
int runBulkAssign(Cli &cli);
int runBulkSet(Cli &cli);
int runBulkVisit(Cli &cli);
int runSearch(Cli &cli);
int runVisitAdd(Cli &cli);
int runVisitList(Cli &cli);
int runCheck(Cli &cli);
int runQuality(Cli &cli);
int runQualityAnswer(Cli &cli);
int runAlertList(Cli &cli);
int runAlertSet(Cli &cli);
int runLedger(Cli &cli);
int runTableFields(Cli &cli);
int runTableList(Cli &cli);
int runTableShow(Cli &cli);
int runTableSave(Cli &cli);
int runTableRemove(Cli &cli);
int runTableExport(Cli &cli);
int runTableLoad(Cli &cli);
int runUndo(Cli &cli);
int runRedo(Cli &cli);
int runVerify(Cli &cli);
int runRebuild(Cli &cli);
int runBackup(Cli &cli);
int runRestore(Cli &cli);
int runDivisionsImport(Cli &cli);
int runDivisionsAdd(Cli &cli);
int runDivisionsList(Cli &cli);
int runDemo(Cli &cli);

} // namespace ffp::cli
