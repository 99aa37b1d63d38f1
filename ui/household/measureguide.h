// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/measureservice.h"

#include "ui/common/codechoice.h"

#include <QObject>

namespace ffp::ui {

class FieldForm;

/// To choose a member from.
std::vector<Choice> memberChoices(const std::vector<Record> &members);

/// What the form of a measure knows of its household and of the policy: members, risks, categories and
/// sources to choose from, the kinds of the chosen category, and while money is being typed whether the
/// policy permits it.
class MeasureGuide : public QObject
{
    Q_OBJECT

public:
    MeasureGuide(FieldForm &form, const Record &stored, MeasureForm facts, QObject *parent);

private:
    void offerAll();
    void offerKinds();
    void tellBan();
    QString banText() const;

    FieldForm &m_form;
    Record m_stored;
    MeasureForm m_facts;
    Value m_category; ///< whose kinds are offered
    bool m_told = false;
};

} // namespace ffp::ui
