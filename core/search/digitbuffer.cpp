// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/digitbuffer.h"

#include <sys/mman.h>

#include <algorithm>
#include <bit>
#include <cstring> // explicit_bzero
#include <new>

namespace ffp {
namespace {

constexpr int kMostAfterX = 4; ///< category, grade and mark of a disability certificate
constexpr quint64 kOnes = 0x1111111111111111ULL;

int nibbleOf(QChar c)
{
    if (c >= u'0' && c <= u'9')
        return c.unicode() - u'0';
    return c == u'x' || c == u'X' ? 10 : -1;
}

void put(PackedDigits &digits, int nibble, int value)
{
    quint64 &word = nibble < 16 ? digits.low : digits.high;
    const int shift = 4 * (nibble % 16);
    word = (word & ~(quint64(15) << shift)) | (quint64(value) << shift);
}

/// The lowest bit of each nibble that is zero in `x`.
quint64 zeroNibbles(quint64 x)
{
    x |= x >> 2;
    x |= x >> 1;
    return ~x & kOnes;
}

constexpr std::size_t kPage = 4096;

std::size_t bytesFor(std::size_t rows)
{
    const std::size_t bytes = std::max<std::size_t>(rows, 1) * sizeof(PackedDigits);
    return (bytes + kPage - 1) / kPage * kPage;
}

} // namespace

PackedDigits PackedDigits::pack(QStringView idNo, QStringView phone)
{
    PackedDigits digits;
    int at = 0;
    for (QChar c : idNo) {
        const int value = nibbleOf(c);
        if (value >= 0 && at < kIdDigits)
            put(digits, at++, value);
    }
    int phoneLength = 0;
    for (QChar c : phone)
        phoneLength += c >= u'0' && c <= u'9';
    at = std::max(at + 1, kPhoneAt);
    int skip = std::max(0, phoneLength - (kNibbles - at));
    for (QChar c : phone) {
        if (c < u'0' || c > u'9')
            continue;
        if (skip > 0)
            --skip;
        else
            put(digits, at++, c.unicode() - u'0');
    }
    return digits;
}

int PackedDigits::phoneAt() const
{
    int end = 0; // of the number
    while (end < kIdDigits && at(end) != kEmpty)
        ++end;
    return std::max(end + 1, kPhoneAt);
}

std::optional<DigitPattern> DigitPattern::from(QStringView query)
{
    if (query.size() < kMinDigits || query.size() > PackedDigits::kIdDigits)
        return std::nullopt;
    DigitPattern pattern;
    pattern.m_length = static_cast<int>(query.size());
    for (int i = 0; i < pattern.m_length; ++i) {
        const int value = nibbleOf(query[i]);
        if (value < 0 || (value == 10 && i + 1 + kMostAfterX < pattern.m_length))
            return std::nullopt;
        pattern.m_repeated[i] = quint64(value) * kOnes;
    }
    return pattern;
}

int DigitPattern::findIn(const PackedDigits &digits) const
{
    // Bit 4n of (low, high) survives when digit i of the pattern stands at nibble n + i for all i.
    quint64 low = kOnes;
    quint64 high = kOnes;
    // From the end: numbers of one county begin alike, their last digits tell them apart soonest.
    for (int i = m_length - 1; i >= 0; --i) {
        const quint64 equalLow = zeroNibbles(digits.low ^ m_repeated[i]);
        const quint64 equalHigh = zeroNibbles(digits.high ^ m_repeated[i]);
        const int shift = 4 * i;
        if (shift == 0) {
            low &= equalLow;
            high &= equalHigh;
        } else if (shift < 64) {
            low &= (equalLow >> shift) | (equalHigh << (64 - shift));
            high &= equalHigh >> shift;
        } else {
            low &= equalHigh >> (shift - 64);
            high = 0;
        }
        if ((low | high) == 0)
            return -1;
    }
    return low ? std::countr_zero(low) / 4 : 16 + std::countr_zero(high) / 4;
}

DigitBuffer::DigitBuffer(std::size_t rows) : m_size(rows)
{
    const std::size_t bytes = bytesFor(rows);
    m_data = static_cast<PackedDigits *>(::operator new(bytes, std::align_val_t(kPage)));
    m_locked = mlock(m_data, bytes) == 0;
    madvise(m_data, bytes, MADV_DONTDUMP);
    std::fill_n(m_data, rows, PackedDigits());
}

DigitBuffer::~DigitBuffer()
{
    const std::size_t bytes = bytesFor(m_size);
    explicit_bzero(m_data, bytes);
    madvise(m_data, bytes, MADV_DODUMP);
    if (m_locked)
        munlock(m_data, bytes);
    ::operator delete(m_data, std::align_val_t(kPage));
}

void wipe(PackedDigits &digits)
{
    explicit_bzero(&digits, sizeof digits);
    digits = PackedDigits();
}

} // namespace ffp
