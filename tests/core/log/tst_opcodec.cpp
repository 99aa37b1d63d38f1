// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/log/opcodec.h"
#include "tests/support/testsupport.h"

#include <QRandomGenerator>

using namespace ffp;

namespace {

Salt countingSalt()
{
    Salt salt;
    for (size_t i = 0; i < salt.size(); ++i)
        salt[i] = static_cast<unsigned char>(i);
    return salt;
}

template <class IdType>
IdType filled(unsigned char byte)
{
    std::array<unsigned char, 16> bytes;
    bytes.fill(byte);
    return IdType(bytes);
}

OpId hashOf(const char *text)
{
    return crypto::hash("test", text);
}

QByteArray examplePayload()
{
    const Value name(QStringLiteral("张三")), size(4);
    const SetItem set[] = {{"hh_size", &size}, {"name", &name}};
    QByteArray out;
    if (!opcodec::encodePayload(countingSalt(), set, {}, out))
        out.clear();
    return out;
}

Op exampleOp(const QByteArray &payload)
{
    Op op;
    op.inc = filled<Incarnation>(0x11);
    op.area = AreaCode::fromString(u"341503001201");
    op.seq = 1;
    op.hlc = 1'800'000'000'000ULL * 65'536 + 3;
    op.actor = filled<OfficialId>(0x22);
    op.kind = opkind::Create;
    op.rec = filled<RecordId>(0x33);
    op.type = "household";
    op.sv = 1;
    op.pred.emplace();
    op.commit = opcodec::commitOf(payload);
    return op;
}

QByteArray encoded(Op op)
{
    QByteArray out;
    opcodec::encodeEnvelope(op, out);
    return out;
}

Op editOp(const QByteArray &payload)
{
    Op op = exampleOp(payload);
    op.seq = 2;
    op.prev = hashOf("before");
    op.kind = opkind::Edit;
    op.fields = {"name", "hh_size"}; // to be sorted by the encoder
    op.pred = {hashOf("b"), hashOf("a"), hashOf("a")};
    op.fpred = {{"name", {hashOf("c")}}};
    return op;
}

} // namespace

class TestOpCodec : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knownAnswer();
    void payloadRoundTrip();
    void payloadRefusals();
    void noteLimit();
    void envelopeRoundTrip();
    void wellFormed_data();
    void wellFormed();
    void predLimit();
    void payloadMustFit();
    void signatures();
    void unknownKeysAndKinds();
    void eachKeyIsRequired();
    void valueMapping();
    void randomAndFlippedBytes();
};

/// exchange.md §6.5, to the byte.
void TestOpCodec::knownAnswer()
{
    const QByteArray payload = examplePayload();
    QCOMPARE(payload.toHex(), QByteArray("a20150000102030405060708090a0b0c0d0e0f02a2646e616d6566e5bca0e4b889"
                                         "6768685f73697a6504"));
    QCOMPARE(view(opcodec::commitOf(payload)).toByteArray().toHex(),
             QByteArray("cd4b0544c43c963e9a162bbddf6ccc6d335e6ee0bd674ab1a061e4c5957d2d67"));
    const QByteArray envelope = encoded(exampleOp(payload));
    QCOMPARE(envelope.size(), 172);
    QCOMPARE(envelope.toHex(),
             QByteArray("ae0101025011111111111111111111111111111111036c33343135303330303132303104000501065820"
                        "0000000000000000000000000000000000000000000000000000000000000000"
                        "071b01a3185c500000030850222222222222222222222222222222220901"
                        "0a50333333333333333333333333333333330b69686f757365686f6c640c010e801058"
                        "20cd4b0544c43c963e9a162bbddf6ccc6d335e6ee0bd674ab1a061e4c5957d2d67"));
    QCOMPARE(view(opcodec::opId(envelope)).toByteArray().toHex(),
             QByteArray("a9b0bac62e5700a4e03fb3d700a554377b2328222c452e3f82b8c9f16f5aa338"));
    auto op = opcodec::decodeOp(envelope, payload, {});
    FFP_VERIFY(op);
    QCOMPARE(view(op->id), view(opcodec::opId(envelope)));
}

void TestOpCodec::payloadRoundTrip()
{
    const Value text(QStringLiteral("张三")), number(-5), flag(true), cleared,
        codes(
            QStringList{QStringLiteral("b"), QStringLiteral("aa"), QStringLiteral("a"), QStringLiteral("b")}),
        people(QStringList{QStringLiteral("李四"), QStringLiteral("王五"), QStringLiteral("安")}),
        ref(filled<RecordId>(7));
    const SetItem set[] = {{"text", &text},    {"flag", &flag},           {"cleared", &cleared},
                           {"codes", &codes},  {"people", &people, true}, {"ref", &ref},
                           {"number", &number}};
    QByteArray bytes;
    FFP_VERIFY(opcodec::encodePayload(countingSalt(), set, QStringLiteral("更正"), bytes));
    auto payload = opcodec::decodePayload(bytes);
    FFP_VERIFY(payload);
    QCOMPARE(payload->salt, countingSalt());
    QCOMPARE(payload->note.toByteArray(), QByteArray("更正"));
    QVERIFY(payload->hasSet);
    QCOMPARE(payload->set.size(), 7U);
    const auto value = [&](const char *name) {
        const auto *field = payload->field(name);
        return field ? opcodec::readValue(field->item) : std::nullopt;
    };
    QVERIFY(value("text") == text && value("flag") == flag && value("number") == number);
    QVERIFY(value("cleared") == Value() && value("ref") == ref && value("people") == people);
    QCOMPARE(value("codes")->toList(),
             (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("aa")}));
    QVERIFY(!payload->field("missing"));

    FFP_VERIFY(
        opcodec::encodeErasePayload(countingSalt(), {hashOf("b"), hashOf("a"), hashOf("b")}, {}, bytes));
    auto erase = opcodec::decodePayload(bytes);
    FFP_VERIFY(erase);
    QCOMPARE(erase->erase.size(), 2U);
    QVERIFY(erase->erase[0] < erase->erase[1]);

    FFP_VERIFY(opcodec::encodeMapPayload(countingSalt(), 4, QByteArray::fromHex("a101f6"), {}, bytes));
    auto registry = opcodec::decodePayload(bytes);
    FFP_VERIFY(registry);
    QCOMPARE(registry->reg.toByteArray().toHex(), QByteArray("a101f6"));
    QVERIFY(registry->act.isNull() && !registry->hasSet);
}

void TestOpCodec::payloadRefusals()
{
    QByteArray out;
    const Value fine(1), nul(QString(QChar(0))), longest(QString(65'536, u'a')),
        tooLong(QString(65'537, u'a'));
    const SetItem twice[] = {{"a", &fine}, {"a", &fine}};
    FFP_VERIFY_ERROR(opcodec::encodePayload({}, twice, {}, out), ErrorKind::InvalidArgument);
    const SetItem withNul[] = {{"a", &fine}, {"b", &nul}};
    auto refused = opcodec::encodePayload({}, withNul, {}, out);
    FFP_VERIFY_ERROR(refused, ErrorKind::InvalidValue);
    QCOMPARE(refused.error().subject.field, QStringLiteral("b"));
    const SetItem withLongest[] = {{"b", &longest}};
    FFP_VERIFY(opcodec::encodePayload({}, withLongest, {}, out));
    const SetItem withTooLong[] = {{"b", &tooLong}};
    FFP_VERIFY_ERROR(opcodec::encodePayload({}, withTooLong, {}, out), ErrorKind::InvalidValue);

    for (const char *hex : {"", "00", "a0", "a10140", "a1014f000102030405060708090a0b0c0d0e",
                            "a201500000000000000000000000000000000002f6",   // set is null
                            "a2015000000000000000000000000000000000056161", // erase is text
                            "a20150000000000000000000000000000000000601"})  // note is a number
        FFP_VERIFY_ERROR(opcodec::decodePayload(QByteArray::fromHex(hex)), ErrorKind::Damaged);
}

void TestOpCodec::noteLimit()
{
    QByteArray out;
    const Value value(1);
    const SetItem set[] = {{"a", &value}};
    FFP_VERIFY(opcodec::encodePayload({}, set, QString(2000, QChar(0x5f20)), out));
    FFP_VERIFY(opcodec::decodePayload(out));
    FFP_VERIFY_ERROR(opcodec::encodePayload({}, set, QString(2001, QChar(0x5f20)), out),
                     ErrorKind::InvalidValue);
    FFP_VERIFY_ERROR(opcodec::decodePayload(out), ErrorKind::Damaged);
}

void TestOpCodec::envelopeRoundTrip()
{
    Op edit = editOp(examplePayload());
    auto back = opcodec::decodeEnvelope(encoded(edit));
    FFP_VERIFY(back);
    QCOMPARE(back->fields->size(), 2U);
    QCOMPARE(back->fields->front(), QByteArray("name")); // shorter first
    QCOMPARE(back->pred->size(), 2U);
    QByteArray again;
    opcodec::encodeEnvelope(edit, again);
    QVERIFY(*back == edit);
    Op action = exampleOp({});
    action.kind = opkind::Action;
    action.pred.reset();
    action.digest = hashOf("basis");
    action.signer = KeyId{1, 2, 3};
    auto actionBack = opcodec::decodeEnvelope(encoded(action));
    FFP_VERIFY(actionBack);
    QVERIFY(*actionBack == action);
}

void TestOpCodec::wellFormed_data()
{
    QTest::addColumn<Op>("op");
    QTest::addColumn<bool>("fine");
    const Op create = exampleOp(examplePayload());
    const Op edit = editOp(examplePayload());
    const auto row = [](const char *name, Op op, bool fine, auto change) {
        change(op);
        QTest::newRow(name) << op << fine;
    };
    row("create", create, true, [](Op &) {});
    row("edit", edit, true, [](Op &) {});
    row("resolve", edit, true, [](Op &op) { op.kind = opkind::Resolve; });
    row("version 2", create, false, [](Op &op) { op.version = 2; });
    row("lane 2", create, false, [](Op &op) { op.lane = 2; });
    row("create in the registry lane", create, false, [](Op &op) { op.lane = 1; });
    row("seq 0", create, false, [](Op &op) { op.seq = 0; });
    row("seq 1 with prev", create, false, [](Op &op) { op.prev = hashOf("x"); });
    row("seq 2 without prev", create, false, [](Op &op) { op.seq = 2; });
    row("seq 2 with prev", create, true, [](Op &op) {
        op.seq = 2;
        op.prev = hashOf("x");
    });
    row("type of 32", create, true, [](Op &op) { op.type = QByteArray(32, 'a'); });
    row("type of 33", create, false, [](Op &op) { op.type = QByteArray(33, 'a'); });
    row("type empty", create, false, [](Op &op) { op.type.clear(); });
    row("type with digit first", create, false, [](Op &op) { op.type = "1a"; });
    row("type with capital", create, false, [](Op &op) { op.type = "aB"; });
    row("create with pred", create, false, [](Op &op) { op.pred = {hashOf("x")}; });
    row("create without pred", create, false, [](Op &op) { op.pred.reset(); });
    row("create with fields", create, false, [](Op &op) { op.fields = {"name"}; });
    row("create with signer", create, false, [](Op &op) { op.signer.emplace(); });
    row("create with digest", create, false, [](Op &op) { op.digest.emplace(); });
    row("edit without fields", edit, false, [](Op &op) { op.fields.reset(); });
    row("edit with no field", edit, false, [](Op &op) { op.fields.emplace(); });
    row("edit without pred", edit, false, [](Op &op) { op.pred.reset(); });
    row("edit with empty pred", edit, true, [](Op &op) { op.pred.emplace(); });
    row("fpred of another field", edit, false, [](Op &op) { op.fpred = {{"phone", {hashOf("c")}}}; });
    row("action without digest", create, false, [](Op &op) {
        op.kind = opkind::Action;
        op.pred.reset();
        op.signer.emplace();
    });
    row("registry in lane 1", create, true, [](Op &op) {
        op.kind = opkind::Official;
        op.lane = 1;
        op.pred.reset();
        op.signer.emplace();
    });
    row("registry in lane 0", create, false, [](Op &op) {
        op.kind = opkind::Official;
        op.pred.reset();
        op.signer.emplace();
    });
    row("hlc 2^63-1", create, true, [](Op &op) { op.hlc = 0x7fffffffffffffff; });
    row("hlc 2^63", create, false, [](Op &op) { op.hlc = 0x8000000000000000; });
}

void TestOpCodec::wellFormed()
{
    QFETCH(Op, op);
    QFETCH(bool, fine);
    auto back = opcodec::decodeEnvelope(encoded(op));
    if (fine)
        FFP_VERIFY(back);
    else
        FFP_VERIFY_ERROR(back, ErrorKind::Damaged);
}

void TestOpCodec::predLimit()
{
    Op op = editOp(examplePayload());
    op.fpred.clear();
    op.pred->clear();
    for (int i = 0; i < 999; ++i)
        op.pred->push_back(hashOf(QByteArray::number(i).constData()));
    op.fpred = {{"name", {hashOf("last")}}};
    FFP_VERIFY(opcodec::decodeEnvelope(encoded(op)));
    op.fpred[0].second.push_back(hashOf("one more"));
    FFP_VERIFY_ERROR(opcodec::decodeEnvelope(encoded(op)), ErrorKind::Damaged);
}

void TestOpCodec::payloadMustFit()
{
    const QByteArray payload = examplePayload();
    FFP_VERIFY(opcodec::decodeOp(encoded(editOp(payload)), payload, {}));
    Op fewer = editOp(payload);
    fewer.fields = {"name"};
    FFP_VERIFY_ERROR(opcodec::decodeOp(encoded(fewer), payload, {}), ErrorKind::Damaged);
    Op other = editOp(payload);
    other.fields = {"name", "hh_sizf"};
    FFP_VERIFY_ERROR(opcodec::decodeOp(encoded(other), payload, {}), ErrorKind::Damaged);
    Op wrongCommit = exampleOp(payload);
    wrongCommit.commit[0] ^= 1;
    FFP_VERIFY_ERROR(opcodec::decodeOp(encoded(wrongCommit), payload, {}), ErrorKind::Damaged);
    // Erased by law: the payload is gone, the envelope still stands.
    FFP_VERIFY(opcodec::decodeOp(encoded(wrongCommit), {}, {}));
    const QByteArray saltOnly = QByteArray::fromHex("a10150000102030405060708090a0b0c0d0e0f");
    FFP_VERIFY_ERROR(opcodec::decodeOp(encoded(exampleOp(saltOnly)), saltOnly, {}), ErrorKind::Damaged);
}

void TestOpCodec::signatures()
{
    const QByteArray payload = examplePayload();
    const QByteArray signature(64, '\1');
    FFP_VERIFY_ERROR(opcodec::decodeOp(encoded(exampleOp(payload)), payload, signature), ErrorKind::Damaged);
    QByteArray regPayload;
    FFP_VERIFY(opcodec::encodeMapPayload({}, 4, QByteArray::fromHex("a0"), {}, regPayload));
    Op registry = exampleOp(regPayload);
    registry.kind = opkind::Official;
    registry.lane = 1;
    registry.pred.reset();
    registry.signer.emplace();
    FFP_VERIFY(opcodec::decodeOp(encoded(registry), regPayload, signature));
    FFP_VERIFY_ERROR(opcodec::decodeOp(encoded(registry), regPayload, {}), ErrorKind::Damaged);
    FFP_VERIFY_ERROR(opcodec::decodeOp(encoded(registry), regPayload, QByteArrayView(signature).first(63)),
                     ErrorKind::Damaged);
    QVERIFY(qstrcmp(opkind::signTag(opkind::Action), "ffpx-act-1") == 0);
    QVERIFY(qstrcmp(opkind::signTag(opkind::Erase), "ffpx-act-1") == 0);
    QVERIFY(qstrcmp(opkind::signTag(opkind::Root), "ffpx-reg-1") == 0);
}

void TestOpCodec::unknownKeysAndKinds()
{
    QByteArray payload = examplePayload();
    Op op = exampleOp(payload);
    op.kind = 99;
    op.pred.reset();
    FFP_VERIFY(opcodec::decodeOp(encoded(op), payload, {}));
    // A key 19 at the end of the map, as a newer program may write.
    QByteArray envelope = encoded(exampleOp(payload));
    envelope[0] = static_cast<char>(envelope[0] + 1);
    envelope += QByteArray::fromHex("1382f66161");
    FFP_VERIFY(opcodec::decodeOp(envelope, payload, {}));
    // The same in the payload.
    payload[0] = static_cast<char>(payload[0] + 1);
    payload += QByteArray::fromHex("0780");
    FFP_VERIFY(opcodec::decodePayload(payload));
}

void TestOpCodec::eachKeyIsRequired()
{
    const QByteArray envelope = encoded(exampleOp(examplePayload()));
    for (int missing = 1; missing <= 16; ++missing) {
        if (missing == 13 || missing == 15)
            continue; // not in a create
        cbor::Reader reader(envelope);
        quint64 pairs = 0;
        QVERIFY(reader.map(pairs));
        QByteArray shorter;
        cbor::Writer writer(shorter);
        writer.map(pairs - 1);
        for (quint64 i = 0; i < pairs; ++i) {
            qint64 key = 0;
            QByteArrayView item;
            QVERIFY(reader.integer(key) && reader.item(item));
            if (key != missing) {
                writer.integer(key);
                writer.raw(item);
            }
        }
        QVERIFY(cbor::validate(shorter) == cbor::Fault::None);
        FFP_VERIFY_ERROR(opcodec::decodeEnvelope(shorter), ErrorKind::Damaged);
    }
}

void TestOpCodec::valueMapping()
{
    const auto read = [](const char *hex) { return opcodec::readValue(QByteArray::fromHex(hex)); };
    QVERIFY(read("f6") == Value());
    QVERIFY(read("60") == Value());
    QVERIFY(read("80") == Value());
    QVERIFY(read("f5") == Value(true));
    QVERIFY(read("3903e7") == Value(-1000));
    QVERIFY(!read("a0"));   // _moved_to of a newer program
    QVERIFY(!read("4101")); // no record id
    QVERIFY(!read("8101")); // an array of numbers
    QVERIFY(!read(""));
    QVERIFY(read("5007070707070707070707070707070707") == Value(filled<RecordId>(7)));
}

void TestOpCodec::randomAndFlippedBytes()
{
    const QByteArray payload = examplePayload();
    for (const QByteArray &envelope : {encoded(exampleOp(payload)), encoded(editOp(payload))}) {
        const OpId id = opcodec::opId(envelope);
        for (qsizetype bit = 0; bit < envelope.size() * 8; ++bit) {
            QByteArray bad = envelope;
            bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
            auto op = opcodec::decodeOp(bad, payload, {});
            QVERIFY(!op || op->id != id); // either malformed or another op: the chain notices
        }
        for (qsizetype n = 0; n < envelope.size(); ++n)
            FFP_VERIFY_ERROR(opcodec::decodeOp(QByteArrayView(envelope).first(n), payload, {}),
                             ErrorKind::Damaged);
    }
    for (qsizetype bit = 0; bit < payload.size() * 8; ++bit) {
        QByteArray bad = payload;
        bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
        FFP_VERIFY_ERROR(opcodec::decodeOp(encoded(exampleOp(payload)), bad, {}), ErrorKind::Damaged);
    }
    QRandomGenerator random(7);
    const QByteArray envelope = encoded(editOp(payload));
    for (int i = 0; i < 50'000; ++i) {
        QByteArray bad = envelope;
        for (int k = random.bounded(1, 6); k > 0; --k)
            bad[random.bounded(int(bad.size()))] = static_cast<char>(random.bounded(256));
        (void)opcodec::decodeEnvelope(bad); // must merely end, sanitizers watch
        (void)opcodec::decodePayload(bad);
    }
}

QTEST_APPLESS_MAIN(TestOpCodec)
#include "tst_opcodec.moc"
