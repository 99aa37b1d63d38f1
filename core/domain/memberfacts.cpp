// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/memberfacts.h"

#include "core/domain/fields/memberfields.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

QString sexCode(Sex sex)
{
    return sex == Sex::Male ? u"male"_s : sex == Sex::Female ? u"female"_s : QString();
}

QString codeOf(int number)
{
    return number > 0 ? QString::number(number) : QString();
}

} // namespace

FieldValues factsOfIdNumber(const IdNumber &id)
{
    if (!id.usable())
        return {{member::f("person_key"), Value()}};
    const bool certificate = id.form == IdForm::Certificate || id.form == IdForm::Reissued;
    const bool placeholder = id.form == IdForm::Placeholder;
    FieldValues facts{{member::f("person_key"), Value(id.personKey)},
                      {member::f("id_type"), Value(certificate   ? u"disability_cert"_s
                                                   : placeholder ? u"none"_s
                                                                 : u"resident_id"_s)}};
    if (!placeholder) {
        facts.emplace_back(member::f("sex"), Value(sexCode(id.sex)));
        facts.emplace_back(member::f("birth_date"), Value(id.birthDate.toString(Qt::ISODate)));
    }
    if (certificate) {
        facts.emplace_back(member::f("disability_cert_no"), Value(id.text));
        if (id.disabilityType > 0)
            facts.emplace_back(member::f("disability_type"), Value(QStringList{codeOf(id.disabilityType)}));
        facts.emplace_back(member::f("disability_grade"), Value(codeOf(id.disabilityGrade)));
    }
    return facts;
}

void completeMember(FieldValues &values, const Record *stored, QDate today)
{
    const auto find = [&values](FieldRef field) {
        return std::find_if(values.begin(), values.end(),
                            [field](const auto &one) { return one.first == field; });
    };
    const auto number = find(member::f("id_no"));
    if (number == values.end())
        return;
    const FieldValues facts = factsOfIdNumber(parseIdNumber(number->second.toText(), today));
    for (const auto &[field, value] : facts) {
        const auto given = find(field);
        const bool missing = !value.isBlank() && (given == values.end() || given->second.isBlank())
                             && (!stored || (*stored)[field].isBlank());
        if (field != member::f("person_key") && !missing)
            continue;
        if (given == values.end())
            values.emplace_back(field, value);
        else
            given->second = value;
    }
}

} // namespace ffp
