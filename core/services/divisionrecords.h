// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/db/database.h"
#include "core/domain/divisions.h"
#include "core/log/logcipher.h"
#include "core/log/transact.h"

namespace ffp {

/// Divisions of other provinces and local additions are `division` records of the site file, written through
/// the log like everything else: so they are signed for, can be taken back, and go wherever the data goes
/// (backup, restore, exchange). What equals the table of the program is not stored.
struct StoredDivision {
    RecordId record;
    Division division;
    bool local = false; ///< added by an office, not from a file
};
Result<std::vector<StoredDivision>> storedDivisions(const Database &db, const LogCipher &cipher);
/// The program's table with the stored ones laid over it.
DivisionTable tableWith(std::span<const StoredDivision> stored);

/// A division file: the columns of resources/divisions, in UTF-8 (with or without a mark), UTF-16 or GB18030.
/// Every parent must be in the file or in `above`. FileUnreadable, NotAWorkbook, WrongEncoding, TooLarge,
/// MissingColumn, InvalidValue (args = faults as "row N: why"), Cancelled.
Result<DivisionTable> readDivisionFile(const QString &path, const DivisionTable &above, Progress &progress);

/// What an import of divisions did.
struct DivisionImport {
    qint64 rows = 0;
    qint64 added = 0;
    qint64 changed = 0; ///< had another name
    qint64 unchanged = 0;
};
/// Who writes them, and where.
struct DivisionWriter {
    Log &log;
    OfficialId actor;
    AreaCode area; ///< of the site: it writes in its own area only
};
/// One change for the whole table, or nothing.
Result<DivisionImport> writeDivisions(const DivisionWriter &writer, const DivisionTable &file,
                                      std::span<const StoredDivision> stored, Progress &progress);
Result<> writeLocalDivision(const DivisionWriter &writer, const Division &division);

} // namespace ffp
