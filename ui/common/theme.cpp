// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetrics>
#include <QPalette>
#include <QProxyStyle>
#include <QStyle>
#include <QVariant>
#include <QWidget>

namespace ffp::ui {
namespace {

constexpr auto hex = [](const char *name) { return QColor(QLatin1String(name)); };

Colors lightColors()
{
    return {hex("#f3f5f7"), hex("#ffffff"), hex("#d5dbe1"), hex("#1c2733"), hex("#566473"), hex("#1d5b9e"),
            hex("#ffffff"), hex("#e3eef9"), hex("#b3261e"), hex("#fbe9e7"), hex("#2a7548"), hex("#e4f3ea"),
            hex("#8a5a00"), hex("#fdf1d8"), hex("#c25700"), hex("#a87900")};
}

Colors darkColors()
{
    return {hex("#181c20"), hex("#21262c"), hex("#3b444d"), hex("#e6eaee"), hex("#a3aeb9"), hex("#78b0ec"),
            hex("#10202f"), hex("#2a3d52"), hex("#ff8d82"), hex("#47241f"), hex("#7fcb9c"), hex("#1f3a2b"),
            hex("#e8b862"), hex("#41341a"), hex("#ff9d4d"), hex("#f0c541")};
}

/// Fusion with room beside the text of cells, in line with the headers of the style sheet.
class Style : public QProxyStyle
{
public:
    Style() : QProxyStyle(QStringLiteral("Fusion")) {}
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override
    {
        if (metric == PM_FocusFrameHMargin)
            return kGap - 1; // item views add one
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        if (hint == SH_DialogButtonBox_ButtonsHaveIcons) // the same on every desktop
            return 0;
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
};

struct State {
    ThemeMode mode = ThemeMode::Light;
    Colors colors = lightColors();
};

State &state()
{
    static State s;
    return s;
}

QPalette paletteOf(const Colors &c)
{
    QPalette p;
    p.setColor(QPalette::Window, c.window);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.surface);
    p.setColor(QPalette::AlternateBase, c.window);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::Button, c.surface);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.flag);
    p.setColor(QPalette::ToolTipBase, c.surface);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::PlaceholderText, c.muted);
    p.setColor(QPalette::Highlight, c.accentSoft);
    p.setColor(QPalette::HighlightedText, c.text);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::Light, c.surface);
    p.setColor(QPalette::Midlight, c.window);
    p.setColor(QPalette::Mid, c.border);
    p.setColor(QPalette::Dark, c.border);
    p.setColor(QPalette::Shadow, c.border);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, c.muted);
    p.setColor(QPalette::Disabled, QPalette::Base, c.window);
    p.setColor(QPalette::Disabled, QPalette::Button, c.window);
    return p;
}

/// `@name` stands for a colour. Item views have no ::item rules: those would make 100,000 rows slow to paint.
const char kSheet[] = R"(
QToolTip { color: @text; background: @surface; border: 1px solid @border; padding: 4px; }
QLabel[role="title"] { font-size: @title; font-weight: 600; }
QLabel[role="heading"] { font-size: @heading; font-weight: 600; }
QLabel[role="hint"] { color: @muted; }
QLabel[role="figure"] { font-size: @figure; font-weight: 600; }
QLabel[role="figure"]:disabled { color: @muted; font-weight: 400; }
QLabel[due="true"] { color: @warn; font-weight: 600; }
QLabel[role="flag"] { color: @flag; font-weight: 600; }
QPushButton { background: @surface; color: @text; border: 1px solid @border; border-radius: 4px;
  padding: 5px 14px; min-height: @line; }
QPushButton:hover { border-color: @accent; }
QPushButton:pressed { background: @accentSoft; }
QPushButton:focus { border: 1px solid @accent; }
QPushButton:disabled { color: @muted; background: @window; }
QPushButton[primary="true"] { background: @accent; color: @onAccent; border-color: @accent; font-weight: 600; }
QPushButton[primary="true"]:focus { border: 2px solid @text; padding: 4px 13px; }
QPushButton[primary="true"]:disabled { background: @border; border-color: @border; color: @muted; }
QPushButton[link="true"] { background: transparent; border: none; color: @accent; padding: 3px 4px; text-align: left; }
QPushButton[link="true"]:focus { border: 1px solid @accent; padding: 2px 3px; }
QLineEdit, QPlainTextEdit, QComboBox, QDateEdit { background: @surface; color: @text; border: 1px solid @border;
  border-radius: 4px; padding: 4px 6px; selection-background-color: @accent; selection-color: @onAccent; }
QLineEdit, QComboBox, QDateEdit { min-height: @line; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateEdit:focus { border-color: @accent; }
QLineEdit:read-only, QLineEdit:disabled, QPlainTextEdit:read-only { background: @window; }
QLineEdit[fault="true"], QPlainTextEdit[fault="true"], QComboBox[fault="true"] { border-color: @flag; }
QComboBox::drop-down, QDateEdit::drop-down { border: none; width: 22px; }
QComboBox::down-arrow, QDateEdit::down-arrow { image: url(:/ffp/widgets/down.svg); width: 12px; height: 12px; }
QComboBox QLineEdit, QDateEdit QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @border; outline: none;
  selection-background-color: @accentSoft; selection-color: @text; }
QHeaderView { background: @window; border: none; }
QHeaderView::section { background: @window; color: @muted; border: none; border-bottom: 1px solid @border;
  padding: 6px 8px; font-weight: 600; }
QTableView, QTreeView, QListView { background: @surface; border: 1px solid @border; border-radius: 4px;
  gridline-color: @border; outline: none; selection-background-color: @accentSoft; selection-color: @text; }
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { color: @muted; padding: 7px 14px; border: none; border-bottom: 2px solid transparent; background: transparent; }
QTabBar::tab:selected { color: @accent; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:focus { background: @accentSoft; }
QCheckBox::indicator:unchecked, QListView::indicator:unchecked { border: 1px solid @muted; border-radius: 3px; background: @surface; }
QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 4px; background: transparent; color: @text; }
QToolButton::menu-indicator { image: none; }
QToolButton:hover { background: @accentSoft; }
QToolButton:focus { border-color: @accent; }
QToolButton:checked { background: @accentSoft; color: @accent; }
QToolButton[chip="true"] { border: 1px solid @border; background: @surface; padding: 4px 10px; }
QToolButton[chip="true"]:checked { border-color: @accent; background: @accentSoft; color: @accent; }
QToolButton[chip="true"][flag="true"] { color: @flag; }
QToolButton[chip="true"][flag="true"]:checked { border-color: @flag; background: @flagSoft; color: @flag; }
QMenuBar { background: @window; border-bottom: 1px solid @border; }
QMenuBar::item { padding: 5px 10px; background: transparent; }
QMenuBar::item:selected { background: @accentSoft; border-radius: 4px; }
QMenu { background: @surface; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 24px; border-radius: 3px; }
QMenu::item:selected { background: @accentSoft; color: @text; }
QMenu::item:disabled { color: @muted; }
QMenu::separator { height: 1px; background: @border; margin: 4px 8px; }
QMenu::icon { padding-left: 6px; }
QStatusBar { background: @window; border-top: 1px solid @border; }
QStatusBar::item { border: none; }
QSplitter::handle { background: transparent; }
QFrame[card="true"] { background: @surface; border: 1px solid @border; border-radius: 6px; }
QFrame[rule="true"] { background: @border; border: none; max-height: 1px; min-height: 1px; }
QScrollArea { border: none; background: transparent; }
QScrollArea > QWidget > QWidget[page="true"] { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: @border; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: @muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: @window; border: 1px solid @border; border-radius: 4px; text-align: center; min-height: 14px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QFrame#navigation { background: @surface; border: none; border-right: 1px solid @border; }
QFrame#navigation QToolButton { text-align: left; padding: 8px 12px; border-radius: 4px; border: 1px solid transparent; }
QFrame#navigation QToolButton:checked { background: @accentSoft; color: @accent; font-weight: 600; }
QFrame#navigation QToolButton:focus { border-color: @accent; }
QFrame#navigation QLabel { color: @muted; padding: 12px 12px 4px 12px; }
QFrame#topBar { background: @window; border: none; border-bottom: 1px solid @border; }
QFrame#messageBar[kind="info"] { background: @accentSoft; border: 1px solid @accent; border-radius: 4px; }
QFrame#messageBar[kind="good"] { background: @goodSoft; border: 1px solid @good; border-radius: 4px; }
QFrame#messageBar[kind="warning"] { background: @warnSoft; border: 1px solid @warn; border-radius: 4px; }
QFrame#messageBar[kind="error"] { background: @flagSoft; border: 1px solid @flag; border-radius: 4px; }
QLabel[fault="true"] { color: @flag; }
QLabel[remark="true"] { color: @warn; }
)";

QString sheetOf(const Colors &c, double basePt)
{
    QString sheet = QString::fromLatin1(kSheet);
    // Longer names first: "@accentSoft" before "@accent".
    const std::pair<const char *, QString> names[] = {
        {"@accentSoft", c.accentSoft.name()},
        {"@flagSoft", c.flagSoft.name()},
        {"@goodSoft", c.goodSoft.name()},
        {"@warnSoft", c.warnSoft.name()},
        {"@onAccent", c.onAccent.name()},
        {"@surface", c.surface.name()},
        {"@window", c.window.name()},
        {"@border", c.border.name()},
        {"@muted", c.muted.name()},
        {"@accent", c.accent.name()},
        {"@flag", c.flag.name()},
        {"@good", c.good.name()},
        {"@warn", c.warn.name()},
        {"@text", c.text.name()},
        {"@title", QStringLiteral("%1pt").arg(basePt * 1.5)},
        {"@figure", QStringLiteral("%1pt").arg(basePt * 2.2)},
        {"@line", QStringLiteral("%1px").arg(QFontMetrics(QApplication::font()).height())},
        {"@heading", QStringLiteral("%1pt").arg(basePt * 1.15)},
    };
    for (const auto &[name, value] : names)
        sheet.replace(QLatin1String(name), value);
    return sheet;
}

/// The system's own family when it can write Chinese, else the common Chinese families first, so that Latin
/// and Chinese come from one design.
QStringList uiFamilies()
{
    static const QStringList families = [] {
        QStringList list{QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
                         QStringLiteral("Noto Sans SC"), QStringLiteral("Microsoft YaHei"),
                         QStringLiteral("WenQuanYi Micro Hei")};
        const QString system = QFontInfo(QFontDatabase::systemFont(QFontDatabase::GeneralFont)).family();
        const bool chinese = QFontDatabase::writingSystems(system).contains(QFontDatabase::SimplifiedChinese);
        chinese ? list.prepend(system) : list.append(system);
        return list;
    }();
    return families;
}

} // namespace

ThemeMode themeModeFrom(const QString &name)
{
    return name == QLatin1String("dark") ? ThemeMode::Dark : ThemeMode::Light;
}

TextSize textSizeFrom(int number)
{
    switch (number) {
    case 1: return TextSize::Large;
    case 2: return TextSize::Largest;
    default: return TextSize::Normal;
    }
}

const Colors &colors()
{
    return state().colors;
}

const QColor &severityColor(const QString &severity)
{
    if (severity == QLatin1String("red"))
        return colors().flag;
    return severity == QLatin1String("orange") ? colors().orange : colors().yellow;
}

QString severityMark(const QString &severity)
{
    if (severity == QLatin1String("red"))
        return QStringLiteral("●");
    return severity == QLatin1String("orange") ? QStringLiteral("◆") : QStringLiteral("▲");
}

ThemeMode themeMode()
{
    return state().mode;
}

void applyTheme(ThemeMode mode, TextSize size)
{
    static constexpr double kPoints[] = {10.0, 12.0, 14.0};
    const double points = kPoints[static_cast<int>(size)];
    state() = {mode, mode == ThemeMode::Dark ? darkColors() : lightColors()};
    static QStyle *style = nullptr; // owned by the application
    if (!style)
        QApplication::setStyle(style = new Style);
    QFont font;
    font.setFamilies(uiFamilies());
    font.setPointSizeF(points);
    QApplication::setFont(font);
    QApplication::setPalette(paletteOf(colors()));
    qApp->setStyleSheet(sheetOf(colors(), points));
}

void restyle(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void setTextRole(QWidget *label, TextRole role)
{
    static constexpr const char *kNames[] = {"title", "heading", "hint", "flag"};
    label->setProperty("role", QString::fromLatin1(kNames[static_cast<int>(role)]));
    if (label->testAttribute(Qt::WA_WState_Polished))
        restyle(label);
}

void setPrimary(QWidget *button)
{
    button->setProperty("primary", true);
    restyle(button); // a button box has polished its buttons already
}

} // namespace ffp::ui
