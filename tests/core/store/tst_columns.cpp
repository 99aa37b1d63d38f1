// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/columns.h"

#include "core/db/bulkcache.h"
#include "core/db/query.h"
#include "core/trust/crypto.h"
#include "tests/support/logfixture.h"
#include "tests/support/testsupport.h"

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

class TestColumns : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textOfEveryKind_data();
    void textOfEveryKind();
    void appendsBehindWhatIsThere();
    void rowBoundAndReadBack();
    void rowGivenUpLeavesNothing();
    void bulkCacheComesAndGoes();

private:
    static const FieldDef &field(const char *id) { return *fieldById(Entity::Member, id); }
    static columns::Cell cell(const char *id, RecordId record)
    {
        return {entityDef(Entity::Member), field(id), record};
    }
};

void TestColumns::textOfEveryKind_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<Value>("value");
    QTest::addColumn<QByteArray>("text");
    const RecordId record = RecordId::fromBytes(QByteArray::fromHex("00112233445566778899aabbccddeeff"));
    QTest::newRow("text") << QByteArray("name") << Value(u"王小明"_s) << u"王小明"_s.toUtf8();
    QTest::newRow("text beyond the basic plane") << QByteArray("name") << Value(u"𠮷"_s) << u"𠮷"_s.toUtf8();
    QTest::newRow("number") << QByteArray("work_months") << Value(12) << QByteArray("12");
    QTest::newRow("smallest number") << QByteArray("work_months") << Value(std::numeric_limits<qint64>::min())
                                     << QByteArray("-9223372036854775808");
    QTest::newRow("yes") << QByteArray("ins_resident_medical") << Value(true) << QByteArray("1");
    QTest::newRow("no") << QByteArray("ins_resident_medical") << Value(false) << QByteArray("0");
    QTest::newRow("codes") << QByteArray("health") << Value(QStringList{u"chronic"_s, u"disabled"_s})
                           << QByteArray("chronic,disabled");
    QTest::newRow("one code") << QByteArray("health") << Value(QStringList{u"chronic"_s})
                              << QByteArray("chronic");
    QTest::newRow("reference") << QByteArray("household_id") << Value(record)
                               << QByteArray("00112233445566778899aabbccddeeff");
    QTest::newRow("blank") << QByteArray("name") << Value() << QByteArray();
}

void TestColumns::textOfEveryKind()
{
    QFETCH(QByteArray, id);
    QFETCH(Value, value);
    QFETCH(QByteArray, text);
    QCOMPARE(columns::toText(field(id.constData()), value), text);
    if (value.isBlank())
        return;
    const auto back = columns::fromText(field(id.constData()), text);
    FFP_VERIFY(back);
    QVERIFY(*back == value);
}

void TestColumns::appendsBehindWhatIsThere()
{
    QByteArray out = "before ";
    columns::appendText(field("name"), Value(u"李"_s), out);
    columns::appendText(field("work_months"), Value(7), out);
    QCOMPARE(out, "before " + u"李7"_s.toUtf8());
}

void TestColumns::rowBoundAndReadBack()
{
    test::LogFixture f;
    FFP_VERIFY(execute(*f.db, u"CREATE TEMP TABLE t(area, name, id_no, work_months, ins, phone)"_s));
    auto insert = Statement::prepare(*f.db, u"INSERT INTO t VALUES(?, ?, ?, ?, ?, ?)"_s);
    FFP_VERIFY(insert);
    columns::RowBinder binder(f.cipher);
    columns::BoundRow row;
    const RecordId record(crypto::random<16>());
    const QString longName = QString(5000, u'长'); // the buffer of the row moves while it grows
    const QString idNo = u"341323198001010010"_s;
    for (const QString &name : {u"王"_s, longName, u"赵"_s}) {
        row.clear();
        insert->bind(1, u"341323114201"_s);
        FFP_VERIFY(binder.add(row, 3, cell("id_no", record), Value(idNo)));
        FFP_VERIFY(binder.add(row, 2, cell("name", record), Value(name)));
        FFP_VERIFY(binder.add(row, 4, cell("work_months", record), Value(9)));
        FFP_VERIFY(binder.add(row, 5, cell("ins_resident_medical", record), Value(true)));
        FFP_VERIFY(binder.add(row, 6, cell("phone", record), Value()));
        row.bind(*insert);
        FFP_VERIFY(insert->run());
    }
    auto rows =
        Statement::prepare(*f.db,
                           u"SELECT area, name, id_no, work_months, ins, phone FROM t ORDER BY rowid"_s);
    FFP_VERIFY(rows);
    for (const QString &name : {u"王"_s, longName, u"赵"_s}) {
        const auto there = rows->step();
        FFP_VERIFY(there);
        QVERIFY(*there);
        QCOMPARE(rows->text(0), u"341323114201"_s);
        const auto value = [&](int column, const char *id) {
            const auto read = columns::read(*rows, column, cell(id, record), f.cipher);
            return read ? *read : Value(u"not read"_s);
        };
        QVERIFY(value(1, "name") == Value(name));
        QVERIFY(value(2, "id_no") == Value(idNo));
        QVERIFY(!rows->bytes(2).contains(idNo.toLatin1()));
        QVERIFY(value(3, "work_months") == Value(9));
        QVERIFY(value(4, "ins_resident_medical") == Value(true));
        QVERIFY(rows->isNull(5));
    }
}

void TestColumns::rowGivenUpLeavesNothing()
{
    test::LogFixture f;
    FFP_VERIFY(execute(*f.db, u"CREATE TEMP TABLE t(name, id_no)"_s));
    auto insert = Statement::prepare(*f.db, u"INSERT INTO t VALUES(?, ?)"_s);
    FFP_VERIFY(insert);
    columns::RowBinder binder(f.cipher);
    columns::BoundRow row;
    const RecordId record(crypto::random<16>());
    FFP_VERIFY(binder.add(row, 1, cell("name", record), Value(u"王"_s)));
    f.cipher.locked = true;
    FFP_VERIFY_ERROR(binder.add(row, 2, cell("id_no", record), Value(u"1"_s)), ErrorKind::Locked);
    f.cipher.locked = false;
    row.clear();
    FFP_VERIFY(binder.add(row, 2, cell("id_no", record), Value(u"2"_s)));
    row.bind(*insert);
    FFP_VERIFY(insert->run());
    QCOMPARE(f.number(u"SELECT count(*) FROM t WHERE name IS NULL AND id_no IS NOT NULL"_s), 1);
}

void TestColumns::bulkCacheComesAndGoes()
{
    test::LogFixture f;
    const auto kib = [&] { return -f.number(u"PRAGMA cache_size"_s); };
    QCOMPARE(kib(), Database::kCacheMib * 1024);
    {
        const BulkCache cache(*f.db);
        QCOMPARE(kib(), BulkCache::kMib * 1024);
    }
    QCOMPARE(kib(), Database::kCacheMib * 1024);
}

QTEST_GUILESS_MAIN(TestColumns)
#include "tst_columns.moc"
