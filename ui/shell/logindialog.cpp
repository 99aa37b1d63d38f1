// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/logindialog.h"

#include "ui/common/messagebar.h"
#include "ui/common/theme.h"
#include "ui/common/waitcountdown.h"
#include "ui/platform/dialogs.h"
#include "ui/shell/restorebackup.h"

#include <QApplication>
#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace ffp::ui {

LoginDialog::LoginDialog(SiteDoor &door, Settings &settings, QWidget *parent)
    : BusyDialog(parent),
      m_door(door),
      m_settings(settings)
{
    setWindowTitle(tr("Log in – %1").arg(QApplication::applicationDisplayName()));
    makeInputs();
    layOut();
    setMinimumWidth(460);
    for (const QString &path : m_settings.value(settings::kRecentFiles)) {
        m_file->addItem(QFileInfo(path).fileName(), path);
        m_file->setItemData(m_file->count() - 1, path, Qt::ToolTipRole);
    }
    connectInputs();
    m_password->setFocus();
    fileChosen();
}

void LoginDialog::makeInputs()
{
    m_file = new QComboBox(this);
    m_file->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_file->setMinimumContentsLength(24);
    m_browse = new QPushButton(tr("&Browse…"), this);
    m_browse->setAutoDefault(false);
    m_user = new QComboBox(this);
    m_password = new QLineEdit(this);
    m_password->setEchoMode(QLineEdit::Password);
    m_message = new MessageBar(this);
    m_logIn = new QPushButton(tr("Log in"), this);
    setPrimary(m_logIn);
    m_logIn->setDefault(true);
    m_forgot = new QPushButton(tr("Forgot password"), this);
    m_new = new QPushButton(tr("&Set up a new data file…"), this);
    m_restore = new QPushButton(tr("&Restore a backup…"), this);
    for (QPushButton *link : {m_forgot, m_restore, m_new}) {
        link->setProperty("link", true);
        link->setAutoDefault(false);
    }
    m_restore->hide(); // until a file needs it
    m_wait = new WaitCountdown(this);
    setInputs({m_file, m_user, m_password, m_browse, m_new, m_restore});
}

void LoginDialog::layOut()
{
    auto *title = new QLabel(QApplication::applicationDisplayName(), this);
    setTextRole(title, TextRole::Title);
    auto *subtitle = new QLabel(tr("Please choose the data file and log in."), this);
    setTextRole(subtitle, TextRole::Hint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(kGap * 4, kGap * 3, kGap * 4, kGap * 3);
    layout->setSpacing(kGap / 2);
    const auto addLabel = [this, layout](const QString &text, QWidget *buddy) {
        auto *label = new QLabel(text, this);
        label->setBuddy(buddy);
        setTextRole(label, TextRole::Hint);
        layout->addWidget(label);
    };
    layout->addWidget(title);
    layout->addWidget(subtitle);
    layout->addSpacing(kGap * 2);
    addLabel(tr("Data &file"), m_file);
    auto *fileRow = new QHBoxLayout;
    fileRow->setSpacing(kGap);
    fileRow->addWidget(m_file, 1);
    fileRow->addWidget(m_browse);
    layout->addLayout(fileRow);
    layout->addSpacing(kGap);
    addLabel(tr("&User"), m_user);
    layout->addWidget(m_user);
    layout->addSpacing(kGap);
    addLabel(tr("&Password"), m_password);
    layout->addWidget(m_password);
    layout->addSpacing(kGap);
    layout->addWidget(m_message);
    layout->addSpacing(kGap / 2);
    layout->addWidget(m_logIn);
    layout->addSpacing(kGap);
    auto *links = new QHBoxLayout;
    links->addWidget(m_forgot);
    links->addStretch(1);
    links->addWidget(m_restore);
    links->addWidget(m_new);
    layout->addLayout(links);
    layout->addStretch(1);
}

void LoginDialog::connectInputs()
{
    connect(m_file, &QComboBox::currentIndexChanged, this, &LoginDialog::fileChosen);
    connect(m_browse, &QPushButton::clicked, this, &LoginDialog::browse);
    connect(m_logIn, &QPushButton::clicked, this, &LoginDialog::logIn);
    connect(m_password, &QLineEdit::textChanged, this, &LoginDialog::updateAction);
    connect(m_restore, &QPushButton::clicked, this, &LoginDialog::restore);
    connect(m_new, &QPushButton::clicked, this, &LoginDialog::newSiteRequested);
    connect(m_wait, &WaitCountdown::tick, this, &LoginDialog::updateAction);
    connect(m_forgot, &QPushButton::clicked, this, [this] {
        m_message->show(NoticeKind::Info,
                        tr("Nobody can read your password; please ask an administrator of your office to "
                           "make you a new log-in."));
    });
}

LoginDialog::~LoginDialog() = default;

void LoginDialog::setFile(const QString &path, const QString &user)
{
    m_wantedUser = user;
    int index = m_file->findData(path);
    if (index < 0) {
        m_file->insertItem(0, QFileInfo(path).fileName(), path);
        index = 0;
    }
    if (m_file->currentIndex() == index)
        fileChosen();
    else
        m_file->setCurrentIndex(index);
}

std::unique_ptr<Session> LoginDialog::takeSession()
{
    return std::move(m_session);
}

void LoginDialog::browse()
{
    const QString present = m_file->currentData().toString();
    const QString path = dialogs().openFile(this, tr("Choose a data file"), QFileInfo(present).absolutePath(),
                                            tr("Data files (*.ffp);;All files (*)"));
    if (!path.isEmpty())
        setFile(path);
}

void LoginDialog::fileChosen()
{
    m_user->clear();
    m_message->clear();
    m_restore->hide();
    const QString path = m_file->currentData().toString();
    m_file->setToolTip(path);
    updateAction();
    if (path.isEmpty())
        return;
    m_door.usersOf(this, path, [this, path](Result<std::vector<User>> users) {
        if (path != m_file->currentData().toString())
            return; // another file was chosen meanwhile
        if (!users) {
            showFileTrouble(users.error());
            updateAction();
            return;
        }
        for (const User &user : *users) {
            if (user.disabled)
                continue;
            m_user->addItem(user.realName.isEmpty() ? user.name
                                                    : QStringLiteral("%1 (%2)").arg(user.realName, user.name),
                            user.name);
        }
        if (const int wanted = m_user->findData(m_wantedUser); wanted >= 0)
            m_user->setCurrentIndex(wanted);
        updateAction();
    });
}

void LoginDialog::logIn()
{
    if (!m_logIn->isEnabled())
        return;
    m_message->clear();
    setBusy(true);
    m_door.open(this, m_file->currentData().toString(), m_user->currentData().toString(), m_password->text(),
                [this](Result<std::unique_ptr<Session>> result) { logInDone(std::move(result)); });
}

void LoginDialog::logInDone(Result<std::unique_ptr<Session>> result)
{
    setBusy(false);
    m_password->clear();
    if (!result) {
        showRefusal(result.error());
        return;
    }
    m_session = std::move(*result);
    m_settings.addRecentFile(m_file->currentData().toString());
    accept();
}

void LoginDialog::showFileTrouble(const Error &error)
{
    m_message->showError(error);
    m_restore->setVisible(error.kind == ErrorKind::Damaged || error.kind == ErrorKind::FileUnreadable
                          || error.kind == ErrorKind::NotOurFile);
}

void LoginDialog::restore()
{
    restoreBackup(this, m_file->currentData().toString(), [this](const QString &path) {
        setFile(path);
        m_message->show(NoticeKind::Good, tr("The backup was restored; please log in to it."));
    });
}

void LoginDialog::showRefusal(const Error &error)
{
    showFileTrouble(error);
    if (error.kind == ErrorKind::WrongPassword)
        m_wait->start(error.args.value(0).toInt());
    m_password->setFocus();
}

void LoginDialog::updateAction()
{
    const int left = m_wait->secondsLeft();
    m_logIn->setEnabled(!isBusy() && left == 0 && m_user->count() > 0 && !m_password->text().isEmpty());
    m_logIn->setText(isBusy() ? tr("Opening…") : left > 0 ? tr("Log in (%1)").arg(left) : tr("Log in"));
}

} // namespace ffp::ui
