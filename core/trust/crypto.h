// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <memory>
#include <span>

namespace ffp {

using Hash = std::array<unsigned char, 32>;
using KeyId = std::array<unsigned char, 16>;
using Salt = std::array<unsigned char, 16>;
using PublicKey = std::array<unsigned char, 32>;
using Signature = std::array<unsigned char, 64>;

template <size_t N>
QByteArrayView view(const std::array<unsigned char, N> &bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(N)};
}
/// False, and `out` untouched, when `bytes` has another length.
template <size_t N>
[[nodiscard]] bool fromView(QByteArrayView bytes, std::array<unsigned char, N> &out)
{
    if (bytes.size() != static_cast<qsizetype>(N))
        return false;
    std::copy_n(reinterpret_cast<const unsigned char *>(bytes.data()), N, out.begin());
    return true;
}

/// Bytes in locked memory (sodium_malloc: guard pages, not swapped out, not in core dumps), wiped when freed.
/// Moves, never copies by accident.
class SecretBytes
{
public:
    SecretBytes() = default;
    explicit SecretBytes(qsizetype size);
    static SecretBytes random(qsizetype size);
    static SecretBytes copyOf(QByteArrayView bytes);

    bool isEmpty() const { return m_size == 0; }
    qsizetype size() const { return m_size; }
    unsigned char *data() { return m_bytes.get(); }
    const unsigned char *data() const { return m_bytes.get(); }
    QByteArrayView view() const { return {reinterpret_cast<const char *>(m_bytes.get()), m_size}; }
    SecretBytes clone() const { return copyOf(view()); }
    void wipe();

private:
    struct Free {
        void operator()(unsigned char *bytes) const;
    };
    std::unique_ptr<unsigned char, Free> m_bytes;
    qsizetype m_size = 0;
};

/// Cost of Argon2id. Read from files too, therefore checked against the limits before any allocation.
struct KdfCost {
    quint32 passes = 2;
    quint32 memoryKib = 64 * 1024;
    bool operator==(const KdfCost &) const = default;
};

/// The only source of randomness; tests may replace the ids and salts made with it, never the nonces.
class Random
{
public:
    virtual ~Random() = default;
    virtual void fill(std::span<unsigned char> out) = 0;
};
/// libsodium's.
Random &systemRandom();

/// The only user of libsodium (exchange.md §4). No cipher, mode or key schedule of our own: every function is
/// one primitive in the form that exchange.md names. Thread-safe.
namespace crypto {

/// H(tag, x): BLAKE2b-256, unkeyed, over the ASCII tag followed by x.
Hash hash(const char *tag, QByteArrayView x);
/// Keyed BLAKE2b-256, for the side file.
Hash keyedHash(const unsigned char key[32], QByteArrayView x);
/// First 8 bytes of keyed BLAKE2b-128 as little-endian integer, for blind indexes.
qint64 shortHash(const unsigned char key[32], QByteArrayView x);
bool equal(QByteArrayView a, QByteArrayView b);

template <size_t N>
std::array<unsigned char, N> random()
{
    std::array<unsigned char, N> out;
    systemRandom().fill(out);
    return out;
}

/// XChaCha20-Poly1305-IETF, stored as nonce 24 ‖ ciphertext ‖ tag 16, with a fresh random nonce.
constexpr qsizetype kSealOverhead = 24 + 16;
/// `out` is overwritten and keeps its capacity.
void seal(const unsigned char key[32], QByteArrayView ad, QByteArrayView plain, QByteArray &out);
/// False when `sealed` is not authentic under key and `ad`; `out` is then empty.
[[nodiscard]] bool open(const unsigned char key[32], QByteArrayView ad, QByteArrayView sealed,
                        QByteArray &out);
/// The same for keys: plain text only in locked memory.
QByteArray wrap(const unsigned char key[32], QByteArrayView ad, const SecretBytes &plain);
[[nodiscard]] bool unwrap(const unsigned char key[32], QByteArrayView ad, QByteArrayView wrapped,
                          SecretBytes &out);

/// crypto_kdf_derive_from_key; `context` has exactly 8 characters.
void deriveKey(const SecretBytes &key, quint64 id, const char (&context)[9], unsigned char out[32]);

struct SignKeys {
    PublicKey pub{};
    SecretBytes secret; ///< 64 bytes, as libsodium wants it
};
SignKeys signKeys(const SecretBytes &seed32);
/// Ed25519 detached over the ASCII tag followed by x.
Signature sign(const SecretBytes &secret, const char *tag, QByteArrayView x);
bool verify(const PublicKey &pub, const char *tag, QByteArrayView x, const Signature &signature);
/// First 16 bytes of H("ffpx-key-1", public key).
KeyId keyId(const PublicKey &pub);

struct BoxKeys {
    PublicKey pub{};
    SecretBytes secret;
};
BoxKeys boxKeys(const SecretBytes &seed32);
QByteArray boxSeal(const PublicKey &to, const SecretBytes &plain);
[[nodiscard]] bool boxOpen(const BoxKeys &keys, QByteArrayView sealed, SecretBytes &out);

/// Lowest cost the program makes, and the limits for any cost it reads (exchange.md §13).
constexpr KdfCost kLeastCost{2, 64 * 1024};
constexpr KdfCost kMostCost{4, 256 * 1024};
/// Argon2id of the NFC passphrase in UTF-8. InvalidArgument beyond kMostCost, before any allocation;
/// Internal when the memory cannot be had.
Result<SecretBytes> passwordKey(const QString &password, const Salt &salt, const KdfCost &cost);
/// Cost of about 0.7 s on this machine between 64 MiB / 2 passes and 256 MiB / 3 passes. Takes about 0.3 s
/// once, then remembers.
KdfCost calibratedCost();

} // namespace crypto

} // namespace ffp
