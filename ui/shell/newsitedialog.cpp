// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/newsitedialog.h"

#include "ui/common/messagebar.h"
#include "ui/common/passwordhint.h"
#include "ui/common/theme.h"
#include "ui/platform/dialogs.h"

#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QStandardPaths>

namespace ffp::ui {
namespace {

constexpr AreaLevel kLevels[] = {AreaLevel::Village, AreaLevel::Township, AreaLevel::County, AreaLevel::City,
                                 AreaLevel::Province};

} // namespace

NewSiteDialog::NewSiteDialog(SiteDoor &door, Settings &settings, QWidget *parent)
    : BusyDialog(parent),
      m_door(door),
      m_settings(settings)
{
    setWindowTitle(tr("Set up a new data file"));
    auto *title = new QLabel(tr("Set up this computer"), this);
    setTextRole(title, TextRole::Title);
    auto *hint = new QLabel(tr("One data file holds the households of one office. Enter moves on."), this);
    hint->setWordWrap(true);
    setTextRole(hint, TextRole::Hint);
    makeInputs();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGap);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_create);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 4, kGap * 3, kGap * 4, kGap * 3);
    layout->setSpacing(kGap);
    layout->addWidget(title);
    layout->addWidget(hint);
    layout->addLayout(makeGrid());
    layout->addWidget(m_message);
    layout->addSpacing(kGap);
    layout->addLayout(buttons);
    setMinimumWidth(620);
    setOrder();
    connectInputs();
    m_area->setLevel(AreaLevel::Village);
    updateAction();
    m_level->setFocus();
}

void NewSiteDialog::makeInputs()
{
    m_level = new QComboBox(this);
    const QString levelNames[] = {tr("Village"), tr("Township"), tr("County"), tr("City"), tr("Province")};
    for (size_t i = 0; i < std::size(kLevels); ++i)
        m_level->addItem(levelNames[i], static_cast<int>(kLevels[i]));
    m_area = new AreaPicker([this](const QString &text, AreaLevel level,
                                   int limit) { return m_door.areas(text, level, limit); },
                            this);
    m_name = new QLineEdit(this);
    m_admin = new QLineEdit(QStringLiteral("admin"), this);
    m_realName = new QLineEdit(this);
    m_password = new QLineEdit(this);
    m_again = new QLineEdit(this);
    for (QLineEdit *edit : {m_password, m_again})
        edit->setEchoMode(QLineEdit::Password);
    m_strength = new QLabel(this);
    m_same = new QLabel(this);
    for (QLabel *label : {m_strength, m_same})
        setTextRole(label, TextRole::Hint);
    m_path = new QLineEdit(this);
    m_message = new MessageBar(this);
    m_browse = new QPushButton(tr("&Other place…"), this);
    m_divisions = new QPushButton(tr("Other pro&vince: choose a division file…"), this);
    m_create = new QPushButton(this);
    setPrimary(m_create);
    m_cancel = new QPushButton(tr("Cancel"), this);
    for (QPushButton *button : {m_divisions, m_browse, m_create, m_cancel})
        button->setAutoDefault(false); // Enter moves on
    setInputs({m_level, m_area, m_divisions, m_name, m_admin, m_realName, m_password, m_again, m_path,
               m_browse, m_cancel});
}

QGridLayout *NewSiteDialog::makeGrid()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(kGap * 2);
    grid->setVerticalSpacing(kGap / 2);
    int row = 0;
    const auto label = [&](const QString &text, QWidget *field, int column, int span) {
        auto *hint = new QLabel(text, this);
        hint->setBuddy(field);
        setTextRole(hint, TextRole::Hint);
        grid->addWidget(hint, row, column, 1, span);
    };
    const auto add = [&](const QString &text, QWidget *field, int column, int span) {
        label(text, field, column, span);
        grid->addWidget(field, row + 1, column, 1, span, Qt::AlignTop);
    };
    const auto nextRow = [&] {
        row += 2;
        grid->setRowMinimumHeight(row++, kGap / 2);
    };
    add(tr("&Level of the office"), m_level, 0, 1);
    add(tr("&Name of the office"), m_name, 1, 1);
    nextRow();
    add(tr("A&rea"), m_area, 0, 2);
    grid->addWidget(m_divisions, row + 2, 0, 1, 2, Qt::AlignLeft);
    ++row;
    nextRow();
    add(tr("Administrator's log-&in name"), m_admin, 0, 1);
    add(tr("Administrator's na&me"), m_realName, 1, 1);
    nextRow();
    add(tr("&Password"), m_password, 0, 1);
    add(tr("Password &again"), m_again, 1, 1);
    row += 2;
    grid->addWidget(m_strength, row, 0);
    grid->addWidget(m_same, row, 1);
    row += 1;
    label(tr("Data &file"), m_path, 0, 2);
    auto *pathRow = new QHBoxLayout;
    pathRow->setSpacing(kGap);
    pathRow->addWidget(m_path, 1);
    pathRow->addWidget(m_browse);
    grid->addLayout(pathRow, row + 1, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    return grid;
}

/// Tab and Enter go through the page in the order in which it is read.
void NewSiteDialog::setOrder()
{
    QWidget *order[] = {m_level,    m_area->edit(), m_divisions, m_name,   m_admin,  m_realName,
                        m_password, m_again,        m_path,      m_browse, m_create, m_cancel};
    for (size_t i = 0; i + 1 < std::size(order); ++i)
        setTabOrder(order[i], order[i + 1]);
    const QList<QLineEdit *> chain{m_name, m_admin, m_realName, m_password, m_again};
    for (qsizetype i = 0; i + 1 < chain.size(); ++i)
        connect(chain[i], &QLineEdit::returnPressed, chain[i + 1],
                [next = chain[i + 1]] { next->setFocus(Qt::TabFocusReason); });
    for (QLineEdit *last : {m_again, m_path})
        connect(last, &QLineEdit::returnPressed, m_create, [this] {
            if (m_create->isEnabled())
                create();
        });
    connect(m_area, &AreaPicker::finished, m_name, [this] { m_name->setFocus(Qt::TabFocusReason); });
}

/// A list that is not open lets Enter pass.
void NewSiteDialog::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_level->hasFocus())
        m_area->edit()->setFocus(Qt::TabFocusReason);
    else
        BusyDialog::keyPressEvent(event);
}

void NewSiteDialog::connectInputs()
{
    connect(m_level, &QComboBox::currentIndexChanged, this, [this] {
        m_area->setLevel(static_cast<AreaLevel>(m_level->currentData().toInt()));
        areaChosen();
    });
    connect(m_area, &AreaPicker::areaChanged, this, &NewSiteDialog::areaChosen);
    for (QLineEdit *edit : {m_name, m_admin, m_realName, m_password, m_again, m_path})
        connect(edit, &QLineEdit::textChanged, this, &NewSiteDialog::updateAction);
    connect(m_divisions, &QPushButton::clicked, this, &NewSiteDialog::chooseDivisions);
    connect(m_browse, &QPushButton::clicked, this, &NewSiteDialog::browse);
    connect(m_create, &QPushButton::clicked, this, &NewSiteDialog::create);
    connect(m_cancel, &QPushButton::clicked, this, &NewSiteDialog::reject);
}

NewSiteDialog::~NewSiteDialog() = default;

std::unique_ptr<Session> NewSiteDialog::takeSession()
{
    return std::move(m_session);
}

QString NewSiteDialog::proposedName(AreaLevel level, const QString &areaName)
{
    if (areaName.isEmpty())
        return {};
    QString name = areaName;
    switch (level) {
    case AreaLevel::Village: // 田万村委会 → 田万村驻村扶贫工作队
        if (name.endsWith(QStringLiteral("村委会")))
            name.chop(2);
        else if (name.endsWith(QStringLiteral("村民委员会")))
            name.chop(4);
        return name + QStringLiteral("驻村扶贫工作队");
    case AreaLevel::Township: return name + QStringLiteral("扶贫工作站");
    default: return name + QStringLiteral("扶贫办");
    }
}

QString NewSiteDialog::proposedPath(const QString &name) const
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString base = name.isEmpty() ? tr("office") : name;
    QString path = QDir(folder).filePath(base + QStringLiteral(".ffp"));
    for (int n = 2; QFile::exists(path); ++n)
        path = QDir(folder).filePath(QStringLiteral("%1-%2.ffp").arg(base).arg(n));
    return path;
}

void NewSiteDialog::areaChosen()
{
    const auto level = static_cast<AreaLevel>(m_level->currentData().toInt());
    if (!m_name->isModified())
        m_name->setText(proposedName(level, m_area->chosen().name));
    if (!m_path->isModified())
        m_path->setText(proposedPath(m_name->text()));
    updateAction();
}

void NewSiteDialog::updateAction()
{
    const PasswordHint hint = passwordHint(m_password->text(), m_admin->text().trimmed());
    const bool same = m_again->text() == m_password->text();
    m_strength->setText(hint.text);
    m_same->setText(same || m_again->text().isEmpty() ? QString() : tr("The two passwords differ."));
    bool filled = true;
    for (const QLineEdit *edit : {m_name, m_admin, m_realName, m_path})
        filled = filled && !edit->text().trimmed().isEmpty();
    m_create->setEnabled(!isBusy() && filled && !m_area->area().isNull() && hint.acceptable && same);
    m_create->setText(isBusy() ? tr("Setting up…") : tr("Set up"));
}

void NewSiteDialog::browse()
{
    const QString path = dialogs().saveFile(this, tr("Where shall the data file lie?"), m_path->text(),
                                            tr("Data files (*.ffp)"));
    if (path.isEmpty())
        return;
    m_path->setText(path.endsWith(QStringLiteral(".ffp")) ? path : path + QStringLiteral(".ffp"));
    m_path->setModified(true);
}

void NewSiteDialog::chooseDivisions()
{
    const QString path = dialogs().openFile(this, tr("Divisions of another province"), QDir::homePath(),
                                            tr("Division files (*.csv);;All files (*)"));
    if (path.isEmpty())
        return;
    m_message->clear();
    setBusy(true);
    m_door.useDivisions(this, path, [this, path](Result<qint64> read) {
        setBusy(false);
        if (!read) {
            m_message->showError(read.error());
            return;
        }
        m_divisions->setText(
            tr("%1: %2 divisions").arg(QFileInfo(path).fileName(), QLocale().toString(*read)));
        m_area->edit()->clear();
        m_area->edit()->setFocus(Qt::TabFocusReason);
    });
}

void NewSiteDialog::create()
{
    NewSite site;
    site.path = m_path->text().trimmed();
    site.level = static_cast<AreaLevel>(m_level->currentData().toInt());
    site.area = m_area->area();
    site.name = m_name->text().trimmed();
    site.adminName = m_admin->text().trimmed();
    site.adminRealName = m_realName->text().trimmed();
    site.password = m_password->text();
    QDir().mkpath(QFileInfo(site.path).absolutePath());
    m_message->clear();
    setBusy(true);
    m_door.create(this, site, [this, path = site.path](Result<std::unique_ptr<Session>> result) {
        setBusy(false);
        if (!result) {
            m_message->showError(result.error());
            if (result.error().kind == ErrorKind::WeakPassword)
                m_password->setFocus();
            return;
        }
        m_session = std::move(*result);
        m_settings.addRecentFile(path);
        accept();
    });
}

} // namespace ffp::ui
