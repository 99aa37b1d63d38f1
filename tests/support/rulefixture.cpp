// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rulefixture.h"

#include "core/db/query.h"

namespace ffp::test {

using namespace Qt::Literals::StringLiterals;

namespace {

template <class T>
T hard(Result<T> result, const char *what)
{
    if (!result)
        qFatal("%s: %s %s", what, errorCode(result.error().kind), qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

} // namespace

FieldValues fieldValues(Entity entity, const Givens &values)
{
    FieldValues out;
    for (const Given &given : values) {
        const int index = fieldIndex(entity, given.field);
        if (index < 0)
            qFatal("no field %s", given.field);
        const FieldType type = entityDef(entity).fields[size_t(index)].type;
        Value value;
        if (const bool *truth = std::get_if<bool>(&given.value))
            value = Value(*truth);
        else if (const qint64 *number = std::get_if<qint64>(&given.value))
            value = Value(*number);
        else if (const RecordId *id = std::get_if<RecordId>(&given.value))
            value = Value(*id);
        else if (const QString &text = std::get<QString>(given.value);
                 type == FieldType::Codes || type == FieldType::TextList)
            value = Value(text.split(u',', Qt::SkipEmptyParts));
        else
            value = Value(text);
        const FieldRef ref{entity, static_cast<quint16>(index)};
        std::erase_if(out, [&ref](const auto &earlier) { return earlier.first == ref; });
        out.emplace_back(ref, value);
    }
    return out;
}

RecordId RecordMaker::make(Entity entity, const Givens &values)
{
    return hard(m_writer.create(entity, area(m_village), fieldValues(entity, values)), "create");
}

RecordId RecordMaker::household(const Givens &values)
{
    Givens all = {{"household_no", u"34132311400%1"_s.arg(++m_next, 5, 10, QChar(u'0'))},
                  {"household_type", "exited"}};
    all.insert(all.end(), values.begin(), values.end());
    return make(Entity::Household, all);
}

RecordId RecordMaker::of(RecordId household, Entity entity, Givens values)
{
    values.insert(values.begin(), {"household_id", household});
    return make(entity, values);
}

RecordId RecordMaker::member(RecordId household, Givens values)
{
    values.insert(values.begin(), {{"name", u"成员%1"_s.arg(++m_next)}, {"relation", "other"}});
    return of(household, Entity::Member, values);
}

RecordId RecordMaker::monitor(RecordId household, const char *monitorClass, const char *status)
{
    return of(household, Entity::Case,
              {{"monitor_class", monitorClass},
               {"status", status},
               {"identified_ym", "2025-06"},
               {"dev_measure", "done"}});
}

RecordId RecordMaker::income(RecordId household, int year, int netFen, int population, Givens values)
{
    values.insert(values.begin(), {{"year", year},
                                   {"phase", "annual"},
                                   {"population", population},
                                   {"population_basis", "year"},
                                   {"net_total", netFen},
                                   {"origin", "imported"}});
    return of(household, Entity::IncomeStatement, values);
}

void RuleFixture::write(const std::function<void(RecordMaker &)> &work, const char *village)
{
    hard(log->transact(operation(),
                       [&](ChangeWriter &writer) -> Result<> {
                           RecordMaker maker(writer, village);
                           work(maker);
                           return {};
                       }),
         "write");
}

Evaluation RuleFixture::evaluate(const PolicyPack &pack, YearMonth month)
{
    SilentProgress progress;
    RuleEvaluation rules = hard(RuleEvaluation::prepare(path, cipher, pack, month, progress), "prepare");
    return hard(rules.run(progress), "run");
}

QMap<RecordId, QSet<QString>> RuleFixture::fired(const Evaluation &evaluation)
{
    QMap<RecordId, QSet<QString>> out;
    const RecordStore records = store();
    for (const RuleOutcome &outcome : evaluation.outcomes)
        for (const Firing &firing : outcome.firings)
            out[hard(records.idOf(firing.household), "id")].insert(outcome.rule);
    return out;
}

QualityEvaluation RuleFixture::quality(const PolicyPack &pack, QDate day)
{
    SilentProgress progress;
    const QualityCheck check(path, cipher, DivisionTable::shipped());
    return hard(check.run(pack, day, {}, {}, progress), "quality");
}

/// Members without a household stand under the null id.
QMap<RecordId, QSet<QString>> RuleFixture::fired(const QualityEvaluation &evaluation)
{
    QMap<RecordId, QSet<QString>> out;
    const RecordStore records = store();
    for (const QualityOutcome &outcome : evaluation.outcomes)
        for (const Firing &firing : outcome.firings)
            out[firing.household == 0 ? RecordId() : hard(records.idOf(firing.household), "id")].insert(
                outcome.rule->id);
    return out;
}

qint64 RuleFixture::rid(const RecordId &id) const
{
    return hard(store().ridOf(id), "rid");
}

PolicyPack pack(const char *id)
{
    return hard(PolicyPack::load(QString::fromLatin1(id)), id);
}

} // namespace ffp::test
