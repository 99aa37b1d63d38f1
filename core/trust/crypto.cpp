// SPDX-License-Identifier: GPL-3.0-or-later
// The only file that includes sodium.h; a test in tests/layout holds that.
#include "core/trust/crypto.h"

#include <QElapsedTimer>
#include <QtGlobal>

#include <sodium.h>

#include <cstring>

namespace ffp {

namespace {

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

unsigned char *raw(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

size_t length(QByteArrayView bytes)
{
    return static_cast<size_t>(bytes.size());
}

void needSodium()
{
    static const int state = sodium_init();
    if (state < 0)
        qFatal("libsodium could not be initialised");
}

QByteArray tagged(const char *tag, QByteArrayView x)
{
    QByteArray message(tag);
    message.append(x);
    return message;
}

/// libsodium's random bytes for nonces, ids and salts, fetched some in advance: one system call for each
/// nonce costs more than the encryption. A byte is given out once and wiped here. Keys do not come from here.
void smallRandom(unsigned char *out, size_t size)
{
    struct Pool {
        unsigned char bytes[4096];
        size_t left = 0;
    };
    thread_local Pool pool;
    if (size > sizeof pool.bytes) {
        randombytes_buf(out, size);
        return;
    }
    if (size > pool.left) {
        randombytes_buf(pool.bytes, sizeof pool.bytes);
        pool.left = sizeof pool.bytes;
    }
    pool.left -= size;
    std::memcpy(out, pool.bytes + pool.left, size);
    sodium_memzero(pool.bytes + pool.left, size);
}

class SodiumRandom : public Random
{
public:
    void fill(std::span<unsigned char> out) override
    {
        needSodium();
        smallRandom(out.data(), out.size());
    }
};

} // namespace

Random &systemRandom()
{
    static SodiumRandom random;
    return random;
}

void SecretBytes::Free::operator()(unsigned char *bytes) const
{
    sodium_free(bytes);
}

SecretBytes::SecretBytes(qsizetype size) : m_size(size)
{
    needSodium();
    m_bytes.reset(static_cast<unsigned char *>(sodium_malloc(static_cast<size_t>(size))));
    if (!m_bytes)
        qFatal("no locked memory");
}

SecretBytes SecretBytes::random(qsizetype size)
{
    SecretBytes out(size);
    randombytes_buf(out.data(), static_cast<size_t>(size));
    return out;
}

SecretBytes SecretBytes::copyOf(QByteArrayView bytes)
{
    SecretBytes out(bytes.size());
    std::memcpy(out.data(), bytes.data(), length(bytes));
    return out;
}

void SecretBytes::wipe()
{
    m_bytes.reset();
    m_size = 0;
}

namespace crypto {

Hash hash(const char *tag, QByteArrayView x)
{
    needSodium();
    Hash out;
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, out.size());
    crypto_generichash_update(&state, reinterpret_cast<const unsigned char *>(tag), std::strlen(tag));
    crypto_generichash_update(&state, raw(x), length(x));
    crypto_generichash_final(&state, out.data(), out.size());
    return out;
}

Hash keyedHash(const unsigned char key[32], QByteArrayView x)
{
    needSodium();
    Hash out;
    crypto_generichash(out.data(), out.size(), raw(x), length(x), key, 32);
    return out;
}

qint64 shortHash(const unsigned char key[32], QByteArrayView x)
{
    needSodium();
    unsigned char out[16];
    crypto_generichash(out, sizeof out, raw(x), length(x), key, 32);
    quint64 value = 0;
    for (int i = 7; i >= 0; --i)
        value = (value << 8) | out[i];
    return static_cast<qint64>(value);
}

bool equal(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), length(a)) == 0;
}

void seal(const unsigned char key[32], QByteArrayView ad, QByteArrayView plain, QByteArray &out)
{
    needSodium();
    out.resize(plain.size() + kSealOverhead);
    unsigned char *nonce = raw(out);
    smallRandom(nonce, 24);
    crypto_aead_xchacha20poly1305_ietf_encrypt(nonce + 24, nullptr, raw(plain), length(plain), raw(ad),
                                               length(ad), nullptr, nonce, key);
}

bool open(const unsigned char key[32], QByteArrayView ad, QByteArrayView sealed, QByteArray &out)
{
    needSodium();
    out.resize(0);
    if (sealed.size() < kSealOverhead)
        return false;
    out.resize(sealed.size() - kSealOverhead);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(raw(out), nullptr, nullptr, raw(sealed) + 24,
                                                   length(sealed) - 24, raw(ad), length(ad), raw(sealed), key)
        == 0)
        return true;
    out.resize(0);
    return false;
}

QByteArray wrap(const unsigned char key[32], QByteArrayView ad, const SecretBytes &plain)
{
    QByteArray out;
    seal(key, ad, plain.view(), out);
    return out;
}

bool unwrap(const unsigned char key[32], QByteArrayView ad, QByteArrayView wrapped, SecretBytes &out)
{
    if (wrapped.size() <= kSealOverhead)
        return false;
    SecretBytes plain(wrapped.size() - kSealOverhead);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, raw(wrapped) + 24,
                                                   length(wrapped) - 24, raw(ad), length(ad), raw(wrapped),
                                                   key)
        != 0)
        return false;
    out = std::move(plain);
    return true;
}

void deriveKey(const SecretBytes &key, quint64 id, const char (&context)[9], unsigned char out[32])
{
    needSodium();
    Q_ASSERT(key.size() == crypto_kdf_KEYBYTES);
    crypto_kdf_derive_from_key(out, 32, id, context, key.data());
}

SignKeys signKeys(const SecretBytes &seed32)
{
    needSodium();
    Q_ASSERT(seed32.size() == crypto_sign_SEEDBYTES);
    SignKeys keys{{}, SecretBytes(crypto_sign_SECRETKEYBYTES)};
    crypto_sign_seed_keypair(keys.pub.data(), keys.secret.data(), seed32.data());
    return keys;
}

Signature sign(const SecretBytes &secret, const char *tag, QByteArrayView x)
{
    needSodium();
    Q_ASSERT(secret.size() == crypto_sign_SECRETKEYBYTES);
    const QByteArray message = tagged(tag, x);
    Signature out;
    crypto_sign_detached(out.data(), nullptr, raw(QByteArrayView(message)), length(message), secret.data());
    return out;
}

bool verify(const PublicKey &pub, const char *tag, QByteArrayView x, const Signature &signature)
{
    needSodium();
    const QByteArray message = tagged(tag, x);
    return crypto_sign_verify_detached(signature.data(), raw(QByteArrayView(message)), length(message),
                                       pub.data())
           == 0;
}

KeyId keyId(const PublicKey &pub)
{
    const Hash full = hash("ffpx-key-1", view(pub));
    KeyId out;
    std::copy_n(full.begin(), out.size(), out.begin());
    return out;
}

BoxKeys boxKeys(const SecretBytes &seed32)
{
    needSodium();
    Q_ASSERT(seed32.size() == crypto_box_SEEDBYTES);
    BoxKeys keys{{}, SecretBytes(crypto_box_SECRETKEYBYTES)};
    crypto_box_seed_keypair(keys.pub.data(), keys.secret.data(), seed32.data());
    return keys;
}

QByteArray boxSeal(const PublicKey &to, const SecretBytes &plain)
{
    needSodium();
    QByteArray out(plain.size() + qsizetype(crypto_box_SEALBYTES), Qt::Uninitialized);
    if (crypto_box_seal(raw(out), plain.data(), length(plain.view()), to.data()) != 0)
        return {}; // a public key of low order
    return out;
}

bool boxOpen(const BoxKeys &keys, QByteArrayView sealed, SecretBytes &out)
{
    needSodium();
    if (sealed.size() <= qsizetype(crypto_box_SEALBYTES))
        return false;
    SecretBytes plain(sealed.size() - qsizetype(crypto_box_SEALBYTES));
    if (crypto_box_seal_open(plain.data(), raw(sealed), length(sealed), keys.pub.data(), keys.secret.data())
        != 0)
        return false;
    out = std::move(plain);
    return true;
}

Result<SecretBytes> passwordKey(const QString &password, const Salt &salt, const KdfCost &cost)
{
    static_assert(crypto_pwhash_SALTBYTES == std::tuple_size_v<Salt>);
    if (cost.passes < 1 || cost.passes > kMostCost.passes || cost.memoryKib < 8
        || cost.memoryKib > kMostCost.memoryKib)
        return fail(ErrorKind::InvalidArgument, QStringLiteral("Argon2id cost out of bounds"));
    needSodium();
    QByteArray text = password.normalized(QString::NormalizationForm_C).toUtf8();
    SecretBytes out(32);
    const int failed = crypto_pwhash(out.data(), 32, text.constData(), length(text), salt.data(), cost.passes,
                                     size_t(cost.memoryKib) * 1024, crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(text.data(), length(text));
    if (failed)
        return fail(ErrorKind::Internal, QStringLiteral("no memory for Argon2id"));
    return out;
}

KdfCost calibratedCost()
{
    static const KdfCost cost = [] {
        // Time is proportional to passes × memory: measure the least cost and scale it.
        constexpr qint64 targetMs = 700;
        QElapsedTimer timer;
        timer.start();
        (void)passwordKey(QStringLiteral("calibration"), Salt{}, kLeastCost);
        const qint64 unitMs = std::max<qint64>(timer.elapsed() / 2, 1); // one pass over 64 MiB
        KdfCost chosen = kLeastCost;
        for (const KdfCost candidate : {KdfCost{2, 128 * 1024}, KdfCost{3, 128 * 1024},
                                        KdfCost{2, 256 * 1024}, KdfCost{3, 256 * 1024}}) {
            const qint64 expectedMs = unitMs * candidate.passes * (candidate.memoryKib / (64 * 1024));
            if (expectedMs <= targetMs)
                chosen = candidate;
        }
        return chosen;
    }();
    return cost;
}

} // namespace crypto

} // namespace ffp
