// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/field.h"
#include "core/domain/value.h"
#include "ui/common/codechoice.h"

#include <QDate>
#include <QWidget>

class QLabel;

namespace ffp::ui {

/// The input of one field. Made by makeFieldEditor() from the field table; forms know only this class.
///
/// What was typed is never lost: text that cannot be read stays and is called a fault, value() is then the
/// value set last. S-class values are shown masked until revealed; typing replaces them without showing.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    FieldEditor(const FieldDef &field, QWidget *parent);

    const FieldDef &field() const { return m_field; }
    /// The stored value: shown, not counted as an edit.
    void setValue(const Value &value);
    /// An input that was typed before and not saved yet comes back (a draft): shown plainly, counts as edit.
    void setTyped(const Value &value);
    /// What the input means now.
    Value value() const;
    bool isEdited() const;
    /// Why the input cannot be read, or why a value is needed; empty = fine.
    QString fault() const;
    /// What a service found wrong with the value; shown until the next edit.
    void setServiceFault(const QString &text);
    /// What the program fills in itself stays read-only.
    void setReadOnly(bool readOnly);
    /// Of a code: only these of its list. Of a reference, which is read-only else: what it may name, by id.
    void offer(std::vector<Choice> choices);
    /// The whole S-class value is shown from now on; ask for permission (and log) before.
    void reveal();
    /// Takes reveal() back; what is being typed stays readable.
    void maskAgain();
    bool isMasked() const { return m_masked; }

Q_SIGNALS:
    void edited();
    /// Enter: the form moves on.
    void finished();
    void revealRequested();

protected:
    /// What stands in the widget, as a value; nullopt with `why` filled when it cannot be read.
    virtual std::optional<Value> read(QString &why) const = 0;
    virtual void show(const Value &value) = 0;
    /// Masked text in place of the value; typing ends it.
    virtual void showMasked(const QString &text) = 0;
    virtual void setInputReadOnly(bool readOnly) = 0;
    /// Only inputs that choose have something to do.
    virtual void setChoices(std::vector<Choice>) {}
    virtual QWidget *input() const = 0;
    /// Subclasses call this on every keystroke or choice.
    void inputChanged();
    /// Subclasses call this when typing begins in a masked field; the input is then empty.
    void endMask() { m_masked = false; }
    void markFault();

private:
    const FieldDef &m_field;
    Value m_stored;
    QString m_serviceFault;
    bool m_touched = false;
    bool m_masked = false;
    bool m_offered = false;
};

/// `today` is the business date, for numbers that hold a date of birth.
FieldEditor *makeFieldEditor(const FieldDef &field, QDate today, QWidget *parent);

} // namespace ffp::ui
