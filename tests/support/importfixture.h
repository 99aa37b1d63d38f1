// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/log/projector.h"
#include "core/services/import/importrun.h"
#include "tests/support/logfixture.h"
#include "tests/support/zipbuilder.h"

#include <QDir>

#include <algorithm>

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

    QString put(const QByteArray &bytes, const QString &name = QStringLiteral("名单.csv"))
    {
        return writeFile(dir.path(), name, bytes);
    }
    /// Tables equal the log, the file is sound.
    bool isClean()
    {
        const auto compared = Projector::compareAll(*db, cipher, progress);
        return compared && compared->differing == 0
               && text(QStringLiteral("PRAGMA integrity_check")) == QStringLiteral("ok");
    }

    SilentProgress progress;
    imports::ImportRun run;
};

/// Gives up at the first report of a stage.
class GivesUpAt : public Progress
{
public:
    explicit GivesUpAt(const char *stage) : m_stage(stage) {}
    void report(const char *stage, qint64, qint64) override { m_cancelled = m_cancelled || stage == m_stage; }
    bool cancelled() const override { return m_cancelled; }

private:
    QByteArray m_stage;
    bool m_cancelled = false;
};

/// -1 when the preview has no such measure.
inline qint64 measure(const FilePreview &preview, const QString &name)
{
    for (const ImportMeasure &one : preview.measures)
        if (one.measure == name)
            return one.value;
    return -1;
}

inline bool has(const FilePreview &preview, const QString &kind, qint64 row)
{
    return std::any_of(preview.findings.begin(), preview.findings.end(),
                       [&](const ImportFinding &one) { return one.kind == kind && one.row == row; });
}

/// Two households of five persons, see tests/data/workbooks/README.md.
inline QByteArray smallList()
{
    return sampleWorkbook(QStringLiteral("list.csv"));
}

/// The small list with another text in it; the program ends when it has not got the one before.
inline QByteArray changed(const QByteArray &before, const QByteArray &after)
{
    QByteArray list = smallList();
    if (!list.contains(before))
        qFatal("list.csv has no %s", before.constData());
    return list.replace(before, after);
}

} // namespace ffp::test
