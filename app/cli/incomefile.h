// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/incomecalculation.h"
#include "core/services/registryservice.h"

#include <QJsonObject>

namespace ffp::cli {

/// An income statement as a JSON file gives it: keys are the field ids of income_statement and, under
/// "items", of income_line; "period" or "identified" may stand for the two days of the window. Values are
/// texts or numbers, read as a form reads them but never rounded. InvalidValue with every fault and its place
/// ("items[2].amount: too_precise"). Members are named by number or name, looked up in the household.
Result<IncomeDraft> incomeDraftFromJson(const QJsonObject &file, const RegistryService &registry,
                                        RecordId household, QDate today);

/// The help of `income set`: every key, with the codes that it takes.
QString incomeFileHelp(Language language);

} // namespace ffp::cli
