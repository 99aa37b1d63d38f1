// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/policy/chain.h"

#include <algorithm>

namespace ffp {

const char *chainActCode(ChainStep::Act act)
{
    switch (act) {
    case ChainStep::Act::Work: return "work";
    case ChainStep::Act::Submit: return "submit";
    case ChainStep::Act::Approve: return "approve";
    case ChainStep::Act::Record: return "record";
    }
    Q_UNREACHABLE();
}

const ChainStep *Chain::step(const QString &key) const
{
    const auto found = std::find_if(steps.begin(), steps.end(),
                                    [&key](const ChainStep &one) { return one.key == key; });
    return found == steps.end() ? nullptr : &*found;
}

const ChainStep &Chain::first() const
{
    return *std::find_if(steps.begin(), steps.end(), [](const ChainStep &one) { return one.isSigned(); });
}

const ChainStep *Chain::next(const QString &key) const
{
    auto at = std::find_if(steps.begin(), steps.end(),
                           [&key](const ChainStep &one) { return one.key == key; });
    if (at == steps.end())
        return nullptr;
    at = std::find_if(at + 1, steps.end(), [](const ChainStep &one) { return one.isSigned(); });
    return at == steps.end() ? nullptr : &*at;
}

std::vector<const ChainStep *> Chain::workBefore(const QString &key) const
{
    std::vector<const ChainStep *> work;
    for (const ChainStep &one : steps) {
        if (one.key == key)
            return work;
        if (one.isSigned())
            work.clear();
        else
            work.push_back(&one);
    }
    return {};
}

} // namespace ffp
