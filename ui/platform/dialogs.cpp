// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/platform/dialogs.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>

namespace ffp::ui {
namespace {

std::unique_ptr<Dialogs> &held()
{
    static auto instance = std::make_unique<Dialogs>();
    return instance;
}

} // namespace

Dialogs &dialogs()
{
    return *held();
}

void replaceDialogs(std::unique_ptr<Dialogs> replacement)
{
    held() = replacement ? std::move(replacement) : std::make_unique<Dialogs>();
}

bool mayGiveUp(QWidget *parent)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("GiveUp", text); };
    const Question question{say(QT_TRANSLATE_NOOP("GiveUp", "Not saved yet")),
                            say(QT_TRANSLATE_NOOP("GiveUp", "Give up what was typed?")),
                            {},
                            {say(QT_TRANSLATE_NOOP("GiveUp", "Give up")),
                             say(QT_TRANSLATE_NOOP("GiveUp", "Go on typing"))},
                            true};
    return dialogs().ask(parent, question) == 0;
}

QString Dialogs::openFile(QWidget *parent, const QString &title, const QString &folder, const QString &filter)
{
    return QFileDialog::getOpenFileName(parent, title, folder, filter);
}

QStringList Dialogs::openFiles(QWidget *parent, const QString &title, const QString &folder,
                               const QString &filter)
{
    return QFileDialog::getOpenFileNames(parent, title, folder, filter);
}

QString Dialogs::saveFile(QWidget *parent, const QString &title, const QString &path, const QString &filter)
{
    return QFileDialog::getSaveFileName(parent, title, path, filter);
}

int Dialogs::ask(QWidget *parent, const Question &question)
{
    QMessageBox box(parent);
    box.setIcon(question.warning ? QMessageBox::Warning : QMessageBox::Question);
    box.setWindowTitle(question.title);
    box.setText(question.text);
    box.setInformativeText(question.detail);
    QList<QPushButton *> buttons;
    for (const QString &answer : question.answers)
        buttons << box.addButton(answer, QMessageBox::ActionRole);
    if (!buttons.isEmpty()) {
        box.setDefaultButton(buttons.first());
        box.setEscapeButton(buttons.last());
    }
    box.exec();
    const auto chosen = buttons.indexOf(qobject_cast<QPushButton *>(box.clickedButton()));
    return static_cast<int>(chosen < 0 ? buttons.size() - 1 : chosen);
}

} // namespace ffp::ui
