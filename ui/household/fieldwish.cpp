// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/fieldwish.h"

namespace ffp::ui {

std::optional<FieldWish> FieldWish::from(const QVariantMap &args)
{
    const QString name = args.value(QStringLiteral("field")).toString();
    const std::string field = name.section(u'.', 1).toStdString();
    const EntityDef *entity = entityById(name.section(u'.', 0, 0).toStdString());
    if (!entity || fieldIndex(entity->entity, field) < 0)
        return std::nullopt;
    FieldWish wish;
    wish.member = RecordId::fromString(args.value(QStringLiteral("member")).toString());
    wish.notice = args.value(QStringLiteral("notice")).toString();
    // What nobody in particular has is the household's own where it has such a field: its phone, say.
    const bool ofHousehold = entity->entity == Entity::Member && wish.member.isNull()
                             && fieldIndex(Entity::Household, field) >= 0;
    const Entity owner = ofHousehold ? Entity::Household : entity->entity;
    wish.field = {owner, static_cast<quint16>(fieldIndex(owner, field))};
    return wish;
}

QString FieldWish::tab() const
{
    switch (field.entity) {
    case Entity::Household: return QStringLiteral("basic");
    case Entity::Member: return QStringLiteral("member");
    case Entity::Job: return QStringLiteral("job");
    case Entity::LivingConditions: return QStringLiteral("living");
    case Entity::IncomeStatement:
    case Entity::IncomeLine: return QStringLiteral("income");
    case Entity::SafeguardCheck: return QStringLiteral("safeguard");
    case Entity::Case:
    case Entity::CaseRisk: return QStringLiteral("risk");
    case Entity::Assignment: return QStringLiteral("help");
    case Entity::Plan:
    case Entity::Measure: return QStringLiteral("measure");
    case Entity::Visit: return QStringLiteral("visit");
    default: return QStringLiteral("alert");
    }
}

} // namespace ffp::ui
