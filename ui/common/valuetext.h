// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"
#include "core/domain/value.h"

namespace ffp::ui {

/// Label of a stored code; the code itself when the list does not know it (newer version).
QString codeText(const char *list, const QString &code);

/// A value as text for tables and read-only places; blank is empty. S-class values come out plain: mask
/// them where they are shown.
QString valueText(const FieldDef &field, const Value &value);
/// The same, S-class fields masked: first 6 and last 4 characters of numbers, nothing of other texts.
QString maskedValueText(const FieldDef &field, const Value &value);

/// "2026-11-24 15:04" in local time of the office (UTC+8).
QString instantText(qint64 utcMs);

} // namespace ffp::ui
