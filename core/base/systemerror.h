// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cerrno>

namespace ffp {

/// An errno that says that disk, quota or file-size limit leave no more room.
constexpr bool isNoRoom(int code)
{
    return code == ENOSPC || code == EFBIG || code == EDQUOT;
}

} // namespace ffp
