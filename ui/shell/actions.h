// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QMenu>

#include <map>
#include <span>

namespace ffp::ui {

/// Commands of the window that do not belong to one page.
enum class Command {
    OpenFile,
    Backup,
    Restore,
    Verify,
    Rebuild,
    AddVillage,
    ImportDivisions,
    PolicyValues,
    Preferences,
    ChangePassword,
    Lock,
    Quit,
    Undo,
    Redo,
    Search,
    NewVisit,
    Save,
    Refresh,
    Back,
    Previous,
    Next,
    TextNormal,
    TextLarge,
    TextLargest,
    ThemeLight,
    ThemeDark,
    Chinese,
    English,
    Shortcuts,
    About,
};

enum class MenuId { File, Edit, View, Help };

struct CommandSpec {
    Command command;
    MenuId menu;
    const char *text;      ///< source text, context "Command"
    const char *shortcuts; ///< portable text, several separated by ' '; "" = none
    const char *icon;
    bool separatorBefore = false;
    const char *group = ""; ///< commands of one group exclude each other and can be checked
};

/// The one table of commands and shortcuts; menus, tool buttons and the help page are made from it.
std::span<const CommandSpec> commandSpecs();

/// Text of a command without mnemonic and dots: "&Undo" → "Undo", "撤销(&U)…" → "撤销".
QString plainText(QString text);

/// The actions of one window, made from the table.
class ActionRegistry : public QObject
{
    Q_OBJECT

public:
    explicit ActionRegistry(QWidget *window);

    QAction *action(Command command) const;
    /// Title and menu of each MenuId, for the menu bar.
    QMenu *menu(MenuId id, QWidget *parent) const;

private:
    std::map<Command, QAction *> m_actions;
};

} // namespace ffp::ui
