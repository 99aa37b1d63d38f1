// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"
#include "ui/household/recorddialog.h"

namespace ffp::ui {

class RecordTab;

/// What is done with the entries in the tables of a household page: added, opened, taken out when they were a
/// mistake. One table for each kind of EntryService::kinds(); members and their like may be opened only.
class EntryActions : public QObject
{
    Q_OBJECT

public:
    EntryActions(const PageContext &context, QWidget *parent);

    /// Null: nothing can be done.
    void setHousehold(RecordId household) { m_household = household; }
    void serve(RecordTab &tab, Entity entity);
    /// The case that a new risk belongs to, when the household has several; null = its only one.
    void setCase(RecordId chosen) { m_case = chosen; }
    void add(Entity entity);
    /// `field`: where the keyboard is.
    void open(const Record &record, FieldRef field);
    void takeOut(const Record &record);

Q_SIGNALS:
    /// Something was recorded.
    void recorded();
    void asked(ffp::ui::RecordDialog *dialog);

private:
    void ask(RecordDialog *dialog);

    PageContext m_context;
    QWidget *m_parent;
    RecordId m_household;
    RecordId m_case;
};

} // namespace ffp::ui
