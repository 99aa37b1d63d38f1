// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace ffp {

/// The statements that make the views of views.h, in order. Named parameters: monthValues().
QStringList ruleViewStatements();

/// A statement with what the register says once for all filled in: %there = memberIsThere() of `m`, %number =
/// householdNumberSql() of `h`, %rank = statementRankSql() of `income_statement`.
QString registerSql(const char *statement);

} // namespace ffp
