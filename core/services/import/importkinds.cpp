// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/importkinds.h"

#include "core/base/text.h"
#include "core/domain/areaheaders.h"
#include "core/domain/codelist.h"
#include "core/domain/fields/casefields.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/jobfields.h"
#include "core/domain/fields/livingfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/domain/valuetext.h"

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr const char *kCodes[] = {"registered", "edge",    "household-year", "visits",   "medical",
                                  "education",  "housing", "jobs",           "job-plans"};

/// The same headers with the units that amounts are written in (T-17).
QStringList inMoney(const QStringList &texts)
{
    QStringList out;
    for (const QString &text : texts)
        out += {text + u"(元)"_s, text + u"(万元)"_s};
    return out;
}

QStringList textsOf(const FieldDef &field)
{
    QStringList texts{QString::fromUtf16(field.label)};
    texts += QString::fromUtf16(field.synonyms).split(u'|', Qt::SkipEmptyParts);
    const QString unit = QString::fromUtf16(field.unit);
    if (unit.isEmpty())
        return texts;
    const QStringList bare = texts;
    for (const QString &text : bare)
        texts.append(text + u'(' + unit + u')');
    return field.type == FieldType::Money ? texts + inMoney(bare) : texts;
}

} // namespace

QString idOfField(FieldRef field)
{
    return QLatin1String(entityDef(field.entity).id) + u'.' + QLatin1String(fieldDef(field).id);
}

namespace {

class KindMaker
{
public:
    KindMaker(Kind kind, int minimum) : m_def{kind, {QString::fromLatin1(kindCode(kind)), {}, minimum}, {}} {}

    void add(ColumnRole role, const QString &id, const QStringList &texts, bool required = false)
    {
        m_def.headers.fields.append({id, texts, required});
        m_def.roles.push_back(std::move(role));
    }
    void addField(FieldRef ref, bool required = false, const QStringList &more = {})
    {
        const FieldDef &field = fieldDef(ref);
        ColumnRole role;
        role.type = ColumnRole::Type::Field;
        role.field = ref;
        add(role, idOfField(ref), textsOf(field) + more, required);
    }
    /// All fields of an entity that a file may carry; earlier ones keep a header that two of them share.
    void addFields(Entity entity, std::optional<FieldRef> without = {})
    {
        const EntityDef &def = entityDef(entity);
        for (quint16 i = 0; i < def.fields.size(); ++i) {
            const FieldDef &field = def.fields[i];
            if (field.type != FieldType::Ref && !(field.flags & (kLocalOnly | kDerived)) && !has({entity, i})
                && FieldRef{entity, i} != without)
                addField({entity, i});
        }
    }
    /// Facts of this entity that such a file repeats: its headers are known, what they say is only kept as a
    /// text.
    void addKept(Entity entity)
    {
        const EntityDef &def = entityDef(entity);
        for (quint16 i = 0; i < def.fields.size(); ++i)
            if (!has({entity, i}) && !(def.fields[i].flags & kLocalOnly))
                add({}, {}, textsOf(def.fields[i]));
    }
    void addAreas()
    {
        static constexpr AreaLevel kLevels[] = {AreaLevel::Province, AreaLevel::City, AreaLevel::County,
                                                AreaLevel::Township, AreaLevel::Village};
        for (const AreaLevel level : kLevels) {
            ColumnRole role;
            role.type = ColumnRole::Type::Area;
            role.level = level;
            add(role, u"area."_s + QString::fromLatin1(areaLevelCode(level)), areaHeaderTexts(level));
        }
    }
    void addItems()
    {
        for (const Code &code : codeList("income_item")->codes) {
            ColumnRole role;
            role.type = ColumnRole::Type::Item;
            role.item = code.code;
            QStringList texts{QString::fromUtf16(code.label)};
            texts += QString::fromUtf16(code.synonyms).split(u'|', Qt::SkipEmptyParts);
            add(role, u"item."_s + QString::fromLatin1(code.code), texts + inMoney(texts));
        }
    }
    void addRisks()
    {
        for (int rank = 1; rank <= 5; ++rank) {
            ColumnRole role;
            role.type = ColumnRole::Type::Risk;
            role.field = case_risk::f("kind");
            role.rank = rank;
            QStringList texts;
            for (const QString &text : textsOf(fieldDef(role.field)))
                texts.append(text + QString::number(rank));
            if (rank == 1)
                texts += textsOf(fieldDef(role.field));
            add(role, u"risk."_s + QString::number(rank), texts);
        }
    }
    void addOwn()
    {
        ColumnRole role;
        role.type = ColumnRole::Type::Serial;
        add(role, u"serial"_s, {u"序号"_s, u"编号"_s, u"行号"_s});
        role.type = ColumnRole::Type::Ignored;
        add(role, u"report.row"_s, {kReportRowHeader.toString()});
        role.rank = 1;
        add(role, u"report.reason"_s, {kReportReasonHeader.toString()});
        role.rank = 2;
        add(role, u"report.origin"_s, {kReportOriginHeader.toString()});
    }
    KindDef take() { return std::move(m_def); }

private:
    bool has(FieldRef ref) const
    {
        for (const ColumnRole &role : m_def.roles)
            if (role.is(ref))
                return true;
        return false;
    }
    KindDef m_def;
};

KindDef memberList()
{
    KindMaker maker(Kind::Registered, 4);
    maker.addField(household::f("household_no"), true);
    maker.addField(member::f("name"), true);
    maker.addField(member::f("id_no"), true);
    maker.addField(member::f("relation"), true);
    maker.addAreas();
    maker.addField(casefile::f("status"));
    maker.addFields(Entity::Member);
    maker.addFields(Entity::Household);
    maker.addField(household::f("head_name"));
    maker.addField(household::f("head_id_no"));
    maker.addFields(Entity::LivingConditions);
    maker.addFields(Entity::Case);
    maker.addFields(Entity::IncomeStatement);
    maker.addRisks();
    maker.addOwn();
    return maker.take();
}

KindDef householdYear()
{
    KindMaker maker(Kind::HouseholdYear, 4);
    maker.addField(household::f("household_no"), true);
    maker.addField(living::f("year"), true);
    maker.addField(household::f("head_member_id"));
    maker.addField(household::f("head_name"));
    maker.addField(household::f("head_id_no"));
    maker.addAreas();
    maker.addFields(Entity::Household);
    maker.addFields(Entity::LivingConditions);
    maker.addFields(Entity::IncomeStatement);
    maker.addItems();
    maker.addOwn();
    return maker.take();
}

KindDef visits()
{
    KindMaker maker(Kind::Visits, 4);
    maker.addField(visit::f("visited_on"), true);
    maker.addField(visit::f("people"), true);
    maker.addField(household::f("household_no"));
    maker.addField(household::f("head_name"), false, {u"姓名"_s});
    maker.addField(household::f("head_id_no"), false, textsOf(fieldDef(member::f("id_no"))));
    maker.addAreas();
    maker.addFields(Entity::Visit);
    maker.addOwn();
    return maker.take();
}

/// Spells of work or plans of them; `known` is the column that such a list is known by. Both may have a first
/// day: the column that says who plans is of the plans only.
KindDef jobs(Kind kind, FieldRef known)
{
    KindMaker maker(kind, 3);
    maker.addField(member::f("id_no"), true);
    maker.addField(known, true);
    maker.addField(member::f("name"));
    maker.addField(household::f("household_no"));
    maker.addField(member::f("member_no"));
    maker.addAreas();
    maker.addFields(Entity::Job, kind == Kind::Jobs ? job::f("planned_out") : known);
    ColumnRole went;
    went.type = ColumnRole::Type::Own;
    if (kind == Kind::Jobs)
        maker.add(went, u"own.went"_s, {u"是否已务工"_s, u"是否已外出务工"_s});
    maker.addKept(Entity::Member);
    maker.addKept(Entity::Household);
    maker.addOwn();
    return maker.take();
}

/// `texts` are what only a list of this department has; the first one must be there.
KindDef department(Kind kind, const QList<QStringList> &texts)
{
    KindMaker maker(kind, 4);
    maker.addField(member::f("id_no"), true, {u"户主身份证号"_s, u"户主证件号码"_s});
    maker.addField(member::f("name"), false, {u"学生姓名"_s, u"户主姓名"_s, u"患者姓名"_s});
    for (qsizetype i = 0; i < texts.size(); ++i) {
        ColumnRole role;
        role.type = ColumnRole::Type::Own;
        role.rank = int(i);
        maker.add(role, u"own."_s + QString::number(i), texts[i], i == 0);
    }
    maker.addAreas();
    maker.addOwn();
    return maker.take();
}

std::vector<KindDef> allKinds()
{
    std::vector<KindDef> kinds;
    kinds.push_back(memberList());
    kinds.push_back(householdYear());
    kinds.push_back(visits());
    kinds.push_back(department(Kind::Medical, {inMoney({u"个人自付"_s, u"自付费用"_s})
                                                   + QStringList{u"个人自付"_s, u"自付费用"_s},
                                               {u"疾病名称"_s},
                                               inMoney({u"医疗费用总额"_s}) + QStringList{u"医疗费用总额"_s},
                                               {u"就诊日期"_s},
                                               {u"参保地"_s}}));
    kinds.push_back(department(Kind::Education, {{u"疑似情形"_s, u"失学辍学情形"_s, u"辍学情形"_s},
                                                 {u"学籍号"_s},
                                                 {u"学段"_s},
                                                 {u"学校名称"_s},
                                                 {u"年级"_s},
                                                 {u"监护人"_s}}));
    kinds.push_back(department(Kind::Housing, {{u"鉴定等级"_s, u"房屋等级"_s, u"危房等级"_s},
                                               {u"房屋结构"_s},
                                               {u"鉴定机构"_s},
                                               {u"鉴定日期"_s},
                                               {u"是否唯一住房"_s}}));
    kinds.push_back(jobs(Kind::Jobs, job::f("started_on")));
    kinds.push_back(jobs(Kind::JobPlans, job::f("planned_out")));
    return kinds;
}

/// Fields with the name of what they belong to: a household, a person and a visit all have a remark.
ImportTarget targetOf(const ColumnRole &role, const HeaderField &header)
{
    const QString first = header.texts.first();
    ImportTarget target{header.id, first, first, header.required, hasUnit(role)};
    const auto inEntity = [&](const QString &chinese, const QString &english) {
        const EntityDef &entity = entityDef(role.field.entity);
        target.chinese = QString::fromUtf16(entity.label) + u" · "_s + chinese;
        target.english = QString::fromLatin1(entity.english) + u" · "_s + english;
    };
    switch (role.type) {
    case ColumnRole::Type::Field:
        inEntity(fieldLabel(fieldDef(role.field), Language::Chinese),
                 fieldLabel(fieldDef(role.field), Language::English));
        break;
    case ColumnRole::Type::Risk:
        inEntity(first,
                 fieldLabel(fieldDef(role.field), Language::English) + u' ' + QString::number(role.rank));
        break;
    case ColumnRole::Type::Item:
        if (const Code *code = findCode(*codeList("income_item"), QString::fromLatin1(role.item)))
            target.english = codeLabel(*code, Language::English);
        break;
    case ColumnRole::Type::Area:
        target.chinese = u"行政区划 · "_s + first;
        target.english = u"Area · "_s + QString::fromLatin1(areaLevelCode(role.level));
        break;
    case ColumnRole::Type::Serial: target.english = u"Running number"_s; break;
    case ColumnRole::Type::Own:
    case ColumnRole::Type::Ignored:
    case ColumnRole::Type::Kept: break;
    }
    return target;
}

} // namespace

const char *kindCode(Kind kind)
{
    return kCodes[size_t(kind)];
}

std::optional<Kind> kindFromCode(QStringView code)
{
    for (size_t i = 0; i < std::size(kCodes); ++i)
        if (code == QLatin1String(kCodes[i]))
            return Kind(i);
    return std::nullopt;
}

bool isDepartmentKind(Kind kind)
{
    return kind == Kind::Medical || kind == Kind::Education || kind == Kind::Housing;
}

bool isJobKind(Kind kind)
{
    return kind == Kind::Jobs || kind == Kind::JobPlans;
}

bool mayBeMoney(const ColumnRole &role)
{
    return role.type == ColumnRole::Type::Item || role.type == ColumnRole::Type::Own
           || (role.type == ColumnRole::Type::Field && fieldDef(role.field).type == FieldType::Money);
}

bool hasUnit(const ColumnRole &role)
{
    return mayBeMoney(role) && role.type != ColumnRole::Type::Own;
}

std::optional<int> moneyFactorOf(QStringView unit)
{
    if (unit == u"yuan")
        return 1;
    return unit == u"wan" ? std::optional(kWanFactor) : std::nullopt;
}

std::span<const KindDef> kindDefs()
{
    static const std::vector<KindDef> kinds = allKinds();
    return kinds;
}

const KindDef &kindDef(Kind kind)
{
    const Kind wanted = kind == Kind::Edge ? Kind::Registered : kind;
    for (const KindDef &def : kindDefs())
        if (def.kind == wanted)
            return def;
    Q_UNREACHABLE();
}

QString idOf(const KindDef &def, const ColumnRole &role)
{
    for (size_t i = 0; i < def.roles.size(); ++i)
        if (def.roles[i] == role)
            return def.headers.fields[qsizetype(i)].id;
    return {};
}

std::vector<ImportTarget> targetsOf(const KindDef &def)
{
    std::vector<ImportTarget> targets;
    for (size_t i = 0; i < def.roles.size(); ++i) {
        const ColumnRole &role = def.roles[i];
        if (role.type != ColumnRole::Type::Ignored && role.type != ColumnRole::Type::Kept)
            targets.push_back(targetOf(role, def.headers.fields[qsizetype(i)]));
    }
    return targets;
}

QStringList idsOf(const KindDef &def, const QStringList &headers)
{
    QStringList ids;
    for (const QString &header : headers) {
        QString id;
        for (const HeaderField &field : def.headers.fields)
            for (const QString &text : field.texts)
                if (id.isEmpty() && headerKey(text) == headerKey(header))
                    id = field.id;
        ids.append(ids.contains(id) ? QString() : id);
    }
    return ids;
}

std::optional<ColumnRole> roleById(const KindDef &def, const QString &id)
{
    if (id.isEmpty())
        return ColumnRole();
    for (qsizetype i = 0; i < def.headers.fields.size(); ++i)
        if (def.headers.fields[i].id == id)
            return def.roles[size_t(i)];
    for (qsizetype i = 0; i < def.headers.fields.size(); ++i)
        if (def.headers.fields[i].id.endsWith(u'.' + id))
            return def.roles[size_t(i)];
    return std::nullopt;
}

} // namespace ffp::imports
