// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/listcondition.h"

#include "core/services/conditionwords.h"
#include "ui/common/fieldtext.h"

#include <QRegularExpression>

namespace ffp::ui {

namespace {

const QString kSubject = QStringLiteral("household");

} // namespace

bool isCondition(const QString &typed)
{
    static const QRegularExpression comparison(QStringLiteral("[=<>~＝＞＜≥≤≠～]|包含"));
    return typed.contains(comparison);
}

QString conditionWithIds(const QString &typed)
{
    return conditionInIds(typed, kSubject);
}

QString conditionInWords(const QString &where)
{
    return ffp::conditionInWords(where, kSubject, windowLanguage());
}

} // namespace ffp::ui
