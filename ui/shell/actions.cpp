// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include "ui/common/icons.h"

#include <QActionGroup>
#include <QCoreApplication>

namespace ffp::ui {
namespace {

#define FFP_TEXT(text) QT_TRANSLATE_NOOP("Command", text)

// clang-format off
constexpr CommandSpec kCommands[] = {
    {Command::OpenFile,       MenuId::File, FFP_TEXT("&Open another data file…"), "Ctrl+O",       "import"},
    {Command::ChangePassword, MenuId::File, FFP_TEXT("Change &password…"),        "",             "",        true},
    {Command::Lock,           MenuId::File, FFP_TEXT("&Lock now"),                "Ctrl+L",       "lock"},
    {Command::Quit,           MenuId::File, FFP_TEXT("&Quit"),                    "Ctrl+Q",       "",        true},
    {Command::Undo,           MenuId::Edit, FFP_TEXT("&Undo"),                    "Ctrl+Z",       "undo"},
    {Command::Redo,           MenuId::Edit, FFP_TEXT("&Redo"),                    "Ctrl+Shift+Z Ctrl+Y", "redo"},
    {Command::Search,         MenuId::Edit, FFP_TEXT("&Search"),                  "Ctrl+F Ctrl+K", "search", true},
    {Command::Save,           MenuId::Edit, FFP_TEXT("Sa&ve this form"),          "Ctrl+S",       "",        true},
    {Command::Refresh,        MenuId::View, FFP_TEXT("Re&fresh"),                 "F5",           ""},
    {Command::Back,           MenuId::View, FFP_TEXT("&Back"),                    "Esc Alt+Left", ""},
    {Command::Previous,       MenuId::View, FFP_TEXT("&Previous household"),      "Ctrl+PgUp",    ""},
    {Command::Next,           MenuId::View, FFP_TEXT("&Next household"),          "Ctrl+PgDown",  ""},
    {Command::TextNormal,     MenuId::View, FFP_TEXT("Normal text"),              "Ctrl+0",       "",        true, "text"},
    {Command::TextLarge,      MenuId::View, FFP_TEXT("Large text"),               "Ctrl++ Ctrl+=", "",       false, "text"},
    {Command::TextLargest,    MenuId::View, FFP_TEXT("Largest text"),             "Ctrl+Shift++", "",        false, "text"},
    {Command::ThemeLight,     MenuId::View, FFP_TEXT("Light"),                    "",             "",        true, "theme"},
    {Command::ThemeDark,      MenuId::View, FFP_TEXT("Dark"),                     "",             "",        false, "theme"},
    {Command::Chinese,        MenuId::View, "中文",                                "",             "",        true, "language"},
    {Command::English,        MenuId::View, "English",                            "",             "",        false, "language"},
    {Command::Shortcuts,      MenuId::Help, FFP_TEXT("&Keyboard"),                "F1",           "help"},
    {Command::About,          MenuId::Help, FFP_TEXT("&About this program"),      "",             "",        true},
};

constexpr std::pair<MenuId, const char *> kMenus[] = {
    {MenuId::File, FFP_TEXT("&File")},
    {MenuId::Edit, FFP_TEXT("&Edit")},
    {MenuId::View, FFP_TEXT("&View")},
    {MenuId::Help, FFP_TEXT("&Help")},
};
// clang-format on

QString translated(const char *text)
{
    return QCoreApplication::translate("Command", text);
}

} // namespace

std::span<const CommandSpec> commandSpecs()
{
    return kCommands;
}

ActionRegistry::ActionRegistry(QWidget *window) : QObject(window)
{
    std::map<QByteArray, QActionGroup *> groups;
    for (const CommandSpec &spec : kCommands) {
        auto *action = new QAction(translated(spec.text), window);
        QList<QKeySequence> keys;
        for (const QString &key : QString::fromLatin1(spec.shortcuts).split(u' ', Qt::SkipEmptyParts))
            keys << QKeySequence::fromString(key, QKeySequence::PortableText);
        action->setShortcuts(keys);
        if (*spec.icon)
            action->setIcon(icon(spec.icon));
        if (*spec.group) {
            QActionGroup *&group = groups[spec.group];
            if (!group)
                group = new QActionGroup(this);
            action->setCheckable(true);
            group->addAction(action);
        }
        window->addAction(action);
        m_actions[spec.command] = action;
    }
}

QAction *ActionRegistry::action(Command command) const
{
    return m_actions.at(command);
}

QMenu *ActionRegistry::menu(MenuId id, QWidget *parent) const
{
    QString title;
    for (const auto &[menu, text] : kMenus)
        if (menu == id)
            title = translated(text);
    auto *menu = new QMenu(title, parent);
    for (const CommandSpec &spec : kCommands) {
        if (spec.menu != id)
            continue;
        if (spec.separatorBefore)
            menu->addSeparator();
        menu->addAction(action(spec.command));
    }
    return menu;
}

} // namespace ffp::ui
