// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/codelist.h"
#include "core/policy/policypack.h"
#include "core/policy/policyreader.h"
#include "core/policy/qualityreader.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QRegularExpression>

using namespace ffp;
using namespace Qt::Literals::StringLiterals;

namespace {

FundUse fundUse(const QString &monitorClass, const QString &exitClass, const QString &source)
{
    FundUse use;
    use.monitorClass = monitorClass;
    use.exitClass = exitClass;
    use.source = source;
    return use;
}

/// What the first SELECT of a rule gives: the text between it and its FROM, split at commas outside of
/// parentheses.
QStringList selectedItems(const QString &sql)
{
    static const QRegularExpression word(u"\\b(SELECT|FROM)\\b"_s, QRegularExpression::CaseInsensitiveOption);
    qsizetype at = word.match(sql).capturedEnd();
    QStringList items{QString()};
    int depth = 0;
    for (; at < sql.size(); ++at) {
        const QChar c = sql[at];
        depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
        const auto next = word.match(sql, at, QRegularExpression::NormalMatch,
                                     QRegularExpression::AnchorAtOffsetMatchOption);
        if (depth == 0 && next.hasMatch())
            break;
        if (depth == 0 && c == u',')
            items << QString();
        else
            items.back() += c;
    }
    for (QString &item : items)
        item = item.simplified();
    return items;
}

bool namesSensitive(const QString &expression)
{
    static const QRegularExpression word(u"\\w+"_s);
    // What the views open for rules; other columns may have such names by chance (v_flag.note, say).
    static const QStringList opened{u"health"_s,           u"disease"_s,         u"disability_type"_s,
                                    u"disability_grade"_s, u"epidemic_status"_s, u"disability_cert_year"_s};
    for (auto it = word.globalMatch(expression); it.hasNext();)
        if (opened.contains(it.next().captured()))
            return true;
    return false;
}

bool isSensitiveOutput(const PolicyRule &rule, const QString &item)
{
    static const QRegularExpression last(u"(\\w+)$"_s);
    const QString name = last.match(item).captured(1);
    return std::any_of(rule.evidence.begin(), rule.evidence.end(), [&name](const EvidenceColumn &column) {
        return column.column == name && column.sensitive;
    });
}

QByteArray shippedBytes(const QString &id)
{
    QFile file(u":/ffp/policy/"_s + id + u".json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The smallest pack that is right; tests break one thing at a time.
QJsonObject smallPack()
{
    return QJsonDocument::fromJson(R"({
      "format": 1, "id": "small", "version": "1", "title": {"zh": "小", "en": "Small"}, "document": "文件",
      "effective_from": "2020-01-01", "jurisdiction": "340000000000",
      "clauses": [{"id": "c1", "title": "第一条", "text": "原文"}],
      "classes": [{"code": "edge", "name": {"zh": "边缘户", "en": "Edge"}, "mark": "policy", "clauses": ["c1"]}],
      "parameters": [
        {"id": "line", "title": {"zh": "线", "en": "Line"}, "type": "money", "value": "5000.00", "mark": "policy",
         "clauses": ["c1"]},
        {"id": "ratio", "title": {"zh": "比", "en": "Ratio"}, "type": "decimal", "scale": 2, "value": "1.2",
         "mark": "local_default", "source": "本地"}],
      "fund_bans": [{"id": "HV-01", "title": {"zh": "禁", "en": "Ban"}, "class": "edge",
         "sources": ["fiscal_special_central"], "mark": "policy", "clauses": ["c1"]}],
      "rules": [
        {"id": "RF-01", "name": "low", "title": {"zh": "低", "en": "Low"}, "level": "red", "mark": "policy",
         "clauses": ["c1"], "uses": ["line"], "sql": ["SELECT household, per_capita FROM v_income",
         "WHERE per_capita < :line"], "evidence": [{"column": "per_capita", "label": {"zh": "人均", "en": "Income"},
         "format": "money"}], "message": {"zh": "{per_capita}低于{line}", "en": "{per_capita} below {line}"}},
        {"id": "RF-02", "name": "later", "title": {"zh": "后", "en": "Later"}, "level": "yellow",
         "mark": "local_default", "source": "本地", "evaluate": false,
         "not_evaluated": {"zh": "无数据", "en": "No data"}}]
    })")
        .object();
}

Result<PolicyPack> read(const QJsonObject &pack)
{
    return PolicyReader::read(QJsonDocument(pack).toJson(), u"small.json"_s);
}

/// Sets the value at a path such as "rules/0/level"; an undefined value takes the key out.
QJsonValue changed(const QJsonValue &in, QStringList path, const QJsonValue &value)
{
    if (path.isEmpty())
        return value;
    const QString key = path.takeFirst();
    if (in.isArray()) {
        QJsonArray array = in.toArray();
        const int index = key.toInt();
        if (index == array.size())
            array.append(changed({}, path, value));
        else
            array[index] = changed(array[index], path, value);
        return array;
    }
    QJsonObject object = in.toObject();
    if (path.isEmpty() && value.isUndefined())
        object.remove(key);
    else
        object.insert(key, changed(object.value(key), path, value));
    return object;
}

} // namespace

class TestPolicyPack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shippedPacksAreRight_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : PolicyPack::shipped())
            QTest::newRow(qPrintable(id)) << id;
    }
    void shippedPacksAreRight()
    {
        QFETCH(QString, id);
        const auto pack = PolicyPack::load(id);
        FFP_VERIFY(pack);
        QCOMPARE(pack->id(), id);
        // All 32 rules of domain.md §13 are there, evaluated or with a reason.
        for (int i = 1; i <= 32; ++i) {
            const QString ruleId = u"RF-%1"_s.arg(i, 2, 10, QChar(u'0'));
            const PolicyRule *rule = pack->rule(ruleId);
            QVERIFY2(rule, qPrintable(ruleId));
            QVERIFY2(rule->evaluate == rule->notEvaluated.zh.isEmpty(), qPrintable(ruleId));
            QVERIFY2(!pack->basis(*rule).isEmpty(), qPrintable(ruleId));
        }
        QCOMPARE(pack->rules().size(), size_t(32));
        // These look at what the others found (core/analysis/views.h, v_fired): they come last.
        QCOMPARE(pack->rules()[30].id, u"RF-30"_s);
        QCOMPARE(pack->rules()[31].id, u"RF-26"_s);
    }
    void sensitiveEvidenceIsKnown_data() { shippedPacksAreRight_data(); }
    /// A rule may look at S-class facts; what it gives away of them must go by the field's name, so that
    /// screens, copies and the command line mask it (tst_checkservice). One that renames such a column, or
    /// computes with it, is found here.
    void sensitiveEvidenceIsKnown()
    {
        QFETCH(QString, id);
        const auto pack = PolicyPack::load(id);
        FFP_VERIFY(pack);
        int sensitive = 0;
        for (const PolicyRule &rule : pack->rules()) {
            if (!rule.evaluate)
                continue;
            for (const EvidenceColumn &column : rule.evidence)
                sensitive += column.sensitive;
            for (const QString &item : selectedItems(rule.sql))
                if (namesSensitive(item) && !isSensitiveOutput(rule, item))
                    QFAIL(qPrintable(rule.id + u": "_s + item));
        }
        QVERIFY(sensitive >= 2); // RF-23: the search does find some
    }
    void sensitiveOutputsAreRecognised()
    {
        PolicyRule rule;
        rule.evidence.resize(2);
        rule.evidence[0].column = u"disability_grade"_s;
        rule.evidence[0].sensitive = true;
        rule.evidence[1].column = u"grade"_s;
        QCOMPARE(selectedItems(u"SELECT household, m.disability_grade, max(a, b) AS c FROM v_member m"_s),
                 (QStringList{u"household"_s, u"m.disability_grade"_s, u"max(a, b) AS c"_s}));
        QVERIFY(namesSensitive(u"m.disability_grade"_s));
        QVERIFY(!namesSensitive(u"m.name"_s));
        QVERIFY(isSensitiveOutput(rule, u"m.disability_grade"_s));
        QVERIFY(!isSensitiveOutput(rule, u"m.disability_grade AS grade"_s));
        QVERIFY(isSensitiveOutput(rule, u"max(m.disability_grade) AS disability_grade"_s));
    }
    void anhuiSaysWhatThePolicySays()
    {
        const auto pack = PolicyPack::load(u"anhui-2020"_s);
        FFP_VERIFY(pack);
        const QDate date(2026, 10, 31);
        QCOMPARE(pack->value(u"income_line"_s, date).toInt(), 500000);
        QCOMPARE(pack->value(u"income_line"_s, QDate(2020, 3, 1)), Value()); // before it took effect
        QVERIFY(!pack->parameter(u"income_line"_s)->isEditable());
        QVERIFY(pack->value(u"red_due_days"_s, date).isBlank()); // 限期 without a number
        QVERIFY(pack->value(u"rural_average"_s, date).isBlank());
        QVERIFY(pack->value(u"near_average_ratio"_s, date).isBlank());
        QVERIFY(pack->value(u"filing_due_days"_s, date).isBlank());
        // No village democracy, no public notice of households, no day limits in this policy.
        for (const QString &absent :
             {u"democratic_review_rounds"_s, u"notice_days"_s, u"authorisation"_s, u"min_case_months"_s})
            QVERIFY(!pack->parameter(absent));
        QCOMPARE(pack->classes(), (QStringList{u"exit_unstable"_s, u"edge"_s}));
        QCOMPARE(pack->codeName(u"monitor_class"_s, u"edge"_s, true), u"边缘户"_s);
        QCOMPARE(pack->codeName(u"monitor_class"_s, u"none"_s, true), u"非监测对象"_s);
        QVERIFY(pack->codeName(u"monitor_class"_s, u"nonsense"_s, true).isEmpty());
        QVERIFY(!pack->isCodeAvailable(u"monitor_class"_s, u"sudden"_s));
        QVERIFY(pack->isCodeAvailable(u"monitor_class"_s, u"edge"_s));
        QVERIFY(pack->clauseText(u"op.2 §三(二)"_s).contains(u"限期消除风险点"_s));
        QVERIFY(pack->clauseTitle(u"op.2 §三(二)"_s).contains(u"皖扶组〔2020〕5号"_s));
        QVERIFY(pack->clauseText(u"op.9"_s).isEmpty());
        // HV-01 and HV-15: every special fiscal fund, no other source, no other class.
        for (const Code &source : codeList("fund_source")->codes) {
            const QString code = QLatin1String(source.code);
            const auto banned = [&](const QString &monitorClass, const QString &exitClass) {
                QStringList ids;
                for (const FundBan &ban : pack->bansFor(fundUse(monitorClass, exitClass, code)))
                    ids << ban.id;
                return ids;
            };
            const bool special = code.startsWith(u"fiscal_special_"_s);
            QCOMPARE(banned(u"edge"_s, {}), special ? QStringList{u"HV-01"_s} : QStringList());
            QCOMPARE(banned({}, u"no_policy"_s), special ? QStringList{u"HV-15"_s} : QStringList());
            QCOMPARE(banned(u"exit_unstable"_s, u"monitored"_s), QStringList());
            QCOMPARE(banned({}, u"with_policy"_s), QStringList());
            QCOMPARE(banned({}, {}), QStringList());
        }
        // Every number that the policy does not give can be edited.
        for (const PolicyRule &rule : pack->rules())
            for (const PolicyParameter &parameter : rule.parameters)
                QVERIFY2(parameter.isEditable() && !parameter.source.isEmpty(),
                         qPrintable(rule.id + parameter.id));
    }
    void nationalDiffers()
    {
        const auto pack = PolicyPack::load(u"national-2021"_s);
        FFP_VERIFY(pack);
        QCOMPARE(pack->classes().size(), 3);
        QVERIFY(pack->value(u"income_line"_s, QDate(2026, 1, 1)).isBlank());
        QVERIFY(pack->rule(u"RF-01"_s)->isOff());
        QCOMPARE(pack->rule(u"RF-25"_s)->level, u"yellow"_s);
        QCOMPARE(pack->rule(u"RF-28"_s)->level, u"orange"_s);
        QCOMPARE(pack->bansFor(fundUse(u"edge"_s, {}, u"fiscal_special_county"_s)).size(),
                 size_t(0)); // listed, not active
        QVERIFY(pack->isCodeAvailable(u"fund_source"_s, u"bridging"_s));
        QVERIFY(pack->isCodeAvailable(u"measure_category"_s, u"industry"_s));
        QVERIFY(!pack->isCodeAvailable(u"measure_category"_s, u"epidemic"_s));
        QVERIFY(!pack->isCodeAvailable(u"risk"_s, u"epidemic"_s));
        for (const PolicyParameter &parameter : pack->parameters())
            QVERIFY2(parameter.isEditable(), qPrintable(parameter.id)); // nothing was read in the original
    }
    void exceptionNeedsAllThree_data()
    {
        QTest::addColumn<QString>("cause");
        QTest::addColumn<bool>("safeguard");
        QTest::addColumn<bool>("cannotAfford");
        QTest::addColumn<bool>("banned");
        QTest::newRow("all") << u"disaster"_s << true << true << false;
        QTest::newRow("family") << u"family_change"_s << true << true << false;
        QTest::newRow("no cause") << QString() << true << true << true;
        QTest::newRow("another cause") << u"illness"_s << true << true << true;
        QTest::newRow("no safeguard") << u"disaster"_s << false << true << true;
        QTest::newRow("can afford") << u"disaster"_s << true << false << true;
    }
    void exceptionNeedsAllThree()
    {
        QFETCH(QString, cause);
        QFETCH(bool, safeguard);
        QFETCH(bool, cannotAfford);
        QFETCH(bool, banned);
        const auto pack = PolicyPack::load(u"anhui-2020"_s);
        FFP_VERIFY(pack);
        FundUse use = fundUse({}, u"no_policy"_s, u"fiscal_special_city"_s);
        use.cause = cause;
        use.safeguardInTrouble = safeguard;
        use.cannotAfford = cannotAfford;
        QCOMPARE(pack->bansFor(use).size(), size_t(banned));
        use.exitClass.clear();
        use.monitorClass = u"edge"_s; // HV-01 knows no exception
        QCOMPARE(pack->bansFor(use).size(), size_t(1));
    }
    void unknownPackIsNotFound()
    {
        FFP_VERIFY_ERROR(PolicyPack::load(u"bavaria-2030"_s), ErrorKind::NotFound);
    }

    void siteValuesLieOverThePack()
    {
        const auto pack = PolicyPack::load(u"anhui-2020"_s);
        FFP_VERIFY(pack);
        const QDate date(2026, 10, 31);
        const auto site = pack->withOverrides(
            {{u"red_due_days"_s, u"15"_s}, {u"RF-03.factor"_s, u"1.5"_s}, {u"RF-08.grades"_s, u"D"_s}});
        FFP_VERIFY(site);
        QCOMPARE(site->value(u"red_due_days"_s, date).toInt(), 15);
        QCOMPARE(site->parameter(u"red_due_days"_s)->originOn(date), PolicyParameter::Origin::Site);
        QCOMPARE(pack->parameter(u"red_due_days"_s)->originOn(date), PolicyParameter::Origin::Blank);
        QCOMPARE(pack->parameter(u"income_line"_s)->originOn(date), PolicyParameter::Origin::Pack);
        const PolicyRule *near = site->rule(u"RF-03"_s);
        QCOMPARE(site->ruleValues(*near, date).at(u"factor"_s).toInt(), 150);
        QCOMPARE(site->ruleValues(*near, date).at(u"income_line"_s).toInt(), 500000);
        QCOMPARE(site->ruleValues(*site->rule(u"RF-08"_s), date).at(u"grades"_s).toList(),
                 QStringList{u"D"_s});
        // Blank is a value, too: the rule is then not evaluated.
        const auto blank = pack->withOverrides({{u"RF-03.factor"_s, QString()}});
        FFP_VERIFY(blank);
        QString missing;
        blank->ruleValues(*blank->rule(u"RF-03"_s), date, &missing);
        QCOMPARE(missing, u"factor"_s);
    }
    void siteValuesThatAreRefused()
    {
        const auto pack = PolicyPack::load(u"anhui-2020"_s);
        FFP_VERIFY(pack);
        const auto fixed = pack->withOverrides({{u"income_line"_s, u"6000"_s}});
        FFP_VERIFY_ERROR(fixed, ErrorKind::RuleBroken);
        QVERIFY(fixed.error().args.value(1).contains(u"皖扶组"_s));
        FFP_VERIFY_ERROR(pack->withOverrides({{u"no_such"_s, u"1"_s}}), ErrorKind::NotFound);
        FFP_VERIFY_ERROR(pack->withOverrides({{u"RF-99.x"_s, u"1"_s}}), ErrorKind::NotFound);
        FFP_VERIFY_ERROR(pack->withOverrides({{u"RF-03.x"_s, u"1"_s}}), ErrorKind::NotFound);
        for (const QString &bad : {u"ten"_s, u"1.5"_s, u"1e3"_s})
            FFP_VERIFY_ERROR(pack->withOverrides({{u"red_due_days"_s, bad}}), ErrorKind::InvalidValue);
        FFP_VERIFY_ERROR(pack->withOverrides({{u"RF-03.factor"_s, u"1.234"_s}}), ErrorKind::InvalidValue);
    }
    void valueOnADate()
    {
        QJsonObject pack = smallPack();
        QJsonObject line = pack["parameters"_L1].toArray()[0].toObject();
        line.remove("value"_L1);
        line["values"_L1] = QJsonArray{QJsonObject{{"from"_L1, "2020-03-02"_L1}, {"value"_L1, "5000"_L1}},
                                       QJsonObject{{"from"_L1, "2021-01-01"_L1}, {"value"_L1, QJsonValue()}},
                                       QJsonObject{{"from"_L1, "2022-01-01"_L1}, {"value"_L1, "6000.5"_L1}}};
        const auto dated = read(changed(pack, {u"parameters"_s, u"0"_s}, line).toObject());
        FFP_VERIFY(dated);
        QCOMPARE(dated->value(u"line"_s, QDate(2020, 3, 1)), Value());
        QCOMPARE(dated->value(u"line"_s, QDate(2020, 3, 2)).toInt(), 500000);
        QCOMPARE(dated->value(u"line"_s, QDate(2020, 12, 31)).toInt(), 500000);
        QVERIFY(dated->value(u"line"_s, QDate(2021, 6, 1)).isBlank());
        QCOMPARE(dated->value(u"line"_s, QDate(2022, 1, 1)).toInt(), 600050);
        QCOMPARE(dated->parameter(u"line"_s)->text(Value(qint64(600050))), u"6000.50"_s);
    }

    void faultsAreNamed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("faultPath");
        QTest::addColumn<QString>("why");
        const QJsonValue gone(QJsonValue::Undefined);
        const auto row = [](const char *name, const QString &path, const QJsonValue &value, const QString &at,
                            const QString &why) { QTest::newRow(name) << path << value << at << why; };
        row("unknown key", u"surprise"_s, 1, u"surprise"_s, u"unknown key"_s);
        row("unknown key in a rule", u"rules/0/chain"_s, 1, u"rules[0].chain"_s, u"unknown key"_s);
        row("newer format", u"format"_s, 2, u"format"_s, u"whole number"_s);
        row("no format", u"format"_s, gone, u"format"_s, u"missing"_s);
        row("id", u"id"_s, u"Anhui 2020"_s, u"id"_s, u"must look like"_s);
        row("version", u"version"_s, u"one"_s, u"version"_s, u"must look like"_s);
        row("title without English", u"title/en"_s, gone, u"title.en"_s, u"missing"_s);
        row("date", u"effective_from"_s, u"2020-02-30"_s, u"effective_from"_s, u"must be a date"_s);
        row("date text", u"effective_from"_s, u"2.3.2020"_s, u"effective_from"_s, u"must be a date"_s);
        row("area", u"jurisdiction"_s, u"34"_s, u"jurisdiction"_s, u"must look like"_s);
        row("clauses no list", u"clauses"_s, u"x"_s, u"clauses"_s, u"must be a list"_s);
        row("clause twice", u"clauses/1"_s, smallPack()["clauses"_L1].toArray()[0], u"clauses[1].id"_s,
            u"duplicate"_s);
        row("clause no object", u"clauses/0"_s, u"x"_s, u"clauses[0]"_s, u"must be an object"_s);
        row("class", u"classes/0/code"_s, u"rich"_s, u"classes[0].code"_s, u"no such class"_s);
        row("class twice", u"classes/1"_s, smallPack()["classes"_L1].toArray()[0], u"classes[1].code"_s,
            u"duplicate"_s);
        row("name of no code", u"names"_s,
            QJsonArray{QJsonObject{{"list"_L1, "sex"_L1},
                                   {"code"_L1, "x"_L1},
                                   {"name"_L1, QJsonObject{{"zh"_L1, "x"_L1}, {"en"_L1, "x"_L1}}}}},
            u"names[0].code"_s, u"no such code"_s);
        row("code off", u"codes_off"_s,
            QJsonArray{QJsonObject{{"list"_L1, "sex"_L1}, {"codes"_L1, QJsonArray{"x"_L1}}}},
            u"codes_off[0].codes"_s, u"no such code"_s);
        row("mark", u"parameters/0/mark"_s, u"law"_s, u"parameters[0].mark"_s, u"must be one of"_s);
        row("policy without clause", u"parameters/0/clauses"_s, gone, u"parameters[0].clauses"_s,
            u"must name its clause"_s);
        row("clause that is not there", u"parameters/0/clauses"_s, QJsonArray{u"c9"_s},
            u"parameters[0].clauses"_s, u"no such clause"_s);
        row("default without source", u"parameters/1/source"_s, gone, u"parameters[1].source"_s,
            u"must be named"_s);
        row("parameter twice", u"parameters/1/id"_s, u"line"_s, u"parameters"_s, u"duplicate id line"_s);
        row("parameter name", u"parameters/0/id"_s, u"the line"_s, u"parameters[0].id"_s,
            u"must look like"_s);
        row("built-in name", u"parameters/0/id"_s, u"month_end"_s, u"parameters[0].id"_s, u"built in"_s);
        row("type", u"parameters/0/type"_s, u"float"_s, u"parameters[0].type"_s, u"must be one of"_s);
        row("number as number", u"parameters/0/value"_s, 5000, u"parameters[0].value"_s, u"must be a text"_s);
        row("number as words", u"parameters/0/value"_s, u"about 5000"_s, u"parameters[0].value"_s,
            u"not a value"_s);
        row("no value", u"parameters/0/value"_s, gone, u"parameters[0].value"_s, u"missing"_s);
        row("scale", u"parameters/1/scale"_s, 9, u"parameters[1].scale"_s, u"whole number"_s);
        row("scale of money", u"parameters/0/scale"_s, 2, u"parameters[0].scale"_s, u"only for decimals"_s);
        row("too many decimals", u"parameters/1/value"_s, u"1.234"_s, u"parameters[1].value"_s,
            u"not a value"_s);
        row("dates descend", u"parameters/0/values"_s,
            QJsonArray{QJsonObject{{"from"_L1, "2021-01-01"_L1}, {"value"_L1, "1"_L1}},
                       QJsonObject{{"from"_L1, "2020-01-01"_L1}, {"value"_L1, "2"_L1}}},
            u"parameters[0].value"_s, u"either value or values"_s);
        row("ban of a class", u"fund_bans/0/class"_s, u"rich"_s, u"fund_bans[0].class"_s, u"no such class"_s);
        row("ban of two classes", u"fund_bans/0/exit_class"_s, u"no_policy"_s, u"fund_bans[0].class"_s,
            u"either class or exit_class"_s);
        row("exception without a known cause", u"fund_bans/0/unless_causes"_s, QJsonArray{u"luck"_s},
            u"fund_bans[0].unless_causes"_s, u"no such cause"_s);
        row("ban of a source", u"fund_bans/0/sources"_s, QJsonArray{u"gold"_s}, u"fund_bans[0].sources"_s,
            u"no such fund source"_s);
        row("rule id", u"rules/0/id"_s, u"Rule 1"_s, u"rules[0].id"_s, u"must look like"_s);
        row("rule twice", u"rules/1/id"_s, u"RF-01"_s, u"rules[1].id"_s, u"duplicate"_s);
        row("level", u"rules/0/level"_s, u"purple"_s, u"rules[0].level"_s, u"must be one of"_s);
        row("off but evaluated", u"rules/0/level"_s, u"off"_s, u"rules[0].evaluate"_s, u"is off"_s);
        row("no reason", u"rules/1/not_evaluated"_s, gone, u"rules[1].not_evaluated"_s, u"missing"_s);
        row("SQL nobody tests", u"rules/1/sql"_s, u"SELECT 1"_s, u"rules[1].sql"_s, u"unknown key"_s);
        row("no SQL", u"rules/0/sql"_s, gone, u"rules[0].sql"_s, u"missing"_s);
        row("empty SQL", u"rules/0/sql"_s, QJsonArray{u" "_s}, u"rules[0].sql"_s, u"must not be empty"_s);
        row("uses nothing known", u"rules/0/uses"_s, QJsonArray{u"lime"_s}, u"rules[0].uses"_s,
            u"no parameter lime"_s);
        row("format", u"rules/0/evidence/0/format"_s, u"gold"_s, u"rules[0].evidence[0].format"_s,
            u"must be one of"_s);
        row("code without list", u"rules/0/evidence/0/format"_s, u"code"_s, u"rules[0].evidence[0].list"_s,
            u"missing"_s);
        row("list without code", u"rules/0/evidence/0/list"_s, u"sex"_s, u"rules[0].evidence[0].list"_s,
            u"only for codes"_s);
        row("record as evidence", u"rules/0/evidence/0/column"_s, u"household"_s,
            u"rules[0].evidence[0].column"_s, u"the record itself"_s);
        row("message field", u"rules/0/message/zh"_s, u"{nothing}"_s, u"rules[0].message"_s, u"{nothing}"_s);
        row("message brace", u"rules/0/message/en"_s, u"{line"_s, u"rules[0].message"_s, u"unpaired"_s);
        row("boolean", u"rules/0/evaluate"_s, u"yes"_s, u"rules[0].evaluate"_s, u"true or false"_s);
    }
    void faultsAreNamed()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, faultPath);
        QFETCH(QString, why);
        FFP_VERIFY(read(smallPack()));
        const auto pack = read(changed(smallPack(), path.split(u'/'), value).toObject());
        FFP_VERIFY_ERROR(pack, ErrorKind::PolicyPackInvalid);
        QCOMPARE(pack.error().subject.file, u"small.json"_s);
        QVERIFY2(pack.error().detail.contains(faultPath + u": "_s), qPrintable(pack.error().detail));
        QVERIFY2(pack.error().detail.contains(why), qPrintable(pack.error().detail));
        QVERIFY(!pack.error().args.value(0).isNull());
        QVERIFY(!pack.error().args.value(1).isEmpty());
    }
    void allFaultsComeAtOnce()
    {
        QJsonObject pack = changed(smallPack(), {u"id"_s}, u"A B"_s).toObject();
        pack = changed(pack, {u"rules"_s, u"0"_s, u"level"_s}, u"purple"_s).toObject();
        const auto result = read(pack);
        FFP_VERIFY_ERROR(result, ErrorKind::PolicyPackInvalid);
        QCOMPARE(result.error().detail.count(u'\n'), 1);
        QCOMPARE(result.error().args.first(), u"id"_s);
    }
    void descendingDates()
    {
        QJsonObject pack = changed(smallPack(), {u"parameters"_s, u"0"_s, u"value"_s},
                                   QJsonValue(QJsonValue::Undefined))
                               .toObject();
        pack = changed(pack, {u"parameters"_s, u"0"_s, u"values"_s},
                       QJsonArray{QJsonObject{{"from"_L1, "2021-01-01"_L1}, {"value"_L1, "1"_L1}},
                                  QJsonObject{{"from"_L1, "2021-01-01"_L1}, {"value"_L1, "2"_L1}}})
                   .toObject();
        const auto result = read(pack);
        FFP_VERIFY_ERROR(result, ErrorKind::PolicyPackInvalid);
        QVERIFY(result.error().detail.contains(u"dates must ascend"_s));
    }
    void badBytes()
    {
        const auto broken = PolicyReader::read("{\n\"id\": \n}", u"x.json"_s);
        FFP_VERIFY_ERROR(broken, ErrorKind::PolicyPackInvalid);
        QCOMPARE(broken.error().args.first(), u"line 3"_s);
        for (const QByteArray &bytes :
             {QByteArray(), QByteArray("[]"), QByteArray("null"), QByteArray("\xff\xfe{}"),
              QByteArray("{\"id\":\"\xff\"}"), QByteArray(3000, '[')})
            FFP_VERIFY_ERROR(PolicyReader::read(bytes, u"x.json"_s), ErrorKind::PolicyPackInvalid);
        FFP_VERIFY_ERROR(PolicyReader::read(QByteArray(PolicyReader::kMaxBytes + 1, ' '), u"x.json"_s),
                         ErrorKind::PolicyPackInvalid);
        // A shipped pack with bytes changed at random: an error or a pack, never a crash.
        const QByteArray whole = shippedBytes(u"anhui-2020"_s);
        QVERIFY(!whole.isEmpty());
        QRandomGenerator random(34);
        for (int i = 0; i < 300; ++i) {
            QByteArray bytes = whole;
            for (int j = 0; j < 3; ++j)
                bytes[random.bounded(int(bytes.size()))] = static_cast<char>(random.bounded(256));
            bytes.truncate(random.bounded(4) ? bytes.size() : random.bounded(int(bytes.size())));
            const auto pack = PolicyReader::read(bytes, u"x.json"_s);
            QVERIFY(pack || pack.error().kind == ErrorKind::PolicyPackInvalid);
        }
    }

    void faultsOfQualityRules_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("why");
        const auto row = [](const char *name, const char *path, const QJsonValue &value, const char *why) {
            QTest::newRow(name) << QString::fromLatin1(path) << value << QString::fromLatin1(why);
        };
        row("unknown key", "rules/0/colour", u"red"_s, "unknown key");
        row("level", "rules/0/level", u"red"_s, "must be one of");
        row("id", "rules/0/id", u"RF-01"_s, "rules[0].id");
        row("id twice", "rules/1/id", u"DQ-101"_s, "duplicate name DQ-101");
        row("field that is not there", "rules/0/field", u"member.colour"_s, "no such field: member.colour");
        row("entity that is not there", "rules/0/field", u"house.id_no"_s, "no such field: house.id_no");
        row("source", "rules/0/source", QJsonValue(QJsonValue::Undefined), "rules[0].source: missing");
        row("column that is not declared", "rules/0/evidence", QJsonArray{u"name"_s, u"colour"_s},
            "no such column in this file: colour");
        row("name that is no evidence", "rules/0/message/zh", u"{colour}"_s, "no evidence column");
        row("column that no rule gives", "columns/0/column", u"colour"_s,
            "no rule gives this column: colour");
        row("format", "format", 2, "format");
        row("neither SQL nor reason", "rules/0/sql", QJsonValue(QJsonValue::Undefined), "rules[0].sql");
    }
    void faultsOfQualityRules()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);
        QFETCH(QString, why);
        const auto shipped = PolicyPack::load(u"anhui-2020"_s);
        FFP_VERIFY(shipped);
        const QByteArray bytes = shippedBytes(u"quality"_s);
        FFP_VERIFY(QualityReader::read(bytes, *shipped));
        const QJsonObject broken = changed(QJsonDocument::fromJson(bytes).object(), path.split(u'/'), value)
                                       .toObject();
        const auto read = QualityReader::read(QJsonDocument(broken).toJson(), *shipped);
        FFP_VERIFY_ERROR(read, ErrorKind::PolicyPackInvalid);
        QCOMPARE(read.error().subject.file, u"quality.json"_s);
        QVERIFY2(read.error().detail.contains(why), qPrintable(read.error().detail));
    }

    /// What a pack changes of the shared rules, and what it may not.
    void aPackChangesSharedRules()
    {
        const auto with = [](const QJsonObject &quality) {
            return read(changed(smallPack(), {u"quality"_s}, quality).toObject());
        };
        QJsonObject entry{{u"file"_s, u"quality.json"_s}};
        // The small pack has no income line, which rules use.
        FFP_VERIFY_ERROR(with(entry), ErrorKind::PolicyPackInvalid);
        const auto shipped = [](QJsonObject more) {
            QJsonObject pack = QJsonDocument::fromJson(shippedBytes(u"anhui-2020"_s)).object();
            more.insert(u"file"_s, u"quality.json"_s);
            pack.insert(u"quality"_s, more);
            return read(pack);
        };
        const QString reason = u"本省不核查"_s;
        const auto pack = shipped(
            {{u"values"_s, QJsonObject{{u"DQ-801.most"_s, u"30"_s}}},
             {u"off"_s, QJsonObject{{u"DQ-802"_s, QJsonObject{{u"zh"_s, reason}, {u"en"_s, u"no"_s}}}}}});
        FFP_VERIFY(pack);
        const QDate day(2026, 10, 31);
        QCOMPARE(pack->ruleValues(*pack->rule(u"DQ-801"_s), day).at(u"most"_s), Value(qint64(3000)));
        QVERIFY(!pack->rule(u"DQ-802"_s)->evaluate);
        QCOMPARE(pack->rule(u"DQ-802"_s)->notEvaluated.zh, reason);
        FFP_VERIFY_ERROR(shipped({{u"values"_s, QJsonObject{{u"DQ-801.least"_s, u"30"_s}}}}),
                         ErrorKind::PolicyPackInvalid);
        FFP_VERIFY_ERROR(shipped({{u"values"_s, QJsonObject{{u"DQ-801.most"_s, u"much"_s}}}}),
                         ErrorKind::PolicyPackInvalid);
        FFP_VERIFY_ERROR(shipped({{u"off"_s, QJsonObject{{u"DQ-999"_s, QJsonObject{{u"zh"_s, reason},
                                                                                   {u"en"_s, u"no"_s}}}}}}),
                         ErrorKind::PolicyPackInvalid);
    }
};

QTEST_APPLESS_MAIN(TestPolicyPack)
#include "tst_policypack.moc"
