// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QStringList>

namespace ffp::imports {

/// The day that a file's data stand for, as its title rows tell: what follows 数据截止 or 数据日期 first,
/// then a full date, then a month, which means its last day unless a full date of the same month (the export)
/// comes before. Null when they tell none.
QDate dataDateOf(const QStringList &titles);
/// The same from a file name such as 名单_20261031.xlsx or 走访_202610.xlsx.
QDate dataDateOfFileName(const QString &name);

} // namespace ffp::imports
