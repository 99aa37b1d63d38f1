// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/field.h"

#include "core/domain/fields/memberfields.h"

namespace ffp {
namespace {

constexpr EntityDef kEntities[] = {
    {Entity::Member, "member", "member", u"家庭成员", "Member", member::kFields},
};

} // namespace

std::span<const EntityDef> entities()
{
    return kEntities;
}

const EntityDef &entityDef(Entity entity)
{
    for (const EntityDef &def : kEntities)
        if (def.entity == entity)
            return def;
    Q_UNREACHABLE();
}

const EntityDef *entityById(std::string_view id)
{
    for (const EntityDef &def : kEntities)
        if (id == def.id)
            return &def;
    return nullptr;
}

int fieldIndex(Entity entity, std::string_view id)
{
    const EntityDef &def = entityDef(entity);
    for (size_t i = 0; i < def.fields.size(); ++i)
        if (id == def.fields[i].id)
            return static_cast<int>(i);
    return -1;
}

const FieldDef *fieldById(Entity entity, std::string_view id)
{
    const int index = fieldIndex(entity, id);
    return index < 0 ? nullptr : &entityDef(entity).fields[static_cast<size_t>(index)];
}

std::span<const FieldGroup> fieldGroups()
{
    static constexpr FieldGroup kGroups[] = {
        {"basic", u"基本情况", "Basics"},
        {"member", u"家庭成员", "Members"},
        {"living", u"生产生活条件", "Production and living"},
        {"income", u"收入", "Income"},
        {"safeguard", u"三保障和饮水", "Safeguards and water"},
        {"risk", u"风险", "Risks"},
        {"help", u"帮扶责任人/联系人", "Helpers and liaisons"},
        {"visit", u"走访", "Visits"},
    };
    return kGroups;
}

} // namespace ffp
