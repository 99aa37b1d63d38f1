// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/field.h"
#include "core/trust/keyring.h"
#include "core/trust/passwordrule.h"
#include "tests/support/cheapkdf.h"
#include "tests/support/testsupport.h"

#include <QHash>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

template <class IdType>
IdType filled(unsigned char byte)
{
    std::array<unsigned char, 16> bytes;
    bytes.fill(byte);
    return IdType(bytes);
}

const OfficialId kOwner = filled<OfficialId>(1);
const OfficialId kOther = filled<OfficialId>(2);
const RecordId kRec = filled<RecordId>(3);

quint16 column(const char *entity, const char *field)
{
    const EntityDef *def = entityById(entity);
    const FieldDef *found = def ? fieldById(def->entity, field) : nullptr;
    return found ? found->column : 0;
}

} // namespace

class TestKeyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void slotOpensWithItsPasswordOnly();
    void chinesePassphraseInBothForms();
    void slotBelongsToOwnerAndDatabase();
    void tamperedSlots();
    void costLimitsFromTheFile();
    void newSlotsAreNeverCheaper();
    void lockWipesButLetsFinish();
    void subkeysDiffer();
    void fieldIsBoundToItsPlace();
    void bodyIsBoundToItsOp();
    void blindIndexNormalises_data();
    void blindIndexNormalises();
    void blindIndexKeysDiffer();
    void secretsAndAttachments();
    void officialSigns();
    void passwordRule_data();
    void passwordRule();

private:
    KdfPolicyForTests m_cheap;
};

void TestKeyring::slotOpensWithItsPasswordOnly()
{
    Keyring ring(filled<DbId>(9));
    QVERIFY(ring.isLocked());
    FFP_VERIFY_ERROR(ring.keys(), ErrorKind::Locked);
    FFP_VERIFY_ERROR(ring.makeSlot(kOwner, u"x"_s, SecretBytes::random(32)), ErrorKind::Locked);
    ring.create();
    const SecretBytes seed = SecretBytes::random(32);
    auto slot = ring.makeSlot(kOwner, u"青山镇-2026"_s, seed);
    FFP_VERIFY(slot);
    QByteArray body;
    (*ring.keys())->sealBody({}, "payload", body);
    ring.lock();

    FFP_VERIFY_ERROR(ring.unlock(*slot, u"青山镇-2027"_s), ErrorKind::WrongPassword);
    QVERIFY(ring.isLocked());
    FFP_VERIFY(ring.unlock(*slot, u"青山镇-2026"_s));
    QByteArray plain;
    QVERIFY((*ring.keys())->openBody({}, body, plain));
    QCOMPARE(plain, QByteArray("payload"));
    auto found = ring.signingSeed(*slot, u"青山镇-2026"_s);
    FFP_VERIFY(found);
    QVERIFY(found->view() == seed.view());
}

/// exchange.md §22, test 10.
void TestKeyring::chinesePassphraseInBothForms()
{
    Keyring ring(filled<DbId>(9));
    ring.create();
    const QString composed = u"虞姬镇caf\u00e9\uac00"_s;
    auto slot = ring.makeSlot(kOwner, composed, SecretBytes::random(32));
    FFP_VERIFY(slot);
    const QString decomposed = composed.normalized(QString::NormalizationForm_D);
    QVERIFY(decomposed != composed);
    FFP_VERIFY(ring.unlock(*slot, decomposed));
}

void TestKeyring::slotBelongsToOwnerAndDatabase()
{
    Keyring ring(filled<DbId>(9));
    ring.create();
    auto slot = ring.makeSlot(kOwner, u"password-1"_s, SecretBytes::random(32));
    FFP_VERIFY(slot);
    KeySlot moved = *slot;
    moved.owner = kOther;
    FFP_VERIFY_ERROR(ring.unlock(moved, u"password-1"_s), ErrorKind::WrongPassword);
    Keyring otherFile(filled<DbId>(8));
    FFP_VERIFY_ERROR(otherFile.unlock(*slot, u"password-1"_s), ErrorKind::WrongPassword);
}

void TestKeyring::tamperedSlots()
{
    Keyring ring(filled<DbId>(9));
    ring.create();
    auto slot = ring.makeSlot(kOwner, u"password-1"_s, SecretBytes::random(32));
    auto other = ring.makeSlot(kOther, u"password-1"_s, SecretBytes::random(32));
    FFP_VERIFY(slot);
    FFP_VERIFY(other);
    KeySlot bad = *slot;
    bad.signWrapped = other->signWrapped; // another official's signing key put in
    FFP_VERIFY_ERROR(ring.unlock(bad, u"password-1"_s), ErrorKind::Damaged);
    bad = *slot;
    bad.wrapped[30] = static_cast<char>(bad.wrapped[30] ^ 1);
    FFP_VERIFY_ERROR(ring.unlock(bad, u"password-1"_s), ErrorKind::WrongPassword);
    bad.wrapped.clear();
    FFP_VERIFY_ERROR(ring.unlock(bad, u"password-1"_s), ErrorKind::WrongPassword);
}

void TestKeyring::costLimitsFromTheFile()
{
    Keyring ring(filled<DbId>(9));
    ring.create();
    auto slot = ring.makeSlot(kOwner, u"password-1"_s, SecretBytes::random(32));
    FFP_VERIFY(slot);
    slot->cost.memoryKib = 256 * 1024 + 1;
    FFP_VERIFY_ERROR(ring.unlock(*slot, u"password-1"_s), ErrorKind::InvalidArgument);
    slot->cost = {5, 8};
    FFP_VERIFY_ERROR(ring.unlock(*slot, u"password-1"_s), ErrorKind::InvalidArgument);
}

void TestKeyring::newSlotsAreNeverCheaper()
{
    const KdfPolicyForTests dear(crypto::kLeastCost);
    QCOMPARE(KdfPolicy::slotCost(), crypto::kLeastCost);
    Keyring ring(filled<DbId>(9));
    ring.create();
    auto slot = ring.makeSlot(kOwner, u"password-1"_s, SecretBytes::random(32));
    FFP_VERIFY(slot);
    QCOMPARE(slot->cost, crypto::kLeastCost);
}

void TestKeyring::lockWipesButLetsFinish()
{
    Keyring ring(filled<DbId>(9));
    ring.create();
    std::shared_ptr<const SiteKeys> held = *ring.keys();
    std::weak_ptr<const SiteKeys> watched = held;
    ring.lock();
    QVERIFY(ring.isLocked());
    FFP_VERIFY_ERROR(ring.keys(), ErrorKind::Locked);
    FFP_VERIFY_ERROR(ring.officialKey(), ErrorKind::Locked);
    QByteArray sealed, plain;
    held->sealBody({}, "x", sealed); // a worker in the middle of its work
    QVERIFY(held->openBody({}, sealed, plain));
    held.reset();
    QVERIFY(watched.expired());
}

void TestKeyring::subkeysDiffer()
{
    const SiteKeys keys(SecretBytes::random(32));
    const Hash zero{};
    QByteArray body, out;
    keys.sealBody(zero, "0123456789abcdef0123456789abcdef", body);
    SecretBytes secret;
    QVERIFY(!keys.openSecret(view(zero), body, secret));
    QVERIFY(!keys.openAttachment(zero, body, out));
    QVERIFY(keys.openBody(zero, body, out));
    const SiteKeys others(SecretBytes::random(32));
    QVERIFY(!others.openBody(zero, body, out));
    QVERIFY(keys.sideMac("x") != others.sideMac("x"));
    QVERIFY(keys.sideMac("x") != keys.sideMac("y"));
}

/// A ciphertext moved to another row, type or column is refused (exchange.md §22, test 8).
void TestKeyring::fieldIsBoundToItsPlace()
{
    const SiteKeys keys(SecretBytes::random(32));
    QByteArray sealed, plain;
    keys.sealField(kRec, "member", "id_no", "341323199001010018", sealed);
    QVERIFY(!sealed.contains("341323"));
    QVERIFY(keys.openField(kRec, "member", "id_no", sealed, plain));
    QCOMPARE(plain, QByteArray("341323199001010018"));
    QVERIFY(!keys.openField(filled<RecordId>(4), "member", "id_no", sealed, plain));
    QVERIFY(!keys.openField(kRec, "household", "id_no", sealed, plain));
    QVERIFY(!keys.openField(kRec, "member", "phone", sealed, plain));
    QVERIFY(!keys.openField(kRec, "memberi", "d_no", sealed, plain)); // the 0x00 between them
    QVERIFY(plain.isEmpty());
}

void TestKeyring::bodyIsBoundToItsOp()
{
    const SiteKeys keys(SecretBytes::random(32));
    Hash id{}, other{};
    other[31] = 1;
    QByteArray body, plain;
    keys.sealBody(id, "payload", body);
    QVERIFY(!keys.openBody(other, body, plain));
    QVERIFY(keys.openBody(id, body, plain));
}

void TestKeyring::blindIndexNormalises_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("normal");
    QTest::newRow("plain") << u"id_no"_s << u"34132319900101001X"_s << u"34132319900101001X"_s;
    QTest::newRow("lower x") << u"id_no"_s << u"34132319900101001x"_s << u"34132319900101001X"_s;
    QTest::newRow("full width") << u"id_no"_s << u"３４１３２３１９９００１０１００１Ｘ"_s
                                << u"34132319900101001X"_s;
    QTest::newRow("spaces and hyphens")
        << u"id_no"_s << u" 341323-19900101 001X "_s << u"34132319900101001X"_s;
    QTest::newRow("18 of 20 characters")
        << u"id_no"_s << u"34132319900101001X43"_s << u"34132319900101001X"_s;
    QTest::newRow("phone") << u"phone"_s << u"138-0000-0000"_s << u"13800000000"_s;
    QTest::newRow("phone is not cut")
        << u"phone"_s << u"0086138000000001234567"_s << u"0086138000000001234567"_s;
    QTest::newRow("certificate is not cut")
        << u"disability_cert_no"_s << u"34132319900101001x43"_s << u"34132319900101001X43"_s;
}

void TestKeyring::blindIndexNormalises()
{
    QFETCH(QString, field);
    QFETCH(QString, value);
    QFETCH(QString, normal);
    const quint16 number = column("member", field.toLatin1().constData());
    QVERIFY(number > 0);
    QCOMPARE(normalisedForIndex(number, value), normal);
    const SiteKeys keys(SecretBytes::random(32));
    QCOMPARE(keys.blindIndex(number, value), keys.blindIndex(number, normal));
    QVERIFY(keys.blindIndex(number, value) != keys.blindIndex(number, u'1' + normal));
}

void TestKeyring::blindIndexKeysDiffer()
{
    const SecretBytes dek = SecretBytes::random(32);
    const SiteKeys keys(dek), same(dek), other(SecretBytes::random(32));
    const quint16 idNo = column("member", "id_no"), phone = column("member", "phone");
    QCOMPARE(keys.blindIndex(idNo, u"1"), same.blindIndex(idNo, u"1"));
    QVERIFY(keys.blindIndex(idNo, u"1") != other.blindIndex(idNo, u"1"));
    QVERIFY(keys.blindIndex(idNo, u"1") != keys.blindIndex(phone, u"1"));
    // A column of a newer dictionary has its own key too.
    QVERIFY(keys.blindIndex(9999, u"1") != keys.blindIndex(9998, u"1"));
    QCOMPARE(keys.blindIndex(9999, u"1"), same.blindIndex(9999, u"1"));
    // Every indexed column has a key number of its own.
    QHash<quint16, QByteArray> seen;
    for (const EntityDef &entity : entities())
        for (const FieldDef &field : entity.fields)
            if (field.flags & kBlindIndex) {
                QVERIFY2(!seen.contains(field.column), field.id);
                seen.insert(field.column, field.id);
            }
    QVERIFY(seen.size() >= 4);
}

void TestKeyring::secretsAndAttachments()
{
    const SiteKeys keys(SecretBytes::random(32));
    const SecretBytes seed = SecretBytes::random(32);
    const QByteArray sealed = keys.sealSecret("site-sign", seed);
    SecretBytes out;
    QVERIFY(keys.openSecret("site-sign", sealed, out));
    QVERIFY(out.view() == seed.view());
    QVERIFY(!keys.openSecret("site-box", sealed, out));
    const Hash hash = crypto::hash("ffpx-att-1", "scan");
    QByteArray plain;
    QVERIFY(keys.openAttachment(hash, keys.sealAttachment(hash, "scan"), plain));
    QCOMPARE(plain, QByteArray("scan"));
    QVERIFY(!keys.openAttachment(hash, keys.sealAttachment(hash, "other"), plain));
}

void TestKeyring::officialSigns()
{
    Keyring ring(filled<DbId>(9));
    FFP_VERIFY_ERROR(ring.signAsOfficial("ffpx-act-1", "x"), ErrorKind::Locked);
    ring.create();
    const SecretBytes seed = SecretBytes::random(32);
    auto slot = ring.makeSlot(kOwner, u"password-1"_s, seed);
    FFP_VERIFY(slot);
    ring.lock();
    FFP_VERIFY(ring.unlock(*slot, u"password-1"_s));
    auto signature = ring.signAsOfficial("ffpx-act-1", "x");
    FFP_VERIFY(signature);
    QVERIFY(crypto::verify(crypto::signKeys(seed).pub, "ffpx-act-1", "x", *signature));
    QCOMPARE(*ring.officialKey(), crypto::signKeys(seed).pub);
}

void TestKeyring::passwordRule_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QStringList>("why"); // empty = accepted
    QTest::newRow("7 characters") << u"Yu-7ma!"_s << QStringList{u"short"_s, u"1"_s};
    QTest::newRow("8 characters") << u"Yu-7maT!"_s << QStringList();
    QTest::newRow("8 Chinese characters") << u"田万村的小河清清"_s << QStringList();
    QTest::newRow("7 Chinese characters") << u"田万村的小河清"_s << QStringList{u"short"_s, u"1"_s};
    QTest::newRow("7 characters outside the BMP")
        << QString::fromUcs4(U"\U00020BB7\U00020BB8\U00020BB7\U00020BB9"
                             U"\U00020BB7\U00020BB8\U00020BC7")
        << QStringList{u"short"_s, u"1"_s};
    QTest::newRow("common") << u"password"_s << QStringList{u"common"_s};
    QTest::newRow("common in capitals") << u"PassWord"_s << QStringList{u"common"_s};
    QTest::newRow("common in full width") << u"ａｄｍｉｎ１２３４"_s << QStringList{u"common"_s};
    QTest::newRow("common with a space") << u"1qaz 2wsx"_s << QStringList{u"common"_s};
    QTest::newRow("user name") << u"wangxiaoming"_s << QStringList{u"name"_s};
    QTest::newRow("user name and more") << u"wangxiaoming7"_s << QStringList();
    QTest::newRow("one character") << u"zzzzzzzzz"_s << QStringList{u"pattern"_s};
    QTest::newRow("run down") << u"hgfedcba"_s << QStringList{u"pattern"_s};
    QTest::newRow("run up but one") << u"abcdefgz"_s << QStringList();
}

void TestKeyring::passwordRule()
{
    QFETCH(QString, password);
    QFETCH(QStringList, why);
    auto checked = checkPassword(password, u"WangXiaoming"_s);
    if (why.isEmpty()) {
        FFP_VERIFY(checked);
    } else {
        FFP_VERIFY_ERROR(checked, ErrorKind::WeakPassword);
        QCOMPARE(checked.error().args, why);
    }
}

QTEST_APPLESS_MAIN(TestKeyring)
#include "tst_keyring.moc"
