// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trust/crypto.h"
#include "tests/support/testsupport.h"

#include <algorithm>
#include <vector>

using namespace ffp;

namespace {

SecretBytes secretHex(const char *hex)
{
    return SecretBytes::copyOf(QByteArray::fromHex(hex));
}

QByteArray hex(QByteArrayView bytes)
{
    return bytes.toByteArray().toHex();
}

QByteArray countingBytes(int count)
{
    QByteArray out;
    for (int i = 0; i < count; ++i)
        out.append(static_cast<char>(i));
    return out;
}

} // namespace

/// Known answers of each primitive (exchange.md §22, test 10).
class TestCrypto : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void blake2b();
    void signing();
    void aeadKnownAnswer();
    void aeadRefusesChanges();
    void noncesNeverRepeat();
    void argon2KnownAnswer();
    void argon2Limits();
    void passphraseNormalForms();
    void boxRoundTrip();
    void kdfKnownAnswer();
    void wrapRoundTrip();
    void secretBytes();
    void calibrationIsWithinLimits();
};

void TestCrypto::blake2b()
{
    // The digest of "abc" with the tag as its first part is the digest of the whole: BLAKE2b-256("abc").
    QCOMPARE(hex(view(crypto::hash("a", "bc"))),
             QByteArray("bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
    QVERIFY(crypto::hash("ffpx-op-1", "x") != crypto::hash("ffpx-pay-1", "x"));
    QVERIFY(crypto::equal("abc", "abc"));
    QVERIFY(!crypto::equal("abc", "abd"));
    QVERIFY(!crypto::equal("abc", "ab"));
}

void TestCrypto::signing()
{
    const crypto::SignKeys keys = crypto::signKeys(SecretBytes::copyOf(countingBytes(32)));
    QCOMPARE(hex(view(keys.pub)),
             QByteArray("03a107bff3ce10be1d70dd18e74bc09967e4d6309ba50d5f1ddc8664125531b8"));
    QCOMPARE(hex(view(crypto::keyId(keys.pub))), QByteArray("72fb9160de1285cd07d0b0506cbbfc0b"));
    const QByteArray id = QByteArray::fromHex(
        "a9b0bac62e5700a4e03fb3d700a554377b2328222c452e3f82b8c9f16f5aa338");
    Signature signature = crypto::sign(keys.secret, "ffpx-act-1", id);
    QCOMPARE(hex(view(signature)),
             QByteArray("aaa80d153c0165bb25375bc838f60981b1588bf160554f2276a8178225a104749ee219b2920bcaef639a"
                        "00cf24fd96caa5e8857a3f483c91601e27a3ffbfd50f"));
    QVERIFY(crypto::verify(keys.pub, "ffpx-act-1", id, signature));
    QVERIFY(!crypto::verify(keys.pub, "ffpx-reg-1", id, signature));
    QVERIFY(!crypto::verify(crypto::signKeys(SecretBytes::random(32)).pub, "ffpx-act-1", id, signature));
    signature[5] ^= 1;
    QVERIFY(!crypto::verify(keys.pub, "ffpx-act-1", id, signature));
}

void TestCrypto::aeadKnownAnswer()
{
    // draft-irtf-cfrg-xchacha-03, A.3.1.
    QByteArray key;
    for (int i = 0x80; i < 0xa0; ++i)
        key.append(static_cast<char>(i));
    const QByteArray sealed =
        QByteArray::fromHex("404142434445464748494a4b4c4d4e4f5051525354555657")
        + QByteArray::fromHex(
            "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4eda7e39"
            "ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
            "21f9664c97637da9768812f615c68b13b52e")
        + QByteArray::fromHex("c0875924c1c7987947deafd8780acf49");
    QByteArray plain;
    QVERIFY(crypto::open(reinterpret_cast<const unsigned char *>(key.constData()),
                         QByteArray::fromHex("50515253c0c1c2c3c4c5c6c7"), sealed, plain));
    QCOMPARE(plain,
             QByteArray("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for "
                        "the future, sunscreen would be it."));
}

void TestCrypto::aeadRefusesChanges()
{
    const SecretBytes key = SecretBytes::random(32);
    QByteArray sealed, plain;
    crypto::seal(key.data(), "ad", "340101199001011234", sealed);
    QCOMPARE(sealed.size(), 18 + crypto::kSealOverhead);
    QVERIFY(crypto::open(key.data(), "ad", sealed, plain));
    QCOMPARE(plain, QByteArray("340101199001011234"));
    QVERIFY(!crypto::open(key.data(), "ae", sealed, plain));
    QVERIFY(plain.isEmpty());
    QVERIFY(!crypto::open(SecretBytes::random(32).data(), "ad", sealed, plain));
    for (qsizetype bit = 0; bit < sealed.size() * 8; ++bit) {
        QByteArray bad = sealed;
        bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
        QVERIFY(!crypto::open(key.data(), "ad", bad, plain));
    }
    for (qsizetype n = 0; n < sealed.size(); ++n)
        QVERIFY(!crypto::open(key.data(), "ad", QByteArrayView(sealed).first(n), plain));
    crypto::seal(key.data(), {}, {}, sealed);
    QVERIFY(crypto::open(key.data(), {}, sealed, plain) && plain.isEmpty());
}

void TestCrypto::noncesNeverRepeat()
{
    using Nonce = std::array<unsigned char, 24>;
    const SecretBytes key = SecretBytes::random(32);
    std::vector<Nonce> seen(1'000'000);
    QByteArray sealed;
    for (Nonce &nonce : seen) {
        crypto::seal(key.data(), {}, {}, sealed);
        QVERIFY(fromView(QByteArrayView(sealed).first(24), nonce));
    }
    std::sort(seen.begin(), seen.end());
    QVERIFY(std::adjacent_find(seen.begin(), seen.end()) == seen.end());
}

void TestCrypto::argon2KnownAnswer()
{
    // Made with the argon2 reference tool: echo -n password | argon2 0123456789abcdef -id -t 2 -k 65536 -p 1
    Salt salt;
    QVERIFY(fromView("0123456789abcdef", salt));
    auto key = crypto::passwordKey(QStringLiteral("password"), salt, crypto::kLeastCost);
    FFP_VERIFY(key);
    QCOMPARE(hex(key->view()),
             QByteArray("efefea1217a1d74f60760e0cddef0e1ddcc58d048f2a50ba3606d5bf0a68af9f"));
}

void TestCrypto::argon2Limits()
{
    const auto kind = [](KdfCost cost) {
        auto key = crypto::passwordKey(QStringLiteral("x"), {}, cost);
        return key ? QByteArray() : QByteArray(errorCode(key.error().kind));
    };
    QCOMPARE(kind({1, 8}), QByteArray());
    QCOMPARE(kind({0, 8}), QByteArray("invalid_argument"));
    QCOMPARE(kind({1, 7}), QByteArray("invalid_argument"));
    QCOMPARE(kind({4, 8}), QByteArray());
    QCOMPARE(kind({5, 8}), QByteArray("invalid_argument"));
    QCOMPARE(kind({1, 256 * 1024 + 1}), QByteArray("invalid_argument"));
    QCOMPARE(kind({1, 0xffffffff}), QByteArray("invalid_argument"));
}

void TestCrypto::passphraseNormalForms()
{
    const QString composed = QStringLiteral("扶贫密码\u00e9\u304c");
    const QString decomposed = composed.normalized(QString::NormalizationForm_D);
    QVERIFY(composed != decomposed);
    auto a = crypto::passwordKey(composed, {}, {1, 8});
    auto b = crypto::passwordKey(decomposed, {}, {1, 8});
    auto c = crypto::passwordKey(composed + QLatin1Char(' '), {}, {1, 8});
    FFP_VERIFY(a);
    FFP_VERIFY(b);
    FFP_VERIFY(c);
    QCOMPARE(a->view().toByteArray(), b->view().toByteArray());
    QVERIFY(a->view() != c->view());
}

void TestCrypto::boxRoundTrip()
{
    const crypto::BoxKeys keys = crypto::boxKeys(SecretBytes::random(32));
    const QByteArray sealed = crypto::boxSeal(keys.pub,
                                              SecretBytes::copyOf("0123456789abcdef0123456789abcdef"));
    QCOMPARE(sealed.size(), 80);
    SecretBytes out;
    QVERIFY(crypto::boxOpen(keys, sealed, out));
    QCOMPARE(out.view().toByteArray(), QByteArray("0123456789abcdef0123456789abcdef"));
    QByteArray bad = sealed;
    bad[70] = static_cast<char>(bad[70] ^ 1);
    QVERIFY(!crypto::boxOpen(keys, bad, out));
    QVERIFY(!crypto::boxOpen(keys, QByteArrayView(sealed).first(48), out));
    QVERIFY(!crypto::boxOpen(crypto::boxKeys(SecretBytes::random(32)), sealed, out));
}

void TestCrypto::kdfKnownAnswer()
{
    // crypto_kdf is BLAKE2b with the id as salt and the context as personalisation; answers computed with
    // Python's hashlib.blake2b for key 00…1f.
    unsigned char out[32];
    crypto::deriveKey(SecretBytes::copyOf(countingBytes(32)), 1, "ffpxbody", out);
    QCOMPARE(hex(QByteArrayView(reinterpret_cast<const char *>(out), 32)),
             QByteArray("f1d11b0f69bc1fa657dc7a7dd53317d2b4a9b589919c50f30b0a18eaebe6fa68"));
    crypto::deriveKey(SecretBytes::copyOf(countingBytes(32)), 1003, "ffpxbidx", out);
    QCOMPARE(hex(QByteArrayView(reinterpret_cast<const char *>(out), 32)),
             QByteArray("23772ba6446382231ac7ada152a84edaeaf74e715d60880062917e96a272c162"));
    QCOMPARE(hex(view(crypto::keyedHash(out, "abc"))),
             QByteArray("31de91114c0585b97db8232c51a1606f0bb9ac0ea53fbf26911b9aa76e080e28"));
    QCOMPARE(crypto::shortHash(out, "abc"), qint64(3781413987390768399LL));
}

void TestCrypto::wrapRoundTrip()
{
    const SecretBytes key = SecretBytes::random(32);
    const SecretBytes dek = SecretBytes::random(32);
    const QByteArray wrapped = crypto::wrap(key.data(), "slot", dek);
    SecretBytes out;
    QVERIFY(crypto::unwrap(key.data(), "slot", wrapped, out));
    QVERIFY(out.view() == dek.view());
    QVERIFY(!crypto::unwrap(key.data(), "sign", wrapped, out));
    QVERIFY(!crypto::unwrap(SecretBytes::random(32).data(), "slot", wrapped, out));
    QVERIFY(!crypto::unwrap(key.data(), "slot", QByteArrayView(wrapped).first(40), out));
}

void TestCrypto::secretBytes()
{
    SecretBytes bytes = secretHex("0102");
    SecretBytes copy = bytes.clone();
    SecretBytes moved = std::move(bytes);
    QCOMPARE(moved.size(), 2);
    copy.data()[0] = 9;
    QCOMPARE(int(moved.data()[0]), 1);
    moved.wipe();
    QVERIFY(moved.isEmpty() && moved.data() == nullptr);
    QVERIFY(SecretBytes::random(32).view() != SecretBytes::random(32).view());
}

void TestCrypto::calibrationIsWithinLimits()
{
    const KdfCost cost = crypto::calibratedCost();
    QVERIFY(cost.passes >= 2 && cost.passes <= 3);
    QVERIFY(cost.memoryKib >= 64 * 1024 && cost.memoryKib <= 256 * 1024);
    QCOMPARE(crypto::calibratedCost(), cost);
}

QTEST_APPLESS_MAIN(TestCrypto)
#include "tst_crypto.moc"
