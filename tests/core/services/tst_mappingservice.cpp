// SPDX-License-Identifier: GPL-3.0-or-later
// Column mappings of senders: saved, offered for files with the same headers, exchanged as files.
#include "core/services/importservice.h"
#include "core/services/mappingservice.h"
#include "core/services/undoservice.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "tests/support/zipbuilder.h"

#include <QRandomGenerator>

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kList = "谁,号,家里关系,村子,户,钱\n"
                         "张三,341323197001019013,户主,田万村,3413231149000001,1.5\n";

SavedMapping wanted()
{
    SavedMapping mapping;
    mapping.name = u"民政局"_s;
    mapping.kind = u"registered"_s;
    mapping.headers = QStringList{u"谁"_s, u"号"_s, u"家里关系"_s, u"村子"_s, u"户"_s, u"钱"_s};
    mapping.columns = {{u"谁"_s, u"member.name"_s},
                       {u"号"_s, u"member.id_no"_s},
                       {u"家里关系"_s, u"member.relation"_s},
                       {u"村子"_s, u"area.village"_s},
                       {u"户"_s, u"household.household_no"_s},
                       {u"钱"_s, u"income_statement.gross_total"_s}};
    mapping.units = {{u"钱"_s, u"wan"_s}};
    return mapping;
}

QByteArray changed(const QByteArray &before, const QByteArray &after)
{
    QByteArray json = mappingToJson(wanted());
    if (!json.contains(before))
        qFatal("no %s in %s", before.constData(), json.constData());
    return json.replace(before, after);
}

} // namespace

class TestMappingService : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestSite> m_site;
    QString put(const QByteArray &bytes, const QString &name = u"名单.csv"_s)
    {
        return writeFile(m_site->dir().path(), name, bytes);
    }

private Q_SLOTS:
    void init() { m_site = std::make_unique<TestSite>(); }

    /// A file that nobody knows is read by what was saved for its sender.
    void savedAndUsed()
    {
        MappingService service(m_site->session());
        FFP_VERIFY(service.save(wanted()));
        const auto named = service.named(u"民政局"_s);
        FFP_VERIFY(named);
        QVERIFY(*named == wanted());

        SilentProgress progress;
        ImportService import(m_site->session());
        FFP_VERIFY_ERROR(import.preview({put(kList)}, {}, progress), ErrorKind::UnknownFileKind);
        ImportOptions options;
        named->addTo(options);
        const auto read = import.preview({put(kList)}, options, progress);
        FFP_VERIFY(read);
        QCOMPARE(read->front().imported, 1);
        QCOMPARE(read->front().units.last(), u"wan"_s);
        QCOMPARE(read->front().units.first(), QString());
        FFP_VERIFY(import.apply(progress));
        // What the file says of itself is what was saved.
        QVERIFY(SavedMapping::of(u"民政局"_s, options, read->front()) == wanted());
    }
    void offeredForTheSameHeaders()
    {
        MappingService service(m_site->session());
        FFP_VERIFY(service.save(wanted()));
        SavedMapping few = wanted();
        few.name = u"别的"_s;
        few.headers.removeLast();
        FFP_VERIFY(service.save(few));
        const auto all = service.fitting(
            {u"户"_s, u"谁 "_s, u"号"_s, u"家里\n关系"_s, u"村子"_s, u"钱"_s, u"另"_s});
        FFP_VERIFY(all);
        QCOMPARE(all->size(), 2);
        QCOMPARE(all->front().name, u"民政局"_s); // more of its headers
        const auto fewer = service.fitting({u"户"_s, u"谁"_s, u"号"_s, u"家里关系"_s, u"村子"_s});
        FFP_VERIFY(fewer);
        QCOMPARE(fewer->size(), 1);
        const auto none = service.fitting({u"户"_s, u"谁"_s});
        FFP_VERIFY(none);
        QVERIFY(none->empty());

        // The preview names them, as long as nobody has said what the columns are.
        SilentProgress progress;
        ImportService import(m_site->session());
        ImportOptions options;
        options.mapping = wanted().columns;
        const auto said = import.preview({put(kList)}, options, progress);
        FFP_VERIFY(said);
        QVERIFY(said->front().mappings.isEmpty());
        SavedMapping known = wanted();
        known.headers = QStringList{u"户编号"_s, u"姓名"_s};
        FFP_VERIFY(service.save(known));
        const auto read = import.preview({put(sampleWorkbook(u"list.csv"_s), u"b.csv"_s)}, {}, progress);
        FFP_VERIFY(read);
        QCOMPARE(read->front().mappings, QStringList{u"民政局"_s});
    }
    /// One name, one mapping; removing is undone as any change.
    void replacedAndRemoved()
    {
        MappingService service(m_site->session());
        FFP_VERIFY(service.save(wanted()));
        SavedMapping other = wanted();
        other.name = u" 民政局 "_s;
        other.sheet = u"表2"_s;
        FFP_VERIFY(service.save(other));
        const auto list = service.list();
        FFP_VERIFY(list);
        QCOMPARE(list->size(), 1);
        QCOMPARE(list->front().sheet, u"表2"_s);
        FFP_VERIFY(service.remove(u"民政局"_s));
        FFP_VERIFY_ERROR(service.named(u"民政局"_s), ErrorKind::NotFound);
        FFP_VERIFY_ERROR(service.remove(u"民政局"_s), ErrorKind::NotFound);
        FFP_VERIFY(UndoService(m_site->session()).undo());
        FFP_VERIFY(service.named(u"民政局"_s));
    }
    void names_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("blank") << u" "_s << false;
        QTest::newRow("longest") << QString(60, u'长') << true;
        QTest::newRow("too long") << QString(61, u'长') << false;
        QTest::newRow("eight digits") << u"名单20261031"_s << true;
        QTest::newRow("somebody's number") << u"张三341323197001019013"_s << false;
    }
    void names()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        SavedMapping mapping = wanted();
        mapping.name = name;
        const auto saved = MappingService(m_site->session()).save(mapping);
        if (good)
            FFP_VERIFY(saved);
        else
            FFP_VERIFY_ERROR(saved, ErrorKind::InvalidValue);
    }

    void exchangedAsAFile()
    {
        const QString path = m_site->dir().filePath(u"映射.json"_s);
        FFP_VERIFY(writeMappingFile(wanted(), path));
        const auto read = readMappingFile(path);
        FFP_VERIFY(read);
        QVERIFY(*read == wanted());
        const auto marked = mappingFromJson("\xEF\xBB\xBF" + mappingToJson(wanted()));
        FFP_VERIFY(marked);
        QVERIFY(*marked == wanted());
        const auto shortForm = mappingFromJson(
            R"({"谁": "member.name", "columns": "member.remark", "号": null})");
        FFP_VERIFY(shortForm);
        QCOMPARE(shortForm->columns.size(), 3);
        QCOMPARE(shortForm->columns.value(u"号"_s, u"?"_s), QString());
        FFP_VERIFY_ERROR(writeMappingFile(wanted(), u"/proc/no/such"_s), ErrorKind::FileUnwritable);
        FFP_VERIFY_ERROR(readMappingFile(u"/no/such"_s), ErrorKind::FileUnreadable);
    }
    void badFiles_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("field");
        QTest::newRow("nothing") << QByteArray() << u"map"_s;
        QTest::newRow("no json") << "户编号,姓名"_ba << u"map"_s;
        QTest::newRow("list") << "[1]"_ba << u"map"_s;
        QTest::newRow("empty") << "{}"_ba << u"map"_s;
        QTest::newRow("cut") << mappingToJson(wanted()).chopped(3) << u"map"_s;
        QTest::newRow("wrong bytes") << changed("谁", "\xFF\xFE") << u"map"_s;
        QTest::newRow("deep") << QByteArray(5000, '[') << u"map"_s;
        QTest::newRow("name") << changed("\"民政局\"", "5") << u"map"_s;
        QTest::newRow("unit") << changed("\"wan\"", "\"dollar\"") << u"map"_s;
        QTest::newRow("units") << changed("\"wan\"", "[]") << u"map"_s;
        QTest::newRow("kind") << changed("\"registered\"", "\"nothing\"") << u"map"_s;
        QTest::newRow("village") << changed("\"units\": {", "\"villages\": {\"a\": \"12\"}, \"units\": {")
                                 << u"map"_s;
        QTest::newRow("field") << changed("\"member.name\"", "\"member.nothing\"") << u"mapping"_s;
        QTest::newRow("no text") << changed("\"member.name\"", "{}") << u"mapping"_s;
        QTest::newRow("long text") << changed("\"member.name\"", '"' + QByteArray(1001, 'x') + '"')
                                   << u"mapping"_s;
    }
    void badFiles()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, field);
        const QString path = put(bytes, u"坏.json"_s);
        const auto read = readMappingFile(path);
        FFP_VERIFY_ERROR(read, ErrorKind::InvalidArgument);
        QCOMPARE(read.error().subject.field, field);
        QCOMPARE(read.error().subject.file, path);
    }
    void tooLarge()
    {
        const QByteArray json = mappingToJson(wanted());
        const auto padded = [&](qint64 size) { return QByteArray(size - json.size(), ' ') + json; };
        FFP_VERIFY(readMappingFile(put(padded(kLargestMapping), u"a.json"_s)));
        FFP_VERIFY_ERROR(readMappingFile(put(padded(kLargestMapping + 1), u"b.json"_s)), ErrorKind::TooLarge);
    }
    /// Whatever is done to the bytes: an error, or a mapping that can be saved; never a crash.
    void damagedBytes()
    {
        const QByteArray json = mappingToJson(wanted());
        QRandomGenerator random(20261101);
        for (int i = 0; i < 3000; ++i) {
            QByteArray bytes = json;
            for (quint32 n = random.bounded(1u, 4u); n > 0; --n) {
                const qsizetype at = random.bounded(int(bytes.size()));
                if (random.bounded(2))
                    bytes[at] = char(random.bounded(256));
                else
                    bytes.remove(at, random.bounded(1, 9));
            }
            const auto read = mappingFromJson(bytes);
            if (!read)
                QCOMPARE(read.error().kind, ErrorKind::InvalidArgument);
            else
                FFP_VERIFY(mappingFromJson(mappingToJson(*read)));
        }
    }
    void nothingWhileLocked()
    {
        m_site->session().lock();
        FFP_VERIFY_ERROR(MappingService(m_site->session()).save(wanted()), ErrorKind::Locked);
    }
};

QTEST_GUILESS_MAIN(TestMappingService)
#include "tst_mappingservice.moc"
