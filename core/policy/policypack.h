// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/domain/value.h"
#include "core/policy/chain.h"
#include "core/policy/incomerules.h"
#include "core/policy/policytypes.h"
#include "core/policy/tabledefinition.h"

#include <QDate>
#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace ffp {

enum class ParameterType {
    Money,   ///< 元 with two decimals in the file, held as 分
    Integer, ///< days, years, ages …
    Decimal, ///< held in 10^-scale units
    Bool,
    Text,
    List, ///< codes or words
};

struct PolicyParameter {
    struct Dated {
        QDate from;
        Value value; ///< blank = the policy names the thing but gives no value
    };

    QString id; ///< also the name in SQL (":income_line")
    LocalText title;
    ParameterType type = ParameterType::Text;
    int scale = 0; ///< Decimal
    QString unit;
    std::vector<std::pair<QString, LocalText>> words; ///< of a text: its codes, when only they are possible
    PolicyMark mark = PolicyMark::LocalDefault;
    QStringList clauses;            ///< ids of the pack's clauses
    QString source;                 ///< where a value that is not of the policy was met
    std::vector<Dated> values;      ///< ascending by date, the first from the start of the pack
    std::optional<Value> siteValue; ///< set by withOverrides(); may be blank

    bool isEditable() const { return mark != PolicyMark::Policy; }
    /// Where valueOn() comes from.
    enum class Origin { Pack, Site, Blank };
    Value valueOn(QDate date) const;
    Origin originOn(QDate date) const;
    /// As in the file and on screen: "5000.00", "1.2", "A,B"; empty when blank.
    QString text(const Value &value) const;
    /// The reverse, for the file, the settings page and overrides. An empty text is blank. nullopt: not
    /// of this type.
    std::optional<Value> parse(const QString &text) const;
};

/// A column of a rule's SELECT that is kept as evidence and shown.
struct EvidenceColumn {
    enum class Format { Money, Count, Percent, Date, Month, Text, Code };
    QString column;
    LocalText label;
    Format format = Format::Text;
    QString list; ///< Code: id of the code list
    /// Of S-class: named as a field of that class. Shown only where that was permitted and recorded.
    bool sensitive = false;
};

struct PolicyRule {
    enum class Closing {
        Automatic, ///< closed by the check when the condition no longer holds
        ByPerson,  ///< an event (a death, say): stays open until a person closes it
    };

    QString id;   ///< "RF-02", "DQ-101"
    QString name; ///< "income_below_line"; quality rules have none
    LocalText title;
    QString level; ///< CL-46, or "off"; of a quality rule E, W or H
    QString field; ///< of a quality rule: the field that a finding leads to, "member.id_no"
    PolicyMark mark = PolicyMark::LocalDefault; ///< of level and condition
    QStringList clauses;
    QString source;
    /// False: cannot be evaluated in this version (or is off); `notEvaluated` says why.
    bool evaluate = false;
    LocalText notEvaluated;
    LocalText limits; ///< what of the rule is not covered yet, may be empty
    Closing closing = Closing::Automatic;
    QStringList uses;                        ///< parameters of the pack that the SQL names
    std::vector<PolicyParameter> parameters; ///< of this rule alone
    /// One SELECT over the documented views (core/analysis/views.h): `household`, optionally `member`,
    /// and the evidence columns.
    QString sql;
    std::vector<EvidenceColumn> evidence;
    LocalText message; ///< "{column}" and "{parameter}" are filled in

    bool isOff() const { return level == QLatin1String("off"); }
};

/// Money for a household, as a ban looks at it.
struct FundUse {
    QString monitorClass; ///< CL-18 of a household that is monitored now; else empty
    QString exitClass;    ///< CL-17
    QString source;       ///< CL-56
    /// What is stated of an exception.
    QString cause; ///< hardship_cause
    bool safeguardInTrouble = false;
    bool cannotAfford = false;
};

/// Households of one class for whom some fund sources may not be used.
struct FundBan {
    QString id;
    QString monitorClass; ///< CL-18; or:
    QString exitClass;    ///< CL-17
    QStringList sources;  ///< CL-56
    /// With one of these causes (hardship_cause), a safeguard in trouble and a household that cannot bear it
    /// alone the money is permitted all the same. Empty: never.
    QStringList unlessCauses;
    QStringList clauses;
    LocalText title;
    bool active = true; ///< false: listed, the local office decides

    bool concerns(const FundUse &use) const;
    bool isLiftedBy(const FundUse &use) const;
};

/// A set of local values by parameter id; those of a rule as "RF-03.factor".
using PolicyOverrides = std::map<QString, QString>;

/// A policy pack as data (idea 3 of the house plan): a value, cheap enough to copy, never changed by a
/// user; site values are laid over it. Read by PolicyReader.
class PolicyPack
{
public:
    /// Ids of the packs that come with the program, the default first.
    static QStringList shipped();
    /// One of shipped(). NotFound for another id.
    static Result<PolicyPack> load(const QString &id);

    const QString &id() const { return m_id; }
    const QString &version() const { return m_version; }
    /// "anhui-2020@1": what a case or flag stores.
    QString stamp() const { return m_id + QLatin1Char('@') + m_version; }
    const LocalText &title() const { return m_title; }
    const QString &document() const { return m_document; }
    const QString &jurisdiction() const { return m_jurisdiction; } ///< 12-digit area code
    QDate effectiveFrom() const { return m_effectiveFrom; }

    const std::vector<PolicyParameter> &parameters() const { return m_parameters; }
    /// nullptr when there is none.
    const PolicyParameter *parameter(const QString &id) const;
    /// Blank when the parameter is unknown or has no value on that date.
    Value value(const QString &id, QDate date) const;

    const std::vector<PolicyRule> &rules() const { return m_rules; }
    /// Of either kind.
    const PolicyRule *rule(const QString &id) const;
    /// The quality rules of domain.md §15 with what this pack changes of them; see QualityReader.
    const std::vector<PolicyRule> &qualityRules() const { return m_qualityRules; }
    /// Values of everything the rule's SQL names, by name. `blank` gets the first one without a value;
    /// the rule cannot be evaluated then.
    std::map<QString, Value> ruleValues(const PolicyRule &rule, QDate date, QString *blank = nullptr) const;
    /// A parameter that the rule's SQL may name: its own, or one of the pack that it uses.
    const PolicyParameter *ruleParameter(const PolicyRule &rule, const QString &id) const;

    /// Wording of a clause; empty when the pack has no such clause.
    QString clauseText(const QString &clause) const { return m_clauseTexts.value(clause); }
    /// The clause as officials cite it.
    QString clauseTitle(const QString &clause) const { return m_clauseTitles.value(clause); }
    QString clauseTitles(const QStringList &clauses) const;
    /// What a rule rests on: its clauses, or its source where the pack has no clause.
    QString basis(const PolicyRule &rule) const;

    /// Classes of monitored households the pack knows (CL-18 codes).
    const QStringList &classes() const { return m_classes; }
    /// The pack's word for a code, or that of the code list; empty when there is no such code.
    QString codeName(const QString &list, const QString &code, bool chinese) const;
    bool isCodeAvailable(const QString &list, const QString &code) const;

    const std::vector<FundBan> &fundBans() const { return m_fundBans; }
    /// Active bans that forbid this use.
    std::vector<FundBan> bansFor(const FundUse &use) const;

    /// Tables that offices are asked for again and again.
    const std::vector<TableDefinition> &tables() const { return m_tables; }

    /// The ways of the matters that are reported, reviewed and decided.
    const std::vector<Chain> &chains() const { return m_chains; }
    /// nullptr when there is none.
    const Chain *chain(const QString &id) const;
    /// What a step's condition says; nullptr when there is none.
    const ChainCondition *condition(const QString &id) const;

    const std::vector<IncomeRuleSet> &incomeRuleSets() const { return m_incomeRuleSets; }
    /// nullptr when there is none.
    const IncomeRuleSet *incomeRuleSet(const QString &id) const;
    /// The one that a statement stores; nullptr also for one of another pack.
    const IncomeRuleSet *incomeRuleSetByStamp(const QString &stamp) const;
    /// The one that the office chose (parameter `income_rule_set`), when it is in force on that day.
    const IncomeRuleSet *chosenIncomeRuleSet(QDate day) const;
    /// Whether an item (a cost too) takes part under a rule set; what sources disagree on is a local value
    /// (`income_counts_…`), nothing while it is undecided.
    std::optional<bool> countsAsIncome(const IncomeRuleSet &rules, const QString &item, QDate day) const;

    /// A copy with local values. RuleBroken for a value that the policy fixes (args: id, clause);
    /// InvalidValue (subject.field = id) for one that is not of the parameter's type; NotFound.
    Result<PolicyPack> withOverrides(const PolicyOverrides &overrides) const;

private:
    friend class PolicyReader;
    PolicyParameter *findEditable(const QString &key);

    QString m_id;
    QString m_version;
    LocalText m_title;
    QString m_document;
    QString m_jurisdiction;
    QDate m_effectiveFrom;
    std::vector<PolicyParameter> m_parameters;
    std::vector<PolicyRule> m_rules;
    std::vector<PolicyRule> m_qualityRules;
    std::vector<FundBan> m_fundBans;
    std::vector<TableDefinition> m_tables;
    std::vector<IncomeRuleSet> m_incomeRuleSets;
    std::vector<ChainCondition> m_conditions;
    std::vector<Chain> m_chains;
    QStringList m_classes;
    QHash<QString, QString> m_clauseTexts;
    QHash<QString, QString> m_clauseTitles;
    QHash<QString, LocalText> m_codeNames; ///< "list.code"
    QStringList m_codesOff;                ///< "list.code"
};

} // namespace ffp
