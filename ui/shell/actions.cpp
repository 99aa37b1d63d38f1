// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/actions.h"

#include "ui/common/icons.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QRegularExpression>

namespace ffp::ui {
namespace {

// clang-format off
constexpr CommandSpec kCommands[] = {
    {Command::OpenFile,       MenuId::File, QT_TRANSLATE_NOOP("Command", "&Open another data file…"), "Ctrl+O",       "import"},
    {Command::Backup,         MenuId::File, QT_TRANSLATE_NOOP("Command", "&Back up…"),                "Ctrl+B",       "backup",  true},
    {Command::Restore,        MenuId::File, QT_TRANSLATE_NOOP("Command", "&Restore a backup…"),       "",             "restore"},
    {Command::Verify,         MenuId::File, QT_TRANSLATE_NOOP("Command", "&Check the data…"),         "",             "ok"},
    {Command::Rebuild,        MenuId::File, QT_TRANSLATE_NOOP("Command", "Rebuild the &tables…"),     "",             ""},
    {Command::AddVillage,     MenuId::File, QT_TRANSLATE_NOOP("Command", "Add a &village…"),          "",             "",        true},
    {Command::ImportDivisions, MenuId::File, QT_TRANSLATE_NOOP("Command", "Import &divisions…"),      "",             ""},
    {Command::PolicyValues,   MenuId::File, QT_TRANSLATE_NOOP("Command", "Polic&y values…"),          "",             ""},
    {Command::Preferences,    MenuId::File, QT_TRANSLATE_NOOP("Command", "&Settings…"),                "Ctrl+,",       "settings", true},
    {Command::ChangePassword, MenuId::File, QT_TRANSLATE_NOOP("Command", "Change &password…"),        "",             ""},
    {Command::Lock,           MenuId::File, QT_TRANSLATE_NOOP("Command", "&Lock now"),                "Ctrl+L",       "lock"},
    {Command::Quit,           MenuId::File, QT_TRANSLATE_NOOP("Command", "&Quit"),                    "Ctrl+Q",       "",        true},
    {Command::Undo,           MenuId::Edit, QT_TRANSLATE_NOOP("Command", "&Undo"),                    "Ctrl+Z",       "undo"},
    {Command::Redo,           MenuId::Edit, QT_TRANSLATE_NOOP("Command", "&Redo"),                    "Ctrl+Shift+Z Ctrl+Y", "redo"},
    {Command::Search,         MenuId::Edit, QT_TRANSLATE_NOOP("Command", "&Search"),                  "Ctrl+F Ctrl+K", "search", true},
    {Command::NewVisit,       MenuId::Edit, QT_TRANSLATE_NOOP("Command", "&New visit"),               "F6",           "visit",   true},
    {Command::Save,           MenuId::Edit, QT_TRANSLATE_NOOP("Command", "Sa&ve this form"),          "Ctrl+S",       ""},
    {Command::Refresh,        MenuId::View, QT_TRANSLATE_NOOP("Command", "Re&fresh"),                 "F5",           ""},
    {Command::Back,           MenuId::View, QT_TRANSLATE_NOOP("Command", "&Back"),                    "Esc Alt+Left", ""},
    {Command::Previous,       MenuId::View, QT_TRANSLATE_NOOP("Command", "&Previous household"),      "F7 Ctrl+PgUp", ""},
    {Command::Next,           MenuId::View, QT_TRANSLATE_NOOP("Command", "&Next household"),          "F8 Ctrl+PgDown", ""},
    {Command::TextNormal,     MenuId::View, QT_TRANSLATE_NOOP("Command", "Normal text"),              "Ctrl+0",       "",        true, "text"},
    {Command::TextLarge,      MenuId::View, QT_TRANSLATE_NOOP("Command", "Large text"),               "Ctrl++ Ctrl+=", "",       false, "text"},
    {Command::TextLargest,    MenuId::View, QT_TRANSLATE_NOOP("Command", "Largest text"),             "Ctrl+Shift++", "",        false, "text"},
    {Command::ThemeLight,     MenuId::View, QT_TRANSLATE_NOOP("Command", "Light"),                    "",             "",        true, "theme"},
    {Command::ThemeDark,      MenuId::View, QT_TRANSLATE_NOOP("Command", "Dark"),                     "",             "",        false, "theme"},
    {Command::Chinese,        MenuId::View, "中文",                                "",             "",        true, "language"},
    {Command::English,        MenuId::View, "English",                            "",             "",        false, "language"},
    {Command::Shortcuts,      MenuId::Help, QT_TRANSLATE_NOOP("Command", "&Keyboard"),                "F1",           "help"},
    {Command::About,          MenuId::Help, QT_TRANSLATE_NOOP("Command", "&About this program"),      "",             "",        true},
};

constexpr std::pair<MenuId, const char *> kMenus[] = {
    {MenuId::File, QT_TRANSLATE_NOOP("Command", "&File")},
    {MenuId::Edit, QT_TRANSLATE_NOOP("Command", "&Edit")},
    {MenuId::View, QT_TRANSLATE_NOOP("Command", "&View")},
    {MenuId::Help, QT_TRANSLATE_NOOP("Command", "&Help")},
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

QString plainText(QString text)
{
    static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)"));
    return text.remove(mnemonic).remove(u'&').remove(u'…').trimmed();
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
