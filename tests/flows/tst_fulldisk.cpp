// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is really full while something is written: one sentence that says what to do, nothing half
// written under the final name, a site that verifies clean. Two ways to be full: a limit on the size of a
// file, which needs no rights and every writer feels, and a small file system of its own, which needs user
// namespaces.
#include "core/reports/tablefile.h"
#include "core/services/importservice.h"
#include "core/services/maintenanceservice.h"
#include "tests/support/sampledocument.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "tests/support/zipbuilder.h"
#include "ui/common/errortext.h"
#include "ui/printing/pdfwriter.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>
#include <sys/resource.h>

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

/// No file may grow beyond this while it lives; writes fail with EFBIG. Raised again afterwards.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(qint64 bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = rlim_t(bytes);
        m_set = ::setrlimit(RLIMIT_FSIZE, &limit) == 0;
    }
    ~FileSizeLimit() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    bool isSet() const { return m_set; }

private:
    rlimit m_before{};
    bool m_set = false;
};

/// A list with so many rows that each of them is set aside.
QByteArray faultyList(int rows)
{
    QByteArray list = sampleWorkbook(u"list.csv"_s);
    for (int i = 0; i < rows; ++i)
        list += "虞姬镇,田万村,34132311490" + QByteArray::number(10000 + i)
                + ",周七,341323197503039070,户主,1,脱贫户,\n";
    return list;
}

QString registerSample()
{
    const QDir folder(QStringLiteral(FFP_TEST_DATA "/register-sample"));
    return QFileInfo(folder.filePath(folder.entryList({u"a-*"_s}).value(0))).absoluteFilePath();
}

/// Names in a folder, hidden ones too.
QStringList namesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace

class TestFullDisk : public QObject
{
    Q_OBJECT

    /// "" when the error is one of a disk without room, and its sentence says what to do.
    static QString wrongWith(const Error &error)
    {
        if (error.kind != ErrorKind::DiskFull && error.kind != ErrorKind::FileUnwritable)
            return u"%1: %2"_s.arg(QLatin1String(errorCode(error.kind)), error.detail);
        const QString sentence = ui::errorText(error);
        return sentence.isEmpty() || sentence.contains(u'\n') ? sentence : QString();
    }
    static QString faults(Session &session)
    {
        SilentProgress progress;
        const auto checked = MaintenanceService(session).verify(true, progress);
        if (!checked)
            return checked.error().detail;
        return checked->ok ? QString() : u"verify found something"_s;
    }

private Q_SLOTS:
    /// An answer that is cut off must not look whole.
    void answerIntoAFullDevice_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::newRow("lines") << QStringList{u"ledger"_s, u"--list"_s};
        QTest::newRow("json") << QStringList{u"ledger"_s, u"--list"_s, u"--json"_s};
        QTest::newRow("stream") << QStringList{u"import"_s, registerSample(), u"--dry-run"_s, u"--json"_s};
    }
    void answerIntoAFullDevice()
    {
        QFETCH(QStringList, words);
        TestSite site;
        site.session();
        site.close();
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"FFP_PASSWORD"_s, kAdminPassword);
        process.setProcessEnvironment(environment);
        process.setStandardOutputFile(u"/dev/full"_s);
        process.start(QStringLiteral(FFP_BIN_DIR "/ffp"), words + QStringList{u"--db"_s, site.path()});
        QVERIFY(process.waitForFinished(60'000));
        QCOMPARE(process.exitCode(), 3);
    }

    /// Room for the copy, none for the rows.
    void limitInTheMiddleOfAnImport()
    {
        TestSite site;
        SilentProgress progress;
        ImportService imports(site.session());
        FFP_VERIFY(imports.preview({registerSample()}, {}, progress));
        {
            const FileSizeLimit limit(QFileInfo(site.path()).size() + 300'000);
            QVERIFY(limit.isSet());
            const auto done = imports.apply(progress);
            QVERIFY(!done);
            QCOMPARE(QLatin1String(errorCode(done.error().kind)), "disk_full"_L1);
            QCOMPARE(wrongWith(done.error()), QString());
        }
        QCOMPARE(MaintenanceService(site.session()).automaticBackups().size(), 1);
        QCOMPARE(faults(site.session()), QString());
        // With room again it goes in.
        FFP_VERIFY(imports.preview({registerSample()}, {}, progress));
        FFP_VERIFY(imports.apply(progress));
        QCOMPARE(faults(site.session()), QString());
    }
    void limitWhileTheCopyIsMade()
    {
        TestSite site;
        SilentProgress progress;
        ImportService imports(site.session());
        FFP_VERIFY(imports.preview({registerSample()}, {}, progress));
        {
            const FileSizeLimit limit(QFileInfo(site.path()).size() / 2);
            QVERIFY(limit.isSet());
            const auto done = imports.apply(progress);
            QVERIFY(!done);
            QCOMPARE(QLatin1String(errorCode(done.error().kind)), "disk_full"_L1);
            const QString out = site.dir().filePath(u"copy.ffp"_s);
            const auto copied = MaintenanceService(site.session()).backup(out, progress);
            QVERIFY(!copied);
            QCOMPARE(QLatin1String(errorCode(copied.error().kind)), "disk_full"_L1);
        }
        QVERIFY(MaintenanceService(site.session()).automaticBackups().isEmpty());
        const QStringList names = namesIn(site.dir().path());
        for (const QString &name : names)
            QVERIFY2(name.startsWith(u"site"_s), qPrintable(name));
        QVERIFY(namesIn(site.dir().filePath(u"site-backup"_s)).isEmpty());
        QCOMPARE(faults(site.session()), QString());
    }
    void limitWhileAReportIsWritten_data() { suffixes({"csv", "xlsx"}); }
    void limitWhileAReportIsWritten()
    {
        QFETCH(QString, suffix);
        TestSite site;
        SilentProgress progress;
        QTemporaryDir out;
        QFile list(out.filePath(u"名单.csv"_s));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write(faultyList(5000));
        list.close();
        ImportOptions options;
        options.report = out.filePath(u"待处理."_s + suffix);
        ImportService imports(site.session());
        FFP_VERIFY(imports.preview({list.fileName()}, options, progress));
        {
            const FileSizeLimit limit(4000); // a workbook of these rows is small
            QVERIFY(limit.isSet());
            const auto written = imports.writeReports();
            QVERIFY(!written);
            QCOMPARE(wrongWith(written.error()), QString());
        }
        QCOMPARE(namesIn(out.path()), QStringList{u"名单.csv"_s});
        QCOMPARE(faults(site.session()), QString());
    }
    void limitWhileALedgerIsWritten_data() { suffixes({"pdf", "xlsx", "csv"}); }
    void limitWhileALedgerIsWritten()
    {
        QFETCH(QString, suffix);
        QTemporaryDir out;
        SilentProgress progress;
        const auto document = std::make_shared<const TableDocument>(sampleLedger(2000));
        const QString path = out.filePath(u"台账."_s + suffix);
        const auto write = [&]() -> Result<> {
            if (suffix == u"pdf")
                FFP_TRY(ui::writePdf(document, {}, path, progress));
            else
                FFP_TRY(writeTableFile(*document, path, *outputFormatOf(path), progress));
            return {};
        };
        {
            const FileSizeLimit limit(20'000);
            QVERIFY(limit.isSet());
            const auto written = write();
            QVERIFY(!written);
            QCOMPARE(wrongWith(written.error()), QString());
        }
        QCOMPARE(namesIn(out.path()), QStringList());
        FFP_VERIFY(write());
        QCOMPARE(namesIn(out.path()), QStringList{QFileInfo(path).fileName()});
    }

    /// The command line on a file system with no room: answer, exit code, what is left.
    void smallFileSystem_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("room");     ///< KiB of the file system
        QTest::addColumn<bool>("siteToo"); ///< the site lies on it
        QTest::addColumn<QStringList>("left");
        const QString folder = u"@"_s; // where it is mounted
        const QStringList site{u"site-backup"_s, u"site.ffp"_s};
        QTest::newRow("in the middle of an import")
            << QStringList{u"import"_s, registerSample()} << 3000 << true << site;
        QTest::newRow("copy before the import")
            << QStringList{u"import"_s, registerSample()} << 1150 << true << site;
        QTest::newRow("report, csv") << QStringList{u"import"_s, u"LIST"_s, u"--report"_s,
                                                    folder + u"/r.csv"_s}
                                     << 64 << false << QStringList();
        QTest::newRow("report, xlsx")
            << QStringList{u"import"_s, u"LIST"_s, u"--report"_s, folder + u"/r.xlsx"_s} << 64 << false
            << QStringList();
        QTest::newRow("backup") << QStringList{u"backup"_s, u"--out"_s, folder + u"/b.ffp"_s} << 64 << false
                                << QStringList();
        for (const char *suffix : {"pdf", "xlsx"})
            QTest::addRow("ledger, %s", suffix) << QStringList{u"ledger"_s, u"monitored-ledger"_s, u"--out"_s,
                                                               folder + u"/l."_s + QLatin1String(suffix)}
                                                << 4 << false << QStringList();
    }
    void smallFileSystem();

private:
    static void suffixes(std::initializer_list<const char *> all)
    {
        QTest::addColumn<QString>("suffix");
        for (const char *suffix : all)
            QTest::newRow(suffix) << QString::fromLatin1(suffix);
    }
};

void TestFullDisk::smallFileSystem()
{
    QFETCH(QStringList, words);
    QFETCH(int, room);
    QFETCH(bool, siteToo);
    QFETCH(QStringList, left);
    QTemporaryDir dir;
    const auto at = [&](const char *name) { return dir.filePath(QLatin1String(name)); };
    const QString ffp = QFileInfo(QStringLiteral(FFP_BIN_DIR "/ffp")).absoluteFilePath();
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"FFP_PASSWORD"_s, kAdminPassword);
    environment.insert(u"XDG_DATA_HOME"_s, at("data"));
    environment.insert(u"XDG_CONFIG_HOME"_s, at("config"));
    process.setProcessEnvironment(environment);
    const auto run = [&](const QString &program, const QStringList &arguments) {
        process.start(program, arguments);
        return process.waitForFinished(120'000) ? process.exitCode() : -1;
    };
    QCOMPARE(run(ffp,
                 {u"demo"_s, at("site.ffp"), u"--households"_s, u"60"_s, u"--area"_s, u"341323114000"_s}),
             0);
    QFile list(at("list.csv"));
    QVERIFY(list.open(QIODevice::WriteOnly));
    list.write(faultyList(2000));
    list.close();

    QVERIFY(QDir().mkdir(at("small")));
    const QString site = siteToo ? at("small") + u"/site.ffp"_s : at("site.ffp");
    words.replaceInStrings(u"@"_s, at("small")).replaceInStrings(u"LIST"_s, list.fileName());
    words = QStringList{ffp} + words + QStringList{u"--db"_s, site, u"--user"_s, u"demo"_s};
    // $1 room, $2 folder, $3 "true" to move the site there, then the command. What the small file system has
    // at the end is gone with it, so it is told and copied out.
    const QString script = u"mount -t tmpfs -o size=${1}k tmpfs \"$2/small\" || exit 77\n"
                           "cd \"$2\"; [ \"$3\" = false ] || cp site.ffp small/\n"
                           "moved=$3; shift 3\n"
                           "\"$@\" >out 2>err; echo $? >code\n"
                           "ls -A small >names; ls -A small/site-backup >copies 2>/dev/null\n"
                           "[ $moved = false ] || cp small/site.ffp* .\n"_s;
    const int code = run(u"unshare"_s,
                         QStringList{u"-rm"_s, u"sh"_s, u"-c"_s, script, u"sh"_s, QString::number(room),
                                     dir.path(), siteToo ? u"true"_s : u"false"_s}
                             + words);
    const auto read = [&](const char *name) {
        QFile file(at(name));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
    };
    if (!QFile::exists(at("code")))
        QSKIP(qPrintable(u"no file system of one's own here (unshare -rm, mount: %1 %2)"_s.arg(code).arg(
            QString::fromLocal8Bit(process.readAllStandardError()).trimmed())));
    QCOMPARE(read("code"), u"3"_s);
    const QString said = read("err");
    QCOMPARE(said.count(u'\n'), 0);
    QVERIFY2(said.contains(u"磁盘空间不足"_s) && said.contains(u"请"_s), qPrintable(said));
    const QString names = read("names");
    QVERIFY2(names.split(u'\n', Qt::SkipEmptyParts) == left, qPrintable(names));
    if (siteToo)
        QCOMPARE(read("copies").isEmpty(), QString::fromUtf8(QTest::currentDataTag()).startsWith(u"copy"));
    QCOMPARE(run(ffp, {u"verify"_s, u"--full"_s, u"--db"_s, at("site.ffp"), u"--user"_s, u"demo"_s}), 0);
}

QTEST_MAIN(TestFullDisk)
#include "tst_fulldisk.moc"
