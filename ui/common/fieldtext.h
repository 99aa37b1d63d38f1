// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/codelist.h"
#include "core/domain/field.h"

namespace ffp::ui {

/// Labels in the window's language; field tables carry both.
QString fieldLabel(const FieldDef &field);
/// Unit behind a number field, empty in most cases; the Chinese unit in both languages.
QString fieldUnit(const FieldDef &field);
QString codeLabel(const Code &code);
QString entityLabel(const EntityDef &entity);
QString groupLabel(const FieldGroup &group);

} // namespace ffp::ui
