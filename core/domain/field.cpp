// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/field.h"

#include "core/domain/fields/assignmentfields.h"
#include "core/domain/fields/attachmentfields.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/cluefields.h"
#include "core/domain/fields/divisionfields.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/heldrowfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/importbatchfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/incomelinefields.h"
#include "core/domain/fields/jobfields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/measurefields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/planfields.h"
#include "core/domain/fields/proceedingfields.h"
#include "core/domain/fields/safeguardfields.h"
#include "core/domain/fields/settingfields.h"
#include "core/domain/fields/stepfields.h"
#include "core/domain/fields/visitfields.h"

namespace ffp {
namespace {

/// In the order of `Entity`.
constexpr EntityDef kEntities[] = {
    {Entity::Household, "household", "household", u"户", "Household", household::kFields},
    {Entity::Member, "member", "member", u"家庭成员", "Member", member::kFields},
    {Entity::LivingConditions, "living_conditions", "living_conditions", u"生产生活条件",
     "Production and living conditions", living::kFields},
    {Entity::IncomeStatement, "income_statement", "income_statement", u"收入核算", "Income statement",
     income::kFields},
    {Entity::IncomeLine, "income_line", "income_line", u"收入项目", "Income item", income_line::kFields},
    {Entity::SafeguardCheck, "safeguard_check", "safeguard_check", u"三保障和饮水核查", "Safeguard check",
     safeguard::kFields},
    {Entity::Case, "case", "monitor_case", u"监测对象", "Monitoring case", casefile::kFields},
    {Entity::CaseRisk, "case_risk", "case_risk", u"风险", "Risk", case_risk::kFields},
    {Entity::Assignment, "assignment", "assignment", u"帮扶责任人/联系人", "Responsible person",
     assignment::kFields},
    {Entity::Visit, "visit", "visit", u"走访记录", "Visit", visit::kFields},
    {Entity::Flag, "flag", "flag", u"预警", "Alert", flag::kFields},
    {Entity::ImportBatch, "import_batch", "import_batch", u"导入批次", "Import", import_batch::kFields},
    {Entity::Division, "division", "division", u"区划", "Division", division::kFields},
    {Entity::Setting, "setting", "setting", u"设置", "Setting", setting::kFields},
    {Entity::Clue, "clue", "clue", u"线索", "Clue", clue::kFields},
    {Entity::HeldRow, "held_row", "held_row", u"待处理行", "Row set aside", held_row::kFields},
    {Entity::Plan, "plan", "plan", u"帮扶方案", "Plan of help", plan::kFields},
    {Entity::Measure, "measure", "measure", u"帮扶措施", "Measure", measure::kFields},
    {Entity::Attachment, "attachment", "household_attachment", u"附件", "Attachment", attachment::kFields},
    {Entity::Job, "job", "job", u"务工记录", "Spell of work", job::kFields},
    {Entity::Proceeding, "proceeding", "proceeding", u"办理事项", "Matter", proceeding::kFields},
    {Entity::Step, "step", "proceeding_step", u"环节记录", "Record of a step", step::kFields},
};

consteval bool inEnumOrder()
{
    for (size_t i = 0; i < std::size(kEntities); ++i)
        if (static_cast<size_t>(kEntities[i].entity) != i)
            return false;
    return true;
}
static_assert(inEnumOrder());

/// A stored S-column has a key number of its own, nothing else has one, and only S-columns are blind-indexed.
consteval bool columnNumbersAreRight()
{
    bool used[512] = {};
    for (const EntityDef &entity : kEntities) {
        for (const FieldDef &field : entity.fields) {
            const bool encrypted = field.sensitivity == Sensitivity::S && !(field.flags & kDerived);
            if (encrypted != (field.column != 0) || field.column >= std::size(used))
                return false;
            if ((field.flags & kBlindIndex) && !encrypted)
                return false;
            if (encrypted && (field.flags & kIndexed))
                return false;
            if (encrypted && used[field.column])
                return false;
            used[field.column] = encrypted;
        }
    }
    return true;
}
static_assert(columnNumbersAreRight());

} // namespace

std::span<const EntityDef> entities()
{
    return kEntities;
}

const EntityDef &entityDef(Entity entity)
{
    return kEntities[static_cast<size_t>(entity)];
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
        {"contact", u"联系方式和账户", "Contact and account"},
        {"class", u"户类别", "Classification"},
        {"filling", u"填报信息", "Data sheet"},
        {"member", u"家庭成员", "Members"},
        {"education", u"教育", "Education"},
        {"health", u"健康", "Health"},
        {"work", u"劳动就业", "Work"},
        {"job", u"务工记录", "Spells of work"},
        {"insurance", u"社会保障", "Social security"},
        {"living", u"生产生活条件", "Production and living"},
        {"income", u"收入", "Income"},
        {"safeguard", u"三保障和饮水", "Safeguards and water"},
        {"risk", u"风险", "Risks"},
        {"help", u"帮扶责任人/联系人", "Helpers and liaisons"},
        {"plan", u"帮扶方案", "Plan of help"},
        {"measure", u"帮扶措施", "Measures"},
        {"exception", u"不享受政策户的例外", "Exception for households without support"},
        {"visit", u"走访", "Visits"},
        {"attachment", u"附件", "Attachments"},
        {"alert", u"预警", "Alerts"},
        {"clue", u"线索", "Clues"},
        {"step", u"环节记录", "Record of a step"},
        {"office", u"系统", "System"},
    };
    return kGroups;
}

} // namespace ffp
