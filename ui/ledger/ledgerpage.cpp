// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ledger/ledgerpage.h"

#include "ui/common/fieldtext.h"
#include "ui/common/messagebar.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/ledger/documentview.h"
#include "ui/platform/dialogs.h"
#include "ui/platform/waiting.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>

namespace ffp::ui {

namespace {

constexpr int kSettleMs = 150;   ///< choices that follow each other load once
constexpr int kChangedMs = 1000; ///< changes of the register come in groups

void choose(QComboBox *box, const QVariant &data)
{
    if (const int index = box->findData(data); index >= 0)
        box->setCurrentIndex(index);
}

} // namespace

LedgerPage::LedgerPage(std::shared_ptr<LedgerSource> source, QWidget *parent)
    : Page(parent),
      m_source(std::move(source))
{
    m_view = new DocumentView(
        tr("Ledger"),
        [this](const QString &how, int pages) { return m_source->recordUse(m_shown, how, pages); }, this);
    connect(&m_view->table(), &TableView::copyRequested, this, [this] {
        if (m_shown.privacy != LedgerPrivacy::Masked)
            m_view->message().show(NoticeKind::Info,
                                   tr("Sensitive facts are not copied; please hide them first, or save "
                                      "a workbook."));
    });
    m_soon = new QTimer(this);
    m_soon->setSingleShot(true);
    connect(m_soon, &QTimer::timeout, this, &LedgerPage::load);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(kGap * 2, kGap * 2, kGap * 2, kGap);
    column->setSpacing(kGap);
    column->addWidget(buildChoices());
    column->addWidget(m_view, 1);
    setFocusProxy(m_ledger);
    load();
}

LedgerPage::~LedgerPage()
{
    if (m_progress)
        m_progress->cancel();
}

QString LedgerPage::title() const
{
    return tr("Ledgers");
}

QWidget *LedgerPage::buildChoices()
{
    auto *bar = new QWidget(this);
    m_ledger = new QComboBox(bar);
    for (const LedgerInfo &ledger : m_source->ledgers())
        m_ledger->addItem(windowLanguage() == Language::Chinese ? ledger.title : ledger.english, ledger.id);
    m_area = new QComboBox(bar);
    for (const LedgerArea &area : m_source->areas())
        m_area->addItem(QString(area.depth * 2, QChar(0x3000)) + area.name, area.area.toString());
    m_area->setMaxVisibleItems(25);
    m_date = new QDateEdit(m_source->today(), bar);
    m_date->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_date->setCalendarPopup(true);
    m_date->setMaximumDate(m_source->today());
    m_date->setKeyboardTracking(false);
    m_privacy = new QComboBox(bar);
    m_privacy->addItem(tr("Sensitive facts hidden"), int(LedgerPrivacy::Masked));
    m_privacy->addItem(tr("Risks shown, numbers hidden"), int(LedgerPrivacy::RisksShown));
    m_privacy->addItem(tr("Everything in full"), int(LedgerPrivacy::Full));

    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(kGap);
    const std::pair<QString, QWidget *> fields[] = {{tr("&Ledger"), m_ledger},
                                                    {tr("&Area"), m_area},
                                                    {tr("As of da&y"), m_date},
                                                    {tr("&Sensitive facts"), m_privacy}};
    for (const auto &[text, field] : fields) {
        auto *label = new QLabel(text, bar);
        label->setBuddy(field);
        row->addWidget(label);
        row->addWidget(field);
        row->addSpacing(kGap);
    }
    row->addStretch();

    const auto loadSoon = [this] { m_soon->start(kSettleMs); };
    connect(m_ledger, &QComboBox::currentIndexChanged, this, loadSoon);
    connect(m_area, &QComboBox::currentIndexChanged, this, loadSoon);
    connect(m_date, &QDateEdit::dateChanged, this, loadSoon);
    connect(m_privacy, &QComboBox::activated, this, &LedgerPage::choosePrivacy);
    return bar;
}

LedgerRequest LedgerPage::request() const
{
    return {m_ledger->currentData().toString(), AreaCode::fromString(m_area->currentData().toString()),
            m_date->date(), static_cast<LedgerPrivacy>(m_privacy->currentData().toInt()), windowLanguage()};
}

void LedgerPage::open(const Target &target)
{
    if (const QVariant ledger = target.args.value(QStringLiteral("ledger")); ledger.isValid())
        choose(m_ledger, ledger);
    if (!target.area.isNull())
        choose(m_area, target.area.toString());
    if (const QDate date = target.args.value(QStringLiteral("date")).toDate(); date.isValid())
        m_date->setDate(date);
}

void LedgerPage::refresh()
{
    load();
}

void LedgerPage::dataChanged(const ChangeSummary &)
{
    // Nearly everything in the register is in a ledger.
    m_soon->start(kChangedMs);
}

void LedgerPage::choosePrivacy()
{
    if (m_privacy->currentData().toInt() != int(LedgerPrivacy::Masked)
        && m_privacy->currentIndex() != m_privacyBefore) {
        Question question;
        question.title = tr("Show sensitive facts");
        question.text = tr("The ledger will show sensitive facts: %1.").arg(m_privacy->currentText());
        question.detail = tr("This is written to the access log. Please keep prints and files safe.");
        question.answers = {tr("Show them"), tr("Cancel")};
        question.warning = true;
        if (dialogs().ask(this, question) != 0) {
            m_privacy->setCurrentIndex(m_privacyBefore);
            return;
        }
    }
    m_privacyBefore = m_privacy->currentIndex();
    load();
}

void LedgerPage::load()
{
    m_soon->stop();
    if (m_progress)
        m_progress->cancel();
    const LedgerRequest wanted = request();
    m_loading = true;
    m_view->setReading();
    std::function<Result<Made>(Progress &)> work = [source = m_source,
                                                    wanted](Progress &progress) -> Result<Made> {
        FFP_ASSIGN(LedgerTables tables, source->make(wanted, progress));
        const auto printed = std::make_shared<const TableDocument>(std::move(tables.printed));
        const auto screen = tables.screen ? std::make_shared<const TableDocument>(std::move(*tables.screen))
                                          : printed;
        Made made{printed, screen, TableTotals(*screen)};
        FFP_TRY(screen->rows->read(0, screen->rows->count(), [&](qsizetype, const TableRow &row) -> Result<> {
            if (progress.cancelled())
                return fail(ErrorKind::Cancelled);
            made.totals.add(row);
            return {};
        }));
        return made;
    };
    m_progress = runJob<Made>(this, std::move(work), [this, wanted](Result<Made> result) {
        if (result) {
            m_shown = wanted;
            m_view->table().setOwnCopy(wanted.privacy == LedgerPrivacy::Masked);
        }
        take(std::move(result));
    });
}

bool LedgerPage::waitUntilLoaded(int ms)
{
    return waitUntil([this] { return !m_loading && !m_soon->isActive(); }, ms);
}

void LedgerPage::take(Result<Made> result)
{
    if (!result && result.error().kind == ErrorKind::Cancelled)
        return; // a newer choice is being read
    m_loading = false;
    if (!result) {
        m_view->setDocument(nullptr, nullptr);
        m_view->message().showError(result.error());
    } else {
        m_view->message().clear();
        m_view->setDocument(result->printed, result->screen);
        m_view->table().setEmptyText(tr("No household of this class in this area on this day."));
        showTotals(*result);
    }
    Q_EMIT loaded();
}

void LedgerPage::showTotals(const Made &made)
{
    QStringList parts{tr("%1 households").arg(made.totals.households())};
    for (size_t i = 0; i < made.screen->columns.size(); ++i)
        if (made.totals.sum(i))
            parts << tr("%1: %2").arg(made.screen->loneHeader(i), made.totals.sumText(i));
    m_view->setTotals(parts.join(QStringLiteral("　")));
}

} // namespace ffp::ui
