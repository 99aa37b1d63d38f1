// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/valuetext.h"

namespace ffp::ui {

/// The window's language, for the labels that tables and code lists carry themselves.
Language windowLanguage();

QString fieldLabel(const FieldDef &field);
/// Unit behind a number field, empty in most cases.
QString fieldUnit(const FieldDef &field);
/// A Chinese unit in the language of the window.
QString unitText(const QString &unit);
QString codeLabel(const Code &code);
QString entityLabel(const EntityDef &entity);
QString groupLabel(const FieldGroup &group);
/// Label of a stored code; the code itself when the list does not know it (newer version).
QString codeText(const char *list, const QString &code);

/// A value as text for tables and read-only places; blank is empty, S-class values are plain.
QString valueText(const FieldDef &field, const Value &value);
/// The same with S-class values masked.
QString maskedValueText(const FieldDef &field, const Value &value);

/// "2026-11-24 15:04" in local time of the office (UTC+8).
QString instantText(qint64 utcMs);

} // namespace ffp::ui
