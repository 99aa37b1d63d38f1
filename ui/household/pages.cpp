// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/pages.h"

#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/householdnumber.h"
#include "core/reports/incomesheet.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/fieldform.h"
#include "ui/common/tableview.h"
#include "ui/household/bulkdialog.h"
#include "ui/household/columnchooser.h"
#include "ui/household/duplicatesdialog.h"
#include "ui/household/familydialog.h"
#include "ui/household/filterdialog.h"
#include "ui/household/householdlistpage.h"
#include "ui/household/householdpage.h"
#include "ui/household/incomedialog.h"
#include "ui/household/incomegridmodel.h"
#include "ui/household/pastedialog.h"
#include "ui/household/personmergedialog.h"
#include "ui/household/recorddialog.h"
#include "ui/printing/printpreview.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QListWidget>

namespace ffp::ui {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("HouseholdPages", text);
}

/// The household that has most to show: a red flag if there is one.
RecordId sampleHousehold(Session &session)
{
    const RegistryService registry(session);
    for (const bool red : {true, false}) {
        HouseholdQuery query;
        query.redFlagged = red;
        const auto ids = registry.householdIds(query);
        if (!ids || ids->empty())
            continue;
        if (const auto id = registry.recordOf(ids->front()))
            return *id;
    }
    return {};
}

/// Types text that cannot be right, so that the picture shows faults beside fields.
void typeFaults(FieldForm &form)
{
    for (const auto &[field, text] : {std::pair(member::f("birth_date"), QStringLiteral("19801332")),
                                      std::pair(member::f("relation"), QStringLiteral("99")),
                                      std::pair(member::f("phone"), QStringLiteral("12"))}) {
        FieldEditor *editor = form.editor(field);
        auto *edit = editor ? editor->findChild<QLineEdit *>() : nullptr;
        if (!edit)
            continue;
        edit->setText(text);
        Q_EMIT edit->textEdited(text);
    }
}

/// Of the head, half filled in: what follows from the choice is on the screen.
QWidget *familyDialog(const PageContext &context, RecordId household, FamilyStep step, QWidget *parent)
{
    const auto detail = RegistryService(context.session).household(household);
    if (!detail || detail->members.size() < 2)
        return nullptr;
    auto *dialog = new FamilyDialog(context, step, *detail, detail->members.front().id, parent);
    if (step == FamilyStep::Split)
        dialog->leaving().item(0)->setCheckState(Qt::Checked);
    if (step == FamilyStep::Leave)
        dialog->head().setCurrentIndex(0);
    if (step == FamilyStep::Move)
        dialog->village().setCurrentIndex(0);
    return dialog;
}

/// Of two persons of the register, whoever they are: what the dialog looks like.
QWidget *mergeDialog(const PageContext &context, QWidget *parent)
{
    const RegistryService registry(context.session);
    const auto rids = registry.householdIds({});
    if (!rids || rids->size() < 2)
        return nullptr;
    LikeEntries pair;
    pair.why = QStringLiteral("same_name_and_birth");
    for (LikeEntry *entry : {&pair.a, &pair.b}) {
        const auto id = registry.recordOf((*rids)[entry == &pair.a ? 0 : 1]);
        if (!id)
            return nullptr;
        const auto home = registry.household(*id);
        if (!home || home->members.empty())
            return nullptr;
        const Record &person = home->members.front();
        *entry = {person.id, *id, home->headName, householdNumber(home->household), home->areaName, {}};
    }
    return new PersonMergeDialog(context, pair, parent);
}

/// The newest statement, or a new one with some items typed.
QWidget *incomeDialog(const PageContext &context, RecordId household, bool fresh, QWidget *parent)
{
    const IncomeService incomes(context.session);
    const auto latest = incomes.latest(household);
    auto form = incomes.form(household, fresh || !latest ? RecordId() : latest->statement.id);
    if (!form)
        return nullptr;
    auto *dialog = new IncomeDialog(context, household, std::move(*form), parent);
    if (!fresh)
        return dialog;
    IncomeGridModel &items = dialog->items();
    for (const auto &[row, amount] :
         {std::pair(1, QStringLiteral("26000")), std::pair(8, QStringLiteral("5400.50")),
          std::pair(23, QStringLiteral("1.005"))})
        items.setData(items.index(row, IncomeGridModel::Amount), amount, Qt::EditRole);
    return dialog;
}

QWidget *incomePreview(const PageContext &context, RecordId household, QWidget *parent)
{
    const auto latest = IncomeService(context.session).latest(household);
    if (!latest)
        return nullptr;
    auto sheet = makeIncomeSheet(context.session, household, *latest);
    if (!sheet)
        return nullptr;
    auto *preview = new PrintPreview(std::make_shared<const TableDocument>(std::move(*sheet)), parent);
    constexpr int kWaitMs = 10'000;
    preview->waitForPages(kWaitMs);
    return preview;
}

} // namespace

std::vector<PageEntry> householdPages(const PageContext &context)
{
    PageEntry list;
    list.id = pages::kHouseholds;
    list.title = say(QT_TRANSLATE_NOOP("HouseholdPages", "Households"));
    list.icon = "household";
    list.make = [context] { return new HouseholdListPage(context); };
    PageEntry detail;
    detail.id = pages::kHousehold;
    detail.title = say(QT_TRANSLATE_NOOP("HouseholdPages", "Household"));
    detail.inNavigation = false;
    detail.make = [context] { return new HouseholdPage(context); };
    return {list, detail};
}

std::vector<ShotEntry> householdShots(const PageContext &context)
{
    std::vector<ShotEntry> shots;
    const auto add = [&shots](const QString &name, Target target, std::function<void(Page &)> prepare = {}) {
        shots.push_back({name, std::move(target), std::move(prepare), {}});
    };
    add(QStringLiteral("households"), Target::to(pages::kHouseholds), [](Page &page) {
        auto &table = static_cast<HouseholdListPage &>(page).table();
        table.selectRow(1);
        table.setFocus();
    });
    Target red = Target::to(pages::kHouseholds);
    red.args[QStringLiteral("red")] = true;
    add(QStringLiteral("households-red"), red);
    Target nothing = Target::to(pages::kHouseholds);
    nothing.args[QStringLiteral("red")] = false;
    nothing.args[QStringLiteral("where")] = QStringLiteral("人口>90");
    add(QStringLiteral("households-none"), nothing);
    Target wrong = nothing;
    wrong.args[QStringLiteral("where")] = QStringLiteral("年收入=1");
    add(QStringLiteral("households-wrong-condition"), wrong);

    const RecordId sample = sampleHousehold(context.session);
    if (sample.isNull())
        return shots;
    for (const char *tab : {"member", "job", "living", "income", "safeguard", "risk", "help", "measure",
                            "visit", "attachment", "alert", "history", "basic"}) {
        Target target = Target::toRecord(pages::kHousehold, sample);
        target.args[QStringLiteral("tab")] = QLatin1String(tab);
        add(QStringLiteral("household-") + QLatin1String(tab), target);
    }
    shots.push_back({QStringLiteral("household-columns"), {}, {}, [](QWidget *parent) -> QWidget * {
                         return new ColumnChooser(ColumnChooser::defaultColumns(), parent);
                     }});
    const auto memberDialog = [context, sample](QWidget *parent, bool fresh) {
        Record record;
        record.entity = Entity::Member;
        record.values.resize(entityDef(Entity::Member).fields.size());
        const auto detail = RegistryService(context.session).household(sample);
        if (!fresh && detail && !detail->members.empty())
            record = detail->members.front();
        return new RecordDialog(context, record, sample, parent);
    };
    shots.push_back(
        {QStringLiteral("household-member-dialog"), {}, {}, [memberDialog](QWidget *parent) -> QWidget * {
             return memberDialog(parent, false);
         }});
    shots.push_back(
        {QStringLiteral("household-faults"), {}, {}, [memberDialog](QWidget *parent) -> QWidget * {
             RecordDialog *dialog = memberDialog(parent, true);
             typeFaults(dialog->form());
             dialog->save();
             return dialog;
         }});
    for (const auto &[step, name] : {std::pair(FamilyStep::Leave, QStringLiteral("family-leave")),
                                     std::pair(FamilyStep::Split, QStringLiteral("family-split")),
                                     std::pair(FamilyStep::Move, QStringLiteral("family-move")),
                                     std::pair(FamilyStep::Void, QStringLiteral("family-mistake"))})
        shots.push_back({name, {}, {}, [context, sample, step](QWidget *parent) {
                             return familyDialog(context, sample, step, parent);
                         }});
    shots.push_back({QStringLiteral("duplicates"), {}, {}, [context](QWidget *parent) -> QWidget * {
                         return new DuplicatesDialog(context, {}, parent);
                     }});
    shots.push_back({QStringLiteral("person-merge"), {}, {}, [context](QWidget *parent) {
                         return mergeDialog(context, parent);
                     }});
    shots.push_back(
        {QStringLiteral("households-filter"), {}, {}, [context](QWidget *parent) -> QWidget * {
             return new FilterDialog(context,
                                     QStringLiteral("household_type = exited and member.age >= 60 and no "
                                                    "visit.visited_on >= 2026-10-01"),
                                     ColumnChooser::defaultColumns(), parent);
         }});
    // Invented people, one with a wrong check digit; checked for the picture, never written.
    shots.push_back(
        {QStringLiteral("household-paste"), {}, {}, [context, sample](QWidget *parent) -> QWidget * {
             const auto paste = PasteService::read(QStringLiteral("孙七\t341323200107079018\t之子\t男\t木工\n"
                                                                  "孙八\t341323199909099024\t之女\t女\t\n"),
                                                   Paste::Into::Members, sample,
                                                   context.session.clock().today());
             return paste ? new PasteDialog(context.session, *paste, parent) : nullptr;
         }});
    for (const bool fresh : {false, true})
        shots.push_back({fresh ? QStringLiteral("income-new") : QStringLiteral("income-form"),
                         {},
                         {},
                         [context, sample, fresh](QWidget *parent) {
                             return incomeDialog(context, sample, fresh, parent);
                         }});
    shots.push_back({QStringLiteral("income-sheet"), {}, {}, [context, sample](QWidget *parent) {
                         return incomePreview(context, sample, parent);
                     }});
    shots.push_back(
        {QStringLiteral("bulk-assign"), {}, {}, [context](QWidget *parent) -> QWidget * {
             const auto rids = RegistryService(context.session).householdIds({});
             if (!rids || rids->size() < 3)
                 return nullptr;
             return new BulkDialog(context, BulkStep::Assign, {rids->begin(), rids->begin() + 3}, parent);
         }});
    return shots;
}

} // namespace ffp::ui
