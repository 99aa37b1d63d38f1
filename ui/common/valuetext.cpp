// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/valuetext.h"

#include "core/base/money.h"
#include "ui/common/fieldtext.h"
#include "ui/common/translations.h"

#include <QCoreApplication>
#include <QDateTime>

namespace ffp::ui {
namespace {

QString listText(const FieldDef &field, const Value &value)
{
    QStringList parts = value.toList();
    if (field.type == FieldType::Codes)
        for (QString &part : parts)
            part = codeText(field.list, part);
    return parts.join(chineseLabels() ? QStringLiteral("、") : QStringLiteral(", "));
}

} // namespace

QString codeText(const char *list, const QString &code)
{
    const CodeList *known = codeList(list);
    const Code *entry = known ? findCode(*known, code) : nullptr;
    return entry ? codeLabel(*entry) : code;
}

QString valueText(const FieldDef &field, const Value &value)
{
    if (value.isBlank())
        return {};
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Date:
    case FieldType::Ym: return value.toText();
    case FieldType::Code: return codeText(field.list, value.toText());
    case FieldType::Codes:
    case FieldType::TextList: return listText(field, value);
    case FieldType::Year:
    case FieldType::Int: return QString::number(value.toInt());
    case FieldType::Dec: return decimalToText(value.toInt(), field.scale);
    case FieldType::Money: return Money::fromFen(value.toInt()).toYuanText();
    case FieldType::Bool:
        return value.toBool() ? QCoreApplication::translate("FieldText", "Yes")
                              : QCoreApplication::translate("FieldText", "No");
    case FieldType::Ref: return value.toRef().toString().left(8);
    }
    return {};
}

QString maskedValueText(const FieldDef &field, const Value &value)
{
    const QString plain = valueText(field, value);
    if (field.sensitivity != Sensitivity::S || plain.isEmpty())
        return plain;
    constexpr qsizetype kHead = 6;
    constexpr qsizetype kTail = 4;
    if (field.type != FieldType::Text || plain.size() <= kHead + kTail)
        return QStringLiteral("••••");
    return plain.left(kHead) + QString(plain.size() - kHead - kTail, u'•') + plain.right(kTail);
}

QString instantText(qint64 utcMs)
{
    constexpr int kOfficeOffset = 8 * 3600; // Asia/Shanghai, no daylight saving
    return QDateTime::fromMSecsSinceEpoch(utcMs, Qt::OffsetFromUTC, kOfficeOffset)
        .toString(QStringLiteral("yyyy-MM-dd hh:mm"));
}

} // namespace ffp::ui
