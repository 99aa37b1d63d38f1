// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/family.h"

#include "core/domain/fields/householdfields.h"
#include "core/domain/fields/memberfields.h"
#include "core/log/logcipher.h"
#include "core/store/householdstore.h"

namespace ffp::test {

using namespace Qt::Literals::StringLiterals;

RecordId FamilySite::household(const QString &number, const QString &members, const QString &village)
{
    const auto personOf = [](const QString &word) {
        const QStringList parts = word.split(u':');
        return FieldValues{{member::f("name"), Value(parts[0])},
                           {member::f("relation"), Value(parts[1])},
                           {member::f("sex"), Value(parts.value(2) == "F"_L1 ? u"female"_s : u"male"_s)}};
    };
    const QStringList words = members.split(u' ');
    FieldValues head = personOf(words.first());
    std::erase_if(head, [](const auto &one) { return one.first == member::f("relation"); });
    const auto made = registry().addHousehold(AreaCode::fromString(village),
                                              {{household::f("household_no"), Value(number)},
                                               {household::f("population_current"), Value(words.size())}},
                                              head);
    if (!made)
        qFatal("%s", qPrintable(made.error().args.join(u';')));
    for (qsizetype i = 1; i < words.size(); ++i)
        if (const auto added = registry().addMember(*made, personOf(words[i])); !added)
            qFatal("%s", qPrintable(added.error().args.join(u';')));
    return *made;
}

RecordId FamilySite::person(const QString &name)
{
    Selection selection;
    selection.where = u"t.name = ?"_s;
    selection.args = {name};
    const auto found = RecordStore(session().database(), session().cipher())
                           .select(Entity::Member, selection);
    return found && found->size() == 1 ? found->front().id : RecordId();
}

QString FamilySite::there(RecordId household)
{
    const auto detail = registry().household(household);
    if (!detail || detail->household.voided)
        return u"void"_s;
    QStringList out;
    for (const Record &one : detail->members)
        if (isInHousehold(one))
            out << one[member::f("name")].toText() + u':' + one[member::f("relation")].toText();
    return out.join(u' ');
}

Record FamilySite::record(RecordId id)
{
    return RecordStore(session().database(), session().cipher()).record(id).value_or(Record());
}

QStringList unlawfulHouseholds(Session &session)
{
    const RecordStore records(session.database(), session.cipher());
    const HouseholdStore store(session.database(), session.cipher());
    QStringList out;
    Selection all;
    all.voided = Voided::Show;
    const auto households = records.select(Entity::Household, all);
    if (!households)
        return {u"unreadable"_s};
    for (const Record &one : *households) {
        const auto now = store.structure(one.rid);
        if (!now)
            return {u"unreadable"_s};
        const bool lawful = now->voided ? now->persons == 0
                                        : now->persons > 0 && now->heads == 1
                                              && (now->namedHead == 0 || now->namedHead == now->head);
        if (!lawful)
            out << u"%1: %2 persons, %3 heads"_s.arg(one[household::f("household_no")].toText())
                       .arg(now->persons)
                       .arg(now->heads);
    }
    return out;
}

QString wholeRegister(Session &session)
{
    const RecordStore store(session.database(), session.cipher());
    QStringList lines;
    for (const EntityDef &entity : entities()) {
        Selection all;
        all.voided = Voided::Show;
        const auto records = store.select(entity.entity, all);
        if (!records)
            return u"unreadable"_s;
        for (const Record &one : *records) {
            if (one.voided) // made and taken back: as if it had never been
                continue;
            QStringList line{QLatin1String(entity.id), one.id.toString()};
            for (size_t i = 0; i < entity.fields.size(); ++i)
                if (!one.values[i].isBlank())
                    line << QLatin1String(entity.fields[i].id) + u'='
                                + displayText(entity.fields[i], one.values[i], Language::Chinese);
            lines << line.join(u'|');
        }
    }
    lines.sort();
    return lines.join(u'\n');
}

} // namespace ffp::test
