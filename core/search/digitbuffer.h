// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace ffp {

/// An identity number and a phone number as 32 hexadecimal digits of 4 bits: the number from nibble 0
/// (X = 10), an empty nibble, the phone. The phone begins at nibble 19 and has 13 places; after a longer
/// number, such as a disability certificate of 20 digits, it begins later and has fewer. Empty places
/// hold 15. S-class: lives only in DigitBuffer and in queued changes, and is wiped with them.
struct PackedDigits {
    quint64 low = ~quint64(0);  ///< nibbles 0–15, nibble 0 in the lowest bits
    quint64 high = ~quint64(0); ///< nibbles 16–31

    static constexpr int kNibbles = 32;
    static constexpr int kIdDigits = 22;
    static constexpr int kPhoneAt = 19;
    static constexpr int kEmpty = 15;

    /// Anything but digits and X is left out; of a longer identity number the first 22 characters count, of a
    /// phone number without room the last ones that have it.
    static PackedDigits pack(QStringView idNo, QStringView phone);
    /// Where the phone begins in what pack() made.
    int phoneAt() const;
    int at(int nibble) const
    {
        return int((nibble < 16 ? low >> (4 * nibble) : high >> (4 * (nibble - 16))) & 15);
    }
    bool isEmpty() const { return low == ~quint64(0) && high == ~quint64(0); }
};

/// A query of at least kMinDigits digits, prepared to be looked for in many PackedDigits.
class DigitPattern
{
public:
    static constexpr int kMinDigits = 4;
    /// nullopt: shorter than kMinDigits, longer than an identity number, or not digits (X
    /// is the last one of an identity number, and a certificate adds up to four).
    static std::optional<DigitPattern> from(QStringView query);
    int length() const { return m_length; }
    /// First nibble where the pattern begins, or -1.
    int findIn(const PackedDigits &digits) const;

private:
    int m_length = 0;
    quint64 m_repeated[PackedDigits::kIdDigits] = {}; ///< digit i in all 16 nibbles
};

/// Packed digits of the rows of one segment while the site is unlocked. The memory is locked
/// against swapping and kept out of core dumps where the system allows it (RLIMIT_MEMLOCK), and is
/// always overwritten before it is freed.
class DigitBuffer
{
public:
    explicit DigitBuffer(std::size_t rows);
    ~DigitBuffer();
    DigitBuffer(const DigitBuffer &) = delete;
    DigitBuffer &operator=(const DigitBuffer &) = delete;

    std::size_t size() const { return m_size; }
    PackedDigits &operator[](std::size_t row) { return m_data[row]; }
    const PackedDigits &operator[](std::size_t row) const { return m_data[row]; }
    bool isLocked() const { return m_locked; }

private:
    PackedDigits *m_data = nullptr;
    std::size_t m_size = 0;
    bool m_locked = false;
};

/// Overwrites digits so that the compiler cannot leave it out.
void wipe(PackedDigits &digits);

} // namespace ffp
