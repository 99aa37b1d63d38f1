// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/household/attachmenttab.h"

#include "core/domain/fields/attachmentfields.h"
#include "core/jobs/job.h"
#include "ui/common/flowlayout.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/household/recorddialog.h"
#include "ui/household/recordtab.h"
#include "ui/platform/dialogs.h"
#include "ui/printing/pictureprint.h"

#include <QBuffer>
#include <QClipboard>
#include <QDialog>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QImage>
#include <QKeyEvent>
#include <QLabel>
#include <QMimeData>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ffp::ui {
namespace {

bool isPdf(const Record &entry)
{
    return entry[attachment::f("media_type")].toText() == QLatin1String(mediaTypeCode(MediaType::Pdf));
}

QStringList localFiles(const QMimeData &mime)
{
    QStringList paths;
    for (const QUrl &url : mime.urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

Result<NewAttachment> pastedPicture(const QImage &picture, const QString &title)
{
    NewAttachment out;
    out.fileName = title;
    QBuffer buffer(&out.content);
    if (!buffer.open(QIODevice::WriteOnly) || !picture.save(&buffer, "PNG"))
        return fail(ErrorKind::FileUnreadable, QStringLiteral("pasted picture"));
    return out;
}

/// How it went with the files of one drop.
struct Added {
    qint64 done = 0;
    std::optional<Error> first;
};

} // namespace

AttachmentTab::AttachmentTab(const PageContext &context, QWidget *parent)
    : QWidget(parent),
      m_context(context)
{
    m_table =
        new RecordTab({Entity::Attachment,
                       {attachment::f("title"), attachment::f("kind"), attachment::f("taken_on"),
                        attachment::f("file_name"), attachment::f("bytes"), attachment::f("remark")},
                       tr("No attachment yet; drag scans or photos (jpg, png, pdf) here, or paste them."),
                       {}},
                      this);
    m_room = new QLabel(this);
    setTextRole(m_room, TextRole::Hint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_table, 1);
    layout->addWidget(makeButtons());
    layout->addWidget(m_room);
    setAcceptDrops(true);
    setFocusProxy(m_table);
    connect(m_table, &RecordTab::currentChanged, this, &AttachmentTab::updateButtons);
    connect(m_table, &RecordTab::opened, this, [this](const Record &record) { Q_EMIT editWanted(record); });
    updateButtons();
}

QWidget *AttachmentTab::makeButtons()
{
    auto *row = new QWidget(this);
    auto *layout = new FlowLayout(row, kGap);
    const auto button = [&](const QString &text, auto &&clicked) {
        auto *made = new QPushButton(text, row);
        layout->addWidget(made);
        connect(made, &QPushButton::clicked, this, clicked);
        return made;
    };
    m_add = button(tr("Add files…"), [this] {
        addFiles(dialogs().openFiles(this, tr("Add files"), {},
                                     tr("Scans and photos (*.jpg *.jpeg *.png *.pdf)")));
    });
    m_paste = button(tr("Paste"), [this] { take(*QGuiApplication::clipboard()->mimeData()); });
    m_ofRow = {button(tr("Look at it"), [this] { openCurrent(); }),
               button(tr("Save a copy…"), [this] { saveCurrent(); }),
               button(tr("Print…"), [this] { printCurrent(); })};
    m_void = button(tr("Added by mistake…"), [this] { voidCurrent(); });
    return row;
}

void AttachmentTab::setHousehold(RecordId household)
{
    if (m_household != household)
        m_table->setRecords({});
    m_household = household;
    load();
}

void AttachmentTab::setChangeEnabled(bool enabled)
{
    m_enabled = enabled;
    updateButtons();
}

QString AttachmentTab::roomText() const
{
    return m_room->text();
}

void AttachmentTab::updateButtons()
{
    const bool row = m_table->current() && !m_busy;
    m_add->setEnabled(m_enabled && !m_busy);
    m_paste->setEnabled(m_enabled && !m_busy);
    m_void->setEnabled(m_enabled && row);
    for (QPushButton *button : m_ofRow)
        button->setEnabled(row);
}

void AttachmentTab::load()
{
    const quint64 generation = ++m_generation;
    if (m_household.isNull()) {
        m_table->setRecords({});
        m_room->clear();
        return;
    }
    using Shown = std::pair<std::vector<Record>, AttachmentRoom>;
    runJob<Shown>(
        this,
        [session = &m_context.session, household = m_household](Progress &) -> Result<Shown> {
            const AttachmentService service(*session);
            Shown shown;
            FFP_ASSIGN(shown.first, service.listOf(household));
            FFP_ASSIGN(shown.second, service.room());
            return shown;
        },
        [this, generation](Result<Shown> shown) {
            if (generation != m_generation)
                return;
            if (shown) {
                m_table->setRecords(std::move(shown->first));
                const auto megabytes = [](qint64 bytes) {
                    return QString::number(double(bytes) / 1048576.0, 'f', 1);
                };
                m_room->setText(tr("Attachments of the office take %1 of %2 MB; one file %3 MB at most.")
                                    .arg(megabytes(shown->second.used), megabytes(shown->second.budget),
                                         megabytes(AttachmentService::kMostBytes)));
            } else {
                Q_EMIT refused(shown.error());
            }
            updateButtons();
            Q_EMIT loaded();
        });
}

void AttachmentTab::addFiles(const QStringList &paths)
{
    std::vector<Source> sources;
    for (const QString &path : paths)
        sources.emplace_back([path] { return AttachmentService::read(path); });
    add(std::move(sources));
}

bool AttachmentTab::take(const QMimeData &mime)
{
    if (!m_enabled || m_busy)
        return false;
    if (const QStringList paths = localFiles(mime); !paths.isEmpty()) {
        addFiles(paths);
        return true;
    }
    const auto picture = qvariant_cast<QImage>(mime.imageData());
    if (picture.isNull()) {
        Q_EMIT notice(NoticeKind::Info, tr("There is no picture and no file to paste."));
        return false;
    }
    const QString title = tr("Pasted picture %1")
                              .arg(m_context.session.clock().today().toString(Qt::ISODate));
    add({[picture, title] { return pastedPicture(picture, title); }});
    return true;
}

/// Each for itself: of ten photos nine may be fine.
void AttachmentTab::add(std::vector<Source> sources)
{
    if (sources.empty() || m_household.isNull() || m_busy)
        return;
    m_busy = true;
    updateButtons();
    const auto of = static_cast<qsizetype>(sources.size());
    runJob<Added>(
        this,
        [session = &m_context.session, household = m_household,
         sources = std::move(sources)](Progress &) -> Result<Added> {
            Added out;
            for (const Source &source : sources) {
                const Result<NewAttachment> file = source();
                const Result<RecordId> made = file ? AttachmentService(*session).add(household, *file)
                                                   : Result<RecordId>(fail(file.error()));
                if (made)
                    ++out.done;
                else if (!out.first)
                    out.first = made.error();
            }
            return out;
        },
        [this, of](const Result<Added> &result) {
            m_busy = false;
            if (result->first)
                Q_EMIT refused(*result->first);
            if (result->done > 0)
                Q_EMIT notice(NoticeKind::Good, tr("%1 of %2 files added.").arg(result->done).arg(of));
            load();
            Q_EMIT recorded();
        });
}

void AttachmentTab::withContent(std::function<void(const Record &, const QByteArray &)> use)
{
    const Record *chosen = m_table->current();
    if (!chosen || m_busy)
        return;
    m_busy = true;
    updateButtons();
    runJob<QByteArray>(
        this,
        [session = &m_context.session, id = chosen->id](Progress &) {
            return AttachmentService(*session).open(id);
        },
        [this, entry = *chosen, use = std::move(use)](const Result<QByteArray> &content) {
            m_busy = false;
            updateButtons();
            if (content)
                use(entry, *content);
            else
                Q_EMIT refused(content.error());
        });
}

void AttachmentTab::openCurrent()
{
    const Record *chosen = m_table->current();
    if (chosen && isPdf(*chosen)) { // this program draws no PDF of others
        Q_EMIT notice(NoticeKind::Info, tr("Please save a copy of a PDF and open it in your reader."));
        return;
    }
    withContent([this](const Record &entry, const QByteArray &content) { showPicture(entry, content); });
}

void AttachmentTab::showPicture(const Record &entry, const QByteArray &content)
{
    runJob<QImage>(
        this, [content](Progress &) -> Result<QImage> { return QImage::fromData(content); },
        [this, title = entry[attachment::f("title")].toText()](const Result<QImage> &picture) {
            auto *window = new QDialog(this);
            window->setAttribute(Qt::WA_DeleteOnClose);
            window->setWindowTitle(title);
            auto *label = new QLabel;
            label->setPixmap(QPixmap::fromImage(*picture));
            auto *scroll = new QScrollArea;
            scroll->setWidget(label);
            auto *layout = new QVBoxLayout(window);
            layout->setContentsMargins(0, 0, 0, 0);
            layout->addWidget(scroll);
            constexpr QSize kMost(1100, 760);
            window->resize(picture->size().boundedTo(kMost) + QSize(24, 24));
            window->open();
            Q_EMIT pictureShown(window);
        });
}

void AttachmentTab::saveCurrent()
{
    const Record *chosen = m_table->current();
    if (!chosen)
        return;
    const QString path = dialogs().saveFile(this, tr("Save a copy"),
                                            (*chosen)[attachment::f("file_name")].toText(), {});
    if (path.isEmpty())
        return;
    m_busy = true;
    updateButtons();
    runJob<bool>(
        this,
        [session = &m_context.session, id = chosen->id, path](Progress &) {
            return AttachmentService(*session).saveCopy(id, path).map([] { return true; });
        },
        [this](const Result<bool> &saved) {
            m_busy = false;
            updateButtons();
            if (saved)
                Q_EMIT notice(NoticeKind::Good, tr("Saved; the copy is not encrypted."));
            else
                Q_EMIT refused(saved.error());
            Q_EMIT recorded();
        });
}

void AttachmentTab::printCurrent()
{
    const Record *chosen = m_table->current();
    if (chosen && isPdf(*chosen)) {
        Q_EMIT notice(NoticeKind::Info, tr("Please save a copy of a PDF and print it from your reader."));
        return;
    }
    withContent([this](const Record &entry, const QByteArray &content) {
        auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        QPrintDialog dialog(printer.get(), this);
        if (dialog.exec() != QDialog::Accepted)
            return;
        runJob<bool>(
            this,
            [printer, content, title = entry[attachment::f("title")].toText()](Progress &) {
                return printPicture(*printer, QImage::fromData(content), title).map([] { return true; });
            },
            [this](const Result<bool> &printed) {
                if (!printed)
                    Q_EMIT refused(printed.error());
            });
    });
}

void AttachmentTab::voidCurrent()
{
    const Record *chosen = m_table->current();
    if (!chosen || !m_enabled)
        return;
    RecordTask task;
    task.title = tr("Added by mistake");
    task.save = [id = chosen->id](Session &session, const FieldValues &, const QString &note) -> Result<> {
        return AttachmentService(session).voidMistake(id, note).map([](const ChangeSummary &) {});
    };
    auto *dialog = new RecordDialog(m_context, *chosen, std::move(task), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this] {
        load();
        Q_EMIT recorded();
    });
    dialog->open();
}

void AttachmentTab::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_enabled && (event->mimeData()->hasImage() || !localFiles(*event->mimeData()).isEmpty()))
        event->acceptProposedAction();
}

void AttachmentTab::dropEvent(QDropEvent *event)
{
    if (take(*event->mimeData()))
        event->acceptProposedAction();
}

void AttachmentTab::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste))
        take(*QGuiApplication::clipboard()->mimeData());
    else
        QWidget::keyPressEvent(event);
}

} // namespace ffp::ui
