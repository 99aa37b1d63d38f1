// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/valuetext.h"

namespace ffp {

/// Conditions for people to read: labels of columns, entities and codes. Conditions that cannot be read stay
/// as they are; names that are not known, too. readConditions() reads what comes out as the same.
QString conditionInWords(const QString &where, const QString &subject, Language language);

/// The other way round: what people type in ids.
QString conditionInIds(const QString &typed, const QString &subject);

/// A value of a condition: the label of a code or of yes and no; anything else as it is. And back, from a
/// label in either language.
QString valueInWords(const FieldDef &field, const QString &value, Language language);
QString valueInCode(const FieldDef &field, const QString &text);

} // namespace ffp
