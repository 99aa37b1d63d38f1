// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/conditioneditor.h"

#include "core/domain/codelist.h"
#include "core/domain/valuetext.h"
#include "core/services/conditionwords.h"
#include "core/services/tableservice.h"
#include "ui/common/fieldtext.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace ffp::ui {

namespace {

constexpr int kFieldCharacters = 10;
constexpr Compare kCompares[] = {Compare::Equal,    Compare::Unequal,
                                 Compare::Contains, Compare::GreaterOrEqual,
                                 Compare::Greater,  Compare::LessOrEqual,
                                 Compare::Less};

const char16_t *signOf(Compare compare)
{
    switch (compare) {
    case Compare::Equal: return u"=";
    case Compare::Unequal: return u"≠";
    case Compare::Less: return u"<";
    case Compare::LessOrEqual: return u"≤";
    case Compare::Greater: return u">";
    case Compare::GreaterOrEqual: return u"≥";
    case Compare::Contains: break;
    }
    return u"";
}

/// Typing finds what contains the text.
void makeSearchable(QComboBox *box)
{
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
}

/// The entry that is chosen or whose text was typed in full.
QString chosenData(const QComboBox *box)
{
    const int index = box->findText(box->currentText(), Qt::MatchFixedString);
    return index >= 0 ? box->itemData(index).toString() : QString();
}

/// Alternatives with a bar between them; one value that holds a bar stands in quotes.
QString valuesText(const QStringList &values)
{
    return values.size() == 1 && values.front().contains(u'|') ? u'"' + values.front() + u'"'
                                                               : values.join(u'|');
}

QStringList valuesOf(const QString &typed)
{
    const QString text = typed.trimmed();
    if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"'))
        return {text.mid(1, text.size() - 2)};
    QStringList values;
    for (const QString &value : text.split(u'|', Qt::SkipEmptyParts))
        values << value.trimmed();
    return values;
}

std::optional<FieldDef> shapeOf(const QString &subject, const QString &id)
{
    for (const TableColumnInfo &column : TableService::columns(subject))
        if (column.id == id)
            return column.shape;
    return std::nullopt;
}

} // namespace

ConditionEditor::ConditionEditor(QWidget *parent) : QWidget(parent)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(kGap / 2);
    auto *add = new QPushButton(icon("add"), tr("Add a con&dition"), this);
    add->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, &ConditionEditor::addLine);
    m_column->addWidget(add, 0, Qt::AlignLeft);
}

void ConditionEditor::setSubject(const QString &subject)
{
    m_subject = subject;
    while (!m_lines.empty())
        remove(m_lines.back().row);
}

ConditionEditor::Line &ConditionEditor::append()
{
    Line line{new QWidget(this), nullptr, nullptr, nullptr, nullptr};
    for (QComboBox **box : {&line.whose, &line.field, &line.compare, &line.value}) {
        *box = new QComboBox(line.row);
        (*box)->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        (*box)->setMinimumContentsLength(kFieldCharacters);
    }
    line.compare->setMinimumContentsLength(4);
    line.whose->setAccessibleName(tr("Whose fact"));
    line.field->setAccessibleName(tr("Fact"));
    line.compare->setAccessibleName(tr("Comparison"));
    line.value->setAccessibleName(tr("Value"));
    line.value->setToolTip(tr("Several values with | between them: any of these; nothing: blank"));
    for (const TableSubject &subject : TableService::subjects()) {
        const QString label = windowLanguage() == Language::Chinese ? subject.label : subject.english;
        if (subject.id == m_subject) {
            line.whose->insertItem(0, label, QString());
        } else if (m_subject == QLatin1String("household")) {
            line.whose->addItem(tr("has: %1").arg(label), subject.id);
            line.whose->addItem(tr("has no: %1").arg(label), QStringLiteral("no ") + subject.id);
        }
    }
    line.whose->setCurrentIndex(0);
    line.whose->setVisible(line.whose->count() > 1);
    makeSearchable(line.field);
    for (const Compare compare : kCompares)
        line.compare->addItem(compare == Compare::Contains ? tr("contains")
                                                           : QString::fromUtf16(signOf(compare)),
                              int(compare));
    line.value->setEditable(true);
    line.value->setInsertPolicy(QComboBox::NoInsert);
    auto *away = new QToolButton(line.row);
    away->setIcon(icon("delete"));
    away->setToolTip(tr("Remove this condition"));
    auto *layout = new QHBoxLayout(line.row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap / 2);
    layout->addWidget(line.whose, 2);
    layout->addWidget(line.field, 3);
    layout->addWidget(line.compare, 1);
    layout->addWidget(line.value, 3);
    layout->addWidget(away);
    m_column->insertWidget(static_cast<int>(m_lines.size()), line.row);
    m_lines.push_back(line);
    fillFields(line);
    connect(line.whose, &QComboBox::currentIndexChanged, this, [this, line] {
        fillFields(line);
        Q_EMIT changed();
    });
    connect(line.field, &QComboBox::currentTextChanged, this, [this, line] {
        fillValues(line);
        Q_EMIT changed();
    });
    connect(line.compare, &QComboBox::currentIndexChanged, this, &ConditionEditor::changed);
    connect(line.value, &QComboBox::currentTextChanged, this, &ConditionEditor::changed);
    connect(away, &QToolButton::clicked, this, [this, row = line.row] {
        remove(row);
        Q_EMIT changed();
    });
    return m_lines.back();
}

QString ConditionEditor::subjectOf(const Line &line) const
{
    QString subject = line.whose->currentData().toString();
    if (subject.startsWith(QLatin1String("no ")))
        subject.remove(0, 3);
    return subject.isEmpty() ? m_subject : subject;
}

void ConditionEditor::fillFields(const Line &line)
{
    const QString subject = subjectOf(line);
    const bool own = subject == m_subject;
    const QSignalBlocker quiet(line.field);
    line.field->clear();
    for (const TableColumnInfo &column : TableService::columns(subject)) {
        if (column.ofHousehold && !own)
            continue; // asked of the household itself
        const QString label = fieldLabel(column.shape, windowLanguage());
        line.field->addItem(column.ofHousehold ? tr("Household: %1").arg(label) : label, column.id);
    }
    line.field->setCurrentIndex(-1);
    fillValues(line);
}

void ConditionEditor::fillValues(const Line &line)
{
    const std::optional<FieldDef> shape = shapeOf(subjectOf(line), chosenData(line.field));
    const QSignalBlocker quiet(line.value);
    const QString typed = line.value->currentText();
    line.value->clear();
    const CodeList *list = shape ? codeList(shape->list) : nullptr;
    if (list)
        for (const Code &code : list->codes)
            line.value->addItem(codeLabel(code, windowLanguage()));
    if (shape && shape->type == FieldType::Bool)
        for (const bool yes : {true, false})
            line.value->addItem(displayText(*shape, Value(yes), windowLanguage()));
    line.value->setCurrentIndex(-1);
    line.value->setEditText(typed);
}

void ConditionEditor::remove(QWidget *row)
{
    std::erase_if(m_lines, [row](const Line &line) { return line.row == row; });
    row->hide();
    row->deleteLater();
}

void ConditionEditor::addLine()
{
    append().field->setFocus();
}

void ConditionEditor::show(const Condition &condition)
{
    const Line &line = append();
    const QSignalBlocker quiet(this);
    QString field = condition.field;
    // "household.remark" of what stands under a household is a field of its own here.
    if (condition.entity == QLatin1String("household") && m_subject != condition.entity)
        field.prepend(QStringLiteral("household."));
    else if (!condition.entity.isEmpty())
        line.whose->setCurrentIndex(
            line.whose->findData((condition.none ? QStringLiteral("no ") : QString()) + condition.entity));
    line.field->setCurrentIndex(line.field->findData(field));
    line.compare->setCurrentIndex(line.compare->findData(int(condition.compare)));
    fillValues(line);
    QStringList values = condition.values;
    if (const auto shape = shapeOf(subjectOf(line), field))
        for (QString &value : values)
            value = valueInWords(*shape, value, windowLanguage());
    line.value->setEditText(valuesText(values));
}

bool ConditionEditor::setConditions(const QString &where)
{
    const auto conditions = readConditions(where);
    if (!conditions)
        return false;
    setSubject(m_subject);
    for (const Condition &condition : *conditions)
        show(condition);
    return true;
}

QString ConditionEditor::conditions() const
{
    std::vector<Condition> conditions;
    for (const Line &line : m_lines) {
        Condition condition;
        condition.field = chosenData(line.field);
        condition.entity = line.whose->currentData().toString();
        condition.none = condition.entity.startsWith(QLatin1String("no "));
        if (condition.none)
            condition.entity.remove(0, 3);
        condition.compare = static_cast<Compare>(line.compare->currentData().toInt());
        condition.values = valuesOf(line.value->currentText());
        if (const auto shape = shapeOf(subjectOf(line), condition.field))
            for (QString &value : condition.values)
                value = valueInCode(*shape, value);
        const bool mayBeBlank = condition.compare == Compare::Equal || condition.compare == Compare::Unequal;
        if (!condition.field.isEmpty() && (mayBeBlank || !condition.values.isEmpty()))
            conditions.push_back(std::move(condition));
    }
    return conditionText(conditions);
}

} // namespace ffp::ui
