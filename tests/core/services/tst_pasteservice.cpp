// SPDX-License-Identifier: GPL-3.0-or-later
// Rows from a spreadsheet into one household: read, judged as a file is, written whole or not at all.
#include "core/domain/fields/memberfields.h"
#include "core/log/logcipher.h"
#include "core/services/pasteservice.h"
#include "core/services/undoservice.h"
#include "core/store/recordstore.h"
#include "tests/support/testsite.h"
#include "tests/support/testsupport.h"
#include "tests/support/zipbuilder.h"

using namespace ffp;
using namespace ffp::test;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString kWithHeader = u"姓名\t证件号码\t与户主关系\t备注\n"
                            "孙七\t３４１３２３２００１０７０７９０１９\t之子\t\"第一行\n第二行\"\n"
                            "孙八\t341323199909099024\t之女\t\n"_s;

} // namespace

class TestPasteService : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestSite> m_site;
    RecordId m_household;
    SilentProgress m_progress;

    RecordStore store() { return RecordStore(m_site->session().database(), m_site->session().cipher()); }
    qint64 count(Entity entity) { return store().count(entity).value_or(-1); }
    Record person(const QString &name)
    {
        Selection byName;
        byName.where = u"t.name = ?"_s;
        byName.args = {name};
        const auto found = store().select(Entity::Member, byName);
        return found && found->size() == 1 ? found->front() : Record();
    }
    Result<Paste> read(const QString &text, Paste::Into into = Paste::Into::Members)
    {
        return PasteService::read(text, into, m_household, m_site->clock.today());
    }

private Q_SLOTS:
    void init()
    {
        m_site = std::make_unique<TestSite>();
        ImportService import(m_site->session());
        const QString path = writeFile(m_site->dir().path(), u"名单.csv"_s, sampleWorkbook(u"list.csv"_s));
        FFP_VERIFY(import.preview({path}, {}, m_progress));
        FFP_VERIFY(import.apply(m_progress));
        m_household = person(u"张三"_s)[member::f("household_id")].toRef();
        QVERIFY(!m_household.isNull());
    }

    void membersWithAHeader()
    {
        const auto paste = read(kWithHeader);
        FFP_VERIFY(paste);
        QCOMPARE(paste->rows.size(), 2);
        QCOMPARE(paste->fields, QStringList({u"member.name"_s, u"member.id_no"_s, u"member.relation"_s,
                                             u"member.remark"_s}));
        PasteService service(m_site->session());
        const auto shown = service.preview(*paste, m_progress);
        FFP_VERIFY(shown);
        QCOMPARE(shown->members.fresh, 2);
        QCOMPARE(shown->setAside, 0);
        QCOMPARE(count(Entity::Member), 5); // nothing is written yet
        const auto done = service.apply(m_progress);
        FFP_VERIFY(done);
        QVERIFY(done->batch > 0);
        QCOMPARE(person(u"孙七"_s)[member::f("household_id")].toRef(), m_household);
        QCOMPARE(person(u"孙七"_s)[member::f("id_no")].toText(), u"341323200107079019"_s);
        QCOMPARE(person(u"孙七"_s)[member::f("remark")].toText(), u"第一行\n第二行"_s);
        QCOMPARE(person(u"孙七"_s)[member::f("birth_date")].toText(), u"2001-07-07"_s);
        FFP_VERIFY_ERROR(service.apply(m_progress), ErrorKind::InvalidValue); // once
        FFP_VERIFY(UndoService(m_site->session()).undo());
        QCOMPARE(count(Entity::Member), 5);
    }
    /// Without a header row the columns are told by what stands in them.
    void membersWithoutAHeader()
    {
        const auto paste = read(
            u"1\t之子\t孙七\t341323200107079019\t男\n2\t之女\t孙八\t341323199909099024\t女"_s);
        FFP_VERIFY(paste);
        QCOMPARE(paste->rows.size(), 2);
        QCOMPARE(paste->fields, QStringList({QString(), u"member.relation"_s, u"member.name"_s,
                                             u"member.id_no"_s, u"member.sex"_s}));
        PasteService service(m_site->session());
        const auto shown = service.preview(*paste, m_progress);
        FFP_VERIFY(shown);
        QCOMPARE(shown->members.fresh, 2);
    }
    /// A row with an error stops all of them until it is corrected; rows count as pasted.
    void rowsWithErrors()
    {
        auto paste = read(
            u"姓名\t证件号码\t与户主关系\n孙七\t341323200107079018\t之子\n孙八\t341323199909099024\t之女\n"_s);
        FFP_VERIFY(paste);
        PasteService service(m_site->session());
        const auto shown = service.preview(*paste, m_progress);
        FFP_VERIFY(shown);
        QCOMPARE(shown->setAside, 1);
        const bool named = std::any_of(shown->findings.begin(), shown->findings.end(), [](const auto &one) {
            return one.kind == u"id_check_digit" && one.row == 1;
        });
        QVERIFY(named);
        FFP_VERIFY_ERROR(service.apply(m_progress), ErrorKind::InvalidValue);
        QCOMPARE(count(Entity::Member), 5);
        QCOMPARE(count(Entity::HeldRow), 0);
        paste->rows[0][1] = u"341323200107079019"_s;
        FFP_VERIFY(service.preview(*paste, m_progress));
        FFP_VERIFY(service.apply(m_progress));
        QCOMPARE(count(Entity::Member), 7);
    }
    /// Laws of the household hold: a second head, and somebody who lives elsewhere.
    void laws()
    {
        PasteService service(m_site->session());
        const auto head =
            service.preview(*read(u"姓名\t证件号码\t与户主关系\n孙七\t341323200107079019\t户主\n"_s),
                            m_progress);
        FFP_VERIFY(head);
        QCOMPARE(head->setAside, 1);
        const auto other =
            service.preview(*read(u"姓名\t证件号码\t与户主关系\n赵六\t341323198112309042\t其他\n"_s),
                            m_progress);
        FFP_VERIFY(other);
        QCOMPARE(other->setAside, 1);
    }
    /// Somebody who is in the household gets what the rows say, and keeps the rest.
    void knownMember()
    {
        FFP_VERIFY(editRecord(m_site->session(), person(u"李四"_s).id,
                              {{member::f("kept_text"), Value(u"备用列：甲"_s)}}));
        PasteService service(m_site->session());
        const auto shown = service.preview(
            *read(u"姓名\t证件号码\t与户主关系\t实用技术/职业技能\n李四\t341323197202029023\t配偶\t木工\n"_s),
            m_progress);
        FFP_VERIFY(shown);
        QCOMPARE(shown->members.changed, 1);
        QCOMPARE(shown->differences.size(), 1);
        QCOMPARE(shown->differences.front().row, 1);
        QCOMPARE(shown->households.changed, 0);
        FFP_VERIFY(service.apply(m_progress));
        QCOMPARE(person(u"李四"_s)[member::f("skills")].toText(), u"木工"_s);
        QCOMPARE(person(u"李四"_s)[member::f("kept_text")].toText(), u"备用列：甲"_s);
    }
    void visits()
    {
        const auto paste = read(u"2026-10-05\t入户\t无变化\n2026年10月20日\t电话\t收入减少\n"_s,
                                Paste::Into::Visits);
        FFP_VERIFY(paste);
        QCOMPARE(paste->fields[0], u"visit.visited_on"_s);
        PasteService service(m_site->session());
        const auto shown = service.preview(*paste, m_progress);
        FFP_VERIFY(shown);
        QCOMPARE(shown->visits.fresh, 2);
        FFP_VERIFY(service.apply(m_progress));
        QCOMPARE(count(Entity::Visit), 2);
        // The same again adds nothing.
        const auto again = service.preview(*paste, m_progress);
        FFP_VERIFY(again);
        QCOMPARE(again->visits.unchanged, 2);
    }

    void whatIsMissing()
    {
        PasteService service(m_site->session());
        const auto none = service.preview(*read(u"姓名\t与户主关系\n孙七\t之子\n"_s), m_progress);
        FFP_VERIFY_ERROR(none, ErrorKind::MissingColumn);
        QCOMPARE(none.error().args.size(), 1);
        FFP_VERIFY_ERROR(read(u"姓名\t证件号码\n"_s), ErrorKind::InvalidValue); // a header alone
        FFP_VERIFY_ERROR(read(QString()), ErrorKind::InvalidValue);
        FFP_VERIFY_ERROR(read(u"\"a"_s), ErrorKind::TruncatedFile);
        Paste lost = *read(kWithHeader);
        lost.household = person(u"张三"_s).id;
        QVERIFY(!service.preview(lost, m_progress)); // no household
        for (const ImportTarget &target : PasteService::targets(Paste::Into::Members))
            QVERIFY2(target.id.startsWith(u"member."), qPrintable(target.id));
        m_site->session().lock();
        FFP_VERIFY_ERROR(service.preview(*read(kWithHeader), m_progress), ErrorKind::Locked);
        FFP_VERIFY_ERROR(service.apply(m_progress), ErrorKind::Locked);
    }
};

QTEST_GUILESS_MAIN(TestPasteService)
#include "tst_pasteservice.moc"
