// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/import/importrun.h"
#include "tests/support/logfixture.h"

#include <QDir>

namespace ffp::test {

/// A township's site file with an import run over it.
struct ImportFixture : LogFixture {
    explicit ImportFixture(const char *siteArea = kTownship) : LogFixture(siteArea), run(office(siteArea)) {}
    imports::Office office(const char *siteArea)
    {
        return {*db,
                cipher,
                *log,
                clock,
                DivisionTable::shipped(),
                area(siteArea),
                official,
                QStringLiteral("张三")};
    }

    /// Path of a register sample file by its letter.
    static QString sample(const QString &key)
    {
        const QDir folder(QStringLiteral(FFP_TEST_DATA "/register-sample"));
        return folder.filePath(folder.entryList({key + QStringLiteral("-*")}).value(0));
    }
    Result<FilePreview> preview(const QString &path, const ImportOptions &options = {})
    {
        FFP_ASSIGN(auto files, run.preview({path}, options, progress));
        return files.front();
    }
    Result<FilePreview> import(const QString &path, const ImportOptions &options = {})
    {
        FFP_TRY(run.preview({path}, options, progress));
        FFP_ASSIGN(auto files, run.apply(progress));
        return files.front();
    }

    SilentProgress progress;
    imports::ImportRun run;
};

} // namespace ffp::test
