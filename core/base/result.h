// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace ffp {

/// Every function that can fail returns one; no exceptions cross our functions.
template <class T = void>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}
inline tl::unexpected<Error> fail(ErrorKind kind, QString detail = {})
{
    return tl::unexpected<Error>(Error::of(kind, std::move(detail)));
}

} // namespace ffp

/// Leaves the function with the error of `expr` (a Result), if it has one.
#define FFP_TRY(expr)                                                                                        \
    do {                                                                                                     \
        if (auto ffpTried = (expr); !ffpTried)                                                               \
            return tl::unexpected<ffp::Error>(std::move(ffpTried.error()));                                  \
    } while (false)

#define FFP_CONCAT_INNER(a, b) a##b
#define FFP_CONCAT(a, b) FFP_CONCAT_INNER(a, b)

/// `FFP_ASSIGN(auto row, store.find(id));` declares `row` from a Result or leaves with its error.
#define FFP_ASSIGN(decl, expr)                                                                               \
    auto FFP_CONCAT(ffpResult, __LINE__) = (expr);                                                           \
    if (!FFP_CONCAT(ffpResult, __LINE__))                                                                    \
        return tl::unexpected<ffp::Error>(std::move(FFP_CONCAT(ffpResult, __LINE__).error()));               \
    decl = std::move(*FFP_CONCAT(ffpResult, __LINE__))
