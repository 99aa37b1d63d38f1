// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

class QToolButton;

namespace ffp::ui {

/// The codes of a short list as buttons with a key each: one keystroke or click instead of a pick list.
class ChoiceBar : public QWidget
{
    Q_OBJECT

public:
    struct Option {
        QString code;
        QString label;
        QChar key; ///< digit or capital letter
    };
    enum class Mode {
        One, ///< exactly one of them is chosen after the first choice
        Any, ///< any number
    };

    ChoiceBar(std::vector<Option> options, Mode mode, QWidget *parent = nullptr);

    QStringList chosen() const; ///< in the order of the bar
    void setChosen(const QStringList &codes);
    /// The option that excludes all others, such as "no change".
    void setExcluding(const QString &code);
    /// Chooses (or with Mode::Any takes back) the option of this key; false when no option has it.
    bool press(const QString &keyText);

Q_SIGNALS:
    /// By the person, not by setChosen().
    void chosenByUser();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void toggle(size_t index, bool on);

    std::vector<Option> m_options;
    std::vector<QToolButton *> m_buttons;
    Mode m_mode;
    QString m_excluding;
};

} // namespace ffp::ui
