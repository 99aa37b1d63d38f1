// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"

#include <functional>
#include <vector>

namespace ffp {

/// Fields of an entity under the group that officials know them by.
struct FieldSection {
    const FieldGroup *group = nullptr;
    std::vector<FieldRef> fields;
};

/// The groups of an entity in the order of fieldGroups() with those of their fields that are wanted, in table
/// order; groups without any are left out.
std::vector<FieldSection> fieldSections(Entity entity, const std::function<bool(const FieldDef &)> &wanted);

} // namespace ffp
