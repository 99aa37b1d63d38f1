// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reports/caseforms.h"

#include "core/base/about.h"
#include "core/domain/fields/caseriskfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/incomefields.h"
#include "core/domain/fields/proceedingfields.h"
#include "core/domain/fields/stepfields.h"
#include "core/domain/valuetext.h"
#include "core/reports/ledgers.h"
#include "core/reports/recordtables.h"
#include "core/services/householdchanges.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Form {
    const char *id;
    const char16_t *title;
    bool minutes; ///< of one step; else every signed step has its block
};

constexpr Form kForms[] = {
    {"F-13", u"民主评议会议记录", true},        {"F-22", u"边缘户共同研究会议记录", true},
    {"F-23", u"边缘户审查审核及审定表", false}, {"F-24", u"脱贫户风险销号审核表", false},
    {"F-25", u"边缘户风险销号审核表", false},   {"F-30", u"直接救助备案表", false},
    {"F-33", u"督查反馈核实回复单", false},
};

const Form *formById(const QString &id)
{
    const auto found = std::find_if(std::begin(kForms), std::end(kForms),
                                    [&id](const Form &one) { return id == QLatin1String(one.id); });
    return found == std::end(kForms) ? nullptr : found;
}

QString text(const Record &record, FieldRef field)
{
    return displayText(fieldDef(field), record[field], Language::Chinese);
}

const Record *recordOf(const CaseView &view, const QString &key)
{
    const auto found = std::find_if(view.records.begin(), view.records.end(), [&key](const Record &one) {
        return one[step::f("key")].toText() == key;
    });
    return found == view.records.end() ? nullptr : &*found;
}

QString risksOf(const CaseView &view)
{
    QStringList risks;
    for (const Record &risk : view.household.risks) {
        QString words = text(risk, case_risk::f("kind"));
        if (const QString cleared = text(risk, case_risk::f("cleared_on")); !cleared.isEmpty())
            words += u"（%1消除）"_s.arg(cleared);
        risks << words;
    }
    return risks.join(u"；"_s);
}

QString incomeOf(const CaseView &view)
{
    for (const Record &one : view.household.incomes)
        if (!one[income::f("net_per_capita")].isBlank())
            return u"%1元（%2）"_s.arg(text(one, income::f("net_per_capita")), text(one, income::f("phase")));
    return {};
}

using Lines = std::vector<TableRow>;

void add(Lines &lines, const QString &label, const QString &content)
{
    lines.push_back({{label, content}, 0});
}

/// Head of every form: who, what, why.
void addHousehold(const CaseView &view, Lines &lines)
{
    const Record &household = view.household.household;
    add(lines, u"户主"_s, view.household.headName);
    add(lines, u"住址"_s, view.household.areaName);
    add(lines, u"户编号"_s, text(household, household::f("household_no")));
    add(lines, u"户类型"_s, text(household, household::f("household_type")));
    const auto here = std::count_if(view.household.members.begin(), view.household.members.end(),
                                    isInHousehold);
    add(lines, u"家庭人口"_s, u"%1人"_s.arg(here));
    add(lines, u"人均纯收入"_s, incomeOf(view));
    add(lines, u"风险"_s, risksOf(view));
    add(lines, u"事由"_s, text(view.matter, proceeding::f("reason")));
}

/// Opinion, then name, date and the place for seal or signature.
QString blockOf(const ChainStep &step, const Record *record, bool done)
{
    QStringList lines;
    if (record && done) {
        for (const QString &id : step.record + step.asks) {
            const FieldRef field = stepField(id);
            if (const QString value = text(*record, field); !value.isEmpty())
                lines << (id == "opinion"_L1 ? value : fieldHead(fieldDef(field)) + u"："_s + value);
        }
        if (!step.record.contains(u"opinion"_s) && !step.asks.contains(u"opinion"_s))
            if (const QString opinion = text(*record, step::f("opinion")); !opinion.isEmpty())
                lines << opinion;
        lines << u"负责人：%1（签字）　　（盖章）　　%2"_s.arg(text(*record, step::f("person")),
                                                               text(*record, step::f("done_on")));
    } else {
        lines << QString() << u"负责人：　　　　（签字）　　（盖章）　　　　年　　月　　日"_s;
    }
    return lines.join(u'\n');
}

void addMinutes(const CaseView &view, const ChainStep &step, Lines &lines)
{
    const Record *const record = recordOf(view, step.key);
    add(lines, u"时间"_s, record ? text(*record, step::f("done_on")) : QString());
    for (const QString &id : step.record + step.asks) {
        const FieldRef field = stepField(id);
        add(lines, fieldHead(fieldDef(field)), record ? text(*record, field) : QString());
    }
    add(lines, u"参会人员签字"_s, u"\n\n"_s);
}

} // namespace

QStringList caseFormsOf(const Chain &chain)
{
    QStringList forms;
    for (const ChainStep &step : chain.steps)
        if (formById(step.form) && !forms.contains(step.form))
            forms << step.form;
    return forms;
}

Result<TableDocument> caseForm(const CaseView &view, const QString &id, QDate today,
                               const QString &operatorName)
{
    const Form *const form = formById(id);
    if (!form || !caseFormsOf(view.chain).contains(id))
        return fail(Error{ErrorKind::NotFound, aboutKey(u"form"_s, id), {}, {}});
    Lines lines;
    addHousehold(view, lines);
    for (const CaseStepState &one : view.steps) {
        const ChainStep &step = *view.chain.step(one.key);
        if (form->minutes && step.form == id)
            addMinutes(view, step, lines);
        else if (!form->minutes && step.isSigned())
            add(lines, u"%1%2意见"_s.arg(step.actor.zh, step.title.zh),
                blockOf(step, recordOf(view, step.key), one.done));
    }
    TableDocument document = partTable();
    document.id = u"case-"_s + id.toLower();
    document.title = QString::fromUtf16(form->title);
    document.subtitle = view.household.areaName;
    TableColumn label;
    label.id = u"label"_s;
    label.heading = true;
    label.width = 9;
    label.align = CellAlign::Left;
    TableColumn content;
    content.id = u"content"_s;
    content.width = 30;
    content.align = CellAlign::Left;
    content.sensitivity = Sensitivity::S;
    document.columns = {label, content};
    document.headless = true;
    document.rows = std::make_shared<RowList>(std::move(lines));
    document.foot = {{u"填表人"_s, {}}};
    document.on = today;
    document.operatorName = operatorName;
    document.printedOn = today;
    return document;
}

} // namespace ffp
