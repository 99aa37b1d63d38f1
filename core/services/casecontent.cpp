// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/casecontent.h"

#include "core/db/query.h"
#include "core/domain/fields/proceedingfields.h"
#include "core/log/casefold.h"
#include "core/log/logcipher.h"
#include "core/store/recordstore.h"

#include <algorithm>

namespace ffp {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr Entity kOfHousehold[] = {Entity::Member,
                                   Entity::LivingConditions,
                                   Entity::IncomeStatement,
                                   Entity::SafeguardCheck,
                                   Entity::Visit,
                                   Entity::Measure,
                                   Entity::Plan,
                                   Entity::Attachment};
constexpr Entity kComesAlong[] = {Entity::Visit,      Entity::Measure, Entity::Plan,
                                  Entity::Attachment, Entity::Step,    Entity::Proceeding};

Result<> addRows(const Database &db, const QString &sql, qint64 parent, std::vector<qint64> &rids)
{
    Query query(db, sql);
    FFP_TRY(query.run(parent));
    while (true) {
        FFP_ASSIGN(const bool row, query.next());
        if (!row)
            return {};
        rids.push_back(query.integer(0));
    }
}

QString rowsBy(Entity entity, const char *column)
{
    return u"SELECT rid FROM \"%1\" WHERE \"%2\" = ? ORDER BY rid"_s.arg(QLatin1String(
                                                                             entityDef(entity).table),
                                                                         QLatin1String(column));
}

/// "case.status": what the chains of all packs set.
const QStringList &decidedFields()
{
    static const QStringList fields = [] {
        QStringList out;
        const auto add = [&out](const std::map<QString, QString> &sets) {
            for (const auto &[field, value] : sets)
                if (!out.contains(field))
                    out << field;
        };
        for (const QString &id : PolicyPack::shipped())
            if (const Result<PolicyPack> pack = PolicyPack::load(id))
                for (const Chain &chain : pack->chains()) {
                    add(chain.onOpen);
                    add(chain.onSubmit);
                    add(chain.onReject);
                    for (const ChainStep &step : chain.steps)
                        add(step.sets);
                }
        return out;
    }();
    return fields;
}

} // namespace

bool isDecidedField(Entity entity, const QString &field)
{
    return decidedFields().contains(QLatin1String(entityDef(entity).id) + u'.' + field);
}

Result<std::vector<qint64>> contentOf(const Session &session, RecordId matter)
{
    const Database &db = session.database();
    const RecordStore store(db, session.cipher());
    FFP_ASSIGN(const Record record, store.record(matter));
    std::vector<qint64> rids{record.rid};
    FFP_TRY(addRows(db, rowsBy(Entity::Step, "proceeding_id"), record.rid, rids));
    FFP_ASSIGN(const qint64 household, store.ridOf(record[proceeding::f("household_id")].toRef()));
    rids.push_back(household);
    for (const Entity entity : kOfHousehold) {
        const size_t first = rids.size();
        FFP_TRY(addRows(db, rowsBy(entity, "household_id"), household, rids));
        if (entity != Entity::IncomeStatement)
            continue;
        const std::vector<qint64> statements(rids.begin() + static_cast<std::ptrdiff_t>(first), rids.end());
        for (const qint64 statement : statements)
            FFP_TRY(addRows(db, rowsBy(Entity::IncomeLine, "statement_id"), statement, rids));
    }
    if (const RecordId caseId = record[proceeding::f("case_id")].toRef(); !caseId.isNull()) {
        FFP_ASSIGN(const qint64 rid, store.ridOf(caseId));
        rids.push_back(rid);
        FFP_TRY(addRows(db, rowsBy(Entity::CaseRisk, "case_id"), rid, rids));
    }
    return rids;
}

Result<std::vector<BasisItem>> basisOf(const Session &session, RecordId matter)
{
    FFP_ASSIGN(const std::vector<qint64> rids, contentOf(session, matter));
    return readBasis(session.database(), rids, decidedFields());
}

Result<std::vector<ContentChange>> changesSince(const Session &session, RecordId matter,
                                                const std::vector<BasisItem> &basis)
{
    FFP_ASSIGN(const std::vector<BasisItem> now, basisOf(session, matter));
    const RecordStore store(session.database(), session.cipher());
    std::vector<ContentChange> changes;
    for (const BasisItem &item : now) {
        if (std::find(basis.begin(), basis.end(), item) != basis.end())
            continue;
        const bool known = std::any_of(basis.begin(), basis.end(), [&item](const BasisItem &one) {
            return one.rec == item.rec && one.field.isEmpty();
        });
        FFP_ASSIGN(const auto place, store.locate(item.rec));
        const bool along = place
                           && std::find(std::begin(kComesAlong), std::end(kComesAlong), place->entity)
                                  != std::end(kComesAlong);
        if (!place || (!known && (along || !item.field.isEmpty())))
            continue;
        changes.push_back({item.rec, place->entity, QString::fromUtf8(item.field)});
    }
    return changes;
}

} // namespace ffp
