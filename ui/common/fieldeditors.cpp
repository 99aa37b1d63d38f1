// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of input behind makeFieldEditor(); nothing outside knows them.
#include "core/base/text.h"
#include "core/domain/valuetext.h"
#include "ui/common/codechoice.h"
#include "ui/common/fieldeditor.h"
#include "ui/common/fieldtext.h"
#include "ui/common/findingtext.h"
#include "ui/common/icons.h"

#include <QAction>
#include <QComboBox>
#include <QCompleter>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QInputMethodEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QWheelEvent>

namespace ffp::ui {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("FieldEditor", text);
}

QString notInList()
{
    return say(QT_TRANSLATE_NOOP("FieldEditor", "Not in the list; please choose a line or type its number."));
}

QString eyeTip()
{
    return say(QT_TRANSLATE_NOOP("FieldEditor", "Show the whole value, which is recorded (Ctrl+E)"));
}

/// The action in the field that asks to see a whole S-class value.
QAction *addEye(QLineEdit *edit, FieldEditor *editor)
{
    QAction *eye = edit->addAction(icon("eye"), QLineEdit::TrailingPosition);
    eye->setToolTip(eyeTip());
    eye->setShortcut(QKeySequence(QStringLiteral("Ctrl+E")));
    eye->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(eye, &QAction::triggered, editor, &FieldEditor::revealRequested);
    return eye;
}

/// True for what puts something into a text field: a key, or an input method that writes Chinese.
bool writes(QEvent *event)
{
    if (event->type() == QEvent::InputMethod) {
        const auto *composed = static_cast<QInputMethodEvent *>(event);
        return !composed->preeditString().isEmpty() || !composed->commitString().isEmpty();
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool plain = !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
    return (plain && !key->text().isEmpty() && key->text().at(0).isPrint()) || key->key() == Qt::Key_Backspace
           || key->key() == Qt::Key_Delete || key->matches(QKeySequence::Paste);
}

/// Text, dates, numbers, money and short lists: one line, read by the rules of the field table.
class LineEditor : public FieldEditor
{
public:
    LineEditor(const FieldDef &field, QDate today, QWidget *parent)
        : FieldEditor(field, parent),
          m_today(today)
    {
        m_edit = new QLineEdit(this);
        m_edit->setAccessibleName(fieldLabel(field));
        m_edit->setPlaceholderText(hint(field.type));
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(4);
        layout->addWidget(m_edit, 1);
        if (const QString unit = fieldUnit(field); !unit.isEmpty())
            layout->addWidget(new QLabel(unit, this));
        if (field.sensitivity == Sensitivity::S)
            m_eye = addEye(m_edit, this);
        setFocusProxy(m_edit);
        m_edit->installEventFilter(this);
        connect(m_edit, &QLineEdit::textEdited, this, [this] { inputChanged(); });
        connect(m_edit, &QLineEdit::editingFinished, this, &LineEditor::tidy);
        connect(m_edit, &QLineEdit::returnPressed, this, &FieldEditor::finished);
    }

protected:
    std::optional<Value> read(QString &why) const override
    {
        ParseContext context;
        context.today = m_today;
        const ParsedValue parsed = parseValue(field(), m_edit->text(), context);
        if (!parsed.fault)
            return parsed.value;
        ImportFinding finding;
        finding.kind = QLatin1String(findingDef(*parsed.fault).kind);
        why = findingText(finding);
        return std::nullopt;
    }
    void show(const Value &value) override
    {
        m_edit->setText(valueText(field(), value));
        m_edit->setCursorPosition(0);
        if (m_eye)
            m_eye->setVisible(false);
    }
    void showMasked(const QString &text) override
    {
        m_edit->setText(text);
        m_edit->setCursorPosition(0);
        m_eye->setVisible(true);
    }
    void setInputReadOnly(bool readOnly) override { m_edit->setReadOnly(readOnly); }
    QWidget *input() const override { return m_edit; }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (isMasked() && !m_edit->isReadOnly() && writes(event)) {
            endMask();
            m_edit->clear();
            m_eye->setVisible(false);
            inputChanged();
        }
        return FieldEditor::eventFilter(object, event);
    }

private:
    static QString hint(FieldType type)
    {
        switch (type) {
        case FieldType::Date: return say(QT_TRANSLATE_NOOP("FieldEditor", "YYYYMMDD"));
        case FieldType::Ym: return say(QT_TRANSLATE_NOOP("FieldEditor", "YYYYMM"));
        case FieldType::Year: return say(QT_TRANSLATE_NOOP("FieldEditor", "YYYY"));
        case FieldType::TextList:
            return say(QT_TRANSLATE_NOOP("FieldEditor", "Several with a comma between"));
        default: return {};
        }
    }
    /// What was understood replaces what was typed: 20200302 becomes 2020-03-02.
    void tidy()
    {
        if (isMasked() || !isEdited() || !fault().isEmpty())
            return;
        m_edit->setText(valueText(field(), value()));
    }

    QLineEdit *m_edit;
    QAction *m_eye = nullptr;
    QDate m_today;
};

/// Long texts. Tab leaves the field, Enter makes a line, Ctrl+Enter moves on.
class TextEditor : public FieldEditor
{
public:
    TextEditor(const FieldDef &field, QWidget *parent) : FieldEditor(field, parent)
    {
        m_edit = new QPlainTextEdit(this);
        m_edit->setAccessibleName(fieldLabel(field));
        m_edit->setTabChangesFocus(true);
        constexpr int kLines = 3;
        m_edit->setFixedHeight(fontMetrics().lineSpacing() * kLines + 20);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(4);
        layout->addWidget(m_edit, 1);
        if (field.sensitivity == Sensitivity::S) {
            m_eye = new QToolButton(this);
            m_eye->setIcon(icon("eye"));
            m_eye->setToolTip(eyeTip());
            m_eye->setAccessibleName(m_eye->toolTip());
            layout->addWidget(m_eye, 0, Qt::AlignTop);
            connect(m_eye, &QToolButton::clicked, this, &FieldEditor::revealRequested);
            m_eye->hide();
        }
        setFocusProxy(m_edit);
        m_edit->installEventFilter(this);
        connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
            if (!m_setting)
                inputChanged();
        });
    }

protected:
    std::optional<Value> read(QString &why) const override
    {
        if (field().type == FieldType::TextList) {
            QStringList lines;
            for (const QString &line : m_edit->toPlainText().split(u'\n'))
                if (!line.trimmed().isEmpty())
                    lines << line.trimmed();
            return Value(lines);
        }
        const ParsedValue parsed = parseValue(field(), m_edit->toPlainText());
        if (!parsed.fault)
            return parsed.value;
        ImportFinding finding;
        finding.kind = QLatin1String(findingDef(*parsed.fault).kind);
        why = findingText(finding);
        return std::nullopt;
    }
    void show(const Value &value) override
    {
        set(field().type == FieldType::TextList ? value.toList().join(u'\n') : value.toText());
        if (m_eye)
            m_eye->hide();
    }
    void showMasked(const QString &text) override
    {
        set(text);
        m_eye->show();
    }
    void setInputReadOnly(bool readOnly) override { m_edit->setReadOnly(readOnly); }
    QWidget *input() const override { return m_edit; }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::KeyPress) {
            const auto *key = static_cast<QKeyEvent *>(event);
            if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
                && (key->modifiers() & Qt::ControlModifier)) {
                Q_EMIT finished();
                return true;
            }
        }
        if (isMasked() && !m_edit->isReadOnly() && writes(event)) {
            endMask();
            set({});
            m_eye->hide();
            inputChanged();
        }
        return FieldEditor::eventFilter(object, event);
    }

private:
    void set(const QString &text)
    {
        m_setting = true;
        m_edit->setPlainText(text);
        m_setting = false;
    }

    QPlainTextEdit *m_edit;
    QToolButton *m_eye = nullptr;
    bool m_setting = false;
};

/// A combo box that a scrolling wheel does not change by accident.
class CalmComboBox : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

/// Finds lines by number, part of the label or pinyin initials; what it puts into the field is the line as
/// shown.
class ChoiceCompleter : public QCompleter
{
public:
    static constexpr int kKeyRole = Qt::UserRole + 1;

    explicit ChoiceCompleter(QComboBox *box) : QCompleter(box->model(), box)
    {
        setCompletionRole(kKeyRole);
        setFilterMode(Qt::MatchContains);
        setCompletionMode(QCompleter::PopupCompletion);
        setCaseSensitivity(Qt::CaseInsensitive);
    }
    QString pathFromIndex(const QModelIndex &index) const override
    {
        return index.data(Qt::DisplayRole).toString();
    }
};

/// One of a list: typed number, label, beginning or pinyin initials, or picked.
class ChoiceEditor : public FieldEditor
{
public:
    ChoiceEditor(const FieldDef &field, QWidget *parent)
        : FieldEditor(field, parent),
          m_choices(choicesOf(field))
    {
        m_box = new CalmComboBox(this);
        m_box->setAccessibleName(fieldLabel(field));
        m_box->setEditable(true);
        m_box->setInsertPolicy(QComboBox::NoInsert);
        m_box->setFocusPolicy(Qt::StrongFocus);
        m_box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        m_box->setMinimumContentsLength(6);
        m_box->setMaxVisibleItems(14);
        listChoices();
        m_box->setCompleter(new ChoiceCompleter(m_box));
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(4);
        layout->addWidget(m_box, 1);
        if (field.sensitivity == Sensitivity::S)
            m_eye = addEye(m_box->lineEdit(), this);
        setFocusProxy(m_box);
        m_box->installEventFilter(this); // has the focus and hands keys on to its line
        m_box->lineEdit()->installEventFilter(this);
        connect(m_box->lineEdit(), &QLineEdit::textEdited, this, [this] { inputChanged(); });
        connect(m_box, &QComboBox::activated, this, [this](int index) {
            endMask();
            if (m_eye)
                m_eye->setVisible(false);
            m_box->setEditText(m_box->itemText(index));
            inputChanged();
        });
        connect(m_box->lineEdit(), &QLineEdit::editingFinished, this, &ChoiceEditor::tidy);
        connect(m_box->lineEdit(), &QLineEdit::returnPressed, this, &FieldEditor::finished);
    }

    /// A line that loses the keyboard while it ends must not tell an editor that is half gone.
    ~ChoiceEditor() override { m_box->lineEdit()->disconnect(this); }

protected:
    std::optional<Value> read(QString &why) const override
    {
        const QString text = m_box->currentText();
        if (text.trimmed().isEmpty())
            return Value();
        const auto choice = findChoice(field(), m_choices, text);
        if (!choice) {
            why = notInList();
            return std::nullopt;
        }
        if (field().type == FieldType::Ref)
            return Value(RecordId::fromString(choice->code));
        return field().type == FieldType::Bool ? Value(choice->code == kYesCode) : Value(choice->code);
    }
    void show(const Value &value) override
    {
        m_box->setEditText(textOf(value));
        m_box->lineEdit()->setCursorPosition(0);
        if (m_eye)
            m_eye->setVisible(false);
    }
    void showMasked(const QString &text) override
    {
        m_box->setEditText(text);
        m_eye->setVisible(true);
    }
    void setInputReadOnly(bool readOnly) override { m_box->setEnabled(!readOnly); }
    void setChoices(std::vector<Choice> choices) override
    {
        const Value shown = isMasked() ? Value() : value();
        const QString text = m_box->currentText();
        m_choices = std::move(choices);
        listChoices();
        // The line of a choice has another number now; what cannot be read stays as it was typed.
        m_box->setEditText(isMasked() || shown.isBlank() || !fault().isEmpty() ? text : textOf(shown));
    }
    QWidget *input() const override { return m_box; }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (isMasked() && writes(event)) {
            endMask();
            m_box->clearEditText();
            m_eye->setVisible(false);
            inputChanged();
        }
        return FieldEditor::eventFilter(object, event);
    }

private:
    void listChoices()
    {
        m_box->clear();
        m_box->addItem(QString());
        for (const Choice &choice : m_choices) {
            m_box->addItem(lineOf(choice));
            m_box->setItemData(m_box->count() - 1, lineOf(choice) + QLatin1Char(' ') + choice.initials,
                               ChoiceCompleter::kKeyRole);
        }
    }
    static QString lineOf(const Choice &choice)
    {
        return QStringLiteral("%1 %2").arg(choice.number, choice.label);
    }
    QString textOf(const Value &value) const
    {
        if (value.isBlank())
            return {};
        const QString code = field().type == FieldType::Bool  ? (value.toBool() ? kYesCode : kNoCode)
                             : field().type == FieldType::Ref ? value.toRef().toString()
                                                              : value.toText();
        for (const Choice &choice : m_choices)
            if (choice.code == code)
                return lineOf(choice);
        return code; // from a newer version: kept and shown as it is
    }
    void tidy()
    {
        if (isMasked() || !isEdited() || !fault().isEmpty())
            return;
        m_box->setEditText(textOf(value()));
    }

    QComboBox *m_box;
    QAction *m_eye = nullptr;
    std::vector<Choice> m_choices;
};

/// Several of a list: numbers or labels with commas, or ticks in the menu.
class ChoicesEditor : public FieldEditor
{
public:
    ChoicesEditor(const FieldDef &field, QWidget *parent)
        : FieldEditor(field, parent),
          m_choices(choicesOf(field))
    {
        m_edit = new QLineEdit(this);
        m_edit->setAccessibleName(fieldLabel(field));
        m_edit->setPlaceholderText(
            say(QT_TRANSLATE_NOOP("FieldEditor", "Numbers or words with a comma between")));
        m_button = new QToolButton(this);
        m_button->setArrowType(Qt::DownArrow);
        m_button->setToolTip(say(QT_TRANSLATE_NOOP("FieldEditor", "Choose from the list (Alt+Down)")));
        m_button->setAccessibleName(m_button->toolTip());
        m_button->setPopupMode(QToolButton::InstantPopup);
        m_button->setFocusPolicy(Qt::NoFocus);
        m_menu = new QMenu(m_button);
        for (const Choice &choice : m_choices) {
            QAction *action = m_menu->addAction(QStringLiteral("%1 %2").arg(choice.number, choice.label));
            action->setCheckable(true);
            action->setData(choice.code);
            connect(action, &QAction::triggered, this, &ChoicesEditor::takeMenu);
        }
        connect(m_menu, &QMenu::aboutToShow, this, &ChoicesEditor::fillMenu);
        m_button->setMenu(m_menu);
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(4);
        layout->addWidget(m_edit, 1);
        layout->addWidget(m_button);
        if (field.sensitivity == Sensitivity::S)
            m_eye = addEye(m_edit, this);
        setFocusProxy(m_edit);
        m_edit->installEventFilter(this);
        connect(m_edit, &QLineEdit::textEdited, this, [this] { inputChanged(); });
        connect(m_edit, &QLineEdit::editingFinished, this, &ChoicesEditor::tidy);
        connect(m_edit, &QLineEdit::returnPressed, this, &FieldEditor::finished);
    }

protected:
    std::optional<Value> read(QString &why) const override
    {
        if (m_edit->text() == m_shownText) // labels may hold a comma themselves
            return m_shown;
        QStringList codes;
        for (const QString &part : splitList(m_edit->text())) {
            const auto choice = findChoice(field(), m_choices, part);
            if (!choice) {
                why = notInList();
                return std::nullopt;
            }
            if (!codes.contains(choice->code))
                codes << choice->code;
        }
        codes.sort();
        return Value(codes);
    }
    void show(const Value &value) override
    {
        put(value);
        m_edit->setCursorPosition(0);
        m_button->setEnabled(!m_readOnly);
        if (m_eye)
            m_eye->setVisible(false);
    }
    void showMasked(const QString &text) override
    {
        m_edit->setText(text);
        m_button->setEnabled(false);
        m_eye->setVisible(true);
    }
    void setInputReadOnly(bool readOnly) override
    {
        m_readOnly = readOnly;
        m_edit->setReadOnly(readOnly);
        m_button->setEnabled(!readOnly && !isMasked());
    }
    QWidget *input() const override { return m_edit; }

    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::KeyPress) {
            const auto *key = static_cast<QKeyEvent *>(event);
            if (key->key() == Qt::Key_Down && m_button->isEnabled()) {
                m_button->showMenu();
                return true;
            }
        }
        if (isMasked() && !m_edit->isReadOnly() && writes(event)) {
            endMask();
            m_edit->clear();
            m_button->setEnabled(true);
            m_eye->setVisible(false);
            inputChanged();
        }
        return FieldEditor::eventFilter(object, event);
    }

private:
    void fillMenu()
    {
        const QStringList codes = value().toList();
        for (QAction *action : m_menu->actions())
            action->setChecked(codes.contains(action->data().toString()));
    }
    void takeMenu()
    {
        QStringList codes;
        for (const QAction *action : m_menu->actions())
            if (action->isChecked())
                codes << action->data().toString();
        codes.sort();
        put(Value(codes));
        inputChanged();
    }
    void tidy()
    {
        if (!isMasked() && isEdited() && fault().isEmpty())
            put(value());
    }
    void put(const Value &value)
    {
        m_shown = value;
        m_shownText = valueText(field(), value);
        m_edit->setText(m_shownText);
    }

    QLineEdit *m_edit;
    Value m_shown;
    QString m_shownText;
    QToolButton *m_button;
    QMenu *m_menu;
    QAction *m_eye = nullptr;
    std::vector<Choice> m_choices;
    bool m_readOnly = false;
};

} // namespace

FieldEditor *makeFieldEditor(const FieldDef &field, QDate today, QWidget *parent)
{
    FieldEditor *editor = nullptr;
    switch (field.type) {
    case FieldType::Code:
    case FieldType::Ref:
    case FieldType::Bool: editor = new ChoiceEditor(field, parent); break;
    case FieldType::Codes: editor = new ChoicesEditor(field, parent); break;
    case FieldType::Text:
    case FieldType::TextList:
        if (field.flags & kMultiline) {
            editor = new TextEditor(field, parent);
            break;
        }
        [[fallthrough]];
    case FieldType::Date:
    case FieldType::Ym:
    case FieldType::Year:
    case FieldType::Int:
    case FieldType::Dec:
    case FieldType::Money: editor = new LineEditor(field, today, parent); break;
    }
    editor->setReadOnly(false);
    return editor;
}

} // namespace ffp::ui
