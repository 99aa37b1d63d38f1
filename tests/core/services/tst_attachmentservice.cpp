// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/attachmentservice.h"

#include "core/db/query.h"
#include "core/domain/fields/attachmentfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/services/maintenanceservice.h"
#include "core/services/policyservice.h"
#include "core/services/undoservice.h"
#include "tests/support/family.h"
#include "tests/support/scans.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

class TestAttachmentService : public QObject
{
    Q_OBJECT

    std::unique_ptr<test::FamilySite> m_site;
    RecordId m_household;

    AttachmentService service() { return AttachmentService(m_site->session()); }
    static NewAttachment file(const QByteArray &content, const QString &name = u"户口本.jpg"_s,
                              const FieldValues &values = {})
    {
        return {.fileName = name, .content = content, .values = values};
    }
    static QString faultOf(const Result<MediaType> &result)
    {
        return result ? QString() : result.error().args.value(0);
    }
    qint64 number(const QString &sql)
    {
        return *queryInteger(m_site->session().database(), sql).value_or(-1);
    }
    bool verifies()
    {
        SilentProgress progress;
        const auto report = MaintenanceService(m_site->session()).verify(true, progress);
        return report && report->faults.empty();
    }

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<test::FamilySite>();
        m_household = m_site->household(u"3413231142010001"_s, u"朱甲:head:M"_s);
    }

    void contentDecidesNotTheName_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("fault");
        const QByteArray jpeg = test::scan("JPG");
        const QByteArray png = test::scan("PNG");
        const QByteArray pdf = test::scannedPdf();
        QTest::newRow("jpeg") << jpeg << QString();
        QTest::newRow("png") << png << QString();
        QTest::newRow("pdf") << pdf << QString();
        QTest::newRow("more behind a jpeg") << jpeg + QByteArray(100, '\0') << QString();
        QTest::newRow("nothing") << QByteArray() << u"file: empty"_s;
        QTest::newRow("program") << "MZ\x90"_ba + QByteArray(200, 'x') << u"file: no_attachment_kind"_s;
        QTest::newRow("web page") << "<html><script>alert(1)</script></html>"_ba
                                  << u"file: no_attachment_kind"_s;
        QTest::newRow("gif") << "GIF89a"_ba + QByteArray(50, '\0') << u"file: no_attachment_kind"_s;
        QTest::newRow("jpeg cut off") << jpeg.left(jpeg.size() - 2) << u"file: damaged_content"_s;
        QTest::newRow("half a jpeg") << jpeg.left(jpeg.size() / 3) << u"file: damaged_content"_s;
        QTest::newRow("three bytes of a jpeg") << jpeg.left(3) << u"file: damaged_content"_s;
        QTest::newRow("png cut off") << png.left(png.size() - 12) << u"file: damaged_content"_s;
        QByteArray flipped = png;
        flipped[png.size() / 2] = char(flipped[png.size() / 2] ^ 1);
        QTest::newRow("one bit of a png") << flipped << u"file: damaged_content"_s;
        QByteArray huge = png;
        huge.replace(8, 4, "\xff\xff\xff\xff");
        QTest::newRow("png with a length beyond its end") << huge << u"file: damaged_content"_s;
        QTest::newRow("pdf cut off") << pdf.left(pdf.size() - 10) << u"file: damaged_content"_s;
    }
    void contentDecidesNotTheName()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, fault);
        QCOMPARE(faultOf(checkedContent(content)), fault);
        const auto added = service().add(m_household, file(content));
        QCOMPARE(added.has_value(), fault.isEmpty());
        QCOMPARE(number(u"SELECT count(*) FROM attachment"_s), fault.isEmpty() ? 1 : 0);
    }

    /// However a file is cut, nothing breaks and nothing cut short is taken for whole.
    void everyBeginningIsRefused()
    {
        for (const QByteArray &whole : {test::scan("JPG"), test::scan("PNG"), test::scannedPdf()})
            for (qsizetype n = 0; n < whole.size() - 6; ++n)
                QVERIFY2(!checkedContent(whole.first(n)), QByteArray::number(n));
    }

    void namesAreClean_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"户口本.jpeg"_s << u"户口本.png"_s;
        QTest::newRow("folder") << u"/home/wang/照片/房屋.png"_s << u"房屋.png"_s;
        QTest::newRow("folder of another system") << u"C:\\照片\\房屋.png"_s << u"房屋.png"_s;
        QTest::newRow("certificate number") << u"朱甲341323195808156714.jpg"_s << u"朱甲.png"_s;
        QTest::newRow("with X") << u"朱甲34132319580815671X户口本.jpg"_s << u"朱甲户口本.png"_s;
        QTest::newRow("with spaces") << u"341323 19580815 6714 身份证.jpg"_s << u"身份证.png"_s;
        QTest::newRow("full width") << u"３４１３２３１９５８０８１５６７１４身份证.jpg"_s << u"身份证.png"_s;
        QTest::newRow("phone") << u"13800001111.jpg"_s << u"附件.png"_s;
        QTest::newRow("a date stays") << u"20261031房屋.jpg"_s << u"20261031房屋.png"_s;
        QTest::newRow("signs") << u"a<b>:c|d?.jpg"_s << u"a_b_c_d_.png"_s;
        QTest::newRow("hidden") << u"...jpg"_s << u"附件.png"_s;
        QTest::newRow("nothing") << QString() << u"附件.png"_s;
        QTest::newRow("long") << QString(200, u'长') + u".jpg"_s << QString(60, u'长') + u".png"_s;
    }
    void namesAreClean()
    {
        QFETCH(QString, path);
        QFETCH(QString, name);
        QCOMPARE(attachmentFileName(path, MediaType::Png), name);
    }

    void titlesHoldNoNumbers()
    {
        const FieldRef title = attachment::f("title");
        const auto refused = service().add(m_household, file(test::scan("JPG"), u"a.jpg"_s,
                                                             {{title, Value(u"朱甲 341323195808156714"_s)}}));
        FFP_VERIFY_ERROR(refused, ErrorKind::InvalidValue);
        QCOMPARE(refused.error().args, QStringList{u"title: personal_number"_s});
        const auto made = service().add(m_household, file(test::scan("JPG"), u"13800001111户口本.jpg"_s));
        FFP_VERIFY(made);
        QCOMPARE(m_site->record(*made)[title].toText(), u"户口本"_s); // the cleaned name
        FFP_VERIFY_ERROR(m_site->registry().edit(*made, {{title, Value(u"13800001111"_s)}}, {}),
                         ErrorKind::InvalidValue);
        FFP_VERIFY(m_site->registry().edit(*made, {{title, Value(u"户口本第2页"_s)}}, {}));
    }

    void keptOnceAndEncrypted()
    {
        const QByteArray content = test::scan("PNG");
        const RecordId other = m_site->household(u"3413231142010002"_s, u"钱甲:head:M"_s);
        const auto made = service().add(m_household, file(content));
        FFP_VERIFY(made);
        const auto again = service().add(m_household, file(content));
        FFP_VERIFY_ERROR(again, ErrorKind::RuleBroken);
        QCOMPARE(again.error().args, QStringList{u"attachment_known"_s});
        FFP_VERIFY(service().add(other, file(content)));
        QCOMPARE(number(u"SELECT count(*) FROM attachment"_s), 1);
        const auto room = service().room();
        FFP_VERIFY(room);
        QCOMPARE(room->used, content.size());
        QCOMPARE(room->files, 1);
        const auto opened = service().open(*made);
        FFP_VERIFY(opened);
        QCOMPARE(*opened, content);
        QVERIFY(verifies());
        m_site->close();
        for (const QString &part : {u""_s, u"-wal"_s}) {
            QFile stored(m_site->path() + part);
            if (stored.open(QIODevice::ReadOnly))
                QVERIFY(!stored.readAll().contains(content.mid(20, 24)));
        }
    }

    void whoLooksIsWrittenDown()
    {
        const auto made = service().add(m_household, file(test::scan("JPG")));
        FFP_VERIFY(made);
        const qint64 before = number(u"SELECT count(*) FROM access_log"_s);
        FFP_VERIFY(service().open(*made));
        QCOMPARE(number(u"SELECT count(*) FROM access_log"_s), before + 1);
        const QString copy = m_site->dir().filePath(u"copy.jpg"_s);
        FFP_VERIFY(service().saveCopy(*made, copy));
        QCOMPARE(number(u"SELECT count(*) FROM access_log"_s), before + 2);
        QFile written(copy);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), test::scan("JPG"));
        FFP_VERIFY_ERROR(service().saveCopy(*made, m_site->dir().filePath(u"no/such/folder/a.jpg"_s)),
                         ErrorKind::FileUnwritable);
    }

    void budgetAndSizeAreKept()
    {
        const QByteArray content = test::scan("PNG");
        FFP_VERIFY(PolicyService(m_site->session()).setLocalValue(u"attachment_budget_mb"_s, u"1"_s, {}));
        // Exactly the room that is left, then one byte too many: zeros behind a jpeg are no damage.
        const QByteArray jpeg = test::scan("JPG");
        const qsizetype rest = 1024 * 1024 - content.size();
        FFP_VERIFY(service().add(m_household, file(content)));
        const auto over = service().add(m_household, file(jpeg + QByteArray(rest - jpeg.size() + 1, '\0')));
        FFP_VERIFY_ERROR(over, ErrorKind::RuleBroken);
        QCOMPARE(over.error().args, QStringList{u"attachment_budget"_s});
        FFP_VERIFY(service().add(m_household, file(jpeg + QByteArray(rest - jpeg.size(), '\0'))));
        QCOMPARE(service().room()->used, service().room()->budget);
        // What is there already takes no more.
        const RecordId other = m_site->household(u"3413231142010002"_s, u"钱甲:head:M"_s);
        FFP_VERIFY(service().add(other, file(content)));
        FFP_VERIFY_ERROR(service().add(other, file(jpeg + QByteArray(AttachmentService::kMostBytes, '\0'))),
                         ErrorKind::TooLarge);
    }

    void filesAreLookedAtBeforeTheyAreRead()
    {
        FFP_VERIFY_ERROR(AttachmentService::read(m_site->dir().filePath(u"none.jpg"_s)),
                         ErrorKind::FileUnreadable);
        FFP_VERIFY_ERROR(AttachmentService::read(m_site->dir().path()), ErrorKind::FileUnreadable);
        QFile large(m_site->dir().filePath(u"large.jpg"_s));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(AttachmentService::kMostBytes + 1));
        large.close();
        FFP_VERIFY_ERROR(AttachmentService::read(large.fileName()), ErrorKind::TooLarge);
    }

    void takenOutWithAReasonAndBack()
    {
        const auto made = service().add(m_household, file(test::scan("JPG")));
        FFP_VERIFY(made);
        FFP_VERIFY_ERROR(service().voidMistake(*made, u" "_s), ErrorKind::InvalidValue);
        FFP_VERIFY(service().voidMistake(*made, u"别户的照片"_s));
        QVERIFY(service().listOf(m_household)->empty());
        FFP_VERIFY_ERROR(service().voidMistake(*made, u"别户的照片"_s), ErrorKind::NotFound);
        FFP_VERIFY(UndoService(m_site->session()).undo());
        QCOMPARE(service().listOf(m_household)->size(), size_t(1));
        FFP_VERIFY(service().open(*made));
        FFP_VERIFY(m_site->changes().voidHousehold(m_household, u"录错"_s));
        QVERIFY(m_site->record(*made).voided);
        FFP_VERIFY_ERROR(service().add(m_household, file(test::scan("PNG"))), ErrorKind::NotFound);
        FFP_VERIFY_ERROR(service().open(m_household), ErrorKind::NotFound);
    }

    void verifyNoticesWhatIsNotTheSame_data()
    {
        QTest::addColumn<QString>("harm");
        QTest::newRow("content") << u"UPDATE attachment SET data = zeroblob(length(data))"_s;
        QTest::newRow("size") << u"UPDATE attachment SET size = size + 1"_s;
        QTest::newRow("gone") << u"DELETE FROM attachment"_s;
    }
    void verifyNoticesWhatIsNotTheSame()
    {
        QFETCH(QString, harm);
        const auto made = service().add(m_household, file(test::scan("JPG")));
        FFP_VERIFY(made);
        QVERIFY(verifies());
        FFP_VERIFY(execute(m_site->session().database(), harm));
        QVERIFY(!verifies());
    }
};

QTEST_MAIN(TestAttachmentService)
#include "tst_attachmentservice.moc"
