// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/visit/visitpage.h"

#include "core/domain/fields/householdfields.h"
#include "core/domain/householdnumber.h"
#include "core/jobs/job.h"
#include "ui/common/fieldtext.h"
#include "ui/common/messagebar.h"
#include "ui/common/reveal.h"
#include "ui/common/theme.h"
#include "ui/visit/draftkeeper.h"
#include "ui/visit/visitpanel.h"
#include "ui/visit/visitsheet.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ffp::ui {
namespace {

enum Side { Sheet, Done };

bool isEnter(int key)
{
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

VisitPage::VisitPage(const PageContext &context, QWidget *parent) : Page(parent), m_context(context)
{
    m_message = new MessageBar(this);
    m_stack = new QStackedWidget(this);
    m_stack->insertWidget(Sheet, buildForm());
    m_stack->insertWidget(Done, buildDone());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap);
    layout->setSpacing(kGap);
    layout->addWidget(buildHead());
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
    setFocusPolicy(Qt::StrongFocus); // has the keyboard while the household is being read
    m_stack->setEnabled(false);

    m_drafts = new DraftKeeper(
        context.session,
        [this] {
            return VisitDraft{m_id, m_context.session.clock().nowMs(), m_sheet->collect()};
        },
        this);
    connect(m_drafts, &DraftKeeper::saved, this, [this] { m_discard->setVisible(m_dirty); });
    connect(m_drafts, &DraftKeeper::failed, this, [this](const Error &error) {
        if (error.kind != ErrorKind::Locked && error.kind != ErrorKind::Busy) // those are tried again
            m_message->showError(error);
    });
    connect(m_sheet, &VisitSheet::edited, this, &VisitPage::edited);
    connect(m_sheet, &VisitSheet::revealRequested, this, &VisitPage::reveal);
    connect(m_sheet, &VisitSheet::finished, m_save, [this] { m_save->setFocus(Qt::TabFocusReason); });
    connect(m_panel, &VisitPanel::revealRequested, this, &VisitPage::revealLast);
}

QWidget *VisitPage::buildHead()
{
    auto *head = new QFrame(this);
    head->setProperty("card", true);
    m_name = new QLabel(head);
    setTextRole(m_name, TextRole::Title);
    m_place = new QLabel(head);
    setTextRole(m_place, TextRole::Hint);
    m_position = new QLabel(head);
    setTextRole(m_position, TextRole::Hint);
    m_previous = new QPushButton(tr("Previous"), head);
    m_previous->setToolTip(QStringLiteral("F7"));
    m_previous->setFocusPolicy(Qt::NoFocus);
    m_next = new QPushButton(tr("Next"), head);
    m_next->setToolTip(QStringLiteral("F8"));
    m_next->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(kGap * 2, kGap, kGap * 2, kGap);
    layout->setSpacing(kGap * 2);
    layout->addWidget(m_name);
    layout->addWidget(m_place, 1);
    layout->addWidget(m_position);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    connect(m_previous, &QPushButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { step(+1); });
    return head;
}

QWidget *VisitPage::buildForm()
{
    auto *page = new QWidget(this);
    m_sheet = new VisitSheet(m_context.session.clock().today());
    m_scroll = new QScrollArea(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto *inner = new QWidget(m_scroll);
    inner->setProperty("page", true);
    auto *innerLayout = new QVBoxLayout(inner);
    innerLayout->setContentsMargins(0, 0, kGap * 2, 0);
    innerLayout->addWidget(m_sheet);
    m_scroll->setWidget(inner);
    m_panel = new VisitPanel(page);
    constexpr int kPanelWidth = 320;
    constexpr int kPanelCharacters = 23; // the longest link of it
    m_panel->setFixedWidth(qMax(kPanelWidth, fontMetrics().averageCharWidth() * kPanelCharacters));
    auto *left = new QVBoxLayout;
    left->setSpacing(kGap);
    left->addWidget(m_scroll, 1);
    left->addWidget(buildFooter());
    auto *layout = new QHBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap * 2);
    layout->addLayout(left, 1);
    layout->addWidget(m_panel);
    page->setFocusProxy(m_sheet);
    return page;
}

QWidget *VisitPage::buildFooter()
{
    auto *footer = new QWidget(this);
    auto *keys = new QLabel(tr("0: nothing changed, then Enter: save"), footer);
    setTextRole(keys, TextRole::Hint);
    m_discard = new QPushButton(tr("Throw the draft away"), footer);
    m_discard->hide();
    m_save = new QPushButton(tr("Save (Ctrl+S)"), footer);
    setPrimary(m_save);
    auto *layout = new QHBoxLayout(footer);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(keys, 1);
    layout->addWidget(m_discard);
    layout->addWidget(m_save);
    connect(m_discard, &QPushButton::clicked, this, &VisitPage::discardDraft);
    connect(m_save, &QPushButton::clicked, this, &VisitPage::save);
    return footer;
}

QWidget *VisitPage::buildDone()
{
    auto *page = new QWidget(this);
    m_doneText = new QLabel(page);
    m_doneText->setWordWrap(true);
    setTextRole(m_doneText, TextRole::Heading);
    m_goOn = new QPushButton(page);
    setPrimary(m_goOn);
    m_back = new QPushButton(tr("Back (Esc)"), page);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addWidget(m_goOn);
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(kGap * 2, kGap * 3, kGap * 2, kGap * 2);
    layout->setSpacing(kGap * 2);
    layout->addWidget(m_doneText);
    layout->addLayout(buttons);
    layout->addStretch(1);
    connect(m_goOn, &QPushButton::clicked, this, [this] { goTo(neighbour(+1)); });
    connect(m_back, &QPushButton::clicked, this, &Page::goBack);
    return page;
}

QString VisitPage::title() const
{
    return tr("New visit");
}

bool VisitPage::isDone() const
{
    return m_stack->currentIndex() == Done;
}

void VisitPage::open(const Target &target)
{
    if (m_saving) { // the answer belongs to what is shown now
        m_openAfter = target;
        return;
    }
    const bool same = (!target.record.isNull() && target.record == m_id)
                      || (target.rid != 0 && target.rid == m_rid);
    m_sequence = target.sequence;
    if (same && m_dirty) { // back to what is being typed
        showHead();
        return;
    }
    m_id = target.record;
    m_rid = target.rid;
    load();
}

void VisitPage::refresh()
{
    if (!m_dirty && !isDone())
        load();
}

bool VisitPage::mayLeave()
{
    if (m_dirty && !m_saving)
        m_drafts->flush();
    return true;
}

void VisitPage::load()
{
    const quint64 generation = ++m_generation;
    m_loading = true;
    m_dirty = false;
    m_drafts->forget();
    m_message->clear();
    setFocusProxy(nullptr);
    m_stack->setEnabled(false);
    if (isVisible())
        setFocus();
    m_drafts->whenQuiet([this, generation] { // a draft just written is to be read
        runJob<Loaded>(
            this,
            [session = &m_context.session, id = m_id, rid = m_rid](Progress &) -> Result<Loaded> {
                RecordId household = id;
                if (household.isNull()) {
                    FFP_ASSIGN(household, RegistryService(*session).recordOf(rid));
                }
                const VisitService visits(*session);
                Loaded loaded;
                FFP_ASSIGN(loaded.form, visits.prepare(household));
                AlertQuery alerts;
                alerts.household = household;
                alerts.language = windowLanguage();
                FFP_ASSIGN(loaded.alerts, CheckService(*session).alerts(alerts));
                if (loaded.form.hasDraft) {
                    FFP_ASSIGN(loaded.draft, visits.draft(household));
                }
                return loaded;
            },
            [this, generation](Result<Loaded> loaded) {
                if (generation != m_generation)
                    return;
                m_loading = false;
                if (loaded) {
                    showLoaded(std::move(*loaded));
                } else {
                    m_earlyKeys.clear();
                    m_message->showError(loaded.error());
                }
            });
    });
}

void VisitPage::showLoaded(Loaded loaded)
{
    m_form = std::move(loaded.form);
    m_id = m_form.household.household.id;
    m_rid = m_form.household.household.rid;
    showHead();
    m_panel->show(m_form, loaded.alerts);
    m_sheet->show(m_form);
    m_discard->setVisible(loaded.draft.has_value());
    if (loaded.draft) {
        m_sheet->setDraft(loaded.draft->visit);
        m_dirty = true;
        m_message->show(NoticeKind::Info,
                        tr("The draft of %1 is back.").arg(instantText(loaded.draft->savedAtMs)));
    }
    m_scroll->ensureVisible(0, 0);
    m_stack->setEnabled(true);
    m_stack->setCurrentIndex(Sheet);
    const bool focused = hasFocus();
    setFocusProxy(m_sheet);
    if (focused)
        m_sheet->setFocus();
    Q_EMIT unsavedChanged();
    Q_EMIT shown();
    const auto keys = std::move(m_earlyKeys);
    m_earlyKeys.clear();
    for (const auto &[key, text] : keys)
        takeKey(key, text);
}

void VisitPage::showHead()
{
    const Record &h = m_form.household.household;
    m_name->setText(m_form.household.headName.isEmpty() ? tr("No head yet") : m_form.household.headName);
    m_place->setText(QStringLiteral("%1   %2").arg(m_form.household.areaName, householdNumber(h)));
    const auto here = std::find(m_sequence.begin(), m_sequence.end(), m_rid);
    m_position->setText(here == m_sequence.end()
                            ? QString()
                            : tr("%1 of %2").arg(here - m_sequence.begin() + 1).arg(m_sequence.size()));
    m_previous->setVisible(!m_sequence.empty());
    m_next->setVisible(!m_sequence.empty());
    m_previous->setEnabled(neighbour(-1) != 0);
    m_next->setEnabled(neighbour(+1) != 0);
}

void VisitPage::edited()
{
    m_drafts->touch();
    if (m_dirty)
        return;
    m_dirty = true;
    Q_EMIT unsavedChanged();
}

void VisitPage::save()
{
    if (m_loading || m_saving || isDone() || m_id.isNull())
        return;
    m_message->clear();
    if (!m_sheet->check()) {
        m_message->show(NoticeKind::Error, tr("Please correct the fields marked in red."));
        return;
    }
    m_saving = true;
    m_drafts->forget();
    // The visit takes its draft away; a draft still being written must not come after it.
    m_drafts->whenQuiet([this, visit = m_sheet->collect()] { add(visit); });
}

void VisitPage::add(const NewVisit &visit)
{
    runJob<RecordId>(
        this, [session = &m_context.session, visit](Progress &) { return VisitService(*session).add(visit); },
        [this](Result<RecordId> added) {
            m_saving = false;
            const auto next = std::exchange(m_openAfter, {});
            if (!added) { // stays, so that nothing typed is lost
                refused(added.error());
            } else if (next) {
                m_dirty = false;
                Q_EMIT saved();
                open(*next);
            } else {
                showDone();
            }
        });
}

void VisitPage::refused(const Error &error)
{
    m_drafts->touch();
    const QStringList rest = error.kind == ErrorKind::InvalidValue ? m_sheet->showServiceFaults(error.args)
                                                                   : QStringList{QString()};
    if (rest.isEmpty() && !error.args.isEmpty())
        m_message->show(NoticeKind::Error, tr("Not saved: please correct the fields marked in red."));
    else
        m_message->showError(error);
}

void VisitPage::showDone()
{
    m_dirty = false;
    const qint64 next = neighbour(+1);
    m_doneText->setText(tr("The visit to %1 is saved.").arg(m_name->text()));
    m_goOn->setVisible(next != 0);
    m_goOn->setText(tr("Next household (Enter)"));
    m_stack->setCurrentIndex(Done);
    QPushButton *first = next != 0 ? m_goOn : m_back;
    setFocusProxy(first);
    first->setFocus();
    Q_EMIT unsavedChanged();
    Q_EMIT saved();
    if (next != 0)
        nameNext();
}

void VisitPage::nameNext()
{
    runJob<std::vector<QStringList>>(
        this,
        [session = &m_context.session, next = neighbour(+1)](Progress &) {
            const qint64 rids[] = {next};
            return RegistryService(*session).householdCells(rids, {QStringLiteral("head_name")});
        },
        [this, generation = m_generation](Result<std::vector<QStringList>> cells) {
            if (generation != m_generation || !cells || cells->empty()) // the button has a text anyway
                return;
            m_goOn->setText(tr("Next household: %1 (Enter)").arg(cells->front().value(0)));
        });
}

qint64 VisitPage::neighbour(int by) const
{
    const auto here = std::find(m_sequence.begin(), m_sequence.end(), m_rid);
    if (here == m_sequence.end())
        return 0;
    const auto index = (here - m_sequence.begin()) + by;
    return index < 0 || index >= static_cast<qint64>(m_sequence.size())
               ? 0
               : m_sequence[static_cast<size_t>(index)];
}

void VisitPage::step(int by)
{
    if (mayLeave())
        goTo(neighbour(by));
}

void VisitPage::goTo(qint64 rid)
{
    if (rid == 0 || m_saving)
        return;
    m_id = {};
    m_rid = rid;
    load();
}

void VisitPage::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    if (!plain || !takeKey(event->key(), event->text()))
        Page::keyPressEvent(event);
}

bool VisitPage::takeKey(int key, const QString &text)
{
    if (m_loading) {
        constexpr size_t kMostEarlyKeys = 20;
        if (m_earlyKeys.size() < kMostEarlyKeys)
            m_earlyKeys.emplace_back(key, text);
        return true;
    }
    if (isDone()) {
        if (!isEnter(key))
            return false;
        m_back->hasFocus() ? m_back->click() : m_goOn->click();
        return true;
    }
    if (isEnter(key)) {
        m_discard->hasFocus() ? discardDraft() : save();
        return true;
    }
    return m_sheet->press(text);
}

void VisitPage::discardDraft()
{
    m_drafts->forget();
    m_drafts->whenQuiet([this] {
        runJob<bool>(
            this,
            [session = &m_context.session, id = m_id](Progress &) {
                return VisitService(*session).discardDraft(id).map([] { return true; });
            },
            [this](Result<bool> discarded) {
                if (discarded)
                    load();
                else
                    m_message->showError(discarded.error());
            });
    });
}

void VisitPage::reveal(RecordId record, FieldRef field)
{
    askReveal(
        this, m_context.session, record, {field}, [this, record, field] { m_sheet->reveal(record, field); },
        [this](const Error &error) { m_message->showError(error); });
}

void VisitPage::revealLast()
{
    askReveal(
        this, m_context.session, m_form.lastVisit->id, m_panel->maskedFields(),
        [this, generation = m_generation] {
            if (generation == m_generation) // permitted for that visit only
                m_panel->revealLast();
        },
        [this](const Error &error) { m_message->showError(error); });
}

} // namespace ffp::ui
