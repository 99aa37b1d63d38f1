// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/domain/areaheaders.h"
#include "core/domain/codelist.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/record.h"
#include "tests/support/testsupport.h"

#include <QSet>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray where(const EntityDef &entity, const FieldDef &field)
{
    return QByteArray(entity.id) + '.' + field.id;
}

bool hasGroup(std::string_view id)
{
    for (const FieldGroup &group : fieldGroups())
        if (id == group.id)
            return true;
    return false;
}

} // namespace

class TestFields : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void entitiesAreInOrderAndUnique()
    {
        QCOMPARE(entities().size(), size_t(22));
        QSet<QByteArray> ids;
        QSet<QByteArray> tables;
        const QRegularExpression form(u"^[a-z][a-z0-9_]*$"_s);
        for (const EntityDef &entity : entities()) {
            QCOMPARE(&entityDef(entity.entity), &entity);
            QCOMPARE(entityById(entity.id), &entity);
            QVERIFY(!ids.contains(entity.id) && !tables.contains(entity.table));
            ids.insert(entity.id);
            tables.insert(entity.table);
            QVERIFY(form.match(QString::fromLatin1(entity.id)).hasMatch());
        }
        QVERIFY(!entityById("person"));
    }

    void fieldIdsAreUniqueAndUsableAsColumns()
    {
        // Words that SQLite does not take as a bare column name, and the columns every table has anyway.
        const QSet<QByteArray> taken{"from",    "to",   "on",    "order", "group", "case", "index", "select",
                                     "where",   "set",  "table", "add",   "all",   "and",  "as",    "check",
                                     "default", "in",   "is",    "not",   "null",  "or",   "then",  "unique",
                                     "values",  "when", "rid",   "rec",   "id",    "area", "void"};
        const QRegularExpression form(u"^[a-z][a-z0-9_]*$"_s);
        for (const EntityDef &entity : entities()) {
            QSet<QByteArray> ids;
            for (const FieldDef &field : entity.fields) {
                QVERIFY2(!ids.contains(field.id) && !taken.contains(field.id), where(entity, field));
                QVERIFY2(form.match(QString::fromLatin1(field.id)).hasMatch(), where(entity, field));
                QVERIFY2(!QByteArray(field.id).endsWith("_bi"), where(entity, field));
                ids.insert(field.id);
                QVERIFY2(*field.label && *field.english, where(entity, field));
            }
        }
    }

    void codeListsAndReferencesExist()
    {
        for (const EntityDef &entity : entities()) {
            for (const FieldDef &field : entity.fields) {
                const bool coded = field.type == FieldType::Code || field.type == FieldType::Codes;
                if (coded)
                    QVERIFY2(codeList(field.list), where(entity, field));
                else if (field.type == FieldType::Ref)
                    QVERIFY2(entityById(field.list), where(entity, field));
                else
                    QVERIFY2(!*field.list, where(entity, field));
                QVERIFY2(field.scale == 0 || field.type == FieldType::Dec, where(entity, field));
            }
        }
    }

    void everyAskedFieldHasAGroup()
    {
        QSet<QByteArray> used;
        for (const EntityDef &entity : entities()) {
            for (const FieldDef &field : entity.fields) {
                if (*field.group)
                    QVERIFY2(hasGroup(field.group), where(entity, field));
                else
                    QVERIFY2(field.flags & kLocalOnly, where(entity, field));
                used.insert(field.group);
            }
        }
        for (const FieldGroup &group : fieldGroups())
            QVERIFY2(used.contains(group.id), group.id);
    }

    void encryptedColumnsHaveTheirOwnNumbers()
    {
        QHash<int, QByteArray> numbers;
        for (const EntityDef &entity : entities()) {
            for (const FieldDef &field : entity.fields) {
                const bool encrypted = field.sensitivity == Sensitivity::S && !(field.flags & kDerived);
                QVERIFY2(encrypted == (field.column != 0), where(entity, field));
                if (!encrypted)
                    continue;
                QVERIFY2(!numbers.contains(field.column), where(entity, field));
                numbers.insert(field.column, where(entity, field));
            }
        }
        // Keys of existing databases hang on these: a number once given never changes.
        QCOMPARE(numbers.value(1), "member.id_no"_ba);
        QCOMPARE(numbers.value(2), "household.phone"_ba);
        QCOMPARE(numbers.value(4), "household.bank_account"_ba);
        QCOMPARE(numbers.size(), 42);
    }

    void whatMayBeSearchedByEquality()
    {
        QStringList searched;
        for (const EntityDef &entity : entities())
            for (const FieldDef &field : entity.fields)
                if (field.flags & kBlindIndex)
                    searched.append(QString::fromLatin1(where(entity, field)));
        searched.sort();
        QCOMPARE(searched, (QStringList{u"household.bank_account"_s, u"household.phone"_s,
                                        u"member.disability_cert_no"_s, u"member.id_no"_s,
                                        u"member.person_key"_s, u"member.phone"_s}));
    }

    void headersOfOneEntityAreUnique()
    {
        for (const EntityDef &entity : entities()) {
            QHash<QString, QByteArray> seen;
            for (const FieldDef &field : entity.fields) {
                QStringList headers{QString::fromUtf16(field.label)};
                headers += QString::fromUtf16(field.synonyms).split(u'|', Qt::SkipEmptyParts);
                for (const QString &header : headers) {
                    const QString key = compareKey(header);
                    QVERIFY2(!seen.contains(key) || seen.value(key) == field.id,
                             qPrintable(u"%1: %2"_s.arg(QLatin1String(where(entity, field)), header)));
                    seen.insert(key, field.id);
                }
            }
        }
    }

    /// The headers of the sample files that carry data, beside the area columns and income items.
    void headersOfTheSampleFilesAreKnown()
    {
        QSet<QString> known;
        for (const EntityDef &entity : entities()) {
            for (const FieldDef &field : entity.fields) {
                known.insert(compareKey(QStringView(field.label)));
                for (const QString &one : QString::fromUtf16(field.synonyms).split(u'|'))
                    known.insert(compareKey(one));
            }
        }
        const QStringList headers =
            u"自然村 户编号 人编号 姓名 证件号码 人数 与户主关系 民族 文化程度 在校生状况 健康状况 "
            u"劳动技能 务工时间（月） 是否参加大病保险 致贫原因1 危房户 是否解决安全饮用水 人均纯收入 户联系电话 "
            u"人联系电话 首次识别时间 人员识别时间 户类型 易返贫致贫户(监测对象)类型 风险是否消除 风险识别时间 "
            u"风险消除时间 备注 数据日期 人口编号 当前家庭人口数 务工时间(月) 参加大病医疗 是否危房户 "
            u"成员联系电话 监测对象类别 风险是否已消除 识别监测时间 消除监测时间 户主编号 户主姓名 户主证件号码 "
            u"家庭人口数 年收入 年度 开户银行名称 银行卡号 识别标准 主要致贫原因 次要致贫原因 工资性收入 "
            u"生产经营性收入 财产性收入 转移性收入 生产经营性支出 纯收入 耕地面积（亩） 水面面积 "
            u"是否加入农民专业合作组织 退耕还林面积（亩） 林果面积（亩） 牧草地面积 林地面积（亩） "
            u"是否通生产用电 是否通生活用电 是否通广播电视 与村主干路距离 入户路类型 住房面积 是否有卫生厕所 "
            u"主要燃料类型 危房级别 是否有龙头企业带动 是否有创业致富带头人带动 走访日期 走访方式 走访人 "
            u"变化事项 诉求 待办 鉴定等级 鉴定日期"_s.split(u' ', Qt::SkipEmptyParts);
        for (const QString &header : headers)
            QVERIFY2(known.contains(compareKey(header)), qPrintable(header));
        const CodeList *items = codeList("income_item");
        for (const QString &header :
             {u"计划生育金"_s, u"低保金"_s, u"五保金"_s, u"养老保险金"_s, u"生态补偿金"_s,
              u"其他转移性收入"_s, u"资产收益扶贫分红收入"_s, u"其他财产性收入"_s})
            QVERIFY2(matchCode(*items, header).code, qPrintable(header));
    }

    void areaHeaders()
    {
        QCOMPARE(areaHeader(u"县(市、区、旗)"), AreaLevel::County);
        QCOMPARE(areaHeader(u"县（市、区、旗）"), AreaLevel::County);
        QCOMPARE(areaHeader(u" 乡(镇) "), AreaLevel::Township);
        QCOMPARE(areaHeader(u"行政村"), AreaLevel::Village);
        QCOMPARE(areaHeader(u"村"), AreaLevel::Village);
        QCOMPARE(areaHeader(u"省"), AreaLevel::Province);
        QCOMPARE(areaHeader(u"市"), AreaLevel::City);
        QVERIFY(!areaHeader(u"自然村"));
        QVERIFY(!areaHeader(u"村办公电话"));
        QVERIFY(!areaHeader(u""));
    }

    void fieldsAreReachedByName()
    {
        constexpr FieldRef phone = household::f("phone");
        QCOMPARE(fieldDef(phone).id, "phone");
        QCOMPARE(fieldById(Entity::Household, "phone"), &fieldDef(phone));
        QVERIFY(!fieldById(Entity::Household, "id_no"));
        QCOMPARE(fieldIndex(Entity::Household, "id_no"), -1);

        Record record;
        record.entity = Entity::Member;
        record.values.resize(std::size(member::kFields));
        record.values[member::f("name").index] = Value(u"张三"_s);
        QCOMPARE(record[member::f("name")].toText(), u"张三"_s);
        QVERIFY(record[phone].isBlank());
    }
};

QTEST_GUILESS_MAIN(TestFields)
#include "tst_fields.moc"
