// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/householdhead.h"

#include "core/domain/alertcounts.h"
#include "core/domain/fields/flagfields.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/householdnumber.h"
#include "ui/common/fieldtext.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ffp::ui {

FieldRef HouseholdHead::phoneField()
{
    return household::f("phone");
}

bool isOpenFlag(const Record &flag)
{
    return !flag.voided && !alertSettled(flag[flag::f("status")].toText());
}

HouseholdHead::HouseholdHead(QWidget *parent) : QFrame(parent)
{
    setProperty("card", true);
    m_name = new QLabel(this);
    setTextRole(m_name, TextRole::Title);
    m_place = new QLabel(this);
    setTextRole(m_place, TextRole::Hint);
    m_classes = new QLabel(this);
    m_flags = new QLabel(this);
    setTextRole(m_flags, TextRole::Flag);
    m_phone = new QLabel(this);
    m_phone->setObjectName(QStringLiteral("phone"));
    m_eye = new QPushButton(icon("eye"), {}, this);
    m_eye->setProperty("link", true);
    m_eye->setToolTip(tr("Show the whole number (is recorded)"));
    m_eye->setAccessibleName(m_eye->toolTip());
    m_visit = new QPushButton(icon("visit", colors().onAccent), tr("&New visit"), this);
    setPrimary(m_visit);
    m_visit->setToolTip(QStringLiteral("F6"));
    m_change = new QPushButton(tr("Family chan&ges"), this);
    auto *menu = new QMenu(m_change);
    for (const FamilyStep step : {FamilyStep::Leave, FamilyStep::NewHead, FamilyStep::Split,
                                  FamilyStep::Merge, FamilyStep::Move, FamilyStep::Void})
        connect(menu->addAction(familyStepText(step)), &QAction::triggered, this,
                [this, step] { Q_EMIT changeWanted(step); });
    menu->addSeparator();
    connect(menu->addAction(tr("Start a matter for review…")), &QAction::triggered, this,
            &HouseholdHead::matterWanted);
    m_change->setMenu(menu);
    m_print = new QPushButton(tr("Print file…"), this);
    m_print->setToolTip(tr("The whole file of the household on paper, with its scans"));
    m_previous = new QPushButton(tr("Previous"), this);
    m_previous->setToolTip(QStringLiteral("F7"));
    m_next = new QPushButton(tr("Next"), this);
    m_next->setToolTip(QStringLiteral("F8"));

    auto *first = new QHBoxLayout;
    first->setSpacing(kGap * 2);
    first->addWidget(m_name);
    first->addWidget(m_flags);
    first->addWidget(m_place, 1);
    first->addWidget(m_previous);
    first->addWidget(m_next);
    first->addWidget(m_print);
    first->addWidget(m_change);
    first->addWidget(m_visit);
    auto *second = new QHBoxLayout;
    second->setSpacing(kGap);
    second->addWidget(m_classes);
    second->addSpacing(kGap * 2);
    second->addWidget(m_phone);
    second->addWidget(m_eye);
    second->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap + kGap / 2, kGap * 2, kGap + kGap / 2);
    layout->setSpacing(kGap / 2);
    layout->addLayout(first);
    layout->addLayout(second);
    show({});

    connect(m_previous, &QPushButton::clicked, this, [this] { Q_EMIT stepWanted(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { Q_EMIT stepWanted(+1); });
    connect(m_visit, &QPushButton::clicked, this, &HouseholdHead::visitWanted);
    connect(m_print, &QPushButton::clicked, this, &HouseholdHead::printWanted);
    connect(m_eye, &QPushButton::clicked, this, &HouseholdHead::phoneWanted);
}

void HouseholdHead::show(const HouseholdDetail &detail)
{
    const Record &h = detail.household;
    const bool there = !h.id.isNull();
    const auto text = [&h](FieldRef field) { return valueText(fieldDef(field), h[field]); };
    m_name->setText(there && detail.headName.isEmpty() ? tr("No head yet") : detail.headName);
    m_place->setText(QStringLiteral("%1   %2").arg(detail.areaName, householdNumber(h)));
    QStringList classes;
    for (const FieldRef field : {household::f("household_type"), household::f("exit_class"),
                                 household::f("monitor_class"), household::f("poverty_attr")})
        if (const QString label = text(field); !label.isEmpty() && !classes.contains(label))
            classes << label;
    if (there)
        classes << tr("%1 persons")
                       .arg(std::count_if(detail.members.begin(), detail.members.end(), isInHousehold));
    m_classes->setText(classes.join(QStringLiteral("  ·  ")));
    showFlags(detail.flags);
    m_phone->setText(maskedValueText(fieldDef(phoneField()), h[phoneField()]));
    m_eye->setVisible(!h[phoneField()].isBlank());
    m_visit->setEnabled(there);
    m_print->setEnabled(there);
}

/// Each level by its own mark; red letters only for what is red.
void HouseholdHead::showFlags(const std::vector<Record> &flags)
{
    QStringList marks;
    for (const char *level : {"red", "orange", "yellow"}) {
        const auto open = std::count_if(flags.begin(), flags.end(), [level](const Record &flag) {
            return isOpenFlag(flag) && flag[flag::f("level")].toText() == QLatin1String(level);
        });
        if (open > 0)
            marks << severityMark(QLatin1String(level)) + QString::number(open);
    }
    m_flags->setText(marks.isEmpty() ? QString()
                                     : tr("%1 open alerts").arg(marks.join(QStringLiteral("  "))));
    const bool red = marks.value(0).startsWith(severityMark(QStringLiteral("red")));
    setTextRole(m_flags, red ? TextRole::Flag : TextRole::Hint);
}

void HouseholdHead::setChangeEnabled(bool enabled)
{
    m_change->setEnabled(enabled);
}

void HouseholdHead::setSteps(bool previous, bool next)
{
    m_previous->setEnabled(previous);
    m_next->setEnabled(next);
}

void HouseholdHead::revealPhone(const HouseholdDetail &detail)
{
    m_phone->setText(valueText(fieldDef(phoneField()), detail.household[phoneField()]));
    m_eye->hide();
}

} // namespace ffp::ui
