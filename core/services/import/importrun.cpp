// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/importrun.h"
#include "core/base/about.h"

#include "core/db/query.h"
#include "core/domain/fields/importbatchfields.h"
#include "core/log/fieldorigins.h"
#include "core/services/import/earlierfiles.h"
#include "core/services/import/layoutpreview.h"
#include "core/services/import/mappingcheck.h"
#include "core/services/import/setasidereport.h"
#include "core/trust/crypto.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

struct ImportRun::File {
    QString path;
    QString fingerprint; ///< empty: it is no file
    bool part = false;   ///< see Surroundings
    Workbook workbook;
    SheetLayout layout;
    FindingBook facts; ///< properties of the file, before any row is judged
    std::unique_ptr<SheetImport> sheet;

    /// Made when asked for: the findings of a county are too many to stand here, too.
    FilePreview preview() const
    {
        FilePreview out = sheet->preview();
        out.file = path;
        out.encoding = workbook.encoding;
        for (const Sheet &one : workbook.sheets)
            out.sheets.append(one.name());
        return out;
    }
};

namespace {

Result<QString> fingerprintOf(const QString &path, Progress &progress)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::onFile(ErrorKind::FileUnreadable, path, file.errorString()));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    while (!file.atEnd()) {
        if (progress.cancelled())
            return fail(ErrorKind::Cancelled);
        const QByteArray block = file.read(1 << 20);
        if (block.isEmpty())
            return fail(Error::onFile(ErrorKind::FileUnreadable, path, file.errorString()));
        hash.addData(block);
    }
    return QString::fromLatin1(hash.result().toHex());
}

ImportChoice choiceOf(const ImportOptions &options, const QString &file)
{
    return options.choices.value(file, options.choices.value(QString()));
}

Result<> findOrigins(Database &db, const LogCipher &cipher, std::vector<ImportDifference> &differences)
{
    std::vector<FieldOrigins::Asked> asked;
    for (const ImportDifference &one : differences)
        asked.push_back({one.rid, one.field});
    FFP_ASSIGN(auto origins, FieldOrigins(db, cipher).of(asked));
    for (size_t i = 0; i < differences.size(); ++i) {
        differences[i].verb = origins[i].verb;
        differences[i].atMs = origins[i].atMs;
        differences[i].actor = origins[i].actor;
        differences[i].imported = std::move(origins[i].imported);
    }
    return {};
}

} // namespace

QString harmlessFileName(const QString &path)
{
    static const QRegularExpression number(u"\\d{9,}[\\dXx]*"_s);
    return QFileInfo(path).fileName().replace(number, u"…"_s);
}

ImportRun::ImportRun(Office office) : m_office(std::move(office)) {}
ImportRun::~ImportRun() = default;

Result<std::unique_ptr<ImportRun::File>> ImportRun::read(const QString &path, bool alone,
                                                         Progress &progress) const
{
    auto file = std::make_unique<File>();
    file->path = path;
    progress.report("read", 0, 0);
    FFP_ASSIGN(file->workbook, readWorkbook(path, {}, progress));
    FFP_ASSIGN(file->fingerprint, fingerprintOf(path, progress));
    return recognised(std::move(file), alone);
}

Result<std::unique_ptr<ImportRun::File>> ImportRun::recognised(std::unique_ptr<File> file, bool alone) const
{
    auto layout = recognise(file->workbook, file->path, m_options, m_office.clock.today(), file->facts);
    // In a run of several files the header may be that of another one.
    if (!layout && alone)
        return fail(whyNotRecognised(m_options.mapping, file->workbook, layout.error()));
    FFP_ASSIGN(file->layout, std::move(layout));
    return file;
}

Result<> ImportRun::judge(File &file, Progress &progress) const
{
    file.sheet = makeSheetImport(file.layout,
                                 {m_office.divisions, m_office.area, file.fingerprint, m_options,
                                  m_office.clock.nowMs(), choiceOf(m_options, file.path), file.part});
    const RegisterView view(m_office.db, m_office.cipher);
    return file.sheet->judge(view, file.facts, progress);
}

Result<std::vector<FilePreview>> ImportRun::preview(const QStringList &files, const ImportOptions &options,
                                                    Progress &progress)
{
    m_files.clear();
    m_options = options;
    if (files.isEmpty())
        return fail(ErrorKind::InvalidArgument, u"no files"_s);
    std::vector<std::unique_ptr<File>> read;
    for (const QString &path : files) {
        FFP_ASSIGN(auto file, this->read(path, files.size() == 1, progress));
        read.push_back(std::move(file));
    }
    std::vector<MappedFile> mapped;
    for (const auto &file : read)
        mapped.push_back({file->layout, file->facts});
    noteUnused(options.mapping, mapped);
    FFP_ASSIGN(const auto batches, RegisterView(m_office.db, m_office.cipher).batches());
    for (const auto &file : read)
        noteEarlierFiles(batches, file->fingerprint, file->layout, file->facts);
    m_files = std::move(read);
    FFP_ASSIGN(m_seenChange, lastChange());
    if (const auto judged = judgeAll(progress); !judged) {
        m_files.clear();
        return fail(judged.error());
    }
    return previews();
}

Result<FilePreview> ImportRun::previewPart(const QString &name, Workbook workbook,
                                           const ImportOptions &options, Progress &progress)
{
    m_files.clear();
    m_options = options;
    auto made = std::make_unique<File>();
    made->path = name;
    made->part = true;
    made->workbook = std::move(workbook);
    FFP_ASSIGN(auto file, recognised(std::move(made), true));
    FFP_ASSIGN(m_seenChange, lastChange());
    FFP_TRY(judge(*file, progress));
    m_files.push_back(std::move(file));
    FFP_ASSIGN(auto out, previews());
    return out.front();
}

Result<> ImportRun::judgeAll(Progress &progress)
{
    return m_files.size() == 1 ? judge(*m_files.front(), progress) : judgeAllButLastWritten(progress);
}

Result<std::vector<FilePreview>> ImportRun::previews() const
{
    std::vector<FilePreview> out;
    for (const auto &file : m_files) {
        out.push_back(file->preview());
        FFP_TRY(findOrigins(m_office.db, m_office.cipher, out.back().differences));
    }
    return out;
}

Result<std::vector<FilePreview>> ImportRun::choose(const QMap<QString, ImportChoice> &choices,
                                                   const QString &reason, Progress &progress)
{
    if (m_files.empty())
        return fail(ErrorKind::InvalidArgument, u"no preview"_s);
    FFP_ASSIGN(const qint64 last, lastChange());
    if (last != m_seenChange)
        return fail(ErrorKind::Conflict, u"the register changed since the preview"_s);
    std::vector<std::unique_ptr<SheetImport>> before;
    for (const auto &file : m_files)
        before.push_back(std::move(file->sheet));
    const ImportOptions options = m_options;
    m_options.choices = choices;
    m_options.reason = reason;
    if (const auto judged = judgeAll(progress); !judged) {
        m_options.choices = options.choices;
        m_options.reason = options.reason;
        for (size_t i = 0; i < m_files.size(); ++i)
            m_files[i]->sheet = std::move(before[i]);
        return fail(judged.error());
    }
    return previews();
}

Result<FilePreview> ImportRun::look(const QString &file, const ImportOptions &options, Progress &progress)
{
    progress.report("read", 0, 0);
    FFP_ASSIGN(const Workbook workbook, readWorkbook(file, {}, progress));
    return lookAt(workbook, file, options);
}

/// Invariant 1 for several files.
Result<> ImportRun::judgeAllButLastWritten(Progress &progress)
{
    bool judged = false;
    const auto dropped =
        m_office.log.transact({"import", m_office.actor, {}, {}}, [&](ChangeWriter &writer) -> Result<> {
            for (size_t i = 0; i < m_files.size(); ++i) {
                FFP_TRY(judge(*m_files[i], progress));
                if (i + 1 < m_files.size() && m_files[i]->sheet->changesAnything())
                    FFP_TRY(m_files[i]->sheet->write(writer, {}, progress));
            }
            judged = true;
            return fail(ErrorKind::Cancelled, u"preview: nothing is kept"_s);
        });
    if (!judged)
        return fail(dropped.error());
    return {};
}

Result<> ImportRun::checkReason() const
{
    const bool chosen = std::any_of(m_options.choices.begin(), m_options.choices.end(),
                                    [](const ImportChoice &one) { return one.isMade(); });
    if (!chosen || !m_options.reason.isEmpty())
        return {};
    return fail(Error{ErrorKind::InvalidValue, aboutField(u"import"_s, u"reason"_s), {u"required"_s}, {}});
}

bool ImportRun::changesAnything() const
{
    return std::any_of(m_files.begin(), m_files.end(),
                       [](const auto &file) { return file->sheet->changesAnything(); });
}

Result<std::vector<FilePreview>> ImportRun::apply(Progress &progress)
{
    if (m_files.empty())
        return fail(ErrorKind::InvalidArgument, u"no preview"_s);
    FFP_TRY(checkReason());
    std::vector<std::unique_ptr<File>> files = std::move(m_files);
    m_files.clear();
    QStringList names;
    for (const auto &file : files)
        names.append(harmlessFileName(file->path));
    std::vector<RecordId> batches;
    for (size_t i = 0; i < files.size(); ++i)
        batches.emplace_back(uuidV7(m_office.clock.nowMs(), crypto::random<10>()));
    std::vector<std::unique_ptr<PlainTable>> reports(files.size());
    QString note = names.join(u'、');
    if (!m_options.reason.isEmpty())
        note += u' ' + m_options.reason;
    const Operation operation{"import", m_office.actor, note, batches.front()};
    FFP_ASSIGN(const ChangeSummary change,
               m_office.log.transact(operation, [&](ChangeWriter &writer) -> Result<> {
                   FFP_ASSIGN(const qint64 last, lastChange());
                   if (last != m_seenChange)
                       return fail(ErrorKind::Conflict, u"the register changed since the preview"_s);
                   for (size_t i = 0; i < files.size(); ++i) {
                       // The preview of several files wrote them: its record ids were rolled back.
                       if (files.size() > 1)
                           FFP_TRY(judge(*files[i], progress));
                       FFP_ASSIGN(reports[i], makeReport(i, *files[i]->sheet));
                       if (files[i]->sheet->changesAnything()) {
                           FFP_TRY(writeBatch(*files[i], writer, batches[i]));
                           FFP_TRY(files[i]->sheet->write(writer, batches[i], progress));
                       }
                   }
                   return {};
               }));
    std::vector<FilePreview> out;
    for (size_t i = 0; i < files.size(); ++i) {
        out.push_back(files[i]->preview());
        if (files[i]->sheet->changesAnything())
            out.back().batch = change.change;
        if (reports[i]) {
            FFP_TRY(reports[i]->publish());
            out.back().report = reportPathOf(m_options.report, i);
        }
    }
    return out;
}

Result<> ImportRun::writeBatch(const File &file, ChangeWriter &writer, RecordId batch) const
{
    const FilePreview &counts = file.sheet->counts();
    FFP_TRY(
        writer.create(Entity::ImportBatch, m_office.area,
                      {{import_batch::f("file_name"), Value(harmlessFileName(file.path))},
                       {import_batch::f("kind"), Value(QString::fromLatin1(kindCode(file.layout.kind)))},
                       {import_batch::f("fingerprint"), Value(file.fingerprint)},
                       {import_batch::f("data_date"), Value(file.layout.dataDate.toString(Qt::ISODate))},
                       {import_batch::f("sheet"), Value(file.layout.sheet->name())},
                       {import_batch::f("header_row"), Value(file.layout.headerRow)},
                       {import_batch::f("encoding"), Value(file.workbook.encoding)},
                       {import_batch::f("rows"), Value(counts.rows)},
                       {import_batch::f("imported"), Value(counts.imported)},
                       {import_batch::f("unchanged"), Value(counts.unchanged)},
                       {import_batch::f("set_aside"), Value(counts.setAside)},
                       {import_batch::f("imported_by"), Value(m_office.actorName)},
                       {import_batch::f("imported_on"), Value(m_office.clock.today().toString(Qt::ISODate))}},
                      batch));
    return {};
}

Result<QStringList> ImportRun::writeReports() const
{
    QStringList out;
    for (size_t i = 0; i < m_files.size(); ++i) {
        FFP_ASSIGN(const auto report, makeReport(i, *m_files[i]->sheet));
        if (!report)
            continue;
        FFP_TRY(report->publish());
        out.append(reportPathOf(m_options.report, i));
    }
    return out;
}

Result<std::unique_ptr<PlainTable>> ImportRun::makeReport(size_t index, const SheetImport &sheet) const
{
    if (m_options.report.isEmpty() || sheet.held().rows().empty())
        return std::unique_ptr<PlainTable>();
    FFP_ASSIGN(auto report, PlainTable::create(reportPathOf(m_options.report, index)));
    FFP_TRY(writeSetAside(*report, sheet, m_options));
    FFP_TRY(report->finish());
    return report;
}

Result<qint64> ImportRun::lastChange() const
{
    FFP_ASSIGN(const auto last, queryInteger(m_office.db, u"SELECT max(cid) FROM change"_s));
    return last.value_or(0);
}

/// The report of the second file is report-2.csv.
QString ImportRun::reportPathOf(const QString &wanted, size_t index)
{
    if (wanted.isEmpty() || index == 0)
        return wanted;
    const QFileInfo info(wanted);
    return info.path() + u'/' + info.completeBaseName() + u'-' + QString::number(index + 1) + u'.'
           + info.suffix();
}

} // namespace ffp::imports
