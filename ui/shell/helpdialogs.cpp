// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/helpdialogs.h"

#include "ui/common/icons.h"
#include "ui/common/tableview.h"
#include "ui/common/theme.h"
#include "ui/models/texttablemodel.h"
#include "ui/shell/actions.h"

#include <QApplication>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace ffp::ui {
namespace {

struct Key {
    const char *keys;
    const char *text;
};

/// Keys that are no commands of the window.
constexpr Key kOtherKeys[] = {
    {"Ctrl+1 … Ctrl+9", QT_TRANSLATE_NOOP("Help", "Open a page")},
    {"Enter", QT_TRANSLATE_NOOP("Help", "In a list: open the row. In a form: next field")},
    {"Tab", QT_TRANSLATE_NOOP("Help", "Next field, or out of a list")},
    {"Ctrl+C", QT_TRANSLATE_NOOP("Help", "Copy the selected rows; sensitive numbers stay masked")},
    {"Shift+↑↓, Ctrl+A", QT_TRANSLATE_NOOP("Help", "Select several rows")},
    {"1, 2, 3 …", QT_TRANSLATE_NOOP("Help", "In a choice: the line with this number")},
    {"Ctrl+E", QT_TRANSLATE_NOOP("Help", "Show a masked value; this is recorded")},
};

QString help(const char *text)
{
    return QCoreApplication::translate("Help", text);
}

QDialog *makeDialog(QWidget *parent, const QString &title, QVBoxLayout *&layout)
{
    auto *dialog = new QDialog(parent);
    dialog->setWindowTitle(title);
    layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(kGap * 3, kGap * 3, kGap * 3, kGap * 2);
    layout->setSpacing(kGap);
    return dialog;
}

void addClose(QDialog *dialog, QVBoxLayout *layout)
{
    auto *close = new QPushButton(help(QT_TRANSLATE_NOOP("Help", "Close")), dialog);
    setPrimary(close);
    close->setDefault(true);
    layout->addWidget(close, 0, Qt::AlignRight);
    QObject::connect(close, &QPushButton::clicked, dialog, &QDialog::accept);
}

} // namespace

QDialog *makeShortcutsDialog(QWidget *parent)
{
    QVBoxLayout *layout = nullptr;
    QDialog *dialog = makeDialog(parent, help(QT_TRANSLATE_NOOP("Help", "Keyboard")), layout);
    auto *model = new TextTableModel(dialog);
    std::vector<TextTableModel::Row> rows;
    const auto add = [&rows](const QString &keys, const QString &text) {
        TextTableModel::Row row;
        row.cells = QStringList{keys, text};
        rows.push_back(std::move(row));
    };
    for (const CommandSpec &spec : commandSpecs())
        if (*spec.shortcuts)
            add(QString::fromLatin1(spec.shortcuts).replace(u' ', QStringLiteral("   ")),
                plainText(QCoreApplication::translate("Command", spec.text)));
    for (const Key &key : kOtherKeys)
        add(QString::fromUtf8(key.keys), help(key.text));
    model->setTable({{help(QT_TRANSLATE_NOOP("Help", "Key"))},
                     {help(QT_TRANSLATE_NOOP("Help", "What it does"))}},
                    std::move(rows));
    auto *table = new TableView(dialog);
    table->setModel(model);
    table->fitColumns();
    layout->addWidget(table, 1);
    addClose(dialog, layout);
    dialog->resize(640, 640);
    return dialog;
}

QDialog *makeAboutDialog(QWidget *parent)
{
    QVBoxLayout *layout = nullptr;
    QDialog *dialog = makeDialog(parent, help(QT_TRANSLATE_NOOP("Help", "About this program")), layout);
    auto *mark = new QLabel(dialog);
    mark->setPixmap(programMark(56));
    auto *name = new QLabel(QApplication::applicationDisplayName(), dialog);
    setTextRole(name, TextRole::Title);
    auto *version = new QLabel(help(QT_TRANSLATE_NOOP("Help", "Version %1, Qt %2"))
                                   .arg(QApplication::applicationVersion(), QLatin1String(qVersion())),
                               dialog);
    setTextRole(version, TextRole::Hint);
    auto *text = new QLabel(
        help(
            QT_TRANSLATE_NOOP("Help",
                              "Watches over households that may fall into poverty or back into it: register, "
                              "visits, month-end check, ledgers. Works without a network.\n\n"
                              "Free software under the GNU General Public License, version 3 or later, "
                              "without any warranty.")),
        dialog);
    text->setWordWrap(true);
    constexpr int kWidth = 440;
    text->setFixedWidth(kWidth);
    text->setMinimumHeight(text->heightForWidth(kWidth));
    layout->addWidget(mark);
    layout->addWidget(name);
    layout->addWidget(version);
    layout->addSpacing(kGap);
    layout->addWidget(text);
    layout->addStretch(1);
    addClose(dialog, layout);
    return dialog;
}

} // namespace ffp::ui
