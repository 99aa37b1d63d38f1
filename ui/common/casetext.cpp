// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/casetext.h"

#include "core/domain/valuetext.h"
#include "ui/common/fieldtext.h"

#include <QCoreApplication>

#include <span>

namespace ffp::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

using Words = std::pair<const char *, const char *>;

// Refusals: what the official cannot do, or what the matter still needs.
constexpr Words kRefusals[] = {
    {"matter_open",
     QT_TRANSLATE_NOOP(
         "CaseText",
         "The household has a matter of this kind that is not finished; please go on with that one.")},
    {"case_open",
     QT_TRANSLATE_NOOP("CaseText", "The household is monitored already; please end that case first.")},
    {"no_monitored_case",
     QT_TRANSLATE_NOOP(
         "CaseText",
         "The household is not monitored in this class; please check which kind of matter it is.")},
    {"members_of_void",
     QT_TRANSLATE_NOOP("CaseText", "The household is no longer in the register; please choose another one.")},
    {"comment", QT_TRANSLATE_NOOP("CaseText", "Please say why it is returned or rejected.")},
    {"conflict",
     QT_TRANSLATE_NOOP("CaseText",
                       "Two offices entered different values here; please settle that before you approve.")},
    {"HV-37",
     QT_TRANSLATE_NOOP(
         "CaseText",
         "A step cannot lie before the one that went before it (HV-37); please check the date, and the clock of this PC.")},
    {"decided",
     QT_TRANSLATE_NOOP(
         "CaseText",
         "This is set by the decision on the household and is not typed; please start the matter for it instead.")},
    {"area",
     QT_TRANSLATE_NOOP(
         "CaseText",
         "The household lies outside the area that you act for; please leave it to the office in charge.")},
    {"level",
     QT_TRANSLATE_NOOP("CaseText", "Another level does this step; please leave it to the office in charge.")},
    {"role",
     QT_TRANSLATE_NOOP("CaseText", "Your role does not judge; please leave it to a reviewer or approver.")},
    {"own_step",
     QT_TRANSLATE_NOOP("CaseText",
                       "You did another step of this matter; please let another official judge it.")},
    {"own_content",
     QT_TRANSLATE_NOOP("CaseText",
                       "You entered or changed what is judged here; please let another official judge it.")},
    {"own_household",
     QT_TRANSLATE_NOOP(
         "CaseText",
         "Somebody with your name lives in this household; please let another official judge it.")},
    {"not_yours",
     QT_TRANSLATE_NOOP("CaseText", "Only the last action can be taken back, and only by who made it.")},
    {"disabled",
     QT_TRANSLATE_NOOP("CaseText", "Your account was ended; please ask the administrator of this office.")},
    {"acted",
     QT_TRANSLATE_NOOP("CaseText", "Somebody else acted on this matter meanwhile; please look at it again.")},
    {"stale", QT_TRANSLATE_NOOP(
                  "CaseText",
                  "The content changed since you looked at it; please look at it again before you decide.")},
};

constexpr Words kFaults[] = {
    {"form", QT_TRANSLATE_NOOP("CaseText", "cannot be read")},
    {"signature", QT_TRANSLATE_NOOP("CaseText", "wrong signature")},
    {"disabled", QT_TRANSLATE_NOOP("CaseText", "signed after the account was ended")},
    {"site", QT_TRANSLATE_NOOP("CaseText", "not written at the official's office")},
    {"area", QT_TRANSLATE_NOOP("CaseText", "outside the official's area")},
    {"level", QT_TRANSLATE_NOOP("CaseText", "wrong level")},
    {"role", QT_TRANSLATE_NOOP("CaseText", "wrong role")},
    {"out_of_turn", QT_TRANSLATE_NOOP("CaseText", "out of turn")},
    {"no_workflow", QT_TRANSLATE_NOOP("CaseText", "the policy pack is not installed here")},
    {"after", QT_TRANSLATE_NOOP("CaseText", "what it follows is missing or does not count")},
    {"digest", QT_TRANSLATE_NOOP("CaseText", "not the content that was signed")},
    {"basis", QT_TRANSLATE_NOOP("CaseText", "content that it rests on is missing here")},
    {"own_step", QT_TRANSLATE_NOOP("CaseText", "by somebody who did another step")},
    {"own_content", QT_TRANSLATE_NOOP("CaseText", "by somebody who entered the content")},
    {"not_yours", QT_TRANSLATE_NOOP("CaseText", "takes back what it must not")},
};

constexpr Words kVerbs[] = {
    {"submit", QT_TRANSLATE_NOOP("CaseText", "Submit")},
    {"approve", QT_TRANSLATE_NOOP("CaseText", "Approve")},
    {"record", QT_TRANSLATE_NOOP("CaseText", "Record")},
    {"return", QT_TRANSLATE_NOOP("CaseText", "Return")},
    {"reject", QT_TRANSLATE_NOOP("CaseText", "Reject")},
    {"withdraw", QT_TRANSLATE_NOOP("CaseText", "Withdraw")},
    {"work", QT_TRANSLATE_NOOP("CaseText", "Note")},
};

constexpr Words kEvidence[] = {
    {"visit", QT_TRANSLATE_NOOP("CaseText", "a visit since the matter began")},
    {"statement", QT_TRANSLATE_NOOP("CaseText", "an income statement")},
    {"safeguard", QT_TRANSLATE_NOOP("CaseText", "a check of safeguards since the matter began")},
    {"risk", QT_TRANSLATE_NOOP("CaseText", "a risk that is not cleared")},
    {"plan", QT_TRANSLATE_NOOP("CaseText", "a plan of help")},
    {"step", QT_TRANSLATE_NOOP("CaseText", "the record of this step")},
};

QString translated(const char *text)
{
    return QCoreApplication::translate("CaseText", text);
}

QString pair(const QString &where, const QString &what)
{
    return translated(QT_TRANSLATE_NOOP("CaseText", "%1: %2")).arg(where, what);
}

QString wordsFor(std::span<const Words> words, const QString &code)
{
    for (const auto &[known, text] : words)
        if (code == QLatin1String(known))
            return translated(text);
    return {};
}

/// Empty when the matter goes on.
QString endText(const QString &state)
{
    if (state == QLatin1String(kStateDone))
        return translated(QT_TRANSLATE_NOOP("CaseText", "Finished"));
    if (state == QLatin1String(kStateRejected))
        return translated(QT_TRANSLATE_NOOP("CaseText", "Rejected"));
    return {};
}

QString fieldWord(const QString &id, bool chinese)
{
    const FieldDef *field = fieldById(Entity::Step, id.toStdString());
    return field ? fieldLabel(*field, chinese ? Language::Chinese : Language::English) : id;
}

/// "step/field/what" of a refusal.
QString lackWord(const QString &lack, bool chinese)
{
    const QString what = lack.section(u'/', 2);
    return lack.section(u'/', 1, 1) == "field"_L1 ? fieldWord(what, chinese) : wordsFor(kEvidence, what);
}

QString lacksSentence(const Error &error)
{
    const bool chinese = windowLanguage() == Language::Chinese;
    QStringList words;
    for (const QString &lack : error.args.mid(1))
        words << lackWord(lack, chinese);
    return translated(
               QT_TRANSLATE_NOOP("CaseText", "Before this step there must be: %1; please add it first."))
        .arg(words.join(chinese ? u"、"_s : u", "_s));
}

QString levelsText(const std::vector<AreaLevel> &levels)
{
    QStringList words;
    for (const AreaLevel level : levels)
        switch (level) {
        case AreaLevel::Province: words << translated(QT_TRANSLATE_NOOP("CaseText", "province")); break;
        case AreaLevel::City: words << translated(QT_TRANSLATE_NOOP("CaseText", "city")); break;
        case AreaLevel::County: words << translated(QT_TRANSLATE_NOOP("CaseText", "county")); break;
        case AreaLevel::Township: words << translated(QT_TRANSLATE_NOOP("CaseText", "township")); break;
        case AreaLevel::Village: words << translated(QT_TRANSLATE_NOOP("CaseText", "village")); break;
        }
    return words.join(u'/');
}

QString limitsText(const PolicyPack &pack, const Chain &chain, const ChainStep &step, QDate day, bool chinese)
{
    QStringList words;
    for (const ChainStep::Limit &limit : step.limits) {
        const PolicyParameter *parameter = pack.parameter(limit.parameter);
        const QString length = parameter->text(parameter->valueOn(day));
        const QString from = limit.from.isEmpty() ? translated(QT_TRANSLATE_NOOP("CaseText", "the opening"))
                                                  : chain.step(limit.from)->title.in(chinese);
        words << (length.isEmpty()
                      ? translated(QT_TRANSLATE_NOOP("CaseText", "limit not set"))
                      : translated(limit.working ? QT_TRANSLATE_NOOP("CaseText", "%1 working days from %2")
                                                 : QT_TRANSLATE_NOOP("CaseText", "%1 days from %2"))
                            .arg(length, from));
    }
    return words.join(u"; "_s);
}

} // namespace

bool isCaseRefusal(const Error &error)
{
    const QString code = error.args.value(0);
    return error.subject.entity == "proceeding"_L1
               ? error.args.value(2).isEmpty() || code == "lacks"_L1 || code == "out_of_turn"_L1
               : code == "decided"_L1;
}

QString caseRefusal(const Error &error)
{
    const QString code = error.args.value(0);
    if (code == "lacks"_L1)
        return lacksSentence(error);
    if (code == "out_of_turn"_L1) {
        const QString expected = wordsFor(kVerbs, error.args.value(2));
        if (expected.isEmpty())
            return translated(
                QT_TRANSLATE_NOOP("CaseText",
                                  "This step is not due now; please look at where the matter stands."));
        return translated(QT_TRANSLATE_NOOP(
                              "CaseText",
                              "This is not what the matter waits for; it waits for \"%1\" at the step %2."))
            .arg(expected, error.args.value(1));
    }
    const QString words = wordsFor(kRefusals, code);
    return words.isEmpty()
               ? translated(
                     QT_TRANSLATE_NOOP(
                         "CaseText",
                         "This action does not count (%1); please ask the administrator of this office."))
                     .arg(caseFaultText(code).isEmpty() ? code : caseFaultText(code))
               : words;
}

QString caseStateText(const Chain &chain, const QString &state, bool chinese)
{
    if (const QString end = endText(state); !end.isEmpty())
        return end;
    const ChainStep *step = chain.step(state);
    return step ? step->title.in(chinese) : state;
}

QString caseStateText(const CaseRow &row)
{
    const QString end = endText(row.state);
    return end.isEmpty() ? row.stateTitle : end;
}

QString caseVerbText(const QString &verb)
{
    const QString words = wordsFor(kVerbs, verb);
    return words.isEmpty() ? verb : words;
}

QString caseLackText(const CaseLack &lack, const PolicyPack &pack, const Chain &chain, bool chinese)
{
    const ChainStep *step = chain.step(lack.step);
    const QString at = step ? step->title.in(chinese) : lack.step;
    switch (lack.kind) {
    case CaseLack::Kind::Evidence: return pair(at, wordsFor(kEvidence, lack.what));
    case CaseLack::Kind::Field: return pair(at, fieldWord(lack.what, chinese));
    case CaseLack::Kind::Condition: {
        const ChainCondition *condition = pack.condition(lack.what);
        return condition ? pair(at, u"%1 (%2)"_s.arg(condition->title.in(chinese), condition->id))
                         : lack.what;
    }
    }
    Q_UNREACHABLE();
}

QString caseFaultText(const QString &fault)
{
    return wordsFor(kFaults, fault);
}

QStringList chainLines(const PolicyPack &pack, const Chain &chain, QDate day, bool chinese)
{
    QStringList lines;
    int number = 0;
    for (const ChainStep &step : chain.steps) {
        QStringList asks;
        for (const QString &kind : step.evidence)
            asks << wordsFor(kEvidence, kind);
        for (const QString &field : step.record)
            asks << fieldWord(field, chinese);
        QString line = u"%1. %2 (%3)  [%4: %5]"_s.arg(QString::number(++number), step.title.in(chinese),
                                                      step.key,
                                                      caseVerbText(QLatin1String(chainActCode(step.act))),
                                                      levelsText(step.levels));
        line += u"  "_s + step.actor.in(chinese);
        lines << line;
        if (!asks.isEmpty())
            lines << u"     "_s
                         + translated(QT_TRANSLATE_NOOP("CaseText", "needs: %1")).arg(asks.join(u"; "_s));
        for (const QString &id : step.conditions)
            lines << u"     "_s + id + u" "_s + pack.condition(id)->title.in(chinese);
        if (const QString limits = limitsText(pack, chain, step, day, chinese); !limits.isEmpty())
            lines << u"     "_s + limits;
        for (const QString &back : step.returnsTo)
            lines << u"     ← "_s
                         + translated(QT_TRANSLATE_NOOP("CaseText", "may return to: %1"))
                               .arg(chain.step(back)->title.in(chinese));
        if (step.rejects)
            lines << u"     × "_s + translated(QT_TRANSLATE_NOOP("CaseText", "may reject"));
        lines << u"     "_s + (step.clauses.isEmpty() ? step.source : pack.clauseTitles(step.clauses));
    }
    return lines;
}

} // namespace ffp::ui
