// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/base/yearmonth.h"
#include "core/db/columncipher.h"
#include "core/db/ruleconnection.h"

#include <memory>
#include <span>

namespace ffp {

struct ViewColumn {
    const char *name;
    const char16_t *meaning; ///< Chinese, for whoever writes a rule
};

/// A documented view: the only thing that the SQL of a policy pack may read. core/analysis/views.md is
/// made from these definitions and a test compares both with what SQLite says.
struct RuleView {
    const char *name;
    const char16_t *title;
    std::span<const ViewColumn> columns;
};
std::span<const RuleView> ruleViews();

/// views.md: these views and those of the quality rules.
QString ruleViewDocumentation();

/// Dates of the month that is checked, as parameters of every rule: month_start, month_end, year,
/// school_start (1 September of the school year that the month belongs to, V-16).
RuleValues monthValues(YearMonth month);
/// The same names for the quality rules, which look at the state of one day: month_end is that day.
RuleValues dayValues(QDate day);

/// A rule connection on the site file with all views made for one month. What the rules read again and
/// again is put into temporary tables once (performance.md, 7); S-columns are opened only when a rule
/// names them. `progress` is asked between the steps.
Result<std::unique_ptr<RuleConnection>> openRuleViews(const QString &path, const ColumnCipher &cipher,
                                                      YearMonth month, const Progress &progress);

/// The steps of opening: a connection that opens S-columns by `cipher`; the views above, built with
/// `values`. Left to do: restrict().
Result<std::unique_ptr<RuleConnection>> connectForRules(const QString &path, const ColumnCipher &cipher);
Result<> buildRuleViews(RuleConnection &connection, const RuleValues &values, const Progress &progress);

/// Table behind v_fired: household, rule, member (0 = the household as a whole).
inline constexpr char kFiredTable[] = "t_fired";
/// Table behind v_flag.stays: rules whose alerts the check closes by itself this time.
inline constexpr char kClosingTable[] = "t_closing";

} // namespace ffp
