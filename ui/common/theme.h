// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

class QLabel;
class QWidget;

namespace ffp::ui {

enum class ThemeMode { Light, Dark };
enum class TextSize { Normal, Large, Largest };

ThemeMode themeModeFrom(const QString &name); ///< "dark", anything else is light
TextSize textSizeFrom(int number);            ///< out of range = normal

/// The colours in force. Red is for red flags and errors only; blue is for what can be done.
struct Colors {
    QColor window;
    QColor surface; ///< tables, fields, cards
    QColor border;
    QColor text;
    QColor muted;
    QColor accent;
    QColor onAccent;
    QColor accentSoft;
    QColor flag;
    QColor flagSoft;
    QColor good;
    QColor goodSoft;
    QColor warn;
    QColor warnSoft;
    QColor orange; ///< levels of alerts, after the names the policy gives them
    QColor yellow;
};
const Colors &colors();
ThemeMode themeMode();
/// Of a level of CL-46: red, orange or yellow.
const QColor &severityColor(const QString &severity);
/// The sign of such a level: each has a shape of its own, because orange and yellow look alike to many eyes
/// and on many screens.
QString severityMark(const QString &severity);

/// One step of spacing, in pixels; every margin is a multiple of it.
inline constexpr int kGap = 8;

/// Sets style, palette, fonts and style sheet of the application.
void applyTheme(ThemeMode mode, TextSize size);

/// Label roles that the style sheet knows: bigger heading, section heading, quiet hint, red flag.
enum class TextRole { Title, Heading, Hint, Flag };
void setTextRole(QWidget *label, TextRole role);
/// After a property that the style sheet asks for has changed: it looks at it only then.
void restyle(QWidget *widget);
/// The main button of a page or dialog.
void setPrimary(QWidget *button);

} // namespace ffp::ui
