// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/codelist.h"
#include "core/domain/record.h"

#include <QDate>
#include <QStringList>

namespace ffp {

/// The kinds of one category (CL-54, domain.md §12), in the order of the list.
std::vector<const Code *> measureKindsOf(QStringView category);
/// The kind of a category that a word means: its code, with or without the category, or its label; labels
/// such as 其他 belong to many categories. nullptr when it is none of them.
const Code *measureKind(QStringView category, QStringView word);

/// Money comes with it: a source other than 无资金 is named.
bool hasFunds(const Record &measure);

/// What is wrong with a measure as a whole, beyond its fields one by one; "field: why", all at once:
///   kind_of_other_category, required, negative, future, ended_before_begun, still_going,
///   amount_without_source, amount_without_money, source_without_amount.
QStringList measureFaults(const Record &measure, QDate today);
/// The same of a plan of help, which is a draft until it is signed: "team", "cadres" and "helpers" are
/// required then (HV-16, op.2 §四(一)3).
QStringList planFaults(const Record &plan, QDate today);

/// Whether a member has labour that help can build on (CL-08 ordinary, skilled or weak).
bool canWork(const Record &member);

} // namespace ffp
