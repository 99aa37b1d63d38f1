// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/import/pasteguess.h"

#include "core/base/text.h"
#include "core/domain/contact.h"
#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/domain/fields/visitfields.h"
#include "core/domain/valuetext.h"

#include <QRegularExpression>

#include <algorithm>

namespace ffp::imports {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLookedAt = 50;

bool isReadAs(FieldRef field, const QString &text, QDate today)
{
    static const QRegularExpression name(u"^[\\x{3400}-\\x{9fff}·]{2,6}$"_s);
    static const QRegularExpression registerNumber(u"^\\d{14,20}$"_s);
    static const QRegularExpression idLike(u"^\\d{14,17}[\\dX]([1-7][1-4](B\\d)?)?$"_s,
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression phone(u"^1[3-9]\\d{9}$"_s);
    const FieldDef &def = fieldDef(field);
    switch (def.form) {
    case TextForm::PersonName: return name.match(cleaned(text)).hasMatch();
    case TextForm::RegisterNumber: return registerNumber.match(numberKey(text)).hasMatch();
    case TextForm::IdNumber: return idLike.match(numberKey(text)).hasMatch();
    case TextForm::Phone: return phone.match(parsePhone(text).text).hasMatch();
    case TextForm::BankAccount:
    case TextForm::Plain: break;
    }
    // Digits are codes of the national system, too; alone they tell nothing.
    if (def.type == FieldType::Code && compareKey(text).front().isDigit())
        return false;
    ParseContext context;
    context.today = today;
    return !parseValue(def, text, context).fault;
}

/// In the order in which they are looked for: what is told for certain comes first.
std::vector<FieldRef> candidates(Kind kind)
{
    if (kind == Kind::Visits)
        return {visit::f("visited_on"), household::f("head_id_no"), household::f("household_no"),
                visit::f("mode"), visit::f("people")};
    return {member::f("id_no"),   member::f("relation"), member::f("sex"),    member::f("birth_date"),
            member::f("phone"),   member::f("nation"),   member::f("labour"), member::f("education"),
            member::f("student"), member::f("health"),   member::f("name")};
}

/// How many in a hundred of the values of a column can be read as the field; 0 for an empty column.
int share(FieldRef field, const QList<QStringList> &rows, qsizetype column, QDate today)
{
    int read = 0;
    int filled = 0;
    for (const QStringList &row : rows.first(std::min(kLookedAt, rows.size()))) {
        if (isBlankText(row.value(column)))
            continue;
        ++filled;
        read += isReadAs(field, row[column], today);
    }
    return filled ? read * 100 / filled : 0;
}

} // namespace

PasteGuess guessColumns(Kind kind, const QList<QStringList> &rows, QDate today)
{
    PasteGuess out;
    if (rows.isEmpty())
        return out;
    out.fields = idsOf(kindDef(kind), rows.first());
    const auto known = std::count_if(out.fields.begin(), out.fields.end(),
                                     [](const QString &id) { return !id.isEmpty(); });
    out.header = known >= 2 || (known == 1 && rows.first().size() == 1);
    if (out.header)
        return out;
    out.fields = QStringList(rows.first().size(), QString());
    constexpr int kEnough = 80;
    for (const FieldRef field : candidates(kind)) {
        qsizetype best = -1;
        int most = kEnough - 1;
        for (qsizetype column = 0; column < out.fields.size(); ++column) {
            if (!out.fields[column].isEmpty())
                continue;
            if (const int one = share(field, rows, column, today); one > most) {
                most = one;
                best = column;
            }
        }
        if (best >= 0)
            out.fields[best] = idOfField(field);
    }
    return out;
}

} // namespace ffp::imports
