// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/policy/policypack.h"

#include <QByteArray>

namespace ffp {

class JsonNode;

/// Reads a policy pack (JSON, format 1; the shipped files in resources/policy are the model).
///
/// Everything is checked: unknown keys, wrong types, missing clause or source, duplicate ids, code lists
/// and codes that do not exist, parameters that no rule or program part may name, message fields without
/// a column. All faults are collected: the error is PolicyPackInvalid with subject.file, args = {path of
/// the first fault ("rules[3].evidence[0].format"), why} and the whole list in detail. The SQL itself is
/// compiled by checkRules() of core/analysis, which knows the views.
class PolicyReader
{
public:
    static constexpr int kFormat = 1;
    /// Greater files are refused unread: a pack is some 100 KB.
    static constexpr qsizetype kMaxBytes = 4 * 1024 * 1024;

    static Result<PolicyPack> read(const QByteArray &json, const QString &fileName);

    /// Names that every rule may use without declaring them: dates of the month that is checked, texts
    /// "YYYY-MM-DD", and `year` (integer).
    static const QStringList &builtInParameters();

private:
    static Result<> addQuality(const JsonNode &node, PolicyPack &pack);
};

} // namespace ffp
