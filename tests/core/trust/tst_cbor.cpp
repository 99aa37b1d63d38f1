// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/cbor.h"
#include "tests/support/testsupport.h"

#include <QRandomGenerator>

#include <limits>

using namespace ffp;
using cbor::Fault;

class TestCbor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void profile_data();
    void profile();
    void limits_data();
    void limits();
    void writerPassesValidate();
    void textIsNormalised();
    void readerReadsWhatWriterWrote();
    void readerStaysOnWrongType();
    void randomBytesNeverEscape();
    void truncationAndFlips();
};

void TestCbor::profile_data()
{
    QTest::addColumn<QByteArray>("hex");
    QTest::addColumn<int>("fault");
    const auto row = [](const char *name, const char *hex, Fault fault) {
        QTest::newRow(name) << QByteArray(hex) << int(fault);
    };
    row("zero", "00", Fault::None);
    row("23", "17", Fault::None);
    row("24", "1818", Fault::None);
    row("23 in two bytes", "1817", Fault::NotShortest);
    row("255", "18ff", Fault::None);
    row("255 in three bytes", "1900ff", Fault::NotShortest);
    row("256", "190100", Fault::None);
    row("65535 in five bytes", "1a0000ffff", Fault::NotShortest);
    row("65536", "1a00010000", Fault::None);
    row("2^32-1 in nine bytes", "1b00000000ffffffff", Fault::NotShortest);
    row("2^32", "1b0000000100000000", Fault::None);
    row("2^63-1", "1b7fffffffffffffff", Fault::None);
    row("2^63", "1b8000000000000000", Fault::IntegerRange);
    row("-2^63", "3b7fffffffffffffff", Fault::None);
    row("-2^63-1", "3b8000000000000000", Fault::IntegerRange);
    row("reserved 28", "1c", Fault::Forbidden);
    row("indefinite bytes", "5f4100ff", Fault::Indefinite);
    row("indefinite text", "7f6161ff", Fault::Indefinite);
    row("indefinite array", "9f00ff", Fault::Indefinite);
    row("indefinite map", "bf0000ff", Fault::Indefinite);
    row("break alone", "ff", Fault::Indefinite);
    row("false", "f4", Fault::None);
    row("true", "f5", Fault::None);
    row("null", "f6", Fault::None);
    row("undefined", "f7", Fault::Forbidden);
    row("simple 0", "e0", Fault::Forbidden);
    row("simple in two bytes", "f8ff", Fault::Forbidden);
    row("half float", "f93c00", Fault::Forbidden);
    row("float", "fa47c35000", Fault::Forbidden);
    row("double", "fb3ff199999999999a", Fault::Forbidden);
    row("tag", "c100", Fault::Forbidden);
    row("empty", "", Fault::Truncated);
    row("short head", "19ff", Fault::Truncated);
    row("short bytes", "4300", Fault::Truncated);
    row("short text", "6261", Fault::Truncated);
    row("short array", "8200", Fault::Truncated);
    row("short map", "a100", Fault::Truncated);
    row("something left", "0000", Fault::TrailingBytes);
    row("text", "63e5bca0", Fault::None);
    row("text cut in a character", "62e5bc", Fault::BadText);
    row("overlong slash", "62c0af", Fault::BadText);
    row("overlong three bytes", "63e08080", Fault::BadText);
    row("surrogate", "63eda080", Fault::BadText);
    row("last before the surrogates", "63ed9fbf", Fault::None);
    row("beyond U+10FFFF", "64f4908080", Fault::BadText);
    row("U+10FFFF", "64f48fbfbf", Fault::None);
    row("lone continuation", "6180", Fault::BadText);
    row("U+0000", "6100", Fault::BadText);
    row("bytes may hold zero", "4100", Fault::None);
    row("map", "a2010202f6", Fault::None);
    row("map unsorted", "a202f60102", Fault::KeyOrder);
    row("map with a key twice", "a201020102", Fault::KeyOrder);
    row("texts: z before aa", "a2617a0062616100", Fault::None);
    row("texts: aa before z", "a262616100617a00", Fault::KeyOrder);
    row("integers before texts", "a20100616100", Fault::None);
    row("failed parse that crashes others", "61ff", Fault::BadText);
    row("huge array of nothing", "9b7fffffffffffffff", Fault::TooLong);
}

void TestCbor::profile()
{
    QFETCH(QByteArray, hex);
    QFETCH(int, fault);
    QCOMPARE(QLatin1String(cbor::faultName(cbor::validate(QByteArray::fromHex(hex)))),
             QLatin1String(cbor::faultName(Fault(fault))));
}

void TestCbor::limits_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("fault");
    const auto made = [](auto write) {
        QByteArray out;
        cbor::Writer writer(out);
        write(writer);
        return out;
    };
    QTest::newRow("8 deep") << QByteArray("\x81\x81\x81\x81\x81\x81\x81\x80") << int(Fault::None);
    QTest::newRow("9 deep") << QByteArray("\x81\x81\x81\x81\x81\x81\x81\x81\x80") << int(Fault::TooDeep);
    QTest::newRow("a million deep") << QByteArray(1'000'000, '\x81') << int(Fault::TooDeep);
    for (int over : {0, 1}) {
        const int fault = int(over ? Fault::TooLong : Fault::None);
        QTest::addRow("text %d", over)
            << made([&](cbor::Writer &w) { w.utf8(QByteArray(65'536 + over, 'a')); }) << fault;
        QTest::addRow("bytes %d", over)
            << made([&](cbor::Writer &w) { w.bytes(QByteArray(65'536 + over, '\0')); }) << fault;
        QTest::addRow("array %d", over) << made([&](cbor::Writer &w) {
            w.array(4096 + quint64(over));
            for (int i = 0; i < 4096 + over; ++i)
                w.null();
        }) << fault;
        QTest::addRow("map %d", over) << made([&](cbor::Writer &w) {
            w.map(4096 + quint64(over));
            for (int i = 0; i < 4096 + over; ++i) {
                w.integer(i);
                w.null();
            }
        }) << fault;
        QTest::addRow("size %d", over) << made([&](cbor::Writer &w) {
            // 17 × 61,680 bytes with heads of 3 bytes each and one of the array = 2^20
            w.array(17);
            for (int i = 0; i < 16; ++i)
                w.bytes(QByteArray(61'677, '\0'));
            w.bytes(QByteArray(61'692 + over, '\0'));
        }) << int(over ? Fault::TooLarge : Fault::None);
    }
}

void TestCbor::limits()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, fault);
    QCOMPARE(QLatin1String(cbor::faultName(cbor::validate(bytes))),
             QLatin1String(cbor::faultName(Fault(fault))));
}

void TestCbor::writerPassesValidate()
{
    for (qint64 value :
         {qint64(0), qint64(23), qint64(24), qint64(255), qint64(256), qint64(65'535), qint64(65'536),
          qint64(4'294'967'295), qint64(4'294'967'296), std::numeric_limits<qint64>::max(), qint64(-1),
          qint64(-24), qint64(-25), std::numeric_limits<qint64>::min()}) {
        QByteArray out;
        cbor::Writer(out).integer(value);
        QVERIFY(cbor::validate(out) == Fault::None);
        qint64 back = 0;
        QVERIFY(cbor::Reader(out).integer(back));
        QCOMPARE(back, value);
    }
}

void TestCbor::textIsNormalised()
{
    const auto text = [](const QString &value) {
        QByteArray out;
        cbor::Writer(out).text(value);
        return out;
    };
    QCOMPARE(text(QStringLiteral("e\u0301")), text(QStringLiteral("\u00e9")));
    // U+F900 is a compatibility ideograph that NFC replaces by U+8C48.
    QCOMPARE(text(QStringLiteral("\uf900")), text(QStringLiteral("\u8c48")));
    // Marks below (class 220) and above (230) are put in order.
    QCOMPARE(text(QStringLiteral("\u3007\u302c\u0323")),
             text(QStringLiteral("\u3007\u302c\u0323").normalized(QString::NormalizationForm_C)));
    QCOMPARE(text(QStringLiteral("张三，Ａ１")), QByteArray::fromHex("6fe5bca0e4b889efbc8cefbca1efbc91"));
    QVERIFY(cbor::validate(text(QString(QChar(0xd800)))) == Fault::None); // a lone half is replaced
    QVERIFY(cbor::validate(text(QString(QChar(0)))) == Fault::BadText);
    QCOMPARE(text(QString::fromUcs4(U"\U00020BB7")), QByteArray::fromHex("64f0a0aeb7"));
}

void TestCbor::readerReadsWhatWriterWrote()
{
    QByteArray out;
    cbor::Writer writer(out);
    writer.map(2);
    writer.integer(1);
    writer.array(4);
    writer.boolean(true);
    writer.null();
    writer.bytes("ab");
    writer.text(u"张");
    writer.integer(2);
    writer.map(0);
    QVERIFY(cbor::validate(out) == Fault::None);

    cbor::Reader reader(out);
    quint64 count = 0;
    qint64 key = 0;
    bool flag = false;
    QByteArrayView bytes;
    QVERIFY(reader.type() == cbor::Type::Map && reader.map(count) && count == 2);
    QVERIFY(reader.integer(key) && key == 1);
    cbor::Reader skipping = reader;
    QVERIFY(reader.array(count) && count == 4);
    QVERIFY(reader.boolean(flag) && flag);
    QVERIFY(reader.null());
    QVERIFY(reader.bytes(bytes) && bytes == "ab");
    QVERIFY(reader.utf8(bytes) && bytes == QByteArray("张"));
    QVERIFY(skipping.item(bytes));
    QCOMPARE(bytes.size(), 10);
    QVERIFY(skipping.integer(key) && key == 2);
    QVERIFY(skipping.map(count) && count == 0 && skipping.atEnd());
}

void TestCbor::readerStaysOnWrongType()
{
    const QByteArray bytes("\x05");
    cbor::Reader reader(bytes);
    QByteArrayView out;
    quint64 count = 0;
    bool flag = false;
    QVERIFY(!reader.bytes(out) && !reader.utf8(out) && !reader.array(count) && !reader.map(count));
    QVERIFY(!reader.boolean(flag) && !reader.null());
    qint64 value = 0;
    QVERIFY(reader.integer(value) && value == 5);
    QVERIFY(reader.type() == cbor::Type::End && !reader.integer(value) && !reader.item(out));
}

void TestCbor::randomBytesNeverEscape()
{
    QRandomGenerator random(20261123);
    for (int i = 0; i < 200'000; ++i) {
        QByteArray bytes(random.bounded(40), Qt::Uninitialized);
        for (char &c : bytes)
            c = static_cast<char>(random.bounded(256));
        // An exact heap copy: a sanitizer sees one byte read too far.
        const QByteArray exact(bytes.constData(), bytes.size());
        if (cbor::validate(exact) == Fault::None) {
            QByteArrayView item;
            cbor::Reader reader(exact);
            QVERIFY(reader.item(item));
            QCOMPARE(item.size(), exact.size());
        } else {
            QByteArrayView item;
            cbor::Reader(exact).item(item); // must merely end
        }
    }
}

void TestCbor::truncationAndFlips()
{
    QByteArray out;
    cbor::Writer writer(out);
    writer.map(3);
    writer.integer(1);
    writer.bytes(QByteArray(16, '\7'));
    writer.integer(2);
    writer.map(2);
    writer.utf8("name");
    writer.text(u"张三");
    writer.utf8("hh_size");
    writer.integer(4);
    writer.integer(6);
    writer.array(2);
    writer.null();
    writer.boolean(false);
    QVERIFY(cbor::validate(out) == Fault::None);
    for (qsizetype n = 0; n < out.size(); ++n)
        QVERIFY(cbor::validate(QByteArrayView(out).first(n)) == Fault::Truncated);
    for (qsizetype bit = 0; bit < out.size() * 8; ++bit) {
        QByteArray bad = out;
        bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
        QByteArrayView item;
        if (cbor::validate(bad) == Fault::None)
            QVERIFY(cbor::Reader(bad).item(item) && item.size() == bad.size());
    }
}

QTEST_APPLESS_MAIN(TestCbor)
#include "tst_cbor.moc"
