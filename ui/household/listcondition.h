// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ffp::ui {

/// A condition as people type it ("人口＞3 且 户类型=脱贫户") in the form of HouseholdQuery::where: columns
/// by their labels in either language or by their ids, full-width signs, 且 or 并且 for "and", 包含 for "~".
/// Unknown words stay, so that the service names them.
QString conditionWithIds(const QString &typed);

/// The other way round, for people to read: labels of columns and codes in the window's language. What
/// conditionWithIds() makes of it means the same.
QString conditionInWords(const QString &where);

/// True when `typed` is a condition and not part of a name.
bool isCondition(const QString &typed);

} // namespace ffp::ui
