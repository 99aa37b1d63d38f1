// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/codelist.h"

/// The code lists of domain.md §2, one function per section; codelist.cpp joins them.
namespace ffp::codes {

std::span<const CodeList> personLists();    ///< §2.1, CL-01 … CL-15
std::span<const CodeList> householdLists(); ///< §2.2, CL-16 … CL-35
std::span<const CodeList> incomeLists();    ///< CL-36 … CL-39
std::span<const CodeList> workflowLists();  ///< CL-40 … CL-52
std::span<const CodeList> measureLists();   ///< CL-53 … CL-55
std::span<const CodeList> moneyLists();     ///< CL-56 … CL-65
std::span<const CodeList> registerLists();  ///< CL-66 … CL-82
std::span<const CodeList> programLists();   ///< lists of this program without a CL number

} // namespace ffp::codes
