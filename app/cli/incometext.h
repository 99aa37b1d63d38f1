// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/recordjson.h"
#include "core/services/incomeservice.h"

namespace ffp::cli {

/// Income statements as JSON and as lines. Amounts are texts with two decimals; blank ones are left out.
struct IncomeText {
    Language language = Language::Chinese;
    bool masked = true;

    QJsonObject head(const Record &statement) const;
    QString headLine(const Record &statement) const;
    QJsonObject json(const IncomeView &view) const;
    QStringList lines(const IncomeView &view) const;
    QJsonArray json(const std::vector<IncomeChange> &changes) const;
    QString line(const IncomeChange &change) const;
    QJsonObject json(const IncomeRuleSet &rules, const PolicyPack &pack, QDate today, bool chosen) const;
    QStringList lines(const IncomeRuleSet &rules, const PolicyPack &pack, QDate today, bool chosen) const;

private:
    QString text(const Record &record, FieldRef field) const;
    QString ruleSetName(const Record &statement) const;
    QString name(const IncomeChange &change) const;
    QJsonObject itemJson(const Record &line) const;
    QString itemLine(const Record &line) const;
};

} // namespace ffp::cli
