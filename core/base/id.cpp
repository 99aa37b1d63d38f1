// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"

namespace ffp {

std::array<unsigned char, 16> uuidV7(qint64 utcMs, const std::array<unsigned char, 10> &random)
{
    std::array<unsigned char, 16> out{};
    for (size_t i = 0; i < 6; ++i)
        out[i] = static_cast<unsigned char>(static_cast<quint64>(utcMs) >> (8 * (5 - i)));
    std::memcpy(out.data() + 6, random.data(), 10);
    out[6] = static_cast<unsigned char>((out[6] & 0x0f) | 0x70);
    out[8] = static_cast<unsigned char>((out[8] & 0x3f) | 0x80);
    return out;
}

} // namespace ffp
